"""Frames: every place where a sentence tells a deal, with who fills which role there."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from newscrawl.deals.fillers import Filler, fillers
from newscrawl.deals.mentions.references import References
from newscrawl.deals.needs import has_slot, meets
from newscrawl.deals.syntax.lexicon import Lexicon, Verb
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases
from newscrawl.deals.triggers import NounTrigger, Triggers, VerbTrigger


@dataclass(slots=True)
class Frame:
    """A deal as one place of the text tells it; roles are still names, references and units of that place."""

    type: str
    rule: str
    sentence: int
    start: int
    end: int
    roles: dict[str, list[Filler]]
    group: Phrase | None
    """The verb group that tells whether it happened: the trigger itself, or the verb that governs the noun."""
    index: int
    """Where in the sentence's phrases the trigger stands."""
    noun: Phrase | None = None
    governed_as: str = ""
    """Which slot of ``group`` the noun fills."""
    fronted: bool = False
    """Whether the noun stands before the clause of ``group`` ("after the purchase of Tal, …")."""
    status: str | None = None
    weak: bool = False
    echo: tuple[str, ...] = ()
    rivals: bool = False
    slots: dict[str, list[Phrase]] = field(default_factory=dict)


class WordOrder(Protocol):
    """How a family of languages is asked for the arguments of a trigger (see ``syntax.svo``, ``syntax.v2``)."""

    def verb_arguments(self, phrases: Phrases, k: int, transitive: bool) -> Arguments:
        """The arguments of the verb group at ``k``."""

    def noun_arguments(self, phrases: Phrases, k: int, noun: Phrase) -> Arguments:
        """The arguments of a noun inside the noun phrase at ``k``."""

    def gapped_arguments(self, phrases: list[Phrase], k: int, arguments: Arguments) -> list[Arguments]:
        """The arguments of further clauses that leave out the verb at ``k``, whose own arguments are given."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """What frames are found with: the word order, the triggers, the reference words, the closed classes."""

    order: WordOrder
    triggers: Triggers
    references: References
    words: Lexicon

    def slot_of(self, classes: Sequence[str], arguments: Arguments) -> str | None:
        """The filled slot whose preposition belongs to one of the classes of ``words.toml``, the first class first."""
        return next((slot for name in classes for slot in arguments.slots if self.words.is_a(slot, name)), None)


def find_frames(phrases: Phrases, sentence: int, grammar: Grammar) -> list[Frame]:
    """All frames of one sentence, in order of their triggers."""
    frames: list[Frame] = []
    for phrase in phrases:
        if phrase.kind == "VG" and phrase.verb is not None:
            frames += _verb_frames(phrases, phrase, sentence, grammar)
        elif phrase.kind == "NP":
            frames += _nested_noun_frames(phrases, phrase, sentence, grammar)
            frames += _participle_frames(phrases, phrase, sentence, grammar)
    return frames


def _participle_frames(phrases: Phrases, host: Phrase, sentence: int, grammar: Grammar) -> list[Frame]:
    """The frame of a participle before its noun: "der von Norvik übernommene Hersteller Tal"."""
    token = next((t for t in host.tokens[:-1] if t.participle is not None), None)
    if token is None or token.participle is None:
        return []
    arguments = _before_participle(phrases, host, grammar)
    noun = Phrase(
        "NP",
        [t for t in host.tokens if t.start > token.start],
        determiner=host.determiner or token,
        owner=host.owner,
        of=host.of,
        index=host.index,
    )
    arguments.add("object", [noun])
    for trigger in grammar.triggers.verbs.get(token.participle.verb.lemma, ()):
        roles = _roles(trigger.roles, arguments, grammar)
        if "acquirer" not in roles and trigger.roles.get("subject") == "acquirer" and grammar.references.compounding:
            roles["acquirer"] = [Filler(token.start, token.end, reference="one", word="er")]
        if len(roles) > 1 and noun.head.low not in trigger.pseudo and all(n in arguments.slots for n in trigger.needs):
            frame = Frame(trigger.type, trigger.name, sentence, token.start, token.end, roles, None, host.index)
            frame.status, frame.slots = trigger.status or "completed", arguments.slots
            return [frame]
    return []


def _before_participle(phrases: Phrases, host: Phrase, grammar: Grammar) -> Arguments:
    """What stands between the article and the participle; the agent of a participle is its subject."""
    arguments = Arguments()
    for phrase in reversed(phrases[: host.index]):
        if phrase.kind != "NP" or not (phrase.preposition or phrase.is_measure):
            break
        if phrase.preposition:
            is_agent = grammar.words.is_a(phrase.preposition, "passive_agent")
            arguments.add("subject" if is_agent else phrase.preposition, [phrase])
    return arguments


def _nested_noun_frames(phrases: Phrases, host: Phrase, sentence: int, grammar: Grammar) -> list[Frame]:
    """The frames of a noun and of those in its genitives; "the sale of a stake" tells the stake, not the sale."""
    frames: list[Frame] = []
    outer: NounTrigger | None = None
    noun: Phrase | None = _without_venture_name(host, grammar)
    while noun is not None:
        found, trigger = _noun_frames(phrases, host, noun, outer, sentence, grammar)
        if found and outer is not None and outer.acts_as:
            frames = []
        frames += found
        outer, noun = trigger, noun.of
    return frames


def _verb_frames(phrases: Phrases, group: Phrase, sentence: int, grammar: Grammar) -> list[Frame]:
    assert group.verb is not None
    candidates = grammar.triggers.verbs.get(group.verb.lemma, ())
    if not candidates:
        return []
    transitive = any("object" in t.roles or any(n.startswith("object") for n in t.needs) for t in candidates)
    arguments = grammar.order.verb_arguments(phrases, group.index, transitive)
    for trigger in candidates:
        if _is_fulfilled(trigger, arguments, phrases, group, grammar):
            roles = _roles(trigger.roles, arguments, grammar)
            if roles and not (_lacks_its_object(trigger, roles) and trigger is not candidates[-1]):
                _undo_reflexive(roles, grammar.references)
                frame = Frame(
                    trigger.type, trigger.name, sentence, group.head.start, group.head.end, roles, group, group.index
                )
                frame.status, frame.weak, frame.slots = trigger.status, trigger.weak, arguments.slots
                frame.echo, frame.rivals = trigger.echo, trigger.rivals
                return [frame, *_gapped(phrases, frame, trigger, arguments, grammar)]
    return []


def _gapped(
    phrases: Phrases, frame: Frame, trigger: VerbTrigger, arguments: Arguments, grammar: Grammar
) -> list[Frame]:
    """The frames of further deals that share the verb of the first, where the word order allows to leave it out."""
    if "object" not in trigger.roles:
        return []
    frames: list[Frame] = []
    for other in grammar.order.gapped_arguments(phrases, frame.index, arguments):
        roles = _roles(trigger.roles, other, grammar)
        if len(roles) > 1:
            frames.append(replace(frame, roles=roles, slots=other.slots))
    return frames


def _lacks_its_object(trigger: VerbTrigger, roles: dict[str, list[Filler]]) -> bool:
    """Whether what is sold or bought is no company: perhaps it is goods, of which another trigger tells."""
    return "object" in trigger.roles and trigger.roles["object"] not in roles


def _undo_reflexive(roles: dict[str, list[Filler]], words: References) -> None:
    """Who sells itself is the target."""
    if any(filler.word in words.reflexives for filler in roles.get("target", [])) and "seller" in roles:
        roles["target"] = roles.pop("seller")


def _is_fulfilled(
    trigger: VerbTrigger, arguments: Arguments, phrases: Phrases, group: Phrase, grammar: Grammar
) -> bool:
    """Whether what the trigger needs is there, and its object is neither a false friend nor a deal noun."""
    objects = arguments.slots.get("object", [])
    if group.helper("X") or _is_pseudo(trigger, arguments) or _is_offered(phrases, group, grammar.references):
        return False
    if _is_supposed(phrases, group, grammar):
        return False
    thing = [*objects, *arguments.slots.get("second object", [])]
    if trigger.type == "acquisition" and "object" in trigger.roles and objects and all(p.is_measure for p in objects):
        return False
    if trigger.type not in ("funding", "joint_venture") and any(
        _is_trigger_noun(phrase, grammar.triggers) for phrase in thing
    ):
        return False
    needed = [phrase for need in trigger.needs for phrase in arguments.slots.get(need.removeprefix("named "), [])]
    if any(_is_trigger_noun(phrase, grammar.triggers) for phrase in needed):
        return False
    if not all(meets(need, arguments, phrases, group, grammar) for need in trigger.needs):
        return False
    return not trigger.objects or any(
        phrase.head.tag != "E" and phrase.head.low.endswith(tuple(trigger.objects)) for phrase in objects
    )


def _is_pseudo(trigger: VerbTrigger, arguments: Arguments) -> bool:
    """Whether the object is a false friend of the verb, or the noun of another slot ("for fund")."""
    return any(
        (phrase.head.low if slot == "object" else f"{slot} {phrase.head.low}") in trigger.pseudo
        for slot, found in arguments.slots.items()
        for phrase in found
    )


def _is_offered(phrases: Phrases, group: Phrase, words: References) -> bool:
    """ "warrants to buy", "the right to sell": nobody does it yet."""
    before = phrases[group.index - 1] if group.index else None
    return before is not None and before.kind == "NP" and group.helper("2") and before.head.low in words.chances


def _is_supposed(phrases: Phrases, group: Phrase, grammar: Grammar) -> bool:
    """ "what IF Norvik bought Tal", "asked WHETHER it would sell": nobody says that it happens."""
    for phrase in reversed(phrases[: group.index]):
        if phrase.kind in ",;:":
            return False
        if phrase.kind == "S":
            return grammar.words.is_a(phrase.head.low, "if")
    return False


def _is_trigger_noun(phrase: Phrase, triggers: Triggers) -> bool:
    return phrase.head.tag != "E" and (triggers.names_deal(phrase.head.low) or phrase.head.tag == "%")


def _without_venture_name(host: Phrase, grammar: Grammar) -> Phrase:
    """ "a joint venture called Tal": the noun tells the deal, the name behind it is that of the venture."""
    if host.head.tag != "E" or len(host.tokens) < 2 or host.tokens[-2].tag != "N":
        return host
    if not any("called" in trigger.roles for trigger in grammar.triggers.noun(host.tokens[-2].low)):
        return host
    return Phrase("NP", host.tokens[:-1], host.preposition, host.determiner, host.owner, host.of, index=host.index)


def _noun_frames(
    phrases: Phrases, host: Phrase, noun: Phrase, outer: NounTrigger | None, sentence: int, grammar: Grammar
) -> tuple[list[Frame], NounTrigger | None]:
    whole = noun.of is not None or grammar.triggers.compounding
    word = "%" if noun.head.tag == "%" and whole else noun.head.low
    candidates = grammar.triggers.noun(word) if noun.head.tag in "N%AU" else ()
    if not candidates:
        return [], None
    arguments = grammar.order.noun_arguments(phrases, host.index, noun)
    arguments.host, arguments.nested = host.index, noun.head is not host.head
    _part_shares(arguments)
    if outer is not None and outer.acts_as and noun is not host:
        _act_as(host, arguments, _doer(phrases, arguments, grammar), grammar)
    for trigger in candidates:
        frame = _noun_frame(phrases, host, noun, sentence, trigger, arguments, outer, grammar)
        if frame is not None:
            return [frame], trigger
    return [], candidates[0]


def _part_shares(arguments: Arguments) -> None:
    """In "verkauft 20 Prozent der Tal an Norvik" the second one is the verb's: the genitive names whose share it is."""
    group, whole = arguments.governor, arguments.slots.get("of", [])
    gives = group is not None and group.verb is not None and group.verb.group == "give"
    if gives and "an" in arguments.slots and whole and whole[0].names:
        del arguments.slots["an"]


def _doer(phrases: Phrases, arguments: Arguments, grammar: Grammar) -> list[Phrase]:
    """Who completes or announces it: "NORVIK completed the purchase of a stake"."""
    group = arguments.governor
    if grammar.triggers.compounding or group is None or group.verb is None or arguments.governed_as != "object":
        return []
    if group.verb.group not in ("make", "gain", "agree"):
        return []
    return grammar.order.verb_arguments(phrases, group.index, True).slots.get("subject", [])


def _act_as(host: Phrase, arguments: Arguments, doer: list[Phrase], grammar: Grammar) -> None:
    """In "Norvik's sale of its stake" the owner of the sale is the subject, else who does what governs it."""
    agent = grammar.slot_of(["agent"], arguments) or ""
    subject = [host.owner] if host.owner is not None else arguments.slots.get(agent, [])
    if not subject and host.determiner is not None and "possessive" in host.determiner.marks:
        subject = [Phrase("NP", [host.determiner])]
    arguments.add("subject", subject or doer)


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
    if trigger.modifiers and not _is_modified(noun, trigger.modifiers):
        return None
    if arguments.governor is not None and _is_offered(phrases, arguments.governor, grammar.references):
        return None
    supported, slots = _support(phrases, trigger, arguments, grammar)
    if outer is not None and outer.acts_as in trigger.support:
        supported, slots = trigger.support[outer.acts_as or ""], {**slots, **arguments.slots}
    if trigger.support_only and not supported and not _is_told_by(trigger, arguments):
        return None
    own = Arguments({**arguments.slots})
    if "owner" not in own.slots and noun.determiner is not None and "possessive" in noun.determiner.marks:
        own.add("owner", [Phrase("NP", [noun.determiner])])
    if host.head.tag == "E" and host.tokens[:-1] == noun.tokens:
        own.add("called", [Phrase("NP", [host.head])])
    if noun.explained is not None:
        own.add("called", [noun.explained])
    if host.index == 0:
        own.add("opening", [host])
    compound = [t for t in noun.tokens[:-1] if t.tag == "E"]
    if compound:
        own.add("compound", [Phrase("NP", [compound[-1]])])
    if not all(has_slot(need, own) for need in trigger.needs):
        return None
    if _is_state_of_old(trigger, arguments, phrases, grammar):
        return None
    roles = _noun_roles(trigger, own, supported, slots, grammar)
    _turn_sides(roles, trigger, own)
    _sell_own_shares(roles, trigger, noun, own)
    if not roles:
        roles = _of_the_deal_around(phrases, host, trigger, arguments, grammar)
    if not roles:
        return None
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
    frame.status, frame.weak, frame.rivals, frame.slots = trigger.status, trigger.weak, trigger.rivals, own.slots
    frame.fronted, frame.governed_as = arguments.fronted, arguments.governed_as
    frame.rivals = trigger.status == "talks" and noun.head.low in grammar.references.plural_bids
    return frame


def _is_told_by(trigger: NounTrigger, arguments: Arguments) -> bool:
    """Whether the verb beside the noun makes it news without giving anybody a role ("the licence ends")."""
    group = arguments.governor
    return group is not None and group.verb is not None and group.verb.lemma in trigger.support


def _is_state_of_old(trigger: NounTrigger, arguments: Arguments, phrases: Phrases, grammar: Grammar) -> bool:
    """Whether the noun hangs on the verb of a state of which nothing says that it is new."""
    group = arguments.governor
    if group is None or group.verb is None or group.verb.lemma not in trigger.states:
        return False
    return not meets("turn", arguments, phrases, group, grammar)


def _turn_sides(roles: dict[str, list[Filler]], trigger: NounTrigger, own: Arguments) -> None:
    """ "agreed with Tal on a purchase": where nothing else is bought, the one agreed with is the target."""
    bought = [slot for slot in own.slots if trigger.roles.get(slot) == "target"]
    if trigger.acts_as == "gain" and trigger.type == "acquisition" and not bought and "seller" in roles:
        roles.setdefault("target", roles.pop("seller"))


def _sell_own_shares(roles: dict[str, list[Filler]], trigger: NounTrigger, noun: Phrase, own: Arguments) -> None:
    """ "Tal sold a stake to Norvik", "a stake in its stock": of which nothing else is said, one in who sells it."""
    known = noun.determiner is not None and not noun.determiner.is_a("opens_object")
    side = "acquirer" if trigger.type == "acquisition" else "investor"
    own_shares = [f.word for f in roles.get("target", [])] == ["its"]
    unsaid = "target" not in roles and not known and not {"in", "of"} & own.slots.keys()
    if trigger.name in ("stake", "all-shares") and (own_shares or unsaid) and {"seller", side} <= roles.keys():
        roles["target"] = roles.pop("seller")


def _of_the_deal_around(
    phrases: Phrases, host: Phrase, trigger: NounTrigger, arguments: Arguments, grammar: Grammar
) -> dict[str, list[Filler]]:
    """ "The deal includes a partnership": the parties of the deal told before are its partners."""
    group = arguments.governor
    words = grammar.references
    if (
        group is None
        or group.verb is None
        or group.verb.lemma not in words.containing
        or arguments.governed_as != "object"
    ):
        return {}
    subject = grammar.order.verb_arguments(phrases, group.index, True).slots.get("subject", [])
    if trigger.type != "partnership" or not subject or not words.is_a(subject[0].head.low, "deals"):
        return {}
    head = subject[0].head
    return {"partner": [Filler(head.start, head.end, reference="parties", word=head.low)]}


def _is_modified(noun: Phrase, modifiers: tuple[str, ...]) -> bool:
    determiner = [noun.determiner] if noun.determiner is not None else []
    return any(token.low in modifiers for token in [*determiner, *noun.tokens])


def _support(
    phrases: Phrases, trigger: NounTrigger, arguments: Arguments, grammar: Grammar
) -> tuple[dict[str, str], dict[str, list[Phrase]]]:
    """What the governing verb adds: its map of roles, and its own slots."""
    group = arguments.governor
    if group is None:
        return _headline(phrases, trigger, arguments, grammar)
    if group.verb is None:
        return _adjunct(phrases, trigger, arguments, grammar)
    mapped = _support_of(trigger, group.verb, arguments.governed_as)
    benefits = arguments.governed_as == "subject" and grammar.words.is_a(group.verb.lemma, "benefits")
    if not mapped and not benefits:
        return _adjunct(phrases, trigger, arguments, grammar)
    if trigger.adjunct is not None and mapped.get("subject") == trigger.adjunct:
        mapped = {**mapped, "subject": _adjunct_role(trigger, arguments, grammar)}
    slots = dict(grammar.order.verb_arguments(phrases, group.index, True).slots)
    if arguments.governed_as == "subject" and not group.passive:
        if trigger.adjunct and grammar.words.is_a(group.verb.lemma, "benefits"):
            return {"object": trigger.adjunct}, slots
        if group.verb.lemma not in trigger.support:
            return mapped, {}
        slots["subject"] = slots.pop("object", [])
    if "second object" in slots and "object" in slots:
        slots["indirect"] = slots["object"]
    return mapped, _not_taken(slots, {s: p for s, p in arguments.slots.items() if s in trigger.roles})


def _adjunct(
    phrases: Phrases, trigger: NounTrigger, arguments: Arguments, grammar: Grammar
) -> tuple[dict[str, str], dict[str, list[Phrase]]]:
    """Behind a preposition, the subject of the clause does it: "with the purchase of Tal, Norvik grows"."""
    if trigger.adjunct is None or arguments.nested:  # "following news of the purchase"
        return {}, {}
    if arguments.governor is None or not grammar.words.is_a(arguments.governed_as, "adjunct"):
        return {}, {}
    subject = grammar.order.verb_arguments(phrases, arguments.governor.index, True).slots.get("subject", [])
    return {"subject": _adjunct_role(trigger, arguments, grammar)}, {"subject": subject}


def _adjunct_role(trigger: NounTrigger, arguments: Arguments, grammar: Grammar) -> str:
    """Where the noun names its agent, the other side is left: "Tal vor Übernahme durch Norvik"."""
    agent = grammar.slot_of(["agent"], arguments)
    assert trigger.adjunct is not None
    if agent is None or trigger.roles.get(agent) != trigger.adjunct:
        return trigger.adjunct
    return trigger.roles.get("of", trigger.adjunct)


def _headline(
    phrases: Phrases, trigger: NounTrigger, arguments: Arguments, grammar: Grammar
) -> tuple[dict[str, str], dict[str, list[Phrase]]]:
    """Without a verb, the name before the preposition does it: "Norvik vor Übernahme von Tal"."""
    k = arguments.host
    if trigger.adjunct is None:
        return {}, {}
    labelled = _labelled(phrases, k, grammar)
    if labelled:
        return {"subject": _adjunct_role(trigger, arguments, grammar)}, {"subject": labelled}
    if k < 1 or not grammar.words.is_a(phrases[k].preposition, "adjunct"):
        return {}, {}
    before = phrases[k - 2] if phrases[k - 1].kind == "," and k > 1 else phrases[k - 1]
    if before.kind != "NP" or before.preposition or not before.names:
        return {}, {}
    joined = [before]
    while joined[0].index > 1 and phrases[joined[0].index - 1].kind == "&" and phrases[joined[0].index - 2].names:
        joined.insert(0, phrases[joined[0].index - 2])
    return {"subject": _adjunct_role(trigger, arguments, grammar)}, {"subject": joined}


def _labelled(phrases: Phrases, k: int, grammar: Grammar) -> list[Phrase]:
    """Who does it where a colon parts the deal from its party: "Norvik: Übernahme von Tal perfekt", "Fusion mit Tal:
    Norvik wächst"."""
    if not grammar.triggers.compounding:
        return []
    if k == 2 and phrases[1].kind == ":" and phrases[0].kind == "NP" and phrases[0].head.tag == "E":
        return [phrases[0]]
    colon = next((p.index for p in phrases[k + 1 :] if p.kind == ":"), None)
    if colon is None or any(p.kind == "VG" for p in phrases[:colon]) or colon + 1 >= len(phrases):
        return []
    verb = next((p for p in phrases[colon:] if p.kind == "VG" and p.clause == phrases[colon + 1].clause), None)
    if verb is None:
        return []
    subject = grammar.order.verb_arguments(phrases, verb.index, False).slots.get("subject", [])
    return [p for p in subject if p.names]


def _not_taken(slots: dict[str, list[Phrase]], own: dict[str, list[Phrase]]) -> dict[str, list[Phrase]]:
    """The verb's slots without those phrases that belong to the noun ("seinen Anteil AN TAL an Bergen")."""
    kept: dict[str, list[Phrase]] = {}
    for slot, phrases in slots.items():
        mine = own.get(slot)
        if mine and phrases and mine[0].index == phrases[0].index and slot not in ("subject", "object"):
            phrases = slots.get(f"{slot} 2", [])
        if phrases:
            kept[slot] = phrases
    return kept


def _support_of(trigger: NounTrigger, verb: Verb, governed_as: str) -> dict[str, str]:
    """The roles that a governing verb gives: its own, those with its preposition ("gain for"), those of its class."""
    for key in (f"{verb.lemma} {governed_as}", f"{verb.group} {governed_as}", verb.lemma):
        if key in trigger.support:
            return trigger.support[key]
    return trigger.support.get(verb.group, {}) if governed_as in ("object", "subject") else {}


def _noun_roles(
    trigger: NounTrigger, own: Arguments, supported: dict[str, str], slots: dict[str, list[Phrase]], grammar: Grammar
) -> dict[str, list[Filler]]:
    words = grammar.references
    roles = _roles(_turned(trigger.roles, own, grammar), own, grammar)
    for slot, role in supported.items():
        if "|" in role:
            _distribute([r for r in role.split("|") if r not in roles], fillers(slots.get(slot, []), words), roles)
            continue
        if roles.get(role) and role != "partner":
            continue
        known = {f.start for found in roles.values() for f in found}
        roles.setdefault(role, []).extend(f for f in fillers(slots.get(slot, []), words) if f.start not in known)
    _prefer_names(roles)
    return {role: found for role, found in roles.items() if found}


def _turned(roles: dict[str, str], own: Arguments, grammar: Grammar) -> dict[str, str]:
    """With an agent named by preposition, the owner is the patient: "Norvik's acquisition by Tal"."""
    if "of" in own.slots and "compound" in roles and "owner" in roles:
        roles = {**roles, "compound": roles["owner"]}
    if any(p.names for p in own.slots.get("of", [])) and roles.get("von") == roles.get("of") == "target":
        roles = {**roles, "von": "seller"}
    if "an" in own.slots and "of" in own.slots and roles.get("an") == roles.get("of") == "target":
        roles = {**roles, "of": "seller"}
    if "durch" in own.slots and "für" in roles and roles.get("von") == roles.get("durch"):
        roles = {**roles, "von": roles["für"]}
    agent = grammar.slot_of(["agent", "receiver"], Arguments({s: p for s, p in own.slots.items() if s in roles}))
    if agent is None or "owner" not in own.slots or "of" in own.slots or "of" not in roles:
        return roles
    if roles.get("owner") == roles[agent] or grammar.words.is_a(agent, "receiver"):
        return {**roles, "owner": roles["of"]}
    return roles


def _roles(slot_roles: dict[str, str], arguments: Arguments, grammar: Grammar) -> dict[str, list[Filler]]:
    """The fillers of each role; one that several slots can give takes the first, partners take all."""
    words = grammar.references
    roles: dict[str, list[Filler]] = {}
    for slot, role in slot_roles.items():
        found = fillers(_slot(slot, arguments), words)
        if "|" in role:
            _distribute(role.split("|"), found, roles)
        elif found and (role not in roles or role == "partner" or _is_vehicle(slot, role, grammar)):
            roles.setdefault(role, []).extend(found)
    _add_bare_unit(slot_roles, roles, arguments, words)
    _prefer_names(roles)
    return roles


def _is_vehicle(slot: str, role: str, grammar: Grammar) -> bool:
    """Whether a slot names one more who does it: "Norvik bought Tal through its subsidiary Bergen"."""
    return role in ("investor", "acquirer") and grammar.words.is_a(slot, "vehicle")


def _distribute(names: list[str], found: list[Filler], roles: dict[str, list[Filler]]) -> None:
    """Two roles of one slot, in their order ("ein Vertrag zwischen KUNDE und LIEFERANT")."""
    for role, filler in zip(names, found, strict=False):
        roles.setdefault(role, []).append(filler)


def _prefer_names(roles: dict[str, list[Filler]]) -> None:
    """Where two partners are named, a pronoun beside them adds nobody."""
    partners = roles.get("partner", [])
    named = [filler for filler in partners if filler.entity is not None]
    if len(named) > 1:
        roles["partner"] = named


def _slot(slot: str, arguments: Arguments) -> list[Phrase]:
    """The phrases of a slot; ``object owner`` is the one whose thing the object is, ``object name`` a name in it
    ("ordered 30 NORVIK trains")."""
    if slot == "object name":
        objects = [p for p in arguments.slots.get("object", []) if p.names and p.head.tag != "E"]
        return [Phrase("NP", [p.names[0]]) for p in objects]
    if slot.startswith("named "):
        return [p for p in arguments.slots.get(slot[6:], []) if p.names]
    if not slot.endswith(" owner"):
        return arguments.slots.get(slot, [])
    return [owner for p in arguments.slots.get(slot[:-6], []) if (owner := _owner_of(p)) is not None]


def _owner_of(phrase: Phrase) -> Phrase | None:
    """Whose thing a phrase is: "NORVIK's patents", "the patents of NORVIK", "some of NORVIK's patents"."""
    if phrase.owner is not None:
        return phrase.owner
    if phrase.of is not None and phrase.of.head.tag != "E" and phrase.of.owner is not None:
        return phrase.of.owner
    if phrase.of is None and phrase.names and phrase.head.tag == "N":
        return Phrase("NP", [phrase.names[0]])
    return phrase.of


def _add_bare_unit(
    slot_roles: dict[str, str], roles: dict[str, list[Filler]], arguments: Arguments, words: References
) -> None:
    """A unit without an owner beside it belongs to the seller: "bought assets from Norvik"."""
    slot = next((slot for slot, role in slot_roles.items() if role == "target"), None)
    if slot is None or "target" in roles or "seller" not in roles:
        return
    for phrase in arguments.slots.get(slot, []):
        if words.is_a(phrase.head.low, "units") and phrase.head.tag == "N":
            unit = Filler(phrase.start, phrase.end, unit=True, owner=roles["seller"][0], word=phrase.head.low)
            roles.setdefault("target", []).append(unit)
