"""The database in Datasette: what `make browse` opens.

Templates, styles and the plugin beside this file make it readable; ``metadata.yaml`` says what tables and columns mean
and which queries are offered.
"""

import socket
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newscrawl.database.connection import DatabaseError, upgrade_database

if TYPE_CHECKING:
    from datasette.app import Datasette

FOLDER = Path(__file__).parent
HOST = "127.0.0.1"
SETTINGS = {
    "default_page_size": 50,
    "suggest_facets": False,  # tries every column, which takes seconds on a large table
    "facet_time_limit_ms": 1000,  # they take some 50 even of 300 000 deals; a busy machine needs longer
    "sql_time_limit_ms": 3000,
    "truncate_cells_html": 300,
    "allow_download": False,
}


class BrowseError(Exception):
    """The database cannot be shown; the message says why and what to do."""


def serve(datasette: "Datasette", port: int = 8001) -> None:
    """Serve at http://127.0.0.1:port until interrupted.

    Raises:
        BrowseError: the port is taken, or may not be used.
    """
    import uvicorn

    try:
        socket.create_server((HOST, port)).close()
    except (OSError, OverflowError) as error:
        raise BrowseError(f"port {port} cannot be used ({error}); choose another with --port") from error
    print(f"http://{HOST}:{port}/ (Ctrl-C ends)", file=sys.stderr)
    uvicorn.run(datasette.app(), host=HOST, port=port, log_level="warning")


def make_datasette(database: Path | str, public: bool = False) -> "Datasette":
    """Datasette with our metadata, pages and settings on one database; an older one is brought to the newest schema.

    ``public``: for strangers, who cannot ask SQL of their own.

    Raises:
        BrowseError: Datasette is not installed, or the database cannot be opened.
    """
    try:
        from datasette.app import Datasette
    except ImportError as error:
        raise BrowseError(
            f"Datasette is missing ({error}); install it with: pip install 'newscrawl[browse]'"
        ) from error
    try:
        upgrade_database(database)
    except DatabaseError as error:
        raise BrowseError(str(error)) from error
    return Datasette(
        files=[str(database)],
        metadata=metadata_for(Path(database).stem),
        template_dir=str(FOLDER / "templates"),
        plugins_dir=str(FOLDER / "plugins"),
        static_mounts=[("newscrawl-static", str(FOLDER / "static"))],
        settings=SETTINGS | {"default_allow_sql": not public},
    )


def metadata_for(name: str) -> dict[str, Any]:
    """The metadata for a database of this name: Datasette calls it like its file."""
    from datasette.utils import parse_metadata

    metadata: dict[str, Any] = parse_metadata((FOLDER / "metadata.yaml").read_text(encoding="utf-8"))
    databases: Mapping[str, Any] = metadata["databases"]
    return metadata | {
        "databases": {name: databases["newscrawl"]},
        "extra_css_urls": ["/newscrawl-static/newscrawl.css"],
    }
