"""Take out of a page's tree what is surely litter, before the main text is looked for."""

import re
from functools import cache, lru_cache
from pathlib import Path

from lxml.html import HtmlElement

from newscrawl.tables import Table, read_table

FILE = Path(__file__).parent / "litter.toml"
# Elements that never hold a story. Scripts last: their data was read before.
NEVER = frozenset((
    "script", "style", "noscript", "template", "svg", "nav", "form", "button", "select", "iframe", "object", "embed",
    "audio", "video", "canvas", "dialog", "input", "textarea", "label", "figure", "figcaption", "picture", "footer",
    "aside", "menu", "map",
))  # fmt: skip
KEPT = frozenset((
    "html", "head", "body", "main", "article", "h1", "p", "a", "b", "i", "em", "strong", "span", "br", "tr", "td",
    "tbody", "table", "font",
))  # fmt: skip
LARGEST_SHARE = 0.3  # an element with more of the page's paragraphs than this is no litter, whatever it is called
PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]++(?![a-z])|\d++")


class Rule(Table, frozen=True):
    """Names of one sort of litter. ``page``: the kind of page it was made for; examples are names tests try."""

    name: str
    page: str
    phrases: list[str]
    examples: list[str]
    counterexamples: list[str]


class Litter(Table, frozen=True):
    """The file ``litter.toml``."""

    rule: list[Rule]


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of ``litter.toml``, read once."""
    return tuple(read_table(FILE, Litter).rule)


@cache
def _pattern() -> re.Pattern[str]:
    """One pattern for all phrases over names whose parts are parted by single blanks."""
    groups = (
        f"(?P<r{number}>{'|'.join(re.escape(phrase) for phrase in rule.phrases)})"
        for number, rule in enumerate(rules())
    )
    return re.compile(rf"(?<![^ ])(?:{'|'.join(groups)})(?![^ ])")


@lru_cache(maxsize=20_000)
def litter_name(names: str) -> str | None:
    """The rule that a class or id attribute falls under; None for all others."""
    for name in names.split():
        match = _pattern().search(" ".join(PARTS.findall(name)).lower())
        if match:
            return rules()[int(str(match.lastgroup)[1:])].name
    return None


def prune(body: HtmlElement) -> None:
    """Remove litter from ``body``, in place. What follows an element is kept."""
    doomed = [element for element in body.iter("*") if _is_litter(element)]
    most = LARGEST_SHARE * max(1, _prose(body))
    for element in doomed:
        if element.tag in ("script", "style") or _prose(element) <= most:
            element.drop_tree()


def _is_litter(element: HtmlElement) -> bool:
    tag = element.tag
    if tag in NEVER:
        return True
    if tag in KEPT:
        return False
    return any(litter_name(value) is not None for key in ("class", "id") if (value := element.get(key)))


def _prose(element: HtmlElement) -> int:
    """Characters inside paragraphs of some length: what a story is made of."""
    lengths = (len(str(p.text_content())) for p in element.iter("p"))
    return sum(length for length in lengths if length > 80)
