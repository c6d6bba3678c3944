"""Linking one more report of a much told company compares only what is new, and finds the same as without a memory."""

import pytest
from hypothesis import given, settings
from linking.made_reports import told
from linking.test_order import reports

from newscrawl.linking import group, memory
from newscrawl.linking.compare import fit
from newscrawl.linking.group import group_reports
from newscrawl.linking.guidance import Guidance
from newscrawl.linking.model import Report

BIDDERS = 30


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The uids of the reports that are compared with a group, each time that happens."""
    seen: list[str] = []

    def noted(report: Report, *others: object) -> object:
        seen.append(report.uid)
        return fit(report, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(group, "fit", noted)
    return seen


def bids(count: int) -> list[Report]:
    """As many companies want the same one."""
    return [told(f"r{n:03}", parties=(f"acquirer Bidder{n * 7919}", "target Tallis")) for n in range(count)]


def test_one_more_report_compares_only_what_is_new(compared: list[str]) -> None:
    guidance = Guidance()
    group_reports(bids(BIDDERS), guidance)
    first = len(compared)
    group_reports(bids(BIDDERS + 1), guidance)
    assert first > BIDDERS**2 / 2
    assert 0 < len(compared) - first <= 4 * BIDDERS


def test_other_guidance_remembers_nothing_of_it(compared: list[str]) -> None:
    group_reports(bids(3), Guidance())
    first = len(compared)
    group_reports(bids(3), Guidance())
    assert len(compared) == 2 * first


@settings(max_examples=100, deadline=None)
@given(reports(), reports())
def test_memory_changes_nothing(before: list[Report], listed: list[Report]) -> None:
    guidance = Guidance()
    group_reports(before, guidance)
    assert group_reports(listed, guidance) == group_reports(listed, Guidance())


def test_much_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MOST", 100)
    guidance = Guidance()
    wanted = group_reports(bids(BIDDERS), guidance)
    assert len(guidance.memory.fits) > 100
    assert group_reports(bids(BIDDERS), guidance) == wanted
    group_reports(bids(2), guidance)
    assert len(guidance.memory.fits) < 10
