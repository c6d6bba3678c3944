"""Slots → roles: who fills each role of a trigger."""

from typing import TypeVar

from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.fillers import filler_of, fillers
from newscrawl.deals.frames.frame import Grammar
from newscrawl.deals.frames.listed_units import gathered
from newscrawl.deals.mentions.references import References
from newscrawl.deals.syntax.owners import owner_beside, owner_of
from newscrawl.deals.syntax.phrases import Arguments, Phrase


def roles_of(slot_roles: dict[str, str], arguments: Arguments, grammar: Grammar) -> dict[str, list[Filler]]:
    """The fillers of each role; one that several slots can give takes the first, partners take all."""
    words = grammar.references
    roles: dict[str, list[Filler]] = {}
    for slot, role in slot_roles.items():
        said = in_role(slot, role, arguments, words)
        if slot == "object" and "von" not in slot_roles:
            said = [_whose_people(p, arguments, words) for p in said]
        found = fillers(said, words, bought=role == "target" and slot in ("subject", "object"))
        if "|" in role:
            distribute(role.split("|"), found, roles)
        elif found and is_open(role, roles):
            roles[role] = found
        elif found and (role == "partner" or _is_vehicle(slot, role, grammar)):
            roles[role].extend(found)
        elif found and role == "investor" and not words.compounding:  # "led by Norvik, with participation from Tal"
            roles[role].extend(f for f in found if f.entity is not None)
    add_companions(slot_roles, roles, arguments, grammar)
    add_bare_unit(slot_roles, roles, arguments, words)
    prefer_names(roles)
    return roles


def _whose_people(phrase: Phrase, arguments: Arguments, words: References) -> Phrase:
    """ "hat die GUTACHTER VON NORVIK beauftragt": whose they are is meant, and no company told before."""
    meant = filler_of(phrase, words)
    owner = owner_beside(phrase, arguments) if meant is None or meant.reference is not None else None
    return owner if owner is not None and (meant is not None or words.is_people(phrase.head.low)) else phrase


DOERS = ("acquirer", "investor", "seller")


def add_companions(
    slot_roles: dict[str, str], roles: dict[str, list[Filler]], arguments: Arguments, grammar: Grammar
) -> None:
    """Those with whom the subject does it: "kauft Tal GEMEINSAM MIT NORVIK", "bought Tal TOGETHER WITH NORVIK"."""
    role, slot = slot_roles.get("subject", ""), grammar.slot_of(["with"], arguments)
    if role in DOERS and role in roles and slot is not None:
        joint = [phrase for phrase in arguments.slots[slot] if phrase.joint and not phrase.is_owned]
        roles[role] += [f for f in fillers(joint, grammar.references) if f.entity is not None and f not in roles[role]]


T = TypeVar("T")


def renamed(roles: dict[str, T], old: str, new: str) -> dict[str, T]:
    """The same roles with one called otherwise: who invests in all of a company acquires it."""
    return {new if role == old else role: found for role, found in roles.items()}


def is_open(role: str, roles: dict[str, list[Filler]]) -> bool:
    """Whether nobody fills a role yet, or only a noun that need not mean a company ("from the AIR")."""
    return all(filler.reference == "described" for filler in roles.get(role, []))


def _is_vehicle(slot: str, role: str, grammar: Grammar) -> bool:
    """Whether a slot names one more who does it: "Norvik bought Tal through its subsidiary Bergen", "is vying WITH
    BERGEN for Tal"."""
    if role == "acquirer" and grammar.words.is_a(slot, "with"):
        return True
    return role in ("investor", "acquirer") and grammar.words.is_a(slot, "vehicle")


def distribute(names: list[str], found: list[Filler], roles: dict[str, list[Filler]]) -> None:
    """Two roles of one slot, in their order ("ein Vertrag zwischen KUNDE und LIEFERANT"); all, if one role is left."""
    if len(names) == 1:
        roles.setdefault(names[0], []).extend(found)
        return
    if len(found) > len(names):
        return  # "A, B and C signed a contract": not with each other
    for role, filler in zip(names, found, strict=False):
        roles.setdefault(role, []).append(filler)


def prefer_names(roles: dict[str, list[Filler]]) -> None:
    """Where two partners are named, "they" beside them adds nobody; "it" or "the company" may be a third."""
    partners = roles.get("partner", [])
    named = [f for f in partners if f.entity is not None or (f.reference in ("one", "company") and not f.owns)]
    if sum(filler.entity is not None for filler in named) > 1:
        roles["partner"] = named


def drop_label(roles: dict[str, list[Filler]], compound: list[Phrase]) -> None:
    """Where two partners are named, a word glued to the noun beside them only says what kind of deal it is: "Norvik und
    Tal schließen ein CODESHARE-Abkommen"."""
    labels = {p.start for p in compound}
    others = [f for f in roles.get("partner", []) if f.start not in labels]
    if sum(f.entity is not None for f in others) > 1:
        roles["partner"] = others


def in_role(slot: str, role: str, arguments: Arguments, words: References) -> list[Phrase]:
    """The phrases of a slot that can have a role: "THE FOUNDERS of Norvik" buy for themselves, not for Norvik, and so
    do those "to ITS MANAGEMENT" of which it sells something; its customers and its rivals do nothing for it."""
    if slot == "subject owner":
        doers = (p for p in arguments.slots.get("subject", []) if not _is_somebody_else(p, role, words))
        return [owner for p in doers if (owner := owner_of(p) or owner_beside(p, arguments)) is not None]
    found = in_slot(slot, arguments)
    if role not in ("acquirer", "investor"):
        return found
    if slot != "subject":
        found = [p for p in found if not (p.is_owned and not p.names and words.is_a(p.head.low, "speakers"))]
    return [p for p in found if p.names or not words.is_a(p.head.low, "founders")]


def _is_somebody_else(phrase: Phrase, role: str, words: References) -> bool:
    """Whether who belongs to a company acts for itself: "a RIVAL of Norvik", "Norvik's owner TAL", "Norvik's TAL
    unit"; but of two that work together the CUSTOMERS use what the other offers."""
    head, owned = phrase.head, phrase.owner is not None or phrase.of is not None
    if head.tag == "E" or (owned and phrase.names):
        return True
    if words.is_a(head.low, "speakers") or (role == "partner" and head.low in words.counterparts):
        return False
    return head.low in words.relations or head.low in words.counterparts


def in_slot(slot: str, arguments: Arguments) -> list[Phrase]:
    """The phrases of a slot; ``object owner`` is the one whose thing the object is, ``object name`` and
    ``for name`` a name in it ("ordered 30 NORVIK trains"), ``object of name`` one in its genitive ("40 tonnes of NORVIK
    steel")."""
    if slot.endswith(" of name"):
        counted = [p.of for p in arguments.slots.get(slot[:-8], []) if p.of is not None]
        return _names_in(counted)
    if slot.endswith(" name"):
        return _names_in(arguments.slots.get(slot[:-5], []))
    if slot.startswith("named "):
        return [p for p in arguments.slots.get(slot[6:], []) if p.names]
    if not slot.endswith(" owner"):
        return arguments.slots.get(slot, [])
    linked = arguments if slot != "object owner" else Arguments()  # "kauft Anteile VON TAL": from whom
    found: list[Phrase] = []
    for phrase in arguments.slots.get(slot[:-6], []):
        owner = owner_of(phrase) or owner_beside(phrase, linked)
        if owner is None and found and phrase.head.tag == "E" and slot != "object owner":
            owner = phrase  # "aus den Sparten von Tal und BERGEN"
        found += [owner] if owner is not None else []
    return found


def _names_in(things: list[Phrase]) -> list[Phrase]:
    """The names before nouns; where the thing is somebody's, it is its own name: "NORVIK's Luma trains"."""
    named = [p for p in things if p.names and p.head.tag != "E" and not (p.owner is not None and p.owner.names)]
    return [Phrase("NP", [p.names[0]]) for p in named]


def part_from_unnamed(roles: dict[str, list[Filler]], doers: list[Phrase], own: Arguments, grammar: Grammar) -> None:
    """ "Norvik and Tal signed agreements WITH SUPPLIERS": several who have nobody named on the other side are no
    partners of each other."""
    slot = grammar.slot_of(["with"], own)
    others = own.slots[slot] if slot is not None else []
    if not others or any(p.names or p.head.tag != "N" or p.of is not None for p in others):
        return
    unnamed = all(_are_others(p.head.low, grammar) for p in others)
    on_one_side = [f for p in doers for f in roles.get("partner", []) if p.start <= f.start]
    if unnamed and len(on_one_side) == len(roles.get("partner", [])):
        roles.pop("partner", None)


def _are_others(noun: str, grammar: Grammar) -> bool:
    """Whether a noun means several companies, or several of anything ("teamed with LOCAL PLANTS")."""
    known = grammar.references.is_plural_noun(noun) or grammar.references.is_a(noun, "counterparts")
    return known or grammar.words.ends_as(noun, "plurals")


def _is_its_unit(phrase: Phrase, roles: dict[str, list[Filler]]) -> bool:
    """Whether a noun means a part of the seller and no company: "sold the TAPE business", not "sold the business", nor
    "plans to dispose of THE OPERATION", which the text has told of."""
    alone = len(phrase.tokens) == 1 and phrase.of is None
    if alone and phrase.has_definite_article and "acquirer" not in roles:
        return False
    return "target" not in roles or (len(phrase.tokens) > 1 and phrase.tokens[-2].tag == "N")


def add_bare_unit(
    slot_roles: dict[str, str], roles: dict[str, list[Filler]], arguments: Arguments, words: References
) -> None:
    """A unit without an owner beside it belongs to the seller: "bought assets from Norvik", "Teile des Gasgeschäfts von
    Norvik"."""
    slot = next((slot for slot, role in slot_roles.items() if role == "target"), None)
    known = [filler for filler in roles.get("target", []) if filler.reference not in ("company", "described")]
    if slot is None or known or not roles.get("seller"):
        return
    for thing in arguments.slots.get(slot, []):
        phrase = thing.of if thing.head.low in words.parts and thing.of is not None else thing
        last = gathered(phrase, words) or phrase
        if words.is_a(last.head.low, "units") and phrase.head.tag == "N" and _is_its_unit(phrase, roles):
            roles.pop("target", None)
            owner = _whole_of(roles["seller"][0])
            unit = Filler(phrase.start, last.end, unit=True, owner=owner, word=last.head.low)
            roles.setdefault("target", []).append(unit)


def _whole_of(seller: Filler) -> Filler:
    """Whom a unit without a name belongs to: "bought two hotels from the Danish arm OF NORVIK"."""
    return seller.owner if seller.unit and seller.owner is not None else seller
