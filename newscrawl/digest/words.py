"""Changes → a digest to read: as text for a mail or a terminal, or as a page of HTML."""

import html
import textwrap
from collections.abc import Sequence
from typing import Any

from newscrawl.database.dates import readable_date
from newscrawl.digest.changes import Change
from newscrawl.sources import is_http
from newscrawl.terminal import printable

WIDTH = 78

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>
<body style="font-family: system-ui, sans-serif; max-width: 40rem; line-height: 1.5">
<h1 style="font-size: 1.3rem">{title}</h1>
{parts}
</body></html>"""
ENTRY = """<p style="margin: 0 0 1rem"><strong>{name}</strong><br>{facts}<br>
<q style="font-family: Georgia, serif">{quote}</q><br>{source}</p>"""


def as_text(changes: Sequence[Change], since: str) -> str:
    """The digest as text; what may not be shown on a terminal is replaced."""
    lines = [headline(changes, since)]
    for title, part in parts(changes):
        lines += ["", title, "=" * len(title)]
        for change in part:
            lines += ["", one_line(change.deal["parties"]), f"  {facts(change)}"]
            lines += textwrap.wrap(
                f"“{one_line(change.deal['quote'])}”", WIDTH, initial_indent="  ", subsequent_indent="  "
            )
            lines.append(f"  {source(change.deal)}")
    return printable("\n".join(lines)) + "\n"


def as_html(changes: Sequence[Change], since: str) -> str:
    """The digest as a page without scripts; whatever markup an article had stays text."""
    found = []
    for title, part in parts(changes):
        found.append(f'<h2 style="font-size: 1.1rem">{title}</h2>')
        found += [_entry(change) for change in part]
    return PAGE.format(title=_safe(headline(changes, since)), parts="\n".join(found)) + "\n"


def _entry(change: Change) -> str:
    deal, where = change.deal, _safe(source(change.deal))
    if is_http(deal["url"]):
        where = (
            f'<a href="{_safe(deal["url"])}" rel="noopener noreferrer nofollow">{_safe(deal["source"] or "source")}</a>'
        )
    return ENTRY.format(
        name=_safe(deal["parties"]), facts=_safe(facts(change)), quote=_safe(deal["quote"]), source=where
    )


def headline(changes: Sequence[Change], since: str) -> str:
    """How much there is: 3 new deals, 1 change since 24 Nov 2026."""
    new = sum(change.before is None for change in changes)
    counts = ((new, "new deal"), (len(changes) - new, "change"))
    told = ", ".join(f"{count} {word}{'s' if count > 1 else ''}" for count, word in counts if count)
    return f"{told or 'Nothing new'} since {readable_date(since[:10])}"


def parts(changes: Sequence[Change]) -> list[tuple[str, list[Change]]]:
    """New deals and changes, each under its title; an empty part is left out."""
    new = [change for change in changes if change.before is None]
    old = [change for change in changes if change.before is not None]
    return [(title, part) for title, part in (("New deals", new), ("Changes", old)) if part]


def facts(change: Change) -> str:
    """What is known of a deal, in a line: acquisition, announced → completed · 450 m EUR · 17 Nov 2026 · 2 articles."""
    deal = change.deal
    status = f"{change.before} → {deal['status']}" if change.before else deal["status"]
    stake = f"{deal['stake_percent']} %" if deal["stake_percent"] is not None else None
    articles = f"{deal['articles']} articles" if deal["articles"] > 1 else None
    day = readable_date(deal["announced"] or deal["reported"])
    told = (f"{deal['type'].replace('_', ' ')}, {status}", deal["amount"], stake, day, articles)
    return " · ".join(filter(None, told))


def source(deal: dict[str, Any]) -> str:
    """Where it stands: the article's address; its site if that is no address of the web."""
    return str(deal["url"] if is_http(deal["url"]) else deal["source"] or "")


def one_line(text: str) -> str:
    return " ".join(text.split())


def _safe(text: str) -> str:
    return html.escape(printable(one_line(text)))
