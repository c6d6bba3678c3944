"""Exchange rates from a file: read strictly, used by the day."""

import zipfile
from pathlib import Path

import pytest
from sqlite_utils import Database

from newscrawl.database.guidance import rates_of
from newscrawl.database.rates import RatesError, import_rates

TABLE = "Date,USD,JPY,XBB,\n2026-11-24,1.0841,163.2,N/A,\n2026-11-20,1.05,,N/A,\n"


def write(folder: Path, text: str) -> Path:
    path = folder / "rates.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_rate_of_the_day_or_the_last_before(db: Database, tmp_path: Path) -> None:
    assert import_rates(db, write(tmp_path, TABLE)) == 3
    rate = rates_of(db)
    assert [rate("USD", f"2026-11-{day}") for day in (19, 20, 23, 24, 30)] == [None, 1.05, 1.05, 1.0841, 1.0841]
    assert (rate("JPY", "2026-11-20"), rate("XBB", "2026-11-24")) == (None, None)


def test_a_newer_file_takes_the_place_of_the_same_days(db: Database, tmp_path: Path) -> None:
    import_rates(db, write(tmp_path, TABLE))
    import_rates(db, write(tmp_path, "Date,USD\n2026-11-24,1.1\n"))
    assert rates_of(db)("USD", "2026-11-24") == 1.1
    assert db.table("rates").count == 3


def test_zip(db: Database, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "rates.zip", "w") as archive:
        archive.writestr("rates.csv", TABLE)
    assert import_rates(db, tmp_path / "rates.zip") == 3


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "rates.csv:1: must begin with Date"),
        ("Day,USD\n", "rates.csv:1: must begin with Date"),
        ("Date,Dollar\n", "rates.csv:1: 'Dollar' is no ISO 4217 currency"),
        ("Date,USD\n24.11.2026,1.1\n", "rates.csv:2: '24.11.2026' is no date"),
        ('Date,USD\n2026-11-24,1.1\n2026-11-25,"1,1"\n', "rates.csv:3: USD '1,1' is no rate"),
        ("Date,USD\n2026-11-24,0\n", "rates.csv:2: USD '0' is no rate"),
    ],
)
def test_what_cannot_be_read_is_named_and_nothing_stored(db: Database, tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(RatesError, match=message):
        import_rates(db, write(tmp_path, text))
    assert db.table("rates").count == 0


@pytest.mark.parametrize("name", ["none.csv", "none.zip"])
def test_missing_file(db: Database, tmp_path: Path, name: str) -> None:
    with pytest.raises(RatesError, match=f"{name}: cannot be read"):
        import_rates(db, tmp_path / name)
