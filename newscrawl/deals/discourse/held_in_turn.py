"""What its owner of today bought: "Norvik sold Tal to Bergen. THE CURRENT OWNER bought the group in May"."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.earlier_deals import FAR, OWNERSHIP, deals_before
from newscrawl.deals.discourse.topics import WORD
from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import references
from newscrawl.deals.syntax.lexicon import lexicon

BESIDE = 60
"""How many characters before its verb an owner is called so."""


def bought_before_the_owner(filler: Filler, role: str, frame: Frame, analysis: Analysis) -> tuple[Filler, Frame] | None:
    """What the deal told last before was about, with that deal, if a noun or pronoun takes it up: where somebody called
    the owner buys it, where it is passed on, or merged with another ("bought the group and MERGED IT with Tal")."""
    if filler.reference not in ("company", "one"):
        return None
    merged = role == "partner" and any(p.is_pronoun and p.start == filler.start for p in frame.slots.get("object", ()))
    bought = role == "target" and frame.type in OWNERSHIP
    if not merged and not (bought and (frame.trigger.follows or _is_by_the_owner(frame, analysis))):
        return None
    for other in deals_before(frame, analysis, 1 if merged else FAR):
        targets = other.roles.get("target", [])
        if other.type in OWNERSHIP and len(targets) == 1 and targets[0].start != filler.start:
            return targets[0], other
    return None


def _is_by_the_owner(frame: Frame, analysis: Analysis) -> bool:
    """Whether who buys is called the owner: "ITS PRESENT OWNER, Norvik,"."""
    start = analysis.sentences[frame.sentence].start
    said = [word.lower() for word in WORD.findall(analysis.text, max(start, frame.start - BESIDE), frame.start)]
    words = lexicon(analysis.language)
    at = next((i for i, word in enumerate(said) if words.is_a(word, "owning")), None)
    definite = references(analysis.language).definite
    return at is not None and any(word in definite for word in said[max(0, at - 2) : at])
