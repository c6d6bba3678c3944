"""What `scrapy extract` reads, and how it says what it cannot."""

import gzip
from pathlib import Path

import pytest

from newscrawl.extract.inputs import PAGE_LIMIT, Input, Unreadable, read_inputs, read_line


def test_lines_with_their_places(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"id": "a", "text": "x", "else": 1}\n\nnonsense\n{"id": 7, "html": "<p>"}\n', encoding="utf-8")
    first, broken, last = read_inputs(str(path))
    assert first == Input(id="a", where=f"{path}:1", text="x")
    assert isinstance(broken, Unreadable)
    assert broken.where == f"{path}:3"
    assert last == Input(id=7, where=f"{path}:4", html="<p>")


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[]",
        b"null",
        b'{"id": "a"}',
        b'{"text": "no id"}',
        b'{"id": "a", "text": 5}',
        b'{"id": "a", "text": "t", "html": "h"}',
        b'{"id": "a", "text": "\xff"}',
        b'{"id": "a", "text": "t"',
        b"[" * 100_000,
    ],
    ids=lambda line: line[:20].decode("latin-1"),
)
def test_unreadable_lines(line: bytes) -> None:
    found = read_line(line, "in.jsonl:1")
    assert isinstance(found, Unreadable)
    assert found.where == "in.jsonl:1"
    assert found.reason


def test_pages_have_the_name_of_their_file(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"<p>\xfc")
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(b"<p>b"))
    names = [str(tmp_path / name) for name in ("a.html", "b.html.gz")]
    assert [next(read_inputs(name)) for name in names] == [
        Input(id="a.html", where=names[0], html=b"<p>\xfc"),
        Input(id="b.html.gz", where=names[1], html=b"<p>b"),
    ]


@pytest.mark.parametrize("name", ["none.html", "none.jsonl", "letter.docx", "cut.html.gz", "bomb.html.gz"])
def test_unreadable_files_are_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "cut.html.gz").write_bytes(gzip.compress(b"<p>" * 1000)[:-20])
    (tmp_path / "bomb.html.gz").write_bytes(gzip.compress(b" " * (PAGE_LIMIT + 1), 1))
    (found,) = read_inputs(str(tmp_path / name))
    assert isinstance(found, Unreadable)
    assert found.where == str(tmp_path / name)
