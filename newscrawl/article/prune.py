"""Take out of a page's tree what is surely litter, before the main text is looked for."""

import re
from functools import cache, lru_cache
from pathlib import Path

from lxml.etree import XPath
from lxml.html import HtmlElement

from newscrawl.article.paragraphs import make_paragraphs
from newscrawl.tables import Table, read_table

FILE = Path(__file__).parent / "litter.toml"
# Elements that never hold a story, unless they hold most of the page.
NEVER = (
    "nav", "form", "button", "select", "object", "embed", "audio", "video", "dialog", "textarea", "label", "figure",
    "figcaption", "picture", "footer", "aside", "menu", "map",
)  # fmt: skip
WORDLESS = ("script", "style", "noscript", "template", "svg", "iframe", "canvas", "input")
LONG_TEXT = 80  # characters
MOST_OF_STORY = 0.3  # share of the page's prose: a form or footer around more of it is the page's own frame
FEWEST_BESIDE = 3  # paragraphs
KEPT = frozenset((
    "html", "head", "body", "main", "article", "h1", "p", "a", "b", "i", "em", "strong", "br", "tr", "td",
    "tbody", "table", "font",
))  # fmt: skip
NAMED = XPath(".//*[@class or @id]")
PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]++(?![a-z])|\d++")


class Rule(Table, frozen=True):
    """Names of one sort of litter. ``page``: the kind of page it was made for; examples are names that tests try.

    ``most``: share of the page's prose; elements that hold more, one or together, are the page's own frame.
    """

    name: str
    page: str
    phrases: list[str]
    examples: list[str]
    counterexamples: list[str]
    most: float = MOST_OF_STORY


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
def litter_name(names: str) -> int | None:
    """The number of the rule that a class or id attribute falls under; None for all others."""
    for name in names.split():
        match = _pattern().search(" ".join(PARTS.findall(name)).lower())
        if match:
            return int(str(match.lastgroup)[1:])
    return None


def prune(body: HtmlElement) -> None:
    """Remove litter from ``body``, in place. What follows an element is kept."""
    for element in list(body.iter(*WORDLESS)):
        element.drop_tree()
    make_paragraphs(body)
    keep_lead(body)
    _prune_elements(body)
    whole = max(1, _prose(body))
    for rule, elements in _named(body).items():
        most = rules()[rule].most * whole
        doomed = _outermost([element for element in elements if _prose(element) <= most])
        if sum(map(_prose, doomed)) <= most:
            for element in doomed:
                element.drop_tree()


def _outermost(elements: list[HtmlElement]) -> list[HtmlElement]:
    """Those of the elements, in the order of the page, that stand in no other of them."""
    inside = set(elements)
    return [element for element in elements if not any(outer in inside for outer in element.iterancestors())]


def _named(body: HtmlElement) -> dict[int, list[HtmlElement]]:
    """The elements that fall under each rule, by its number, in the order of the page."""
    found: dict[int, list[HtmlElement]] = {}
    for element in NAMED(body):
        if (rule := _litter(element)) is not None:
            found.setdefault(rule, []).append(element)
    return found


def _prune_elements(body: HtmlElement) -> None:
    """Remove navigation, footers, figures, forms and the like, unless the story stands in them."""
    whole = max(1, _prose(body))
    for element in list(body.iter(*NEVER)):
        if _prose(element) <= MOST_OF_STORY * whole:
            element.drop_tree()


def keep_lead(body: HtmlElement) -> None:
    """Take the name "teaser" from a paragraph that stands among the story's own: there it is the lead, in place."""
    for paragraph in body.iter("p"):
        if "teaser" in (paragraph.get("class") or "").lower() and _among_paragraphs(paragraph):
            paragraph.attrib.pop("class")


def _among_paragraphs(paragraph: HtmlElement) -> bool:
    """Whether a paragraph without links has several plain ones beside it."""
    parent = paragraph.getparent()
    if parent is None or parent.tag == "body" or paragraph.find(".//a") is not None:
        return False
    return sum(other.get("class") is None for other in parent.iter("p")) >= FEWEST_BESIDE


def _litter(element: HtmlElement) -> int | None:
    """The number of the rule that the names of an element fall under."""
    if element.tag in KEPT:
        return None
    return next((rule for key in ("class", "id") if (rule := litter_name(element.get(key) or "")) is not None), None)


def _prose(element: HtmlElement) -> int:
    """Characters in paragraphs of some length: what a story is made of."""
    return sum(length for p in element.iter("p") if (length := len(str(p.text_content()))) >= LONG_TEXT)
