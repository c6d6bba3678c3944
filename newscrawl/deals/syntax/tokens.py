"""A sentence as tokens: words, punctuation, and the mentions (names, money, dates …) as one token each."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Protocol

import msgspec

from newscrawl.deals.mentions.words import FILE_NUMBER
from newscrawl.deals.remembered import Remembered
from newscrawl.deals.syntax.lexicon import Lexicon, VerbReading

# Alternatives in order: plain words, which most are; clitics ("'s", "n't"), which are tokens of their own; numbers;
# words with dots ("U.S.") and hyphens inside; single marks. The first look spares the blanks all of them.
WORD = re.compile(
    r"""
    (?=\S) (?:
    [a-zA-Z]++(?=[\ ,])
    | [nN]['’][tT]\b | ['’](?:[sS]|[rR][eE]|[vV][eE]|[lL][lL]|[dD]|[mM])\b
    | \d++(?:[.,:]\d++)*+(?![\w-])
    | \w(?:[^\WnN]|[nN](?!['’][tT]\b)|[.\-](?=\w))*+
    | [^\w\s] )
    """,
    re.VERBOSE,
)


class Mention(Protocol):
    """Anything found in the text before the grammar: it has a place."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset behind the last character."""


class Token(msgspec.Struct):
    """One token of a sentence; offsets count in the article's text.

    ``tag`` is one of D determiner, P preposition, N noun or unknown, A adjective or adverbial, E entity name, M money,
    % percentage, T date, U duration, R pronoun, V verb, B be, H have, W will or may, O do, X negation, 2 "to",
    & conjunction, C contrast, L relative pronoun, S subordinator, and itself for punctuation; G for a genitive "'s".
    """

    start: int
    end: int
    text: str
    low: str
    tag: str
    mention: Mention | None = None
    verbs: tuple[VerbReading, ...] = ()
    marks: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    """The classes of ``words.toml`` that the word belongs to, and ``by_ending`` for what ends like an adverb."""
    participle: VerbReading | None = None
    """For an inflected participle before a noun ("übernommene"), the verb it belongs to."""
    glued: bool = False
    """Whether the word hangs on the name before it by a hyphen ("Norvik-Übernahme")."""

    def is_a(self, group: str) -> bool:
        """Whether the word belongs to a closed class."""
        return group in self.classes


Reading = tuple[str, str, tuple[VerbReading, ...], frozenset[str], frozenset[str], VerbReading | None]
"""Of a word: lower case, tag, verbs, marks, classes, participle (see ``Token``)."""


def tokenize(text: str, start: int, end: int, mentions: Sequence[tuple[str, Mention]], lexicon: Lexicon) -> list[Token]:
    """Cut ``text[start:end]`` into tokens.

    Args:
        text: the article.
        start: where the sentence begins.
        end: where it ends.
        mentions: pairs of tag and mention, in text order, not overlapping.
        lexicon: the words of the language.
    """
    tokens: list[Token] = []
    position = start
    for tag, mention in mentions:
        _words(text, position, mention.start, lexicon, tokens)
        written = text[mention.start : mention.end]
        tokens.append(Token(mention.start, mention.end, written, written.lower(), tag, mention))
        position = mention.end
    _words(text, position, end, lexicon, tokens)
    tokens = _with_whole_compounds(tokens, text) if lexicon.separable and "-" in text[start:end] else tokens
    tokens = _without_angles(tokens) if "<" in text[start:end] else tokens
    return _without_asides(_with_expressions(tokens, lexicon))


def _without_angles(tokens: list[Token]) -> list[Token]:
    """Drop the angle brackets in which newswires put a company that has no sign: "bought <NORVIK INC>, a maker of
    pumps"; behind a name they hold its other name."""
    dropped: set[int] = set()
    for i, token in enumerate(tokens[:-2]):
        named = token.tag == "<" and tokens[i + 1].tag == "E" and tokens[i + 2].tag == ">"
        if named and not (i and tokens[i - 1].tag == "E"):
            dropped |= {i, i + 2}
    return [token for i, token in enumerate(tokens) if i not in dropped]


def _with_whole_compounds(tokens: list[Token], text: str) -> list[Token]:
    """Put "Strom- und Gasgeschäft", "Software-, Beratungs- und IT-Haus" together in one noun, read as its last word."""
    joined: list[Token] = []
    end = 0
    for i, token in enumerate(tokens):
        if i < end:
            continue
        end = _end_of_compounds(tokens, i)
        if end > i:
            last = tokens[end - 1]
            last.start, last.text = token.start, text[token.start : last.end]
            joined.append(last)
        else:
            joined.append(token)
    return joined


def _end_of_compounds(tokens: list[Token], i: int) -> int:
    """Where the compounds end that begin with the noun at ``i``; ``i`` if it is whole."""
    k = i
    while k + 3 < len(tokens) and _hangs(tokens, k) and tokens[k + 2].tag in "&,":
        k += 3
    is_end = k > i and tokens[k - 1].tag == "&" and tokens[k].tag == "N" and tokens[k].text[0].isupper()
    return k + 1 if is_end and tokens[k].mention is None else i


def _hangs(tokens: list[Token], i: int) -> bool:
    """Whether a noun has a hyphen behind it that no word follows."""
    token, behind = tokens[i], tokens[i + 1]
    return behind.text == "-" and behind.start == token.end and token.tag in "NA" and token.text[0].isupper()


def _with_expressions(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Put the words of an expression ("such as") together in one token, read as the word that it acts as."""
    joined: list[Token] = []
    end = 0
    for i, token in enumerate(tokens):
        if i < end:
            continue
        starts_one = token.low in lexicon.expression_starts and not _is_verbal(tokens, i)
        end = i + _expression_at(tokens, i, lexicon) if starts_one else i
        joined.append(_expression(tokens[i:end], lexicon) if end > i else token)
    return joined


def _is_verbal(tokens: list[Token], i: int) -> bool:
    """Whether a word is a verb ("it was LED by Norvik") or its particle ("pulled OUT of"), and not of an expression."""
    if i > 0 and any(reading.verb.particle == tokens[i].low for reading in tokens[i - 1].verbs):
        return not _counts(tokens[i + 2 : i + 3])
    return i > 0 and tokens[i - 1].is_a("be") and any(r.form == "participle" for r in tokens[i].verbs)


def _counts(behind: list[Token]) -> bool:
    """Whether a number or a sum follows: "will buy up to 40 trains"."""
    return any(t.tag in "MU%" or t.text[0].isdigit() for t in behind)


def _expression_at(tokens: list[Token], i: int, lexicon: Lexicon) -> int:
    following = tokens[i + 1].low if i + 1 < len(tokens) else ""
    for written in lexicon.expression_starts[tokens[i].low]:
        if written[1] == following and written == tuple(t.low for t in tokens[i : i + len(written)]):
            return len(written)
    return 0


def _expression(parts: list[Token], lexicon: Lexicon) -> Token:
    word = lexicon.expressions[tuple(t.low for t in parts)]
    text, low = " ".join(t.text for t in parts), word.lower()
    joined = Token(parts[0].start, parts[-1].end, text, low, _tag(low, word, lexicon))
    joined.verbs = lexicon.verbs.get(low, ())
    joined.classes = lexicon.classes.get(low, frozenset())
    return joined


def _without_asides(tokens: list[Token]) -> list[Token]:
    """Drop adverbs between commas: "did, however, buy"."""
    if [token.tag for token in tokens].count(",") < ASIDE:
        return tokens
    end = 0
    kept: list[Token] = []
    for i, token in enumerate(tokens):
        if i >= end and token.tag == "," and _is_aside(tokens[i : i + 3]):
            end = i + 3
        if i >= end:
            kept.append(token)
    return kept


ASIDE = 2
"""The commas around an aside."""


def _is_aside(tokens: list[Token]) -> bool:
    """An adverb between commas; a word that can be a verb is none (", ein Anbieter von Software, PLANT, …")."""
    return [t.tag for t in tokens] == [",", "A", ","] and not tokens[1].verbs


def _words(text: str, start: int, end: int, lexicon: Lexicon, tokens: list[Token]) -> None:
    readings, glued = _readings(lexicon), False
    for match in WORD.finditer(text, start, end):
        written = match[0]
        if written == "-" and tokens and tokens[-1].end == match.start():
            _drop_stop(tokens)
            if _is_mention(tokens[-1]):
                glued = True
                continue
        low, tag, verbs, marks, classes, participle = readings[written]
        tokens.append(Token(*match.span(), written, low, tag, None, verbs, marks, classes, participle, glued))
        glued = False


def _drop_stop(tokens: list[Token]) -> None:
    """The full stop of a shortened name that a hyphen follows is no token: "CALIF.-based"."""
    if len(tokens) > 1 and tokens[-1].text == "." and tokens[-2].end == tokens[-1].start and _is_mention(tokens[-2]):
        tokens.pop()


def _is_mention(token: Token) -> bool:
    return token.mention is not None or token.tag == "%"


def _is_acronym(written: str, low: str, lexicon: Lexicon) -> bool:
    """ "US", "IT": capitals throughout are no pronoun."""
    return len(written) > 1 and written.isupper() and lexicon.is_a(low, "pronoun")


@cache
def _readings(lexicon: Lexicon) -> Remembered[Reading]:
    """What words are without their neighbours, as they are written."""
    return Remembered(lambda written: _reading(written, lexicon))


def _reading(written: str, lexicon: Lexicon) -> Reading:
    """All that a word is without its neighbours."""
    low = written.lower().replace("’", "'")
    tag = "N" if _is_acronym(written, low, lexicon) else _tag(low, written, lexicon)
    classes = lexicon.classes.get(low, frozenset())
    if low.endswith(lexicon.adverb_endings):
        classes |= {"by_ending"}
    participle = _participle(low, lexicon) if lexicon.separable and tag == "A" else None
    return low, tag, lexicon.verbs.get(low, ()), lexicon.marks.get(low, frozenset()), classes, participle


def _participle(low: str, lexicon: Lexicon) -> VerbReading | None:
    for ending in ("en", "er", "es", "em", "e"):
        for reading in lexicon.verbs.get(low.removesuffix(ending), ()) if low.endswith(ending) else ():
            if reading.form == "participle" and reading.joined:
                return reading
    return None


TAG_OF_GROUP = (
    ("noun", "N"),
    ("negation", "X"),
    ("be", "B"),
    ("have", "H"),
    ("do", "O"),
    ("will", "W"),
    ("may", "W"),
    ("to", "2"),
    ("determiner", "D"),
    ("relative", "L"),
    ("conjunction", "&"),
    ("contrast", "C"),
    ("preposition", "P"),
    ("subordinator", "S"),
    ("pronoun", "R"),
    ("adverb", "A"),
    ("adjective", "A"),
    ("number", "N"),
)
"""The first of a word's classes in this order gives its tag; the tagger may change it by the context."""


def _tag(low: str, written: str, lexicon: Lexicon) -> str:
    groups = lexicon.classes.get(low)
    if groups:
        for group, tag in TAG_OF_GROUP:
            if group in groups:
                return tag
    if not written[0].isalnum():
        return "G" if low in ("'s", "'") else written
    if "-" in written and FILE_NUMBER.fullmatch(written):
        return "Z"  # "received contract K417-21-D-0193 from Norvik"
    is_adverb = low.endswith(lexicon.adverb_endings) and low not in lexicon.verbs
    if written[0].islower() and (lexicon.separable or is_adverb):
        return "A"
    return "N"
