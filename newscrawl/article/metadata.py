"""What a page says about itself: title, authors, date, site, address. Read in one walk, no second parse."""

import re
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from newscrawl.article.authors import authors_of
from newscrawl.article.head import Found, Head, gather, said, story_of, text_of, types_of, unescaped
from newscrawl.article.published import modified, published

TITLE_SEPARATORS = re.compile(r"\s+[|–—:·»«•-]{1,2}\s+")
SHORTEST_TITLE = 15  # characters


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields of ``Article`` that the page states, with ``origins``; ``titles`` are all headlines it gives."""

    canonical_url: str | None = None
    site: str | None = None
    title: str | None = None
    titles: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    language: str | None = None
    published: str | None = None
    modified: str | None = None
    story_type: str = ""
    og_type: str = ""
    free: bool = True
    body: str = ""
    origins: dict[str, str] = field(default_factory=dict)


def read_metadata(root: HtmlElement, url: str | None, fetched: str | None) -> Metadata:
    """Read what ``root`` says about itself.

    Args:
        root: the tree of the whole page, untouched.
        url: the address of the page, to complete relative addresses.
        fetched: ISO 8601; dates after it are not believed. None: no limit.
    """
    head = gather(root)
    story = story_of(head.stories)
    site = _site(head, story, url)
    title, titles = _title(head, story, site[0] if site else None)
    found: dict[str, Found] = {
        "canonical_url": _canonical_url(head, url),
        "site": site,
        "title": title,
        "language": (head.language, "html lang") if head.language else None,
        "published": published(root, head, story, url, fetched),
        "modified": modified(head, story, fetched),
    }
    authors, author_origin = authors_of(root, head, story)
    if found["modified"] and found["published"] and found["modified"][0][:10] < found["published"][0][:10]:
        found["modified"] = None  # a draft's date, from before there was anything to change
    values = {name: value[0] for name, value in found.items() if value}
    origins = {name: value[1] for name, value in found.items() if value}
    if authors:
        origins["authors"] = author_origin
    body = story.get("articleBody")
    return Metadata(
        **values,
        titles=titles,
        authors=authors,
        story_type=types_of(story),
        og_type=head.meta.get("og:type", "").lower(),
        free=str(story.get("isAccessibleForFree", True)).lower() != "false",
        body=body if isinstance(body, str) else "",
        origins=origins,
    )


def _canonical_url(head: Head, url: str | None) -> Found:
    for value, origin in ((head.links.get("canonical"), "link"), (head.meta.get("og:url"), "meta")):
        if address := _address(value, url):
            return address, origin
    return None


def _address(value: str | None, base: str | None) -> str | None:
    """An absolute http address, or None for whatever else stands there."""
    if not value or not value.strip():
        return None
    try:
        address = urljoin(base or "", value.strip())
        return address if urlsplit(address).scheme in ("http", "https") and urlsplit(address).hostname else None
    except ValueError:
        return None


def _site(head: Head, story: dict[str, object], url: str | None) -> Found:
    publisher = story.get("publisher")
    name = said(publisher, "name") if isinstance(publisher, dict) else None
    if head.meta.get("og:site_name"):
        return head.meta["og:site_name"], "meta"
    if name:
        return name, "json-ld"
    host = urlsplit(url).hostname if url else None
    return (host.removeprefix("www."), "url") if host else None


def _title(head: Head, story: dict[str, object], site: str | None) -> tuple[Found, tuple[str, ...]]:
    """The headline, and every headline the page gives: they say it in different words."""
    headings = [text for h1 in head.headings[:5] if (text := text_of(h1)) and len(text) < 400]
    names = [text for text in headings if _is_site_name(text, head.title, site)]
    headings = [text for text in headings if text not in names]
    site = names[0] if names else site
    candidates = [
        (said(story, "headline"), "json-ld"),
        (head.meta.get("og:title"), "meta"),
        (head.meta.get("twitter:title"), "meta"),
        (headings[0] if len(headings) == 1 else None, "heading"),
        (head.title, "title"),
    ]
    titles = [(unescaped(_without_site(text, site)), origin) for text, origin in candidates if text and text.strip()]
    everything = tuple(dict.fromkeys([*(text for text, _ in titles), *headings]))
    return _best_title(titles, headings), everything


def _is_site_name(heading: str, title: str, site: str | None) -> bool:
    """Whether a heading is the name of the site, as blogs put it on every page: "Story | The Bolt" tells."""
    parts = TITLE_SEPARATORS.split(title)
    return heading in parts[1:] or (site is not None and _letters(heading) == _letters(site))


def _best_title(titles: list[tuple[str, str]], headings: list[str]) -> Found:
    """The first headline, in the words of the page's own heading if that is the same without a site's name."""
    if not titles:
        return None
    title, origin = titles[0]
    shorter = next((text for text in headings if SHORTEST_TITLE <= len(text) < len(title) and text in title), None)
    return (shorter, "heading") if shorter else (title, origin)


def _without_site(title: str, site: str | None) -> str:
    """The title without the name of the site behind it: "Norvik buys Tal - The Daily Bolt"."""
    parts = TITLE_SEPARATORS.split(title)
    if len(parts) < 2:
        return title
    last = parts[-1]
    if (site and _letters(last) in _letters(site) + " " + _letters(site)) or (
        site and _letters(site) in _letters(last)
    ):
        return title[: title.rindex(last)].rstrip(" |–—:·»«•-")
    return title


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text.casefold())
