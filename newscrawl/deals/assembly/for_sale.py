"""What one side has for sale and others bid for: a deal for each bidder, none without a buyer."""

from newscrawl.deals.assembly.draft import Draft
from newscrawl.deals.deal_types import BUYERS
from newscrawl.deals.model import OPEN
from newscrawl.deals.tellings.members import meet
from newscrawl.deals.tellings.telling import Telling


def name_sellers(drafts: list[Draft]) -> None:
    """Give the bids for what somebody has for sale its seller, and leave out the sale: "NORVIK verkauft seine Tochter
    Tal. Kodrex und Quorra BIETEN MIT"."""
    for sale in [draft for draft in drafts if _is_for_sale(draft)]:
        bids = [draft for draft in drafts if _is_bid_for(sale, draft)]
        for bid in bids:
            bid.roles["seller"] = list(sale.roles["seller"])
        if bids:
            drafts.remove(sale)


def open_bid(sale: Telling, tellings: list[Telling]) -> Telling | None:
    """The first bid for what a telling of the same deal says to be for sale, if nothing more than bids is told: "Norvik
    will Tal verkaufen. Kodrex ZEIGT INTERESSE"."""
    buyer = BUYERS.get(sale.frame.type)
    bids = [telling for telling in tellings if buyer in telling.roles]
    if buyer is None or buyer in sale.roles or sale.status != "announced" or "seller" not in sale.roles:
        return None
    return bids[0] if bids and all(bid.status in OPEN for bid in bids) else None


def _is_for_sale(draft: Draft) -> bool:
    """Whether somebody is told to sell, nobody to buy, and nothing to be done yet."""
    if not {"seller", "target"} <= draft.roles.keys() or BUYERS.get(draft.type, "seller") in draft.roles:
        return False
    return all(telling.status in (*OPEN, "announced") for telling in draft.tellings)


def _is_bid_for(sale: Draft, draft: Draft) -> bool:
    """Whether a draft tells of one who may buy what is for sale, and of no seller."""
    if draft.type != sale.type or BUYERS[draft.type] not in draft.roles or "seller" in draft.roles:
        return False
    if not meet(draft.roles.get("target", []), sale.roles["target"]):
        return False
    sells_itself = meet(draft.roles[BUYERS[draft.type]], sale.roles["seller"])
    return not sells_itself and all(telling.status in OPEN for telling in draft.tellings)
