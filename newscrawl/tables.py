"""Our knowledge lies in TOML files; this reads them strictly.

Every file is described by a ``msgspec.Struct``. A key that the description lacks, a missing key or a value of the
wrong type stops at load with the file, the place, and what was allowed: a misspelt key must never be a rule that
silently does nothing.
"""

import tomllib
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T", bound="Table")


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of every table: immutable, keyword-only, unknown keys refused."""


class TableError(ValueError):
    """A data file says something that its reader does not understand."""


def read_table(path: Path, table: type[T]) -> T:
    """Read one TOML file into ``table``.

    Raises:
        TableError: the file is no TOML, or a key is unknown, missing or of the wrong type; the message names
            the file, the place in it and the keys allowed there.
        FileNotFoundError: there is no such file.
    """
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), table)
    except tomllib.TOMLDecodeError as error:
        raise TableError(f"{path}: no TOML: {error}") from error
    except msgspec.ValidationError as error:
        raise TableError(f"{path}: {error}; {_allowed(table)}") from error


def check_named(place: str, named: Iterable[str], allowed: Collection[str]) -> None:
    """Whether everything that a file names at a place (file and key) is known.

    Raises:
        TableError: something is not; the message has the place, what is unknown there, and what is allowed.
    """
    for name in named:
        if name not in allowed:
            raise TableError(f"{place}: {name!r} is unknown; allowed: {', '.join(sorted(allowed))}")


def _allowed(table: type[Table]) -> str:
    """The keys of a table and of the tables inside it, for an error message."""
    seen: dict[type[Table], None] = {}
    _collect(table, seen)
    return "; ".join(f"{t.__name__} takes {', '.join(t.__struct_fields__)}" for t in seen)


def _collect(kind: object, seen: dict[type[Table], None]) -> None:
    """Gather the tables that ``kind``, a type or a type with arguments, mentions."""
    if isinstance(kind, type) and issubclass(kind, Table) and kind not in seen:
        seen[kind] = None
        for field in msgspec.structs.fields(kind):
            _collect(field.type, seen)
    for argument in getattr(kind, "__args__", ()):
        _collect(argument, seen)
