"""What the database learns of a host's lines."""

from pathlib import Path

from made_up import URL, article
from sqlite_utils import Database

from newscrawl.article import digest
from newscrawl.database import known_lines, learn_lines, open_database, recurring_lines
from newscrawl.database.host_lines import LEAST_SHARE, WINDOW

BLURB = "The Wire is read by everybody who works with pumps."
NUMBER = digest(BLURB) or 0
NEWS = "https://wire.example/news"


def learn(db: Database, times: int, *lines: int, url: str = NEWS) -> None:
    with db.atomic():
        for _ in range(times):
            learn_lines(db, url, lines)


def test_a_line_recurs_from_its_third_article_on(db: Database) -> None:
    learn(db, 2, NUMBER, 7)
    assert recurring_lines(db, NEWS, NEWS) == {}
    learn(db, 1, NUMBER, 8)
    assert recurring_lines(db, NEWS, NEWS) == {NUMBER: 3}


def test_hosts_are_apart_and_www_is_the_same_host(db: Database) -> None:
    learn(db, 3, NUMBER, url="https://www.WIRE.example/a")
    assert recurring_lines(db, NEWS, NEWS) == {NUMBER: 3}
    assert recurring_lines(db, "https://other.example/", "https://other.example/") == {}


def test_a_line_that_becomes_rare_belongs_to_a_subject(db: Database) -> None:
    learn(db, 3, NUMBER)
    learn(db, 2 * LEAST_SHARE)
    assert NUMBER in recurring_lines(db, NEWS, NEWS)
    learn(db, 2 * LEAST_SHARE)
    assert recurring_lines(db, NEWS, NEWS) == {}


def test_lines_are_forgotten(db: Database) -> None:
    learn(db, 1, *range(50))
    learn(db, 1, 99)
    learn(db, WINDOW - 1)
    assert [row["line"] for row in db.table("host_lines").rows] == [99]


def test_an_article_keeps_the_lines_that_it_was_stored_with(db: Database, save) -> None:
    own = digest(article().text.split("\n")[0]) or 0
    save([])
    learn(db, 3, own, NUMBER, url=URL)
    assert recurring_lines(db, URL, URL) == {NUMBER: 3}
    assert recurring_lines(db, f"{URL}/other", f"{URL}/other") == {own: 3, NUMBER: 3}


def test_people_may_ask_a_file(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    db = open_database(path)
    learn(db, 3, NUMBER)
    db.close()
    assert known_lines(path, NEWS) == {NUMBER: 3}
