"""Sums of money in a text, and the words that withhold one."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path

from newscrawl.deals.languages import language_table
from newscrawl.deals.mentions.numbers import (
    BLANK,
    HYPHEN,
    LINK,
    Numbers,
    alternation,
    beginning_within,
    capitalised,
    numbers,
    qualifier_before,
    words_before,
)
from newscrawl.deals.mentions.traces import Traces, traces_of
from newscrawl.tables import Table, read_table


@dataclass(frozen=True, slots=True)
class Money:
    """A sum as printed.

    ``start`` and ``end`` hold all of it with its qualifier, ``amount_start`` and ``amount_end`` only number, scale,
    currency and "a share". ``currency`` is ISO 4217, None where the text leaves it open. Either ``value`` in whole
    units (with ``max`` for a range) or ``per_share`` is given; both are None for "several hundred million dollars".
    """

    start: int
    end: int
    currency: str | None
    value: Decimal | None
    max: Decimal | None
    per_share: Decimal | None
    qualifier: str | None
    amount_start: int
    amount_end: int


@dataclass(frozen=True, slots=True)
class Withheld:
    """Words that say that a price is not told, and the pattern that found them.

    ``word_start`` and ``word_end`` bound those that withhold ("not disclosed" of "terms were not disclosed").
    """

    start: int
    end: int
    rule: str
    word_start: int
    word_end: int


class Currencies(Table, frozen=True):
    """The file ``currencies.toml``."""

    needs_scale: list[str]
    codes: list[str]
    signs: dict[str, str]


class MoneyFound(Table, frozen=True):
    """What an example must give; ``amount`` is the span of number, scale, currency and "a share"."""

    quote: str
    amount: str | None = None
    currency: str | None = None
    value: str | None = None
    max: str | None = None
    per_share: str | None = None
    qualifier: str | None = None


class MoneyExample(Table, frozen=True):
    """A text and the sums in it, in order; with none it is a counterexample."""

    text: str
    found: list[MoneyFound]


class WithheldWords(Table, frozen=True):
    """Words that together, in one clause and any order, withhold a price: price + negation + told.

    ``silent`` words do so alone, ``untold`` ones with a price only. Examples are [text, words that withhold].
    """

    silent: list[str]
    untold: list[str]
    prices: list[str]
    negations: list[str]
    told: list[str]
    examples: list[tuple[str, str]]
    counterexamples: list[str]


class MoneyWords(Table, frozen=True):
    """The file ``money.toml`` of a language."""

    scales: dict[str, str]
    vague_sums: list[str]
    of: list[str]
    symbolic: list[str]
    needs_scale: list[str]
    per: list[str]
    each: list[str]
    shares: list[str]
    share_kinds: list[str]
    currencies: dict[str, list[str]]
    hundredths: dict[str, list[str]]
    withheld: WithheldWords
    examples: list[MoneyExample]
    shared: tuple[str, ...] = ()
    """Words and signs of a currency that several lands share ("$"); a text may say whose it means."""
    shared_in_wires: tuple[str, ...] = ()
    """Of those, the ones that a text uses for the only land's currency that it names ("dlrs")."""
    said_of_all: tuple[str, ...] = ()
    """Regular expressions before a currency that all sums of a text are in: "All figures are in CANADIAN DOLLARS"."""
    converted: tuple[str, ...] = ()
    """The same before one that says another sum again: "45 mln dlrs, OR 60 MLN CANADIAN DLRS"."""


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The words of a language as patterns and look-up tables."""

    numbers: Numbers
    traces: Traces
    anchor: re.Pattern[str]
    words_back: re.Pattern[str]
    part: re.Pattern[str]
    joiner: re.Pattern[str]
    between_joiner: re.Pattern[str]
    after: re.Pattern[str]
    per_share: re.Pattern[str]
    scales: dict[str, Decimal]
    currencies: dict[str, str]
    hundredths: dict[str, str]
    signs: dict[str, str]
    sign_ends: frozenset[str]
    needs_scale: frozenset[str]
    whose: re.Pattern[str] | None
    shared: frozenset[str]
    shared_in_wires: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Part:
    """One number of a sum with what belongs to it, still unread; ``start`` is that of its currency or number."""

    start: int
    number_start: int
    end: int
    number: str
    scale: str
    symbolic: str
    currency: str


_SIGNS_FILE = Path(__file__).with_name("currencies.toml")
_DIGIT_RUN = re.compile(r"\d[\d.,'’]*+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_SIGN = 6
_MOST_DIGITS = 21  # longer "numbers" are no sums; Decimal keeps 28 digits
_EACH_BELOW = 10_000  # "26 dlrs each" is a price per share, "$5m each" is not
_UNKNOWN = "XXX"  # ISO 4217 for no currency: printed, but shared by several


@cache
def _grammar(language: str) -> _Grammar:
    words = language_table(language, "money", MoneyWords)
    signs = read_table(_SIGNS_FILE, Currencies)
    rules = numbers(language)
    names = {word.lower(): code for code, forms in words.currencies.items() for word in forms}
    cents = {word.lower(): code for code, forms in words.hundredths.items() for word in forms}
    before = signs.signs | {code: code for code in signs.codes}
    scale = f"(?i:{_whole(words.scales)})"
    named = f"(?i:{_whole([*names, *cents])})"
    number = f"(?:{rules.digits}|(?i:{rules.vague}|{rules.words}))"
    joiner = rf"(?:{BLANK}*+{rules.joiners}{BLANK}*+)"
    either = rf"(?:{joiner}|{BLANK}++{rules.between_joiners}{BLANK}++)"
    about = f"(?:{alternation([word for word, name in rules.qualifiers.items() if name == 'about'])}{BLANK}++)?"
    link = f"(?:{BLANK}|{HYPHEN})?"
    return _Grammar(
        numbers=rules,
        traces=traces_of([*names, *cents, *before, *words.vague_sums]),
        anchor=_anchor([*words.scales, *names, *cents, *words.vague_sums]),
        words_back=re.compile(
            rf"(?<!\w)(?i:{rules.vague}|{rules.words})(?:{either}(?P<second>{number}))?{link}(?:(?i:{alternation(words.symbolic)}){BLANK})?"
            rf"(?:{scale}{link})?$"
        ),
        part=re.compile(
            rf"(?P<number>{number})(?:{link}(?P<scale>{scale}|(?i:{_whole(words.vague_sums)})))?"
            rf"(?:(?:{BLANK}{alternation(words.of)})?{link}(?:(?P<symbolic>(?i:{alternation(words.symbolic)})){BLANK})?"
            rf"(?P<currency>{named}|{_whole(before)}(?!{BLANK}?\d)))?"
        ),
        joiner=re.compile(rf"{joiner}{about}(?P<currency>{alternation(before)})?{BLANK}?(?={number})"),
        between_joiner=re.compile(
            rf"{BLANK}++{rules.between_joiners}{BLANK}++{about}(?P<currency>{alternation(before)})?{BLANK}?(?={number})"
        ),
        after=re.compile(rf"{BLANK}?{rules.qualifiers_after}(?!\w)"),
        per_share=_per_share(words),
        scales={scale.lower(): Decimal(value) for scale, value in words.scales.items()},
        currencies=names | {sign.lower(): code for sign, code in before.items()},
        hundredths=cents,
        signs=before,
        sign_ends=frozenset(sign[-1] for sign in before),
        needs_scale=frozenset(word.lower() for word in [*signs.needs_scale, *words.needs_scale]),
        whose=_whose(words, names),
        shared=frozenset(words.shared),
        shared_in_wires=frozenset(words.shared_in_wires),
    )


def _whose(words: MoneyWords, names: Collection[str]) -> re.Pattern[str] | None:
    """Finds where a text says whose of a shared currency it means: "45 mln AUSTRALIAN DLRS"."""
    of_lands = [name for name in names if name.rpartition(" ")[0] and name.rpartition(" ")[2] in words.shared]
    said, converted = "|".join(words.said_of_all), "|".join(words.converted) or "(?!)"
    return (
        re.compile(
            rf"(?i:(?<!\w)(?:(?P<all>{said})|(?P<converted>{converted}))?(?P<name>{alternation(of_lands)})(?!\w))"
        )
        if said
        else None
    )


def _anchor(words: Collection[str]) -> re.Pattern[str]:
    """Finds a scale or a currency before which a number in words may stand. Letters like "m" need digits."""
    forms = {form for word in words for form in (*capitalised(word), word.title()) if len(word) > 2}
    return re.compile(LINK + _whole(forms))


def _per_share(words: MoneyWords) -> re.Pattern[str]:
    """Matches "a share", "in cash per Norvik common share", "je Norvik-Aktie", "each"."""
    kind = rf"(?:(?:[A-ZÄÖÜ][\w.&]{{0,30}}+|{alternation(words.share_kinds)})(?:{BLANK}|{HYPHEN}))"
    share = rf"{alternation(words.per)}(?:{LINK}){kind}{{0,3}}{_whole(words.shares)}"
    converted = rf"(?:{BLANK}++\([^()\n]{{0,12}}\d[^()\n]{{0,12}}\))?"  # "S$3.40 ($2.52) per share"
    return re.compile(rf"{converted}(?:{LINK})++(?:(?P<each>{_whole(words.each)})|{share})")


def _whole(words: Collection[str]) -> str:
    """A pattern for any of these words with no letter or digit behind it, unless it ends in a stop or a sign."""
    return alternation(words) + r"(?:(?<!\w)|(?!\w))"


def money_traces(language: str) -> Traces:
    """What a text shows that holds a sum: a currency, or the words for a vague sum."""
    return _grammar(language).traces


def find_money(text: str, language: str, start: int = 0, end: int | None = None) -> list[Money]:
    """Find the sums of money in a text.

    Args:
        text: any string.
        language: ISO 639-1 code of a language with rules.
        start: the offset from which on, and
        end: the offset before which what is looked for begins; all of the text without them.

    Returns:
        The sums in text order, none overlapping; a number without a currency is none.

    Raises:
        FileNotFoundError: there are no rules for the language.
    """
    grammar = _grammar(language)
    found: list[Money] = []
    limit = 0
    for position in _number_starts(text, start, len(text) if end is None else end, grammar):
        if position >= limit:
            money = _money_at(text, position, limit, grammar)
            if money:
                found.append(money)
                limit = money.end
    return found


def in_its_currency(money: Money, text: str, language: str) -> Money | None:
    """The sum itself, or the same sum where the text prints whose dollars it is in ("45 mln AUSTRALIAN DLRS"); None
    where it says of all its sums that they are in others, since a quote must give the currency by itself."""
    grammar = _grammar(language)
    said = text[money.amount_start : money.amount_end].lower()
    if grammar.whose is None or grammar.whose.search(said) or not any(word in said for word in grammar.shared):
        return money
    meant = _meant(text, language)
    codes = {code for word, code in meant.items() if word in said.replace("$", " $ ").split()}
    if not codes:
        return money
    same = (m for m in _all_sums(text, language) if (m.value, m.per_share) == (money.value, money.per_share))
    of_all = len(meant) == len(grammar.shared)
    return next((m for m in same if m.currency in codes), None if of_all else money)


@lru_cache(maxsize=4)
def _all_sums(text: str, language: str) -> tuple[Money, ...]:
    return tuple(find_money(text, language))


@lru_cache(maxsize=16)
def _meant(text: str, language: str) -> dict[str, str]:
    """The shared words for a currency → what they mean in a text that says so, of all its sums or in one of them."""
    grammar = _grammar(language)
    told = [m for m in grammar.whose.finditer(text) if not m["converted"]] if grammar.whose else []
    codes = [grammar.currencies[_plain(match["name"])] for match in told]
    of_all = [code for code, match in zip(codes, told, strict=True) if match["all"]]
    if of_all:
        return dict.fromkeys(grammar.shared, of_all[-1])
    return dict.fromkeys(grammar.shared_in_wires, codes[0]) if len(set(codes)) == 1 else {}


def _number_starts(text: str, start: int, end: int, grammar: _Grammar) -> list[int]:
    """Where a number begins: digits, and words before a scale or a currency."""
    starts = [match.start() for match in beginning_within(_DIGIT_RUN, text, start, end)]
    return sorted({*starts, *(at for at in _word_number_starts(text, start, end, grammar) if at >= start)})


def _word_number_starts(text: str, start: int, end: int, grammar: _Grammar) -> Iterator[int]:
    for match in beginning_within(grammar.anchor, text, start, end):
        if not text[match.start() - 1].isdigit():
            words = grammar.words_back.search(text[max(0, match.start() - 60) : match.start() + 1])
            if words:
                yield max(0, match.start() - 60) + words.start()
            if words and words["second"]:
                yield max(0, match.start() - 60) + words.start("second")


def _money_at(text: str, position: int, limit: int, grammar: _Grammar) -> Money | None:
    """The sum whose first number begins at ``position``; nothing before ``limit`` belongs to it."""
    first = _part(text, position, _sign_before(text, position, limit, grammar), grammar)
    if first is None:
        return None
    second = _second(text, first, limit, grammar)
    money = (_range(text, first, second, grammar) if second else None) or _single(text, first, grammar)
    return _with_surroundings(text, money, limit, bool(money.max), grammar) if money else None


def _sign_before(text: str, position: int, limit: int, grammar: _Grammar) -> int:
    """Where the currency sign or code before a number begins, ``position`` if there is none."""
    end = position
    if end > limit and text[end - 1] in " \u00a0\u202f\u2009":
        end -= 1
    if text[end - 1 : end] not in grammar.sign_ends:
        return position
    for length in range(min(_LONGEST_SIGN, end - limit), 0, -1):
        start = end - length
        if text[start:end] in grammar.signs and not (start and text[start - 1].isalnum()):
            return start
    return position


def _part(text: str, position: int, start: int, grammar: _Grammar) -> _Part | None:
    """A number at ``position`` with the currency that begins at ``start``, and what stands behind it."""
    if start == position and position and text[position - 1].isalnum():
        return None
    match = grammar.part.match(text, position)
    if match is None or len(match["number"]) > _MOST_DIGITS + 12:
        return None
    before = text[start:position].strip()
    scale, after, end = match["scale"] or "", match["currency"] or "", match.end()
    if before and after and not _same_currency(before, after, grammar):
        after, end = "", match.end("scale") if scale else match.end("number")
    currency = after if after and before in ("", "$") else before
    return _Part(
        start, position, end, match["number"], " ".join(scale.lower().split()), match["symbolic"] or "", currency
    )


def _same_currency(before: str, after: str, grammar: _Grammar) -> bool:
    """ "$5m CAD" and "US$5m dollars" name one currency; in "$5m €" the second belongs to something else."""
    return before == "$" or grammar.signs[before] == grammar.currencies.get(" ".join(after.lower().split()))


def _second(text: str, first: _Part, limit: int, grammar: _Grammar) -> _Part | None:
    """The second number of a range."""
    joined = grammar.joiner.match(text, first.end) or grammar.between_joiner.match(text, first.end)
    if joined is None:
        return None
    phrases = {phrase for _, phrase in words_before(text, first.start, limit)}
    if phrases & grammar.numbers.change or (
        joined.re is grammar.between_joiner and not phrases & grammar.numbers.between
    ):
        return None
    start = joined.start("currency") if joined["currency"] else joined.end()
    return _part(text, joined.end(), start, grammar)


def _single(text: str, part: _Part, grammar: _Grammar) -> Money | None:
    if not part.currency:
        return _money(part, None, None, grammar) if _vague_sum(part, grammar) else None
    weight = part.currency.lower() in grammar.needs_scale and not grammar.per_share.match(text, part.end)
    if not part.scale and (weight or _only_article(part, grammar)):
        return None
    return _money(part, _value(part, part.scale, grammar), None, grammar)


def _only_article(part: _Part, grammar: _Grammar) -> bool:
    """ "A dollar" is no sum, "a symbolic dollar" is one."""
    return part.number.lower() in grammar.numbers.articles and part.symbolic == ""


def _vague_sum(part: _Part, grammar: _Grammar) -> bool:
    """ "Ein zweistelliger Millionenbetrag": a sum without a number and without a currency."""
    return bool(part.scale) and part.scale not in grammar.scales and grammar.numbers.value(part.number) is None


def _range(text: str, first: _Part, second: _Part, grammar: _Grammar) -> Money | None:
    """A range if both ends can be read and rise; its one currency and scale may stand at either end."""
    currency = second.currency or first.currency
    if second.start < second.number_start and not first.currency:
        return None  # "since 2013 to $63 million"
    if second.scale and not (first.scale or first.currency) and _YEAR.fullmatch(first.number):
        return None  # "seit 2015 bis zu vier Millionen Euro"
    if first.scale and not second.scale and grammar.per_share.match(text, second.end):
        return None  # "für 7,4 Milliarden Euro oder 9,50 Euro je Aktie"
    low, high = _value(first, first.scale, grammar), _value(second, second.scale or first.scale, grammar)
    if low is None or high is None or not currency:
        return None
    scaled = _value(first, first.scale or second.scale, grammar)
    if scaled is not None and scaled < high:
        low = scaled
    if low >= high or not (second.scale or second.currency or first.end == first.number_start + len(first.number)):
        return None
    joined = replace(second, start=first.start, number_start=first.number_start, currency=currency)
    return _money(joined, low, high, grammar)


def _value(part: _Part, scale: str, grammar: _Grammar) -> Decimal | None:
    value = grammar.numbers.value(part.number)
    if value is None or (scale and scale not in grammar.scales):
        return None
    value *= grammar.scales.get(scale, Decimal(1))
    if part.currency.lower() in grammar.hundredths:
        value /= 100
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def _plain(currency: str) -> str:
    """The name of a currency as the tables have it: lower-case, with single blanks."""
    return " ".join(currency.lower().split())


def _money(part: _Part, value: Decimal | None, most: Decimal | None, grammar: _Grammar) -> Money:
    word = _plain(part.currency)
    code = grammar.hundredths.get(word) or grammar.currencies.get(word)
    known = None if code == _UNKNOWN else code
    return Money(part.start, part.end, known, value, most, None, None, part.start, part.end)


def _with_surroundings(text: str, money: Money, limit: int, is_range: bool, grammar: _Grammar) -> Money:
    """The same sum with "a share", "or more", "between" and its qualifier."""
    per_share = grammar.per_share.match(text, money.end)
    if per_share and not (per_share["each"] and (money.value is None or money.value >= _EACH_BELOW)):
        end = per_share.end()
        money = replace(money, end=end, amount_end=end, value=None, max=None, per_share=money.value)
    after = grammar.after.match(text, money.end)
    if after:
        money = replace(money, end=after.end(), qualifier="more_than")
    start = money.start
    if is_range:
        start = next((o for o, p in words_before(text, start, limit) if p in grammar.numbers.between), start)
    start, qualifier = qualifier_before(text, start, limit, grammar.numbers)
    if start == money.start and not qualifier:
        return money
    return replace(money, start=start, qualifier=money.qualifier or qualifier)


# Words that withhold

_CLAUSE = re.compile(r"[^.!?;:]*+")
_WITHHELD_REACH = 110  # characters between the words
_UNTOLD_REACH = 25  # "undisclosed financial terms"; an undisclosed injury and a price stand further apart
_NEGATION_REACH = 3  # words between the negation and what it negates


@dataclass(frozen=True, slots=True)
class _WithheldGrammar:
    key: re.Pattern[str]
    price: re.Pattern[str]
    negated: re.Pattern[str]


@cache
def _withheld(language: str) -> _WithheldGrammar:
    words = language_table(language, "money", MoneyWords).withheld
    silent, untold, told, negation = (
        f"(?i:{_whole(w)})" for w in (words.silent, words.untold, words.told, words.negations)
    )
    gap = rf"(?:{BLANK}++\w++){{0,{_NEGATION_REACH}}}?{BLANK}++"
    return _WithheldGrammar(
        key=re.compile(
            rf"(?<!\w)(?:(?P<silent>(?P<word>{silent})(?:{BLANK}++{told})?)|(?P<untold>{untold})|(?P<told>{told}))"
        ),
        price=re.compile(rf"(?<!\w)(?i:{_whole(words.prices)})"),
        negated=re.compile(rf"(?<!\w)(?:{negation}{gap}{told}|{told}(?:{BLANK}++\w++){{0,6}}?{BLANK}++{negation})"),
    )


def find_withheld(text: str, language: str, start: int = 0, end: int | None = None) -> list[Withheld]:
    """Find the words that say that a price is not told, such as "for an undisclosed sum".

    Args and errors as for ``find_money``; the spans are in text order and do not overlap.
    """
    grammar = _withheld(language)
    found: list[Withheld] = []
    limit = 0
    for key in beginning_within(grammar.key, text, start, len(text) if end is None else end):
        if key.start() >= limit:
            withheld = _withheld_by(text, key, limit, grammar)
            if withheld:
                found.append(withheld)
                limit = withheld.end
    return found


def _withheld_by(text: str, key: re.Match[str], limit: int, grammar: _WithheldGrammar) -> Withheld | None:
    """The words in the clause of ``key`` that withhold a price together with it."""
    first, last = _clause(text, key.start(), key.end(), limit)
    rule, span = key.lastgroup or "", key.span()
    words = key.span("word") if rule == "silent" else (span[1] - len(key[0].split()[-1]), span[1])
    if rule == "told":
        negated = next((m for m in grammar.negated.finditer(text, first, last) if _holds(m, key)), None)
        if negated is None:
            return None
        span = words = negated.span()
    prices = list(grammar.price.finditer(text, first, last))
    if not prices:
        return Withheld(*span, rule, *words) if rule == "silent" else None
    price, gap = min(((p, max(p.start() - span[1], span[0] - p.end())) for p in prices), key=lambda pair: pair[1])
    if rule == "untold" and gap > _UNTOLD_REACH:
        return None
    return Withheld(min(span[0], price.start()), max(span[1], price.end()), rule, *words)


def _holds(match: re.Match[str], key: re.Match[str]) -> bool:
    return match.start() <= key.start() and key.end() <= match.end()


def _clause(text: str, start: int, end: int, limit: int) -> tuple[int, int]:
    """The stretch without a stop around a word, as far as its words may stand apart."""
    first = max(limit, start - _WITHHELD_REACH)
    first += max(text[first:start].rfind(mark) for mark in ".!?;:") + 1
    after = _CLAUSE.match(text, end, end + _WITHHELD_REACH)
    return first, after.end() if after else end
