"""Needs of a time: a beginning, a turn, a duration, where a state alone is no news."""

from typing import TYPE_CHECKING

from newscrawl.deals.frames.needs.verb_forms import is_ahead, is_present
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases
from newscrawl.deals.syntax.tokens import Token

if TYPE_CHECKING:
    from newscrawl.deals.frames.frame import Grammar


def is_event(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """Whether it is no state, or one with a beginning ("ist SEIT 2015 beteiligt") or a turn ("ist NUN beteiligt")."""
    around = _words_beside(phrases, group)
    if "state" in arguments.slots and any(t.is_a("remaining") for t in around):
        return False  # "ist seit 2015 NUR NOCH mit 30 Prozent beteiligt"
    return "state" not in arguments.slots or any(
        _is_beginning(t, grammar) or (grammar.words.separable and t.is_a("turn")) for t in around
    )


def has_since(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "ist SEIT 2015 eine Tochter", "has owned Tal SINCE 2015": a state with a beginning."""
    around = [p for p in phrases if p.clause == group.clause] if group.clause >= 0 else _complements(phrases, group)
    if any(t.is_a("remaining") for p in around for t in p.with_adverbs):
        return False  # "hält seit Juli NUR NOCH 30 Prozent": what is left after a sale
    return any(_is_beginning(t, grammar) for p in around for t in p.tokens) or any(
        grammar.words.is_a(p.preposition, "since") and p.head.tag in "TU"
        for p in around  # "seit zwei Jahren"
    )


def _is_beginning(token: Token, grammar: "Grammar") -> bool:
    """ "since 2015": a date from which on something has been so."""
    return token.tag == "T" and grammar.words.is_a(token.low.partition(" ")[0], "since")


def _complements(phrases: Phrases, group: Phrase) -> list[Phrase]:
    """The noun phrases right behind a verb or noun, where clauses are not told apart, and the first of its clause."""
    end = next((p.index for p in phrases[group.index + 1 :] if p.kind != "NP"), len(phrases))
    first = phrases[:1] if all(p.kind in ("NP", ",", "VG") for p in phrases[: group.index]) else []
    return [*first, *phrases[group.index : end]]


def has_turn(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    around = [p for p in phrases if p.clause == group.clause]
    tokens = _words_beside(phrases, group)
    if any(token.is_a("unchanged") for token in tokens):
        return False  # "wird WEITERHIN zu Norvik gehören"
    if grammar.words.separable and is_ahead(arguments, phrases, group, grammar):
        return True
    if any(grammar.words.is_a(p.preposition, "since") and not _is_founding(p, grammar) for p in around):
        return True  # "gehört SEIT zwei Jahren zu"
    if any(grammar.words.is_a(token.low, "these_days") for token in tokens):
        return False  # "1926 gegründet, gehört Tal HEUTE zu Norvik"
    return any(_is_moment(token, grammar) or grammar.words.is_a(token.low, "turn") for token in tokens)


def is_now(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "NOW controls 38 percent": it was otherwise before."""
    return any(token.is_a("turn") for token in _words_beside(phrases, group))


def _words_beside(phrases: Phrases, group: Phrase) -> list[Token]:
    """All words of the clause of a verb, adverbs included, also those behind a genitive ("die Spiele der Tal AG
    KÜNFTIG")."""
    own = (p for p in phrases if p.clause == group.clause)
    return [t for p in own for t in [*p.with_adverbs, *_adverbs_inside(p)]]


def _adverbs_inside(phrase: Phrase) -> list[Token]:
    return [] if phrase.of is None else [*phrase.of.adverbs, *_adverbs_inside(phrase.of)]


def _is_moment(token: Token, grammar: "Grammar") -> bool:
    """A date on which something begins, not one on which it ended: "BIS 2018 gehörte Tal zu Norvik"."""
    return token.tag == "T" and not _is_end(token, grammar)


def _is_end(token: Token, grammar: "Grammar") -> bool:
    return token.tag == "T" and grammar.words.is_a(token.low.partition(" ")[0], "until")


def _is_founding(phrase: Phrase, grammar: "Grammar") -> bool:
    """ "seit der GRÜNDUNG": it was never otherwise."""
    return grammar.words.is_a(phrase.head.low, "founding")


def has_duration(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "for the next seven years"."""
    return any(t.tag == "U" for phrase in phrases[group.index :] for t in phrase.tokens)


def is_so_far(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "gehörte BISLANG", "gehörte BIS 2018": who has owned it until then."""
    tokens = _words_beside(phrases, group)
    return any(grammar.words.is_a(t.low, "until_now") or _is_end(t, grammar) for t in tokens)


def is_as_a_rule(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "beliefert UNTER ANDEREM Norvik und Tal", "supplies MAINLY Norvik": whom it has as customers or partners,
    and no order; but "stattet KÜNFTIG unter anderem Norvik aus"."""
    usual = any(t.is_a("as_a_rule") for t in _words_beside(phrases, group))
    return usual and is_present(arguments, phrases, group, grammar) and not has_turn(arguments, phrases, group, grammar)
