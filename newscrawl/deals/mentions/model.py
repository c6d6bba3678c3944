"""The values that ``find_names`` gives back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of a name: ``text[start:end] == name``, with its legal form, without article, apposition,
    title or possessive 's. ``entity`` is an index into ``Names.entities``."""

    start: int
    end: int
    name: str
    entity: int


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


@dataclass(frozen=True, slots=True, eq=False)  # told apart by identity, so that what is known of one is kept
class Names:
    """The mentions of a text in text order, none overlapping, and the entities they name."""

    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
