"""Whom the label of a paragraph names that its references take up, in a round-up of several companies."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.companies import is_organisation
from newscrawl.deals.frames.frame import Frame


def labelled(frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """The organisation that labels the paragraph of a frame: "TRELLIS — Shares rose. The company is being bought"."""
    start = analysis.sentences[analysis.paragraph_start(frame.sentence)].start
    label = next((m for m in analysis.names_between(start, start + BULLET) if m.start in analysis.labels), None)
    if label is None or label.entity in taken or not is_organisation(analysis, label.entity):
        return None
    return label.entity


BULLET = 4
"""Characters at the head of a paragraph among which its label begins."""
