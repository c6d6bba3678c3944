"""What stands in the way of browsing is said in one line."""

import builtins
import socket
from pathlib import Path

import pytest

from newscrawl.database.browse import BrowseError, make_datasette, serve
from newscrawl.database.browse.marks import Mark, Piece, pieces, surroundings


def test_missing_database_is_named(tmp_path: Path) -> None:
    with pytest.raises(BrowseError, match=r"none\.db: there is no database yet"):
        make_datasette(tmp_path / "none.db")


def test_foreign_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("no database " * 500)
    with pytest.raises(BrowseError, match=r"notes\.db: is no SQLite database"):
        make_datasette(tmp_path / "notes.db")


@pytest.mark.parametrize("port", ["taken", 99999])
def test_port_that_cannot_be_used_is_named(database: Path, port: str | int) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        number = other.getsockname()[1] if port == "taken" else port
        with pytest.raises(BrowseError, match=f"port {number} cannot be used"):
            serve(make_datasette(database), number)


def test_missing_extra_is_said(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = builtins.__import__

    def without_datasette(name, *args):
        if name.startswith("datasette"):
            raise ImportError(name)
        return known(name, *args)

    monkeypatch.setattr(builtins, "__import__", without_datasette)
    with pytest.raises(BrowseError, match=r"pip install 'newscrawl\[browse\]'"):
        make_datasette(database)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], [Piece("abcdef", ())]),
        ([Mark(1, 3, "x")], [Piece("a", ()), Piece("bc", ("x",)), Piece("def", ())]),
        ([Mark(0, 4, "x"), Mark(2, 6, "y")], [Piece("ab", ("x",)), Piece("cd", ("x", "y")), Piece("ef", ("y",))]),
        ([Mark(0, 9, "x"), Mark(0, 6, "x")], [Piece("abcdef", ("x",))]),
        ([Mark(7, 9, "x")], [Piece("abcdef", ())]),
    ],
)
def test_text_is_cut_at_its_marks(marks: list[Mark], expected: list[Piece]) -> None:
    assert pieces("abcdef", marks) == expected


def test_surroundings_are_whole_words_of_the_same_line() -> None:
    text = "first line\none two three four five six\nlast line"
    start, end = surroundings(text, Mark(text.index("three"), text.index("three") + 5, "x"), reach=7)
    assert text[start:end] == "two three four"
