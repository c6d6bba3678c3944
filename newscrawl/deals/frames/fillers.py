"""Who a noun phrase means: an entity, a reference to one, or a unit without a name of its own."""

from dataclasses import replace

from msgspec import structs

from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.listed_units import gathered, of_one_owner, whole_of_list
from newscrawl.deals.frames.names_by_place import apposed_name, bare_name
from newscrawl.deals.frames.phrase_kinds import (
    are_shares,
    is_a_thing,
    is_bare_reference,
    is_definite,
    is_from_there,
    is_kind_of_party,
    is_maker_of,
    is_named_unit,
    is_one_of_its_products,
    is_owned_firm,
    is_part_of_unit,
    is_singular,
    is_some_speaker,
)
from newscrawl.deals.mentions.model import Mention
from newscrawl.deals.mentions.references import References
from newscrawl.deals.syntax.phrases import Phrase
from newscrawl.deals.syntax.tokens import Token


def fillers(phrases: list[Phrase], words: References, bought: bool = False) -> list[Filler]:
    """The fillers of a slot's phrases; phrases that name nobody give none.

    Some pronouns only mean what is ``bought``, and "an affiliate of Norvik" that is bought is not Norvik.
    """
    phrases = [one for phrase in phrases for one in phrase.listed or [phrase]]
    phrases = of_one_owner(whole_of_list(phrases, words), words)
    if bought:
        phrases = [p for p in phrases if words.is_a(p.head.low, "units") or not is_some_speaker(p, words)]
    phrases = [phrase for phrase in phrases if bought or phrase.head.low not in words.undergoers]
    found = [filler for phrase in phrases if (filler := filler_of(phrase, words)) is not None]
    if found and _are_kinds_of(phrases, words):
        return []
    named = [f for f in found if _is_named(f) or (not bought and _is_unit_of_named(f))]
    return named if named and len(found) > len(named) and not found[0].reference else found


def _are_kinds_of(phrases: list[Phrase], words: References) -> bool:
    """ "Räder der MARKEN Tal, BERGEN UND HULL": names of whose things the first phrase speaks, who are not meant."""
    of = phrases[0].of
    if of is None or of.head.tag != "E" or len(of.tokens) == 1 or filler_of(phrases[0], words) is not None:
        return False
    return all(p.determiner is None and p.tokens[0].tag == "E" and not p.preposition for p in phrases[1:])


def _is_named(filler: Filler) -> bool:
    return filler.entity is not None or (filler.named and not filler.weak)


def _is_unit_of_named(filler: Filler) -> bool:
    """ "THE VENTURE ARM of Norvik", but "die NORVIK-Bank"."""
    owner = filler.owner if filler.unit else None
    return owner is not None and owner.entity is not None and owner.start != filler.start


def filler_of(phrase: Phrase, words: References) -> Filler | None:
    """Who the phrase means, or None ("the market", "20 employees")."""
    if phrase.head.tag == "E":
        return _of_name(phrase, words)
    if are_shares(phrase, words):
        return filler_of(phrase.of, words) if phrase.of is not None else None
    if (whole := _stands_for(phrase, words)) is not None:
        return filler_of(whole, words)
    return next((found for reading in READINGS if (found := reading(phrase, words)) is not None), None)


def _of_name(phrase: Phrase, words: References) -> Filler | None:
    if (employer := _employer(phrase, words)) is not None:
        return _entity(employer)
    return None if is_one_of_its_products(phrase, words) else _entity(phrase.head, _owner_of_name(phrase, words))


def _stands_for(phrase: Phrase, words: References) -> Phrase | None:
    """The phrase whose part it is and that is meant: "all the assets OF TAL", "einer DER KÄUFER"."""
    head, whole = phrase.head.low, phrase.of
    if (sold := _all_of_it(phrase, words)) is not None or whole is None:
        return sold
    if head in words.parts or head.isdigit():
        return whole
    if words.compounding:
        return None
    return whole if is_part_of_unit(phrase, words) and phrase.explained is None else None


def _pronoun(phrase: Phrase, words: References) -> Filler | None:
    head = phrase.head
    if head.low not in words.pronouns or head.tag not in ("R", "D"):
        return None
    return Filler(
        head.start, head.end, reference=words.pronouns[head.low], word=head.low, owns="possessive" in head.marks
    )


def _explained(phrase: Phrase, words: References) -> Filler | None:
    """ "the company, NORVIK"."""
    if phrase.explained is None or not (is_kind_of_party(phrase.head, words) or not words.compounding):
        return None
    return _entity(phrase.explained.head, _owner(phrase, words))


def _first_of_a_land(phrase: Phrase, words: References) -> Filler | None:
    """ "DEUTSCHLANDS GRÖSSTER VERSICHERER": one told of before, and not that land."""
    owner, head = phrase.owner, phrase.head
    if not words.compounding or owner is None or phrase.of is not None or phrase.names:
        return None
    leads = any(token.low.endswith(words.superlatives) for token in phrase.tokens[:-1])
    firm = leads and words.is_land(owner.head.low) and is_kind_of_party(head, words)
    return _reference("company", head) if firm else None


def _beside_its_name(phrase: Phrase, words: References) -> Filler | None:
    """ "the TAL brand" is called by its name, "27 NORVIK-FILIALEN" by their owner's."""
    if not phrase.names or phrase.owner is not None:
        return None
    if phrase.head.low in words.called_by_name:
        return _entity(phrase.names[-1], _owner(phrase, words))
    is_glued = words.compounding and phrase.head.glued and words.is_a(phrase.head.low, "units")
    return _glued_unit(phrase, words) if is_glued else None


def _body_of_state(phrase: Phrase, words: References) -> Filler | None:
    """ "POLAND'S DEFENCE MINISTRY"."""
    if words.compounding or phrase.owner is None or not words.is_a(phrase.head.low, "public_bodies"):
        return None
    return Filler(phrase.owner.start, phrase.end, named=True, body=True, word=phrase.head.low)


def _named_place(phrase: Phrase, words: References) -> Filler | None:
    """ "the MORANBAH MINE", "its ELMIRA WORKS": what stands somewhere is called by its place, not by its owner."""
    if not phrase.names or phrase.head.glued:
        return None
    owner = _owner(phrase, words)
    owned = owner is not None and phrase.head.low in words.works
    if not owned and (phrase.head.low not in words.named_places or phrase.is_indefinite):
        return None
    name = phrase.names[0]  # "the TULSA, OKLA., REFINERY"
    return Filler(name.start, phrase.end, named=True, owner=owner, word=f"{phrase.names[-1].low} {phrase.head.low}")


def _unit_of_somebody(phrase: Phrase, words: References) -> Filler | None:
    head = phrase.head.low
    if (things := gathered(phrase, words)) is not None:
        owner = _owner(structs.replace(phrase, of=things.of), words)
        return None if owner is None else Filler(phrase.start, things.end, unit=True, owner=owner, word=things.head.low)
    if is_owned_firm(phrase, words):
        return _unit(phrase, words)
    if not words.is_a(head, "units") or (words.is_a(head, "nouns") and is_bare_reference(phrase)):
        return None
    return _unit(phrase, words)


def _by_its_name(phrase: Phrase, words: References) -> Filler | None:
    """ "Norvik SHARES", "TAL executives": the name inside is meant, but for "the GATESHEAD firm"."""
    head = phrase.head
    if not phrase.names:
        return None
    if is_from_there(phrase, words):
        return _reference("company", head)
    if head.glued and head.low in words.relations:
        return None  # "der NORVIK-KONKURRENT"
    if head.glued and head.low in words.ware_makers:  # "der IPHONE-HERSTELLER"; "ein Robotik-Start-up" is nobody
        return None if phrase.is_indefinite else _reference("company", head)
    if not words.compounding and head.low in words.relatives:
        return _reference("described", head) if is_definite(phrase) else None
    if any(words.is_a(head.low, kind) for kind in ("shadows", "speakers", "nouns")):
        return replace(_entity(phrase.names[-1], _owner_of_name(phrase, words)), word=head.low)
    return _glued_unit(phrase, words) if head.glued else None


def _by_its_owner(phrase: Phrase, words: References) -> Filler | None:
    """ "20 percent OF TAL", "the board OF TAL"."""
    head, kinds = phrase.head, ("speakers", "nouns", "shadows")
    if is_maker_of(phrase, words):
        return None
    related = any(t.low in words.relations for t in phrase.tokens) and not is_some_speaker(phrase, words)
    speaks = not related and any(words.is_a(head.low, kind) for kind in kinds)
    owner = _owner(phrase, words) if head.tag == "%" or speaks else None
    if owner is not None and owner.owns and head.low in words.founded_firms:
        return _reference("company", head)  # "der Gründer verkauft SEIN UNTERNEHMEN": it is not he
    if owner is None or phrase.owner is None or not words.is_a(head.low, "nouns"):
        return owner
    return replace(owner, word=head.low)


def _by_its_kind(phrase: Phrase, words: References) -> Filler | None:
    """ "the companies", "die SCHWEDEN", "the company", "the maker of drives"."""
    head, bare = phrase.head, is_bare_reference(phrase)
    if bare and head.low in words.dealing_persons:
        return _reference("person", head)
    if any(token.low in words.to_come for token in phrase.tokens[:-1]):
        return None
    if bare and words.is_plural_noun(head.low) and not is_singular(phrase, words):
        return _reference("companies", head)
    if phrase.of is not None and phrase.of.names and phrase.of.preposition == "von" and words.is_people(head.low):
        return filler_of(phrase.of, words)  # "die SCHWEDEN von Norvik"
    if bare and (words.is_a(head.low, "nouns") or (len(phrase.tokens) == 1 and words.is_people(head.low))):
        return _reference("company", head)
    return _reference("maker", head) if is_maker_of(phrase, words) else None


def _by_what_was_said(phrase: Phrase, words: References) -> Filler | None:
    """What means a company only if the text has told of it: "the crawler", "die Tochter", "das Haus"."""
    head = phrase.head
    if words.compounding:
        if head.low in words.called_again and is_bare_reference(phrase):
            return _reference("described", head)
        if _is_unit_of_topic(phrase, words):
            return Filler(head.start, head.end, unit=True, owner=_reference("topic", head), word=head.low)
        return _reference("sold", head) if _is_told_unit(phrase, words) else bare_name(phrase, words)
    return _reference("described", phrase.head) if is_a_thing(phrase, words) else None


def _reference(kind: str, head: Token) -> Filler:
    return Filler(head.start, head.end, reference=kind, word=head.low)


def _public_body(phrase: Phrase, words: References) -> Filler | None:
    """ "das Verteidigungsministerium", "die indische Marine": known by what it is, not by a name."""
    if (
        not words.compounding
        or phrase.names
        or phrase.owner is not None
        or phrase.head.glued
        or not _is_some_body(phrase, words)
    ):
        return None
    adjectives = [t for t in phrase.tokens[:-1] if t.tag == "A" and t.low.endswith(words.national)]
    first = adjectives[0] if adjectives else phrase.head
    written = " ".join([*(t.low.rstrip("rnms").rstrip("e") for t in adjectives), phrase.head.low.removesuffix("s")])
    return Filler(first.start, phrase.head.end, named=True, body=True, word=written)


def _is_some_body(phrase: Phrase, words: References) -> bool:
    head = phrase.head.low
    if head in words.bodies:
        return True
    told = any(t.tag == "A" and t.low.endswith(words.national) for t in phrase.tokens[:-1])
    return told if head in words.general_bodies else words.is_a(head, "general_bodies")


def _is_unit_of_topic(phrase: Phrase, words: References) -> bool:
    """ "Norvik baut um. DAS KREUZFAHRTGESCHÄFT geht an Tal": a unit that a compound tells apart from others; it is of
    the company that the text is about. Not "das TAGESgeschäft"."""
    if not is_bare_reference(phrase) or phrase.head.glued or not words.is_definite(phrase.determiner):
        return False
    low = phrase.head.low
    beginnings = {low.removesuffix(part) for part in words.businesses if low.endswith(part) and low != part}
    return bool(beginnings) and words.no_businesses.isdisjoint(beginnings)


def _is_told_unit(phrase: Phrase, words: References) -> bool:
    """ "die Tochter, die Pumpen baut": a unit of nobody named here."""
    alone = len(phrase.tokens) == 1 and phrase.of is None and phrase.owner is None
    return alone and words.is_definite(phrase.determiner) and phrase.head.low in words.named_units


def _employer(phrase: Phrase, words: References) -> Token | None:
    """The company in "NORVIK-Chef Karl Huber", for which its manager deals; "der frühere Norvik-Chef" does not."""
    tokens = phrase.tokens
    if not words.compounding or len(tokens) < 3 or tokens[-3].tag != "E" or not tokens[-2].glued:
        return None
    if any(t.low.startswith(words.former) for t in tokens[:-3]):
        return None
    return tokens[-3] if tokens[-2].low.endswith(words.managers) else None


def _all_of_it(phrase: Phrase, words: References) -> Phrase | None:
    """ "substantially ALL THE ASSETS OF TAL", "all of the assets of Tal": who buys them buys Tal."""
    assets = phrase.of if phrase.head.low in words.whole_words and phrase.of is not None else phrase
    if assets.head.low not in words.whole_things or assets.of is None or not assets.of.names:
        return None
    first = [phrase.determiner, *phrase.tokens] if phrase.determiner is not None else phrase.tokens
    said = any(token is not None and token.low in words.whole_words for token in first)
    bare = len(assets.tokens) == 1 and assets.head.low in words.whole_alone and is_definite(assets)
    return assets.of if said or (bare and assets.of.head.tag == "E") else None


def _entity(token: Token, owner: Filler | None = None) -> Filler:
    mention = token.mention
    assert isinstance(mention, Mention)
    return Filler(mention.start, mention.end, entity=mention.entity, owner=owner, word=token.low)


def _owner_of_name(phrase: Phrase, words: References) -> Filler | None:
    """ "Norvik's Tal", "the Tal Division of Norvik"."""
    if any(t.low in words.relations and not words.is_a(t.low, "units") for t in phrase.tokens[:-1]):
        return None  # "Norvik's RIVAL Tal"
    owner = _owner(phrase, words)
    if owner is None and phrase.of is not None and is_named_unit(phrase, words):
        return filler_of(phrase.of, words)
    if owner is None and not phrase.relative and _is_daughter(phrase, words):
        return _entity(phrase.tokens[-3])
    return owner


def _is_daughter(phrase: Phrase, words: References) -> bool:
    """ "die NORVIK-TOCHTER Tal", "NORVIK SUBSIDIARY Tal", not "die frühere Norvik-Tochter Tal"."""
    if len(phrase.tokens) < UNIT_AND_NAME:
        return False
    owner, unit = phrase.tokens[-3:-1]
    if owner.tag != "E" or unit.glued != words.compounding or not words.is_a(unit.low, "named_units"):
        return False
    return not any(t.low.startswith(words.former) for t in phrase.tokens[:-3])


UNIT_AND_NAME = 3
"""How many tokens an owner, its unit and the name of that are."""


def _owner(phrase: Phrase, words: References) -> Filler | None:
    if phrase.owner is not None:
        return filler_of(phrase.owner, words)
    if phrase.determiner is not None and phrase.is_owned:
        token = phrase.determiner
        if token.is_a("relative"):
            return None
        return Filler(token.start, token.end, reference=words.pronouns.get(token.low, "one"), word=token.low, owns=True)
    if phrase.of is not None and phrase.head.tag != "E":
        return filler_of(phrase.of, words)
    return None


def _unit(phrase: Phrase, words: References) -> Filler | None:
    """ "Norvik's cloud unit", "the cloud unit of Norvik", "Norvik's Tal unit" (which is Tal)."""
    names = phrase.names
    if phrase.of is not None and phrase.of.head.tag == "E" and is_named_unit(phrase.of, words):
        return _entity(phrase.of.head, _owner(phrase.of, words))
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
    word = _without_genitive(phrase.head.low, words)
    return Filler(inside[0].start, inside[-1].end, unit=True, owner=owner, word=word)


def _without_genitive(word: str, words: References) -> str:
    """ "des FILIALNETZES" is no other unit than "das FILIALNETZ"."""
    bases = (word.removesuffix(end) for end in ("es", "s") if word.endswith(end))
    return next((base for base in bases if words.compounding and words.is_a(base, "units")), word)


def _glued_unit(phrase: Phrase, words: References) -> Filler | None:
    """ "27 Norvik-Filialen": a unit known by its owner; what else is glued to a name ("Norvik-Kunden") is none. Where
    another owner is said, the name is of what the unit deals in: "SEIN Solara-Geschäft"."""
    name, head = phrase.tokens[-2], phrase.head
    if name.tag != "E" or not words.is_a(head.low, "units"):
        return None
    owner = _owner(phrase, words)
    if owner is None:
        owner = _reference("topic", head) if words.is_land(name.low) else _entity(name)  # "das ÖSTERREICH-Geschäft"
    return Filler(name.start, head.end, unit=True, owner=owner, word=f"{name.low}-{head.low}")


READINGS = (
    _pronoun,
    _explained,
    _first_of_a_land,
    apposed_name,
    _beside_its_name,
    _body_of_state,
    _named_place,
    _unit_of_somebody,
    _public_body,
    _by_its_name,
    _by_its_owner,
    _by_its_kind,
    _by_what_was_said,
)
"""What a noun phrase can mean, the surest reading first."""
