"""Which sentences can tell a deal: known from their words alone, before anything else is looked for in them.

Most sentences with a word that can be a trigger lack what the trigger needs beside it. What is asked for here is much
less than a trigger needs, so that no deal is passed over, but it costs next to nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, reduce
from operator import or_

from newscrawl.deals.deal_types import deal_types
from newscrawl.deals.figures import PERCENT, Figures
from newscrawl.deals.frames.beside import NEAR, SHARE, Asked, Beside, Holding, Needs, OneOf, told_before
from newscrawl.deals.frames.triggers import Triggers, triggers
from newscrawl.deals.mentions.traces import SIGNS, WORD
from newscrawl.deals.remembered import Remembered
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.syntax.tokens import Token

Needed = tuple[Asked, ...]
"""What a word needs beside it to be a trigger: one of several."""


@dataclass(frozen=True, slots=True, eq=False)
class Gate:
    """The words of a language that can be triggers, each with what it needs beside it."""

    verbs: dict[str, Needed]
    participles: dict[str, Needed]
    """Of participles before a noun, without their endings."""
    nouns: dict[str, Needed]
    """By the longest word of the noun."""
    by_name: dict[str, Asked]
    """What noun triggers need, by their names: for those at the end of a compound."""
    triggers: Triggers
    holding: Holding
    seen: Remembered[Needed] = field(init=False)
    """By a word as it is written."""
    seen_nouns: Remembered[Needed] = field(init=False)
    """By a noun in lower case; in a compounding language the end of a word counts."""
    after_any: int = field(init=False)
    """What a sentence holds behind deals of all types."""

    def __post_init__(self) -> None:
        """Nothing is seen yet."""
        object.__setattr__(self, "seen", Remembered(self._of_word))
        object.__setattr__(self, "seen_nouns", Remembered(self._of_noun))
        object.__setattr__(self, "after_any", self._held(map(told_before, deal_types())))

    def lets_in(self, figures: Figures, names: Callable[[], int], told: Iterable[str] = ()) -> bool:
        """Whether a word of a sentence can be a trigger, given whether a sum or a percentage and how many names stand
        there, and the types of the deals told right before."""
        words = figures.words
        needed = [*map(self.seen.__getitem__, words)]
        if not any(needed):
            return False
        held, share = self._held(words) | self._held(map(told_before, told)), self.nouns.get(SHARE, ())
        with_share = held | self.holding[SHARE]
        if not _may_be_met(needed, with_share) and not _may_be_met((share,), with_share):
            return False  # as most sentences
        if next(self._met(needed, words, held, lambda: bool(figures.money), names), None) is not None:
            return True
        if SHARE in words or not figures.shown & PERCENT:
            return False
        more = ([*needed, share], [*words, SHARE], with_share)
        met = next(self._met(*more, lambda: bool(figures.money), names), None)
        return met is not None and bool(figures.percents)

    def able(self, tokens: Sequence[Token], figures: Figures) -> set[int]:
        """Where the tokens of a sentence begin that can be triggers, now that names and verbs are told apart; it may
        itself tell what one goes on with."""
        tags = [token.tag for token in tokens]
        needed = [
            () if tag in HEADS and behind == "N" and not self.triggers.compounding else self._of_token(token)
            for token, tag, behind in zip(tokens, tags, [*tags[1:], ""], strict=True)
        ]
        held = self._held(figures.words) | self.after_any | (self.holding[SHARE] if SHARE in tags else 0)
        if not _may_be_met(needed, held):
            return set()
        words = ["" if token.mention is not None else token.low.lstrip("'") for token in tokens]
        return {tokens[at].start for at in self._met(needed, words, held, lambda: "M" in tags, lambda: tags.count("E"))}

    def _met(
        self,
        needed: Sequence[Needed],
        words: Sequence[str],
        held: int,
        has_money: Callable[[], bool],
        names: Callable[[], int],
    ) -> Iterator[int]:
        """The words, by their number, of which a sentence that holds these bits has what one needs, given for each."""
        lacking = ~held
        for at, by_word in enumerate(needed):
            for bits, near, money, named in by_word:
                if bits & lacking or (money and not has_money()) or (named and named > names()):
                    continue
                if not near or not near & ~self._held(words[max(0, at - NEAR) : at]):
                    yield at
                    break

    def _held(self, words: Iterable[str]) -> int:
        return reduce(or_, map(self.holding.__getitem__, words), 0)

    def _of_token(self, token: Token) -> Needed:
        tag = token.tag
        if token.participle is not None and tag not in VERBAL:
            return self.participles.get(token.low, self.participles.get(_stem(token.low), ()))
        if tag in NOMINAL:
            return self.seen_nouns[token.low]
        if tag in VERBAL:
            return self.verbs.get(token.low, ())
        return self.nouns.get(SHARE, ()) if tag == SHARE else ()

    def _of_word(self, word: str) -> Needed:
        low = word.lower().lstrip(SIGNS)
        found = self.verbs.get(low, ()) + self.nouns.get(low, ()) + self.participles.get(low, ())
        if found or not self.triggers.compounding:
            return found
        return self.participles.get(_stem(low), ()) + (() if word[0].islower() else self.seen_nouns[low])

    def _of_noun(self, low: str) -> Needed:
        return tuple(self.by_name[trigger.name] for trigger in self.triggers.noun(low))


VERBAL, NOMINAL = frozenset("VBHWO2"), frozenset("NAU")
"""The tags of what can be a verb trigger, and of what can be a noun trigger."""
HEADS = frozenset(("N", SHARE))
"""The tags of what another noun behind makes a mere part of its phrase: "the BID price", "a 5 PERCENT rise"."""


def _may_be_met(needed: Iterable[Needed], held: int) -> bool:
    """Whether a sentence that holds these bits can have what one of its words needs, whatever else it holds."""
    lacking = ~held
    for by_word in needed:
        for asked in by_word:
            if not asked[0] & lacking:  # faster than by its name, and each sentence comes here
                return True
    return False


def _stem(low: str) -> str:
    """A participle without the ending that it has before a noun."""
    return low[:-1] if low.endswith("e") else low[:-2]


@cache
def gate(language: str) -> Gate:
    """The gate of a language, made once.

    Raises:
        TableError: see ``triggers``.
    """
    known, needs, holding = triggers(language), Needs(lexicon(language), triggers(language)), Holding()
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
    for written, word in needs.words.expressions.items():
        if word.lower() in nouns:  # "MIT DABEI ist Norvik"
            nouns.setdefault(max(written, key=len), set()).update(nouns[word.lower()])
    return Gate(
        _least(verbs, holding),
        _least(participles, holding),
        _least(nouns, holding),
        {name: holding.asked(beside) for name, beside in by_name.items()},
        known,
        holding,
    )


def _least(words: dict[str, set[Beside]], holding: Holding) -> dict[str, Needed]:
    """What each word needs at least: not what asks for all of another, and more."""
    least: dict[str, Needed] = {}
    for word, needed in words.items():
        kept: list[Asked] = []
        for asked in sorted({holding.asked(beside) for beside in needed}, key=lambda a: (a.bits.bit_count(), *a)):
            if not any(asked.implies(other) for other in kept):
                kept.append(asked)
        if kept:
            least[word] = tuple(kept)
    return least
