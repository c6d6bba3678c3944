"""Whom the next sentence identifies: "Tal hat einen neuen Eigentümer. ES IST NORVIK"."""

from newscrawl.deals.analysis import LONGEST, Analysis, tagged_tokens
from newscrawl.deals.discourse.companies import is_organisation
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import References, references
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.syntax.tokens import Token


def identified_next(frame: Frame, analysis: Analysis) -> tuple[int, int, int] | None:
    """The company, with its place, of which the next sentence says no more than that it is meant: "Tal hat einen neuen
    Eigentümer. Es ist NORVIK"."""
    number = frame.sentence + 1
    if number >= len(analysis.sentences):
        return None
    sentence = analysis.sentences[number]
    low = analysis.text[sentence.start : sentence.start + OPENER].lower()
    opener = max((o for o in references(analysis.language).identifying if low.startswith(o)), key=len, default="")
    if not opener or sentence.end - sentence.start > LONGEST:
        return None
    tokens = tagged_tokens(number, analysis, lexicon(analysis.language))
    name = _only_name([t for t in tokens if t.start >= sentence.start + len(opener)], references(analysis.language))
    named = [] if name is None else analysis.names_between(name.start, name.end)
    if len(named) != 1 or not is_organisation(analysis, named[0].entity):
        return None
    return named[0].entity, named[0].start, named[0].end


OPENER = 80
"""In how many characters a sentence says that it identifies somebody."""


def _only_name(tokens: list[Token], words: References) -> Token | None:
    """The name that the tokens begin with, alone or with an article and what kind of company it is, if no more follows
    than its origin or an apposition: "DER KONZERN NORVIK AUS BONN"; not "Norvik nicht", "gut für Norvik"."""
    k = next((i for i, token in enumerate(tokens[: KIND + 1]) if token.tag == "E"), None)
    if k is None or (k and not _is_kind(tokens[: k + 1], words)):
        return None
    behind = tokens[k + 1 :]
    if len(behind) > 1 and behind[0].is_a("origin"):
        behind = behind[2:]
    return tokens[k] if not behind or behind[0].tag in ".,!" else None


KIND = 3
"""How many words say what kind of company a name is, with the article: "der Bonner Konzern"."""


def _is_kind(tokens: list[Token], words: References) -> bool:
    """Whether the last of the tokens is called by those before it; "der Verdienst NORVIKS" is a genitive."""
    article, *kind, name = tokens
    known = bool(kind) and words.is_a(kind[-1].low, "nouns")
    return article.tag == "D" and all(t.tag in "AN" for t in kind) and (known or name.low[-1] != "s")
