"""Who did what in the deals that a text has told before a place."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.described import REACH
from newscrawl.deals.discourse.topics import organisations_in
from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import references
from newscrawl.deals.model import OPEN
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.syntax.verb_groups import helpers_of

NEAR = 4
"""How many sentences back the deal is told that "the buyer" and "both" speak of."""
RECENT = 3
"""How many sentences back a deal may be told of which the same company is meant, if others are not named since."""
FAR = 60
"""How many sentences back anything is remembered: most articles have fewer; a long text takes time in proportion."""
STEADY = ("contract", "licensing")
"""Types of deals of which who delivers goes on to do so: "Norvik wählt TAL. Sie soll 400 Sitze liefern"."""


def deals_before(frame: Frame, analysis: Analysis, reach: int) -> Iterator[Frame]:
    """The frames told before one, the last first, as far as so many sentences back."""
    frames = analysis.frames
    first = bisect_left(frames, frame.sentence - reach, key=lambda f: f.sentence)
    end = bisect_right(frames, frame.sentence, key=lambda f: f.sentence)
    return (other for other in reversed(frames[first:end]) if other.start < frame.start)


def buys(entity: int, frame: Frame, analysis: Analysis) -> bool:
    """Whether a company buys in a deal told before, so that it is not the one that others bid for."""
    before = deals_before(frame, analysis, FAR)
    return any(f.entity == entity for other in before for f in other.roles.get("acquirer", []))


def unit_sold_before(frame: Frame, analysis: Analysis) -> bool:
    """Whether a unit without a name of its own is sold in the deal told right before: "Norvik gibt SEINE LACKSPARTE ab.
    Neuer Eigentümer ist Tal"."""
    before = next((f for f in deals_before(frame, analysis, RECENT) if f.type == frame.type), None)
    return before is not None and any(f.unit for f in before.roles.get("target", ()))


def is_unit_of_deal_before(filler: Filler, frame: Frame, analysis: Analysis) -> bool:
    """Whether a noun that can mean a thing takes up one bought right before, which has no name: "Norvik bought A
    REFINERY from Tal. It will invest $5m in THE SITE"."""
    if frame.type not in ("stake", "funding") or not references(analysis.language).is_a(filler.word, "units"):
        return False
    told = (f for f in deals_before(frame, analysis, RECENT) if f.type == "acquisition")
    return any(target.unit for f in told for target in f.roles.get("target", ()))


def still_open_before(frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """The company that the bidders of a frame are after: one for sale, or bid for, in the deal told right before."""
    if not frame.rivals:
        return None
    before = next((f for f in deals_before(frame, analysis, NEAR) if f.type == frame.type), None)
    if before is None:
        return None
    is_open = "acquirer" not in before.roles or before.status in OPEN
    target = named_in(before, "target") if is_open else None
    return None if target in taken else target


def last_target(frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """The company that was bought or bid for last before."""
    found = (named_in(f, "target") for f in deals_before(frame, analysis, FAR) if f.type == frame.type)
    return next((entity for entity in found if entity is not None and entity not in taken), None)


def held_before(frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """What somebody the frame names bought into, or sold, in a deal told before: "Norvik erhöht seinen Anteil an TAL …
    Norvik war 2009 eingestiegen"."""
    own = set(frame.named())
    for other in deals_before(frame, analysis, FAR):
        doers = other.named_as(*DOERS, "seller")
        found = named_in(other, "target") if not own.isdisjoint(doers) else None
        if found is not None and found not in taken:
            return found
    return None


def last_in_role(role: str, frame: Frame, analysis: Analysis) -> int | None:
    """ "the buyer": who buys in the deal told last before, in one of the four sentences before."""
    same = ("acquirer", "investor") if role in ("acquirer", "investor") else (role,)
    for other in deals_before(frame, analysis, NEAR):
        if other.type == "funding" and role == "acquirer":
            continue  # who gives money is no buyer
        named = next((found for one in same if (found := named_in(other, one)) is not None), None)
        if named is not None:
            return named
    return None


def named_in(frame: Frame, role: str) -> int | None:
    """The first entity that a frame names in a role."""
    return next(iter(frame.named_as(role)), None)


def parties_before(frame: Frame, analysis: Analysis) -> list[int]:
    """The parties of the deal told last before, in one of the four sentences before."""
    for other in deals_before(frame, analysis, NEAR):
        named = other.named()
        if len(named) > 1:
            return list(dict.fromkeys(named))
    return []


def told_with_the_same(filler: Filler, role: str, frame: Frame, analysis: Analysis) -> int | None:
    """Who has the role in a deal told right before with the same other party: "Den Zuschlag für TAL bekam NORVIK. Der
    Fonds kaufte TAL für zehn Millionen"."""
    named = set(frame.named())
    for other in deals_before(frame, analysis, RECENT):
        if not named and (found := _in_parallel(role, other, frame)) is not None:
            return found
        if other.sentence == frame.sentence or other.type != frame.type:
            continue
        others = {f.entity for r, found in other.roles.items() if r != role for f in found if f.entity is not None}
        goes_on = not named and frame.sentence == other.sentence + 1  # it tells nothing else than the deal before
        same = named & others or goes_on or (filler.reference == "one" and frame.type in STEADY)
        if same and (found := named_in(other, role)) is not None:
            return found
    return None


def sold_in_sentence_before(frame: Frame, analysis: Analysis) -> int | None:
    """What the sentence before tells to be sold without saying to whom or by whom, where this one says it in other
    words: "TAL bekommt einen neuen Eigentümer. Der Konzern trennt sich von dem Hersteller"."""
    if not {"seller", "target"} <= frame.roles.keys():
        return None
    before = (f for f in deals_before(frame, analysis, 1) if f.sentence < frame.sentence and f.type == frame.type)
    return next((named_in(f, "target") for f in before if f.roles.keys() == {"target"}), None)


def bought_in_sentence_before(filler: Filler, role: str, frame: Frame, analysis: Analysis) -> Filler | None:
    """What the sentence before tells to be bought, where this one tells who has had it or had a part in it: "Norvik is
    buying TAL. Bergen had owned IT since 2011"; it may be a unit without a name."""
    if role != "target" or filler.reference != "one" or filler.owns or frame.type not in OWNERSHIP:
        return None
    here = organisations_in(analysis, frame.sentence, filler.start)
    if frame.roles.keys().isdisjoint((*DOERS, "seller")) or not set(here).issubset(frame.named()):
        return None
    for other in deals_before(frame, analysis, 1):
        sides = other.roles.get("target", [])
        if other.sentence < frame.sentence and other.type in OWNERSHIP and len(sides) == 1:
            return sides[0]
    return None


def _in_parallel(role: str, other: Frame, frame: Frame) -> int | None:
    """Who has the role, or the like, in a deal told just before, where both sides are taken up by references: "Norvik
    kauft TAL: Die Chinesen stocken ihren Anteil an DER KETTE auf", or gives it away."""
    if not {other.type, frame.type} <= OWNERSHIP or frame.sentence - other.sentence > 1:
        return None
    sides = [{DOERS.get(r, r) for r in f.roles} for f in (other, frame)]
    both = sides[0] & sides[1]
    if "target" not in both or both.isdisjoint(("doer", "seller")):
        return None
    same = (r for r in other.roles if DOERS.get(r, r) == DOERS.get(role, role))
    return next((found for r in same if (found := named_in(other, r)) is not None), None)


def owner_before(role: str, frame: Frame, analysis: Analysis) -> int | None:
    """Who had bought what it sells in the sentence before: "NORVIK verkauft Tal. DER KONZERN hatte die Firma 2011
    gekauft", "Bergen is buying Tal from NORVIK. THE GROUP bought it in 2011"."""
    targets = frame.roles.get("target", ())
    if role not in DOERS or frame.type not in OWNERSHIP:
        return None
    for other in deals_before(frame, analysis, 1):
        if other.sentence < frame.sentence and other.type in OWNERSHIP and "seller" in other.roles:
            sold = named_in(other, "target")
            same = any(t.entity == sold if t.entity is not None else t.reference in TAKEN_UP for t in targets)
            return named_in(other, "seller") if same and _is_before_it(frame, other, analysis) else None
    return None


TAKEN_UP = ("one", "company")
"""The references that can take up what was told to be sold."""


def _is_before_it(frame: Frame, sale: Frame, analysis: Analysis) -> bool:
    """Whether a verb tells what had happened before the sale: "HATTE sie gekauft", or in the past of what goes on."""
    if frame.group is None or sale.group is None or sale.noun is not None:
        return False
    helpers = helpers_of(frame.group, analysis.phrases[frame.sentence])
    if any(lexicon(analysis.language).is_a(t.low, "pluperfect") for t in helpers):
        return True
    return frame.group.form == "past" and sale.group.form != "past" and not sale.group.helper("H")


OWNERSHIP = {"acquisition", "stake", "funding"}
"""Types in which somebody gets a company, or a part of it."""
DOERS = {"acquirer": "doer", "investor": "doer"}
"""The roles of who gets it."""


def investors_before(frame: Frame, analysis: Analysis) -> set[int]:
    """Who has put money into a round told before: in a text about rounds "the company" is whom they put it into."""
    rounds = (f for f in deals_before(frame, analysis, FAR) if f.type == "funding")
    return {entity for other in rounds for entity in other.named_as("investor")}


def buys_on(role: str, frame: Frame, analysis: Analysis) -> int | None:
    """Who gets in the sentence before what only a reference names there: "It is the third company that NORVIK has
    bought. The group paid …"."""
    if role not in DOERS or references(analysis.language).compounding:
        return None
    for other in deals_before(frame, analysis, 1):
        targets = other.roles.get("target", [])
        if other.sentence == frame.sentence or other.type not in OWNERSHIP or not targets:
            continue
        if other.type == "funding" and role == "acquirer":  # who has got money buys, not who gave it
            continue
        if all(t.reference in ("one", "company") and not t.unit for t in targets):
            return next((e for e in (named_in(other, r) for r in DOERS) if e is not None), None)
    return None


def bid_for_beside(filler: Filler, role: str, frame: Frame, analysis: Analysis) -> int | None:
    """What somebody else has bought or bid for in the same sentence: "Norvik bought TAL after Bergen had bid for THE
    COMPANY"."""
    if role != "target" or references(analysis.language).compounding or filler.reference != "company":
        return None
    own = set(frame.named())
    if any(p.start <= filler.start < p.end for p in frame.slots.get("subject", ())):
        return None
    for other in deals_before(frame, analysis, 0):
        named = other.named_as(*DOERS)
        if other.type in OWNERSHIP and named and own.isdisjoint(named) and not _is_relative(other, analysis):
            return named_in(other, "target")
    return None


def _is_relative(frame: Frame, analysis: Analysis) -> bool:
    """ "Norvik, WHICH BOUGHT TAL, …"."""
    before = analysis.phrases[frame.sentence][: frame.index]
    return bool(before) and before[-1].kind == "L"


def in_same_role(filler: Filler, role: str, frame: Frame, analysis: Analysis) -> int | None:
    """What is bought in the sentences before: "Norvik bid for TAL. Bergen, too, made an offer for the company"."""
    if role != "target":
        return None
    words = references(analysis.language)
    anyhow = words.compounding and (filler.word in words.general or filler.reference in ("topic", "sold"))
    for other in deals_before(frame, analysis, REACH if filler.reference == "sold" else RECENT):
        if other.sentence == frame.sentence:
            continue
        named = named_in(other, role)
        if named is None or _sells(named, other, analysis):
            continue
        parties = set(other.named())
        between = range(other.sentence + 1, frame.sentence)
        if anyhow or all(parties.issuperset(organisations_in(analysis, n, len(analysis.text))) for n in between):
            return named
    return None


def _sells(entity: int, frame: Frame, analysis: Analysis) -> bool:
    """Whether another frame of its sentence tells that one sells: "NORVIK hat einen Käufer für seine Sparte"."""
    beside = (f for f in analysis.frames_in(frame.sentence) if f is not frame)
    return any(filler.entity == entity for other in beside for filler in other.roles.get("seller", ()))
