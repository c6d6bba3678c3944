"""Which sentences can tell a deal: known from their words alone, before anything else is looked for in them.

Most sentences with a word that can be a trigger lack what the trigger needs beside it. What is asked for here is much
less than a trigger needs, so that no deal is passed over, but it costs next to nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain

from newscrawl.deals.beside import NOTHING, SHARE, WORD, Beside, Needs, OneOf
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.syntax.tokens import Token
from newscrawl.deals.triggers import Triggers, triggers


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
    known, needs = triggers(language), Needs(lexicon(language), triggers(language))
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
