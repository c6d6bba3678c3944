"""Who can be a party of a deal, and for whom a person deals."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.companies import company_of, firm_beside, is_organisation, managed_by
from newscrawl.deals.discourse.descriptions import descriptions
from newscrawl.deals.discourse.topics import WORD, organisations_in, topic_of
from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.knowledge import knowledge
from newscrawl.deals.mentions.model import Entity
from newscrawl.deals.mentions.references import references
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.tellings.members import Member


def can_be_party(analysis: Analysis, entity: int, role: str = "") -> bool:
    """Organisations, and what is not known to be none; people who are called so are not bought."""
    candidate = analysis.names.entities[entity]
    if _NO_PARTY & set(candidate.features):
        return False
    if "apposition" in candidate.features and candidate.score > 0:  # "the agency Ann Berg", "the investor Bergen"
        return True
    if candidate.kind == "other" and role == "seller" and "press" in candidate.features:
        return False  # "sprach MIT DEM HANDELSBLATT über den Kauf"
    if candidate.kind == "place" and role == "customer":  # "Polen bestellt 20 Flugzeuge"
        return "place" in candidate.features
    if role == "licensee" and "product_before" in candidate.features:  # "die Rechte an der Lernsoftware Tal"
        return False
    if role == "customer" and candidate.kind == "product":  # "liefert die Displays für das Norvik 5"
        return False
    if candidate.kind == "person" and role in ("supplier", "customer"):
        return False
    if role and role not in ("target", "venture") and _is_plant(candidate, analysis.language):
        return False  # "liefert 27 Turbinen für den WINDPARK BERGEN"
    if candidate.kind == "person" and role == "partner" and "role_before" in candidate.features:
        return False  # "Den Vertrag unterschrieben die VORSTÄNDE Karl Berg und Eva Tal"
    if role and _holds_office(entity, analysis):
        return False
    if role == "target" and candidate.name.lower().rpartition(" ")[2] in references(analysis.language).agencies:
        return False  # "the EUROPEAN COMMISSION backed Norvik's offer"
    if role == "target" and candidate.name.lower().partition(" ")[0] in references(analysis.language).families:
        return False  # "Aktien aus dem Besitz der FAMILIE BERG"
    if candidate.kind == "person" and role in ("target", "venture"):
        return _SURE_PERSON.isdisjoint(candidate.features)
    return candidate.kind in ("organisation", "person", "other", "product")


def _is_plant(candidate: Entity, language: str) -> bool:
    """Whether something is called by its site, and has no legal form: it can be bought and does not deal itself."""
    noun, _, site = candidate.name.lower().partition(" ")
    return bool(site) and "legal_form" not in candidate.features and noun.endswith(knowledge(language).plant_endings)


def _holds_office(entity: int, analysis: Analysis) -> bool:
    """Whether somebody governs, and deals for the state: "KANZLERIN Eva Berg eröffnete das Werk gemeinsam mit Tal",
    "MINISTER Berg will Tal verkaufen"; not who once did."""
    candidate, words = analysis.names.entities[entity], references(analysis.language)
    first, _, rest = candidate.name.lower().partition(" ")
    opening = {first} if rest and "name_word" not in candidate.features else frozenset[str]()  # not "Premier Foods"
    said = descriptions(analysis)[entity] if candidate.kind == "person" else opening
    once = any(f"{word}-".startswith(words.former) for word in said)
    return not once and any(word.endswith(words.offices) for word in said)


def is_human(member: Member, analysis: Analysis) -> bool:
    """Whether a party is a person for sure, and no company."""
    return member.entity is not None and analysis.names.entities[member.entity].kind == "person"


_SURE_PERSON = frozenset({"honorific", "role_before", "age", "person_after", "person_verb"})
"""What is said only of people."""
_NO_PARTY = frozenset({"index", "event", "technique", "model", "only_tells", "company_body"})
"""What is known by its name to be no company."""


def can_be_body(role: str, frame: Frame) -> bool:
    """Whether a public body can have a role: it orders and cooperates; who approves of a purchase does not buy. Where
    the grammar does not say who of two delivers, it may stand for either."""
    if role in ("customer", "licensee", "partner") or (role == "supplier" and frame.trigger.sides_open):
        return True
    verb = frame.group.verb if frame.group is not None else None
    deals = frame.noun is None or (frame.type == "stake" and verb is not None and verb.group in ("gain", "give"))
    return deals and role in ("acquirer", "investor", "seller")  # "DER BUND hat seine Anteile VERKAUFT"


def firm_of(entity: int, filler: Filler, analysis: Analysis) -> int:
    """Whose money a partner of a firm invests: "led by Ann Berg AT NORVIK"; anybody else's is their own."""
    if analysis.names.entities[entity].kind != "person":
        return entity
    behind = WORD.match(analysis.text, filler.end + 1)
    if behind is None or behind[0] not in references(analysis.language).working_for:
        return entity
    firm = next(
        (m for m in analysis.names_between(behind.end() + 1, behind.end() + 2) if is_organisation(analysis, m.entity)),
        None,
    )
    return entity if firm is None else firm.entity


def dealt_for(entity: int, role: str, others: list[int], analysis: Analysis) -> int:
    """Who orders, delivers, cooperates or buys where a person does so who is said to have a post: their company."""
    candidate = analysis.names.entities[entity]
    if role in (*COMPANIES_ONLY, "acquirer") and (firm := managed_by(entity, analysis)) is not None:
        return entity if firm in others else firm
    if role not in COMPANIES_ONLY or candidate.kind != "person" or not set(candidate.features) >= _WITH_POST:
        return entity
    if _holds_office(entity, analysis):
        return entity
    company = company_of(entity, analysis)
    return entity if company is None or company in others else company


def bought_for(entity: int, role: str, frame: Frame, analysis: Analysis) -> int:
    """For whom somebody buys who is only in charge of it: "ANN BERG joined NORVIK in 2010, leading the purchase of
    Tal"; the company named before in the sentence, else theirs."""
    verb = frame.group.verb if frame.group is not None else None
    if role != "acquirer" or verb is None or not lexicon(analysis.language).is_a(verb.lemma, "in_charge"):
        return entity
    if analysis.names.entities[entity].kind != "person":
        return entity
    sides = frame.named()
    named = [e for e in organisations_in(analysis, frame.sentence, frame.start) if e not in sides]
    firm = named[-1] if named else company_of(entity, analysis)
    return entity if firm is None or firm in sides else firm


def raised_for(entity: int, role: str, frame: Frame, analysis: Analysis) -> int:
    """For which company a person raises money: the one named with it, the one founded in the same sentence, else theirs
    ("BERG gründete 2019 NORVIK und sammelte drei Millionen ein") or that of the sentences before."""
    if (role, frame.type) != ("target", "funding") or analysis.names.entities[entity].kind != "person":
        return entity
    named = [m.entity for p in frame.slots.get("mit", ()) for m in analysis.names_between(p.start, p.end)]
    beside = (f for f in analysis.frames_in(frame.sentence) if f.type == "joint_venture")
    named += [entity for other in beside for entity in other.named_as("venture")]
    firm = next((e for e in named if is_organisation(analysis, e)), None)
    firm = firm_beside(entity, analysis) if firm is None else firm
    firm = _topic_before(frame, analysis) if firm is None and _is_founder(entity, frame, analysis) else firm
    return entity if firm is None else firm


def _is_founder(person: int, frame: Frame, analysis: Analysis) -> bool:
    """Whether a sentence calls a person, or those named right before with them, founders."""
    words = references(analysis.language).founders
    named = (m for m in analysis.names_in(frame.sentence) if m.entity == person)
    before = (WORD.findall(analysis.text, max(0, m.start - _POST), m.start) for m in named)
    return any(word.lower() in words for found in before for word in found)


_POST = 30
"""How many characters before a person their post is looked for."""


def _topic_before(frame: Frame, analysis: Analysis) -> int | None:
    """The company that the sentences before a frame are about, which is nobody's that the frame names."""
    own = set(frame.named())
    before = range(frame.sentence - 1, max(-1, frame.sentence - 1 - _NEAR), -1)
    return next((found for number in before if (found := topic_of(analysis, number, own)) is not None), None)


_NEAR = 4
"""How many sentences before a frame the company is looked for whose founders raise money."""


_WITH_POST = {"role_before", "given_name"}
COMPANIES_ONLY = ("supplier", "customer", "licensor", "licensee", "partner")
"""Roles in which a manager stands for a company ("Berg hat bei Tal 400 Roller bestellt")."""
