"""The frames of nouns: "the purchase of Tal", "a stake in Tal"."""

from newscrawl.deals.frames.adjuncts import adjunct_subject
from newscrawl.deals.frames.counted_deals import add_counted
from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.fillers import fillers
from newscrawl.deals.frames.frame import Frame, Grammar
from newscrawl.deals.frames.needs import meets
from newscrawl.deals.frames.noun_roles import (
    hold_as_owner,
    noun_roles,
    sell_as_owners,
    sell_own_shares,
    sell_whole,
    turn_sides,
)
from newscrawl.deals.frames.noun_slots import (
    act_as,
    doer_of,
    is_share_in,
    leave_to_inner,
    own_slots,
    part_shares,
    without_venture_name,
)
from newscrawl.deals.frames.noun_untold import is_state_of_old, is_unsupported, is_unwanted, tells_none
from newscrawl.deals.frames.offers import offered_by
from newscrawl.deals.frames.relative_support import in_relative_clause
from newscrawl.deals.frames.roles import is_open, renamed, roles_of
from newscrawl.deals.frames.shareholders import spare_shareholders
from newscrawl.deals.frames.support import Support, attributed, is_held, support_of
from newscrawl.deals.frames.talks import is_talked_over, talked_of
from newscrawl.deals.frames.triggers import NounTrigger
from newscrawl.deals.frames.unsaid_sides import (
    add_topic,
    bought_at,
    is_debt_of,
    of_the_deal_around,
    of_those_before,
    owed_by,
    raised_by_topic,
    take_up,
)
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases


def noun_frames(phrases: Phrases, host: Phrase, sentence: int, grammar: Grammar) -> list[Frame]:
    """The frames of a noun and of those in its genitives; "the sale of a stake" tells the stake, not the sale."""
    frames: list[Frame] = []
    outer: NounTrigger | None = None
    noun: Phrase | None = without_venture_name(phrases, host, grammar)
    while noun is not None:
        found, trigger = _noun_frames(phrases, host, noun, outer, sentence, grammar)
        if found and outer is not None and outer.acts_as:
            frames = []
            found = [_of_majority(frame, outer) for frame in found]
        frames += found
        outer, noun = trigger, noun.of
    return frames


def _of_majority(frame: Frame, outer: NounTrigger) -> Frame:
    """ "Die Mehrheit der Anteile": a stake of which control is taken."""
    if not (outer.support_only and outer.type == "acquisition" and frame.type == "stake"):
        return frame
    frame.type, frame.rule = outer.type, outer.name
    frame.roles = renamed(frame.roles, "investor", "acquirer")
    return frame


def _noun_frames(
    phrases: Phrases, host: Phrase, noun: Phrase, outer: NounTrigger | None, sentence: int, grammar: Grammar
) -> tuple[list[Frame], NounTrigger | None]:
    head = noun.head
    if head.tag not in "N%AU":
        return [], None
    is_share = head.tag == "%" and (
        noun.of is not None or grammar.triggers.compounding or is_share_in(phrases, host, grammar.words)
    )
    candidates = grammar.triggers.noun("%" if is_share else head.low)
    if not candidates:
        return [], None
    if head.start not in phrases.able:
        return [], candidates[0]
    arguments = grammar.order.noun_arguments(phrases, host.index, noun)
    arguments.host, arguments.nested = host.index, noun.head is not host.head
    leave_to_inner(arguments, host, grammar)
    part_shares(arguments, noun, grammar.words)
    if outer is not None and outer.acts_as and noun is not host:
        doer = offered_by(phrases, host, grammar) or doer_of(phrases, arguments, grammar)
        doer = doer or _doer_by_verb(phrases, outer, arguments, grammar)
        if not doer and outer.adjunct is not None:
            doer = adjunct_subject(phrases, arguments, grammar)
        act_as(host, noun, arguments, doer, grammar)
    inside = in_relative_clause(phrases, host, noun, arguments, grammar)
    for trigger in candidates:
        frame = _noun_frame(phrases, host, noun, sentence, trigger, arguments, outer, grammar)
        more = _noun_frame(phrases, host, noun, sentence, trigger, inside, None, grammar) if inside else None
        if more is not None and (frame is None or len(more.named()) > len(frame.named())):
            more.weak = True  # who else is named stands in another clause
            return [more], trigger
        if frame is not None:
            add_counted(phrases, frame, grammar)
            return [frame], trigger
    return [], candidates[0]


def _agreed_with(phrases: Phrases, host: Phrase, arguments: Arguments, grammar: Grammar) -> list[Phrase]:
    """Who is the other side of a sale or purchase: "verhandelt MIT TAL über den Verkauf von 20 Prozent"."""
    group = arguments.governor
    if group is None or group.verb is None or not grammar.words.is_a(host.preposition, "concerning"):
        return []
    slots = grammar.order.verb_arguments(phrases, group.index, True).slots
    beside = [p for slot in slots if grammar.words.is_a(slot, "with") for p in slots[slot]]
    return beside if beside and beside[0].names and beside[0] is not host else []


def _is_told_apart(supported: dict[str, str], outer: NounTrigger) -> bool:
    """Whether a verb says what becomes of a share ("Die Mehrheit der Anteile GEHT an Tal"), and not what one thinks
    of its sale ("CONSIDERS the sale of its stake in Tal")."""
    return bool(supported) and not (outer.acts_as == "give" and supported.get("subject") == "investor")


def _doer_by_verb(phrases: Phrases, outer: NounTrigger, arguments: Arguments, grammar: Grammar) -> list[Phrase]:
    """Who does what the outer noun says, by its governing verb: "NORVIK einigt sich auf den Kauf von 30 Prozent"."""
    if not grammar.triggers.compounding or not any(p.names for found in arguments.slots.values() for p in found):
        return []  # "prüft den Erwerb weiterer Anteile": not said of whom
    group = arguments.governor
    if outer.acts_as == "give" and group is not None and _is_intended(group, arguments, grammar):
        return grammar.order.verb_arguments(phrases, group.index, True).slots.get("subject", [])
    supported, slots = support_of(phrases, outer, arguments, grammar)
    return slots.get("subject", []) if supported.get("subject") == DOERS.get(outer.acts_as or "") else []


def _is_intended(group: Phrase, arguments: Arguments, grammar: Grammar) -> bool:
    """ "ERWÄGT den Verkauf von 20 Prozent an Tal": who may sell intends to."""
    intends = group.verb is not None and grammar.words.is_a(group.verb.lemma, "intending")
    return intends and arguments.governed_as == "object" and not group.passive


DOERS = {"gain": "acquirer", "give": "seller"}
"""The role of who does it, by what a noun acts as."""


def _noun_frame(
    phrases: Phrases,
    host: Phrase,
    noun: Phrase,
    sentence: int,
    trigger: NounTrigger,
    arguments: Arguments,
    outer: NounTrigger | None,
    grammar: Grammar,
) -> Frame | None:
    if tells_none(phrases, host, noun, trigger, arguments, outer, grammar):
        return None
    support = _support(phrases, host, noun, trigger, arguments, outer, grammar)
    if support is None or is_unsupported(phrases, noun, trigger, arguments, support, grammar):
        return None
    own = own_slots(phrases, host, noun, arguments, grammar)
    own.add("indirect", support.slots.get("indirect", []))
    if not all(meets(need, own, phrases, host, grammar) for need in trigger.needs):
        return None
    if is_state_of_old(trigger, arguments, phrases, grammar):
        return None
    roles = _roles(phrases, host, noun, trigger, arguments, own, support, grammar)
    owed = trigger.type == "acquisition" and is_debt_of(phrases, host, grammar)
    roles = owed_by(roles, phrases, host, own, grammar) if owed else bought_at(roles, phrases, arguments, grammar)
    if not roles:
        return None
    frame = _frame(host, noun, sentence, trigger, arguments, own, roles, grammar)
    frame.rivals |= trigger.status == "talks" and _are_besides(support.slots.get("subject", []), grammar)
    if is_unwanted(phrases, noun, arguments):
        frame.status = "denied"
    elif support.talked or is_talked_over(trigger, arguments, support.slots, grammar):
        frame.status = frame.status or "talks"
    elif support.by_attribute or owed:
        frame.status = frame.status or "completed"
    return frame


def _support(
    phrases: Phrases,
    host: Phrase,
    noun: Phrase,
    trigger: NounTrigger,
    arguments: Arguments,
    outer: NounTrigger | None,
    grammar: Grammar,
) -> Support | None:
    """What makes a noun news; None where what stands around it is about another noun."""
    talked, slots = talked_of(phrases, host, trigger, grammar) if noun is host else ({}, {})
    supported, slots = (talked, slots) if talked else support_of(phrases, trigger, arguments, grammar)
    if outer is not None and outer.acts_as in trigger.support and not talked and not _is_told_apart(supported, outer):
        supported, slots = trigger.support[outer.acts_as or ""], {**slots, **arguments.slots}
        if partner := _agreed_with(phrases, host, arguments, grammar):
            slots.setdefault("indirect", partner)
    elif outer is not None and outer.acts_as == "give" and noun is not host and trigger.support_only and supported:
        return None  # "verhandelt mit Tal über den Verkauf EINER BETEILIGUNG": not about the stake itself
    attribute, attributes = attributed(phrases, host, trigger, grammar) if noun is host else ({}, {})
    filled = {role for slot, role in supported.items() if slots.get(slot)}
    news = bool(attribute) and not is_held(host, trigger)
    if news and (not supported or not filled.isdisjoint(attribute.values())):
        return Support(attribute, attributes, talked=bool(talked), by_attribute=True)
    return Support(supported, slots, attribute, attributes, talked=bool(talked))


def _roles(
    phrases: Phrases,
    host: Phrase,
    noun: Phrase,
    trigger: NounTrigger,
    arguments: Arguments,
    own: Arguments,
    support: Support,
    grammar: Grammar,
) -> dict[str, list[Filler]]:
    """Who has which role, by what stands around the noun, else by the text around."""
    roles = noun_roles(trigger, noun, own, support.roles, support.slots, grammar)
    turn_sides(roles, trigger, support.slots, noun, own)
    hold_as_owner(roles, trigger, support.roles, own, arguments.governor, grammar)
    sell_as_owners(roles, trigger, support.slots, noun, own, grammar)
    sell_whole(roles, trigger, support.slots, grammar)
    sell_own_shares(roles, trigger, noun, own, grammar.references)
    spare_shareholders(roles, phrases, support.slots, grammar)
    if trigger.acts_as == "gain" and trigger.type == "acquisition" and is_open("acquirer", roles):
        found = fillers(offered_by(phrases, host, grammar), grammar.references)
        roles |= {"acquirer": found} if found else {}
    if trigger.takes_up:
        roles = {} if roles else of_those_before(trigger, noun, own)
    elif roles:
        add_topic(roles, trigger, noun, own, arguments.governor, grammar)
    else:
        roles = of_the_deal_around(phrases, host, trigger, arguments, grammar) or raised_by_topic(trigger, noun)
    if trigger.type == "joint_venture" and not trigger.takes_up:
        take_up(roles, noun, arguments, grammar)
    if support.attribute:  # "Tal schließt eine VON NORVIK ANGEFÜHRTE Runde ab"
        beside = roles_of(support.attribute, Arguments(support.attributes), grammar)
        roles |= {role: found for role, found in beside.items() if is_open(role, roles)}
    return roles


def _frame(
    host: Phrase,
    noun: Phrase,
    sentence: int,
    trigger: NounTrigger,
    arguments: Arguments,
    own: Arguments,
    roles: dict[str, list[Filler]],
    grammar: Grammar,
) -> Frame:
    frame = Frame(
        trigger,
        sentence,
        noun.head.start,
        noun.head.end,
        roles,
        arguments.governor,
        host.index,
        noun,
    )
    frame.mark(own.slots)
    frame.type = "acquisition" if "acquirer" in roles else frame.type
    frame.gives = trigger.acts_as == "give"
    frame.fronted, frame.governed_as = arguments.fronted, arguments.governed_as
    frame.rivals |= trigger.status == "talks" and noun.head.low in grammar.references.plural_bids
    return frame


def _are_besides(subject: list[Phrase], grammar: Grammar) -> bool:
    """ "NEBEN TAL hat auch BERGEN ein Angebot vorgelegt": each for itself."""
    return bool(subject) and grammar.words.is_a(subject[0].preposition, "beside")
