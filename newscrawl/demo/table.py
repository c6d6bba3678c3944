"""Deals in a database → a table to read."""

import sqlite3
from dataclasses import dataclass

from rich.table import Table
from rich.text import Text

from newscrawl.terminal import printable

QUERY = """
    SELECT l.type, l.status, l.parties, l.amount, l.announced, l.quote, a.url
    FROM deal_list l JOIN articles a ON a.id = l.article
    ORDER BY l.reported DESC, a.url, l.deal
"""


@dataclass(frozen=True)
class Row:
    """One deal as people look at it; ``url`` is that of the article with the quote."""

    type: str
    status: str
    parties: str
    amount: str | None
    date: str | None
    quote: str
    url: str


def deal_rows(connection: sqlite3.Connection) -> list[Row]:
    """All deals of a database, the newest article first."""
    return [Row(*values) for values in connection.execute(QUERY)]


def deal_table(rows: list[Row]) -> Table:
    """Type, status, parties, amount and date of each deal, and below them the quote and the link."""
    table = Table(show_lines=True, expand=True)
    for heading, width in (("deal", 18), ("parties", None), ("amount", 16), ("date", 10)):
        table.add_column(heading, width=width, ratio=None if width else 2)
    table.add_column("quote and link", ratio=5)
    for row in rows:
        table.add_row(
            Text(f"{row.type}\n{row.status}".replace("_", " ")),
            Text(printable(row.parties)),
            Text(printable(row.amount or "–")),
            Text(row.date or "–"),
            proof(row),
        )
    return table


def proof(row: Row) -> Text:
    """The sentence that proves the deal, and where it stands."""
    return Text.assemble(f"“{printable(row.quote)}”\n", (printable(row.url), f"dim link {row.url}"))
