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
from newscrawl.deals.mentions.traces import WORD, Shown, traces_of
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
    assert not Shown([traces("en")]).by(WORD.findall("The weather was fine, and nobody complained of it."))


def test_a_phrase_is_known_by_its_sign_or_its_longest_word() -> None:
    shown = Shown([traces_of(["US$", "Hong Kong dollars", "DEM"]), traces_of([], pieces=["Prozent", "per cent"])])
    assert shown.by(WORD.findall("for $5m")) == 1
    assert shown.by(WORD.findall("in DOLLARS")) == 1
    assert shown.by(WORD.findall("5 DEM")) == 1
    assert shown.by(WORD.findall("mit dem Rad")) == 0
    assert shown.by(WORD.findall("die 25-prozentige Beteiligung")) == 2
    assert shown.by(WORD.findall("5 per cent of 10 dollars")) == 3


def test_a_digit_is_a_trace_where_it_is_enough() -> None:
    shown = Shown([traces_of(["may"], digits=True), traces_of(["euros"])])
    assert [shown.by(WORD.findall(written)) for written in ("on 12.5.", "in May", "for euros", "soon")] == [1, 1, 2, 0]
