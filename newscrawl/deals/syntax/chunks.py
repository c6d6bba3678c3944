"""Tokens → phrases: noun phrases with their preposition, verb groups with their auxiliaries, and the joints between."""

from itertools import pairwise

from newscrawl.deals.syntax.asides import (
    joined_namings,
    without_aliases,
    without_asides,
    without_attribute_commas,
    without_brackets,
    without_conversions,
    without_occupations,
    without_unowned,
)
from newscrawl.deals.syntax.attributes import attach_genitives, attach_names, with_attributes
from newscrawl.deals.syntax.contact_clauses import with_contact_clauses
from newscrawl.deals.syntax.joined_attributes import with_joined_attributes
from newscrawl.deals.syntax.lexicon import Lexicon
from newscrawl.deals.syntax.noun_phrases import NOUNLIKE, noun_phrase
from newscrawl.deals.syntax.phrases import Phrase
from newscrawl.deals.syntax.tokens import Token
from newscrawl.deals.syntax.verb_groups import verb_cluster, verb_group

QUOTES = frozenset("\"“”„‟«»‚‘’'`*•·")


def chunk(tokens: list[Token], lexicon: Lexicon) -> list[Phrase]:
    """Group tagged tokens into phrases, in order; each phrase knows its index."""
    joint = {b.start for a, b in pairwise(tokens) if b.tag == "P" and a.is_a("accompanied")}
    tokens = [
        t
        for i, t in enumerate(tokens)
        if t.tag not in QUOTES and t.tag != "Z" and not (t.tag == "." and i + 1 < len(tokens))
    ]
    tags = {t.tag for t in tokens}
    tokens = joined_namings(tokens, lexicon) if "E" in tags else tokens
    tokens = without_unowned(tokens, lexicon) if "R" in tags and not lexicon.separable else tokens
    tokens = tokens if lexicon.separable else without_occupations(tokens, lexicon)
    if "(" in tags:
        tokens = without_conversions(tokens)
        tokens = without_brackets(tokens) if lexicon.separable else without_aliases(tokens)
    if "," in tags and not lexicon.separable:
        tokens = without_attribute_commas(tokens, lexicon)
    phrases: list[Phrase] = []
    loose: list[Token] = []
    i = 0
    while i < len(tokens):
        if tokens[i].tag == "Z":
            i += 1
            continue
        first = i
        phrase, i = _phrase(tokens, i, lexicon)
        if phrase is None:
            loose += tokens[first:i]
        else:
            if tokens[first].tag == "P":
                phrase.joint = tokens[first].start in joint or _is_accompanied(tokens[first], lexicon)
            if not phrases:
                phrase.adverbs, loose = [*loose, *phrase.adverbs], []
            phrases.append(phrase)
        if phrases and loose:
            phrases[-1].adverbs += loose
            loose = []
    if lexicon.separable:
        phrases = with_attributes(phrases)
    else:
        phrases = with_joined_attributes(without_asides(phrases, lexicon), lexicon)
        phrases = with_contact_clauses(phrases, lexicon)
    return _numbered(attach_names(attach_genitives(phrases, lexicon), lexicon))


def _is_accompanied(token: Token, lexicon: Lexicon) -> bool:
    """ "TOGETHER WITH", where it is one preposition."""
    first, blank, _ = token.text.lower().partition(" ")
    return bool(blank) and lexicon.is_a(first, "accompanied")


def _numbered(phrases: list[Phrase]) -> list[Phrase]:
    for index, phrase in enumerate(phrases):
        phrase.index = index
    return phrases


def _phrase(tokens: list[Token], i: int, lexicon: Lexicon) -> tuple[Phrase | None, int]:
    token = tokens[i]
    if lexicon.separable and token.tag in "VBHWO2":
        return verb_cluster(tokens, i, lexicon)
    if token.tag in "VBHWO2" or (token.tag == "X" and i + 1 < len(tokens) and tokens[i + 1].tag in "VBHWO2"):
        return verb_group(tokens, i)
    if token.tag == "P":
        return _prepositional(tokens, i, lexicon)
    if token.tag == "R":
        return Phrase("NP", [token], cases=token.marks), i + 1
    if token.tag in "DX" or token.tag in NOUNLIKE:
        return noun_phrase(tokens, i, lexicon)
    return Phrase(token.tag, [token]), i + 1


def _prepositional(tokens: list[Token], i: int, lexicon: Lexicon) -> tuple[Phrase | None, int]:
    """A preposition and its noun phrase; one without a noun phrase is a particle or introduces a verb."""
    preposition = tokens[i]
    low = lexicon.contractions.get(preposition.low, preposition.low)
    if i and lexicon.is_a(tokens[i - 1].low, "instead"):
        low = tokens[i - 1].low  # "STATT VON Tal bezieht Norvik die Sitze von Bergen"
    if i + 2 < len(tokens) and tokens[i + 1].low.endswith("ly") and tokens[i + 2].tag in "D%M":
        i += 1
    if i + 1 < len(tokens):
        following = tokens[i + 1]
        if following.tag in NOUNLIKE or following.tag in "DR":
            phrase, end = _phrase(tokens, i + 1, lexicon)
            if phrase is not None and phrase.kind == "NP":
                _outermost(phrase).preposition = phrase.preposition = low
                if low != preposition.low and phrase.determiner is None:
                    phrase.determiner = preposition  # "am" holds an article
                return phrase, end
    return Phrase("P", [preposition], preposition=low), i + 1


def _outermost(phrase: Phrase) -> Phrase:
    while phrase.owner is not None:
        phrase = phrase.owner
    return phrase
