"""Whom a reference can take up by where it stands: in its sentence, in those before, the company of the text."""

from itertools import pairwise

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.companies import PARTY_SCORE, SURE_SCORE, main_entity
from newscrawl.deals.discourse.earlier_deals import FAR, bid_for_beside, deals_before, in_same_role, last_in_role
from newscrawl.deals.discourse.genders import genders
from newscrawl.deals.discourse.nearest_subjects import goes_on, opening_name, subjects_before
from newscrawl.deals.discourse.prominence import is_oblique_in, named_only_behind
from newscrawl.deals.discourse.topics import firms_first, opening_noun, organisations_in, topic_of
from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import references
from newscrawl.deals.mentions.traces import WORD
from newscrawl.deals.syntax.lexicon import lexicon


def in_its_sentence(filler: Filler, role: str, frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """Whom its sentence names before a reference as a subject, who has the same role in a deal told before, or whom
    the sentence names at all before it."""
    if (beside := bid_for_beside(filler, role, frame, analysis)) is not None and beside not in taken:
        return beside
    if filler.owns and role == "acquirer" and (raiser := _raises_for_it(filler, frame, analysis)) is not None:
        return None if raiser in taken else raiser
    for entity in firms_first(subjects_before(filler, frame, analysis), analysis):
        if entity not in taken:
            return entity
    told = in_same_role(filler, role, frame, analysis) if filler.reference == "company" else None
    if told is not None and told not in taken:
        return told
    named = [] if goes_on(filler, frame, analysis) else organisations_in(analysis, frame.sentence, filler.start)
    before = [entity for entity in named if entity not in taken]
    if role != "target":
        before = [entity for entity in before if entity not in _told_of_by_its(filler, frame, analysis)]
    if not references(analysis.language).compounding:
        sides = [entity for entity in before if not _is_beside(entity, filler, frame, analysis)]
        before = sides if sides or _is_behind_setting(filler, frame, analysis) else before
    elif filler.reference == "one" and not filler.owns:
        opens = _concerned_first(frame, analysis)
        before = [e for e in before if e in opens or not is_oblique_in(frame.sentence, e, analysis)]
    return next(iter(firms_first(before, analysis)), None)


def _raises_for_it(filler: Filler, frame: Frame, analysis: Analysis) -> int | None:
    """Who gets money for a purchase, where the word order is fixed: "lent TAL $5m FOR ITS takeover of Bergen"."""
    phrases = analysis.phrases[frame.sentence]
    if phrases.words.separable or not phrases.words.is_a(phrases[frame.index].preposition, "purpose"):
        return None
    rounds = [f for f in analysis.frames_in(frame.sentence) if f.type == "funding" and f.index < frame.index]
    near = (f for f in rounds if all(p.kind != "VG" for p in phrases[f.index + 1 : frame.index]))
    return next((entity for f in near for entity in f.named_as("target")), None)


def _concerned_first(frame: Frame, analysis: Analysis) -> set[int]:
    """Of whom a sentence says at its head that something is so for them: "FÜR NORVIK ist Wind nicht neu, 2008 kaufte
    sie Tal"."""
    first, *rest = analysis.phrases[frame.sentence][:2]
    concerns = lexicon(analysis.language).is_a(first.preposition, "for_whom")
    if not concerns or not rest or not rest[0].helper("B"):
        return set()
    return {m.entity for m in analysis.names_between(first.start, first.end)}


def beside_opener(filler: Filler, frame: Frame, analysis: Analysis) -> set[int]:
    """Who is named behind a preposition only, where the sentence opens with the firm or unit that "it" means: "The unit
    belonged to NORVIK until it was sold to Tal"."""
    if filler.reference != "one" or filler.owns or references(analysis.language).compounding:
        return set()
    if opening_noun(analysis, frame.sentence, ("nouns", "units")) in ("", filler.word):
        return set()
    named = organisations_in(analysis, frame.sentence, filler.start)
    return {entity for entity in named if _is_beside(entity, filler, frame, analysis)}


def _is_beside(entity: int, filler: Filler, frame: Frame, analysis: Analysis) -> bool:
    """Whether a sentence names an entity before a reference only behind a preposition: "Analysts AT TAL praised Norvik
    after the company …"; "shares OF Norvik" are its own."""
    words, start = lexicon(analysis.language), analysis.sentences[frame.sentence].start
    listed = _list_openers(frame.sentence, analysis)
    named = (m for m in analysis.names_in(frame.sentence) if m.entity == entity and m.start < filler.start)
    for mention in named:
        at = listed.get(mention.start, mention.start)
        before = WORD.findall(analysis.text[max(start, at - NEAR) : at].lower())
        last = next((word for word in reversed(before) if word not in words.marks), "")
        if not words.is_a(last, "preposition") or words.is_a(last, "genitive"):
            return False
    return True


def _list_openers(number: int, analysis: Analysis) -> dict[int, int]:
    """Where the list of names that a name of a sentence ends stands: "customers such as TAL AND BERGEN"."""
    found: dict[int, int] = {}
    for one, other in pairwise(analysis.names_in(number)):
        between = analysis.text[one.end : other.start].strip()
        if between == "," or lexicon(analysis.language).is_a(between, "conjunction"):
            found[other.start] = found.get(one.start, one.start)
    return found


def _told_of_by_its(filler: Filler, frame: Frame, analysis: Analysis) -> set[int]:
    """Whom a subject with "its" only tells more of: "ITS TAKEOVER OF TAL was a success, and IT then bought Bergen"."""
    phrases = analysis.phrases.get(frame.sentence, ())
    subject = phrases[0] if phrases and not references(analysis.language).compounding else None
    if subject is None or not subject.is_owned or subject.preposition or subject.names or filler.start < subject.end:
        return set()
    verb = next((p.start for p in phrases if p.kind == "VG"), subject.end)
    return {m.entity for m in analysis.names_between(subject.start, min(verb, filler.start))}


def _is_behind_setting(filler: Filler, frame: Frame, analysis: Analysis) -> bool:
    """Whether a reference is the subject behind what only says when or with whom something was: "AFTER A STINT AT TAL,
    THE STARTUP raised $5m" goes on with what the sentence before was about."""
    phrases = analysis.phrases.get(frame.sentence)
    at = next((p for p in phrases or () if p.start <= filler.start < p.end), None)
    if phrases is None or at is None or at.index < 2 or at.preposition or phrases[at.index - 1].kind != ",":
        return False
    opening = phrases[0].preposition or phrases[0].head.low
    told = [p for p in phrases[: at.index] if p.kind == "VG" and p.form != "gerund"]
    return lexicon(analysis.language).is_a(opening, "settings_of") and not told


NEAR = 20
"""Characters before a name in which its preposition stands."""


def in_sentences_before(frame: Frame, analysis: Analysis, taken: set[int], bought: set[int]) -> int | None:
    """Whom the three sentences before are about, the nearest first; of those further away none that was only bought."""
    if frame.sentence:
        nominal = _sold_by_a_noun(frame.sentence - 1, analysis)
        topic = topic_of(
            analysis, frame.sentence - 1, taken | nominal | _only_invest(frame.sentence - 1, frame, analysis)
        )
        if topic is not None:
            return topic
        bought, taken = bought | nominal, taken | nominal
    words = references(analysis.language)
    if frame.sentence and (named := words.role_nouns.get(opening_noun(analysis, frame.sentence - 1))):
        played = last_in_role(named, frame, analysis)
        if played is not None and played not in taken:
            return played
    further = range(frame.sentence - 2, max(frame.sentence - 4, -1), -1)
    topics = (topic_of(analysis, number, taken | bought | _only_invest(number, frame, analysis)) for number in further)
    return next((topic for topic in topics if topic is not None), None)


def named_last_before(frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """Which company the sentence before names last: "… vom Fonds TAL. DIESER hatte die Firma 2011 gekauft"."""
    if not frame.sentence:
        return None
    named = organisations_in(analysis, frame.sentence - 1, len(analysis.text))
    return named[-1] if named and named[-1] not in taken else None


def _only_invest(number: int, frame: Frame, analysis: Analysis) -> set[int]:
    """Who puts money into a company that their sentence does not name, which stays what the text is about: "TAL led
    the round. The company also signed …", but "It also invested in Bergen"."""
    rounds = [f for f in analysis.frames_in(number) if f.type == "funding" and "investor" in f.roles]
    named = any(t.entity is not None for f in rounds for t in f.roles.get("target", []))
    if named or "investor" in frame.roles:
        return set()
    return {i.entity for f in rounds for i in f.roles["investor"] if i.entity is not None}


def _sold_by_a_noun(number: int, analysis: Analysis) -> set[int]:
    """Whom a sentence only names as what a noun says is bought: "The acquisition of TAL pays off. IT also bought …"."""
    nouns = [f for f in analysis.frames_in(number) if f.noun is not None and f.type == "acquisition"]
    return {entity for f in nouns for entity in f.named_as("target")}


def of_the_text(filler: Filler, frame: Frame, analysis: Analysis, taken: set[int], bought: set[int]) -> int | None:
    """The company that the text is about; those from a town or land, and a noun that says what a company makes, may
    mean the other one that it tells of most ("Norvik hält 30 Prozent an DER UHRENFABRIK")."""
    words = references(analysis.language)
    if words.compounding and frame.sentence:
        taken = taken | named_only_behind(filler.start, analysis)
    if (main := main_entity(analysis, bought)) not in taken:
        return main
    if filler.reference == "company" and not frame.sentence:
        return _named_next(filler, frame, analysis, taken)
    other = main_entity(analysis, taken)
    if words.is_people(filler.word) or other is None:
        return other
    says_what = words.compounding and filler.reference == "company" and filler.word not in words.general
    return other if says_what and len(analysis.names.by_entity[other]) >= OFTEN else None


OFTEN = 4
"""How often a text names the company that it tells of most beside its main one."""


def _named_next(filler: Filler, frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """Whom a text that opens with "the company" names first in its second sentence, if nobody was named before but who
    cannot be meant and has no part in the deal ("Spun out of BERGEN, the company was bought by Norvik. TAL …")."""
    own = frame.named()
    before = organisations_in(analysis, 0, filler.start)
    if len(analysis.sentences) < 2 or any(entity in own or entity not in taken for entity in before):
        return None
    return next((e for e in organisations_in(analysis, 1, len(analysis.text)) if e not in taken), None)


def company_of_text(frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """The company that the text is about, if it has named it before, and the other party here for the first time."""
    start, mentions = analysis.sentences[frame.sentence].start, analysis.names.by_entity
    main = main_entity(analysis, taken)
    known = [analysis.names.entities[entity] for entity in taken]
    if frame.type == "merger" and any(_is_party(other, main) for other in analysis.frames if other.start < frame.start):
        return None
    named = frame.type == "contract" and (frame.noun is not None or len(known) > 1)
    least = PARTY_SCORE if named else SURE_SCORE  # "Lieferant ist TAL", "Geliefert werden sie von TAL UND BERGEN"
    sure = [e.kind in ("person", "place") or (e.kind == "organisation" and e.score >= least) for e in known]
    if main is None or mentions[main][0].start >= start or any(mentions[e][0].start < start for e in taken):
        return None
    return main if all(sure) or (frame.type == "partnership" and len(sure) > 1 and any(sure)) else None


def _is_party(frame: Frame, entity: int | None) -> bool:
    """Whether a frame names an entity, or says "they" or "it", as a partner."""
    return any(f.entity == entity or f.entity is None for f in frame.roles.get("partner", []))


def beside_noun(filler: Filler, role: str, frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """The company before a deal noun in its sentence: the one that opens it, or what is bought if there is just one."""
    others = [e for e in organisations_in(analysis, frame.sentence, filler.start) if e not in taken]
    if (opening := opening_name(frame, analysis)) is not None and opening in others:
        return opening
    return others[0] if role == "target" and len(others) == 1 else None


def bought_before(frame: Frame, analysis: Analysis, role: str = "acquirer") -> set[int]:
    """Who has been bought in a deal told before, and bought nobody: it is rather the buyer that bought others, too; for
    who is the target, who has bought and was not."""
    told = [f for f in deals_before(frame, analysis, FAR) if f.type == "acquisition"]
    targets, buyers = ({entity for other in told for entity in other.named_as(role)} for role in ("target", "acquirer"))
    if role == "target":
        return buyers - targets if targets else set()
    return targets - buyers if buyers and role in ("acquirer", "investor") else set()


def bought_by_others(filler: Filler, role: str, frame: Frame, analysis: Analysis) -> set[int]:
    """Who is bought in the deals told before, and is hardly the buyer that a noun of its own means: "Norvik kauft TAL.
    Im Mai hatte DER SOFTWARERIESE Hull gekauft"."""
    special = filler.reference == "company" and filler.word not in references(analysis.language).general
    return bought_before(frame, analysis) if special and role == "acquirer" else set()


def of_other_genders(filler: Filler, analysis: Analysis) -> set[int]:
    """Those whom a pronoun cannot mean: "sie" is no "Konzern"."""
    meant = references(analysis.language).genders.get(filler.word)
    if not meant:
        return set()
    called = genders(analysis.text, analysis.names, analysis.language)
    return {entity for entity, said in enumerate(called) if said.isdisjoint(meant)}
