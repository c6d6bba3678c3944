"""The passages keep their format: every name is printed, every value can be read, all hard subjects are there."""

import re
from collections import Counter
from pathlib import Path

import pytest

from evaluation.passages import AMOUNT, FOLDER, Located, PassageDeal, passages
from newscrawl.deals.deal_types import deal_types
from newscrawl.deals.model import STATUSES, TERM_KINDS

ALL = tuple(passages())
DEALS = tuple((located, deal) for located in ALL for deal in located.passage.deals)
GENITIVE = {"de": "s?", "en": ""}  # "Takamoris Übernahme"; the English 's is no part of the word
LANGUAGES = tuple(GENITIVE)
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
NUMBER = r"\d+(\.\d+)?"
PERCENT_KINDS = ("option", "stake_after", "stake_rumoured")
MONEY_KINDS = ("valuation", "expected_revenue")
PRINTED_KINDS = ("instrument", "payment", "round", "scope")
HARD_SUBJECTS = ("denied", "joint_venture", "licensing", "terminated", "terms", "timeline")


def ids(value: object) -> str | None:
    return str(value) if isinstance(value, Located) else ""


@pytest.mark.parametrize("located", ALL, ids=ids)
def test_passage_is_trimmed_and_dated_in_iso(located: Located) -> None:
    passage = located.passage
    assert passage.text == passage.text.strip() != ""
    assert passage.published is None or re.fullmatch(r"\d{4}-\d\d-\d\d.*", passage.published)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", passage.name)


@pytest.mark.parametrize(("located", "deal"), DEALS, ids=ids)
def test_type_status_and_roles_are_known_and_enough(located: Located, deal: PassageDeal) -> None:
    kind = deal_types()[deal.type]
    assert deal.status in STATUSES
    assert set(deal.parties) <= set(kind.roles)
    assert any(all(len(deal.parties.get(role, ())) >= n for role, n in need.items()) for need in kind.needs)


@pytest.mark.parametrize(("located", "deal"), DEALS, ids=ids)
def test_names_are_printed_in_the_text(located: Located, deal: PassageDeal) -> None:
    for names in deal.parties.values():
        for name in names:
            assert re.search(rf"(?<!\w){re.escape(name)}{GENITIVE[located.language]}(?!\w)", located.passage.text), name
        assert len(set(names)) == len(names)


@pytest.mark.parametrize(("located", "deal"), DEALS, ids=ids)
def test_amount_percentage_and_dates_can_be_read(located: Located, deal: PassageDeal) -> None:
    assert deal.amount is None or AMOUNT.fullmatch(deal.amount)
    assert deal.stake_percent is None or 0 < deal.stake_percent <= 100
    assert deal.announced is None or DATE.fullmatch(deal.announced)


@pytest.mark.parametrize(("located", "deal"), DEALS, ids=ids)
def test_terms_can_be_read(located: Located, deal: PassageDeal) -> None:
    for term in deal.terms:
        kind, _, value = term.partition(" ")
        assert kind in TERM_KINDS
        if kind in PERCENT_KINDS:
            assert 0 < float(value) <= 100
        elif kind in MONEY_KINDS:
            assert AMOUNT.fullmatch(value)
        elif kind == "duration":
            assert re.fullmatch(r"P\d+[YMWD]", value)
        elif kind in PRINTED_KINDS:
            assert value.lower() in located.passage.text.lower()


@pytest.mark.parametrize(("located", "deal"), DEALS, ids=ids)
def test_timeline_has_a_status_and_perhaps_a_date_each(located: Located, deal: PassageDeal) -> None:
    for event in deal.timeline:
        status, _, date = event.partition(" ")
        assert status in STATUSES
        assert not date or DATE.fullmatch(date)


def test_names_of_passages_are_unique_within_their_subject() -> None:
    seen = Counter((located.language, located.subject, located.passage.name) for located in ALL)
    assert [key for key, count in seen.items() if count > 1] == []


def test_no_passage_stands_twice() -> None:
    """Above all none that is held back stands among those that rules are written from."""
    seen = Counter((located.passage.text, located.passage.published) for located in ALL)
    assert [key for key, count in seen.items() if count > 1] == []


@pytest.mark.parametrize("folder", [folder for folder in FOLDER.iterdir() if folder.is_dir()], ids=lambda f: f.name)
def test_every_subject_has_passages_held_back(folder: Path) -> None:
    assert _subjects(folder) == _subjects(folder / "heldback")


def _subjects(folder: Path) -> set[str]:
    """Whole articles stand in numbered files, one half of them held back."""
    return {re.sub(r"_\d+$", "", path.stem) for path in folder.glob("*.toml")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("subject", HARD_SUBJECTS)
def test_hard_subjects_have_at_least_fifteen_passages_with_a_deal(language: str, subject: str) -> None:
    found = [x for x in ALL if (x.language, x.subject) == (language, subject) and x.passage.deals]
    assert len(found) >= 15


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_and_status_occurs_and_many_passages_have_no_deal(language: str) -> None:
    deals = [deal for located, deal in DEALS if located.language == language]
    assert {deal.type for deal in deals} == set(deal_types())
    assert {deal.status for deal in deals} == set(STATUSES)
    assert sum(not located.passage.deals for located in ALL if located.language == language) >= 120
