"""What a digest tells, and that it tells each change once."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from diary import report
from sqlite_utils import Database

from newscrawl.digest.changes import changes, reach
from newscrawl.digest.order import Filters, Since
from newscrawl.digest.told import remember

ALL = Filters()
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def tell(db: Database) -> Callable[..., list[tuple[str, str | None, str]]]:
    """Tells what is new, as (parties, status known, status now), and remembers it."""

    def told(since: str = "2026-11-01", filters: Filters = ALL) -> list[tuple[str, str | None, str]]:
        found = list(changes(db, filters, since))
        remember(db, filters, found, NOON)
        return [(change.deal["parties"], change.before, change.deal["status"]) for change in found]

    return told


DEAL = "Norvik Systems GmbH → Tal Robotics"


def test_new_deal_is_told_once(db, tell) -> None:
    report(db, "2026-11-10", "announced")
    assert tell() == [(DEAL, None, "announced")]
    assert tell() == []


def test_another_report_of_the_same_is_no_news(db, tell) -> None:
    report(db, "2026-11-10", "announced")
    tell()
    report(db, "2026-11-11", "announced")
    assert db.table("deals").count == 1
    assert tell() == []


def test_change_of_status_is_told_once(db, tell) -> None:
    report(db, "2026-11-10", "announced")
    tell()
    report(db, "2026-11-15", "completed")
    assert tell() == [(DEAL, "announced", "completed")]
    assert tell() == []


def test_deal_known_before_the_first_digest_is_told_when_it_changes(db, tell) -> None:
    report(db, "2026-10-10", "announced")
    assert tell() == []
    report(db, "2026-11-15", "completed")
    assert tell() == [(DEAL, "announced", "completed")]


def test_old_news_repeated_is_not_told(db, tell) -> None:
    report(db, "2026-10-10", "announced")
    report(db, "2026-11-15", "announced")
    assert tell() == []


def test_told_deal_stays_told_when_it_is_merged_into_another(db, tell) -> None:
    report(db, "2026-11-10", "announced")
    tell()
    (uid,) = db.execute("SELECT uid FROM deals").fetchone()
    report(db, "2026-11-12", "announced", "Ulmo", "Ostra")
    (other,) = db.execute("SELECT id FROM deals WHERE uid <> ?", [uid]).fetchone()
    tell()
    db.execute("DELETE FROM told_changes WHERE uid <> ?", [uid])
    db.execute("INSERT INTO deal_redirects (uid, deal) VALUES ('gone', ?)", [other])
    db.execute("UPDATE told_changes SET uid = 'gone'")
    assert [parties for parties, _, _ in tell()] == [DEAL], "only the one whose uid nobody was told"


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        (Filters(companies=("Norvik",)), {"Tal Robotics", "Ostra"}),
        (Filters(companies=("norvik systems",)), {"Tal Robotics", "Ostra"}),
        (Filters(companies=("Norv",)), set()),
        (Filters(companies=("Ostra", "Sunrise")), {"Ostra", "Sunrise"}),
        (Filters(type="stake"), {"Ostra"}),
        (Filters(least="100000000"), {"Tal Robotics"}),
        (Filters(least="30000000"), {"Tal Robotics", "Ostra"}),
        (Filters(passing=True), {"Tal Robotics", "Ostra", "Sunrise", "Past"}),
        (Filters(), {"Tal Robotics", "Ostra", "Sunrise"}),
    ],
)
def test_filters_choose(db, tell, filters: Filters, told: set[str]) -> None:
    report(db, "2026-11-10", "announced")
    report(db, "2026-11-11", "announced", target="Ostra", kind="stake", millions=30)
    report(db, "2026-11-12", "rumoured", "Ulmo", "Sunrise", millions=None)
    report(db, "2026-11-13", "completed", "Ulmo", "Past", millions=None, main=False)
    assert {parties.partition(" → ")[2] for parties, _, _ in tell(filters=filters)} == told


def test_each_set_of_filters_is_a_reader_of_its_own(db, tell) -> None:
    report(db, "2026-11-10", "announced")
    assert tell() == tell(filters=Filters(companies=("Norvik",)))
    assert tell(filters=Filters(companies=("Norvik",))) == []


def test_run_left_out_loses_nothing(db) -> None:
    remember(db, ALL, [], datetime(2026, 11, 10, 7, tzinfo=UTC))
    assert reach(db, ALL, Since("2026-11-19T00:00:00", moves=True)) == "2026-11-09T07:00:00"
    assert reach(db, ALL, Since("2026-11-01T00:00:00", moves=True)) == "2026-11-01T00:00:00"
    assert reach(db, ALL, Since("2026-11-19T00:00:00", moves=False)) == "2026-11-19T00:00:00"
    assert reach(db, Filters(type="stake"), Since("2026-11-19T00:00:00", moves=True)) == "2026-11-19T00:00:00"
