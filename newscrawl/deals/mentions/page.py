"""A text made ready for looking for names, and the candidates that are found in it."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress, pairwise
from operator import attrgetter

import msgspec

from newscrawl.deals.labels import label_ends
from newscrawl.deals.mentions.knowledge import Knowledge, legal_key
from newscrawl.deals.mentions.tokens import Tokens, tokenize
from newscrawl.deals.mentions.word_pairs import word_pairs
from newscrawl.deals.mentions.words import CAPITAL, SMALL, UPPER, Word
from newscrawl.deals.sentences import Sentence


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """A run of tokens that could be a name: ``first`` and ``last`` are token numbers, ``end`` cuts a compound.

    ``hints`` are features of this place: compound_organisation, legal_form, headline, initial, ordinary …
    """

    start: int
    end: int
    first: int
    last: int
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A text made ready for looking for names: its tokens, and for each token its word and the sentence's bounds."""

    text: str
    tokens: Tokens
    words: list[Word]
    sentences: list[tuple[int, int]]  # token numbers: first and one past the last
    known: Knowledge
    heads: list[int]  # the first word of each sentence behind quotes, bullets and numbers
    shapes: bytes
    marked: list[int]  # the tokens that can open or end a name by their shape
    pairs: frozenset[tuple[str, str]]  # words around "and" that are one name
    again: frozenset[str]  # the words that stand in the text more than once, where it has an ampersand
    labels: dict[int, int]  # where the labels of a round-up begin and end


def make_page(text: str, sentences: Sequence[Sentence], known: Knowledge, classified: dict[str, Word]) -> Page:
    """Cut a text into tokens, classify each word and find the tokens of each sentence."""
    tokens, owners = tokenize(text)
    starts = tokens.starts
    bounds = [(bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)) for sentence in sentences]
    bounds = [(first, last) for first, last in bounds if first < last]
    _keep_marks(tokens, owners, known)
    words = list(map(classified.__getitem__, tokens.words))
    return Page(
        text,
        tokens,
        words,
        bounds,
        known,
        heads=[_head(words, first, last) for first, last in bounds],
        shapes=bytes(map(attrgetter("shape"), words)),
        marked=list(compress(range(len(words)), map(attrgetter("marked"), words))),
        pairs=frozenset(word_pairs(words, tokens, bounds, known)),
        again=frozenset(word for word, times in Counter(tokens.words).items() if times > 1) if "&" in text else _NONE,
        labels=label_ends(text),
    )


_NONE: frozenset[str] = frozenset()


def _keep_marks(tokens: Tokens, owners: list[int], known: Knowledge) -> None:
    """Give back the 's that belongs to a name: "Kaiser's" in German, "Moody's said" in English, where the text has no
    form without it."""
    marked = [at for at in owners if not tokens.words[at].islower()]
    if not marked:
        return
    words = tokens.words.copy()
    for at in owners:
        words[at] = ""
    bare = set(words)
    for at in marked:
        if tokens.words[at] not in bare and (
            known.noun_capitals or _no_owner(tokens, at, known) or _owns_firm_words(tokens, at, known)
        ):
            tokens.ends[at] = tokens.stops[at]
            tokens.words[at] += "'s"


def _no_owner(tokens: Tokens, at: int, known: Knowledge) -> bool:
    """Is what follows nothing that could be owned: a verb, a conjunction, the end?"""
    if at + 1 >= len(tokens.words):
        return False
    after = tokens.words[at + 1].lower()
    behind = tokens.words[at + 2].lower() if at + 2 < len(tokens.words) else "."
    if after in known.attributive_verbs and behind not in known.function_words and behind not in ",.":
        return False  # "Norvik's AGREED $5m bid"
    return after in known.stops or after in ",.;)" or known.after.get(after) in ("acts", "said")


def _owns_firm_words(tokens: Tokens, at: int, known: Knowledge) -> bool:
    """Whether ordinary words and a legal form follow, which alone would make no name: "Scott's Hospitality Inc"."""
    if (low := tokens.words[at].lower()) in known.places or low in known.origins:
        return False
    for behind in range(at + 1, min(at + _FIRM_WORDS, len(tokens.words))):
        word = tokens.words[behind]
        if not tokens.glued[behind] or not word[0].isupper():
            return False
        if legal_key(word) in known.legal_forms:
            return behind > at + 1
        if word.lower() not in known.words:
            return False
        if word.lower() in known.founders_words and not _goes_on(tokens, behind):
            return True  # "sold CAMERON'S BREWERY to Tal"
    return False


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether another word with a capital follows at once."""
    behind = at + 1
    return behind < len(tokens.words) and tokens.glued[behind] and tokens.words[behind][0].isupper()


_FIRM_WORDS = 5


def sentence_of(page: Page, at: int) -> tuple[int, int]:
    """The first token of the sentence that one stands in, and one past the last."""
    return page.sentences[bisect_right(page.sentences, (at, len(page.words))) - 1]


def sentence_kind(page: Page, first: int, last: int) -> str:
    """plain, headline (Most Words Have Capitals) or shout (MOST LETTERS ARE)."""
    count = page.shapes.count
    small, capital, upper = count(SMALL, first, last), count(CAPITAL, first, last), count(UPPER, first, last)
    long = small + capital + upper
    if upper <= _SHOUTED * long and (small > _SMALL_IN_HEADLINE * long or page.known.noun_capitals):
        return "plain"
    words = [word for word in page.words[first:last] if word.shape]
    if long < _LONG_IN_SHOUT:
        return "plain"
    if upper > _SHOUTED * long:
        return "shout" if any(word.small or word.function for word in words) else "plain"
    if long < _LONG_IN_HEADLINE or page.words[last - 1].text in '.”"':
        return "headline" if _acts_in_capitals(page, first, last) else "plain"
    return "headline" if any(word.small for word in words if word.capital) else "plain"


def _acts_in_capitals(page: Page, first: int, last: int) -> bool:
    """ "Norvik ACQUIRES Tal", "Tal ACQUIRED by Norvik": a short line, or one with a full stop, is a headline by its
    verb; but not "The Blue Eyes Group BOUGHT Tal", whose verb has no capital."""
    verbs, words = page.known.headline_verbs, page.words[first:last]
    if any(word.lower in verbs and not word.capital for word in words):
        return False
    return any(word.capital and word.lower in verbs and not behind.legal for word, behind in pairwise(words[1:]))


_SHOUTED, _SMALL_IN_HEADLINE = 0.7, 0.2
_LONG_IN_SHOUT, _LONG_IN_HEADLINE = 2, 4


def _head(words: list[Word], first: int, last: int) -> int:
    while first < last - 1 and not words[first].text[0].isalpha():
        first += 1
    return first


def role_ending(page: Page, word: str) -> bool:
    """Compounds: "Finanzvorstand", "US-Präsident"."""
    tail = word.rpartition("-")[2]
    return tail in page.known.roles or any(word[cut:] in page.known.roles for cut in range(3, len(word) - 3))


def is_trade(page: Page, at: int) -> bool:
    """Whether the noun at ``at`` says what kind of firm is named next: "der HERSTELLER", "das Family OFFICE"."""
    word = page.words[at]
    if word.organisation_noun or not at or not page.tokens.glued[at]:
        return word.organisation_noun
    return f"{page.words[at - 1].lower} {word.lower}" in page.known.double_nouns


def of_town(page: Page, word: Word) -> bool:
    """ "Oldenburger", "Göttinger": a word on -er made from a place."""
    places, stem = page.known.places, word.lower[:-2]
    return word.lower.endswith("er") and (word.origin or not places.isdisjoint((stem, f"{stem}e", f"{stem}en")))


def phrase(page: Page, first: int, last: int) -> str:
    """The tokens in lower case with single blanks, a compound cut to the name in it."""
    return " ".join([bare(word) for word in page.words[first : last + 1]])


def bare(word: Word) -> str:
    return word.lower[: word.prefix] if word.prefix else word.lower


def next_capital(page: Page, at: int, last: int) -> bool:
    return at + 1 < last and page.tokens.glued[at + 1] and page.words[at + 1].capital


def closed(page: Page, at: int) -> bool:
    """Nothing goes on behind a possessive or a compound: "Sina's", "Norvik-Chef"."""
    compound = page.words[at].prefix > 0 and not is_seated(page, at)
    return page.tokens.stops[at] > page.tokens.ends[at] or compound


def is_seated(page: Page, at: int) -> bool:
    """Whether a compound is a name with the land behind it: "Norvik-HOLDING TIROL"."""
    head = page.words[at].head.lower()
    return (
        head.endswith(page.known.seated_endings)
        and next_capital(page, at, len(page.words))
        and page.words[at + 1].place
    )


def make_candidate(page: Page, first: int, last: int, *hints: str) -> Candidate:
    word = page.words[last]
    start, end = page.tokens.starts[first], page.tokens.ends[last]
    found = list(hints)
    if word.prefix and not (first == last and _is_whole_name(page, first)):
        end = page.tokens.starts[last] + word.prefix
        found.append(_compound_feature(page, word))
    if word.legal:
        found.append("legal_form")
        end = _with_dot(page, last, end)
    elif word.text.endswith(".") and word.text.count(".") == 1:
        end -= 1
    return Candidate(start, end, first, last, tuple(found))


def _is_whole_name(page: Page, at: int) -> bool:
    """ "der Fahrradhersteller RÖSLE-RAD": behind a noun for an organisation no compound says what belongs to a name."""
    before, word = page.words[at - 1], page.words[at]
    if not at or not page.known.noun_capitals or not page.tokens.glued[at]:
        return False
    named = before.organisation_noun and before.capital and word.text[word.prefix + 1].isupper()
    return named and _compound_feature(page, word) == "compound"


def _compound_feature(page: Page, word: Word) -> str:
    """What the last part of a compound says about the name in it: "-Chef", "-Aktie", "-Kartendienst"; "-App"."""
    if feature := page.known.compound.get(word.head):
        return feature
    known = page.known
    organisation = word.head in known.organisation_nouns or (
        len(word.head) > 6 and word.head.endswith(known.organisation_endings)
    )
    return "compound_organisation" if organisation else "compound"


def _with_dot(page: Page, last: int, end: int) -> int:
    """ "Inc." keeps its dot unless the sentence ends with it, which cannot be told apart; then it goes without."""
    words = page.words
    if last + 1 < len(words) and words[last + 1].text == "." and page.tokens.starts[last + 1] == end:
        behind = last + 2
        while behind < len(words) and words[behind].text in _QUOTES:
            behind += 1  # "bought Tal Inc. “That is good”"
        follows = behind < len(words) and page.text[end + 1 : end + 2] in (" ", ",", ")", "'", "’")
        if follows and not (words[behind].text[0].isupper() or words[behind].text[0].isdigit()):
            return end + 1
    return end


_QUOTES = frozenset('"“„‚‘«»')
"""Marks that open a quote."""


def counts_in_name(page: Page, at: int, last: int) -> bool:
    """ "sold to ONE Equity Partners": a numeral with a capital that is no article before the name of a firm."""
    word = page.words[at]
    if page.known.noun_capitals or not word.capital or word.lower not in page.known.counting:
        return False
    end = at
    while next_capital(page, end, last):
        end += 1
    return end > at and page.words[end].name_word and (end > at + 1 or not page.words[end].organisation_noun)


def cue_after(page: Page, at: int) -> str | None:
    """The feature that the words from ``at`` on give to the name before them: "agreed", "said it"."""
    if page.words[at].lower not in page.known.after_starts:
        return None
    if cue := _cue_of(page, at, at + 1):
        return cue
    behind = behind_time(page, at + 1, min(at + 1 + _LONGEST_TIME, len(page.words)))
    return _cue_of(page, at, behind) if behind > at + 1 else None  # "has TODAY bought"


def _cue_of(page: Page, at: int, behind: int) -> str | None:
    """The feature that a word gives with up to two from ``behind`` on."""
    words = [page.words[at].lower, *(w.lower for w in page.words[behind : behind + 2])]
    for size in (3, 2, 1):
        if len(words) >= size and (cue := page.known.after.get(" ".join(words[:size]))):
            return cue
    return None


def behind_time(page: Page, at: int, last: int) -> int:
    """Where it goes on behind a day or an adverb between subject and verb: "Oracle ON MONDAY said"."""
    known, end = page.known, at
    while end < last and end - at < _LONGEST_TIME:
        word = page.words[end].lower
        is_time = word in known.calendar or word in known.times or word in known.adverbs
        if not is_time and not (end > at and word.isdigit()):
            break
        end += 1
    return end


_LONGEST_TIME = 4
