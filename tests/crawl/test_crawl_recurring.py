"""Lines that recur on a site are learned while it is crawled, and then left out."""

from collections.abc import Callable, Mapping
from pathlib import Path

from crawling import crawl, rows, run_scrapy
from made_pages import ENGLISH, PAGE, feed

from newscrawl.demo.site import Answer, Server

BLURB = "The Harbour Wire and its forty friends of the sea"


def article(number: int) -> Answer:
    """A page whose story ends with the same line as all others of the site."""
    story = f"{ENGLISH.format(number=number)}</p><p>The mayor thanked guest number {number} and closed the meeting."
    markup = PAGE.format(language="en", charset="utf-8", title=f"Meeting number {number}", text=story)
    return Answer(markup.replace("</article>", f"<p>{BLURB}: with love</p></article>").encode())


def texts(database: Path) -> dict[str, str]:
    return dict(rows(database, "SELECT title, text FROM articles ORDER BY title"))


def test_learned_explained_and_stable(serve: Callable[[Mapping[str, Answer]], Server], tmp_path: Path) -> None:
    database = tmp_path / "news.db"
    pages = {f"/{number}": article(number) for number in range(1, 7)}
    server = serve(pages | {"/first.xml": feed("/1", "/2", "/3"), "/then.xml": feed("/4", "/5")})

    assert crawl(database, f"feed={server.url}/first.xml").returncode == 0
    assert all(BLURB in text for text in texts(database).values())
    assert crawl(database, f"feed={server.url}/then.xml").returncode == 0
    found = texts(database)
    assert [title for title, text in found.items() if BLURB in text] == [f"Meeting number {n}" for n in (1, 2, 3)]
    assert "thanked guest number 5" in found["Meeting number 5"]
    assert rows(database, "SELECT articles, max(pages) FROM hosts JOIN host_lines ON host = hosts.id") == [(5, 5)]

    # read again, what is stored stays as it is: no page has changed
    assert crawl(database, f"url={server.url}/1 {server.url}/5").returncode == 0
    assert rows(database, "SELECT count(*) FROM article_versions") == [(5,)]
    assert texts(database) == found

    settings = {"NEWSCRAWL_DATABASE": database, "NEWSCRAWL_ALLOW_PRIVATE_NETWORKS": True}
    explained = run_scrapy("extract", "--explain", f"{server.url}/6", **settings).stdout
    assert f"recurs on this host, 5 articles known; a crawl may leave it out: {BLURB}" in explained
