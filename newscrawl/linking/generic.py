"""A name made of generic words → what it means, so that its translation is known to be the same name."""

from functools import cache, lru_cache
from pathlib import Path

from newscrawl.deals.canonical import canonical_name
from newscrawl.linking.names import HEAD, company_key, name_words
from newscrawl.tables import Table, read_table

FILE = Path(__file__).parent / "generic.toml"

Description = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""Of a name the words that are its own, what the others mean, both sorted; and how these are printed, in order."""


class Example(Table, frozen=True):
    names: tuple[str, ...]


class GenericTable(Table, frozen=True):
    """What generic words mean, in all languages."""

    joints: tuple[str, ...]
    fillers: tuple[str, ...]
    forms: tuple[str, ...]
    nations: frozenset[str]
    offices: frozenset[str]
    meanings: dict[str, tuple[str, ...]]
    example: tuple[Example, ...]
    counterexample: tuple[Example, ...]


@cache
def generic_table() -> GenericTable:
    return read_table(FILE, GenericTable)


@cache
def _stems() -> dict[str, str]:
    """Parts of words → what they mean; nothing for the forms of firms."""
    table = generic_table()
    told = {canonical_name(stem): meaning for meaning, stems in table.meanings.items() for stem in stems}
    told |= dict.fromkeys(map(canonical_name, table.forms), "")
    return {f"{stem[:-1]}ie": meaning for stem, meaning in told.items() if stem.endswith("y")} | told  # "dairies"


SHORTEST = 3
"""Letters of a part of a word, at least."""


@cache
def _longest() -> int:
    return max(map(len, _stems()))


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(stem[:SHORTEST] for stem in _stems())


@lru_cache(maxsize=8192)
def description_of(name: str) -> Description | None:
    """What a name means; None if none of its words is generic."""
    meanings, printed, own = set[str](), list[str](), list[str]()
    for word in _words(name):
        found = _meaning(word)
        if found is None:
            own.append(word)
        elif found:
            meanings |= found
            printed.append(word)
    return (tuple(sorted(own)), tuple(sorted(meanings)), tuple(printed)) if meanings else None


@lru_cache(maxsize=8192)
def proper_keys(name: str) -> frozenset[str]:
    """The keys of a name without its generic words, by which it is called for short: "Sommerfeldt" for "Verlagsgruppe
    Sommerfeldt", "Telekom" for "Deutsche Telekom", "Tal" and "Tal Bay" for "Flughafen Tal Bay"; none if it has none of
    them.
    """
    words = _words(name)
    own = [word for word in words if _meaning(word) is None]
    if not own and len(words) > 1:
        own = words[-1:]  # "Telekom" for "Deutsche Telekom"
    heads = (company_key(" ".join(own[:count])) for count in range(1, len(own) + 1)) if len(own) < len(words) else ()
    return frozenset(key for key in heads if len(key) > HEAD)


def _words(name: str) -> list[str]:
    return _with_pairs([word for word in name_words(name) if word not in generic_table().fillers])


def _with_pairs(words: list[str]) -> list[str]:
    """The words, two that mean something together as one."""
    found: list[str] = []
    for word in words:
        if found and _is_pair(f"{found[-1]} {word}"):
            found[-1] = f"{found[-1]} {word}"
        else:
            found.append(word)
    return found


def _is_pair(words: str) -> bool:
    return words in _stems()


@lru_cache(maxsize=8192)
def _meaning(word: str) -> frozenset[str] | None:
    """What all the parts of a word mean; None if one of them means nothing known."""
    found, rest, stems = set[str](), word, _stems()
    while rest:
        if rest[:SHORTEST] not in _beginnings():
            return None
        lengths = range(min(_longest(), len(rest)), SHORTEST - 1, -1)
        stem = next((rest[:n] for n in lengths if rest[:n] in stems), None)
        if stem is None:
            return None
        found.add(stems[stem])
        rest = _without_joint(rest[len(stem) :])
    return frozenset(found - {""})


def _without_joint(rest: str) -> str:
    """What follows behind the letters that join the parts of a word, or behind its ending."""
    joints = generic_table().joints
    if rest in joints:
        return ""
    for joint in joints:
        behind = rest.removeprefix(joint)
        if behind != rest and any(behind[:n] in _stems() for n in range(SHORTEST, _longest() + 1)):
            return behind
    return rest


def _is_same_office(mine: set[str], theirs: set[str]) -> bool:
    """Whether two names without a proper word, such as those of ministries, mean the same but for the nation, which one
    of them may leave out; or one is a country, and the other an office of it.
    """
    nations, offices = generic_table().nations, generic_table().offices
    for country, office in ((mine, theirs), (theirs, mine)):
        if len(country) == 1 and country <= nations & office and office & offices:
            return True
    if mine - nations != theirs - nations or len(mine | theirs) < 2:
        return False
    ours, others = (told & nations - {"federal"} for told in (mine, theirs))
    return mine == theirs or (len(mine - nations) > 1 and (ours == others or not ours or not others))


def is_translation(one: Description | None, other: Description | None) -> bool:
    """Whether two names mean the same in words of their own: the same proper words, and generic ones of one meaning.

    One of them may say less ("Klinikum" for a university hospital, "mill in Tal" for "paper mill in Tal"), but not
    leave out the last word of the other's: "Tal Energy" is not "Tal Energy Networks".
    """
    if one is None or other is None or one[0] != other[0]:
        return False
    mine, theirs = set(one[1]), set(other[1])
    if not one[0]:
        return _is_same_office(mine, theirs)
    if mine == theirs:
        return True
    same_words = set(one[2]) & set(other[2])
    return (mine <= theirs or theirs <= mine) and (not same_words or one[2][-1] == other[2][-1])
