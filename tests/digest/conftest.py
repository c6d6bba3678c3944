from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from newscrawl.database import open_database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    database = open_database(path)
    yield database
    database.close()
