"""A unit that is sold, and the sentence beside it that calls it by its name and tells who buys it."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.assembly.draft import Draft
from newscrawl.deals.mentions.references import references
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.tellings.members import Member, everyone, meet


def name_units(drafts: list[Draft], analysis: Analysis) -> None:
    """Make one deal of both: "Bergen trennt sich von seiner Wassersparte. DIE TAL GMBH geht an Norvik"."""
    for unit in [draft for draft in drafts if _is_of_unit(draft, analysis)]:
        named = next((draft for draft in drafts if _is_beside(draft, unit, analysis)), None)
        if named is not None:
            unit.roles = {**unit.roles, **named.roles}
            unit.tellings += named.tellings
            drafts.remove(named)


def _is_of_unit(draft: Draft, analysis: Analysis) -> bool:
    """Whether one unit is sold that can have a name, in one sentence, and nobody is told to buy it."""
    if draft.type != "acquisition" or draft.roles.keys() != {"seller", "target"}:
        return False
    units = [m.unit.word for m in draft.roles["target"] if m.unit is not None]
    if len(units) != 1 or len({t.frame.sentence for t in draft.tellings}) > 1:
        return False
    words = references(analysis.language)
    several = any(words.is_a(units[0][:-end], "named_units") for end in PLURAL)  # "die WERKE in Ulm"
    return words.is_a(units[0], "named_units") and not several


PLURAL = (1, 2)
"""By how many letters a plural is longer than its noun."""


def _is_beside(draft: Draft, unit: Draft, analysis: Analysis) -> bool:
    """Whether a draft tells who buys a named company, right beside the sale of a unit that can be that one."""
    if draft.type != "acquisition" or draft.roles.keys() != {"acquirer", "target"} or len(draft.roles["target"]) > 1:
        return False
    first = min(draft.tellings, key=lambda t: t.frame.start)
    here, there = first.frame.sentence, unit.tellings[0].frame.sentence
    if analysis.sentences[here].paragraph != analysis.sentences[there].paragraph:
        return False
    if first.status != "announced" or first.frame.trigger.follows or meet(unit.roles["seller"], everyone(draft.roles)):
        return False
    if there == here:  # "Bergen trennt sich von seiner Wassersparte: Die Tal GmbH geht an Norvik"
        told = unit.tellings[0].frame.start
        return ":" in analysis.text[told : first.frame.start] and _is_new(draft.roles["target"][0], told, analysis)
    if there == here + 1:  # "Norvik übernimmt Tal. DAMIT trennt sich Bergen von seiner Wassersparte"
        return _says(there, "thereby", analysis)
    start = analysis.sentences[here].start
    return (
        there == here - 1 and not _says(here, "also", analysis) and _is_new(draft.roles["target"][0], start, analysis)
    )


def _is_new(target: Member, start: int, analysis: Analysis) -> bool:
    """Whether a text names a company for the first time from an offset on."""
    return target.entity is not None and analysis.names.by_entity[target.entity][0].start >= start


def _says(number: int, group: str, analysis: Analysis) -> bool:
    """Whether a sentence has a word of a class: it comes on top of ("auch") or out of the one before ("damit")."""
    words = lexicon(analysis.language)
    return any(words.is_a(word, group) for word in analysis.low(number).split())
