"""Names that no list knows and that only their place shows: behind a kind of company, or without an article."""

import re
from dataclasses import replace

from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.phrase_kinds import is_kind_of_party
from newscrawl.deals.mentions.references import References
from newscrawl.deals.syntax.phrases import Phrase
from newscrawl.deals.syntax.tokens import Token


def apposed_name(phrase: Phrase, words: References) -> Filler | None:
    """Nouns side by side, the first a kind of company: the others are its name ("die Sektmarke BURG SALM")."""
    tokens = phrase.tokens
    if (
        not words.compounding
        or len(tokens) < 2
        or phrase.names
        or not all(_is_noun(t) for t in tokens[-2:])
        or _is_common(tokens[-1], words)
    ):
        return None
    kinds = [i for i, t in enumerate(tokens[:-1]) if _is_noun(t) and is_kind_of_party(t, words)]
    if not kinds or not all(_is_noun(t) for t in tokens[kinds[0] + 1 :]):
        return None
    subject = phrase.determiner is not None and phrase.determiner.marks == _SUBJECT
    if subject and not tokens[kinds[0]].low.endswith(words.feminine_trades) and words.is_plural(tokens[-1].low):
        return None  # "wonach der Konzern BATTERIEN bestellt"
    return _named(tokens[kinds[0] + 1 :])


_SUBJECT = frozenset({"nominative", "genitive", "dative"})
"""Cases of "der", which is no object."""


def bare_name(phrase: Phrase, words: References) -> Filler | None:
    """A singular noun without an article, where common nouns have one: "NETZKERN übernimmt"."""
    if phrase.determiner is not None or phrase.owner is not None or not all(_is_noun(t) for t in phrase.tokens):
        return None
    if _is_common(phrase.head, words) or _is_plural_or_stuff(phrase.head.low, words):
        return None
    if any(t.low.endswith((*words.offices, *words.managers)) for t in phrase.tokens[:-1]):
        return None  # "MINISTER HUBER": in office, not on their own account
    if len(phrase.tokens) == 1 and (_are_wares(phrase.head.low, words) or _ABBREVIATED.fullmatch(phrase.head.text)):
        return None
    return replace(_named(phrase.tokens), weak=True)


_ABBREVIATED = re.compile(r"[A-Z]{2,5}s")
"""Several of a kind: "VCs", "OEMs"."""


def _is_plural_or_stuff(noun: str, words: References) -> bool:
    """Whether a noun needs no article; one on -e or -s that is rare and no plural may be a name: "Linde"."""
    if not noun.endswith(words.unlike_names) or noun.endswith(words.abstract_endings):
        return noun.endswith(words.unlike_names)
    return words.is_common(noun) or words.is_plural(noun)


def _are_wares(noun: str, words: References) -> bool:
    """ "verkauft STROM", "kauft MESSER": stuff, and what is the same in both numbers."""
    return noun in words.stuff or (noun.endswith(words.alike_endings) and words.is_common(noun))


def _is_noun(token: Token) -> bool:
    return token.tag == "N" and not token.glued and token.text[0].isupper() and token.text.isalpha()


def _is_common(token: Token, words: References) -> bool:
    return any(
        words.is_a(token.low, group) for group in ("nouns", "plural_nouns", "units", "speakers", "shadows", "deals")
    )


def _named(tokens: list[Token]) -> Filler:
    written = " ".join(token.text for token in tokens)
    return Filler(tokens[0].start, tokens[-1].end, named=True, word=written)
