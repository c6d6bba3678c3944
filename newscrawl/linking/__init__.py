"""Reports → deals: which reports of different articles tell the same deal, why, and what follows from all of them.

A pure library like ``newscrawl.deals``: no SQLite, no Scrapy, no clock. The grouping is a function of the set of
reports: neither the order in which they came nor what was linked before matters.
"""
