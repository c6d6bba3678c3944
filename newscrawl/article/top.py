"""What stands over an article without being part of it: headlines said again, rubrics, dates and bylines."""

import re
from collections.abc import Sequence

from newscrawl.article.dates import ZONES
from newscrawl.article.line_rules import dateline_words, headline_is_text
from newscrawl.article.model import Line
from newscrawl.article.prose import SENTENCE_END, SHORTEST_PROSE, first_prose, letters

CLOCK = re.compile(r"\d\d?[:.]\d\d(?::\d\d)?(?:\s?\(?[A-Z]{2,5}\b)?")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
PLACE = re.compile(r"[A-ZÄÖÜ][\w./ -]{2,30}, (?=den |am |[\dA-Z])")
WORD = re.compile(r"\d++|[^\W\d_]++")
TELLING = 30  # characters: a shorter headline may be a sentence of the text
LONGEST_BARE = 60  # characters of a line with day and time
MOST_WORDS = 12  # words and numbers in it
LAST_LINES = 3  # a dateline at the end stands among them

Reasons = list[str | None]


def mark_top(
    lines: Sequence[Line], language: str | None, titles: Sequence[str], authors: Sequence[str], reasons: Reasons
) -> None:
    """Put a reason beside every line that only introduces the article, in place."""
    first = first_prose(lines)
    headlines = _headlines(lines, titles, first)
    kept = headlines[:1] if headline_is_text(language) else []
    for number in headlines:
        if number not in kept:
            reasons[number] = reasons[number] or "headline"
    if not kept:
        _mark_standfirsts(lines, first, reasons)
    _mark_above(lines[: headlines[0]] if headlines and headlines[0] <= first else [], reasons)
    _mark_datelines(lines, language, authors, first, reasons)


def _headlines(lines: Sequence[Line], titles: Sequence[str], first: int) -> list[int]:
    """Where a headline stands; over the first paragraph a heading of the first level is one in any words."""
    known = {letters(title) for title in titles}
    return [
        number
        for number, line in enumerate(lines)
        if (letters(line.text) in known and (number <= first or len(line.text) >= TELLING))
        or (number <= first and line.kind == "head" and line.level == 1)
    ]


def _mark_standfirsts(lines: Sequence[Line], first: int, reasons: Reasons) -> None:
    """A heading right under the headline that tells nothing: a rubric or a slogan, no sentence."""
    for number in range(1, min(first + 1, len(lines))):
        if lines[number].kind == "head" and reasons[number - 1] == "headline" and not _is_sentence(lines[number]):
            reasons[number] = reasons[number] or "standfirst"


def _is_sentence(line: Line) -> bool:
    return len(line.text) >= SHORTEST_PROSE and line.text.endswith((".", "!", "?"))


def _mark_above(above: Sequence[Line], reasons: Reasons) -> None:
    """What stands above the headline: rubrics, sections of the site."""
    for number, line in enumerate(above):
        if len(line.text) < SHORTEST_PROSE:
            reasons[number] = reasons[number] or "above the headline"


def _mark_datelines(
    lines: Sequence[Line], language: str | None, authors: Sequence[str], first: int, reasons: Reasons
) -> None:
    """Lines of nothing but date, time and author, above the first paragraph or at the very end."""
    names = {word for author in authors for word in WORD.findall(author.lower())}
    left = [number for number, reason in enumerate(reasons) if reason is None]
    anywhere = {*range(min(first + 1, len(lines))), *left[-LAST_LINES:]}
    for number, line in enumerate(lines):
        timed = YEAR.search(line.text) is not None and CLOCK.search(line.text) is not None
        if reasons[number] is not None or not (timed or number in anywhere):
            continue
        if _is_dateline(line.text, dateline_words(language), names) or (
            timed and number in anywhere and _is_bare(line.text)
        ):
            reasons[number] = "dateline"


def _is_bare(text: str) -> bool:
    """Whether a line with a day and a time says little else, in whatever language."""
    return len(text) <= LONGEST_BARE and len(WORD.findall(text)) <= MOST_WORDS and SENTENCE_END.search(text) is None


def _is_dateline(text: str, words: frozenset[str], names: set[str]) -> bool:
    """Whether a line holds a number or an author, and no word that says more."""
    if len(text) > 100:
        return False
    parts = WORD.findall(CLOCK.sub("0", PLACE.sub("", text, count=1)).lower())
    known = [part for part in parts if part.isdigit() or part in words or part in names or part in ZONES]
    return len(known) == len(parts) > 0 and any(part.isdigit() or part in names for part in parts)
