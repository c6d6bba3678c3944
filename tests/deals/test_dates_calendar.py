"""What relative dates mean: counted from the publication day as printed, and from nothing else."""

from datetime import date

import pytest

from newscrawl.deals.mentions import calendar
from newscrawl.deals.mentions.dates import Date, find_dates


def one(text: str, language: str, published: str | None) -> Date:
    (found,) = find_dates(text, language, published)
    return found


@pytest.mark.parametrize(
    ("text", "language", "published", "iso"),
    [
        ("yesterday", "en", "2010-05-12", "2010-05-11"),
        ("yesterday", "en", "2010-05-12T23:30:00-08:00", "2010-05-11"),  # the day as printed, in its own zone
        ("yesterday", "en", "2013-01-01", "2012-12-31"),
        ("yesterday", "en", "2013-01", None),  # the day of publication is not known
        ("last year", "en", "2013-01", "2012"),
        ("last month", "en", "2013-01", "2012-12"),
        ("last year", "en", "2013", "2012"),
        ("last month", "en", "2013", None),
        ("last week", "en", "2013-04-30", "2013-04"),
        ("this week", "en", "2013-04-30", "2013"),  # 29 April to 5 May
        ("this week", "en", "2012-12-31", None),  # lies in two years
        ("on Monday", "en", "2013-04-29", "2013-04-29"),  # newswire: "said on Monday", published that Monday
        ("last Monday", "en", "2013-04-29", "2013-04-22"),
        ("next Monday", "en", "2013-04-29", "2013-05-06"),
        ("im Februar", "de", "2013-04-30", "2013-02"),
        ("im April", "de", "2013-04-30", "2013-04"),
        ("im Mai", "de", "2013-04-30", "2012-05"),
        ("bis Mai", "de", "2013-04-30", "2013-05"),
        ("am 29. Februar", "de", "2013-04-30", "2012-02-29"),
        ("vor drei Wochen", "de", "2013-04-30", "2013-04"),
        ("two days ago", "en", "2013-01-01", "2012-12-30"),
        ("zwei Jahre zuvor", "de", "2013-04-30", None),
    ],
)
def test_relative_date(text: str, language: str, published: str, iso: str | None) -> None:
    assert one(text, language, published).iso == iso


@pytest.mark.parametrize(
    ("text", "language", "iso_future"),
    [
        ("in June", "en", "2013-06"),
        ("im April", "de", "2013-04"),
        ("on May 5", "en", "2013-05-05"),
        ("on Friday", "en", "2013-05-03"),
        ("in the third quarter", "en", "2013"),
        ("in the first quarter", "en", "2014"),
        ("zum 1. August", "de", "2013-08-01"),
        ("in 2005", "en", "2005"),
    ],
)
def test_the_same_words_ahead(text: str, language: str, iso_future: str) -> None:
    found = one(text, language, "2013-04-30")
    assert (found.iso_future, found.future) == (iso_future, False)


@pytest.mark.parametrize(
    ("text", "language"), [("by June", "en"), ("next week", "en"), ("bis Mai", "de"), ("tomorrow", "en")]
)
def test_future_words_are_told(text: str, language: str) -> None:
    assert one(text, language, "2013-04-30").future


@pytest.mark.parametrize("published", ["yesterday", "2013-13-01", "2013-1", "20130430x", ""])
def test_publication_date_must_be_one(published: str) -> None:
    if published:
        with pytest.raises(ValueError, match="no ISO 8601 date"):
            find_dates("today", "en", published)
    else:
        assert one("today", "en", published).iso is None


@pytest.mark.parametrize("direction", [-1, 0, 1, 2])
def test_every_direction_keeps_its_side(direction: int) -> None:
    published = date(2013, 4, 30)
    day = published.isoformat()
    isos = [calendar.weekday(number, published, direction) for number in range(7)]
    isos += [calendar.month_day(month, 28, published, direction) or "" for month in range(1, 13)]
    sides = {-1: lambda iso: iso < day, 0: lambda iso: iso <= day, 1: lambda iso: iso > day, 2: lambda iso: iso >= day}
    assert all(map(sides[direction], isos))
