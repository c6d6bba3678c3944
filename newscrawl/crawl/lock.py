"""One run at a time for each database. The lock dies with the process, however that ends."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class LockedError(Exception):
    """Another run holds the database."""


@contextmanager
def lock(database: Path) -> Iterator[None]:
    """Hold the lock file beside a database.

    Raises:
        LockedError: another process holds it.
        OSError: the folder is missing or cannot be written.
    """
    with database.with_name(f"{database.name}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise LockedError from error
        yield
