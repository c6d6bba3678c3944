"""A language that nobody speaks, written by following docs/add-a-language.md, is read like any other.

The same for a deal type (docs/add-a-deal-type.md). What a file says wrongly stops with file, key and what is allowed.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.deals import Deal, find_deals
from newscrawl.deals.analysis import analyse
from newscrawl.deals.deal_types import deal_type_beside, deal_types
from newscrawl.deals.frames.triggers import trigger_tables
from newscrawl.deals.languages import FOLDER, language_beside, languages
from newscrawl.tables import TableError

HERE = Path(__file__).parent
MADE_UP = HERE / "made_up_language" / "qv"
PUBLISHED = "2013-04-30"


@pytest.fixture
def qv() -> Iterator[str]:
    with language_beside(MADE_UP) as code:
        yield code


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the language under a name that was never read, so that a test may change its files."""
    return Path(shutil.copytree(MADE_UP, tmp_path / f"qv-{tmp_path.name}"))


def said(deal: Deal) -> dict[str, str]:
    return {party.role: party.name for party in deal.parties}


DEALS = {
    "Norvik AG kelo Talbrook Labo AG sa Bergen AG po 450 milo euri ve Terta 2012.": (
        ("acquisition", "completed", "450000000 EUR", "2012-03"),
        {"acquirer": "Norvik AG", "target": "Talbrook Labo AG", "seller": "Bergen AG"},
    ),
    "Talbrook AG esa kelat so Norvik AG hesto.": (
        ("acquisition", "completed", None, "2013-04-29"),
        {"acquirer": "Norvik AG", "target": "Talbrook AG"},
    ),
    "Ta firmo Norvik vol keli Talbrook AG.": (
        ("acquisition", "announced", None, None),
        {"acquirer": "Norvik", "target": "Talbrook AG"},
    ),
    "Norvik AG fero ta kelaro ri Talbrook AG. El kosta 2,5 milo euri.": (
        ("acquisition", "completed", "2500000 EUR", None),
        {"acquirer": "Norvik AG", "target": "Talbrook AG"},
    ),
    "Norvik AG nevo ta kelaro ri Talbrook AG.": (
        ("acquisition", "denied", None, None),
        {"acquirer": "Norvik AG", "target": "Talbrook AG"},
    ),
}


@pytest.mark.parametrize("text", DEALS)
def test_deal_is_found(qv: str, text: str) -> None:
    (deal,) = find_deals(text, qv, PUBLISHED)
    amount = f"{deal.amount.value} {deal.amount.currency}" if deal.amount else None
    assert ((deal.type, deal.status, amount, deal.announced), said(deal)) == DEALS[text]
    for quotes in deal.quotes.values():
        assert all(text[quote.start : quote.end] == quote.quote for quote in quotes)


def test_terms_are_found(qv: str) -> None:
    (deal,) = find_deals("Norvik AG fero mo pakto so Talbrook AG po 3 anoi.", qv)
    assert [party.name for party in deal.parties] == ["Norvik AG", "Talbrook AG"]
    assert [(term.kind, term.iso) for term in deal.terms] == [("duration", "P3Y")]


@pytest.mark.parametrize(
    "text", ["Norvik AG kelo tempo.", "Sinjo Ann Berg dico.", "", "2 anoi pasat Norvik AG es ve Quevar."]
)
def test_no_deal(qv: str, text: str) -> None:
    assert find_deals(text, qv, PUBLISHED) == []


def test_its_triggers_fire_on_their_examples(qv: str) -> None:
    for trigger in (t for table in trigger_tables(qv) for t in (*table.verb, *table.noun)):
        for example in trigger.examples:
            assert trigger.name in {frame.rule for frame in analyse(example, qv).frames}
        for example in trigger.counterexamples:
            assert trigger.name not in {frame.rule for frame in analyse(example, qv).frames}


def test_it_has_the_files_of_the_others() -> None:
    assert {path.name for path in MADE_UP.glob("*.toml")} == {path.name for path in (FOLDER / "en").glob("*.toml")}


def test_it_is_known_within_the_block_only(qv: str) -> None:
    assert qv in languages()
    with pytest.raises(ValueError, match="already"), language_beside(MADE_UP):
        pass


def test_it_is_forgotten() -> None:
    assert "qv" not in languages()
    assert find_deals(next(iter(DEALS)), "qv") == []


@pytest.mark.parametrize(
    ("file", "before", "after", "key", "allowed"),
    [
        ("triggers/acquisition", "lemmas =", "lemas =", "lemas", "VerbTrigger takes name, lemmas,"),
        ("triggers/acquisition", '"acquirer", object', '"aquirer", object', "'aquirer'", "acquirer, seller, target"),
        ("triggers/acquisition", "{ subject = ", "{ subjekt = ", "'subjekt'", "subject"),
        ("triggers/acquisition", 'sa = "seller"', 'se = "seller"', "'se'", "sa"),
        ("triggers/acquisition", 'lemmas =', 'type = "stake"\nlemmas =', "'type'", "the name of the file is the type"),
        ("triggers/acquisition", 'lemmas = ["keli"]', 'lemmas = ["kedi"]', "'kedi'", "verbs.toml"),
        ("triggers/acquisition", "support = { make", "support = { mek", "'mek'", "verbs.toml"),
        ("triggers/acquisition", 'pseudo = ["tempo"]', 'needs = ["mony"]', "'mony'", "money"),
        ("triggers/acquisition", 'pseudo = ["tempo"]', 'status = "done"', "'done'", "announced, completed"),
        ("status", "denied =", "deny =", "'deny'", "announced, completed, denied"),
        ("status", 'denied = "nevi"', 'denied = "nevu"', "'nevu'", "verbs.toml"),
        ("status", "rumoured =", "rumored =", "'rumored'", "rumoured"),
        ("terms", 'kind = "duration"', 'kind = "length"', "'length'", "duration"),
        ("terms", '["partnership"]', '["pact"]', "'pact'", "partnership"),
        ("words", "passive_agent =", "pasive_agent =", "'pasive_agent'", "passive_agent"),
        ("words", "separable = false", "", "separable", "WordTable takes determiners,"),
        ("money", "vague_sums", "vague", "vague", "MoneyWords takes scales,"),
    ],
)  # fmt: skip
def test_what_is_unknown_stops(copied: Path, file: str, before: str, after: str, key: str, allowed: str) -> None:
    path = copied / f"{file}.toml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with language_beside(copied) as code, pytest.raises(TableError) as error:
        find_deals("", code, PUBLISHED)
    assert str(path) in str(error.value)
    assert key in str(error.value)
    assert allowed in str(error.value)


SWAP = """
[[verb]]
name = "truki"
lemmas = ["truki"]
roles = { subject = "giver", so = "taker" }
examples = ["Norvik AG truko so Talbrook AG."]
"""


def test_deal_type_is_a_file_and_its_triggers(copied: Path) -> None:
    (copied / "triggers" / "swap.toml").write_text(SWAP, encoding="utf-8")
    with (copied / "verbs.toml").open("a", encoding="utf-8") as verbs:
        verbs.write('"truki" = "truka truko trukat trukun"\n')
    with deal_type_beside(HERE / "made_up_type" / "swap.toml"), language_beside(copied) as code:
        (deal,) = find_deals("Norvik AG truko so Talbrook AG po 450 milo euri.", code, PUBLISHED)
    assert (deal.type, said(deal)) == ("swap", {"giver": "Norvik AG", "taker": "Talbrook AG"})
    assert "swap" not in deal_types()


def test_triggers_of_an_unknown_type_stop(copied: Path) -> None:
    (copied / "triggers" / "swop.toml").write_text(SWAP, encoding="utf-8")
    with language_beside(copied) as code, pytest.raises(TableError, match="'swop' is unknown; allowed: acquisition, "):
        find_deals("", code, PUBLISHED)


@pytest.mark.parametrize(
    ("before", "after", "key", "allowed"),
    [
        ("core = ", "kore = ", "kore", "DealType takes description,"),
        ('core = ["giver"', 'core = ["givver"', "core: 'givver'", "giver, taker"),
        ("needs = [{ giver", "needs = [{ gifer", "needs: 'gifer'", "giver, taker"),
    ],
)
def test_unknown_in_a_deal_type_stops(tmp_path: Path, before: str, after: str, key: str, allowed: str) -> None:
    path = tmp_path / "swap.toml"
    path.write_text((HERE / "made_up_type" / "swap.toml").read_text(encoding="utf-8").replace(before, after))
    with pytest.raises(TableError, match=re.escape(str(path))) as error, deal_type_beside(path):
        pass
    assert key in str(error.value)
    assert allowed in str(error.value)
