"""Which lines of a text are not the article: comment forms, teasers, credits, promotion, the headline said again."""

import re
from collections.abc import Mapping, Sequence
from itertools import accumulate, takewhile
from types import MappingProxyType

from newscrawl.article.line_rules import EARLIEST, Rule, rules
from newscrawl.article.metadata import Metadata
from newscrawl.article.model import Dropped, Line
from newscrawl.article.prose import MOSTLY_LINKED, SENTENCE_END, first_prose, is_prose, letters
from newscrawl.article.recurring import mark_recurring
from newscrawl.article.stated import mark_unstated
from newscrawl.article.top import mark_top

ADDRESS = re.compile(r"(?:https?://|www\.)\S++")
QUOTED = re.compile(r"[\"'“”„«»‘‚].++(?<=[\"'“”„«»‘’])")
CUT_OFF = re.compile(r"(?:…|\.\.\.)$")
LONGEST = 400  # characters: a longer line is no scrap of furniture, no pattern is tried on it
TELLING = 30  # characters: a shorter headline may be a sentence of the text
LONG_STORY = 6  # paragraphs
MOST_SCRAPS = 3  # more short lines are a list that belongs to the story
NO_LINES: Mapping[int, int] = MappingProxyType({})
FEWEST_LISTED = 3  # items of a list of other stories
PARTLY_LINKED = 0.3  # share of link text in them
MOST_CUT = 0.6  # share of the text that may go with what a line begins


def filter_lines(
    lines: Sequence[Line],
    language: str | None,
    page: Metadata | None = None,
    recurring: Mapping[int, int] = NO_LINES,
) -> tuple[list[Line], list[Dropped]]:
    """Part the lines of an article from those that are none, both in their order.

    Args:
        lines: the blocks of the text.
        language: ISO 639-1 code; it chooses the patterns.
        page: what the page of these lines says about itself: headlines, which are litter when said again, authors, for
            bylines, its own text. None for a bare text: nothing is known of links and headings there, and a headline
            at the top belongs to the text.
        recurring: on how many other pages of the same host a line stands, by its digest.
    """
    reasons: list[str | None] = ["empty" if page and not line.text else None for line in lines]
    _mark_by_rules(lines, language, reasons)
    if page:
        mark_top(lines, language, page.titles, page.authors, reasons)
        _mark_links(lines, reasons)
        _mark_linked_list(lines, reasons)
        _mark_pull_quotes(lines, reasons)
        mark_unstated(lines, page.body, reasons)
    mark_recurring(lines, recurring, reasons)
    _mark_teasers(lines, reasons, page is not None)
    if page:
        _mark_bare_end(lines, reasons)
    kept = [line for line, reason in zip(lines, reasons, strict=True) if reason is None]
    dropped = [Dropped(line.text, reason) for line, reason in zip(lines, reasons, strict=True) if reason is not None]
    return kept, dropped


def _mark_by_rules(lines: Sequence[Line], language: str | None, reasons: list[str | None]) -> None:
    """Lines that a rule of the data files matches in the place it was made for."""
    first = first_prose(lines)
    for number, (line, place) in enumerate(zip(lines, _places(lines), strict=True)):
        if not 0 < len(line.text) <= LONGEST:
            continue
        rule = _rule_of(line, place, number <= first, language)
        if rule is None:
            continue
        reasons[number] = reasons[number] or rule.name
        if rule.cut:
            _cut(lines, number, rule.name, reasons)


def _places(lines: Sequence[Line]) -> list[float]:
    """How far behind each line stands, from 0.0 to 1.0, by lines or by characters of prose.

    By lines alone the last sentence of a press release would stand in its first half: forty lines of contacts follow.
    """
    before = list(accumulate((len(line.text) * is_prose(line) for line in lines), initial=0))
    return [max(number / len(lines), before[number] / max(1, before[-1])) for number in range(len(lines))]


def _rule_of(line: Line, place: float, at_top: bool, language: str | None) -> Rule | None:
    """The first rule that a line falls under."""
    said = letters(line.text)
    return next(
        (
            known.rule
            for known in rules(language)
            if _in_place(known.rule, line, place, at_top) and known.matches(line.text, said)
        ),
        None,
    )


def _in_place(rule: Rule, line: Line, place: float, at_top: bool) -> bool:
    if line.linked < rule.linked:
        return False
    if rule.where == "top":
        return at_top
    return rule.where == "any" or (place > 0 and place >= EARLIEST[rule.where])


def _cut(lines: Sequence[Line], number: int, name: str, reasons: list[str | None]) -> None:
    """Drop what stands behind a line, unless that is most of the text: then the line was no end."""
    behind = sum(len(line.text) for line in lines[number + 1 :])
    if behind <= MOST_CUT * sum(len(line.text) for line in lines):
        for later in range(number + 1, len(lines)):
            reasons[later] = reasons[later] or f"behind {name}"


def _mark_links(lines: Sequence[Line], reasons: list[str | None]) -> None:
    """Paragraphs, headings and list items that are nothing but a link to somewhere else."""
    last = max((number for number, line in enumerate(lines) if is_prose(line)), default=-1)
    for number, line in enumerate(lines):
        if reasons[number] is None and line.linked >= MOSTLY_LINKED and _leads_away(lines, number, last):
            reasons[number] = "link"


def _leads_away(lines: Sequence[Line], number: int, last: int) -> bool:
    """Whether a linked line is foreign. ``last``: the place of the last paragraph of prose."""
    line = lines[number]
    beside = [*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2]]
    if line.kind == "head":  # a linked heading over a text of its own is the story's
        return number + 1 == len(lines) or not is_prose(lines[number + 1])
    if line.kind == "item":  # one link in a list of other things
        items = [other for other in beside if other.kind == "item"]
        return not items or any(other.linked >= MOSTLY_LINKED for other in items)
    # an address printed out among the paragraphs is a source that the story names
    return line.kind == "p" and (number > last or ADDRESS.fullmatch(line.text) is None)


def _mark_linked_list(lines: Sequence[Line], reasons: list[str | None]) -> None:
    """A list at the end all of whose items hold a link: other stories, each with a word on it."""
    left = [number for number, reason in enumerate(reasons) if reason is None]
    listed = list(takewhile(lambda number: lines[number].kind == "item", reversed(left)))
    above = left[-len(listed) - 1] if len(listed) < len(left) else None
    if len(listed) < FEWEST_LISTED or above is None or lines[above].text.endswith(":"):
        return
    if all(lines[number].linked > 0 for number in listed) and (
        sum(lines[number].linked for number in listed) >= PARTLY_LINKED * len(listed)
    ):
        for number in listed:
            reasons[number] = "linked list"


def _mark_pull_quotes(lines: Sequence[Line], reasons: list[str | None]) -> None:
    """Quotations whose words stand in another line too, set apart to catch the eye."""
    texts = [letters(line.text) for line in lines]
    for number, line in enumerate(lines):
        set_apart = line.kind != "head" and TELLING <= len(line.text) <= LONGEST and QUOTED.fullmatch(line.text)
        if reasons[number] is not None or not set_apart:
            continue
        if any(texts[number] in text for other, text in enumerate(texts) if len(text) > len(texts[number])):
            reasons[number] = "said again"


def _mark_bare_end(lines: Sequence[Line], reasons: list[str | None]) -> None:
    """Headings and scraps behind the last paragraph."""
    scraps = []
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        if reasons[number] is not None:
            continue
        if line.kind != "head" and not (
            line.kind == "p" and len(line.text) < 40 and not SENTENCE_END.search(line.text)
        ):
            break
        scraps.append(number)
    for number in scraps:
        if len(scraps) <= MOST_SCRAPS or lines[number].kind == "head":
            reasons[number] = "bare end"


def _mark_teasers(lines: Sequence[Line], reasons: list[str | None], page: bool) -> None:
    """A run of lines at the end of which at least two, and half, are cut off with an ellipsis.

    On a page also a single one behind a long story; a short one may be a stub, whose text is cut off itself.
    """
    cut_off = [number for number, line in enumerate(lines) if CUT_OFF.search(line.text)]
    for first in cut_off:
        behind = [number for number in cut_off if number >= first]
        if len(behind) >= 2 and 2 * len(behind) >= len(lines) - first and first > 0:
            for number in range(first, len(lines)):
                reasons[number] = reasons[number] or "teaser"
            return
    if page and cut_off and cut_off[-1] == len(lines) - 1 and _prose_lines(lines) >= LONG_STORY:
        reasons[-1] = reasons[-1] or "teaser"


def _prose_lines(lines: Sequence[Line]) -> int:
    return sum(is_prose(line) for line in lines)
