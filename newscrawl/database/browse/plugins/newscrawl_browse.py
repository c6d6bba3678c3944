"""Datasette's hooks: what they do stands in ``newscrawl.database.browse``."""

from datasette import hookimpl

from newscrawl.database.browse import cells, pages


@hookimpl
def render_cell(value, column, table, database, datasette):
    return cells.cell(value, column, table, database, datasette)


@hookimpl
def register_routes():
    return pages.ROUTES


@hookimpl
def extra_template_vars(datasette, request):
    return {"places": pages.places(datasette)}
