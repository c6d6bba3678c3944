"""`scrapy sources` and `scrapy sources --check`."""

import subprocess
import sys
from pathlib import Path

from newscrawl.demo.site import Answer, serving
from newscrawl.settings import PROJECT
from newscrawl.sources import read_sources

ENTRY = (
    "<item><title>t</title><link>http://SITE_HOST/{path}</link><pubDate>Wed, 04 Mar 2026 05:06:07 GMT</pubDate></item>"
)


def sources(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "scrapy", "sources", *arguments]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=60)


def write_source(folder: Path, name: str, url: str, feed: str, minimum: int) -> None:
    text = (
        f'title = "T"\nlanguage = "en"\nhome = "{url}/"\ndocumented = "{url}"\nminimum = {minimum}\n'
        f'feeds = ["{url}/{feed}"]\n[articles]\npattern = "/a/[0-9]"\nexamples = []\ncounterexamples = []\n'
    )
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def test_list_names_all() -> None:
    listed = sources()
    assert listed.returncode == 0
    for name, source in read_sources().items():
        assert name in listed.stdout
        assert source.table.documented in listed.stdout


def test_unknown_name_and_bad_file_are_one_line(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("title = 1", encoding="utf-8")
    for finished in (sources("nosuch"), sources("-s", f"NEWSCRAWL_SOURCES={tmp_path}")):
        assert finished.returncode == 2
        assert len(finished.stderr.splitlines()) == 1
    assert "bad.toml" in finished.stderr


def test_check_says_what_is_found_and_what_is_wrong(tmp_path: Path) -> None:
    items = "".join(ENTRY.format(path=path) for path in ("a/1", "a/2", "tag/x"))
    feed = Answer(f"<rss><channel>{items}</channel></rss>".encode(), "application/rss+xml")
    with serving({"/feed": feed}) as server:
        for name, path, minimum in (("good", "feed", 2), ("few", "feed", 5), ("gone", "nothing", 1)):
            write_source(tmp_path, name, server.url, path, minimum)
        settings = (
            "-s",
            f"NEWSCRAWL_SOURCES={tmp_path}",
            "-s",
            "NEWSCRAWL_ALLOW_PRIVATE_NETWORKS=1",
            "-s",
            "DOWNLOAD_DELAY=0",
        )
        good, wrong = sources("--check", "good", *settings), sources("--check", "good", "few", "gone", *settings)
    assert good.returncode == 0
    assert "3 entries, 2 articles, newest of 2026-03-04" in good.stdout
    assert wrong.returncode == 1
    assert "2 articles, expected are at least 5" in wrong.stdout
    assert f"no article by its pattern: {server.url}/tag/x" in wrong.stdout
    assert f"{server.url}/nothing: the server answered 404" in wrong.stdout
