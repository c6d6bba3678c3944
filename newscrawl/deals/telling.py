"""Frame → telling: who is meant in each role, how far the deal is, its details."""

from dataclasses import dataclass
from functools import lru_cache

from newscrawl.deals.alike import as_before
from newscrawl.deals.analysis import Analysis
from newscrawl.deals.companies import company_of, is_organisation
from newscrawl.deals.coreference import rank, resolve
from newscrawl.deals.deal_types import deal_types
from newscrawl.deals.descriptions import descriptions
from newscrawl.deals.details import Details, details_of
from newscrawl.deals.fillers import Filler
from newscrawl.deals.frame import Frame
from newscrawl.deals.members import Member, add_member, everyone
from newscrawl.deals.mentions.model import Names
from newscrawl.deals.mentions.references import references
from newscrawl.deals.other_side import fall_back
from newscrawl.deals.sides import as_contract, part_sides
from newscrawl.deals.status import status_of
from newscrawl.deals.status_rules import status_rules
from newscrawl.deals.topics import WORD, organisations_in


@dataclass(slots=True)
class Telling:
    """One frame with its parties resolved, its status and its details."""

    frame: Frame
    roles: dict[str, list[Member]]
    status: str
    details: Details
    named: frozenset[int] = frozenset()
    """The entities that its sentence names."""
    is_explicit: bool = True
    """Whether a verb form or a cue tells the status; a bare noun ("the purchase of Tal") does not."""
    sides_told: bool = True
    """Whether the text says which of the two sides of a contract delivers."""


MOST = 60
"""Names in one role; what names more is a list, as of members, and no deal."""


def tell(frame: Frame, analysis: Analysis) -> Telling | None:
    """A frame with its references resolved, its status and its details; None if it names nobody who can be a party."""
    if any(len(found) > MOST for found in frame.roles.values()):
        return None
    roles = _resolved(frame, analysis)
    if not roles:
        return None
    _sort_out(frame, roles)
    _drop_weak(roles, analysis)
    _drop_people(frame, roles, analysis)
    _drop_owners(frame, roles)
    _drop_several_targets(frame, roles)
    _drop_grants(frame, roles, analysis)
    if not roles:
        return None
    if _may_be_sold(frame, roles) or _sells_some(frame, roles, analysis):
        return None
    fall_back(frame, roles, analysis)
    if frame.mutual and len(everyone(roles)) > 1:
        roles = {role: everyone(roles) for role in deal_types()[frame.type].core}
    sides_told = not frame.sides_open or part_sides(roles, analysis)
    sentence = analysis.sentences[frame.sentence]
    low = analysis.text[sentence.start : sentence.end].casefold().replace("’", "'")
    rules = status_rules(analysis.language)
    status = status_of(frame, analysis.phrases[frame.sentence], low, sentence.start, rules)
    named = frozenset(m.entity for m in analysis.names_in(frame.sentence))
    told = status or "announced"
    telling = Telling(frame, roles, told, details_of(frame, analysis), named, status is not None, sides_told)
    _retype(telling, analysis)
    return telling


def _resolved(frame: Frame, analysis: Analysis) -> dict[str, list[Member]]:
    """Who fills each role; the references that say most about whom they mean are resolved first."""
    roles: dict[str, list[Member]] = {role: [] for role in frame.roles}
    fillers = [(role, filler) for role, found in frame.roles.items() for filler in found]
    for role, filler in sorted(fillers, key=lambda pair: rank(pair[1], frame, analysis)):
        _add_filler(roles, role, filler, frame, analysis)
    _drop_its_things(roles, frame)
    return {role: found for role, found in roles.items() if found}


def _drop_its_things(roles: dict[str, list[Member]], frame: Frame) -> None:
    """ "bought the company, ITS three plants and a warehouse": who buys the company buys what it has."""
    its = {f.start for f in frame.roles.get("target", []) if f.unit and f.owner is not None and f.owner.reference}
    targets = roles.get("target", [])
    if any(m.entity is not None for m in targets):
        roles["target"] = [m for m in targets if m.unit is None or m.unit.start not in its]


def _may_be_sold(frame: Frame, roles: dict[str, list[Member]]) -> bool:
    """ "may sell assets": nobody is named who buys, nor what is sold by a name of its own."""
    if frame.group is None or "acquirer" in roles or any(m.entity is not None for m in roles.get("target", [])):
        return False
    return frame.type == "acquisition" and any(t.is_a("may") for t in frame.group.helpers)


def _sells_some(frame: Frame, roles: dict[str, list[Member]], analysis: Analysis) -> bool:
    """ "has sold SEVERAL BUSINESSES since 1985", "sold TWO UNITS": nobody is told who buys, nor which they are."""
    words, things = references(analysis.language), frame.slots.get("object", [])
    if frame.type != "acquisition" or "acquirer" in roles or words.compounding or not things:
        return False
    return all(
        p.head.low.endswith("s")
        and p.head.tag == "N"
        and p.owner is None
        and p.of is None
        and all(t.is_a("number") for t in p.tokens[:-1])
        and not words.is_definite(p.determiner)
        and not p.is_owned
        for p in things
    )


def _drop_weak(roles: dict[str, list[Member]], analysis: Analysis) -> None:
    """Names known by a missing article only count where another party is sure."""
    if all(_is_weak(member, analysis) for member in everyone(roles)):
        roles.clear()


def _drop_owners(frame: Frame, roles: dict[str, list[Member]]) -> None:
    """Who owns a company together does not buy into it: "die neue Firma, an der BEIDE je die Hälfte halten"."""
    joint = any(f.reference in ("several", "companies") for f in frame.roles.get("investor", ()))
    if joint and frame.type in ("stake", "funding") and frame.noun is None:
        roles.clear()


def _drop_several_targets(frame: Frame, roles: dict[str, list[Member]]) -> None:
    """ "Die drei Unternehmen erhalten zusammen 967 Millionen": no round is raised by several."""
    several = any(f.reference in ("several", "companies") for f in frame.roles.get("target", ()))
    if frame.type == "funding" and several and len(roles.get("target", [])) > 1:
        roles.clear()


def _drop_grants(frame: Frame, roles: dict[str, list[Member]], analysis: Analysis) -> None:
    """ "erhält 20 Millionen Euro vom LAND THÜRINGEN": what states give to companies is no round."""
    investors = roles.get("investor", [])
    if frame.type == "funding" and investors and all(_is_state(member, analysis) for member in investors):
        roles.clear()


def _is_state(member: Member, analysis: Analysis) -> bool:
    if member.entity is None:
        return member.unit is not None and member.unit.body
    name = analysis.names.entities[member.entity].name
    return name.split()[0] in references(analysis.language).states


def _drop_people(frame: Frame, roles: dict[str, list[Member]], analysis: Analysis) -> None:
    """People who only work with each other are no companies that cooperate, and what people found is a company of
    theirs, no joint venture."""
    partners = [m.entity for m in roles.get("partner", [])]
    people = [e is not None and analysis.names.entities[e].kind == "person" for e in partners]
    if any(people) and (frame.type == "joint_venture" or (len(people) > 1 and all(people))):
        roles.clear()


def _is_weak(member: Member, analysis: Analysis) -> bool:
    if member.entity is None:
        return member.unit is not None and member.unit.weak
    features = analysis.names.entities[member.entity].features
    return "bare" in features and not {"inside", "apposition", "compound_organisation", "rare"} & set(features)


def _add_filler(roles: dict[str, list[Member]], role: str, filler: Filler, frame: Frame, analysis: Analysis) -> None:
    place = (filler.start, filler.end, frame.rule)
    if role == "supplier" and filler.owner is not None and references(analysis.language).is_a(filler.word, "shadows"):
        _add_filler(roles, role, filler.owner, frame, analysis)  # "has chosen ITS Talos platform"
        return
    if filler.body and not _can_be_body(role, frame):
        return
    if filler.named and (full := _full_name(filler, analysis)) is not None:
        add_member(roles, role, Member(full, None, [place]))
        return
    if filler.named:
        add_member(roles, role, Member(None, filler, [place]))
        return
    if filler.unit and role != "target" and filler.owner is not None:
        _add_filler(roles, role, filler.owner, frame, analysis)
        return
    if filler.unit and (_is_own_unit(filler, frame) or not _has_named_owner(filler, frame, analysis)):
        return
    if filler.unit:
        add_member(roles, role, Member(None, filler, [place]))
        if role == "target" and filler.owner is not None and not _is_owned_by_seller(filler.owner, frame):
            _add_filler(roles, "seller", filler.owner, frame, analysis)
        return
    if role == "target" and frame.noun is None and "seller" in frame.roles and _is_owner_only(filler):
        if (sold := _own_firm(frame, analysis)) is not None:
            add_member(roles, role, Member(sold, None, [place]))
        return
    if role == "target" and _is_unit_before(filler, frame, analysis):
        return
    others = [m.entity for r, found in roles.items() if r != role for m in found if m.entity is not None]
    meant = resolve(filler, role, frame, analysis, others)
    if role == "target" and not meant and _is_told_first(filler, frame, analysis):
        add_member(roles, role, Member(None, filler, [place]))
        return
    known = [*others, *(m.entity for m in roles.get(role, []) if m.entity is not None)]
    meant = [_firm_of(e, filler, analysis) if role == "investor" else e for e in meant]
    for entity in (_dealt_for(e, role, known, analysis) for e in meant):
        if _can_be_party(analysis, entity, role):
            add_member(roles, role, Member(entity, None, [place]))
    if (
        role == "target"
        and frame.type == "acquisition"
        and filler.owner is not None
        and filler.owner.entity is not None
    ):
        _add_filler(roles, "seller", filler.owner, frame, analysis)


def _firm_of(entity: int, filler: Filler, analysis: Analysis) -> int:
    """Whose money a partner of a firm invests: "led by Ann Berg AT NORVIK"; anybody else's is their own."""
    if analysis.names.entities[entity].kind != "person":
        return entity
    behind = WORD.match(analysis.text, filler.end + 1)
    if behind is None or behind[0] not in references(analysis.language).working_for:
        return entity
    firm = next(
        (m for m in analysis.names_between(behind.end() + 1, behind.end() + 2) if is_organisation(analysis, m.entity)),
        None,
    )
    return entity if firm is None else firm.entity


def _is_unit_before(filler: Filler, frame: Frame, analysis: Analysis) -> bool:
    """ "Bergen is selling its pump unit. Norvik will pay $30 million for IT": a unit that the sentence before names."""
    if filler.reference != "one" or filler.owns or frame.type != "acquisition":
        return False
    before = [f for f in analysis.frames_in(frame.sentence - 1) if f.type == "acquisition"]
    return (
        bool(before) and any(f.unit for f in before[-1].roles.get("target", ())) and "acquirer" not in before[-1].roles
    )


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


def _can_be_body(role: str, frame: Frame) -> bool:
    """Whether a public body can have a role: it orders and cooperates; who approves of a purchase does not buy."""
    return role in ("customer", "licensee", "partner") or (
        role in ("acquirer", "investor", "seller") and frame.noun is None
    )


def _is_owned_by_seller(owner: Filler, frame: Frame) -> bool:
    """ "Norvik sold ITS Danish arm": whose it is is said by who sells it."""
    return owner.reference is not None and any(f.entity is not None for f in frame.roles.get("seller", ()))


def _is_owner_only(filler: Filler) -> bool:
    """ "der SEIN Unternehmen verkauft hatte": whose company it is is known, but not which."""
    return filler.reference == "one" and filler.owns


def _dealt_for(entity: int, role: str, others: list[int], analysis: Analysis) -> int:
    """Who orders, delivers or cooperates where a person does so who is said to have a post: their company."""
    candidate = analysis.names.entities[entity]
    if role not in COMPANIES_ONLY or candidate.kind != "person" or not set(candidate.features) >= _WITH_POST:
        return entity
    company = company_of(entity, analysis)
    return entity if company is None or company in others else company


_WITH_POST = {"role_before", "given_name"}
COMPANIES_ONLY = ("supplier", "customer", "licensor", "licensee", "partner")
"""Roles in which a manager stands for a company ("Berg hat bei Tal 400 Roller bestellt")."""


def _own_firm(frame: Frame, analysis: Analysis) -> int | None:
    """The company of which the sentence before tells: "Zwei Studenten gründeten TAL. 1985 verkauften sie IHRE FIRMA an
    Norvik"."""
    subject = frame.slots.get("subject", [])
    buyers = [f.entity for f in frame.roles.get("acquirer", []) if f.entity is not None]
    if not references(analysis.language).compounding or not buyers or not frame.sentence:
        return None
    if not subject or subject[0].relative or subject[0].antecedent is not None:
        return None
    known = {f.entity for found in frame.roles.values() for f in found}
    before = [e for e in organisations_in(analysis, frame.sentence - 1, len(analysis.text)) if e not in known]
    return before[-1] if before else None


def _is_own_unit(unit: Filler, frame: Frame) -> bool:
    """ "invests in its operations": who puts money into a unit of its own buys nothing."""
    return frame.rule in ("invest", "investment") and unit.owner is not None and unit.owner.reference is not None


def _has_named_owner(unit: Filler, frame: Frame, analysis: Analysis) -> bool:
    if unit.owner is None:
        return False
    if unit.owner.reference is not None and "seller" in frame.roles:
        return True
    return any(_can_be_party(analysis, entity) for entity in resolve(unit.owner, "seller", frame, analysis))


def _can_be_party(analysis: Analysis, entity: int, role: str = "") -> bool:
    """Organisations, and what is not known to be none; people who are called so are not bought."""
    candidate = analysis.names.entities[entity]
    if _NO_PARTY & set(candidate.features):
        return False
    if "apposition" in candidate.features and candidate.score > 0:  # "the agency Ann Berg", "the investor Bergen"
        return True
    if candidate.kind == "place" and role == "customer":  # "Polen bestellt 20 Flugzeuge"
        return "place" in candidate.features
    if role == "customer" and candidate.kind == "product":  # "liefert die Displays für das Norvik 5"
        return False
    if candidate.kind == "person" and role in ("supplier", "customer"):
        return False
    if candidate.kind == "person" and role in ("target", "venture"):
        return _SURE_PERSON.isdisjoint(candidate.features)
    return candidate.kind in ("organisation", "person", "other", "product")


_SURE_PERSON = frozenset({"honorific", "role_before", "age", "person_after"})
"""What is said only of people."""
_NO_PARTY = frozenset({"index", "event", "technique"})
"""What is known by its name to be no company."""


def _sort_out(frame: Frame, roles: dict[str, list[Member]]) -> None:
    """Nobody is on both sides: the first role of the frame keeps a party; who sells itself is what is sold."""
    seen: list[Member] = []
    for role in sorted(roles, key=lambda role: role == "seller"):
        roles[role] = [m for m in roles[role] if not any(m.same_as(s) for s in seen)]
        seen += roles[role]
        if not roles[role]:
            del roles[role]


def _retype(telling: Telling, analysis: Analysis) -> None:
    """An agreement of a bank with a software house is a contract, a majority an acquisition, several investors are a
    funding round."""
    percent, frame = telling.details.percent, telling.frame
    if frame.type == "partnership" and (kind := as_before(telling.roles["partner"], frame, analysis)) is not None:
        frame.type, telling.roles = kind
        frame.weak = False
        return
    if frame.weak and frame.type == "partnership" and (sides := as_contract(telling.roles["partner"], frame, analysis)):
        frame.type, telling.roles = "contract", sides
        return
    if frame.type == "stake" and percent is not None and percent.value > 50:
        _rename(telling, "acquisition", {"investor": "acquirer"})
        return
    several = len(telling.roles.get("investor", [])) > 1 or any(p.band for p in frame.slots.get("subject", ()))
    several = several and "seller" not in telling.roles
    by_fund = frame.rule in INVESTING and percent is None and _is_backed(telling, analysis)
    if frame.type == "stake" and (several or by_fund):
        _rename(telling, "funding", {})


INVESTING = ("invest", "investment", "investieren", "eingestiegen")
"""The triggers of money that is put into a company: whether as a stake or in a round is told by who gives it."""


def _is_backed(telling: Telling, analysis: Analysis) -> bool:
    """Whether a fund gives the money, or a person or anybody else gives it to a young company."""
    if _is_investor(telling, analysis):
        return True
    said = descriptions(analysis)
    young = references(analysis.language).young_firms
    targets = [m.entity for m in telling.roles.get("target", []) if m.entity is not None]
    if not any(not young.isdisjoint(said[entity]) for entity in targets):
        return False
    investors = [m.entity for m in telling.roles.get("investor", []) if m.entity is not None]
    return bool(investors) and all(analysis.names.entities[entity].kind == "person" for entity in investors)


def _is_investor(telling: Telling, analysis: Analysis) -> bool:
    """Whether who invests is a fund by its name, and no strategic investor."""
    words = references(analysis.language)
    said = descriptions(analysis)
    own = [m.entity for m in telling.roles.get("investor", []) if m.entity is not None]
    called = (analysis.name_of(e).casefold().rpartition(" ")[2] in words.investor_names for e in own)
    return bool(own) and all(c or not words.backers.isdisjoint(said[e]) for c, e in zip(called, own, strict=True))


def _rename(telling: Telling, type_: str, roles: dict[str, str]) -> None:
    telling.frame.type = type_
    telling.roles = {roles.get(role, role): members for role, members in telling.roles.items()}
