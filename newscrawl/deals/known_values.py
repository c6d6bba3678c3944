"""What data files name must exist: types, roles, statuses, verbs, slots. What does not stops at load."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from newscrawl.deals.deal_types import deal_types
from newscrawl.deals.frames.needs import NOT, SPECIAL, THEN
from newscrawl.deals.model import STATUSES
from newscrawl.deals.syntax.lexicon import VERB_CLASSES, Lexicon
from newscrawl.tables import TableError, check_named

if TYPE_CHECKING:  # triggers are checked as soon as they are read
    from newscrawl.deals.frames.triggers import NounTrigger, TriggerTable, VerbTrigger

SLOTS = frozenset((
    "subject", "object", "second object", "indirect", "owner", "compound", "of", "copula", "inverted", "called",
    "predicate", "explains", "retained", "state", "has", "becomes", "agreed with", "opening", "causer", "undergone",
    "led", "task", "reflexive", "concerned", "opening beside", "contested", "whose",
))  # fmt: skip
"""Grammatical slots besides the prepositions of a language."""


def check_verbs(place: str, named: Iterable[str], words: Lexicon) -> None:
    """Whether the language knows the forms of the verbs named.

    Raises:
        TableError: it does not.
    """
    for lemma in named:
        if lemma not in words.lemmas:
            raise TableError(f"{place}: the verb {lemma!r} has no forms; allowed: the infinitives of verbs.toml")


def check_triggers(path: Path, table: "TriggerTable", words: Lexicon) -> None:
    """Whether every trigger of a file names roles, slots, statuses and verbs that there are.

    Raises:
        TableError: one does not; the message has file, trigger, key and what is allowed.
    """
    for verb in table.verb:
        place = f"{path}: verb {verb.name!r}"
        _check_trigger(place, verb, words)
        check_verbs(f"{place}: lemmas", verb.lemmas, words)
    for noun in table.noun:
        _check_noun(f"{path}: noun {noun.name!r}", noun, words)


def _check_trigger(place: str, trigger: "VerbTrigger | NounTrigger", words: Lexicon) -> None:
    """What verbs and nouns have in common."""
    _check_roles(f"{place}: roles", trigger.roles, trigger.type, words)
    check_named(f"{place}: status", filter(None, [trigger.status]), STATUSES)
    check_named(f"{place}: topic", filter(None, (trigger.topic or "").split("|")), deal_types()[trigger.type].roles)
    needs = [need.removeprefix(NOT) for need in trigger.needs]
    then = [lemma for need in needs if need.startswith(THEN) for lemma in need[len(THEN) :].split("|")]
    check_verbs(f"{place}: needs: then", then, words)
    slots = [need for need in needs if not need.startswith(THEN)]
    check_named(f"{place}: needs", _slots_needed(slots), {*SPECIAL, *_slots(words)})


def _check_noun(place: str, noun: "NounTrigger", words: Lexicon) -> None:
    _check_trigger(place, noun, words)
    check_named(f"{place}: acts_as", filter(None, [noun.acts_as]), VERB_CLASSES)
    check_named(f"{place}: adjunct", filter(None, [noun.adjunct]), deal_types()[noun.type].roles)
    for verb, roles in noun.support.items():
        _check_support(f"{place}: support", verb, words)
        _check_roles(f"{place}: support: {verb}", roles, noun.type, words)


def _check_support(place: str, verb: str, words: Lexicon) -> None:
    """A verb or a class of verbs, or one with the slot in which it governs the noun ("agree to")."""
    lemma, _, slot = verb.rpartition(" ")
    if verb in words.lemmas or verb in VERB_CLASSES:
        return
    if lemma in VERB_CLASSES or lemma in words.lemmas:
        check_named(place, [slot], _slots(words))
    else:
        check_verbs(place, [verb], words)


def _check_roles(place: str, roles: Mapping[str, str], kind: str, words: Lexicon) -> None:
    check_named(place, map(_plain, roles), _slots(words))
    check_named(place, (role for given in roles.values() for role in given.split("|")), deal_types()[kind].roles)


def _slots(words: Lexicon) -> frozenset[str]:
    """The slots of a language: the grammatical ones and its words that join, prepositions above all."""
    return SLOTS | words.joining


def _plain(slot: str) -> str:
    """ "named object", "for owner" and "object name" are read from the slots object and for."""
    slot = slot.removeprefix("named ")
    return (
        slot
        if slot in SLOTS
        else slot.removesuffix(" owner")
        .removesuffix(" name")
        .removesuffix(" of")
        .removesuffix(" its")
        .removesuffix(" counted")
        .removesuffix(" owned")
        .removesuffix(" belonging")
    )


def _slots_needed(needs: Iterable[str]) -> Iterator[str]:
    for need in needs:
        yield from map(_plain, need.partition("=")[0].removeprefix("no ").removeprefix("named ").split("|"))
