"""What a page says about itself, gathered in one walk and not yet judged: meta elements, links, times, JSON-LD."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from lxml.html import HtmlElement

STORY_TYPES = re.compile(r"\w*Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting")
LONGEST_SCRIPT = 2_000_000  # characters of JSON-LD that are parsed
MOST_TIMES = 50  # <time> elements that are looked at
Found = tuple[str, str] | None  # a value and where it came from
SIDE_MATTER = re.compile(
    r"comment|related|sidebar|teaser|recent|widget|footer|recommend|most-?(?:read|popular)|listing", re.IGNORECASE
)


@dataclass(slots=True)
class Head:
    """What the walk gathered, unjudged."""

    meta: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    times: list[HtmlElement] = field(default_factory=list)
    headings: list[HtmlElement] = field(default_factory=list)
    nameless: list[str] = field(default_factory=list)
    title: str = ""
    language: str | None = None
    stories: list[dict[str, object]] = field(default_factory=list)


def gather(root: HtmlElement) -> Head:
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
                head.title = head.title or text_of(element)
    return head


def _gather_meta(head: Head, element: HtmlElement) -> None:
    name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
    content = (element.get("content") or "").strip()
    if name and content:
        head.meta.setdefault(name.strip().lower(), content)
    elif content:
        head.nameless.append(content)


def text_of(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def _language(declared: str | None) -> str | None:
    """``en`` for ``en-US``; None for what is no language code."""
    code = re.match(r"\s*([a-zA-Z]{2})(?![a-zA-Z])", declared or "")
    return code[1].lower() if code else None


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


def types_of(node: dict[str, object]) -> str:
    kinds = node.get("@type")
    return " ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds or "")


def story_of(nodes: list[dict[str, object]]) -> dict[str, object]:
    """The node that describes the article; an empty one if there is none."""
    stories = [node for node in nodes if any(STORY_TYPES.fullmatch(kind) for kind in types_of(node).split())]
    return next((node for node in stories if node.get("headline") or node.get("datePublished")), {})


def said(story: dict[str, object], key: str) -> str | None:
    value = story.get(key)
    if isinstance(value, list) and value:
        value = value[0]
    return value.strip() or None if isinstance(value, str) else None


def labels(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('itemprop') or ''}"


def names_of(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def in_side_matter(element: HtmlElement) -> bool:
    return any(
        ancestor.tag in ("aside", "footer", "nav") or SIDE_MATTER.search(names_of(ancestor))
        for ancestor in element.iterancestors()
        if ancestor.tag not in ("body", "html")
    )


def unescaped(text: str) -> str:
    return " ".join(unescape(text).split())
