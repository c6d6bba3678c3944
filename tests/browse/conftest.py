import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("datasette", reason="needs the extra 'browse'")

from stories import make_database

from newscrawl.database.browse import make_datasette


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_database(tmp_path_factory.mktemp("browse") / "news.db")


@pytest.fixture(scope="session")
def get(database: Path) -> Callable[..., Any]:
    """Asks Datasette for a page of the database."""
    datasette = make_datasette(database)
    return lambda path: asyncio.run(datasette.client.get(path))
