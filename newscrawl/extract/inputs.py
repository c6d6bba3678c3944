"""What `scrapy extract` is given: files, standard input, addresses → inputs, one by one.

A ``.jsonl`` file holds one article per line: ``{"id", "text" or "html", "url"?, "title"?, "language"?, "published"?}``.
A ``.html`` or ``.html.gz`` file is one page whose id is the file's name. ``-`` is JSON lines on standard input.
"""

import gzip
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import msgspec

PAGE_LIMIT = 64 * 1024 * 1024
"""Bytes of one page after decompression; more is no news page but an attack on the memory."""


class Line(msgspec.Struct, frozen=True):
    """One JSON line. Unknown keys are ignored."""

    id: str | int
    text: str | None = None
    html: str | None = None
    url: str | None = None
    title: str | None = None
    language: str | None = None
    published: str | None = None


@dataclass(frozen=True, kw_only=True)
class Input:
    """One article to read, as text or as page. What is given is believed, what is missing is found.

    ``where`` is the file and line that it came from, for messages.
    """

    id: str | int
    where: str
    text: str | None = None
    html: str | bytes | None = None
    url: str | None = None
    title: str | None = None
    language: str | None = None
    published: str | None = None


@dataclass(frozen=True)
class Unreadable:
    """An input that cannot be read: where (file and line), why, and its id if at least that is known."""

    where: str
    reason: str
    id: str | None = None


def read_inputs(name: str) -> Iterator[Input | Unreadable]:
    """The inputs of one file, or of standard input for ``-``; never raises for what a file holds."""
    try:
        if name == "-":
            yield from read_lines(sys.stdin.buffer, "-")
        elif name.endswith((".html", ".html.gz", ".htm")):
            yield Input(id=Path(name).name, html=read_page(Path(name)), where=name)
        elif name.endswith(".jsonl"):
            with Path(name).open("rb") as lines:
                yield from read_lines(lines, name)
        else:
            yield Unreadable(name, "neither .jsonl nor .html nor .html.gz nor an http address")
    except (OSError, EOFError, ValueError) as error:
        yield Unreadable(name, _reason(error), id=None if name.endswith(".jsonl") else Path(name).name)


def read_page(path: Path) -> bytes:
    """A page's bytes, decompressed. Raises OSError if it cannot be read, ValueError if it is too large."""
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as page:
        html = page.read(PAGE_LIMIT + 1)
    if len(html) > PAGE_LIMIT:
        raise ValueError(f"more than {PAGE_LIMIT // 1024 // 1024} MB")
    return html


def read_lines(lines: BinaryIO, name: str) -> Iterator[Input | Unreadable]:
    """JSON lines as inputs; empty lines count but say nothing."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield read_line(line, f"{name}:{number}")


def read_line(line: bytes, where: str) -> Input | Unreadable:
    """One JSON line. With neither text nor html, or with both, it says nothing certain and is unreadable."""
    try:
        article = msgspec.json.decode(line, type=Line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        return Unreadable(where, str(error))
    if (article.text is None) == (article.html is None):
        return Unreadable(where, "needs either text or html", id=str(article.id))
    return Input(where=where, **msgspec.structs.asdict(article))


def _reason(error: Exception) -> str:
    """An error without the file's name, which is said before it."""
    return getattr(error, "strerror", None) or str(error)
