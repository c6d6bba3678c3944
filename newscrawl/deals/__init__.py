"""Text → deals. A pure library: no Scrapy, no SQLite, no clock, no network."""

from newscrawl.deals.find import find_deals
from newscrawl.deals.model import Amount, Deal, Event, Party, Quote, Term

__all__ = ["Amount", "Deal", "Event", "Party", "Quote", "Term", "find_deals"]
