"""The deal types: one TOML file each, with the roles of its parties and what makes a deal of the type complete."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import msgspec

from newscrawl.deals.model import TYPES
from newscrawl.tables import Table, check_named, read_table

FOLDER = Path(__file__).parent
BUYERS = {"acquisition": "acquirer", "stake": "investor"}
"""Of the types of deals that have a seller, the role of who buys."""
SIDED = {"contract": ("supplier", "customer"), "licensing": ("licensor", "licensee")}
"""Agreements of two who do different things: who gives something, and who gets it."""
BETWEEN_TWO = ("partnership", *SIDED)
"""Agreements of at least two, of which one side alone is none."""


class DealType(Table, frozen=True):
    """A deal type.

    ``family`` groups types that can be told for one another ("buys" for "invests in"). ``roles`` says what each role
    means, ``core`` are the roles that tell two deals apart. ``needs``: one of these must be fulfilled, role → number
    of parties. ``serial`` are roles of which several parties are as many deals ("bought Tal, Bergen and Ostra").
    """

    description: str
    family: str
    roles: dict[str, str]
    core: list[str]
    needs: list[dict[str, int]]
    serial: list[str] = msgspec.field(default_factory=list)


_FILES = {name: FOLDER / f"{name}.toml" for name in TYPES}


@cache
def deal_types() -> dict[str, DealType]:
    """All deal types by name, which is the name of the file, in the order of ``TYPES``.

    Raises:
        TableError: see ``read_table``; also if ``core``, ``serial`` or ``needs`` name a role that the type does not
            have.
    """
    return {name: _deal_type(path) for name, path in _FILES.items()}


@contextmanager
def deal_type_beside(path: Path) -> Iterator[str]:
    """Within the block, know one more deal type: that of a file elsewhere, whose name is the type's.

    For tests, and for trying a type before it is part of the package. Only this process knows it.

    Raises:
        ValueError: there is a type of that name.
        TableError: see ``deal_types``.
    """
    name = path.stem
    if name in _FILES:
        raise ValueError(f"{path}: there is a deal type {name!r} already")
    _deal_type(path)
    _FILES[name] = path
    deal_types.cache_clear()
    try:
        yield name
    finally:
        del _FILES[name]
        deal_types.cache_clear()


def _deal_type(path: Path) -> DealType:
    kind = read_table(path, DealType)
    for key, named in (("core", kind.core), ("serial", kind.serial), *(("needs", need) for need in kind.needs)):
        check_named(f"{path}: {key}", named, kind.roles)
    return kind
