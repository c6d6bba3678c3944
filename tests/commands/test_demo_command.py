"""`scrapy demo` on the fixtures: deals shown, nothing added the second time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newscrawl.settings import PROJECT


def demo(database: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "scrapy", "demo"]
    environment = os.environ | {"NEWSCRAWL_DATABASE": str(database)}
    return subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> list[subprocess.CompletedProcess[str]]:
    database = tmp_path_factory.mktemp("demo") / "demo.db"
    return [demo(database), demo(database)]


def test_shows_deals_and_how_to_browse(twice: list[subprocess.CompletedProcess[str]]) -> None:
    first = twice[0]
    assert (first.returncode, first.stderr) == (0, "")
    assert "make browse" in first.stdout
    assert "http://127.0.0.1:" in first.stdout
    assert "articles are new" in first.stdout


def test_second_run_adds_nothing(twice: list[subprocess.CompletedProcess[str]]) -> None:
    first, second = (run.stdout.splitlines() for run in twice)
    assert twice[1].returncode == 0
    assert "Nothing new" in second[-3]
    assert second[:-3] == first[:-3]
