"""Noun phrases side by side where the verb stands between subject and object: lists, examples."""

from newscrawl.deals.syntax.lexicon import Lexicon
from newscrawl.deals.syntax.phrases import Phrase, Phrases

OPENERS = {"(": ")", "[": "]"}
CLOSED_BY = {closer: opener for opener, closer in OPENERS.items()}


def _is_example(phrases: Phrases, k: int) -> bool:
    return phrases.words.is_a(phrases[k].preposition, "example")


def with_examples(phrases: Phrases, joined: list[Phrase]) -> list[Phrase]:
    """Names that stand for the noun before them: "investors including A and B", "the following companies: A and B"."""
    if named := named_behind_colon(phrases, joined[-1]):
        return [*joined[:-1], *named]
    following = _first_example(phrases, joined[-1])
    if following < len(phrases) and not joined[-1].names:
        examples = joined_with(phrases, following)
        owner = joined[-1].owner or (joined[-1].of and joined[-1].of.owner)
        owned = owner is not None and not any(p.head.tag == "E" for p in examples)
        return joined if owned else [*joined[:-1], *examples]
    return joined


def named_behind_colon(phrases: Phrases, noun: Phrase) -> list[Phrase]:
    """ "has bought three FIRMS since May: A, B and C": the names behind a colon that a plural noun stands for, the last
    one before it: not "bought BRANDS for its customers: A and B"."""
    if noun.names or noun.is_measure or not is_plural(noun):
        return []
    colon = next((p.index for p in phrases[noun.index + 1 :] if not (p.kind == "NP" and p.is_time)), 0)
    if not 0 < colon < len(phrases) - 1 or phrases[colon].kind != ":":
        return []
    named = joined_with(phrases, colon + 1)
    return named if len(named) > 1 and all(p.head.tag == "E" and not p.preposition for p in named) else []


def is_plural(noun: Phrase) -> bool:
    """Whether a noun is one of several things by its ending and article: "rivals", not "a glass", "its business"."""
    several = noun.determiner is not None and noun.determiner.is_a("quantity")
    one = noun.is_indefinite and not several
    return noun.head.low.endswith("s") and not noun.head.low.endswith("ss") and not one


def examples_behind(phrases: Phrases, k: int, noun: Phrase) -> list[Phrase]:
    """ "acquisitions, including A and B": the names that a plural noun stands for."""
    following = _first_example(phrases, phrases[k])
    if following < len(phrases) and is_plural(noun):
        return joined_with(phrases, following)
    return named_behind_colon(phrases, noun)


def _first_example(phrases: Phrases, noun: Phrase) -> int:
    """The phrase of the first example of a noun, over what says when and where; the end without one."""
    k, reach = noun.index + 1, min(len(phrases), noun.index + EXAMPLE_REACH)
    while k < reach and not _is_example(phrases, k):
        phrase = phrases[k]
        if phrase.kind == "S" and phrases.words.is_a(phrase.head.low, "clause_or_time"):
            k = _behind_clause(phrases, k)
        elif (
            phrase.kind == ","
            or phrase.is_measure
            or phrase.head.tag == "T"
            or _says_when_or_where(phrase, phrases.words)
        ):
            k += 1
        else:
            return len(phrases)
    return k if k < reach else len(phrases)


EXAMPLE_REACH = 20
"""How many phrases behind a noun its first example may stand: without a bound, hostile lists take quadratic time."""


def _behind_clause(phrases: Phrases, k: int) -> int:
    """The comma that ends the clause at ``k``, if it tells of nobody who could be meant by an example behind it; the
    end, if it does: "companies SINCE IT STARTED IN 2008, among them A"."""
    end = next((p.index for p in phrases[k:] if p.kind == ","), len(phrases))
    clear = all(p.kind != "NP" or p.is_pronoun or p.is_time or not is_plural(p) for p in phrases[k:end])
    return end if clear else len(phrases)


def _says_when_or_where(phrase: Phrase, words: Lexicon) -> bool:
    """ "acquisitions IN RECENT YEARS, including A": a complement without a name, and no example itself."""
    where = phrase.kind == "NP" and phrase.preposition in ("in", "over", "during") and not phrase.names
    return where and (not is_plural(phrase) or words.is_a(phrase.head.low, "times"))


def index_behind(phrases: Phrases, j: int, closer: str) -> int:
    """The index behind the bracket that closes the one at ``j``; the end, if none does."""
    for phrase in phrases[j + 1 :]:
        if phrase.kind == closer:
            return phrase.index + 1
    return len(phrases)


def joined_with(phrases: Phrases, j: int) -> list[Phrase]:
    """The noun phrase at ``j`` and those joined to it by commas and a conjunction ("A, B and C")."""
    joined, i = [phrases[j]], j
    while True:
        following = _next_joined(phrases, i, joined[0])
        if following is None:
            break
        joined.append(phrases[following])
        i = following
    if len(joined) > 1 and not (_has_conjunction(phrases, j, i) or _and_others(phrases, i)):
        return joined[:1]
    return joined


def _and_others(phrases: Phrases, i: int) -> bool:
    """ "A, B AND A GROUP OF ANGELS": a list that ends with somebody without a name."""
    k = _behind_brackets(phrases, i + 1)
    k = k + 1 if k < len(phrases) and phrases[k].kind == "," else k
    return k + 1 < len(phrases) and phrases[k].kind == "&" and phrases[k + 1].kind == "NP"


def behind_apposition(phrases: Phrases, i: int) -> int:
    """The comma that closes what explains the name before the comma at ``i`` ("Tal, a maker of software, and Hull"), or
    ``i`` itself. What is joined to a name in it without a comma belongs to it: "a maker of Hull AND QUORRA pumps"."""
    if i + 1 >= len(phrases) or phrases[i].kind != "," or not _explains(phrases[i + 1]):
        return i
    end = next((p.index for p in phrases[i + 2 :] if p.kind != "NP" or p.names or not p.preposition), len(phrases))
    inner = phrases[i + 1].of
    if inner is not None and inner.names and phrases[end : end + 1] and phrases[end].kind == "&":
        return min(end + 2, len(phrases) - 1)
    return end if end < len(phrases) and phrases[end].kind in (",", "&") else i


def _explains(phrase: Phrase) -> bool:
    """ "a maker of software", "the retailer": a noun with an article; "a BOSTON retailer": a name that says where."""
    if phrase.kind != "NP" or phrase.determiner is None or phrase.head.tag != "N" or phrase.preposition:
        return False
    marks = phrase.determiner.marks
    return "possessive" not in marks and (not phrase.names or "indefinite" in marks)


def _has_conjunction(phrases: Phrases, first: int, last: int) -> bool:
    return any(p.kind == "&" for p in phrases[first:last])


def _next_joined(phrases: Phrases, i: int, first: Phrase) -> int | None:
    start = k = behind_apposition(phrases, _behind_brackets(phrases, i + 1))
    while k < len(phrases) and phrases[k].kind in (",", "&"):
        k += 1
    if k == start or k >= len(phrases):
        return None
    phrase = phrases[k]
    same_slot = phrase.preposition in ("", first.preposition)
    named = phrase.names or (phrase.owner is not None and phrase.owner.names) or _is_unit_of_named(phrases, phrase)
    summed_up = named or not first.names or (k + 1 < len(phrases) and _is_example(phrases, k + 1))
    measure = phrase.is_measure and not (_is_share(first) and _is_share(phrase))
    if phrase.kind != "NP" or not same_slot or measure or not summed_up or _explains_last(phrases, k):
        return None
    return None if opens_a_clause(phrases, k) or _has_its_own(phrases, k, first) else k


def _explains_last(phrases: Phrases, k: int) -> bool:
    """Whether a noun behind a comma only says what the last of a list is: "the assets and plants of Tal, A UNIT OF
    NORVIK"."""
    if not phrases[k].is_indefinite or phrases[k].head.tag != "N" or [p.kind for p in phrases[k - 3 : k - 2]] != ["&"]:
        return False
    last = phrases[k - 2]
    return phrases[k - 1].kind == "," and last.kind == "NP" and (last.of or last).head.tag in "EN"


def _is_unit_of_named(phrases: Phrases, phrase: Phrase) -> bool:
    """ "Norvik and THE VENTURE ARM OF TAL"."""
    return phrase.of is not None and bool(phrase.of.names) and phrases.words.is_a(phrase.head.low, "units_of_firms")


def _is_share(phrase: Phrase) -> bool:
    """ "20 percent OF TAL"."""
    return phrase.head.tag == "%" and phrase.of is not None and bool(phrase.of.names)


def _has_its_own(phrases: Phrases, k: int, first: Phrase) -> bool:
    """Whether a name has the preposition behind it that stands before the first of its list: "sold Tal to Norvik and
    HULL TO Ostra"."""
    behind = phrases[k + 1] if k + 1 < len(phrases) else None
    if behind is None or not first.preposition or phrases[k].preposition:
        return False
    return behind.kind == "NP" and bool(behind.names) and behind.preposition == first.preposition


def opens_a_clause(phrases: Phrases, k: int) -> bool:
    """Whether the noun phrase is the subject of a clause of its own ("bought A and B sold C")."""
    behind = _behind_brackets(phrases, k + 1)
    if behind + 1 < len(phrases) and phrases[behind].kind == "&" and phrases[behind + 1].names and behind > k + 1:
        behind = _behind_brackets(phrases, behind + 2)  # "and Norvik (NVK) and Tal (TAL) sold C"
    if (closing := behind_apposition(phrases, behind)) > behind:
        behind = closing + 1  # "and Tal, a retailer, sold C"
    following = phrases[behind] if behind < len(phrases) else None
    if following is None or following.kind != "VG" or following.helper("2"):
        return False
    if not (phrases[0].preposition or any(p.kind == "VG" or p.kind in "LS;:" for p in phrases[:k])):
        return False
    if following.form == "gerund" and not following.helpers:
        return _does_beside(phrases, k, following)
    return following.form != "participle" or bool(following.helpers)


def _does_beside(phrases: Phrases, k: int, gerund: Phrase) -> bool:
    """Whether a name does something else beside another one: "with Norvik taking over Tal and SENDERO GETTING Hull"."""
    before = next((p for p in reversed(phrases[:k]) if p.kind == "VG"), None)
    beside = before is not None and before.form == "gerund" and not before.helpers and phrases[k - 1].kind == "&"
    what = phrases[gerund.index + 1 : gerund.index + 2]
    return beside and bool(phrases[k].names) and any(p.kind == "NP" and not p.preposition for p in what)


def tells_more(phrases: Phrases, k: int) -> bool:
    """Whether the noun phrase at ``k`` belongs to a clause of its own, over what follows it with a preposition: "and
    OSTRA in 2013 with its rival OPENED a shop"."""
    end = next((p.index for p in phrases[k + 1 :] if not (p.kind == "NP" and (p.preposition or p.is_measure))), k)
    return end > k and opens_a_clause(phrases, end - 1)


def _behind_brackets(phrases: Phrases, k: int) -> int:
    """The index itself, or the one behind the brackets that open there."""
    while k < len(phrases) and phrases[k].kind in OPENERS:
        k = index_behind(phrases, k, OPENERS[phrases[k].kind])
    return k


def joined_behind(phrases: Phrases, k: int, first: Phrase) -> list[Phrase]:
    """The names joined to the genitive of the phrase at ``k`` ("the acquisition of A and B")."""
    following = _next_joined(phrases, k, first)
    if following is None:
        return []
    joined = joined_with(phrases, following)
    return joined if _has_conjunction(phrases, k, joined[-1].index) else []


def opening_bracket(phrases: Phrases, j: int, opener: str) -> int:
    """The index of the bracket that the one at ``j`` closes; 0 if none does."""
    while j > 0 and phrases[j].kind != opener:
        j -= 1
    return j


def _first_of_group(phrases: Phrases, k: int) -> list[Phrase]:
    """ "a consortium of NORVIK, Tal and Bergen": the first of a list that hangs on a noun."""
    group = phrases[k] if k >= 0 else None
    if group is None or group.kind != "NP" or group.of is None or not group.of.names:
        return []
    return [group.of] if phrases.words.is_a(group.head.low, "bidders") else []


def joined_left(phrases: Phrases, j: int) -> list[Phrase]:
    """The noun phrase at ``j`` and those joined to it on its left ("A, B and C said")."""
    joined, i = [phrases[j]], j
    if _is_headline_pair(phrases, j):
        return [phrases[0], phrases[j]]
    if i < 2 or phrases[i - 1].kind != "&" or phrases[j].preposition:
        return joined
    while i >= 2 and phrases[i - 1].kind in ("&", ","):
        k = _before_bracket(phrases, i - 2 if phrases[i - 2].kind != "," else _before_aside(phrases, i - 2))
        if k >= 0 and i == j and phrases[k].is_pronoun and phrases.words.is_a(phrases[k].head.low, "and_others"):
            return [phrases[k], *joined]
        if k < 0 or phrases[k].kind != "NP" or phrases[k].is_measure or not phrases[k].names:
            return [*_first_of_group(phrases, k), *joined]
        if phrases.words.is_a(phrases[k].preposition, "leading") or _leads_group(phrases, k):
            return [phrases[k], *joined]
        if (k > 0 and phrases[k - 1].kind == "VG") or phrases[k].preposition:
            break
        joined.insert(0, phrases[k])
        i = k
    return joined


def _before_aside(phrases: Phrases, comma: int) -> int:
    """Where the name stands that an apposition closed by a comma explains ("NORVIK, a maker of pumps, and Tal said");
    without one, what stands before the comma."""
    opening = next((p.index for p in reversed(phrases[:comma]) if p.kind in ",;:" or p.kind == "VG"), 0)
    if opening < 1 or phrases[opening].kind != ",":
        return comma - 1
    named, explains = _before_bracket(phrases, opening - 1), phrases[opening + 1]
    if named < 0 or phrases[named].head.tag != "E" or explains.kind != "NP" or explains.names:
        return comma - 1
    return named if explains.determiner is not None and not explains.is_owned else comma - 1


def _before_bracket(phrases: Phrases, k: int) -> int:
    """What stands before the bracket that is closed at ``k``: "NORVIK (NASDAQ: NVK) and Tal said"; else ``k``."""
    closer = phrases[k].kind if k > 0 else ""
    return opening_bracket(phrases, k, CLOSED_BY[closer]) - 1 if closer in CLOSED_BY else k


def _leads_group(phrases: Phrases, k: int) -> bool:
    """ "a consortium led by NORVIK and Tal bought": those behind "by" are who does it."""
    group = phrases[k - 1] if k else None
    led = phrases.words.is_a(phrases[k].preposition, "passive_agent")
    return led and group is not None and group.kind == "NP" and phrases.words.is_a(group.head.low, "bidders")


def _is_headline_pair(phrases: Phrases, j: int) -> bool:
    """ "NORVIK, TAL sign supply deal": two names at the head of a line, before a verb that is no singular."""
    if j != 2 or len(phrases) < 4 or phrases[1].kind != "," or phrases[3].kind != "VG":
        return False
    names = all(p.kind == "NP" and p.head.tag == "E" and not p.preposition for p in (phrases[0], phrases[2]))
    verb = phrases[3]
    plural = verb.helper("2") or (not verb.helpers and any(r.form == "infinitive" for r in verb.head.verbs))
    return names and plural
