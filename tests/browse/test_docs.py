"""docs/database.md and Datasette's descriptions tell of every table and column, and of no other."""

import re
from pathlib import Path

import yaml

from newscrawl.database import open_database
from newscrawl.database.browse import FOLDER

METADATA = yaml.safe_load((FOLDER / "metadata.yaml").read_text(encoding="utf-8"))["databases"]["newscrawl"]
TABLES = {name: table for name, table in METADATA["tables"].items() if not table.get("hidden")}
DOCS = (Path(__file__).parent.parent.parent / "docs" / "database.md").read_text(encoding="utf-8")


def schema() -> dict[str, list[str]]:
    db = open_database(":memory:")
    names = [n for n in (*db.table_names(), *db.view_names()) if "_fts" not in n and not n.startswith(("_", "sqlite_"))]
    return {name: [row[1] for row in db.execute(f"PRAGMA table_info({name})")] for name in names}


def test_datasette_describes_every_table_and_column() -> None:
    assert {name: list(table["columns"]) for name, table in TABLES.items()} == {n: schema()[n] for n in TABLES}
    assert set(TABLES) == set(schema())
    assert all(table["title"] and table["description"] for table in TABLES.values())


def test_docs_say_the_same() -> None:
    sections = dict(re.findall(r"^### `(\w+)`\n(.*?)(?=^##|\Z)", DOCS, flags=re.MULTILINE | re.DOTALL))
    assert set(sections) == set(TABLES)
    for name, table in TABLES.items():
        assert table["description"] in sections[name], name
        assert dict(re.findall(r"^\| `(\w+)` \| (.*?) \|$", sections[name], flags=re.MULTILINE)) == table["columns"], (
            name
        )
