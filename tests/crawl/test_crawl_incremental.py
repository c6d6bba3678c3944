"""What a second run asks the server: only what it does not know, and that conditionally."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from changing import Asked, ChangingServer, changing
from crawling import crawl, rows
from made_pages import page

from newscrawl.demo.site import Answer


def sitemap(**changed: str) -> Answer:
    """A sitemap that tells when its pages changed."""
    urls = (f"<url><loc>http://SITE_HOST/{p[1:]}</loc><lastmod>{day}</lastmod></url>" for p, day in changed.items())
    return Answer(f"<urlset>{''.join(urls)}</urlset>".encode(), "application/xml")


INDEX = Answer(
    b"<sitemapindex><sitemap><loc>http://SITE_HOST/map.xml</loc></sitemap></sitemapindex>", "application/xml"
)
ONCE = {f"_{number}": "2026-03-04" for number in range(1, 6)}


@pytest.fixture
def server() -> Iterator[ChangingServer]:
    answers = {"/index.xml": INDEX, "/map.xml": sitemap(**ONCE), **{f"/{n}": page(n) for n in range(1, 6)}}
    with changing(answers) as server:
        yield server


@pytest.fixture
def run(server: ChangingServer, tmp_path: Path):
    """Crawls, must succeed in silence, and gives what the server was asked."""

    def run_once(*arguments: str) -> list[Asked]:
        mark = len(server.asked)
        finished = crawl(tmp_path / "news.db", *(arguments or (f"sitemap={server.url}/index.xml",)))
        assert (finished.returncode, finished.stderr) == (0, "")
        return server.asked_since(mark)

    return run_once


def test_unchanged_site_is_asked_for_its_feeds_only(run) -> None:
    first = run()
    assert sorted(asked.path for asked in first) == ["/1", "/2", "/3", "/4", "/5", "/index.xml", "/map.xml"]
    assert not any(asked.conditional for asked in first)
    assert run() == [Asked("/index.xml", True, 304), Asked("/map.xml", True, 304)]


def test_changed_and_new_pages_alone_are_fetched(run, server: ChangingServer, tmp_path: Path) -> None:
    run()
    # 1 says that it has changed and has, 2 only says so, 3 has and does not say so, 6 is new
    server.answers |= {"/1": page(1, "Something else happened, number {number}. " * 9), "/3": page(33), "/6": page(6)}
    server.answers["/map.xml"] = sitemap(**ONCE | {"_1": "2026-03-05", "_2": "2026-03-05", "_6": "2026-03-05"})
    second = run()
    assert set(second) == {
        Asked("/index.xml", True, 304),
        Asked("/map.xml", True, 200),
        Asked("/1", True, 200),
        Asked("/2", True, 304),
        Asked("/6", False, 200),
    }
    database = tmp_path / "news.db"
    assert rows(database, "SELECT count(*), count(DISTINCT article) FROM article_versions") == [(7, 6)]
    assert rows(database, "SELECT text LIKE 'Something else%' FROM articles WHERE url LIKE '%/1'") == [(1,)]
    assert [asked.status for asked in run()] == [304, 304]


def test_page_named_by_hand_is_asked_conditionally(run, server: ChangingServer) -> None:
    run()
    assert run(f"url={server.url}/4") == [Asked("/4", True, 304)]


def test_pages_over_the_limit_wait_for_the_next_run(run, server: ChangingServer, tmp_path: Path) -> None:
    assert len(run(f"sitemap={server.url}/index.xml", "limit=2")) == 2 + 2
    assert rows(tmp_path / "news.db", "SELECT state, count(*) FROM pages GROUP BY 1") == [("done", 2), ("pending", 3)]
    assert sorted(asked.path for asked in run()) == ["/3", "/4", "/5", "/index.xml", "/map.xml"]


def test_new_pattern_sees_the_whole_feed_again(server: ChangingServer, tmp_path: Path) -> None:
    own, database = tmp_path / "sources", tmp_path / "news.db"
    own.mkdir()
    asked = []
    for pattern in ("/[12]", "/[12]", "/[1-4]"):
        (own / "test.toml").write_text(
            f'title = "T"\nlanguage = "en"\nhome = "{server.url}/"\ndocumented = "{server.url}"\nminimum = 2\n'
            f'sitemaps = ["{server.url}/map.xml"]\n'
            f'[articles]\npattern = "{pattern}"\nexamples = []\ncounterexamples = []\n',
            encoding="utf-8",
        )
        mark = len(server.asked)
        assert crawl(database, "source=test", NEWSCRAWL_SOURCES=own).returncode == 0
        asked.append(sorted((a.path, a.status) for a in server.asked_since(mark)))
    assert asked[1] == [("/map.xml", 304)]
    assert asked[2] == [("/3", 200), ("/4", 200), ("/map.xml", 200)]
    assert rows(database, "SELECT name, problem FROM sources") == [("test", None)]
