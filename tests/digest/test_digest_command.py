"""`scrapy digest` as cron runs it: what it prints, its exit status, and what happens when nobody can read it."""

import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

from diary import report

from newscrawl.settings import PROJECT

COMMAND = [sys.executable, "-m", "scrapy", "digest", "-a", "since=2026-11-01"]


def digest(path: Path, *options: str, **streams) -> subprocess.CompletedProcess[str]:
    """Runs the command; its output is caught unless a stream is given."""
    return subprocess.run(
        [*COMMAND, *options],
        cwd=PROJECT,
        env=os.environ | {"NEWSCRAWL_DATABASE": str(path)},
        text=True,
        timeout=120,
        check=False,
        **({"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams),
    )


def test_text_tells_new_deals_and_then_nothing(db, path: Path) -> None:
    report(db, "2026-11-10", "announced")
    first, again = digest(path), digest(path)
    assert first.stdout == (
        "1 new deal since 1 Nov 2026\n"
        "\nNew deals\n=========\n"
        "\nNorvik Systems GmbH → Tal Robotics\n"
        "  acquisition, announced · 450 m EUR · 10 Nov 2026\n"
        "  “Norvik Systems GmbH and Tal Robotics (acquisition) are announced for 450\n"
        "  million euros.”\n"
        "  https://2026-11-10.example/announced/Norvik-Systems-GmbH-Tal-Robotics\n"
    )
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")


def test_what_nobody_could_read_is_told_again(db, path: Path) -> None:
    report(db, "2026-11-10", "announced")
    reading, writing = os.pipe()
    os.close(reading)
    broken = digest(path, stdout=writing)
    os.close(writing)
    assert broken.returncode == 1
    assert "it will be told again" in broken.stderr
    with Path("/dev/full").open("w") as full:
        assert digest(path, stdout=full).returncode == 1
    assert "Norvik" in digest(path).stdout


def test_trial_remembers_nothing(db, path: Path) -> None:
    report(db, "2026-11-10", "announced")
    assert digest(path, "--dry-run").stdout == digest(path).stdout != ""


def test_page_of_html_keeps_markup_as_text(db, path: Path) -> None:
    report(db, "2026-11-10", "announced", "<script>alert(1)</script>\u202e", "<b>Tal</b>", url="javascript:alert(2)")
    page = digest(path, "--html").stdout
    parser = Tags()
    parser.feed(page)
    assert {"script", "b", "a"} & set(parser.tags) == set()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;\ufffd" in page


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)


def test_wrong_argument_is_one_line(path: Path) -> None:
    run = digest(path, "--type", "gift")
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1)
    assert "--type: 'gift' is unknown" in run.stderr


def test_missing_database_is_said(path: Path) -> None:
    run = digest(path)
    assert run.returncode == 1
    assert "there is no database yet" in run.stderr
