"""What is left out of a sentence that is chunked: brackets, sums said again, commas between attributes."""

import msgspec

from newscrawl.deals.syntax.lexicon import Lexicon
from newscrawl.deals.syntax.phrases import Phrase
from newscrawl.deals.syntax.tokens import Token

BRACKETED = 30
"""How many tokens what stands in brackets may have to be left out."""


def without_brackets(tokens: list[Token]) -> list[Token]:
    """Drop what stands in brackets behind something and has no verb: "Norvik (Bonn)", "Tal (kurz: TL)"."""
    kept: list[Token] = []
    i = 0
    while i < len(tokens):
        inside = range(i, min(i + BRACKETED, len(tokens))) if tokens[i].tag == "(" else ()
        end = next((j for j in inside if tokens[j].tag == ")"), 0)
        if kept and end and (not any(t.tag in "VBHOW" for t in tokens[i:end]) or _is_date_of(tokens[i + 1 : end])):
            i = end + 1
            continue
        kept.append(tokens[i])
        i += 1
    return kept


ALIAS = 6
"""How many tokens a bracket may have that says how something is called from here on."""


def without_aliases(tokens: list[Token]) -> list[Token]:
    """Drop a bracket right behind a name or a noun that only says how it is called from here on: "Norvik Nanotec
    (Norvik)", "a memorandum of understanding (the MOU) with Tal"."""
    kept: list[Token] = []
    i = 0
    while i < len(tokens):
        end = _end_of_alias(tokens, i, kept[-1]) if kept and tokens[i].tag == "(" and kept[-1].tag in "ENV" else 0
        if end:
            i = end + 1
            continue
        kept.append(tokens[i])
        i += 1
    return kept


def _end_of_alias(tokens: list[Token], i: int, before: Token) -> int:
    inside = range(i + 1, min(i + ALIAS, len(tokens)))
    end = next((j for j in inside if tokens[j].tag == ")"), 0)
    alias = tokens[i + 1 : end]
    named = [t for t in alias if t.tag in "EN" and t.text[0].isupper()]
    plain = all(t.tag in "DE&" or t in named for t in alias)
    several = sum(t.tag == "E" for t in named) > 1
    short = before.tag == "E" or any(t.tag == "D" or t.text.upper() == t.text for t in alias[:1])
    return end if named and plain and short and not several else 0


def _is_date_of(inside: list[Token]) -> bool:
    """ "(GEGRÜNDET 1931)": a participle and a date, which nobody does."""
    return len(inside) > 1 and all(
        t.tag == "T" or (t.tag == "V" and any(r.form == "participle" for r in t.verbs)) for t in inside
    )


def without_conversions(tokens: list[Token]) -> list[Token]:
    """Drop a sum in brackets that says the one before again: "in a $1.8bn (£931m) deal"."""
    kept: list[Token] = []
    end = 0
    for i, token in enumerate(tokens):
        if token.tag == "(" and kept and kept[-1].tag == "M" and [t.tag for t in tokens[i + 1 : i + 3]] == ["M", ")"]:
            end = i + 3
        if i >= end:
            kept.append(token)
    return kept


ADJECTIVES = ("ive", "al", "ous", "ful", "able", "ible", "ic", "ary", "-old")
"""Endings of adjectives that the lexicon need not know."""


ATTRIBUTES = 4
"""How many tokens around a comma are looked at for attributes."""


SEATED = 14
"""How many tokens before where a company sits are looked at for the article of its noun phrase."""


def without_attribute_commas(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Drop the comma between two attributes of a noun: "a five-year, $300 million contract", and those around the land
    of a town: "the Plano, Texas, company", "a six-year-old, Plano, Texas-based company"."""
    tokens = _without_lands(tokens)
    lands = _commas_of_lands(tokens) | _commas_of_seats(tokens, lexicon)
    return [t for i, t in enumerate(tokens) if t.tag != "," or not (i in lands or _parts_attributes(tokens, i))]


def _without_lands(tokens: list[Token]) -> list[Token]:
    """Drop the land of a town where a preposition follows without a second comma: "in Austin, TEXAS from Tal"."""
    dropped: set[int] = set()
    for i in range(LAND, len(tokens) - 2):
        town, land, behind = tokens[i - 1], tokens[i + 1], tokens[i + 2]
        if tokens[i].tag != "," or not (_is_capital(town) and _is_capital(land)):
            continue
        closes = behind.tag == "," and i + LAND < len(tokens) and tokens[i + LAND].tag == "P"
        placed = tokens[i - 2].tag == "P" and tokens[i - LAND].tag in "NE"
        if placed and (closes or (behind.tag == "P" and land.end < behind.start)):
            dropped |= {i, i + 1, *([i + 2] if closes else [])}
    return [t for i, t in enumerate(tokens) if i not in dropped]


LAND = 3
"""How many tokens before its comma the noun stands that is in the town: "a PLANT in Austin, Texas"."""


def _is_capital(token: Token) -> bool:
    return token.tag in "NE" and token.text[0].isupper()


def _commas_of_lands(tokens: list[Token]) -> set[int]:
    """Where the commas stand in "the PLANO, TEXAS, company", "Tal's PLANO, TEXAS, plant"."""
    found: set[int] = set()
    last = next((i for i, t in enumerate(tokens) if t.tag == ","), 0)
    for i in range(last + 1, len(tokens) - 1):
        if tokens[i].tag != ",":
            continue
        town = last - 1
        while town and (_is_place_word(tokens[town]) or tokens[town].tag == "E"):
            town -= 1
        counted = tokens[town].tag == "N" and town > 0 and (tokens[town].is_a("number") or tokens[town].text.isdigit())
        town -= counted  # "its FOUR Tampa, Fla., branches"
        noun = tokens[i + 1]
        land = all(_is_place_word(t) or t.tag == "E" for t in tokens[last + 1 : i]) and i > last + 1
        if land and town < last - 1 and tokens[town].tag in "DG" and noun.tag == "N" and noun.text.islower():
            found |= {last, i}
            for place in tokens[town + 1 : i]:
                place.tag = "N" if place.tag == "E" else place.tag  # where it is, and not how it is called
        last = i
    return found


def _commas_of_seats(tokens: list[Token], lexicon: Lexicon) -> set[int]:
    """Where the commas stand in "a six-year-old, Plano, Texas-BASED company"."""
    found: set[int] = set()
    for i, token in enumerate(tokens[:-1]):
        if not lexicon.is_a(token.low, "seated") or tokens[i + 1].tag not in "AUNE":
            continue
        before = range(i - 1, max(i - SEATED, -1), -1)
        opened = next((j for j in before if not _is_attribute(tokens[j])), -1)
        if opened >= 0 and tokens[opened].tag == "D":
            found |= {j for j in range(opened + 1, i) if tokens[j].tag == ","}
    return found


def _is_attribute(token: Token) -> bool:
    """Whether a token can stand between an article and where a company sits, commas among them."""
    return token.tag in "AUM,.E" or (token.tag == "N" and (token.text[0].isupper() or token.low.endswith(ADJECTIVES)))


def _is_place_word(token: Token) -> bool:
    return token.tag == "." or (token.tag == "N" and token.text[0].isupper())


def _parts_attributes(tokens: list[Token], i: int) -> bool:
    before = range(i - 1, max(i - ATTRIBUTES, -1), -1)
    opened = next((j for j in before if tokens[j].tag not in "AUM" and not tokens[j].low.endswith(ADJECTIVES)), None)
    if opened is None or opened == i - 1 or tokens[opened].tag != "D" or tokens[opened].low not in ("a", "an"):
        return False
    behind = [t.tag for t in tokens[i + 1 : i + 1 + ATTRIBUTES]]
    return behind[:1] in (["A"], ["U"], ["M"]) and "N" in behind and set(behind[: behind.index("N")]) <= set("AUM")


def without_occupations(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Drop what a participle says that a unit does or where it is, up to who gets it or for how much: "sold its units
    ENGAGED IN TRUCKING to Tal", "its plant LOCATED IN OHIO for $5m"."""
    kept: list[Token] = []
    end = 0
    for i, token in enumerate(tokens):
        opens = i >= end and token.tag == "V" and kept and lexicon.reads_as(token.verbs, "occupying")
        if opens and kept[-1].tag == "N" and lexicon.is_a(kept[-1].low, "units_of_firms"):
            end = _end_of_occupation(tokens, i, lexicon)
        if i >= end:
            kept.append(token)
    return kept


def _end_of_occupation(tokens: list[Token], i: int, lexicon: Lexicon) -> int:
    """The preposition that goes on with what a unit is sold for or to, or 0 if none does or another verb stands before
    it; "pumps FOR CARS" goes with the unit where who gets it follows."""
    sold = any(lexicon.reads_as(t.verbs, "disposing") for t in tokens[max(0, i - DISPOSED) : i])
    reach = tokens[i + 1 : i + OCCUPATION]
    stop = next((j for j, t in enumerate(reach) if t.tag in "VBHWOXLS2,;:."), len(reach))
    found = [j for j, t in enumerate(reach[:stop]) if t.tag == "P" and lexicon.is_a(t.low, "moving")]
    return i + 1 + found[0] if sold and found and found[0] else 0


DISPOSED = 10
"""How many tokens before what a unit does the verb stands by which it is sold."""
OCCUPATION = 12
"""How many tokens may say what a unit does."""
OWN_CLAUSE = 6
"""How many tokens a clause may have that says that somebody does not own something yet."""


UNOWNED = "unowned"
"""How what is left of such a clause is marked: what it says of is the rest of the shares."""


def without_unowned(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Drop what says that the rest is not one's own yet, between shares and who sells them: "bought the 49 percent of
    Tal (that) IT DID NOT ALREADY OWN from Norvik", and that somebody is not named: "a buyer IT DID NOT IDENTIFY". Of
    the former an adverb is left that is marked."""
    kept: list[Token] = []
    end = 0
    for i, token in enumerate(tokens):
        if i >= end and token.tag == "R" and kept and lexicon.is_a(token.low, "and_others"):
            end = _end_of_unowned(tokens, i, lexicon)
            if end and kept[-1].tag in "SL":
                kept.pop()
            if end and any(lexicon.reads_as(t.verbs, "keeping") for t in tokens[i:end]):
                kept.append(msgspec.structs.replace(token, tag="A", classes=frozenset({UNOWNED})))
            if end and end < len(tokens) and tokens[end].tag == "N" and tokens[end].verbs:
                tokens[end].tag = "V"  # "a buyer it did not name AGREED to": behind a verb it seemed a noun
        if i >= end:
            kept.append(token)
    return kept


def _end_of_unowned(tokens: list[Token], i: int, lexicon: Lexicon) -> int:
    """Behind the verb of a clause that the pronoun at ``i`` opens, if it says what is not owned or told; else 0."""
    before = tokens[i - 2] if tokens[i - 1].tag in "SL" and i > 1 else tokens[i - 1]
    reach = range(i + 1, min(i + OWN_CLAUSE, len(tokens)))
    verb = next((j for j in reach if tokens[j].tag == "V" and not lexicon.reads_as(tokens[j].verbs, "refusing")), 0)
    if (
        not verb
        or before.tag not in "NE%"
        or not any(lexicon.reads_as(tokens[verb].verbs, k) for k in ("keeping", "told_not"))
    ):
        return 0
    between = tokens[i + 1 : verb]
    negated = any(lexicon.is_a(t.low, "negation") or lexicon.reads_as(t.verbs, "refusing") for t in between)
    return verb + 1 if negated and all(t.tag in "OXAH2V" for t in between) else 0


def joined_namings(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Drop "called" between a noun and its name: "a company called Norvik"."""
    return [
        t
        for i, t in enumerate(tokens)
        if not (
            0 < i < len(tokens) - 1
            and tokens[i + 1].tag == "E"
            and tokens[i - 1].tag == "N"
            and lexicon.is_a(t.low, "naming")
        )
    ]


def without_asides(phrases: list[Phrase], lexicon: Lexicon) -> list[Phrase]:
    """Drop ", or 5 pct," between shares and whose they are: "2 mln shares, or 5 pct, of Norvik"; and who somebody is
    between them and what they are given: "awarded Norvik, its unit, a contract"."""
    kept: list[Phrase] = []
    end = 0
    for i, phrase in enumerate(phrases):
        if i >= end and phrase.kind == ",":
            if _is_aside(phrases[i : i + 5]) or (kept and _is_sum_again(kept, phrases[i : i + 5])):
                end = i + 4
            elif kept and _is_share_again(kept[-1], phrases[i : i + 4], lexicon):
                end = i + 3
            elif len(kept) > 1 and (closing := _behind_receiver(kept, phrases, i)):
                end = closing + 1
        if i >= end:
            kept.append(phrase)
    return kept


def _behind_receiver(kept: list[Phrase], phrases: list[Phrase], comma: int) -> int:
    """Where the apposition of a receiver is closed, and what they are given follows; or 0."""
    group, receiver = kept[-2:]
    if group.kind != "VG" or group.passive or group.verb is None or group.verb.group != "give":
        return 0
    if receiver.kind != "NP" or receiver.head.tag != "E" or receiver.preposition:
        return 0
    closing = next((j for j in range(comma + 1, len(phrases)) if phrases[j].kind in ",;."), 0)
    if not closing or closing + 1 >= len(phrases):
        return 0
    said, given = phrases[comma + 1], phrases[closing + 1]
    plain = all(p.kind == "NP" and not p.preposition and p.determiner is not None for p in (said, given))
    return closing if plain and given.head.tag == "N" else 0


def _is_sum_again(kept: list[Phrase], phrases: list[Phrase]) -> bool:
    """ "3 billion dollars (in cash), OR $54 A SHARE, for Tal": what the sum is for a share, and then for what."""
    if [p.kind for p in phrases] != [",", "&", "NP", ",", "NP"] or phrases[2].head.tag != "M":
        return False
    return bool(phrases[4].preposition) and any(p.head.tag == "M" for p in kept[-2:])


def _is_aside(phrases: list[Phrase]) -> bool:
    if [p.kind for p in phrases] != [",", "&", "NP", ",", "NP"]:
        return False
    return phrases[2].head.tag == "%" and phrases[4].preposition in ("of", "in")


def _is_share_again(shares: Phrase, phrases: list[Phrase], lexicon: Lexicon) -> bool:
    """ "9 mln shares, or 33 pct of Norvik's stock": the share says again how many they are."""
    if [p.kind for p in phrases] != [",", "&", "NP", "NP"] or shares.kind != "NP":
        return False
    return (
        shares.head.low == "shares" and phrases[2].head.tag == "%" and lexicon.is_a(phrases[3].preposition, "genitive")
    )
