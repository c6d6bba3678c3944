"""All languages have the same files, and a file that says something unknown stops with its name and what is allowed."""

from pathlib import Path

import pytest

from newscrawl.deals.deal_types import FOLDER as TYPE_FILES
from newscrawl.deals.deal_types import DealType, deal_types
from newscrawl.deals.frames.triggers import TriggerTable
from newscrawl.deals.languages import FOLDER, languages
from newscrawl.deals.model import ROLES, TYPES
from newscrawl.tables import TableError, read_table


def test_languages_have_the_same_files() -> None:
    files = {
        language: {path.relative_to(FOLDER / language) for path in (FOLDER / language).rglob("*.toml")}
        for language in languages()
    }
    assert len({frozenset(names) for names in files.values()}) == 1, files


@pytest.mark.parametrize("language", languages())
def test_every_deal_type_has_triggers(language: str) -> None:
    assert {path.stem for path in (FOLDER / language / "triggers").glob("*.toml")} == set(TYPES)


def test_deal_types_are_those_of_the_model() -> None:
    assert {path.stem for path in TYPE_FILES.glob("*.toml")} == set(TYPES)
    assert {role for kind in deal_types().values() for role in kind.roles} == set(ROLES)


@pytest.mark.parametrize(
    ("table", "text", "said"),
    [
        (DealType, 'famly = "equity"', "famly"),
        (TriggerTable, '[[verb]]\nname = "buy"\nlemas = ["buy"]', "lemas"),
        (TriggerTable, "[[verb]\n", "no TOML"),
        (DealType, 'description = 5\nfamily = "equity"\ncore = []\nneeds = []\nroles = {}', "description"),
    ],
)
def test_what_is_unknown_stops_at_load(tmp_path: Path, table: type, text: str, said: str) -> None:
    path = tmp_path / "broken.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TableError) as error:
        read_table(path, table)
    assert str(path) in str(error.value)
    assert said in str(error.value)
