"""From what came over the wire to a parsed page, whatever its declaration says."""

import codecs
import re

from charset_normalizer import from_bytes
from lxml import html
from lxml.etree import LxmlError
from lxml.html import HtmlElement
from w3lib.encoding import html_body_declared_encoding, read_bom, resolve_encoding

LARGEST = 5_000_000  # characters of markup read; a longer page is cut here, its article stands near the front
SAMPLE = 20_000  # bytes shown to the charset guesser, which is slow
XML_DECLARATION = re.compile(r"\s*+<\?xml[^>]*+>")
UNPRINTABLE = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, 0xFFFE, 0xFFFF])
STATEFUL = ("iso2022", "hz", "utf-7")  # 7-bit encodings: valid ASCII, and so valid UTF-8, by accident


def decode(page: bytes) -> str:
    """The text of ``page``: byte order mark, then UTF-8 if it is valid, then the declaration, then a guess.

    Valid UTF-8 goes before the declaration because no legacy text is valid UTF-8 by accident, and wrong declarations
    are common. Never fails: undecodable bytes become U+FFFD.
    """
    page = page[: 4 * LARGEST]
    encoding, mark = read_bom(page)
    if encoding and mark:
        return page[len(mark) :].decode(encoding, "replace")
    declared = resolve_encoding(html_body_declared_encoding(page) or "")
    if declared and declared.startswith(STATEFUL):
        return page.decode(declared, "replace")
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(page)
    except UnicodeDecodeError:
        return page.decode(_legacy_encoding(page, declared), "replace")


def _legacy_encoding(page: bytes, declared: str | None) -> str:
    """The encoding of bytes that are not clean UTF-8."""
    if declared and declared != "utf-8":
        return declared
    broken = page.decode("utf-8", "ignore")
    if len(broken.encode()) > 0.99 * len(page) and any(letter > "\x7f" for letter in broken):
        return "utf-8"  # a few damaged bytes in good UTF-8
    guess = from_bytes(_telling(page)).best()
    return guess.encoding if guess else "cp1252"


def _telling(page: bytes) -> bytes:
    """A stretch of ``page`` around its first byte beyond ASCII: the only bytes that tell encodings apart."""
    first = next((place for place, byte in enumerate(page) if byte > 127), 0)
    return page[max(0, first - SAMPLE // 2) : first + SAMPLE // 2]


def parse(page: str | bytes) -> HtmlElement | None:
    """The tree of a page; None if there is no element in it."""
    markup = decode(page) if isinstance(page, bytes) else page
    markup = XML_DECLARATION.sub("", markup[:LARGEST].translate(UNPRINTABLE), count=1)
    if not markup.strip():
        return None
    try:
        return html.document_fromstring(
            markup, parser=html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
        )
    except (LxmlError, ValueError):
        return None
