"""What comes out of a merger, or of partners who found one: the company that the next verb says they form."""

from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.fillers import fillers
from newscrawl.deals.frames.frame import Frame, Grammar
from newscrawl.deals.syntax.phrases import Phrase, Phrases


def name_outcomes(frames: list[Frame], phrases: Phrases, grammar: Grammar) -> list[Frame]:
    """The frames of a sentence, its mergers with the company that they make: "merged with Tal TO FORM BERGEN".

    Who forms it sets up no joint venture besides, but partners who found one have a joint venture.
    """
    formed: set[int] = set()
    for frame in frames:
        if frame.type not in ("merger", "partnership") or "venture" in frame.roles:
            continue
        _part_result(frame)
        if named := _formed_when(frame, phrases, grammar):
            frame.roles["venture"] = named
            continue
        group = _forms_next(frame, phrases, grammar)
        made = _made(group, phrases, grammar) if group is not None else []
        if group is not None and made:
            frame.roles["venture"] = made
            frame.type = "merger" if frame.type == "merger" else "joint_venture"
            formed.add(group.index)
    return [frame for frame in frames if frame.type != "joint_venture" or frame.index not in formed]


def _formed_when(frame: Frame, phrases: Phrases, grammar: Grammar) -> list[Filler]:
    """ "BERGEN WAS FORMED in 1999 WHEN Norvik and Tal merged": the company that came about with a merger."""
    opener = next((p for p in reversed(phrases[: frame.index]) if p.kind == "S"), None)
    if frame.type != "merger" or opener is None or not grammar.words.is_a(opener.head.low, "at_that_time"):
        return []
    group = next((p for p in reversed(phrases[: opener.index]) if p.kind == "VG"), None)
    if group is None or group.verb is None or not (group.passive or group.is_bare_participle):
        return []
    if not grammar.words.is_a(group.verb.lemma, "forming"):
        return []
    formed = grammar.order.verb_arguments(phrases, group.index, transitive=True).slots.get("object", [])
    named = [f for f in fillers(formed[:1], grammar.references) if f.entity is not None]
    return [f for f in named if f not in frame.roles.get("partner", ())][:1]


def _part_result(frame: Frame) -> None:
    """ "Norvik and Tal merged INTO BERGEN": where two merge, the third is what they become."""
    result = [p.names[-1].start for p in frame.slots.get("into", ()) if p.names]
    partners = frame.roles.get("partner", [])
    rest = [filler for filler in partners if filler.start not in result]
    if len(result) == 1 and len(rest) > 1 and len(rest) < len(partners):
        frame.roles |= {"partner": rest, "venture": [f for f in partners if f.start in result]}


def _forms_next(frame: Frame, phrases: Phrases, grammar: Grammar) -> Phrase | None:
    """The next verb behind, if it says what becomes of it: an infinitive, a gerund, or joined by "and"."""
    group = next((p for p in phrases[frame.index + 1 :] if p.kind == "VG"), None)
    if group is None or group.verb is None or group.passive:
        return None
    says = "forming" if frame.type == "merger" else "founding_verbs"
    joined = phrases[group.index - 1].kind == "&" and (frame.type == "merger" or not _are_with(frame, grammar))
    told = joined or group.form == "gerund" or group.helper("2")
    return group if told and grammar.words.is_a(group.verb.lemma, says) else None


def _are_with(frame: Frame, grammar: Grammar) -> bool:
    """ "Norvik works WITH TAL and founded Bergen": the subject alone did the next thing."""
    return any(grammar.words.is_a(slot, "with") and found for slot, found in frame.slots.items())


def _made(group: Phrase, phrases: Phrases, grammar: Grammar) -> list[Filler]:
    """The one company whose name stands behind the verb; not that of "became BERGEN'S largest rival"."""
    behind = grammar.order.verb_arguments(phrases, group.index, transitive=True).slots.get("object", [])
    named = [p for p in behind[:1] if p.owner is None]
    return [f for f in fillers(named, grammar.references) if f.entity is not None][:1]
