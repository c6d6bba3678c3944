"""What is known about names: the TOML files of a language and the shared ones, made into sets for looking up."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from newscrawl.deals.languages import language_table
from newscrawl.deals.mentions.lexicon import word_list
from newscrawl.tables import Table, read_table

_SHARED = Path(__file__).parents[1]


class NameExample(Table, frozen=True):
    """A passage, what must be found in it as a name, and what must not."""

    text: str
    names: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()


class NameWords(Table, frozen=True):
    """The file ``names.toml``: what looks like a name and is none, and how names are put together."""

    noun_capitals: bool
    genitive_ending: str
    determiners: frozenset[str]
    articles: frozenset[str]
    contractions: dict[str, str]
    stops: frozenset[str]
    function_words: frozenset[str]
    calendar: frozenset[str]
    never_names: frozenset[str]
    of_heads: frozenset[str]
    links: frozenset[str]
    region_words: frozenset[str]
    and_words: frozenset[str]
    partners: frozenset[str]
    alias_words: frozenset[str]
    small_endings: frozenset[str]
    ordinary_nouns: list[str]
    noun_endings: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    letters: frozenset[str]
    leading_words: frozenset[str]
    leading_endings: tuple[str, ...]
    leading_adjectives: frozenset[str]
    examples: list[NameExample]
    joined_words: tuple[str, ...] = ()
    counting: frozenset[str] = frozenset()
    family_words: frozenset[str] = frozenset()
    institutions: frozenset[str] = frozenset()
    headline_verbs: frozenset[str] = frozenset()
    surname_heads: frozenset[str] = frozenset()
    surname_nouns: frozenset[str] = frozenset()
    governing: frozenset[str] = frozenset()
    linking: frozenset[str] = frozenset()
    subordinating: frozenset[str] = frozenset()
    object_articles: frozenset[str] = frozenset()
    taking: frozenset[str] = frozenset()
    bracketing: frozenset[str] = frozenset()
    undergoing: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    fronted: frozenset[str] = frozenset()
    fronted_ends: frozenset[str] = frozenset()
    public_bodies: frozenset[str] = frozenset()
    country_bodies: frozenset[str] = frozenset()
    bodies_for: tuple[str, ...] = ()
    body_heads: frozenset[str] = frozenset()
    body_fields: frozenset[str] = frozenset()
    abstract_endings: tuple[str, ...] = ()
    bare_idioms: frozenset[str] = frozenset()
    common_endings: tuple[str, ...] = ()
    plural_endings: tuple[str, ...] = ()
    alike_endings: tuple[str, ...] = ()
    stuff: frozenset[str] = frozenset()
    people_endings: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    unlike_names: tuple[str, ...] = ()
    adverb_endings: tuple[str, ...] = ()
    seated_endings: tuple[str, ...] = ()
    plant_endings: tuple[str, ...] = ()
    town_bodies: frozenset[str] = frozenset()
    town_endings: tuple[str, ...] = ()
    opening_words: frozenset[str] = frozenset()
    part_words: frozenset[str] = frozenset()
    address_words: frozenset[str] = frozenset()
    number_words: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    plural_verbs: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    singular_verbs: frozenset[str] = frozenset()
    singular_pronouns: frozenset[str] = frozenset()
    single_parts: frozenset[str] = frozenset()
    partner_firms: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    object_cases: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    press_nouns: tuple[str, ...] = ()
    reports: frozenset[str] = frozenset()
    reporting: frozenset[str] = frozenset()
    rating: frozenset[str] = frozenset()
    ratings: frozenset[str] = frozenset()
    rated_by: frozenset[str] = frozenset()
    saying: frozenset[str] = frozenset()
    feminine_trades: tuple[str, ...] = ()
    feminine_articles: frozenset[str] = frozenset()
    neuter_trades: tuple[str, ...] = ()
    brothers: frozenset[str] = frozenset()
    formerly: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    explaining: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    land_endings: tuple[str, ...] = ()


class Cue(Table, frozen=True):
    """Words whose nearness to a name is evidence; ``feature`` is a key of ``evidence.WEIGHTS``."""

    feature: str
    phrases: list[str]


class OrganisationWords(Table, frozen=True):
    """The file ``organisations.toml``: what organisations are called, and what is said of them."""

    nouns: list[str]
    noun_endings: list[str]
    no_nouns: list[str]
    name_words: frozenset[str]
    name_endings: tuple[str, ...]
    generic_words: frozenset[str]
    unit_words: frozenset[str]
    before: list[Cue]
    after: list[Cue]
    compound: list[Cue]
    examples: list[NameExample]
    noun_inflections: tuple[str, ...] = ()
    double_nouns: frozenset[str] = frozenset()
    sure_endings: tuple[str, ...] = ()
    founders_words: frozenset[str] = frozenset()
    attributive_verbs: frozenset[str] = frozenset()
    thing_words: tuple[str, ...] = ()
    formal_nouns: frozenset[str] = frozenset()
    formal_links: frozenset[str] = frozenset()
    formal_bodies: frozenset[str] = frozenset()
    formal_doings: frozenset[str] = frozenset()
    naming_articles: frozenset[str] = frozenset()
    acts_on: dict[str, frozenset[str]] = msgspec.field(default_factory=dict)


class PersonWords(Table, frozen=True):
    """The file ``persons.toml``."""

    honorifics: frozenset[str]
    titles: frozenset[str]
    roles: frozenset[str]
    verbs: list[str]
    particles: frozenset[str]
    examples: list[NameExample]


class PlaceWords(Table, frozen=True):
    """The file ``places.toml``; the places themselves are in the lexicon, these are the ones it lacks."""

    origins: list[str]
    places: list[str]
    place_words: frozenset[str]
    examples: list[NameExample]


class LegalForms(Table, frozen=True):
    """The file ``legal_forms.toml``."""

    forms: list[str]
    english: frozenset[str]


class KnownNames(Table, frozen=True):
    """The file ``press.toml``: names that are known to be mostly something else than a party."""

    press: frozenset[str]
    indices: frozenset[str]
    events: frozenset[str]
    techniques: frozenset[str]
    company_bodies: frozenset[str]
    abbreviations: frozenset[str]
    firms_like_persons: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """All of it for one language. Sets hold lower-case words unless said otherwise; cues map a phrase to a feature."""

    language: str
    noun_capitals: bool
    genitive_ending: str
    determiners: frozenset[str]
    articles: frozenset[str]
    counting: frozenset[str]  # determiners that can begin the name of a firm: "ONE Equity Partners"
    contractions: dict[str, str]
    stops: frozenset[str]
    headline_verbs: frozenset[str]  # that part names in a headline
    function_words: frozenset[str]
    never_names: frozenset[str]
    calendar: frozenset[str]
    links: frozenset[str]
    region_words: frozenset[str]
    number_words: frozenset[str]  # with a capital at the end of a name: "Kanal Vier"
    object_cases: frozenset[str]  # articles that no subject has: "DEN Hoster norvik"
    press_nouns: tuple[str, ...]  # ends of what papers and agencies are called: "das BranchenBLATT"
    reports: frozenset[str]  # "einem BERICHT des Dienstes Norvik"
    reporting: frozenset[str]  # verbs of papers
    rating: frozenset[str]  # verbs of research houses
    ratings: frozenset[str]  # what they raise or lower: "das KURSZIEL für Norvik"
    rated_by: frozenset[str]  # what links it to the company or its share
    saying: frozenset[str]  # verbs of whom they quote
    possessives: frozenset[str]  # "SEIN Mittel Tal": a thing that somebody has
    called: frozenset[str]  # between a noun and the name: "eine Firma NAMENS Norvik"
    counted: frozenset[str]  # nouns before a number that make no name with it: "Platz Drei"
    plural_verbs: frozenset[str]  # behind the names of two: "Norvik and Tal Ltd HAVE"
    between: frozenset[str]  # what stands before the names of two alone: "BETWEEN Norvik and Tal Ltd"
    singular_verbs: frozenset[str]  # behind that of one: "Felden and Roe HAS"
    singular_pronouns: frozenset[str]  # what one is called: "Felden and Roe said IT"
    partner_firms: frozenset[str]  # what has several partners in its name: "the FIRM of Tal, Ostra and Bergen"
    single_parts: frozenset[str]  # what bears one name: "its Felden and Roe UNIT"
    of_heads: frozenset[str]
    country_bodies: frozenset[str]  # "U.S. Air FORCE"
    public_bodies: frozenset[str]  # "the Latvian government", in lower case
    body_heads: frozenset[str]  # of public bodies that are "for" something, in lower case
    body_fields: frozenset[str]  # what they are for
    bodies_for: tuple[str, ...]  # ends of nouns with a purpose behind: "Landesamt für Umwelt"
    abstract_endings: tuple[str, ...]  # of abstracts and stuff: nouns that need no article
    common_endings: tuple[str, ...]  # of other words that are no names before "and" and a name: "Analysts and Norvik"
    plural_endings: tuple[str, ...]
    stuff: frozenset[str]  # nouns that stand without an article
    alike_endings: tuple[str, ...]  # of nouns that are the same in singular and plural
    people_endings: dict[str, tuple[str, ...]]  # of those from a town, with the articles before them, a plural first
    unlike_names: tuple[str, ...]  # ends of nouns that are no name without an article
    adverb_endings: tuple[str, ...]  # of adverbs with a capital at the head of a sentence: "Pikanterweise"
    and_words: frozenset[str]
    partners: frozenset[str]  # "Felden & Sons"
    alias_words: frozenset[str]
    formerly: frozenset[str]  # what stands before a company's former name
    times: frozenset[str]  # what stands around a day between subject and verb
    auxiliaries: frozenset[str]  # between a subject and its verb: "Lantern HAS bought"
    adverbs: frozenset[str]  # in the same place: "Lantern JUST bought"
    agents: frozenset[str]  # before who does it, behind a passive verb
    explaining: frozenset[str]  # what opens an apposition without an article
    land_endings: tuple[str, ...]  # of adjectives that say whose a public body is
    small_endings: frozenset[str]  # "the Norvik group"
    institutions: frozenset[str]  # called by a person's or a town's name: "Berg-Universität"
    family_words: frozenset[str]  # "the Berg family" is another party than Berg
    joined_words: frozenset[tuple[str, ...]]  # "Savings AND Loan"
    noun_endings: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    letters: frozenset[str]
    own_nouns: frozenset[str]
    leading_words: frozenset[str]
    leading_endings: tuple[str, ...]
    leading_adjectives: frozenset[str]
    seated_endings: tuple[str, ...]  # of nouns that a place behind makes a name: "Feuerwehr Essen"
    plant_endings: tuple[str, ...]  # of nouns for plants that any name behind makes a name: "Kraftwerk Boxdorf"
    town_bodies: frozenset[str]  # nouns that a town's adjective makes a name: "Wiener Linien"
    town_endings: tuple[str, ...]  # how adjectives of towns end: "Mauerheimer"
    opening_words: frozenset[str]  # small words that open names: "Mein Auto"
    part_words: frozenset[str]  # small words with a capital of their own: "Ende 2012"
    address_words: frozenset[str]  # the polite "Sie"
    brothers: frozenset[str]  # words before a family's name: "Gebr. Talmann"
    feminine_articles: frozenset[str]  # articles before a company that is called by its legal form: "der Norvik AG"
    feminine_trades: tuple[str, ...]  # ends of nouns for organisations before which "der" is no nominative
    neuter_trades: tuple[str, ...]  # ends of those before which no such article stands: "die Autohaus Norvik GmbH"
    surname_heads: frozenset[str]  # ends of names of people that look like compounds: "Hoffmann"
    surname_nouns: frozenset[str]  # ordinary nouns that are common names of people: "Fischer"
    governing: frozenset[str]  # prepositions behind which a bare noun is a name: "durch Perlmutt"
    linking: frozenset[str]  # all prepositions of such phrases, with an article: "mit der App Wegzeit"
    subordinating: frozenset[str]
    object_articles: frozenset[str]
    taking: frozenset[str]  # forms of verbs that ask for somebody and something: "kaufen"
    bare_idioms: frozenset[str]  # nouns without article that are no names: "an Wert"
    joining: frozenset[str]  # verbs whose subject comes to others: "2019 kam Norvik hinzu"
    naming: frozenset[str]  # verbs and nouns beside a name that is given: "soll Norvik Tal heißen"
    bracketing: frozenset[str]  # auxiliaries that open a bracket: "hat … gekauft"
    undergoing: frozenset[str]  # forms that make a verb a passive, which needs one name only
    fronted: frozenset[str]  # first words of what may stand before the verb and is no subject
    fronted_ends: frozenset[str]  # last words of it
    organisation_nouns: frozenset[str]
    organisation_endings: tuple[str, ...]
    double_nouns: frozenset[str]  # two nouns side by side that say what a firm is: "das JOINT VENTURE Ladewerk"
    trades: frozenset[str]  # the same, to look up
    thing_words: tuple[str, ...]  # ends of last words of names of programmes, laws and prizes
    formal_nouns: frozenset[str]  # of deals, which companies write with capitals: "a License AGREEMENT"
    formal_bodies: frozenset[str]  # those of them that can be companies: "the Harbor Point Joint VENTURE"
    naming_articles: frozenset[str]  # articles behind which a body with a name of its own stands
    formal_doings: frozenset[str]  # verbs behind a company that is called like such a noun: "the Green Alliance BOUGHT"
    formal_links: frozenset[str]  # small words inside such a noun: "Memorandum OF Understanding"
    sure_endings: tuple[str, ...]  # of nouns that are no names, whatever stands before: "Agrarhändler"
    no_organisation_nouns: frozenset[str]
    attributive_verbs: frozenset[str]  # which are adjectives where no small word follows: "Norvik's AGREED $5m bid"
    founders_words: frozenset[str]  # behind the name of who founded a shop or a maker
    name_words: frozenset[str]
    name_endings: tuple[str, ...]
    generic_words: frozenset[str]
    unit_words: frozenset[str]
    before: dict[str, str]
    after: dict[str, str]
    before_ends: frozenset[str]  # the last words of what stands before
    after_starts: frozenset[str]  # the first words of what stands behind
    act_verbs: frozenset[str]  # the last words of what companies do: "bought" of "has bought"
    acts_on: dict[str, frozenset[str]]  # what companies alone do with some things: "leads a ROUND"
    compound: dict[str, str]
    honorifics: frozenset[str]
    titles: frozenset[str]
    roles: frozenset[str]
    person_verbs: frozenset[str]
    particles: frozenset[str]
    origins: frozenset[str]
    places: frozenset[str]
    place_words: frozenset[str]
    legal_forms: frozenset[str]  # as printed, blanks and dots taken out
    english_legal_forms: frozenset[str]  # those of names that may begin with an adjective of origin
    small_legal_forms: frozenset[str]  # those printed in lower case: plc
    press: frozenset[str]  # as printed
    indices: frozenset[str]  # as printed
    events: frozenset[str]  # as printed
    techniques: frozenset[str]  # as printed
    company_bodies: frozenset[str]  # as printed
    abbreviations: frozenset[str]  # as printed
    firms_like_persons: frozenset[str]
    listed_names: dict[str, frozenset[str]]  # first word → names of several words
    words: frozenset[str]
    nouns: frozenset[str]
    common_words: frozenset[str]
    given_names: frozenset[str]
    foreign_words: frozenset[str]  # English ones, where nouns have capitals

    def is_family(self, lower: str) -> bool:
        """Whether a noun says that a family's name stands beside it: "die GRÜNDERFAMILIE Huber"."""
        return any(lower.endswith(word) for word in self.family_words)

    def leads(self, lower: str) -> bool:
        """Whether a noun opens a name before another one: "Universität Wien", "Verkehrsbetriebe Tal"."""
        return lower in self.leading_words or lower.endswith(self.leading_endings)


def legal_key(form: str) -> str:
    """A legal form without blanks, dots and commas: "Co., Ltd." and "Co Ltd" are one."""
    return form.replace(" ", "").replace(".", "").replace(",", "")


@cache
def knowledge(language: str) -> Knowledge:
    """Read the files of a language once.

    Raises:
        FileNotFoundError: the language lacks one of its files.
        TableError: a file says something its description does not know.
    """
    names = language_table(language, "names", NameWords)
    organisations = language_table(language, "organisations", OrganisationWords)
    persons = language_table(language, "persons", PersonWords)
    places = language_table(language, "places", PlaceWords)
    known = read_table(_SHARED / "press.toml", KnownNames)
    forms = read_table(_SHARED / "legal_forms.toml", LegalForms)
    trades = _inflected(organisations.noun_endings, organisations)
    return Knowledge(
        language=language,
        **_as_told(names, organisations, persons, places, known),
        unlike_names=(*names.unlike_names, *names.abstract_endings),
        joined_words=frozenset(tuple(words.split(" and ")) for words in names.joined_words),
        noun_endings=names.noun_endings,
        own_nouns=frozenset(names.ordinary_nouns),
        organisation_nouns=frozenset(_all_cases(organisations, names)),
        organisation_endings=tuple(trades),
        trades=frozenset(trades),
        sure_endings=tuple(_inflected(organisations.sure_endings, organisations)),
        no_organisation_nouns=frozenset(organisations.no_nouns),
        before=_phrases(organisations.before),
        after=_phrases(organisations.after),
        before_ends=frozenset(phrase.rpartition(" ")[2] for cue in organisations.before for phrase in cue.phrases),
        after_starts=frozenset(phrase.partition(" ")[0] for cue in organisations.after for phrase in cue.phrases),
        act_verbs=frozenset(
            phrase.split()[-1] for cue in organisations.after if cue.feature == "acts" for phrase in cue.phrases
        ),
        compound=_phrases(organisations.compound),
        person_verbs=frozenset(persons.verbs),
        origins=_with_plurals(places.origins, names.noun_capitals),
        places=frozenset(places.places) | word_list("places"),
        legal_forms=frozenset(map(legal_key, forms.forms)),
        english_legal_forms=forms.english,
        small_legal_forms=frozenset(form for form in forms.forms if form.islower()),
        listed_names=_by_first_word(
            [
                *known.press,
                *known.indices,
                *known.events,
                *known.techniques,
                *known.company_bodies,
                *known.firms_like_persons,
                *places.places,
            ]
        ),
        words=word_list(f"{language}-words"),
        nouns=word_list(f"{language}-nouns") | frozenset(names.ordinary_nouns) | _as_nouns(organisations, names),
        common_words=word_list(f"{language}-common"),
        given_names=word_list("given-names"),
        foreign_words=word_list("en-words") if names.noun_capitals else frozenset(),
    )


COMPUTED = (
    "unlike_names", "joined_words", "nouns", "noun_endings", "sure_endings", "before", "after", "compound", "origins",
    "places",
)  # fmt: skip
"""What the files tell under the same key in another form."""


def _as_told(*tables: Table) -> dict[str, Any]:
    """What is known just as the files tell it."""
    fields = Knowledge.__dataclass_fields__.keys() - set(COMPUTED)
    return {key: getattr(table, key) for table in tables for key in table.__struct_fields__ if key in fields}


def _inflected(nouns: Iterable[str], organisations: OrganisationWords) -> list[str]:
    """The nouns, and what they are in other cases and in the plural: "haus", "hauses"; what is no word does no harm."""
    endings = ("", *organisations.noun_inflections)
    return sorted({f"{noun}{ending}" for noun in nouns for ending in endings if not ending or len(noun) > _SHORT_NOUN})


CASED = ("er", "eur", "or", "ler")
"""Ends of nouns whose other cases only add a letter, which makes no other word of them."""
_SHORT_NOUN = 3  # "amten" and "erein" would be ends of other words


def _as_nouns(organisations: OrganisationWords, names: NameWords) -> frozenset[str]:
    """Where nouns have capitals, what a company is called is no name by itself: "der Versorger Tal"."""
    return frozenset(_all_cases(organisations, names)) if names.noun_capitals else frozenset()


def _all_cases(organisations: OrganisationWords, names: NameWords) -> Iterable[str]:
    """What a company is called, where nouns have capitals in its other cases, too: "des Wettbewerbers Tal"."""
    cased = (f"{noun}{end}" for noun in organisations.nouns if noun.endswith(CASED) for end in ("s", "n"))
    return [*organisations.nouns, *cased] if names.noun_capitals else organisations.nouns


def _with_plurals(origins: list[str], noun_capitals: bool) -> frozenset[str]:
    """ "Californian" is an adjective and one person, "Californians" are many."""
    if noun_capitals:
        return frozenset(origins)
    return frozenset(origins) | {
        f"{word}s" for word in origins if len(word) > 3 and word.endswith(("n", "e", "k", "i"))
    }


def _by_first_word(names: list[str]) -> dict[str, frozenset[str]]:
    """Names of several words, in lower case, by their first word."""
    first: dict[str, set[str]] = {}
    for name in names:
        if " " in name:
            first.setdefault(name.lower().split()[0], set()).add(name.lower())
    return {word: frozenset(all_) for word, all_ in first.items()}


def _phrases(cues: list[Cue]) -> dict[str, str]:
    """Phrase → feature; of two features for one phrase the first counts."""
    return {phrase: cue.feature for cue in reversed(cues) for phrase in cue.phrases}
