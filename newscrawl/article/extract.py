"""From a page to its article, the whole story in one function."""

from collections.abc import Mapping
from copy import deepcopy

from lxml.html import HtmlElement

from newscrawl.article.body import find_lines, mark_breaks, mark_links
from newscrawl.article.captions import drop_captions
from newscrawl.article.decode import parse
from newscrawl.article.kind import page_kind
from newscrawl.article.language import detect_language
from newscrawl.article.limits import cut_text, trim
from newscrawl.article.lines import NO_LINES, filter_lines
from newscrawl.article.metadata import Metadata, read_metadata
from newscrawl.article.model import Article, Dropped, Given, Line
from newscrawl.article.pieces import join_pieces
from newscrawl.article.prune import prune
from newscrawl.article.stated import rescue

NOTHING = Given()


def extract_article(
    page: str | bytes | HtmlElement,
    url: str | None = None,
    *,
    given: Given = NOTHING,
    fetched: str | None = None,
    recurring: Mapping[int, int] = NO_LINES,
) -> Article:
    """Read a news page.

    Args:
        page: the page's markup, its bytes as fetched, or its tree, which is left as it is.
        url: the page's address, to complete relative ones and to name the site.
        given: what is known already; it is believed.
        fetched: ISO 8601, when the page was fetched; later dates on the page are not believed.
        recurring: on how many other pages of the same host a line stands, by its ``digest``; such lines are dropped.

    Returns:
        The article. A page without one is an article too: its ``kind`` and ``reason`` say what it is.
    """
    root = page if isinstance(page, HtmlElement) else parse(page)
    if root is None:
        return Article(url=url, kind="error", reason="no markup")
    metadata = read_metadata(root, url, fetched)
    lines = rescue(main_lines(root), metadata.body)
    language, language_origin = _language(given, metadata, lines)
    lines, late = cut_text(lines)
    kept, dropped = filter_lines(lines, language, metadata, recurring)
    kind, reason = page_kind(metadata, kept, dropped, root, language, url)
    return Article(
        url=url,
        canonical_url=metadata.canonical_url,
        site=metadata.site,
        title=given.title or metadata.title,
        authors=metadata.authors,
        language=language,
        published=given.published or metadata.published,
        modified=metadata.modified,
        kind=kind,
        reason=reason,
        text="\n".join(line.text for line in kept),
        origins=_origins(given, metadata, language_origin),
        dropped=(*dropped, *late),
    )


def main_lines(root: HtmlElement) -> list[Line]:
    """The lines of the page's main text, litter among them."""
    copy = deepcopy(root)
    body = copy.find("body")
    if body is None:
        return []
    for head in copy.findall("head"):  # trafilatura would take a stated text there for one paragraph
        copy.remove(head)
    elements = trim(body)
    prune(body)
    drop_captions(body)
    join_pieces(body)
    mark_breaks(body)
    mark_links(body)
    del elements  # held until here, for speed
    return find_lines(copy)


def clean_text(text: str, language: str | None, title: str | None = None) -> tuple[str, tuple[Dropped, ...]]:
    """Drop the lines of a bare text that are no part of its article.

    Args:
        text: paragraphs parted by newlines.
        language: ISO 639-1 code; it chooses the patterns. None: only those for every language.
        title: the headline; it stays where the text has it.

    Returns:
        The text that is left, its lines unchanged, and what was dropped.
    """
    lines = [Line(line) for line in text.split("\n")]
    kept, dropped = filter_lines(lines, language)
    return "\n".join(line.text for line in kept).rstrip(), tuple(dropped)


def _language(given: Given, metadata: Metadata, lines: list[Line]) -> tuple[str | None, str | None]:
    """The language and where it came from: given, the text itself, the page's declaration."""
    if given.language:
        return given.language, "given"
    if found := detect_language("\n".join(line.text for line in lines)):
        return found, "text"
    return metadata.language, "html lang" if metadata.language else None


def _origins(given: Given, metadata: Metadata, language_origin: str | None) -> dict[str, str]:
    origins = {key: value for key, value in metadata.origins.items() if key != "language"}
    origins.update({key: "given" for key in ("title", "published") if getattr(given, key)})
    return origins | ({"language": language_origin} if language_origin else {})
