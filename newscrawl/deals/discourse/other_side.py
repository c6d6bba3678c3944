"""Where a sentence names one side of a deal and just one other organisation, that is the other side."""

from itertools import pairwise

from newscrawl.deals.analysis import GOES_ON, Analysis
from newscrawl.deals.deal_types import BETWEEN_TWO
from newscrawl.deals.discourse.allies import allies_in, is_of_several
from newscrawl.deals.discourse.companies import (
    SURE_SCORE,
    is_authority,
    is_of_relation,
    main_entity,
)
from newscrawl.deals.discourse.coreference import resolve
from newscrawl.deals.discourse.earlier_deals import OWNERSHIP, deals_before
from newscrawl.deals.discourse.identified import identified_next
from newscrawl.deals.discourse.moved_shares import whose_shares_move
from newscrawl.deals.discourse.no_side import (
    SIDES,
    has_own_share,
    is_compared,
    is_in_kicker,
    is_of_another,
    is_of_goods,
    judges,
    only_explains,
    whole_end,
)
from newscrawl.deals.discourse.side_before import (
    BOTH,
    founders_before,
    is_unnamed_party,
    told_before,
    who_is_meant_with,
)
from newscrawl.deals.discourse.topics import WORD, organisations_in
from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import References, references
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.syntax.phrases import Phrase
from newscrawl.deals.tellings.alike import is_alike, other_side_alike
from newscrawl.deals.tellings.members import Member, Roles, add_member, everyone

OTHER_SIDE = {
    "acquisition": {"target": "acquirer", "acquirer": "target"},
    "stake": {"target": "investor", "investor": "target"},
    "merger": {"partner": "partner"},
    "partnership": {"partner": "partner"},
    "joint_venture": {"partner": "partner"},
    "contract": {"supplier": "customer", "customer": "supplier"},
    "licensing": {"licensor": "licensee", "licensee": "licensor"},
}
"""Who is missing where one side is known alone, by type of deal."""


MOVED = {"acquirer": "target", "partner": "partner"}
"""Which side those are whose shares move on news of a deal, by the side that is named."""
NEAR = 60
"""How far behind two names, in characters, a trigger still speaks of both."""


def fall_back(frame: Frame, roles: Roles, analysis: Analysis) -> None:
    """One side is known and the sentence names just one other organisation: that is the other side."""
    if _is_of_anybody(frame, analysis) or _is_of_unit_known(frame):
        return
    if frame.type == "funding":
        _add_raiser(frame, roles, analysis)
        return
    if frame.type == "joint_venture" and roles.keys() == {"venture"}:
        _add_founders(frame, roles, analysis)
        return
    _add_buyer_named_next(frame, roles, analysis)
    _add_sold_firm(frame, roles, analysis)
    members = everyone(roles)
    of_several = frame.type == "partnership" and is_of_several(frame, analysis)
    if of_several and len(members) > 1 and allies_in(frame, members, analysis) == members:
        _add_their_ally(frame, roles, analysis)
        return
    if len(members) != 1 or members[0].entity is None:
        return
    known = next(iter(roles))
    moved = whose_shares_move(frame, analysis) if known in MOVED and frame.noun is not None else None
    if moved is not None:
        if moved.entity != members[0].entity:
            add_member(roles, MOVED[known], Member(moved.entity, None, [(moved.start, moved.end, frame.rule)]))
        return
    if frame.weak and not is_alike(frame, analysis):
        return
    if known == "target" and (buyers := _buyers_beside(frame, members[0].entity, analysis)):
        for entity in buyers:
            add_member(roles, "acquirer", _told_here(entity, frame))
        return
    missing = "seller" if _is_sale(frame, known) else OTHER_SIDE.get(frame.type, {}).get(known)
    if missing is None or (missing in frame.others and frame.type in OWNERSHIP):
        return
    if missing == "target" and (meant := who_is_meant_with(members[0].entity, frame, analysis)) is not None:
        add_member(roles, missing, _told_here(meant, frame))
        return
    if _may_be_elsewhere(known, members[0], frame, analysis):
        other = _other_side(known, missing, members[0].entity, frame, analysis)
        if other is not None and not (frame.type in OWNERSHIP and has_own_share(other.entity, frame, analysis)):
            add_member(roles, "seller" if _owns_it(other, missing, frame, analysis) else missing, other)


def _owns_it(other: Member, missing: str, frame: Frame, analysis: Analysis) -> bool:
    """Whether who seems to buy is who has it: "Norvik was approached by a group interested in buying ITS Tal unit"."""
    owners = [f.owner for f in frame.roles.get("target", ()) if f.owner is not None and f.owner.owns]
    return missing == "acquirer" and any(other.entity in resolve(o, "seller", frame, analysis) for o in owners)


def _add_founders(frame: Frame, roles: Roles, analysis: Analysis) -> None:
    """Whose venture it is that a sentence only calls by its name."""
    taken = {m.entity for m in everyone(roles) if m.entity is not None}
    for entity in founders_before(frame, taken, analysis):
        add_member(roles, "partner", _told_here(entity, frame))


def _add_buyer_named_next(frame: Frame, roles: Roles, analysis: Analysis) -> None:
    """ "Norvik hat einen KÄUFER für seine Tochter Tal gefunden. Es ist BERGEN": target and seller are known by then."""
    missing, words = OTHER_SIDE.get(frame.type, {}).get("target"), references(analysis.language)
    if frame.noun is None or missing is None or missing in roles or roles.keys() != {"target", "seller"}:
        return
    if words.compounding and words.is_a(frame.noun.head.low, "nouns"):
        meant, known = identified_next(frame, analysis), {m.entity for m in everyone(roles)}
        if meant is not None and meant[0] not in known:
            add_member(roles, missing, Member(meant[0], None, [(meant[1], meant[2], frame.rule)]))


def _add_their_ally(frame: Frame, roles: Roles, analysis: Analysis) -> None:
    """ "Norvik grows. There are PARTNERSHIPS with Tal and Ostra": whose they are, by the sentence or the text."""
    taken = {m.entity for m in everyone(roles) if m.entity is not None}
    here = [e for e in organisations_in(analysis, frame.sentence, frame.start) if e not in taken]
    ally = here[0] if len(here) == 1 else main_entity(analysis, taken)
    if ally is not None and analysis.names.by_entity[ally][0].start < frame.start:
        add_member(roles, "partner", _told_here(ally, frame))


def _is_of_unit_known(frame: Frame) -> bool:
    """Whether it tells of a unit told of before, or of money for one's own: "steckt 5 Millionen Euro in SEIN WERK"."""
    if any(f.reference == "sold" for found in frame.roles.values() for f in found):
        return True
    targets = frame.roles.get("target", ()) if frame.type == "stake" else ()
    return any(f.unit and f.owner is not None and f.owner.owns for f in targets)


def _is_of_anybody(frame: Frame, analysis: Analysis) -> bool:
    """ "YOU can buy …", "those WHO bought …"."""
    anybody = references(analysis.language).anybody
    return any(p.is_pronoun and p.head.low in anybody for p in frame.slots.get("subject", ()))


def _may_be_elsewhere(known: str, member: Member, frame: Frame, analysis: Analysis) -> bool:
    """Whether the side that a frame lacks may be named outside of its slots."""
    if _is_question(frame, analysis) or _names_somebody_else(frame, member) or _is_purpose(frame, analysis):
        return False
    if frame.type == "merger" and _is_of_own_parts(frame):
        return False
    words = references(analysis.language)
    if any(p.head.low in words.relatives or _are_founders(p, words) for p in frame.slots.get("subject", ())):
        return False  # "the NORVIK OWNER bought Tal"
    if known in ("acquirer", "investor", "supplier") and (frame.rivals or _takes_up(frame, words)):
        return False
    return not _is_taken_by_others(frame) if words.compounding else _may_lack(known, frame)


def _is_of_own_parts(frame: Frame) -> bool:
    """ "Norvik is merging ITS SALES OFFICES": with nobody else."""
    return frame.noun is None and any(p.is_owned and not p.names for p in frame.slots.get("object", ()))


def _takes_up(frame: Frame, words: References) -> bool:
    """ "Unter dem Dach von Tal soll Norvik nach DER ÜBERNAHME wachsen": a deal told before, whose sides are known."""
    noun = frame.noun
    if noun is None or not words.compounding or not words.is_definite(noun.determiner) or noun.of is not None:
        return False
    return len(noun.tokens) == 1 and frame.governed_as not in ("", "object") and frame.type in OWNERSHIP


def _are_founders(phrase: Phrase, words: References) -> bool:
    """ "THE FOUNDERS OF NORVIK bought Tal": for themselves."""
    return not phrase.names and words.is_a(phrase.head.low, "founders")


def _is_purpose(frame: Frame, analysis: Analysis) -> bool:
    """ "nutzt KI, UM bessere Antworten ZU liefern": what it is good for, and not for whom."""
    if frame.noun is not None or frame.group is None or not frame.group.helper("2"):
        return False
    before = analysis.text[analysis.sentences[frame.sentence].start : frame.start]
    words = lexicon(analysis.language)
    opened = [m.end() for m in WORD.finditer(before) if words.is_a(m[0], "in_order")]
    return bool(opened) and "," not in before[opened[-1] :]


def _other_side(known: str, missing: str, entity: int, frame: Frame, analysis: Analysis) -> Member | None:
    """Who is on the other side of the deal: the one other organisation of the sentence; if there is none, whom the
    next one identifies, who says so, or the company of the sentence before."""
    words = lexicon(analysis.language)
    beside = (p for slot, found in frame.slots.items() if any(words.is_a(slot, kind) for kind in SIDES) for p in found)
    if any(is_unnamed_party(p, analysis) for p in beside):
        return None
    named = _named_here(known, entity, frame, analysis)
    if any(is_of_relation(place, frame, analysis) for place in named.values()):
        return None
    phrases = analysis.phrases[frame.sentence]
    others = [one for one, place in named.items() if one != entity and not only_explains(place, phrases)]
    if others:
        return _beside(others, known, named, frame, analysis)
    if (meant := identified_next(frame, analysis)) is not None and meant[0] != entity:
        return Member(meant[0], None, [(meant[1], meant[2], frame.rule)])
    is_open = missing not in frame.roles
    if is_open and (said := _who_says_so(frame, missing, analysis)) is not None:
        return _told_here(said, frame)
    before = other_side_alike(entity, frame, analysis)
    if before is None and (is_open or missing == known):
        before = told_before(frame, entity, analysis)
    if before is None or (missing in ("licensee", "partner") and _is_product(before, analysis)):
        return None
    return _told_here(before, frame)


def _is_product(entity: int, analysis: Analysis) -> bool:
    """ "die LERNSOFTWARE MATHILDA": no side of a deal that does not name it."""
    return "product_before" in analysis.names.entities[entity].features


def _told_here(entity: int, frame: Frame) -> Member:
    """One whom the trigger's sentence does not name in a slot of its own: the trigger is the place."""
    return Member(entity, None, [(frame.start, frame.end, frame.rule)])


def _named_here(known: str, entity: int, frame: Frame, analysis: Analysis) -> dict[int, tuple[int, int]]:
    """The organisations of the sentence, or of the clause where there are more than two, each with its place."""
    named = _clear_names(frame, analysis, entity if frame.type in ("contract", "licensing") else None)
    if (len(named) > BOTH or known == "acquirer") and references(analysis.language).compounding:
        return _in_clause(named, frame, analysis)
    return named


def _beside(
    others: list[int], known: str, named: dict[int, tuple[int, int]], frame: Frame, analysis: Analysis
) -> Member | None:
    """The one organisation beside the known one, if the trigger speaks of both or it says so."""
    if len(named) != BOTH or len(others) != 1:
        return None
    other, place = others[0], named[others[0]]
    if is_in_kicker(place, frame, analysis) or judges(place, frame, analysis):
        return None
    if ";" in analysis.text[min(place[0], frame.start) : max(place[0], frame.start)]:
        return None  # "Tal supplied the system; Norvik was hired to run it": another sentence, as it were
    if frame.type in BETWEEN_TWO and _is_bought_beside(other, frame, analysis):
        return None
    phrases = analysis.phrases[frame.sentence]
    if frame.type == "contract" and (is_of_goods(place, phrases, known) or is_of_another(place, frame, phrases)):
        return None
    if known == "investor" and frame.noun is None and _is_ordered_from(other, frame, analysis):
        return None
    if only_explains(place, analysis.phrases[frame.sentence]) or is_compared(place, frame, analysis):
        return None
    if known == "customer" and not _tells_it(frame, place, analysis):
        return None
    if not _is_near(frame, list(named.values())) and not _says_so(frame, place, analysis):
        return None
    return Member(other, None, [(*place, frame.rule)])


def _is_bought_beside(entity: int, frame: Frame, analysis: Analysis) -> bool:
    """Whether another deal in the sentence has an entity for its target: "grew with a contract and the purchase of
    TAL", or a contract is only where it stands that one buys: "a contract under which TAL buys it"; who raises money
    deals with others, too."""
    beside = (f for f in analysis.frames_in(frame.sentence) if f.type in OWNERSHIP and f.type != "funding")
    sides = ("target", "acquirer") if frame.type == "contract" else ("target",)
    return any(filler.entity == entity for other in beside for role in sides for filler in other.roles.get(role, ()))


def _is_ordered_from(entity: int, frame: Frame, analysis: Analysis) -> bool:
    """ "bestellt 20 Busse BEI TAL und investiert dafür zehn Millionen": the money goes into what is ordered."""
    orders = (f for f in analysis.frames_in(frame.sentence) if f.type == "contract")
    return any(entity in order.named_as("supplier") for order in orders)


def _add_sold_firm(frame: Frame, roles: Roles, analysis: Analysis) -> None:
    """Whose shares somebody sells to another, where only the sentence before says it: "Norvik macht BEI TAL Kasse. Der
    Fonds verkauft 8 Prozent der Anteile an Bergen"."""
    if frame.type != "stake" or roles.keys() != {"seller", "investor"}:
        return
    seller, buyers = roles["seller"][0].entity, [m.entity for m in roles["investor"] if m.entity is not None]
    meant = who_is_meant_with(seller, frame, analysis, buyers) if seller is not None else None
    if meant is not None and meant not in buyers:
        roles["target"] = [_told_here(meant, frame)]


def _add_raiser(frame: Frame, roles: Roles, analysis: Analysis) -> None:
    """Who raises money in a round of which only the investors are said: "last raised money when TAL led a round"; the
    one other organisation of the sentence, if no other deal that is told there is its own."""
    if roles.keys() != {"investor"} or references(analysis.language).compounding:
        return
    if any(filler.entity is None for found in frame.roles.values() for filler in found):
        return
    beside = analysis.frames_in(frame.sentence)
    told = {
        f.entity
        for other in beside
        for role, found in other.roles.items()
        if role != "target" or other.type == "acquisition"
        for f in found
    }
    if _goes_on_with_round(frame, analysis):
        return
    named = _clear_names(frame, analysis, None)
    other = [entity for entity in named if entity not in told]
    if len(other) == 1 and not _is_origin(*named[other[0]], frame, analysis):
        add_member(roles, "target", Member(other[0], None, [(*named[other[0]], frame.rule)]))


def _is_origin(start: int, end: int, frame: Frame, analysis: Analysis) -> bool:
    """Whether a name says where money comes from: "Norvik puts in £11m, while loans of £6m come FROM TAL BANK"."""
    words = lexicon(analysis.language)
    own = (p for p in analysis.phrases[frame.sentence] if p.start <= start and end <= p.end)
    return any(words.is_a(phrase.preposition, "origin") for phrase in own)


def _goes_on_with_round(frame: Frame, analysis: Analysis) -> bool:
    """Whether it says more of a round told before: "Tal raised $5m. NORVIK led THE ROUND, Bergen joined"."""
    things = frame.slots.get("object", [])
    words = references(analysis.language)
    if not all(p.is_pronoun or words.is_definite(p.determiner) for p in things):
        return False
    return any(f.type == "funding" and f.roles.get("target") for f in deals_before(frame, analysis, GOES_ON))


def _who_says_so(frame: Frame, missing: str, analysis: Analysis) -> int | None:
    """The company that makes it known, called by a noun that fits no other: "Tal erhält die Rechte, wie DIE MÜNCHNER
    mitteilten"."""
    words, phrases = references(analysis.language), analysis.phrases[frame.sentence]
    if frame.type not in BETWEEN_TWO or not words.compounding:
        return None
    said = {p.clause for p in phrases if p.kind == "VG" and p.verb is not None and p.verb.group == "say"}
    for phrase in phrases:
        if phrase.kind != "NP" or phrase.preposition or phrase.clause not in said or phrase.names:
            continue
        head = phrase.head
        if words.is_definite(phrase.determiner) and words.is_people(head.low):
            meant = resolve(Filler(head.start, head.end, reference="company", word=head.low), missing, frame, analysis)
            return meant[0] if len(meant) == 1 else None
    return None


def _is_sale(frame: Frame, known: str) -> bool:
    """Whether a noun says that somebody sells, and not to whom: "proceeds from the sale of Tal"."""
    return known == "target" and frame.gives and "to" not in frame.slots


def _buyers_beside(frame: Frame, target: int, analysis: Analysis) -> list[int]:
    """Who buys something else in the same sentence: "bought Tal, its biggest deal since the purchase OF BERGEN"."""
    if frame.noun is None or frame.type != "acquisition" or references(analysis.language).compounding:
        return []
    if "by" in frame.slots:
        return []
    for other in analysis.frames_in(frame.sentence):
        if other is frame or not other.roles.get("acquirer"):
            continue
        targets = [f.entity for f in other.roles.get("target", [])]
        if targets and target not in targets and other.start < frame.start:
            known = [target, *(entity for entity in targets if entity is not None)]
            buyers = [e for f in other.roles["acquirer"] for e in resolve(f, "acquirer", other, analysis, known)]
            return [] if target in buyers else buyers
    return []


FEWER = (
    ("target", "acquisition"),
    ("partner", "merger"),
    ("partner", "partnership"),
    ("licensor", "licensing"),
    ("licensee", "licensing"),
    ("supplier", "contract"),
    ("customer", "contract"),
)
"""Where the word order is fixed the roles are surer, and what is missing there is mostly not told: only these."""


def _may_lack(known: str, frame: Frame) -> bool:
    """Whether the other side may be named elsewhere; not if the verb has a subject that is nobody ("USERS of …")."""
    subject = frame.slots.get("subject", [])
    nobody = frame.type == "contract" and frame.noun is None and bool(subject)
    filled = any(p.start <= f.start < p.end for p in subject for found in frame.roles.values() for f in found)
    return (known, frame.type) in FEWER and (filled or not nobody)


def _is_taken_by_others(frame: Frame) -> bool:
    """Whether the verb has a subject that is nobody named: "CUSTOMERS of Norvik buy at Tal"."""
    subject = frame.slots.get("subject", [])
    known = [f.start for found in frame.roles.values() for f in found]
    if frame.noun is not None or not subject or subject[0].names or subject[0].head.tag != "N":
        return False
    return not any(p.start <= at < p.end for p in subject for at in known)


def _names_somebody_else(frame: Frame, member: Member) -> bool:
    """Whether the frame has a name for the other side, though it be no party ("bought it in BONN")."""
    return any(f.entity not in (None, member.entity) for found in frame.roles.values() for f in found)


def _is_question(frame: Frame, analysis: Analysis) -> bool:
    end = analysis.sentences[frame.sentence].end
    return analysis.text[max(0, end - 3) : end].rstrip().endswith("?")


def _only_tells(analysis: Analysis, entity: int, frame: Frame) -> bool:
    """Whether an agency or newspaper tells of a deal; a body of the state that orders is a party: "the NAVY said"."""
    if not is_authority(analysis, entity):
        return False
    orders = references(analysis.language).side_words.get("customer", frozenset())
    return frame.type != "contract" or orders.isdisjoint(analysis.name_of(entity).lower().split())


def _clear_names(frame: Frame, analysis: Analysis, sure: int | None) -> dict[int, tuple[int, int]]:
    """The organisations of a sentence, each with its first place; none if one may be something else, ``sure`` aside."""
    found: dict[int, tuple[int, int]] = {}
    staff = _staff(frame, analysis) | (_hired(frame, analysis) if frame.type in (*OWNERSHIP, "merger") else set())
    for mention in analysis.names_in(frame.sentence):
        entity = analysis.names.entities[mention.entity]
        if (
            mention.start not in staff
            and not _only_tells(analysis, mention.entity, frame)
            and entity.kind in ("organisation", "person", "other")
        ):
            found.setdefault(mention.entity, (mention.start, mention.end))
            unsure = entity.kind != "organisation" or entity.score < SURE_SCORE
            if unsure and (mention.entity != sure or not references(analysis.language).compounding):
                return {}
    return found


def _hired(frame: Frame, analysis: Analysis) -> set[int]:
    """Where those are named whom somebody hires: "Norvik retained TAL as its adviser on the merger"."""
    phrases = analysis.phrases[frame.sentence]
    verbs = [p for p in phrases[:-1] if p.verb is not None and phrases.words.is_a(p.verb.lemma, "hiring")]
    return {phrases[p.index + 1].start for p in verbs if not p.passive}


def _staff(frame: Frame, analysis: Analysis) -> set[int]:
    """Where people are named by whose manager they are: in "Norvik-Chef UWE HARMS" the company is meant."""
    managers = references(analysis.language).managers
    named = (p for p in analysis.phrases[frame.sentence] if len(p.tokens) > BOTH and p.head.tag == "E")
    return {
        p.head.start
        for p in named
        if p.tokens[-2].glued and p.tokens[-2].low.endswith(managers) and p.tokens[-3].tag == "E"
    }


def _in_clause(named: dict[int, tuple[int, int]], frame: Frame, analysis: Analysis) -> dict[int, tuple[int, int]]:
    """Those of several names that stand in the clause of the trigger."""
    phrases = analysis.phrases[frame.sentence]
    clause = phrases[frame.index].clause
    own = [(p.start, whole_end(p)) for p in phrases if p.clause == clause]
    return {e: place for e, place in named.items() if any(start <= place[0] < end for start, end in own)}


def _says_so(frame: Frame, place: tuple[int, int], analysis: Analysis) -> bool:
    """Whether the company at a place, or its spokesman, tells it: "sagte ein Sprecher von NORVIK", "…, NORVIK said"."""
    words = references(analysis.language)
    said: Phrase | None = None
    phrases = analysis.phrases[frame.sentence]
    for name, verb in pairwise(phrases):
        says = verb.verb is not None and verb.verb.group == "say" and not words.compounding
        if says and name.start == place[0] > frame.start:
            return phrases[name.index - 1].kind == ","
    for phrase in phrases:
        if phrase.kind == "VG" and phrase.verb is not None and phrase.start > frame.start:
            said = phrase if phrase.verb.group == "say" else None
            if said is not None and words.compounding and _is_told_before(said, place, frame, analysis):
                return True
        elif said is not None and phrase.start <= place[0] < whole_end(phrase):
            return phrase.head.tag == "E" or words.is_a(phrase.head.low, "speakers")
    return False


def _is_told_before(said: Phrase, place: tuple[int, int], frame: Frame, analysis: Analysis) -> bool:
    """Where the verb stands last: "…, wie NORVIK mitteilte"."""
    own = [
        p for p in analysis.phrases[frame.sentence] if p.clause == said.clause and frame.start < p.start < said.start
    ]
    return any(p.head.tag == "E" and not p.preposition and p.start <= place[0] < p.end for p in own)


def _tells_it(frame: Frame, place: tuple[int, int], analysis: Analysis) -> bool:
    """Whether the company at a place tells that the other one chose it: "NORVIK said that Tal had ordered trains"."""
    if references(analysis.language).compounding or frame.trigger.told_by_other or _says_so(frame, place, analysis):
        return True
    for phrase in analysis.phrases[frame.sentence]:
        says = phrase.kind == "VG" and phrase.verb is not None and phrase.verb.group == "say"
        if (phrase.kind == "S" or says) and phrase.start < frame.start:
            return place[0] < phrase.start
    return False


def _is_near(frame: Frame, places: list[tuple[int, int]]) -> bool:
    """Whether the trigger stands between the names or shortly behind both."""
    (first, _), (_, last) = min(places), max(places)
    return first < frame.start < last or 0 <= frame.start - last <= NEAR
