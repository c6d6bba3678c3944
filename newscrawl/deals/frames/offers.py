"""What is offered, possible or advised, not done: "das Angebot von Norvik zum Kauf von Tal", "the right to sell"."""

from newscrawl.deals.frames.frame import Grammar
from newscrawl.deals.mentions.references import References
from newscrawl.deals.syntax.clauses import clause_of
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases


def is_offered(phrases: Phrases, group: Phrase, words: References) -> bool:
    """ "warrants to buy", "the right to sell", "das RECHT, Tal zu kaufen": nobody does it yet, but who EXERCISES an
    option to buy."""
    at = clause_of(phrases, group)[0].index - 1 if group.clause >= 0 else group.index
    before = phrases[at - 1] if at > 0 else None
    if before is None or before.kind != "NP" or not group.helper("2") or before.head.low not in words.chances:
        return False
    around = [p for p in clause_of(phrases, before) if p.kind == "VG"] if group.clause >= 0 else phrases[:at][-2:-1]
    return not any(p.verb is not None and phrases.words.is_a(p.verb.lemma, "using") for p in around)


def offered_by(phrases: Phrases, host: Phrase, grammar: Grammar) -> list[Phrase]:
    """Whose offer, plan or contract it is to do the deal: "das Angebot VON NORVIK zum Kauf von Tal"."""
    words = grammar.references
    if not words.compounding or host.preposition not in ("zu", "für", "über") or not host.index:
        return []
    before = phrases[host.index - 1]
    if before.kind == "NP" and before.preposition == "von" and before.names and before.index:
        noun = phrases[before.index - 1]
        return [before] if noun.kind == "NP" and words.is_a(noun.head.low, "offers") else []
    if before.kind != "NP" or not words.is_a(before.head.low, "offers"):
        return []
    whose = [before.owner, before.of, *(Phrase("NP", [t]) for t in before.names)]
    return [p for p in whose if p is not None and p.names][:1]


def is_mere_chance(phrases: Phrases, host: Phrase, grammar: Grammar) -> bool:
    """ "die OPTION zur Übernahme": nobody does it yet."""
    before = phrases[host.index - 1] if host.index else None
    if before is None or before.kind != "NP" or host.preposition not in ("zu", "auf", "für"):
        return False
    return grammar.references.compounding and before.head.low in grammar.references.chances


def is_advice(arguments: Arguments, grammar: Grammar) -> bool:
    """ "Analysten RATEN zum Kauf", "CALLED FOR a sale", "hired Norvik TO ADVISE on a sale"."""
    group = arguments.governor
    if group is None or group.verb is None:
        return False
    to_advise = group.helper("2") and grammar.words.is_a(group.verb.lemma, "advised")
    lemmas = (group.verb.lemma, f"{group.verb.lemma}_{arguments.governed_as}")
    return to_advise or any(grammar.words.is_a(lemma, "advising") for lemma in lemmas)
