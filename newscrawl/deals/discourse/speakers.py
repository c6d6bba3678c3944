"""Who "we" is: the company of the one who is quoted, else the company that writes."""

import re
from bisect import bisect_left
from functools import cache, lru_cache

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.any_of import any_of
from newscrawl.deals.discourse.companies import company_of, is_organisation, is_person, main_entity
from newscrawl.deals.discourse.topics import WORD
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import references
from newscrawl.deals.syntax.lexicon import lexicon

QUOTED = re.compile(r"“[^“”\n]*+”|„[^„“”\n]*+[“”]|\"[^\"\n]*+\"|«[^«»\n]*+»|»[^«»\n]*+«")
"""What stands between quotation marks, in one paragraph."""
ATTRIBUTION = 160
"""How many characters before and behind a quotation are read for who says it."""


def speaker_at(start: int, analysis: Analysis) -> int | None:
    """Whose "we" stands at an offset: who is quoted there, else the company that the text is about; None: nobody."""
    quoted = _quotation_at(start, analysis)
    if quoted is None:
        return _writer(start, analysis)
    for first, last in _attributions(quoted, analysis.text):
        if _says(first, last, analysis):
            return _company_between(first, last, analysis)
    return main_entity(analysis)


def _writer(start: int, analysis: Analysis) -> int | None:
    """The company that writes "we" at an offset: the one named most often; if none is named twice, one named before,
    and nobody's employer ("led by Ann Berg, co-founder of TAL")."""
    if (own := _announcer(analysis)) is not None:
        return own
    company, mentions = _named_most(analysis), analysis.names.by_entity
    if company is None or len(mentions[company]) > 1 or mentions[company][0].start < start:
        return company
    return company if analysis.title and analysis.names.entities[company].name in analysis.title else None


@lru_cache(maxsize=1)  # asked for by each "we" of one text
def _announcer(analysis: Analysis) -> int | None:
    """Who announces in the first sentences what it does: "We're thrilled to announce that NORVIK and Tal …"."""
    before = any_of(references(analysis.language).announcing)
    for sentence, number in zip(analysis.sentences[:TOP], range(TOP), strict=False):
        for mention in analysis.names_in(number):
            said = analysis.text[max(sentence.start, mention.start - ANNOUNCED) : mention.start].lower()
            if before.search(said):
                return None if is_person(analysis, mention.entity, GIVEN) else mention.entity
    return None


GIVEN = ("given_name", "given_word")
TOP, ANNOUNCED = 4, 120
"""Sentences in which a company names itself, and characters before its name that are read for it."""


@lru_cache(maxsize=1)  # asked for by each "we" of one text
def _named_most(analysis: Analysis) -> int | None:
    """The company named most often, but for those that are named once, as whose employee somebody is, and for whom
    only a given name opens ("ANN BERG has joined Norvik. We …")."""
    mentions, entities = analysis.names.by_entity, analysis.names.entities
    employers = {e for e in mentions if len(mentions[e]) == 1 and "part_of" in entities[e].features}
    return main_entity(analysis, employers | {e for e in mentions if is_person(analysis, e, GIVEN)})


def is_quoted(start: int, analysis: Analysis) -> bool:
    """Whether somebody is quoted at an offset."""
    return _quotation_at(start, analysis) is not None


def _quotation_at(start: int, analysis: Analysis) -> re.Match[str] | None:
    quotations = _quotations(analysis.text)
    at = bisect_left(quotations, start, key=re.Match.start) - 1
    return quotations[at] if at >= 0 and quotations[at].end() > start else None


@lru_cache(maxsize=1)  # asked for by each "we" of one text
def _quotations(text: str) -> list[re.Match[str]]:
    return list(QUOTED.finditer(text))


def _attributions(quoted: re.Match[str], text: str) -> list[tuple[int, int]]:
    """What stands behind a quotation, and before it, up to the ends of the paragraph and to other quotations."""
    behind = QUOTE_OR_BREAK.search(text, quoted.end(), quoted.end() + ATTRIBUTION)
    before = [m.end() for m in QUOTE_OR_BREAK.finditer(text, max(0, quoted.start() - ATTRIBUTION), quoted.start())]
    return [
        (quoted.end(), behind.start() if behind else min(len(text), quoted.end() + ATTRIBUTION)),
        (before[-1] if before else max(0, quoted.start() - ATTRIBUTION), quoted.start()),
    ]


QUOTE_OR_BREAK = re.compile(r"[\"“”„«»\n]|(?<=\w\w[.!?]) ")


def said_behind(frame: Frame, analysis: Analysis) -> int | None:
    """The company that reports a deal behind a comma of its sentence: "Die Fusion mit Tal stehe, SAGTE NORVIK-CHEF
    Jan Herbst"; not its analyst."""
    forms, end = _saying(analysis.language), analysis.sentences[frame.sentence].end
    commas = OPENED.finditer(analysis.text, frame.end, end)
    said = next((comma.end() for comma in commas if comma[1].lower() in forms), None)
    if said is None or not analysis.names_between(said, end):
        return None
    words = (word.lower() for word in WORD.findall(analysis.text, said, end))
    judges = lexicon(analysis.language)
    return None if any(judges.is_a(word, "judges") for word in words) else _company_between(said, end, analysis)


OPENED = re.compile(r",[\"“”«»]? ([^\W\d]+)")
"""A comma, and the word that opens the clause behind it."""


def _says(first: int, last: int, analysis: Analysis) -> bool:
    """Whether a verb of saying stands between two offsets."""
    forms = _saying(analysis.language)
    return any(word.lower() in forms for word in WORD.findall(analysis.text, first, last))


@cache
def _saying(language: str) -> frozenset[str]:
    """All forms of the verbs of saying."""
    verbs = lexicon(language).verbs
    return frozenset(form for form, readings in verbs.items() if any(r.verb.group == "say" for r in readings))


def _company_between(first: int, last: int, analysis: Analysis) -> int | None:
    """The first organisation named between two offsets, else the company of the person named there."""
    named = [m.entity for m in analysis.names_between(first, last)]
    firms = [entity for entity in named if is_organisation(analysis, entity)]
    people = [entity for entity in named if is_person(analysis, entity)]
    if firms:
        return firms[0]
    return company_of(people[0], analysis) if people else main_entity(analysis)
