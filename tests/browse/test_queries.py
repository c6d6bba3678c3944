"""The queries that Datasette offers, and those of docs/browse.md."""

import re
from pathlib import Path

import pytest
import yaml
from sqlite_utils import Database

from newscrawl.database.browse import FOLDER

QUERIES = yaml.safe_load((FOLDER / "metadata.yaml").read_text(encoding="utf-8"))["databases"]["newscrawl"]["queries"]
DOCS = Path(__file__).parent.parent.parent / "docs" / "browse.md"


@pytest.mark.parametrize(
    ("query", "least"),
    [
        ("deals_of_a_company?company=corvane", 2),
        ("deals_of_a_company?company=nobody-at-all", 0),
        ("newest_deals?type=", 10),
        ("newest_deals?type=merger", 1),
        ("biggest_deals_by_currency?how_many=", 3),
        ("biggest_deals_by_currency?how_many=1", 2),
        ("stakes_above?percent=", 1),
        ("stakes_above?percent=100", 0),
        ("rumours_and_denials?company=", 1),
    ],
)
def test_query_answers(get, query: str, least: int) -> None:
    path = query.replace("?", ".json?_shape=array&", 1)
    rows = get(f"/news/{path}").json()
    assert len(rows) >= least
    assert least or not rows
    assert get(f"/news/{query}").status_code == 200


def test_biggest_deals_are_ranked_within_their_currency(get) -> None:
    rows = get("/news/biggest_deals_by_currency.json?_shape=array&how_many=1").json()
    assert [row["rank"] for row in rows] == [1] * len(rows)
    assert len({row["currency"] for row in rows}) == len(rows)


def test_every_query_is_described_and_in_the_docs() -> None:
    assert len(QUERIES) == 5
    for name, query in QUERIES.items():
        assert query["title"]
        assert query["description"]
        assert f"`{name}`" in DOCS.read_text(encoding="utf-8")


@pytest.mark.parametrize("sql", re.findall(r"```sql\n(.*?)```", DOCS.read_text(encoding="utf-8"), flags=re.DOTALL))
def test_example_of_the_docs_runs_and_finds_something(database, sql: str) -> None:
    assert Database(database).execute(sql).fetchall()
