"""Bounds for pages that no news site makes, so that any page takes a bounded time."""

from itertools import islice

from lxml.etree import XPath
from lxml.html import HtmlElement

from newscrawl.article.model import Dropped, Line

MOST_ELEMENTS = 20_000  # of a page's body; large news pages have 3 000
DEEPEST = 150  # levels of elements; pages have 40, and trafilatura copies what is nested once for each level
LONGEST_TEXT = 400_000  # characters of an article; a long read has 60 000


TOO_DEEP = XPath(
    "/".join("*" * (DEEPEST - 1))
)  # below a body, which is on the first level; cheaper than ancestors counted


def trim(body: HtmlElement) -> list[HtmlElement]:
    """Remove everything behind the first elements of ``body`` and below its first levels, in place.

    Returns:
        The elements. lxml makes an element anew each time that it is asked for, unless somebody holds it; whoever
        walks over ``body`` several times had better hold them.
    """
    elements = list(islice(body.iter(), MOST_ELEMENTS + 1))
    if len(elements) > MOST_ELEMENTS:
        _remove_from(elements.pop(), body)
    for element in TOO_DEEP(body):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return elements


def _remove_from(first: HtmlElement, body: HtmlElement) -> None:
    """Remove an element and everything behind it."""
    element = first
    while element is not body:
        parent = element.getparent()
        for later in list(element.itersiblings()):
            parent.remove(later)
        if element is first:
            parent.remove(element)
        element = parent


def cut_text(lines: list[Line]) -> tuple[list[Line], list[Dropped]]:
    """The lines that fit into the longest text allowed, and the others."""
    length = 0
    for number, line in enumerate(lines):
        length += len(line.text) + 1
        if length > LONGEST_TEXT:
            return lines[:number], [Dropped(late.text[:200], "too long a page") for late in lines[number:]]
    return lines, []
