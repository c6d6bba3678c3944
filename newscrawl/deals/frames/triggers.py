"""The words that tell a deal, read from the folder ``triggers`` of a language: a file for each deal type, named as it.

A trigger maps grammatical slots to roles: ``subject``, ``object``, ``indirect`` ("awarded NORVIK a contract"),
``owner`` ("NORVIK's purchase"), ``compound`` ("the NORVIK deal"), ``of``, ``concerned`` ("FÜR NORVIK ist es der zweite
Zukauf"), ``contested`` ("in the battle FOR NORVIK"), and every preposition. A passive is turned round before: its agent
is the subject.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, TypeVar

import msgspec
from msgspec.structs import replace

from newscrawl.deals.deal_types import deal_types
from newscrawl.deals.frames.needs.slots import ENDING
from newscrawl.deals.known_values import check_triggers
from newscrawl.deals.languages import language_folder
from newscrawl.deals.syntax.lexicon import Lexicon, lexicon
from newscrawl.tables import Table, TableError, check_named, read_table

Turn = Literal["first", "last"]
"""Of the triggers of one word the first that is fulfilled tells the deal. They are tried in the order of the deal types
and, of one type, as they stand in its file; but those that ask for more than the triggers of other types are tried
``first``, those that fit any agreement ``last``."""


class VerbTrigger(Table, frozen=True):
    """A verb that tells a deal: ``roles`` maps grammatical slots to roles of the deal type.

    ``needs`` are slots that must be filled, or conditions:
        ``money`` the object is a sum or holds one, ``sum`` the clause does, ``money subject`` the subject is;
        ``share told`` a percentage is told behind; ``duration`` a duration follows;
        ``money with`` a sum stands behind "with", ``price`` behind "for";
        ``share price`` the sum is for a share, ``per share`` it is one per share;
        ``since`` a state has a beginning, ``so far`` it lasted until now, ``now`` it is otherwise from now on;
        ``ahead`` it is a plan, ``ongoing`` it is being done; ``jointly`` two do it together, ``exclusively`` one alone;
        ``evenly`` each has one half, ``rest`` it is what is not yet owned;
        ``modal`` the clause has a "will" or "may", ``affirmed`` no "not" or "no", ``negated`` one;
        ``ended`` it is done no longer;
        ``present`` no verb in a past tense; ``inverted`` the subject stands behind the verb;
        ``object first`` the object opens the clause, or a participle does;
        ``commanded`` what is to be done with the object follows;
        ``task`` an infinitive or purpose follows, ``delivery`` one of a supplier's work,
        ``then=use|show`` one of these verbs; ``once`` it is told in the past or of a counted lot;
        ``investor`` who gives the money is one by name; ``object owned`` what somebody named has;
        ``object told`` the sentences before speak of the object, ``takeover told`` of a takeover;
        ``round`` the sentence speaks of a funding round; ``fresh`` it is no sum of all rounds so far;
        ``agreement`` a noun like "deal" stands shortly before; ``event`` it is no state ("ist beteiligt");
        ``some`` the object is counted ("zwei Schiffe", "eine Anlage"),
        ``several`` the subject names two or more, ``several objects`` the object does;
        ``about counted`` what hangs on a phrase by a genitive ("about the purchase of 20 trains");
        ``owned`` it has a named owner;
        ``empty-handed`` who does it gets nothing; ``firm`` they are called a company beside their name;
        ``filed`` the sentence speaks of a filing; ``self-told`` a company speaks of itself as "we";
        ``bare`` it is a participle without an auxiliary;
        ``turn`` the clause has a date or a word like "künftig"; ``named`` and a slot: a name must stand in it; ``no``
        and a slot, or ``then``: it must not be there.
    ``pseudo`` are heads of the object that make it no deal, ``objects`` nouns of which the object must be one (end with
    one in a compounding language). ``@goods`` among them, or in ``subject=@goods``, stands for the endings of that
    class of words.toml.
    ``status`` overrules the verb form. A ``weak`` trigger gives way to another one in its sentence. ``echo`` are nouns
    of which the next sentence must hold one ("builds trains for Tal. THE CONTRACT runs …"). With ``rivals``, several
    who do it side by side are as many deals ("Norvik and Bergen bid for Tal"). With ``sides_open`` the
    grammar does not say which of the two delivers (see ``sides.py``). With ``firms`` it tells something else of people
    ("Thomas Wagner GEHT bei Tal AN BORD"), who are no party then.
    """

    name: str
    lemmas: list[str]
    roles: dict[str, str]
    type: str = ""
    """The deal type. The file is named by it and does not write it."""
    tried: Turn | None = None
    needs: tuple[str, ...] = ()
    pseudo: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    echo: tuple[str, ...] = ()
    rivals: bool = False
    status: str | None = None
    weak: bool = False
    sides_open: bool = False
    mutual: bool = False
    """Whether each of those who do it has all its roles ("A and B cross-licensed their patents")."""
    topic: str | None = None
    """The role of the company that the text is about, where the sentence names nobody for it: "Im Mai kam Tal dazu"."""
    firms: bool = False
    entry: bool = False
    """Whether who buys had no share before: what he "now holds" is what he bought."""
    invests: bool = False
    """Whether it tells that money is put into something: what else is said shows whether that is a company of others,
    and whether it is a stake or a round."""
    follows: bool = False
    """Whether it only goes on with a deal of its type told right before: "2014 FOLGTE Tal"; a topic is who did that."""
    shares: bool = False
    """Whether, with a share that gives no control, it tells a stake: "gehört künftig ZU 40 PROZENT zu Tal"."""
    may_be_grant: bool = False
    """Whether it tells no deal where a state pays: "bekommt für sein Werk 5 Millionen Euro VOM LAND"."""
    told_by_other: bool = False
    """Whether it names one side only, and who else is named in the sentence is the other: "Sales rose on an order from
    Tal, NORVIK said"."""
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


class NounTrigger(Table, frozen=True):
    """A noun that tells a deal: its own slots (``roles``), and those of the verb that governs it (``support``).

    ``support`` maps the infinitive or the class of the governing verb to slots and roles; with ``support_only`` the
    noun without such a verb is a state. ``acts_as`` is the class of verb that the noun stands for itself ("the sale of
    a stake"). ``adjunct`` is the role of the clause's subject where the noun stands behind a preposition ("with the
    purchase of Tal, Norvik …"). With one of ``states`` as governing verb ("hält") it is news only if the clause has a
    turn ("hält künftig"). ``modifiers``: one of these words, or two together, must stand in the noun phrase. With
    ``names_party`` it is no word for the deal but for one who makes it ("the buyer").
    """

    name: str
    words: list[str]
    roles: dict[str, str]
    type: str = ""
    tried: Turn | None = None
    support: dict[str, dict[str, str]] = msgspec.field(default_factory=dict)
    support_only: bool = False
    acts_as: str | None = None
    adjunct: str | None = None
    states: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    pseudo: tuple[str, ...] = ()
    rivals: bool = False
    status: str | None = None
    weak: bool = False
    topic: str | None = None
    """As for verbs: "Die Zusammenarbeit mit TAL" in a text about Norvik; of several ("acquirer|target") the one that is
    not named."""
    names_party: bool = False
    entry: bool = False
    """As for verbs: "bekommt einen NEUEN GESELLSCHAFTER"."""
    invests: bool = False
    """As for verbs: "its INVESTMENT in Tal"."""
    firms: bool = False
    follows: bool = False
    """As for verbs: "dann war Tal AN DER REIHE"."""
    shares: bool = False
    """As for verbs: "die ÜBRIGEN 40 Prozent"."""
    may_be_grant: bool = False
    told_by_other: bool = False
    mutual: bool = False
    """Whether each of two sides does to the other what it has done to it (a cross-licence)."""
    alone: bool = False
    """Whether its words do not mean what the noun does that they end with: "ALTeigentümer" sells."""
    named_itself: bool = False
    """Whether a name right behind its words is that of the deal and of no party: "ihr Bündnis ONELINUX"."""
    sides_open: bool = False
    """Whether the grammar leaves open which of the two has which role ("A signed a contract with B"): see ``sides``."""
    needs_sides: bool = False
    """Whether it is a deal only if the text tells who delivers: what is signed may be no order at all where nothing but
    its two sides is said."""
    takes_up: bool = False
    """Whether it is the agreement of the two that the sentence before tells of, where nobody has one of its ``roles``:
    "Norvik bringt seine Suche auf die Geräte von Tal. DIE VEREINBARUNG läuft fünf Jahre"."""
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


class TriggerTable(Table, frozen=True):
    """One file of the folder: all that tells a deal of one type."""

    verb: tuple[VerbTrigger, ...] = ()
    noun: tuple[NounTrigger, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Triggers:
    """The triggers of a language by infinitive, and by noun."""

    verbs: dict[str, tuple[VerbTrigger, ...]]
    nouns: dict[str, tuple[NounTrigger, ...]]
    compounding: bool

    def noun(self, word: str) -> tuple[NounTrigger, ...]:
        """The triggers of a lower-case noun; in a compounding language the end of a word counts ("Großauftrag")."""
        found = self.nouns.get(word)
        if found is not None or not self.compounding or not 8 <= len(word) <= LONGEST_WORD:
            return found or ()
        return _at_end(word, self)

    def names_deal(self, word: str) -> bool:
        """Whether a lower-case noun names a deal by itself: not "firma", which does so only as "gemeinsame Firma"."""
        return any(t.roles and not (t.modifiers or t.names_party) for t in self.noun(word))


LONGEST_WORD = 80
"""Letters of a compound that is taken apart; the longest of the dictionary has 67."""


@lru_cache(maxsize=20_000)
def _at_end(word: str, known: Triggers) -> tuple[NounTrigger, ...]:
    """The triggers of the noun that a compound ends with."""
    for i in range(2, len(word) - 4):
        if (tail := word[i:].lstrip("-")) in known.nouns:
            return tuple(t for t in known.nouns[tail] if not word[:i].startswith(tuple(t.pseudo)))
    return ()


def _inherit(known: Triggers, words: Lexicon) -> None:
    """Give each compound, behind its own triggers, those of the same deal types that the noun has which it ends with:
    an "Exklusivlizenz" is a "Lizenz"; a prefix makes no compound ("VERkauf", "ANgebot")."""
    if not known.compounding:
        return
    particles = {reading.verb.particle for readings in words.verbs.values() for reading in readings}
    prefixes = {*words.endings.get("inseparable", ()), *particles} - {""}
    for word in sorted(known.nouns, key=len):
        if any(word.startswith(prefix) and word[len(prefix) :] in known.nouns for prefix in prefixes):
            continue
        own = known.nouns[word]
        types = {t.type for t in own if not t.alone}
        known.nouns[word] = own + tuple(t for t in _at_end(word, known) if t.type in types and t not in own)


@cache
def triggers(language: str) -> Triggers:
    """The triggers of a language, read once.

    Raises:
        TableError: a file is named by no deal type, or a trigger names a role, a slot or a verb that there is not.
    """
    tables = trigger_tables(language)
    known = Triggers(
        _by_word((verb, verb.lemmas) for table in tables for verb in table.verb),
        _by_word((noun, noun.words) for table in tables for noun in table.noun),
        lexicon(language).separable,
    )
    _inherit(known, lexicon(language))
    return known


def trigger_tables(language: str) -> list[TriggerTable]:
    """The files of the folder in the order of the deal types; of a type that a language cannot tell there is none.

    Raises:
        TableError: see ``triggers``.
    """
    folder = language_folder(language) / "triggers"
    check_named(str(folder), sorted(path.stem for path in folder.glob("*.toml")), deal_types())
    paths = [folder / f"{name}.toml" for name in deal_types()]
    return [_read(path, lexicon(language)) for path in paths if path.exists()]


def _read(path: Path, words: Lexicon) -> TriggerTable:
    written = read_table(path, TriggerTable)
    entries: tuple[VerbTrigger | NounTrigger, ...] = (*written.verb, *written.noun)
    for trigger in entries:
        if trigger.type:
            raise TableError(f"{path}: {trigger.name}: 'type' is unknown; the name of the file is the type")
    table = TriggerTable(
        verb=tuple(
            replace(verb, type=path.stem, needs=_with_classes(verb.needs, words), objects=_nouns(verb.objects, words))
            for verb in written.verb
        ),
        noun=tuple(replace(noun, type=path.stem, needs=_with_classes(noun.needs, words)) for noun in written.noun),
    )
    check_triggers(path, table, words)
    return table


def _nouns(written: tuple[str, ...], words: Lexicon) -> tuple[str, ...]:
    """Nouns, with the endings of a class where only its name is written ("@goods")."""
    return tuple(noun for one in written for noun in (words.endings[one[1:]] if one[:1] == CLASS else (one,)))


def _with_classes(needs: tuple[str, ...], words: Lexicon) -> tuple[str, ...]:
    """Needs, with the endings of a class where a slot must have one of it ("subject=@goods")."""
    return tuple(_with_class(need, words) if CLASS in need else need for need in needs)


def _with_class(need: str, words: Lexicon) -> str:
    slot, _, nouns = need.partition("=")
    each = ([ENDING + n for n in _nouns((noun,), words)] if noun[0] == CLASS else [noun] for noun in nouns.split("|"))
    return f"{slot}={'|'.join(noun for found in each for noun in found)}"


CLASS = "@"
"""Before the name of a class of words."""

Trigger = TypeVar("Trigger", VerbTrigger, NounTrigger)
TURNS = ("first", None, "last")


def _by_word(known: Iterable[tuple[Trigger, list[str]]]) -> dict[str, tuple[Trigger, ...]]:
    """The triggers of each word in the order in which they are tried."""
    found: dict[str, list[Trigger]] = {}
    for trigger, words in sorted(known, key=lambda pair: TURNS.index(pair[0].tried)):
        for word in words:
            found.setdefault(word, []).append(trigger)
    return {word: tuple(triggers) for word, triggers in found.items()}
