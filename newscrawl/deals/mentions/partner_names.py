"""Names of firms called by three partners or more: "Clayton, Dubilier & Rice", "Allen, Sons and Co"."""

from newscrawl.deals.mentions.page import Page


def partners_step(page: Page, start: int, end: int, last: int) -> int:
    """By how many tokens the run goes on over the comma between two partners: 2, or 0 if it is no such name."""
    if end + 4 >= last or page.words[end + 1].text != "," or page.known.noun_capitals:
        return 0
    partner, joint, other = page.words[end + 2 : end + 5]
    if partner.lower in page.known.partners and partner.capital:
        return 2 if _is_and(page, end + 3) and other.capital and other.lower in page.known.partners else 0
    if not (page.words[end].name and partner.name and joint.text == "&" and other.name) or start != end:
        return 0
    return 2 if _is_whole(page, start, end + 4) else 0


def _is_and(page: Page, at: int) -> bool:
    return page.words[at].text == "&" or page.words[at].lower in page.known.and_words


def _is_whole(page: Page, first: int, last: int) -> bool:
    """Whether the first partner is named only with the others, and no list goes before."""
    if first and page.words[first - 1].text in (",", "&"):
        return False
    name = page.text[page.tokens.starts[first] : page.tokens.ends[first]]
    whole = page.text[page.tokens.starts[first] : page.tokens.ends[last]]
    return page.text.count(name) == page.text.count(whole)
