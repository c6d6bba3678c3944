"""Pages of our own beside Datasette's tables: a deal, a company, an article. Complete without JavaScript."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Request, Response

from newscrawl.database.browse import rows
from newscrawl.database.browse.safe import isolated, visible, web_link

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.database import Database

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""No script may run on our pages, whatever an article says, and no site learns that we came from here."""


def places(datasette: "Datasette") -> list[tuple[str, str]]:
    """Where one can go from every page: label and address."""
    name = datasette.get_database().name
    tables = (("Deals", "deal_list"), ("Companies", "companies"), ("Articles", "articles"), ("Sources", "sources"))
    database = datasette.urls.database(name)
    return [
        *((label, datasette.urls.table(name, table)) for label, table in tables),
        ("Queries", f"{database}#queries"),
        ("Tables", f"{database}#tables"),
    ]


async def home(datasette: "Datasette", request: Request) -> Response:
    """What one sees first: the deals."""
    return Response.redirect(datasette.urls.table(datasette.get_database().name, "deal_list"))


async def deal(datasette: "Datasette", request: Request) -> Response:
    """A deal by its uid; a former uid, or the key of a deal, leads to it."""
    db, name = await _database(datasette, request, "deals"), request.url_vars["name"]
    if row := await rows.first(db, "SELECT * FROM deals WHERE uid = ?", name):
        return await _page(datasette, request, "deal.html", await rows.deal_page(db, row))
    other = await rows.first(
        db,
        "SELECT uid FROM deals WHERE id = CAST(? AS INTEGER) AND ? NOT GLOB '*[^0-9]*'"
        " UNION SELECT d.uid FROM deal_redirects r JOIN deals d ON d.id = r.deal WHERE r.uid = ?",
        name, name, name,
    )  # fmt: skip
    if other is None:
        return await _missing(datasette, request, f"There is no deal {name}")
    return Response.redirect(datasette.urls.path(f"/deal/{other['uid']}"))


async def company(datasette: "Datasette", request: Request) -> Response:
    """A company by its key."""
    return await _row_page(datasette, request, "companies", "company.html", rows.company_page)


async def article(datasette: "Datasette", request: Request) -> Response:
    """An article by its key."""
    return await _row_page(datasette, request, "articles", "article.html", rows.article_page)


async def _row_page(
    datasette: "Datasette",
    request: Request,
    table: str,
    template: str,
    gather: Callable[["Database", rows.Row], Awaitable[rows.Row]],
) -> Response:
    """The page of a row of a table that is addressed by its key."""
    db, key = await _database(datasette, request, table), request.url_vars["key"]
    row = await rows.first(db, f"SELECT * FROM {table} WHERE id = ?", int(key))
    if row is None:
        return await _missing(datasette, request, f"There is no {template.removesuffix('.html')} {key}")
    return await _page(datasette, request, template, await gather(db, row))


async def _database(datasette: "Datasette", request: Request, table: str) -> "Database":
    """The database shown, if who asks may see the table: own pages must ask themselves."""
    db = datasette.get_database()
    asked = [("view-table", (db.name, table)), ("view-database", db.name), "view-instance"]
    await datasette.ensure_permissions(request.actor, asked)
    return db


async def _page(datasette: "Datasette", request: Request, template: str, shown: dict[str, Any]) -> Response:
    known = {"database": datasette.get_database().name, "isolated": isolated, "visible": visible, "web_link": web_link}
    return Response.html(await datasette.render_template(template, known | shown, request=request), headers=HEADERS)


async def _missing(datasette: "Datasette", request: Request, message: str) -> Response:
    """An answer, not an exception: Datasette would print a page of traceback for each."""
    shown = {"error": message, "status": 404, "title": None, "ok": False}
    return Response.html(await datasette.render_template("error.html", shown, request=request), 404, HEADERS)


ROUTES = [
    (r"^/$", home),
    (r"^/deal/(?P<name>[a-z0-9]{1,20})$", deal),
    (r"^/company/(?P<key>[0-9]{1,15})$", company),
    (r"^/article/(?P<key>[0-9]{1,15})$", article),
]
