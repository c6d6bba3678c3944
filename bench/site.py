"""Sites of any size made from the fixtures: each page another mixture of their paragraphs, as large as real ones.

A few pages tell of the same companies, the next ones of others, as news do: if all told the few deals of the fixtures,
one deal would have thousands of reports, and linking them would be measured instead of the crawl.
"""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from random import Random
from threading import Thread

from bench.made_up_world import made_up_word
from newscrawl.demo.run import SITES, sites
from newscrawl.demo.site import Answer, Server, read_site

HEADLINE = re.compile(rb'<title>|<h1[^>]*+>|"headline":\s*+"|"og:title" content="|"twitter:title" content="')
"""Where a page says its headline."""

PARAGRAPH = re.compile(rb"(?<=<p>)[^<>]{80,}+(?=</p>)")
"""Paragraphs without markup inside, which can stand in any page."""

LANGUAGES = (b"en", b"de")
"""Languages with dozens of paragraphs to mix; in another one the pages would be copies of each other."""

COMPANY = re.compile(r"[A-Z][A-Za-z0-9]{3,}")
"""The first word of a company's name, if other pages can have another one in its place."""

TELLINGS = 3
"""Pages that tell of the same companies."""

FEWEST = 4
"""Paragraphs that a page must have to be another page when they are exchanged."""


@dataclass(frozen=True)
class Original:
    """A page of the fixtures under its path."""

    path: str
    body: bytes

    @property
    def language(self) -> bytes:
        found = re.search(rb'<html[^>]*\blang="(\w\w)', self.body)
        return found[1] if found else b""


@cache
def originals() -> tuple[Original, ...]:
    """The English and German articles that are UTF-8, so that paragraphs can be taken from one to another."""
    found = (
        Original(path, answer.body)
        for site in sites()
        for path, answer in read_site(site).items()
        if path.count("/") > 2
    )
    return tuple(page for page in found if is_utf8(page.body) and page.language in LANGUAGES and is_mixed(page))


def is_mixed(page: Original) -> bool:
    return len(PARAGRAPH.findall(page.body)) >= FEWEST


def is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


@cache
def paragraphs(language: bytes) -> tuple[bytes, ...]:
    return tuple(text for page in originals() if page.language == language for text in PARAGRAPH.findall(page.body))


class Site(Mapping[str, Answer]):
    """A feed and its pages, made when they are asked for; the same each time.

    Args:
        numbers: of the pages; a page looks the same in every site that has its number.
        kilobytes: of menus, teasers and scripts around each article.
    """

    def __init__(self, numbers: range, kilobytes: int = 0) -> None:
        self.paths = {path_of(number): number for number in numbers}
        self.around = furniture(kilobytes)

    def __getitem__(self, path: str) -> Answer:
        if path == "/feed.xml":
            return feed(list(self.paths))
        page = made_page(self.paths[path])
        return Answer(page.replace(b"</body>", self.around + b"</body>"))

    def __iter__(self) -> Iterator[str]:
        yield from ("/feed.xml", *self.paths)

    def __len__(self) -> int:
        return 1 + len(self.paths)


def original_of(number: int) -> Original:
    return originals()[number % len(originals())]


def path_of(number: int) -> str:
    return f"/{number}{original_of(number).path}"


def made_page(number: int) -> bytes:
    """A page of the fixtures with its own address and headline, and paragraphs from others in its language."""
    original, chance = original_of(number), Random(number)
    own = original.body.replace(original.path.encode(), path_of(number).encode())
    own = HEADLINE.sub(rb"\g<0>Report %d: " % number, own)
    mixed = PARAGRAPH.sub(lambda _: chance.choice(paragraphs(original.language)), own)
    return companies().sub(lambda name: renamed(name[0], number // TELLINGS), mixed)


@cache
def companies() -> re.Pattern[bytes]:
    """The first words of all companies that have a part in a deal of the fixtures."""
    told = (json.loads(path.read_bytes()) for path in SITES.glob("*/pages/*/deals.json"))
    names = {party["name"].split()[0] for deals in told for deal in deals for party in deal["parties"]}
    return re.compile(rb"\b(?:%s)" % b"|".join(sorted(name.encode() for name in names if COMPANY.fullmatch(name))))


def renamed(name: bytes, story: int) -> bytes:
    """Another word for a company; the same one throughout a story."""
    return made_up_word(Random(f"{name.decode()} {story}")).encode()


def feed(paths: list[str]) -> Answer:
    items = "".join(f"<item><link>http://SITE_HOST{path}</link></item>" for path in paths)
    return Answer(f"<rss><channel>{items}</channel></rss>".encode(), "application/rss+xml")


@contextmanager
def serving_hosts(pages: int, kilobytes: int, hosts: int) -> Iterator[list[str]]:
    """Serve pages from so many hosts (127.0.0.1, 127.0.0.2 …) while the block runs; gives their feeds' addresses."""
    with ExitStack() as stack:
        yield [stack.enter_context(serving(host, pages, kilobytes, hosts)) for host in range(hosts)]


@contextmanager
def serving(host: int, pages: int, kilobytes: int, hosts: int) -> Iterator[str]:
    with Server(Site(range(host, pages, hosts), kilobytes), host=f"127.0.0.{host + 1}") as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"{server.url}/feed.xml"
        finally:
            server.shutdown()
            thread.join()


@cache
def furniture(kilobytes: int) -> bytes:
    """What most of a news page consists of: a third each of scripts, menus and teasers, without an article's text."""
    third = kilobytes * 1000 // 3
    menu = '<li class="menu-item"><a href="/department/{0}/" data-track="menu-{0}">Department {0}</a></li>\n'
    teaser = (
        '<div class="card"><a href="/teaser/{0}"><picture><source srcset="/i/{0}.webp"><img src="/i/{0}.jpg" alt="">'
        '</picture><h3 class="card-title">Teaser number {0}</h3></a>'
        '<span class="card-time">{0} minutes ago</span></div>\n'
    )
    parts = (
        ("<script>var settings = [", "{{id: {0}, slot: 'top-{0}', sizes: [300, 250]}},\n", "];</script>"),
        ("<nav><ul>", menu, "</ul></nav>"),
        ('<aside class="related">', teaser, "</aside>"),
    )
    return "".join(
        begin + "".join(piece.format(n) for n in range(third // len(piece))) + end for begin, piece, end in parts
    ).encode()
