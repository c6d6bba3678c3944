"""What a sentence is about: the companies that it names, in the order in which a reference means them."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice, pairwise

from newscrawl.deals.analysis import GOES_ON, Analysis
from newscrawl.deals.discourse.companies import is_organisation
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.model import Entity
from newscrawl.deals.mentions.references import references
from newscrawl.deals.syntax.lexicon import lexicon

WORD = re.compile(r"\w++")
"""A word of a text, without its hyphens."""


def _is_source(candidate: Entity) -> bool:
    """ "according to the FINANCIAL POST": who only tells it."""
    features = set(candidate.features)
    if "only_tells" in features:
        return True
    return "source_before" in features and not features & {"acts", "deal_object", "legal_form"}


def _may_be_person(candidate: Entity) -> bool:
    """Whether a word that may be a given name begins a name of which the text says nothing that only firms do."""
    return "given_word" in candidate.features and " " in candidate.name and candidate.score < _SURE


_SURE = 1.0

TOPIC_START = 60
"""A name that stands this many characters into a sentence, or earlier, is taken for its subject."""


def firms_first(found: Iterable[int], analysis: Analysis) -> list[int]:
    """Those first that are not perhaps called like a person."""
    return sorted(found, key=lambda entity: _may_be_person(analysis.names.entities[entity]))


def opening_noun(analysis: Analysis, number: int, kinds: Sequence[str] = ("nouns",)) -> str:
    """The pronoun or noun, of one of several kinds, lower-case, with which a sentence takes up a company named before:
    "IT built a game for Tal", "THE FRENCH COMPANY sold Tal"; empty without one ("The owner, Norvik, …") and where any
    phrase can stand first."""
    sentence, words = analysis.sentences[number], references(analysis.language)
    if words.compounding:
        return ""
    opening = islice(WORD.finditer(analysis.text, sentence.start, sentence.end), OPENING)
    first, *others = [(m[0].lower(), m.end()) for m in opening] or [("", 0)]
    if words.pronouns.get(first[0]) == "one":
        return first[0]
    others = others if first[0] in words.definite else []
    noun, end = next((found for found in others if any(words.is_a(found[0], kind) for kind in kinds)), ("", 0))
    return "" if not end or NAMED.match(analysis.text, end) or organisations_in(analysis, number, end) else noun


OPENING = 6
"""How many words into a sentence the noun stands that takes up a company: "The Austin, Texas-based PUBLISHER"."""
NAMED = re.compile(r",(?= [A-Z])|['’]s\b| [A-Z]")
"""What stands behind a noun that does not mean a company by itself: "the owner, Norvik"."""


def topic_of(analysis: Analysis, number: int, taken: set[int]) -> int | None:
    """The organisation that a sentence is about: the first one, if it stands near the beginning; where any phrase can
    stand first, one that can be its subject goes first. None if it takes up one named before."""
    if opening_noun(analysis, number) or _takes_up_behind_time(analysis, number):
        return None
    near = organisations_in(analysis, number, analysis.sentences[number].start + TOPIC_START)
    found = [e for e in firms_first(near, analysis) if e not in taken]
    if lexicon(analysis.language).separable:
        found = subjects_first(found, number, analysis)
    elif len(found) > 1:
        found.sort(key=_behind_prepositions(number, analysis).__contains__)
    return found[0] if found else None


def _takes_up_behind_time(analysis: Analysis, number: int) -> bool:
    """Whether a sentence takes up a company named before behind what opens it: "In 2019, IT bought Tal", "Last year THE
    COMPANY sold Tal", but not "When it sold Tal", "With its plant", "According to the company"."""
    sentence, words, classes = analysis.sentences[number], references(analysis.language), lexicon(analysis.language)
    opening = list(islice(WORD.finditer(analysis.text, sentence.start, sentence.end), OPENING + 2))
    lows = [m[0].lower() for m in opening]
    if words.compounding or not lows or any(classes.is_a(low, "subordinator") for low in lows[:1]):
        return False
    for i, low in enumerate(lows[1:OPENING], 1):
        pronoun = words.pronouns.get(low) == "one" and "possessive" not in (classes.marks.get(low) or ())
        noun = low in words.definite and any(words.is_a(found, "nouns") for found in lows[i + 1 : i + 2])
        if not (pronoun or noun) or classes.is_a(lows[i - 1], "preposition"):
            continue
        end = opening[i + noun].end()
        return not (noun and NAMED.match(analysis.text, end)) and not organisations_in(analysis, number, end)
    return False


def _behind_prepositions(number: int, analysis: Analysis) -> set[int]:
    """Whom a sentence first names right behind a preposition: "After a lawsuit BY TAL, Norvik changed its name"."""
    words, start = lexicon(analysis.language), analysis.sentences[number].start
    first = {m.entity: m.start for m in reversed(analysis.names_in(number))}
    before = {entity: WORD.findall(analysis.text, max(start, at - BEFORE), at) for entity, at in first.items()}
    return {entity for entity, found in before.items() if found and words.is_a(found[-1].lower(), "preposition")}


def subjects_first(found: Iterable[int], number: int, analysis: Analysis) -> list[int]:
    """Organisations that a sentence names, those first that can be its subject where they are named first."""
    start = analysis.sentences[number].start
    first = {m.entity: m.start for m in reversed(analysis.names_in(number))}
    return sorted(found, key=lambda entity: is_oblique(first[entity], start, analysis))


def is_oblique(at: int, start: int, analysis: Analysis) -> bool:
    """Whether the name at an offset is no subject by the words before it, over its adjectives and noun: a preposition
    ("beim Händler TAL"), a noun that it belongs to ("ein Spin-off der TAL"), an article ("den Händler TAL")."""
    words = lexicon(analysis.language)
    if _genitive(analysis.language).search(analysis.text[max(start, at - BEFORE) : at]):
        return True
    behind_article = False
    for word in reversed(WORD.findall(analysis.text, max(start, at - BEFORE), at)):
        low = word.lower()
        if words.is_a(low, "preposition"):
            return True
        marks = words.marks.get(low)
        if behind_article or (marks is None and not (word[0].isupper() or word.endswith(("e", "en", "er", "em")))):
            return False
        if marks is not None and "nominative" not in marks:
            return True
        behind_article = marks is not None
    return False


@cache
def _genitive(language: str) -> re.Pattern[str]:
    """What stands before a name that a noun belongs to: "ein Spin-off DER Tal"."""
    articles = "|".join(sorted(lexicon(language).genitive_articles)) or "(?!)"
    return re.compile(rf"[A-ZÄÖÜ][\w-]*+ (?:{articles}) $")


BEFORE = 60
"""How many characters before a name its preposition is looked for."""


def is_heading(number: int, analysis: Analysis) -> bool:
    """Whether a sentence is the heading of the paragraph behind it, which tells more: "Software kommt von Tal"."""
    sentence, text = analysis.sentences[number], analysis.text
    return analysis.opens_paragraph(number) and text[sentence.start : sentence.end].rstrip()[-1:].isalnum()


def names_distress(low: str, language: str) -> bool:
    """Whether lower-case text speaks of an insolvency or the like: "ist INSOLVENT"."""
    words = references(language)
    return any(words.is_a(word, "distress") for word in WORD.findall(low))


def in_distress(frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """The one company but those ``taken`` of the last sentence that speaks of an insolvency: "der INSOLVENTE Händler
    TAL"."""
    for number in range(frame.sentence, max(-1, frame.sentence - GOES_ON - 1), -1):
        if names_distress(analysis.low(number), analysis.language):
            named = [e for e in organisations_in(analysis, number, frame.start) if e not in taken]
            return named[0] if len(named) == 1 else None
    return None


def organisations_in(analysis: Analysis, number: int, before: int) -> list[int]:
    """The organisations of a sentence up to an offset, in order: the first is most likely its subject."""
    found: list[int] = []
    for mention in analysis.names_in(number):
        if mention.start >= before:
            break
        if analysis.text[mention.start - 1 : mention.start] == "(" and not found:
            continue
        if _is_source(analysis.names.entities[mention.entity]):
            continue
        if attribute(analysis.language).match(analysis.text, mention.end):
            continue
        if is_organisation(analysis, mention.entity) and mention.entity not in found:
            found.append(mention.entity)
    return found


def only_other_in(analysis: Analysis, number: int, taken: set[int]) -> int | None:
    """The one organisation of a sentence besides those known; None if there are more, or none."""
    others = [e for e in organisations_in(analysis, number, len(analysis.text)) if e not in taken]
    return others[0] if len(others) == 1 else None


@cache
def attribute(language: str) -> re.Pattern[str]:
    """What makes of a name a word about another one: "the NORVIK-OWNED airline", "NORVIK RIVAL Tal"."""
    relatives = "|".join(sorted(references(language).relatives)) or "(?!)"
    return re.compile(rf"-(?:own|back|control|list|support|sponsor)ed\b| (?:{relatives}) (?=[A-Z])")


def pair_before(start: int, frame: Frame, analysis: Analysis, taken: set[int], apart: bool) -> list[int]:
    """The organisations named last before "the companies": two in one sentence, more if they stand in one list, the
    last two if only those do, or ``apart``, one each in two."""
    alone: list[int] = []
    for number in range(frame.sentence, max(frame.sentence - 4, -1), -1):
        found = [entity for entity in organisations_in(analysis, number, start) if entity not in taken]
        if len(found) >= 2:
            listed = (some for some in (found, found[-2:]) if len(found) > 2 and _is_one_list(some, number, analysis))
            return next(listed, found[:2])
        alone += [entity for entity in found if entity not in alone]
        if apart and len(alone) >= 2:
            return [alone[1], alone[0]]
    return []


def listed_before(count: int, start: int, frame: Frame, analysis: Analysis) -> list[int]:
    """The organisations of the list named last before "the three companies" that has so many: "sold it to AUDI, BMW UND
    DAIMLER"; none where there is no such list."""
    for number in range(frame.sentence, max(frame.sentence - 4, -1), -1):
        found = organisations_in(analysis, number, start)
        for first in range(len(found) - count, -1, -1):
            listed = found[first : first + count]
            if _is_one_list(listed, number, analysis):
                return listed
    return []


def _is_one_list(found: list[int], number: int, analysis: Analysis) -> bool:
    """Whether the organisations of a sentence stand side by side: "Audi, BMW und Daimler"."""
    own = [m for m in analysis.names_in(number) if m.entity in found]
    between = (analysis.text[one.end : other.start] for one, other in pairwise(own))
    joint = _in_list(analysis.language)
    return len(own) == len(found) and all(joint.fullmatch(text) for text in between)


@cache
def _in_list(language: str) -> re.Pattern[str]:
    """What stands between two names of one list: a comma, a conjunction or both, and up to three words."""
    return re.compile(rf"(?:,|,? (?:{lexicon(language).any_of('conjunction')}))(?: [\w-]++){{0,3}}? ")
