"""Text → sentences: which stop ends a sentence, and which line break ends a paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

import msgspec

from newscrawl.deals.languages import language_table
from newscrawl.tables import Table


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """A sentence of a text: its offsets without the blanks around it, and the number of its paragraph from 0."""

    start: int
    end: int
    paragraph: int


class SentenceExample(Table, frozen=True):
    """Sentences that must come out again when they are joined by ``join``."""

    sentences: list[str]
    join: str = " "


class SentenceRules(Table, frozen=True):
    """The file ``sentences.toml`` of a language."""

    ordinal_dot: bool
    never_end: list[str]
    may_end: list[str]
    before_number: list[str]
    before_legal_form: list[str]
    names_with_mark: list[str]
    starters: list[str]
    bylines: list[str]
    examples: list[SentenceExample]
    before_clause: tuple[str, ...] = ()
    clause_verbs: tuple[str, ...] = ()
    clause_joints: tuple[str, ...] = ()
    no_subjects: tuple[str, ...] = ()
    legal_forms: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Rules:
    """The same words as sets, for looking up."""

    ordinal_dot: bool
    never_end: frozenset[str]
    may_end: frozenset[str]
    before_number: frozenset[str]
    after_mark: frozenset[str]
    names_with_mark: frozenset[str]
    starters: frozenset[str]
    bylines: frozenset[str]
    before_clause: frozenset[str]
    no_subjects: frozenset[str]
    clause: re.Pattern[str]
    """A subject of one or two names of up to four words with capitals, and its verb."""
    legal_forms: frozenset[str]
    bare: re.Pattern[str]
    """A legal form without a full stop amid a sentence, or with one: "Norvik INC said", "Norvik INC. said"."""
    prepositions: frozenset[str]


SUBJECT = r"(?:[A-Z][\w&'’-]*+\.? ){1,4}"
"""A name of up to four words with capitals."""


@cache
def _rules(language: str) -> _Rules:
    table = language_table(language, "sentences", SentenceRules)
    return _Rules(
        table.ordinal_dot,
        frozenset(table.never_end),
        frozenset(table.may_end),
        frozenset(table.before_number),
        frozenset(table.before_legal_form),
        frozenset(table.names_with_mark),
        frozenset(table.starters),
        frozenset(table.bylines),
        frozenset(table.before_clause),
        frozenset(table.no_subjects),
        re.compile(
            rf"\s++{SUBJECT}(?:(?:{'|'.join(table.clause_joints) or '(?!)'}) {SUBJECT})?+"
            rf"(?:{'|'.join(table.clause_verbs) or '(?!)'})\b"
        ),
        frozenset(table.legal_forms),
        re.compile(rf"\b(?:{'|'.join(table.legal_forms) or '(?!)'})\b(\.?)(?=\s+[a-z<]|,|['’]s\b)"),
        frozenset(table.prepositions),
    )


def _as_written(text: str, rules: _Rules) -> _Rules:
    """The rules for a newswire that prints legal forms without a full stop, so that one behind them ends a sentence."""
    forms = rules.bare.finditer(text)
    first = next(forms, None)
    if first is None or first[1] or any(form[1] for form in forms):
        return rules
    starters = rules.starters - rules.prepositions  # it also has capitals behind letters with stops: "in the U.S. For"
    return replace(rules, may_end=rules.may_end - rules.legal_forms, starters=starters)


def split_sentences(text: str, language: str) -> list[Sentence]:
    """Split a text into its sentences, in order.

    Args:
        text: any string; one paragraph per line, or hard-wrapped lines as in old newswire.
        language: ISO 639-1 code of a language with rules.

    Returns:
        The sentences; every character that is no blank lies in exactly one.

    Raises:
        FileNotFoundError: there are no rules for the language.
    """
    rules = _as_written(text, _rules(language))
    return [
        Sentence(start, end, number)
        for number, (first, last) in enumerate(_paragraphs(text, rules))
        for start, end in _sentences(text, first, last, rules)
    ]


# Paragraphs

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]++")
_WRAPPED = range(12, 101)  # widths that wrapped lines have; longer lines are whole paragraphs
_SURE = 30  # a line this long that stops amid a sentence was cut for its length
_WORD = 12  # a line is shorter than the width by the word that did not fit
_INDENT = 2  # blanks before a line that make it a new paragraph
_STOPS = ".!?:…"
_CLOSED = _STOPS + '"”“»)'


class _Line(msgspec.Struct, frozen=True, gc=False):
    """A line's offsets without the blanks around it, its indentation, its first word, and whether a break precedes."""

    start: int
    end: int
    indent: int
    word: str
    after_break: bool

    @property
    def width(self) -> int:
        return self.end - self.start + self.indent


def _paragraphs(text: str, rules: _Rules) -> Iterator[tuple[int, int]]:
    """The offsets of the paragraphs: lines, where those that were cut to a width are put together again.

    A block that does not show that it was cut is taken to be as wide as the others of the text.
    """
    blocks = [(block, _wrap_width(text, block, rules.bylines)) for block in _blocks(text)]
    usual = max((width for _, width in blocks), default=0)
    for block, width in blocks:
        start = block[0].start
        for line, following in pairwise(block):
            goes_on = (
                _goes_on(text, line, following, width, rules.starters) if width else _is_full(line, following, usual)
            )
            if not goes_on:
                yield start, line.end
                start = following.start
        yield start, block[-1].end


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Runs of lines between empty lines."""
    block: list[_Line] = []
    for line in _lines(text):
        if line.after_break and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _lines(text: str) -> Iterator[_Line]:
    """The lines that hold more than blanks."""
    blank_before, end_before = True, 0
    for match in _LINE.finditer(text):
        raw = match[0]
        stripped = raw.strip()
        start = match.start()
        if not stripped:
            blank_before, end_before = True, match.end()
            continue
        blank_before = blank_before or text.count("\n", end_before, start) > 1
        indent = len(raw) - len(raw.lstrip())
        first = start + indent
        yield _Line(first, first + len(stripped), indent, stripped[:40].split(None, 1)[0], blank_before)
        blank_before, end_before = False, match.end()


def _wrap_width(text: str, block: list[_Line], bylines: frozenset[str]) -> int:
    """The width to which a block was wrapped, 0 if nothing shows that it was.

    The proof is a line of middling length that stops amid a sentence, the next one going on in lower case and not as
    a byline ("von Berg"). The width
    is that of the longest lines of which there are several: a long headline above the text is no measure.
    """
    cut = [a.width for a, b in pairwise(block) if b.word not in bylines and _cut(text, a, b)]
    if not cut:
        return 0
    widths = sorted(line.width for line in block if line.width < _WRAPPED.stop)
    alike = [wider for width, wider in pairwise(widths) if wider - width <= _WORD]
    return max(width for width in widths if width <= max([max(cut) + _WORD, *alike[-1:]]))


def _cut(text: str, line: _Line, following: _Line) -> bool:
    return (
        _SURE <= line.width < _WRAPPED.stop
        and (following.word[0].islower() or following.word[0] in ",;)")
        and text[line.end - 1] not in _STOPS
        and following.indent < line.indent + _INDENT
    )


def _goes_on(text: str, line: _Line, following: _Line, width: int, starters: frozenset[str]) -> bool:
    """Whether in a block wrapped to ``width`` the following line continues the paragraph of this one."""
    if following.indent >= line.indent + _INDENT or line.width > width:
        return False
    if _is_full(line, following, width) or _cut(text, line, following):
        return True
    # The first line of old newswire is short where its dateline was: "Tal Energy Inc and Norvik\nOil Corp said".
    unfinished = text[line.end - 1] not in _CLOSED and following.word not in starters
    return unfinished and line.width in _WRAPPED and (following.word[0].isalnum() or following.word[0] in '("$')


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    """Whether the first word of the following line would not have fitted into the width, and the line did."""
    return line.width <= width < line.width + 1 + len(following.word) and following.indent < line.indent + _INDENT


# Sentences

_STOP = re.compile(
    r"[.!?…](?<![.!?…]{2})[.!?…]*+(?:[\"'”“’»«›)\]]|\[\d{1,3}\])*+(?=\s|[A-ZÄÖÜ])|(?<= )[-–—](?= [A-ZÄÖÜ])"
)
_DASHES = "-–—"
_HEADLINE = 50  # letters before a dash that are more than a town and an agency: "Frankfurt am Main (dpa) - Der Konzern"
_NEXT = re.compile(r"\s*+(?P<open>[\"'“„”‚‘’»«‹(\[–—•·*-]*+)\s*+(?P<word>\w{0,30}+)(?P<rest>.?)", re.DOTALL)
_LOOK_BACK = 24  # longer than any abbreviation
_BULLETS = ("*", "•", "·")
_ROUND = re.compile(r"\bSeri(?:es|e)[ -][A-K]\Z")  # "closed its Series B." is no initial
_BRAND = re.compile(r"[a-z]{1,2}[A-Z]")  # eBay, iPhone


def _sentences(text: str, start: int, end: int, rules: _Rules) -> Iterator[tuple[int, int]]:
    """The offsets of the sentences of one paragraph."""
    for match in _STOP.finditer(text, start, end):
        if match.end() < end and _ends_sentence(text, start, match, end, rules):
            yield start, match.end()
            start = _skip_blanks(text, match.end())
    if start < end:
        yield start, end


def _skip_blanks(text: str, position: int) -> int:
    while text[position].isspace():
        position += 1
    return position


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int, rules: _Rules) -> bool:
    following = _NEXT.match(text, stop.end(), end)
    assert following is not None  # every part of it may be empty
    word, rest = following["word"], following["rest"]
    if not text[stop.end()].isspace():
        return _glued(text, start, stop, word, rules)
    if word[:1].islower() and not _BRAND.match(word):
        return False
    if not word and (rest in ".,;:!?…)]%&/" or not rest):
        return False
    if following["open"][:1] in _BULLETS:
        return True
    mark = stop[0][0]
    if mark in _DASHES:  # "Norvik kauft den Hersteller Tal - Der Konzern …"
        return word in rules.starters and stop.start() - start > _HEADLINE and text[stop.start() - 2] != ")"
    before = _word_before(text, start, stop.start())
    if mark == "." and stop[0][:2] != "..":
        return _full_stop(text, start, stop, before, word, rules)
    if mark in ".…":
        return word in rules.starters
    return not (before in rules.names_with_mark and (word in rules.after_mark or word not in rules.starters))


def _word_before(text: str, start: int, end: int) -> str:
    """The word right before a stop, without what opens it and without the first parts of a compound."""
    words = text[max(start, end - _LOOK_BACK) : end].split()
    if not words or text[end - 1].isspace():
        return ""
    return words[-1].rpartition("-")[2].rpartition("/")[2].lstrip("([{\"'„“”‚‘»«›‹–—")


def _full_stop(text: str, start: int, stop: re.Match[str], before: str, word: str, rules: _Rules) -> bool:
    if before in rules.never_end:
        return False
    if before in rules.before_number:
        return not word[:1].isdigit()
    if _abbreviated(before, rules):
        return (
            word in rules.starters
            or _ROUND.search(text, max(start, stop.start() - _LOOK_BACK), stop.start()) is not None
            or (before in rules.before_clause and _opens_clause(text, start, stop, word, rules))
        )
    if before.isdecimal() and before.isascii():
        return _number_ends(text, start, stop, before, word, rules)
    return True


def _opens_clause(text: str, start: int, stop: re.Match[str], word: str, rules: _Rules) -> bool:
    """Whether behind a name that ends with a full stop somebody else does something, and what is before can be a
    sentence: "Norvik agreed to buy Tal Inc. KODREX SAID so", not "Norvik Inc. CHAIRMAN Berg said so"."""
    if stop.start() - start < _SENTENCE or word in rules.no_subjects or word in rules.after_mark:
        return False
    return rules.clause.match(text, stop.end()) is not None


_SENTENCE = 30  # letters of a clause before a full stop; less may be a subject: "The board of Norvik Inc."


def _abbreviated(before: str, rules: _Rules) -> bool:
    """Known abbreviations, initials ("J."), letters with stops between them ("U.S.", "z.B.", "N.V.")."""
    if before in rules.may_end or (len(before) == 1 and before.isalpha()):
        return True
    return "." in before and all(len(part) < 2 and not part.isdecimal() for part in before.split("."))


def _number_ends(text: str, start: int, stop: re.Match[str], before: str, word: str, rules: _Rules) -> bool:
    """A list ("1. Erster Punkt") and ordinals ("am 12. März", "im 1. Quartal") go on, "seit 2012. Tal" ends."""
    if stop.start() - len(before) == start:
        return False
    if not rules.ordinal_dot or len(before) > 2 or len(stop[0]) > 1:
        return True
    return word in rules.starters


def _glued(text: str, start: int, stop: re.Match[str], word: str, rules: _Rules) -> bool:
    """A sentence that follows without a blank: "bought the firm.The price". Not "Booking.Com"."""
    if word not in rules.starters or len(word) < 2:
        return False
    before = _word_before(text, start, stop.start())
    return len(before) > 2 and before[-3:].isalnum() and before[-1].islower() and "." not in before
