"""Phrases: the noun phrases, verb groups and joints that a sentence is made of, and how arguments are asked of them."""

import sys
from collections.abc import Container, Iterable, Sequence

import msgspec

from newscrawl.deals.syntax.lexicon import NO_ARTICLE, Lexicon, Verb
from newscrawl.deals.syntax.tokens import Token


class Phrase(msgspec.Struct, eq=False):
    """A piece of a sentence.

    ``kind`` is "NP" noun phrase, "VG" verb group, or the tag of a joint: "," "(" ")" ";" "&" "L" "S" "C" ….
    """

    kind: str
    tokens: list[Token]
    preposition: str = ""
    determiner: Token | None = None
    owner: "Phrase | None" = None
    """The possessor: "Norvik" in "Norvik's unit"."""
    of: "Phrase | None" = None
    """The genitive behind: "Norvik" in "the unit of Norvik", "Einheit der Norvik"."""
    cases: frozenset[str] = frozenset()
    verb: Verb | None = None
    form: str = ""
    helpers: list[Token] = msgspec.field(default_factory=list)
    passive: bool = False
    particle: Token | None = None
    index: int = 0
    clause: int = -1
    """The number of the clause, where the word order needs clauses (see ``v2``)."""
    apposed: bool = False
    """Whether it only explains the noun phrase before it."""
    relative: bool = False
    """Whether it is a relative pronoun; ``antecedent`` is what that stands for."""
    antecedent: "Phrase | None" = None
    explained: "Phrase | None" = None
    """The name behind a comma that says who a common noun means: "its parent, NORVIK,"."""
    listed: "list[Phrase]" = msgspec.field(default_factory=list)
    """The names that a plural noun sums up: "two banks, NORVIK and TAL,"."""
    adverbs: list[Token] = msgspec.field(default_factory=list)
    """Adverbs that stand behind it (or before it, at the beginning of a sentence)."""
    described: bool = False
    """Whether a relative clause behind it says which one it is: "Besitzer der FIRMA, die Bier braut"."""
    band: bool = False
    """Whether it stands for a group that it leads: "ein Konsortium um NORVIK"."""
    joint: bool = False
    """Whether it is said to do the same: "together WITH NORVIK"."""
    inner: bool = False
    """Whether it belongs to an attribute before a noun, not to the clause: "die IN BERGEN ansässige Norvik AG"."""

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset behind the last character, complements left out."""
        return self.tokens[-1].end

    @property
    def head(self) -> Token:
        """The last token: the noun or name that the phrase is about."""
        return self.tokens[-1]

    @property
    def with_adverbs(self) -> list[Token]:
        """All its words, with the adverbs that stand behind it."""
        return [*self.tokens, *self.adverbs]

    @property
    def names(self) -> list[Token]:
        """The names inside."""
        return [t for t in self.tokens if t.tag == "E"]

    @property
    def is_measure(self) -> bool:
        """Whether it is a bare date, sum, share or duration: never a party."""
        return self.head.tag in "MTU%" and all(t.tag in "MTU%APDN" for t in self.tokens)

    @property
    def is_time(self) -> bool:
        """Whether it is a bare date: "the purchase LAST YEAR of Tal"."""
        return self.kind == "NP" and self.head.tag == "T" and self.is_measure

    @property
    def is_owned(self) -> bool:
        """Whether it is somebody's own: "ITS puzzle business"."""
        return self.determiner is not None and "possessive" in self.determiner.marks

    @property
    def is_indefinite(self) -> bool:
        """Whether it has an article of something not told before: "A stake"."""
        return self.determiner is not None and "indefinite" in self.determiner.marks

    @property
    def has_definite_article(self) -> bool:
        """Whether it has an article of something known that says not whose it is: "THE stake", not "its stake"."""
        return self.determiner is not None and self.determiner.marks.isdisjoint(NO_ARTICLE)

    @property
    def is_pronoun(self) -> bool:
        """Whether it is one pronoun."""
        return len(self.tokens) == 1 and self.head.tag == "R"

    @property
    def is_bare_participle(self) -> bool:
        """Whether it is a verb in the past without an auxiliary: "Tal, FORMED in 2019, …"."""
        return self.kind == "VG" and not self.helpers and self.form in ("past", "participle")

    def helper(self, tag: str) -> bool:
        """Whether an auxiliary of the tag stands in the verb group."""
        return any(t.tag == tag for t in self.helpers)


def last_genitive(phrase: Phrase) -> Phrase:
    """The last of a row of genitives ("a founder of a unit of TAL"); without any, the phrase itself."""
    while phrase.of is not None:
        phrase = phrase.of
    return phrase


def active_verb_behind(phrases: Sequence[Phrase], j: int) -> int | None:
    """Where the active verb of the noun phrase at ``j`` and those joined to it stands: "Norvik and Tal FORMED"."""
    end = j + 1
    while end + 1 < len(phrases) and phrases[end].kind == "&" and phrases[end + 1].kind == "NP":
        end += 2
    return end if end < len(phrases) and phrases[end].kind == "VG" and not phrases[end].passive else None


def opens_with_unknown(phrases: Sequence[Phrase]) -> bool:
    """Whether two are the subject of whom one has no article and no known name: "their" means these two and nobody told
    before ("NORVIK UND TOURPLAN haben ihre Kooperation beendet")."""
    if [p.kind for p in phrases[:4]] != ["NP", "&", "NP", "VG"]:
        return False
    return any(p.head.tag == "N" and p.determiner is None for p in (phrases[0], phrases[2]))


class Phrases(list[Phrase]):
    """The phrases of a sentence in their order, and the words of its language."""

    def __init__(self, phrases: Iterable[Phrase], words: Lexicon) -> None:
        super().__init__(phrases)
        self.words = words
        self.able: Container[int] = range(sys.maxsize)
        """Where the words begin that can be triggers; as long as nobody knows, any."""
        self.told: frozenset[str] = frozenset()
        """The types of the deals that the sentences right before tell."""
        self.before = ""
        """The text of the sentences right before."""
        self.asks = False
        """Whether the sentence is a question that can be answered with yes or no."""


class Arguments(msgspec.Struct, eq=False):
    """The phrases that stand around a trigger, by grammatical slot.

    Slots are ``subject``, ``object``, ``owner`` (possessive), ``compound`` (a name glued before the noun), ``genitive``
    and prepositions; each holds a list, since names are joined ("by A and B").
    """

    slots: dict[str, list[Phrase]] = msgspec.field(default_factory=dict)
    governor: Phrase | None = None
    """For a noun: the verb group that it is subject or object of."""
    host: int = 0
    """For a noun: the index of the phrase that it is in."""
    fronted: bool = False
    """For a noun: whether it stands before the clause of its governor: "AFTER THE PURCHASE of Tal, Norvik grew"."""
    nested: bool = False
    """For a noun: whether it hangs on another one by a genitive."""
    governed_as: str = ""
    """Which of the two it is: ``subject`` or ``object``, or the preposition that links it."""

    def add(self, slot: str, phrases: list[Phrase]) -> None:
        """Fill a slot; what stands nearest to the trigger comes first, a second one is kept as "an 2"."""
        if phrases and slot not in self.slots:
            self.slots[slot] = phrases
        elif phrases and f"{slot} 2" not in self.slots:
            self.slots[f"{slot} 2"] = phrases
