"""The values that ``find_names`` gives back."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec


@dataclass(frozen=True, slots=True)
class Entity:
    """What several mentions name.

    ``name`` is the fullest form in the text, verbatim but for line breaks; a genitive -s is taken off where the text
    has the base form. ``aliases`` are the other forms. ``kind`` is organisation, person, place, product or other.
    ``score`` is the evidence that this is an organisation that can be a party to a deal, ``features`` the names of
    what was found for and against it (see ``evidence.WEIGHTS``).
    """

    name: str
    aliases: tuple[str, ...]
    kind: str
    score: float
    features: tuple[str, ...]


class Naming:
    """What the mentions of a text name.

    Most texts tell no deal, and nobody asks what their names name: that is found when it is first asked for.
    """

    def __init__(self, name: Callable[[], tuple[Sequence[Entity], Sequence[int]]]) -> None:
        """Args: name: finds the entities, and for each mention the index of its own."""
        self._name = name

    @cached_property
    def found(self) -> tuple[Sequence[Entity], Sequence[int]]:
        """The entities, and for each mention which of them it names."""
        return self._name()


class Mention(msgspec.Struct, frozen=True, gc=False):
    """One occurrence of a name: ``text[start:end] == name``, with its legal form, without article, apposition,
    title or possessive 's."""

    start: int
    end: int
    name: str
    number: int
    """Its place in ``Names.mentions``."""
    naming: Naming

    @property
    def entity(self) -> int:
        """An index into ``Names.entities``."""
        return self.naming.found[1][self.number]


class Names:
    """The mentions of a text in text order, none overlapping, and the entities they name."""

    def __init__(self, written: Iterable[tuple[int, int, str]], naming: Naming) -> None:
        """Args:
        written: start, end and name of each mention.
        naming: what they name.
        """
        self.mentions = tuple(Mention(*place, number, naming) for number, place in enumerate(written))
        self._naming = naming

    @property
    def entities(self) -> Sequence[Entity]:
        """What the mentions name, in the order of the first mention."""
        return self._naming.found[0]

    @cached_property
    def by_entity(self) -> dict[int, list[Mention]]:
        """The mentions of each entity, in text order."""
        found: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.entity, []).append(mention)
        return found
