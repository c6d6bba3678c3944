"""Which sums somebody gets for what is sold in a deal told before: they are its price, and no round."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.descriptions import descriptions
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import references
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.tellings.members import Roles

SOLD_BEFORE = 3
"""How many sentences before what a seller gets the sale stands."""
SELLING = ("seller", "licensor")
"""The roles of those who get the price."""


def are_proceeds(frame: Frame, roles: Roles, analysis: Analysis) -> bool:
    """ "NORVIK verkauft Tal an Bergen. NORVIK KASSIERT 5 Millionen Euro": what a seller gets is no round."""
    if set(roles) != {"target"} or not is_pocketing(frame, analysis):
        return False
    before = range(max(0, frame.sentence - SOLD_BEFORE), frame.sentence)
    sales = [f for number in before for f in analysis.frames_in(number) if f.type in SALES]
    called = _are_called_sellers(frame, analysis) or _are_sellers(roles, analysis)
    referred = all(f.reference is not None for f in frame.roles["target"])
    return any(
        called
        or (referred and sale.roles.get("seller"))
        or any(_sells_there(m.entity, sale, analysis) for m in roles["target"])
        for sale in sales
    )


SALES = ("acquisition", "stake", "licensing")


def is_pocketing(frame: Frame, analysis: Analysis) -> bool:
    """Whether a frame says only that somebody gets money: "Der Konzern STREICHT 5 Millionen Euro EIN"."""
    verb = frame.group.verb if frame.group is not None else None
    if frame.type != "funding" or frame.noun is not None or verb is None or set(frame.roles) != {"target"}:
        return False
    return lexicon(analysis.language).is_a(verb.lemma, "pocketing") or _are_called_sellers(frame, analysis)


def _are_called_sellers(frame: Frame, analysis: Analysis) -> bool:
    """ "DIE EIGENTÜMER bekommen 5 Millionen Euro"."""
    return any(_is_called_seller(phrase.head.low, analysis) for phrase in frame.slots.get("subject", ()))


def _are_sellers(roles: Roles, analysis: Analysis) -> bool:
    """ "Der bisherige EIGENTÜMER, die TAL AG, bekommt 5 Millionen Euro"."""
    said = descriptions(analysis)
    own = [m.entity for m in roles["target"] if m.entity is not None]
    return bool(own) and all(any(_is_called_seller(word, analysis) for word in said[entity]) for entity in own)


def _is_called_seller(word: str, analysis: Analysis) -> bool:
    """Whether a noun means those who sell: "die VERKÄUFER", "die bisherigen EIGENTÜMER"."""
    sells = references(analysis.language).role_nouns.get(word) in SELLING
    return sells or lexicon(analysis.language).is_a(word, "owners")


def _sells_there(entity: int | None, sale: Frame, analysis: Analysis) -> bool:
    """Whether a company sells, or is named beside a purchase and is not bought and buys nothing there."""
    if any(entity is not None and f.entity == entity for role in SELLING for f in sale.roles.get(role, ())):
        return True
    others = sale.named()
    named = (mention.entity for mention in analysis.names_in(sale.sentence))
    return sale.type == "acquisition" and entity is not None and entity in named and entity not in others
