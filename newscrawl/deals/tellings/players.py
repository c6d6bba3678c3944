"""People whom clubs buy, companies hire and others follow: players, presenters, founders, and no companies."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.descriptions import descriptions
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import references
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.tellings.members import Member, Roles
from newscrawl.deals.tellings.parties import is_human


def are_players(frame: Frame, roles: Roles, analysis: Analysis) -> bool:
    """ "DER FC NORVIK hat BERG für fünf Millionen verkauft": whom a sports club buys, sells or signs plays, unless a
    noun or its name says that it is a company."""
    sides = [m for role in ("acquirer", "seller", "customer") for m in roles.get(role, [])]
    bought = [m for role in ("target", "supplier") for m in roles.get(role, [])]
    if frame.type not in ("acquisition", "contract") or not bought:
        return False
    if all(is_human(m, analysis) for m in bought) and _is_of_sports(frame, analysis):
        return True
    return any(_is_club(m, analysis) for m in sides) and all(_may_play(m, analysis) for m in bought)


def is_about_people(frame: Frame, roles: Roles, analysis: Analysis) -> bool:
    """ "Nach dem Rückzug von Marek Dorn übernimmt SABINE OETKER die Führung": nobody buys people; "extended its
    contract with the presenter JAN KEIL. Keil came from Norvik": who is named beside is not whom it is with."""
    left = [*roles.get("target", []), *roles.get("seller", [])]
    if frame.type == "stake" and {"target", "seller"} == roles.keys() and all(is_human(m, analysis) for m in left):
        return True
    if frame.type != "contract" or frame.noun is None:
        return False
    beside = {mention.entity for mention in analysis.names_in(frame.sentence)}
    words = lexicon(analysis.language)
    hired = {p.head.start for slot, found in frame.slots.items() if words.is_a(slot, "with") for p in found}
    said = [f for found in frame.roles.values() for f in found if f.entity is not None and f.start in hired]
    dealt = {start for ms in roles.values() for m in ms if m.entity in beside for start, *_ in m.places}
    return any(f.start not in dealt and is_human(Member(f.entity, None), analysis) for f in said)


def _is_of_sports(frame: Frame, analysis: Analysis) -> bool:
    """Whether the sentences around speak of players and their games: "the STRIKER", "next SEASON", but not "Four
    Seasons Hotels"."""
    words, last = lexicon(analysis.language), len(analysis.sentences) - 1
    around = analysis.sentences[max(0, frame.sentence - AROUND) : min(last, frame.sentence + AROUND) + 1]
    said = (word.strip(MARKS) for s in around for word in analysis.text[s.start : s.end].split())
    return any(words.is_a(word.lower(), "sports") for word in said if words.separable or word.islower())


AROUND = 2
"""How many sentences before and behind are read for what they are about."""
MARKS = ".,;:!?\"'()“”„’"


def _is_club(member: Member, analysis: Analysis) -> bool:
    if member.entity is None:
        return False
    words, name = lexicon(analysis.language), analysis.name_of(member.entity).lower()
    return any(
        words.is_a(word.rpartition("-")[2], "clubs") for word in (*name.split(), *descriptions(analysis)[member.entity])
    )


def _may_play(member: Member, analysis: Analysis) -> bool:
    if member.entity is None:
        return False
    if is_human(member, analysis):
        return True
    features, words = analysis.names.entities[member.entity].features, references(analysis.language)
    called = any(words.is_a(word, "nouns") for word in descriptions(analysis)[member.entity])
    return not called and _FIRM.isdisjoint(features) and not _is_club(member, analysis)


_FIRM = frozenset({"legal_form", "apposition", "name_word", "name_ending", "compound_organisation"})
"""What a name tells of a company."""
