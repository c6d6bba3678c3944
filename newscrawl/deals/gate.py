"""Which sentences can tell a deal: known from their words alone, before anything else is looked for in them.

Most sentences with a word that can be a trigger lack what the trigger needs beside it. What is asked for here is much
less than a trigger needs, so that no deal is passed over, but it costs next to nothing.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import NamedTuple

from newscrawl.deals.known_values import SLOTS
from newscrawl.deals.mentions.references import references
from newscrawl.deals.needs import SPECIAL
from newscrawl.deals.syntax.lexicon import Lexicon, VerbReading, lexicon
from newscrawl.deals.syntax.tokens import Token
from newscrawl.deals.syntax.v2 import POSTPOSITIONS
from newscrawl.deals.triggers import NounTrigger, Triggers, triggers

WORD = re.compile(r"[%\w][\w-]*+")
SUMS = frozenset(("money", "sum", "share price", "price", "money with", "money subject"))
"""Needs that a sentence without a sum does not meet."""
CLASSES_OF = {
    "jointly": ("together",),
    "exclusively": ("exclusive",),
    "ahead": ("will", "may", "to"),
    "modal": ("will", "may"),
    "task": ("purpose", "to"),
}
"""The word classes that other needs ask for."""
SHARE = "%"
"""The noun that every percentage is."""


class OneOf(NamedTuple):
    """Lower-case words, and endings of words, of which a sentence must have one."""

    words: frozenset[str]
    endings: tuple[str, ...] = ()

    def stands_in(self, words: set[str]) -> bool:
        """Whether one of them is among the lower-case words of a sentence."""
        if not self.words.isdisjoint(words):
            return True
        return bool(self.endings) and any(word.endswith(self.endings) for word in words)


class Beside(NamedTuple):
    """What a sentence must hold besides a word before the word can be a trigger: one of each set, perhaps a sum, and
    perhaps a name."""

    all_of: tuple[OneOf, ...] = ()
    money: bool = False
    named: bool = False

    def is_met(self, words: set[str], has_money: Callable[[], bool]) -> bool:
        """Whether a sentence with these lower-case words holds it; whether it names anybody is not known yet."""
        return all(one.stands_in(words) for one in self.all_of) and (not self.money or has_money())


NOTHING = Beside()
"""What a trigger needs that needs nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Gate:
    """The words of a language that can be triggers, each with what it needs beside it: one of several."""

    verbs: dict[str, tuple[Beside, ...]]
    participles: dict[str, tuple[Beside, ...]]
    """Of participles before a noun, without their endings."""
    nouns: dict[str, tuple[Beside, ...]]
    """By the longest word of the noun."""
    by_name: dict[str, Beside]
    """What noun triggers need, by their names: for those at the end of a compound."""
    triggers: Triggers
    seen: "Seen" = field(init=False)

    def __post_init__(self) -> None:
        """Nothing is seen yet."""
        object.__setattr__(self, "seen", Seen(self))

    def lets_in(
        self, text: str, start: int, end: int, has_money: Callable[[], bool], has_percent: Callable[[], bool]
    ) -> bool:
        """Whether a word between two offsets can be a trigger, given whether a sum or a percentage stands there."""
        sentence = text[start:end]
        words = WORD.findall(sentence if self.triggers.compounding else sentence.lower())
        needed = list(chain.from_iterable(map(self.seen.__getitem__, words)))
        if not needed or NOTHING in needed:
            return bool(needed)
        low = {word.lower() for word in words} if self.triggers.compounding else set(words)
        if _is_one_met(needed, low, has_money):
            return True
        needed += self.nouns.get(SHARE, ())
        return SHARE not in low and _is_one_met(needed, low | {SHARE}, has_money) and has_percent()

    def lets_pass(self, tokens: Sequence[Token]) -> bool:
        """Whether one of the tokens of a sentence can be a trigger, now that names and verbs are told apart."""
        named = any(token.tag == "E" for token in tokens)
        needed = [b for token in tokens for b in self._of_token(token) if named or not b.named]
        if not needed or NOTHING in needed:
            return bool(needed)
        low = set(WORD.findall(" ".join(token.low for token in tokens)))
        low |= {token.tag for token in tokens if token.tag == SHARE}
        return _is_one_met(needed, low, lambda: any(token.tag == "M" for token in tokens))

    def _of_token(self, token: Token) -> tuple[Beside, ...]:
        if token.participle is not None:
            return self.participles.get(token.low, self.participles.get(_stem(token.low), ()))
        if token.tag in VERBAL:
            return self.verbs.get(token.low, ())
        if token.tag == SHARE:
            return self.nouns.get(SHARE, ())
        found = self.triggers.noun(token.low) if token.tag in NOMINAL else ()
        return tuple(self.by_name[trigger.name] for trigger in found)


VERBAL, NOMINAL = frozenset("VBHWO2"), frozenset("NAU")
"""The tags of what can be a verb trigger, and of what can be a noun trigger."""
MOST_SEEN = 20_000
"""Different words that are remembered."""


class Seen(dict[str, tuple[Beside, ...]]):
    """What the words met so far need, as they are written."""

    def __init__(self, gate: Gate) -> None:
        super().__init__()
        self.gate = gate

    def __missing__(self, word: str) -> tuple[Beside, ...]:
        """Look a word up."""
        if len(self) >= MOST_SEEN:
            self.clear()
        found = self[word] = tuple(self._of(word, self.gate))
        return found

    @staticmethod
    def _of(word: str, gate: Gate) -> Iterator[Beside]:
        low = word.lower()
        known = (gate.verbs, gate.nouns, gate.participles)
        if any(low in words for words in known) or not gate.triggers.compounding:
            yield from (beside for words in known for beside in words.get(low, ()))
            return
        yield from gate.participles.get(_stem(low), ())
        for trigger in gate.triggers.noun(low) if word[0].isupper() else ():
            yield gate.by_name[trigger.name]


def _is_one_met(needed: Sequence[Beside], words: set[str], has_money: Callable[[], bool]) -> bool:
    return any(beside.is_met(words, has_money) for beside in needed)


def _stem(low: str) -> str:
    """A participle without the ending that it has before a noun."""
    return low[:-1] if low.endswith("e") else low[:-2]


@cache
def gate(language: str) -> Gate:
    """The gate of a language, made once.

    Raises:
        TableError: see ``triggers``.
    """
    known, needs = triggers(language), _Needs(lexicon(language), triggers(language))
    verbs: dict[str, set[Beside]] = {}
    participles: dict[str, set[Beside]] = {}
    nouns: dict[str, set[Beside]] = {}
    for form, readings in needs.words.verbs.items():
        for reading in readings:
            verbs.setdefault(form, set()).update(needs.of_verb(reading))
            participles.setdefault(form, set()).update(needs.of_participle(reading))
    by_name = {trigger.name: needs.of_noun(trigger) for found in known.nouns.values() for trigger in found}
    for noun, found in known.nouns.items():
        first, *others = sorted(WORD.findall(noun), key=len, reverse=True)
        rest = tuple(OneOf(frozenset({word})) for word in others)
        nouns.setdefault(first, set()).update(
            by_name[trigger.name]._replace(all_of=by_name[trigger.name].all_of + rest) for trigger in found
        )
    return Gate(_least(verbs), _least(participles), _least(nouns), by_name, known)


def _least(words: dict[str, set[Beside]]) -> dict[str, tuple[Beside, ...]]:
    """Nothing else counts where a word needs nothing in one of its readings."""
    return {word: (NOTHING,) if NOTHING in needed else tuple(needed) for word, needed in words.items() if needed}


class _Needs:
    """What the needs of triggers ask for in words of a language."""

    def __init__(self, words: Lexicon, known: Triggers) -> None:
        self.words = words
        self.known = known
        self.states = {lemma for found in known.nouns.values() for trigger in found for lemma in trigger.states}
        self.forms: dict[str, set[str]] = {}
        """The forms of a verb, and of all verbs of a class."""
        for form, readings in words.verbs.items():
            for reading in readings:
                self.forms.setdefault(reading.verb.lemma, set()).add(form)
                self.forms.setdefault(reading.verb.group, set()).add(form)

    def of_verb(self, reading: VerbReading) -> Iterator[Beside]:
        apart = reading.verb.particle and not reading.joined
        particle = [OneOf(frozenset({reading.verb.particle}))] if apart else []
        for trigger in self.known.verbs.get(reading.verb.lemma, ()):
            objects = [OneOf(frozenset(), trigger.objects)] if trigger.objects else []
            asked = (*particle, *objects, *self._of_needs(trigger.needs))
            yield Beside(asked, not SUMS.isdisjoint(trigger.needs), _is_named(trigger.needs))
        if reading.verb.lemma in self.states:
            yield Beside((OneOf(frozenset({SHARE})),))

    def of_participle(self, reading: VerbReading) -> Iterator[Beside]:
        """What participles before nouns need: only slots that are named as such can be filled there."""
        if not (self.words.separable and reading.joined and reading.form in ("participle", "past")):
            return
        for trigger in self.known.verbs.get(reading.verb.lemma, ()):
            if all(need in SLOTS or need in self.words.joining for need in trigger.needs):
                yield Beside(tuple(self._of_needs(trigger.needs)))

    def of_noun(self, trigger: NounTrigger) -> Beside:
        asked = [*self._of_needs(trigger.needs)]
        if trigger.modifiers:
            asked.append(self._any(trigger.modifiers))
        if trigger.support_only and trigger.adjunct is None:
            asked.append(self._governing(trigger))
        return Beside(tuple(asked), named=_is_named(trigger.needs))

    def _governing(self, trigger: NounTrigger) -> OneOf:
        """The verbs that make a noun news, and the nouns that stand for them ("the SALE of a stake")."""
        keys = {key if key in self.forms else key.rpartition(" ")[0] for key in trigger.support}
        verbs = {form for key in keys for form in self.forms.get(key, ())}
        nouns = {noun for noun, found in self.known.nouns.items() if any(t.acts_as in keys for t in found)}
        return OneOf(_longest_words(verbs | nouns), tuple(nouns) if self.words.separable else ())

    def _of_needs(self, needs: Iterable[str]) -> Iterator[OneOf]:
        for need in needs:
            if need in SPECIAL:
                yield from self._of_special(need)
            elif not need.startswith("no "):
                slots, _, heads = need.removeprefix("named ").partition("=")
                prepositions = slots.removesuffix(" of").split("|")
                if SLOTS.isdisjoint(prepositions):
                    yield self._any(prepositions)
                if heads:
                    yield OneOf(_longest_words(heads.split("|")))

    def _of_special(self, need: str) -> Iterator[OneOf]:
        if need in CLASSES_OF:
            named = [w for w, groups in self.words.classes.items() if not groups.isdisjoint(CLASSES_OF[need])]
            yield self._any(named)
        elif need == "agreement":
            yield self._noun_of(references(self.words.language).deals)
        elif need == "round":
            yield self._noun_of(n for n, found in self.known.nouns.items() if any(t.type == "funding" for t in found))

    def _noun_of(self, nouns: Iterable[str]) -> OneOf:
        """Nouns; in a compounding language the end of a word counts."""
        words = _longest_words(nouns)
        return OneOf(words, tuple(words) if self.words.separable else ())

    def _any(self, words: Collection[str]) -> OneOf:
        """Words, and what is read as one of them: contractions, expressions, postpositions."""
        read_as = {" ".join(written): word for written, word in self.words.expressions.items()}
        read_as |= self.words.contractions | POSTPOSITIONS
        return OneOf(_longest_words([*words, *(written for written, word in read_as.items() if word in words)]))


def _is_named(needs: Iterable[str]) -> bool:
    """Whether a name must fill a slot."""
    return any(need.startswith("named ") for need in needs)


def _longest_words(phrases: Iterable[str]) -> frozenset[str]:
    """Of each phrase the longest word: a sentence with the phrase has it."""
    return frozenset(max(WORD.findall(phrase), key=len) for phrase in phrases if phrase)
