"""What is no deal of its own: a mere plan, a part of another deal, what another telling says better."""

from newscrawl.deals.assembly.draft import Draft, is_complete
from newscrawl.deals.assembly.same_deal import comes_of_partnership
from newscrawl.deals.assembly.untargeted import is_about_the_same
from newscrawl.deals.deal_types import BETWEEN_TWO, SIDED, DealType, deal_types
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import References
from newscrawl.deals.model import OPEN
from newscrawl.deals.tellings.members import Member, are_among, everyone, meet
from newscrawl.deals.tellings.telling import Telling


def is_mere_plan(draft: Draft) -> bool:
    """Whether no more is told of a round or a sale than that there may be one: "approved funding for Tal", "in talks to
    sell Tal" without a buyer."""
    if draft.type == "acquisition" and "acquirer" not in draft.roles:
        return all(t.frame.weak or t.status in OPEN for t in draft.tellings)
    if draft.type != "funding" or draft.roles.get("investor"):
        return False
    return all(t.details.money is None and not (t.is_explicit and t.status == "completed") for t in draft.tellings)


def is_part_of_another(draft: Draft, drafts: list[Draft], types: dict[str, DealType], words: References) -> bool:
    """Whether partners "join forces" by a deal told right beside: a merger, a purchase, a joint venture."""
    if _goes_into_another(draft, drafts, types):
        return True
    if draft.type != "partnership" or not all(_may_be_part(t.frame, words) for t in draft.tellings):
        return False
    partners = draft.roles["partner"]
    # "Beide unterzeichneten einen ENTSPRECHENDEN Vertrag"
    taken_up = all(_takes_up(t.frame, words) or _only_refers(t.frame) for t in draft.tellings)
    kinds = (*JOINING, "stake", "contract", "licensing", "funding") if taken_up else JOINING
    for other in drafts:
        sides = [m for role in types[other.type].core for m in other.roles.get(role, [])]
        same = len(sides) == len(partners) and are_among(partners, sides)
        told_of_both = len(other.roles) > 1 or other.type in JOINING
        same = same or (taken_up and told_of_both and are_among(partners, everyone(other.roles)))
        apart = min(abs(a.frame.sentence - b.frame.sentence) for a in draft.tellings for b in other.tellings)
        if other is not draft and same and apart <= 1 and other.type in kinds:
            return True
    return False


JOINING = ("merger", "acquisition", "joint_venture")
"""Types of deals by which two join forces."""


def _goes_into_another(draft: Draft, drafts: list[Draft], types: dict[str, DealType]) -> bool:
    """Whether another deal says all that a draft tells, of whichever type both are."""
    match draft.type:
        case "acquisition":
            return any(_is_sold_with(draft, other) for other in drafts)
        case "contract":
            return _is_own_supplier(draft, drafts) or any(_comes_of(draft, other) for other in drafts)
        case "joint_venture":
            return any(_comes_out_of(draft, other) for other in drafts)
        case "partnership":
            return _goes_with_purchase(draft, drafts) or any(_are_one_side(draft, other, types) for other in drafts)
        case "stake":
            return any(_is_share_of_round(draft, other) for other in drafts)
        case "funding":
            return any(_is_backed_in_it(draft, other) or _is_round_before_it(draft, other) for other in drafts)
    return False


def _is_share_of_round(stake: Draft, other: Draft) -> bool:
    """Whether a stake is what one of the investors gave of a round, and got for it: "raised $150m from investors led by
    Norvik. NORVIK'S SHARE WAS $90M, giving it 10 percent"."""
    if other.type != "funding" or not meet(stake.roles.get("target", []), other.roles.get("target", [])):
        return False
    given, whole = ([money.value for money in draft.sums if money.value] for draft in (stake, other))
    part = bool(given and whole) and max(given) < max(whole)
    return part and are_among(stake.roles.get("investor", []), other.roles.get("investor", []))


def _is_round_before_it(draft: Draft, other: Draft) -> bool:
    """Whether no more is told of a round than that it came before another one: "raised $24m, months after its SEED"."""
    if other is draft or other.type != "funding" or draft.roles.keys() != {"target"}:
        return False
    told = bool(draft.sums) or any(t.details.date is not None for t in draft.tellings)
    more = "investor" in other.roles or bool(other.sums)
    return more and not told and meet(draft.roles["target"], other.roles.get("target", []))


def _is_sold_with(sale: Draft, other: Draft) -> bool:
    """ "Mit dem VERKAUF von Tal an Norvik trennt sich Bergen vom DRUCKGESCHÄFT": what a seller leaves with a company
    that it sells is not sold once more."""
    if "acquirer" in sale.roles or any(m.entity is not None for m in sale.roles.get("target", [])):
        return False
    if other.type != "acquisition" or "acquirer" not in other.roles:
        return False
    beside = {t.frame.sentence for t in other.tellings if t.frame.gives}
    told = all(t.frame.sentence in beside and not t.frame.gives for t in sale.tellings)
    return told and meet(sale.roles.get("seller", []), other.roles.get("seller", []))


def _comes_out_of(venture: Draft, other: Draft) -> bool:
    """Whether what two set up comes out of their merger: "merged TO FORM Bergen"."""
    if other.type != "merger" or any(t.frame.noun is not None for t in venture.tellings):
        return False
    sentences = {t.frame.sentence for t in other.tellings}
    told = all(t.frame.sentence in sentences for t in venture.tellings)
    return told and are_among(venture.roles.get("partner", []), other.roles.get("partner", []))


def _comes_of(contract: Draft, other: Draft) -> bool:
    """Whether a contract is what the two of a partnership do by it."""
    if other.type != "partnership" or not are_among(everyone(contract.roles), other.roles["partner"]):
        return False
    return any(comes_of_partnership(contract, telling) for telling in other.tellings)


def _goes_with_purchase(draft: Draft, drafts: list[Draft]) -> bool:
    """ "kauft Tal … durch den ZUSAMMENSCHLUSS": a partnership of buyer and bought, told beside the purchase alone; but
    "the two struck A PARTNERSHIP IN 2009" tells of another time."""
    if any(_is_of_its_own_time(t) for t in draft.tellings):
        return False
    bought = [d for d in drafts if d.type == "acquisition" and "acquirer" in d.roles and _is_beside(draft, d)]
    return any(are_among(draft.roles["partner"], [*d.roles["acquirer"], *d.roles.get("target", [])]) for d in bought)


def _are_one_side(draft: Draft, other: Draft, types: dict[str, DealType]) -> bool:
    """ "Ein KONSORTIUM aus Norvik und Tal baut für Bergen Züge": partners who only make another deal together."""
    if other.type == "partnership" or any(t.frame.noun is None for t in draft.tellings) or len(other.roles) == 1:
        return False
    sentences = {t.frame.sentence for t in other.tellings}
    told = all(t.frame.sentence in sentences for t in draft.tellings)
    return told and any(
        are_among(draft.roles["partner"], other.roles.get(role, []))
        for role in types[other.type].core
        if role != "partner"
    )


def _is_of_its_own_time(telling: Telling) -> bool:
    noun, date = telling.frame.noun, telling.details.date
    new = noun is not None and noun.is_indefinite
    return new and date is not None and telling.status == "completed"


def _is_beside(draft: Draft, other: Draft) -> bool:
    near = {s for t in other.tellings for s in (t.frame.sentence - 1, t.frame.sentence, t.frame.sentence + 1)}
    return all(t.frame.sentence in near for t in draft.tellings)


def _is_backed_in_it(draft: Draft, other: Draft) -> bool:
    """Whether who is taken for the one that raises money puts it in: "invested in Tal in ITS round"."""
    if draft.roles.get("investor") or other is draft or other.type not in ("funding", "stake"):
        return False
    sentences = {t.frame.sentence for t in other.tellings}
    told = all(t.frame.sentence in sentences and t.frame.noun is not None for t in draft.tellings)
    return told and are_among(draft.roles["target"], other.roles.get("investor", []))


def _may_be_part(frame: Frame, words: References) -> bool:
    return frame.noun is None or frame.weak or _takes_up(frame, words)


def _takes_up(frame: Frame, words: References) -> bool:
    """Whether the noun of a frame speaks of an agreement told before: "den Vertrag", "ein entsprechender Vertrag"."""
    noun = frame.noun
    if noun is None:
        return False
    said = any(token.is_a("corresponding") for token in noun.tokens)
    return said or (len(noun.tokens) == 1 and words.is_definite(noun.determiner))


def _only_refers(frame: Frame) -> bool:
    """Whether a verb names nobody: "Darauf haben sich DIE FIRMEN geeinigt"."""
    return frame.noun is None and all(f.entity is None for f in frame.roles.get("partner", ()))


def _is_own_supplier(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether who uses what another one makes has bought that other one: no contract, if none is named."""
    if any(t.frame.noun is not None for t in draft.tellings):
        return False
    sides = everyone(draft.roles)
    bought = [everyone({r: m for r, m in d.roles.items() if r != "seller"}) for d in drafts if d.type == "acquisition"]
    return any(are_among(sides, parties) for parties in bought)


def is_told_better(telling: Telling, tellings: list[Telling]) -> bool:
    """A weak frame ("signed a deal with") gives way to another one with the same parties in its sentence."""
    if not telling.frame.weak or is_about_the_same(telling, deal_types()):
        return False
    own = _new_in(telling)
    return any(
        not other.frame.weak and other.frame.sentence == telling.frame.sentence and _tells_as_much(other, own, telling)
        for other in tellings
    )


def _tells_as_much(other: Telling, own: list[Member], telling: Telling) -> bool:
    """Whether a telling shares parties with another one; one side alone tells less than both ("Norvik KAUFT ZU: Tal
    GEHT AN den Konzern"), a partner alone less than who founds a venture, a purchase less than who sells."""
    theirs = everyone(other.roles)
    if telling.status == "terminated" != other.status and not are_among(own, theirs):
        return False  # "chose Norvik, ENDING A DEAL WITH TAL"
    less = len(theirs) == 1 < len(own) and other.frame.type in (*BETWEEN_TWO, telling.frame.type)
    less = less or (len(own) > 1 and other.frame.type in SIDED and len(other.roles) == 1)
    less = less or ("venture" in telling.roles and "venture" in telling.frame.roles and "venture" not in other.roles)
    less = less or (telling.frame.type == "joint_venture" and _is_whole(telling) and not _is_whole(other))
    return meet(own, theirs) and not less and not _adds_side(telling, other)


def _is_whole(telling: Telling) -> bool:
    return is_complete(telling, deal_types()[telling.frame.type])


def _adds_side(telling: Telling, other: Telling) -> bool:
    """Whether a telling says who sells or buys what another one tells to be bought or sold: "übernimmt Tal, das BISHER
    BERGEN GEHÖRT", "verkauft Tal, das AN BERGEN GEHT"."""
    if telling.frame.type != other.frame.type:
        return False
    return _adds(telling, other, "seller") or (telling.status == other.status and _adds(telling, other, "acquirer"))


def _adds(telling: Telling, other: Telling, side: str) -> bool:
    """Whether a telling names a side that another one of the same target leaves out."""
    if not telling.roles.keys() <= {"seller", "acquirer", "target"} or side not in telling.roles:
        return False
    same = meet(telling.roles.get("target", []), other.roles.get("target", []))
    return same and side not in other.roles and not meet(telling.roles[side], everyone(other.roles))


def _new_in(telling: Telling) -> list[Member]:
    """The parties of whom a frame tells: one that goes on with a row of deals tells of what is added ("2014 kam TAL
    dazu")."""
    goes_on = telling.frame.trigger.follows or any(
        f.reference == "topic" for f in telling.frame.roles.get("acquirer", ())
    )
    return telling.roles.get("target", []) if goes_on else everyone(telling.roles)


def is_turned_round(telling: Telling, tellings: list[Telling]) -> bool:
    """Whether another telling says surely which side is which: "signed a contract with Tal TO BUY"."""
    if any(_is_reverse(telling, other) or _sells_there(telling, other) for other in tellings):
        return True
    if not telling.frame.trigger.sides_open:
        return False
    own = everyone(telling.roles)
    return any(
        _is_surer(other.frame, telling.frame) and are_among(own, everyone(other.roles))
        for other in tellings
        if other.frame.sentence == telling.frame.sentence and other.frame.type == telling.frame.type
    )


def _is_surer(frame: Frame, than: Frame) -> bool:
    """Whether a frame says better who delivers: by its grammar, or by the task ("signed a contract with Tal TO RUN its
    mill") where the other one has but the noun."""
    return not frame.trigger.sides_open or (frame.noun is None and than.noun is not None)


def _sells_there(telling: Telling, other: Telling) -> bool:
    """Whether who is bought here sells something to the same in the same sentence: "NORVIK hat für seine Sparte in Tal
    einen Käufer gefunden" tells of the unit."""
    if telling.frame.sentence != other.frame.sentence or {telling.frame.type, other.frame.type} != {"acquisition"}:
        return False
    buyers, theirs = telling.roles.get("acquirer", []), other.roles.get("acquirer", [])
    sold = "target" in other.roles and meet(telling.roles.get("target", []), other.roles.get("seller", []))
    return sold and (not buyers or not theirs or meet(buyers, theirs))


NEAR = 3
"""How many sentences away a telling by names still says what one by references got the wrong way round."""


def _is_reverse(telling: Telling, other: Telling) -> bool:
    """ "Norvik bought a stake in Tal, which led to the acquisition of THE COMPANY": the other one names who buys whom,
    this one would have it the other way round, and names only one of them."""
    if telling.frame.type != "acquisition" or other.frame.type != "acquisition" or telling is other:
        return False
    if abs(telling.frame.sentence - other.frame.sentence) > NEAR or not _names_both(other) or _names_both(telling):
        return False
    own, theirs = telling.roles, other.roles
    buyers, targets = own.get("acquirer", []), own.get("target", [])
    return bool(buyers and targets) and (
        are_among(buyers, theirs.get("target", [])) and are_among(targets, theirs.get("acquirer", []))
    )


def _names_both(telling: Telling) -> bool:
    roles = telling.frame.roles
    return all(any(f.entity is not None for f in roles.get(role, ())) for role in ("acquirer", "target"))
