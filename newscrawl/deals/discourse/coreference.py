"""Which entity a reference means: "it", "the company", "both firms", "we"."""

from collections.abc import Callable, Collection
from dataclasses import replace
from itertools import pairwise

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.antecedents import (
    beside_noun,
    beside_opener,
    bought_before,
    bought_by_others,
    company_of_text,
    in_its_sentence,
    in_sentences_before,
    named_last_before,
    of_other_genders,
    of_the_text,
)
from newscrawl.deals.discourse.companies import is_organisation, main_entity
from newscrawl.deals.discourse.described import described_before
from newscrawl.deals.discourse.earlier_deals import (
    FAR,
    NEAR,
    OWNERSHIP,
    RECENT,
    bought_in_sentence_before,
    buys,
    buys_on,
    deals_before,
    held_before,
    in_same_role,
    investors_before,
    is_unit_of_deal_before,
    last_in_role,
    last_target,
    owner_before,
    parties_before,
    sold_in_sentence_before,
    still_open_before,
    told_with_the_same,
    unit_sold_before,
)
from newscrawl.deals.discourse.held_in_turn import bought_before_the_owner
from newscrawl.deals.discourse.held_shares import are_shares, company_of_shares, topic_alone
from newscrawl.deals.discourse.introduced import introduced_before, introduced_beside
from newscrawl.deals.discourse.labelled import labelled
from newscrawl.deals.discourse.moved_shares import whose_shares_move
from newscrawl.deals.discourse.nearest_subjects import one_beside, others_beside
from newscrawl.deals.discourse.one_or_several import counted, is_plural, may_be_several, people_before
from newscrawl.deals.discourse.persons import person_before, who_dealt_before
from newscrawl.deals.discourse.prominence import (
    compound_before,
    is_oblique_in,
    most_prominent,
    named_only_behind,
    people_meant,
    taken_up,
)
from newscrawl.deals.discourse.speakers import is_quoted, said_behind, speaker_at
from newscrawl.deals.discourse.told_of import two_told_of
from newscrawl.deals.discourse.topics import (
    WORD,
    is_heading,
    listed_before,
    only_other_in,
    opening_noun,
    organisations_in,
    pair_before,
    topic_of,
)
from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.fillers import filler_of
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
    """Who is the subject of the verb that has a pronoun as its object: "BERGEN bought Hull and merged it with Tal"."""
    if not any(p.is_pronoun and p.start == filler.start for p in frame.slots.get("object", ())):
        return set()
    named = (token.mention for p in frame.slots.get("subject", ()) for token in p.names)
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
    if frame.follows:
        return _free(_doer_before(role, frame, analysis), taken)
    if frame.type == "contract" and frame.weak and is_heading(frame.sentence, analysis):
        return []
    if role == "acquirer" and (doer := _doer_beside(frame, analysis)) is not None:
        return _free(doer, taken)
    if frame.type == "merger" and (beside := _named_in_clause(frame, analysis, taken)) is not None:
        return [beside]
    if role == "target" and (behind := _backed_beside(frame, analysis)) is not None:
        return [behind]
    if role == "target" and unit_sold_before(frame, analysis):
        return []
    if role == "target" and (sought := still_open_before(frame, analysis, taken)) is not None:
        return [sought]
    if (new := introduced_beside(role, frame, analysis, taken)) is not None:
        return [new]
    told = in_same_role(filler, role, frame, analysis) if lexicon(analysis.language).separable else None
    if told is not None and told not in taken:
        return [told]
    if frame.noun is not None and (beside := beside_noun(filler, role, frame, analysis, taken)) is not None:
        return [beside]
    topic = _maker_before(frame, analysis, taken) if role == "supplier" else None
    topic = company_of_text(frame, analysis, taken) if topic is None else topic
    if role == "target" and topic is not None and _buys(topic, frame, analysis):
        topic = last_target(frame, analysis, taken)
    if topic is None and role == "target":
        topic = held_before(frame, analysis, taken)
        topic = _alone_before(frame, analysis, taken) if topic is None and frame.type == "stake" else topic
    topic = said_behind(frame, analysis) if topic is None else topic
    if topic is None and role == "supplier":
        topic = only_other_in(analysis, frame.sentence, taken)  # "Orders at NORVIK rose, lifted by a contract with Tal"
    return _free(topic, taken)


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
    if named and ((found := _free(_player(named, frame, analysis), taken)) or role == named):
        return found
    if role == "target" and is_unit_of_deal_before(filler, frame, analysis):
        return []
    person = who_dealt_before(role, frame, analysis) if filler.reference == "one" else None
    meant = _antecedent(filler, role, frame, analysis, taken) if person in (None, *taken) else person
    return [] if meant is None else [meant]


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


def _doer_before(role: str, frame: Frame, analysis: Analysis) -> int | None:
    """Who has a role in the deal of the same type told last before, though a reference says it; where that one only
    goes on itself with another, in the first of the row."""
    other: Frame | None = frame
    while other is not None and frame.sentence - other.sentence <= FAR:
        told = [f for f in deals_before(other, analysis, NEAR) if _may_be_followed(f, role, frame)]
        still_open = (f for f in told if frame.rivals and "acquirer" not in f.roles)
        other = next(still_open, told[0] if told else None)
        if other is not None and other.roles[role][0].reference != "topic":
            meant = resolve(other.roles[role][0], role, other, analysis)
            return meant[0] if len(meant) == 1 else None
    return None


def _maker_before(frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """Who is the subject of the sentence before, in the same paragraph: "TAL baut Drohnen. Im Mai bestellte die Marine
    acht Stück"."""
    if analysis.opens_paragraph(frame.sentence):
        return None
    found = topic_of(analysis, frame.sentence - 1, taken)
    return None if found is None or is_oblique_in(frame.sentence - 1, found, analysis) else found


def _doer_beside(frame: Frame, analysis: Analysis) -> int | None:
    """Who buys in the deal told last before in the same sentence: "2012 kaufte NORVIK Tal, 2014 kam Bergen hinzu"."""
    beside = (f for f in reversed(analysis.frames_in(frame.sentence)) if f.start < frame.start)
    return _doer_before("acquirer", frame, analysis) if any(f.type == frame.type for f in beside) else None


def _may_be_followed(other: Frame, role: str, frame: Frame) -> bool:
    """Whether a frame goes on with another one, of the same type, that tells who has the role or goes on, too."""
    found = other.roles.get(role)
    if not found or other.type != frame.type:
        return False
    return other.follows or found[0].reference != "topic"


def _antecedent(filler: Filler, role: str, frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """Whom a pronoun or noun takes up: by what was told of them, the subject of the same sentence before it, else of
    the sentences before, else the company that the text is about."""
    if role == "target" and (behind := _backed_beside(frame, analysis)) is not None:
        return behind
    if role == "target" and frame.type in ("funding", "stake"):
        taken = taken | investors_before(frame, analysis)
    if references(analysis.language).compounding:
        sold = sold_in_sentence_before(frame, analysis)
        if sold is not None and role == "target" and sold not in taken:
            return sold
        taken = taken if sold is None else taken | {sold}
    label = labelled(frame, analysis, taken)
    if label is not None and filler.reference == "company":
        return label
    words, known = references(analysis.language), taken
    taken = taken | of_other_genders(filler, analysis) | beside_opener(filler, frame, analysis)
    if filler.word in words.latter:
        return named_last_before(frame, analysis, taken)
    if (new := introduced_before(filler.start, frame, analysis, taken)) is not None:
        return new
    if (owner := owner_before(role, frame, analysis)) is not None and owner not in taken:
        return owner
    held = None if words.compounding else bought_before_the_owner(filler, role, frame, analysis)
    if held is not None and (company := _meant(held[0], "target", held[1], analysis)) not in (None, *taken):
        return company
    handed = bought_in_sentence_before(filler, role, frame, analysis)
    if handed is not None and (handed.unit or handed.entity not in (None, *taken)):
        return None if handed.unit else handed.entity
    if (told := _by_what_was_told(filler, role, frame, analysis, known)) is not None:
        return told
    if words.compounding and (words.is_people(filler.word) or filler.word in words.leading):
        return people_meant(filler, frame, analysis, taken, bought_before(frame, analysis, role))
    if (here := in_its_sentence(filler, role, frame, analysis, taken)) is not None:
        return here
    if label is not None:
        return label
    if filler.word in words.impersonal:
        later = [e for e in organisations_in(analysis, frame.sentence, len(analysis.text)) if e not in taken]
        return later[-1] if later else most_prominent(filler, frame, analysis, taken)
    if words.compounding:
        noun = taken_up(filler, frame, analysis) if filler.reference == "one" else None
        if noun is not None and (noun.entity is None or noun.entity not in known):
            return _taken_up(noun, role, frame, analysis, known)
        if (played := _in_role_before(filler, frame, analysis)) is not None and played not in taken:
            return played
        for others in (taken | bought_by_others(filler, role, frame, analysis), taken):
            if (prominent := most_prominent(filler, frame, analysis, others, role in BUYERS)) is not None:
                return prominent
    if (doer := buys_on(role, frame, analysis)) is not None and doer not in taken:
        return doer
    bought = bought_before(frame, analysis) if role == "acquirer" else set()
    if (before := in_sentences_before(frame, analysis, taken, bought)) is not None:
        return before
    return of_the_text(filler, frame, analysis, taken, bought)


def _in_role_before(filler: Filler, frame: Frame, analysis: Analysis) -> int | None:
    """Whom a noun for any company takes up that the sentence before calls by a role alone: "Für DEN KÄUFER ist es neu.
    2020 hatte DER KONZERN Tal gegründet"."""
    words = references(analysis.language)
    if filler.reference != "company" or filler.word not in words.general or not frame.sentence:
        return None
    if organisations_in(analysis, frame.sentence - 1, len(analysis.text)):
        return None
    before = analysis.sentences[frame.sentence - 1]
    said = [word.lower() for word in WORD.findall(analysis.text, before.start, before.end)]
    called = {noun for article, noun in pairwise(said) if article in words.definite and noun in words.role_nouns}
    return _player(words.role_nouns[called.pop()], frame, analysis) if len(called) == 1 else None


def _player(role: str, frame: Frame, analysis: Analysis) -> int | None:
    """Who has a role in the deal told last before, though a noun or pronoun says it there."""
    if (named := last_in_role(role, frame, analysis)) is not None or not references(analysis.language).compounding:
        return named
    same = BUYERS if role in BUYERS else (role,)
    for other in deals_before(frame, analysis, FAR):
        found = next((other.roles[one] for one in same if other.roles.get(one)), [])
        if len(found) == 1 and other.sentence != frame.sentence:
            return _meant(found[0], next(one for one in same if other.roles.get(one)), other, analysis)
    return None


def _by_what_was_told(filler: Filler, role: str, frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """Whom the text has told that of before: that they sell what was theirs, what they are, a deal of the same two."""
    if role == "target" and (sold := _sold_beside(filler, frame, analysis)) is not None and sold not in taken:
        return sold
    described = described_before(filler, frame, analysis, taken)
    people = people_before(filler.start, frame, analysis) if may_be_several(filler, analysis) else ""
    if described is None and people:
        called = replace(filler, reference="company", word=people)
        described = described_before(called, frame, analysis, taken)
        if described is None:
            later = named_only_behind(filler.start, analysis)
            described = people_meant(called, frame, analysis, taken | later, bought_before(frame, analysis, role))
    if described is not None or not references(analysis.language).compounding:
        return described
    if (so_called := _called_so_before(filler, frame, analysis)) is not None and so_called not in taken:
        return so_called
    told = told_with_the_same(filler, role, frame, analysis)
    if told is not None and told not in taken:
        return told
    sold = _sold_on(filler, frame, analysis) if role == "target" else None
    return sold if sold not in taken else None


def _called_so_before(filler: Filler, frame: Frame, analysis: Analysis) -> int | None:
    """Whom a sentence before has meant by a compound of the noun: "Das Rennen um TAL ist gelaufen. Den Zuschlag für DIE
    PARKHAUSKETTE erhält Norvik. 2017 war die KETTE gekauft worden"."""
    words = references(analysis.language)
    if filler.reference != "company" or filler.word in words.general or words.is_people(filler.word):
        return None
    said = compound_before(filler, frame, analysis)
    if said is None:
        return None
    noun, number = said
    found = resolve(noun, "", replace(frame, sentence=number, roles={}), analysis)
    return found[0] if len(found) == 1 else None


def _sold_on(filler: Filler, frame: Frame, analysis: Analysis) -> int | None:
    """Which company has been bought shortly before, though a noun says it there, too: "1978 kaufte Norvik DAS
    UNTERNEHMEN. 1990 übernahmen die Manager die Firma"."""
    if filler.reference != "company" or filler.word not in references(analysis.language).general:
        return None
    for other in deals_before(frame, analysis, RECENT):
        found = other.roles.get("target", [])
        if other.type != frame.type or other.sentence == frame.sentence or len(found) != 1:
            continue
        if found[0].reference not in ("company", "one"):
            return None
        return _meant(found[0], "target", other, analysis)
    return None


def _buys(entity: int, frame: Frame, analysis: Analysis) -> bool:
    """Whether a company buys in a deal told before, though a noun says so: "DAS UNTERNEHMEN wolle Tal kaufen"."""
    if buys(entity, frame, analysis):
        return True
    if not references(analysis.language).compounding:
        return False
    told = ((f, other) for other in deals_before(frame, analysis, FAR) for f in other.roles.get("acquirer", ()))
    return any(f.reference in NOUN_OR_PRONOUN and _meant(f, "acquirer", other, analysis) == entity for f, other in told)


NOUN_OR_PRONOUN = ("company", "one")
BUYERS = ("acquirer", "investor")
"""Who acts in a deal: a subject before rather than what a preposition links there."""


def _meant(filler: Filler, role: str, frame: Frame, analysis: Analysis) -> int | None:
    """The one company that a reference in a deal told before means; it is asked for once."""
    key = (filler.start, frame.start)
    if key not in analysis.meant:
        meant = resolve(filler, role, frame, analysis)
        analysis.meant[key] = meant[0] if len(meant) == 1 else None
    return analysis.meant[key]


def _sold_beside(filler: Filler, frame: Frame, analysis: Analysis) -> int | None:
    """What the sentence says to be sold by somebody who had bought it: "is buying TAL from Bergen, which has owned IT
    since 2011", "kauft TAL von Bergen, das DIE FIRMA 2011 übernommen hatte"."""
    own, words = set(frame.named_as("acquirer", "investor") or frame.named()), references(analysis.language)
    is_noun = words.compounding and filler.reference == "company" and words.is_a(filler.word, "nouns")
    if not own or not (is_noun or filler.word in words.pronouns):
        return None
    for other in deals_before(frame, analysis, 0):
        sellers = set(other.named_as("seller", "acquirer"))
        if other.type in ("acquisition", "stake") and own <= sellers and len(other.roles.get("target", [])) == 1:
            return _meant(other.roles["target"][0], "target", other, analysis)
    return None


def _backed_beside(frame: Frame, analysis: Analysis) -> int | None:
    """Behind which company the sentence says that its owner stands: "HINTER TAL steht Bergen, das 2011 einstieg"."""
    words = lexicon(analysis.language)
    if frame.type not in OWNERSHIP or analysis.sentences[frame.sentence].end < frame.start:
        return None
    for phrase in analysis.phrases[frame.sentence][: frame.index]:
        if phrase.kind != "NP" or not words.is_a(phrase.preposition, "backed"):
            continue
        filler = filler_of(phrase, references(analysis.language))
        meant = [] if filler is None else resolve(filler, "", replace(frame, roles={}), analysis, frame.named())
        return meant[0] if len(meant) == 1 and meant[0] not in frame.named() else None
    return None


def _taken_up(noun: Filler, role: str, frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """Whom the noun of a sentence before means, which a pronoun takes up."""
    number = next(n for n in range(frame.sentence, -1, -1) if analysis.sentences[n].start <= noun.start)
    if noun.entity is not None:
        found = person_before(noun.end, replace(frame, sentence=number), analysis, taken)
        return found[0] if found else None
    found = resolve(noun, role, replace(frame, sentence=number), analysis, taken)
    return found[0] if len(found) == 1 else None
