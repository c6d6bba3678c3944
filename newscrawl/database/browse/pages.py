"""Pages of our own beside Datasette's tables, complete without JavaScript: overview, deal, company, article, data."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Request, Response

from newscrawl.database.browse.article_page import article_page
from newscrawl.database.browse.company_page import company_page
from newscrawl.database.browse.deal_page import deal_page, redirected
from newscrawl.database.browse.overview import overview_page
from newscrawl.database.browse.rows import Row, first
from newscrawl.database.browse.safe import isolated, visible, web_link
from newscrawl.database.dates import readable_date
from newscrawl.deals.model import STATUSES

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

KNOWN = {"isolated": isolated, "visible": visible, "web_link": web_link, "readable_date": readable_date}
"""What our templates may call."""


def places(datasette: "Datasette") -> list[tuple[str, str]]:
    """Where one can go from every page: label and address. Datasette's own page of a large database takes seconds."""
    name, path = datasette.get_database().name, datasette.urls.path
    tables = (("Deals", "deal_list"), ("Companies", "companies"), ("Articles", "article_list"))
    return [
        ("Overview", path("/overview")),
        *((label, datasette.urls.table(name, table)) for label, table in tables),
        ("Queries and tables", path("/data")),
    ]


async def home(datasette: "Datasette", request: Request) -> Response:
    """What one sees first: the deals."""
    return Response.redirect(datasette.urls.table(datasette.get_database().name, "deal_list"))


async def overview(datasette: "Datasette", request: Request) -> Response:
    """Figures and charts of everything."""
    db = await _database(datasette, request, "deal_list")
    return await _page(datasette, request, "overview.html", await overview_page(db) | {"statuses": STATUSES})


async def data(datasette: "Datasette", request: Request) -> Response:
    """The queries with their parameters, and every table."""
    db = await _database(datasette, request, "deal_list")
    shown = {
        "queries": await datasette.get_canned_queries(db.name, request.actor),
        "tables": datasette.metadata("tables", database=db.name) or {},
        "sql": await datasette.permission_allowed(request.actor, "execute-sql", db.name, default=True),
    }
    return await _page(datasette, request, "data.html", shown)


async def deal(datasette: "Datasette", request: Request) -> Response:
    """A deal by its uid; a former uid, or the key of a deal, leads to it."""
    db, name = await _database(datasette, request, "deals"), request.url_vars["name"]
    if row := await first(db, "SELECT * FROM deals WHERE uid = ?", name):
        return await _page(datasette, request, "deal.html", await deal_page(db, row))
    uid = await redirected(db, name)
    if uid is None:
        return await _missing(datasette, request, f"There is no deal {name}")
    return Response.redirect(datasette.urls.path(f"/deal/{uid}"))


async def company(datasette: "Datasette", request: Request) -> Response:
    """A company by its key."""
    return await _row_page(datasette, request, "companies", "company.html", company_page)


async def article(datasette: "Datasette", request: Request) -> Response:
    """An article by its key."""
    return await _row_page(datasette, request, "articles", "article.html", article_page)


async def _row_page(
    datasette: "Datasette",
    request: Request,
    table: str,
    template: str,
    gather: Callable[["Database", Row], Awaitable[Row]],
) -> Response:
    """The page of a row of a table that is addressed by its key."""
    db, key = await _database(datasette, request, table), request.url_vars["key"]
    row = await first(db, f"SELECT * FROM {table} WHERE id = ?", int(key))
    if row is None:
        return await _missing(datasette, request, f"There is no {template.removesuffix('.html')} {key}")
    return await _page(datasette, request, template, await gather(db, row))


async def _database(datasette: "Datasette", request: Request, table: str) -> "Database":
    """The database shown, if who asks may see the table: own pages must ask themselves."""
    db = datasette.get_database()
    asked = [("view-table", (db.name, table)), ("view-database", db.name), "view-instance"]
    await datasette.ensure_permissions(request.actor, asked)
    return db


async def _page(
    datasette: "Datasette", request: Request, template: str, shown: dict[str, Any], status: int = 200
) -> Response:
    known = KNOWN | {"database": datasette.get_database().name, "own_page": True}
    return Response.html(
        await datasette.render_template(template, known | shown, request=request), status=status, headers=HEADERS
    )


async def _missing(datasette: "Datasette", request: Request, message: str) -> Response:
    """An answer, not an exception: Datasette would print a page of traceback for each."""
    return await _page(datasette, request, "missing.html", {"message": message}, 404)


ROUTES = [
    (r"^/$", home),
    (r"^/overview$", overview),
    (r"^/data$", data),
    (r"^/deal/(?P<name>[a-z0-9]{1,20})$", deal),
    (r"^/company/(?P<key>[0-9]{1,15})$", company),
    (r"^/article/(?P<key>[0-9]{1,15})$", article),
]
