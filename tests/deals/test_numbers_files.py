"""The files of the exact parts: the same in every language, and refused when a key is not known."""

from pathlib import Path

import pytest

from newscrawl.deals.languages import FOLDER, languages
from newscrawl.deals.mentions.date_patterns import DateWords
from newscrawl.deals.mentions.durations import DurationWords
from newscrawl.deals.mentions.money import MoneyWords
from newscrawl.deals.mentions.numbers import NumberWords
from newscrawl.deals.mentions.percents import PercentWords
from newscrawl.deals.sentences import SentenceRules
from newscrawl.tables import Table, TableError, read_table

TABLES: dict[str, type[Table]] = {
    "sentences": SentenceRules,
    "numbers": NumberWords,
    "money": MoneyWords,
    "percents": PercentWords,
    "durations": DurationWords,
    "dates": DateWords,
}


def test_every_language_has_the_same_files() -> None:
    names = {language: {path.name for path in (FOLDER / language).iterdir()} for language in languages()}
    assert all(files == names["en"] for files in names.values()), names


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", TABLES)
def test_unknown_key_stops_at_load(language: str, name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.toml"
    path.write_text("surprise = 1\n" + (FOLDER / language / f"{name}.toml").read_text("utf-8"), "utf-8")
    with pytest.raises(TableError, match="surprise"):
        read_table(path, TABLES[name])
