"""How far the reading of one WARC file has come, so that a run that is killed loses nothing and repeats little.

Pages are done in another order than they stand in the file. What is written down is the place of the first that is
not done: a later run begins there, and finds those behind it that were done already in the table of pages.
"""

import asyncio
from pathlib import Path

from sqlite_utils import Database

from newscrawl.crawl.history import now
from newscrawl.database.archives import archive_state, save_archive_state

STEP = 50
"""Pages after which the place is written down."""


class Progress:
    """The pages of a file that are under way, by their offset in it.

    Args:
        db: where the place is kept.
        path: the file.
        again: whether a file that was read to its end is begun anew.
    """

    def __init__(self, db: Database, path: Path, again: bool) -> None:
        self.db = db
        self.path = path
        self.problem: str | None = None
        self.under_way: set[int] = set()
        self.latest = 0
        self.ended = 0
        self.changed = asyncio.Event()
        facts, state = file_facts(path), archive_state(db, str(path))
        same = {name: state.get(name) for name in facts} == facts
        self.is_finished = bool(same and state["finished_at"] and not again)
        self.position = state["position"] if same and not state["finished_at"] else 0
        if not self.is_finished:
            self.save(**facts, finished_at=None, problem=None)

    def begin(self, offset: int) -> None:
        """A page is on its way."""
        self.under_way.add(offset)
        self.latest = offset

    def end(self, offset: int | None) -> None:
        """What became of a page is written down, whatever it was."""
        if offset not in self.under_way:
            return
        self.under_way.discard(offset)
        self.changed.set()
        self.ended += 1
        self.position = min(self.under_way, default=self.latest)
        if self.ended % STEP == 0:
            self.save()

    async def room(self, ahead: int) -> None:
        """Wait until fewer than ``ahead`` pages are under way."""
        while len(self.under_way) >= ahead:
            self.changed.clear()
            await self.changed.wait()

    def finish(self) -> None:
        """The file was read to its end, or as far as it can be read."""
        self.save(finished_at=now(), problem=self.problem)

    def save(self, **state: object) -> None:
        save_archive_state(self.db, str(self.path), position=self.position, **state)


def file_facts(path: Path) -> dict[str, int | float]:
    """By what a file is known to be the same as before."""
    about = path.stat()
    return {"size": about.st_size, "modified": about.st_mtime}
