"""A real browser opens the pages, and no script of an article runs. Skipped where there is no Chromium."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-component-update",
    "--disable-background-networking", "--disable-sync", "--virtual-time-budget=2000", "--dump-dom",
)  # fmt: skip
SERVE = "import sys; from newscrawl.database.browse import *; serve(make_datasette(sys.argv[1]), int(sys.argv[2]))"


@pytest.fixture(scope="module")
def site(database: Path) -> Iterator[str]:
    """Serves the database for real and gives the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([sys.executable, "-c", SERVE, str(database), str(port)])
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


def wait_for(port: int) -> None:
    for _ in range(150):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nothing answers at port {port}")


@pytest.fixture(scope="module")
def look(site: str, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """Opens a page and gives the document as it stands after its scripts ran."""
    profile = tmp_path_factory.mktemp("profile")

    def document(path: str) -> str:
        command = [str(CHROMIUM), *FLAGS, f"--user-data-dir={profile}", site + path]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout

    return document


def test_first_page_is_the_list_of_deals(look) -> None:
    page = look("/")
    assert "<h1>Deals</h1>" in page
    assert "Pellumet Labs" in page
    assert "<title>owned</title>" not in page


def test_hostile_deal_stays_text(look, database) -> None:
    (uid,) = Database(database).execute("SELECT uid FROM deals WHERE amount = 5000000").fetchone()
    page = look(f"/deal/{uid}")
    assert "&lt;img src=x onerror=" in page
    assert "<title>owned</title>" not in page
    assert 'href="javascript:' not in page
