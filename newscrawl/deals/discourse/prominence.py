"""Who a sentence speaks of most where any phrase can stand first: for a pronoun or noun in a later one to take up."""

import re
from bisect import bisect_right
from collections.abc import Collection
from functools import cache, lru_cache

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.companies import is_person, main_entity
from newscrawl.deals.discourse.descriptions import descriptions, is_from
from newscrawl.deals.discourse.topics import firms_first, is_oblique, organisations_in, subjects_first
from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import References, references

BACK = 3
"""How many sentences back somebody may be named whom a reference takes up."""


def most_prominent(filler: Filler, frame: Frame, analysis: Analysis, taken: set[int], acts: bool = False) -> int | None:
    """The organisation that the nearest sentence before speaks of most: its subject before what a preposition links,
    and who is said to be something else than the noun of the reference last. Who ``acts`` is rather the subject of a
    sentence further back than what the nearest only links: "NORVIK wächst. So ging man bei Tal an Bord. Zuletzt kaufte
    DIE GESELLSCHAFT Hull"."""
    others = [e for number in _sentences_before(frame) for e in _named(number, filler, analysis) if e not in taken]
    if not others:
        return None
    if acts:
        others.sort(key=lambda e: all(is_oblique_in(n, e, analysis) for n in _sentences_before(frame)))
    words = references(analysis.language)
    said = descriptions(analysis)
    return next((e for e in others if not _is_called_else(filler, said[e], words)), others[0])


def is_oblique_in(number: int, entity: int, analysis: Analysis) -> bool:
    """Whether a sentence names an entity only behind a preposition or the like, if at all."""
    start = analysis.sentences[number].start
    return all(is_oblique(m.start, start, analysis) for m in analysis.names_in(number) if m.entity == entity)


def _sentences_before(frame: Frame) -> range:
    return range(frame.sentence - 1, max(frame.sentence - 1 - BACK, -1), -1)


def _named(number: int, filler: Filler, analysis: Analysis) -> list[int]:
    """The organisations of a sentence, the most prominent first."""
    found = organisations_in(analysis, number, min(filler.start, analysis.sentences[number].end))
    return firms_first(subjects_first(found, number, analysis), analysis)


def _is_called_else(filler: Filler, said: frozenset[str], words: References) -> bool:
    """Whether a company is told to be of another kind ("der Versicherer Tal") or land than a noun says ("die Bank")."""
    if filler.reference != "company":
        return False
    if words.is_people(filler.word):
        return is_from(filler.word, said, words) is False
    if filler.word in words.general:
        return False
    kinds = [word for word in said if word not in words.general and words.is_a(word, "nouns")]
    return bool(kinds) and not any(kind.endswith(filler.word) or filler.word.endswith(kind) for kind in kinds)


def people_meant(
    filler: Filler, frame: Frame, analysis: Analysis, taken: set[int], bought: Collection[int] = ()
) -> int | None:
    """Who those from a town or land are of whom it was not said: the company that the text is about, or, if that is
    from elsewhere, or named no more often and not in the paragraph, who was told of last; of those who have been
    ``bought`` only who is said to be from there."""
    words, said = references(analysis.language), descriptions(analysis)
    unlikely = {entity for entity in bought if not is_from(filler.word, said[entity], words)}
    taken = taken | named_only_behind(filler.start, analysis) | unlikely
    main = main_entity(analysis, unlikely)
    if main in taken or (main is not None and is_from(filler.word, said[main], words) is False):
        main = None
    if main is not None and any(m.entity == main for m in analysis.named_in_paragraph(frame.sentence)):
        return main
    found = most_prominent(filler, frame, analysis, taken)
    if main is None:
        return found if found is not None else main_entity(analysis, taken)
    mentions = analysis.names.by_entity
    return found if found is not None and len(mentions[found]) == len(mentions[main]) else main


def named_only_behind(start: int, analysis: Analysis) -> set[int]:
    """The entities that a text has not named yet at an offset, which nothing there takes up."""
    starts, entities = _by_first_mention(analysis)
    return set(entities[bisect_right(starts, start) :])


@lru_cache(maxsize=1)  # asked for by each reference to people of one text
def _by_first_mention(analysis: Analysis) -> tuple[list[int], list[int]]:
    """Where the entities of a text are named first, in order, and which they are."""
    first = sorted((own[0].start, entity) for entity, own in analysis.names.by_entity.items())
    return [start for start, _ in first], [entity for _, entity in first]


def taken_up(filler: Filler, frame: Frame, analysis: Analysis) -> Filler | None:
    """The noun of the nearest sentence before that a pronoun takes up ("DER VERSORGER wächst. Im Mai kaufte er Tal"),
    or the person named there as its subject; None where a company is named first, or nobody is meant by a noun."""
    own = [noun for noun in _nouns_of(frame.sentence, filler, analysis) if noun.end < filler.start]
    if own and own[-1].word in references(analysis.language).general:
        return own[-1]
    for number in _sentences_before(frame):
        nouns = _nouns_of(number, filler, analysis)
        named = _subjects_of(number, analysis) or _people_of(number, analysis)
        first = min([*nouns, *named], key=lambda one: one.start, default=None)
        if first is not None:
            return first if first.entity is None or is_person(analysis, first.entity) else None
    return None


def _subjects_of(number: int, analysis: Analysis) -> list[Filler]:
    """The names of a sentence that may be its subject."""
    start = analysis.sentences[number].start
    own = [m for m in analysis.names_in(number) if analysis.names.entities[m.entity].kind in ("organisation", "person")]
    return [Filler(m.start, m.end, entity=m.entity) for m in own if not is_oblique(m.start, start, analysis)]


def _people_of(number: int, analysis: Analysis) -> list[Filler]:
    """The one person that a sentence names anywhere."""
    found = {m.entity: Filler(m.start, m.end, entity=m.entity) for m in analysis.names_in(number)}
    people = [filler for entity, filler in found.items() if is_person(analysis, entity)]
    return people if len(people) == 1 else []


def _nouns_of(number: int, filler: Filler, analysis: Analysis) -> list[Filler]:
    """The definite nouns of a sentence that mean a company, as subjects, of a gender that the pronoun can have."""
    sentence, words = analysis.sentences[number], references(analysis.language)
    articles = {article for gender in words.genders.get(filler.word, "") for article in words.articles[gender]}
    found = []
    for match in _definite_noun(analysis.language).finditer(analysis.text, sentence.start, sentence.end):
        noun = match[2].lower()
        if match[1].lower() not in articles or any(m.start == match.end() + 1 for m in analysis.names_in(number)):
            continue
        if words.is_people(noun) or words.is_a(noun, "nouns"):
            found.append(Filler(match.start(2), match.end(), reference="company", word=noun))
    return [f for f in found if not is_oblique(f.start, sentence.start, analysis)]


def compound_before(filler: Filler, frame: Frame, analysis: Analysis) -> tuple[Filler, int] | None:
    """The last definite compound of a noun for a company in the sentences before, no name behind it, and the number of
    its sentence: "die PARKHAUSKETTE" for "die Kette"."""
    pattern = _compound(analysis.language, filler.word)
    for number in range(frame.sentence - 1, max(frame.sentence - 1 - FAR_BACK, -1), -1):
        sentence = analysis.sentences[number]
        for match in pattern.finditer(analysis.text, sentence.start, sentence.end):
            if not any(m.start == match.end() + 1 for m in analysis.names_in(number)):
                start, end = match.span(1)
                return Filler(start, end, reference="company", word=match[1].lower()), number
    return None


FAR_BACK = 8
"""How many sentences back a noun may have been told in full."""


@lru_cache(maxsize=256)
def _compound(language: str, noun: str) -> re.Pattern[str]:
    articles = "|".join(sorted(references(language).definite))
    return re.compile(rf"\b(?i:{articles}) (?:[\w-]++ ){{0,2}}?([A-ZÄÖÜ][\w-]*{re.escape(noun)})\b")


@cache
def _definite_noun(language: str) -> re.Pattern[str]:
    """An article of a definite subject, up to two adjectives and the capitalised noun."""
    articles = {article for found in references(language).articles.values() for article in found}
    written = "|".join(f"{a}|{a.capitalize()}" for a in sorted(articles, key=len, reverse=True))
    return re.compile(rf"\b({written}) (?:[a-zäöüß]++ ){{0,2}}([A-ZÄÖÜ][\w-]*+)")
