"""Printed dates become ISO 8601 with the precision printed, or None."""

import pytest

from newscrawl.article.dates import is_future, iso_date

PRINTED = [
    ("2013-04-30T09:12:00+02:00", "2013-04-30T09:12:00+02:00"),
    ("2013-04-30T09:12:00+0200", "2013-04-30T09:12:00+02:00"),
    ("2013-04-30T09:12:00.123Z", "2013-04-30T09:12:00+00:00"),
    ("2013-04-30 09:12", "2013-04-30T09:12"),
    ("2013-04-30", "2013-04-30"),
    ("2013-04", "2013-04"),
    ("20130430", "2013-04-30"),
    ("2013/04/30", "2013-04-30"),
    ("Tue, 30 Apr 2013 09:12:00 GMT", "2013-04-30T09:12:00+00:00"),
    ("April 30, 2013", "2013-04-30"),
    ("Apr. 30, 2013 at 9:12 p.m. EST", "2013-04-30T21:12-05:00"),
    ("30th April 2013", "2013-04-30"),
    ("30. April 2013, 09:12 Uhr", "2013-04-30T09:12"),
    ("30.04.2013", "2013-04-30"),
    ("30.04.2013 um 09:12 Uhr", "2013-04-30T09:12"),
    ("1. März 2013", "2013-03-01"),
    ("14.12.15 17:22", "2015-12-14T17:22"),
    ("04/30/2013", "2013-04-30"),
    ("30/04/2013", "2013-04-30"),
]
UNREADABLE = [
    "",
    "yesterday",
    "03/04/2013",
    "2013-02-30",
    "31.02.2013",
    "version 14.12.15",
    "1613-04-30",
    "12:30",
    "may",
]


@pytest.mark.parametrize(("printed", "iso"), PRINTED)
def test_printed(printed: str, iso: str) -> None:
    assert iso_date(printed) == iso


@pytest.mark.parametrize("printed", UNREADABLE)
def test_unreadable(printed: str) -> None:
    assert iso_date(printed) is None


@pytest.mark.parametrize(
    ("date", "fetched", "future"),
    [
        ("2026-01-03", "2026-01-01T12:00:00+00:00", True),
        ("2026-01-02", "2026-01-01T12:00:00+00:00", False),  # a day ahead: a desk east of us
        ("2026-01-02T23:00:00+00:00", "2026-01-01T12:00:00+00:00", True),
        ("2026-02", "2026-01-01", True),
        ("2036-01-01", None, False),
    ],
)
def test_future(date: str, fetched: str | None, future: bool) -> None:
    assert is_future(date, fetched) is future
