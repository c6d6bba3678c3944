"""Slots → roles for nouns: who is which side of "the purchase of Tal", "a stake in Tal"."""

from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.fillers import fillers
from newscrawl.deals.frames.frame import Grammar
from newscrawl.deals.frames.noun_slots import is_rest
from newscrawl.deals.frames.roles import (
    add_bare_unit,
    add_companions,
    distribute,
    drop_label,
    in_role,
    is_open,
    part_from_unnamed,
    prefer_names,
    roles_of,
)
from newscrawl.deals.frames.triggers import NounTrigger
from newscrawl.deals.mentions.references import References
from newscrawl.deals.syntax.phrases import Arguments, Phrase


def noun_roles(
    trigger: NounTrigger,
    noun: Phrase,
    own: Arguments,
    supported: dict[str, str],
    slots: dict[str, list[Phrase]],
    grammar: Grammar,
) -> dict[str, list[Filler]]:
    words = grammar.references
    if "zwischen" in trigger.roles and "zwischen" in slots:
        own.add("zwischen", slots["zwischen"])  # "ZWISCHEN NORVIK UND TAL wurde eine Kooperation vereinbart"
    turned = _turned(trigger.roles, own, grammar)
    if turned.get("von") == "target" and (_are_sellers(own, slots, grammar) or is_rest(noun, grammar.words)):
        turned = {**turned, "von": "seller"}
    turned = _left_to_von(turned, own, supported, slots, grammar)
    roles = roles_of(turned | _held_by_owner(trigger, own, supported), own, grammar)
    for slot, role in supported.items():
        if "|" in role:
            distribute([r for r in role.split("|") if r not in roles], fillers(slots.get(slot, []), words), roles)
            continue
        if not is_open(role, roles) and role != "partner" and not trigger.rivals:
            continue
        if role == "partner" and trigger.type == "merger" and _names_all(turned, own, grammar):
            continue
        roles[role] = [f for f in roles.get(role, []) if f.reference != "described"]
        known = {f.start for found in roles.values() for f in found}
        roles.setdefault(role, []).extend(
            f for f in fillers(in_role(slot, role, Arguments(slots), words), words) if f.start not in known
        )
    add_companions(supported, roles, Arguments(slots), grammar)
    add_bare_unit(trigger.roles, roles, own, words)
    part_from_unnamed(roles, slots.get("subject", [])[:1], own, grammar)
    prefer_names(roles)
    drop_label(roles, own.slots.get("compound", []))
    return {role: found for role, found in roles.items() if found}


def _is_elsewhere(own: Arguments) -> bool:
    """ "30% of Tal at an auction IN GENEVA": something stands between who is named by the genitive and the place; but
    "the stake of Norvik IN TAL"."""
    whole, place = own.slots.get("of", []), own.slots.get("in", [])
    if not whole or not place or whole[-1].head.tag != "E":
        return False
    return place[0].start > whole[-1].end and place[0].index > whole[-1].index + 1


def _names_all(mapped: dict[str, str], own: Arguments, grammar: Grammar) -> bool:
    """Whether a noun says itself who its partners are: who "welcomed the merger OF NORVIK AND TAL" is none."""
    sides = [s for s, role in mapped.items() if role == "partner" and grammar.words.is_a(s, "all_sides")]
    return any(len([p for p in own.slots.get(slot, []) if p.names]) > 1 for slot in sides)


def _held_by_owner(trigger: NounTrigger, own: Arguments, supported: dict[str, str]) -> dict[str, str]:
    """ "bought BERGEN'S stake in Tal", "kauft die BERGEN-Anteile an Tal": whose it was until then sells it."""
    if supported.get("subject") not in ("investor", "acquirer") or "owner" in trigger.roles:
        return {}
    if any(p.names for p in own.slots.get("owner", [])) and not own.slots.keys().isdisjoint(("in", "of", "an")):
        return {"owner": "seller"}
    return {"compound": "seller"} if {"compound", "an"} <= own.slots.keys() else {}


def _left_to_von(
    roles: dict[str, str], own: Arguments, supported: dict[str, str], slots: dict[str, list[Phrase]], grammar: Grammar
) -> dict[str, str]:
    """Where the verb names who gives, "von" is whose it is: "An der Runde VON TAL beteiligt sich Norvik"; and a name
    inside the noun phrase is what the deal is about."""
    whose, here = roles.get("of", ""), {p.index for p in own.slots.get("von", [])}
    given = {r for slot, r in supported.items() if any(p.names and p.index not in here for p in slots.get(slot, []))}
    if roles.get("compound") in given:  # "NORVIK awarded Tal an Ammunition Systems contract"
        roles = {slot: role for slot, role in roles.items() if slot != "compound"}
    if roles.get("von") in given and roles["von"] != whose != "":
        return {**roles, "von": whose}
    giver = roles.get("von") if "durch" not in own.slots else whose
    if whose in given and giver not in (None, whose) and any(p.names for p in own.slots.get("of", [])):
        return {**roles, "of": giver}  # "Tal sichert sich eine Finanzierung DER NORVIK AG"
    owned = grammar.references.compounding and any(p.names for p in own.slots.get("owner", []))
    if owned and whose and roles.get("owner") in given and own.slots.keys().isdisjoint(("of", "von")):
        return {**roles, "owner": whose}  # "Tal, DEREN Übernahme Norvik abgeschlossen hat"
    return roles


def _turned(roles: dict[str, str], own: Arguments, grammar: Grammar) -> dict[str, str]:
    """With an agent named by preposition, the owner is the patient: "Norvik's acquisition by Tal"."""
    if roles.get("von") == "target" and any(p.head.tag == "%" for p in own.slots.get("of", [])):
        roles = {**roles, "von": "seller"}  # "der Kauf weiterer 12 Prozent von den Gründern"
    for slot in ("von", "of"):
        given = grammar.references.compounding and roles.get(slot) == "target"
        kinds = _sellers_behind(slot, roles)
        if given and any(_is_one_of(kinds, p, grammar) for p in own.slots.get(slot, [])):
            roles = {**roles, slot: "seller"}
    if roles.get("in") == roles.get("of") and _is_elsewhere(own):
        roles = {slot: role for slot, role in roles.items() if slot != "in"}
    if "of" in own.slots and "compound" in roles and "owner" in roles:
        roles = {**roles, "compound": roles["owner"]}
    if (
        any(_has_seller(p, grammar) for p in own.slots.get("of", []))
        and roles.get("von") == roles.get("of") == "target"
    ):
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


def _sellers_behind(slot: str, roles: dict[str, str]) -> list[str]:
    """Who sells behind a noun and is not bought: "Anteile von den GRÜNDERN Lutz und Ann Berg", "sämtliche Anteile DES
    INVESTORS Norvik", but "der Kauf DES INVESTORS Norvik"."""
    are_shares = roles.get("an") == "target"
    behind = ["owners", *["shareholding"] * are_shares] if slot == "von" else []
    return behind + ["share_sellers"] * are_shares


def _is_one_of(kinds: list[str], phrase: Phrase, grammar: Grammar) -> bool:
    """Whether a phrase says what a name is by a word of some kinds ("US-INVESTOR"), or is such a word."""
    said = [t.low for t in (phrase.tokens[:-1] if phrase.names else phrase.tokens)]
    said += [low.rpartition("-")[2] for low in said if "-" in low]
    return any(grammar.words.is_a(low, kind) for low in said for kind in kinds)


def _are_sellers(own: Arguments, slots: dict[str, list[Phrase]], grammar: Grammar) -> bool:
    """Whether several behind "von" give one share: "87 Prozent VON NORVIK UND TAL"; not "JE 20 Prozent von …"."""
    named = [p for p in own.slots.get("von", []) if p.names]
    if not grammar.references.compounding or len(named) < SEVERAL or not own.slots.keys().isdisjoint(("an", "of")):
        return False
    shares = slots.get("object", [])
    said = (t for p in shares for t in p.with_adverbs)
    return (
        bool(shares)
        and shares[0].is_measure
        and not any(grammar.words.is_a(t.low.partition(" ")[0], "distributive") for t in said)
    )


SEVERAL = 2


def _has_seller(bought: Phrase, grammar: Grammar) -> bool:
    """Whether "von" behind what is bought says who sells it: a company or a unit, "der Kauf DER FUNKSPARTE von Tal"."""
    return bool(bought.names) or (bought.head.tag == "N" and grammar.references.is_a(bought.head.low, "units"))


def turn_sides(
    roles: dict[str, list[Filler]], trigger: NounTrigger, slots: dict[str, list[Phrase]], noun: Phrase, own: Arguments
) -> None:
    """ "agreed with Tal on a purchase": where nothing else is bought, the one agreed with is the target; "IHRE
    Mehrheit" is in another company than their own, and so is what stands apart from who gives it ("DIE MEHRHEIT hatte
    Norvik 2007 VON TAL erworben")."""
    if noun.is_owned or any(phrase.index > noun.index + 1 for phrase in slots.get("von", ())):
        return
    bought = [slot for slot in own.slots if trigger.roles.get(slot) == "target" or slot == "from"]
    if trigger.acts_as == "gain" and trigger.type == "acquisition" and not bought and "seller" in roles:
        roles.setdefault("target", roles.pop("seller"))


def sell_whole(
    roles: dict[str, list[Filler]], trigger: NounTrigger, slots: dict[str, list[Phrase]], grammar: Grammar
) -> None:
    """ "Die Aktionäre von TAL stimmen dem Verkauf zu", "Die Gründer DER TAL verkaufen 60 Prozent": what its owners sell
    is the company."""
    owners = [p for p in slots.get("subject", []) if grammar.words.is_a(p.head.low, "owners")]
    if not owners or "target" in roles or "seller" not in roles:
        return
    owned = {p.of.head.start for p in owners if p.of is not None}
    if trigger.acts_as == "give" or any(filler.start in owned for filler in roles["seller"]):
        roles["target"] = roles.pop("seller")


def sell_as_owners(
    roles: dict[str, list[Filler]],
    trigger: NounTrigger,
    slots: dict[str, list[Phrase]],
    noun: Phrase,
    own: Arguments,
    grammar: Grammar,
) -> None:
    """ "Die Gesellschafter der TAL GMBH verkaufen ihre Anteile an NORVIK": all of it is sold, and "an" says to whom;
    but in what they own it is with a dative ("ihre Aktien an DER Norvik AG")."""
    owners = [p for p in slots.get("subject", []) if grammar.words.is_a(p.head.low, "owners") and p.of is not None]
    shares = noun.of if noun.head.tag == "%" else noun
    if not owners or shares is None or not _are_their_shares(shares, grammar):
        return
    behind = [p for p in own.slots.get("an", []) if p.cases]
    if roles.keys() != {"target", "seller"} or any("accusative" not in p.cases for p in behind):
        return
    if roles["seller"][0].start in {p.of.head.start for p in owners if p.of is not None}:
        buyer = "acquirer" if trigger.type == "acquisition" or shares is noun else "investor"
        roles[buyer], roles["target"] = roles["target"], roles.pop("seller")


def _are_their_shares(noun: Phrase, grammar: Grammar) -> bool:
    """ "IHRE ANTEILE": several, in what they own; "ihre Beteiligung an Tal" is in Tal."""
    theirs = noun.determiner is not None and "possessive" in noun.determiner.marks
    return theirs and grammar.words.is_a(noun.head.low, "own_shares")


def hold_as_owner(
    roles: dict[str, list[Filler]],
    trigger: NounTrigger,
    supported: dict[str, str],
    own: Arguments,
    governor: Phrase | None,
    grammar: Grammar,
) -> None:
    """ "Ministerin Berg will raise NORVIK'S stake in Tal", "die Beteiligung DES BUNDES an Tal abgeben": who decides it
    does it for the one whose shares they are."""
    verb, side = governor.verb if governor is not None else None, supported.get("subject", "")
    if trigger.type != "stake" or verb is None or side not in ("investor", "seller"):
        return
    if side == "investor" and not grammar.words.is_a(verb.lemma, "changing_shares"):
        return
    whose = ("of", "von") if "an" in own.slots else ("owner",) if {"in", "of"} & own.slots.keys() else ()
    owners = [
        p
        for slot in whose
        for p in own.slots.get(slot, [])
        if p.head.tag in ("N", "E") and not p.head.text[0].isdigit()
    ]
    if owners:
        roles.pop("seller", None)
        roles[side] = fillers(owners, grammar.references)


def sell_own_shares(
    roles: dict[str, list[Filler]], trigger: NounTrigger, noun: Phrase, own: Arguments, words: References
) -> None:
    """ "Tal sold a stake to Norvik", "a stake in its stock": of which nothing else is said, one in who sells it; "sold
    the stake" is one told before."""
    if words.compounding or trigger.topic != "target" or any(p.names for p in own.slots.get("from", [])):
        return  # "bought a stake from Norvik": in whom the text has told
    known = noun.determiner is not None and not noun.determiner.is_a("opens_object")
    known |= noun.head.tag == "%" and noun.is_owned
    known |= words.is_a(noun.head.low, "share_nouns") and (noun.is_owned or words.is_definite(noun.determiner))
    side = "acquirer" if trigger.type == "acquisition" else "investor"
    own_shares = [f.word for f in roles.get("target", [])] == ["its"]
    unsaid = "target" not in roles and not known and not {"in", "of"} & own.slots.keys()
    if (own_shares or unsaid) and {"seller", side} <= roles.keys():
        roles["target"] = roles.pop("seller")
