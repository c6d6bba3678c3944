"""A text made ready for looking for names, and the candidates that are found in it."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from newscrawl.deals.mentions.knowledge import Knowledge, legal_key
from newscrawl.deals.mentions.tokens import Token, tokenize
from newscrawl.deals.mentions.words import Word
from newscrawl.deals.sentences import Sentence


class Candidate(msgspec.Struct, frozen=True):
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
    tokens: list[Token]
    words: list[Word]
    sentences: list[tuple[int, int]]  # token numbers: first and one past the last
    known: Knowledge
    pairs: frozenset[tuple[str, str]] = frozenset()  # words around "and" that are one name


def make_page(text: str, sentences: Sequence[Sentence], known: Knowledge, classify: Callable[[str], Word]) -> Page:
    """Cut a text into tokens, classify each word and find the tokens of each sentence."""
    tokens, owners = tokenize(text)
    starts = [token.start for token in tokens]
    bounds = [(bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)) for sentence in sentences]
    bounds = [(first, last) for first, last in bounds if first < last]
    _keep_marks(tokens, owners, known)
    words = list(map(classify, [token.word for token in tokens]))
    return Page(text, tokens, words, bounds, known, frozenset(_pairs(words, bounds, known)))


_SINGULAR = frozenset({"is", "has", "was"})


def _pairs(words: list[Word], bounds: list[tuple[int, int]], known: Knowledge) -> Iterator[tuple[str, str]]:
    """ "Harper and Rowe has bought", "Smith and Barrow Inc": a singular verb or a legal form behind two words at the
    head of a sentence makes them one name."""
    for first, last in bounds:
        if last - first < _PAIR + 1 or words[first + 1].lower not in known.and_words or known.noun_capitals:
            continue
        one, other, behind = words[first], words[first + 2], words[first + _PAIR]
        if not (one.capital and other.capital) or one.function or one.title or one.organisation_noun:
            continue
        acts = known.after.get(behind.lower) == "acts" and behind.lower.endswith("s")
        if behind.legal or behind.lower in _SINGULAR or acts:
            yield one.text, other.text


_PAIR = 3


def _keep_marks(tokens: list[Token], owners: list[int], known: Knowledge) -> None:
    """Give back the 's that belongs to a name: "Kaiser's" in German, "Moody's said" in English, where the text has no
    form without it."""
    marked = [(i, tokens[i]) for i in owners if not tokens[i].word.islower()]
    bare = {token.word for token in tokens if token.stop == token.end} if marked else ()
    for i, token in marked:
        if token.word not in bare and (
            known.noun_capitals or _no_owner(tokens, i, known) or _owns_firm_words(tokens, i, known)
        ):
            tokens[i] = Token(token.start, token.stop, token.stop, f"{token.word}'s", token.glued)


def _no_owner(tokens: list[Token], at: int, known: Knowledge) -> bool:
    """Is what follows nothing that could be owned: a verb, a conjunction, the end?"""
    if at + 1 >= len(tokens):
        return False
    after = tokens[at + 1].word.lower()
    return after in known.stops or after in ",.;)" or known.after.get(after) in ("acts", "said")


def _owns_firm_words(tokens: list[Token], at: int, known: Knowledge) -> bool:
    """Whether ordinary words and a legal form follow, which alone would make no name: "Scott's Hospitality Inc"."""
    if (low := tokens[at].word.lower()) in known.places or low in known.origins:
        return False
    for token in tokens[at + 1 : at + _FIRM_WORDS]:
        if not token.glued or not token.word[0].isupper():
            return False
        if legal_key(token.word) in known.legal_forms:
            return token is not tokens[at + 1]
        if token.word.lower() not in known.words:
            return False
    return False


_FIRM_WORDS = 5


def sentence_kind(page: Page, first: int, last: int) -> str:
    """plain, headline (Most Words Have Capitals) or shout (MOST LETTERS ARE)."""
    words = [w for w in page.words[first:last] if w.long]
    if len(words) < 2:
        return "plain"
    if [w.upper for w in words].count(True) > 0.7 * len(words):
        return "shout" if any(w.small or w.function for w in words) else "plain"
    small = [w.capital for w in words].count(False)
    if page.known.noun_capitals or len(words) < 4 or page.words[last - 1].text in '.”"':
        return "plain"
    return "headline" if small <= 0.2 * len(words) and any(w.small for w in words if w.capital) else "plain"


def sentence_head(page: Page, first: int, last: int) -> int:
    """The first word of a sentence behind quotes, bullets and numbers."""
    while first < last - 1 and not page.words[first].text[0].isalpha():
        first += 1
    return first


def phrase(page: Page, first: int, last: int) -> str:
    """The tokens in lower case with single blanks, a compound cut to the name in it."""
    return " ".join(bare(page.words[i]) for i in range(first, last + 1))


def bare(word: Word) -> str:
    return word.lower[: word.prefix] if word.prefix else word.lower


def next_capital(page: Page, at: int, last: int) -> bool:
    return at + 1 < last and page.tokens[at + 1].glued and page.words[at + 1].capital


def closed(page: Page, at: int) -> bool:
    """Nothing goes on behind a possessive or a compound: "Sina's", "Norvik-Chef"."""
    token = page.tokens[at]
    return token.stop > token.end or page.words[at].prefix > 0


def make_candidate(page: Page, first: int, last: int, *hints: str) -> Candidate:
    token, word = page.tokens[last], page.words[last]
    start, end = page.tokens[first].start, token.end
    found = list(hints)
    if word.prefix:
        end = token.start + word.prefix
        found.append(_compound_feature(page, word))
    if word.legal:
        found.append("legal_form")
        end = _with_dot(page, last, end)
    elif token.word.endswith(".") and token.word.count(".") == 1:
        end -= 1
    return Candidate(start, end, first, last, tuple(found))


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
    tokens = page.tokens
    if last + 1 < len(tokens) and tokens[last + 1].word == "." and tokens[last + 1].start == end:
        follows = last + 2 < len(tokens) and page.text[end + 1 : end + 2] in (" ", ",", ")", "'", "’")
        if follows and (not tokens[last + 2].word[0].isupper()):
            return end + 1
    return end
