"""Reading stored articles again, on a real database file."""

from contextlib import closing
from pathlib import Path

import pytest
from reextract.stored import QUIET, SALE, TAKEOVER, dump, fill, made_article, read_badly, rows

from newscrawl.database import open_database
from newscrawl.extract.one import Reading, deals_of
from newscrawl.reextract import run as command
from newscrawl.reextract.run import reextract, replace_all
from newscrawl.reextract.stored import read_stored, stored_articles


def test_says_what_is_gained_lost_and_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    read_badly(tmp_path / "news.db")
    assert reextract(tmp_path / "news.db", workers=2, dry_run=False) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "https://wire.example/1  Made up"
    assert said[1].startswith("  ~ ")
    assert "      amount: none → 450 m EUR" in said
    gained, lost = (next(line for line in said if line.startswith(mark)) for mark in ("  + ", "  - "))
    assert "acquisition: Ostrel Inc. → Ulmera Labs" in gained
    assert "partnership: Zorvo + Quell" in lost
    assert said[-1] == "3 articles read, 2 with changes: deals 1 gained, 1 lost, 1 changed"


def test_stores_what_it_says_and_keeps_uids(tmp_path: Path) -> None:
    read_badly(tmp_path / "news.db")
    query = "SELECT uid, amount FROM deals WHERE type = 'acquisition' ORDER BY id"
    ((uid, amount),) = rows(tmp_path / "news.db", query)
    assert amount is None
    reextract(tmp_path / "news.db", workers=1, dry_run=False)
    assert rows(tmp_path / "news.db", query)[0] == (uid, 450_000_000)
    assert rows(tmp_path / "news.db", "SELECT count(*) FROM deals WHERE type = 'partnership'") == [(0,)]


def test_second_run_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    read_badly(tmp_path / "news.db")
    reextract(tmp_path / "news.db", workers=1, dry_run=False)
    before = dump(tmp_path / "news.db")
    capsys.readouterr()
    assert reextract(tmp_path / "news.db", workers=1, dry_run=False) == 0
    assert capsys.readouterr().out == "3 articles read, 0 with changes: deals 0 gained, 0 lost, 0 changed\n"
    assert dump(tmp_path / "news.db") == before


def test_dry_run_says_the_same_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "news.db"
    read_badly(path)
    before, contents = path.read_bytes(), dump(path)
    assert reextract(path, workers=1, dry_run=True) == 0
    tried = capsys.readouterr().out.splitlines()
    assert (path.read_bytes(), dump(path)) == (before, contents)
    reextract(path, workers=1, dry_run=False)
    done = capsys.readouterr().out.splitlines()
    assert tried[:-1] == done[:-1]
    assert tried[-1] == f"{done[-1]}; nothing is written"


def test_only_the_newest_version_is_read(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    url = "https://wire.example/1"
    fill(path, (made_article(TAKEOVER, url), []), (made_article(f"{TAKEOVER}\n{QUIET}", url), []))
    reextract(path, workers=1, dry_run=False)
    newest = rows(path, "SELECT version FROM articles")
    assert rows(path, "SELECT article_version FROM reports") == newest == [(2,)]


@pytest.mark.parametrize("language", ["xx", None])
def test_article_in_a_language_without_rules_has_no_deals(tmp_path: Path, language: str | None) -> None:
    path = tmp_path / "news.db"
    fill(path, (made_article(TAKEOVER, "https://wire.example/1", language), []))
    assert reextract(path, workers=1, dry_run=False) == 0
    assert rows(path, "SELECT count(*) FROM reports") == [(0,)]


def test_article_that_cannot_be_read_keeps_its_deals(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "news.db"
    read_badly(path)
    known = rows(path, "SELECT uid FROM deals")
    monkeypatch.setattr("newscrawl.extract.one.find_deals", lambda *_: 1 // 0)
    with closing(open_database(path)) as db:
        counts = replace_all(db, map(read_stored, stored_articles(path)), dry_run=False)
    assert (counts["articles"], counts["failed"]) == (3, 3)
    assert rows(path, "SELECT uid FROM deals") == known
    assert "https://wire.example/1: ZeroDivisionError" in capsys.readouterr().err


def test_article_that_cannot_be_stored_is_named_and_the_next_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "news.db"
    read_badly(path)
    first, *others = [read_stored(given) for given in stored_articles(path)]
    moved = Reading(first.id, first.article, tuple(deals_of(made_article(f"{QUIET} {TAKEOVER}", "https://x.example"))))
    with closing(open_database(path)) as db:
        counts = replace_all(db, [moved, *others], dry_run=False)
    assert (counts["failed"], counts["gained"]) == (1, 1)
    assert "https://wire.example/1: " in capsys.readouterr().err
    assert rows(path, "SELECT amount FROM deals WHERE type = 'acquisition' ORDER BY id")[0] == (None,)


def test_failures_on_all_articles_are_said_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "news.db"
    fill(path, *((made_article(SALE, f"https://wire.example/{n}"), []) for n in range(command.SHOWN + 5)))
    monkeypatch.setattr("newscrawl.extract.one.find_deals", lambda *_: 1 // 0)
    with closing(open_database(path)) as db:
        replace_all(db, map(read_stored, stored_articles(path)), dry_run=False)
    said = capsys.readouterr().err.splitlines()
    assert len(said) == command.SHOWN + 1
    assert said[-1] == "… and more"
