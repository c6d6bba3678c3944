"""The history of a deal as one article tells it: rumours, denials and talks before the status it has now."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.companies import is_organisation
from newscrawl.deals.model import Event
from newscrawl.deals.story import STAGES, Story


def timeline_of(story: Story, status: str, evidence: str, analysis: Analysis) -> tuple[Event, ...]:
    """The events of a deal, oldest first, its present status last; empty where nothing is told of before."""
    events = [
        _event(t.status, t.frame.sentence, t.details.date.iso if t.details.date else None, analysis)
        for t in [*story.history, *_former(story, status)]
    ]
    events += [
        _event(f.status, f.sentence, f.details.date.iso if f.details.date else None, analysis)
        for f in story.follow_ups
        if f.status == "denied" and f.status != status
    ]
    if not events:
        return ()
    past = sorted(_once(events), key=lambda e: (e.date or "9999", STAGES.index(e.status)))
    return (*past, Event(status, None, None, evidence))


def _once(events: list[Event]) -> list[Event]:
    """One event for each status and sentence, and for each status and date; the dated one of two."""
    kept: list[Event] = []
    for event in sorted(events, key=lambda e: e.date is None):
        if not any(e.status == event.status and (e.quote == event.quote or e.date == event.date) for e in kept):
            kept.append(event)
    return kept


def _former(story: Story, status: str):  # type: ignore[no-untyped-def]
    """Tellings of a stage before the present one, which carry a date of their own."""
    rank = STAGES.index(status)
    return [
        t
        for t in story.tellings
        if t.is_explicit and STAGES.index(t.status) < rank and t.details.date is not None and t.status != "announced"
    ]


def _event(status: str | None, number: int, date: str | None, analysis: Analysis) -> Event:
    sentence = analysis.sentences[number]
    speaker = _speaker(number, analysis) if status == "denied" else None
    return Event(status or "", date, speaker, analysis.text[sentence.start : sentence.end])


def _speaker(number: int, analysis: Analysis) -> str | None:
    """Who denied it: the first organisation of the sentence."""
    for mention in analysis.names_in(number):
        if is_organisation(analysis, mention.entity):
            return analysis.name_of(mention.entity)
    return None
