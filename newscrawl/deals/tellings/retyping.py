"""What the parties and the share of a telling say of its type: a stake of 60 percent is an acquisition."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.descriptions import descriptions
from newscrawl.deals.discourse.earlier_deals import NEAR, deals_before
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.frames.roles import renamed
from newscrawl.deals.mentions.percents import Percent
from newscrawl.deals.mentions.references import references
from newscrawl.deals.syntax.clauses import clause_of
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.syntax.phrases import Phrase, last_genitive
from newscrawl.deals.tellings.alike import as_before, is_alike
from newscrawl.deals.tellings.members import Member, Roles, everyone
from newscrawl.deals.tellings.sides import as_contract


def retype(frame: Frame, roles: Roles, percent: Percent | None, analysis: Analysis, sides_told: bool) -> Roles:
    """Give a frame the type that its parties and its share show, and return the roles that they have in it."""
    if frame.type == "licensing" and not sides_told:
        frame.type = "partnership"  # two make a licensing agreement, and nothing tells who grants the rights
        return {"partner": everyone(roles)}
    if frame.type == "contract" and frame.trigger.sides_open and (kind := as_before(everyone(roles), frame, analysis)):
        frame.type, roles = kind
        return roles
    if frame.type == "partnership" and "partner" in roles:
        return _retype_partnership(frame, roles, analysis)
    if frame.type == "stake" and (_is_of_majority(frame, analysis) or (percent is not None and percent.value > 50)):
        frame.type = "acquisition"
        return renamed(roles, "investor", "acquirer")
    if frame.type == "acquisition" and (_is_of_a_share(frame, analysis) or _is_bid_for_a_share(frame, analysis)):
        frame.type = "stake"
        return renamed(roles, "acquirer", "investor")
    minor = percent is not None and percent.value <= 50
    if frame.trigger.shares and minor and len(roles.get("acquirer", [])) <= 1:
        frame.type = "stake"
        return renamed(roles, "acquirer", "investor")
    if frame.type == "stake" and _is_round(frame, roles, percent, analysis):
        frame.type = "funding"
    elif frame.type == "funding" and percent is not None and _is_single(roles, analysis):
        frame.type = "stake"
    return roles


def _is_of_a_share(frame: Frame, analysis: Analysis) -> bool:
    """ "trennt sich von seinem ANTEIL an Tal, DEN er 2010 gekauft hatte": what is bought is the share."""
    things = frame.slots.get("object", ()) if frame.noun is None else ()
    phrases, words = analysis.phrases[frame.sentence], references(analysis.language)
    for host in (phrases[p.index].antecedent for p in things if p.relative):
        if host is None:
            continue
        if host.names and host.determiner is None and host.index:  # "einem Anteil an TAL, den": no name's article
            host = phrases[host.index - 1]
        part = isinstance(host.head.mention, Percent) and host.head.mention.value <= 50
        if part or (host.head.low in words.share_nouns and not host.names):
            return True
    return False


def _is_bid_for_a_share(frame: Frame, analysis: Analysis) -> bool:
    """ "Norvik will SEINEN ANTEIL an Tal verkaufen. ALS INTERESSENT gilt Kodrex", "Interessenten FÜR DEN ANTEIL"."""
    if not frame.rivals or frame.noun is None:
        return False
    words = references(analysis.language)
    if any(p.head.low in words.share_nouns for found in frame.slots.values() for p in found):
        return True
    before = next(iter(deals_before(frame, analysis, NEAR)), None)
    left_out = all(f.reference == "topic" for f in frame.roles.get("target", ()))
    return left_out and before is not None and before.type == "stake" and "seller" in before.roles


def _is_of_majority(frame: Frame, analysis: Analysis) -> bool:
    """ "steigt MEHRHEITLICH bei Tal ein", "der MEHRHEITLICHE Einstieg": control, though no percentage is told."""
    phrases = analysis.phrases[frame.sentence]
    host = phrases[frame.index]
    own = clause_of(phrases, host) if frame.noun is None and host.clause >= 0 else [host]
    return any(t.is_a("majority") for p in own for t in p.with_adverbs)


def _retype_partnership(frame: Frame, roles: Roles, analysis: Analysis) -> Roles:
    """An agreement like one told before is of its type; that of a bank with a software house is a contract."""
    if (kind := as_before(roles["partner"], frame, analysis)) is not None:
        frame.type, roles = kind
        frame.weak = False
    elif not frame.weak or is_alike(frame, analysis) or _are_partners_before(roles["partner"], frame, analysis):
        return roles
    elif sides := as_contract(roles["partner"], frame, analysis):
        frame.type, roles = "contract", sides
    return roles


def _are_partners_before(partners: list[Member], frame: Frame, analysis: Analysis) -> bool:
    """Whether right before it is told for sure that the same work together: "Norvik and Tal WILL COOPERATE. The
    agreement …"."""
    own = {m.entity for m in partners}
    for other in deals_before(frame, analysis, NEAR):
        named = set(other.named_as("partner"))
        if other.type == "partnership" and not other.weak and own <= named:
            return True
    return False


def _is_round(frame: Frame, roles: Roles, percent: Percent | None, analysis: Analysis) -> bool:
    """Whether several investors, or a fund, give a company money."""
    several = len(roles.get("investor", [])) > 1 or any(
        p.band or _are_others(p) for p in frame.slots.get("subject", ())
    )
    by_fund = frame.trigger.invests and percent is None and _is_backed(roles, analysis)
    by_fund = by_fund and not _has_sold_since(frame, roles, analysis)
    in_one = frame.trigger.invests and percent is None and _is_in_a_round(frame, analysis)
    if percent is None and "seller" not in roles and _goes_on_with_round(frame, analysis):
        return True
    together = several and "seller" not in roles and not is_of_each(frame, percent, analysis)
    return together or by_fund or in_one


def _goes_on_with_round(frame: Frame, analysis: Analysis) -> bool:
    """Whether who comes in does so in a round told right before: "schließt eine Runde ab. NEU EINGESTIEGEN ist Tal"."""
    before = next(iter(deals_before(frame, analysis, NEAR)), None)
    left_out = all(f.reference == "topic" for f in frame.roles.get("target", ()))
    return frame.trigger.invests and left_out and before is not None and before.type == "funding"


def _has_sold_since(frame: Frame, roles: Roles, analysis: Analysis) -> bool:
    """Whether shares that a fund sells are told before, and no sum that it gave: "Der Fonds Norvik steigt bei Tal aus.
    Norvik war 2014 EINGESTIEGEN"."""
    if analysis.figures(frame.sentence).money:
        return False
    own = {m.entity for m in roles.get("investor", []) if m.entity is not None}
    return any(not own.isdisjoint(f.named_as("seller")) for f in deals_before(frame, analysis, NEAR))


def _are_others(phrase: Phrase) -> bool:
    """ "Norvik und MEHRERE BUSINESS ANGELS": who else gives money, without a name."""
    told = [t for t in (phrase.determiner, *phrase.tokens) if t is not None]
    return not phrase.names and any(t.is_a("others") or t.is_a("quantity") for t in told)


def is_of_each(frame: Frame, percent: Percent | None, analysis: Analysis) -> bool:
    """ "Norvik and Tal EACH took 15 percent", "übernahmen JE 15 Prozent": shares that are bought one by one."""
    if frame.type != "stake" or percent is None:
        return False
    words, phrases = lexicon(analysis.language), analysis.phrases[frame.sentence]
    beside = phrases[max(0, frame.index - EACH) : frame.index + EACH]
    return any(words.is_a(t.low, "distributive") for p in beside for t in (*p.with_adverbs, *p.helpers))


EACH = 3
"""How many phrases from the trigger it is said that each does it."""


def _is_in_a_round(frame: Frame, analysis: Analysis) -> bool:
    """Whether the clause names the round that the money is part of: "invested in Tal AS PART OF A SERIES B ROUND"."""
    words = lexicon(analysis.language)
    named = [last_genitive(p) for slot in ROUND_SLOTS for p in frame.slots.get(slot, ())]
    parts = [p.of for slot in ROUND_SLOTS for p in frame.slots.get(slot, ()) if p.of is not None]
    return any(words.is_a(p.head.low.partition(" ")[0], "rounds") for p in (*named, *parts))


ROUND_SLOTS = ("as", "in", "during", "through")
"""The prepositions behind which a round stands that an investment is part of."""


def _is_single(roles: Roles, analysis: Analysis) -> bool:
    """Whether one investor, and no fund, gives the money: funds get shares in any round."""
    return len(roles.get("investor", [])) == 1 and not _is_backed(roles, analysis)


def _is_backed(roles: Roles, analysis: Analysis) -> bool:
    """Whether a fund gives the money, or a person or anybody else gives it to a young company."""
    if _is_investor(roles, analysis):
        return True
    said = descriptions(analysis)
    young = references(analysis.language).young_firms
    targets = [m.entity for m in roles.get("target", []) if m.entity is not None]
    if not any(not young.isdisjoint(said[entity]) for entity in targets):
        return False
    investors = [m.entity for m in roles.get("investor", []) if m.entity is not None]
    return bool(investors) and all(analysis.names.entities[entity].kind == "person" for entity in investors)


def _is_investor(roles: Roles, analysis: Analysis) -> bool:
    """Whether who invests is a fund by its name, and no strategic investor."""
    words = references(analysis.language)
    said = descriptions(analysis)
    own = [m.entity for m in roles.get("investor", []) if m.entity is not None]
    called = (analysis.name_of(e).casefold().rpartition(" ")[2] in words.investor_names for e in own)
    return bool(own) and all(c or not words.backers.isdisjoint(said[e]) for c, e in zip(called, own, strict=True))
