"""What a text says of its companies right beside their names, to tell which of them a later noun means.

"Ann Arbor-based chip maker NORVIK … the chip maker", "Finland's TAL … the Finnish group", "die DRESDNER".
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.topics import organisations_in
from newscrawl.deals.mentions.bare_nouns import PLAIN
from newscrawl.deals.mentions.references import References, references
from newscrawl.deals.syntax.lexicon import Lexicon, lexicon

BEFORE, BEHIND = 50, 70
"""How many characters before a name, and behind the comma after it, may describe it."""
STEM = 4
"""Words that share so many first letters say the same: "Malaysia" and "Malaysian", "Darmstadt" and "Darmstädter"."""
WORD = re.compile(r"[^\W\d_]{3,}+|\b(?:us|ex)\b")
SMALL = re.compile(r"\b[^\W\d_A-ZÄÖÜ][^\W\d_]++\b")
"""A word in lower case."""
TOWN = re.compile(r"(?:[A-ZÄÖÜ][\w-]*+ ?)*+")
"""What stands behind "from": "Norvik aus BAD TALHEIM kaufte den britischen Händler Tal"."""
BREAK = re.compile(r"[,;:()\n]|\.\s")


def describes(noun: str, described: frozenset[str], kin: frozenset[str], compounding: bool) -> bool:
    """Whether a noun, or one of its ``kin``, is among the words said of a company; in a compounding language its end
    may be."""
    if noun in described or not kin.isdisjoint(described):
        return True
    ends = (noun, *kin)  # "KommerzBANK … das INSTITUT"
    return compounding and any(word.endswith(ends) or noun.endswith(word) for word in described if len(word) > STEM)


def likeness(modifiers: list[str], described: frozenset[str]) -> int:
    """How many words before a noun are also said of a company."""
    stems = _stems(described)
    likely = [word for word in modifiers if len(word) >= STEM and word[:STEM] in stems]
    return sum(any(_is_like(word, other) for other in described) for word in likely)


def _is_like(one: str, other: str) -> bool:
    """Whether two words are forms of one: "Darmstädter" and "Darmstadt", not "Reading" and "readers", "data" and
    "database"."""
    one, other = one.translate(PLAIN), other.translate(PLAIN)
    if abs(len(one) - len(other)) > LONGEST_ENDING:
        return False
    size = max(STEM, min(len(one), len(other)) - ENDING)
    return one[:size] == other[:size]


LONGEST_ENDING = 3
"""Letters by which two words may differ in length."""
ENDING = 2
"""Letters at the end of the shorter of two words in which they may differ."""


@lru_cache(maxsize=4096)  # each reference asks it of all companies before
def _stems(described: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:STEM] for word in described)


def is_from(people: str, described: frozenset[str], words: References) -> bool | None:
    """Whether a company is from the land or town of ``people`` ("die Schweden") by what is said of it; None if nothing
    is."""
    home = words.homes.get(people, words.homes.get(people.removesuffix("n")))
    if home is None:
        return _is_from_town(people, described, words.home_marks, words.national)
    known = _homes(described, words.home_marks)
    return home in known if known else None


@lru_cache(maxsize=4096)  # each reference asks it of all companies before
def _is_from_town(
    people: str, described: frozenset[str], home_marks: tuple[tuple[str, ...], ...], national: tuple[str, ...]
) -> bool | None:
    """Whether a company is from the town of "die LONDONER" by what is said of it: that town, or its land alone ("der
    BRITISCHE Händler Tal"); None if nothing is."""
    own = _marks_of(frozenset((people,)), home_marks)
    said = _marks_of(described, home_marks) if own else frozenset()
    if not said:
        return None
    lands = {land for land, _ in own}
    return bool(own & said) or any(land in lands and mark.endswith(national) for land, mark in said)


def _marks_of(described: frozenset[str], home_marks: tuple[tuple[str, ...], ...]) -> frozenset[tuple[int, str]]:
    """The marks of lands that words begin with, each with the number of its land."""
    return frozenset(
        (land, mark) for land, marks in enumerate(home_marks) for mark in marks if _bears(described, (mark,))
    )


def is_from_there(modifiers: list[str], described: frozenset[str], words: References) -> bool:
    """Whether a company is from the land that an adjective names: "der AMERIKANISCHE Konzern" is one "aus Boston"."""
    return not _homes(frozenset(modifiers), words.home_marks).isdisjoint(_homes(described, words.home_marks))


@lru_cache(maxsize=4096)  # each reference asks it of all companies before
def _homes(described: frozenset[str], home_marks: tuple[tuple[str, ...], ...]) -> frozenset[int]:
    """The lands, by their numbers, that words say somebody is from."""
    return frozenset(home for home, marks in enumerate(home_marks) if _bears(described, marks))


def _bears(described: frozenset[str], marks: tuple[str, ...]) -> bool:
    return any(word.startswith(mark) and (len(mark) > SHORT or word == mark) for mark in marks for word in described)


SHORT = 3
"""Letters of a mark that is the whole word ("us")."""


@lru_cache(maxsize=8)
def descriptions(analysis: Analysis) -> list[frozenset[str]]:
    """For each entity the words in lower case of its name, and those before it or behind a comma after it."""
    text, names, behind_name = analysis.text, analysis.names, _seated(analysis.language)
    parting = _parting(analysis.language)
    found: list[set[str]] = [set(WORD.findall(entity.name.lower())) for entity in names.entities]
    last = 0
    for mention in names.mentions:
        before = text[max(last, mention.start - BEFORE) : mention.start]
        breaks = [match.end() for match in parting.finditer(before)]
        found[mention.entity].update(_of_its_phrase(before[breaks[-1] if breaks else 0 :], analysis.language))
        if joint := behind_name.match(text, mention.end):
            behind = BREAK.split(text[joint.end() : joint.end() + BEHIND], maxsplit=1)[0]
            town = TOWN.match(behind) if joint[0] != ", " else None
            said = WORD.findall((behind if town is None else town[0]).lower())
            if not _opens_clause(said, analysis.language):
                found[mention.entity].update(said)
        last = mention.end
    for entity, said in _called_next(analysis):
        found[entity].update(said)
    return [frozenset(words) for words in found]


def _called_next(analysis: Analysis) -> Iterator[tuple[int, list[str]]]:
    """What the sentence behind one that names a single company calls it, where those of a town are a noun: "Norvik baut
    aus. DAS MÜNCHNER UNTERNEHMEN kauft Tal … die Münchner"."""
    if not references(analysis.language).compounding:
        return
    for number in range(1, len(analysis.sentences)):
        called = _definite_company(analysis.language).match(analysis.text, analysis.sentences[number].start)
        named = organisations_in(analysis, number - 1, len(analysis.text)) if called else []
        if called and len(named) == 1:
            yield named[0], WORD.findall(called[1].lower())


@cache
def _definite_company(language: str) -> re.Pattern[str]:
    """What opens a sentence with a company that is called by no name: "Das Münchner Unternehmen"."""
    words = references(language)
    articles, nouns = ("|".join(sorted(map(re.escape, found))) for found in (words.definite, words.general))
    return re.compile(rf"(?:{articles}) ((?:[\w-]++ ){{1,2}})(?:{nouns})\b", re.I)


def _of_its_phrase(before: str, language: str) -> list[str]:
    """The words before a name, in lower case; where nouns have capitals, those behind the verb: "Die Berliner verkaufen
    IHRE DIENSTE Norvik und Tal"."""
    lexical, first = lexicon(language), 0
    for verb in SMALL.finditer(before) if lexical.separable else ():
        first = verb.end() if _is_finite(verb[0], lexical) else first
    return WORD.findall(before[first:].lower())


def _is_finite(word: str, lexical: Lexicon) -> bool:
    """Whether a word is a verb of the clause; one on -te may be an attribute ("der verkaufte Sender")."""
    if word.endswith("te"):
        return False
    auxiliary = any(lexical.is_a(word, kind) for kind in ("be", "have", "will", "may", "do"))
    return auxiliary or any(reading.form in ("present", "past") for reading in lexical.verbs.get(word, ()))


def _opens_clause(said: list[str], language: str) -> bool:
    """Whether words behind a comma say nothing of the name before: "Norvik, WIE der Insolvenzverwalter mitteilte"."""
    words = lexicon(language)
    return bool(said) and words.is_a(said[0], "subordinator") and not words.is_a(said[0], "preposition")


@cache
def _parting(language: str) -> re.Pattern[str]:
    """What parts a name from words that say nothing of it: a mark, some prepositions ("stiegen die Münchner BEI Tal
    ein")."""
    words = "|".join(sorted(references(language).parting))
    return re.compile(rf"{BREAK.pattern}|\b(?:{words})\s") if words else BREAK


@cache
def _seated(language: str) -> re.Pattern[str]:
    """What stands between a name and the words that say what or whence it is: a comma, "from", "mit Sitz in"."""
    seated = "|".join(map(re.escape, references(language).seated))
    return re.compile(rf", | (?:{seated}) (?=[A-ZÄÖÜ])")
