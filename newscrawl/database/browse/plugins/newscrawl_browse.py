"""Datasette's hooks: what they do stands in ``newscrawl.database.browse``."""

from typing import Any

from datasette import hookimpl
from datasette.app import Datasette

from newscrawl.database.browse import atom, cells, pages, safe


@hookimpl
def render_cell(value: Any, column: str, table: str | None, database: str, datasette: Datasette) -> str | None:
    return cells.cell(value, column, table, database, datasette)


@hookimpl
def register_routes() -> list[Any]:
    return pages.ROUTES


@hookimpl
def register_output_renderer() -> dict[str, Any]:
    return {"extension": "atom", "render": atom.render, "can_render": atom.can_render}


@hookimpl
def extra_template_vars(datasette: Datasette) -> dict[str, Any]:
    return {"places": pages.places(datasette), "web_link": safe.web_link}
