"""Whether a verb tells the deal that it may tell: its object is neither a false friend nor the deal itself."""

from newscrawl.deals.frames.frame import Grammar
from newscrawl.deals.frames.needs import meets
from newscrawl.deals.frames.needs.tasks import is_mandate
from newscrawl.deals.frames.needs.times import is_as_a_rule
from newscrawl.deals.frames.triggers import Triggers, VerbTrigger
from newscrawl.deals.frames.untold import is_infinitive_of
from newscrawl.deals.mentions.references import References
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases


def is_fulfilled(trigger: VerbTrigger, arguments: Arguments, phrases: Phrases, group: Phrase, grammar: Grammar) -> bool:
    """Whether what the trigger needs is there, and its object is neither a false friend nor a deal noun."""
    if not all(meets(need, arguments, phrases, group, grammar) for need in trigger.needs):
        return False
    if trigger.follows and trigger.type not in phrases.told:
        return False
    if any(grammar.words.is_a(p.head.low, "anybody") for p in arguments.slots.get("subject", [])):
        return False  # "WER bei Tal bestellt, fährt bald mit Norvik"
    if trigger.type in ("contract", "partnership") and is_as_a_rule(arguments, phrases, group, grammar):
        return False
    if trigger.type == "contract" and (
        _is_tendered(phrases, group, grammar) or is_mandate(phrases, group, arguments, grammar)
    ):
        return False
    if trigger.type == "licensing" and _is_ruled(phrases, grammar):
        return False
    if trigger.type == "acquisition" and _is_of_goods(phrases, group, arguments, grammar):
        return False
    if trigger.type == "acquisition" and _is_own_supply(phrases, group, arguments, grammar):
        return False
    if trigger.type == "acquisition" and _is_of_a_work(arguments, grammar):
        return False
    raises = trigger.type == "funding" and trigger.roles.get("subject") == "target" and group.form == "present"
    if raises and "licensing" in phrases.told and not _names_others(arguments):
        return False  # "lizenziert den Wirkstoff an Tal. NORVIK BEKOMMT ZUNÄCHST ZEHN MILLIONEN EURO"
    objects = arguments.slots.get("object", [])
    gives = group.verb is not None and group.verb.group == "give"
    operated = not gives and any(p.head.low in grammar.references.operations for p in objects)
    if trigger.type == "acquisition" and operated and "contract" in phrases.told:
        return False  # "übernimmt den BETRIEB" of what is outsourced
    if trigger.objects and not any(_is_one_of(trigger.objects, p, grammar) for p in objects):
        return False
    if trigger.type == "acquisition" and "object" in trigger.roles and objects and all(p.is_measure for p in objects):
        return False
    about_deal = not trigger.objects and _is_about_a_deal(trigger, arguments, grammar)
    return not _is_pseudo(trigger, arguments) and not about_deal


def _is_ruled(phrases: Phrases, grammar: Grammar) -> bool:
    """ "Norvik may use its patents, THE JUDGE SAID": what the law allows is no licence that somebody grants."""
    courts = (p for p in phrases if p.kind == "NP" and not p.preposition and grammar.words.is_a(p.head.low, "courts"))
    beside = [q for p in courts for q in phrases[max(p.index - 1, 0) : p.index + 2]]
    return any(q.kind == "VG" and q.verb is not None for q in beside)


def _is_own_supply(phrases: Phrases, group: Phrase, arguments: Arguments, grammar: Grammar) -> bool:
    """ "UNTIL NOW Norvik bought ITS CAMERA SYSTEMS from Tal": what it needs again and again, and no business."""
    around = phrases[max(group.index - 3, 0) : group.index + 5]
    so_far = not group.helpers and any(grammar.words.is_a(t.low, "until_now") for p in around for t in p.with_adverbs)
    things = arguments.slots.get("object", [])
    own = bool(things) and all(p.is_owned and not p.names and p.head.low.endswith("s") for p in things)
    return so_far and own and not grammar.triggers.compounding and any(p.names for p in arguments.slots.get("from", []))


def _is_tendered(phrases: Phrases, group: Phrase, grammar: Grammar) -> bool:
    """ "has BID to supply trams": a tender, of which nobody knows who gets the order."""
    before = phrases[group.index - 1] if group.index else None
    reported = before is not None and before.passive  # "is EXPECTED to order": others say so
    return not reported and is_infinitive_of(phrases, group, "tendering", grammar)


def _is_of_goods(phrases: Phrases, group: Phrase, arguments: Arguments, grammar: Grammar) -> bool:
    """ "to develop and SELL its cream": what is made is no company; "built and SOLD Tal to Norvik" tells of one."""
    makes = phrases[group.index - 2].verb if group.index > 1 and phrases[group.index - 1].kind == "&" else None
    if makes is None or not grammar.words.is_a(makes.lemma, "producing"):
        return False
    sold_to = any(p.names for slot, ps in arguments.slots.items() if grammar.words.is_a(slot, "receiver") for p in ps)
    return not (group.form == "past" and sold_to and _is_firm(arguments.slots.get("object", []), grammar))


def _is_of_a_work(arguments: Arguments, grammar: Grammar) -> bool:
    """ "verkauft die KRIMIREIHE „Seewind“": the rights in a work change hands, and no company."""
    things = (t.low for p in arguments.slots.get("object", []) for t in p.tokens if t.tag == "N")
    return any(grammar.words.ends_as(thing, "creations") for thing in things)


def _names_others(arguments: Arguments) -> bool:
    """Whether somebody is named who gives: "bekommt VON TAL 20 Millionen Euro"."""
    slots = arguments.slots.items()
    return any(p.names for slot, found in slots if slot not in ("subject", "object") for p in found)


def _is_firm(objects: list[Phrase], grammar: Grammar) -> bool:
    """Whether what is sold is called by a name, without the article of a product, or is a noun for any company."""
    generic = grammar.references.general
    return any(
        not generic.isdisjoint(t.low for t in p.tokens) or (len(p.tokens) == len(p.names) and p.determiner is None)
        for p in objects
    )


def _is_about_a_deal(trigger: VerbTrigger, arguments: Arguments, grammar: Grammar) -> bool:
    """Whether a deal noun or a share is what the verb is about, so that the noun tells the deal."""
    slots = arguments.slots
    needed = [phrase for need in trigger.needs for phrase in slots.get(need.removeprefix("named "), [])]
    needed = [p for p in needed if not _is_capital(p, grammar)]
    given: list[Phrase] = []
    if trigger.type not in ("funding", "joint_venture"):
        share = [p for p in slots.get("object 2", []) if p.head.tag == "%"]  # "kauft Bergen 20 PROZENT ab"
        bought = slots.get("object", [])
        if trigger.type == "acquisition" and bought and bought[0].head.tag == "E":
            bought = bought[:1]  # "übernimmt NORVIK und die Mehrheit an Tal"
        given = [*bought, *slots.get("second object", []), *share]
    elif trigger.type == "funding":
        given = [p for p in slots.get("object", []) if _is_order(p, grammar.triggers)]  # "won a $5m CONTRACT from Tal"
    money = "funding" if trigger.type == "stake" else ""  # "steckt GELD in Tal"
    given = [p for p in given if not (_is_company_before(p, grammar) or _asks_for(trigger, p))]
    return any(_is_trigger_noun(p, grammar.triggers) for p in needed) or any(
        _is_trigger_noun(p, grammar.triggers, money) for p in given
    )


def _is_capital(phrase: Phrase, grammar: Grammar) -> bool:
    """ "beteiligt sich am GRUNDKAPITAL DER TAL AG": that is the company."""
    return phrase.head.low in grammar.references.shadows and phrase.of is not None and bool(phrase.of.names)


def _asks_for(trigger: VerbTrigger, thing: Phrase) -> bool:
    """Whether a trigger needs an object by its noun: "led the EXTENSION", "bought out its PARTNER in Tal"."""
    asked = (need.removeprefix("object=").split("|") for need in trigger.needs if need.startswith("object="))
    return any(thing.head.low in nouns for nouns in asked)


def _is_order(phrase: Phrase, triggers: Triggers) -> bool:
    """Whether a noun is a word for an order first of all."""
    found = triggers.noun(phrase.head.low) if phrase.head.tag == "N" else ()
    return any(t.type == "contract" and not t.modifiers for t in found) and all(t.type != "funding" for t in found)


def _is_company_before(phrase: Phrase, grammar: Grammar) -> bool:
    """ "Norvik kaufte DEN ZULIEFERER", "mit Tal EINEN WETTBEWERBER": a company, though the noun may tell a contract
    elsewhere."""
    words = grammar.references
    bare = len(phrase.tokens) == 1 and phrase.of is None and phrase.determiner is not None and not phrase.is_owned
    return words.compounding and bare and words.is_a(phrase.head.low, "nouns")


def _is_one_of(things: tuple[str, ...], phrase: Phrase, grammar: Grammar) -> bool:
    """Whether a phrase is one of the nouns named; in a compounding language it may end with one, but "NordKABEL" is a
    company."""
    thing = _thing(phrase, grammar.references)
    is_name = phrase.head.tag == "E" and thing == phrase.head.low
    return thing.endswith(things) if grammar.triggers.compounding and not is_name else thing in things


def _thing(phrase: Phrase, words: References) -> str:
    """The noun of what is given: of "den Audiocodec KFA-2", the first word, though it be read as a name; that before
    the name of a product ("das ERP-SYSTEM Procura"); "%" of shares."""
    if phrase.head.tag == "%":
        return "%"
    called = [t.low for t in phrase.tokens[:-1] if t.tag == "N"] if phrase.head.tag == "E" else []
    if called and not words.is_a(called[-1], "nouns"):
        return called[-1]
    return phrase.head.low.partition(" ")[0] if phrase.head.tag == "E" else phrase.head.low


def _is_pseudo(trigger: VerbTrigger, arguments: Arguments) -> bool:
    """Whether the object is a false friend of the verb, alone or with a genitive ("betrieb of": "den BETRIEB der
    Netze"), or the noun of another slot ("for fund"); "bought Tal and its products" is none."""
    return any(
        (phrase.head.low if slot in ("object", "subject") else f"{slot} {phrase.head.low}") in trigger.pseudo
        or (phrase.of is not None and phrase.head.tag == "M" and f"of {phrase.of.head.low}" in trigger.pseudo)
        or (phrase.of is not None and f"{phrase.head.low} of" in trigger.pseudo)
        for slot, found in arguments.slots.items()
        for phrase in (found[:1] if slot == "object" and found and found[0].head.tag == "E" else found)
    )


def _is_trigger_noun(phrase: Phrase, triggers: Triggers, but: str = "") -> bool:
    """Whether a phrase is a share or a noun for a deal, ``but`` for those of one type."""
    head = phrase.head
    return head.tag == "%" or (
        head.tag != "E" and triggers.names_deal(head.low) and any(t.type != but for t in triggers.noun(head.low))
    )
