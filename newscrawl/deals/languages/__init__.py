"""The languages: one folder each, with the same file names in all. This module only knows where they lie."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from newscrawl.tables import T, read_table

FOLDER = Path(__file__).parent
_FOLDERS = {path.name: path for path in FOLDER.iterdir() if path.is_dir() and len(path.name) == 2}


def languages() -> tuple[str, ...]:
    """The ISO 639-1 codes of the languages that have a folder, sorted."""
    return tuple(sorted(_FOLDERS))


@contextmanager
def language_beside(folder: Path) -> Iterator[str]:
    """Within the block, know one more language: that of a folder elsewhere, whose name is its code.

    For tests, and for trying a language before it is part of the package. Only this process knows it. What was read
    stays in memory: to read changed files, start anew or give the folder another name.

    Raises:
        ValueError: there is a language of that name.
    """
    code = folder.name
    if code in _FOLDERS:
        raise ValueError(f"{folder}: there is a language {code!r} already")
    _FOLDERS[code] = folder
    try:
        yield code
    finally:
        del _FOLDERS[code]


def language_folder(language: str) -> Path:
    """Where the files of a language lie, or would lie."""
    return _FOLDERS.get(language, FOLDER / language)


def language_file(language: str, name: str) -> Path:
    """Where the file ``name``.toml of a language lies, or would lie."""
    return language_folder(language) / f"{name}.toml"


@cache
def language_table(language: str, name: str, table: type[T]) -> T:
    """The file ``name``.toml of a language, read once.

    Raises:
        TableError: see ``read_table``.
        FileNotFoundError: the language has no folder, or not this file.
    """
    return read_table(language_file(language, name), table)
