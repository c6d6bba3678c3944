import asyncio
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from stories import make_database

from newscrawl.database.browse import make_datasette

if find_spec("datasette") is None:  # it comes with the extra "browse"
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_database(tmp_path_factory.mktemp("browse") / "news.db")


@pytest.fixture(scope="session")
def get(database: Path) -> Callable[..., Any]:
    """Asks Datasette for a page of the database."""
    datasette = make_datasette(database)
    return lambda path: asyncio.run(datasette.client.get(path))
