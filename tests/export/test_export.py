"""The deals as a file: what is in it, that a spreadsheet is not fooled, and that a failure leaves the old file."""

import csv
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from sqlite_utils import Database

from newscrawl.article import Article
from newscrawl.database import open_database, save_article
from newscrawl.deals.model import Amount, Deal, Party, Quote, Term
from newscrawl.export.formats import COLUMNS, csv_cell
from newscrawl.export.records import SCHEMA, records
from newscrawl.export.run import run, write_whole
from newscrawl.settings import PROJECT

DOCS = (PROJECT / "docs" / "export.md").read_text(encoding="utf-8")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    database = open_database(path)
    yield database
    database.close()


def save(db: Database, *names: str, number: int = 0) -> None:
    """Store a round that companies put into Tal, at 10.50 euros a share and a third of it."""
    text = f"{' and '.join(names)} invest in\nTal {number}."
    deal = Deal(
        type="funding",
        status="announced",
        main=True,
        parties=(*(Party(name, "investor") for name in names), Party(f"Tal {number}", "target")),
        evidence=text,
        amount=Amount("EUR", per_share=Decimal("10.5")),
        stake_percent=Decimal("33.3"),
        announced="2026-11",
        terms=(Term("payment", "in cash"),),
        quotes={"status": (Quote(text, 0, len(text), "made up"),)},
        confidence=0.75,
    )
    article = Article(title='A, "B"', language="en", published="2026-11-20", text=text)
    save_article(
        db, article, [deal], url=f"https://wire.example/{number}", source="wire", fetched_at="2026-11-20T09:00:00Z"
    )


def test_csv_has_a_line_for_each_deal(db: Database, path: Path, tmp_path: Path) -> None:
    save(db, "Norvik; Söhne", "Ulmo")
    assert run(path, tmp_path / "deals.csv") == 0
    with (tmp_path / "deals.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert tuple(row) == COLUMNS
    expected = {
        "schema": str(SCHEMA), "type": "funding", "main": "1", "investor": "Norvik; Söhne; Ulmo", "target": "Tal 0",
        "seller": "", "amount": "", "per_share": "10.5", "readable_amount": "10.50 EUR a share",
        "stake_percent": "33.3", "announced": "2026-11", "title": 'A, "B"',
        "quote": "Norvik; Söhne and Ulmo invest in Tal 0.",
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected


def test_json_lines_have_everything(db: Database, path: Path, tmp_path: Path) -> None:
    save(db, "Norvik")
    assert run(path, tmp_path / "deals.jsonl") == 0
    (line,) = (tmp_path / "deals.jsonl").read_text(encoding="utf-8").splitlines()
    deal = json.loads(line)
    assert deal["per_share"] == 10.5
    assert deal["main"] is True
    assert {party["name"]: party["role"] for party in deal["parties"]} == {"Norvik": "investor", "Tal 0": "target"}
    assert [(event["day"], event["status"]) for event in deal["timeline"]] == [("2026-11", "announced")]
    assert deal["reports"][0]["sentence"] == "Norvik invest in\nTal 0."
    assert deal["reports"][0]["source"] == "wire"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+49", "'+49"),
        ("-1", "'-1"),
        ("@cmd", "'@cmd"),
        ("  =1+1", "'  =1+1"),
        ("＝1", "'＝1"),
        ("\t=1", "'\t=1"),
        ("\r\n=1", "' =1"),
        ("3M", "3M"),
        ("one\ntwo", "one two"),
        (None, ""),
        (True, "1"),
        (-5, "-5"),
        (10.5, "10.5"),
    ],
)
def test_cell_is_no_formula(value: object, cell: str) -> None:
    assert csv_cell(value) == cell


def test_more_deals_than_are_looked_up_at_a_time(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newscrawl.export.records.CHUNK", 2)
    for number in range(5):
        save(db, "Norvik", number=number)
    found = list(records(db))
    assert len(found) == db.table("deals").count > 2
    assert all(record["parties"] and record["reports"] for record in found)


def test_failure_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "deals.csv"
    file.write_text("old")

    def broken() -> Iterator[str]:
        yield "new"
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_whole(file, broken())
    assert file.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["deals.csv"]


def test_what_cannot_be_done_is_said(db: Database, path: Path, tmp_path: Path, capsys) -> None:
    assert run(path, tmp_path / "deals.xlsx") == 2
    assert run(path, tmp_path / "nowhere" / "deals.csv") == 1
    assert run(tmp_path / "none.db", tmp_path / "deals.csv") == 1
    lines = capsys.readouterr().err.splitlines()
    assert [re.sub(".*/", "", line) for line in lines] == [
        "deals.xlsx: the name must end in .csv or .jsonl",
        "deals.csv: cannot be written: No such file or directory",
        "none.db: there is no database yet; make one with `scrapy crawl news`",
    ]


def test_docs_tell_of_every_field(db: Database) -> None:
    save(db, "Norvik")
    (record,) = records(db)
    sections = re.split(r"^## ", DOCS, flags=re.MULTILINE)
    told = {
        section.split("\n")[0]: set(re.findall(r"^\| `(\w+)`", section, flags=re.MULTILINE)) for section in sections
    }
    assert told["Fields of a deal"] == set(record) | set(COLUMNS)
    for name in ("parties", "timeline", "reports"):
        assert told[f"Fields of `{name}`"] == set(record[name][0]), name
    assert f"version {SCHEMA}" in DOCS
