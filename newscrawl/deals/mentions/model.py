"""The values that ``find_names`` gives back."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property


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


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of a name: ``text[start:end] == name``, with its legal form, without article, apposition,
    title or possessive 's."""

    start: int
    end: int
    name: str
    number: int
    """Its place in ``Names.mentions``."""
    names: "Names"

    @property
    def entity(self) -> int:
        """An index into ``Names.entities``."""
        return self.names.entity_of[self.number]


class Names:
    """The mentions of a text in text order, none overlapping, and the entities they name.

    Most texts tell no deal, and nobody asks what their names name: that is found when it is first asked for.
    """

    def __init__(
        self, written: Iterable[tuple[int, int, str]], name: Callable[[], tuple[Sequence[Entity], Sequence[int]]]
    ) -> None:
        """Args:
        written: start, end and name of each mention.
        name: finds the entities, and for each mention the index of its own.
        """
        self.mentions = tuple(Mention(*place, number, self) for number, place in enumerate(written))
        self._name = name

    @cached_property
    def _named(self) -> tuple[Sequence[Entity], Sequence[int]]:
        return self._name()

    @property
    def entities(self) -> Sequence[Entity]:
        """What the mentions name, in the order of the first mention."""
        return self._named[0]

    @property
    def entity_of(self) -> Sequence[int]:
        """For each mention, which entity it names."""
        return self._named[1]
