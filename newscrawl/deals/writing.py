"""Stories → deals: choose the value of each field among the tellings, and the quote that proves it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.assembly.for_sale import open_bid
from newscrawl.deals.confidence import confidence_of
from newscrawl.deals.deal_types import deal_types
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.headline import LEAD, dateline_date, is_main
from newscrawl.deals.mentions.dates import Date
from newscrawl.deals.mentions.money import Money
from newscrawl.deals.mentions.percents import Percent
from newscrawl.deals.mentions.references import references
from newscrawl.deals.model import OPEN, Amount, Deal, Party, Quote
from newscrawl.deals.story import Story
from newscrawl.deals.tellings.detail_rules import detail_rules
from newscrawl.deals.tellings.details import SHARES, Details
from newscrawl.deals.tellings.event_dates import is_of_other, may_be_past
from newscrawl.deals.tellings.history import is_standing
from newscrawl.deals.tellings.members import Member
from newscrawl.deals.tellings.telling import Telling
from newscrawl.deals.terms import find_terms
from newscrawl.deals.timeline import timeline_of

Quotes = dict[str, tuple[Quote, ...]]


def write_deals(stories: list[Story], analysis: Analysis) -> list[Deal]:
    """The deals of a text, main ones first, then as the text tells them."""
    told = {number: story for story in stories for number in story.sentences}
    return sorted((_write(story, told, analysis) for story in stories), key=lambda deal: not deal.main)


def _write(story: Story, told: dict[int, Story], analysis: Analysis) -> Deal:
    order = _in_order(story)
    details = [t.details for t in order] + [f.details for f in story.follow_ups] + [t.details for t in story.history]
    deal = _asserted(story, order, analysis)
    deal = _with_dates(deal, story, order, details, analysis)
    deal = _with_sums(deal, story, details, analysis)
    deal = _with_terms(deal, story, order[0], told, analysis)
    return _with_timeline(deal, story, analysis)


def _asserted(story: Story, order: list[Telling], analysis: Analysis) -> Deal:
    """What is told in one sentence: who, what, how far."""
    best, of_status = order[0].frame, _status_telling(order, analysis)
    parties, proofs = _parties(story, analysis)
    evidence = _sentence_quote(best.sentence, best.rule, analysis)
    main = is_main(story, analysis)
    return Deal(
        type=story.draft.type,
        status=_final(of_status, main, story, analysis),
        main=main,
        parties=parties,
        evidence=evidence.quote,
        quotes={
            "parties": proofs,
            "type": (evidence,),
            "status": (_sentence_quote(of_status.frame.sentence, of_status.frame.rule, analysis),),
        },
        confidence=confidence_of(story, order[0], analysis),
    )


def _final(told: Telling, main: bool, story: Story, analysis: Analysis) -> str:
    """The status as it is told in the end: reports that are denied, rounds of former times.

    What only a bare noun tells is the news if the deal is the main one, and over otherwise.
    """
    denied = any(f.status == "denied" and f.sentence > told.frame.sentence for f in story.follow_ups)
    if denied and told.status in OPEN:
        return "denied"
    ended = any(f.status == "terminated" and 0 < f.sentence - told.frame.sentence <= NEAR for f in story.follow_ups)
    if ended and told.status in (*OPEN, "announced"):
        return "terminated"
    if told.frame.type == "funding" and told.status == "announced" and not main and _is_told_as_past(told):
        return "completed"
    if told.status == "announced" and not main and is_standing(told.frame, analysis):
        return "completed"
    return told.status if told.is_explicit or main else "completed"


def _is_told_as_past(told: Telling) -> bool:
    group = told.frame.group
    return group is not None and group.form in ("past", "participle")


def _with_dates(deal: Deal, story: Story, order: list[Telling], details: list[Details], analysis: Analysis) -> Deal:
    announced = _announced(order, _status_telling(order, analysis).status, deal.main, analysis)
    if announced is None and deal.status in ("announced", "completed"):
        announced = _said_later(story)
    expected = next((d.closing_expected for d in details if d.closing_expected), None)
    closed = next((d.closed for d in details if d.closed), None)
    return replace(
        deal,
        announced=_proved("announced", announced, announced.iso if announced else None, deal, analysis),
        closing_expected=_proved(
            "closing_expected", expected, expected.iso_future if expected else None, deal, analysis
        ),
        closed=_proved("closed", closed, closed.iso if closed else None, deal, analysis),
    )


def _proved(field: str, date: Date | None, iso: str | None, deal: Deal, analysis: Analysis) -> str | None:
    """The value of a date field, once its quote is noted; None where the date cannot be known."""
    if date is None or iso is None:
        return None
    deal.quotes[field] = (_quote(date.start, date.end, f"date:{date.rule}", analysis),)
    return iso


def _with_sums(deal: Deal, story: Story, details: list[Details], analysis: Analysis) -> Deal:
    percent, money = _share(story), _exactest(details)
    if percent is not None:
        deal.quotes["stake_percent"] = (_quote(percent.start, percent.end, "percent", analysis),)
        deal = replace(deal, stake_percent=percent.value)
    if money is None:
        return replace(deal, amount_text=_withheld(story, analysis, deal.quotes))
    deal.quotes["amount"] = (_quote(money.start, money.end, "money", analysis),)
    return replace(
        deal,
        amount=Amount(money.currency, money.value, money.max, money.per_share),
        amount_text=analysis.text[money.amount_start : money.amount_end],
        amount_qualifier=_qualifier(money, analysis),
    )


def _with_terms(deal: Deal, story: Story, best: Telling, told: dict[int, Story], analysis: Analysis) -> Deal:
    near, far = (_term_sentences(story, told, analysis, reach) for reach in (NEAR, FAR))
    far = [number for number in far if number not in near]
    found = find_terms(analysis, deal.type, near, far, best.frame.sentence, _has_both(story, analysis))
    if found:
        deal.quotes["terms"] = tuple(_quote(t.start, t.end, t.rule, analysis) for t in found)
    return replace(deal, terms=tuple(t.term for t in found))


NEAR, FAR = 2, 5
"""How many sentences behind one about a deal can hold its terms; farther ones must name or mean both parties."""


def _with_timeline(deal: Deal, story: Story, analysis: Analysis) -> Deal:
    events = timeline_of(story, deal.status, deal.evidence, analysis)
    if events:
        deal.quotes["timeline"] = tuple(_find_quote(e.quote, analysis) for e in events)
    return replace(deal, timeline=events)


def best_telling(story: Story) -> Telling:
    """The telling that says most."""
    return max(story.tellings, key=_fullness)


def _in_order(story: Story) -> list[Telling]:
    """The tellings, the one that says most first, then as the text goes."""
    best = best_telling(story)
    return [best, *sorted((t for t in story.tellings if t is not best), key=lambda t: t.frame.start)]


def _fullness(telling: Telling) -> tuple[int, bool, bool, int]:
    named = sum(1 for members in telling.roles.values() for m in members)
    return min(named, 2), not telling.frame.weak, telling.is_explicit, -telling.frame.sentence


def _status_telling(order: list[Telling], analysis: Analysis) -> Telling:
    """The telling whose status counts: an ending told of all parties, else the first that is explicit; a headline is in
    the present whatever has happened, so the next one counts that tells it as done, as in a round ("hat 20 Millionen
    eingesammelt. Das Geld KOMMT von Norvik")."""
    full = [t for t in order if sum(len(m) for m in t.roles.values()) > 1 and t.is_explicit]
    agreed = any(t.status in ("announced", "completed") and t.frame.status is None for t in full)
    ended = next((t for t in full if t.status in ("terminated", "denied") and not (agreed and _is_bid(t))), None)
    first = ended or next((t for t in order if t.is_explicit), order[0])
    first = open_bid(first, order) or first
    if first.status == "announced" and _is_headline(first.frame.sentence, analysis):
        return next((t for t in full if t is not first and t.status == "completed"), first)
    if first.status == "announced" and first.frame.type == "funding":
        return next((t for t in order if t.is_explicit and t.status == "completed"), first)
    return first


def _is_headline(number: int, analysis: Analysis) -> bool:
    """Whether a sentence is a line of its own at the top, without a full stop."""
    sentence = analysis.sentences[number]
    return number < 2 and analysis.text[sentence.end - 1] not in ".!?:"


def _is_bid(telling: Telling) -> bool:
    """Whether it tells an offer: one that was rejected is an earlier stage of what was agreed in the end."""
    return telling.frame.status == "talks"


def _exactest(details: list[Details]) -> Money | None:
    """The first sum; one said exactly wins over the same said roughly, the price of all shares over that of one."""
    sums = [
        d.money for d in details if d.money is not None and (d.money.value is not None or d.money.per_share is not None)
    ]
    if not sums:
        return None
    first = sums[0]
    if first.per_share is not None:
        whole = (m for m in sums[1:] if m.value is not None and m.currency == first.currency)
        return next((m for m in whole if m.value is not None and m.value > first.per_share * SHARES), first)
    if first.qualifier == "about" and first.value is not None:
        exact = (m for m in sums[1:] if m.qualifier is None and m.currency == first.currency and m.value is not None)
        return next((m for m in exact if m.value is not None and abs(m.value - first.value) * 4 <= first.value), first)
    return first


def _share(story: Story) -> Percent | None:
    """The share that a telling of the deal as it stands names, or the sentence behind ("Der Anteil beträgt …")."""
    if story.draft.type not in ("stake", "acquisition", "funding"):
        return None
    told = (t.details.percent for t in story.tellings)
    shares = (*told, *(f.share for f in story.follow_ups), _held(story))
    return next((share for share in shares if share is not None), None)


def _held(story: Story) -> Percent | None:
    """What the buyer holds from now on, where he had nothing before: "steigt ein und hält KÜNFTIG 25 PROZENT"."""
    holding = [t for t in story.tellings if t.details.held is not None]
    told_there = {id(t.frame.group) for t in holding}
    entered = all(t.frame.trigger.entry or id(t.frame.group) in told_there for t in story.tellings)
    return holding[0].details.held if holding and entered else None


def _announced(order: list[Telling], status: str, main: bool, analysis: Analysis) -> Date | None:
    """When it became known: the date beside the telling, a day named near it, or a press release's dateline."""
    told = order[0]
    dated = [t for t in order if t.details.date is not None and _is_of_the_stage(t.status, status)]
    first = next((t.details.date for t in dated if t.details.date != t.details.closed), None)
    if first is None and main and status != "rumoured":
        first = _day_beside(order, analysis) or (dateline_date(analysis) if told.frame.sentence <= LEAD else None)
    return first or next((t.details.date for t in dated), None)


def _said_later(story: Story) -> Date | None:
    """The day or month in the next sentence about the deal: "THE DEAL was announced IN MARCH"."""
    dates = (f.details.date for f in story.follow_ups if f.details.date != f.details.closed and f.status is None)
    return next((date for date in dates if date is not None and len(date.iso or "") >= len("2013-02")), None)


def _is_of_the_stage(told: str, status: str) -> bool:
    """Whether a telling's date dates the present stage; that of a former rumour does not."""
    agreed = ("announced", "completed")
    return told == status or (told in agreed and status in agreed)


def _day_beside(order: list[Telling], analysis: Analysis) -> Date | None:
    """A day named relative to publication ("on Tuesday", "yesterday") in the sentence before or in the two behind,
    which is not that of something else ("FRIDAY's close"), nor in a sentence that tells another deal."""
    rules, number = detail_rules(analysis.language), order[0].frame.sentence
    own = [t.frame for t in order]
    for near in (number - 1, number + 1, number + 2):
        if not 0 <= near < len(analysis.sentences) or _tells_another(near, own, analysis):
            continue
        for date in analysis.figures(near).dates:
            known = date.kind == "relative" and len(date.iso or "") == 10 and may_be_past(date, None, analysis)
            if known and not is_of_other(date, None, analysis.text, rules):
                return date
    return None


def _tells_another(number: int, own: list[Frame], analysis: Analysis) -> bool:
    """Whether a sentence tells a deal, and none of these."""
    told = [frame for frame in analysis.frames_in(number) if len(frame.roles) > 1]
    return bool(told) and not any(frame is other for frame in told for other in own)


def _qualifier(money: Money, analysis: Analysis) -> str | None:
    """The qualifier of a sum; the "über" behind a noun ("eine Runde über 5 Millionen") only says how big it is."""
    lead = analysis.text[money.start : money.amount_start].strip().lower()
    before = analysis.text[: money.start].rstrip().rpartition(" ")[2]
    if lead in references(analysis.language).volume_prepositions and before[:1].isupper():
        return None
    return money.qualifier


def _withheld(story: Story, analysis: Analysis, quotes: Quotes) -> str | None:
    """The words that withhold the sum, in a sentence about the deal or right behind one."""
    numbers = {n + step for n in story.sentences for step in (0, 1)}
    for number in sorted(n for n in numbers if n < len(analysis.sentences)):
        for mention in analysis.figures(number).withheld:
            quotes["amount_text"] = (_quote(mention.start, mention.end, "withheld", analysis),)
            return analysis.text[mention.word_start : mention.word_end]
    return None


def _term_sentences(story: Story, told: dict[int, Story], analysis: Analysis, reach: int) -> list[int]:
    """The sentences of the deal, and behind each up to ``reach``, as far as no other deal is told."""
    numbers: set[int] = set()
    for number in story.sentences:
        numbers.add(number)
        for behind in range(number + 1, min(number + reach + 1, len(analysis.sentences))):
            if told.get(behind, story) is not story:
                break
            numbers.add(behind)
    return sorted(numbers)


def _has_both(story: Story, analysis: Analysis) -> Callable[[int], bool]:
    """Whether a sentence names two parties of the deal or says "both companies"."""
    own = {m.entity for members in story.draft.roles.values() for m in members if m.entity is not None}

    def test(number: int) -> bool:
        named = {m.entity for m in analysis.names_in(number)}
        return len(own & named) > 1 or analysis.says_both(number)

    return test


def _parties(story: Story, analysis: Analysis) -> tuple[tuple[Party, ...], tuple[Quote, ...]]:
    pairs = list(_each_party(story, analysis))
    return tuple(party for party, _ in pairs), tuple(quote for _, quote in pairs)


def _each_party(story: Story, analysis: Analysis) -> Iterator[tuple[Party, Quote]]:
    for role in deal_types()[story.draft.type].roles:
        for member in sorted(story.draft.roles.get(role, []), key=lambda m: m.places[0][0]):
            yield _party(member, role, analysis)


def _party(member: Member, role: str, analysis: Analysis) -> tuple[Party, Quote]:
    """The party under its fullest name, and the place where that is written."""
    start, end, rule = member.places[0]
    if member.entity is None:
        return Party(analysis.text[start:end], role), _quote(start, end, rule, analysis)
    entity = analysis.names.entities[member.entity]
    own = analysis.names.by_entity[member.entity]
    fullest = next((m for m in own if m.name == entity.name), None) or next(
        (m for m in own if entity.name in m.name), own[0]
    )
    return Party(entity.name, role, entity.aliases), _quote(fullest.start, fullest.end, rule, analysis)


def _quote(start: int, end: int, rule: str, analysis: Analysis) -> Quote:
    return Quote(analysis.text[start:end], start, end, rule)


def _find_quote(written: str, analysis: Analysis) -> Quote:
    start = analysis.text.index(written)
    return Quote(written, start, start + len(written), "timeline")


def _sentence_quote(number: int, rule: str, analysis: Analysis) -> Quote:
    sentence = analysis.sentences[number]
    return _quote(sentence.start, sentence.end, rule, analysis)
