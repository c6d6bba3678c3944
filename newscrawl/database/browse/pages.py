"""Pages of our own beside Datasette's tables."""

from typing import TYPE_CHECKING

from datasette.utils.asgi import Response

if TYPE_CHECKING:
    from datasette.app import Datasette


def database_name(datasette: "Datasette") -> str:
    """The database shown: the first one."""
    return str(datasette.get_database().name)


def places(datasette: "Datasette") -> list[tuple[str, str]]:
    """Where one can go from every page: label and address."""
    name = database_name(datasette)
    tables = (("Deals", "deal_list"), ("Companies", "companies"), ("Articles", "articles"), ("Sources", "sources"))
    database = datasette.urls.database(name)
    return [
        *((label, datasette.urls.table(name, table)) for label, table in tables),
        ("Queries", f"{database}#queries"),
        ("Tables", f"{database}#tables"),
    ]


async def home(datasette: "Datasette") -> Response:
    """What one sees first: the deals."""
    return Response.redirect(datasette.urls.table(database_name(datasette), "deal_list"))


ROUTES = [(r"^/$", home)]
