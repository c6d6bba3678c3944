"""Several alliances told at once: "has PARTNERSHIPS with Tal and Ostra" are two, one with each."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.deal_types import BETWEEN_TWO
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.tellings.members import Member


def is_of_several(frame: Frame, analysis: Analysis) -> bool:
    """Whether a noun tells several alliances or agreements at once: "has PARTNERSHIPS with Tal and Ostra"."""
    noun = frame.noun
    return (
        frame.type in BETWEEN_TWO and noun is not None and lexicon(analysis.language).ends_as(noun.head.low, "plurals")
    )


def allies_in(frame: Frame, partners: list[Member], analysis: Analysis) -> list[Member]:
    """Those partners behind "with", with whom the others have made their alliances: by the noun's own slot, or the
    phrases of its verb ("MIT TAL UND OSTRA bestehen Partnerschaften")."""
    words = lexicon(analysis.language)
    spans = [(p.start, p.end) for slot, found in frame.slots.items() if words.is_a(slot, "with") for p in found]
    if not spans:
        linked = [p for p in analysis.phrases[frame.sentence] if words.is_a(p.preposition, "with")]
        starts = [p.start for p in linked if any(p.start <= m.places[0][0] < p.end for m in partners if m.places)]
        spans = [(starts[0], analysis.sentences[frame.sentence].end)] if starts else []
    return [
        m
        for m in partners
        if any(first <= at < last for first, last in spans for at, *_ in m.places if at != frame.start)
    ]
