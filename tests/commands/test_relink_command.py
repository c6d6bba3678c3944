"""`scrapy relink` and `scrapy rates`, as a user calls them."""

from pathlib import Path

import pytest
from crawl.crawling import Finished, run_scrapy
from reextract.stored import dump

from newscrawl.article import Article
from newscrawl.database import open_database, save_article
from newscrawl.deals.model import Deal, Party


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Two articles about one deal."""
    path = tmp_path / "news.db"
    db = open_database(path)
    for name, day in (("wire", "2026-03-02"), ("bote", "2026-03-05")):
        text = f"Norvik buys Tallis, reports {name}."
        deal = Deal("acquisition", "announced", True, (Party("Norvik", "acquirer"), Party("Tallis", "target")), text)
        article = Article(title="t", language="en", published=day, text=text)
        save_article(db, article, [deal], url=f"https://{name}.example/1", source=name, fetched_at=f"{day}T09:00:00Z")
    db.close()
    return path


def call(database: Path, *arguments: str, command: str = "relink", **settings: object) -> Finished:
    return run_scrapy(command, *arguments, NEWSCRAWL_DATABASE=database, **settings)


def uids(database: Path) -> list[str]:
    db = open_database(database)
    return [uid for (uid,) in db.execute("SELECT uid FROM reports ORDER BY id")]


def test_correct_try_relink_and_undo(database: Path, tmp_path: Path) -> None:
    one, other = uids(database)
    before, folder = dump(database), tmp_path / "own"
    folder.mkdir()
    (folder / "corrections.toml").write_text(f'[[two_deals]]\nuids = ["{one}", "{other}"]\n', encoding="utf-8")
    tried = call(database, "--dry-run", NEWSCRAWL_SOURCES=folder)
    assert (tried.returncode, tried.stderr, dump(database)) == (0, "", before)
    assert tried.stdout.splitlines() == [
        f"{one} → {other}  https://bote.example/1",
        "2 reports, 1 of them in another deal than before; 1 deals became 2; nothing is written",
    ]
    assert call(database, NEWSCRAWL_SOURCES=folder).returncode == 0
    explained = call(database, "--explain", other, NEWSCRAWL_SOURCES=folder).stdout
    assert "another deal: the user says that they are two" in explained
    undone = call(database).stdout
    assert f"{other} → {one}  https://bote.example/1  (Norvik and Tallis in both; 3 days apart)" in undone
    assert "Norvik and Tallis in both; 3 days apart" in call(database, "--explain", other).stdout


def test_wrong_corrections_stop_relinking_and_crawling(database: Path, tmp_path: Path) -> None:
    (tmp_path / "corrections.toml").write_text("[[firm]]\n", encoding="utf-8")
    for command, arguments in (("relink", ()), ("reextract", ()), ("crawl", ("news",))):
        finished = call(database, *arguments, command=command, NEWSCRAWL_SOURCES=tmp_path)
        assert (finished.returncode, len(finished.stderr.splitlines())) == (2, 1)
        assert str(tmp_path / "corrections.toml") in finished.stderr


def test_no_such_deal_and_no_such_database(database: Path, tmp_path: Path) -> None:
    assert call(database, "--explain", "nobody").returncode == 1
    finished = call(tmp_path / "none.db")
    assert (finished.returncode, len(finished.stderr.splitlines())) == (1, 1)


def test_rates(database: Path, tmp_path: Path) -> None:
    table = tmp_path / "rates.csv"
    table.write_text("Date,USD\n2026-11-24,1.1\n", encoding="utf-8")
    done = call(database, str(table), command="rates")
    assert (done.returncode, done.stderr) == (0, "")
    assert open_database(database).execute("SELECT * FROM rates").fetchall() == [("USD", "2026-11-24", 1.1)]
    table.write_text("Date,USD\nyesterday,1.1\n", encoding="utf-8")
    failed = call(database, str(table), command="rates")
    assert (failed.returncode, failed.stderr) == (1, f"{table}:2: 'yesterday' is no date like 2026-01-31\n")
