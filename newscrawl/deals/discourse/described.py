"""Which company a text has called by a noun, or by the words before it: "the Swedish insurer"."""

from itertools import islice

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.companies import is_organisation
from newscrawl.deals.discourse.descriptions import describes, descriptions, is_from, is_from_there, likeness
from newscrawl.deals.discourse.topics import WORD, attribute, organisations_in
from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import References, references


def described_before(filler: Filler, frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """The company that the text has called by this noun, or by the words before it: "the Swedish insurer"."""
    if filler.reference not in ("company", "maker", "described"):
        return None
    words = references(analysis.language)
    modifiers = _modifiers(filler, frame, analysis) if filler.reference == "company" else []
    made = _made(filler, analysis) if filler.reference == "maker" else []
    people = words.is_people(filler.word)
    said = descriptions(analysis)
    here = {m.entity for m in analysis.names_between(filler.end, filler.end + OF_WHAT)} if made else set()
    near = _named_last(filler.start, frame, analysis)
    best, found = 0, None
    for entity in _named_before(filler.start, 0 if people else frame.sentence - REACH, analysis):
        home = is_from(filler.word, said[entity], words) if people else None
        points = likeness([*modifiers, filler.word] if people and home is None else modifiers, said[entity])
        points += 2 * (home is True or (bool(modifiers) and is_from_there(modifiers, said[entity], words)))
        if made and (entity in here or not likeness(made, said[entity])):
            continue
        kin = _kin([filler.word, *modifiers], words) if entity in near else frozenset()
        if filler.word not in words.general and not people:
            points += 2 * describes(filler.word, said[entity], kin, words.compounding)
        elif kin:
            points += 2 * (not kin.isdisjoint(said[entity]))
        if points > best and entity not in taken:
            best, found = points, entity
    return found


def _kin(said: list[str], words: References) -> frozenset[str]:
    """What companies are called that are meant by these words: "the PRIVATE EQUITY firm" is one called Partners."""
    return frozenset().union(*(words.name_kinds.get(word, frozenset()) for word in said))


REACH = 6
"""How many sentences back a noun may mean a company by what was said of it."""


def _named_last(start: int, frame: Frame, analysis: Analysis) -> list[int]:
    """The organisations named before an offset in its own sentence, and in the last one before that names any."""
    found = organisations_in(analysis, frame.sentence, start)
    for number in range(frame.sentence - 1, max(frame.sentence - REACH, -1), -1):
        if named := organisations_in(analysis, number, start):
            return [*found, *named]
    return found


def _named_before(start: int, number: int, analysis: Analysis) -> list[int]:
    """The organisations named before an offset since a sentence, the last one first, as far as ``MOST``."""
    first = analysis.sentences[max(0, number)].start
    before: dict[int, None] = {}
    for mention in islice(reversed(analysis.names_between(first, start)), MENTIONS):
        if attribute(analysis.language).match(analysis.text, mention.end) is None:
            before[mention.entity] = None
        if len(before) == MOST:
            break
    return [entity for entity in before if is_organisation(analysis, entity)]


MOST, MENTIONS = 60, 600
"""Names, and places where they stand, among which the one is looked for that a noun means; in real news an article has
up to forty names."""


def _made(filler: Filler, analysis: Analysis) -> list[str]:
    """What the maker makes: "the maker OF HARD CAPSULES"."""
    behind = analysis.text[filler.end : filler.end + OF_WHAT].lower().replace("-", " ")
    return WORD.findall(behind)[1:4]


OF_WHAT = 40
"""Characters behind a maker in which it stands what it makes."""


def _modifiers(filler: Filler, frame: Frame, analysis: Analysis) -> list[str]:
    """The words between the article and the noun."""
    before = analysis.text[max(analysis.sentences[frame.sentence].start, filler.start - 40) : filler.start].lower()
    found: list[str] = []
    for word in reversed(WORD.findall(before.replace("-", " "))):
        if word in references(analysis.language).definite or len(found) == 3:
            return found
        found.append(word)
    return []
