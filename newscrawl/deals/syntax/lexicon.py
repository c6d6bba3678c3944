"""What the words of a language are: closed classes, verb forms, and the reading of a single word."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import msgspec

from newscrawl.deals.languages import language_file, language_table
from newscrawl.deals.mentions.lexicon import word_list
from newscrawl.tables import Table, check_named

FORMS = ("infinitive", "present", "past", "participle", "gerund")
"""The forms written in the table; a separable verb has a ``to_infinitive`` ("einzusteigen") besides."""

CLASSES = frozenset((
    # what a word is
    "preposition", "genitive", "conjunction", "contrast", "pronoun", "relative", "subordinator", "adverb", "adjective",
    "number", "negation", "be", "have", "do", "will", "may", "to", "noun", "noun_after_noun", "attribute", "finite",
    "example", "for_instance", "quantity", "namely", "naming", "that", "reported", "asking", "meantime",
    # what prepositions and adverbs do around a trigger (frames, needs)
    "passive_agent", "agent", "receiver", "vehicle", "with", "purpose", "price", "under", "adjunct", "together",
    "accompanied", "between", "summing", "anybody",
    "exclusive", "turn", "as_before", "lets_do", "sizing", "weighing", "total", "remaining",
    "as_a_rule", "objections", "forebears", "free_to", "flotations", "exchanges", "floated_in",
    "until_now", "until", "since",
    # in the fixed word order (svo, tagging)
    "forming", "founding_verbs", "units_of_firms",
    "about", "behind_participle", "before_infinitive", "leading", "copula", "gerund_helper", "bidders", "offers",
    "made_with", "offering", "judges", "judging", "ruling", "agreements", "of_agreements", "alliances", "former",
    "valuing", "against", "intents", "latest", "courts", "shareholders", "sold_often", "aircraft",
    "twosome", "threesome",
    "benefits", "gains", "get", "if", "suppliers", "beside_choice", "choosing", "seeing", "part", "floating",
    "owning", "and_others", "filing", "lending", "advised", "advised_in", "arriving", "held", "keeping", "kinds",
    "told_not", "helping", "refusing", "occupying", "disposing", "moving", "agreed_on", "hiring",
    "using", "permitting", "second_half", "led", "hindered_from", "hindering", "bought", "before_person", "listings",
    "renaming", "somebody", "kin", "succeeding", "ratings", "rating_verbs", "rated_for", "for_whom", "auctions",
    "whose", "of_whom", "of_company", "given_to", "aimed_at",
    "competing", "filing_body", "urging", "wanting_of_others", "receiving", "means", "felt_by", "arising", "in_order",
    "before_verb", "beating", "behind_subject", "opens_object", "clause_or_time", "undergoer", "counted_after",
    "going_to", "improbable", "was", "first_person", "topic_of", "joined_bodies", "clubs", "shoppers",
    "titles", "tendering", "producing", "belonging", "nearly", "condition",
    "sides", "backed", "letting", "taken_as", "takeovers", "as_attribute", "before_attribute",
    "beside_be", "plans", "approximate", "at_that_time", "pluperfect", "founding", "mandates",
    "issues", "rates", "belongings", "publishing", "by_degrees",
    "these_days", "unchanged", "own_shares", "cashing", "securities", "pocketing", "staying", "distributive",
    "charging", "standing", "taking_from", "making_known", "seated", "continuing", "rounds", "fresh_money",
    "in_charge", "responsible", "employed_at", "there", "thing", "debts", "owed_for", "grants", "out_of_pots",
    "launching", "commanded", "remaining_so", "newly", "lasting", "unaffected", "settings_of", "addressing", "sports",
    # where verbs stand second or last (v2)
    "infinite", "relative_or_article", "any_gender", "feminine", "opens_clause", "owners", "people_of", "advising",
    "volume", "either_case", "rising", "empty_handed", "per", "causing", "reflexive", "origin", "auxiliary", "in_turn",
    "predicative", "adverbial", "spans", "times", "others", "like_adjectives", "ways", "settings", "beside", "also",
    "changing_shares", "buying_more", "corresponding", "delivering", "instead",
    "share_link", "with_dative", "thereby", "talking", "wanting", "allowed", "intending", "majority", "by_which",
    "singular", "singular_subject", "singular_object",
    "all_sides", "having", "owned", "stages_of_deals", "records", "after_all", "than", "firms", "with_object", "ended",
    "any_more", "share_sellers", "shareholding", "other_part", "measured", "concerning", "subscribing", "evenly",
    "contests", "further_part",
))  # fmt: skip
"""The word classes that the grammar knows; the English and German files say what each is for."""

ENDING_CLASSES = frozenset((
    "makers", "dative_plurals", "bands", "with_be", "tasks", "adverbs", "finite", "without_ge", "inseparable", "doings",
    "daughters", "bygone", "belonging_to", "plurals", "talks", "superlatives", "parts", "nameless", "wares", "goods",
    "equipment", "supplies", "services", "vendors", "channels", "sites", "orderers", "creations", "inventions",
    "nominative_adjectives", "oblique_adjectives", "gerunds", "opposed",
    "grant_givers", "grant_pots",
))  # fmt: skip
"""The classes of words that are known by their endings, and by how they begin (``inseparable``)."""

JOINING = frozenset(("preposition", "conjunction", "subordinator", "example"))
"""Classes of words that join a noun phrase to what it belongs to."""

NO_ARTICLE = frozenset(("indefinite", "possessive"))
"""Marks of determiners that are no definite article."""


class WordTable(Table, frozen=True):
    """``words.toml``: the closed classes of a language.

    ``determiners`` maps each to what it marks: the cases it can stand for (``nominative accusative dative genitive``),
    ``possessive`` and ``indefinite``; ``pronouns`` does so for pronouns of which not every case is possible. ``groups``
    maps word classes (``CLASSES``) to their words. ``adverb_endings`` are endings that make an unknown lower-case word
    an adverb, ``contractions`` the plain forms of prepositions, ``expressions`` words that together act as one other.
    ``separable`` is for languages whose verbs part from their particles, stand last in some clauses, and whose nouns
    are capitalised; ``feminine_endings`` are endings of nouns before which an article is none of a masculine subject.
    ``endings`` maps classes of words (``ENDING_CLASSES``) to how they end, ``postpositions`` words that link the noun
    before them to the prepositions that they stand for.
    ``spellings`` maps letters to others that some write for them ("ß" → "ss").
    ``listing`` are regular expressions: how a sentence opens that lists the names which the one before leaves out;
    ``listing_same`` those of an opening whose noun must be the one before.
    """

    determiners: dict[str, str]
    groups: dict[str, str]
    adverb_endings: list[str]
    contractions: dict[str, str]
    expressions: dict[str, str]
    separable: bool
    feminine_endings: list[str]
    neuter_endings: list[str]
    pronouns: dict[str, str] = msgspec.field(default_factory=dict)
    endings: dict[str, str] = msgspec.field(default_factory=dict)
    postpositions: dict[str, str] = msgspec.field(default_factory=dict)
    spellings: dict[str, str] = msgspec.field(default_factory=dict)
    listing: tuple[str, ...] = ()
    listing_same: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Verb:
    """A verb: its infinitive ("snap up", "einsteigen"), the particle that may stand apart, and its class.

    All forms of a verb share one object, so that verbs are compared by identity.
    """

    lemma: str
    particle: str
    group: str


@dataclass(frozen=True, slots=True)
class VerbReading:
    """A word read as a form (see ``FORMS``) of a verb; ``joined`` if the particle is part of the word already."""

    verb: Verb
    form: str
    joined: bool


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All that is known of the words of a language, by their lower-case form."""

    language: str
    classes: dict[str, frozenset[str]]
    marks: dict[str, frozenset[str]]
    genitive_articles: frozenset[str]
    """The definite articles behind which a name can be a genitive ("der", "des")."""
    verbs: dict[str, tuple[VerbReading, ...]]
    adverb_endings: tuple[str, ...]
    contractions: dict[str, str]
    expressions: dict[tuple[str, ...], str]
    expression_starts: dict[str, list[tuple[str, ...]]]
    """The expressions by their first words, the longest first."""
    separable: bool
    feminine_endings: tuple[str, ...]
    neuter_endings: tuple[str, ...]
    endings: dict[str, tuple[str, ...]]
    postpositions: dict[str, str]
    lemmas: frozenset[str]
    """The infinitives of all verbs."""
    joining: frozenset[str]
    """Words that join a noun phrase to what it belongs to: prepositions and conjunctions."""
    small: frozenset[str]
    """Where nouns have capitals, the words that a dictionary writes without one ("stattdessen")."""

    def is_a(self, word: str, group: str) -> bool:
        """Whether the lower-case ``word`` belongs to a closed class."""
        return group in self.classes.get(word, ())

    def reads_as(self, readings: Iterable[VerbReading], group: str) -> bool:
        """Whether a word can be read as a form of a verb of a closed class."""
        return any(self.is_a(reading.verb.lemma, group) for reading in readings)

    def any_of(self, group: str) -> str:
        """The words of a closed class as alternatives of a regular expression, the longest first; nothing matches where
        there are none."""
        words = (re.escape(word) for word in self.classes if self.is_a(word, group))
        return "|".join(sorted(words, key=lambda word: (-len(word), word))) or "(?!)"

    def ends_as(self, word: str, group: str) -> bool:
        """Whether the lower-case ``word`` ends like those of a class."""
        return word.endswith(self.endings.get(group, ()))

    def begins_as(self, word: str, group: str) -> bool:
        """Whether the lower-case ``word`` begins like those of a class."""
        return word.startswith(self.endings.get(group, ()))


class VerbTable(Table, frozen=True):
    """``verbs.toml``: per class, infinitive → "present past participle gerund"; ``|`` parts equal forms.

    A phrasal verb is written "snap up"; a separable one "ein|steigen", its forms without the particle.
    """

    gain: dict[str, str]
    give: dict[str, str]
    make: dict[str, str]
    say: dict[str, str]
    agree: dict[str, str]
    cause: dict[str, str]
    other: dict[str, str]


VERB_CLASSES = VerbTable.__struct_fields__


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language, read from its ``words.toml`` and ``verbs.toml`` once.

    Raises:
        TableError: see ``read_table``; also if there is no such word class.
    """
    words = language_table(language, "words", WordTable)
    check_named(f"{language_file(language, 'words')}: groups", words.groups, CLASSES)
    check_named(f"{language_file(language, 'words')}: endings", words.endings, ENDING_CLASSES)
    classes: dict[str, set[str]] = {word: {"determiner"} for word in words.determiners}
    for group, members in words.groups.items():
        for word in members.split():
            classes.setdefault(word, set()).add(group)
    verbs = _verb_readings(language_table(language, "verbs", VerbTable))
    expressions = {tuple(written.split()): word for written, word in words.expressions.items()}
    marks = {word: frozenset(said.split()) for word, said in (words.determiners | words.pronouns).items()}
    return Lexicon(
        language=language,
        classes={word: frozenset(groups) for word, groups in classes.items()},
        marks=marks,
        genitive_articles=frozenset(
            w for w, said in marks.items() if "genitive" in said and said.isdisjoint(NO_ARTICLE)
        ),
        verbs=verbs,
        adverb_endings=tuple(words.adverb_endings),
        contractions=words.contractions,
        expressions=expressions,
        expression_starts={
            first: sorted((e for e in expressions if e[0] == first), key=len, reverse=True) for first, *_ in expressions
        },
        separable=words.separable,
        feminine_endings=tuple(words.feminine_endings),
        neuter_endings=tuple(words.neuter_endings),
        endings={group: tuple(endings.split()) for group, endings in words.endings.items()},
        postpositions=words.postpositions,
        lemmas=frozenset(reading.verb.lemma for readings in verbs.values() for reading in readings),
        joining=frozenset(word for word, groups in classes.items() if groups & JOINING),
        small=word_list(f"{language}-words") - word_list(f"{language}-nouns") if words.separable else frozenset(),
    )


def _verb_readings(table: VerbTable) -> dict[str, tuple[VerbReading, ...]]:
    readings: dict[str, list[VerbReading]] = {}
    for group in VerbTable.__struct_fields__:
        for infinitive, forms in getattr(table, group).items():
            for word, reading in _forms(infinitive, forms, group):
                readings.setdefault(word, []).append(reading)
    return {word: tuple(found) for word, found in readings.items()}


def _forms(infinitive: str, forms: str, group: str) -> list[tuple[str, VerbReading]]:
    """All words that can be a form of one verb, each with its reading."""
    prefix, _, stem = infinitive.rpartition("|")
    base, _, behind = infinitive.partition(" ")
    verb = Verb(prefix + stem if prefix else infinitive, prefix or behind, group)
    named = list(zip(FORMS, [stem if prefix else base, *forms.split()], strict=False))
    apart = [(word, VerbReading(verb, form, not verb.particle)) for form, words in named for word in words.split("|")]
    if not prefix:
        return apart
    joined = [(prefix + word, VerbReading(verb, form, True)) for word, form in ((w, r.form) for w, r in apart)]
    to_infinitive = (prefix + "zu" + stem, VerbReading(verb, "to_infinitive", True))
    return [*apart, *joined, to_infinitive]
