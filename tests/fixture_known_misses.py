"""What newscrawl does not get right yet on the fixtures: (page, field) and why.

Strict: what works again must leave the list.
"""

ARTICLE_MISSES: dict[tuple[str, str], str] = {}

DEAL_MISSES: dict[tuple[str, str], str] = {}
