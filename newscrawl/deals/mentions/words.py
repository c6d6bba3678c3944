"""What kind of word a string is, looked at alone: could it be a name, is it an ordinary noun, a title, a place?"""

import re
from functools import cache

import msgspec

from newscrawl.deals.mentions.knowledge import Knowledge, legal_key
from newscrawl.deals.remembered import Remembered

_NUMBER = re.compile(r"\d{1,4}+(?!(?:st|nd|rd|th|[mkbxsp]|bn|mn|pc|am|pm|km|kg|gb|mb|cm|mm|hp|ps|er)$)[a-z]{0,3}+\d?")
_MEASURE = re.compile(
    r"\d{2,}+[A-Z]{1,2}|\d++(?:[MKBTDVWXG]|[KMGT][BWb]|kWh?|[MGT]Wh|GHz|MHz|Hz|[KMG]bit)s?|\d++-.*+|\d++(?:er|th|st|nd|rd)\b.*+"
)
_PLURAL = re.compile(r"[A-Z]{2,5}s")  # "LLMs", "ICUs": kinds of things
_CODE = re.compile(r"(?=(?:[A-Z]*+\d){2})(?=\d*+[A-Z])[A-Z0-9]{6,}")
_PRODUCT = re.compile(r"[A-Z]{2,5}-\d{2,5}[A-Za-z]?")  # "HX-114"
FILE_NUMBER = re.compile(r"(?=(?:[A-Z-]*+\d){4})[A-Z0-9]++(?:-[A-Z0-9]++){2,}+")
"""What a contract or a file is kept under: "K417-21-D-0193"."""
_HEAD_ENDINGS = ("isch", "lich", "haft", "weise", "ig", "end", "erweise", "los", "sam", "bar", "iert")
_ADDRESS = re.compile(r"^(?:https?:|www\.)|@")
_LONGEST_FORM = 18  # "Aktiengesellschaft"
_LONGEST = 60  # longer runs of letters are no words
SMALL, CAPITAL, UPPER = 1, 2, 3
"""The shapes of words that are not short: in lower case, with a capital, in capitals."""
SHORT = 3
"""Letters of words that are in capitals, or in lower case, for many reasons."""
_FORMER = ("ex-",)
"""What a word begins with for people who are so no more: "Ex-Norvik"."""
_LINKING = ("s", "es", "n", "en", "er", "e")


ODD = re.compile(
    r"[a-z]++\d[a-z]++|\d(?!er|fach|st|te|mal|jähr|tägig|stell|köpf|prozent|teil|sp)[a-z]{3,}+\d?+|[a-z]{1,3}+-[a-z]{3,}+"
)
"""Letters around or behind a digit: "mail2go", "4soft"; not "2er", "4fach". Behind a short beginning: "u-nox"."""


class Word(msgspec.Struct, eq=False, gc=False):
    """A word's properties.

    ``capital`` could open or go on with a name by its shape; ``name`` does so wherever it stands; ``small`` is mostly
    written in lower case, so that a capital at the head of a sentence says nothing; ``ordinary`` is a word of the
    language that needs more than its capital to be a name. ``prefix`` is the length of the name inside a compound
    ("Norvik" in "Norvik-Chef"), ``head`` the rest of it.
    """

    text: str
    lower: str
    capital: bool = False
    special: bool = False  # capitals inside, digits, dots: SAP, eBay, 3M, Booking.com
    name: bool = False
    small: bool = False
    ordinary: bool = False
    function: bool = False
    never: bool = False
    title: bool = False
    origin: bool = False
    place: bool = False
    given: bool = False
    legal: bool = False
    organisation_noun: bool = False
    name_word: bool = False
    foreign: bool = False  # an English word in a language that writes nouns with capitals
    number: bool = False  # digits, perhaps with letters behind them, that could open a name: 7i, 21
    prefix: int = 0
    head: str = ""
    marked: bool = False  # opens a name or ends one by its shape
    strange: bool = False  # in lower case, and no word of the language
    brand: str = ""  # what a compound shows to be one written in lower case: "hurtig-Gründer"
    shape: int = 0  # SMALL, CAPITAL, UPPER: tells what kind of line a longer word stands in

    def __post_init__(self) -> None:
        """Note what is asked of every word of a text."""
        small = not self.capital and not self.small and len(self.text) > SHORT
        self.marked = self.capital or self.number or self.legal
        self.strange = small and (self.text.isalpha() or ODD.fullmatch(self.text) is not None)
        self.strange = self.strange or self.brand != ""
        if len(self.text) > SHORT and self.text[0].isalpha():
            self.shape = UPPER if self.text.isupper() else CAPITAL if self.capital else SMALL


@cache
def classified(known: Knowledge) -> Remembered[Word]:
    """The words of a language, shared by all texts."""
    return Remembered(lambda word: _classify(word, known))


def _classify(word: str, known: Knowledge) -> Word:
    lower = word.lower()
    capital = _capital(word) or ("-" in word and _is_small_firm(word, known))
    capital = capital and len(word) <= _LONGEST and not _ADDRESS.search(lower)
    if not capital:
        organisation = len(word) <= _LONGEST and _organisation_noun(lower, known)
        return Word(
            word,
            lower,
            organisation_noun=organisation,
            legal=_legal(word, known),
            small=lower in known.words
            or lower in known.foreign_words
            or ("-" in lower and _ends_in_word(lower, known))
            or (lower in known.nouns and not _is_brand(word, known)),
            number=word[0].isdigit() and _NUMBER.fullmatch(word) is not None,
            brand=_brand(word, known) if "-" in word else "",
        )
    prefix, head = _compound(word, known)
    never = (
        (not prefix and _half_word(word, known))
        or _CODE.fullmatch(word) is not None
        or _PRODUCT.fullmatch(word) is not None
        or FILE_NUMBER.fullmatch(word) is not None
        or _PLURAL.fullmatch(word) is not None
    )
    never = (
        never
        or lower.startswith(_FORMER)
        or lower in known.never_names
        or lower in known.calendar
        or word in known.abbreviations
    )
    function = lower in known.function_words or _short_form(lower) in known.function_words
    function = function or (lower.endswith(known.adverb_endings) and lower not in known.nouns)
    function = function and not (known.noun_capitals and len(word) > 1 and word.isupper())
    title = lower in known.titles
    listed = word in known.press or word in known.firms_like_persons
    if listed and not (lower in known.nouns or lower in known.name_words or function):
        return Word(word, lower, capital=True, name=True)
    ordinary = not prefix and not _special(word) and lower not in known.particles and ordinary_word(lower, known)
    legal = _legal(word, known)
    return Word(
        word,
        lower,
        capital=True,
        special=_special(word),
        name=not (never or function or title or (ordinary and known.noun_capitals) or legal or prefix),
        small=lower in known.words or ordinary or (known.noun_capitals and lower.endswith(_HEAD_ENDINGS)),
        ordinary=ordinary,
        function=function,
        never=never,
        title=title,
        origin=lower in known.origins,
        place=lower in known.places,
        given=lower in known.given_names,
        legal=legal,
        organisation_noun=_organisation_noun(lower, known),
        name_word=_is_name_word(lower, known),
        foreign=lower in known.foreign_words and not _german_head(lower, known),
        prefix=prefix,
        head=head,
    )


def _is_brand(word: str, known: Knowledge) -> bool:
    """Whether a noun in lower case is a name in German: "bei OHRWURM aus Leipzig"."""
    return known.noun_capitals and len(word) > LONG and word.isalpha() and not word.endswith(LIKE_ADJECTIVES)


LONG = 6
"""Letters of nouns that older spelling has no adverb of ("gestern ABEND")."""
LIKE_ADJECTIVES = ("e", "en", "er", "es", "em", "t", "n", "nd", "s", "ig", "lich", "isch", "mittag")
"""Endings of nouns that may be adjectives, adverbs or verbs as well."""


def _brand(word: str, known: Knowledge) -> str:
    """A name in lower case before what belongs to a company: "hurtig" in "hurtig-Gründer"."""
    before, _, head = word.rpartition("-")
    belongs = head[:1].isupper() and known.compound.get(head.lower()) == "compound_organisation"
    return before if belongs and before.isalpha() and len(before) > SHORT else ""


def _ends_in_word(lower: str, known: Knowledge) -> bool:
    """ "pre-seed", "e-bikes": a word of the language behind the hyphen."""
    end = lower.rpartition("-")[2]
    return end in known.words or end in known.foreign_words or end in known.nouns or end in known.function_words


def _is_small_firm(word: str, known: Knowledge) -> bool:
    """ "mbo-Gruppe", "talvi-Holding": a word that the language does not have, before what only a company is called."""
    before, _, head = word.rpartition("-")
    if not (head[:1].isupper() and before.islower() and before.isalpha() and len(before) > 1):
        return False
    if (
        before in known.words
        or before in known.nouns
        or before in known.foreign_words
        or before in known.function_words
    ):
        return False
    is_firm = head.lower() in known.organisation_nouns and head.lower() in known.compound
    return head.lower() in known.name_words or is_firm


def _german_head(lower: str, known: Knowledge) -> bool:
    """Nouns that both languages have and that stand before or behind names as plain nouns: "Partner", "Start"."""
    return lower in known.roles or lower in known.compound or _organisation_noun(lower, known) or lower in known.words


def _capital(word: str) -> bool:
    """A capital first or after a small beginning (eBay, 1&1, 3M, amazon.de); numbers alone are none."""
    if word.islower() and word.isalpha():
        return False
    if word[0].isupper():
        return True
    if word[0].isdigit():
        return (any(c.isupper() for c in word) or "&" in word) and not _MEASURE.fullmatch(word)
    return any(c.isupper() for c in word[1:3]) or _domain(word)


def _half_word(word: str, known: Knowledge) -> bool:
    """ "AI-powered", "US-based": no name before the hyphen, and a word in lower case behind it."""
    before, hyphen, head = word.rpartition("-")
    if not hyphen or len(before) < 2 or before[0].islower():
        return False
    if head[:1].islower():
        return True
    return not known.noun_capitals and before in known.abbreviations and head.lower() in known.words


def _short_form(lower: str) -> str:
    """ "we'll" is "we"."""
    return re.split("['’]", lower, maxsplit=1)[0] if "'" in lower or "’" in lower else lower


def _domain(word: str) -> bool:
    name, dot, end = word.rpartition(".")
    return bool(dot and name) and end in DOMAINS


DOMAINS = frozenset(
    (
        "com de net org io ai at ch fr cn tv eu co am app shop tech uk us nl pl se dk fi li lu biz ly gg fm me "
        "xyz info online digital cloud media agency store group bank berlin wien hamburg koeln"
    ).split()
)
"""Ends of addresses in the web by which companies call themselves."""


def _special(word: str) -> bool:
    """Capitals behind the first letter, a digit or a dot: hardly an ordinary word."""
    if "-" in word or (word[1:].islower() and word.isalpha()):
        return False
    return any(c.isupper() or c.isdigit() for c in word[1:]) or word[0].isdigit() or "." in word[:-1]


def _legal(word: str, known: Knowledge) -> bool:
    if len(word) > _LONGEST_FORM or (word.islower() and "." not in word and word not in known.small_legal_forms):
        return False
    return legal_key(word) in known.legal_forms


def _organisation_noun(lower: str, known: Knowledge) -> bool:
    if lower in known.organisation_nouns:
        return True
    if lower in known.no_organisation_nouns:
        return False
    return len(lower) > 6 and lower.endswith(known.organisation_endings)


def _is_name_word(lower: str, known: Knowledge) -> bool:
    """Whether a word shows a name to be one of an organisation: "Volksbank", "Otto-von-Guericke-Universität"."""
    ending = len(lower) > 4 and lower.endswith(known.name_endings)
    _, hyphen, head = lower.rpartition("-")
    return lower in known.name_words or ending or (bool(hyphen) and head in known.institutions)


def _compound(word: str, known: Knowledge) -> tuple[int, str]:
    """Where a compound with a hyphen holds a name before its last part: the name's length and the last part."""
    before, head = _parted(word, known)
    lower = head.lower()
    if not before or not head or lower in known.region_words or before.lower().startswith(_FORMER):
        return 0, ""
    if lower in known.institutions or (_legal(before, known) and not known.noun_capitals):
        return 0, ""  # "Otto-von-Guericke-UNIVERSITÄT", "CO-founder"
    if known.noun_capitals:
        is_head = lower in known.compound or head[0].islower() or head in known.abbreviations
        is_head = is_head or (ordinary_word(lower, known) and not (lower in known.words and lower not in known.nouns))
    else:
        is_head = head[0].islower()
    first, more, _ = before.partition("-")
    adjective = more and first.lower() in known.origins and first.endswith("e")  # "Deutsche-Talbank-Chef"
    owner = before.lower() in known.surname_nouns and lower in known.name_words  # "Fischer-Gruppe"
    nameable = (
        adjective or owner or _is_small_firm(word, known) or any(_nameable(part, known) for part in before.split("-"))
    )
    if not is_head or before.lower() in known.never_names or not nameable or _is_phrase(before, known):
        return 0, ""
    return len(before), lower


def _parted(word: str, known: Knowledge) -> tuple[str, str]:
    """What stands before the last part of a compound, and that part: "Talhof" and "Spin-off" in "Talhof-Spin-off"."""
    before, _, head = word.rpartition("-")
    further, hyphen, first = before.rpartition("-")
    if hyphen and f"{first}-{head}".lower() in known.organisation_nouns:
        return further, f"{first}-{head}"
    return before, head


def _is_phrase(before: str, known: Knowledge) -> bool:
    """ "Point-of-sale", "Business-to-business": words of the language that a small one joins."""
    parts = before.lower().split("-")
    joined = len(parts) > 1 and any(part in known.function_words for part in parts[1:])
    return joined and all(part in known.words or part in known.function_words for part in parts)


def _nameable(part: str, known: Knowledge) -> bool:
    """Could a part of a compound be a name? "US" in "US-Konzern", "Online" in "Online-Shop" are none."""
    lower = part.lower()
    if (
        not part
        or lower in known.never_names
        or part in known.abbreviations
        or lower in known.origins
        or len(part) == 1
    ):
        return False
    if not _capital(part) or lower in known.function_words or lower in known.calendar or is_index(lower, known):
        return False
    return not (known.noun_capitals and ordinary_word(lower, known) and not _special(part))


def ordinary_word(lower: str, known: Knowledge) -> bool:
    """Is this a word of the language, not a name? Where nouns have capitals: a noun, alone, derived or compound."""
    if not known.noun_capitals:
        return lower in known.words
    if lower in known.nouns or lower in known.never_names:
        return True
    if "-" in lower:
        *first, last = (p for p in lower.split("-") if p) if lower.strip("-") else ("",)
        if first and all(len(p) == 1 for p in first):  # E-Auto, U-Bahn; but T-Mobile, E-Systems
            return first[-1] in known.letters and last in known.nouns
        if len(last) > 4 and all(_german_part(p, known) for p in first):
            return True
        known_last = last in known.words or last in known.foreign_words or ordinary_word(last, known)
        return known_last and all(_ordinary_part(p, known) for p in first)
    if (lower in known.foreign_words and lower not in known.words) or lower in known.places:
        return False
    if lower.removesuffix(known.genitive_ending) in known.places:
        return False  # "FRANKREICHS größte Bank"
    if lower in known.words or (len(lower) > 7 and lower.endswith(known.adjective_endings)):
        return True
    return _derived(lower, known) or lower.endswith(known.sure_endings) or _joined(lower, known)


def _derived(lower: str, known: Knowledge) -> bool:
    """A noun by its ending: "Erstattung"; what is as short as "Samsung" only if it is made of a word that is known."""
    ending = next((e for e in known.noun_endings if lower.endswith(e)), "")
    if not ending or len(lower) < _SHORT_DERIVED:
        return False
    stem = lower.removesuffix(ending)
    if len(lower) > _LONG_DERIVED:
        return True
    sources = [f"{stem}{e}" for e in _STEM] + [f"{stem[:-1]}e{stem[-1:]}n"]  # "Kopplung" from "koppeln"
    return stem not in known.given_names and any(s in known.words or s in known.nouns for s in sources)


_SHORT_DERIVED, _LONG_DERIVED = 7, 9
_STEM = ("", "en", "n", "e", "er")
"""What the words end in that nouns on -ung, -ling, -heit are made of."""


def _ordinary_part(part: str, known: Knowledge) -> bool:
    """A first part that makes no name: "E-Auto", "US-Konzern", "Online-Shop", "TV-Sender"."""
    if len(part) == 1 or part[0].isdigit() or part in known.origins or part.upper() in known.abbreviations:
        return True
    if is_index(part, known):
        return True
    return ordinary_word(part, known) or (part in known.foreign_words and part not in known.given_names)


def is_index(lower: str, known: Knowledge) -> bool:
    """ "MDAX-Konzern": an index of a stock exchange says what sort of company it is."""
    return any(lower == index.lower() for index in known.indices)


def _german_part(part: str, known: Knowledge) -> bool:
    """A first part that is surely no name, whatever stands behind it: "Online-Zahlungsabwickler"."""
    return len(part) == 1 or part in known.nouns or part in known.never_names or part in known.origins


def _joined(lower: str, known: Knowledge) -> bool:
    """Known words in one, with or without a linking letter: "Chip" + "hersteller", "Verwaltung" + "s" + "rat"."""
    if lower.endswith(("in", "innen")) and lower.removesuffix("nen").removesuffix("in") in known.foreign_words:
        return True  # "Directorin"
    for cut in range(2, len(lower) - 2):
        head, part = lower[cut:], lower[:cut]
        if _makes_names(part, head, known):
            continue
        if (
            (head in known.nouns or head in known.trades)
            and (len(head) > 3 or cut > 5)
            and _first_part(lower[:cut], known, len(head) > 3)
        ):
            return True
    return False


def _makes_names(part: str, head: str, known: Knowledge) -> bool:
    """Whether two words make a name sooner than a noun: English ones ("Blackstone"), and those of people ("Hoffmann");
    the nouns made so are in the dictionary.
    """
    if head in known.surname_heads:
        return not (part.endswith("s") and part[:-1] in known.nouns)
    english = part in known.foreign_words and head in known.foreign_words
    return english and not (part in known.nouns and head in known.nouns)


def _first_part(part: str, known: Knowledge, deeper: bool) -> bool:
    """A noun, a word, a stem ("Kontroll-", "Mess-"), an English word, or again two of them."""
    nouns, words = known.nouns, known.words
    if len(part) < 3:
        return part in known.letters
    if part in nouns or (len(part) > 3 and (part in words or (deeper and part in known.foreign_words))):
        return True
    if any(part.endswith(link) and part[: -len(link)] in nouns and len(part) - len(link) > 2 for link in _LINKING):
        return True
    if len(part) > 3 and (f"{part}e" in nouns or f"{part}en" in words or f"{part}n" in words):
        return True
    return (
        deeper
        and len(part) > 7
        and any(part[cut:] in nouns and _first_part(part[:cut], known, False) for cut in range(3, len(part) - 3))
    )
