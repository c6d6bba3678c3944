"""What is known of a text before deals are put together: sentences, mentions, phrases, frames."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, cached_property
from itertools import islice, takewhile
from types import ModuleType

from newscrawl.deals.figures import Figures, Found, is_within, tagged
from newscrawl.deals.frames.frame import Frame, Grammar
from newscrawl.deals.frames.seller_next import bought_from_next
from newscrawl.deals.frames.triggers import triggers
from newscrawl.deals.frames.verb_frames import find_frames
from newscrawl.deals.gate import Gate, gate
from newscrawl.deals.labels import label_ends
from newscrawl.deals.mentions.model import Mention, Names
from newscrawl.deals.mentions.names import find_names
from newscrawl.deals.mentions.references import references
from newscrawl.deals.mentions.towns import says_where
from newscrawl.deals.mentions.traces import WORD
from newscrawl.deals.sentences import split_sentences
from newscrawl.deals.syntax import svo, v2
from newscrawl.deals.syntax.agreed_sizes import agreed_sizes
from newscrawl.deals.syntax.awarded_tasks import awarded_tasks
from newscrawl.deals.syntax.chunks import chunk
from newscrawl.deals.syntax.clauses import DASHES
from newscrawl.deals.syntax.interpolations import interpolations
from newscrawl.deals.syntax.lexicon import Lexicon, lexicon
from newscrawl.deals.syntax.next_listed import counted_companies, is_list, is_of, listed_from, with_list
from newscrawl.deals.syntax.phrases import Phrases
from newscrawl.deals.syntax.questions import asks
from newscrawl.deals.syntax.tagging import tag_verbs
from newscrawl.deals.syntax.tokens import Token, tokenize

LONGEST = 1500
"""Characters of a sentence that is parsed; of four thousand in real news the longest has 642. Phrases are compared with
each other, so what is no sentence would take time by the square of its length."""


YEAR = re.compile(r"\b(?:19|20)\d\d\b")

MOST_LEFT_OUT = 12
"""Interpolations of a sentence after which no more are looked for inside each other."""
MOST_FRAMES = 24
"""Deals that one sentence tells; what tells more is no sentence. In real news the most are four."""


class Analysis:
    """A text and what is found in it, each thing when it is first asked for; all offsets count in ``text``.

    Most sentences hold no trigger, and most articles no deal: nothing is looked for there.
    """

    def __init__(self, text: str, language: str, published: str | None = None, title: str | None = None) -> None:
        self.text = text
        self.language = language
        self.published = published
        self.title = title
        self.sentences = split_sentences(text, language)
        self.phrases: dict[int, Phrases] = {}
        """Of each sentence with a trigger, its phrases."""
        self.frames: list[Frame] = []
        self._figures: dict[int, Figures] = {}
        self.meant: dict[tuple[int, int], int | None] = {}
        """Whom references mean that later ones take up, by where they stand and where their deal is told."""

    @cached_property
    def names(self) -> Names:
        """The names of the text and what they name."""
        return find_names(self.text, self.sentences, self.language, self.title)

    @cached_property
    def labels(self) -> dict[int, int]:
        """Where the labels of a round-up begin and end."""
        return label_ends(self.text)

    @cached_property
    def last_year(self) -> str:
        """The last year that the text names, empty if none."""
        return max(YEAR.findall(self.text), default="")

    def names_in(self, number: int) -> tuple[Mention, ...]:
        """The names in a sentence, in order."""
        return self.names_between(self.sentences[number].start, self.sentences[number].end)

    def names_between(self, start: int, end: int) -> tuple[Mention, ...]:
        """The names that begin between two offsets, in order."""
        starts = self._name_starts
        return self.names.mentions[bisect_left(starts, start) : bisect_left(starts, end)]

    def paragraph_start(self, number: int) -> int:
        """The first sentence of the paragraph that a sentence stands in."""
        return bisect_left(self.sentences, self.sentences[number].paragraph, key=lambda sentence: sentence.paragraph)

    def opens_paragraph(self, number: int) -> bool:
        """Whether no sentence stands before one in its paragraph."""
        own = self.sentences[number].paragraph
        return number == 0 or self.sentences[number - 1].paragraph != own

    def named_in_paragraph(self, number: int) -> tuple[Mention, ...]:
        """The names of a paragraph from its beginning to the end of a sentence, in order."""
        return self.names_between(self.sentences[self.paragraph_start(number)].start, self.sentences[number].end)

    @cached_property
    def _name_starts(self) -> list[int]:
        return [mention.start for mention in self.names.mentions]

    def frames_in(self, number: int) -> list[Frame]:
        """The frames of a sentence, in order."""
        return self._frames_by_sentence.get(number, [])

    @cached_property
    def _frames_by_sentence(self) -> dict[int, list[Frame]]:
        found: dict[int, list[Frame]] = {}
        for frame in self.frames:
            found.setdefault(frame.sentence, []).append(frame)
        return found

    def figures(self, number: int) -> Figures:
        """The sums, shares, durations and dates in a sentence."""
        if number not in self._figures:
            self._figures[number] = Figures(self.text, self.sentences[number], self.language, self.published)
        return self._figures[number]

    def name_of(self, entity: int | None) -> str:
        """The name of an entity; empty for none."""
        return "" if entity is None else self.names.entities[entity].name

    def listed_behind(self, number: int) -> int | None:
        """Where in the sentence behind one the names begin that it lists for it; None if it lists none."""
        if number + 1 >= len(self.sentences):
            return None
        following = self.sentences[number + 1]
        if following.end - self.sentences[number].start > LONGEST:
            return None
        at = listed_from(self.text, following.start, following.end, self.language)
        if at is None or not is_list(
            self.text, at, following.end, self.names_between(at, following.end), self.language
        ):
            return None
        return at

    def low(self, number: int) -> str:
        """A sentence in lower case, for words to be looked for."""
        sentence = self.sentences[number]
        return self.text[sentence.start : sentence.end].lower().replace("’", "'")

    def says_both(self, number: int) -> bool:
        """Whether a sentence says "both companies" or "they"."""
        sentence = self.sentences[number]
        low = self.text[sentence.start : sentence.end].lower()
        return _both(self.language).search(low) is not None


def analyse(text: str, language: str, published: str | None = None, title: str | None = None) -> Analysis:
    """Find sentences and frames; only sentences with a trigger word are parsed."""
    analysis = Analysis(text, language, published, title)
    grammar, way_in = _grammar(language), gate(language)
    frames: list[Frame] = []
    for number, sentence in enumerate(analysis.sentences):
        told = _types_before(number, frames)
        if sentence.end - sentence.start > LONGEST or not _has_trigger(number, analysis, way_in, told):
            continue
        tokens, able = _plain_tokens(number, analysis, grammar.words, way_in)
        if able:
            phrases = analysis.phrases[number] = parse(tokens, grammar.words)
            phrases.able, phrases.told = able, told
            phrases.before = text[analysis.sentences[max(0, number - GOES_ON)].start : sentence.start]
            found = find_frames(phrases, number, grammar)
            before = analysis.phrases.get(number - 1)
            if before is not None and not (frames and frames[-1].sentence == number - 1):
                frames += bought_from_next(before, found, number - 1, grammar)
            frames += found if len(found) <= MOST_FRAMES else []
    echoed = (f for f in frames if not f.echo or _is_echoed(f, analysis))
    analysis.frames = [f for f in echoed if not f.asked or _is_answered(f, analysis)]
    return analysis


def _types_before(number: int, frames: list[Frame]) -> frozenset[str]:
    """The types of the deals told in the sentences right before one."""
    last = islice(reversed(frames), MOST_FRAMES)
    before = takewhile(lambda frame: number - frame.sentence <= GOES_ON, last)
    return frozenset(frame.type for frame in before if frame.roles.keys() != {"seller"})


GOES_ON = 3
"""How many sentences behind a deal others may go on with it ("2014 FOLGTE TAL")."""


def _has_trigger(number: int, analysis: Analysis, way_in: Gate, told: frozenset[str]) -> bool:
    """Whether a word of a sentence can be a trigger there."""
    return way_in.lets_in(
        analysis.figures(number), lambda: len(analysis.names_in(number)) + _listed(number, analysis), told
    )


def _listed(number: int, analysis: Analysis) -> int:
    """How many names the next sentence lists for a sentence."""
    at = analysis.listed_behind(number)
    return 0 if at is None else len(analysis.names_between(at, analysis.sentences[number + 1].end))


def mentions_of(number: int, analysis: Analysis) -> list[tuple[str, Found]]:
    """What becomes one token each in a sentence: names and figures, with their tags."""
    names = [m for m in analysis.names_in(number) if _is_name_here(m, analysis)]
    return tagged(names, analysis.figures(number))


def _is_echoed(frame: Frame, analysis: Analysis) -> bool:
    """Whether the sentence behind a frame holds a noun that makes it a deal ("The contract runs …")."""
    return any(word.lower().endswith(frame.echo) for word in _words_behind(frame, analysis))


def _is_answered(frame: Frame, analysis: Analysis) -> bool:
    """Whether the sentence behind a question names a deal: "Will Norvik buy Tal? Sources speak of a DEAL"."""
    words = references(analysis.language)
    return any(words.is_a(word.casefold(), "deals") for word in _words_behind(frame, analysis))


def _words_behind(frame: Frame, analysis: Analysis) -> list[str]:
    """The words of the sentence behind a frame."""
    if frame.sentence + 1 >= len(analysis.sentences):
        return []
    following = analysis.sentences[frame.sentence + 1]
    return WORD.findall(analysis.text, following.start, following.end)


def _tokens(number: int, analysis: Analysis, words: Lexicon) -> list[Token]:
    sentence = analysis.sentences[number]
    return tokenize(analysis.text, sentence.start, sentence.end, mentions_of(number, analysis), words)


def _with_listed(tokens: list[Token], number: int, at: int, analysis: Analysis, words: Lexicon) -> list[Token]:
    """The tokens of a sentence, and behind the companies that it only counts those that the next one lists from ``at``
    on, if it takes up the same noun."""
    nouns = references(analysis.language)
    counted = counted_companies(tokens, lambda low: nouns.is_plural_noun(low) or nouns.is_a(low, "units"))
    opening = analysis.text[analysis.sentences[number + 1].start : at]
    if counted is None or not is_of(opening, tokens[counted].low, analysis.language):
        return tokens
    listed = [t for t in _tokens(number + 1, analysis, words) if t.start >= at]
    return with_list(tokens, listed, words, counted)


def _plain_tokens(number: int, analysis: Analysis, words: Lexicon, way_in: Gate) -> tuple[list[Token], set[int]]:
    """The tokens of a sentence without what only says more of a name, and where those begin that can be triggers.

    What is left is read anew: "orders" is a verb in "Norvik, which makes pumps, ORDERS 25 jets" once it stands beside
    its subject.
    """
    tokens, figures = tagged_tokens(number, analysis, words), analysis.figures(number)
    if left_out := [*_dateline(tokens, analysis), *awarded_tasks(tokens, words), *agreed_sizes(tokens, words)]:
        tokens = tagged_tokens(number, analysis, words, left_out)
    able = way_in.able(tokens, figures)
    while len(left_out) < MOST_LEFT_OUT and (spans := interpolations(tokens, able, words)):
        left_out += spans
        figures.leave_out(spans)
        tokens = tagged_tokens(number, analysis, words, left_out)
        able = way_in.able(tokens, figures)
    return tokens, able


DATELINE = 14
"""Tokens of a dateline with its dash."""


def _dateline(tokens: list[Token], analysis: Analysis) -> list[tuple[int, int]]:
    """The span of the dateline that a sentence begins with: "BERLIN, March 3 (Reuters) - Norvik …"; empty for none."""
    if tokens[0].tag != "E":
        return []
    dash = next((i for i, t in enumerate(tokens[:DATELINE]) if t.tag in DASHES and i + 1 < len(tokens)), 0)
    while dash and dash + 2 < len(tokens) and tokens[dash + 1].tag in DASHES:
        dash += 1
    first = tokens[0].mention
    if not dash or not isinstance(first, Mention):
        return []
    is_town = "dateline" in analysis.names.entities[first.entity].features
    return [(tokens[0].start, tokens[dash].end)] if is_town else []


def tagged_tokens(
    number: int, analysis: Analysis, words: Lexicon, without: Sequence[tuple[int, int]] = ()
) -> list[Token]:
    """The tokens of a sentence, and of what the next one lists for it, verbs told from nouns; those between the offsets
    of some spans are left out."""
    tokens = _tokens(number, analysis, words)
    if (at := analysis.listed_behind(number)) is not None:
        tokens = _with_listed(tokens, number, at, analysis, words)
    if without:
        tokens = [token for token in tokens if not is_within(token.start, without)]
    if words.separable:
        v2.tag(tokens, words)
    else:
        tag_verbs(tokens, words)
    return tokens


def parse(tokens: list[Token], words: Lexicon) -> Phrases:
    """The phrases of a sentence."""
    phrases = Phrases(chunk(tokens, words), words)
    phrases.asks = asks(tokens)
    (v2 if words.separable else svo).prepare(phrases)
    return phrases


def _is_name_here(mention: Mention, analysis: Analysis) -> bool:
    """Whether a name stands for somebody.

    A town may only say where a company is, and where nouns are capitalised, a deal noun may have been taken for a name
    ("dem Zukauf", "ein Liefervertrag").
    """
    if says_where(mention, analysis.names, analysis.text, analysis.language):
        return False
    if not triggers(analysis.language).compounding or " " in mention.name:
        return True
    if not _is_deal_noun(mention, analysis.text, analysis.language):
        return True
    return "apposition" in analysis.names.entities[mention.entity].features  # "der Altinvestor Kiezkapital"


def _is_deal_noun(mention: Mention, text: str, language: str) -> bool:
    """Whether a mention, or the hyphenated word that it begins ("LEAD-Investor"), names a deal."""
    known = triggers(language)
    word = HYPHENATED.match(text, mention.start)
    return known.names_deal(mention.name.lower()) or (word is not None and word.group().lower() in known.nouns)


HYPHENATED = re.compile(r"\w++(?:-\w++)++")


@cache
def _grammar(language: str) -> Grammar:
    order: ModuleType = v2 if lexicon(language).separable else svo
    return Grammar(order, triggers(language), references(language), lexicon(language))


@cache
def _both(language: str) -> re.Pattern[str]:
    words = references(language)
    several = [word for word, kind in words.pronouns.items() if kind == "several"]
    return re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(several, key=len, reverse=True))) + r")\b")
