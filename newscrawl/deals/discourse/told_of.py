"""Whose agreement it is that its own sentence gives to nobody: "Norvik bringt seine Suche auf die Geräte von Tal. DIE
VEREINBARUNG läuft fünf Jahre"."""

from itertools import pairwise

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.companies import SURE_SCORE, is_authority, is_person
from newscrawl.deals.discourse.earlier_deals import OWNERSHIP, deals_before
from newscrawl.deals.discourse.prominence import is_oblique_in
from newscrawl.deals.discourse.topics import WORD, organisations_in
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import references
from newscrawl.deals.syntax.lexicon import lexicon

BACK = 3
"""How many sentences before an agreement the two are named whose it is."""
BOTH = 2


def two_told_of(frame: Frame, analysis: Analysis) -> list[int]:
    """The two organisations of the last sentence that names two, if one of them can be its subject, nobody else is
    named from there to the agreement, and it is not about another kind of deal, a dispute or a person's job."""
    here = organisations_in(analysis, frame.sentence, len(analysis.text))
    seen = {entity for entity in here if not is_authority(analysis, entity)}  # "wird vom MINISTERIUM gefördert"
    if len(seen) >= BOTH:
        return _two_in_clause_before(seen, frame, analysis)
    for number in range(frame.sentence - 1, max(frame.sentence - 1 - BACK, -1), -1):
        if _is_about_something_else(number, analysis):
            return []
        named = organisations_in(analysis, number, len(analysis.text))
        if _are_places_between(number, analysis):
            named = []
        if len(named) >= BOTH:
            fits = len(named) == BOTH and seen <= set(named) and _are_its_sides(named, number, analysis)
            return named if fits and not _is_of_others(named, frame, analysis) else []
        seen |= set(named)
        if analysis.opens_paragraph(number):
            return []
    return []


def _two_in_clause_before(seen: set[int], frame: Frame, analysis: Analysis) -> list[int]:
    """The only two organisations of the sentence itself, where a comma parts them from the agreement: "Norvik serviert
    Kaffee von Tal, DIE VEREINBARUNG läuft fünf Jahre"."""
    before = organisations_in(analysis, frame.sentence, frame.start)
    names = [m for m in analysis.names_in(frame.sentence) if m.end <= frame.start]
    if len(before) != BOTH or seen != set(before) or _is_about_something_else(frame.sentence, analysis):
        return []
    clauses = analysis.text[names[-1].end : frame.start].count(",")
    if clauses != 1 or "," in analysis.text[names[0].end : names[-1].start]:
        return []
    return before if _are_its_sides(before, frame.sentence, analysis) else []


def _are_its_sides(named: list[int], number: int, analysis: Analysis) -> bool:
    """Whether a sentence can tell what two do together: both are companies for sure, not two words of one name, and not
    both stand behind prepositions."""
    if any(analysis.names.entities[entity].score < SURE_SCORE for entity in named):
        return False
    if any(analysis.text[one.end : other.start] == " " for one, other in pairwise(analysis.names_in(number))):
        return False
    return not all(is_oblique_in(number, entity, analysis) for entity in named)


def _are_places_between(number: int, analysis: Analysis) -> bool:
    """ "ein Test ZWISCHEN Norddeich und Juist": where something is done; "die Kooperation ZWISCHEN Norvik und Tal"
    tells of two that do it."""
    names, words = analysis.names_in(number), lexicon(analysis.language)
    if not names:
        return False
    before = WORD.findall(analysis.text, analysis.sentences[number].start, names[0].start)[-2:]
    if len(before) < BOTH or not words.is_a(before[1].lower(), "between"):
        return False
    return not references(analysis.language).is_a(before[0].lower(), "deals")


def _is_about_something_else(number: int, analysis: Analysis) -> bool:
    """Whether a sentence tells of a purchase, a dispute, a rivalry or somebody's new job."""
    if any(frame.type in OTHER_DEALS for frame in analysis.frames_in(number)):
        return True
    words = lexicon(analysis.language)
    if any(words.ends_as(word, "opposed") for word in WORD.findall(analysis.low(number))):
        return True
    return any(is_person(analysis, m.entity) for m in analysis.names_in(number)) and not _is_said(number, analysis)


OTHER_DEALS = (*OWNERSHIP, "merger", "joint_venture")
"""The types of deals of which one says "die Vereinbarung", too."""


def _is_said(number: int, analysis: Analysis) -> bool:
    """Whether who is named in a sentence says what it tells."""
    verbs = lexicon(analysis.language).verbs
    said = (verbs.get(word, ()) for word in WORD.findall(analysis.low(number)))
    return any(reading.verb.group == "say" for readings in said for reading in readings)


def _is_of_others(named: list[int], frame: Frame, analysis: Analysis) -> bool:
    """Whether a deal told right before is not of these two alone, so that the agreement may be that one."""
    return any(set(other.named()) - set(named) for other in deals_before(frame, analysis, BACK))
