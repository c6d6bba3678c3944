"""The present tense of history: "1986 KAUFT Norvik den Verlag Tal" is over, as its year says."""

from typing import TYPE_CHECKING

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.frames.triggers import triggers
from newscrawl.deals.mentions.dates import Date
from newscrawl.deals.syntax.phrases import Phrase, Phrases
from newscrawl.deals.syntax.verb_groups import helpers_of
from newscrawl.deals.tellings.status import NEWS
from newscrawl.deals.tellings.status_rules import status_rules
from newscrawl.deals.tellings.tense import happened

if TYPE_CHECKING:
    from newscrawl.deals.tellings.telling import Telling


def is_history(frame: Frame, date: Date | None, analysis: Analysis) -> bool:
    """Whether a verb in the present tells what happened in a year before the article's.

    Of an article without a date the last year that it names counts, for sentences that begin with theirs.
    """
    if date is None or date.iso is None or date.kind == "relative" or not _is_present(frame, analysis):
        return False
    fronted = date.start == analysis.sentences[frame.sentence].start
    if not (fronted or analysis.published):
        return False
    phrases = analysis.phrases[frame.sentence]
    if date.iso[:4] >= (analysis.published or analysis.last_year)[:4] or _is_unreal(frame, phrases):
        return False
    return _tells_when(date, frame, phrases)


def is_of_the_past(frame: Frame, date: Date | None, analysis: Analysis) -> bool:
    """Whether a noun tells of a deal of an earlier year, and nothing how far it came: "bigger than the 2015 TAKEOVER of
    Tal"; not one that is only planned."""
    if frame.noun is None or date is None or not analysis.published or not _is_long_before(date, analysis):
        return False
    planned = status_rules(analysis.language).planned
    return date.kind != "relative" and not any(t.low in planned for t in frame.noun.tokens)


def is_former(frame: Frame, date: Date | None, analysis: Analysis) -> bool:
    """Whether an order or alliance is told as one of former times: "HAD ordered 20 jets", "partnered with Tal IN 2015".

    What is told in the past tense is news else ("has ordered 20 jets").
    """
    group = frame.group
    if frame.type not in NEWS or group is None:
        return False
    phrases, rules = analysis.phrases[frame.sentence], status_rules(analysis.language)
    if not happened(group, phrases, rules) or _is_unreal(frame, phrases) or _is_made_known(group, phrases):
        return False
    before = any(phrases.words.is_a(t.low, "pluperfect") for t in helpers_of(group, phrases))
    said = not phrases.words.separable and any(p.verb is not None and p.verb.group == "say" for p in phrases)
    return (before and not said) or (date is not None and _is_long_before(date, analysis))


STANDING = frozenset(("partnership", "contract", "licensing"))
"""Types of deals that go on once they are made, so that the present tense tells what is so."""


def is_standing(frame: Frame, analysis: Analysis) -> bool:
    """Whether an alliance, order or licence is told as what has long been so: "It OPERATES the plant with its partner
    Tal", "Norvik LICENSES its software to Tal".

    The first sentence tells the news, but for what "already" is so; what has a date begins then ("beliefert AB JULI").
    """
    group = frame.group
    run = frame.type == "joint_venture" and frame.noun is not None  # "BETREIBT mit Tal ein Gemeinschaftsunternehmen"
    if (frame.type not in STANDING and not run) or group is None or group.verb is None:
        return False
    phrases = analysis.phrases[frame.sentence]
    if not _is_as_before(phrases) and (frame.sentence == 0 or _goes_on_with_news(frame, analysis)):
        return False
    own = (p for p in phrases if p.clause == group.clause)
    so_far = any(t.is_a("until_now") for p in own for t in p.with_adverbs)  # "BISLANG kauft sie bei Tal"
    lasting = so_far or group.verb.lemma in status_rules(analysis.language).standing
    goes_on = lasting and _is_simple_present(group, phrases)
    return goes_on and not _is_unreal(frame, phrases) and not _is_from_now(frame, phrases, analysis)


def _is_simple_present(group: Phrase, phrases: Phrases) -> bool:
    """ "supplies", "HAS a contract": the auxiliary is the verb itself there."""
    if group.form == "" and len(group.tokens) == 1:
        return not group.tokens[0].is_a("pluperfect")
    return group.form == "present" and not helpers_of(group, phrases)


def _goes_on_with_news(frame: Frame, analysis: Analysis) -> bool:
    """Whether the first sentence names a deal of the kind that the next one tells: "Norvik meldet einen GROSSAUFTRAG.
    Das Unternehmen liefert 20 Züge an Tal"."""
    if frame.sentence != 1:
        return False
    known, words = triggers(analysis.language), analysis.figures(0).words
    return any(t.type == frame.type and not t.names_party for word in words for t in known.noun(word.lower()))


def is_told_aside(telling: "Telling", analysis: Analysis) -> bool:
    """Whether a deal is told only as what came before the news or goes on beside it: "AFTER ITS PURCHASE OF Tal, Norvik
    grew", "Norvik HATTE Tal ÜBERNOMMEN", "it WORKS with Tal"."""
    frame, phrases = telling.frame, analysis.phrases[telling.frame.sentence]
    if telling.status != "completed":
        return is_standing(frame, analysis)
    if frame.noun is not None:
        joined = frame.index > 0 and phrases[frame.index - 1].kind in "SP"
        return joined or frame.governed_as not in ("", "subject", "object")
    helpers = helpers_of(frame.group, phrases) if frame.group is not None else []
    return any(phrases.words.is_a(t.low, "pluperfect") for t in helpers)


def _is_from_now(frame: Frame, phrases: Phrases, analysis: Analysis) -> bool:
    """ "nutzt KÜNFTIG", "beliefert AB JULI": it begins with the news; not with a year that is over ("under a contract
    signed in 2001")."""
    turn = any(t.is_a("turn") for p in phrases for t in p.with_adverbs)
    return turn or any(not _is_long_before(date, analysis) for date in analysis.figures(frame.sentence).dates)


def _is_as_before(phrases: Phrases) -> bool:
    """ "ALREADY supplies Norvik", "beliefert Norvik BEREITS"."""
    return any(t.is_a("as_before") for p in phrases for t in p.with_adverbs)


def _is_made_known(group: Phrase, phrases: Phrases) -> bool:
    """ "ANNOUNCED a partnership in 2017": what became of it is not told."""
    return group.verb is not None and phrases.words.is_a(group.verb.lemma, "making_known")


def _is_long_before(date: Date, analysis: Analysis) -> bool:
    """Whether a date lies in a year before that of the publication; where that is unknown, a mere year is not this
    one."""
    iso = date.iso or ""
    if not analysis.published:
        return date.kind != "relative" and len(iso) == len("2015")
    return bool(iso) and iso[:4] < analysis.published[:4]


def _is_present(frame: Frame, analysis: Analysis) -> bool:
    """Whether a verb in the present tells the deal, not one that says or plans it."""
    group, rules = frame.group, status_rules(analysis.language)
    if frame.type in NEWS or group is None or group.verb is None or group.verb.lemma in rules.governors:
        return False
    helpers = helpers_of(group, analysis.phrases[frame.sentence])
    if group.form == "participle":
        return bool(helpers) and all(t.low in rules.present for t in helpers)
    return group.form == "present" and not helpers


def _is_unreal(frame: Frame, phrases: Phrases) -> bool:
    """Whether the sentence takes it back ("nicht"), nearly lets it happen ("beinahe") or asks for something first."""
    words = [t for p in phrases for t in p.with_adverbs]
    return any(t.tag == "X" or t.is_a("nearly") or t.is_a("condition") for t in words)


def _tells_when(date: Date, frame: Frame, phrases: Phrases) -> bool:
    """Whether a date opens the sentence of the verb or stands right behind its finite verb, and not in what is said of
    somebody: "die 2015 GEGRÜNDETE Norvik AG", "Nach Verlusten im Jahr 2023 …"."""
    dated = next((p for p in phrases if p.start <= date.start < p.end), None)
    group = frame.group
    if dated is None or group is None or not dated.is_time or dated.clause != group.clause:
        return False
    if phrases.words.is_a(dated.head.low.partition(" ")[0], "since"):
        return False
    if dated.index + 1 < len(phrases) and phrases[dated.index + 1].tokens[0].tag == "A":
        return False
    before = phrases[dated.index - 1] if dated.index else None
    return _leads_to(dated, group, phrases) if before is None else _is_finite(before, group)


def _leads_to(opening: Phrase, group: Phrase, phrases: Phrases) -> bool:
    """Whether a date that opens a sentence is its verb's: the verb follows, or where the subject stands first, nothing
    but that, and a comma only right behind the date ("In 2012 a start-up, Norvik …" speaks of Norvik)."""
    between = phrases[opening.index + 1 : group.index]
    if group.clause >= 0:
        return _is_finite(phrases[opening.index + 1], group)
    commas = any(p.kind == "," for p in between[1:]) and between[0].kind != ","
    return not commas and all(p.kind in ("NP", ",") for p in between)


def _is_finite(phrase: Phrase, group: Phrase) -> bool:
    """Whether a phrase is the verb of the clause, or its auxiliary that stands apart."""
    return phrase is group or (phrase.kind == "VG" and phrase.verb is None and phrase.clause == group.clause)
