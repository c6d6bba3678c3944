"""Frames → deals: resolve who is meant, put together what the text says of one deal in several places."""

from dataclasses import dataclass, field, replace

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.coreference import is_authority, resolve
from newscrawl.deals.deal_types import DealType, deal_types
from newscrawl.deals.details import Details, details_of, inside
from newscrawl.deals.fillers import Filler
from newscrawl.deals.frames import Frame
from newscrawl.deals.mentions.references import references
from newscrawl.deals.status import status_of, status_rules
from newscrawl.deals.syntax.phrases import Phrase


@dataclass(slots=True)
class Member:
    """Who fills a role: an entity, or a unit known by its noun; with every place that says so."""

    entity: int | None
    unit: Filler | None
    places: list[tuple[int, int, str]] = field(default_factory=list)

    def same_as(self, other: "Member") -> bool:
        """Whether both mean the same party."""
        if self.entity is not None or other.entity is not None:
            return self.entity == other.entity
        return self.unit is not None and other.unit is not None and self.unit.word == other.unit.word


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


@dataclass(slots=True, eq=False)
class Draft:
    """A deal as it is put together: all tellings of it, and its roles so far."""

    type: str
    roles: dict[str, list[Member]]
    tellings: list[Telling]


def assemble(analysis: Analysis) -> list[Draft]:
    """The deals of a text as drafts, in the order in which the text first tells them."""
    told = [telling for frame in analysis.frames if (telling := tell(frame, analysis)) is not None]
    tellings = [one for telling in told for one in _of_rivals(telling)]
    tellings = [telling for telling in tellings if not _is_told_better(telling, tellings)]
    drafts: list[Draft] = []
    types = deal_types()
    for telling in sorted(tellings, key=lambda t: (_is_about_the_same(t, types), -_completeness(t, types))):
        _place(telling, drafts, types, analysis)
    _join_halves(drafts, types)
    complete = [draft for draft in drafts if _is_complete(draft, types[draft.type])]
    return sorted(complete, key=lambda draft: min(t.frame.start for t in draft.tellings))


HALF = 2
"""How many sentences the two sides of one deal may stand apart ("Norvik has won an order. Tal ordered 30 trains")."""


def _join_halves(drafts: list[Draft], types: dict[str, DealType]) -> None:
    """Put together what is told of each side alone, where together it is a deal."""
    halves = [d for d in drafts if not _is_complete(d, types[d.type])]
    while halves:
        draft = halves.pop(0)
        other = next((d for d in halves if _are_halves(draft, d, types)), None)
        if other is not None:
            draft.roles |= other.roles
            draft.tellings += other.tellings
            halves.remove(other)
            drafts.remove(other)


def _are_halves(one: Draft, other: Draft, types: dict[str, DealType]) -> bool:
    """Whether two drafts of one type lack just what the other tells, a few sentences away."""
    if one.type != other.type or set(one.roles) & set(other.roles):
        return False
    if any(a.same_as(b) for a in _everyone(one.roles) for b in _everyone(other.roles)):
        return False
    apart = min(abs(a.frame.sentence - b.frame.sentence) for a in one.tellings for b in other.tellings)
    whole = Draft(one.type, {**one.roles, **other.roles}, [])
    return apart <= HALF and _is_complete(whole, types[one.type])


def _of_rivals(telling: Telling) -> list[Telling]:
    """Several bidders are as many deals."""
    bidders = telling.roles.get("acquirer", [])
    if not telling.frame.rivals or len(bidders) < 2 or telling.status not in ("talks", "rumoured"):
        return [telling]
    return [replace(telling, roles={**telling.roles, "acquirer": [bidder]}) for bidder in bidders]


def _is_told_better(telling: Telling, tellings: list[Telling]) -> bool:
    """A weak frame ("signed a deal with") gives way to another one with the same parties in its sentence."""
    if not telling.frame.weak:
        return False
    own = _everyone(telling.roles)
    return any(
        not other.frame.weak
        and other.frame.sentence == telling.frame.sentence
        and any(m.same_as(o) for m in own for o in _everyone(other.roles))
        for other in tellings
    )


def tell(frame: Frame, analysis: Analysis) -> Telling | None:
    """A frame with its references resolved, its status and its details; None if it names nobody who can be a party."""
    roles: dict[str, list[Member]] = {}
    for role, fillers in frame.roles.items():
        for filler in fillers:
            _add_filler(roles, role, filler, frame, analysis)
    if not roles:
        return None
    _sort_out(frame, roles)
    _drop_weak(roles, analysis)
    _drop_people(frame, roles, analysis)
    if not roles:
        return None
    _fall_back(frame, roles, analysis)
    sentence = analysis.sentences[frame.sentence]
    low = analysis.text[sentence.start : sentence.end].casefold().replace("’", "'")
    rules = status_rules(analysis.language)
    status = status_of(frame, analysis.phrases[frame.sentence], low, sentence.start, rules)
    named = frozenset(m.entity for m in inside(analysis.names.mentions, sentence))
    told = status or "announced"
    telling = Telling(frame, roles, told, details_of(frame, analysis), named, is_explicit=status is not None)
    _retype(telling, analysis)
    return telling


def _drop_weak(roles: dict[str, list[Member]], analysis: Analysis) -> None:
    """Names known by a missing article only count where another party is sure."""
    if all(_is_weak(member, analysis) for member in _everyone(roles)):
        roles.clear()


def _drop_people(frame: Frame, roles: dict[str, list[Member]], analysis: Analysis) -> None:
    """People who only work with each other are no companies that cooperate."""
    partners = [m.entity for m in roles.get("partner", [])]
    if len(partners) > 1 and all(e is not None and analysis.names.entities[e].kind == "person" for e in partners):
        roles.clear()


def _is_weak(member: Member, analysis: Analysis) -> bool:
    if member.entity is None:
        return member.unit is not None and member.unit.weak
    features = analysis.names.entities[member.entity].features
    return "bare" in features and not {"inside", "apposition", "compound_organisation"} & set(features)


OTHER_SIDE = {
    "acquisition": {"target": "acquirer", "acquirer": "target"},
    "stake": {"target": "investor", "investor": "target"},
    "merger": {"partner": "partner"},
    "partnership": {"partner": "partner"},
    "joint_venture": {"partner": "partner"},
    "contract": {"supplier": "customer", "customer": "supplier"},
    "licensing": {"licensor": "licensee", "licensee": "licensor"},
}
"""Who is missing where one side is known alone, by type of deal."""
CLEAR = 1.2
"""The score from which a name is an organisation beyond doubt."""
NEAR = 60
"""How far behind two names, in characters, a trigger still speaks of both."""


def _fall_back(frame: Frame, roles: dict[str, list[Member]], analysis: Analysis) -> None:
    """One side is known and the sentence names just one other organisation: that is the other side."""
    members = _everyone(roles)
    if any(p.is_pronoun and p.head.low in ("you", "who", "i") for p in frame.slots.get("subject", ())):
        return
    if frame.weak or len(members) != 1 or members[0].entity is None:
        return
    known = next(iter(roles))
    missing = OTHER_SIDE.get(frame.type, {}).get(known)
    if missing is None or _is_question(frame, analysis) or _names_somebody_else(frame, members[0]):
        return
    if _is_taken_by_others(frame) and references(analysis.language).compounding:
        return
    if not references(analysis.language).compounding and (known, frame.type) not in FEWER:
        return
    named = _clear_names(frame.sentence, analysis)
    if known in ("acquirer", "investor") and frame.rivals:
        return
    if (len(named) > 2 or known == "acquirer") and references(analysis.language).compounding:
        named = _in_clause(named, frame, analysis)
    other = [entity for entity in named if entity != members[0].entity]
    near = len(named) == 2 and len(other) == 1
    if near and (_is_near(frame, [named[e] for e in named]) or _says_so(frame, named[other[0]], analysis)):
        start, end = named[other[0]]
        _add(roles, missing, Member(other[0], None, [(start, end, frame.rule)]))


FEWER = (
    ("target", "acquisition"),
    ("partner", "merger"),
    ("partner", "partnership"),
    ("licensor", "licensing"),
    ("licensee", "licensing"),
)
"""Where the word order is fixed the roles are surer, and what is missing there is mostly not told: only these."""


def _is_taken_by_others(frame: Frame) -> bool:
    """Whether the verb has a subject that is nobody named: "CUSTOMERS of Norvik buy at Tal"."""
    subject = frame.slots.get("subject", [])
    known = [f.start for found in frame.roles.values() for f in found]
    if frame.noun is not None or not subject or subject[0].names or subject[0].head.tag != "N":
        return False
    return not any(p.start <= at < p.end for p in subject for at in known)


def _names_somebody_else(frame: Frame, member: Member) -> bool:
    """Whether the frame has a name for the other side, though it be no party ("bought it in BONN")."""
    return any(f.entity not in (None, member.entity) for found in frame.roles.values() for f in found)


def _is_question(frame: Frame, analysis: Analysis) -> bool:
    end = analysis.sentences[frame.sentence].end
    return analysis.text[max(0, end - 3) : end].rstrip().endswith("?")


def _clear_names(number: int, analysis: Analysis) -> dict[int, tuple[int, int]]:
    """The organisations of a sentence, each with its first place."""
    sentence = analysis.sentences[number]
    found: dict[int, tuple[int, int]] = {}
    for mention in inside(analysis.names.mentions, sentence):
        entity = analysis.names.entities[mention.entity]
        if not is_authority(analysis, mention.entity) and entity.kind in ("organisation", "person", "other"):
            found.setdefault(mention.entity, (mention.start, mention.end))
            if entity.kind != "organisation" or entity.score < CLEAR:
                return {}
    return found


def _in_clause(named: dict[int, tuple[int, int]], frame: Frame, analysis: Analysis) -> dict[int, tuple[int, int]]:
    """Those of several names that stand in the clause of the trigger."""
    phrases = analysis.phrases[frame.sentence]
    clause = phrases[frame.index].clause
    own = [(p.start, _whole_end(p)) for p in phrases if p.clause == clause]
    return {e: place for e, place in named.items() if any(start <= place[0] < end for start, end in own)}


def _says_so(frame: Frame, place: tuple[int, int], analysis: Analysis) -> bool:
    """Whether the company at a place, or its spokesman, tells it: "…, sagte ein Sprecher von NORVIK"."""
    words = references(analysis.language)
    said = False
    for phrase in analysis.phrases[frame.sentence]:
        if phrase.kind == "VG" and phrase.verb is not None and phrase.start > frame.start:
            said = phrase.verb.group == "say"
        elif said and phrase.start <= place[0] < _whole_end(phrase):
            return phrase.head.tag == "E" or words.is_a(phrase.head.low, "speakers")
    return False


def _whole_end(phrase: Phrase) -> int:
    """Offset behind a phrase with its genitive."""
    return phrase.of.end if phrase.of is not None else phrase.end


def _is_near(frame: Frame, places: list[tuple[int, int]]) -> bool:
    """Whether the trigger stands between the names or shortly behind both."""
    (first, _), (_, last) = min(places), max(places)
    return first < frame.start < last or 0 <= frame.start - last <= NEAR


def _add_filler(roles: dict[str, list[Member]], role: str, filler: Filler, frame: Frame, analysis: Analysis) -> None:
    place = (filler.start, filler.end, frame.rule)
    if filler.named:
        _add(roles, role, Member(None, filler, [place]))
        return
    if filler.unit and role != "target" and filler.owner is not None:
        _add_filler(roles, role, filler.owner, frame, analysis)
        return
    if filler.unit and (_is_own_unit(filler, frame) or not _has_named_owner(filler, frame, analysis)):
        return
    if filler.unit:
        _add(roles, role, Member(None, filler, [place]))
        if role == "target" and filler.owner is not None:
            _add_filler(roles, "seller", filler.owner, frame, analysis)
        return
    for entity in resolve(filler, frame, analysis):
        if _can_be_party(analysis, entity, role):
            _add(roles, role, Member(entity, None, [place]))
    if (
        role == "target"
        and frame.type == "acquisition"
        and filler.owner is not None
        and filler.owner.entity is not None
    ):
        _add_filler(roles, "seller", filler.owner, frame, analysis)


def _is_own_unit(unit: Filler, frame: Frame) -> bool:
    """ "invests in its operations": who puts money into a unit of its own buys nothing."""
    return frame.rule in ("invest", "investment") and unit.owner is not None and unit.owner.reference is not None


def _has_named_owner(unit: Filler, frame: Frame, analysis: Analysis) -> bool:
    if unit.owner is None:
        return False
    if unit.owner.reference is not None and "seller" in frame.roles:
        return True
    return any(_can_be_party(analysis, entity) for entity in resolve(unit.owner, frame, analysis))


def _can_be_party(analysis: Analysis, entity: int, role: str = "") -> bool:
    """Organisations, and what is not known to be none; people who are called so are not bought."""
    candidate = analysis.names.entities[entity]
    if "apposition" in candidate.features and candidate.score > 0:  # "the agency Ann Berg", "the investor Bergen"
        return True
    if candidate.kind == "person" and role in ("supplier",):
        return False
    if candidate.kind == "person" and role in ("target", "venture"):
        return not any(feature in candidate.features for feature in ("honorific", "role_before", "age", "person_after"))
    return candidate.kind in ("organisation", "person", "other", "product")


def _add(roles: dict[str, list[Member]], role: str, member: Member) -> None:
    for known in roles.setdefault(role, []):
        if known.same_as(member):
            known.places += member.places
            return
    roles[role].append(member)


def _sort_out(frame: Frame, roles: dict[str, list[Member]]) -> None:
    """Nobody is on both sides: the first role of the frame keeps a party; who sells itself is what is sold."""
    seen: list[Member] = []
    for role in sorted(roles, key=lambda role: role == "seller"):
        roles[role] = [m for m in roles[role] if not any(m.same_as(s) for s in seen)]
        seen += roles[role]
        if not roles[role]:
            del roles[role]


def _retype(telling: Telling, analysis: Analysis) -> None:
    """A majority is an acquisition, several investors are a funding round."""
    percent, frame = telling.details.percent, telling.frame
    if frame.type == "stake" and percent is not None and percent.value > 50:
        _rename(telling, "acquisition", {"investor": "acquirer"})
        return
    several = len(telling.roles.get("investor", [])) > 1 and "seller" not in telling.roles
    by_fund = frame.rule in ("invest", "investment") and percent is None and _is_investor(telling, analysis)
    if frame.type == "stake" and (several or by_fund):
        _rename(telling, "funding", {})


def _is_investor(telling: Telling, analysis: Analysis) -> bool:
    """Whether who invests is a fund by its name, and no strategic investor."""
    words = references(analysis.language).investor_names
    names = [analysis.name_of(m.entity) for m in telling.roles.get("investor", []) if m.entity is not None]
    return bool(names) and all(name.casefold().rpartition(" ")[2] in words for name in names)


def _rename(telling: Telling, type_: str, roles: dict[str, str]) -> None:
    telling.frame.type = type_
    telling.roles = {roles.get(role, role): members for role, members in telling.roles.items()}


def _completeness(telling: Telling, types: dict[str, DealType]) -> float:
    kind = types[telling.frame.type]
    return sum(1 for role in kind.core if role in telling.roles) - (0.5 if telling.frame.weak else 0)


def _place(telling: Telling, drafts: list[Draft], types: dict[str, DealType], analysis: Analysis) -> None:
    """Add a telling to the draft that it tells again, or start a new one."""
    if (
        telling.frame.type not in ("merger", "partnership", "joint_venture")
        and len(telling.roles.get("target", [])) > 1
    ):
        for member in telling.roles["target"]:
            _place(replace(telling, roles={**telling.roles, "target": [member]}), drafts, types, analysis)
        return
    if _is_about_the_same(telling, types):
        _attach(telling, drafts, types)
        return
    best = max(drafts, key=lambda draft: _fit(draft, telling, types, analysis), default=None)
    if best is not None and _fit(best, telling, types, analysis) > 0:
        best.tellings.append(telling)
        for role, members in telling.roles.items():
            for member in members:
                if not _fill_out(best.roles.get(role, []), member, analysis):
                    _merge_member(best, role, member, types)
    else:
        drafts.append(Draft(telling.frame.type, {r: list(m) for r, m in telling.roles.items()}, [telling]))


def _is_about_the_same(telling: Telling, types: dict[str, DealType]) -> bool:
    """A telling without the company that it is about ("the round was led by Norvik") adds to a deal told before."""
    core = types[telling.frame.type].core
    return "target" in core and "target" not in telling.roles


def _attach(telling: Telling, drafts: list[Draft], types: dict[str, DealType]) -> None:
    """Add to the deal of the same type told last before it."""
    before = [
        (t.frame.start, draft)
        for draft in drafts
        if _tells_of(telling, draft)
        and (_has_room(draft, telling) or (telling.frame.rivals and "target" in draft.roles))
        for t in draft.tellings
        if 0 <= telling.frame.sentence - t.frame.sentence <= (FAR if _names_target(telling, draft) else NEXT)
    ]
    if before:
        draft = max(before, key=lambda pair: pair[0])[1]
        if telling.frame.rivals or (
            draft.roles.get("investor") and (_is_another_round(draft, telling) or _is_dated_round(draft, telling))
        ):
            drafts.append(Draft(draft.type, {**telling.roles, "target": list(draft.roles["target"])}, [telling]))
            return
        draft.tellings.append(telling)
        for role, members in telling.roles.items():
            for member in members:
                _merge_member(draft, _role_in(draft, role), member, types)


NEXT, FAR = 3, 12
"""How many sentences back a deal may be told to which a telling without its target adds; FAR if that is named."""


def _names_target(telling: Telling, draft: Draft) -> bool:
    rounds = telling.frame.type == "funding"
    return rounds and any(member.entity in telling.named for member in draft.roles.get("target", []))


def _tells_of(telling: Telling, draft: Draft) -> bool:
    """The same type; the buyer of a stake that is sold is told like any buyer."""
    if draft.type == telling.frame.type:
        return True
    return (draft.type, telling.frame.type) == ("stake", "acquisition") and list(telling.roles) == ["acquirer"]


def _role_in(draft: Draft, role: str) -> str:
    return "investor" if draft.type == "stake" and role == "acquirer" else role


def _has_room(draft: Draft, telling: Telling) -> bool:
    """Whether the roles told are free in the draft; a round takes any number of investors."""
    return draft.type == "funding" or not any(draft.roles.get(_role_in(draft, role)) for role in telling.roles)


def _fill_out(known: list[Member], member: Member, analysis: Analysis) -> bool:
    """Where a party is known by the beginning of its name or by the whole, keep the whole; whether it was so."""
    for other in known:
        if not other.same_as(member) and _is_short_for(other, member, analysis):
            if len(analysis.name_of(member.entity)) > len(analysis.name_of(other.entity)):
                other.entity = member.entity
            other.places += member.places
            return True
    return False


def _merge_member(draft: Draft, role: str, member: Member, types: dict[str, DealType]) -> None:
    if role in types[draft.type].roles and not any(
        known.same_as(member) for other, members in draft.roles.items() if other != role for known in members
    ):
        _add(draft.roles, role, member)


def _fit(draft: Draft, telling: Telling, types: dict[str, DealType], analysis: Analysis) -> float:
    """How well a telling fits a draft; 0 or less: it tells another deal."""
    if types[draft.type].family != types[telling.frame.type].family:
        return 0
    if _is_years_apart(draft, telling, analysis) or _is_another_round(draft, telling):
        return 0
    ours, theirs = _everyone(draft.roles), _everyone(telling.roles)
    shared = [m for m in theirs if any(m.same_as(o) for o in ours)]
    if not shared:
        return 0
    if types[draft.type].core == ["partner"]:
        return _fit_of_partners(draft, telling)
    if draft.type == telling.frame.type:
        sure = telling.status in SURE and all(t.status in SURE for t in draft.tellings)
        for role in types[draft.type].core:
            here, there = draft.roles.get(role, []), telling.roles.get(role, [])
            if (
                here
                and there
                and not any(a.same_as(b) or (sure and _is_short_for(a, b, analysis)) for a in here for b in there)
            ):
                return 0
        return len(shared)
    if _is_bought_and_sells(draft.roles, telling.roles) or _is_bought_and_sells(telling.roles, draft.roles):
        return 0
    here, there = draft.roles.get("target", []), telling.roles.get("target", [])
    if here and there and not any(a.same_as(b) or _is_short_for(a, b, analysis) for a in here for b in there):
        return 0
    return len(shared) - 1


SURE = ("announced", "completed", "terminated")
"""What is only rumoured or talked of may be told of a parent ("Norvik" for "Norvik Systems"): see ``story``."""


def _is_bought_and_sells(bought: dict[str, list[Member]], sold: dict[str, list[Member]]) -> bool:
    """Whether who is bought here sells there: those are two deals, though of the same parties."""
    return any(a.same_as(b) for a in bought.get("target", []) for b in sold.get("seller", []))


def _is_short_for(one: Member, other: Member, analysis: Analysis) -> bool:
    """Whether one name is the beginning of the other: with the other side the same, "Norvik" is "Norvik Systems"."""
    if one.entity is None or other.entity is None:
        return False
    short, long = sorted((analysis.name_of(m.entity).casefold().split() for m in (one, other)), key=len)
    return bool(short) and long[: len(short)] == short


def _is_another_round(draft: Draft, telling: Telling) -> bool:
    """Two sums that differ by more than rounding are two rounds."""
    own = telling.details.money
    if telling.frame.type != "funding" or own is None or own.value is None:
        return False
    sums = [t.details.money for t in draft.tellings if t.details.money is not None]
    told = [m.value for m in sums if m.value is not None and m.currency == own.currency]
    return bool(told) and all(abs(value - own.value) * 5 > own.value for value in told)


def _is_dated_round(draft: Draft, telling: Telling) -> bool:
    """A round with a sum and a date of its own beside one without a sum."""
    if telling.frame.type != "funding" or telling.details.money is None or telling.details.date is None:
        return False
    return all(t.details.money is None for t in draft.tellings)


YEARS_APART = 2
"""The same parties so many years later make another deal: a second round, the rest of the shares."""


def _is_years_apart(draft: Draft, telling: Telling, analysis: Analysis) -> bool:
    years = [year for t in draft.tellings if (year := _year(t, analysis)) is not None]
    own = _year(telling, analysis)
    return own is not None and bool(years) and all(abs(own - year) >= YEARS_APART for year in years)


def _year(telling: Telling, analysis: Analysis) -> int | None:
    """The year of a telling's date; an undated announcement is of the year of the article."""
    date = telling.details.date
    if date is not None and date.iso:
        return int(date.iso[:4])
    is_news = telling.is_explicit and telling.status == "announced"
    return int(analysis.published[:4]) if is_news and analysis.published else None


def _fit_of_partners(draft: Draft, telling: Telling) -> float:
    """Partners fit if one set holds the other; one of type merger may be told as an acquisition of the same two."""
    if draft.type != telling.frame.type and telling.frame.type != "acquisition":
        return 0
    ours, theirs = _everyone(draft.roles), _everyone(telling.roles)
    inside = all(any(m.same_as(o) for o in ours) for m in theirs)
    around = all(any(m.same_as(o) for m in theirs) for o in ours)
    return len(theirs) if inside or (around and draft.type == telling.frame.type) else 0


def _everyone(roles: dict[str, list[Member]]) -> list[Member]:
    return [member for members in roles.values() for member in members]


def _is_complete(draft: Draft, kind: DealType) -> bool:
    return any(
        all(sum(len(draft.roles.get(role, [])) for role in need.split("|")) >= count for need, count in way.items())
        for way in kind.needs
    )
