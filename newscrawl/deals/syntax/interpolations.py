"""What says more of a name between two commas, dashes or brackets, and tells no deal: left out of the grammar.

"Norvik, BASED IN CHICAGO, and Tal have formed a venture", "Tal (NYSE: TAL) paid $12 million for Hull", "Norvik – EIN
HERSTELLER VON PUMPEN – kauft Tal". What such words tell of a company is read from the text, not from here.
"""

from newscrawl.deals.syntax.clauses import DASHES
from newscrawl.deals.syntax.lexicon import Lexicon
from newscrawl.deals.syntax.tokens import Token

LONGEST = 40
"""How many tokens an interpolation may have; in real news the longest are about thirty."""
CLOSED_BY = {"(": ")", "<": ">", "[": "]"}
OPENING = frozenset((*DASHES, ",", *CLOSED_BY))
VERBS = frozenset("VBHWO")
PASSIVE = frozenset("BWO")
"""The tags of helpers of what is said of things: "is", "was", "will be", "wird"."""
FIGURES = frozenset("M%TU")


def interpolations(tokens: list[Token], able: set[int], lexicon: Lexicon) -> list[tuple[int, int]]:
    """The spans of a sentence, in offsets of the text, that only say more of a name and tell no deal.

    Args:
        tokens: tagged tokens of a sentence.
        able: where the tokens begin that can be triggers.
        lexicon: the words of the language.
    """
    found = _addressed(tokens)
    after = 1
    for i in [i for i, token in enumerate(tokens[:-1]) if token.tag in OPENING]:
        if i < after or not _is_host(tokens, i, lexicon) or not (end := _end(tokens, i, able, lexicon)):
            continue
        closes = tokens[end].tag != "." and not (tokens[end].tag == "," and _parts_still(tokens, i, end))
        found.append((tokens[i].start, tokens[end].end if closes else tokens[end].start))
        after = end + closes
    return found


def _addressed(tokens: list[Token]) -> list[tuple[int, int]]:
    """Who is spoken to at the head of a sentence, a label before or not: "Handelsbote: HERR HUBER, Norvik hat Tal
    gekauft"; not "Herr Huber, der Norvik leitet, kauft Tal"."""
    head = tokens[:ADDRESS]
    first = next((i for i, t in enumerate(head) if t.is_a("addressing")), None)
    comma = next((i for i, t in enumerate(head) if t.tag == ","), None)
    if first is None or comma is None or not first < comma or any(t.tag not in "EN:." for t in head[:first]):
        return []
    rest = tokens[comma + 1 :]
    verb = next((i for i, t in enumerate(rest) if t.tag in VERBS or t.tag in ",;:"), len(rest))
    told = verb < len(rest) - 1 and rest[verb].tag in VERBS and rest[verb + 1].tag not in ",.;:"
    told = told and not any(t.is_a("addressing") for t in rest[:verb])
    return [(tokens[first].start, tokens[comma].end)] if told else []


ADDRESS = 9
"""Within how many tokens somebody is spoken to by name."""


def _is_host(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether something may be said of what stands before the token at ``i``: a name or a noun; where the verb closes a
    bracket, also the one before it ("hat Tal GEKAUFT, das Pumpen herstellt")."""
    host = tokens[i - 1].tag
    return host in "EN" or (host == "V" and lexicon.separable and i > 1 and tokens[i - 2].tag == "E")


def _parts_still(tokens: list[Token], i: int, end: int) -> bool:
    """Whether the closing comma parts two in a list ("an Norvik, einem Anbieter, AN Tal"), a sentence from who said it
    ("…, NORVIK said"), or a town's land or an apposition from what follows ("from Austin, Texas, which sells apps, TO
    Norvik", "sold its unit, Tal, a maker of pumps, TO Norvik")."""
    if end + 1 >= len(tokens):
        return False
    following = tokens[end + 1]
    if following.tag == "P":
        again = i > 1 and tokens[i - 2].low == following.low
        return again or [t.tag for t in tokens[max(0, i - 3) : i - 1]] in (["E", ","], ["N", ","])
    return following.tag in "EN"


def _end(tokens: list[Token], i: int, able: set[int], lexicon: Lexicon) -> int:
    """The token that closes the interpolation which the one at ``i`` opens (the full stop of the sentence may), or 0
    if none does, or what it holds is needed."""
    tag = tokens[i].tag
    if tag in CLOSED_BY:
        end = _next(tokens, i, CLOSED_BY[tag])
        return end if end and _is_plain_bracket(tokens[i + 1 : end], able) else 0
    if tag in DASHES:
        end = _closing_dash(tokens, i)
        inside = tokens[i + 1 : end]
        explains = end and (_is_relative(tokens, i + 1) or _is_participle(tokens, i + 1, lexicon))
        may_go = _may_go(inside, able, lexicon) if explains else _is_harmless(inside, able) or _is_general(inside)
        return end if end and may_go else 0
    end = _closing_comma(tokens, i, lexicon)
    inside = tokens[i + 1 : end]
    if not end or not _may_go(inside, able, lexicon) or _dates_deal(tokens, i, inside, able):
        return 0
    if tokens[i - 1].start in able and tokens[i - 1].tag == "N" and any(t.tag == "E" for t in inside):
        return 0  # "die Kooperation, die NORVIK UND TAL geschlossen haben,"
    counted = tokens[i - 1].tag == "N" and any(t.tag in FIGURES for t in inside)
    return 0 if counted or _tells_case(tokens, i) else end  # "the contract, which runs for FIVE YEARS,"


def _tells_case(tokens: list[Token], i: int) -> bool:
    """Whether only the article of an apposition says who is bought, since the relative pronoun does not: "das Tal,
    EINEN Hersteller, gekauft hat"."""
    marks = tokens[i + 1].marks
    if i < CLAUSE or tokens[i - CLAUSE].tag != "," or "accusative" not in marks or "nominative" in marks:
        return False
    return tokens[i - 2].is_a("relative_or_article")


CLAUSE = 3
"""How many tokens before its comma the relative clause begins whose first name an apposition explains."""


def _dates_deal(tokens: list[Token], i: int, inside: list[Token], able: set[int]) -> bool:
    """Whether a relative clause may say of a deal when it was or what became of it: "the merger of Norvik and Tal,
    WHICH WAS COMPLETED IN MAY"; what somebody does is not said of a deal ("which EMPLOYS 300 people")."""
    if not (inside[0].is_a("relative") or inside[0].tag == "L") or "possessive" in inside[0].marks:
        return False
    if not any(t.tag in PASSIVE for t in inside):
        return False
    for token in reversed(tokens[:i]):
        if token.start in able:
            return token.tag == "N"
        if token.tag in VERBS or token.tag in ",;:":
            return False
    return False


def _next(tokens: list[Token], i: int, tag: str) -> int:
    """The next token with a tag, or 0."""
    return next((j for j in range(i + 1, min(i + LONGEST, len(tokens))) if tokens[j].tag == tag), 0)


def _is_plain_bracket(inside: list[Token], able: set[int]) -> bool:
    """Whether a bracket holds no figure and nobody: the sign of a share at its exchange is no name."""
    return not any(t.tag in FIGURES for t in inside) and _is_harmless(inside, able)


def _closing_dash(tokens: list[Token], i: int) -> int:
    """The dash that closes what one opens, both with blanks around them, or 0."""
    if not _has_blanks(tokens, i):
        return 0
    for j in range(i + 2, min(i + LONGEST, len(tokens) - 1)):
        if tokens[j].tag in DASHES and _has_blanks(tokens, j):
            return j
        if tokens[j].tag in ":;":
            return 0
    return 0


def _has_blanks(tokens: list[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i - 1].end < tokens[i].start and tokens[i].end < tokens[i + 1].start


def _closing_comma(tokens: list[Token], i: int, lexicon: Lexicon) -> int:
    """The comma or full stop that closes a relative clause, a participle with its prepositions or an apposition."""
    if i + 2 >= len(tokens):
        return 0
    final = lexicon.separable
    is_clause = _is_relative(tokens, i + 1)
    is_noun = not is_clause and _is_phrase(tokens, i + 1, lexicon)
    if not (is_clause or is_noun or (not final and _is_participle(tokens, i + 1, lexicon))):
        return 0
    seen = False
    for j in range(i + 1, min(i + LONGEST, len(tokens))):
        tag = tokens[j].tag
        seen = seen or tag in VERBS
        if tag in ";:" or (is_noun and (tag == "T" or _is_finite(tokens, j, lexicon))):
            return 0
        if is_noun and _is_told_further(tokens, j + 1):
            return 0
        if not (tag == "," or (tag == "." and j == len(tokens) - 1)):
            continue
        closes = tokens[j - 1].tag in VERBS if final else seen
        if is_clause and not closes and (not final or _is_relative(tokens, j + 1)):
            return 0  # "which Norvik, BASED IN CHICAGO, bought": that goes first
        if (closes or not is_clause) and (tag == "." or (final and is_clause) or _may_go_on(tokens, j)):
            return j
    return 0


def _is_told_further(tokens: list[Token], i: int) -> bool:
    """Whether a relative clause goes on with an apposition: "Tal, einem Start-up, DAS Norvik gekauft hat", "eine Firma,
    IN DIE Norvik Geld steckt"."""
    if i >= len(tokens):
        return False
    governed = tokens[i - 1].tag == "," and tokens[i].tag == "P" and _is_relative(tokens, i)
    return tokens[i].tag == "L" or governed


def _is_phrase(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether an apposition or a phrase with "with" begins: "A MAKER of pumps", "WELTMARKTFÜHRER BEI Pumpen", "WITH 300
    employees"; a noun alone may be one of a list."""
    first, behind = tokens[i], tokens[i + 1]
    if behind.tag in ",.":
        return False  # cut off: "Norvik, A, buys Tal"
    if first.tag == "P":
        return lexicon.is_a(first.low, "with")
    return first.tag == "D" or (first.tag == "N" and behind.tag == "P" and lexicon.separable)


def _is_finite(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether a token is a verb that no apposition holds: "the company SAID"; but "a company BASED in Chicago"."""
    return tokens[i].tag in VERBS and (lexicon.separable or not _is_participle(tokens, i, lexicon))


def _is_relative(tokens: list[Token], i: int) -> bool:
    """Whether a relative clause begins: "WHICH makes pumps", "IN DEM", "WHOSE pumps"."""
    if i + 1 >= len(tokens):
        return False
    opener = tokens[i + 1] if tokens[i].tag == "P" else tokens[i]
    return opener.tag == "L" or opener.is_a("relative")


def _is_participle(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether a participle with a preposition begins, or with a new name: "BASED in Chicago", "LED BY Ann Berg",
    "FORMERLY KNOWN as Hull", "SINCE RENAMED Hull"."""
    if i + 1 >= len(tokens):
        return False
    first, behind = tokens[i], tokens[i + 1]
    if first.tag == "A" and (first.low.endswith(lexicon.adverb_endings) or _is_since(first, lexicon)):
        return behind.tag == "V" and _is_participle(tokens, i + 1, lexicon)
    written, blank, _ = first.text.lower().partition(" ")
    readings = lexicon.verbs.get(written, ())
    if not any(reading.form == "participle" for reading in readings):
        return False
    if first.tag in "TP":
        return bool(blank) and tokens[i - 2].tag == "E"
    renames = behind.tag == "E" and any(lexicon.is_a(reading.verb.lemma, "renaming") for reading in readings)
    return first.tag == "V" and (behind.tag == "P" or renames)


def _is_since(token: Token, lexicon: Lexicon) -> bool:
    """Whether an adverb says that something came later: "NOW called Hull", "SINCE renamed Hull"."""
    return lexicon.is_a(token.low, "since") or lexicon.is_a(token.low, "adverb")


def _may_go_on(tokens: list[Token], comma: int) -> bool:
    """Whether what follows a comma does not belong to a list before it ("pumps, STEEL VALVES and hoses", "pumps, AND
    HOSES", "papers in Austin, DALLAS and Laredo"); what looks like a noun may be a verb (", which makes pumps, ORDERS
    25 jets"), and a noun may tell of a name ("AND PUMP MAKER TAL")."""
    behind = tokens[comma + 1 : comma + 1 + LISTED]
    first, second = ([t.tag for t in behind] + [".", "."])[:2]
    named = next((t.tag == "E" for t in behind[1:] if t.tag not in "NAD"), False)
    if (first == "&" and second == "N" and not named) or (tokens[comma - 1].tag == first == "E" and second in ",&"):
        return False
    ends = next((k for k, t in enumerate(behind) if t.tag != "N" or t.text[0].isdigit()), None)
    return ends == 0 or (ends is not None and behind[ends].tag not in ",&.")


LISTED = 5
"""How many words with its joint the next of a list has."""


def _may_go(inside: list[Token], able: set[int], lexicon: Lexicon) -> bool:
    """Whether a clause or an apposition between commas tells no deal; only an apposition may tell one by naming
    somebody beside the name that it explains ("Norvik, a unit of Tal")."""
    first = inside[0]
    if "possessive" in first.marks and not lexicon.separable and any(t.is_a("part") for t in inside):
        return False  # "Tal, ITS paint UNIT, was sold"
    is_phrase = first.tag in "DN" or lexicon.is_a(first.low, "with")
    if is_phrase and not (first.is_a("relative") or inside[1].tag == "L"):
        return _is_harmless(inside, able) or _is_general(inside[1:])
    if _tells_owner(inside, lexicon):
        return False
    telling = [t for t in inside if t.start in able]
    if not telling or _is_of_itself(inside, telling, lexicon):
        return True
    bare_names = lexicon.separable and "possessive" not in first.marks  # "der von DIALOG übernommen wird"
    return not bare_names and _is_general(inside[1:])


def _tells_owner(inside: list[Token], lexicon: Lexicon) -> bool:
    """Whether a clause says whose the company is: "which is OWNED BY NORVIK"."""
    owned = next((k for k, t in enumerate(inside) if lexicon.reads_as(t.verbs, "having")), None)
    behind = [] if owned is None else inside[owned + 1 : owned + 1 + LISTED]
    return bool(behind) and lexicon.is_a(behind[0].low, "passive_agent") and any(t.tag == "E" for t in behind)


def _is_of_itself(inside: list[Token], telling: list[Token], lexicon: Lexicon) -> bool:
    """Whether verbs that tell a deal of several are said of nobody but one: "which HAS sales of $300 million", "das
    2010 GEGRÜNDET wurde"."""
    if any(map(_means_somebody, inside[1:])):
        return False
    return all(t.tag == "H" or lexicon.reads_as(t.verbs, "founding_verbs") for t in telling)


def _is_harmless(inside: list[Token], able: set[int]) -> bool:
    """Whether nobody is named, and no word can tell a deal."""
    return bool(inside) and not any(t.tag == "E" or t.start in able for t in inside)


def _is_general(inside: list[Token]) -> bool:
    """Whether nobody is named or meant by a pronoun or a definite noun, and nothing counted: "whose PUMPS ARE SOLD IN
    MANY COUNTRIES"."""
    return not any(_means_somebody(t) or t.tag in FIGURES for t in inside)


def _means_somebody(token: Token) -> bool:
    """A name, a pronoun, or the article of a definite noun."""
    return token.tag in "ER" or (token.tag == "D" and "indefinite" not in token.marks)
