"""The name of the company that comes out of a joint venture or a merger, where a later sentence gives it."""

import re
from collections.abc import Collection
from functools import cache

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.assembly.draft import Draft
from newscrawl.deals.deal_types import deal_types
from newscrawl.deals.languages import language_table
from newscrawl.deals.mentions.model import Mention
from newscrawl.deals.tellings.members import Member
from newscrawl.tables import Table

REACH = 3
"""How many sentences behind the first telling the name may stand."""
BESIDE = 50
"""How many characters before and behind a name are read for the words that make it the venture's."""


class VentureTable(Table, frozen=True):
    """``ventures.toml``: regular expressions over the lower-case text right before and right behind a name."""

    before: list[str]
    behind: list[str]
    joint: list[str]
    """Right before the name of a company that partners own together, of whom only an alliance is told."""


@cache
def venture_cues(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table = language_table(language, "ventures", VentureTable)
    before, behind, joint = (re.compile("|".join(cues)) for cues in (table.before, table.behind, table.joint))
    return before, behind, joint


def name_ventures(drafts: list[Draft], analysis: Analysis) -> None:
    """Give drafts whose type has a venture the name that a sentence near their first telling says."""
    for draft in drafts:
        if draft.type == "partnership" and (owned := _owned_together(draft, analysis)) is not None:
            draft.type = "joint_venture"
            draft.roles["venture"] = [Member(owned.entity, None, [(owned.start, owned.end, "venture")])]
        if "venture" not in deal_types()[draft.type].roles or draft.roles.get("venture"):
            continue
        others = {m.entity for d in drafts if d is not draft for m in d.roles.get("venture", ())}
        mention = _venture(draft, others, analysis)
        if mention is not None:
            draft.roles["venture"] = [Member(mention.entity, None, [(mention.start, mention.end, "venture")])]


def _venture(draft: Draft, others: Collection[int | None], analysis: Analysis) -> Mention | None:
    """The name of what comes out of a deal, but for the ventures of ``others`` that the text tells."""
    parties = {member.entity for members in draft.roles.values() for member in members} | set(others)
    first = min(telling.frame.sentence for telling in draft.tellings)
    for number in range(first, min(first + REACH + 1, len(analysis.sentences))):
        for mention in analysis.names_in(number):
            if mention.entity not in parties and _is_named_venture(mention, analysis):
                return mention
    return _opens_next(first, parties, analysis) if draft.type == "joint_venture" else None


def _owned_together(draft: Draft, analysis: Analysis) -> Mention | None:
    """The company of two partners that the sentences behind name: "Norvik und Tal kooperieren. Die gemeinsame Tochter
    BERGEN soll …"; not where they name others besides."""
    _, _, joint = venture_cues(analysis.language)
    parties = {member.entity for members in draft.roles.values() for member in members}
    first = min(telling.frame.sentence for telling in draft.tellings)
    for number in range(first, min(first + REACH, len(analysis.sentences))):
        here = [m for m in analysis.names_in(number) if m.entity not in parties]
        for mention in here:
            before = analysis.text[max(0, mention.start - BESIDE) : mention.start].lower()
            if joint.search(before) and not any(_is_firm(m, analysis) for m in here if m.entity != mention.entity):
                return mention
    return None


def _is_firm(mention: Mention, analysis: Analysis) -> bool:
    return analysis.names.entities[mention.entity].kind == "organisation"


def _opens_next(first: int, parties: Collection[int | None], analysis: Analysis) -> Mention | None:
    """The company with which the next sentence opens that the text has not named before and that has no part in a deal
    there: "Norvik und Tal gründen ein Gemeinschaftsunternehmen. DIE BERGEN GMBH soll 2027 loslegen"."""
    own = analysis.names_in(first + 1) if first + 1 < len(analysis.sentences) else []
    if not own or own[0].start > analysis.sentences[first + 1].start + OPENING:
        return None
    entity = own[0].entity
    deals = [entity for frame in analysis.frames_in(first + 1) for entity in frame.named()]
    is_new = analysis.names.by_entity[entity][0].start == own[0].start and entity not in {*parties, *deals}
    return own[0] if is_new and "legal_form" in analysis.names.entities[entity].features else None


OPENING = 4
"""How many characters into a sentence its first name stands: behind an article."""


_OWNS = re.compile(r"['’]s\b")


def _is_named_venture(mention: Mention, analysis: Analysis) -> bool:
    before, behind, _ = venture_cues(analysis.language)
    text = analysis.text
    if _OWNS.match(text, mention.end):
        return False  # "to become BERGEN'S largest rival"
    if before.search(text[max(0, mention.start - BESIDE) : mention.start].lower()):
        return True
    return behind.match(text[mention.end : mention.end + BESIDE].lower()) is not None
