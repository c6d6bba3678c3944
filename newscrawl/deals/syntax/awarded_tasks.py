"""The work of a contract between it and who gets it, left out of the grammar: "awarded a contract TO BUILD TRAMS to
Norvik", "The contract FOR BUILDING TRAMS was awarded to Norvik". What is built for whom is no side of the award."""

from newscrawl.deals.syntax.lexicon import Lexicon
from newscrawl.deals.syntax.tokens import Token

LONGEST = 12
"""How many tokens the work may have."""
INSIDE = frozenset("NADPMUT&")
NOUN_PHRASE = frozenset("DANMUT")


def awarded_tasks(tokens: list[Token], lexicon: Lexicon) -> list[tuple[int, int]]:
    """The spans, in offsets of the text, of the work of contracts that a sentence gives somebody; only where a
    preposition says who gets something."""
    found = []
    for i in range(len(tokens) - 3):
        if (
            tokens[i].tag != "N"
            or not lexicon.is_a(tokens[i].low, "agreements")
            or not _is_task(tokens, i + 1, lexicon)
        ):
            continue
        end = _end(tokens, i + 3, lexicon)
        if end and (tokens[end].tag != "P" or _is_given(tokens, i)):
            found.append((tokens[i + 1].start, tokens[end].start))
    return found


def _is_task(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """ "TO BUILD", "FOR BUILDING", "OF BUILDING"."""
    verb = tokens[i + 1]
    if tokens[i].tag == "2":
        return verb.tag in "VN"
    doing = lexicon.ends_as(verb.low, "gerunds") or any(r.form == "gerund" for r in verb.verbs)
    return doing and tokens[i].tag in "PG"


def _end(tokens: list[Token], start: int, lexicon: Lexicon) -> int:
    """Where the work ends: before who gets it, or the verb that says so; 0 where it names somebody or is no plain
    work."""
    for j in range(start, min(start + LONGEST, len(tokens))):
        if _is_receiver(tokens, j, lexicon) or tokens[j].tag in "BHO" or _goes(tokens[j], lexicon):
            return j
        if tokens[j].tag not in INSIDE:
            return 0
    return 0


def _goes(token: Token, lexicon: Lexicon) -> bool:
    return lexicon.reads_as(token.verbs, "going_to")


def _is_receiver(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    if not lexicon.is_a(tokens[j].low, "receiver") or tokens[j].tag != "P":
        return False
    behind = next((t for t in tokens[j + 1 :] if t.tag not in NOUN_PHRASE), None)
    return behind is not None and behind.tag == "E"


def _is_given(tokens: list[Token], i: int) -> bool:
    """Whether the contract is the object of a verb that gives it, in the active and to nobody named before it."""
    at = next((k for k in range(i - 1, -1, -1) if tokens[k].tag not in NOUN_PHRASE), None)
    if at is None or tokens[at].tag != "V":
        return False
    if not any(r.verb.group == "give" and " " not in r.verb.lemma for r in tokens[at].verbs):
        return False  # "SIGNED an agreement to supply pumps to Norvik": it is not signed over
    return not (at and tokens[at - 1].tag == "B")
