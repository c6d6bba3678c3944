"""Since when, and which deals: what can be said, and what is refused in one line."""

from datetime import datetime, timedelta, timezone

import pytest

from newscrawl.digest.order import Filters, OrderError, Since, read_arguments, read_filters, read_since

NOW = datetime(2026, 11, 20, 10, 30, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2026-11-01", Since("2026-10-31T23:00:00", moves=False)),
        ("2026-11-01T12:00:00Z", Since("2026-11-01T12:00:00", moves=False)),
        ("today", Since("2026-11-19T23:00:00", moves=True)),
        ("yesterday", Since("2026-11-18T23:00:00", moves=True)),
        ("7 days", Since("2026-11-13T09:30:00", moves=True)),
        ("1 day ago", Since("2026-11-19T09:30:00", moves=True)),
        ("2weeks", Since("2026-11-06T09:30:00", moves=True)),
        ("12 hours", Since("2026-11-19T21:30:00", moves=True)),
    ],
)
def test_since_is_understood(given: str, expected: Since) -> None:
    assert read_since({"since": given}, NOW) == expected


def test_without_since_it_is_yesterday() -> None:
    assert read_since({}, NOW) == read_since({"since": "yesterday"}, NOW)


@pytest.mark.parametrize("given", ["", "soon", "-3 days", "3 fortnights", "2026-13-01", "99999 days"])
def test_other_times_are_refused(given: str) -> None:
    with pytest.raises(OrderError, match="is no date like 2026-01-31"):
        read_since({"since": given}, NOW)


def test_other_arguments_are_refused() -> None:
    with pytest.raises(OrderError, match="unknown argument 'until'; there is since"):
        read_since({"until": "today"}, NOW)
    with pytest.raises(OrderError, match="'yesterday' is no NAME=VALUE"):
        read_arguments(["yesterday"])


def test_filters_are_the_same_in_any_order() -> None:
    assert read_filters(["b ", "a"], None, "5e7", False) == read_filters(["a", "b"], None, "50000000", False)
    assert Filters(companies=("ä",)).text == '{"companies": ["ä"], "least": null, "passing": false, "type": null}'


@pytest.mark.parametrize(
    ("companies", "kind", "least", "reason"),
    [
        ([], "gift", None, "'gift' is unknown; there are acquisition"),
        ([], None, "much", "'much' is no number"),
        ([], None, "-1", "'-1' is no number"),
        ([], None, "NaN", "'NaN' is no number"),
        (["  "], None, None, "is no name"),
    ],
)
def test_wrong_filters_are_refused(companies: list[str], kind: str | None, least: str | None, reason: str) -> None:
    with pytest.raises(OrderError, match=reason):
        read_filters(companies, kind, least, False)
