"""What fills a role of a frame: an entity, a reference to one, or a unit without a name of its own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a role: ``entity`` is an index into the names of the text.

    ``reference`` is ``one``, ``several`` or ``speaker`` for pronouns, ``company`` or ``companies`` for a definite noun,
    ``sold`` for a unit that can only be one told of before ("die Tochter"),
    ``maker`` for one with a genitive ("the maker of drives"), ``described`` for a noun that need not mean a company;
    ``unit`` marks a part of a company known by its noun only, ``owner`` the one it belongs to. Offsets are those of the
    name, pronoun or noun in the text. ``named`` is a name known by its place only ("den Küchenbauer WOHNHAFT"); a
    ``weak`` one stands without an article where common nouns have one ("NETZKERN übernimmt"), and counts beside a sure
    party only.
    """

    start: int
    end: int
    entity: int | None = None
    reference: str | None = None
    unit: bool = False
    named: bool = False
    weak: bool = False
    owner: "Filler | None" = None
    word: str = ""
    body: bool = False
    """Whether it is a public body, known by its noun ("die indische MARINE")."""
    owns: bool = False
    """Whether it is a possessive ("its", "ihre"), which mostly takes up who is named beside it."""
