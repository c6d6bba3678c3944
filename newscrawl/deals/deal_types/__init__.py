"""The deal types: one TOML file each, with the roles of its parties and what makes a deal of the type complete."""

from functools import cache
from pathlib import Path

from newscrawl.tables import Table, read_table

FOLDER = Path(__file__).parent


class DealType(Table, frozen=True):
    """A deal type.

    ``family`` groups types that can be told for one another ("buys" for "invests in"). ``roles`` says what each role
    means, ``core`` are the roles that tell two deals apart. ``needs``: one of these must be fulfilled, role → number
    of parties.
    """

    description: str
    family: str
    roles: dict[str, str]
    core: list[str]
    needs: list[dict[str, int]]


@cache
def deal_types(folder: Path = FOLDER) -> dict[str, DealType]:
    """All deal types by name, which is the name of the file."""
    return {path.stem: read_table(path, DealType) for path in sorted(folder.glob("*.toml"))}
