"""One cell of a table → HTML: pills, readable amounts, links; everything else is left to Datasette."""

import re
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from newscrawl.database.amounts import readable_number, readable_price
from newscrawl.database.browse.safe import HIDDEN, is_web_address, isolated, visible, web_link
from newscrawl.database.dates import readable_date
from newscrawl.database.numbers import from_column

if TYPE_CHECKING:
    from datasette.app import Datasette

PILLS = ("type", "status", "status_now", "role")
MONEY = ("amount", "amount_max", "value")
OTHER_TABLE = {
    "article": "articles",
    "article_version": "article_versions",
    "company": "companies",
    "deal": "deals",
    "last_run": "runs",
    "report": "reports",
    "run": "runs",
    "source": "sources",
    "version": "article_versions",
}
"""Where a foreign key leads: our columns are named after what they point to."""

PAGES = ("article", "company", "deal")
"""What has a page of its own."""

DAYS = ("announced", "reported", "closed", "closing_expected", "date", "published", "first_seen", "last_seen")
"""Dates, and times of which the day is enough in a list; the tip of the mouse has it in full."""

LONGEST_ADDRESS = 60


def cell(value: Any, column: str, table: str | None, database: str, datasette: "Datasette") -> Markup | None:
    """The HTML of a cell, or None if Datasette's own is right."""
    if isinstance(value, dict):
        return _reference(value, column, database, datasette)
    if column == "uid" and isinstance(value, str):
        return Markup('<a href="{}">{}</a>').format(datasette.urls.path(f"/deal/{value}"), visible(value))
    if isinstance(value, str):
        return _text(value, column)
    if isinstance(value, int | float) and not isinstance(value, bool):
        if column in PAGES and table == "company_deals":  # a view: Datasette knows no foreign keys of it
            return Markup('<a href="{}">{}</a>').format(datasette.urls.path(f"/{column}/{value}"), value)
        return _number(value, column)
    return None


def _reference(value: dict[str, Any], column: str, database: str, datasette: "Datasette") -> Markup | None:
    """A foreign key: a link to the row, under its label."""
    table = OTHER_TABLE.get(column)
    if table is None or value.get("value") is None:
        return None
    key = str(value["value"])
    address = datasette.urls.path(f"/{column}/{key}") if column in PAGES else datasette.urls.row(database, table, key)
    return Markup('<a href="{}">{}</a>').format(address, isolated(value.get("label") or value["value"]))


def _text(value: str, column: str) -> Markup | None:
    if column in PILLS and value.replace("_", "").isalpha():
        return Markup('<span class="pill {0}-{1}">{2}</span>').format(column, value, value.replace("_", " "))
    if column in DAYS and re.fullmatch(r"\d{4}(-\d\d){0,2}(T[\d:.+Z-]*)?", value):
        return Markup('<time datetime="{0}" title="{0}">{1}</time>').format(value, readable_date(value[:10]))
    if is_web_address(value):
        return web_link(value, value if len(value) <= LONGEST_ADDRESS else f"{value[: LONGEST_ADDRESS - 1]}…")
    if column in ("parties", "name", "company_name"):
        return isolated(value)
    return isolated(value) if HIDDEN.search(value) else None


def _number(value: float, column: str) -> Markup | None:
    number = from_column(value)
    assert number is not None
    if column in MONEY:
        return Markup('<span title="{}">{}</span>').format(f"{number:f}", readable_number(number))
    if column == "per_share":
        return Markup("{}").format(readable_price(number))
    if column in ("stake_percent", "percent"):
        return Markup("{} %").format(f"{number:f}")
    return None
