"""``status.toml`` of a language: what governors, nouns and cues say of how far a deal is."""

import re
from dataclasses import dataclass
from functools import cache

import msgspec

from newscrawl.deals.any_of import any_of
from newscrawl.deals.known_values import check_verbs
from newscrawl.deals.languages import language_file, language_table
from newscrawl.deals.model import STATUSES
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.tables import Table, check_named


class StatusTable(Table, frozen=True):
    """``status.toml``: see the comments there."""

    governors: dict[str, str]
    nouns: dict[str, str]
    stages: dict[str, str]
    present: str
    past: str
    done: str
    cues: dict[str, list[str]]
    carried: str = ""
    accepting: str = ""
    means: str = ""
    beside: str = ""
    aside: str = ""
    wishes: str = ""
    guesses: str = ""
    speaking: str = ""
    counting: str = ""
    adjuncts: str = ""
    unmoved: str = ""
    reporting: str = ""
    awaiting: str = ""
    ahead: str = ""
    planned: str = ""
    provisional: str = ""
    priced: str = ""
    driving: str = ""
    attempting: str = ""
    repelling: str = ""
    rivalry: str = ""
    making: str = ""
    results: str = ""
    resulting: str = ""
    sequel: str = ""
    inclined: str = ""
    against: str = ""
    responsible: str = ""
    standing: str = ""
    paying: str = ""
    financing: str = ""
    checking: str = ""
    authorities: str = ""
    hurdles: str = ""
    participles: str = r"(?!)"
    unreal: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    """How a sentence tells of an earlier try ("Zuvor WAR der Verkauf GESCHEITERT")."""
    predicates: dict[str, str] = msgspec.field(default_factory=dict)
    sourced: tuple[str, ...] = ()
    """How a sentence opens that names the press as the only source of the one before it."""


@dataclass(frozen=True, slots=True, eq=False)
class StatusRules:
    """The status rules of a language, compiled."""

    governors: dict[str, str]
    nouns: dict[str, str]
    """Nouns that a deal hangs on by a genitive ("the completion of the merger") → status."""
    stages: dict[str, str]
    """Nouns that an infinitive hangs on ("talks to buy", "a letter of intent to buy") → status."""
    present: frozenset[str]
    """Auxiliaries that leave a passive or a progressive in the present."""
    past: frozenset[str]
    """Auxiliaries that put an infinitive into the past ("did buy")."""
    done: frozenset[str]
    """Words before a gerund that is over ("after buying")."""
    carried: frozenset[str]
    """Verbs that an infinitive happens with ("spent $5m to buy")."""
    means: frozenset[str]
    """Words before a gerund that is as far as the main verb ("by buying Tal, Norvik becomes …")."""
    beside: frozenset[str]
    """Prepositions behind which a deal is only what something happens for or against ("an inquiry into")."""
    aside: frozenset[str]
    """Prepositions behind which a deal is only when or why something happens, so that the verb speaks of that."""
    wishes: frozenset[str]
    """Auxiliaries that only wish what the infinitive says ("möchte")."""
    guesses: frozenset[str]
    """Auxiliaries that only guess what the infinitive says ("COULD buy Tal")."""
    speaking: frozenset[str]
    """Verbs that tell nothing of how far a deal is ("FOLLOWS the purchase of Tal")."""
    counting: frozenset[str]
    """Those of them behind a list of all that somebody has done ("Its acquisitions INCLUDE Tal and Ostra")."""
    adjuncts: frozenset[str]
    """Prepositions behind which a deal is over if its clause tells what has happened ("grew AFTER the purchase")."""
    unmoved: frozenset[str]
    """Subjects of which it says nothing of the kind ("SHARES rose after the purchase")."""
    awaiting: frozenset[str]
    """Verbs of what is still to come: "completion of the merger IS EXPECTED in May"."""
    ahead: frozenset[str]
    """Prepositions in front of what is still to come: "BEFORE the completion"."""
    reporting: frozenset[str]
    """Verbs that tell what is done ("announced a round")."""
    provisional: frozenset[str]
    """Nouns for an agreement that binds nobody, and words that make it one ("a PRELIMINARY agreement")."""
    planned: frozenset[str]
    """Words before a deal noun that leave it to come ("grew after the PROPOSED merger")."""
    priced: frozenset[str]
    """Verbs of prices: what is only announced moves them too ("ROSE after the purchase of Tal")."""
    attempting: frozenset[str]
    """Verbs of who wants to stop a deal and has not done so: "SUED to block the merger"."""
    driving: frozenset[str]
    """Verbs of what lets shares rise or fall: "talk of a merger LIFTED shares of Norvik"."""
    repelling: frozenset[str]
    """Verbs with which a target ends a bid ("FENDED OFF a bid"), and a buyer its competition."""
    rivalry: frozenset[str]
    """What a buyer fights off to make its deal ("beat off COMPETITION to buy Tal")."""
    making: frozenset[str]
    """Verbs that say what a deal is to be ("MADE the purchase its priority")."""
    results: frozenset[str]
    """What talks end with where the deal is made ("ended with a DEAL")."""
    resulting: frozenset[str]
    """Verbs that tell what came of a deal ("is PAYING OFF")."""
    sequel: frozenset[str]
    """Verbs that tell what came after a deal, with the preposition before it ("The cuts COME AFTER the purchase")."""
    against: frozenset[str]
    """Prepositions before what one decides not to do ("decided AGAINST buying Tal")."""
    responsible: frozenset[str]
    """What somebody was who has done a deal: "was RESPONSIBLE for the purchase"."""
    inclined: frozenset[str]
    """Words of who would like to do it ("is INTERESTED in buying")."""
    standing: frozenset[str]
    """Verbs that tell in the present tense what goes on ("OPERATES a plant with Tal")."""
    paying: frozenset[str]
    """Verbs of which the deal is what the money is for ("PAID $5m for the purchase of Tal")."""
    financing: frozenset[str]
    """Verbs with which a buyer gets the money for a deal ("LINED UP loans FOR the purchase of Tal")."""
    checking: frozenset[str]
    """Verbs with which a buyer thinks of a deal, and an authority of one that is agreed ("CONSIDERS the purchase")."""
    authorities: frozenset[str]
    """How the nouns for those authorities end."""
    hurdles: frozenset[str]
    """How the nouns end for what a deal has to pass, and for having passed it ("won APPROVAL", "hit a SNAG")."""
    participles: re.Pattern[str]
    """How a participle looks, for verbs that the lexicon does not know."""
    accepting: frozenset[str]
    """Verbs that make an offer a deal ("accepted a bid")."""
    predicates: dict[str, str]
    """What a deal is said to be ("is complete") → status."""
    unreal: re.Pattern[str]
    """Sentences that only ask or imagine that somebody might deal ("Could Norvik buy Tal?")."""
    either: re.Pattern[str]
    """What stands before a verb that is but one of two things that may be done ("EITHER sell Tal or close it")."""
    agreed: re.Pattern[str]
    """Sentences that say of an offer that it is agreed ("a merger agreement UNDER WHICH it WILL make an offer")."""
    passed: re.Pattern[str]
    """What a deal comes after, which says nothing of how far it is ("AFTER LONG TALKS Norvik bought Tal")."""
    before: re.Pattern[str]
    """Sentences on an earlier try, which say nothing of how far the deal told last is."""
    cues: tuple[tuple[str, re.Pattern[str]], ...]
    sourced: re.Pattern[str]
    """How a sentence opens that names the press as the only source of the one before it."""


WORD_KEYS = (
    "present", "past", "done", "carried", "means", "beside", "aside", "wishes", "guesses", "speaking", "counting",
    "reporting", "accepting", "adjuncts", "unmoved", "planned", "priced", "driving", "attempting", "repelling",
    "provisional", "rivalry", "making", "results", "resulting", "standing", "inclined", "against", "paying",
    "financing", "checking", "authorities", "hurdles", "sequel", "awaiting", "ahead", "responsible",
)  # fmt: skip
"""Keys of the table that hold words or infinitives parted by blanks."""

VERB_KEYS = (
    "carried", "accepting", "reporting", "priced", "driving", "attempting", "repelling", "making", "resulting",
    "standing", "paying", "financing", "checking", "awaiting",
)  # fmt: skip
"""Those of them that hold infinitives."""

MORE_CUES = ("open", "since")
"""Cues that are no status: it is left open whether the deal is made; it was made some time ago."""


@cache
def status_rules(language: str) -> StatusRules:
    """The status rules of a language, read once.

    Raises:
        TableError: a status or a verb is named that there is not.
    """
    table, path = language_table(language, "status", StatusTable), language_file(language, "status")
    keyed = {"governors": table.governors, "nouns": table.nouns, "stages": table.stages, "predicates": table.predicates}
    for key, named in keyed.items():
        check_named(f"{path}: {key}", named, STATUSES)
    check_named(f"{path}: cues", table.cues, (*STATUSES, *MORE_CUES))
    for status, lemmas in table.governors.items():
        check_verbs(f"{path}: governors: {status}", _verbs(lemmas), lexicon(language))
    for key in VERB_KEYS:
        check_verbs(f"{path}: {key}", _verbs(getattr(table, key)), lexicon(language))
    return StatusRules(
        governors={lemma: status for status, lemmas in table.governors.items() for lemma in _verbs(lemmas)},
        nouns={word: status for status, words in table.nouns.items() for word in words.split()},
        stages={phrase: status for status, phrases in table.stages.items() for phrase in phrases.split(" | ")},
        predicates={word: status for status, words in table.predicates.items() for word in words.split()},
        unreal=any_of(table.unreal),
        either=any_of(table.either),
        agreed=any_of(table.agreed),
        passed=any_of(table.passed),
        before=any_of(table.before),
        participles=re.compile(table.participles),
        cues=tuple((status, any_of(patterns)) for status, patterns in table.cues.items()),
        sourced=any_of(table.sourced),
        **{key: frozenset(_verbs(getattr(table, key))) for key in WORD_KEYS},
    )


def _verbs(words: str) -> list[str]:
    """Infinitives parted by blanks; "_" stands for the blank before a particle ("call_off")."""
    return [word.replace("_", " ") for word in words.split()]
