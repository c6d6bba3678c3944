"""A person is told that a database is being brought to the newest schema; and one whose upgrade was killed goes on."""

from contextlib import closing
from pathlib import Path

import pytest
from database.made_up import URL, article, takeover

from newscrawl.database import open_database, save_article
from newscrawl.database import upgrade as upgrading
from newscrawl.database.connection import is_older


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A database with a report that lacks the last two steps of the schema; its reports have keys."""
    file = tmp_path / "news.db"
    with closing(open_database(file)) as db:
        save_article(db, article(), [takeover()], url=URL, source=None, fetched_at="2026-03-09T00:00:00Z")
        db.execute("DELETE FROM _sqlite_migrations WHERE name IN ('slim_keys', 'calmer_search')")
    return file


@pytest.mark.parametrize("terminal", [True, False])
def test_a_person_is_told(older: Path, terminal: bool, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setattr(upgrading, "watched", lambda: terminal)
    open_database(older).close()
    said = capsys.readouterr().err
    assert ("step 1 of 2 of the schema: slim_keys" in said) is terminal
    assert ("reports are made ready for linking: 100 percent" in said) is terminal
    open_database(older).close()
    assert capsys.readouterr().err == ""


def test_nobody_is_told_of_a_new_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setattr(upgrading, "watched", lambda: True)
    open_database(tmp_path / "news.db").close()
    assert capsys.readouterr().err == ""


def test_a_killed_upgrade_goes_on(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(upgrading, "write_missing_keys", killed)
    with pytest.raises(KeyboardInterrupt):
        open_database(older)
    monkeypatch.undo()
    assert is_older(older)
    with closing(open_database(older)) as db:
        assert db.table("report_keys").count > 0
    assert not is_older(older)
