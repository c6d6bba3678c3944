"""Needs of a slot: that it is filled, by whom or by what."""

from functools import cache
from typing import TYPE_CHECKING

from newscrawl.deals.syntax.owners import owner_of
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases

if TYPE_CHECKING:
    from newscrawl.deals.frames.frame import Grammar
    from newscrawl.deals.mentions.references import References


def are_several(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """Whether the subject names two or more who do it together: "NORVIK UND TAL wollen eine Fabrik bauen", not "JE eine
    Fabrik" or "AUCH eine Fabrik"."""
    own = [p for p in phrases if p.clause == group.clause]
    each = any(t.is_a("distributive") or t.is_a("also") for p in own for t in p.with_adverbs)
    return not each and sum(bool(p.names) for p in arguments.slots.get("subject", [])) > 1


def are_several_objects(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "has courted NORVIK AND TAL": who courts several wants them as customers."""
    return sum(bool(p.names) for p in arguments.slots.get("object", [])) > 1


def has_slot(need: str, arguments: Arguments) -> bool:
    """Whether a slot is filled; see the notation.

    One of several ("from|by"), by a name ("named from"), by a certain noun ("to=range|portfolio") or with that in its
    genitive ("object of=venture"), with what is somebody's own ("for its"), what somebody named has ("object owned"),
    what is said to belong to anybody ("with belonging") or so many of them ("about counted": "about the purchase OF
    20 TRAINS").
    """
    if need.endswith(" its"):
        found = [p for slot in need[:-4].split("|") for p in arguments.slots.get(slot, [])]
        return any(p.is_owned or (p.of is not None and p.of.is_owned) for p in found)
    if need.endswith(" owned"):
        return any(_is_owned(p) for slot in need[:-6].split("|") for p in arguments.slots.get(slot, []))
    if need.endswith(" belonging"):
        return any(p.owner is not None or p.of is not None or p.is_owned for p in arguments.slots.get(need[:-10], []))
    if need.endswith(" counted"):
        found = [p for slot in need[:-8].split("|") for p in arguments.slots.get(slot, [])]
        return any(p.of is not None and _has_number(p.of) for p in found)
    slot, _, heads = need.partition("=")
    if heads and slot.endswith(" of"):
        whole = [p.of for p in arguments.slots.get(slot[:-3], []) if p.of is not None]
        return any(is_one(p.head.low, heads) for p in whole)
    if heads:
        return any(_is_one_of(heads, p) for s in slot.split("|") for p in arguments.slots.get(s, []))
    if need.startswith("named "):
        slots = need[6:].split("|")
        return any(phrase.names for slot in slots for phrase in arguments.slots.get(slot, []))
    return any(slot in arguments.slots for slot in need.split("|"))


def _is_one_of(heads: str, phrase: Phrase) -> bool:
    """Whether a phrase is one of certain nouns, or says so of its name or in it: "von ihrem LIEFERANTEN Norvik", "in
    der NEUEN Norvik AG", "joined the Norvik GROUP"."""
    told = ("N", "A") if phrase.head.tag == "E" else ("A",)
    kinds = [t.low for t in phrase.tokens if t.tag in told]
    last = phrase.head.text.rpartition(" ")[2]
    inside = [last] if last.islower() else []
    if phrase.head.tag == "E" and phrase.head.low in nouns_of(heads)[0]:
        return True
    own = () if phrase.head.tag == "E" else (phrase.head.low,)  # "NordKABEL" is a company
    return any(is_one(word, heads) for word in (*own, *inside, *kinds))


def is_one(word: str, nouns: str) -> bool:
    """Whether a word is one of several nouns ("range|portfolio"), or ends like one that is written so ("*buses")."""
    whole, endings = nouns_of(nouns)
    return word in whole or word.endswith(endings)


@cache
def nouns_of(nouns: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The nouns that a need asks for, and the endings."""
    written = nouns.split("|")
    return (
        frozenset(noun for noun in written if not noun.startswith(ENDING)),
        tuple(noun[1:] for noun in written if noun.startswith(ENDING)),
    )


ENDING = "*"
"""Before how a noun ends."""


def _is_owned(phrase: Phrase) -> bool:
    """Whether somebody is named whose thing it is: "NORVIK's computers", "the computers of NORVIK"."""
    if phrase.owner is not None or (phrase.names and phrase.head.tag == "N"):
        return True
    return phrase.of is not None and (bool(phrase.of.names) or phrase.of.owner is not None)


def has_owner(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "die Wartung der Züge der TAL AG": the object is somebody's who is named."""
    return any(owner.names for p in arguments.slots.get("object", []) if (owner := owner_of(p)) is not None)


def is_known_firm(slots: str, arguments: Arguments, grammar: "Grammar") -> bool:
    """Whether one of several slots has "the company", whatever its name: it has been named before."""
    found = (arguments.slots.get(slot, []) for slot in slots.split("|"))
    return any(len(f) == 1 and not f[0].names and _is_the_firm(f[0], grammar.references) for f in found)


def _is_the_firm(phrase: Phrase, words: "References") -> bool:
    if phrase.of is not None or phrase.owner is not None or len(phrase.tokens) > 1:
        return False
    return words.is_definite(phrase.determiner) and words.is_a(phrase.head.low, "general")


def is_part_of_named(slots: str, arguments: Arguments, grammar: "Grammar") -> bool:
    """Whether one of several slots has a part of what is named: "Interesse an TEILEN DER TAL AG"."""
    found = (p for slot in slots.split("|") for p in arguments.slots.get(slot, []))
    return any(p.head.low in grammar.references.parts and p.of is not None and bool(p.of.names) for p in found)


def is_called_firm(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """Whether who does it, or is spoken with, is called a company beside the name: "der INVESTOR Tal"; so no person or
    family does."""
    sides = [p for slot in ("subject", "mit") for p in arguments.slots.get(slot, []) if p.names]
    called = (token.low for p in sides for token in p.tokens if token.tag == "N")
    return any(grammar.references.is_a(word, "nouns") for word in called)


def is_told_before(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "ordered 40 trains. THEY will be built by Norvik", "THE TRAINS …", but not "Norvik will supply THE ENGINES":
    only airlines order those themselves."""
    things, before = arguments.slots.get("object", []), phrases.before.lower()
    flies = any(grammar.words.is_a(word, "aircraft") for word in before.replace(",", " ").split())
    return any(flies or p.is_pronoun or p.head.low in before for p in things)


def is_some(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "baut für Tal ZWEI Schiffe", "liefert EINE Anlage": so many, no goods in general."""
    return any(_is_counted(p) for slot in ("object", "second object") for p in arguments.slots.get(slot, []))


def _is_counted(phrase: Phrase) -> bool:
    return phrase.is_indefinite or _has_number(phrase)


def _has_number(phrase: Phrase) -> bool:
    return any(t.is_a("number") or t.text[0].isdigit() for t in phrase.tokens if t.tag not in "MTU%")
