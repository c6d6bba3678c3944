"""Names of public bodies that say what they are for: "Department for Work and Pensions", "Bank for Reconstruction"."""

from newscrawl.deals.mentions.page import Page

_LIST = 6
"""How many tokens behind a comma the "and" stands that ends a list of fields."""


def field_step(page: Page, start: int, end: int, last: int) -> int:
    """By how many tokens the run of a public body goes on over what it is for: 2 over "for", "and" or a comma."""
    if end + 2 >= last or not page.known.body_fields or not page.words[end + 2].capital:
        return 0
    run, joint = page.words[start : end + 1], page.words[end + 1].lower
    if all(word.lower not in page.known.body_heads for word in run):
        return 0
    if joint == "for":
        return 2 if _is_field(page, end + 2) or page.words[end + 2].place else 0
    of_fields = run[-1].lower in page.known.body_fields and any(word.lower in ("for", "of") for word in run)
    if not of_fields or not _is_field(page, end + 2) or _opens_name(page, end + 2, last):
        return 0
    if joint == ",":
        return 2 if _ends_list(page, end + 2, last) else 0
    return 2 if joint == "&" or joint in page.known.and_words else 0


def _is_field(page: Page, at: int) -> bool:
    return page.words[at].lower in page.known.body_fields


def _opens_name(page: Page, at: int, last: int) -> bool:
    """Whether the field begins the name of somebody else: "the Department of Trade and ENERGY OSTRA"."""
    behind = page.words[at + 1] if at + 1 < last else None
    return behind is not None and behind.capital and not behind.ordinary and behind.lower not in page.known.words


def _ends_list(page: Page, at: int, last: int) -> bool:
    """Whether an "and" with another field ends the list: "Culture, MEDIA AND SPORT"."""
    behind = range(at + 1, min(at + _LIST, last - 1))
    return any(page.words[i].lower in page.known.and_words and _is_field(page, i + 1) for i in behind)
