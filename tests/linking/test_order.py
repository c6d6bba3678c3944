"""The same reports in any order are the same deals, and what was linked one by one is what is linked at once."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linking.made_reports import told

from evaluation.stories import FOLDER, read_story
from newscrawl.linking.follow import follow
from newscrawl.linking.group import group_reports
from newscrawl.linking.guidance import NONE
from newscrawl.linking.model import Report

NAMES = ("Norvik", "Norvik Systems", "Norvick", "Tallis", "Tallis AG", "Talis", "Ostra")
TYPES = {"acquisition": ("acquirer", "target"), "stake": ("investor", "target"), "merger": ("partner", "partner"),
         "contract": ("supplier", "customer"), "funding": ("investor", "target")}  # fmt: skip


@st.composite
def reports(draw: st.DrawFn) -> list[Report]:
    """Reports of few companies in few months: much may be one deal, and much may not."""
    listed = []
    for number in range(draw(st.integers(2, 9))):
        kind = draw(st.sampled_from(sorted(TYPES)))
        names = draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=2, unique=True))
        aliases = draw(st.sampled_from(("", "/Norvik", "/Tallis")))
        parties = [f"{role} {name}" for role, name in zip(TYPES[kind], names, strict=True)]
        day = f"2026-{draw(st.integers(1, 12)):02}-{draw(st.integers(1, 28)):02}"
        millions = draw(st.sampled_from((None, 5, 6, 20)))
        listed.append(
            told(
                f"r{number}", day, type=kind, parties=(parties[0] + aliases, parties[1]),
                status=draw(st.sampled_from(("rumoured", "announced", "completed", "terminated"))),
                main=draw(st.booleans()), amount=("EUR", millions * 1_000_000) if millions else None,
            )
        )  # fmt: skip
    return listed


def partition(found: list[Report]) -> set[frozenset[str]]:
    return {frozenset(report.uid for report in group.reports) for group in group_reports(found)}


@settings(max_examples=150, deadline=None)
@given(reports(), st.randoms())
def test_any_order_gives_the_same_deals(listed: list[Report], random) -> None:
    shuffled = list(listed)
    random.shuffle(shuffled)
    assert partition(shuffled) == partition(listed)
    one, other = ([follow(g.reports, NONE) for g in group_reports(found)] for found in (listed, shuffled))
    assert one == other


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.stem)
def test_a_deal_depends_on_its_own_reports_alone(path: Path) -> None:
    """Strangers beside them change nothing."""
    story = read_story(path)
    strangers = [told(f"x{n}", parties=(f"acquirer Fremd{n} Werke", f"target Fern{n} Werke")) for n in range(20)]
    mixed = {group for group in partition([*story.reports, *strangers]) if not any(u.startswith("x") for u in group)}
    assert mixed == partition(story.reports)
