"""Which of two that signed a contract supplies: what the text says they are decides where the grammar does not."""

import re
from functools import lru_cache

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.coreference import resolve
from newscrawl.deals.discourse.descriptions import descriptions
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import references
from newscrawl.deals.tellings.members import Member, Roles


def part_sides(roles: Roles, analysis: Analysis) -> bool:
    """Give supplier and customer to those that are called so: "TAL BANK signed a contract with NORVIK SOFTWARE".

    Returns whether the text tells which is which.
    """
    supplier, customer = roles.get("supplier", []), roles.get("customer", [])
    if not (supplier and customer):
        return True
    difference = _supplies(supplier, analysis) - _supplies(customer, analysis)
    if difference < 0:
        roles["supplier"], roles["customer"] = customer, supplier
    return difference != 0


def as_contract(partners: list[Member], frame: Frame, analysis: Analysis) -> Roles | None:
    """Supplier and customer of two partners, where the text says clearly that one is the one and one the other."""
    if len(partners) != 2 or not references(analysis.language).side_words:
        return None
    told = [_told_next(m, partners, frame, analysis) for m in partners]
    weights = told if any(told) else [_supplies([m], analysis) for m in partners]
    (most, supplier), (least, customer) = sorted(zip(weights, partners, strict=True), key=lambda pair: -pair[0])
    clear = most > least if any(told) else most > 0 > least or most - least >= CLEAR
    return {"supplier": [supplier], "customer": [customer]} if clear else None


CLEAR = 2
"""How much more must speak for one as the supplier than for the other, where nothing speaks against either."""
NEXT = 2
"""How many sentences behind an agreement tell what it is about: "Under the deal, Norvik will run Tal's computers"."""


def _told_next(member: Member, partners: list[Member], frame: Frame, analysis: Analysis) -> int:
    """1 for who delivers, -1 for who orders in a contract between partners told right behind, else 0."""
    pair = {m.entity for m in partners}
    for other in analysis.frames:
        if other.type != "contract" or other.trigger.sides_open or not 0 < other.sentence - frame.sentence <= NEXT:
            continue
        fillers = ((role, f) for role, found in other.roles.items() for f in found)
        roles = {entity: role for role, f in fillers for entity in resolve(f, role, other, analysis)}
        if roles and roles.keys() <= pair and member.entity in roles:
            return 1 if roles[member.entity] == "supplier" else -1
    return 0


WORD = re.compile(r"[^\W\d_]++")


def sides_of_serial(
    doers: list[Member], others: list[Member], frame: Frame, analysis: Analysis
) -> tuple[str, str, bool] | None:
    """The roles of one that has agreements with several, and of those: "deals with Tal, Bergen and Corso FOR CHIPS".

    Names and the sentences around tell who delivers; without a word of that it is those several. The third value says
    whether there was one.
    """
    if not frame.weak or not references(analysis.language).side_words:
        return None
    around, cues = (
        analysis.sentences[max(0, frame.sentence - 1) : frame.sentence + 2],
        references(analysis.language).side_cues,
    )
    said = set(WORD.findall(analysis.text[around[0].start : around[-1].end].lower()))
    supplies = len(said & cues["supplier"]) - len(said & cues["customer"])
    supplies += _supplies(doers, analysis) - _supplies(others, analysis)
    return ("supplier", "customer", True) if supplies > 0 else ("customer", "supplier", supplies < 0)


def _supplies(members: list[Member], analysis: Analysis) -> int:
    """How much of what is said of companies speaks for suppliers, less what speaks for customers."""
    words, said = references(analysis.language).side_words, descriptions(analysis)
    known = [m.entity for m in members if m.entity is not None] if words else []
    known_as = _count_endings if references(analysis.language).compounding else _count
    called = sum(known_as(said[e], words["supplier"]) - known_as(said[e], words["customer"]) for e in known)
    for name in (frozenset(WORD.findall(analysis.name_of(e).lower())) for e in known):
        called += OWN * (known_as(name, words["supplier"]) - known_as(name, words["customer"]))
    suppliers, customers = _called(analysis)
    called += sum(SURE * ((e in suppliers) - (e in customers)) for e in known)
    called -= sum(SURE for m in members if m.unit is not None and m.unit.body)  # "die BUNDESWEHR"
    suppliers, customers = _doing(analysis)
    return called + sum((e in suppliers) - (e in customers) for e in known)


Sides = tuple[frozenset[int], frozenset[int]]
"""The suppliers and the customers of a text."""


@lru_cache(maxsize=1)  # asked for by each telling of one text
def _called(analysis: Analysis) -> Sides:
    """Whom the text calls so right beside their names: "its largest CUSTOMER, TAL", "TAL, its largest CUSTOMER,"."""
    nouns, text = references(analysis.language).side_nouns, analysis.text
    mentions = analysis.names.mentions
    beside = [(m.entity, LAST_WORD.search(text[max(0, m.start - LONGEST) : m.start])) for m in mentions]
    beside += [(m.entity, LAST_BEHIND.match(text, m.end)) for m in mentions]
    words = [(entity, match[1].lower()) for entity, match in beside if match is not None]
    supplying, ordering = (nouns.get(role, frozenset()) for role in ("supplier", "customer"))
    return frozenset(e for e, word in words if word in supplying), frozenset(e for e, w in words if w in ordering)


OWN = 2
"""How many words beside a name one of its own outweighs: "Norvik SERVICES"."""
SURE = 4
"""How many words said of a company it outweighs that it is called a supplier or a customer."""
LAST_WORD = re.compile(r"([^\W\d_]++),? $")
LAST_BEHIND = re.compile(r", (?:[^\s,.;]++ ){1,5}?([^\W\d_]++),")
"""Behind a name, between commas, the last word of what it is: ", its biggest CUSTOMER,"."""
LONGEST = 30
"""Characters before a name in which the noun for it is looked for."""


def _count(said: frozenset[str], words: frozenset[str]) -> int:
    return len(said & words)


def _count_endings(said: frozenset[str], words: frozenset[str]) -> int:
    """Where nouns are compounds, how a word ends tells what it means: "BahntechnikHERSTELLER"."""
    return sum(word.endswith(tuple(words)) for word in said)


@lru_cache(maxsize=1)  # as above
def _doing(analysis: Analysis) -> Sides:
    """Who delivers and who orders in the sentences in which it is sure who does what."""
    sure = [frame for frame in analysis.frames if frame.type == "contract" and not frame.trigger.sides_open]
    suppliers, customers = (
        frozenset(entity for frame in sure for entity in frame.named_as(role)) for role in ("supplier", "customer")
    )
    return suppliers, customers
