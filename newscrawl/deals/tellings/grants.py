"""Money that states give: no round, whoever hands it out."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.companies import is_authority
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import references
from newscrawl.deals.syntax.lexicon import Lexicon, lexicon
from newscrawl.deals.syntax.phrases import Phrase
from newscrawl.deals.tellings.members import Member, Roles


def are_grants(frame: Frame, roles: Roles, analysis: Analysis) -> bool:
    """ "erhält 20 Millionen Euro vom LAND THÜRINGEN": what states give to companies is no round, nor what they get."""
    investors = roles.get("investor", [])
    if frame.type == "stake" and investors and all(_is_funder(member, analysis) for member in investors):
        return frame.noun is None and frame.trigger.invests
    if frame.type != "funding" and not frame.trigger.may_be_grant:
        return False
    givers = frame.roles.get("investor", ())
    if givers and all(f.body and f.entity is None for f in givers):
        return True
    sides = (investors, roles.get("acquirer", []), roles.get("target", []))
    if any(side and all(_is_state(member, analysis) for member in side) for side in sides):
        return True
    return frame.type == "funding" and _is_public_money(frame, roles, analysis)


def _is_state(member: Member, analysis: Analysis) -> bool:
    if member.entity is None:
        return member.unit is not None and member.unit.body
    entity, known = analysis.names.entities[member.entity], references(analysis.language)
    return not known.states.isdisjoint(entity.name.split()[:2]) or (
        entity.kind == "place" and entity.name.lower() in known.places
    )


def _is_public_money(frame: Frame, roles: Roles, analysis: Analysis) -> bool:
    """Whether it comes from an authority, from a public pot ("aus dem EU-INNOVATIONSFONDS", "from THE EU Innovation
    Fund"), or is called so ("raised $12 million IN GRANTS")."""
    words, known = lexicon(analysis.language), references(analysis.language)
    givers = roles.get("investor", [])
    if givers and all(_is_funder(member, analysis) for member in givers):
        return True
    beside = [p for slot, found in frame.slots.items() if slot != "subject" for p in found]
    called = [p for slot, found in frame.slots.items() if not slot.endswith(SECOND) for p in found]
    if not givers and any(p.preposition and p.head.is_a("grants") for p in called):
        return True
    if any(p.preposition and not known.states.isdisjoint(w for t in p.tokens for w in t.text.split()) for p in beside):
        return True
    pots = [p for p in beside if words.is_a(p.preposition, "out_of_pots")]
    return not givers and any(_is_pot(p, words) for p in pots)


SECOND = ("2", "3")
"""How slots end that stand farther from the verb."""


def _is_pot(phrase: Phrase, words: Lexicon) -> bool:
    """Whether a phrase is a fund, programme or budget that bears no company's name: "dem KLIMAFONDS des Bundes", "dem
    PROGRAMM Horizon Europe"."""
    if any(t.tag == "N" and words.ends_as(t.low, "grant_pots") for t in phrase.tokens[:-1]):
        return not any(t.is_a("shareholding") for t in phrase.tokens)
    first, _, last = phrase.head.low.rpartition(" ")
    named = phrase.names[:-1] if phrase.head.tag == "E" else phrase.names
    owned = phrase.of is not None and phrase.of.names
    called = any(not word.endswith(("en", "er")) for word in first.split())
    return words.ends_as(last, "grant_pots") and not (named or owned or called)


def _is_funder(member: Member, analysis: Analysis) -> bool:
    """Whether a party is an authority or an agency that hands out public money."""
    if member.entity is None:
        return False
    name = analysis.names.entities[member.entity].name.lower()
    return is_authority(analysis, member.entity) or lexicon(analysis.language).ends_as(name, "grant_givers")
