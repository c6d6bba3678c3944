"""What kind of page this is: article, live blog, stub before a paywall, index, consent wall or error page."""

import re
from collections.abc import Sequence
from functools import cache
from urllib.parse import urlsplit

from lxml.etree import XPath
from lxml.html import HtmlElement

from newscrawl.article.line_rules import FOLDER, compile_pattern
from newscrawl.article.metadata import Metadata
from newscrawl.article.model import Dropped, Line
from newscrawl.article.prose import is_prose
from newscrawl.tables import Table, read_table

LIVE_ADDRESS = re.compile(r"live-?(?:blog|ticker)|[/-]live-updates?\b|/live/", re.IGNORECASE)
CLOCK_START = re.compile(r"[0-2]?\d[:.][0-5]\d(?:\s?(?:uhr|[ap]\.?m\.?|[A-Z]{2,4}))?\b", re.IGNORECASE)
LITTLE = 700  # characters of prose: no more than an error page or a consent wall has
HARDLY_ANY = 400  # characters of text, litter included
PAYWALLS = XPath(
    "//*[contains(@class, 'paywall') or contains(@id, 'paywall') or contains(@class, 'Paywall')"
    " or contains(@class, 'regwall') or contains(@class, 'piano')]"
)
SHORT = 1500  # characters of prose: no more than a paywall shows
FEWEST_ENTRIES = 6  # lines of a live blog that begin with a time
FEWEST_TELLING = 2  # lines that must speak of consent
HEADLINE = 30  # characters of a link that may be a headline
FEWEST_LINKS = 10  # headlines on an index
STATED = ("json-ld", "meta")  # where only articles state a date of publication
PROSE_PER_LINK = 40  # characters; with less prose for each headline a page is about other pages


class Words(Table, frozen=True):
    """One pattern of a file ``kinds.toml``, with what tests try on it."""

    pattern: str
    examples: list[str]
    counterexamples: list[str]


class Kinds(Table, frozen=True):
    """A file ``kinds.toml``."""

    error: Words
    consent: Words
    stub: Words


@cache
def kinds(language: str | None) -> dict[str, re.Pattern[str]]:
    """The patterns of a language by the kind of page they tell; English ones for a language without a folder."""
    folder = FOLDER / (language or "en")
    table = read_table((folder if folder.is_dir() else FOLDER / "en") / "kinds.toml", Kinds)
    return {name: compile_pattern(getattr(table, name).pattern) for name in ("error", "consent", "stub")}


def page_kind(
    metadata: Metadata,
    kept: Sequence[Line],
    dropped: Sequence[Dropped],
    root: HtmlElement,
    language: str | None,
    url: str | None,
) -> tuple[str, str | None]:
    """The kind of a page and, if it is no article, why.

    Args:
        metadata: what the page says about itself.
        kept: its lines.
        dropped: what was taken out of them; a paywall's words stand there.
        root: the tree of the whole page.
        language: ISO 639-1 code; it chooses the patterns.
        url: its address, None if unknown.
    """
    words = kinds(language)
    prose = sum(len(line.text) for line in kept if is_prose(line))
    texts = [line.text for line in kept] + [line.line for line in dropped]
    if prose < LITTLE and any(words["error"].search(title) for title in metadata.titles):
        return "error", "an error page by its title"
    if sum(map(len, texts)) < HARDLY_ANY and any(words["error"].search(text) for text in texts):
        return "error", "an error page by its text"
    if prose < LITTLE and sum(bool(words["consent"].search(text)) for text in texts) >= FEWEST_TELLING:
        return "consent", "little text, and that about consent"
    if _is_live(metadata, kept, url):
        return "live", "a live blog"
    if _is_index(metadata, root, prose, url):
        return "index", "links to other stories, hardly a text"
    if not kept:
        return "error", "no text"
    if prose < SHORT and (not metadata.free or any(words["stub"].search(text) for text in (*texts, *paywalls(root)))):
        return "stub", "the beginning of an article behind a paywall"
    return "article", None


def paywalls(root: HtmlElement) -> list[str]:
    """What the boxes of a page say that call themselves a paywall; one around the whole article says nothing."""
    texts = (" ".join(str(box.text_content()).split()) for box in PAYWALLS(root))
    return [text for text in texts if len(text) < SHORT]


def _is_live(metadata: Metadata, kept: Sequence[Line], url: str | None) -> bool:
    """A live blog says so in its data, or in its address and by entries that begin with a time."""
    if "LiveBlogPosting" in metadata.story_type:
        return True
    entries = sum(bool(CLOCK_START.match(line.text)) for line in kept)
    return entries >= FEWEST_ENTRIES or (entries > 1 and LIVE_ADDRESS.search(url or "") is not None)


def headline_links(root: HtmlElement) -> int:
    """How many links of a page are as long as a headline: an index has many, a story few beside its prose."""
    return sum(len(" ".join(str(link.text_content()).split())) >= HEADLINE for link in root.iter("a"))


def _is_index(metadata: Metadata, root: HtmlElement, prose: int, url: str | None) -> bool:
    """A page of links to stories that nowhere calls itself one: an article taken for an index would be lost."""
    if metadata.story_type or metadata.og_type == "article" or metadata.origins.get("published") in STATED:
        return False
    links = headline_links(root)
    if url and urlsplit(url).path in ("", "/") and not urlsplit(url).query and links > 1:
        return True
    return links >= FEWEST_LINKS and prose < LITTLE and prose < PROSE_PER_LINK * links
