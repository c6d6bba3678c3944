"""The languages: one folder each, with the same file names in all. This module only knows where they lie."""

from functools import cache
from pathlib import Path

from newscrawl.tables import T, read_table

FOLDER = Path(__file__).parent


@cache
def languages(folder: Path = FOLDER) -> tuple[str, ...]:
    """The ISO 639-1 codes of the languages that have a folder, sorted."""
    return tuple(sorted(p.name for p in folder.iterdir() if p.is_dir() and len(p.name) == 2))


@cache
def language_table(language: str, name: str, table: type[T]) -> T:
    """The file ``name``.toml of a language, read once.

    Raises:
        TableError: see ``read_table``.
        FileNotFoundError: the language has no folder, or not this file.
    """
    return read_table(FOLDER / language / f"{name}.toml", table)
