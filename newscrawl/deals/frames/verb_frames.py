"""Frames: every place where a sentence tells a deal, with who fills which role there."""

from collections.abc import Iterable
from dataclasses import replace

from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.fillers import fillers
from newscrawl.deals.frames.frame import Frame, Grammar
from newscrawl.deals.frames.fulfilled import is_fulfilled
from newscrawl.deals.frames.needs.verb_forms import is_ended
from newscrawl.deals.frames.noun_frames import noun_frames
from newscrawl.deals.frames.outcome import name_outcomes
from newscrawl.deals.frames.participles import attribute_behind, before_participle, is_met_before, participle_in
from newscrawl.deals.frames.parting import part_reference, part_with
from newscrawl.deals.frames.roles import part_from_unnamed, roles_of
from newscrawl.deals.frames.triggers import VerbTrigger
from newscrawl.deals.frames.unsaid_sides import without_taken_up
from newscrawl.deals.frames.untold import (
    is_asked,
    is_infinitive_of,
    is_negated,
    is_nothing,
    is_untold,
    refusal,
)
from newscrawl.deals.mentions.references import References
from newscrawl.deals.syntax.added import EARLIER
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases


def find_frames(phrases: Phrases, sentence: int, grammar: Grammar) -> list[Frame]:
    """All frames of one sentence, in order of their triggers; one may go on with a deal that the sentence itself tells
    before ("kaufte 2012 Tal, 2014 FOLGTE Bergen")."""
    frames: list[Frame] = []
    for phrase in phrases:
        found = _frames_at(phrases, phrase, sentence, grammar)
        for frame in found:
            frame.asked = is_asked(phrases, phrase)
        phrases.told |= {frame.type for frame in found if frame.roles.keys() != {"seller"}}
        frames += found
    return name_outcomes(without_taken_up(frames), phrases, grammar)


def _frames_at(phrases: Phrases, phrase: Phrase, sentence: int, grammar: Grammar) -> list[Frame]:
    """The frames whose trigger stands in a phrase."""
    if phrase.kind == "VG" and phrase.verb is not None:
        return _verb_frames(phrases, phrase, sentence, grammar)
    if phrase.kind != "NP":
        return []
    found = noun_frames(phrases, phrase, sentence, grammar)
    if grammar.references.compounding:  # participles stand before nouns
        found += _participle_frames(phrases, phrase, sentence, grammar)
        if phrase.of is not None:
            found += _participle_frames(phrases, phrase.of, sentence, grammar, phrase.index)
    return found


def _participle_frames(
    phrases: Phrases, host: Phrase, sentence: int, grammar: Grammar, hangs_on: int | None = None
) -> list[Frame]:
    """The frame of a participle before its noun: "der von Norvik übernommene Hersteller Tal"; of a genitive, whose
    attribute stands behind the phrase that it ``hangs_on`` ("Gründer der an Norvik verkauften Tal").
    """
    token = participle_in(host)
    if token is None or token.participle is None or token.start not in phrases.able:
        return []
    at = host.index if hangs_on is None else hangs_on
    arguments = (
        before_participle(phrases, host, grammar) if hangs_on is None else attribute_behind(phrases, at, grammar)
    )
    noun = _explained_by(phrases, host) or Phrase(
        "NP",
        [t for t in host.tokens if t.start > token.start],
        determiner=host.determiner or token,
        owner=host.owner,
        of=host.of,
        index=at,
    )
    arguments.add("object", [noun])
    for trigger in grammar.triggers.verbs.get(token.participle.verb.lemma, ()):
        roles = roles_of(trigger.roles, arguments, grammar)
        if "acquirer" not in roles and trigger.roles.get("subject") == "acquirer" and grammar.references.compounding:
            roles["acquirer"] = [Filler(token.start, token.end, reference="one")]
        is_lead = trigger.type == "funding" and "investor" in roles  # "eine von Norvik angeführte Runde"
        if (
            (len(roles) > 1 or is_lead or len(roles.get("partner", ())) > 1)
            and noun.head.low not in trigger.pseudo
            and all(is_met_before(need, arguments) for need in trigger.needs)
        ):
            frame = Frame(trigger, sentence, token.start, token.end, roles, None, at)
            frame.status, frame.slots = trigger.status or "completed", arguments.slots
            return [frame]
    return []


def _explained_by(phrases: Phrases, host: Phrase) -> Phrase | None:
    """The name that an apposition without one explains: "TAL, eine 2010 von Norvik übernommene Firma"."""
    before = phrases[host.index - 2] if host.apposed and host.index > 1 and not host.names else None
    return before if before is not None and before.kind == "NP" and before.head.tag == "E" else None


def _verb_frames(phrases: Phrases, group: Phrase, sentence: int, grammar: Grammar) -> list[Frame]:
    assert group.verb is not None
    candidates = grammar.triggers.verbs.get(group.verb.lemma, ())
    if not candidates or not any(token.start in phrases.able for token in group.tokens):
        return []
    ended = is_ended(phrases, group)
    negated = ended or is_negated(phrases, group)
    refused = refusal(phrases, group) if negated else None
    if (negated and refused is None and not ended) or is_untold(phrases, group, grammar):
        return []
    transitive = any("object" in t.roles or any(n.startswith(("object", "money")) for n in t.needs) for t in candidates)
    arguments = grammar.order.verb_arguments(phrases, group.index, transitive)
    if not ended and is_nothing(arguments.slots.get("object", [])):
        return []
    if grammar.references.compounding:
        takes_name = any(not t.roles.keys().isdisjoint(("object", "named object")) for t in candidates)
        part_reference(phrases, group, arguments, takes_name, grammar.references)
    part_with(arguments, grammar.references)
    frames = _frames_by(candidates, arguments, phrases, group, sentence, grammar)
    if refused:
        return _told_as("terminated" if ended else refused, filter(_is_refused, frames))
    return _told_as("terminated", filter(_went_on, frames)) if ended else frames


def _frames_by(
    candidates: tuple[VerbTrigger, ...],
    arguments: Arguments,
    phrases: Phrases,
    group: Phrase,
    sentence: int,
    grammar: Grammar,
) -> list[Frame]:
    """The frames of the first trigger that is fulfilled, and of those before it that wait for the next sentence."""
    frames: list[Frame] = []
    last = next((trigger for trigger in reversed(candidates) if not trigger.echo), None)
    for trigger in candidates:
        if not is_fulfilled(trigger, arguments, phrases, group, grammar):
            continue
        roles = roles_of(trigger.roles, arguments, grammar)
        part_from_unnamed(roles, arguments.slots.get("subject", [])[:1], arguments, grammar)
        _add_own_company(roles, trigger, arguments, grammar)
        told = trigger is last or set(roles) == {"seller"} or not _lacks_its_object(trigger, roles)
        tells_alone = trigger.type == "funding" and trigger.topic == "target"  # "A Series A in 2021 brought in $5m"
        if (roles or tells_alone) and told:
            frames += _frames_of(trigger, roles, arguments, phrases, group, sentence, grammar)
            if not trigger.echo:
                break
    return frames


def _told_as(status: str, frames: Iterable[Frame]) -> list[Frame]:
    """The frames with a status that their verb gives them."""
    told = list(frames)
    for frame in told:
        frame.status = status
    return told


def _went_on(frame: Frame) -> bool:
    """Whether two did it with each other until now: what somebody no longer buys or owns is no deal."""
    return frame.type in GOING_ON and sum(map(len, frame.roles.values())) > 1


GOING_ON = frozenset(("contract", "partnership", "licensing"))
"""The types of deals that go on until somebody ends them."""


def _is_refused(frame: Frame) -> bool:
    """Whether somebody will not or may not buy, with both sides named: what is not for sale is no deal."""
    return len(frame.roles) > 1 and not BUYING.isdisjoint(frame.roles)


BUYING = frozenset(("acquirer", "investor"))
"""The roles of who gets something that another company is or owns."""


def _frames_of(
    trigger: VerbTrigger,
    roles: dict[str, list[Filler]],
    arguments: Arguments,
    phrases: Phrases,
    group: Phrase,
    sentence: int,
    grammar: Grammar,
) -> list[Frame]:
    """The frame of a verb, and those of further deals that share it."""
    _undo_reflexive(roles, grammar.references)
    _spare_owned(roles, arguments, grammar)
    _add_topic(roles, trigger, arguments, group)
    frame = Frame(trigger, sentence, group.head.start, group.head.end, roles, group, group.index)
    frame.mark(arguments.slots)
    frame.rivals |= _competes(phrases, group, grammar)
    frame.echo = trigger.echo
    return [frame, *_gapped(phrases, frame, trigger, arguments, grammar)]


def _add_topic(roles: dict[str, list[Filler]], trigger: VerbTrigger, arguments: Arguments, group: Phrase) -> None:
    """Give the role that the sentence leaves out to the company of the text; who follows as a partner joins one."""
    joins = trigger.follows and trigger.topic == "partner"
    if trigger.topic and (joins or not (trigger.topic in roles or _has_slot_for(trigger, arguments))):
        topic = Filler(group.head.start, group.head.end, reference="topic")
        roles[trigger.topic] = [topic, *roles.get(trigger.topic, ())]


def _has_slot_for(trigger: VerbTrigger, arguments: Arguments) -> bool:
    """Whether the sentence has words for the trigger's topic, though they name nobody ("bei einem Händler")."""
    return any(role == trigger.topic and slot in arguments.slots for slot, role in trigger.roles.items())


def _gapped(
    phrases: Phrases, frame: Frame, trigger: VerbTrigger, arguments: Arguments, grammar: Grammar
) -> list[Frame]:
    """The frames of further deals that share the verb of the first, where the word order allows to leave it out."""
    topic = {role: found for role, found in frame.roles.items() if role == trigger.topic}
    takes_two = "object" in trigger.roles or trigger.type in ("joint_venture", "funding") or bool(topic)
    takes_any = takes_two or grammar.triggers.compounding
    frames: list[Frame] = []
    for other in grammar.order.gapped_arguments(phrases, frame.index, arguments):
        if not (takes_any or _shares_both(arguments, other)):
            continue
        roles = roles_of(trigger.roles, other, grammar)
        if set(roles) == {"partner"} and _tells_the_same(trigger, other):
            frame.roles["partner"] += [f for f in roles["partner"] if f not in frame.roles["partner"]]
        elif len({**topic, **roles}) > 1 or len(roles.get("partner", ())) > 1 or trigger.type == "funding":
            own = replace(frame, roles={**topic, **roles}, slots=other.slots, beside=_end_of(other))
            own.status = "completed" if EARLIER in other.slots else frame.status
            frames.append(own)
    if frames and frame.beside is None and any(own.beside is not None and own.beside < frame.start for own in frames):
        frame.beside = _end_of(arguments)  # the verb stands behind all of them
    return frames


def _tells_the_same(trigger: VerbTrigger, other: Arguments) -> bool:
    """Whether partners that are added belong to the same alliance: neither a date nor a field of their own is said, as
    in "bei Autos mit Tal, BEI KREDITEN mit Bergen"."""
    return other.slots.keys() <= {*trigger.roles, "subject"}


def _shares_both(arguments: Arguments, other: Arguments) -> bool:
    """Whether subject and object are those of the first, or both objects sums: "invested in A in 2010 and IN B in
    2012"."""
    one, two = arguments.slots.get("object", []), other.slots.get("object", [])
    same = one == two or all(p.is_measure for p in (*one, *two))
    return same and arguments.slots.get("subject") == other.slots.get("subject")


def _end_of(arguments: Arguments) -> int | None:
    """Where the sum of a clause that leaves out its verb ends, else its date, else its object."""
    sums = [p for found in arguments.slots.values() for p in found if p.is_measure and p.head.tag == "M"]
    found = sums[:1] or arguments.slots.get("dated") or arguments.slots.get("object")
    return found[-1].end if found else None


def _lacks_its_object(trigger: VerbTrigger, roles: dict[str, list[Filler]]) -> bool:
    """Whether what is sold or bought is no company: perhaps it is goods, of which another trigger tells."""
    return "object" in trigger.roles and trigger.roles["object"] not in roles


def _spare_owned(roles: dict[str, list[Filler]], arguments: Arguments, grammar: Grammar) -> None:
    """ "ITS FOUNDERS sold it to Norvik": who owns a company sells it; it does not sell itself."""
    subject = arguments.slots.get("subject", [])
    if (
        not subject
        or subject[0].names
        or subject[0].explained is not None
        or not grammar.words.is_a(subject[0].head.low, "owners")
        or "seller" not in roles
    ):
        return
    owned = roles.pop("seller")
    roles.setdefault("target", owned)


def _add_own_company(
    roles: dict[str, list[Filler]], trigger: VerbTrigger, arguments: Arguments, grammar: Grammar
) -> None:
    """ "Norvik-GRÜNDER Jan Berg verkauft SEINE FIRMA": what its founder or owner sells is the company beside them."""
    subject, things = arguments.slots.get("subject", []), arguments.slots.get("object", [])
    known = any(not filler.owns for filler in roles.get("target", ()))
    if trigger.roles.get("object") != "target" or known or len(subject) != 1 or len(things) != 1:
        return
    firm, post = subject[0].tokens[-3:-1] if len(subject[0].tokens) > FIRM_AND_POST else (None, None)
    if firm is None or post is None or firm.tag != "E" or not post.glued:
        return
    owns = grammar.words.is_a(post.low.rpartition("-")[2], "owners")
    if owns and things[0].is_owned and things[0].head.low in grammar.references.general:
        roles["target"] = fillers([Phrase("NP", [firm])], grammar.references)


FIRM_AND_POST = 2
"""How many words stand before a person's name in "Norvik-Gründer Jan Berg"."""


def _undo_reflexive(roles: dict[str, list[Filler]], words: References) -> None:
    """Who sells itself is the target."""
    if any(filler.word in words.reflexives for filler in roles.get("target", [])) and "seller" in roles:
        roles["target"] = roles.pop("seller")


def _competes(phrases: Phrases, group: Phrase, grammar: Grammar) -> bool:
    """ "Norvik and Bergen are VYING to buy Tal": each for itself."""
    return is_infinitive_of(phrases, group, "competing", grammar)
