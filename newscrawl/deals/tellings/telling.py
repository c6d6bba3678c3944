"""Frame → telling: who is meant in each role, how far the deal is, its details."""

from dataclasses import dataclass, replace

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.deal_types import deal_types
from newscrawl.deals.discourse.coreference import rank
from newscrawl.deals.discourse.earlier_deals import OWNERSHIP
from newscrawl.deals.discourse.held_shares import give_to_receiver
from newscrawl.deals.discourse.other_side import fall_back
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.traces import WORD
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.tellings.details import Details, details_of, keeps_shares
from newscrawl.deals.tellings.dropped_parties import is_no_deal
from newscrawl.deals.tellings.either_side import sell_what_was_told, turn_relative
from newscrawl.deals.tellings.history import is_former, is_history, is_of_the_past
from newscrawl.deals.tellings.licence_sides import part_licence
from newscrawl.deals.tellings.members import Member, Roles, everyone
from newscrawl.deals.tellings.own_clauses import without_other_deals
from newscrawl.deals.tellings.parties import is_human
from newscrawl.deals.tellings.retyping import retype
from newscrawl.deals.tellings.role_members import add_filler
from newscrawl.deals.tellings.sides import part_sides
from newscrawl.deals.tellings.status import status_of
from newscrawl.deals.tellings.status_rules import StatusRules, status_rules


@dataclass(slots=True)
class Telling:
    """One frame with its parties resolved, its status and its details."""

    frame: Frame
    roles: Roles
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
    if any(len(found) > MOST for found in frame.roles.values()) or _is_unreal(frame, analysis):
        return None
    roles = _resolved(frame, analysis)
    if not roles:
        return None
    turn_relative(frame, roles, analysis)
    sell_what_was_told(frame, roles, analysis)
    _sort_out(frame, roles)
    if not roles or is_no_deal(frame, roles, analysis):
        return None
    _put_apart(frame, roles, analysis)
    give_to_receiver(frame, roles, analysis)
    fall_back(frame, roles, analysis)
    if frame.trigger.mutual and len(everyone(roles)) > 1:
        roles = {role: everyone(roles) for role in deal_types()[frame.type].core}
    sides_told = not frame.trigger.sides_open or _part(roles, frame, analysis)
    if frame.needs_sides and not sides_told:
        return None
    details = _own_details(frame, analysis)
    if _is_paid_for_shares(frame, details):
        return None
    status = "completed" if is_kept(frame, analysis) else _status(frame, analysis)
    named = frozenset(m.entity for m in analysis.names_in(frame.sentence))
    roles = retype(frame, roles, details.percent, analysis, sides_told)
    if status in (None, "announced") and is_former(frame, details.date, analysis):
        status = "completed"
    status = "completed" if status == "announced" and is_history(frame, details.date, analysis) else status
    status = "completed" if status is None and is_of_the_past(frame, details.date, analysis) else status
    return Telling(frame, roles, status or "announced", details, named, status is not None, sides_told)


def is_kept(frame: Frame, analysis: Analysis) -> bool:
    """ "OWNS 12 percent of Tal, which it bought in 2019": who has shares has bought them."""
    return frame.noun is not None and keeps_shares(frame, analysis)


def _put_apart(frame: Frame, roles: Roles, analysis: Analysis) -> None:
    """ "Norvik and Tal said THEY have signed a licence agreement": one word means both sides; of a bare
    "contract" nobody knows who delivers."""
    bare = frame.noun is not None and lexicon(analysis.language).is_a(frame.noun.head.low, "agreements")
    parted = frame.trigger.sides_open and (frame.type == "licensing" or (frame.type == "contract" and not bare))
    one_word = parted and sum(len(found) for found in frame.roles.values()) == 1
    if one_word and [len(members) for members in roles.values()] == [2]:
        (role,) = roles
        other = next(side for side in deal_types()[frame.type].core if side != role)
        roles[other] = [roles[role].pop()]


def _part(roles: Roles, frame: Frame, analysis: Analysis) -> bool:
    return part_licence(roles, frame, analysis) if frame.type == "licensing" else part_sides(roles, analysis)


def _is_unreal(frame: Frame, analysis: Analysis) -> bool:
    """ "Could Norvik buy Tal?", "will EITHER sell Tal or close it": nobody says that anybody does."""
    rules = status_rules(analysis.language)
    before = analysis.text[max(0, frame.start - EITHER) : frame.start].lower()
    return rules.unreal.search(analysis.low(frame.sentence)) is not None or rules.either.search(before) is not None


EITHER = 20
"""Characters before a verb in which "either" and what may stand between are looked for."""


def _own_details(frame: Frame, analysis: Analysis) -> Details:
    """The details of a frame; what is said of who owned it until now is not of the deal: "Bisher gehörten 50 PROZENT
    dem Konzern Norvik, der sie 2013 erworben hatte"."""
    details = details_of(frame, analysis)
    if frame.weak and frame.noun is None and "seller" in frame.roles and "acquirer" not in frame.roles:
        return replace(details, percent=None, date=None)
    if frame.roles.keys() == {"seller"} and any(f.start > frame.end for f in _of_owners(frame, analysis)):
        return replace(details, percent=None, date=None)  # "Verkäufer ist Tal, das 2013 EINSTIEG"
    return details


def _of_owners(frame: Frame, analysis: Analysis) -> list[Frame]:
    """The other deals of the sentence by which somebody gets a company or a part of it."""
    return [f for f in analysis.frames_in(frame.sentence) if f is not frame and f.type in OWNERSHIP]


def _is_paid_for_shares(frame: Frame, details: Details) -> bool:
    """ "Tal's shareholders get $33 A SHARE": what a buyer pays them is no round."""
    return frame.type == "funding" and details.money is not None and details.money.per_share is not None


def _status(frame: Frame, analysis: Analysis) -> str | None:
    start, phrases = analysis.sentences[frame.sentence].start, analysis.phrases[frame.sentence]
    rules = status_rules(analysis.language)
    sentence = without_other_deals(frame, _without_parties(frame, analysis), analysis)
    status = status_of(frame, phrases, sentence, start, rules)
    return "rumoured" if status in UNPROVED and _is_sourced_next(frame, rules, analysis) else status


def _without_parties(frame: Frame, analysis: Analysis) -> str:
    """The sentence in lower case, with the letters of the parties' names made alike, since their words say nothing of
    the status: "kauft sich bei Business INSIDER ein"."""
    low, start = analysis.low(frame.sentence), analysis.sentences[frame.sentence].start
    parties = set(frame.named())
    for mention in analysis.names_in(frame.sentence):
        if mention.entity in parties:
            first, end = mention.start - start, mention.end - start
            low = low[:first] + WORD.sub(lambda word: "x" * len(word[0]), low[first:end]) + low[end:]
    return low


UNPROVED = (None, "announced", "talks")
"""What is only a rumour where nobody but the press says it."""


def _is_sourced_next(frame: Frame, rules: StatusRules, analysis: Analysis) -> bool:
    """Whether the next sentence names the press as the source: "Norvik will Tal kaufen. DAS BERICHTET DIE ZEITUNG"."""
    number = frame.sentence + 1
    return number < len(analysis.sentences) and rules.sourced.match(analysis.low(number)) is not None


def _resolved(frame: Frame, analysis: Analysis) -> Roles:
    """Who fills each role; the references that say most about whom they mean are resolved first."""
    roles: Roles = {role: [] for role in frame.roles}
    fillers = [(role, filler) for role, found in frame.roles.items() for filler in found]
    for role, filler in sorted(fillers, key=lambda pair: rank(pair[1], frame, analysis)):
        add_filler(roles, role, filler, frame, analysis)
    _drop_its_things(roles, frame)
    if frame.type == "merger":  # "ANN BERG oversaw the merger": people do not merge
        roles = {role: [m for m in found if not is_human(m, analysis)] for role, found in roles.items()}
    return {role: found for role, found in roles.items() if found}


def _drop_its_things(roles: Roles, frame: Frame) -> None:
    """ "bought the company, ITS three plants and a warehouse": who buys the company buys what it has."""
    its = {f.start for f in frame.roles.get("target", []) if f.unit and f.owner is not None and f.owner.reference}
    targets = roles.get("target", [])
    if any(m.entity is not None for m in targets):
        roles["target"] = [m for m in targets if m.unit is None or m.unit.start not in its]


def _sort_out(frame: Frame, roles: Roles) -> None:
    """Nobody is on both sides: the first role of the frame keeps a party; who sells itself is what is sold."""
    seen: list[Member] = []
    for role in sorted(roles, key=lambda role: role == "seller"):
        roles[role] = [m for m in roles[role] if not any(m.same_as(s) for s in seen)]
        seen += roles[role]
        if not roles[role]:
            del roles[role]
