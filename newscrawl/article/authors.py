"""Who wrote an article: from JSON-LD, meta elements, or the printed byline."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from newscrawl.article.head import Head, in_side_matter, text_of, unescaped

AUTHOR_META = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "sailthru.author",
    "parsely-author",
    "byl",
)
NAME_SEPARATORS = re.compile(r"\s*(?:,|;|\||&|\band\b|\bund\b)\s*")
BYLINE_START = re.compile(r"(?:by|von|author|autor(?:in)?)[:\s]\s*", re.IGNORECASE)
AUTHOR_LABEL = re.compile(r"\b(?:author|byline|autor)(?![\w-]*(?:bio|box|image|avatar|info|list))", re.IGNORECASE)
PERSON = re.compile(
    r"[^\W\d_][\w.’'-]*+(?: [\w.’'-]++){1,3}+(?:(?:,| and| und| &) [^\W\d_][\w.’'-]*+(?: [\w.’'-]++){1,3}+){0,4}+"
)
BYLINE = re.compile(r"(?:^|, |\d |\| ?|[–—-] )(?:[Bb]y|BY|[Vv]on|VON)[: ] ?([^\W\d_][^|]{2,60})$")
LONGEST_BYLINE = 80  # characters


def authors_of(root: HtmlElement, head: Head, story: dict[str, object]) -> tuple[tuple[str, ...], str]:
    if names := _names(_author_names(story.get("author"))):
        return names, "json-ld"
    if names := _names(head.meta[key] for key in AUTHOR_META if key in head.meta):
        return names, "meta"
    return _names(_printed_bylines(root)), "text"


def _printed_bylines(root: HtmlElement) -> Iterator[str]:
    """The names of the first byline: elements named so, or a short text that ends in "by Jo Berg"."""
    found_in = None
    for element in root.iter("a", "span", "p", "div", "address", "li", "em", "strong", "b", "i", "small"):
        if len(element) > 4 or any(len(child) for child in element):
            continue
        if found_in is not None and element.getparent() is not found_in:
            return
        name = _byline_name(element)
        if name and not in_side_matter(element):
            found_in = element.getparent()
            yield name


def _byline_name(element: HtmlElement) -> str | None:
    """The name in an element that is a byline."""
    text = text_of(element)
    if not 3 <= len(text) <= LONGEST_BYLINE:
        return None
    label = f"{element.get('rel') or ''} {element.get('itemprop') or ''} {element.get('class') or ''}"
    match = BYLINE.search(text)
    name = match[1] if match else text if AUTHOR_LABEL.search(label) else ""
    return name if PERSON.fullmatch(name) and name[0].isupper() and name.split()[-1][0].isupper() else None


def _author_names(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for child in node[:20]:
            yield from _author_names(child)
    elif isinstance(node, dict):
        yield from _author_names(node.get("name"))


def _names(printed: Iterator[str]) -> tuple[str, ...]:
    """Single names out of what was printed; addresses and whole sentences are no names."""
    names = (part for text in printed for part in NAME_SEPARATORS.split(BYLINE_START.sub("", unescaped(text), count=1)))
    return tuple(dict.fromkeys(name for name in names if 1 < len(name) < 60 and "/" not in name and "@" not in name))
