"""The frames of nouns: "the purchase of Tal", "a stake in Tal"."""

from newscrawl.deals.fillers import Filler, fillers
from newscrawl.deals.frame import Frame, Grammar
from newscrawl.deals.mentions.references import References
from newscrawl.deals.needs import meets
from newscrawl.deals.roles import distribute, drop_label, is_open, prefer_names, roles_of
from newscrawl.deals.support import adjunct_subject, attributed, support_of
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases
from newscrawl.deals.triggers import NounTrigger


def noun_frames(phrases: Phrases, host: Phrase, sentence: int, grammar: Grammar) -> list[Frame]:
    """The frames of a noun and of those in its genitives; "the sale of a stake" tells the stake, not the sale."""
    frames: list[Frame] = []
    outer: NounTrigger | None = None
    noun: Phrase | None = _without_venture_name(host, grammar)
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
    frame.roles = {"acquirer" if role == "investor" else role: found for role, found in frame.roles.items()}
    return frame


def is_offered(phrases: Phrases, group: Phrase, words: References) -> bool:
    """ "warrants to buy", "the right to sell": nobody does it yet, but who EXERCISES an option to buy."""
    before = phrases[group.index - 1] if group.index else None
    if before is None or before.kind != "NP" or not group.helper("2") or before.head.low not in words.chances:
        return False
    using = phrases[before.index - 1] if before.index else None
    return using is None or using.verb is None or not phrases.words.is_a(using.verb.lemma, "using")


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
    head = noun.head
    if head.tag not in "N%AU":
        return [], None
    is_share = head.tag == "%" and (noun.of is not None or grammar.triggers.compounding or _is_share_in(phrases, host))
    candidates = grammar.triggers.noun("%" if is_share else head.low)
    if not candidates:
        return [], None
    arguments = grammar.order.noun_arguments(phrases, host.index, noun)
    arguments.host, arguments.nested = host.index, noun.head is not host.head
    _leave_to_inner(arguments, host, grammar)
    _part_shares(arguments, noun)
    if outer is not None and outer.acts_as and noun is not host:
        doer = _offered_by(phrases, host, grammar) or _doer(phrases, arguments, grammar)
        if not doer and grammar.triggers.compounding and outer.adjunct is not None:
            doer = adjunct_subject(phrases, arguments, grammar)
        _act_as(host, arguments, doer, grammar)
    for trigger in candidates:
        frame = _noun_frame(phrases, host, noun, sentence, trigger, arguments, outer, grammar)
        if frame is not None:
            _add_counted(phrases, frame, grammar)
            return [frame], trigger
    return [], candidates[0]


def _add_counted(phrases: Phrases, frame: Frame, grammar: Grammar) -> None:
    """Add what is bought in the deals that one is counted with: "its third purchase, after TAL AND BERGEN"."""
    if "predicate" not in frame.slots or not frame.roles.get("acquirer"):
        return
    j = next((p.index for p in phrases[frame.index + 1 :] if not (p.kind == "," or p.is_measure)), len(phrases))
    if j + 1 >= len(phrases) or phrases[j].kind != "S" or not grammar.words.is_a(phrases[j].head.low, "counted_after"):
        return
    others = [p for p in grammar.order.joined_with(phrases, j + 1) if p.names]
    end = j + 2 * len(others)
    if not others or (end < len(phrases) and phrases[end].kind == "VG"):
        return
    frame.roles.setdefault("target", []).extend(fillers(others, grammar.references))
    frame.status = "completed"


def _leave_to_inner(arguments: Arguments, host: Phrase, grammar: Grammar) -> None:
    """In "ein Angebot zur Übernahme von Tal" what stands behind the inner deal noun belongs to that."""
    if not grammar.triggers.compounding:
        return
    behind = sorted(p.index for found in arguments.slots.values() for p in found if _tells_more(p, host, grammar))
    for slot, found in list(arguments.slots.items()):
        if behind and any(p.index > behind[0] for p in found) and slot not in ("copula", "becomes", "has"):
            del arguments.slots[slot]


def _tells_more(phrase: Phrase, host: Phrase, grammar: Grammar) -> bool:
    """Whether a phrase behind a deal noun is another deal that it is for: "ein Angebot ZUM KAUF"."""
    for_it = phrase.preposition in ("zu", "für", "über") and phrase.index > host.index and phrase.head.tag == "N"
    return for_it and not phrase.names and any(t.acts_as for t in grammar.triggers.noun(phrase.head.low))


def _offered_by(phrases: Phrases, host: Phrase, grammar: Grammar) -> list[Phrase]:
    """Whose offer, plan or contract it is to do the deal: "das Angebot VON NORVIK zum Kauf von Tal"."""
    words = grammar.references
    if not words.compounding or host.preposition not in ("zu", "für", "über") or not host.index:
        return []
    before = phrases[host.index - 1]
    if before.kind == "NP" and before.preposition == "von" and before.names and before.index:
        noun = phrases[before.index - 1]
        return [before] if noun.kind == "NP" and words.is_a(noun.head.low, "offers") else []
    if before.kind != "NP" or not words.is_a(before.head.low, "offers"):
        return []
    whose = [before.owner, before.of, *(Phrase("NP", [t]) for t in before.names)]
    return [p for p in whose if p is not None and p.names][:1]


def _is_mere_chance(phrases: Phrases, host: Phrase, grammar: Grammar) -> bool:
    """ "die OPTION zur Übernahme": nobody does it yet."""
    before = phrases[host.index - 1] if host.index else None
    if before is None or before.kind != "NP" or host.preposition not in ("zu", "auf", "für"):
        return False
    return grammar.references.compounding and before.head.low in grammar.references.chances


def _is_share_in(phrases: Phrases, host: Phrase) -> bool:
    """ "9.4 percent IN IT", "IN WHICH Norvik bought 9.4 percent", "sold ITS 9.4 percent"."""
    if host.determiner is not None and "possessive" in host.determiner.marks:
        return True
    if any(
        p.kind == "L" and phrases[p.index - 1].preposition == "in" for p in phrases[max(1, host.index - 4) : host.index]
    ):
        return True
    behind = phrases[host.index + 1] if host.index + 1 < len(phrases) else None
    return behind is not None and behind.preposition == "in" and (behind.is_pronoun or behind.head.tag == "E")


def _part_shares(arguments: Arguments, noun: Phrase) -> None:
    """In "verkauft 20 Prozent der Tal an Norvik" the second one is the verb's: the genitive names whose share it is."""
    group, whole = arguments.governor, arguments.slots.get("of", [])
    gives = group is not None and group.verb is not None and group.verb.group == "give"
    known = bool(whole and whole[0].names) or any(t.tag == "E" for t in noun.tokens[:-1])
    if gives and "an" in arguments.slots and known:
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
    if trigger.pseudo and len(noun.tokens) > 1 and noun.tokens[-2].low in trigger.pseudo:
        return None
    if arguments.governor is not None and is_offered(phrases, arguments.governor, grammar.references):
        return None
    if _is_advice(arguments, grammar) or _is_mere_chance(phrases, host, grammar):
        return None
    supported, slots = support_of(phrases, trigger, arguments, grammar)
    if not supported and outer is not None and outer.acts_as in trigger.support:
        supported, slots = trigger.support[outer.acts_as or ""], {**slots, **arguments.slots}
    attribute, attributes = attributed(phrases, host, trigger, grammar) if noun is host else ({}, {})
    told = bool(attribute)
    if told:
        supported, slots = attribute, attributes
    if trigger.support_only and not supported and not _is_told_by(trigger, arguments):
        return None
    own = Arguments({**arguments.slots})
    if "owner" not in own.slots and noun.determiner is not None and "possessive" in noun.determiner.marks:
        own.add("owner", [Phrase("NP", [noun.determiner])])
    if host.head.tag == "E" and host.tokens[:-1] == noun.tokens:
        own.add("called", [Phrase("NP", [host.head])])
    if noun.explained is not None:
        own.add("called", [noun.explained])
    if (named := _behind_colon(phrases, host)) is not None:
        own.add("called", [named])
    if host.index == 0:
        own.add("opening", [host])
    if arguments.nested and grammar.words.is_a(host.head.low, "undergoer"):
        own.add("undergone", arguments.slots.get("predicate") or arguments.slots.get("explains", []))
    compound = [t for t in noun.tokens[:-1] if t.tag == "E"]
    if compound:
        own.add("compound", [Phrase("NP", [compound[-1]])])
    if not all(meets(need, own, phrases, host, grammar) for need in trigger.needs):
        return None
    if _is_state_of_old(trigger, arguments, phrases, grammar):
        return None
    roles = _noun_roles(trigger, own, supported, slots, grammar)
    _turn_sides(roles, trigger, own)
    _sell_whole(roles, trigger, slots, grammar)
    _sell_own_shares(roles, trigger, noun, own)
    if trigger.acts_as == "gain" and trigger.type == "acquisition" and is_open("acquirer", roles):
        roles |= (
            {"acquirer": found} if (found := fillers(_offered_by(phrases, host, grammar), grammar.references)) else {}
        )
    if roles:
        _add_topic(roles, trigger, noun, own, grammar)
    else:
        roles = _of_the_deal_around(phrases, host, trigger, arguments, grammar)
    if trigger.type == "joint_venture":
        _take_up(roles, noun, arguments, grammar)
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
    frame.mutual = trigger.mutual
    if told:
        frame.status = frame.status or "completed"
    frame.gives = trigger.acts_as == "give"
    frame.fronted, frame.governed_as = arguments.fronted, arguments.governed_as
    frame.sides_open = trigger.sides_open
    frame.rivals |= trigger.status == "talks" and noun.head.low in grammar.references.plural_bids
    return frame


def _behind_colon(phrases: Phrases, host: Phrase) -> Phrase | None:
    """The name alone behind a colon that ends the sentence: "Tal hat einen neuen Eigentümer: NORVIK"."""
    behind = [p for p in phrases[host.index + 1 :] if p.kind != "."]
    if len(behind) < 2 or behind[-2].kind not in ":–" or behind[-1].kind != "NP":
        return None
    return behind[-1] if behind[-1].names and not behind[-1].preposition else None


def _add_topic(
    roles: dict[str, list[Filler]], trigger: NounTrigger, noun: Phrase, own: Arguments, grammar: Grammar
) -> None:
    """One side named alone by a preposition ("durch", "mit"), or behind "the": the other is the company of the text."""
    topics = (trigger.topic or "").split("|") if trigger.topic else []
    unsaid = next((role for role in topics if role == "partner" or is_open(role, roles)), None)
    said = [f for role, found in roles.items() if role != "seller" for f in found if f.reference != "described"]
    slot = grammar.slot_of(["agent", "with"], own)
    is_told = (slot is not None and slot in trigger.roles) or _is_the(noun, trigger, own, grammar)
    if unsaid is None or not (is_told or _is_share_of_unsaid(trigger, noun, own, grammar)):
        return
    if len(said) == 1 and said[0].entity is not None:
        named = [f for f in roles.get(unsaid, []) if f.entity is not None]
        roles[unsaid] = [*named, Filler(noun.head.start, noun.head.end, reference="topic")]


def _is_share_of_unsaid(trigger: NounTrigger, noun: Phrase, own: Arguments, grammar: Grammar) -> bool:
    """ "took A 10 PERCENT stake": not said of whom; "the stake" is one told before."""
    if trigger.type != "stake" or not {"in", "of", "compound"}.isdisjoint(own.slots):
        return False
    if grammar.triggers.compounding:
        article = noun.determiner
        said = any(not p.is_measure for slot in ("an", "bei") for p in own.slots.get(slot, []))
        return not said and article is not None and "possessive" in article.marks
    is_new = noun.determiner is None or noun.determiner.low not in grammar.references.definite
    return is_new and any(t.tag == "%" for t in noun.tokens)


def _is_the(noun: Phrase, trigger: NounTrigger, own: Arguments, grammar: Grammar) -> bool:
    """ "THE purchase of Tal", where articles say that it is a certain one; "the purchase" alone is one told before."""
    article = noun.determiner
    if article is None or "possessive" in article.marks:
        return False
    if grammar.triggers.compounding and (trigger.acts_as != "gain" or not _names_whose(own)):
        return False
    if trigger.roles.keys().isdisjoint(own.slots):
        return False
    return article.low in grammar.references.definite


def _names_whose(own: Arguments) -> bool:
    """ "die Übernahme VON TAL", not "die Tal-Übernahme" alone."""
    return any(p.names for slot in ("of", "von") for p in own.slots.get(slot, []))


def _is_advice(arguments: Arguments, grammar: Grammar) -> bool:
    """ "Analysten RATEN zum Kauf"."""
    verb = arguments.governor.verb if arguments.governor is not None else None
    return verb is not None and grammar.words.is_a(verb.lemma, "advising")


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


def _sell_whole(
    roles: dict[str, list[Filler]], trigger: NounTrigger, slots: dict[str, list[Phrase]], grammar: Grammar
) -> None:
    """ "Die Aktionäre von TAL stimmen dem Verkauf zu": what its owners sell is the company."""
    owners = any(grammar.words.is_a(p.head.low, "owners") for p in slots.get("subject", []))
    if trigger.acts_as == "give" and owners and "target" not in roles and "seller" in roles:
        roles["target"] = roles.pop("seller")


def _sell_own_shares(roles: dict[str, list[Filler]], trigger: NounTrigger, noun: Phrase, own: Arguments) -> None:
    """ "Tal sold a stake to Norvik", "a stake in its stock": of which nothing else is said, one in who sells it."""
    known = noun.determiner is not None and not noun.determiner.is_a("opens_object")
    known |= noun.head.tag == "%" and noun.determiner is not None and "possessive" in noun.determiner.marks
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


def _take_up(roles: dict[str, list[Filler]], noun: Phrase, arguments: Arguments, grammar: Grammar) -> None:
    """ "THE joint venture, called Tal, …", "the plant BELONGS to a new company, Tal": nobody is named in it, so it is
    that of the two told of before."""
    words, article = grammar.references, noun.determiner
    known = article is not None and article.low in words.definite and "possessive" not in article.marks
    group = arguments.governor
    known = known or (
        group is not None and group.verb is not None and grammar.words.is_a(group.verb.lemma, "belonging")
    )
    if known and noun.explained is None and not any(filler.entity is not None for filler in roles.get("partner", [])):
        roles["partner"] = [Filler(noun.head.start, noun.head.end, reference="several", word=noun.head.low)]


def _is_modified(noun: Phrase, modifiers: tuple[str, ...]) -> bool:
    determiner = [noun.determiner] if noun.determiner is not None else []
    return any(token.low in modifiers for token in [*determiner, *noun.tokens])


def _noun_roles(
    trigger: NounTrigger, own: Arguments, supported: dict[str, str], slots: dict[str, list[Phrase]], grammar: Grammar
) -> dict[str, list[Filler]]:
    words = grammar.references
    if "zwischen" in trigger.roles and "zwischen" in slots:
        own.add("zwischen", slots["zwischen"])  # "ZWISCHEN NORVIK UND TAL wurde eine Kooperation vereinbart"
    roles = roles_of(_left_to_von(_turned(trigger.roles, own, grammar), own, supported, slots), own, grammar)
    for slot, role in supported.items():
        if "|" in role:
            distribute([r for r in role.split("|") if r not in roles], fillers(slots.get(slot, []), words), roles)
            continue
        if not is_open(role, roles) and role != "partner":
            continue
        roles[role] = [f for f in roles.get(role, []) if f.reference != "described"]
        known = {f.start for found in roles.values() for f in found}
        roles.setdefault(role, []).extend(f for f in fillers(slots.get(slot, []), words) if f.start not in known)
    prefer_names(roles)
    drop_label(roles, own.slots.get("compound", []))
    return {role: found for role, found in roles.items() if found}


def _left_to_von(
    roles: dict[str, str], own: Arguments, supported: dict[str, str], slots: dict[str, list[Phrase]]
) -> dict[str, str]:
    """Where the verb names who gives, "von" is whose it is: "An der Runde VON TAL beteiligt sich Norvik"."""
    whose, here = roles.get("of", ""), {p.index for p in own.slots.get("von", [])}
    given = {r for slot, r in supported.items() if any(p.names and p.index not in here for p in slots.get(slot, []))}
    if roles.get("von") in given and roles["von"] != whose != "":
        return {**roles, "von": whose}
    giver = roles.get("von") if "durch" not in own.slots else whose
    if whose in given and giver not in (None, whose) and any(p.names for p in own.slots.get("of", [])):
        return {**roles, "of": giver}  # "Tal sichert sich eine Finanzierung DER NORVIK AG"
    return roles


def _turned(roles: dict[str, str], own: Arguments, grammar: Grammar) -> dict[str, str]:
    """With an agent named by preposition, the owner is the patient: "Norvik's acquisition by Tal"."""
    if roles.get("von") == "target" and any(p.head.tag == "%" for p in own.slots.get("of", [])):
        roles = {**roles, "von": "seller"}  # "der Kauf weiterer 12 Prozent von den Gründern"
    if "of" in own.slots and "compound" in roles and "owner" in roles:
        roles = {**roles, "compound": roles["owner"]}
    if any(p.names for p in own.slots.get("of", [])) and roles.get("von") == roles.get("of") == "target":
        roles = {**roles, "von": "seller"}
    an_target = roles.get("von") == roles.get("compound") == roles.get("an") == "target"
    if an_target and {"an", "compound"} & own.slots.keys():
        roles = {**roles, "von": "seller"}  # "die Anteile von Bergen AN TAL", "die TAL-Anteile von Bergen"
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
