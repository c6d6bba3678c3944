"""Names of firms called by three partners or more: "Clayton, Dubilier & Rice", "Allen, Sons and Co"."""

from newscrawl.deals.mentions.page import Page


def partners_step(page: Page, start: int, end: int, last: int) -> int:
    """By how many tokens the run goes on over the comma between two partners: 2 (4 up to "and" and a third), else 0."""
    if end + 4 >= last or page.words[end + 1].text != "," or page.known.noun_capitals:
        return 0
    partner, joint, other = page.words[end + 2 : end + 5]
    if partner.lower in page.known.partners and partner.capital:
        return 2 if _is_and(page, end + 3) and other.capital and other.lower in page.known.partners else 0
    if not (page.words[end].name and partner.name and _is_and(page, end + 3) and other.name) or start != end:
        return 0
    if joint.text != "&":
        return 4 if _is_firm_of(page, start) and _is_whole(page, start, end + 4) else 0
    return 2 if _is_whole(page, start, end + 4) and is_one(page, start, end + 4, last) else 0


def _is_firm_of(page: Page, first: int) -> bool:
    """ "the brokerage FIRM OF Tal, Ostra and Bergen": "and" joins the partners of one firm where that is said."""
    return first > 1 and page.words[first - 1].lower == "of" and page.words[first - 2].lower in page.known.partner_firms


def _is_and(page: Page, at: int) -> bool:
    return page.words[at].text == "&" or page.words[at].lower in page.known.and_words


def is_one(page: Page, first: int, partner: int, last: int) -> bool:
    """Whether something says that it is one firm, and no list: the noun before it ("the law FIRM Tal, Ostra & Bergen"),
    a singular verb, a legal form or initials in brackets behind it."""
    before = page.words[first - 1] if first else None
    if before is not None and before.organisation_noun and not before.lower.endswith("s"):
        return True
    behind = page.words[partner + 1 : min(partner + 3, last)]
    if behind and (behind[0].legal or behind[0].lower in page.known.singular_verbs):
        return True
    return len(behind) > 1 and ((behind[0].text == "," and behind[1].legal) or _are_initials(page, first, partner))


def _are_initials(page: Page, first: int, partner: int) -> bool:
    """ "Tal, Ostra & Bergen (TOB)"."""
    bracket, letters = page.words[partner + 1 : partner + 3]
    names = "".join(word.text[0] for word in page.words[first : partner + 1] if word.capital)
    return bracket.text == "(" and letters.text.replace("&", "") == names


def _is_whole(page: Page, first: int, last: int) -> bool:
    """Whether the first partner is named only with the others, and no list goes before."""
    if first and page.words[first - 1].text in (",", "&"):
        return False
    name = page.text[page.tokens.starts[first] : page.tokens.ends[first]]
    whole = page.text[page.tokens.starts[first] : page.tokens.ends[last]]
    return page.text.count(name) == page.text.count(whole)
