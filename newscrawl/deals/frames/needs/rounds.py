"""Needs of a round: a word for one, an investor, money that is new."""

from typing import TYPE_CHECKING

from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases, last_genitive

if TYPE_CHECKING:
    from newscrawl.deals.frames.frame import Grammar


def is_round(noun: str, grammar: "Grammar", phrase: Phrase | None = None) -> bool:
    """Whether a noun is a word for a round; "line" is one in "credit line"."""
    beside = {token.low for token in phrase.tokens} if phrase is not None else set()
    known = (t for t in grammar.triggers.noun(noun) if t.type == "funding" and t.roles and "named from" not in t.needs)
    rounds = (t for t in known if "copula" not in t.roles and not t.names_party)
    return any(not t.modifiers or not beside.isdisjoint(t.modifiers) for t in rounds)


def has_round(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    return any(is_round(token.low, grammar, phrase) for phrase in phrases for token in phrase.tokens)


def has_investor(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """Whether who gives the money is an investor by its name, or called so: "got $5m from ALBA VENTURES", "new INVESTOR
    Alba"."""
    givers = [p for slot in ("subject", "from", "by", "state") for p in arguments.slots.get(slot, [])]
    last = {token.low.rpartition(" ")[2] for p in givers for token in p.names}
    called = {token.low.rpartition(" ")[2] for p in givers for token in p.tokens if token.tag != "E"}
    words = grammar.references
    return not words.investor_names.isdisjoint(last) or not words.investor_nouns.isdisjoint(called)


def is_fresh(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """Whether no sum of all rounds so far is told ("has raised $5m in total"), unless a round is named beside it."""
    around = [p for p in phrases if p.clause == group.clause]
    words = [token.low for p in around for token in p.with_adverbs]
    if group.helper("H") and any(_is_since(phrase, grammar) for phrase in phrases[group.index :]):
        return False  # "has invested $5m SINCE it was founded"
    if any(grammar.words.is_a(p.preposition, "since") and not p.inner for p in around):
        return _has_certain_round(phrases, grammar)  # "hat SEIT DER GRÜNDUNG 5 Millionen Euro eingesammelt"
    sold_by = any(_is_sale(phrase, phrases, grammar) for phrase in phrases[group.index + 1 : group.index + 5])
    if sold_by or _is_price_before(phrases, group, grammar):
        given = not _is_gerund(group) and has_investor(arguments, phrases, group, grammar)
        return given or has_round(arguments, phrases, group, grammar)
    heads = [p.head for phrase in phrases for p in (phrase, last_genitive(phrase))]
    if any(head.tag == "N" and grammar.words.is_a(head.low, "listings") for head in heads):
        return has_investor(arguments, phrases, group, grammar)  # "raised $5m in an OFFERING of stock"
    total = any(grammar.words.is_a(word, "total") for word in words)
    total = total or _is_sum_so_far(arguments, phrases, group, grammar)
    if total or _is_of_former_times(arguments, phrases, group, grammar):
        return _has_certain_round(phrases, grammar)
    return True


def _has_certain_round(phrases: Phrases, grammar: "Grammar") -> bool:
    """Whether a round is named that is a certain one: "in a ROUND", "in SEED funding", not "in outside FUNDING"."""
    return any(
        is_round(token.low, grammar, phrase) and not grammar.words.is_a(token.low, "fresh_money")
        for phrase in phrases
        for token in phrase.tokens
    )


def _is_sale(phrase: Phrase, phrases: Phrases, grammar: "Grammar") -> bool:
    """ "raised $5m BY SELLING its pump unit": who sells something gets its price."""
    if phrase.verb is None or phrase.form != "gerund" or phrases[phrase.index - 1].kind != "P":
        return False
    return grammar.words.is_a(phrase.verb.lemma, "cashing")


def _is_price_before(phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "SOLD its pump unit, RAISING $5m", "went PUBLIC in May AND RAISED $5m": the price of what is sold before."""
    if group.helpers or not group.index or phrases[group.index - 1].kind not in (",&" if _is_gerund(group) else "&"):
        return False
    told = next((p for p in reversed(phrases[: group.index]) if p.verb is not None), None)
    if told is None or told.verb is None:
        return False
    things = [t.low for p in phrases[told.index : group.index] for t in p.with_adverbs]
    papers = any(grammar.words.is_a(thing, kind) for thing in things for kind in ("held", "securities"))
    return papers or grammar.words.is_a(told.verb.lemma.replace(" ", "_"), "cashing")


def _is_gerund(group: Phrase) -> bool:
    return group.form == "gerund"


def _is_sum_so_far(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "HAS raised MORE THAN $5m from investors INCLUDING Tal", "HAS NOW raised $5m": what came together until now."""
    if not group.helper("H") or grammar.references.compounding:
        return False
    given = [t.mention for p in arguments.slots.get("object", []) for t in p.tokens if t.tag == "M"]
    among = any(grammar.words.is_a(p.preposition, "example") for p in phrases[group.index :])
    until_now = any(grammar.words.is_a(token.low, "until_now") for token in [*group.tokens, *group.adverbs])
    anybody = [p for p in arguments.slots.get("from", []) if p.head.low in grammar.references.investor_nouns]
    unnamed = bool(anybody) and not any(p.names for p in phrases[anybody[0].index :]) and not among
    if unnamed and not _is_told_as_news(phrases, group):
        return True  # "has raised $5m FROM INVESTORS"
    return until_now or (among and any(getattr(sum_, "qualifier", None) == "more_than" for sum_ in given))


def _is_of_former_times(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "Norvik HAD raised $5m", "IT has raised $5m from investors INCLUDING Tal": no date, and nobody tells it as
    news."""
    if not group.helper("H") or _is_told_as_news(phrases, group):
        return False
    subject = arguments.slots.get("subject", [])
    taken_up = bool(subject) and not any(p.names or p.head.low == "we" for p in subject)
    some = any(grammar.words.is_a(p.preposition or p.head.low, "example") for p in phrases)
    return any(grammar.words.is_a(t.low, "pluperfect") for t in group.helpers) or (taken_up and some)


def _is_told_as_news(phrases: Phrases, group: Phrase) -> bool:
    """Whether the sentence names its date, or somebody who says it: not "Norvik, FOUNDED IN 2020, had raised $5m",
    "Norvik, WHICH has raised $5m, SAID …"."""
    if group.index and phrases[group.index - 1].kind == "L":
        return False
    others = {p.index + 1 for p in phrases if p.kind == "VG" and p is not group}
    times = [p.tokens[0] for p in phrases if p.index not in others and p.tokens and p.tokens[0].tag == "T"]
    times += [t for p in phrases for t in p.adverbs if t.tag == "T"]
    dated = any(t.low.partition(" ")[0] not in phrases.words.verbs for t in times)
    return dated or any(_tells(p, phrases) for p in phrases)


def _tells(group: Phrase, phrases: Phrases) -> bool:
    return group.verb is not None and (
        group.verb.group == "say" or phrases.words.is_a(group.verb.lemma, "making_known")
    )


def _is_since(phrase: Phrase, grammar: "Grammar") -> bool:
    """ "since it was founded", "since May"."""
    return grammar.words.is_a(phrase.head.low.partition(" ")[0], "clause_or_time")
