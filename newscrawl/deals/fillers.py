"""Who a noun phrase means: an entity, a reference to one, or a unit without a name of its own."""

from dataclasses import dataclass

from newscrawl.deals.mentions.model import Mention
from newscrawl.deals.mentions.references import References
from newscrawl.deals.syntax.phrases import Phrase
from newscrawl.deals.syntax.tokens import Token


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a role: ``entity`` is an index into the names of the text.

    ``reference`` is ``one``, ``several`` or ``speaker`` for pronouns, ``company`` or ``companies`` for a definite noun;
    ``unit`` marks a part of a company known by its noun only, ``owner`` the one it belongs to. Offsets are those of the
    name, pronoun or noun in the text. ``named`` is a name known by its place only ("den Küchenbauer WOHNHAFT").
    """

    start: int
    end: int
    entity: int | None = None
    reference: str | None = None
    unit: bool = False
    named: bool = False
    owner: "Filler | None" = None
    word: str = ""


def fillers(phrases: list[Phrase], words: References) -> list[Filler]:
    """The fillers of a slot's phrases; phrases that name nobody give none."""
    found = [filler for phrase in phrases if (filler := filler_of(phrase, words)) is not None]
    named = [filler for filler in found if filler.entity is not None]
    return named if named and len(found) > len(named) and not found[0].reference else found


def filler_of(phrase: Phrase, words: References) -> Filler | None:
    """Who the phrase means, or None ("the market", "20 employees")."""
    head = phrase.head
    if head.tag == "E":
        return _entity(head, _owner(phrase, words))
    if head.low in words.pronouns and (head.tag == "R" or head.tag == "D"):
        return Filler(head.start, head.end, reference=words.pronouns[head.low], word=head.low)
    if phrase.explained is not None and _is_kind_of_party(head, words):
        return _entity(phrase.explained.head, _owner(phrase, words))
    if words.compounding and _is_apposed_name(phrase, words):
        return Filler(head.start, head.end, named=True, word=head.text)
    if words.is_a(head.low, "units") and not (words.is_a(head.low, "nouns") and _is_bare_reference(phrase)):
        unit = _unit(phrase, words)
        if unit is not None:
            return unit
    if phrase.names and any(words.is_a(head.low, kind) for kind in ("shadows", "speakers", "nouns")):
        return _entity(phrase.names[-1])
    if phrase.names and head.glued:
        return None
    if head.tag == "%" or any(words.is_a(head.low, kind) for kind in ("speakers", "nouns", "shadows")):
        whole = _owner(phrase, words)
        if whole is not None:
            return whole
    if words.is_a(head.low, "plural_nouns") and _is_bare_reference(phrase) and not _is_singular(phrase, words):
        return Filler(head.start, head.end, reference="companies", word=head.low)
    if words.is_a(head.low, "nouns") and _is_bare_reference(phrase):
        return Filler(head.start, head.end, reference="company", word=head.low)
    return None


def _is_kind_of_party(head: Token, words: References) -> bool:
    return any(words.is_a(head.low, kind) for kind in ("units", "nouns", "speakers"))


def _is_singular(phrase: Phrase, words: References) -> bool:
    """ "das Unternehmen", "der Hersteller": where nouns have the same form in both numbers, the article tells."""
    if not words.compounding or phrase.determiner is None:
        return False
    low = phrase.determiner.low
    if low in ("den", "diesen"):
        return not phrase.head.low.endswith("n")
    return low in ("das", "dem", "des", "der", "dieses", "diesem", "dieser") and "nominative" in phrase.cases | {
        "nominative" if low != "der" else ""
    }


def _is_apposed_name(phrase: Phrase, words: References) -> bool:
    """Two nouns side by side, the first a kind of company: the second is its name."""
    if len(phrase.tokens) < 2 or phrase.head.tag != "N" or phrase.head.glued or not phrase.head.text[0].isupper():
        return False
    kind = phrase.tokens[-2]
    if kind.tag != "N" or not kind.text[0].isupper() or phrase.names:
        return False
    if any(words.is_a(phrase.head.low, group) for group in ("nouns", "plural_nouns", "units", "speakers", "shadows")):
        return False
    return any(words.is_a(kind.low, group) for group in ("nouns", "units"))


def _entity(token: Token, owner: Filler | None = None) -> Filler:
    mention = token.mention
    assert isinstance(mention, Mention)
    return Filler(mention.start, mention.end, entity=mention.entity, owner=owner, word=token.low)


def _owner(phrase: Phrase, words: References) -> Filler | None:
    if phrase.owner is not None:
        return filler_of(phrase.owner, words)
    if phrase.determiner is not None and "possessive" in phrase.determiner.marks:
        token = phrase.determiner
        return Filler(token.start, token.end, reference=words.pronouns.get(token.low, "one"), word=token.low)
    if phrase.of is not None and phrase.head.tag != "E":
        return filler_of(phrase.of, words)
    return None


def _unit(phrase: Phrase, words: References) -> Filler | None:
    """ "Norvik's cloud unit", "the cloud unit of Norvik", "Norvik's Tal unit" (which is Tal)."""
    names = phrase.names
    owner = _owner(phrase, words)
    if owner is None and names:
        owner = _entity(names[0])
        inside = [t for t in phrase.tokens if t.start >= names[-1].end]
    elif names:
        return _entity(names[-1], owner)
    else:
        inside = phrase.tokens
    if owner is None or not inside:
        return None
    return Filler(inside[0].start, inside[-1].end, unit=True, owner=owner, word=phrase.head.low)


def _is_bare_reference(phrase: Phrase) -> bool:
    """ "the company", "der Konzern": definite, and not said of whom."""
    determiner = phrase.determiner
    definite = determiner is not None and not determiner.marks & {"indefinite", "possessive"}
    definite = definite and determiner is not None and determiner.low not in ("a", "an", "any", "no", "some", "every")
    return definite and phrase.owner is None and phrase.of is None and not phrase.names
