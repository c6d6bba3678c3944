"""Make paragraphs where a page has none: loose text between line breaks, straight in a division or table cell.

trafilatura and the line filter both think in paragraphs; a story set with ``<br><br>`` has only one, or none.
"""

from lxml.etree import XPath
from lxml.html import Element, HtmlElement

HOLDERS = ("div", "td", "section", "article", "main", "body", "center", "blockquote", "li")
INLINE = frozenset((
    "a", "abbr", "acronym", "b", "big", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "time", "tt", "u", "wbr", "nobr", "bdi", "kbd", "var",
))  # fmt: skip
WITH_TEXT = XPath(
    f"descendant-or-self::*[{' or '.join(f'self::{tag}' for tag in HOLDERS)}][text()[string-length(.) > 1]]"
)  # asked in libxml2, since most elements hold nothing but others
SHORTEST = 80  # characters of loose text that make a paragraph


def make_paragraphs(body: HtmlElement) -> None:
    """Wrap the loose text of ``body`` into paragraphs, in place, parted where two line breaks stand together."""
    for holder in _holders(body):
        if _loose(holder) >= SHORTEST and not _inline_only(holder):
            _wrap(holder)


def _holders(body: HtmlElement) -> list[HtmlElement]:
    """The elements of ``body`` that hold text directly, in the order of the page."""
    return list(WITH_TEXT(body))


def _loose(holder: HtmlElement) -> int:
    """Characters of text directly in ``holder``."""
    return len((holder.text or "").strip()) + sum(len((child.tail or "").strip()) for child in holder)


def _inline_only(holder: HtmlElement) -> bool:
    """One run of text without a break: already like a paragraph."""
    return holder.tag in ("li", "blockquote") or all(child.tag in INLINE for child in holder)


def _wrap(holder: HtmlElement) -> None:
    """Rebuild the content of ``holder``: runs of text and inline elements become paragraphs."""
    children = list(holder)
    run = Element("p")
    run.text, holder.text = holder.text, None
    for child in children:
        holder.remove(child)
    for child in children:
        tail, child.tail = child.tail, None
        if child.tag == "br" and _ends_with_break(run):
            run.remove(_last(run))
            run = _close(holder, run)
            run.text = tail
        elif child.tag == "br" or child.tag in INLINE:
            run.append(child)
            child.tail = tail
        else:
            run = _close(holder, run)
            holder.append(child)
            run.text = tail
    _close(holder, run)


def _ends_with_break(run: HtmlElement) -> bool:
    last = _last(run)
    return last is not None and last.tag == "br" and not (last.tail or "").strip()


def _last(run: HtmlElement) -> HtmlElement | None:
    """The last child; lxml would count all of them to give ``run[-1]``."""
    return next(run.iterchildren(reversed=True), None)


def _close(holder: HtmlElement, run: HtmlElement) -> HtmlElement:
    """Put a finished run into ``holder`` if there is anything in it; give a new one."""
    if _last(run) is not None or (run.text or "").strip():
        holder.append(run)
    return Element("p")
