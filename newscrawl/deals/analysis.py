"""What is known of a text before deals are put together: sentences, mentions, phrases, frames."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import ModuleType

from newscrawl.deals.frame import Frame, Grammar
from newscrawl.deals.frames import find_frames
from newscrawl.deals.mentions.dates import Date, find_dates
from newscrawl.deals.mentions.durations import Duration, find_durations
from newscrawl.deals.mentions.model import Mention, Names
from newscrawl.deals.mentions.money import Money, Withheld, find_money, find_withheld
from newscrawl.deals.mentions.names import find_names
from newscrawl.deals.mentions.percents import Percent, find_percents
from newscrawl.deals.mentions.references import references
from newscrawl.deals.mentions.trade_words import TradeWord, find_trade_words
from newscrawl.deals.sentences import Sentence, split_sentences
from newscrawl.deals.syntax import svo, tokens, v2
from newscrawl.deals.syntax.chunks import chunk
from newscrawl.deals.syntax.lexicon import Lexicon, lexicon
from newscrawl.deals.syntax.phrases import Phrases
from newscrawl.deals.syntax.tagging import tag_verbs
from newscrawl.deals.syntax.tokens import tokenize, within
from newscrawl.deals.triggers import WORD, triggers

Found = Money | Percent | Date | Duration | Mention | TradeWord


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text and what was found in it; all offsets count in ``text``."""

    text: str
    language: str
    published: str | None
    title: str | None
    sentences: list[Sentence]
    names: Names
    money: list[Money]
    percents: list[Percent]
    durations: list[Duration]
    dates: list[Date]
    withheld: list[Withheld]
    phrases: dict[int, Phrases]
    """Of each sentence with a trigger, its phrases."""
    frames: list[Frame]

    def name_of(self, entity: int | None) -> str:
        """The name of an entity; empty for none."""
        return "" if entity is None else self.names.entities[entity].name

    def says_both(self, number: int) -> bool:
        """Whether a sentence says "both companies" or "they"."""
        sentence = self.sentences[number]
        low = self.text[sentence.start : sentence.end].lower()
        return _both(self.language).search(low) is not None


LONGEST = 3000
"""Characters of a sentence that is parsed; of four thousand in real news the longest has 642. Phrases are compared with
each other, so what is no sentence would take time by the square of its length."""


def analyse(text: str, language: str, published: str | None = None, title: str | None = None) -> Analysis:
    """Find sentences, mentions and frames; only sentences with a trigger word are parsed."""
    sentences = split_sentences(text, language)
    names = find_names(text, sentences, language, title)
    money, percents = find_money(text, language), find_percents(text, language)
    durations, dates = find_durations(text, language), find_dates(text, language, published)
    tagged = _overlay(
        _without_triggers(_without_modifiers(names, text), text, language),
        money,
        percents,
        durations,
        dates,
        find_trade_words(text),
    )
    starts = [mention.start for _, mention in tagged]
    phrases: dict[int, Phrases] = {}
    frames: list[Frame] = []
    grammar = _grammar(language)
    sums, shares = [found.start for found in money], [found.start for found in percents]
    for number, sentence in enumerate(sentences):
        if sentence.end - sentence.start > LONGEST:
            continue
        has = (bisect_left(found, sentence.start) < bisect_left(found, sentence.end) for found in (sums, shares))
        if grammar.triggers.stand_in(text, sentence.start, sentence.end, *has):
            mentions = within(tagged, starts, sentence.start, sentence.end)
            phrases[number] = parse(text, sentence, mentions, lexicon(language))
            frames += find_frames(phrases[number], number, grammar)
    return Analysis(
        text,
        language,
        published,
        title,
        sentences,
        names,
        money,
        percents,
        durations,
        dates,
        find_withheld(text, language),
        phrases,
        [frame for frame in frames if not frame.echo or _is_echoed(frame, text, sentences)],
    )


def _is_echoed(frame: Frame, text: str, sentences: list[Sentence]) -> bool:
    """Whether the sentence behind a frame holds a noun that makes it a deal ("The contract runs …")."""
    if frame.sentence + 1 >= len(sentences):
        return False
    following = sentences[frame.sentence + 1]
    return any(word.lower().endswith(frame.echo) for word in WORD.findall(text, following.start, following.end))


def parse(text: str, sentence: Sentence, mentions: Sequence[tuple[str, tokens.Mention]], words: Lexicon) -> Phrases:
    """The phrases of one sentence."""
    tokens = tokenize(text, sentence.start, sentence.end, mentions, words)
    if words.separable:
        v2.tag(tokens)
    else:
        tag_verbs(tokens, words)
    phrases = Phrases(chunk(tokens, words), words)
    (v2 if words.separable else svo).prepare(phrases)
    return phrases


MODIFIED = re.compile(r" [a-z]")


def _without_modifiers(names: Names, text: str) -> list[Mention]:
    """Leave out a town that only says which company is meant: "the LISBON company"."""
    return [m for m in names.mentions if names.entities[m.entity].kind != "place" or not _is_modifier(m, text)]


def _is_modifier(mention: Mention, text: str) -> bool:
    return (
        text[max(0, mention.start - 4) : mention.start].lower() == "the "
        and MODIFIED.match(text, mention.end) is not None
    )


def _without_triggers(mentions: Sequence[Mention], text: str, language: str) -> Sequence[Mention]:
    """Where nouns are capitalised, a deal noun may have been taken for a name ("dem Zukauf", "ein Liefervertrag")."""
    if not triggers(language).compounding:
        return mentions
    return [m for m in mentions if " " in m.name or not _is_deal_noun(m, text, language)]


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


def _year_only(date: Date) -> Date:
    """The year of "2018 purchase": the noun behind it is a word of the sentence."""
    return replace(date, end=date.start + 4) if date.rule == "year of a deal" else date


def _overlay(
    names: Sequence[Mention],
    money: list[Money],
    percents: list[Percent],
    durations: list[Duration],
    dates: list[Date],
    trade_words: list[TradeWord],
) -> list[tuple[str, Found]]:
    """All mentions with their tag, in text order; of two that overlap the longer one stays, numbers before names."""
    tagged: list[tuple[str, Found]] = [
        *(("M", m) for m in money),
        *(("%", p) for p in percents),
        *(("U", d) for d in durations),
        *(("T", d) for d in dates),
        *(("E", n) for n in names),
        *(("N", r) for r in trade_words),
    ]
    tagged = [(tag, _year_only(found) if isinstance(found, Date) else found) for tag, found in tagged]
    tagged.sort(key=lambda pair: (pair[1].start, pair[0] != "N", -pair[1].end))
    kept: list[tuple[str, Found]] = []
    for tag, mention in tagged:
        if kept and mention.start < kept[-1][1].end:
            continue
        kept.append((tag, mention))
    return kept
