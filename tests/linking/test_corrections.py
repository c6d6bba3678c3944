"""corrections.toml: what it may say, and how it refuses what it cannot understand."""

from pathlib import Path

import pytest

from newscrawl.linking.corrections import NAME, Corrections, read_corrections
from newscrawl.linking.names import company_key
from newscrawl.sources import read_sources
from newscrawl.tables import TableError

WHOLE = """
[[company]]
name = "Sun Microsystems"
aliases = ["Sun"]
different = ["Sun Chemical"]
lei = "549300ABCDEFGHIJ1234"
wikidata = "Q14647"
ticker = "JAVA"
country = "US"
note = "the maker of workstations"

[[one_deal]]
uids = ["aaaaaaaaaaaa", "bbbbbbbbbbbb"]

[[one_deal]]
uids = ["bbbbbbbbbbbb", "cccccccccccc"]

[[two_deals]]
uids = ["aaaaaaaaaaaa", "dddddddddddd"]
"""


def read(folder: Path, text: str) -> Corrections:
    (folder / NAME).write_text(text, encoding="utf-8")
    return read_corrections(folder)


def test_a_whole_file(tmp_path: Path) -> None:
    found = read(tmp_path, WHOLE)
    sun = company_key("Sun Microsystems")
    assert found.aliases == {"sun": sun, sun: sun}
    assert found.different == {frozenset((sun, company_key("Sun Chemical")))}
    assert found.one_deal == (frozenset(("aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc")),)
    assert found.two_deals == (frozenset(("aaaaaaaaaaaa", "dddddddddddd")),)


def test_no_folder_and_no_file_say_nothing(tmp_path: Path) -> None:
    assert read_corrections(None) == read_corrections(tmp_path) == read(tmp_path, "") == Corrections()


def test_it_is_no_news_source(tmp_path: Path) -> None:
    read(tmp_path, WHOLE)
    assert "corrections" not in read_sources(tmp_path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[company]", "no TOML"),
        ("[[firm]]\nname = 'A'", "firm.*CorrectionsTable takes company, one_deal, two_deals"),
        ("[[company]]\nnames = 'A'", "names.*CompanyTable takes name, aliases, different, lei"),
        ("[[company]]\naliases = ['A']", "missing required field `name`"),
        ("[[company]]\nname = 'A'\nlei = '12'", "company 'A': lei '12' does not look like one"),
        ("[[company]]\nname = 'A'\ncountry = 'Germany'", "country 'Germany'"),
        ("[[company]]\nname = 'A'\nwikidata = '95'", "wikidata '95'"),
        (
            "[[company]]\nname = 'A'\naliases = ['X']\n[[company]]\nname = 'B'\naliases = ['X']",
            "'B' and 'A' have a name",
        ),
        ("[[company]]\nname = 'A'\n[[company]]\nname = 'A AG'", "have a name in common|listed twice"),
        ("[[company]]\nname = 'A'\ndifferent = ['A AG']", "cannot be different from itself"),
        ("[[one_deal]]\nuids = ['a']", "one_deal: uids \\['a'\\] must be two or more"),
        ("[[two_deals]]\nuids = ['a', 'b', 'c']", "two_deals: uids .* must be two"),
        ("[[one_deal]]\nuids = ['a', 'b']\n[[two_deals]]\nuids = ['b', 'a']", "are one deal according to one_deal"),
    ],
)
def test_what_it_cannot_understand_is_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(TableError, match=message) as error:
        read(tmp_path, text)
    assert str(tmp_path / NAME) in str(error.value)
