"""Copies of one agency text among the reports of a deal: they count as one source."""

from collections.abc import Sequence

from newscrawl.linking.model import Report

WORDS = 8
"""Words of a sentence at least; two reporters may well write the same short one."""
RUN = 3
"""Words in a row that are compared."""
SHARED = 0.8
"""Share of the runs of the shorter sentence that a copy has in common with the original."""

Runs = frozenset[tuple[str, ...]]


def copies(reports: Sequence[Report]) -> dict[str, str]:
    """The uid of each report whose sentence repeats an earlier one of another site → the uid of that one."""
    found: dict[str, str] = {}
    originals: list[tuple[Report, Runs]] = []
    for report in reports:
        runs = runs_of(report.sentence)
        original = next((o for o, theirs in originals if o.site != report.site and _is_copy(runs, theirs)), None)
        if original is not None:
            found[report.uid] = original.uid
        elif runs:
            originals.append((report, runs))
    return found


def independent(reports: Sequence[Report], copied: dict[str, str]) -> int:
    """How many sites tell a deal in words of their own."""
    return len({report.site for report in reports if report.uid not in copied})


def runs_of(sentence: str) -> Runs:
    """The runs of words in a sentence; none if it is too short to tell."""
    words = "".join(c if c.isalnum() else " " for c in sentence.casefold()).split()
    return frozenset(zip(*(words[i:] for i in range(RUN)), strict=False)) if len(words) >= WORDS else frozenset()


def _is_copy(one: Runs, other: Runs) -> bool:
    shorter = min(len(one), len(other))
    return bool(shorter) and len(one & other) >= SHARED * shorter
