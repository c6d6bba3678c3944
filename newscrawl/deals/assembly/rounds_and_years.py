"""Whether the same parties make another deal: in another round, or years later."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.assembly.draft import Draft
from newscrawl.deals.assembly.earlier_steps import is_of_year_before
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.tellings.detail_rules import BESIDE, detail_rules
from newscrawl.deals.tellings.members import are_among, meet
from newscrawl.deals.tellings.telling import Telling


def is_another_round(draft: Draft, telling: Telling, analysis: Analysis) -> bool:
    """Two sums that differ by more than rounding are two rounds, and a "Series B" is no "Series C"; what one gives to a
    round told before is its part."""
    own = telling.details.money
    if is_called_otherwise(draft, telling, analysis) or _is_round_before(draft, telling, analysis):
        return True
    if _is_of_others_before(draft, telling, analysis):
        return True
    if telling.frame.trigger.follows:
        return False
    if telling.frame.type != "funding" or own is None or own.value is None:
        return False
    told = [m.value for m in draft.sums if m.value is not None and m.currency == own.currency]
    if (
        told
        and own.value < max(told)
        and not is_named_round(telling, analysis)
        and _is_part_of_round(draft, telling, analysis)
    ):
        return False
    rounding = ROUNDED if _is_in_another_month(draft, telling) else ROUGHLY
    return bool(told) and all(abs(value - own.value) * rounding > own.value for value in told)


def is_called_otherwise(draft: Draft, telling: Telling, analysis: Analysis) -> bool:
    """Whether both are rounds that have a name in their row, and not the same: "led the SERIES B … the SERIES C"."""
    if draft.type != "funding" or telling.frame.type != "funding":
        return False
    own = _labels(telling, analysis)
    told = {label for other in draft.tellings for label in _labels(other, analysis)}
    return bool(own and told) and own.isdisjoint(told)


def _is_round_before(draft: Draft, telling: Telling, analysis: Analysis) -> bool:
    """Whether a company is told to have raised money for the last time, behind the news: "Tal raised $90m. It LAST
    raised capital in 2022"."""
    verb, earlier = telling.frame.group, detail_rules(analysis.language).earlier_round
    if telling.frame.type != "funding" or verb is None or telling.details.date is None:
        return False
    before = analysis.text[max(0, verb.start - BESIDE) : verb.end].lower()
    return earlier.search(before) is not None and all(t.frame.sentence < telling.frame.sentence for t in draft.tellings)


def _is_of_others_before(draft: Draft, telling: Telling, analysis: Analysis) -> bool:
    """Whether others gave a sum in a year before: "Norvik has put an undisclosed sum into Tal. In 2021, BERGEN HAD LED
    A $5M ROUND"."""
    if {draft.type, telling.frame.type} != {"funding"} or telling.details.money is None:
        return False
    if not is_of_year_before(telling, analysis) or meet(
        telling.roles.get("investor", []), draft.roles.get("investor", [])
    ):
        return False
    sums = [
        t.details.money for t in draft.tellings if t.details.money is not None and t.details.money.value is not None
    ]
    news = not sums and all(t.details.date is None for t in draft.tellings)
    return news and bool(draft.roles.get("investor")) and all(t.status == "completed" for t in draft.tellings)


def is_named_round(telling: Telling, analysis: Analysis) -> bool:
    """Whether a round is told with its sum and its name in the row: "in 2022, when Norvik led a $40m SERIES B"."""
    return telling.details.money is not None and bool(_labels(telling, analysis))


def _labels(telling: Telling, analysis: Analysis) -> set[str]:
    """What the round that a place tells of is called by: in the noun that tells it, or beside its verb."""
    frame = telling.frame
    things = [frame.noun] if frame.noun is not None else [p for slot in ROUND for p in frame.slots.get(slot, ())]
    words = lexicon(analysis.language)
    one = (thing for thing in things if frame.noun is not None or not words.is_a(thing.preposition, "example"))
    told = [part for thing in one for part in (thing, thing.of) if part is not None and not part.names]
    label = detail_rules(analysis.language).round_label
    called = (analysis.text[part.start : part.end].lower().replace("-", " ") for part in told)
    return {found[0] for words in called for found in label.finditer(words)}


ROUND = ("subject", "object", "in")
"""The slots of a verb that say which round it tells of: not "raised $115m, INCLUDING A SERIES B"."""


def _is_part_of_round(draft: Draft, telling: Telling, analysis: Analysis) -> bool:
    """ "a round led by Norvik, which is PUTTING IN $12 MILLION": what one of the investors gives of it, in a clause
    that says neither to whom nor when, and that of no other round ("Norvik LED AN EARLIER $5M ROUND")."""
    words = lexicon(analysis.language)
    if any(words.is_a(phrase.head.low, "rounds") for phrase in telling.frame.slots.get("object", ())):
        return False
    if telling.frame.noun is not None or "target" in telling.frame.roles or telling.details.date is not None:
        return False
    beside = any(t.frame.sentence == telling.frame.sentence for t in draft.tellings)
    return beside or are_among(telling.roles.get("investor", []), draft.roles.get("investor", []))


ROUGHLY, ROUNDED = 5, 50
"""A round told again differs by no more than one of so many parts; what is of another month, by hardly any."""


def _is_in_another_month(draft: Draft, telling: Telling) -> bool:
    """Whether both tellings have a month of their own: "raised $56m IN FEBRUARY 2019 … $53m IN DECEMBER 2019"."""
    own = telling.details.date.iso if telling.details.date is not None else None
    months = {t.details.date.iso[:7] for t in draft.tellings if t.details.date is not None and t.details.date.iso}
    return own is not None and len(own) >= MONTH and bool(months) and own[:MONTH] not in months


MONTH = len("2019-02")


def is_dated_round(draft: Draft, telling: Telling) -> bool:
    """A round with a sum and a date of its own beside one without a sum."""
    if telling.frame.type != "funding" or telling.details.money is None or telling.details.date is None:
        return False
    return all(t.details.money is None for t in draft.tellings)


YEARS_APART = 2
"""The same parties so many years later make another deal: a second round, the rest of the shares."""


def is_years_apart(draft: Draft, telling: Telling, analysis: Analysis) -> bool:
    own = _year(telling, analysis)
    if own is None or any(_tell_together(t, telling) for t in draft.tellings):
        return False
    years = _years(draft, analysis)
    return bool(years) and all(abs(own - year) >= YEARS_APART for year in years)


def is_of_years_before(draft: Draft, later: Draft, analysis: Analysis) -> bool:
    """Whether a deal was done years before another is talked of: "NORVIK BIETET FÜR TAL. 2009 hatte es Tal gekauft"."""
    years, laters = (_years(d, analysis) for d in (draft, later))
    return bool(years and laters) and max(years) + YEARS_APART <= min(laters)


def _years(draft: Draft, analysis: Analysis) -> set[int]:
    return {year for telling in draft.tellings if (year := _year(telling, analysis)) is not None}


def _tell_together(one: Telling, other: Telling) -> bool:
    """Whether two nouns hang on one verb ("kaufte 2014 EIN AKTIENPAKET von 29 PROZENT an Tal"), or one sentence dates
    what it says twice ("changed hands in 2014, when Norvik BOUGHT it")."""
    if one.frame.group is not None and one.frame.group is other.frame.group:
        return True
    done = one.frame.sentence == other.frame.sentence and one.status == other.status == "completed"
    return done and (one.details.date is None or other.details.date is None)


TOP = 3
"""What one of so many first sentences tells in the perfect, or as a bid, without a date is of this year too."""


def _year(telling: Telling, analysis: Analysis) -> int | None:
    """The year of a telling's date; an undated announcement is of the year of the article."""
    date = telling.details.date
    if date is not None and date.iso:
        return int(date.iso[:4])
    top = telling.status in ("completed", "talks") and telling.frame.sentence <= TOP
    is_news = telling.is_explicit and (telling.status == "announced" or top)
    return int(analysis.published[:4]) if is_news and analysis.published else None
