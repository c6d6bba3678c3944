"""The passages of fixtures/passages as the tests read them: see the README there."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from newscrawl.deals.model import ROLES
from newscrawl.tables import Table, read_table

FOLDER = Path(__file__).parent.parent.parent / "fixtures" / "passages"
HELD_BACK = "heldback"


class PassageDeal(Table):
    """A deal that a passage tells.

    What is not given is not printed (``amount``, ``stake_percent``, ``announced``) or not asked (``main``, ``terms``,
    ``timeline``).
    """

    type: str
    status: str
    acquirer: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    seller: tuple[str, ...] = ()
    investor: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    venture: tuple[str, ...] = ()
    licensor: tuple[str, ...] = ()
    licensee: tuple[str, ...] = ()
    supplier: tuple[str, ...] = ()
    customer: tuple[str, ...] = ()
    amount: str | None = None
    stake_percent: float | None = None
    announced: str | None = None
    main: bool | None = None
    terms: tuple[str, ...] = ()
    timeline: tuple[str, ...] = ()

    @property
    def parties(self) -> dict[str, tuple[str, ...]]:
        """Role → names, of the roles that are filled."""
        return {role: names for role in ROLES if (names := getattr(self, role))}


class Passage(Table):
    """One to a few sentences with the deals they tell."""

    name: str
    text: str
    published: str | None = None
    title: str | None = None
    deals: list[PassageDeal] = msgspec.field(name="deal", default_factory=list)


class PassageFile(Table):
    """The passages of one subject."""

    passages: list[Passage] = msgspec.field(name="passage")


@dataclass(frozen=True, slots=True)
class Located:
    """A passage, and where it stands."""

    language: str
    subject: str
    held_back: bool
    passage: Passage

    def __str__(self) -> str:
        return f"{self.language}/{HELD_BACK + '/' if self.held_back else ''}{self.subject}: {self.passage.name}"


def passages(folder: Path = FOLDER) -> Iterator[Located]:
    """All passages of all languages, files in order of their names.

    Raises:
        TableError: a file has an unknown or missing key or a value of the wrong type; names file and place.
    """
    for path in sorted(folder.rglob("*.toml")):
        language, held_back = path.relative_to(folder).parts[0], path.parent.name == HELD_BACK
        for passage in read_table(path, PassageFile).passages:
            yield Located(language, path.stem, held_back, passage)
