"""Which of two that signed a licensing agreement grants the rights: who is paid for them, and who uses them."""

import re
from functools import cache

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.any_of import any_of
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import references
from newscrawl.deals.syntax.owners import owner_of
from newscrawl.deals.tellings.members import Member, Roles

NEXT = 2
"""How many sentences behind the agreement tell who gets what: "Norvik will receive an upfront payment"."""
BEHIND = 70
"""Characters behind a name in which it is told what it does."""


def part_licence(roles: Roles, frame: Frame, analysis: Analysis) -> bool:
    """Give licensor and licensee to those of whom the text tells what these do.

    Returns whether the text or the grammar ("a licence WITH Tal", "Norvik schließt mit Tal …") tells which is which.
    """
    licensor, licensee = roles.get("licensor", []), roles.get("licensee", [])
    if len(licensor) != 1 or len(licensee) != 1 or not references(analysis.language).licence_cues:
        return True
    grants = _grants(licensor[0], frame, analysis) - _grants(licensee[0], frame, analysis)
    if grants < 0:
        roles["licensor"], roles["licensee"] = licensee, licensor
    by_grammar = references(analysis.language).compounding and sum(map(len, frame.roles.values())) > 1
    return grants != 0 or by_grammar or not frame.slots.keys().isdisjoint(("with", "from"))


def _grants(member: Member, frame: Frame, analysis: Analysis) -> int:
    """How much speaks for a company as the licensor, less what speaks for the licensee."""
    return OWNS * _owns_it(member, frame) + _told_beside(member, frame, analysis)


OWNS = 2
"""How many words about a company it outweighs that the licence is for what it has: "for NORVIK's patents"."""


def _owns_it(member: Member, frame: Frame) -> bool:
    owners = (owner_of(p) for slot in ("for", "to", "of") for p in frame.slots.get(slot, []))
    named = (owner.head.mention for owner in owners if owner is not None)
    return any(getattr(mention, "entity", None) == member.entity is not None for mention in named)


def _told_beside(member: Member, frame: Frame, analysis: Analysis) -> int:
    """What is said right behind the names of a company, in the sentence of the agreement and the next ones."""
    said = 0
    for number in range(frame.sentence, min(frame.sentence + NEXT + 1, len(analysis.sentences))):
        end = analysis.sentences[number].end
        for mention in analysis.names_in(number):
            if mention.entity == member.entity and (number > frame.sentence or mention.start > frame.end):
                said += _of_words(analysis.text[mention.end : min(mention.end + BEHIND, end)], analysis.language)
    return said


def _of_words(behind: str, language: str) -> int:
    """1 for words of who grants, -1 for those of who gets it, whichever come first."""
    first = {side: found.start() for side, words in _cues(language).items() if (found := words.search(behind.lower()))}
    return {"licensor": 1, "licensee": -1}[min(first, key=lambda side: first[side])] if first else 0


@cache
def _cues(language: str) -> dict[str, re.Pattern[str]]:
    return {role: any_of(words) for role, words in references(language).licence_cues.items()}
