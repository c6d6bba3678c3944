"""What follows for a deal from all its reports."""

import pytest
from linking.made_reports import told

from newscrawl.linking.follow import follow
from newscrawl.linking.group import group_reports
from newscrawl.linking.guidance import NONE
from newscrawl.linking.model import Report
from newscrawl.linking.names import company_key

M = 1_000_000


def outcome(*reports: Report):
    (group,) = group_reports(reports)
    return follow(group.reports, NONE)


RUMOUR = told("a", "2026-01-05", status="rumoured", amount=("EUR", 300 * M))
DENIAL = told("b", "2026-01-06", status="denied", announced="2026-01-06")
NEWS = told("c", "2026-03-02", status="announced", announced="2026-03-02", amount=("EUR", 450 * M))
DONE = told("d", "2026-09-01", status="completed", closed="2026-08-31")
OVER = told("e", "2026-09-01", status="terminated", announced="2026-09-01")


@pytest.mark.parametrize(
    ("reports", "status"),
    [
        ((RUMOUR,), "rumoured"),
        ((RUMOUR, DENIAL), "denied"),
        ((RUMOUR, DENIAL, NEWS), "announced"),
        ((RUMOUR, NEWS, DONE), "completed"),
        ((RUMOUR, NEWS, OVER), "terminated"),
    ],
)
def test_status(reports: tuple[Report, ...], status: str) -> None:
    assert outcome(*reports).status == status


def test_rumour_announcement_and_closing_are_three_dates() -> None:
    found = outcome(RUMOUR, DENIAL, NEWS, DONE)
    assert (found.rumoured, found.announced, found.closed) == ("2026-01-05", "2026-03-02", "2026-08-31")


@pytest.mark.parametrize(("other", "expected"), [(OVER, None), (NEWS, "2026-03-02"), (DENIAL, None)])
def test_an_ending_or_denial_is_no_announcement(other: Report, expected: str | None) -> None:
    undated = told("z", "2026-03-03", status="announced")
    assert outcome(undated, other).announced == expected


def test_conflicting_amounts_are_marked_and_the_announced_one_is_taken() -> None:
    found = outcome(RUMOUR, NEWS)
    assert (found.amount_from, found.amounts_differ) == ("c", True)
    rounded = told("f", "2026-03-03", amount=("USD", 490 * M))
    assert not outcome(NEWS, rounded).amounts_differ


def test_copies_of_one_text_and_reports_of_one_site_count_once() -> None:
    text = "Norvik Systems of Graz will buy the battery maker Tallis for 450 million euros."
    reports = [
        told("a", evidence=text),
        told("b", evidence=text.replace(".", ", the agency said.")),
        told("c", site="a", evidence="Norvik hat heute bekannt gegeben, dass es den Hersteller Tallis kauft."),
        told("d", evidence="Battery maker Tallis goes to Norvik, which pays cash to the founders."),
    ]
    found = outcome(*reports)
    assert (found.articles, found.independent_reports) == (4, 2)
    assert found.copies == {"b": "a"}


def test_short_name_and_misprint_are_the_company_named_in_full() -> None:
    found = outcome(
        told("a", parties=("acquirer Norvik", "target Kornblum"), amount=("EUR", 5 * M)),
        told("b", parties=("acquirer Norvik Systems/Norvik", "target Kornblum")),
        told("c", parties=("acquirer Norvik", "target Kornblom"), amount=("EUR", 5 * M)),
    )
    assert [(party.key, party.role) for party in found.parties] == [
        (company_key("Norvik Systems"), "acquirer"), ("kornblum", "target"),
    ]  # fmt: skip
    assert found.keys["c", 1] == "kornblum"


def test_a_missing_buyer_comes_from_another_report() -> None:
    found = outcome(told("a", parties=("target Tallis", "seller Ostra")), told("b"))
    assert [(party.name, party.role) for party in found.parties] == [
        ("Norvik", "acquirer"), ("Tallis", "target"), ("Ostra", "seller"),
    ]  # fmt: skip
