"""Words that name a deal of which nobody says that it happens: it is denied, offered, wished for, asked or supposed."""

from newscrawl.deals.frames.frame import Grammar
from newscrawl.deals.frames.offers import is_offered
from newscrawl.deals.syntax.clauses import clause_of, kind_of
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases


def is_untold(phrases: Phrases, group: Phrase, grammar: Grammar) -> bool:
    """Whether the verb tells what may happen, or only in case of something."""
    return (
        any(token.is_a("improbable") for token in group.tokens)
        or is_offered(phrases, group, grammar.references)
        or _is_supposed(phrases, group, grammar)
        or is_urged(phrases, group, grammar)
        or _stays_so(phrases, group)
        or _is_aim_of_partners(phrases, group, grammar)
        or is_infinitive_of(phrases, group, "former", grammar)  # "which USED TO own Tal"
    )


def is_negated(phrases: Phrases, group: Phrase) -> bool:
    """Whether the verb tells what does not happen: "did NOT buy Tal", "kauft Tal NICHT"."""
    return (group.helper("X") and not _is_called_off(phrases, group)) or is_denied(phrases, group)


def is_nothing(objects: list[Phrase]) -> bool:
    """ "bezieht KEINE PUMPEN von Tal": the verb tells what does not happen by what it does not happen with."""
    denied = (p.determiner for p in objects if p.determiner is not None and p.determiner is not p.head)
    return any(determiner.tag == "X" for determiner in denied)


def refusal(phrases: Phrases, group: Phrase) -> str | None:
    """How far a deal is that somebody does not want or is not allowed to make: "WILL Tal NICHT kaufen" denies it, "DARF
    Tal NICHT kaufen" ends it; None where no such word stands beside the negation, and in a condition."""
    own = clause_of(phrases, group)
    if group.clause < 0 or (kind_of(own) == "subordinate" and not own[0].head.is_a("that")):
        return None
    if any(_is_none_of_them(p, phrases) for p in own):
        return None  # "will NICHT TAL, sondern Bergen kaufen"
    told = [t for p in own if p.kind == "VG" for t in p.tokens]
    if any(t.is_a("wanting") for t in told):
        return "denied"
    return "terminated" if any(t.is_a("allowed") for t in told) else None


def _is_called_off(phrases: Phrases, group: Phrase) -> bool:
    """ "wird Tal DOCH NICHT übernehmen": it tells the end of what was told before."""
    return phrases.words.separable and group.index > 0 and _is_after_all(phrases[group.index - 1])


def _is_aim_of_partners(phrases: Phrases, group: Phrase, grammar: Grammar) -> bool:
    """ "its PARTNERSHIP with Norvik TO SELL the drug", "a JOINT VENTURE, Tal, TO BUILD tanks for the army": goods, for
    whomever."""
    if not group.helper("2") or group.verb is None:
        return False
    supplies = any(t.type == "contract" for t in grammar.triggers.verbs.get(group.verb.lemma, ()))
    before = [p for p in phrases[max(0, group.index - AIM) : group.index] if p.kind == "NP"]
    allied = any(grammar.words.is_a(p.head.low.rpartition(" ")[2], "alliances") for p in before)
    return allied and (supplies or group.verb.group == "give")


AIM = 4
"""How many phrases before an infinitive the alliance stands whose aim it is."""


def _stays_so(phrases: Phrases, group: Phrase) -> bool:
    """ "BLEIBT mit zehn Prozent beteiligt": what goes on is no news."""
    own = (p for p in phrases if p.clause == group.clause >= 0 and p.kind == "VG" and p is not group)
    return any(p.verb is not None and phrases.words.is_a(p.verb.lemma, "staying") for p in own)


def is_asked(phrases: Phrases, phrase: Phrase) -> bool:
    """Whether a phrase stands in the clause of a question that can be answered with yes or no; not in a relative one:
    "Has Norvik overpaid for Tal, WHICH IT BOUGHT in 2012?"."""
    if not phrases.asks or phrase.clause != phrases[0].clause:
        return False
    return phrase.clause >= 0 or all(p.kind != "L" for p in phrases[: phrase.index])


def is_denied(phrases: Phrases, group: Phrase) -> bool:
    """ "kauft Tal NICHT", "steigt NICHT bei Tal ein": where the verb stands second, its negation is not beside it.

    Before anything but the end or a linked name it denies something else ("NICHT zum ersten Mal"); "doch NICHT" ends
    what was told before. So does it right before a name alone: "kauft NICHT TAL, sondern Bergen", "WEDER TAL noch …".
    """
    if not phrases.words.separable:
        return False
    own = [p for p in phrases if p.clause == group.clause]
    if any(_is_none_of_them(p, phrases) for p in own):
        return True
    alone = [p for p in own if p.index and [t.tag for t in p.tokens] == ["X"]]
    return any(not _is_after_all(phrases[p.index - 1]) and _ends_or_links(phrases[p.index + 1 :][:1]) for p in alone)


def _is_after_all(before: Phrase) -> bool:
    """ "DOCH nicht": it tells the end of what was told before; not "JEDOCH nicht"."""
    return before.kind == "C" and before.head.is_a("after_all")


def _is_none_of_them(phrase: Phrase, phrases: Phrases) -> bool:
    """Whether a name alone is denied, but not as an afterthought: "kauft Tal, NICHT BERGEN"."""
    negated = phrase.determiner is not None and phrase.determiner.tag == "X"
    behind_comma = phrase.index > 0 and phrases[phrase.index - 1].kind == ","
    return negated and not behind_comma and not phrase.preposition and [t.tag for t in phrase.tokens] == ["E"]


def _ends_or_links(behind: list[Phrase]) -> bool:
    return not behind or _links(behind[0])


def _links(phrase: Phrase) -> bool:
    return phrase.kind != "NP" or bool(phrase.preposition and phrase.names)


def is_urged(phrases: Phrases, group: Phrase, grammar: Grammar) -> bool:
    """ "is PRESSING Norvik TO SELL Tal", "NEEDS NORVIK to sell Tal": what somebody wants another one to do."""
    if not group.helper("2") or phrases[group.index - 1].kind == "&":  # "to hire them and TO LICENSE it"
        return False
    before = next((p for p in reversed(phrases[: group.index]) if p.kind == "VG" or p.kind in ";:"), None)
    if before is None or before.verb is None or before.passive:
        return False
    if grammar.words.is_a(before.verb.lemma.replace(" ", "_"), "urging"):
        return True
    other = phrases[group.index - 1]
    apart = other.kind == "NP" and not other.preposition and other.index > before.index
    return apart and grammar.words.is_a(before.verb.lemma, "wanting_of_others")


def _is_supposed(phrases: Phrases, group: Phrase, grammar: Grammar) -> bool:
    """ "what IF Norvik bought Tal", "asked WHETHER it would sell": nobody says that it happens."""
    for phrase in reversed(phrases[: group.index]):
        if phrase.kind in ",;:":
            return False
        if phrase.kind == "S":
            return grammar.words.is_a(phrase.head.low, "if") and not _is_allowed(phrases, group, grammar)
    return False


def _is_allowed(phrases: Phrases, group: Phrase, grammar: Grammar) -> bool:
    """ "if Norvik is ALLOWED to buy Tal": it is agreed, and waits for a permission."""
    return is_infinitive_of(phrases, group, "permitting", grammar)


def is_only_measure(noun: Phrase, arguments: Arguments, grammar: Grammar) -> bool:
    """ "was VALUED at $40bn in its LAST ROUND", "its LAST ROUND VALUED it at $40bn": when a company was worth so much,
    and no news of the round; one with an investor, a sum or a date of its own is told."""
    group = arguments.governor
    values = group is not None and group.verb is not None and grammar.words.is_a(group.verb.lemma, "valuing")
    said = [noun.determiner, *noun.tokens] if noun.determiner is not None else noun.tokens
    if not values or not any(grammar.words.is_a(t.low, "latest") for t in said):
        return False
    own = (p for slot, found in arguments.slots.items() if slot not in ("owner", "subject", "object") for p in found)
    return not any(p.names or p.is_measure for p in own)


def is_infinitive_of(phrases: Phrases, group: Phrase, kind: str, grammar: Grammar) -> bool:
    """Whether an infinitive with "to" stands right behind a verb of a class ("has BID to supply trams")."""
    before = phrases[group.index - 1] if group.index and group.helper("2") else None
    return before is not None and before.verb is not None and grammar.words.is_a(before.verb.lemma, kind)
