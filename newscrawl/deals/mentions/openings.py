"""Where inside a sentence a name can begin."""

from newscrawl.deals.mentions.bare_nouns import apposed, is_plural
from newscrawl.deals.mentions.first_words import opens_trade
from newscrawl.deals.mentions.hanging import LINKS, hangs
from newscrawl.deals.mentions.legal_runs import legal_behind
from newscrawl.deals.mentions.numbered import only_counts, takes_number
from newscrawl.deals.mentions.opening_words import small_word_name
from newscrawl.deals.mentions.page import (
    Candidate,
    Page,
    counts_in_name,
    make_candidate,
    next_capital,
    of_town,
    phrase,
    role_ending,
)
from newscrawl.deals.mentions.product_models import is_code, is_its_model
from newscrawl.deals.mentions.words import Word, is_index, ordinary_word

ADJECTIVES = ("sche", "schen")
"""Endings of adjectives of origin, which have a capital only as part of a name: "die DEUTSCHE Norvik"."""
_OPENING = frozenset('"“„‚‘«»•*:|>·…')


def opens(page: Page, at: int, head: int, last: int) -> bool:
    word = page.words[at]
    if not (word.capital or word.number) or hangs(page, at):
        return False
    if not word.name and hangs(page, at + 1):
        return False  # "der HAMBURGER Strom- und Gasversorger"
    if page.known.double_nouns and _in_double_noun(page, at, last):
        return False
    if word.prefix and at == head and word.text[: word.prefix].lower() in page.known.words:
        return page.known.noun_capitals  # "Weather-forecasting platform"
    if (word.special and at > head and is_its_model(page, at)) or only_counts(page, at, last):
        return False
    if word.prefix or _quoted_alias(page, at, last):
        return True
    if word.number:
        return _numbered(page, at, last)
    if word.special and is_code(page, at, last):
        return False
    doubtful = at == head or page.tokens.words[at - 1] in _OPENING
    if _with_partners(page, at, last) or (word.legal and _legal_first(page, at, last)):
        return True
    if word.lower in page.known.of_heads and _of_name(page, at, last) and _is_of_head(page, at, head):
        return True
    if doubtful and not word.function and _before_legal(page, at, last):
        return True
    if doubtful and word.organisation_noun and not (word.name_word or page.known.noun_capitals):
        return _joined(page, at, last) or opens_trade(page, at, last)  # not "Chipmaker Norvik"
    if word.name:
        if not (doubtful and word.small and not word.special):
            return True
        if _joined(page, at, last) or _is_town_firm(page, at) or takes_number(page, at, last):
            return True
        return at != head and not page.known.noun_capitals and next_capital(page, at, last)
    if word.title and not page.known.noun_capitals:
        after = page.words[at + 1] if at + 1 < last else None
        if after is None or not after.capital or not page.tokens.glued[at + 1]:
            return False
        return after.name_word or opens_trade(page, at, last)  # "Founders Fund"
    if word.function and not page.known.noun_capitals:  # "Just Ask Norvik", inside a sentence
        return (
            not doubtful
            and (word.lower not in page.known.determiners or counts_in_name(page, at, last))
            and len(word.text) > 1
            and next_capital(page, at, last)
        )
    if not page.known.noun_capitals or not next_capital(page, at, last):
        return False
    if (word.given or _is_double_given(page, word)) and (_opens_person(page, at) or _person_first(page, at, head)):
        return True
    if not doubtful and word.origin and word.lower.endswith(ADJECTIVES) and page.words[at + 1].name:
        return True  # "an die Deutsche Norvik": as an adjective it would have no capital
    if _before_english(page, at, head) or (at == head and _adjective_first(page, at)):
        return True
    sure = not doubtful or page.known.leads(word.lower) or (word.origin and word.lower.endswith("er"))
    return (sure and _opens_german(page, at)) or _before_name_word(page, at)


def _before_legal(page: Page, at: int, last: int) -> bool:
    """ "LAMP, Inc. has bought Tal": a legal form behind a comma."""
    return at + 1 < last and page.words[at + 1].text == "," and legal_behind(page, at, last) > at


def _legal_first(page: Page, at: int, last: int) -> bool:
    """ "AB Norvik": a legal form in capitals before a name that has none behind it."""
    word, before = page.words[at], page.words[at - 1] if at else None
    if not word.special or (before is not None and before.capital and page.tokens.glued[at]):
        return False
    return next_capital(page, at, last) and page.words[at + 1].name and legal_behind(page, at + 1, last) == at + 1


def _in_double_noun(page: Page, at: int, last: int) -> bool:
    """ "das FAMILY OFFICE": two nouns that say what a firm is open no name."""
    pairs = ((at, at + 1), (at - 1, at))
    return any(
        one >= 0 and other < last and phrase(page, one, other) in page.known.double_nouns for one, other in pairs
    )


def _opens_person(page: Page, at: int) -> bool:
    """ "sagt KLAUS Ebert", "Schulleiter JOCHEN Weidlich": a given name that is a noun too."""
    word, after, before = page.words[at], page.words[at + 1], page.words[at - 1] if at else None
    if word.organisation_noun or after.function or after.organisation_noun or after.name_word:
        return False
    is_role = before is not None and (before.title or _role(page, before) or role_ending(page, before.lower))
    role = is_role and page.tokens.glued[at]
    said = before is not None and page.known.after.get(before.lower) == "said"
    return role or (said and after.name)


def _is_double_given(page: Page, word: Word) -> bool:
    """ "HANS-JOCHEM Weidlich"."""
    first, hyphen, second = word.text.partition("-")
    return bool(hyphen) and second[:1].isupper() and first.lower() in page.known.given_names


def shares_surname(page: Page, at: int) -> bool:
    """ "die Brüder HAUKE und Lasse Thomsen": the first of two given names before one surname."""
    if at + 3 >= len(page.words) or page.words[at + 1].lower not in page.known.and_words:
        return False
    given, surname, *behind = page.words[at + 2 : at + 5]
    person = given.given and given.capital and surname.name and not surname.name_word and page.tokens.glued[at + 3]
    return page.words[at].given and person and not any(word.legal for word in behind)


def _person_first(page: Page, at: int, head: int) -> bool:
    """ "HANS Weidlich kauft", "Dr. HANS Weidlich", "Ann und HANS Weidlich", "von HANS Weidlich": a given name that is
    a noun too, first, behind a title, another given name or a preposition."""
    word, after = page.words[at], page.words[at + 1]
    if (
        not after.name
        or after.name_word
        or after.special
        or word.organisation_noun
        or word.lower in page.known.calendar
    ):
        return False
    before = page.words[at - 2].lower if at > 1 and page.words[at - 1].text == "." else ""
    governed = at > head and page.words[at - 1].lower in page.known.governing and page.tokens.glued[at]
    return at == head or governed or before in page.known.honorifics or (at > 1 and shares_surname(page, at - 2))


def _before_name_word(page: Page, at: int) -> bool:
    """ "Wetter Network", "Sonnen Pharmaceuticals", "Mond TV": a noun before a foreign word for organisations."""
    word, after = page.words[at], page.words[at + 1]
    if word.function or word.never or word.title or word.organisation_noun or _role(page, word):
        return False
    is_noun = word.lower in page.known.nouns and after.foreign
    if word.lower in page.known.words and not (is_noun or _is_town_firm(page, at)):
        return False
    if after.lower in page.known.number_words:
        return word.ordinary and word.lower not in page.known.counted and not word.lower.endswith(("e", "en", "ung"))
    if after.lower in page.known.region_words:
        return not word.lower.endswith(("e", "en", "ung"))  # "Karton Süd"
    if not after.name_word:
        return False
    if after.name or after.foreign or after.text.isupper():
        return True
    rare = word.ordinary and word.lower not in page.known.common_words and not is_plural(word.lower, page.known)
    return rare and not after.place  # "Hanse Spedition": as common nouns they would be one word


def _is_town_firm(page: Page, at: int) -> bool:
    """ "BERGEN Capital führt die Runde an": a town's name before a word that ends a firm's name."""
    after = page.words[at + 1] if at + 1 < len(page.words) else None
    return after is not None and page.words[at].place and after.name and after.name_word and page.tokens.glued[at + 1]


def _role(page: Page, word: Word) -> bool:
    known, (index, _, head) = page.known, word.lower.rpartition("-")
    return is_index(index, known) or head in known.roles or (head in known.compound and head not in known.name_words)


def _quoted_alias(page: Page, at: int, last: int) -> bool:
    """ "Norvik Holdings (the “Parent”)": a single word in quotes inside a bracket."""
    if at < 2 or at + 2 >= last or page.words[at + 1].text not in '”“"’‘':
        return False
    before = page.words[at - 2].text
    opened = before == "(" or (
        at > 2 and page.words[at - 3].text == "(" and page.words[at - 2].lower in page.known.determiners
    )
    return page.words[at - 1].text in '“„"‘' and opened


def _with_partners(page: Page, at: int, last: int) -> bool:
    """ "Kolle & Söhne", "Searle and Co": whatever word stands before."""
    word = page.words[at]
    never = word.never and word.lower not in page.known.calendar  # "Sommer & Kraus"
    if at + 2 >= last or word.function or never or word.organisation_noun:
        return False
    joint = page.words[at + 1]
    if joint.text == "+" and page.words[at + 2].capital and page.tokens.glued[at + 1] and page.tokens.glued[at + 2]:
        return True  # "Kühne + Nagel"
    if (page.words[at].text, page.words[at + 2].text) in page.pairs and joint.lower in page.known.and_words:
        return True
    if joint.text != "&" and joint.lower not in page.known.and_words:
        return False
    after = page.words[at + 2]
    return after.capital and (after.lower in page.known.partners or (joint.text == "&" and after.name))


def _joined(page: Page, at: int, last: int) -> bool:
    """ "Iris & Oak", at the head of a sentence too."""
    return at + 2 < last and page.words[at + 1].text == "&" and page.words[at + 2].capital


def _is_of_head(page: Page, at: int, head: int) -> bool:
    """At the head of a sentence; anywhere in a language that has its own word for "of"."""
    return page.known.noun_capitals or (at == head and page.words[at].name)


def _of_name(page: Page, at: int, last: int) -> bool:
    """ "Bank of Orland" at the head of a sentence."""
    return at + 2 < last and page.words[at + 1].lower == "of" and page.words[at + 2].capital


def _numbered(page: Page, at: int, last: int) -> bool:
    """ "7i Group", "21 Partners": a number opens a name before a word for organisations, unless it may be a year."""
    if not next_capital(page, at, last) or not (
        (page.words[at + 1].name_word and page.words[at + 1].name) or (at + 2 < last and page.words[at + 2].legal)
    ):
        return False
    number = page.words[at].text
    if number.isdigit() and 1900 <= int(number) < 2040:
        return False
    return at == 0 or page.text[page.tokens.starts[at] - 1].isspace()


def _before_english(page: Page, at: int, head: int) -> bool:
    """ "an PULS Invest", "durch EVERGREEN Coast": a noun without its article before an English word is no noun."""
    word, after, known = page.words[at], page.words[at + 1], page.known
    if not (word.ordinary and after.name and (after.foreign or after.name_word)) or word.function or word.never:
        return False
    if word.organisation_noun or word.title or _role(page, word) or is_plural(word.lower, known):
        return False
    if word.lower.endswith(known.abstract_endings) and not word.foreign:
        return False
    if at == head:
        behind = page.words[at + 2].lower if at + 2 < len(page.words) else ""
        return known.after.get(behind) == "acts"
    before = page.words[at - 1].lower
    return before in known.governing or before in known.and_words or before == "darunter"


def _adjective_first(page: Page, at: int) -> bool:
    """ "DEUTSCHE Wohnen übernimmt", "DEUTSCHE Börse und Norvik": a common noun in the singular would have an article
    before its adjective."""
    word, after = page.words[at], page.words[at + 1]
    behind = page.words[at + 2].lower if at + 2 < len(page.words) else ""
    one = after.name_word and not (after.organisation_noun and is_plural(after.lower, page.known))
    national = word.origin and after.lower in page.known.name_words  # not "Deutsche Banken und Norvik"
    joined = national and behind in page.known.and_words and next_capital(page, at + 2, len(page.words))
    return word.lower.endswith(ADJECTIVES) and (joined or (one and page.known.after.get(behind) == "acts"))


def is_town_body(page: Page, at: int) -> bool:
    """ "Oldenburger Kurier", "Mauerheimer Brauhaus": a town's adjective and a noun that make one name."""
    town, body = page.words[at], page.words[at + 1]
    if body.lower not in page.known.town_bodies:
        return False
    return of_town(page, town) or town.lower.endswith(page.known.town_endings)


def _opens_german(page: Page, at: int) -> bool:
    """Where nouns have capitals: "Deutsche Talbank", "Berliner Volksbank", "Bank Norvia"."""
    word, after = page.words[at], page.words[at + 1]
    if not page.known.noun_capitals or word.function or word.never or word.title or after.legal or not word.ordinary:
        return False
    if page.known.leads(word.lower):
        if _of_land(page, after):
            return False
        surname = page.known.is_family(word.lower) and after.capital  # "Familie Müller", though a miller is a trade
        return surname or after.name or after.place or _singular(page, at + 1)
    seat = after.place or (after.origin and after.lower.endswith("en"))  # "Hightech-Fonds Schwaben"
    if seat and word.lower.endswith(page.known.seated_endings):
        return True
    if (after.name or after.place) and word.lower.endswith(page.known.plant_endings):
        return True
    if is_town_body(page, at):
        return True
    if word.organisation_noun or (not after.ordinary and not after.name_word):
        return False  # "die Marke Burg Tal": no adjective
    if word.origin and word.lower.endswith("er"):
        return after.name_word and after.lower not in page.known.organisation_nouns
    if word.lower.endswith(ADJECTIVES) and word.lower not in page.known.nouns:
        return not after.never  # "die HANSEATISCHE Privatbank": as an adjective it would have no capital
    counted = at > 0 and page.words[at - 1].text[0].isdigit()  # "mit 610 BESCHÄFTIGTEN Pumpen"
    adjective = word.lower.endswith(("e", "er", "es", "en")) and word.lower in page.known.words
    return adjective and not counted and not after.never


def _of_land(page: Page, word: Word) -> bool:
    """ "die Energieversorgung EUROPAS": whose it is, no name."""
    bare = word.lower.removesuffix(page.known.genitive_ending)
    return bool(page.known.genitive_ending) and not word.place and bare != word.lower and bare in page.known.places


def _singular(page: Page, at: int) -> bool:
    """ "Verlagsgruppe Kastanie", "Stadtwerke Ulmenhagen", but "die Bank Anteile"."""
    word = page.words[at]
    if not word.ordinary or word.title or word.never:
        return False
    is_town = f"{word.lower}er".endswith(page.known.town_endings)
    return is_town or not (word.organisation_noun or is_plural(word.lower, page.known))


def weak_name(page: Page, at: int, head: int, last: int) -> Candidate | None:
    """An ordinary noun where a name is asked for: "der Kartendienst Stern", "Linde-Chef"."""
    word = page.words[at]
    if not word.capital or word.never or not page.known.noun_capitals:
        return None
    if word.function:
        return small_word_name(page, at, head, last)
    if word.origin and _town_name(page, at, head, last):
        return make_candidate(page, at, at + 1)
    if not word.ordinary or word.title or word.origin:
        return None
    if word.organisation_noun and not (_compound_noun(page, word) and _is_rare_before_hyphen(page, word)):
        return apposed(page, at, head, last)  # "der Fensterbauer Klarwerk"
    if at > head and page.words[at - 1].lower in page.known.honorifics and page.tokens.glued[at]:
        return make_candidate(page, at, at)  # "Herr Vogel"
    if _compound_noun(page, word):
        cut = page.tokens.starts[at] + word.text.rindex("-")
        return Candidate(page.tokens.starts[at], cut, at, at, ("compound_organisation", "ordinary"))
    return apposed(page, at, head, last)


def _town_name(page: Page, at: int, head: int, last: int) -> bool:
    """ "der Spielwarenkonzern ULMER LAND": a town's adjective and a noun behind a noun for one company."""
    if at <= head or not next_capital(page, at, last) or next_capital(page, at + 1, last):
        return False
    before, noun = page.words[at - 1], page.words[at + 1]
    named = before.organisation_noun and before.capital and page.tokens.glued[at]
    own = noun.ordinary and not (
        noun.organisation_noun or noun.function or noun.title or is_plural(noun.lower, page.known)
    )
    return named and own and page.words[at].lower.endswith("er") and not is_plural(before.lower, page.known)


UNIT_HEADS = frozenset(("sparte", "geschäft"))
"""Ends of compounds that begin with a trade sooner than with a company: "die Medizintechnik-SPARTE"."""


def _is_rare_before_hyphen(page: Page, word: Word) -> bool:
    """ "die OTTER-Gruppe", not "die Medien-Gruppe"."""
    return word.lower.rpartition("-")[0] not in page.known.common_words


def _compound_noun(page: Page, word: Word) -> bool:
    before, hyphen, head = word.lower.rpartition("-")
    known = page.known
    return bool(
        hyphen
        and known.compound.get(head) == "compound_organisation"
        and before.isalpha()
        and ordinary_word(before, known)
        and not any(before.removesuffix(link) in known.nouns for link in LINKS if before.endswith(link))
        and before not in known.own_nouns
        and before not in known.organisation_nouns
        and not before.endswith(known.organisation_endings)
        and before not in known.never_names
        and head not in UNIT_HEADS
        and len(before) > 3
    )
