"""Put a story together that the page's layout has cut in pieces.

trafilatura takes the first element that is named like a story's body. Pages that put an advertisement between the
pieces of one story give each piece that same name, and all but the first would be lost.
"""

import re

from lxml.html import HtmlElement

BODY_NAME = re.compile(r"(?:article|post|entry|story)[-_]{0,2}(?:body|content|text)\b", re.IGNORECASE)
SHORTEST_PIECE = 200  # characters


def join_pieces(body: HtmlElement) -> None:
    """Move the later pieces of a story into its first one, in place."""
    groups: dict[tuple[str, HtmlElement | None], list[HtmlElement]] = {}
    for element in body.iter("div", "section"):
        names = element.get("class") or ""
        if BODY_NAME.search(names):
            groups.setdefault((names, _frame(element)), []).append(element)
    for pieces in groups.values():
        _join([piece for piece in pieces if _is_piece(piece)])


def _frame(element: HtmlElement) -> HtmlElement | None:
    """The article that an element belongs to: pieces of different articles are different stories."""
    return next(element.iterancestors("article", "main"), None)


def _is_piece(element: HtmlElement) -> bool:
    return element.find(".//h1") is None and len(str(element.text_content())) >= SHORTEST_PIECE


def _join(pieces: list[HtmlElement]) -> None:
    for later in pieces[1:]:
        if pieces[0] not in later.iterancestors():
            pieces[0].extend(list(later))
