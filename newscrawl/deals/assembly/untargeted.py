"""Tellings without the company that they are about: they add to a deal told before."""

from collections.abc import Iterable
from dataclasses import replace

from newscrawl.deals.analysis import GOES_ON, Analysis
from newscrawl.deals.assembly.draft import Draft, merge_member
from newscrawl.deals.assembly.earlier_steps import SHARES, is_another_step
from newscrawl.deals.assembly.rounds_and_years import (
    is_another_round,
    is_called_otherwise,
    is_dated_round,
    is_named_round,
    is_years_apart,
)
from newscrawl.deals.deal_types import BUYERS, DealType
from newscrawl.deals.discourse.companies import SURE_SCORE
from newscrawl.deals.discourse.coreference import resolve
from newscrawl.deals.discourse.topics import names_distress
from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.frames.roles import renamed
from newscrawl.deals.mentions.references import references
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.syntax.listing import is_plural
from newscrawl.deals.syntax.phrases import Phrase
from newscrawl.deals.tellings.members import Member, Roles, everyone, meet
from newscrawl.deals.tellings.telling import Telling


def is_about_the_same(telling: Telling, types: dict[str, DealType]) -> bool:
    """A telling without the company that it is about ("the round was led by Norvik") adds to a deal told before."""
    core = types[telling.frame.type].core
    return "target" in core and "target" not in telling.roles


def goes_on_with_none(telling: Telling, analysis: Analysis) -> bool:
    """Whether it goes on with what can be no party: "Norvik acquired Tal in 2010 and added JAPAN last year", "Norvik
    investiert in START-UPS", "steckt fünf Millionen Euro IN DEN AUSBAU"; who BUYS MORE buys nothing told before."""
    frame = telling.frame
    verb = frame.group.verb if frame.noun is None and frame.group is not None else None
    if verb is not None and lexicon(analysis.language).is_a(verb.lemma, "buying_more"):
        behind = (f for n in (frame.sentence, frame.sentence + 1) for f in analysis.frames_in(n))
        return not any(f.start > frame.start and f.type == frame.type and f.named_as("target") for f in behind)
    if frame.trigger.follows and any(f.entity is not None for f in frame.roles.get("target", ())):
        return True
    if verb is not None and telling.roles.keys() == {"seller"} and _sells_little_by_little(frame, analysis):
        return True
    into = [p for slot in ("in", "in 2") for p in frame.slots.get(slot, ()) if frame.noun is None]
    if not references(analysis.language).compounding:
        sold = frame.slots.get("object", ()) if verb is not None and telling.roles.keys() == {"seller"} else ()
        others = (p for p in sold if p.head.low not in references(analysis.language).share_nouns)
        return any(
            is_plural(p) and p.determiner is None and not p.names for p in (*into, *others)
        )  # "in COMPANIES that"
    return any(_is_other_thing(p, analysis) for p in into)


def _sells_little_by_little(frame: Frame, analysis: Analysis) -> bool:
    """ "Two backers have sold DOWN SINCE MAY": shares, and more than once."""
    words, after = lexicon(analysis.language), analysis.phrases[frame.sentence][frame.index : frame.index + BEHIND]
    said = (t.low.partition(" ")[0] for p in after for t in p.with_adverbs)
    return any(words.is_a(word, "since") or words.is_a(word, "by_degrees") for word in said)


BEHIND = 4
"""How many phrases from a verb on say how often it is done."""


def _is_other_thing(phrase: Phrase, analysis: Analysis) -> bool:
    """Whether a noun means no deal and no company told of before; an accusative says what something goes into."""
    words, head = references(analysis.language), phrase.head
    if phrase.names or phrase.is_time or phrase.is_measure or head.tag != "N":
        return False
    directed = "accusative" in phrase.cases and not ("dative" in phrase.cases and head.low.endswith("n"))
    if words.is_plural_noun(head.low) or not directed:
        return phrase.determiner is None and words.is_plural_noun(head.low)
    return not any(words.is_a(head.low, kind) for kind in ("deals", "nouns", "units", "share_nouns", "shadows"))


def attach(telling: Telling, drafts: list[Draft], types: dict[str, DealType], analysis: Analysis) -> bool:
    """Add to the deal of the same type told last before it; whether there is one."""
    before = [
        ((t.frame.sentence, _is_round_of_a_sum(draft), t.frame.start), draft)
        for draft in drafts
        if _tells_of(telling, draft)
        and (_has_room(draft, telling) or (_is_another_buyers(draft, telling) and "target" in draft.roles))
        for t in draft.tellings
        if 0 <= telling.frame.sentence - t.frame.sentence <= _reach(draft, telling)
    ]
    if not before:
        before = [((0, False, t.frame.start), d) for d in drafts if _is_told_next(telling, d) for t in d.tellings]
    if not before:
        return False
    draft = max(before, key=lambda pair: (_goes_rather_with(pair[1], telling, analysis), pair[0]))[1]
    if _is_another(draft, telling, analysis):
        if meet(everyone(telling.roles), draft.roles["target"]):
            return True  # nobody puts money into itself
        kind = telling.frame.type if telling.frame.type in SHARES else draft.type
        drafts += [Draft(kind, {**roles, "target": list(draft.roles["target"])}, [telling]) for roles in _each(telling)]
        return True
    become_acquisition(draft, telling)
    draft.tellings.append(telling)
    for role, members in telling.roles.items():
        for member in members:
            merge_member(draft, _role_in(draft, role), member, types)
    return True


def _is_round_of_a_sum(draft: Draft) -> bool:
    """Whether the sum of a round is told: of two in one sentence, who leads "the round" leads that one."""
    return draft.type == "funding" and bool(draft.sums)


def _goes_rather_with(draft: Draft, telling: Telling, analysis: Analysis) -> int:
    """How sure it is that a telling goes on with a draft, wherever that stands: bidders are rather after what nobody is
    told to buy, and a "Series C" is not the "Series B" told last."""
    if telling.frame.rivals:
        return int("acquirer" not in draft.roles)
    return -int(_led_it_before(telling, draft) or is_called_otherwise(draft, telling, analysis))


def _each(telling: Telling) -> list[Roles]:
    """The roles of a telling; those of each where several are told to have lost."""
    bidders = telling.roles.get("acquirer", [])
    rivals = telling.frame.rivals and telling.status == "terminated" and telling.roles.keys() == {"acquirer"}
    parted = rivals and not telling.frame.jointly
    return [{"acquirer": [bidder]} for bidder in bidders] if parted else [telling.roles]


def _led_it_before(telling: Telling, draft: Draft) -> bool:
    """Whether the sentence tells in passing that who gives money gave it in another round: "NORVIK, WHICH LED THE
    SERIES B, also took part"."""
    if telling.frame.type != "funding" or telling.frame.noun is not None or "object" in telling.frame.slots:
        return False
    if not meet(telling.roles.get("investor", []), draft.roles.get("investor", [])):
        return False
    return all(t.frame.sentence == telling.frame.sentence for t in draft.tellings)


def unsaid_target(telling: Telling, drafts: list[Draft], analysis: Analysis) -> Member | None:
    """The company that the text is about, where it is told who buys it or puts money into it, and nothing else is:
    "Tal ist gerettet. Den Zuschlag erhielt NORVIK"."""
    frame = telling.frame
    doers = [m for role in ("acquirer", "investor") for m in telling.roles.get(role, []) if m.entity is not None]
    if not doers or not references(analysis.language).compounding or not _may_tell_of_topic(telling, analysis):
        return None
    beside = (
        draft
        for draft in drafts
        for t in draft.tellings
        if 0 <= frame.sentence - t.frame.sentence <= (NEXT if draft.type == "joint_venture" else 0)
    )
    if any(meet(doers, everyone(draft.roles)) for draft in beside):
        return None
    known = [m.entity for m in everyone(telling.roles) if m.entity is not None]
    meant = resolve(Filler(frame.start, frame.end, reference="topic"), "target", frame, analysis, known)
    if not meant or analysis.names.entities[meant[0]].score < SURE_SCORE:
        return None
    return Member(meant[0], None, [(frame.start, frame.end, frame.rule)])


def of_shares(telling: Telling, analysis: Analysis) -> Telling:
    """A telling of who buys, as one of a stake where right before shares are told to be sold: "Die Familie gibt ZEHN
    PROZENT ab. Käufer ist NORVIK"."""
    number = telling.frame.sentence
    before = [f for n in (number - 1, number) for f in analysis.frames_in(n) if f.start < telling.frame.start]
    if telling.frame.type != "acquisition" or not any(f.type == "stake" and "seller" in f.roles for f in before):
        return telling
    roles = renamed(telling.roles, "acquirer", "investor")
    telling.frame.type = "stake"
    return replace(telling, roles=roles)


def _may_tell_of_topic(telling: Telling, analysis: Analysis) -> bool:
    """Whether it is told for sure that there is a deal, and not of what: by a sum or share, or by a noun that "is" or
    gets something ("KÄUFER ist …"); not "rund 70 Prozent DES MARKTS", "steckt fünf Millionen Euro IN EINE FABRIK"."""
    frame, noun = telling.frame, telling.frame.noun
    if frame.weak or not frame.slots.keys().isdisjoint(WHERE_TO) or (noun is not None and noun.of is not None):
        return False
    if telling.details.percent is not None:
        return "state" not in frame.slots
    if telling.details.money is not None:
        return _is_for_sale(frame, analysis)
    if frame.type != "acquisition" or noun is None:
        return False
    taken_up = references(analysis.language).is_definite(noun.determiner) and frame.governed_as != "subject"
    return frame.trigger.follows or (not taken_up and ("copula" not in frame.slots or _is_for_sale(frame, analysis)))


WHERE_TO = ("in", "an", "auf", "in 2", "an 2", "auf 2")
"""Slots that say what money goes into, or of what it is a share."""


def _is_for_sale(frame: Frame, analysis: Analysis) -> bool:
    """Whether it is told right before that a company or shares of it are sold, or that it needs somebody: "Tal ist
    INSOLVENT. Käufer ist NORVIK"; not "Tal verkauft Handys"."""
    for number in range(max(0, frame.sentence - GOES_ON), frame.sentence + 1):
        before = (f for f in analysis.frames_in(number) if f.start < frame.start)
        if any("target" in f.roles or (f.type == "stake" and "seller" in f.roles) for f in before):
            return True
        start = analysis.sentences[number].start
        said = analysis.low(number)[: max(0, frame.start - start)]
        if names_distress(said, analysis.language):
            return True
    return False


def _is_told_next(telling: Telling, draft: Draft) -> bool:
    """Whether the next sentence tells what is bought, and not by whom: "Norvik unterschrieb den Kaufvertrag. Übernommen
    wird TAL"."""
    first = min(t.frame.sentence for t in draft.tellings)
    lacks = draft.roles.keys().isdisjoint(telling.roles)
    return first == telling.frame.sentence + 1 and lacks and draft.type == telling.frame.type


def _is_another(draft: Draft, telling: Telling, analysis: Analysis) -> bool:
    """Whether a telling without its target tells another deal with that of the draft: a rival's, an earlier round."""
    if _is_another_buyers(draft, telling):
        return True
    gets = not telling.roles.keys().isdisjoint(BUYERS.values())
    if gets and (is_years_apart(draft, telling, analysis) or is_another_step(draft, telling, analysis)):
        return True
    if is_called_otherwise(draft, telling, analysis):
        return True
    known = bool(draft.roles.get("investor")) or is_named_round(telling, analysis)
    return known and (is_another_round(draft, telling, analysis) or is_dated_round(draft, telling))


NEXT, FAR = 3, 12
"""How many sentences back a deal may be told to which a telling without its target adds; FAR if that is named."""


def _is_another_buyers(draft: Draft, telling: Telling) -> bool:
    """Whether who sells, or bids against the buyer, is told to have bought: "Verkäufer ist BERGEN. Bergen hatte DAS
    PAKET 2016 erworben"."""
    bought = (m for role in BUYERS.values() for m in telling.roles.get(role, []))
    sells = telling.status == "completed" and meet(list(bought), draft.roles.get("seller", []))
    return sells or _is_rivals(draft, telling)


def _is_rivals(draft: Draft, telling: Telling) -> bool:
    """Whether somebody else's bid for what the draft buys is told: "Zuvor hatte Bergen ihr Angebot zurückgezogen"."""
    if meet(telling.roles.get("acquirer", []), draft.roles.get("acquirer", [])):
        return False
    if telling.frame.rivals:
        return True
    bid = telling.frame.status == "talks" or telling.status == "terminated"
    if meet(everyone(telling.roles), draft.roles.get("target", [])):
        return False
    return bid and draft.type == "acquisition" and not _has_room(draft, telling) and "acquirer" in telling.roles


def _reach(draft: Draft, telling: Telling) -> int:
    """How many sentences back a draft may be told: a rival's bid is told at the end of an article."""
    rivals = telling.frame.rivals and draft.type == "acquisition" and not _has_room(draft, telling)
    return FAR if rivals or _names_target(telling, draft) else NEXT


def _names_target(telling: Telling, draft: Draft) -> bool:
    rounds = telling.frame.type == "funding"
    return rounds and any(member.entity in telling.named for member in draft.roles.get("target", []))


def _tells_of(telling: Telling, draft: Draft) -> bool:
    """The same type; the buyer and the seller of a stake are told like any buyer and seller."""
    if draft.type == telling.frame.type:
        return True
    if (draft.type, telling.frame.type) == ("funding", "stake") and list(telling.roles) == ["investor"]:
        return telling.details.percent is None and not draft.roles.get("investor")
    if (draft.type, telling.frame.type) == ("acquisition", "stake"):  # "hat einen neuen Eigentümer. NORVIK hält 75 %"
        return list(telling.roles) == ["investor"] and "acquirer" not in draft.roles
    if (draft.type, telling.frame.type) != ("stake", "acquisition"):
        return False
    investors = draft.roles.get("investor", [])
    sells = bool(investors) and list(telling.roles) == ["seller"] and not meet(telling.roles["seller"], investors)
    return sells or list(telling.roles) == ["acquirer"]


def follow_exit(telling: Telling, drafts: list[Draft]) -> None:
    """Make one deal of an exit and of the new owner told beside it: "Bergen steigt bei Tal aus. Neuer Eigentümer von
    Tal ist NORVIK"; not if a share is told."""
    for draft in drafts:
        if not meet(draft.roles.get("target", []), telling.roles.get("target", [])) or not _is_near(draft, telling):
            continue
        if _is_exit(draft.type, draft.roles.keys()) and telling.roles.keys() == {"acquirer", "target"}:
            become_acquisition(draft, telling)
        elif _is_exit(telling.frame.type, telling.roles.keys()) and draft.roles.keys() == {"acquirer", "target"}:
            shares = telling.details.percent is not None or telling.frame.noun is not None
            telling.frame.type = telling.frame.type if shares else draft.type


def _is_exit(deal_type: str, roles: Iterable[str]) -> bool:
    return deal_type == "stake" and set(roles) == {"seller", "target"}


def _is_near(draft: Draft, telling: Telling) -> bool:
    return any(abs(telling.frame.sentence - t.frame.sentence) <= NEXT for t in draft.tellings)


def become_acquisition(draft: Draft, telling: Telling) -> None:
    """Whose new owner is told is bought as a whole, if nothing was said of a share: "Bergen zieht sich bei Tal zurück.
    Neuer Mehrheitseigner wird Norvik"."""
    shares = any(t.details.percent is not None or t.frame.noun is not None for t in draft.tellings)
    if draft.type == "stake" and telling.frame.type == "acquisition" and "seller" not in telling.roles and not shares:
        draft.type = "acquisition"
        draft.roles = renamed(draft.roles, "investor", "acquirer")


def _role_in(draft: Draft, role: str) -> str:
    return BUYERS[draft.type] if draft.type in BUYERS and role in BUYERS.values() else role


AMONG = "unter-den-käufern"
"""How the rules of one more who buys begin: "Zu den Käufern gehört auch NORVIK"."""


def _has_room(draft: Draft, telling: Telling) -> bool:
    """Whether the roles told are free in the draft or filled alike; a round takes any number of investors. Who sells is
    not who bought: "Verkäufer ist NORVIK, das die Firma 2019 erworben hatte" tells whom it was bought from now."""
    if meet(telling.roles.get("seller", []), draft.roles.get("acquirer", [])):
        return False
    if draft.type == "funding" or telling.frame.rule.startswith(AMONG):
        return True
    filled = [(draft.roles.get(_role_in(draft, role), []), members) for role, members in telling.roles.items()]
    return all(not known or meet(known, members) for known, members in filled)
