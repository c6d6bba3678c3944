"""For whom a person deals whom "he" or "she" means: on their own account, or for their company."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.companies import company_of, is_person
from newscrawl.deals.discourse.earlier_deals import DOERS, deals_before
from newscrawl.deals.discourse.topics import WORD
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import references


def person_before(start: int, frame: Frame, analysis: Analysis, taken: set[int]) -> list[int]:
    """Who "he" deals for: himself, or the company that the text is about, whose manager he is."""
    first = analysis.sentences[max(0, frame.sentence - 2)].start
    for mention in reversed(analysis.names_between(first, start)):
        named = " " in analysis.name_of(mention.entity)
        if named and is_person(analysis, mention.entity, ("given_name", "given_word")):
            if _deals(mention.entity, analysis) or _owns(frame) or _is_called_dealer(start, analysis):
                return [mention.entity] if mention.entity not in taken else []
            if not _names_somebody(frame):
                return []
            main = company_of(mention.entity, analysis)
            if main is not None and main not in taken:
                return [main]
            alone = mention.start >= analysis.sentences[frame.sentence].start and mention.entity not in taken
            return [mention.entity] if alone else []  # "ANN BERG has dropped HER bid for Norvik"
    return []


def who_dealt_before(role: str, frame: Frame, analysis: Analysis) -> int | None:
    """The person who gets something in the sentence before, whom "er" means: "JAN BERG steigt bei Tal ein. ER kauft
    20 Prozent"."""
    if role not in DOERS or not references(analysis.language).compounding:
        return None
    before = (f for f in deals_before(frame, analysis, 1) if f.sentence < frame.sentence)
    named = next((found for f in before if (found := f.named_as(*DOERS))), [])
    own = len(named) == 1 and is_person(analysis, named[0]) and " " in analysis.name_of(named[0])
    return named[0] if own else None


def _deals(person: int, analysis: Analysis) -> bool:
    """Whether a person deals on their own account ("the investor Ann Berg"): managers deal for their company."""
    words = references(analysis.language).dealers
    own = analysis.names.by_entity[person]
    around = [analysis.text[max(0, m.start - 30) : m.start] + analysis.text[m.end : m.end + 60] for m in own]
    return any(word in words for text in around for word in WORD.findall(text.lower()))


def _is_called_dealer(start: int, analysis: Analysis) -> bool:
    """Whether a noun says that a person deals on their own account: "THE ENTREPRENEUR has bought Tal"."""
    noun = WORD.match(analysis.text, start)
    return noun is not None and noun[0].lower() in references(analysis.language).dealing_persons


def _names_somebody(frame: Frame) -> bool:
    """Whether a frame names anybody: where all are references, a manager is none who deals."""
    return any(filler.entity is not None for found in frame.roles.values() for filler in found)


def _owns(frame: Frame) -> bool:
    """Whether what is dealt in is said to be the person's own: "HIS stake in Norvik"."""
    return frame.type == "stake" and any(p.is_pronoun for p in frame.slots.get("owner", ()))
