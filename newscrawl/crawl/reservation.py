"""Whether a site reserves text and data mining of its pages: as it may say so, in words that machines read.

Four ways count, and it is enough that one of them says so:

- the file ``/.well-known/tdmrep.json`` (TDM Reservation Protocol, W3C Community Group, 2024): rules by path,
- the header ``tdm-reservation: 1`` of the same protocol,
- ``<meta name="tdm-reservation" content="1">`` in the page,
- ``noai`` or ``noml`` among the robots directives, in ``X-Robots-Tag`` or ``<meta name="robots">``, or there under our
  own name; under our name ``noindex`` and ``none`` count too.

``noimageai`` speaks of pictures, which are never fetched, and a general ``noindex`` of search engines: they do not
count. A ``tdm-policy`` alone reserves nothing. Imports no Scrapy, since workers ask it too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec
from lxml.html import HtmlElement
from protego import Protego

NAME = "newscrawl"
"""What robots directives call us."""

PATH = "/.well-known/tdmrep.json"
LARGEST = 1024 * 1024
"""Bytes of the file; a longer one is no set of rules."""
MOST_RULES = 1000

FILE, HEADER, META, ROBOTS = (f"reserved ({place})" for place in ("tdmrep.json", "tdm header", "tdm meta", "robots"))
"""The reasons that pages are left out for."""

FOR_ALL = frozenset(("noai", "noml"))
FOR_US = FOR_ALL | {"noindex", "none"}
WITH_VALUE = frozenset(("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview"))
"""Directives that have a colon of their own; before any other colon stands a robot's name."""


class FileRule(msgspec.Struct, frozen=True):
    """One member of ``tdmrep.json``; other keys are ignored."""

    location: str
    reservation: int | str = msgspec.field(name="tdm-reservation")


@dataclass(frozen=True, slots=True)
class Rule:
    """Which paths a rule speaks of, in the syntax of robots.txt, and whether it reserves them."""

    paths: Protego
    reserved: bool

    def fits(self, url: str) -> bool:
        return not self.paths.can_fetch(url, NAME)


def read_rules(body: bytes) -> tuple[Rule, ...]:
    """The rules of a ``tdmrep.json``; none if it is something else, as the protocol has it for errors."""
    try:
        members = msgspec.json.decode(body, type=list[msgspec.Raw]) if len(body) <= LARGEST else []
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return ()
    return tuple(_rules(members[:MOST_RULES]))


def _rules(members: Sequence[msgspec.Raw]) -> Iterator[Rule]:
    """A member that is broken says nothing; the others count."""
    for member in members:
        try:
            rule = msgspec.json.decode(member, type=FileRule)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            continue
        location = "".join(rule.location.splitlines())
        yield Rule(Protego.parse(f"User-agent: *\nDisallow: {location}"), is_one(rule.reservation))


def reserved_by_file(rules: Sequence[Rule], url: str) -> str | None:
    """The reason if the first rule that fits an address reserves it; None if it may be read as far as the file says."""
    first = next((rule for rule in rules if rule.fits(url)), None)
    return FILE if first and first.reserved else None


def reserved_by_headers(reservations: Iterable[str], robots: Iterable[str]) -> str | None:
    """The reason if an answer's headers ``tdm-reservation`` or ``X-Robots-Tag``, each given by line, reserve it."""
    if any(map(is_one, reservations)):
        return HEADER
    return (
        ROBOTS if any(_forbids(name, directive) for line in robots for name, directive in _directives(line)) else None
    )


def reserved_by_page(root: HtmlElement) -> str | None:
    """The reason if a page's own ``<meta>`` tags reserve it."""
    for meta in root.iter("meta"):
        name, content = (meta.get("name") or "").strip().lower(), meta.get("content") or ""
        if name == "tdm-reservation" and is_one(content):
            return META
        if name in ("robots", NAME) and any(_forbids(name, directive) for directive in _words(content)):
            return ROBOTS
    return None


def is_one(value: int | str) -> bool:
    return str(value).strip() == "1"


def _directives(line: str) -> Iterator[tuple[str, str]]:
    """The directives of an ``X-Robots-Tag`` line with the robot that each is meant for: "bot: noai, noindex"."""
    name = "robots"
    for part in _words(line):
        before, colon, after = part.partition(":")
        if colon and before.strip() not in WITH_VALUE:
            name, part = before.strip(), after.strip()
        yield name, part


def _words(line: str) -> list[str]:
    return [word.strip() for word in line.lower().split(",")]


def _forbids(name: str, directive: str) -> bool:
    """Whether a directive that is meant for a robot of this name concerns us."""
    return directive in {"robots": FOR_ALL, "*": FOR_ALL, NAME: FOR_US}.get(name, ())
