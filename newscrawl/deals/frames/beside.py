"""What must stand beside a word before it can be a trigger, in words of the language.

It is much less than a trigger needs, but known before a sentence is parsed.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import reduce
from operator import or_
from typing import NamedTuple

from newscrawl.deals.frames.needs import NAMED, NOT, SPECIAL, THEN
from newscrawl.deals.frames.needs.slots import nouns_of
from newscrawl.deals.frames.talks import talk_nouns
from newscrawl.deals.frames.triggers import NounTrigger, Triggers, VerbTrigger
from newscrawl.deals.known_values import SLOTS
from newscrawl.deals.mentions.references import references
from newscrawl.deals.mentions.traces import SIGNS, WORD
from newscrawl.deals.remembered import Remembered
from newscrawl.deals.syntax.lexicon import Lexicon, VerbReading

SUMS = frozenset(("money", "sum", "share price", "per share", "price", "money with", "money subject"))
"""Needs that a sentence without a sum does not meet."""
CLASSES_OF = {
    "jointly": ("together",),
    "evenly": ("evenly",),
    "exclusively": ("exclusive",),
    "ahead": ("will", "may", "to", "do"),
    "modal": ("will", "may"),
    "filed": ("filing", "filing_body"),
    "so far": ("until_now",),
    "now": ("turn",),
    "since": ("since",),
    "empty-handed": ("empty_handed",),
    "task": ("purpose", "to", "suppliers"),
    "delivery": ("to",),
}
"""The word classes that other needs ask for."""
SLOTS_OF = {
    "agreed with": ("with",),
    "undergone": ("undergoer",),
    "copula": ("be",),
    "predicate": ("be", "copula"),
    "causer": ("have",),
}
"""The word classes without which a slot stays empty, where the verb stands between subject and object."""
HELPERS = {
    "ahead": ("will", "may", "to", "seeing", "weighing", "about"),
    "gerund": ("be",),
    "participle": ("gerund_helper",),
}
"""The classes of the auxiliaries that stand before a verb between subject and object, if it lies ahead; if it goes on,
by its form."""
NEAR = 8
"""How many words before a verb its auxiliaries stand."""
SHARE = "%"
"""The noun that every percentage is."""


def told_before(deal_type: str) -> str:
    """What stands for a deal of a type told right before, like a word of the sentence; no word has a colon."""
    return f"{deal_type}:"


class OneOf(NamedTuple):
    """Lower-case words, and endings of words, of which a sentence must have one."""

    words: frozenset[str]
    endings: tuple[str, ...] = ()


class Beside(NamedTuple):
    """What a sentence must hold besides a word before the word can be a trigger: one of each set, one of ``near``
    shortly before it, perhaps a sum, and so many names."""

    all_of: tuple[OneOf, ...] = ()
    money: bool = False
    names: int = 0
    near: tuple[OneOf, ...] = ()


class Asked(NamedTuple):
    """A ``Beside`` with its sets as bits of a number, which are compared at once with all that a sentence holds."""

    bits: int
    near: int
    """Those of the bits that shortly before the word must hold."""
    money: bool
    names: int

    def implies(self, other: "Asked") -> bool:
        """Whether where this is met, the other is."""
        fewer = other.bits & ~self.bits == 0 and other.near & ~self.near == 0
        return fewer and other.money <= self.money and other.names <= self.names


LAST = 2
"""Letters by which endings are looked up."""
NO_ENDINGS: dict[str, int] = {}


class Holding(Remembered[int]):
    """Which sets a word belongs to, as bits of a number; words met so far are remembered as they are written."""

    def __init__(self) -> None:
        super().__init__(self._bits_of)
        self.sets: dict[OneOf, int] = {}
        """The bit of each set."""
        self.by_word: dict[str, int] = {}
        self.by_ending: dict[str, dict[str, int]] = {}
        """The endings with their bits, by their last letters."""

    def asked(self, beside: Beside) -> Asked:
        """What stands beside a trigger, in bits; before the first word is looked up."""
        near = self._bits(beside.near)
        return Asked(self._bits(beside.all_of) | near, near, beside.money, beside.names)

    def _bits(self, sets: Iterable[OneOf]) -> int:
        return reduce(or_, (self.sets[one] if one in self.sets else self._add(one) for one in sets), 0)

    def _add(self, one: OneOf) -> int:
        bit = self.sets[one] = 1 << len(self.sets)
        for word in one.words:
            self.by_word[word] = self.by_word.get(word, 0) | bit
        for ending in one.endings:
            alike = self.by_ending.setdefault(ending[-LAST:], {})
            alike[ending] = alike.get(ending, 0) | bit
        return bit

    def _bits_of(self, word: str) -> int:
        low = word.lower().lstrip(SIGNS)
        bits = self.by_word.get(low, 0)
        for length in range(1, LAST + 1):
            for ending, bit in self.by_ending.get(low[-length:], NO_ENDINGS).items():
                bits |= bit if low.endswith(ending) else 0
        return bits


class Needs:
    """What the needs of triggers ask for in words of a language."""

    def __init__(self, words: Lexicon, known: Triggers) -> None:
        self.words = words
        self.known = known
        expressions = {" ".join(written): word for written, word in words.expressions.items()}
        self.read_as = (expressions | words.contractions | words.postpositions).items()
        self.states = {lemma for found in known.nouns.values() for trigger in found for lemma in trigger.states}
        self.made: dict[tuple[str, ...], tuple[OneOf, ...]] = {}
        """What each list of needs asks for: many triggers have the same, and each verb has many forms."""
        self.forms: dict[str, set[str]] = {}
        """The forms of a verb, and of all verbs of a class."""
        for form, readings in words.verbs.items():
            for reading in readings:
                self.forms.setdefault(reading.verb.lemma, set()).add(form)
                self.forms.setdefault(reading.verb.group, set()).add(form)
        self.said = {} if words.separable else {slot: [*self._saying(classes)] for slot, classes in SLOTS_OF.items()}
        """Of slots that are no prepositions, the words that fill them."""
        self.nouns: dict[str, set[str]] = {}
        """The nouns that stand for a class of verbs ("the SALE of a stake")."""
        for noun, found in known.nouns.items():
            for trigger in found:
                self.nouns.setdefault(trigger.acts_as or "", set()).add(noun)

    def of_verb(self, reading: VerbReading) -> Iterator[Beside]:
        apart = reading.verb.particle and not reading.joined
        particle = [OneOf(frozenset({reading.verb.particle}))] if apart else []
        for trigger in self.known.verbs.get(reading.verb.lemma, ()):
            if not _can_have(reading.form, trigger.needs, self.words.separable):
                continue
            asked = (*particle, *_told(trigger), *self._of_objects(trigger.objects), *self._of_all(trigger.needs))
            near = () if self.words.separable else tuple(self._of_helpers(reading.form, trigger.needs))
            yield Beside(asked, not SUMS.isdisjoint(trigger.needs), self._names(trigger.needs), near)
        if reading.verb.lemma in self.states:
            yield Beside((OneOf(frozenset({SHARE})),))

    def _of_helpers(self, form: str, needs: tuple[str, ...]) -> Iterator[OneOf]:
        """The auxiliaries of which one must stand before a verb form to make it what is needed."""
        if "ahead" in needs:
            yield self._any([*self._saying(HELPERS["ahead"])])
        if "ongoing" in needs:
            short = ["'s"] if form == "gerund" else []  # "it's building"
            yield self._any([*self._classes(HELPERS[form]), *short])

    def _classes(self, groups: Iterable[str]) -> list[str]:
        """The words of some classes."""
        return [word for word, own in self.words.classes.items() if not own.isdisjoint(groups)]

    def _saying(self, groups: Iterable[str]) -> Iterator[str]:
        """The words of some classes, verbs in all forms."""
        for word in self._classes(groups):
            yield from self.forms.get(word, (word,))
        if "be" in groups:
            yield "'s"

    def _of_objects(self, objects: tuple[str, ...]) -> Iterator[OneOf]:
        """The nouns of which one must be the object; in a compounding language the end of a word counts."""
        if objects:
            ends = self.words.separable
            yield OneOf(frozenset(), objects) if ends else OneOf(_longest_words(objects))

    def of_participle(self, reading: VerbReading) -> Iterator[Beside]:
        """What participles before nouns need: only slots that are named as such can be filled there."""
        if not (self.words.separable and reading.joined and reading.form in ("participle", "past")):
            return
        for trigger in self.known.verbs.get(reading.verb.lemma, ()):
            if all(need in SLOTS or need in self.words.joining or need.startswith(NOT) for need in trigger.needs):
                yield Beside(self._of_all(trigger.needs))

    def of_noun(self, trigger: NounTrigger) -> Beside:
        asked = [*_told(trigger), *self._of_all(trigger.needs)]
        if trigger.modifiers:
            asked.append(self._any(trigger.modifiers))
        if trigger.support_only and trigger.adjunct is None:
            asked.append(self._governing(trigger))
        return Beside(tuple(asked), names=self._names(trigger.needs))

    def _governing(self, trigger: NounTrigger) -> OneOf:
        """The verbs that make a noun news, and the nouns that stand for them."""
        keys = {key if key in self.forms else key.rpartition(" ")[0] for key in trigger.support}
        verbs = set().union(*(self.forms.get(key, ()) for key in keys))
        nouns = set().union(*(self.nouns.get(key, ()) for key in keys))
        endings = (*(nouns if self.words.separable else ()), *talk_nouns(trigger, self.words))
        return OneOf(_longest_words(nouns) | verbs, endings)

    def _of_all(self, needs: tuple[str, ...]) -> tuple[OneOf, ...]:
        if needs not in self.made:
            self.made[needs] = tuple(self._of_needs(needs))
        return self.made[needs]

    def _of_needs(self, needs: Iterable[str]) -> Iterator[OneOf]:
        for need in needs:
            if need in SPECIAL:
                yield from self._of_special(need)
            elif need == "causer" and not self.words.separable:
                yield OneOf(frozenset(self.forms.get("cause", ())))
            elif need.startswith(THEN):
                verbs = need[len(THEN) :].split("|")
                yield OneOf(_longest_words([*verbs, *(form for verb in verbs for form in self.forms.get(verb, ()))]))
            elif not need.startswith(NOT):
                slots, _, heads = need.removeprefix("named ").partition("=")
                asked = slots.removesuffix(" of").removesuffix(" owned").removesuffix(" its").split("|")
                if SLOTS.isdisjoint(unsaid := [slot for slot in asked if slot not in self.said]):
                    yield self._any([*unsaid, *(word for slot in asked for word in self.said.get(slot, ()))])
                if heads:
                    whole, endings = nouns_of(heads)
                    yield OneOf(_longest_words(whole), endings)

    def _of_special(self, need: str) -> Iterator[OneOf]:
        if need in CLASSES_OF:
            yield self._any(self._classes(CLASSES_OF[need]))
        elif need == "delivery":
            yield self._any(self._forms_of("infinitive", lambda trigger: trigger.roles.get("subject") == "supplier"))
        elif need == "agreement":
            nouns = self._noun_of(references(self.words.language).deals)
            chosen = self._forms_of("participle", lambda t: t.type == "contract" and "task" in t.needs)
            yield nouns if self.words.separable else OneOf(nouns.words | chosen)  # "was SELECTED to build"
        elif need == "round":
            yield self._noun_of(n for n, found in self.known.nouns.items() if any(t.type == "funding" for t in found))

    def _forms_of(self, form: str, is_meant: Callable[[VerbTrigger], bool]) -> set[str]:
        """A form of the verbs that have such a trigger."""
        lemmas = {lemma for lemma, found in self.known.verbs.items() if any(map(is_meant, found))}
        return {
            word
            for word, readings in self.words.verbs.items()
            if any(r.verb.lemma in lemmas and r.form.endswith(form) for r in readings)
        }

    def _names(self, needs: Iterable[str]) -> int:
        """How many names must fill slots, each another one; where a noun can mean a company, one need not."""
        count = sum(need.startswith(NAMED) or need == "compound" for need in needs)
        return min(count, 1) if self.words.separable else count

    def _noun_of(self, nouns: Iterable[str]) -> OneOf:
        """Nouns; in a compounding language the end of a word counts."""
        words = _longest_words(nouns)
        return OneOf(words, tuple(words) if self.words.separable else ())

    def _any(self, words: Collection[str]) -> OneOf:
        """Words, and what is read as one of them: contractions, expressions, postpositions."""
        return OneOf(_longest_words([*words, *(written for written, word in self.read_as if word in words)]))


def _told(trigger: VerbTrigger | NounTrigger) -> list[OneOf]:
    """What must have been told before a trigger that only goes on with it."""
    return [OneOf(frozenset({told_before(trigger.type)}))] if trigger.follows else []


def _can_have(form: str, needs: Collection[str], separable: bool) -> bool:
    """Whether a verb in a form can be what is needed: only what has auxiliaries lies ahead or goes on."""
    if "ongoing" in needs:
        return form in ("gerund", "participle")
    return separable or "ahead" not in needs or form not in ("present", "past")


def _longest_words(phrases: Iterable[str]) -> frozenset[str]:
    """Of each phrase the longest word: a sentence with the phrase has it."""
    return frozenset(max(WORD.findall(phrase), key=len) for phrase in phrases if phrase)
