"""Names that were read without their last words, since those are ordinary ones: the text has the whole elsewhere."""

from newscrawl.deals.mentions.page import Candidate, Page, closed, make_candidate, phrase

LONGEST = 3
"""Words by which a name is lengthened at most."""


def lengthen(page: Page, found: list[Candidate]) -> list[Candidate]:
    """The candidates, each as long as the text shows it elsewhere: "Norvik kauft KODREX BETON" in a headline, where the
    article says "den Konkurrenten Kodrex Beton"."""
    if not page.known.noun_capitals:
        return found
    wholes = {phrase(page, c.first, c.last) for c in found if c.last > c.first}
    if not wholes:
        return found
    openings = {whole.rpartition(" ")[0] for whole in wholes} | {whole.split()[0] for whole in wholes}
    taken = {c.first for c in found}
    return [_whole(page, c, wholes, taken) if phrase(page, c.first, c.last) in openings else c for c in found]


def _whole(page: Page, candidate: Candidate, wholes: set[str], taken: set[int]) -> Candidate:
    longest = candidate
    for end in range(candidate.last + 1, min(candidate.last + 1 + LONGEST, len(page.words))):
        if closed(page, end - 1) or end in taken or not page.tokens.glued[end]:
            break
        if phrase(page, candidate.first, end) in wholes:
            longest = make_candidate(page, candidate.first, end)
    return longest
