"""Text → deals. A pure library: no Scrapy, no SQLite, no clock, no network."""

from typing import TYPE_CHECKING, Any

from newscrawl.deals.model import Amount, Deal, Event, Party, Quote, Term

if TYPE_CHECKING:
    from newscrawl.deals.find import find_deals

__all__ = ["Amount", "Deal", "Event", "Party", "Quote", "Term", "find_deals"]


def __getattr__(name: str) -> Any:
    """What finds deals takes a third of a second to load: whoever only handles deals does not pay for it."""
    if name != "find_deals":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from newscrawl.deals.find import find_deals

    return find_deals
