"""The terms of a deal: what its sentences say of options, durations, scope, payment and the like."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.deal_types import deal_types
from newscrawl.deals.languages import language_file, language_table
from newscrawl.deals.model import TERM_KINDS, Term
from newscrawl.tables import Table, check_named

MARK = re.compile(r"<(money|percent|duration)>")
PLACES = {"money": "\ue000", "percent": "\ue001", "duration": "\ue002"}
"""Private characters: a mention is put into the sentence as one of them, repeated, so that offsets stay."""


class TermRule(Table, frozen=True):
    """A pattern of a term: see the comments in ``languages/en/terms.toml``."""

    name: str
    kind: str
    types: list[str]
    pattern: str
    needs_both: bool = False
    own_sentence: bool = False
    examples: tuple[str, ...] = ()


class TermTable(Table, frozen=True):
    """``terms.toml`` of a language."""

    term: list[TermRule]


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A term and where it stands."""

    term: Term
    start: int
    end: int
    rule: str


@cache
def term_rules(language: str) -> tuple[tuple[TermRule, re.Pattern[str]], ...]:
    table, path = language_table(language, "terms", TermTable), language_file(language, "terms")
    for rule in table.term:
        check_named(f"{path}: term {rule.name!r}: kind", [rule.kind], TERM_KINDS)
        check_named(f"{path}: term {rule.name!r}: types", rule.types, deal_types())
    return tuple((rule, _compiled(rule.pattern)) for rule in table.term)


def _compiled(pattern: str) -> re.Pattern[str]:
    filled = MARK.sub(lambda mark: PLACES[mark[1]] + "++", pattern)
    if "(?P<text>" not in filled:
        filled = f"(?P<text>{filled})"
    return re.compile(filled, re.IGNORECASE)


def find_terms(
    analysis: Analysis,
    type_: str,
    sentences: Sequence[int],
    far: Sequence[int],
    own: int,
    has_both: Callable[[int], bool],
) -> list[FoundTerm]:
    """The terms of a deal in the sentences that speak of it; one of each kind, the first.

    Args:
        analysis: the text.
        type_: the deal's type; a rule is for some types only.
        sentences: numbers of the sentences that speak of the deal, in order.
        far: numbers of further sentences, where only rules count that ask for both parties.
        own: the number of the sentence that asserts it.
        has_both: whether a sentence speaks of both parties.
    """
    found: dict[str, FoundTerm] = {}
    for number in [*sentences, *far]:
        masked = _masked(analysis, number)
        for rule, pattern in term_rules(analysis.language):
            if type_ not in rule.types or rule.kind in found or (rule.own_sentence and number != own):
                continue
            if number in far and not rule.needs_both:
                continue
            match = pattern.search(masked) if not rule.needs_both or has_both(number) else None
            if match is not None:
                found[rule.kind] = _term(rule, match, analysis, number)
    return [term for term in found.values() if not _is_within_another(term, found)]


def _is_within_another(term: FoundTerm, found: dict[str, FoundTerm]) -> bool:
    """An option to raise a stake to 30 percent is no stake of 30 percent; a task for three years lasts three years."""
    around = (o for o in found.values() if o is not term and o.term.kind != "scope")
    return any(o.start <= term.start and term.end <= o.end for o in around)


def _masked(analysis: Analysis, number: int) -> str:
    """The sentence with its sums, shares and durations as private characters, offsets unchanged."""
    sentence = analysis.sentences[number]
    text = analysis.text[sentence.start : sentence.end]
    figures = analysis.figures(number)
    named = (("money", figures.money), ("percent", figures.percents), ("duration", figures.durations))
    for kind, mentions in named:
        for mention in mentions:
            start, end = mention.start - sentence.start, min(mention.end, sentence.end) - sentence.start
            text = text[:start] + PLACES[kind] * (end - start) + text[end:]
    return text


def _term(rule: TermRule, match: re.Match[str], analysis: Analysis, number: int) -> FoundTerm:
    base = analysis.sentences[number].start
    start, end = base + match.start("text"), base + match.end("text")
    text = analysis.text[start:end].rstrip(" ,:–-")
    end = start + len(text)
    figures = analysis.figures(number)
    money = next((m for m in figures.money if start <= m.start < end), None)
    percent = next((p for p in figures.percents if start <= p.start < end), None)
    duration = next((d for d in figures.durations if start <= d.start < end), None)
    term = Term(
        rule.kind,
        text,
        percent=percent.value if percent is not None and rule.kind in ("option", "stake_after") else None,
        iso=duration.iso if duration is not None and rule.kind == "duration" else None,
        value=money.value if money is not None and rule.kind in ("valuation", "expected_revenue") else None,
        currency=money.currency if money is not None and rule.kind in ("valuation", "expected_revenue") else None,
    )
    return FoundTerm(term, start, end, f"term:{rule.name}")
