"""Whether the same parties made another deal before: an entry before a raise, a part before the rest."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.assembly.draft import Draft
from newscrawl.deals.model import OPEN
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.syntax.verb_groups import helpers_of
from newscrawl.deals.tellings.telling import Telling, is_kept

SHARES = ("stake", "acquisition")
"""Types of which the same parties often make several, one after the other."""


def is_another_step(draft: Draft, telling: Telling, analysis: Analysis) -> bool:
    """Whether a telling is of a purchase before the one of a draft, or of the one after it: "Norvik stockt bei Tal auf
    40 Prozent auf. 2016 HATTE der Konzern 25 Prozent ERWORBEN"."""
    if draft.type not in SHARES or telling.frame.type not in SHARES:
        return False
    others = draft.tellings
    before = all(_came_before(telling, other, analysis) for other in others)
    return before or all(_came_before(other, telling, analysis) for other in others)


def are_shares_before_bid(draft: Draft, telling: Telling, analysis: Analysis) -> bool:
    """Whether one tells of shares already bought, and the other of a takeover that is not done: "Norvik is in talks to
    buy Tal. It RAISED ITS STAKE to 12 percent LAST YEAR"."""
    if {draft.type, telling.frame.type} != set(SHARES):
        return False
    shares, bids = (draft.tellings, [telling]) if draft.type == "stake" else ([telling], draft.tellings)
    if any(t.status != "completed" for t in shares) or any(t.status == "completed" for t in bids):
        return False
    dated = all(t.details.date is not None or is_kept(t.frame, analysis) for t in shares)
    return dated or all(t.status in NOT_DONE and t.is_explicit for t in bids)


NOT_DONE = (*OPEN, "denied", "terminated")
"""How far a takeover is of which shares bought already are no part."""


def _came_before(step: Telling, news: Telling, analysis: Analysis) -> bool:
    """Whether one telling is of what was over when the other one began."""
    if step.status != "completed" or step.frame.sentence == news.frame.sentence or _adds(step, analysis):
        return False
    if is_pluperfect(news, analysis) or not _is_told_apart(step, news):
        return False
    adds = _adds(news, analysis)
    if not is_pluperfect(step, analysis):
        return adds and _year_of(step) is not None and news.status == "announced"
    return adds or (_is_news(news, step) and is_of_year_before(step, analysis))


def _is_news(news: Telling, step: Telling) -> bool:
    """Whether what is told is no more than announced, or is of another share than the step."""
    shares = news.details.percent is not None and step.details.percent is not None
    return news.is_explicit and (news.status == "announced" or (news.status == "completed" and shares))


def is_pluperfect(telling: Telling, analysis: Analysis) -> bool:
    """Whether a verb says that it was over before what else is told: "HATTE gekauft"."""
    frame = telling.frame
    helpers = helpers_of(frame.group, analysis.phrases[frame.sentence]) if frame.group is not None else []
    return any(t.is_a("pluperfect") for t in helpers)


def _adds(telling: Telling, analysis: Analysis) -> bool:
    """Whether somebody gets more of what he has a part of: "ERHÖHT seinen Anteil", "die RESTLICHEN 30 Prozent"."""
    frame, words = telling.frame, lexicon(analysis.language)
    verb = frame.group.verb if frame.group is not None else None
    more = verb is not None and words.is_a(verb.lemma, "changing_shares") and "seller" not in frame.roles
    return more or (frame.noun is not None and any(t.is_a("other_part") for t in frame.noun.tokens))


def _is_told_apart(step: Telling, news: Telling) -> bool:
    """Whether the step has a date, sum or share of its own, and no share that the news has, too."""
    own, its = step.details, news.details
    if own.percent is not None and its.percent is not None and own.percent.value == its.percent.value:
        return False
    return any(part is not None for part in (own.date, own.percent, own.money))


def _year_of(telling: Telling) -> str | None:
    date = telling.details.date
    return date.iso[:4] if date is not None and date.iso and date.kind != "relative" else None


def is_of_year_before(step: Telling, analysis: Analysis) -> bool:
    """Whether it is told to be of a year that is not the one of the article."""
    year = _year_of(step)
    return year is not None and (not analysis.published or year < analysis.published[:4])
