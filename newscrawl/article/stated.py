"""The text that a page states of itself (JSON-LD ``articleBody``), as help: rarely there, mostly whole, without markup.

It may lack paragraphs, so it never takes one away; and some sites state no more than the beginning.
"""

import re
from collections.abc import Sequence
from html import unescape

from newscrawl.article.model import Line
from newscrawl.article.prose import is_prose, letters

TAG = re.compile(r"<(?:/?[a-zA-Z][^<>]{0,500}|!--[^<>]{0,500})>")
BREAK = re.compile(r"</?(?:p|br|div|li|ul|ol|h[1-6]|blockquote)\b[^<>]{0,500}>|[\r\n]+", re.IGNORECASE)
MUCH_MORE = 1.5  # times the text found: then the page itself shows only a part, before a paywall or a script
SHORTEST = 800  # letters of a stated text that is more than a summary
MOST_STATED = 0.8  # share of the prose that a stated text must have to be called whole
FEWEST_PARAGRAPHS = 4


def stated_lines(body: str) -> list[Line]:
    """The paragraphs of a stated text; one that has no line breaks is one paragraph."""
    texts = (" ".join(TAG.sub(" ", part).split()) for part in BREAK.split(unescape(body)))
    return [Line(text) for text in texts if text]


def rescue(lines: list[Line], body: str) -> list[Line]:
    """The lines found, or those that the page states if they are much more of the same text."""
    stated = stated_lines(body)
    whole, found = (letters(" ".join(line.text for line in some)) for some in (stated, lines))
    prose = next((letters(line.text) for line in lines if is_prose(line)), "")
    return stated if len(whole) >= max(SHORTEST, MUCH_MORE * len(found)) and prose in whole else lines


def mark_unstated(lines: Sequence[Line], body: str, reasons: list[str | None]) -> None:
    """Put a reason beside scraps that a whole stated text does not have, in place."""
    whole = letters(" ".join(line.text for line in stated_lines(body)))
    prose = [line for line in lines if is_prose(line)]
    stated = sum(letters(line.text) in whole for line in prose)
    if len(prose) < FEWEST_PARAGRAPHS or stated < MOST_STATED * len(prose):
        return
    for number, line in enumerate(lines):
        if reasons[number] is None and line.kind == "p" and not is_prose(line) and letters(line.text) not in whole:
            reasons[number] = "not in the stated text"
