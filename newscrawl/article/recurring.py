"""What recurs on other pages of the same host is no part of an article. Lines are known by digests, pages by numbers.

Where the knowledge is kept is the caller's affair: a crawl learns it article by article (``newscrawl.database``).
"""

from collections.abc import Mapping, Sequence
from hashlib import blake2b

from newscrawl.article.model import Article, Line
from newscrawl.article.prose import is_prose, letters

REASON = "recurs on this host"
SHORTEST = 12  # letters and digits; "Yes." and "Fazit" recur in good articles
LONGEST = 400  # characters; a longer line is a paragraph
FEWEST_PAGES = 3  # other pages that have a line
FEWEST_FOR_PROSE = 6  # others that have a paragraph: what is known of a company is told in several articles
MOST = 0.4  # share of the text; a page that recurs as a whole is a copy, and no litter


def digest(line: str) -> int | None:
    """The number of a line by its letters and digits, 64 bits with a sign; None if too short or too long."""
    said = letters(line)
    if len(said) < SHORTEST or len(line) > LONGEST:
        return None
    return int.from_bytes(blake2b(said.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)


def digests(article: Article) -> frozenset[int]:
    """The lines of an article that may recur, those among them that were left out because they did."""
    lines = [*article.text.split("\n"), *(dropped.line for dropped in article.dropped if dropped.reason == REASON)]
    return frozenset(number for line in lines if (number := digest(line)) is not None)


def mark_recurring(lines: Sequence[Line], recurring: Mapping[int, int], reasons: list[str | None]) -> None:
    """Put a reason beside every line that recurs, in place.

    Args:
        lines: the text.
        recurring: on how many other pages of the host a line stands, by its digest.
        reasons: why a line is left out, None for one that stays.
    """
    found = [number for number, line in enumerate(lines) if reasons[number] is None and _recurs(line, recurring)]
    left = sum(len(line.text) for line, reason in zip(lines, reasons, strict=True) if reason is None)
    if sum(len(lines[number].text) for number in found) > MOST * left:
        return
    for number in reversed(found):
        if not _heads_text(lines, number, reasons):
            reasons[number] = REASON


def _recurs(line: Line, recurring: Mapping[int, int]) -> bool:
    number = digest(line.text)
    pages = recurring.get(number, 0) if number is not None else 0
    return pages >= (FEWEST_FOR_PROSE if is_prose(line) else FEWEST_PAGES)


def _heads_text(lines: Sequence[Line], number: int, reasons: Sequence[str | None]) -> bool:
    """Whether a line is a heading over text of the article: sites use the same headings again and again."""
    return lines[number].kind == "head" and number + 1 < len(lines) and reasons[number + 1] is None
