"""The main text of a page: trafilatura, fed a tree without litter, and what it found as a list of lines."""

import logging
import re
from copy import copy
from typing import cast

from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document, Extractor

from newscrawl.article.model import Line

# Link text is marked before trafilatura and the marks are read off its output: that keeps link density without
# include_links, which changes what is found. Both signs are printable, or trafilatura would strip them.
OPEN, CLOSE = "\u2983", "\u2984"
MARKS = re.compile(f"[{OPEN}{CLOSE}]")
LINKED = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*+){CLOSE}")
BLOCKS = {"p", "head", "item", "quote", "cell", "row", "list", "table", "body", "code", "lb", "div", "fw"}
FAST = Extractor(output_format="python", comments=False, fast=True)
FULL = Extractor(output_format="python", comments=False)

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # a page without text is our answer, not its error


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


def find_lines(root: HtmlElement, fast: bool = True) -> list[Line]:
    """The lines of the main text of ``root``, whose links are marked; an empty list if trafilatura finds none."""
    document = bare_extraction(root, options=copy(FAST if fast else FULL))
    return _lines(cast(Document, document).body) if document is not None else []


def _lines(body: _Element) -> list[Line]:
    """The blocks of trafilatura's output, in order, without those that are empty."""
    lines: list[Line] = []
    kinds: list[tuple[str, int]] = [("p", 0)]
    parts: list[str] = []

    def finish() -> None:
        text = " ".join("".join(parts).split())
        parts.clear()
        if text:
            lines.append(_line(text, *kinds[-1]))

    def walk(element: _Element) -> None:
        block = element.tag in BLOCKS
        if block:
            finish()
            kinds.append(_kind(element, kinds[-1]))
        parts.append(element.text or "")
        for child in element:
            walk(child)
            parts.append(child.tail or "")
        if block:
            finish()
            kinds.pop()

    walk(body)
    finish()
    return lines


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
    return Line(text, kind, level, min(1.0, linked / len(text)) if text else 0.0)
