"""A frame, and the grammar that finds frames."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.triggers import NounTrigger, Triggers, VerbTrigger
from newscrawl.deals.mentions.references import References
from newscrawl.deals.syntax.lexicon import Lexicon
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases


@dataclass(slots=True)
class Frame:
    """A deal as one place of the text tells it; roles are still names, references and units of that place."""

    trigger: VerbTrigger | NounTrigger
    sentence: int
    start: int
    end: int
    roles: dict[str, list[Filler]]
    group: Phrase | None
    """The verb group that tells whether it happened: the trigger itself, or the verb that governs the noun."""
    index: int
    """Where in the sentence's phrases the trigger stands."""
    noun: Phrase | None = None
    governed_as: str = ""
    """Which slot of ``group`` the noun fills."""
    fronted: bool = False
    """Whether the noun stands before the clause of ``group`` ("after the purchase of Tal, …")."""
    beside: int | None = None
    """Where its sum and date stand near, if it shares another deal's trigger ("bought A in 2012 and B in 2014")."""
    status: str | None = None
    gives: bool = False
    """Whether a noun tells it that says that somebody sells ("the sale of Tal")."""
    weak: bool = False
    echo: tuple[str, ...] = ()
    rivals: bool = False
    asked: bool = False
    """Whether it is only asked for: "Will Norvik buy Tal?"."""
    slots: dict[str, list[Phrase]] = field(default_factory=dict)
    others: frozenset[str] = frozenset()
    """The roles for which the sentence has nouns that mean nobody: "an offer to CUSTOMERS of Tal"."""
    type: str = ""
    """The deal type of its trigger, as long as nothing around says otherwise."""
    rule: str = ""
    """The name of its trigger, or of what made it another deal."""

    def __post_init__(self) -> None:
        """It tells what its trigger tells, unless it is known to tell something else."""
        self.type, self.rule = self.type or self.trigger.type, self.rule or self.trigger.name

    def named(self) -> list[int]:
        """The entities that it names, in the order of its roles; references name none."""
        return self.named_as(*self.roles)

    def named_as(self, *roles: str) -> list[int]:
        """The entities that it names in certain roles, in their order."""
        return [f.entity for role in roles for f in self.roles.get(role, ()) if f.entity is not None]

    @property
    def jointly(self) -> bool:
        """Whether several are told to do it as one group: "ein Konsortium AUS NORVIK UND TAL"."""
        return any(phrase.joint for phrases in self.slots.values() for phrase in phrases)

    @property
    def outdoes(self) -> bool:
        """Whether it tells of a rival that the subject beats: the sum beside it is what the winner pays."""
        beaten = self.rivals and self.status == "terminated" and self.noun is None
        subject = {(p.start, p.end) for p in self.slots.get("subject", ()) if p.tokens}
        return beaten and bool(subject) and all((f.start, f.end) not in subject for r in self.roles.values() for f in r)

    @property
    def by_verb(self) -> bool:
        """Whether only its verb makes a deal of the noun ("WECHSELT den Besitzer")."""
        return isinstance(self.trigger, NounTrigger) and self.trigger.support_only

    @property
    def needs_sides(self) -> bool:
        """Whether it is a deal only if the text tells who delivers."""
        return isinstance(self.trigger, NounTrigger) and self.trigger.needs_sides

    def mark(self, slots: dict[str, list[Phrase]]) -> None:
        """Take over what its trigger says of how it is told, and what stands in its slots."""
        trigger = self.trigger
        told = ((role, slots[slot]) for slot, role in trigger.roles.items() if slot in slots)
        self.slots = slots
        self.others = frozenset(role for role, found in told if all(map(_is_thing, found))) - self.roles.keys()
        self.status, self.weak, self.rivals = trigger.status, trigger.weak, trigger.rivals


def _is_thing(phrase: Phrase) -> bool:
    """Whether a phrase holds no name, nor is a bare noun that may be one: "schnappte sich NACHTWACHE"; "zu einem neuen
    EIGENTÜMER: NORVIK" is who is named elsewhere."""
    bare = phrase.determiner is None and not phrase.preposition
    return phrase.head.tag == "N" and not (phrase.names or bare or phrase.head.is_a("owners"))


class WordOrder(Protocol):
    """How a family of languages is asked for the arguments of a trigger (see ``syntax.svo``, ``syntax.v2``)."""

    def verb_arguments(self, phrases: Phrases, k: int, transitive: bool) -> Arguments:
        """The arguments of the verb group at ``k``."""

    def noun_arguments(self, phrases: Phrases, k: int, noun: Phrase) -> Arguments:
        """The arguments of a noun inside the noun phrase at ``k``."""

    def joined_with(self, phrases: Phrases, j: int) -> list[Phrase]:
        """The noun phrase at ``j`` and those joined to it by commas and a conjunction."""

    def gapped_arguments(self, phrases: list[Phrase], k: int, arguments: Arguments) -> list[Arguments]:
        """The arguments of further clauses that leave out the verb at ``k``, whose own arguments are given."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """What frames are found with: the word order, the triggers, the reference words, the closed classes."""

    order: WordOrder
    triggers: Triggers
    references: References
    words: Lexicon

    def slot_of(self, classes: Sequence[str], arguments: Arguments) -> str | None:
        """The filled slot whose preposition belongs to one of the classes of ``words.toml``, the first class first."""
        return next((slot for name in classes for slot in arguments.slots if self.words.is_a(slot, name)), None)
