"""The frames of nouns: "the purchase of Tal", "a stake in Tal"."""

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
from newscrawl.deals.frames.offers import is_advice, is_mere_chance, is_offered, offered_by
from newscrawl.deals.frames.relative_support import in_relative_clause
from newscrawl.deals.frames.roles import is_open, renamed, roles_of
from newscrawl.deals.frames.shareholders import is_exchange, is_price, spare_shareholders
from newscrawl.deals.frames.support import adjunct_subject, attributed, is_held, is_only_topic, support_of
from newscrawl.deals.frames.talks import is_talked_over, talked_of
from newscrawl.deals.frames.triggers import NounTrigger
from newscrawl.deals.frames.unsaid_sides import add_topic, of_the_deal_around, of_those_before, take_up
from newscrawl.deals.frames.untold import is_denied, is_infinitive_of, is_only_measure, is_urged
from newscrawl.deals.syntax.lexicon import Verb
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases
from newscrawl.deals.syntax.verb_groups import helpers_of


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


def _is_sought(group: Phrase) -> bool:
    """ "hired Norvik TO FIND a buyer", "to help it FIND a buyer": there is none yet."""
    return bool(group.helper("2")) or (group.form == "infinitive" and not group.helpers)


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
    if trigger.follows and trigger.type not in phrases.told:
        return None
    if noun is not host and outer is not None and outer.type == trigger.type and not (outer.roles or outer.acts_as):
        return None  # "die FÜHRUNG der Runde": who has it is said, not whose round it is
    if _is_another_thing(trigger, noun) or _is_no_news(phrases, host, arguments, grammar):
        return None
    group = arguments.governor
    if trigger.type == "funding" and group is not None and is_only_topic(phrases, group, arguments, grammar):
        return None
    if trigger.type == "funding" and is_only_measure(noun, arguments, grammar):
        return None
    if trigger.type == "contract" and _is_no_order(phrases, noun, arguments, grammar):
        return None
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
    told = news and (not supported or not filled.isdisjoint(attribute.values()))
    if told:
        supported, slots = attribute, attributes
    if trigger.support_only and not supported and not _is_told_by(trigger, arguments):
        return None
    if trigger.type == "acquisition" and supported and _is_operation(slots.get("object", []), grammar):
        return None
    if trigger.support_only and trigger.status in (None, "announced") and _is_denied(phrases, arguments, grammar):
        return None
    if trigger.status == "announced" and trigger.names_party and group is not None and _is_sought(group):
        return None
    if trigger.status in (None, "rumoured") and (
        _is_none(phrases, noun) or (trigger.support_only and _are_none(slots))
    ):
        return None
    own = own_slots(phrases, host, noun, arguments, grammar)
    own.add("indirect", slots.get("indirect", []))
    if not all(meets(need, own, phrases, host, grammar) for need in trigger.needs):
        return None
    if _is_state_of_old(trigger, arguments, phrases, grammar):
        return None
    roles = _roles(phrases, host, noun, trigger, arguments, own, supported, slots, grammar)
    if attribute and not told:  # "Tal schließt eine VON NORVIK ANGEFÜHRTE Runde ab"
        roles |= {r: f for r, f in roles_of(attribute, Arguments(attributes), grammar).items() if is_open(r, roles)}
    if not roles:
        return None
    frame = _frame(host, noun, sentence, trigger, arguments, own, roles, grammar)
    if "acquirer" in roles:
        frame.type = "acquisition"
    frame.rivals |= trigger.status == "talks" and _are_besides(slots.get("subject", []), grammar)
    if _is_unwanted(phrases, noun, arguments):
        frame.status = "denied"
    elif talked or is_talked_over(trigger, arguments, slots, grammar):
        frame.status = frame.status or "talks"
    elif told:
        frame.status = frame.status or "completed"
    return frame


def _roles(
    phrases: Phrases,
    host: Phrase,
    noun: Phrase,
    trigger: NounTrigger,
    arguments: Arguments,
    own: Arguments,
    supported: dict[str, str],
    slots: dict[str, list[Phrase]],
    grammar: Grammar,
) -> dict[str, list[Filler]]:
    """Who has which role, by what stands around the noun, else by the text around."""
    roles = noun_roles(trigger, noun, own, supported, slots, grammar)
    turn_sides(roles, trigger, slots, noun, own)
    hold_as_owner(roles, trigger, supported, own, arguments.governor, grammar)
    sell_as_owners(roles, trigger, slots, noun, own, grammar)
    sell_whole(roles, trigger, slots, grammar)
    sell_own_shares(roles, trigger, noun, own, grammar.references)
    spare_shareholders(roles, phrases, slots, grammar)
    if trigger.acts_as == "gain" and trigger.type == "acquisition" and is_open("acquirer", roles):
        found = fillers(offered_by(phrases, host, grammar), grammar.references)
        roles |= {"acquirer": found} if found else {}
    if trigger.takes_up:
        return {} if roles else of_those_before(trigger, noun, own)
    if roles:
        add_topic(roles, trigger, noun, own, arguments.governor, grammar)
    else:
        roles = of_the_deal_around(phrases, host, trigger, arguments, grammar)
    if trigger.type == "joint_venture":
        take_up(roles, noun, arguments, grammar)
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
        trigger.type,
        trigger.name,
        sentence,
        noun.head.start,
        noun.head.end,
        roles,
        arguments.governor,
        host.index,
        noun,
    )
    frame.mark(trigger, own.slots)
    frame.gives = trigger.acts_as == "give"
    frame.fronted, frame.governed_as = arguments.fronted, arguments.governed_as
    frame.rivals |= trigger.status == "talks" and noun.head.low in grammar.references.plural_bids
    return frame


def _is_another_thing(trigger: NounTrigger, noun: Phrase) -> bool:
    """Whether the words around the noun make it mean no deal of the trigger."""
    if trigger.modifiers and not _is_modified(noun, trigger.modifiers):
        return True
    before = [token.low for token in noun.tokens[-3:-1]] if trigger.pseudo else []
    return bool(before) and (before[-1] in trigger.pseudo or " ".join(before) in trigger.pseudo)


def _is_unwanted(phrases: Phrases, noun: Phrase, arguments: Arguments) -> bool:
    """ "PLANS NO merger with Tal", "strebt KEINE Fusion mit Tal an"."""
    group = arguments.governor
    negated = noun.determiner is not None and noun.determiner.tag == "X"
    return (
        negated and group is not None and group.verb is not None and phrases.words.is_a(group.verb.lemma, "intending")
    )


def _is_none(phrases: Phrases, noun: Phrase) -> bool:
    """ "has NO partnership with Tal", "signed NO agreement": not where somebody says or plans so, who denies it."""
    before = phrases[noun.index - 1] if noun.index and phrases[noun.index - 1].kind == "VG" else None
    bare = before is not None and before.verb is None and before.tokens[-1].tag == "X" and len(before.tokens) > 1
    negated = (noun.determiner is not None and noun.determiner.tag == "X") or (bare and not phrases.words.separable)
    return negated and not any(p.verb is not None and _denies(p.verb, phrases) for p in phrases)


def _denies(verb: Verb, phrases: Phrases) -> bool:
    return verb.group == "say" or phrases.words.is_a(verb.lemma, "intending")


def _are_none(slots: dict[str, list[Phrase]]) -> bool:
    """ "holt KEINEN Partner an Bord"."""
    return any(p.determiner is not None and p.determiner.tag == "X" for p in slots.get("object", []))


def _is_denied(phrases: Phrases, arguments: Arguments, grammar: Grammar) -> bool:
    """ "gewinnt das Rennen um Tal NICHT", "has NOT signed a contract": where only the verb makes a deal of the noun."""
    group = arguments.governor
    if group is None:
        return False
    verb = group.verb
    told = verb is not None and any(phrases.words.is_a(verb.lemma, kind) for kind in ("continuing", "making_known"))
    makes = verb is not None and verb.group in MAKING and not told
    said = any(p.verb is not None and p.verb.group == "say" for p in phrases)  # a denial
    if grammar.words.separable and [t.tag for t in phrases[max(arguments.host - 1, 0)].tokens] == ["X"]:
        return True  # "zählt NICHT zum Kreis der Geldgeber"
    return is_denied(phrases, group) or (makes and group.helper("X") and not said)


MAKING = ("make", "agree", "gain", "give")
"""Classes of verbs with which a deal comes about; but of those that go on with one, "not" says that it ends ("will not
RENEW its contract"), and of those that make it known, that it is there ("has not DISCLOSED its contract")."""


def _is_no_news(phrases: Phrases, host: Phrase, arguments: Arguments, grammar: Grammar) -> bool:
    """Whether the deal is only offered, asked for, advised or possible."""
    group = arguments.governor
    if group is not None and (is_offered(phrases, group, grammar.references) or is_urged(phrases, group, grammar)):
        return True
    if is_price(phrases, host, arguments, grammar):
        return True
    return (
        is_advice(arguments, grammar)
        or is_mere_chance(phrases, host, grammar)
        or is_exchange(phrases, arguments, grammar)
    )


def _is_no_order(phrases: Phrases, noun: Phrase, arguments: Arguments, grammar: Grammar) -> bool:
    """ "HOPES TO WIN a contract from Tal": nobody knows who gets it; "ORDERS from Tal ROSE": so many in all."""
    group = arguments.governor
    gains = group is not None and group.verb is not None and group.verb.group == "gain"
    if group is not None and gains and is_infinitive_of(phrases, group, "tendering", grammar):
        return True
    behind = next((p for p in phrases[arguments.host + 1 :] if p.kind != "NP"), None)
    moves = behind is not None and behind.verb is not None and grammar.words.is_a(behind.verb.lemma, "rising")
    return moves and noun.head.low.endswith("s") and not grammar.references.compounding


def _is_operation(objects: list[Phrase], grammar: Grammar) -> bool:
    """ "legt DEN BETRIEB DER SERVER in die Hände von Tal": who runs something for another does not buy it."""
    return any(p.of is not None and p.head.low in grammar.references.operations for p in objects)


def _are_besides(subject: list[Phrase], grammar: Grammar) -> bool:
    """ "NEBEN TAL hat auch BERGEN ein Angebot vorgelegt": each for itself."""
    return bool(subject) and grammar.words.is_a(subject[0].preposition, "beside")


def _is_told_by(trigger: NounTrigger, arguments: Arguments) -> bool:
    """Whether the verb beside the noun makes it news without giving anybody a role ("the licence ends")."""
    group = arguments.governor
    return group is not None and group.verb is not None and group.verb.lemma in trigger.support


def _is_state_of_old(trigger: NounTrigger, arguments: Arguments, phrases: Phrases, grammar: Grammar) -> bool:
    """Whether the noun hangs on the verb of a state of which nothing says that it is new, or that was so once: "HATTE
    2019 noch 20 Prozent GEHALTEN"; or only says how far another company is owned ("gehört seit 2010 ZU 40 PROZENT
    der Tal AG")."""
    group = arguments.governor
    if group is None or group.verb is None or group.verb.lemma not in trigger.states:
        return False
    host = phrases[arguments.host]
    if host.is_measure and arguments.governed_as == host.preposition:
        return True
    if _is_only_sized(phrases, host, group, grammar):
        return True
    if any(t.is_a("pluperfect") and t.is_a("have") for t in helpers_of(group, phrases)):
        return True
    return not meets("turn", arguments, phrases, group, grammar)


def _is_only_sized(phrases: Phrases, share: Phrase, group: Phrase, grammar: Grammar) -> bool:
    """ "Der Anteil der Norvik AG an Tal liegt künftig BEI 20 PROZENT": nobody says who bought or sold what."""
    slots = grammar.order.verb_arguments(phrases, group.index, True).slots
    sized = any(p.preposition and p.is_measure for found in slots.values() for p in found)
    return sized and any(p.index == share.index for p in slots.get("subject", []))


def _is_modified(noun: Phrase, modifiers: tuple[str, ...]) -> bool:
    determiner = [noun.determiner] if noun.determiner is not None else []
    return any(token.low in modifiers for token in [*determiner, *noun.tokens])
