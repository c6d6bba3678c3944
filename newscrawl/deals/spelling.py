"""Words that a language spells in two ways, read as its files spell them: Swiss "schliessen", "daß" before 1996."""

import re
import tomllib
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from newscrawl.deals.any_of import any_of
from newscrawl.deals.languages import language_folder, language_table
from newscrawl.deals.model import Deal, Quote
from newscrawl.deals.remembered import Remembered
from newscrawl.deals.syntax.lexicon import WordTable, lexicon

_WORD = re.compile(r"\w++")
_LONGEST = 40  # longer runs of letters are no words
_NOUN = 6  # shorter words with a capital may be names: "Weiss", "Voß"
_PART = 3  # what a compound begins with is not shorter
_EXAMPLES = frozenset(("examples", "counterexamples"))


@dataclass(frozen=True, slots=True)
class Respelled:
    """A text as the rules know its words. ``places`` are the words changed: where each begins in the text as it was,
    and here, and its length there and here; ``words`` are they themselves, by how they are spelled here."""

    text: str
    places: tuple[tuple[int, int, int, int], ...]
    words: dict[str, str]

    def as_written(self, deal: Deal, text: str) -> Deal:
        """The deal as the text says it: names and quotes in its spelling, offsets in it."""
        return replace(
            deal,
            parties=tuple(
                replace(p, name=self._old(p.name), aliases=tuple(map(self._old, p.aliases))) for p in deal.parties
            ),
            evidence=self._old(deal.evidence),
            amount_text=deal.amount_text and self._old(deal.amount_text),
            terms=tuple(replace(term, text=self._old(term.text)) for term in deal.terms),
            timeline=tuple(
                replace(event, quote=self._old(event.quote), said_by=event.said_by and self._old(event.said_by))
                for event in deal.timeline
            ),
            quotes={key: tuple(self._quote(quote, text) for quote in quotes) for key, quotes in deal.quotes.items()},
        )

    def _quote(self, quote: Quote, text: str) -> Quote:
        start, end = self._offset(quote.start, False), self._offset(quote.end, True)
        return replace(quote, quote=text[start:end], start=start, end=end)

    def _offset(self, here: int, is_end: bool) -> int:
        """An offset in the text as it was; inside a word, where that begins or ends."""
        at = bisect(self.places, here, key=lambda place: place[1]) - 1
        if at < 0:
            return here
        old, new, old_length, new_length = self.places[at]
        if here == new:
            return old
        inside = here < new + new_length
        return (old + old_length * is_end) if inside else here - new - new_length + old + old_length

    def _old(self, written: str) -> str:
        return _WORD.sub(lambda match: self.words.get(match[0], match[0]), written)


def respell(text: str, language: str) -> Respelled:
    """A text with the words that only another spelling makes known ones changed to that; all others are left alone, and
    so are those that the text has in both spellings."""
    pieces: list[str] = []
    places, words, done, shift = [], {}, 0, 0
    for start, end in _words(text, language):
        old = text[start:end]
        new = spelled(language)[old]
        if not new or (new not in words and new in text):
            continue
        words[new] = old
        pieces += [text[done:start], new]
        places.append((start, start + shift, len(old), len(new)))
        done, shift = end, shift + len(new) - len(old)
    return Respelled("".join([*pieces, text[done:]]), tuple(places), words)


def _words(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where the words stand that have letters of which there are two spellings; what is too long for a word is none."""
    done = 0
    for match in _letters(language).finditer(text):
        start, end = match.span()
        if start < done:
            continue
        while start and match.start() - start < _LONGEST and text[start - 1].isalnum():
            start -= 1
        while end < len(text) and end - match.end() < _LONGEST and text[end].isalnum():
            end += 1
        done = end
        if end - start < _LONGEST:
            yield start, end


@cache
def _letters(language: str) -> re.Pattern[str]:
    pairs = language_table(language, "words", WordTable).spellings
    return any_of([re.escape(letters) for letters in chain(pairs, pairs.values())])


@cache
def spelled(language: str) -> Remembered[str]:
    """How the rules spell a word that they do not know as it is written; empty for all others."""
    pairs = language_table(language, "words", WordTable).spellings
    known = _known(language) if pairs else frozenset()
    return Remembered(lambda word: _other(word, known, pairs))


def _other(word: str, known: frozenset[str], pairs: dict[str, str]) -> str:
    ways = [*pairs.items(), *((other, one) for one, other in pairs.items())]
    if not any(one in word for one, _ in ways) or (word[0].isupper() and len(word) < _NOUN) or word.lower() in known:
        return ""
    for one, other in ways:
        for found in re.finditer(re.escape(one), word):
            new = word[: found.start()] + other + word[found.end() :]
            if _is_known(new.lower(), known, found.start() if word[0].isupper() else 0):
                return new
    return ""


def _is_known(low: str, known: frozenset[str], changed: int) -> bool:
    """Whether the rules speak of a word, or of what a compound ends with, if the letters ``changed`` are in it."""
    return low in known or any(low[at:] in known for at in range(_PART, min(changed, len(low) - _NOUN) + 1))


@cache
def _known(language: str) -> frozenset[str]:
    """The words with letters of which there are two spellings that the rules speak of: those in the language's files,
    but for examples, and all forms of verbs."""
    files = [tomllib.loads(path.read_text(encoding="utf-8")) for path in language_folder(language).rglob("*.toml")]
    letters = _letters(language)
    told = (written for file in files for written in _strings(file) if letters.search(written))
    words = chain((word.lower() for written in told for word in _WORD.findall(written)), lexicon(language).verbs)
    return frozenset(filter(letters.search, words))


def _strings(value: object) -> Iterator[str]:
    """All strings of a file, keys too, without its examples."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in _EXAMPLES:
                yield key
                yield from _strings(one)
