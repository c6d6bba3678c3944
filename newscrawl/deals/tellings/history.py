"""The present tense of history: "1986 KAUFT Norvik den Verlag Tal" is over, as its year says."""

import re

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.dates import Date
from newscrawl.deals.tellings.status import NEWS, helpers_of
from newscrawl.deals.tellings.status_rules import status_rules

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def is_history(frame: Frame, date: Date | None, analysis: Analysis) -> bool:
    """Whether a verb in the present tells what happened in a year before the article's.

    Of an article without a date the last year that it names counts, for sentences that begin with theirs.
    """
    if date is None or date.iso is None or date.kind == "relative" or not _is_present(frame, date, analysis):
        return False
    if analysis.published:
        return date.iso[:4] < analysis.published[:4]
    fronted = date.start == analysis.sentences[frame.sentence].start
    return fronted and date.iso[:4] < max(_YEAR.findall(analysis.text), default="")


def _is_present(frame: Frame, date: Date, analysis: Analysis) -> bool:
    """Whether a verb in the present tells the deal, not one that says or plans it, in the clause of the date."""
    group, rules = frame.group, status_rules(analysis.language)
    if frame.type in NEWS or group is None or group.verb is None or group.verb.lemma in rules.governors:
        return False
    helpers = helpers_of(group, analysis.phrases[frame.sentence])
    dated = next((p for p in analysis.phrases[frame.sentence] if p.start <= date.start < p.end), group)
    if dated.clause != group.clause:
        return False
    if group.form == "participle":
        return bool(helpers) and all(t.low in rules.present for t in helpers)
    return group.form == "present" and not helpers
