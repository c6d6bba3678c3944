"""Who only rates shares: a research house or a bank whose analysts tell what they hold of a company."""

from itertools import pairwise

from newscrawl.deals.mentions.page import Candidate, Page

BEHIND = 6
"""How many words behind a name say what it does."""


def rates_shares(page: Page, candidate: Candidate) -> bool:
    """Whether a name is that of one who rates the shares of another: "NORVIK hat das Kursziel für Tal gesenkt"."""
    known = page.known
    behind = [word.lower for word in page.words[candidate.last + 1 : candidate.last + 1 + BEHIND]]
    if not known.rating or known.rating.isdisjoint(behind[:1]):
        return False
    return any(noun in known.ratings and whose in known.rated_by for noun, whose in pairwise(behind))
