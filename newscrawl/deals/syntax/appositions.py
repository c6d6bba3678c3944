"""What explains a noun phrase where the verb stands between subject and object: appositions, units and their owners."""

from itertools import pairwise

import msgspec

from newscrawl.deals.syntax.lexicon import Lexicon
from newscrawl.deals.syntax.listing import OPENERS, index_behind, joined_with
from newscrawl.deals.syntax.phrases import Phrase, Phrases

LIST_OPENERS = ",:-–—"


def summed_up(phrases: Phrases, opener: int) -> list[Phrase]:
    """The names behind a plural noun: "two banks, NORVIK AND TAL,", "Three banks – NORVIK, TAL AND BERGEN – have …"."""
    if opener + 1 >= len(phrases) or phrases[opener].kind not in LIST_OPENERS:
        return []
    if not is_plain_name(phrases[opener + 1]):
        return []
    joined = joined_with(phrases, opener + 1)
    plain = len(joined) > 1 and all(p.head.tag == "E" and not p.preposition for p in joined)
    end = joined[-1].index + 1
    closed = end >= len(phrases) or phrases[end].kind in LIST_OPENERS or phrases[end].kind in ".;"
    return joined if plain and closed else []


def own_by_apposition(phrases: Phrases, name: Phrase, unit: Phrase) -> None:
    """ "Tal, a unit of NORVIK", "the sale of Tal, part of NORVIK", "die Tal AG, eine Tochter VON NORVIK": whose it is
    that a noun behind the comma says."""
    words, name = phrases.words, name.of or name
    linked = name.preposition and not words.is_a(name.preposition, "of_whom")
    if name.kind != "NP" or name.head.tag != "E" or name.owner is not None or linked:
        return
    if unit.kind != "NP" or unit.preposition or not _is_part(unit, words):
        return
    if unit.index and _has_turned(phrases[unit.index - 1], words):
        return
    behind = phrases[unit.index + 1] if unit.index + 1 < len(phrases) else None
    whole = unit.owner or unit.of
    if whole is None and behind is not None and words.is_a(behind.preposition, "of_whom"):
        whole = behind
    if whole is not None and whole is not name and whole.head.tag == "E":  # not "Norvik, WHOSE unit was sold,"
        name.owner = whole
    elif whole is None and unit.is_owned and unit.determiner is not None and not words.separable:
        name.owner = Phrase("NP", [unit.determiner])  # "Tal, ITS paint unit,"


def own_by_attribute(phrases: Phrases, name: Phrase) -> None:
    """ "NORVIK-owned Tal", "Tal, which is owned by NORVIK,", "the stake in Tal held by NORVIK", "shareholders in
    NORVIK": whose it is that an attribute or a clause says."""
    if name.owner is not None:
        return
    if name.head.tag == "E":
        name.owner = _owner_before(phrases, name) or _owner_in_clause(phrases, name)
    elif name.head.tag == "%" or any(phrases.words.is_a(name.head.low, kind) for kind in ("held", "part")):
        name.owner = _holder(phrases, name)
    elif phrases.words.is_a(name.head.low, "owners") and name.of is None:
        name.owner = _held_company(phrases, name)


def _holder(phrases: Phrases, shares: Phrase) -> Phrase | None:
    """Who holds shares or a unit by a participle behind them: "30 percent of Tal OWNED BY NORVIK"."""
    words, i = phrases.words, shares.index + 1
    if i < len(phrases) and words.is_a(phrases[i].preposition, "share_link"):
        i += 1
    if i + 1 >= len(phrases) or phrases[i].kind != "VG":
        return None
    verb, holder = phrases[i : i + 2]
    holds = verb.verb is not None and words.is_a(verb.verb.lemma, "keeping") and not verb.helpers
    negated = any(words.is_a(t.low, "negation") for p in phrases[i - 1 : i + 1] for t in p.with_adverbs)
    return holder if holds and not negated and is_by(phrases, holder) and holder.head.tag == "E" else None


def _held_company(phrases: Phrases, holders: Phrase) -> Phrase | None:
    """ "shareholders in TAL"."""
    behind = phrases[holders.index + 1] if holders.index + 1 < len(phrases) else None
    named = behind is not None and phrases.words.is_a(behind.preposition, "share_link") and behind.head.tag == "E"
    return behind if named and not holders.names else None


def _owner_before(phrases: Phrases, name: Phrase) -> Phrase | None:
    """ "NORVIK-owned": as an attribute, the name is tagged as nobody's."""
    for whole, attribute in pairwise(name.tokens):
        if whole.mention is not None and phrases.words.is_a(attribute.low, "owned"):
            return Phrase("NP", [msgspec.structs.replace(whole, tag="E")])
    return None


def _owner_in_clause(phrases: Phrases, name: Phrase) -> Phrase | None:
    """The agent behind "which is owned by" or "owned by"; who "had owned" it may not have sold it."""
    behind = [p for p in phrases[name.index + 1 : name.index + 5] if p.kind != "L"][:3]
    if [p.kind for p in behind] != [",", "VG", "NP"] or any(_has_turned(p, phrases.words) for p in behind):
        return None
    _, verb, whole = behind
    owns = verb.verb is not None and phrases.words.is_a(verb.verb.lemma, "having") and not verb.helper("H")
    return whole if owns and is_by(phrases, whole) and whole.head.tag == "E" else None


def _is_part(unit: Phrase, words: Lexicon) -> bool:
    """Whether a noun means a part of a company, and not what it was or became ("eine FRÜHERE Tochter", "NOW part")."""
    is_part = words.is_a(unit.head.low, "part") or words.ends_as(unit.head.low, "daughters")
    once = any(words.begins_as(token.low, "bygone") for token in unit.tokens)
    return is_part and not once and not _has_turned(unit, words)


def _has_turned(phrase: Phrase, words: Lexicon) -> bool:
    """Whether something has become so: "NOW owned by Norvik"."""
    return any(words.is_a(token.low, "turn") for token in phrase.with_adverbs)


def is_by(phrases: Phrases, phrase: Phrase) -> bool:
    """Whether a noun phrase names an agent: "by NORVIK"."""
    return phrase.kind == "NP" and phrases.words.is_a(phrase.preposition, "passive_agent")


def innermost(phrase: Phrase) -> Phrase:
    """The last common noun of a row of genitives: "the maker of pumps"."""
    while phrase.of is not None and phrase.of.head.tag == "N":
        phrase = phrase.of
    return phrase


def can_be_explained(noun: Phrase) -> bool:
    """Whether a name behind a noun phrase can say whom it means: "its PARENT, Norvik"."""
    inner = innermost(noun)
    return noun.kind == "NP" and inner.head.tag == "N" and (inner.determiner is not None or inner.owner is not None)


def is_bare_kind(phrases: Phrases, noun: Phrase) -> bool:
    """Whether a noun phrase without an article says what sort of company a name behind it is: "Payments COMPANY,
    Norvik, …", "a round led by Danish chip MAKER, Norvik"."""
    bare = noun.head.tag == "N" and noun.determiner is None and noun.owner is None and len(noun.tokens) > 1
    opens = noun.index == 0 or is_by(phrases, noun)
    return bare and opens and phrases.words.is_a(noun.head.low, "kinds")


def somebody_in(phrases: Phrases, i: int) -> Phrase | None:
    """Who is meant by a name behind what somebody is in: "its PARTNER in the venture, Norvik,"."""
    before = phrases[i - 1] if i and phrases[i].preposition else None
    if before is None or before.kind != "NP" or before.preposition or not can_be_explained(before):
        return None
    return before if phrases.words.is_a(before.head.low, "somebody") else None


def venture_before(phrases: Phrases, i: int) -> Phrase | None:
    """The venture of which a name behind its partners says how it is called: "its VENTURE with Norvik, Tal,"."""
    while i > 1 and phrases[i].kind == "NP" and not phrases[i].preposition and phrases[i - 1].kind == "&":
        i -= 2
    venture = phrases[i - 1] if i else None
    if venture is None or not phrases[i].names or not can_be_explained(venture) or not phrases[i].preposition:
        return None
    return venture if phrases.words.is_a(venture.head.low.rpartition(" ")[2], "alliances") else None


def is_plain_name(phrase: Phrase) -> bool:
    """Whether a phrase is a name, without a preposition and without an owner."""
    return phrase.kind == "NP" and phrase.head.tag == "E" and not phrase.preposition and phrase.owner is None


def ends_there(phrases: Phrases, i: int) -> bool:
    """Whether the apposition is closed at ``i``, and is not the first of a list."""
    if i >= len(phrases) or phrases[i].kind in ".;":
        return True
    if phrases[i].kind in OPENERS:
        return ends_there(phrases, index_behind(phrases, i, OPENERS[phrases[i].kind]))
    if phrases[i].kind == "NP" and phrases[i].preposition:
        return True
    behind = (p for p in phrases[i + 1 :] if not (p.is_time and not p.preposition))
    following = next(behind, None)
    if phrases[i].kind != "," or following is None:
        return phrases[i].kind == ","
    dated = i + 1 < len(phrases) and phrases[i + 1].is_time
    return following.kind in ("VG", "L", "P", "S", *(".;," if dated else "")) or (
        following.kind == "NP" and bool(following.preposition or following.determiner)
    )


def _can_explain(phrases: Phrases, phrase: Phrase) -> bool:
    """Whether a noun phrase can say what the one before it is: "a bank", but not "its bank"; "owner of TAL"; "its
    latest acquisition", between commas."""
    if phrases.words.is_a(phrase.head.low, "bought"):
        owned = phrase.owner is not None or phrase.is_owned
        return owned and phrase.of is None and ends_there(phrases, phrase.index + 1)
    if phrase.determiner is None:
        return phrases.words.is_a(phrase.head.low, "owning") and (phrase.owner or phrase.of) is not None
    return "possessive" not in phrase.determiner.marks


def explained_by(phrases: Phrases, j: int) -> Phrase:
    """The named phrase that the noun phrase at ``j`` only explains ("NORVIK, a bank that …"), or that phrase itself."""
    phrase = phrases[j]
    if phrase.head.tag == "E" or j < 2 or not _can_explain(phrases, phrase):
        return phrase
    named = innermost(phrases[j - 2])
    named = named.of if named.of is not None else named
    if phrases[j - 1].kind == "," and named.kind == "NP" and named.head.tag == "E":
        return named
    return phrase
