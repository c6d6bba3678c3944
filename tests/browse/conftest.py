import asyncio
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from stories import make_database

from newscrawl.database.browse import make_datasette
from tools.browser import CHROMIUM, DRIVER, chromium, served

if find_spec("datasette") is None:  # it comes with the extra "browse"
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_database(tmp_path_factory.mktemp("browse") / "news.db")


@pytest.fixture(scope="session")
def get_from() -> Callable[[Path, str], Any]:
    """Asks Datasette for a page of a database."""
    return lambda database, path: asyncio.run(make_datasette(database).client.get(path))


@pytest.fixture(scope="session")
def get(database: Path) -> Callable[..., Any]:
    """Asks Datasette for a page of the database."""
    datasette = make_datasette(database)
    return lambda path: asyncio.run(datasette.client.get(path))


@pytest.fixture(scope="session")
def site(database: Path) -> Iterator[str]:
    """Serves the database for real and gives the address."""
    with served(database) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A real Chromium, one for all tests."""
    if CHROMIUM is None or DRIVER is None:
        pytest.skip("needs Chromium and its driver (Debian: chromium, chromium-driver)")
    with chromium() as opened:
        yield opened
