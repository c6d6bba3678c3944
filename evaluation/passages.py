"""The passages of fixtures/passages, read for tests and for measuring: see the README there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from newscrawl.deals.model import ROLES, Amount
from newscrawl.tables import Table, read_table

FOLDER = Path(__file__).parent.parent / "fixtures" / "passages"
HELD_BACK = "heldback"


class PassageDeal(Table, frozen=True):
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


class Passage(Table, frozen=True):
    """One to a few sentences with the deals they tell."""

    name: str
    text: str
    published: str | None = None
    title: str | None = None
    deals: list[PassageDeal] = msgspec.field(name="deal", default_factory=list)


class PassageFile(Table, frozen=True):
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


def passage_rows(language: str, held_back: bool) -> list[dict[str, Any]]:
    """The passages of a language as rows like those of the gold files: id, language, text, published, title, deals."""
    return [
        {
            "id": str(located),
            "language": language,
            "text": located.passage.text,
            "published": located.passage.published,
            "title": located.passage.title,
            "deals": [_deal_row(deal) for deal in located.passage.deals],
        }
        for located in passages()
        if (located.language, located.held_back) == (language, held_back)
    ]


def _deal_row(deal: PassageDeal) -> dict[str, Any]:
    return {
        "type": deal.type,
        "status": deal.status,
        "main": deal.main is not False,
        "parties": [{"name": name, "role": role} for role, names in deal.parties.items() for name in names],
        "amount": amount_of(deal.amount) if deal.amount else None,
        "stake_percent": deal.stake_percent,
        "announced": deal.announced,
    }


def printed(amount: Amount | None) -> dict[str, Any] | None:
    """The parts of an amount that a text prints, as the gold files name them; None where it prints none."""
    if amount is None:
        return None
    parts = {key: getattr(amount, key) for key in ("value", "max", "per_share", "currency")}
    return {key: part for key, part in parts.items() if part is not None}


NUMBER = r"\d++(?:\.\d++)?"
AMOUNT = re.compile(rf"(?P<value>{NUMBER})(?:\.\.(?P<max>{NUMBER}))?(?: (?P<currency>[A-Z]{{3}}))?(?P<share>/share)?")


def amount_of(written: str) -> dict[str, Any]:
    """ "15000000..20000000 EUR" and "26.5 USD/share" as the gold files write amounts.

    Raises:
        ValueError: it is no amount.
    """
    found = AMOUNT.fullmatch(written)
    if found is None:
        raise ValueError(f"no amount: {written!r}")
    key = "per_share" if found["share"] else "value"
    amount: dict[str, Any] = {key: float(found["value"]), "currency": found["currency"]}
    return amount | ({"max": float(found["max"])} if found["max"] else {})
