"""The arguments of a crawl."""

import pytest

from newscrawl.crawl.arguments import ArgumentError, Order, read_addresses, read_order
from newscrawl.crawl.days import is_before
from newscrawl.sources import read_sources

KNOWN = read_sources()
A, B = "https://example.org/a?x=1,2", "http://example.org/b"


def test_all_enabled_sources_by_default() -> None:
    assert [source.name for source in read_order({}, KNOWN).sources] == list(KNOWN)


def test_named_sources_once_in_their_order() -> None:
    order = read_order({"source": "techcrunch, heise techcrunch"}, KNOWN)
    assert [source.name for source in order.sources] == ["techcrunch", "heise"]


@pytest.mark.parametrize("text", [f"{A} {B}", f"{A},{B}", f"  {A}\n{B} ", f"{A}, {B}".replace(", ", " ")])
def test_several_addresses(text: str) -> None:
    assert read_addresses("url", text) == (A, B)


def test_addresses_alone_need_no_source() -> None:
    assert read_order({"feed": A, "sitemap": B, "url": A, "since": "2026-01-01", "limit": "5"}, KNOWN) == Order(
        feeds=(A,), sitemaps=(B,), urls=(A,), since="2026-01-01", limit=5
    )


@pytest.mark.parametrize(
    "arguments",
    [
        {"source": "nosuch"},
        {"source": ""},
        {"feed": "example.org/feed"},
        {"url": "ftp://example.org/"},
        {"url": f"{A};{B} x"},
        {"since": "01.02.2026"},
        {"since": "2026-02-30"},
        {"limit": "0"},
        {"limit": "-1"},
        {"limit": "ten"},
        {"sources": "heise"},
    ],
    ids=str,
)
def test_wrong_ones_are_named_in_one_line(arguments: dict[str, str]) -> None:
    with pytest.raises(ArgumentError) as error:
        read_order(arguments, KNOWN)
    assert "\n" not in str(error.value)
    assert next(iter(arguments)).rstrip("s") in str(error.value)


@pytest.mark.parametrize(
    ("published", "since", "before"),
    [
        ("2026-01-01", "2026-01-02", True),
        ("2026-01-02T00:00:00+00:00", "2026-01-02", False),
        ("2026-01", "2026-01-15", False),
        ("2025", "2026-01-15", True),
        (None, "2026-01-15", False),
        ("2026-01-01", None, False),
    ],
)
def test_is_before_only_if_it_surely_is(published: str | None, since: str | None, before: bool) -> None:
    assert is_before(published, since) is before
