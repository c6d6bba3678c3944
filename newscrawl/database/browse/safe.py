"""Stored text is somebody else's: what may be shown of it, and where a link may lead."""

import re
from urllib.parse import urlsplit

from markupsafe import Markup

HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control characters, and those that turn the direction of what stands around them."""

REL = "noopener noreferrer nofollow"


def visible(text: object) -> str:
    """The text with every control and direction character replaced, one for one, by the replacement character."""
    return HIDDEN.sub("\N{REPLACEMENT CHARACTER}", str(text))


def isolated(text: object) -> Markup:
    """The text as HTML whose direction does not spill over to its neighbours."""
    return Markup("<bdi>{}</bdi>").format(visible(text))


def is_web_address(text: object) -> bool:
    """Whether a text is an http or https address and nothing else."""
    if not isinstance(text, str) or re.search(r"\s", text):
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not HIDDEN.search(text)


def web_link(url: object, label: object | None = None) -> Markup:
    """A link to another site, or just the text if the address is no http or https address."""
    shown = isolated(url if label is None else label)
    if not is_web_address(url):
        return shown
    return Markup('<a href="{}" rel="{}">{}</a>').format(url, REL, shown)
