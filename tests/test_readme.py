"""The README is true: its commands and its Python run, it shows the deal that comes out, its links lead somewhere.

Addresses of the world are replaced by a server on loopback: the shipped sources are overruled by files of the same
names.
"""

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from newscrawl.demo.site import Answer, serving
from newscrawl.settings import PROJECT
from newscrawl.sources import read_sources

README = (PROJECT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"(?:^    .+\n)+", README, re.MULTILINE)
LINES = [re.split(r"\s{3,}", line.strip())[0] for block in BLOCKS for line in block.splitlines()]
SCRAPY = [line for line in LINES if line.startswith(".venv/bin/scrapy")]
MAKE = [line for line in LINES if line.startswith("make ")]
CRON = [line for line in LINES if re.match(r"(?:[\d*/,-]+ ){5}", line)]
FENCED = dict(re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL))
LINKS = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]

NEED_A_DATABASE = ("digest", "backup", "relink", "export", "publish")
"""Commands that work on what a crawl has stored before."""

PAGE = Answer(
    b'<html lang="en"><head><title>Story</title>'
    b'<meta property="article:published_time" content="2026-03-04"></head><body>'
    b"<article><h1>Story</h1><p>Norvik has agreed to buy Tal Systems Inc. for $1.2 billion, "
    b"the companies said on Tuesday. "
    b"The deal is expected to close in June. Both boards have approved it after long talks.</p></article></body></html>"
)
FEED = Answer(
    b'<rss version="2.0"><channel><title>x</title><item><link>http://SITE_HOST/story</link></item></channel></rss>',
    "application/rss+xml",
)
SOURCE = """title = "Made up"
language = "en"
home = "{url}/"
documented = "{url}/"
feeds = ["{url}/feed.xml"]
minimum = 1

[articles]
pattern = '/story'
examples = ["{url}/story"]
counterexamples = ["{url}/"]
"""


@pytest.fixture
def world(tmp_path: Path) -> Callable[[str], subprocess.CompletedProcess[str]]:
    """Runs a shell command of the README in a world where every source is on loopback."""

    def run(command: str) -> subprocess.CompletedProcess[str]:
        with serving({"/feed.xml": FEED, "/story": PAGE}) as server:
            folder = tmp_path / "sources"
            folder.mkdir(exist_ok=True)
            for name in read_sources():
                (folder / f"{name}.toml").write_text(SOURCE.format(url=server.url), encoding="utf-8")
            scrapy = f"{shlex.quote(sys.executable)} -m scrapy"
            local = command.replace(".venv/bin/scrapy", scrapy).replace("https://example.org", server.url)
            local = re.sub(r"(deals\.csv|public\.db)", shlex.quote(str(tmp_path)) + r"/\1", local)
            local = local.replace("/backup/", f"{shlex.quote(str(tmp_path))}/")
            if any(f"scrapy {name}" in command for name in NEED_A_DATABASE):
                local = f"{scrapy} crawl news -a url={server.url}/story && {local}"
            return subprocess.run(
                local,
                shell=True,
                cwd=PROJECT,
                env=bare_environment(tmp_path),
                capture_output=True,
                text=True,
                timeout=180,
            )

    return run


def bare_environment(folder: Path) -> Mapping[str, str]:
    """What cron gives a job, and the settings that keep it on this machine."""
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": str(folder),
        "NEWSCRAWL_DATABASE": str(folder / "readme.db"),
        "NEWSCRAWL_SOURCES": str(folder / "sources"),
        "NEWSCRAWL_ALLOW_PRIVATE_NETWORKS": "True",
    }


@pytest.mark.parametrize("command", SCRAPY)
def test_scrapy_command(command: str, world: Callable[[str], subprocess.CompletedProcess[str]]) -> None:
    run = world(command)
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("line", CRON)
def test_cron_line_tells_news_and_is_silent_otherwise(
    line: str, world: Callable[[str], subprocess.CompletedProcess[str]]
) -> None:
    command = line.split(maxsplit=5)[5].replace("/home/me/newscrawl", shlex.quote(str(PROJECT)))
    run = world(command)
    assert (run.returncode, run.stderr) == (0, "")
    assert ("Tal Systems Inc." in run.stdout) if "digest" in command else run.stdout == ""


@pytest.mark.parametrize("command", [*MAKE, "make check"])
def test_make_target_exists(command: str) -> None:
    subprocess.run([*command.split(), "--dry-run"], cwd=PROJECT, check=True, capture_output=True)


def test_python_runs(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(FENCED["python"], "README.md", "exec"), {})
    assert capsys.readouterr().out.startswith("acquisition announced [('acquirer', 'Norvik')")


def test_deal_shown_is_the_deal_found(world: Callable[[str], subprocess.CompletedProcess[str]]) -> None:
    command = next(command for command in SCRAPY if "extract" in command and "--explain" not in command)
    found = json.loads(world(command).stdout)["deals"][0]
    shown = json.loads(FENCED["json"])
    shown.pop("evidence")  # shortened
    for key, value in shown.items():
        if key == "parties":
            assert [{"name": p["name"], "role": p["role"]} for p in found[key]] == value
        elif key == "quotes":
            assert {field: found[key][field] for field in value} == value
        else:
            assert found[key] == value


@pytest.mark.parametrize("link", LINKS)
def test_link_leads_to_a_file(link: str) -> None:
    assert (PROJECT / link).exists()
