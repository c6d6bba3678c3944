"""The other side of a deal, where the sentence before names it: "Norvik bietet Tarife an. Netzpartner ist TAL"."""

import re
from collections.abc import Collection
from functools import cache

from newscrawl.deals.analysis import GOES_ON, Analysis
from newscrawl.deals.deal_types import BETWEEN_TWO
from newscrawl.deals.discourse.companies import SURE_SCORE, is_organisation
from newscrawl.deals.discourse.no_side import only_explains
from newscrawl.deals.discourse.topics import WORD, organisations_in
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import references
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.syntax.phrases import Phrase

BOTH = 2
"""How many companies are named where one side is known and just one other is beside it."""


def who_is_meant_with(known: int, frame: Frame, analysis: Analysis, others: Collection[int] = ()) -> int | None:
    """Whose shares somebody has, or for whom a bid is, where only the sentence before names both: "Norvik does not give
    up on TAL. The group has raised its offer to $3bn"."""
    if not _is_share_or_bid(frame) or _says_of_whom(frame, analysis) or analysis.opens_paragraph(frame.sentence):
        return None
    if set(organisations_in(analysis, frame.sentence, len(analysis.text))) - {known, *others}:
        return None
    before = organisations_in(analysis, frame.sentence - 1, len(analysis.text))
    if len(before) != BOTH or before[0] != known:
        return None
    return before[1] if _is_aimed_at(before[1], frame.sentence - 1, analysis) else None


def founders_before(frame: Frame, taken: set[int], analysis: Analysis) -> list[int]:
    """The two whose venture it is, where only the sentence before names them, side by side: "Norvik and Tal are putting
    $4bn into a plant. It will be run by A JOINT VENTURE CALLED BERGEN"."""
    if set(organisations_in(analysis, frame.sentence, len(analysis.text))) - taken or frame.sentence == 0:
        return []
    before = analysis.names_in(frame.sentence - 1)
    pair = organisations_in(analysis, frame.sentence - 1, len(analysis.text))
    if len(pair) != BOTH or not taken.isdisjoint(pair):
        return []
    first, second = (next(m for m in before if m.entity == entity) for entity in pair)
    between = analysis.text[first.end : second.start]
    words = lexicon(analysis.language)
    joined = any(words.is_a(word, "conjunction") for word in WORD.findall(between.lower()))
    return pair if joined and "," not in between and len(between) <= SIDE_BY_SIDE else []


SIDE_BY_SIDE = 60
"""Characters between two names that are joined: "Norvik and the Korean battery maker Tal"."""


def _is_aimed_at(entity: int, number: int, analysis: Analysis) -> bool:
    """Whether a sentence names an entity first behind a word like "bei", perhaps with what kind of firm it is."""
    start = next(m.start for m in analysis.names_in(number) if m.entity == entity)
    before = analysis.text[analysis.sentences[number].start : start]
    return _aimed_at(analysis.language).search(before) is not None


@cache
def _aimed_at(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{lexicon(language).any_of('aimed_at')}) (?:[\w-]+ ){{0,3}}$")


def _is_share_or_bid(frame: Frame) -> bool:
    return frame.noun is not None and (
        frame.type == "stake" or (frame.type == "acquisition" and frame.status == "talks")
    )


def _says_of_whom(frame: Frame, analysis: Analysis) -> bool:
    """Whether words stand beside the noun that say whose shares they are, though without a name."""
    words = lexicon(analysis.language)
    beside = (p for slot, found in frame.slots.items() if words.is_a(slot, "of_company") for p in found)
    return any(not (p.is_measure or p.head.tag in "%M" or p.head.text[0].isdigit()) for p in beside)


def told_before(frame: Frame, known: int, analysis: Analysis) -> int | None:
    """The one company that the sentence before is about: "Norvik bietet künftig Tarife an. Netzpartner ist TAL"; of an
    order that is taken up also the one before that, if nobody is named between."""
    if frame.type not in BETWEEN_TWO or not references(analysis.language).compounding:
        return None
    if analysis.opens_paragraph(frame.sentence):
        return None  # in a digest each paragraph tells of others
    if any(is_unnamed_party(p, analysis) for found in frame.slots.values() for p in found if p is not frame.noun):
        return None
    if frame.type == "partnership" and not is_organisation(analysis, known):
        return None
    if _is_auction_before(frame, analysis) or _is_order_of_its_own(frame, analysis):
        return None
    phrases = analysis.phrases[frame.sentence]
    named = {m.entity for m in analysis.names_in(frame.sentence) if not only_explains((m.start, m.end), phrases)}
    named &= set(organisations_in(analysis, frame.sentence, len(analysis.text)))
    before = _named_last(frame, analysis)
    if named - {known} or (known in before and named and not (frame.type == "licensing" and len(before) == BOTH)):
        return None
    others = [entity for entity in before if entity != known and not _is_other_supplier(entity, frame, analysis)]
    sure = [entity for entity in others if _is_sure(entity, frame, analysis)]
    return sure[0] if len(sure) == 1 and (len(others) == 1 or frame.type == "contract") else None


def _named_last(frame: Frame, analysis: Analysis) -> list[int]:
    """The organisations of the sentence before; where a contract is taken up, of the last one that names any."""
    taken_up = frame.type == "contract" and frame.noun is not None and _is_taken_up(frame.noun, analysis)
    for number in range(frame.sentence - 1, max(frame.sentence - (GOES_ON if taken_up else 1), 0) - 1, -1):
        before = organisations_in(analysis, number, len(analysis.text))
        if before or analysis.opens_paragraph(number):
            return before
    return []


def _is_other_supplier(entity: int, frame: Frame, analysis: Analysis) -> bool:
    """Whether who is named before delivers, too, as the text tells, or is only there for its manager, who speaks:
    "NORVIK-CHEF Berg sprach von einem Erfolg. Den zweiten Auftrag erhielt Tal"."""
    if frame.type != "contract" or "customer" in frame.roles:
        return False
    told = (f for f in analysis.frames if f.type == "contract" and f.start < frame.start and f is not frame)
    mentions = [m for m in analysis.names_in(frame.sentence - 1) if m.entity == entity]
    glued = bool(mentions) and all(analysis.text[m.end : m.end + 1] == "-" for m in mentions)
    return glued or any(entity in f.named_as("supplier") and "customer" in f.roles for f in told)


def _is_taken_up(noun: Phrase, analysis: Analysis) -> bool:
    return references(analysis.language).is_definite(noun.determiner)


def _is_order_of_its_own(frame: Frame, analysis: Analysis) -> bool:
    """ "Tal streicht Stellen. Norvik erhielt dagegen EINEN AUFTRAG": nothing says from whom it is."""
    noun = frame.noun
    return frame.type == "contract" and noun is not None and noun.is_indefinite and "supplier" in frame.roles


def _is_sure(entity: int, frame: Frame, analysis: Analysis) -> bool:
    """Whether an entity is an organisation beyond doubt; a public body by its name, where it may order."""
    if analysis.names.entities[entity].score >= SURE_SCORE:
        return True
    orders = references(analysis.language).side_words.get("customer", frozenset())
    bodies = not orders.isdisjoint(analysis.name_of(entity).lower().split())
    return frame.type == "contract" and bodies and "customer" not in frame.roles


def _is_auction_before(frame: Frame, analysis: Analysis) -> bool:
    """ "DIE AUKTION läuft bei Norvik. Den Zuschlag erhielt Tal": what is won there is no contract."""
    last, words = analysis.sentences[frame.sentence - 1], analysis.phrases[frame.sentence].words
    return any(words.is_a(word, "auctions") for word in WORD.findall(analysis.text[last.start : last.end].lower()))


def is_unnamed_party(phrase: Phrase, analysis: Analysis) -> bool:
    """ "von einem Kunden aus Asien": somebody who is not named."""
    words, head = references(analysis.language), phrase.head.low
    called = words.is_a(head, "nouns") or words.is_a(head, "plural_nouns")
    definite = phrase.determiner is not None and "indefinite" not in phrase.determiner.marks
    return not phrase.names and called and not definite
