"""Words that stand for a company named elsewhere, and nouns that speak for the company named beside them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import msgspec

from newscrawl.deals.languages import language_table
from newscrawl.deals.mentions.bare_nouns import is_plural
from newscrawl.deals.mentions.knowledge import Knowledge, knowledge
from newscrawl.deals.mentions.words import ordinary_word
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.syntax.tokens import Token
from newscrawl.tables import Table


class ReferenceTable(Table, frozen=True):
    """``references.toml``: see the comments there; strings are words parted by blanks."""

    one: list[str]
    several: list[str]
    speaker: list[str]
    person: list[str]
    reflexive: list[str]
    nouns: str
    general: str
    plural_nouns: str
    speakers: str
    units: str
    shadows: str
    deals: str
    price_nouns: str
    costing: str
    definite: str
    containing: str
    share_nouns: str
    volume_prepositions: str
    chances: str
    dealers: str
    founders: str
    called_again: str
    parts: str
    authorities: str
    relations: str
    named_units: str = ""
    named_places: str = ""
    works: str = ""
    owned_firms: str = ""
    founded_firms: str = ""
    states: str = ""
    agencies: str = ""
    counterparts: str = ""
    relatives: str = ""
    called_by_name: str = ""
    public_bodies: str = ""
    plural_bids: str = ""
    investor_names: str = ""
    working_for: str = ""
    makers: str = ""
    of_a_place: str = ""
    town_articles: str = ""
    town_joints: str = ""
    based: str = ""
    role_nouns: dict[str, str] = msgspec.field(default_factory=dict)
    name_kinds: dict[str, str] = msgspec.field(default_factory=dict)
    side_words: dict[str, str] = msgspec.field(default_factory=dict)
    side_nouns: dict[str, str] = msgspec.field(default_factory=dict)
    side_cues: dict[str, str] = msgspec.field(default_factory=dict)
    licence_cues: dict[str, list[str]] = msgspec.field(default_factory=dict)
    demonyms: str = ""
    regions: str = ""
    families: str = ""
    models: str = ""
    ware_makers: str = ""
    impersonal: str = ""
    latter: str = ""
    one_or_several: str = ""
    undergoers: str = ""
    young_firms: str = ""
    liquidators: str = ""
    distress: str = ""
    operations: str = ""
    parting: str = ""
    businesses: str = ""
    no_businesses: str = ""
    identifying: list[str] = msgspec.field(default_factory=list)
    announcing: list[str] = msgspec.field(default_factory=list)
    backers: str = ""
    investor_nouns: str = ""
    alike: str = ""
    deal_pronouns: str = ""
    plans: str = ""
    bodies: str = ""
    general_bodies: str = ""
    dealing_persons: str = ""
    leading: str = ""
    genders: dict[str, str] = msgspec.field(default_factory=dict)
    managers: str = ""
    whole_words: str = ""
    whole_things: str = ""
    whole_alone: str = ""
    collections: str = ""
    share_things: str = ""
    share_kinds: str = ""
    to_come: str = ""
    offers: str = ""
    homes: dict[str, str] = msgspec.field(default_factory=dict)
    articles: dict[str, str] = msgspec.field(default_factory=dict)
    national: str = ""
    offices: str = ""
    anybody: str = ""
    former: str = ""
    seated: list[str] = msgspec.field(default_factory=list)


SHORTEST = 6
"""Letters of a word on -er that nobody knows and that is taken for people from a town."""


@dataclass(frozen=True, slots=True)
class References:
    """The reference words of a language, by what they do; in a compounding language the end of a word counts."""

    compounding: bool

    pronouns: dict[str, str]
    """Pronoun → ``one``, ``several``, ``speaker`` or ``person``."""
    reflexives: frozenset[str]
    places: frozenset[str]
    unlike_names: tuple[str, ...]
    """Endings of nouns that are no name without an article."""
    is_ordinary: Callable[[str], bool]
    """Whether the language has a word; what has none may be called by a town."""
    is_plural: Callable[[str], bool]
    is_common: Callable[[str], bool]
    """Whether a word is one of those that most texts have."""
    abstract_endings: tuple[str, ...]
    alike_endings: tuple[str, ...]
    stuff: frozenset[str]
    feminine_trades: tuple[str, ...]
    nouns: frozenset[str]
    general: frozenset[str]
    """Nouns that fit any company."""
    leading: frozenset[str]
    """Those that mean the company that the text is about sooner than one told of last ("der KONZERN")."""
    plural_nouns: frozenset[str]
    speakers: frozenset[str]
    units: frozenset[str]
    named_units: frozenset[str]
    named_places: frozenset[str]
    """Nouns for what stands somewhere and is called by a name of its own: "the Moranbah MINE"."""
    works: frozenset[str]
    """Those, and others that an owner has at a place: "its Elmira PLANT"."""
    founded_firms: frozenset[str]
    """Nouns for the company of somebody who is no company: "verkauft SEIN UNTERNEHMEN an Tal"."""
    owned_firms: frozenset[str]
    """Nouns of companies that with an owner are its unit: "Norvik's payments COMPANY"."""
    states: frozenset[str]
    """How the names of public bodies begin that give grants, as printed."""
    dealing_persons: frozenset[str]
    """What people are called who deal on their own account, and no company is: "THE ENTREPRENEUR has bought Tal"."""
    called_by_name: frozenset[str]
    public_bodies: frozenset[str]
    plural_bids: frozenset[str]
    investor_names: frozenset[str]
    working_for: frozenset[str]
    """Prepositions between people and the firm whose money they invest."""
    makers: frozenset[str]
    of_a_place: frozenset[str]
    town_articles: frozenset[str]
    """What stands before a town that says where a company is ("THE Lisbon firm"); none where a town takes an ending."""
    town_joints: frozenset[str]
    """What joins two such towns: "its Ohio AND Iowa stores"."""
    based: str
    """How a land ends behind which the company from there follows: "Bergen, Norway-BASED Tal"."""
    role_nouns: dict[str, str]
    """Noun → role of the one it means ("the buyer")."""
    name_kinds: dict[str, frozenset[str]]
    """Noun for a company → words in the names of such ("lender": "bank")."""
    side_words: dict[str, frozenset[str]]
    """Role → words in and beside the names of companies that mostly have it in a contract."""
    side_nouns: dict[str, frozenset[str]]
    """Role → what a company is called that has it in somebody's contract ("its largest CUSTOMER, Tal")."""
    side_cues: dict[str, frozenset[str]]
    """Role → words in a sentence about several agreements that say that who has them all has that role."""
    licence_cues: dict[str, tuple[str, ...]]
    """Licensor or licensee → regular expressions: what is said behind the name of who is it ("WILL RECEIVE $5m")."""
    shadows: frozenset[str]
    deals: frozenset[str]
    price_nouns: frozenset[str]
    costing: frozenset[str]
    definite: frozenset[str]
    containing: frozenset[str]
    share_nouns: frozenset[str]
    volume_prepositions: frozenset[str]
    chances: frozenset[str]
    dealers: frozenset[str]
    founders: frozenset[str]
    called_again: frozenset[str]
    parts: frozenset[str]
    authorities: frozenset[str]
    agencies: frozenset[str]
    counterparts: frozenset[str]
    """Those who sign with companies and bear no name: "the government", "creditors"."""
    relatives: frozenset[str]
    """Those of whom a company is said, and who are another one: "the Norvik OWNER"."""
    relations: frozenset[str]
    demonyms: frozenset[str]
    regions: frozenset[str]
    """What stands before the people of a country for those of a part of it: "Ostschweizer"."""
    families: frozenset[str]
    """What stands before the name of people whom nobody buys: "der FAMILIE Berg"."""
    models: frozenset[str]
    """What stands before the name of a ware: "Züge vom TYP Desiro"."""
    ware_makers: frozenset[str]
    """What a company is called behind its ware, and not behind its name: "der iPhone-HERSTELLER"."""
    anybody: frozenset[str]
    """Pronouns that mean no company, whoever they mean ("you", "who")."""
    impersonal: frozenset[str]
    """Pronouns for whoever does it ("man")."""
    latter: frozenset[str]
    """Pronouns for who is named last before ("DIESER hatte Tal 2011 gekauft")."""
    one_or_several: frozenset[str]
    """Pronouns of which only the verb tells the number ("sie")."""
    undergoers: frozenset[str]
    """Pronouns that mean a company only where it is bought ("Norvik übernahm ES"), else mostly nobody."""
    young_firms: frozenset[str]
    """What young companies are called, whose backers give them money and take no strategic stake."""
    businesses: frozenset[str]
    """Last parts of nouns for what a company does, which it can sell ("KreuzfahrtGESCHÄFT")."""
    no_businesses: frozenset[str]
    """First parts before those that make it nothing to sell ("TAGESgeschäft")."""
    identifying: tuple[str, ...]
    """How a sentence begins that says who was meant in the one before: "Es ist TAL"."""
    announcing: tuple[str, ...]
    """What a company writes of itself right before its own name: "WE'RE THRILLED TO ANNOUNCE THAT Norvik"."""
    liquidators: frozenset[str]
    """What those are called who sell what insolvent companies own: they buy nothing."""
    parting: frozenset[str]
    """Prepositions before which words say nothing of the name behind ("die Münchner BEI Tal")."""
    operations: frozenset[str]
    """Nouns for a company that mean what a supplier does where a contract is told: "übernimmt den BETRIEB"."""
    distress: frozenset[str]
    """What a text says of a company that somebody buys next: "ist INSOLVENT"."""
    deal_pronouns: frozenset[str]
    """Words that take up what the sentence before tells ("DARAUS wird nichts")."""
    plans: frozenset[str]
    """What the sentence behind a deal calls it if nothing becomes of it ("The PLAN collapsed")."""
    backers: frozenset[str]
    """What those are called who give young companies money ("the BUSINESS ANGEL Berg")."""
    investor_nouns: frozenset[str]
    """What stands before the names of those who take part in a round ("existing INVESTOR Tal")."""
    alike: frozenset[str]
    """What an agreement is called that is of the kind told before ("a SIMILAR deal with Tal")."""
    bodies: frozenset[str]
    """Nouns for public bodies where nouns are capitalised, so that no name is found there ("Bundeswehr")."""
    general_bodies: frozenset[str]
    """Those that need an adjective or another noun to mean a certain one ("die indische Marine", "US-Armee")."""
    offers: frozenset[str]
    """Nouns whose owner is about to do what they are for: "Norviks PLÄNE zum Kauf von Tal"."""
    genders: dict[str, str]
    """Pronoun → the genders (m, f, n) of the nouns that it can stand for; others stand for any."""
    whole_words: frozenset[str]
    """Words that say that nothing is left out ("substantially ALL the assets of Tal")."""
    whole_things: frozenset[str]
    """What one has, all of which is the company ("all the ASSETS of Tal")."""
    whole_alone: frozenset[str]
    """Those of them that mean all of it where nothing says so, behind an article ("the ASSETS of Tal")."""
    collections: frozenset[str]
    """Nouns for things that are sold together ("a CHAIN of shoe stores")."""
    share_things: frozenset[str]
    """Nouns for shares that have another meaning, too ("interests"), behind one of ``share_kinds``."""
    share_kinds: frozenset[str]
    to_come: frozenset[str]
    """Words that say that a noun means what is named behind it: "the FOLLOWING companies"."""
    homes: dict[str, int]
    """Noun for the people of a land or region → its number."""
    home_marks: tuple[tuple[str, ...], ...]
    """Of each land or region, the beginnings of words that say that a company is from there ("schwedisch")."""
    articles: dict[str, tuple[str, ...]]
    """Of each gender (m, f, n), the articles of a definite subject."""
    national: tuple[str, ...]
    """Endings of adjectives that say whose a public body is."""
    offices: tuple[str, ...]
    """Endings of what those are called who govern, and deal for no company."""
    superlatives: tuple[str, ...]
    """Endings of adjectives that say that somebody is the first of a land: "Deutschlands GRÖSSTER Versicherer"."""
    seated: list[str]
    """What links a company to the town where it sits: "Norvik FROM Bergen"."""
    former: tuple[str, ...]
    """Beginnings of adjectives that say that it is so no more."""
    managers: tuple[str, ...]
    """Endings of nouns for people who deal for the company glued before: "Norvik-CHEF"."""

    def is_definite(self, article: Token | None) -> bool:
        """Whether it is a definite article, and no possessive: "THE company"."""
        return article is not None and article.low in self.definite and "possessive" not in article.marks

    def is_land(self, word: str) -> bool:
        """Whether the lower-case ``word`` is a place, in a compounding language its genitive too: "deutschlands"."""
        return word in self.places or (self.compounding and word.endswith("s") and word[:-1] in self.places)

    def is_a(self, word: str, kind: str) -> bool:
        """Whether the lower-case ``word`` is one of ``kind``: nouns, plural_nouns, speakers, units, shadows, deals."""
        words: frozenset[str] = getattr(self, kind)
        if word in words:
            return True
        if kind == "units" and word in self.general:
            return False  # "sein LEBENSWERK" is the whole company, no WERK of it
        return self.compounding and any(word[i:] in words for i in range(2, len(word) - 3))

    def is_plural_noun(self, word: str) -> bool:
        """Whether the lower-case ``word`` means several companies: "companies", "the two lenders"."""
        if self.is_a(word, "plural_nouns"):
            return True
        return not self.compounding and word.endswith("s") and self.is_a(word[:-1], "nouns")

    def as_business(self, word: str) -> str:
        """A compound for a part of a company under one noun: "Handysparte" is no other than "Handygeschäft"."""
        ends = [end for end in self.businesses if word.endswith(end) and word != end]
        return word.removesuffix(max(ends, key=len)).rstrip("-") + min(self.businesses) if ends else word

    def is_people(self, word: str) -> bool:
        """Whether those from a town or a country are meant: "the Swedes", "die Chemnitzer"."""
        if word in self.demonyms:
            return True
        if not self.compounding or self.is_a(word, "nouns"):
            return False  # "der Konzern" is nobody from Konz
        base = word.removesuffix("n")
        if any(word.startswith(region) and word.removeprefix(region) in self.demonyms for region in self.regions):
            return True
        if not base.endswith("er") or len(base) < SHORTEST:
            return False
        return any(f"{base[:-2]}{end}" in self.places for end in ("", "en", "e", "a")) or not self.is_ordinary(word)


def _peoples(known: Knowledge) -> frozenset[str]:
    if known.noun_capitals:
        return known.origins | {f"{word}n" for word in known.origins if word.endswith("er")}
    return frozenset(word for word in known.origins if word.endswith("s") and word[:-1] in known.origins)


@cache
def references(language: str) -> References:
    """The reference words of a language, read once."""
    table = language_table(language, "references", ReferenceTable)
    known = knowledge(language)
    pronouns = {word: kind for kind in ("one", "several", "speaker", "person") for word in getattr(table, kind)}
    words = {
        key: frozenset(value.split())
        for key in ReferenceTable.__struct_fields__
        if isinstance(value := getattr(table, key), str)
    }
    words["demonyms"] |= _peoples(known)
    if known.noun_capitals:
        words["units"] |= {word + end for word in words["units"] if word[-1] not in "ens" for end in ("s", "es")}
        words["units"] |= {f"{word}n" for word in words["units"] if word.endswith(("e", "er"))}  # dative plural
        words["nouns"] |= {f"{word}s" for word in words["nouns"] if word.endswith("er")}  # genitive
    words["works"] |= words["named_places"]
    for key in ("managers", "national", "offices", "former", "based"):
        words.pop(key)
    return References(
        lexicon(language).separable,
        pronouns,
        frozenset(table.reflexive),
        known.places,
        known.unlike_names,
        lambda word: ordinary_word(word, known),
        lambda word: is_plural(word, known),
        lambda word: word in known.common_words,
        known.abstract_endings,
        known.alike_endings,
        known.stuff,
        known.feminine_trades,
        **words,
        based=table.based,
        genders={word: gender for gender, said in table.genders.items() for word in said.split()},
        homes={word: number for number, people in enumerate(table.homes) for word in people.split()},
        home_marks=tuple(tuple(marks.split()) for marks in table.homes.values()),
        identifying=tuple(table.identifying),
        announcing=tuple(table.announcing),
        managers=tuple(table.managers.split()),
        national=tuple(table.national.split()),
        offices=tuple(table.offices.split()),
        superlatives=lexicon(language).endings.get("superlatives", ()),
        former=tuple(table.former.split()),
        seated=table.seated,
        articles={gender: tuple(said.split()) for gender, said in table.articles.items()},
        role_nouns={word: role for role, nouns in table.role_nouns.items() for word in nouns.split()},
        name_kinds=_word_sets(table.name_kinds),
        side_words=_word_sets(table.side_words),
        side_nouns=_word_sets(table.side_nouns),
        side_cues=_word_sets(table.side_cues),
        licence_cues={role: tuple(cues) for role, cues in table.licence_cues.items()},
    )


def _word_sets(table: dict[str, str]) -> dict[str, frozenset[str]]:
    return {key: frozenset(words.split()) for keys, words in table.items() for key in keys.split()}
