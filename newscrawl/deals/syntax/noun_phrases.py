"""Tokens → noun phrases: determiner, modifiers and head, with the owner before them."""

from newscrawl.deals.syntax.lexicon import Lexicon
from newscrawl.deals.syntax.phrases import Phrase
from newscrawl.deals.syntax.tokens import Token

NOUNLIKE = frozenset("NAEMTU%")


def noun_phrase(tokens: list[Token], i: int, lexicon: Lexicon) -> tuple[Phrase | None, int]:
    """Determiner, modifiers, head; a genitive "'s" makes all before it the owner of what follows."""
    owner: Phrase | None = None
    while True:
        phrase, i = _plain_noun_phrase(tokens, i, lexicon)
        if phrase is None:
            return owner, i
        phrase.owner = owner
        if i < len(tokens) and tokens[i].tag == "G":
            owner, i = phrase, i + 1
            continue
        if lexicon.separable and _is_genitive_name(phrase, tokens, i, lexicon):
            owner = phrase
            continue
        return phrase, i


def _is_genitive_name(phrase: Phrase, tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """ "Norviks Übernahme": a bare name on -s before its noun owns it."""
    if len(phrase.tokens) > 1 or not phrase.head.low.endswith(("s", "s'", "x", "z")):
        return False
    if phrase.determiner is None and _is_first_of_all(tokens, i, lexicon):
        return phrase.head.tag == "E" or (phrase.head.tag == "N" and phrase.head.text[0].isupper())
    if phrase.head.tag != "E":
        return False
    if phrase.determiner is not None and " " in phrase.head.text:
        return False  # "kauft von der Pensionskasse Prens Wohnungen": behind an article a name owns nothing
    if i < len(tokens) and tokens[i].participle is not None and i > 1 and tokens[i - 2].tag == "P":
        return False  # "die von Tal Ventures angeführte Runde"
    if phrase.head.low.endswith(("x", "z")) and i < len(tokens) and tokens[i].start < phrase.head.end + 2:
        return False  # without an apostrophe: "wollen Norvik und Tarnex Batterien bauen"
    if i + 1 < len(tokens) and tokens[i].tag == "E" and tokens[i + 1].glued and tokens[i + 1].tag == "N":
        return True  # "Norviks Tal-Übernahme"
    if i + 1 < len(tokens) and tokens[i].is_a("predicative") and tokens[i + 1].low == "von":
        return False  # "wurde Gray & Sons Teil von Norvik"
    return i < len(tokens) and tokens[i].tag in "NA" and not tokens[i].glued and _noun_follows(tokens, i)


def _is_first_of_all(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether a superlative and its noun or name follow, which without an article only stand behind an owner: "Spaniens
    ZWEITGRÖSSTE BANK", "Chinas FÜHRENDER HERSTELLER"."""
    if i + 1 >= len(tokens) or tokens[i].tag != "A" or not tokens[i].text.islower():
        return False
    return lexicon.ends_as(tokens[i].low, "superlatives") and tokens[i + 1].tag in "NEA"


def _noun_follows(tokens: list[Token], i: int) -> bool:
    while i < len(tokens) and tokens[i].tag == "A":
        i += 1
    return i < len(tokens) and tokens[i].tag == "N"


def _plain_noun_phrase(tokens: list[Token], i: int, lexicon: Lexicon) -> tuple[Phrase | None, int]:
    first = i
    determiner = None
    while i < len(tokens) and tokens[i].tag in "DX":
        determiner = determiner or tokens[i]
        i += 1
    several = i - first > 1 and first < len(tokens) and tokens[first].marks == _OF_DEN  # "DEN BEIDEN Firmen"
    inside: list[Token] = []
    while i < len(tokens) and tokens[i].tag in NOUNLIKE:
        if inside and _starts_anew(inside, tokens, i, determiner, lexicon):
            break
        inside.append(tokens[i])
        i += 1
    adverbs = _drop_trailing_adverbs(inside)
    if determiner is None and all(t.tag == "A" for t in inside):
        return None, max(i, first + 1)
    if not inside:
        return (
            (Phrase("NP", tokens[first:i], determiner=determiner, cases=tokens[first].marks), i)
            if determiner
            else (
                None,
                max(i, first + 1),
            )
        )
    cases = _narrowed(determiner, inside, lexicon) if determiner else frozenset()
    cases = cases - _ACCUSATIVE if several else cases
    if determiner is None and _is_genitive(tokens, first, inside, lexicon):
        cases = _GENITIVE
    return Phrase("NP", inside, determiner=determiner, cases=cases, adverbs=adverbs), i


def _narrowed(determiner: Token, inside: list[Token], lexicon: Lexicon) -> frozenset[str]:
    """The cases of an article, as the adjective behind it tells them apart: "der polnischE Hersteller" is a nominative,
    "der polnischEN Bank" is none."""
    cases = determiner.marks
    before = next((k for k, token in enumerate(inside) if token.tag != "A"), 0)
    adjective = inside[before - 1] if before else None
    if adjective is None or not determiner.is_a("any_gender") or not adjective.text.islower():
        return cases
    if lexicon.ends_as(adjective.low, "nominative_adjectives") and not adjective.is_a("adverb"):
        return cases & _NOMINATIVE
    return cases - _NOMINATIVE if lexicon.ends_as(adjective.low, "oblique_adjectives") else cases


def _starts_anew(inside: list[Token], tokens: list[Token], i: int, determiner: Token | None, lexicon: Lexicon) -> bool:
    """Whether the token opens a noun phrase of its own: "paid Norvik | $3m", "Norvik | last year bought"."""
    token, last = tokens[i], inside[-1]
    opens = determiner is None and len(inside) == 1 and last.text[0].isupper()  # "ZWÖLF neue Züge hat …"
    counts = token.is_a("quantity") or (opens and _noun_at(tokens, i + 1))  # "zwölf WEITERE Züge"
    is_number = last.text.isdigit() or (last.is_a("number") and counts)
    beside = (token.tag == "A" and not is_number) or (last.tag == "E" and token.tag in "EN")
    if lexicon.separable and last.tag in "NE" and not token.glued and (beside or _is_counted(tokens, i, determiner)):
        return True
    if _owns_doing(inside, token, lexicon) or _bears_no_name(last, token, lexicon) or _is_given(tokens, i, lexicon):
        return True
    if determiner is not None and _orders(last, tokens, i, lexicon):
        return True
    if token.tag == "E" and _behind_whose(tokens, i - len(inside)) and lexicon.ends_as(last.low, "doings"):
        return True
    if _may_have_predicate(last, token, determiner) and _is_predicate(tokens, i, lexicon):
        return True
    if token.tag == "M" and last.tag in "NA" and determiner is not None and _noun_at(tokens, i + 1):
        return False
    if token.tag == "T" and any(t.tag in "NE" for t in inside):
        return True
    if token.tag == "U" and last.tag == "M" and determiner is not None and _noun_follows(tokens, i + 1):
        return False  # "a £48m, FIVE-YEAR outsourcing deal"
    if token.tag in "MTU" and last.tag in "NEMTU%":
        return True
    if last.tag == "M" and token.tag == "N" and lexicon.separable and lexicon.ends_as(token.low, "goods"):
        return True  # "kauft für 40 Millionen Dollar | SERVER"
    if lexicon.separable and token.tag == "%" and last.tag in "NEM":
        return True
    if token.tag == "%" and last.tag == "E" and token.text[0].isalpha() and not _noun_at(tokens, i + 1):
        return True  # "raised its stake in Norvik | above 20 percent"
    if lexicon.separable and token.tag == "A" and last.tag in "MTU%" and determiner is None:
        return token.text.endswith(("e", "en", "er", "es", "em"))
    if last.tag in "TU" and determiner is None:
        return token.tag in "ED" or not _is_noun_ahead(tokens, i)
    if determiner is not None and determiner.low in ("a", "an") and _noun_at(tokens, i + 1):
        return False  # "a $20 million Norvik contract"
    return last.tag == "M" and token.tag == "E" and not _names_agreement(tokens, i, lexicon)


def _bears_no_name(noun: Token, token: Token, lexicon: Lexicon) -> bool:
    """Whether a name stands behind a noun for a sum, time or reason, to which it is in no apposition: "übernimmt für
    einen hohen BETRAG | Norvik"."""
    return token.tag == "E" and not token.glued and noun.tag == "N" and lexicon.ends_as(noun.low, "nameless")


def _is_given(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether a name stands between a verb of what a deal does for somebody and what it does: "gives NORVIK | ACCESS to
    stores"."""
    if i < 2 or i + 1 >= len(tokens) or tokens[i - 1].tag != "E" or not tokens[i].is_a("gains"):
        return False
    gives = any(lexicon.is_a(reading.verb.lemma, "benefits") for reading in tokens[i - 2].verbs)
    return gives and tokens[i + 1].tag in "P2."


def _orders(firm: Token, tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether goods stand behind a noun for who orders them: "bezieht der KONZERN | BATTERIEN von Tal"; "die Kette
    BATTERIEN TAL" is called so."""
    token = tokens[i]
    if firm.tag != "N" or token.tag != "N" or token.glued or (i + 1 < len(tokens) and tokens[i + 1].tag == "E"):
        return False
    return lexicon.ends_as(firm.low, "orderers") and lexicon.ends_as(token.low, "goods")


def _behind_whose(tokens: list[Token], first: int) -> bool:
    """Whether a noun for what is done belongs to whom a relative clause is about: no name is in apposition: "Tal, DEREN
    Übernahme | Norvik besiegelt hat"."""
    return first > 0 and tokens[first - 1].is_a("whose")


def _names_agreement(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """ "closes $14B NORVIK DEAL": the sum is what the deal of that name costs."""
    return _noun_at(tokens, i + 1) and lexicon.is_a(tokens[i + 1].low, "agreements")


def _may_have_predicate(last: Token, token: Token, determiner: Token | None) -> bool:
    """Whether a noun behind a name, or behind one with an article, can say what that is; not "ihre WIENER | TOCHTER",
    with an article of a woman's noun before the adjective of a town."""
    if determiner is None or last.tag != "N":
        return last.tag == "E"
    masculine = determiner.is_a("any_gender") or not determiner.low.endswith(("e", "er"))
    return masculine or not (token.is_a("kin") and last.low.endswith("er"))


def _is_predicate(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """ "Seit 2015 ist die Firma | TEIL von Norvik": a noun for what who stands before it is."""
    token = tokens[i]
    if token.tag != "N" or token.glued or not token.is_a("predicative"):
        return False
    return i + 1 == len(tokens) or tokens[i + 1].tag not in "ENA"


def _owns_doing(before: list[Token], token: Token, lexicon: Lexicon) -> bool:
    """ "die Übernahme NORVIKS durch Tal": a name on -s right behind a noun for what is done."""
    if not before or token.tag != "E" or before[-1].tag != "N" or not token.low.endswith(_GENITIVE_ENDINGS):
        return False
    return lexicon.ends_as(before[-1].low, "doings") and not any(t.tag == "E" for t in before[-2:])


def _is_genitive(tokens: list[Token], first: int, inside: list[Token], lexicon: Lexicon) -> bool:
    """Whether a noun phrase without an article is a genitive."""
    if first and _owns_doing(tokens[:first], tokens[first], lexicon):
        return True
    return lexicon.separable and _is_bare_genitive(tokens[first - 1] if first else None, inside)


def _is_bare_genitive(before: Token | None, inside: list[Token]) -> bool:
    """Without an article the adjective shows the case: "der Erwerb SÄMTLICHER ANTEILE", "SCHWEREN HERZENS"."""
    first, head = inside[0], inside[-1]
    adjective = first.tag == "A" or (before is None and first.tag == "N" and len(inside) > 1)  # at a sentence's head
    if not adjective or head.tag != "N" or first.is_a("adverb") or first.is_a("like_adjectives"):
        return False
    if before is not None and before.tag == "N":
        return first.text.islower() and first.text.endswith("er")
    return before is None and first.text.endswith("en") and head.text.endswith("s") and len(inside) > 1


_GENITIVE = frozenset({"genitive"})
_NOMINATIVE = frozenset({"nominative"})
_ACCUSATIVE = frozenset({"accusative"})
_OF_DEN = frozenset({"accusative", "dative"})
"""The cases of an article that before a plural is a dative."""
_GENITIVE_ENDINGS = ("s", "s'", "s’", "x'", "x’", "z'", "z’")


def _is_counted(tokens: list[Token], i: int, determiner: Token | None) -> bool:
    """Whether a number with its noun begins here: "bei den Schweizern | 44 Züge", "die Küstenwache | acht Boote"."""
    token = tokens[i]
    word = determiner is not None and token.is_a("number") and token.text.islower()  # but "knapp zwei Jahre"
    return (word or (token.text[0].isdigit() and token.tag == "N")) and _noun_at(tokens, i + 1)


def _noun_at(tokens: list[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].tag == "N"


def _is_noun_ahead(tokens: list[Token], i: int) -> bool:
    return tokens[i].tag in "NA"


def _drop_trailing_adverbs(inside: list[Token]) -> list[Token]:
    """Take adverbs behind the noun off it, and give them back."""
    dropped: list[Token] = []
    while inside and inside[-1].tag == "A" and len(inside) > 1:
        dropped.insert(0, inside.pop())
    return dropped
