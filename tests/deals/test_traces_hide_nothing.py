"""A sentence that shows no trace of a figure holds none: what is not searched would not be found."""

import pytest

from evaluation.passages import passages
from newscrawl.deals.figures import Figures
from newscrawl.deals.languages import language_table, languages
from newscrawl.deals.mentions.date_patterns import DateWords
from newscrawl.deals.mentions.dates import date_traces, find_dates
from newscrawl.deals.mentions.durations import DurationWords, duration_traces, find_durations
from newscrawl.deals.mentions.money import MoneyWords, find_money, money_traces
from newscrawl.deals.mentions.percents import PercentWords, find_percents, percent_traces
from newscrawl.deals.mentions.traces import Words, traces_of
from newscrawl.deals.sentences import Sentence, split_sentences

TABLES = (MoneyWords, PercentWords, DurationWords, DateWords)
FILES = ("money", "percents", "durations", "dates")


def texts(language: str) -> list[str]:
    written = [p.passage.text for p in passages() if p.language == language]
    tables = [language_table(language, name, table) for name, table in zip(FILES, TABLES, strict=True)]
    written += [example.text for table in tables for example in table.examples]
    return written + [quote for p in language_table(language, "dates", DateWords).patterns for quote, _ in p.examples]


@pytest.mark.parametrize("language", languages())
def test_nothing_is_hidden(language: str) -> None:
    hidden = [found for text in texts(language) for found in not_shown(text, language)]
    assert hidden == []


def not_shown(text: str, language: str) -> list[str]:
    pairs = [(text, sentence) for sentence in split_sentences(text, language)]
    return [text[s.start : s.end] for text, s in pairs if searched(text, s, language) != shown(text, s, language)]


def searched(text: str, sentence: Sentence, language: str) -> list[object]:
    stretch = (sentence.start, sentence.end)
    found = [find(text, language, *stretch) for find in (find_money, find_percents, find_durations)]
    return [*found, find_dates(text, language, None, *stretch)]


def shown(text: str, sentence: Sentence, language: str) -> list[object]:
    figures = Figures(text, sentence, language, None)
    return [figures.money, figures.percents, figures.durations, figures.dates]


@pytest.mark.parametrize("traces", [money_traces, percent_traces, duration_traces, date_traces])
def test_most_sentences_show_none(traces) -> None:  # type: ignore[no-untyped-def]
    assert not Words("The weather was fine, and nobody complained of it.").show(traces("en"))


def test_a_phrase_is_known_by_its_sign_or_its_longest_word() -> None:
    traces = traces_of(["US$", "Hong Kong dollars", "DEM"], pieces=["Prozent"])
    assert Words("for $5m").show(traces)
    assert Words("in DOLLARS").show(traces)
    assert Words("5 DEM").show(traces)
    assert not Words("mit dem Rad").show(traces)
    assert Words("die 25-prozentige Beteiligung").show(traces)
