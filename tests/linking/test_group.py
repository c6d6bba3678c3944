"""Which of two or three reports tell one deal."""

import random

import pytest
from linking.made_reports import told

from newscrawl.linking.group import group_reports
from newscrawl.linking.guidance import Guidance

M = 1_000_000
STAKE = {"type": "stake", "parties": ("investor Norvik", "target Tallis")}
ROUND = {"type": "funding", "parties": ("target Tallis",)}
VENTURE = {"type": "joint_venture", "parties": ("partner Norvik", "partner Tallis", "venture Norta")}
SALE = {"parties": ("acquirer A1", "seller B1", "target Tallis")}
ORDER = {"type": "contract", "parties": ("supplier Norvik", "customer Tallis")}

ONE_DEAL = {
    "the next day": {},
    "a rumour half a year later announced": {"day": "2026-08-30"},
    "the other way round": {"parties": ("acquirer Tallis", "target Norvik")},
    "as a merger": {"type": "merger", "parties": ("partner Tallis", "partner Norvik")},
    "buyer not named": {"parties": ("target Tallis", "seller Ostra")},
    "short name explained": {"parties": ("acquirer Norvik Systems/Norvik", "target Tallis")},
    "first word alone, unexplained": {"parties": ("acquirer Norvik Systems", "target Tallis")},
    "legal form": {"parties": ("acquirer Norvik GmbH & Co. KG", "target Tallis AG")},
    "genitive": {"parties": ("acquirer Norviks", "target Tallis")},
    "with its group": {"parties": ("acquirer Norvik Group", "target Tallis")},
    "letter doubled": {"parties": ("acquirer Norvik", "target Talllis")},
    "in passing, years later": {"day": "2029-01-01", "main": False, "status": "completed"},
}
TWO_DEALS = {
    "rival": {"parties": ("acquirer Ostra", "target Tallis")},
    "subsidiary": {"parties": ("acquirer Norvik", "target Tallis Mobile")},
    "first word of a target": {"parties": ("acquirer Norvik", "target Tallis Energy")},
    "groups of the same name": {"parties": ("acquirer Norvik", "target Lumeo Group"), "day": "2026-03-04"},
    "another target": {"parties": ("acquirer Norvik", "target Lumeo")},
    "cooperation": {"type": "partnership", "parties": ("partner Norvik", "partner Tallis")},
    "years later": {"day": "2029-01-01"},
    "another letter": {"parties": ("acquirer Norvik", "target Tallos")},
    "another seller": {"parties": ("target Tallis", "seller Ostra"), "day": "2028-03-02"},
}


@pytest.mark.parametrize("changes", ONE_DEAL.values(), ids=ONE_DEAL)
def test_one_deal(changes: dict) -> None:
    other = told("b", **({"day": "2026-03-03"} | changes))
    assert len(group_reports([told(), other])) == 1


@pytest.mark.parametrize("changes", TWO_DEALS.values(), ids=TWO_DEALS)
def test_two_deals(changes: dict) -> None:
    other = told("b", **({"day": "2026-03-03"} | changes))
    assert len(group_reports([told(), other])) == 2


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        (STAKE | {"stake_percent": 25}, STAKE | {"stake_percent": 24.9, "day": "2026-06-01", "status": "completed"}, 1),
        (STAKE | {"stake_percent": 25}, STAKE | {"stake_percent": 25, "day": "2026-06-01"}, 2),
        (STAKE | {"stake_percent": 60}, {"day": "2026-06-01"}, 1),
        (STAKE | {"stake_percent": 10}, STAKE | {"stake_percent": 25, "day": "2026-06-01"}, 2),
        (STAKE, {"day": "2026-06-01"}, 2),
        (ROUND | {"amount": ("EUR", 5 * M)}, ROUND | {"amount": ("EUR", 5 * M), "day": "2026-05-01"}, 1),
        (ROUND | {"amount": ("EUR", 5 * M)}, ROUND | {"amount": ("EUR", 5 * M), "day": "2026-09-01"}, 2),
        (
            ROUND | {"parties": ("investor A1", "target Tallis")},
            ROUND | {"parties": ("investor B1", "target Tallis")},
            1,
        ),
        (
            STAKE | {"parties": ("investor A1", "target Tallis")},
            STAKE | {"parties": ("investor B1", "target Tallis")},
            2,
        ),
        (ROUND | {"amount": ("EUR", 5 * M)}, ROUND | {"amount": ("EUR", 20 * M), "day": "2026-06-01"}, 2),
        (ROUND, ROUND | {"day": "2026-06-01"}, 2),
        (ORDER, ORDER | {"day": "2026-03-20"}, 1),
        (ORDER, ORDER | {"day": "2026-06-01"}, 2),
        (ORDER | {"amount": ("EUR", 5 * M)}, ORDER | {"amount": ("EUR", 9 * M), "day": "2026-03-04"}, 2),
        (ORDER | {"amount": ("EUR", 5 * M)}, ORDER | {"amount": ("USD", 6 * M), "day": "2026-05-01"}, 1),
        (ORDER, {"type": "licensing", "parties": ("licensor Norvik", "licensee Tallis")}, 2),
        (ORDER, {"type": "partnership", "parties": ("partner Norvik", "partner Tallis")}, 1),
        (VENTURE, {"type": "partnership", "parties": ("partner Norvik", "partner Tallis"), "day": "2026-03-20"}, 1),
        ({}, {"parties": ("seller Norvik", "target Tallis"), "day": "2026-08-01"}, 2),
        (SALE | {"parties": ("acquirer A1", "seller B1", "target battery unit")}, SALE, 1),
        (SALE | {"parties": ("acquirer A1", "seller B1", "target Lumeo")}, SALE, 2),
    ],
)
def test_what_may_lie_between(one: dict, other: dict, count: int) -> None:
    assert len(group_reports([told(**one), told("b", **other)])) == count


def test_initials_that_no_article_explains() -> None:
    full = ("supplier Norvik", "customer Rheinische Verkehrsbetriebe")
    for initials, count in (("RVB", 1), ("RBX", 2)):
        short = ("supplier Norvik", f"customer {initials}")
        reports = [told(type="contract", parties=full), told("b", "2026-03-09", type="contract", parties=short)]
        assert len(group_reports(reports)) == count


def test_a_later_report_shows_that_two_deals_are_one() -> None:
    """Nothing ties the first two, until a third names the buyer by both names."""
    first = told("a", parties=("acquirer Norvik", "target Tallis"))
    second = told("b", "2026-03-03", parties=("acquirer Ostra Holding", "target Tallis"))
    assert len(group_reports([first, second])) == 2
    third = told("c", "2026-03-04", parties=("acquirer Ostra Holding/Norvik", "target Tallis"))
    (group,) = group_reports([first, second, third])
    assert [report.uid for report in group.reports] == ["a", "b", "c"]


def test_two_deals_of_one_article_stay_two() -> None:
    reports = [told(), told("b", site="a")]
    reports[1] = type(reports[1])(**{**vars_of(reports[1]), "article": reports[0].article})
    assert len(group_reports(reports)) == 2


def vars_of(report):
    return {name: getattr(report, name) for name in report.__dataclass_fields__}


def test_called_off_and_made_again() -> None:
    reports = [told(), told("b", "2026-05-01", status="terminated"), told("c", "2027-02-01")]
    assert [len(group.reports) for group in group_reports(reports)] == [2, 1]


def test_reasons_are_given() -> None:
    (group,) = group_reports(
        [told(), told("b", "2026-03-05", parties=("acquirer Norvik Systems/Norvik", "target Tallis"))]
    )
    assert group.members[0].why == ()
    assert group.members[1].why == (
        "Norvik Systems and Tallis in both",
        "Norvik Systems and Norvik are one by an article's own words",
        "3 days apart",
    )


def test_the_user_overrules() -> None:
    reports = [told(), told("b"), told("c", parties=("acquirer Ostra", "target Lumeo"))]
    apart = Guidance(apart=frozenset([frozenset("ab")]))
    assert len(group_reports(reports, apart)) == 3
    together = Guidance(together={"a": frozenset("c"), "c": frozenset("a")})
    assert [len(group.reports) for group in group_reports(reports, together)] == [3]
    different = Guidance(different=frozenset([frozenset(("norvik", "norvick"))]))
    slip = [told(), told("b", parties=("acquirer Norvick", "target Tallis"))]
    assert [len(group_reports(slip, guidance)) for guidance in (Guidance(), different)] == [1, 2]


def test_hundreds_of_reports_of_one_deal() -> None:
    reports = [told(f"r{number}", f"2026-03-{1 + number % 28:02}") for number in range(400)]
    random.Random(1).shuffle(reports)
    assert len(group_reports(reports)) == 1
