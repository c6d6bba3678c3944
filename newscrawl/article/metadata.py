"""What a page says about itself: title, authors, date, site, address. Read in one walk, no second parse."""

import json
import re
from collections import deque
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from html import unescape
from urllib.parse import urljoin, urlsplit

from htmldate import find_date
from lxml.html import HtmlElement

from newscrawl.article.dates import is_future, iso_date

ARTICLE_TYPES = re.compile(
    r"(?:\w*+Article|(?:Live)?Blog(?:Posting)?|LiveBlogPosting|Report|Review|CreativeWork|WebPage)"
)
STORY_TYPES = re.compile(r"\w*Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting")
PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "rnews:datepublished",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.created",
    "dcterms.issued", "dcterms.date", "dc.date.created", "dc.date", "dc.date.publication", "article.published",
    "publish-date", "publishdate", "publish_date", "published-date", "publication_date", "pubdate", "published",
    "originalpublicationdate", "article_date_original", "article:published", "datecreated", "date", "created",
    "displaydate", "article:post_date", "timestamp",
)  # fmt: skip
MODIFIED_META = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified",
    "article:updated_time", "last-modified", "lastmod", "modified", "revised",
)  # fmt: skip
AUTHOR_META = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "sailthru.author",
    "parsely-author",
    "byl",
    "dc.creator",
)
PUBLISHED_CLASS = re.compile(r"publi|datum|date|posted|entry-?time|created|byline|timestamp|zeit", re.IGNORECASE)
MODIFIED_CLASS = re.compile(r"modif|updat|aktualis|changed", re.IGNORECASE)
NAME_SEPARATORS = re.compile(r"\s*(?:,|;|\||&|\band\b|\bund\b)\s*")
BYLINE_START = re.compile(r"(?:by|von|author|autor(?:in)?)[:\s]\s*", re.IGNORECASE)
TITLE_SEPARATORS = re.compile(r"\s+[|–—:·»«•-]{1,2}\s+")
LONGEST_SCRIPT = 2_000_000  # characters of JSON-LD that are parsed
ADDRESS_DATE = re.compile(
    r"[/_-]((?:19|20)\d\d(?:([/_-])(?:\d\d?|[a-z]{3})\2\d\d?|[01]\d[0-3]\d))(?=[/_.?&-]|$)", re.IGNORECASE
)
DATE_ALONE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?:T[\d:.+Z-]*+)?")
DATED = re.compile(r"(?:19|20)\d\d|\d\.\d\d?\.\d\d\b")
AUTHOR_LABEL = re.compile(r"\b(?:author|byline|autor)(?![\w-]*(?:bio|box|image|avatar|info|list))", re.IGNORECASE)
PERSON = re.compile(
    r"[^\W\d_][\w.’'-]*+(?: [\w.’'-]++){1,3}+(?:(?:,| and| und| &) [^\W\d_][\w.’'-]*+(?: [\w.’'-]++){1,3}+){0,4}+"
)
BYLINE = re.compile(r"(?:^|, |\d |\| ?|[–—-] )(?:[Bb]y|BY|[Vv]on|VON)[: ] ?([^\W\d_][^|]{2,60})$")
LONGEST_BYLINE = 80  # characters
MOST_TIMES = 50  # <time> elements that are looked at
SHORTEST_TITLE = 15  # characters
REACH = 60  # elements behind the headline that are looked at for a printed date, half as many before it
NO_LIMIT = datetime(2100, 1, 1)  # given, because htmldate would otherwise ask the clock


@dataclass(slots=True)
class Head:
    """What the walk gathered, unjudged."""

    meta: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    times: list[HtmlElement] = field(default_factory=list)
    headings: list[HtmlElement] = field(default_factory=list)
    nameless: list[str] = field(default_factory=list)
    title: str = ""
    language: str | None = None
    stories: list[dict[str, object]] = field(default_factory=list)


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


Found = tuple[str, str] | None  # a value and where it came from


def read_metadata(root: HtmlElement, url: str | None, fetched: str | None) -> Metadata:
    """Read what ``root`` says about itself.

    Args:
        root: the tree of the whole page, untouched.
        url: the address of the page, to complete relative addresses.
        fetched: ISO 8601; dates after it are not believed. None: no limit.
    """
    head = _gather(root)
    story = _story(head.stories)
    site = _site(head, story, url)
    title, titles = _title(head, story, site[0] if site else None)
    found: dict[str, Found] = {
        "canonical_url": _canonical_url(head, url),
        "site": site,
        "title": title,
        "language": (head.language, "html lang") if head.language else None,
        "published": _published(root, head, story, url, fetched),
        "modified": _modified(head, story, fetched),
    }
    authors, author_origin = _authors(root, head, story)
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
        story_type=_types(story),
        og_type=head.meta.get("og:type", "").lower(),
        free=str(story.get("isAccessibleForFree", True)).lower() != "false",
        body=body if isinstance(body, str) else "",
        origins=origins,
    )


def _gather(root: HtmlElement) -> Head:
    """The one walk: every element that metadata may come from."""
    head = Head(language=_language(root.get("lang") or root.get("xml:lang")))
    for element in root.iter("meta", "link", "title", "script", "time", "h1"):
        match element.tag:
            case "meta":
                _gather_meta(head, element)
            case "link":
                for rel in (element.get("rel") or "").lower().split():
                    head.links.setdefault(rel, element.get("href") or "")
            case "script":
                if "ld+json" in (element.get("type") or "") and element.text:
                    head.stories.extend(_nodes(element.text))
            case "time" if len(head.times) < MOST_TIMES:
                head.times.append(element)
            case "h1" if len(head.headings) < MOST_TIMES:
                head.headings.append(element)
            case "title":
                head.title = head.title or _text(element)
    return head


def _gather_meta(head: Head, element: HtmlElement) -> None:
    name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
    content = (element.get("content") or "").strip()
    if name and content:
        head.meta.setdefault(name.strip().lower(), content)
    elif content:
        head.nameless.append(content)


def _text(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def _language(declared: str | None) -> str | None:
    """``en`` for ``en-US``; None for what is no language code."""
    code = re.match(r"\s*([a-zA-Z]{2})(?![a-zA-Z])", declared or "")
    return code[1].lower() if code else None


# JSON-LD


def _nodes(script: str) -> list[dict[str, object]]:
    """The objects of a JSON-LD script, those inside lists and graphs too; nothing if it is no JSON."""
    try:
        return list(_flatten(json.loads(script[:LONGEST_SCRIPT].strip().rstrip(";"), strict=False), 0))
    except (ValueError, RecursionError):
        return []  # half of the web's broken JSON-LD is a template's error: there are other sources


def _flatten(node: object, depth: int) -> Iterator[dict[str, object]]:
    if isinstance(node, list):
        for child in node[:200]:
            yield from _flatten(child, depth + 1)
    elif isinstance(node, dict) and depth < 6:
        yield node
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _flatten(node.get(key), depth + 1)


def _types(node: dict[str, object]) -> str:
    kinds = node.get("@type")
    return " ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds or "")


def _story(nodes: list[dict[str, object]]) -> dict[str, object]:
    """The node that describes the article; an empty one if there is none."""
    stories = [node for node in nodes if any(STORY_TYPES.fullmatch(kind) for kind in _types(node).split())]
    return next((node for node in stories if node.get("headline") or node.get("datePublished")), {})


def _said(story: dict[str, object], key: str) -> str | None:
    value = story.get(key)
    if isinstance(value, list) and value:
        value = value[0]
    return value.strip() or None if isinstance(value, str) else None


# Fields


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
    name = _said(publisher, "name") if isinstance(publisher, dict) else None
    if head.meta.get("og:site_name"):
        return head.meta["og:site_name"], "meta"
    if name:
        return name, "json-ld"
    host = urlsplit(url).hostname if url else None
    return (host.removeprefix("www."), "url") if host else None


def _title(head: Head, story: dict[str, object], site: str | None) -> tuple[Found, tuple[str, ...]]:
    """The headline, and every headline the page gives: they say it in different words."""
    headings = [text for h1 in head.headings[:5] if (text := _text(h1)) and len(text) < 400]
    names = [text for text in headings if _is_site_name(text, head.title, site)]
    headings = [text for text in headings if text not in names]
    site = names[0] if names else site
    candidates = [
        (_said(story, "headline"), "json-ld"),
        (head.meta.get("og:title"), "meta"),
        (head.meta.get("twitter:title"), "meta"),
        (headings[0] if len(headings) == 1 else None, "heading"),
        (head.title, "title"),
    ]
    titles = [(_unescape(_without_site(text, site)), origin) for text, origin in candidates if text and text.strip()]
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


def _unescape(text: str) -> str:
    return " ".join(unescape(text).split())


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


def _authors(root: HtmlElement, head: Head, story: dict[str, object]) -> tuple[tuple[str, ...], str]:
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
        if name and not _in_side_matter(element):
            found_in = element.getparent()
            yield name


def _byline_name(element: HtmlElement) -> str | None:
    """The name in an element that is a byline."""
    text = _text(element)
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
    names = (part for text in printed for part in NAME_SEPARATORS.split(BYLINE_START.sub("", _unescape(text), count=1)))
    return tuple(dict.fromkeys(name for name in names if 1 < len(name) < 60 and "/" not in name and "@" not in name))


# Dates


def _published(root: HtmlElement, head: Head, story: dict[str, object], url: str | None, fetched: str | None) -> Found:
    """The first date that can be read, from the most trustworthy place to the least."""
    for text, origin in _published_candidates(root, head, story, url):
        if (date := iso_date(text)) and not is_future(date, fetched):
            return _local_day(date, url), origin
    return _searched(root, url, fetched)


def _local_day(date: str, url: str | None) -> str:
    """A moment in UTC, or the day before or after if the address says so: the publisher's own day is what counts.

    "Yesterday" in an article is seen from the publisher's desk, where ``2019-11-19T04:58Z`` was still the 18th.
    """
    printed = _address_date(url)
    if not printed or not date.endswith("+00:00") or printed == date[:10]:
        return date
    apart = datetime.fromisoformat(date[:10]) - datetime.fromisoformat(printed)
    return printed if abs(apart.days) == 1 else date


def _address_date(url: str | None) -> str | None:
    """The day in the path of an address: ``/2019/11/18/``, ``/2019-11-18/``, ``/2019/nov/18/``, ``-20191118``."""
    match = ADDRESS_DATE.search(url or "")
    if match is None:
        return None
    parts = re.split(r"[/_-]", match[1])
    return iso_date(" ".join(reversed(parts)) if parts[1:] and parts[1].isalpha() else _padded(parts))


def _padded(parts: list[str]) -> str:
    return "-".join(part.zfill(2) for part in parts)


def _published_candidates(
    root: HtmlElement, head: Head, story: dict[str, object], url: str | None
) -> Iterator[tuple[str, str]]:
    """Where a date may stand, the most trustworthy first."""
    for key in ("datePublished", "dateCreated", "uploadDate"):
        if text := _said(story, key):
            yield text, "json-ld"
    for name in PUBLISHED_META:
        if text := head.meta.get(name):
            yield text, "meta"
    for node in head.stories:
        if text := _said(node, "datePublished"):
            yield text, "json-ld"
    for element in root.iterfind(".//*[@itemprop]"):
        if "datePublished" in (element.get("itemprop") or "") and not _in_side_matter(element):
            yield element.get("datetime") or element.get("content") or _text(element), "meta"
    for element in _publication_times(head.times):
        yield element.get("datetime") or element.get("content") or _text(element), "time"
    if printed := _address_date(url):
        yield printed, "url"
    yield from ((text, "meta") for text in head.nameless if DATE_ALONE.fullmatch(text))
    yield from ((text, "text") for text in _printed_near_headline(root))
    for text in (head.title, head.meta.get("og:title", ""), head.meta.get("description", "")):
        yield text[-40:], "title"


def _printed_near_headline(root: HtmlElement) -> Iterator[str]:
    """Short texts with a year that stand right above or below the headline."""
    before: deque[str] = deque(maxlen=REACH // 2)
    left = 0
    for element in root.iter():
        if left and not (left := left - 1):
            return
        if element.tag == "h1" and not left:
            yield from (text for text in reversed(before) if DATED.search(text))
            left = REACH
        for text in (element.text, element.tail):
            if element.tag in ("script", "style", "title") or not text or not 6 <= len(text := text.strip()) <= 80:
                continue
            if left and DATED.search(text) and not MODIFIED_CLASS.search(text):
                yield text
            elif not left:
                before.append(text)


def _publication_times(times: list[HtmlElement]) -> list[HtmlElement]:
    """``<time>`` elements, those that call themselves a publication date first; no dates of change, no comments."""
    own = [time for time in times if not MODIFIED_CLASS.search(_labels(time)) and not _in_side_matter(time)]
    named = [time for time in own if time.get("pubdate") is not None or "datePublished" in (time.get("itemprop") or "")]
    return [*named, *(time for time in own if time not in named)][:3]


def _labels(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('itemprop') or ''}"


SIDE_MATTER = re.compile(
    r"comment|related|sidebar|teaser|recent|widget|footer|recommend|most-?(?:read|popular)|listing", re.IGNORECASE
)


def _names_of(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _in_side_matter(element: HtmlElement) -> bool:
    return any(
        ancestor.tag in ("aside", "footer", "nav") or SIDE_MATTER.search(_names_of(ancestor))
        for ancestor in element.iterancestors()
        if ancestor.tag not in ("body", "html")
    )


def _modified(head: Head, story: dict[str, object], fetched: str | None) -> Found:
    candidates = [(_said(story, "dateModified"), "json-ld")]
    candidates += [(head.meta.get(name), "meta") for name in MODIFIED_META]
    candidates += [
        (time.get("datetime") or _text(time), "time") for time in head.times if MODIFIED_CLASS.search(_labels(time))
    ]
    for text, origin in candidates:
        if text and (date := iso_date(text)) and not is_future(date, fetched):
            return date, origin
    return None


def _searched(root: HtmlElement, url: str | None, fetched: str | None) -> Found:
    """What htmldate finds by its own rules; only the day, and nothing from a free search over the text."""
    latest = datetime.fromisoformat(fetched[:10]) if fetched else NO_LIMIT
    copy = deepcopy(root)
    for element in list(copy.iter("aside", "nav", "footer", "div", "section", "ul", "time")):
        if element.tag == "time":
            foreign = MODIFIED_CLASS.search(_labels(element)) is not None
        else:
            foreign = element.tag in ("aside", "nav", "footer") or SIDE_MATTER.search(_names_of(element)) is not None
        if foreign:
            element.drop_tree()
    try:
        date = find_date(copy, extensive_search=False, original_date=True, url=url, max_date=latest)
    except (ValueError, RecursionError):
        return None
    return (date, "htmldate") if date else None
