"""Any list of deals → an Atom feed: the table of deals with any filter, and every query that gives a uid."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from newscrawl.database.browse.rows import Row, select
from newscrawl.database.browse.safe import is_web_address, visible

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

SPACE = "http://www.w3.org/2005/Atom"
MOST = 500
"""Entries of a feed at most; SQLite takes no more than some thousand values in one question."""

DEALS = """
    SELECT d.uid, d.first_seen, d.last_seen, l.*, a.url, a.title
    FROM deals d JOIN deal_list l ON l.deal = d.id JOIN articles a ON a.id = l.article
    WHERE {} IN ({})
"""


def can_render(columns: Sequence[str], table: str | None) -> bool:
    """Whether the rows shown are deals."""
    return table == "deal_list" or "uid" in columns


async def render(
    datasette: "Datasette", columns: Sequence[str], rows: Sequence[Any], database: str, request: "Request"
) -> dict[str, Any]:
    """The deals in the rows, in their order."""
    key, name = ("d.uid", "uid") if "uid" in columns else ("d.id", "deal")
    wanted = list(dict.fromkeys(_plain(row[name]) for row in rows))[:MOST] if name in columns else []
    marks = ", ".join("?" * len(wanted))
    found = await select(datasette.get_database(database), DEALS.format(key, marks), *wanted) if wanted else []
    found.sort(key=lambda deal: wanted.index(deal["uid" if name == "uid" else "deal"]))
    here = datasette.absolute_url(request, "/")
    body = feed(found, here.rstrip("/"), datasette.absolute_url(request, request.full_path))
    return {"body": body, "content_type": "application/atom+xml; charset=utf-8"}


def feed(deals: Sequence[Row], site: str, address: str) -> str:
    """The feed as XML. ``site`` is where our pages are, ``address`` where the feed itself is."""
    root = ElementTree.Element("feed", xmlns=SPACE)
    newest = max((deal["last_seen"] for deal in deals), default=datetime.now(UTC).isoformat(timespec="seconds"))
    _add(root, "title", "Deals in tech news")
    _add(root, "id", address)
    _add(root, "updated", newest)
    _add(_add(root, "author"), "name", "newscrawl")
    _add(root, "link", rel="self", href=address)
    for deal in deals:
        _add_deal(root, deal, site)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True)


def _add_deal(root: ElementTree.Element, deal: Row, site: str) -> None:
    """An entry: its id stays when the status changes, its date does not, so that readers show it again."""
    entry = _add(root, "entry")
    told = ", ".join(filter(None, (deal["parties"], deal["amount"])))
    _add(entry, "title", f"{deal['type'].replace('_', ' ')} {deal['status']}: {told}")
    _add(entry, "id", f"urn:newscrawl:deal:{deal['uid']}")
    _add(entry, "published", deal["first_seen"])
    _add(entry, "updated", deal["last_seen"])
    _add(entry, "link", rel="alternate", href=f"{site}/deal/{deal['uid']}")
    if is_web_address(deal["url"]):
        _add(entry, "link", rel="via", href=deal["url"])
    _add(entry, "summary", deal["quote"])


def _add(parent: ElementTree.Element, tag: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    """Add an element; what XML cannot hold is replaced."""
    element = ElementTree.SubElement(parent, tag, attributes)
    if text is not None:
        element.text = "".join(c if c not in "\ufffe\uffff" else "\N{REPLACEMENT CHARACTER}" for c in visible(text))
    return element


def _plain(value: Any) -> Any:
    """A key, also where Datasette has put its label beside it."""
    return value["value"] if isinstance(value, dict) else value
