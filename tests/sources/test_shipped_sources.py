"""The shipped sources: every pattern takes its examples and refuses its counterexamples."""

import pytest

from newscrawl.sources import FOLDER, Source, read_sources

SOURCES = list(read_sources().values())
EXAMPLES = [(source, url) for source in SOURCES for url in source.table.articles.examples]
COUNTEREXAMPLES = [(source, url) for source in SOURCES for url in source.table.articles.counterexamples]


def by_name(value: object) -> str:
    return value.name if isinstance(value, Source) else str(value)


def test_twelve_half_english_half_german() -> None:
    assert sorted(source.table.language for source in SOURCES) == ["de"] * 6 + ["en"] * 6


def test_every_file_is_read() -> None:
    assert {source.name for source in SOURCES} == {path.stem for path in FOLDER.glob("*.toml")}


@pytest.mark.parametrize(("source", "url"), EXAMPLES, ids=by_name)
def test_example_is_an_article(source: Source, url: str) -> None:
    assert source.is_article(url)


@pytest.mark.parametrize(("source", "url"), COUNTEREXAMPLES, ids=by_name)
def test_counterexample_is_none(source: Source, url: str) -> None:
    assert not source.is_article(url)


@pytest.mark.parametrize(("source", "url"), EXAMPLES, ids=by_name)
def test_no_other_source_claims_it(source: Source, url: str) -> None:
    assert [other.name for other in SOURCES if other.is_article(url)] == [source.name]


@pytest.mark.parametrize("source", SOURCES, ids=by_name)
def test_says_what_it_must(source: Source) -> None:
    table = source.table
    assert len(table.articles.examples) >= 2
    assert len(table.articles.counterexamples) >= 3
    assert table.documented.startswith("https://")
    assert table.minimum > 0
    assert table.notes
