"""Names beside a trigger that are no side of its deal: compared with, parts of a label, of goods or of another
agreement, or only there to explain."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.syntax.phrases import Phrase, Phrases


def only_explains(place: tuple[int, int], phrases: list[Phrase]) -> bool:
    """Whether a company is named only to say who another one is: "Tal, a NORVIK business, won a contract"."""
    for name, comma, noun in zip(phrases, phrases[1:], phrases[2:], strict=False):
        explains = comma.kind == "," and name.head.tag == "E" and noun.kind == "NP" and not noun.preposition
        if explains and noun.head.tag == "N" and noun.start <= place[0] < whole_end(noun):
            return True
    return False


def has_own_share(entity: int | None, frame: Frame, analysis: Analysis) -> bool:
    """Whether a name stands in the sentence with another share behind a comma or "und": "Norvik wird 60 Prozent der
    Anteile halten, TAL 40 PROZENT"."""
    phrases = analysis.phrases[frame.sentence]
    places = [m.start for m in analysis.names_in(frame.sentence) if m.entity == entity]
    for joint, name, share in zip(phrases, phrases[1:], phrases[2:], strict=False):
        held = joint.kind in (",", "&") and share.kind == "NP" and share.head.tag == "%" and not share.preposition
        if held and not name.preposition and any(name.start <= place < name.end for place in places):
            return True
    return False


def is_compared(place: tuple[int, int], frame: Frame, analysis: Analysis) -> bool:
    """ "won more orders THAN TAL", "erhielt mehr Aufträge ALS TAL"."""
    phrases = analysis.phrases[frame.sentence]
    return any(p.start <= place[0] < whole_end(p) and phrases.words.is_a(p.preposition, "than") for p in phrases)


def is_in_kicker(place: tuple[int, int], frame: Frame, analysis: Analysis) -> bool:
    """Whether a name is part of a word in the label that a sentence begins with: "TAL-Roboter: Norvik bekommt einen
    Großaktionär"."""
    colon = analysis.text.find(": ", place[1], frame.start)
    return colon > 0 and analysis.text[place[1] : place[1] + 1] == "-"


def judges(place: tuple[int, int], frame: Frame, analysis: Analysis) -> bool:
    """Whether a name is the subject of what is said about the deal: "NORVIK criticized the purchase of Tal", or of what
    is done against an order: "NORVIK klagt GEGEN die Vergabe an Tal"."""
    words, noun = analysis.phrases[frame.sentence].words, frame.noun
    if frame.type == "contract" and noun is not None and words.is_a(noun.preposition, "against"):
        return True
    between = [p for p in analysis.phrases[frame.sentence] if place[1] <= p.start < frame.start and p.kind == "VG"]
    return len(between) == 1 and between[0].verb is not None and words.is_a(between[0].verb.lemma, "judging")


def whole_end(phrase: Phrase) -> int:
    """Offset behind a phrase with its genitive."""
    return phrase.of.end if phrase.of is not None else phrase.end


SIDES = ("sides", "with", "agent")
"""The kinds of prepositions before the other side of a deal; who is told there without a name is nobody else of the
sentence: "an order FROM A SWEDISH CHAIN that Tal had hoped to get"."""


def is_of_another(place: tuple[int, int], frame: Frame, phrases: Phrases) -> bool:
    """Whether a name is the side of another agreement beside: "a contract WITH TAL and an order from Bergen"."""
    own = _phrase_at(place, phrases)
    behind = own is not None and any(phrases.words.is_a(own.preposition, kind) for kind in SIDES)
    if own is None or own.index < 1 or not behind:
        return False
    before = phrases[own.index - 1]
    return before.index != frame.index and before.kind == "NP" and phrases.words.is_a(before.head.low, "agreements")


def _phrase_at(place: tuple[int, int], phrases: Phrases) -> Phrase | None:
    return next((p for p in phrases if p.kind == "NP" and p.start <= place[0] < p.end), None)


def is_of_goods(place: tuple[int, int], phrases: Phrases, known: str) -> bool:
    """Whether a name behind a preposition only says of what make or model goods are: "a contract for LUMA radars"."""
    own = _phrase_at(place, phrases) if known == "supplier" else None
    return own is not None and bool(own.preposition) and own.head.tag == "N" and own.head.start > place[0]
