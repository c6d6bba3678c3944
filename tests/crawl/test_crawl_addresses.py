"""Tracking parameters are taken out of addresses, by the table's own examples; other spellings are known."""

import pytest

from newscrawl.crawl.addresses import bare_address, tracking
from newscrawl.crawl.feeds import read_listing
from newscrawl.database.addresses import spellings


@pytest.mark.parametrize("example", tracking().examples, ids=lambda example: example.listed)
def test_examples(example) -> None:
    assert bare_address(example.listed) == example.bare
    assert bare_address(example.bare) == example.bare


@pytest.mark.parametrize("address", [counterexample.address for counterexample in tracking().counterexamples])
def test_counterexamples(address: str) -> None:
    assert bare_address(address) == address


def test_feed_entry_has_the_bare_address_and_remembers_the_listed_one() -> None:
    listed = "https://wire.example/a?utm_source=rss"
    (entry,) = read_listing(f"<rss><item><link>{listed}</link></item></rss>".encode(), "https://wire.example/").entries
    assert (entry.url, entry.listed) == ("https://wire.example/a", listed)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://wire.example/a", "http://www.wire.example/a/", True),
        ("https://wire.example/", "http://wire.example/", True),
        ("https://wire.example/a?id=1", "https://www.wire.example/a?id=1", True),
        ("https://wire.example/a?id=1", "https://wire.example/a?id=2", False),
        ("https://wire.example/a", "https://wire.example/A", False),
        ("https://wire.example/a", "https://news.wire.example/a", False),
    ],
)
def test_spellings(one: str, other: str, same: bool) -> None:
    assert (other in spellings(one)) is same
