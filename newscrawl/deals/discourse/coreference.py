"""Which entity a reference means: "it", "the company", "both firms", "we"."""

from collections.abc import Callable, Collection
from dataclasses import replace

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.antecedents import beside_noun, company_of_text
from newscrawl.deals.discourse.companies import is_organisation, main_entity
from newscrawl.deals.discourse.company_meant import company_meant
from newscrawl.deals.discourse.described import described_before
from newscrawl.deals.discourse.earlier_deals import (
    FAR,
    deals_before,
    held_before,
    in_same_role,
    is_unit_of_deal_before,
    last_target,
    parties_before,
    still_open_before,
    unit_sold_before,
)
from newscrawl.deals.discourse.held_shares import (
    alone_in_clause_before,
    are_shares,
    company_of_shares,
    topic_alone,
)
from newscrawl.deals.discourse.introduced import introduced_beside
from newscrawl.deals.discourse.labelled import labelled
from newscrawl.deals.discourse.meant_before import (
    backed_beside,
    buys_by_reference,
    doer_before,
    doer_beside,
    player_before,
)
from newscrawl.deals.discourse.moved_shares import whose_shares_move
from newscrawl.deals.discourse.nearest_subjects import one_beside, others_beside, subjects_behind
from newscrawl.deals.discourse.one_or_several import counted, is_plural, may_be_several
from newscrawl.deals.discourse.persons import person_before, who_dealt_before
from newscrawl.deals.discourse.prominence import is_oblique_in
from newscrawl.deals.discourse.speakers import is_quoted, said_behind, speaker_at
from newscrawl.deals.discourse.told_of import two_told_of
from newscrawl.deals.discourse.topics import (
    is_heading,
    listed_before,
    only_other_in,
    opening_noun,
    organisations_in,
    pair_before,
    topic_of,
)
from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.frames.unsaid_sides import TOLD_OF
from newscrawl.deals.mentions.model import Mention
from newscrawl.deals.mentions.references import references
from newscrawl.deals.syntax.lexicon import lexicon


def resolve(filler: Filler, role: str, frame: Frame, analysis: Analysis, known: Collection[int] = ()) -> list[int]:
    """The entities that a filler means; none for a reference without an antecedent.

    A reference never means an entity that the same frame names in another role, nor one of ``known``, which others of
    its references mean.
    """
    if filler.entity is not None:
        return [filler.entity]
    taken = {*frame.named(), *known}
    taken |= others_beside(filler, frame, analysis) | _who_does_it(filler, frame)
    if may_be_several(filler, analysis) and is_plural(frame, analysis):
        if role == "target" and are_shares(frame, analysis):
            return []
        return _several(filler, role, frame, analysis, taken)
    return MEANT[filler.reference or ""](filler, role, frame, analysis, taken)


def _who_does_it(filler: Filler, frame: Frame) -> set[int]:
    """Who is the subject of the verb that has the reference as its object: "BERGEN bought Hull and merged IT with Tal",
    "… und verschmolz DIE FIRMA mit Tal"."""
    if not any(p.start <= filler.start < p.end and not p.names for p in frame.slots.get("object", ())):
        return set()
    named = (token.mention for p in frame.slots.get("subject", ()) for token in p.names[-1:])
    return {mention.entity for mention in named if isinstance(mention, Mention)}


def _parties(filler: Filler, role: str, frame: Frame, analysis: Analysis, taken: set[int]) -> list[int]:
    """ "The deal includes a partnership": those of the deal told before."""
    return parties_before(frame, analysis)


def _told_of(filler: Filler, role: str, frame: Frame, analysis: Analysis, taken: set[int]) -> list[int]:
    """ "Die Vereinbarung", of which nobody says whose it is: of the two of whom the sentences before tell."""
    return two_told_of(frame, analysis)


def _several(filler: Filler, role: str, frame: Frame, analysis: Analysis, taken: set[int]) -> list[int]:
    """ "They", "both firms": those named last before, or who make a deal told before."""
    beside = one_beside(filler, frame, analysis) if filler.reference == "several" and role != "partner" else None
    if beside is not None:
        return _free(beside, taken)
    if filler.reference == "several" and len(behind := subjects_behind(filler, frame, analysis)) > 1:
        return [] if taken & set(behind) else behind
    count = counted(filler, frame, analysis)
    if count is not None and count > 2:
        listed = listed_before(count, filler.start, frame, analysis)
        return [] if taken & set(listed) else listed
    if (pair := _with_opener(filler, frame, analysis, taken)) and role == "partner":
        return pair
    pair = pair_before(filler.start, frame, analysis, taken, apart=role == "partner")
    told = [entity for entity in parties_before(frame, analysis) if entity not in taken]
    return told if len(told) == 2 and set(told) & set(pair) else pair or (told if len(told) == 2 else [])


def _with_opener(filler: Filler, frame: Frame, analysis: Analysis, taken: set[int]) -> list[int]:
    """The two of which one is only taken up at the head of the sentence: "THE VENDOR also works with TAL: the two
    companies …"."""
    noun, start = opening_noun(analysis, frame.sentence), analysis.sentences[frame.sentence].start
    named = [e for e in organisations_in(analysis, frame.sentence, filler.start) if e not in taken]
    if not noun or len(named) != 1:
        return []
    opener = Filler(start, start + len(noun), reference="company", word=noun)
    return [*resolve(opener, "", replace(frame, roles={}), analysis, {*taken, *named}), *named]


def _named_in_clause(frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """Whom the same clause names before a deal noun, where nouns have capitals: "bei NORVIK gibt es nach der Fusion mit
    Tal Ärger"."""
    before = [m for m in analysis.names_in(frame.sentence) if m.end <= frame.start and m.entity not in taken]
    if not before or not references(analysis.language).compounding or not is_organisation(analysis, before[-1].entity):
        return None
    parted = any(mark in analysis.text[before[-1].end : frame.start] for mark in ",;:")
    return None if parted else before[-1].entity


def _topic(filler: Filler, role: str, frame: Frame, analysis: Analysis, taken: set[int]) -> list[int]:
    """Whom a side means that its sentence leaves out: who has the role in the row before, else the text's company."""
    if frame.trigger.follows:
        return _free(doer_before(role, frame, analysis, resolve), taken)
    if frame.type == "contract" and frame.weak and is_heading(frame.sentence, analysis):
        return []
    if role == "acquirer" and (doer := doer_beside(frame, analysis, resolve)) is not None:
        return _free(doer, taken)
    if frame.type == "merger" and (beside := _named_in_clause(frame, analysis, taken)) is not None:
        return [beside]
    if role == "target" and (behind := backed_beside(frame, analysis, resolve)) is not None:
        return [behind]
    if role == "target" and unit_sold_before(frame, analysis):
        return []
    if role == "target" and (sought := still_open_before(frame, analysis, taken)) is not None:
        return [sought]
    if (raiser := _raiser_before(frame, analysis)) is not None:
        return _free(raiser, taken)
    if (new := introduced_beside(role, frame, analysis, taken)) is not None:
        return [new]
    told = in_same_role(filler, role, frame, analysis) if lexicon(analysis.language).separable else None
    if told is not None and told not in taken:
        return [told]
    if frame.noun is not None and (beside := beside_noun(filler, role, frame, analysis, taken)) is not None:
        return [beside]
    topic = _maker_before(frame, analysis, taken) if role == "supplier" else None
    topic = company_of_text(frame, analysis, taken) if topic is None else topic
    if role == "target" and topic is not None and buys_by_reference(topic, frame, analysis, resolve):
        topic = last_target(frame, analysis, taken)
    if topic is None and role == "target":
        topic = alone_in_clause_before(frame, analysis, taken) if frame.noun is None else None
        topic = held_before(frame, analysis, taken) if topic is None else topic
        topic = _alone_before(frame, analysis, taken) if topic is None and frame.type == "stake" else topic
    topic = said_behind(frame, analysis) if topic is None else topic
    if topic is None and role == "supplier":
        topic = only_other_in(analysis, frame.sentence, taken)  # "Orders at NORVIK rose, lifted by a contract with Tal"
    return _free(topic, taken)


def _raiser_before(frame: Frame, analysis: Analysis) -> int | None:
    """Who raises money in the round told last, of which "THAT ROUND brought in $5m" says more."""
    subject, words = frame.slots.get("subject", []), references(analysis.language)
    if frame.type != "funding" or not subject or not words.is_definite(subject[0].determiner):
        return None
    return last_target(frame, analysis, set())


def _alone_before(frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """The one other company that the sentence before names, in another paragraph too: "TAL has talked with its
    shareholder Norvik. Norvik disclosed a stake of 7 percent in May"."""
    if not frame.sentence or references(analysis.language).compounding:
        return None
    return only_other_in(analysis, frame.sentence - 1, taken)


def _speaker(filler: Filler, role: str, frame: Frame, analysis: Analysis, taken: set[int]) -> list[int]:
    """ "We"; in a text that a company writes itself it is none of those that deal with it."""
    speaker = speaker_at(filler.start, analysis)
    if role == "target" and speaker in taken and not is_quoted(filler.start, analysis):
        speaker = main_entity(analysis, taken)
    return _free(speaker, taken)


def _of_shares(filler: Filler, role: str, frame: Frame, analysis: Analysis, taken: set[int]) -> list[int]:
    """ "The stake": the company of whose shares the text speaks before, that the holder bought, or that the sentence
    before is about where both who sells and who buys is named."""
    meant = company_of_shares(filler.start, frame, analysis, taken)
    if meant is None and (len(set(frame.named())) > 1 or references(analysis.language).compounding):
        meant = held_before(frame, analysis, taken)
        meant = alone_in_clause_before(frame, analysis, taken) if meant is None else meant
        meant = topic_alone(frame, analysis, taken) if meant is None else meant
    return _free(meant, taken)


def _person(filler: Filler, role: str, frame: Frame, analysis: Analysis, taken: set[int]) -> list[int]:
    """ "He"."""
    return person_before(filler.start, frame, analysis, taken)


def _sold(filler: Filler, role: str, frame: Frame, analysis: Analysis, taken: set[int]) -> list[int]:
    """ "Die Tochter": what is sold in a deal told before, if it is not said to come from somebody new ("Tal geht an
    Bergen. Norvik kauft DIE RECHENZENTREN VON KODREX")."""
    if role != "target" or _comes_from_another(frame, analysis):
        return []
    return _free(in_same_role(filler, "target", frame, analysis), taken)


def _comes_from_another(frame: Frame, analysis: Analysis) -> bool:
    """Whether who sells is named and nobody in the deal has one told before, or the seller is a bare noun that may be a
    name."""
    words = lexicon(analysis.language)
    if frame.named_as("seller"):
        return all(set(frame.named()).isdisjoint(other.named()) for other in deals_before(frame, analysis, FAR))
    behind = (p for slot, found in frame.slots.items() if words.is_a(slot, "passive_agent") for p in found)
    return any(p.head.tag == "N" and len(p.tokens) == 1 and p.determiner is None for p in behind)


def _described(filler: Filler, role: str, frame: Frame, analysis: Analysis, taken: set[int]) -> list[int]:
    """ "The tracker", "the maker of drives": whom the text has called so."""
    meant = labelled(frame, analysis, taken)
    meant = described_before(filler, frame, analysis, taken) if meant is None else meant
    if meant is None and filler.reference == "maker" and role == "target":
        moved = whose_shares_move(frame, analysis)  # "TAL rose 5% after Norvik bid for THE MAKER of pumps"
        meant = last_target(frame, analysis, taken) if moved is None or moved.entity in taken else moved.entity
    if meant is None and filler.reference == "maker" and frame.sentence:
        meant = topic_of(analysis, frame.sentence - 1, taken)
    return [] if meant is None else [meant]


def _company(filler: Filler, role: str, frame: Frame, analysis: Analysis, taken: set[int]) -> list[int]:
    """ "The company", "it"; "the buyer" is who buys in the deal told before."""
    named = references(analysis.language).role_nouns.get(filler.word) if filler.reference == "company" else None
    if named and ((found := _free(player_before(named, frame, analysis, resolve), taken)) or role == named):
        return found
    if role == "target" and is_unit_of_deal_before(filler, frame, analysis):
        return []
    if (founded := _whose_founders_sell(filler, frame, analysis)) is not None:
        return _free(founded, taken)
    person = who_dealt_before(role, frame, analysis) if filler.reference == "one" else None
    meant = company_meant(filler, role, frame, analysis, taken, resolve) if person in (None, *taken) else person
    return [] if meant is None else [meant]


def _whose_founders_sell(filler: Filler, frame: Frame, analysis: Analysis) -> int | None:
    """ "verkauften die Gründer VON TAL ihr Unternehmen": the company whose founders or owners sell it."""
    words, known = lexicon(analysis.language), references(analysis.language)
    if filler.word not in known.founded_firms or not any(p.is_owned for p in frame.slots.get("object", ())):
        return None
    for seller in frame.slots.get("subject", ()):
        if seller.head.low in known.founders or words.is_a(seller.head.low, "owners"):
            named = [t.mention for t in seller.of.names] if seller.of is not None else []
            return next((m.entity for m in named if isinstance(m, Mention)), None)
    return None


def _nobody(filler: Filler, role: str, frame: Frame, analysis: Analysis, taken: set[int]) -> list[int]:
    return []


def _free(entity: int | None, taken: set[int]) -> list[int]:
    """An entity, if there is one that nobody else means."""
    return [] if entity is None or entity in taken else [entity]


MEANT: dict[str, Callable[[Filler, str, Frame, Analysis, set[int]], list[int]]] = {
    "parties": _parties,
    TOLD_OF: _told_of,
    "several": _several,
    "companies": _several,
    "topic": _topic,
    "speaker": _speaker,
    "person": _person,
    "sold": _sold,
    "shares": _of_shares,
    "maker": _described,
    "described": _described,
    "one": _company,
    "company": _company,
    "": _nobody,
}
"""Who is meant, by the kind of reference (see ``Filler``)."""


def rank(filler: Filler, frame: Frame, analysis: Analysis) -> int:
    """The order in which the references of a frame are resolved: those that say most about whom they mean first, and
    whose a unit is last."""
    if filler.reference is None:
        return 5 if filler.unit or (filler.named and filler.owner is not None) else 0
    if filler.reference == "company" and described_before(filler, frame, analysis, set()) is not None:
        return 1
    return {"company": 3, "maker": 3, "described": 3, "person": 4}.get(filler.reference, 2)


def _maker_before(frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """Who is the subject of the sentence before, in the same paragraph: "TAL baut Drohnen. Im Mai bestellte die Marine
    acht Stück"."""
    if analysis.opens_paragraph(frame.sentence):
        return None
    found = topic_of(analysis, frame.sentence - 1, taken)
    return None if found is None or is_oblique_in(frame.sentence - 1, found, analysis) else found
