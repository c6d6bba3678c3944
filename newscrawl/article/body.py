"""The main text of a page: trafilatura, fed a tree without litter, and what it found as a list of lines."""

import logging
import re
from copy import copy
from html import unescape
from typing import cast

from lxml.etree import _Element, iterwalk
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document, Extractor

from newscrawl.article.model import Line

# Link text is marked before trafilatura and the marks are read off its output: that keeps link density without
# include_links, which changes what is found. Both signs are printable, or trafilatura would strip them.
OPEN, CLOSE = "\u2983", "\u2984"
# A line break is marked likewise: whether it parts two lines or only wraps one is decided on the text around it.
BREAK = "\u23ce"
WRAPPED = range(50, 100)  # characters of a line that was broken because it was full
FEWEST_WRAPPED = 4  # lines
MARKS = re.compile(f"[{OPEN}{CLOSE}]")
LINKED = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*+){CLOSE}")
BLOCKS = {"p", "head", "item", "quote", "cell", "row", "list", "table", "body", "code", "lb", "div", "fw"}
FEW = 800  # characters
FEW_SHARE = 0.25  # of all text on the page after pruning
MUCH_LINKED = 0.2  # share of link text
HEAP = 3000  # characters in one paragraph: the whole page poured into it
FAST = Extractor(output_format="python", comments=False, fast=True)
FULL = Extractor(output_format="python", comments=False)

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # a page without text is our answer, not its error


def mark_breaks(root: HtmlElement) -> None:
    """Put a sign in the place of every line break of ``root``, in place."""
    for line_break in root.iter("br"):
        line_break.tag, line_break.text = "span", BREAK
    for preformatted in root.iter("pre"):
        for element in preformatted.iter():
            element.text = (element.text or "").replace("\n", BREAK)
            if element is not preformatted:
                element.tail = (element.tail or "").replace("\n", BREAK)


def mark_links(root: HtmlElement) -> None:
    """Put the marks around the text of every link of ``root``, in place."""
    for link in root.iter("a"):
        if link.get("href") is None:
            continue
        link.text = OPEN + (link.text or "")
        if len(link):
            link[-1].tail = (link[-1].tail or "") + CLOSE
        else:
            link.text += CLOSE


def find_lines(root: HtmlElement) -> list[Line]:
    """The lines of the main text of ``root``, whose links are marked; an empty list if trafilatura finds none.

    Its fast way is as good as its slow one on nearly all pages; what the fast one finds is looked at, and the slow one
    is asked only where that is poor.
    """
    body = _main_body(root, FAST)
    if body is None or _is_poor(body, root):
        slow = _main_body(root, FULL)
        body = slow if slow is not None else body
    return _lines(body) if body is not None else []


def _main_body(root: HtmlElement, options: Extractor) -> _Element | None:
    document = bare_extraction(root, options=copy(options))
    return None if document is None else cast(Document, document).body


def _is_poor(body: _Element, root: HtmlElement) -> bool:
    """Whether a body looks like no article: tables instead of paragraphs, a heap of links, or little of a full page."""
    paragraphs = [text for paragraph in body.iter("p") if (text := "".join(paragraph.itertext()).strip())]
    if len(paragraphs) <= sum(1 for _ in body.iter("table")):
        return True
    text = "".join(body.itertext())
    linked = sum(len(part) for part in LINKED.findall(text))
    if linked > MUCH_LINKED * len(text) or max(map(len, paragraphs)) > HEAP:
        return True
    return len(text) < FEW and len(text) < FEW_SHARE * len(str(root.text_content()))


def _lines(body: _Element) -> list[Line]:
    """The blocks of trafilatura's output, in order, without those that are empty."""
    lines: list[Line] = []
    kinds: list[tuple[str, int]] = [("p", 0)]
    parts: list[str] = []

    def finish() -> None:
        lines.extend(_line(text, *kinds[-1]) for text in unwrap("".join(parts).split(BREAK)) if text)
        parts.clear()

    for event, element in iterwalk(body, events=("start", "end")):
        block = element.tag in BLOCKS
        if block:
            finish()
        if event == "start":
            if block:
                kinds.append(_kind(element, kinds[-1]))
            parts.append(element.text or "")
            continue
        if block:
            kinds.pop()
        parts.append(element.tail or "")
    finish()
    return lines


def unwrap(parts: list[str]) -> list[str]:
    """Lines between line breaks, put together again where the breaks only wrapped a longer text at its margin."""
    parts = [" ".join(part.split()) for part in parts]
    full = [part for part in parts if len(part) in WRAPPED and not part.endswith((".", "!", "?", ":"))]
    filled = [part for part in parts if part]
    if len(full) < FEWEST_WRAPPED or 2 * len(full) < len(filled) or max(map(len, filled)) > WRAPPED[-1]:
        return filled
    return " ".join(part or BREAK for part in parts).split(BREAK)


def _kind(element: _Element, outer: tuple[str, int]) -> tuple[str, int]:
    """Sort and heading level of a block; a paragraph in an item or quotation stays item or quotation."""
    if element.tag == "head":
        rend = element.get("rend") or "h2"
        return "head", int(rend[1:]) if rend[1:].isdigit() else 2
    if element.tag in ("p", "lb", "div", "body", "fw"):
        return outer if outer[0] in ("item", "quote", "cell") else ("p", 0)
    return {"list": outer[0], "table": "cell", "row": "cell", "code": "p"}.get(element.tag, element.tag), 0


def _line(marked: str, kind: str, level: int) -> Line:
    linked = sum(len(text.strip()) for text in LINKED.findall(marked))
    text = " ".join(MARKS.sub("", marked).split())
    if "&" in text:
        text = unescape(text)  # lxml leaves entities that HTML 4 did not know: "400&percnt;"
    return Line(text, kind, level, min(1.0, linked / len(text)) if text else 0.0)
