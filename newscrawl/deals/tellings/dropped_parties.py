"""What a telling's parties together show to be no deal: owners, colleagues, grants, a plan to sell something."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.companies import is_authority
from newscrawl.deals.discourse.descriptions import descriptions
from newscrawl.deals.discourse.earlier_deals import FAR, RECENT, deals_before, named_in
from newscrawl.deals.discourse.moved_shares import only_moves_shares
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import references
from newscrawl.deals.syntax.clauses import clause_of
from newscrawl.deals.syntax.lexicon import Lexicon, lexicon
from newscrawl.deals.syntax.tokens import Token
from newscrawl.deals.syntax.verb_groups import helpers_of
from newscrawl.deals.tellings.grants import are_grants
from newscrawl.deals.tellings.members import Member, Roles, everyone
from newscrawl.deals.tellings.parties import is_human
from newscrawl.deals.tellings.players import are_players, is_about_people
from newscrawl.deals.tellings.proceeds import are_proceeds


def is_no_deal(frame: Frame, roles: Roles, analysis: Analysis) -> bool:
    """Whether those who fill the roles of a frame show that it tells no deal."""
    return (
        _are_all_weak(roles, analysis)
        or _are_authorities(frame, roles, analysis)
        or _are_people(frame, roles, analysis)
        or _are_of_one_house(frame, roles, analysis)
        or _is_launched(frame, roles, analysis)
        or _are_liquidators(roles, analysis)
        or _are_heirs(frame, roles, analysis)
        or are_players(frame, roles, analysis)
        or is_about_people(frame, roles, analysis)
        or _is_retail(frame, roles, analysis)
        or _are_owners(frame)
        or _are_several_targets(frame, roles)
        or are_grants(frame, roles, analysis)
        or are_proceeds(frame, roles, analysis)
        or _may_be_sold(frame, roles)
        or _is_an_option(frame, analysis)
        or _is_floated(frame, roles, analysis)
        or _is_licensed_itself(frame, roles, analysis)
        or _sells_some(frame, roles, analysis)
        or _sells_goods(frame, roles, analysis)
        or _sells_them(frame, roles)
        or _sells_belongings(frame, roles, analysis)
        or _is_public_licence(frame, analysis)
        or _are_markets(frame, roles, analysis)
        or _is_second_supplier(frame, analysis)
        or _sells_ware(frame, roles, analysis)
        or _merges_others(frame)
        or only_moves_shares(frame, analysis)
        or _answers_for_others(frame, roles, analysis)
    )


def _are_all_weak(roles: Roles, analysis: Analysis) -> bool:
    """Whether all are names known by a missing article only; such a one counts where another party is sure."""
    return all(_is_weak(member, analysis) for member in everyone(roles))


def _is_weak(member: Member, analysis: Analysis) -> bool:
    if member.entity is None:
        return member.unit is not None and member.unit.weak
    features = analysis.names.entities[member.entity].features
    return "bare" in features and not {"inside", "apposition", "compound_organisation", "rare"} & set(features)


def _are_people(frame: Frame, roles: Roles, analysis: Analysis) -> bool:
    """People who only work with each other are no companies that cooperate, and what people found is a company of
    theirs, no joint venture."""
    people = [is_human(member, analysis) for member in roles.get("partner", [])]
    return any(people) and (frame.type == "joint_venture" or (len(people) > 1 and all(people)))


def _are_of_one_house(frame: Frame, roles: Roles, analysis: Analysis) -> bool:
    """ "NORVIK führt NORVIK PAY ein": what a company calls by its own name is its product and no partner."""
    partners = [m.entity for m in roles.get("partner", []) if m.entity is not None]
    if frame.type != "partnership" or frame.noun is not None or len(partners) != PAIR:
        return False
    one, other = (analysis.name_of(entity).casefold().split() for entity in partners)
    return len(min(one, other, key=len)) == 1 and one[0] == other[0]


def _is_launched(frame: Frame, roles: Roles, analysis: Analysis) -> bool:
    """ "MIT DEM ZORRO bringt Norvik einen Kleinwagen auf den Markt": what has an article and is by nothing known for a
    company is what a company brings out."""
    words, verb = lexicon(analysis.language), frame.group.verb if frame.group is not None else None
    if frame.type != "partnership" or frame.noun is not None or verb is None or not words.is_a(verb.lemma, "launching"):
        return False
    beside = [p for slot, found in frame.slots.items() if words.is_a(slot, "with") for p in found]
    if len(beside) > 1 or any(p.joint for p in beside):
        return False
    called = {t.start for p in beside if p.has_definite_article for t in p.names}
    things = (m for m in roles.get("partner", []) if any(start in called for start, *_ in m.places))
    return any(m.entity is not None and _is_no_firm(m.entity, analysis) for m in things)


def _is_no_firm(entity: int, analysis: Analysis) -> bool:
    candidate = analysis.names.entities[entity]
    numbered = candidate.name[-1].isdigit() and "legal_form" not in candidate.features  # "dem NAS 4"
    return numbered or FIRM.isdisjoint(candidate.features)


FIRM = frozenset((
    "legal_form", "name_word", "name_ending", "apposition", "appositive_after", "compound_organisation", "special",
    "public_body", "origin_before", "part_of", "owned_noun", "itself", "ticker",
))  # fmt: skip
"""What shows that a name with an article is a company's."""


PAIR = 2
"""How many partners an alliance has at least."""


def _are_authorities(frame: Frame, roles: Roles, analysis: Analysis) -> bool:
    """ "THE FCC granted Norvik a licence", "police worked together with EUROPOL": what authorities permit or do with
    each other is no business."""
    granting = roles.get("licensor", []) if frame.type == "licensing" else []
    together = roles.get("partner", []) if frame.type == "partnership" else []
    return any(found and all(_is_authority(m, analysis) for m in found) for found in (granting, together))


def _is_authority(member: Member, analysis: Analysis) -> bool:
    if member.entity is None:
        return member.unit is not None and member.unit.body
    name = analysis.name_of(member.entity).lower()
    return is_authority(analysis, member.entity) or name.rpartition(" ")[2] in references(analysis.language).agencies


def _answers_for_others(frame: Frame, roles: Roles, analysis: Analysis) -> bool:
    """ "Norvik bids for Tal. BERGEN, a shareholder, ACCEPTED NORVIK'S OFFER", "OFCOM approved Norvik's takeover": who
    answers a bid is not bid for where the text has told for whom, or if it is an authority."""
    group = frame.group
    if frame.noun is None or group is None or group.verb is None or group.verb.group == "gain" or group.passive:
        return False
    answering = [f for f in frame.roles.get("target", ()) if f.end <= group.start < frame.start]
    if frame.type != "acquisition" or not answering or len(answering) < len(frame.roles["target"]):
        return False
    bidders = {m.entity for m in roles.get("acquirer", ())} - {None}
    targets = {m.entity for m in roles.get("target", ())}
    if any(entity is not None and is_authority(analysis, entity) for entity in targets):
        return True
    before = (f for f in deals_before(frame, analysis, FAR) if f.sentence < frame.sentence and f.type == frame.type)
    bought = (named_in(f, "target") for f in before if not bidders.isdisjoint(f.named_as("acquirer")))
    return any(target is not None and target not in targets for target in bought)


def _are_liquidators(roles: Roles, analysis: Analysis) -> bool:
    """ "INSOLVENZVERWALTER Berg unterschrieb den Kaufvertrag": who sells for the creditors does not buy."""
    words, buyers = references(analysis.language).liquidators, roles.get("acquirer", [])
    said = descriptions(analysis)
    return bool(buyers) and all(m.entity is not None and not words.isdisjoint(said[m.entity]) for m in buyers)


def _are_heirs(frame: Frame, roles: Roles, analysis: Analysis) -> bool:
    """ "2015 übernahm SOHN Jan den Betrieb", "took over the firm FROM HIS FATHER": who follows in a family pays nobody,
    unless a price is told."""
    buyers, words = roles.get("acquirer", []), lexicon(analysis.language)
    if not buyers or not all(_may_be_human(member, analysis) for member in buyers):
        return False
    verb = frame.group.verb if frame.group is not None else None
    if (
        verb is None
        or not words.is_a(verb.lemma.replace(" ", "_"), "succeeding")
        or analysis.figures(frame.sentence).money
    ):
        return False
    if any(words.is_a(word.lower(), "forebears") for word in analysis.figures(frame.sentence).words):
        return True
    beside = (
        one
        for slot, found in frame.slots.items()
        for p in found
        for one in (None if slot == "object" and p.names else p, p.of)  # "übernimmt die TOCHTER TAL von Norvik"
        if one is not None
    )
    return any(words.is_a(token.low, "kin") for phrase in beside for token in phrase.tokens)


def _may_be_human(member: Member, analysis: Analysis) -> bool:
    """Whether a party is a person or is at least called as people are: "seine Tochter LENA"."""
    if member.entity is None:
        return False
    candidate = analysis.names.entities[member.entity]
    called_so = not {"given_name", "given_alone", "given_word"}.isdisjoint(candidate.features)
    return candidate.kind == "person" or (called_so and "legal_form" not in candidate.features)


def _is_retail(frame: Frame, roles: Roles, analysis: Analysis) -> bool:
    """ "Norvik sells the phone FOR $249": nobody is named who buys it, and it costs what goods cost."""
    if frame.type != "acquisition" or frame.noun is not None or "acquirer" in roles:
        return False
    prices = [m.value for m in analysis.figures(frame.sentence).money if m.per_share is None]
    return bool(prices) and all(value is not None and DEAREST > value > 1 for value in prices)


DEAREST = 10_000
"""Units of a currency that goods in shops cost at most."""


def _are_owners(frame: Frame) -> bool:
    """Who owns a company together does not buy into it: "die neue Firma, an der BEIDE je die Hälfte halten"."""
    joint = any(f.reference in ("several", "companies") for f in frame.roles.get("investor", ()))
    return joint and frame.type in ("stake", "funding") and frame.noun is None


def _are_several_targets(frame: Frame, roles: Roles) -> bool:
    """ "Die drei Unternehmen erhalten zusammen 967 Millionen": no round is raised by several."""
    several = any(f.reference in ("several", "companies") for f in frame.roles.get("target", ()))
    return frame.type == "funding" and several and len(roles.get("target", [])) > 1


def _may_be_sold(frame: Frame, roles: Roles) -> bool:
    """ "may sell assets": nobody is named who buys, nor what is sold by a name of its own."""
    if frame.group is None or "acquirer" in roles or any(m.entity is not None for m in roles.get("target", [])):
        return False
    return frame.type == "acquisition" and any(t.is_a("may") for t in frame.group.helpers)


def _is_an_option(frame: Frame, analysis: Analysis) -> bool:
    """ "KANN seinen Anteil bis 2016 auf 30 Prozent ERHÖHEN", "CAN raise its stake": what one is free to do later."""
    group = frame.group
    if frame.type not in ("stake", "acquisition") or group is None or group.verb is None:
        return False
    raises = lexicon(analysis.language).is_a(group.verb.lemma, "changing_shares")
    return raises and any(t.is_a("free_to") for t in helpers_of(group, analysis.phrases[frame.sentence]))


def _is_licensed_itself(frame: Frame, roles: Roles, analysis: Analysis) -> bool:
    """ "sichert sich die Rechte an der LERNSOFTWARE MATHILDA", "licensed THE KILN ENGINE", but not "licensed NORVIK
    software": it is what the licence is for, and grants none."""
    words = lexicon(analysis.language)
    if frame.type != "licensing":
        return False
    places = [place for m in roles.get("licensor", []) for place in m.places]
    things = [p for found in frame.slots.values() for p in found if any(_is_work(t, words) for t in p.tokens)]
    called = [p for p in things if words.separable or p.has_definite_article or p.head.tag == "E"]
    return any(p.names and p.start <= start < p.end for p in called for start, *_ in places)


def _is_work(token: Token, words: Lexicon) -> bool:
    return token.tag == "N" and any(words.ends_as(token.low, kind) for kind in ("creations", "inventions"))


def _is_floated(frame: Frame, roles: Roles, analysis: Analysis) -> bool:
    """ "gibt BEIM BÖRSENGANG 30 Prozent ab", "will 25 Prozent seiner Sparte AN DER BÖRSE platzieren": a listing, of
    which the public buys; who sold shares on the exchange has sold them."""
    group = frame.group
    if frame.type != "stake" or group is None or "investor" in roles:
        return False
    phrases, words = analysis.phrases[frame.sentence], lexicon(analysis.language)
    public = [p for p in clause_of(phrases, group) if words.is_a(p.preposition, "floated_in")]
    if any(p.head.is_a("flotations") for p in public):
        return True
    ahead = group.helper("2") or any(t.tag == "W" for t in helpers_of(group, phrases))
    return ahead and any(p.head.is_a("exchanges") for p in public)


def _sells_some(frame: Frame, roles: Roles, analysis: Analysis) -> bool:
    """ "has sold SEVERAL BUSINESSES since 1985", "sold TWO UNITS": nobody is told who buys, nor which they are."""
    words, things = references(analysis.language), frame.slots.get("object", [])
    if frame.type != "acquisition" or "acquirer" in roles or words.compounding or not things:
        return False
    return all(
        p.head.low.endswith("s")
        and p.head.tag == "N"
        and p.owner is None
        and p.of is None
        and all(t.is_a("number") for t in p.tokens[:-1])
        and not words.is_definite(p.determiner)
        and not p.is_owned
        for p in things
    )


def _sells_belongings(frame: Frame, roles: Roles, analysis: Analysis) -> bool:
    """ "Berg sold HER HOUSE and put the money into the company": what people own besides their company."""
    words, things = lexicon(analysis.language), frame.slots.get("object", [])
    if frame.type != "acquisition" or "acquirer" in roles or not things:
        return False
    return all(p.is_owned and len(p.tokens) == 1 and words.is_a(p.head.low, "belongings") for p in things)


def _is_public_licence(frame: Frame, analysis: Analysis) -> bool:
    """ "published the code under THE MIT LICENCE": one that is open to all."""
    if frame.type != "licensing" or frame.noun is None or frame.group is None or frame.group.verb is None:
        return False
    named = frame.noun.has_definite_article and bool(frame.noun.names)
    return named and lexicon(analysis.language).is_a(frame.group.verb.lemma.replace(" ", "_"), "publishing")


def _sells_them(frame: Frame, roles: Roles) -> bool:
    """ "it would sell THEM again": goods, where nobody is told who buys them."""
    told = frame.roles.get("target", ())
    meant = bool(told) and all(f.reference == "several" for f in told)
    return frame.type == "acquisition" and meant and "acquirer" not in roles


def _are_markets(frame: Frame, roles: Roles, analysis: Analysis) -> bool:
    """ "supplies a million barrels A DAY TO JAPAN": what goes to a country again and again is bought by many there."""
    buyers, words = roles.get("customer", []), lexicon(analysis.language)
    named = [analysis.names.entities[m.entity] for m in buyers if m.entity is not None]
    if frame.type != "contract" or frame.noun is not None or not named or any(n.kind != "place" for n in named):
        return False
    rates = (p for slot in ("second object", "per") for p in frame.slots.get(slot, ()))
    return any(words.is_a(p.head.low, "rates") for p in rates)


def _is_second_supplier(frame: Frame, analysis: Analysis) -> bool:
    """ "ordered trains from Tal. Staff struck at THE SUPPLIER BERGEN": who delivers is told already."""
    if not frame.trigger.follows or frame.type != "contract" or frame.noun is None:
        return False
    before = next((f for f in deals_before(frame, analysis, RECENT) if f.type == frame.type), None)
    told = before.named_as("supplier") if before is not None else []
    own = frame.named_as("supplier")
    return bool(told) and bool(own) and set(told).isdisjoint(own)


def _sells_ware(frame: Frame, roles: Roles, analysis: Analysis) -> bool:
    """ "an attempt to SELL AN APP for diabetics": nobody is told who buys, and it is sold again and again."""
    group, things = frame.group, frame.slots.get("object", [])
    if frame.type != "acquisition" or "acquirer" in roles or group is None or not group.helper("2"):
        return False
    kinds = lexicon(analysis.language)
    return bool(things) and all(
        p.is_indefinite and not p.names and kinds.is_a(p.head.low, "sold_often") for p in things
    )


def _merges_others(frame: Frame) -> bool:
    """ "Norvik owns Tal and could MERGE THE TWO COMPANIES": who has one of them and buys the other is neither."""
    subject = frame.slots.get("subject", [])
    both = any(f.reference in ("several", "companies") for f in frame.roles.get("partner", ()))
    alone = len(subject) == 1 and bool(subject[0].names or subject[0].head.is_a("relative"))
    return frame.type == "merger" and frame.noun is None and both and alone and "object" in frame.slots


def _sells_goods(frame: Frame, roles: Roles, analysis: Analysis) -> bool:
    """ "Norvik verkauft SCHLÜSSEL": nobody is told who buys, and what is sold may be a name only because it has no
    article."""
    if frame.type != "acquisition" or "acquirer" in roles or not references(analysis.language).compounding:
        return False
    targets = roles.get("target", [])
    return bool(targets) and (_goes_to_many(frame, analysis) or all(_is_weak(m, analysis) for m in targets))


def _goes_to_many(frame: Frame, analysis: Analysis) -> bool:
    """ "Norvik hat LANDWIRTEN Solaranlagen verkauft": what is sold to people in general is goods."""
    words, things = (
        lexicon(analysis.language),
        (p for slot in ("object", "indirect") for p in frame.slots.get(slot, ())),
    )
    return any(p.determiner is None and words.is_a(p.tokens[0].low, "shoppers") for p in things if p.tokens)
