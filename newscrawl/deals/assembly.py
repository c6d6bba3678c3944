"""Tellings → deals: put together what the text says of one deal in several places."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.deal_types import DealType, deal_types
from newscrawl.deals.frame import Frame
from newscrawl.deals.members import Member, add_member, are_among, everyone, meet
from newscrawl.deals.mentions.dates import Date
from newscrawl.deals.sides import sides_of_serial
from newscrawl.deals.telling import Telling, tell


@dataclass(slots=True, eq=False)
class Draft:
    """A deal as it is put together: all tellings of it, and its roles so far."""

    type: str
    roles: dict[str, list[Member]]
    tellings: list[Telling]


def assemble(analysis: Analysis) -> list[Draft]:
    """The deals of a text as drafts, in the order in which the text first tells them."""
    told = [telling for frame in analysis.frames if (telling := tell(frame, analysis)) is not None]
    drafts = [draft for block in _blocks(told) for draft in _put_together(block, analysis)]
    return sorted(drafts, key=lambda draft: min(t.frame.start for t in draft.tellings))


MOST_TOLD = 80
"""Parties whose tellings are compared with each other: in real news an article tells of up to forty. What tells of more
is many articles in one, and takes time in proportion."""


def _blocks(told: list[Telling]) -> Iterator[list[Telling]]:
    """The tellings in their order, in blocks that are put together each for itself: one for an article."""
    block: list[Telling] = []
    size = 0
    for telling in told:
        block.append(telling)
        size += max(map(len, telling.roles.values()), default=0)
        if size > MOST_TOLD:
            yield block
            block, size = [], 0
    yield block


def _put_together(told: list[Telling], analysis: Analysis) -> list[Draft]:
    """The drafts of deals that are complete."""
    tellings = [one for telling in told for rival in _of_rivals(telling) for one in _of_each(rival, analysis)]
    tellings = [t for t in tellings if not _is_told_better(t, tellings) and not _is_turned_round(t, tellings)]
    drafts: list[Draft] = []
    types = deal_types()
    for telling in sorted(tellings, key=lambda t: (_is_about_the_same(t, types), -_completeness(t, types))):
        _place(telling, drafts, types, analysis)
    _join_halves(drafts, types)
    complete = [draft for draft in drafts if _is_complete(draft, types[draft.type]) and not _is_mere_plan(draft)]
    return [draft for draft in complete if not _is_part_of_another(draft, complete, types)]


def _is_mere_plan(draft: Draft) -> bool:
    """Whether no more is told of a round or a sale than that there may be one: "approved funding for Tal"."""
    if draft.type == "acquisition" and "acquirer" not in draft.roles:
        return all(t.frame.weak for t in draft.tellings)
    if draft.type != "funding" or draft.roles.get("investor"):
        return False
    return all(t.details.money is None and not (t.is_explicit and t.status == "completed") for t in draft.tellings)


def _is_part_of_another(draft: Draft, drafts: list[Draft], types: dict[str, DealType]) -> bool:
    """Whether partners "join forces" by a deal told right beside: a merger, a purchase, a joint venture."""
    if draft.type == "contract" and _is_own_supplier(draft, drafts):
        return True
    if draft.type != "partnership" or not all(_may_be_part(t.frame) for t in draft.tellings):
        return False
    partners = draft.roles["partner"]
    for other in drafts:
        sides = [m for role in types[other.type].core for m in other.roles.get(role, [])]
        same = len(sides) == len(partners) and are_among(partners, sides)
        taken_up = all(
            _takes_up(t.frame) for t in draft.tellings
        )  # "Beide unterzeichneten einen ENTSPRECHENDEN Vertrag"
        same = same or (taken_up and are_among(partners, everyone(other.roles)))
        apart = min(abs(a.frame.sentence - b.frame.sentence) for a in draft.tellings for b in other.tellings)
        kinds = (
            ("merger", "acquisition", "joint_venture", "stake")
            if taken_up
            else ("merger", "acquisition", "joint_venture")
        )
        if other is not draft and same and apart <= 1 and other.type in kinds:
            return True
    return False


def _may_be_part(frame: Frame) -> bool:
    return frame.noun is None or frame.weak or _takes_up(frame)


def _takes_up(frame: Frame) -> bool:
    """Whether the noun of a frame speaks of an agreement told before: "den Vertrag", "ein entsprechender Vertrag"."""
    noun = frame.noun
    if noun is None:
        return False
    said = any(token.low.startswith("entsprechend") for token in noun.tokens)
    article = noun.determiner
    return said or (article is not None and article.low in ("der", "den", "dem", "des") and len(noun.tokens) == 1)


def _is_own_supplier(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether who uses what another one makes has bought that other one: no contract, if none is named."""
    if any(t.frame.noun is not None for t in draft.tellings):
        return False
    sides = everyone(draft.roles)
    bought = [everyone({r: m for r, m in d.roles.items() if r != "seller"}) for d in drafts if d.type == "acquisition"]
    return any(are_among(sides, parties) for parties in bought)


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
    if meet(everyone(one.roles), everyone(other.roles)):
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


def _of_each(telling: Telling, analysis: Analysis) -> list[Telling]:
    """Several agreements with several are as many deals: "signed DEALS with Tal, Bergen and Corso"."""
    frame, partners = telling.frame, telling.roles.get("partner", [])
    if telling.frame.type != "partnership" or frame.noun is None or not frame.noun.head.low.endswith("s"):
        return [telling]
    spans = [(p.start, p.end) for p in frame.slots.get("with", [])]
    others = [m for m in partners if any(start <= place[0] < end for start, end in spans for place in m.places)]
    doers = [m for m in partners if m not in others]
    if len(others) < 2 or len(doers) != 1:
        return [telling]
    sides = sides_of_serial(doers, others, telling.frame, analysis)
    if sides is not None:
        frame = replace(frame, type="contract")
        return [replace(telling, frame=frame, roles={sides[0]: doers, sides[1]: [other]}) for other in others]
    return [replace(telling, roles={"partner": [*doers, other]}) for other in others]


def _is_told_better(telling: Telling, tellings: list[Telling]) -> bool:
    """A weak frame ("signed a deal with") gives way to another one with the same parties in its sentence."""
    if not telling.frame.weak or _is_about_the_same(telling, deal_types()):
        return False
    own = everyone(telling.roles)
    return any(
        not other.frame.weak and other.frame.sentence == telling.frame.sentence and meet(own, everyone(other.roles))
        for other in tellings
    )


def _is_turned_round(telling: Telling, tellings: list[Telling]) -> bool:
    """Whether another telling in its sentence says surely which side is which: "signed a contract with Tal TO BUY"."""
    if not telling.frame.sides_open:
        return False
    own = everyone(telling.roles)
    return any(
        not other.frame.sides_open and other.frame.type == telling.frame.type and are_among(own, everyone(other.roles))
        for other in tellings
        if other.frame.sentence == telling.frame.sentence
    )


def _completeness(telling: Telling, types: dict[str, DealType]) -> float:
    kind = types[telling.frame.type]
    return sum(1 for role in kind.core if role in telling.roles) - (0.5 if telling.frame.weak else 0)


MOST_SERIAL = 20
"""Deals that one list tells; a longer one is no list of deals."""


def _place(telling: Telling, drafts: list[Draft], types: dict[str, DealType], analysis: Analysis) -> None:
    """Add a telling to the draft that it tells again, or start a new one."""
    role = _serial_role(telling, types)
    if role is not None:
        for member in telling.roles[role] if len(telling.roles[role]) <= MOST_SERIAL else ():
            own = replace(telling.details, date=_own_date(telling, member, telling.roles[role], analysis))
            _place(replace(telling, roles={**telling.roles, role: [member]}, details=own), drafts, types, analysis)
        return
    if _is_loser(telling):
        _add_loser(telling, drafts)
        return
    if _is_about_the_same(telling, types):
        _attach(telling, drafts, types, analysis)
        return
    best = max(drafts, key=lambda draft: _fit(draft, telling, types, analysis), default=None)
    if best is not None and _fit(best, telling, types, analysis) > 0:
        best.tellings.append(telling)
        if telling.frame.type == "joint_venture" or _is_round_for_shares(best, telling):
            best.type = telling.frame.type
        for role, members in telling.roles.items():
            for member in members:
                if not _fill_out(best.roles.get(role, []), member, analysis):
                    _merge_member(best, role, member, types)
    else:
        drafts.append(Draft(telling.frame.type, {r: list(m) for r, m in telling.roles.items()}, [telling]))


def _is_round_for_shares(draft: Draft, telling: Telling) -> bool:
    """Whether what was told as a stake is told to be a round: "leads a round for Tal, buying a slice"."""
    if draft.type != "stake" or telling.frame.type != "funding" or "seller" in draft.roles:
        return False
    return all(t.details.percent is None for t in draft.tellings)


WINNER = {"contract": ("supplier", "customer"), "acquisition": ("acquirer", "target")}
"""Of the types for which several compete: the role that one of them gets, and whose deal it is."""


def _is_loser(telling: Telling) -> bool:
    """Whether no more is told than who lost: "Durchgesetzt hat sich Norvik gegen TAL"."""
    return telling.frame.rivals and telling.frame.type == "contract" and list(telling.roles) == ["supplier"]


def _add_loser(telling: Telling, drafts: list[Draft]) -> None:
    """Make of who lost a deal of its own: the one that the nearest draft tells of who won."""
    won = [d for d in drafts if d.type in WINNER and set(WINNER[d.type]) <= d.roles.keys()]
    near = [d for d in won if abs(d.tellings[0].frame.sentence - telling.frame.sentence) <= FAR]
    draft = min(near, key=lambda d: abs(d.tellings[0].frame.sentence - telling.frame.sentence), default=None)
    losers = telling.roles["supplier"]
    if draft is None or meet(losers, everyone(draft.roles)):
        return
    role, other = WINNER[draft.type]
    drafts += [Draft(draft.type, {role: [one], other: list(draft.roles[other])}, [telling]) for one in losers]


def _own_date(telling: Telling, member: Member, others: list[Member], analysis: Analysis) -> Date | None:
    """The date of one of several in a list: that right before its name, if the list is dated one by one ("2015 kaufte
    sie Tal, 2017 BERGEN")."""
    if any(not m.places for m in others):
        return telling.details.date
    ends = sorted(m.places[0][1] for m in others)
    dates = [d for d in analysis.figures(telling.frame.sentence).dates if d.iso is not None]
    own = {id(m): _date_between(dates, ends, m.places[0][0]) for m in others}
    if sum(date is not None for date in own.values()) < 2:
        return telling.details.date
    return own[id(member)]


def _date_between(dates: list[Date], ends: list[int], start: int) -> Date | None:
    """The last date behind the name before an offset, or before all names."""
    before = max((end for end in ends if end <= start), default=0)
    return next((d for d in reversed(dates) if before <= d.start and d.end <= start), None)


def _serial_role(telling: Telling, types: dict[str, DealType]) -> str | None:
    """The role of which a telling has several parties that are as many deals; not if they license to each other."""
    for role in types[telling.frame.type].serial:
        members = telling.roles.get(role, [])
        others = [m for other, found in telling.roles.items() if other != role for m in found]
        if len(members) > 1 and not meet(members, others):
            return role
    return None


def _is_about_the_same(telling: Telling, types: dict[str, DealType]) -> bool:
    """A telling without the company that it is about ("the round was led by Norvik") adds to a deal told before."""
    core = types[telling.frame.type].core
    return "target" in core and "target" not in telling.roles


def _attach(telling: Telling, drafts: list[Draft], types: dict[str, DealType], analysis: Analysis) -> None:
    """Add to the deal of the same type told last before it."""
    before = [
        (t.frame.start, draft)
        for draft in drafts
        if _tells_of(telling, draft)
        and (_has_room(draft, telling) or (_is_rivals(draft, telling) and "target" in draft.roles))
        for t in draft.tellings
        if 0 <= telling.frame.sentence - t.frame.sentence <= (FAR if _names_target(telling, draft) else NEXT)
    ]
    if before:
        draft = max(before, key=lambda pair: pair[0])[1]
        if _is_another(draft, telling, analysis):
            drafts.append(Draft(draft.type, {**telling.roles, "target": list(draft.roles["target"])}, [telling]))
            return
        _become_acquisition(draft, telling)
        draft.tellings.append(telling)
        for role, members in telling.roles.items():
            for member in members:
                _merge_member(draft, _role_in(draft, role), member, types)


def _is_another(draft: Draft, telling: Telling, analysis: Analysis) -> bool:
    """Whether a telling without its target tells another deal with that of the draft: a rival's, an earlier round."""
    if _is_rivals(draft, telling):
        return True
    if {"acquirer", "investor"} & telling.roles.keys() and _is_years_apart(draft, telling, analysis):
        return True
    return bool(draft.roles.get("investor")) and (_is_another_round(draft, telling) or _is_dated_round(draft, telling))


NEXT, FAR = 3, 12
"""How many sentences back a deal may be told to which a telling without its target adds; FAR if that is named."""


def _is_rivals(draft: Draft, telling: Telling) -> bool:
    """Whether somebody else's bid for what the draft buys is told: "Zuvor hatte Bergen ihr Angebot zurückgezogen"."""
    if telling.frame.rivals:
        return True
    bid = telling.frame.status == "talks" or telling.status == "terminated"
    if meet(everyone(telling.roles), draft.roles.get("target", [])):
        return False
    return bid and draft.type == "acquisition" and not _has_room(draft, telling) and "acquirer" in telling.roles


def _names_target(telling: Telling, draft: Draft) -> bool:
    rounds = telling.frame.type == "funding"
    return rounds and any(member.entity in telling.named for member in draft.roles.get("target", []))


def _tells_of(telling: Telling, draft: Draft) -> bool:
    """The same type; the buyer of a stake that is sold is told like any buyer."""
    if draft.type == telling.frame.type:
        return True
    if (draft.type, telling.frame.type) == ("funding", "stake") and list(telling.roles) == ["investor"]:
        return telling.details.percent is None and not draft.roles.get("investor")
    return (draft.type, telling.frame.type) == ("stake", "acquisition") and list(telling.roles) == ["acquirer"]


def _become_acquisition(draft: Draft, telling: Telling) -> None:
    """Whose new owner is told is bought as a whole, if nothing was said of a share: "Bergen zieht sich bei Tal zurück.
    Neuer Mehrheitseigner wird Norvik"."""
    shares = any(t.details.percent is not None or t.frame.noun is not None for t in draft.tellings)
    if draft.type == "stake" and telling.frame.type == "acquisition" and not shares:
        draft.type = "acquisition"
        draft.roles = {"acquirer" if role == "investor" else role: found for role, found in draft.roles.items()}


def _role_in(draft: Draft, role: str) -> str:
    return "investor" if draft.type == "stake" and role == "acquirer" else role


def _has_room(draft: Draft, telling: Telling) -> bool:
    """Whether the roles told are free in the draft or filled alike; a round takes any number of investors."""
    if draft.type == "funding":
        return True
    filled = [(draft.roles.get(_role_in(draft, role), []), members) for role, members in telling.roles.items()]
    return all(not known or meet(known, members) for known, members in filled)


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
        add_member(draft.roles, role, member)


def _fit(draft: Draft, telling: Telling, types: dict[str, DealType], analysis: Analysis) -> float:
    """How well a telling fits a draft; 0 or less: it tells another deal."""
    if types[draft.type].family != types[telling.frame.type].family:
        return 0
    ours, theirs = everyone(draft.roles), everyone(telling.roles)
    shared = [m for m in theirs if any(m.same_as(o) for o in ours)]
    if not shared:
        return 0
    if _is_years_apart(draft, telling, analysis) or _is_another_round(draft, telling):
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
    if types[telling.frame.type].core == ["partner"] and not _are_its_sides(draft, telling, types):
        return 0
    if _is_bought_and_sells(draft.roles, telling.roles) or _is_bought_and_sells(telling.roles, draft.roles):
        return 0
    if _bought_before(draft.roles, telling.roles) or _bought_before(telling.roles, draft.roles):
        return 0
    here, there = draft.roles.get("target", []), telling.roles.get("target", [])
    if here and there and not any(a.same_as(b) or _is_short_for(a, b, analysis) for a in here for b in there):
        return 0
    return len(shared) - 1


def _are_its_sides(draft: Draft, telling: Telling, types: dict[str, DealType]) -> bool:
    """Whether partners are the two sides of a deal ("the merger" for a takeover); a joint venture is one of its own."""
    sides = [m for role in types[draft.type].core for m in draft.roles.get(role, [])]
    same = are_among(telling.roles.get("partner", []), sides)
    return same and telling.frame.type != "joint_venture"


SURE = ("announced", "completed", "terminated")
"""What is only rumoured or talked of may be told of a parent ("Norvik" for "Norvik Systems"): see ``story``."""


def _is_bought_and_sells(bought: dict[str, list[Member]], sold: dict[str, list[Member]]) -> bool:
    """Whether who is bought here sells there: those are two deals, though of the same parties."""
    return meet(bought.get("target", []), sold.get("seller", []))


def _bought_before(one: dict[str, list[Member]], other: dict[str, list[Member]]) -> bool:
    """Whether who sells here bought there: "NORVIK verkauft Tal an Bergen. Norvik war 2013 bei Tal eingestiegen"."""
    return any(meet(one.get("seller", []), other.get(role, [])) for role in ("acquirer", "investor"))


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
    if any(_tell_together(t, telling) for t in draft.tellings):
        return False
    years = [year for t in draft.tellings if (year := _year(t, analysis)) is not None]
    own = _year(telling, analysis)
    return own is not None and bool(years) and all(abs(own - year) >= YEARS_APART for year in years)


def _tell_together(one: Telling, other: Telling) -> bool:
    """Whether two nouns hang on one verb: "kaufte 2014 EIN AKTIENPAKET von 29 PROZENT an Tal"."""
    return one.frame.group is not None and one.frame.group is other.frame.group


TOP = 3
"""What one of so many first sentences tells in the perfect without a date is of this year too."""


def _year(telling: Telling, analysis: Analysis) -> int | None:
    """The year of a telling's date; an undated announcement is of the year of the article."""
    date = telling.details.date
    if date is not None and date.iso:
        return int(date.iso[:4])
    top = telling.status == "completed" and telling.frame.sentence <= TOP
    is_news = telling.is_explicit and (telling.status == "announced" or top)
    return int(analysis.published[:4]) if is_news and analysis.published else None


def _is_its_venture(draft: Draft, telling: Telling) -> bool:
    """Whether one says of the partners of the other, a few sentences away, that they have a joint venture."""
    if {draft.type, telling.frame.type} != {"partnership", "joint_venture"}:
        return False
    ours, theirs = draft.roles["partner"], telling.roles.get("partner", [])
    same = len(ours) == len(theirs) and are_among(theirs, ours)
    return same and any(abs(t.frame.sentence - telling.frame.sentence) <= NEXT for t in draft.tellings)


def _fit_of_partners(draft: Draft, telling: Telling) -> float:
    """Partners fit if one set holds the other; one of type merger may be told as an acquisition of the same two."""
    if _is_its_venture(draft, telling):
        return 1
    if draft.type != telling.frame.type and telling.frame.type != "acquisition":
        return 0
    ours, theirs = everyone(draft.roles), everyone(telling.roles)
    inside = are_among(theirs, ours)
    around = are_among(ours, theirs)
    return len(theirs) if inside or (around and draft.type == telling.frame.type) else 0


def _is_complete(draft: Draft, kind: DealType) -> bool:
    return any(
        all(sum(len(draft.roles.get(role, [])) for role in need.split("|")) >= count for need, count in way.items())
        for way in kind.needs
    )
