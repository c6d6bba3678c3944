"""The gold data: which sets there are, which articles of them are open, and what `scrapy extract` is given of each."""

import gzip
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.passages import passage_rows

Row = dict[str, Any]

DEALS = ("en-dev", "de-dev", "de-smartdata-dev")
"""Sets of articles with their deals, read from the gold text."""

PASSAGES = {"en passages": "en", "de passages": "de"}
"""Sets of the project's own passages, and their languages; those held back stand for the closed side."""

TEXTS = ("articles", "en-dev", "de-dev")
"""Sets with pages, whose article text is measured."""

REUTERS = "reuters"
KNOWN = ("url", "language", "published", "title")
"""What is given along with an article's text."""


@dataclass(frozen=True)
class Gold:
    """The gold folder, and which third of it is looked at: the open two or the closed one."""

    folder: Path
    closed: bool = False

    def rows(self, name: str) -> list[Row]:
        """The articles of a set on this side of the line."""
        if name in PASSAGES:
            return passage_rows(PASSAGES[name], held_back=self.closed)
        with (self.folder / "gold" / f"{name}.jsonl").open(encoding="utf-8") as lines:
            return [row for row in map(json.loads, filter(str.strip, lines)) if self.has(str(row["id"]))]

    def has(self, id: str) -> bool:
        return is_closed(id) == self.closed

    def page(self, row: Row) -> bytes:
        return gzip.decompress((self.folder / "gold" / row["page"]).read_bytes())

    def stories(self) -> Iterator[tuple[str, str]]:
        """Id and text of the Reuters stories."""
        for path in sorted((self.folder / "gold" / REUTERS / "docs").iterdir()):
            if self.has(path.stem):
                yield path.stem, path.read_text(encoding="utf-8", errors="replace")


def gold_folder() -> Path | None:
    """The folder that NEWSCRAWL_GOLD names, if there is one."""
    name = os.environ.get("NEWSCRAWL_GOLD")
    return Path(name) if name and (Path(name) / "gold").is_dir() else None


def is_closed(id: str) -> bool:
    """Whether an article belongs to the third that nobody looks into: always the same ones."""
    return int(hashlib.sha1(id.encode()).hexdigest(), 16) % 3 == 0


def text_inputs(rows: Iterable[Row]) -> Iterator[Row]:
    """For the deals: the gold text, with what is known of the article."""
    for row in rows:
        yield {"id": row["id"], "text": row["text"]} | {key: row[key] for key in KNOWN if row.get(key)}


def page_inputs(gold: Gold, rows: Iterable[Row]) -> Iterator[Row]:
    """For the texts: the page and its address, nothing else."""
    for row in rows:
        if row.get("page"):
            yield {"id": row["id"], "html": decoded(gold.page(row)), "url": row.get("url")}


def story_inputs(gold: Gold) -> Iterator[Row]:
    for id, text in gold.stories():
        yield {"id": id, "text": text, "language": "en"}


def decoded(page: bytes) -> str:
    """A page as JSON can carry it: UTF-8 as nearly all gold pages are, otherwise the Western default."""
    try:
        return page.decode("utf-8")
    except UnicodeDecodeError:
        return page.decode("cp1252", errors="replace")
