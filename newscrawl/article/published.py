"""When a page was published and changed, from the most trustworthy place to the least."""

import re
from collections import deque
from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime

from htmldate import find_date
from lxml.html import HtmlElement

from newscrawl.article.dates import is_future, iso_date
from newscrawl.article.head import SIDE_MATTER, Found, Head, in_side_matter, labels, names_of, said, text_of

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
MODIFIED_CLASS = re.compile(r"modif|updat|aktualis|changed", re.IGNORECASE)
ADDRESS_DATE = re.compile(
    r"[/_-]((?:19|20)\d\d(?:([/_-])(?:\d\d?|[a-z]{3})\2\d\d?|[01]\d[0-3]\d))(?=[/_.?&-]|$)", re.IGNORECASE
)
DATE_ALONE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?:T[\d:.+Z-]*+)?")
DATED = re.compile(r"(?:19|20)\d\d|\d\.\d\d?\.\d\d\b")
REACH = 60  # elements behind the headline that are looked at for a printed date, half as many before it
NO_LIMIT = datetime(2100, 1, 1)  # given, because htmldate would otherwise ask the clock


def published(root: HtmlElement, head: Head, story: dict[str, object], url: str | None, fetched: str | None) -> Found:
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
        if text := said(story, key):
            yield text, "json-ld"
    for name in PUBLISHED_META:
        if text := head.meta.get(name):
            yield text, "meta"
    for node in head.stories:
        if text := said(node, "datePublished"):
            yield text, "json-ld"
    for element in root.iterfind(".//*[@itemprop]"):
        if "datePublished" in (element.get("itemprop") or "") and not in_side_matter(element):
            yield element.get("datetime") or element.get("content") or text_of(element), "meta"
    for element in _publication_times(head.times):
        yield element.get("datetime") or element.get("content") or text_of(element), "time"
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
    own = [time for time in times if not MODIFIED_CLASS.search(labels(time)) and not in_side_matter(time)]
    named = [time for time in own if time.get("pubdate") is not None or "datePublished" in (time.get("itemprop") or "")]
    return [*named, *(time for time in own if time not in named)][:3]


def modified(head: Head, story: dict[str, object], fetched: str | None) -> Found:
    candidates = [(said(story, "dateModified"), "json-ld")]
    candidates += [(head.meta.get(name), "meta") for name in MODIFIED_META]
    candidates += [
        (time.get("datetime") or text_of(time), "time") for time in head.times if MODIFIED_CLASS.search(labels(time))
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
            foreign = MODIFIED_CLASS.search(labels(element)) is not None
        else:
            foreign = element.tag in ("aside", "nav", "footer") or SIDE_MATTER.search(names_of(element)) is not None
        if foreign:
            element.drop_tree()
    try:
        date = find_date(copy, extensive_search=False, original_date=True, url=url, max_date=latest)
    except (ValueError, RecursionError):
        return None
    return (date, "htmldate") if date else None
