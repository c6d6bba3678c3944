"""What the top of an article says: which deal is the news, and the dateline of a press release."""

import re
from functools import cache

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.languages import language_table
from newscrawl.deals.mentions.dates import Date
from newscrawl.deals.story import Story
from newscrawl.deals.tellings.history import is_told_aside
from newscrawl.tables import Table

LEAD = 3
"""A deal told within so many sentences from the top is the news, if nothing speaks against it."""

TOP = 3
"""A dateline stands within so many sentences from the top."""


class HeadlineTable(Table, frozen=True):
    """``headline.toml``: regular expressions that mark the dateline of a press release."""

    datelines: list[str]


@cache
def datelines(language: str) -> re.Pattern[str]:
    return re.compile("|".join(language_table(language, "headline", HeadlineTable).datelines))


def is_main(story: Story, analysis: Analysis) -> bool:
    """Whether the deal is the news: told at the top, and not as something of former years."""
    first = min(story.tellings, key=lambda t: t.frame.sentence)
    at_the_top = first.frame.sentence <= LEAD and not is_told_aside(first, analysis)
    if not at_the_top and not _is_in_headline(story, analysis):
        return False
    return not (first.status == "completed" and _is_past(first.details.date, analysis))


def _is_in_headline(story: Story, analysis: Analysis) -> bool:
    """Whether the headline, or the first sentence of the text, names two of the parties."""
    top = (analysis.title or "") + "\n" + analysis.text[: analysis.sentences[0].end]
    members = [m.entity for found in story.draft.roles.values() for m in found if m.entity is not None]
    entities = [analysis.names.entities[entity] for entity in members]
    return sum(any(name in top for name in (e.name, *e.aliases)) for e in entities) > 1


def _is_past(date: Date | None, analysis: Analysis) -> bool:
    """Whether a date lies in a former year than the article's."""
    if date is None or date.iso is None or analysis.published is None:
        return False
    return date.iso[:4] < analysis.published[:4]


def dateline_date(analysis: Analysis) -> Date | None:
    """The date of a press release's dateline; one with a place only counts as the day of publication."""
    top = range(min(TOP, len(analysis.sentences)))
    match = datelines(analysis.language).search(analysis.text, 0, analysis.sentences[top[-1]].end)
    if match is None:
        return None
    dates = [date for number in top for date in analysis.figures(number).dates]
    days = [d for d in dates if match.start() - 60 <= d.start <= match.end() and d.iso and len(d.iso) == 10]
    if days:
        return days[-1]
    if analysis.published is None:
        return None
    day = analysis.published[:10]
    return Date(match.start(), match.end(), day, "relative", False, day, "dateline")
