"""What comes out of a page: the article, and what was left out of it and why."""

from dataclasses import dataclass, field

KINDS = ("article", "live", "stub", "index", "consent", "error")


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line that is not part of the article, and the name of the rule that says so."""

    line: str
    reason: str


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller knows about a page already; it is believed. None: look for it in the page."""

    title: str | None = None
    language: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One block of the page: a paragraph, heading, list item, quotation or table cell.

    ``kind`` is the block's sort (``p``, ``head``, ``item``, ``quote``, ``cell``), ``level`` that of a heading (1 to 6,
    otherwise 0), ``linked`` the share of its characters that are link text, 0.0 to 1.0.
    """

    text: str
    kind: str = "p"
    level: int = 0
    linked: float = 0.0


@dataclass(frozen=True, slots=True)
class Article:
    """A page read: the clean text and what is known about it.

    ``text`` holds paragraphs, headings and list items, parted by newlines; offsets of deals count in exactly this
    string. ``published`` and ``modified`` are ISO 8601, as precise as the page gives them, with time and zone where it
    does. ``language`` is an ISO 639-1 code, ``kind`` one of ``KINDS``. ``origins`` says for each filled field where it
    came from: ``given``, ``json-ld``, ``meta``, ``time``, ``link``, ``heading``, ``title``, ``htmldate``, ``text``,
    ``html lang``, ``url``. ``reason`` says why the kind is not ``article``.
    """

    url: str | None = None
    canonical_url: str | None = None
    site: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    published: str | None = None
    modified: str | None = None
    kind: str = "article"
    reason: str | None = None
    text: str = ""
    origins: dict[str, str] = field(default_factory=dict)
    dropped: tuple[Dropped, ...] = ()
