"""The deals that one is counted with: "its third purchase, after Tal and Bergen"."""

from newscrawl.deals.frames.fillers import fillers
from newscrawl.deals.frames.frame import Frame, Grammar
from newscrawl.deals.syntax.phrases import Phrase, Phrases


def add_counted(phrases: Phrases, frame: Frame, grammar: Grammar) -> None:
    """Add what is bought in the deals that one is counted with: "its third purchase, after TAL AND BERGEN"."""
    if frame.slots.keys().isdisjoint(("predicate", "explains")) or not frame.roles.get("acquirer"):
        return
    buyers = {p.index for p in frame.slots.get("for", [])}  # "the third purchase FOR NORVIK, after Tal"
    behind = (p for p in phrases[frame.index + 1 :] if p.index not in buyers)
    j = next((p.index for p in behind if not (p.kind == "," or p.is_measure)), len(phrases))
    if j + 1 >= len(phrases):
        return
    is_conjunction = phrases[j].kind == "S"  # "after" may be one
    word = phrases[j].head.low if is_conjunction else phrases[j].preposition
    if not grammar.words.is_a(word, "counted_after"):
        return
    others, end = _named_one_by_one(phrases, j + is_conjunction)
    if not others or (end < len(phrases) and phrases[end].kind == "VG"):
        return
    known = frame.roles.get("target", []) if "predicate" in frame.slots else []  # an explained one is told by its verb
    frame.roles["target"] = [*known, *fillers(others, grammar.references)]
    frame.status = "completed"


def _named_one_by_one(phrases: Phrases, j: int) -> tuple[list[Phrase], int]:
    """The names of a list at ``j``, each perhaps with its date ("TAL in May and BERGEN in June"), and where it ends."""
    found: list[Phrase] = []
    while j < len(phrases) and phrases[j].kind == "NP" and (named := _named(phrases[j])) is not None:
        found.append(named)
        j += 1
        while j < len(phrases) and (phrases[j].is_time or phrases[j].kind in ",&"):
            j += 1
    return found, j


def _named(phrase: Phrase) -> Phrase | None:
    """ "TAL", "that of TAL"."""
    if phrase.names:
        return phrase
    return phrase.of if phrase.head.tag in "RDL" and phrase.of is not None and phrase.of.names else None
