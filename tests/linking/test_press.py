"""The pairs of press.toml: what a careful reader takes for one deal is linked, and what he takes for two is not."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from linking.made_reports import told

from newscrawl.linking.group import group_reports
from newscrawl.linking.model import Report

PAIRS = tomllib.loads((Path(__file__).parent / "press.toml").read_text(encoding="utf-8"))


def report_of(uid: str, line: dict[str, Any]) -> Report:
    changes = dict(line)
    if "amount" in changes:
        currency, millions = changes["amount"]
        changes["amount"] = (currency, round(millions * 1_000_000))
    return told(uid, evidence=changes.pop("sentence"), **changes)


def deals(told: dict[str, Any]) -> list[list[str]]:
    """The uids of the reports of each deal."""
    reports = [report_of(uid, line) for uid, line in zip("abcdef", told["reports"], strict=False)]
    return sorted(sorted(report.uid for report in group.reports) for group in group_reports(reports))


@pytest.mark.parametrize("pair", PAIRS["one_deal"], ids=lambda pair: pair["about"])
def test_one_deal(pair: dict[str, Any]) -> None:
    assert deals(pair) == [["a", "b"]]


@pytest.mark.parametrize("pair", PAIRS["two_deals"], ids=lambda pair: pair["about"])
def test_two_deals(pair: dict[str, Any]) -> None:
    assert deals(pair) == [["a"], ["b"]]


@pytest.mark.parametrize("story", PAIRS["stories"], ids=lambda story: story["about"])
def test_stories(story: dict[str, Any]) -> None:
    assert deals(story) == sorted(story["deals"])
