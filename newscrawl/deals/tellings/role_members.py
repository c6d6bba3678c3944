"""What fills a role → who or what is meant: the company behind a name, a reference, a unit or a person with a post."""

import re
from dataclasses import replace
from functools import cache, lru_cache

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.companies import is_person
from newscrawl.deals.discourse.coreference import resolve
from newscrawl.deals.discourse.earlier_deals import in_same_role
from newscrawl.deals.discourse.topics import WORD, in_distress, organisations_in
from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.model import Names
from newscrawl.deals.mentions.references import references
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.tellings.members import Member, Roles, add_member
from newscrawl.deals.tellings.parties import bought_for, can_be_body, can_be_party, dealt_for, firm_of, raised_for


def add_filler(roles: Roles, role: str, filler: Filler, frame: Frame, analysis: Analysis) -> None:
    """Add to a role whom a filler of it means, and to the sellers who owns it; nothing if nobody is meant."""
    if role == "supplier" and filler.owner is not None and references(analysis.language).is_a(filler.word, "shadows"):
        add_filler(roles, role, filler.owner, frame, analysis)  # "has chosen ITS Talos platform"
    elif role == "customer" and _is_site(filler, analysis):
        if filler.owner is not None:
            add_filler(roles, role, filler.owner, frame, analysis)
    elif (filler.body and not can_be_body(role, frame)) or (role == "target" and _is_own_unit(filler, frame, analysis)):
        return
    elif filler.named:
        full = _full_name(filler, analysis)
        add_member(roles, role, _member(full, None if full is not None else filler, filler, frame))
        _add_owner(roles, role, filler, frame, analysis)
    elif filler.unit:
        _add_unit(roles, role, filler, frame, analysis)
    elif role == "target":
        _add_target(roles, filler, frame, analysis)
    else:
        _add_meant(roles, role, filler, frame, analysis)


def _is_site(filler: Filler, analysis: Analysis) -> bool:
    """ "liefert Turbinen für den WINDPARK Hohe Geest": for what something is built, and not who orders it."""
    if filler.entity is None:
        return False
    before = _JOINED.findall(analysis.text, max(0, filler.start - _BEFORE), filler.start)[-1:]
    words = lexicon(analysis.language)
    return any(word[0].isupper() and words.ends_as(word.lower(), "sites") for word in before)


_JOINED = re.compile(r"[\w-]++")
"""A word with its hyphens: "S-Bahn-Linien"."""


def _member(entity: int | None, unit: Filler | None, filler: Filler, frame: Frame) -> Member:
    return Member(entity, unit, [(filler.start, filler.end, frame.rule)])


def _add_unit(roles: Roles, role: str, filler: Filler, frame: Frame, analysis: Analysis) -> None:
    """A unit is bought, its owner sells it; elsewhere a unit stands for its owner."""
    if filler.owner is not None and _is_place(filler.owner, analysis):
        filler = replace(filler, owner=Filler(filler.start, filler.end, reference="topic", word=filler.word))
    of_topic = filler.owner is not None and filler.owner.reference == "topic"
    if of_topic and (role != "target" or frame.type != "acquisition"):
        return
    if role != "target" and filler.owner is not None:
        add_filler(roles, role, filler.owner, frame, analysis)
        return
    if of_topic and not _is_sold_first(filler, frame, analysis):
        _add_target(roles, replace(filler, unit=False, owner=None, reference="sold"), frame, analysis)
        return
    if not _has_named_owner(filler, frame, analysis):
        return
    if filler.owner is not None and _is_its_name(filler, filler.owner, frame, analysis):
        add_filler(roles, role, filler.owner, frame, analysis)
        return
    if filler.owner is not None and _is_brand(filler, filler.owner, frame, analysis):
        filler = replace(filler, start=filler.owner.start, owner=None)
    told = _told_fully(filler, frame, analysis)
    unit = replace(told, word=references(analysis.language).as_business(told.word))
    add_member(roles, role, _member(None, unit, told, frame))
    _add_owner(roles, role, filler, frame, analysis)


def _told_fully(unit: Filler, frame: Frame, analysis: Analysis) -> Filler:
    """ "Die PAPIERFABRIK in Talheim ist verkauft. Norvik übernimmt DAS WERK von Tal": works by the noun of the
    sentence before."""
    words = references(analysis.language)
    if not words.compounding or unit.word not in words.works or " " in analysis.text[unit.start : unit.end]:
        return unit
    before = (p for p in analysis.phrases.get(frame.sentence - 1, ()) if p.kind == "NP")
    before = (p for p in before if p.determiner is not None and not p.is_indefinite)
    told = [p for p in before if p.head.tag == "N" and not p.names and words.is_a(p.head.low, "units")]
    if len(told) != 1 or told[0].head.low in words.works:
        return unit
    return replace(unit, start=told[0].head.start, end=told[0].head.end, word=told[0].head.low)


def _is_its_name(unit: Filler, name: Filler, frame: Frame, analysis: Analysis) -> bool:
    """ "Bergen sold THE TAL UNIT", "bought the Tal unit from Bergen": where another one sells it, it is called so."""
    sells = [e for f in frame.roles.get("seller", ()) for e in _who(f, frame, analysis)]
    words = references(analysis.language)
    one = words.is_a(unit.word, "named_units") or not (words.compounding or unit.word.endswith("s"))
    beside = one and analysis.text[name.end : unit.start] == " "
    return beside and name.entity is not None and bool(sells) and name.entity not in sells


def _is_brand(unit: Filler, name: Filler, frame: Frame, analysis: Analysis) -> bool:
    """ "Bergen sold 65 KRESSLER VARIETY STORES": where somebody else sells them, the name belongs to the things."""
    if references(analysis.language).compounding or name.entity is None or name.end >= unit.start:
        return False
    sells = [e for f in frame.roles.get("seller", ()) for e in _who(f, frame, analysis)]
    beside = analysis.text[name.end : unit.start].isspace()
    return beside and unit.word.endswith("s") and bool(sells) and name.entity not in sells


def _who(seller: Filler, frame: Frame, analysis: Analysis) -> list[int]:
    """Whom a seller means by name or by a pronoun: "ended ITS agreement to sell the Tal unit"."""
    if seller.entity is not None:
        return [seller.entity]
    return resolve(seller, "seller", frame, analysis) if seller.reference == "one" else []


def _is_place(owner: Filler, analysis: Analysis) -> bool:
    """Whether what stands before a unit says where it is, and not whose: "Norvik baut um. Das PORTUGAL-Geschäft …"."""
    return owner.entity is not None and analysis.names.entities[owner.entity].kind == "place"


def _add_owner(roles: Roles, role: str, filler: Filler, frame: Frame, analysis: Analysis) -> None:
    """Who owns what is bought sells it."""
    if role != "target" or filler.owner is None or _is_owned_by_seller(filler, filler.owner, frame):
        return
    add_filler(roles, "seller", filler.owner, frame, analysis)


def _add_target(roles: Roles, filler: Filler, frame: Frame, analysis: Analysis) -> None:
    """What is bought: "their company" is one told of before, a unit that is told first stands for itself."""
    if frame.noun is None and "seller" in frame.roles and _is_owner_only(filler):
        if (sold := _own_firm(frame, analysis)) is not None:
            add_member(roles, "target", _member(sold, None, filler, frame))
        return
    if _is_unit_before(filler, frame, analysis) or _is_family(filler, analysis):
        return
    meant = _add_meant(roles, "target", filler, frame, analysis)
    if not meant and _is_told_first(filler, frame, analysis):
        told = _told_fully(filler, frame, analysis)
        add_member(roles, "target", _member(None, told, told, frame))
    elif not meant and (owner := _insolvent_owner(filler, frame, analysis)) is not None:
        add_member(roles, "target", _member(None, filler, filler, frame))
        add_member(roles, "seller", _member(owner, None, filler, frame))
    elif frame.type == "acquisition" and filler.owner is not None and _sells(filler.owner, frame, analysis):
        add_filler(roles, "seller", filler.owner, frame, analysis)


def _sells(owner: Filler, frame: Frame, analysis: Analysis) -> bool:
    """Whether the owner of what is bought sells it: a named one, and one meant by a possessive if what changes hands is
    said to be sold ("ITS Tal unit was sold"), or is bought by another than who is named before and means it ("Norvik
    said Bergen bought ITS Tal unit", "Norvik said A GROUP OF MANAGERS will buy its Tal unit")."""
    if owner.entity is not None or not owner.owns or "seller" in frame.roles:
        return owner.entity is not None
    if frame.gives or _is_sale(frame):
        return True
    by_another = "acquirer" in frame.roles or _is_by_unnamed(frame)
    before = organisations_in(analysis, frame.sentence, frame.start) if by_another else []
    return any(e in before for e in resolve(owner, "seller", frame, analysis))


def _is_sale(frame: Frame) -> bool:
    """ "Its Tal unit WAS SOLD"."""
    verb = frame.group.verb if frame.noun is None and frame.group is not None else None
    return verb is not None and verb.group == "give"


def _is_by_unnamed(frame: Frame) -> bool:
    """Whether who buys is told without a name: "AN INVESTOR GROUP has offered to buy"."""
    doers = [*frame.slots.get("subject", ()), *frame.slots.get("by", ())]
    return bool(doers) and all(p.head.tag == "N" and not p.names and p.owner is None for p in doers)


def _add_meant(roles: Roles, role: str, filler: Filler, frame: Frame, analysis: Analysis) -> bool:
    """Add those whom a name or reference means and who can be a party; False if it means nobody."""
    if filler.entity is not None and _is_persons_firm(filler, analysis):
        filler = replace(filler, entity=None, reference="company")
    others = [m.entity for r, found in roles.items() if r != role for m in found if m.entity is not None]
    meant = resolve(filler, role, frame, analysis, others)
    known = [*others, *(m.entity for m in roles.get(role, []) if m.entity is not None)]
    known += frame.named() if frame.type == "joint_venture" else []  # founders of Norvik are no firm of their own
    firms = [
        firm_of(e, filler, analysis) if role == "investor" else raised_for(e, role, frame, analysis) for e in meant
    ]
    for entity in (dealt_for(bought_for(e, role, frame, analysis), role, known, analysis) for e in firms):
        if can_be_party(analysis, entity, role) and not _is_hired(entity, filler, role, frame, analysis):
            add_member(roles, role, _member(entity, None, filler, frame))
    return bool(meant)


def _is_persons_firm(filler: Filler, analysis: Analysis) -> bool:
    """ "KARL BERG'S FIRM bought Tal": a company of which the text has told, not the person."""
    owned = filler.entity is not None and references(analysis.language).is_a(filler.word, "nouns")
    return owned and filler.entity is not None and is_person(analysis, filler.entity)


def _is_hired(entity: int, filler: Filler, role: str, frame: Frame, analysis: Analysis) -> bool:
    """Whether a person in a role is no party of a deal: "Norvik kaufte 2012 Tal. 2014 folgte THOMAS WAGNER", "We are
    thrilled that ANN BERG is joining Norvik", "Der NORVIK-CHEF wechselt zum Versorger Tal"."""
    if frame.trigger.firms:
        manages = _post_behind(analysis.language).match(analysis.text, filler.end)
        return bool(manages) or is_person(analysis, entity, given=("given_name", "given_word"))
    return frame.trigger.follows and role == "target" and is_person(analysis, entity)


@cache
def _post_behind(language: str) -> re.Pattern[str]:
    """A manager's post right behind a company: "Norvik-CHEF", "Norvik's CHIEF EXECUTIVE"."""
    return re.compile(
        rf"(?:-|['’]s | )(?:[\w-]+ )??[\w-]*(?:{'|'.join(references(language).managers)})\b", re.IGNORECASE
    )


def _is_unit_before(filler: Filler, frame: Frame, analysis: Analysis) -> bool:
    """ "Bergen is selling its pump unit. Norvik will pay $30 million for IT", "for THE BUSINESS": a unit that the
    sentence before names."""
    words = references(analysis.language)
    taken_up = filler.reference == "one" and not filler.owns
    taken_up |= filler.reference == "company" and filler.word in words.units
    if words.compounding and filler.word in words.general and frame.named_as("acquirer"):
        taken_up |= filler.reference == "company"  # "trennt sich von seiner Gießerei. Tal übernimmt DEN BETRIEB"
    if not taken_up or frame.type != "acquisition":
        return False
    before = [f for f in analysis.frames_in(frame.sentence - 1) if f.type == "acquisition"]
    return (
        bool(before) and any(f.unit for f in before[-1].roles.get("target", ())) and "acquirer" not in before[-1].roles
    )


def _is_family(filler: Filler, analysis: Analysis) -> bool:
    """ "machte der FAMILIE BERG ein Angebot": people, whom nobody buys."""
    before = WORD.findall(analysis.text, max(0, filler.start - _BEFORE), filler.start)[-1:]
    first = WORD.findall(analysis.text, filler.start, filler.end)[:1]
    return any(word.lower() in references(analysis.language).families for word in (*before, *first))


_BEFORE = 30
"""How many characters before a name the word is looked for that says whose it is."""


def _full_name(filler: Filler, analysis: Analysis) -> int | None:
    """The company that "die BAHN" is short for: "Deutsche Bahn"."""
    return _by_last_word(analysis.names).get(filler.word) if filler.body else None


@lru_cache(maxsize=8)
def _by_last_word(names: Names) -> dict[str, int]:
    """The last word of each name, lower-case → the first entity that it names."""
    return {one.name.lower().split()[-1]: number for number, one in reversed([*enumerate(names.entities)])}


def _is_told_first(filler: Filler, frame: Frame, analysis: Analysis) -> bool:
    """ "übernimmt DAS WERK von Norvik", "bought THE BRANDS from Norvik": a unit that nothing told of before."""
    if not any(f.entity is not None for f in frame.roles.get("seller", ())):
        return False
    units = references(analysis.language).units
    return filler.reference == "sold" or (filler.reference in ("company", "companies") and filler.word in units)


def _insolvent_owner(unit: Filler, frame: Frame, analysis: Analysis) -> int | None:
    """ "Der Händler TAL ist insolvent. Norvik übernimmt DAS GESCHÄFT": whose a unit is that somebody named takes."""
    buyers = set(frame.named_as("acquirer"))
    from_whom = any(lexicon(analysis.language).is_a(slot, "passive_agent") for slot in frame.slots)
    if unit.reference != "sold" or not buyers or "seller" in frame.roles or from_whom:
        return None
    return in_distress(frame, analysis, buyers)


def _is_sold_first(unit: Filler, frame: Frame, analysis: Analysis) -> bool:
    """Whether a unit of the company of the text goes to somebody named, and nothing sold before can be it."""
    if not any(f.entity is not None for f in frame.roles.get("acquirer", ())):
        return False
    return in_same_role(replace(unit, reference="sold"), "target", frame, analysis) is None


def _is_owned_by_seller(unit: Filler, owner: Filler, frame: Frame) -> bool:
    """ "Norvik sold ITS Danish arm", "das SOLARA-Geschäft von Norvik": whose it is is said by who sells it."""
    is_elsewhere = owner.reference is not None or owner.start == unit.start
    return is_elsewhere and any(f.entity is not None for f in frame.roles.get("seller", ()))


def _is_owner_only(filler: Filler) -> bool:
    """ "der SEIN Unternehmen verkauft hatte": whose company it is is known, but not which."""
    return filler.reference == "one" and filler.owns


def _own_firm(frame: Frame, analysis: Analysis) -> int | None:
    """The company of which the sentence before tells: "Zwei Studenten gründeten TAL. 1985 verkauften sie IHRE FIRMA an
    Norvik"."""
    subject = frame.slots.get("subject", [])
    buyers = frame.named_as("acquirer")
    if not references(analysis.language).compounding or not buyers or not frame.sentence:
        return None
    if not subject or subject[0].relative or subject[0].antecedent is not None:
        return None
    known = frame.named()
    before = [e for e in organisations_in(analysis, frame.sentence - 1, len(analysis.text)) if e not in known]
    return before[-1] if before else None


def _is_own_unit(bought: Filler, frame: Frame, analysis: Analysis) -> bool:
    """ "invests in its operations", "in its Elmira plant", "in the Moranbah mine", "in den Standort Talheim", "in Tal's
    PLANT": who puts money into a unit of its own, or into works, buys nothing."""
    if not frame.trigger.invests:
        return False
    if bought.entity is not None:
        before = analysis.text[max(0, bought.start - BESIDE) : bought.start].lower().split()
        return bool(before) and before[-1] in references(analysis.language).works
    if bought.owner is None or bought.owner.entity is not None:
        is_built = bought.word.rpartition(" ")[2] in references(analysis.language).works
        return is_built and (bought.named or bought.owner is not None)
    return bought.owner.reference is not None and (bought.unit or bought.named)


BESIDE = 30
"""Characters before a name in which the noun stands that it belongs to."""


def _has_named_owner(unit: Filler, frame: Frame, analysis: Analysis) -> bool:
    if unit.owner is None:
        return False
    if unit.owner.reference is not None and "seller" in frame.roles:
        return True
    return any(can_be_party(analysis, entity) for entity in resolve(unit.owner, "seller", frame, analysis))
