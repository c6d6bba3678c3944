"""Which runs of words could be names: by their shape, their place in the sentence and the words between them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from newscrawl.deals.mentions.knowledge import Knowledge, legal_key
from newscrawl.deals.mentions.tokens import Token
from newscrawl.deals.mentions.words import Word
from newscrawl.deals.sentences import Sentence

_MAX_WORDS = 9
_OPENING = frozenset('"“„‚‘«»•*:|>·…')
_INFLECTIONS = ("e", "en", "er", "es", "em", "t", "n", "nd", "s", "ig", "lich", "isch")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run of tokens that could be a name: ``first`` and ``last`` are token numbers, ``end`` cuts a compound.

    ``hints`` are features of this place: compound_organisation, legal_form, headline, initial, ordinary …
    """

    start: int
    end: int
    first: int
    last: int
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A text made ready for looking for names: its tokens, and for each token its word and the sentence's bounds."""

    text: str
    tokens: list[Token]
    words: list[Word]
    sentences: list[tuple[int, int]]  # token numbers: first and one past the last
    known: Knowledge


def make_page(
    text: str, tokens: list[Token], sentences: Sequence[Sentence], known: Knowledge, classify: Callable[[str], Word]
) -> Page:
    """Classify each word and find the tokens of each sentence."""
    bounds = []
    at, count = 0, len(tokens)
    for sentence in sentences:
        while at < count and tokens[at].start < sentence.start:
            at += 1
        first = at
        while at < count and tokens[at].start < sentence.end:
            at += 1
        if at > first:
            bounds.append((first, at))
    tokens = _keep_marks(tokens, known)
    return Page(text, tokens, [classify(t.word) for t in tokens], bounds, known)


def _keep_marks(tokens: list[Token], known: Knowledge) -> list[Token]:
    """Give back the 's that belongs to a name: "Kaiser's" in German, "Moody's said" in English, where the text has no
    form without it."""
    marked = [i for i, t in enumerate(tokens) if t.stop > t.end and not t.word.islower()]
    if not marked:
        return tokens
    bare = {t.word for t in tokens if t.stop == t.end}
    kept = list(tokens)
    for i in marked:
        token = tokens[i]
        if token.word not in bare and (known.noun_capitals or _no_owner(tokens, i, known)):
            kept[i] = Token(token.start, token.stop, token.stop, f"{token.word}'s", token.glued)
    return kept


def _no_owner(tokens: list[Token], at: int, known: Knowledge) -> bool:
    """Is what follows nothing that could be owned: a verb, a conjunction, the end?"""
    if at + 1 >= len(tokens):
        return False
    after = tokens[at + 1].word.lower()
    return after in known.stops or after in ",.;)" or known.after.get(after) in ("acts", "said")


def find_candidates(page: Page) -> list[Candidate]:
    """All candidates of a page in text order, none overlapping."""
    plain = [_sentence_kind(page, first, last) for first, last in page.sentences]
    sure: list[Candidate] = []
    for (first, last), kind in zip(page.sentences, plain, strict=True):
        if kind == "plain":
            sure += _scan(page, first, last)
    inside = _Inside.of(page, sure)
    found: list[Candidate] = []
    at = 0
    for (first, last), kind in zip(page.sentences, plain, strict=True):
        here = []
        while at < len(sure) and sure[at].first < last:
            here.append(sure[at])
            at += 1
        if kind == "plain":
            found += _settle_head(page, first, last, here, inside)
        else:
            found += _scan_headline(page, first, last, inside, kind)
    return _adopt(page, found)


def _adopt(page: Page, found: list[Candidate]) -> list[Candidate]:
    """Once the text has shown that a doubtful word is a name, its other places count: "der Kartendienst Stern … bei
    Stern", "Dialog Semiconductor … Dialog", and brands in lower case."""
    wanted = {page.words[c.first].text for c in found if _shows(page, c)} | _small_brands(page)
    wanted |= {page.words[c.last].text for c in found if _shows_surname(page, c)}
    if not wanted:
        return found
    taken = {i for c in found for i in range(c.first, c.last + 1)}
    more = [
        _candidate(page, i, i, "adopted")
        for first, last in page.sentences
        for i in range(first, last)
        if page.words[i].text in wanted and i not in taken and _bare_place(page, i, first)
    ]
    return sorted(found + more, key=lambda c: c.start) if more else found


def _shows(page: Page, candidate: Candidate) -> bool:
    word = page.words[candidate.first]
    if (
        word.function
        or word.never
        or len(word.text) < 3
        or word.lower in page.known.leading_words
        or word.origin
        or word.place
    ):
        return False
    if "ordinary" in candidate.hints:
        return candidate.first > 0 and page.words[candidate.first - 1].organisation_noun
    if not word.capital:
        return word.text.isalpha() and candidate.last > candidate.first and page.words[candidate.last].legal
    whole = candidate.last > candidate.first and not word.name and not word.organisation_noun and not word.name_word
    return (
        whole
        and (page.words[candidate.last].legal or page.words[candidate.last].name_word)
        and page.known.noun_capitals
    )


def _shows_surname(page: Page, candidate: Candidate) -> bool:
    """ "Lena Sommer": from now on "Sommer" without an article is she."""
    first, last = page.words[candidate.first], page.words[candidate.last]
    return (
        0 < candidate.last - candidate.first < 4
        and first.given
        and last.ordinary
        and not (last.name_word or last.legal)
    )


def _bare_place(page: Page, at: int, first: int) -> bool:
    """No article or adjective before it: that would be the ordinary noun again."""
    if at == first or not page.known.noun_capitals or not page.words[at].capital:
        return True
    before = page.words[at - 1]
    return before.lower not in page.known.determiners and not (
        not before.capital and before.lower.endswith(("en", "er", "es", "em")) and not before.function
    )


def _small_brands(page: Page) -> set[str]:
    """Words in lower case that open a sentence, or follow a noun for a company, and are no words of the language."""
    seen: dict[str, int] = {}
    for word in page.words:
        if not word.capital and not word.small and len(word.text) > 3 and word.text.isalpha():
            seen[word.text] = seen.get(word.text, 0) + 1
    brands = {w for w, n in seen.items() if n > 1}
    shown = set()
    for first, last in page.sentences if brands else ():
        if page.words[first].text in brands and last - first > 3:
            shown.add(page.words[first].text)
        for i in range(first + 1, last):
            if page.words[i].text in brands and page.words[i - 1].organisation_noun and page.tokens[i].glued:
                shown.add(page.words[i].text)
    shown |= {w for w in brands if seen[w] > 2 and page.known.noun_capitals and not w.endswith(_INFLECTIONS)}
    return {w for w in shown if w not in page.known.function_words | page.known.links}


def _sentence_kind(page: Page, first: int, last: int) -> str:
    """plain, headline (Most Words Have Capitals) or shout (MOST LETTERS ARE)."""
    words = [w for w in page.words[first:last] if len(w.text) > 3 and w.text[0].isalpha()]
    if len(words) < 2:
        return "plain"
    if sum(w.text.isupper() for w in words) > 0.7 * len(words):
        return "shout" if any(w.small or w.function for w in words) else "plain"
    small = sum(not w.capital for w in words)
    if page.known.noun_capitals or len(words) < 4 or page.words[last - 1].text in '.”"':
        return "plain"
    return "headline" if small <= 0.2 * len(words) and any(w.small for w in words if w.capital) else "plain"


# --- what the sure names of the text say about the doubtful ones ---


@dataclass(frozen=True, slots=True)
class _Inside:
    """Names found inside sentences: whole, and each word of them."""

    names: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, page: Page, candidates: list[Candidate]) -> "_Inside":
        names = frozenset(phrase(page, c.first, c.last) for c in candidates)
        return cls(names, frozenset(word for name in names for word in name.split()))


def phrase(page: Page, first: int, last: int) -> str:
    """The tokens in lower case with single blanks, a compound cut to the name in it."""
    return " ".join(_bare(page.words[i]) for i in range(first, last + 1))


def _bare(word: Word) -> str:
    return word.lower[: word.prefix] if word.prefix else word.lower


# --- inside a sentence ---


def _scan(page: Page, first: int, last: int) -> list[Candidate]:
    found: list[Candidate] = []
    floor = at = first
    head = _head(page, first, last)
    while at < last:
        word = page.words[at]
        if word.capital and (end := _listed_name(page, at, last)):
            found.append(_candidate(page, at, end))
            at = floor = end + 1
        elif word.legal and not word.name and (back := _legal_start(page, at, floor)) < at:
            end = _legal_end(page, at, last)
            while found and found[-1].last >= back:
                found.pop()
            found += _cut(page, back, end, first)
            at = floor = end + 1
        elif _opens(page, at, head, last):
            end = _run_end(page, at, last)
            found += _cut(page, at, end, first)
            at = end + 1
        elif weak := _weak(page, at, head, last):
            found.append(weak)
            at += 1
        else:
            at += 1
    return found


def _listed_name(page: Page, at: int, last: int) -> int:
    """The last token of a name of several words that is listed (press, places, fairs), or 0."""
    if page.words[at].lower not in page.known.listed_names:
        return 0
    if at + 1 >= last or not page.words[at + 1].capital:
        return 0
    for end in range(min(at + 4, last - 1), at, -1):
        name = page.text[page.tokens[at].start : page.tokens[end].end].lower()
        if name in page.known.listed_names[page.words[at].lower]:
            return end if not _next_capital(page, end, last) or page.words[end + 1].title else 0
    return 0


def _head(page: Page, first: int, last: int) -> int:
    """The first word of a sentence behind quotes, bullets and numbers."""
    while first < last - 1 and not page.words[first].text[0].isalpha():
        first += 1
    return first


def _opens(page: Page, at: int, head: int, last: int) -> bool:
    word = page.words[at]
    if not (word.capital or word.number):
        return False
    if word.prefix or _quoted_alias(page, at, last):
        return True
    if word.number:
        return _numbered(page, at, last)
    doubtful = at == head or page.tokens[at - 1].word in _OPENING
    if at == head and word.name and word.lower in page.known.of_heads and _of_name(page, at, last):
        return True
    if word.name:
        if not (doubtful and word.small and not word.special):
            return True
        return at != head and not page.known.noun_capitals and _next_capital(page, at, last)
    if word.function and not page.known.noun_capitals:  # "Just Add Monsters", inside a sentence
        return (
            not doubtful
            and word.lower not in page.known.determiners
            and len(word.text) > 1
            and _next_capital(page, at, last)
        )
    if not page.known.noun_capitals or not _next_capital(page, at, last):
        return False
    return (not doubtful and _opens_german(page, at)) or _before_name_word(page, at)


def _before_name_word(page: Page, at: int) -> bool:
    """ "Info Network", "Madrigal Pharmaceuticals", "Spiegel TV": a noun before a foreign word for organisations."""
    word, after = page.words[at], page.words[at + 1]
    if word.function or word.never or word.title or word.organisation_noun or word.lower in page.known.words:
        return False
    if not after.name_word or _role(page, word):
        return False
    return after.name or after.foreign or after.text.isupper()


def _role(page: Page, word: Word) -> bool:
    known = page.known
    return word.lower in known.roles or (word.lower in known.compound and word.lower not in known.name_words)


def _quoted_alias(page: Page, at: int, last: int) -> bool:
    """ "Norvik Holdings (the “Parent”)": a single word in quotes inside a bracket."""
    if at < 2 or at + 2 >= last or page.words[at + 1].text not in '”“"’‘':
        return False
    before = page.words[at - 2].text
    opened = before == "(" or (
        at > 2 and page.words[at - 3].text == "(" and page.words[at - 2].lower in page.known.determiners
    )
    return page.words[at - 1].text in '“„"‘' and opened


def _of_name(page: Page, at: int, last: int) -> bool:
    """ "Bank of Orland" at the head of a sentence."""
    return at + 2 < last and page.words[at + 1].lower == "of" and page.words[at + 2].capital


def _numbered(page: Page, at: int, last: int) -> bool:
    """ "3i Group", "21 Partners": a number opens a name before a word for organisations, unless it may be a year."""
    if not _next_capital(page, at, last) or not (
        (page.words[at + 1].name_word and page.words[at + 1].name) or (at + 2 < last and page.words[at + 2].legal)
    ):
        return False
    number = page.words[at].text
    if number.isdigit() and 1900 <= int(number) < 2040:
        return False
    return at == 0 or page.text[page.tokens[at].start - 1].isspace()


def _opens_german(page: Page, at: int) -> bool:
    """Where nouns have capitals: "Deutsche Talbank", "Berliner Volksbank", "Bank Austria"."""
    word, after = page.words[at], page.words[at + 1]
    if not page.known.noun_capitals or word.function or word.never or word.title or after.legal or not word.ordinary:
        return False
    if word.lower in page.known.leading_words:
        return after.name or after.place
    if not after.ordinary and not after.name_word:
        return False
    if word.origin and word.lower.endswith("er"):
        return after.name_word and after.lower not in page.known.organisation_nouns
    return word.lower.endswith(("e", "er", "es", "en")) and word.lower in page.known.words and not after.never


def _next_capital(page: Page, at: int, last: int) -> bool:
    return at + 1 < last and page.tokens[at + 1].glued and page.words[at + 1].capital


def _run_end(page: Page, at: int, last: int) -> int:
    """The last token of the run that opens at ``at``."""
    end = at
    word = page.words[at]
    if page.known.noun_capitals and not word.name and not word.prefix and not word.number and end + 1 < last:
        end += 1  # opened by an adjective or a noun: "Deutsche Talbank"
    while end - at < _MAX_WORDS and not _closed(page, end):
        step = _step(page, at, end, last)
        if not step:
            break
        end += step
    return _legal_behind(page, end, last)


def _closed(page: Page, at: int) -> bool:
    """Nothing goes on behind a possessive or a compound: "Sina's", "Norvik-Chef"."""
    token = page.tokens[at]
    return token.stop > token.end or page.words[at].prefix > 0


def _step(page: Page, start: int, end: int, last: int) -> int:
    """By how many tokens the run goes on: 0 not at all, 1 a name word, 2 or 3 over a link."""
    if end + 1 >= last or not page.tokens[end + 1].glued:
        return 0
    word = page.words[end + 1]
    if word.capital:
        return 1 if _goes_on(page, start, end, word) else 0
    if end + 2 >= last or not page.tokens[end + 2].glued:
        return 0
    after = page.words[end + 2]
    if word.text == "&" and after.capital:
        return 2
    if word.lower == "of" and _of_head(page, start, end):
        return 2 if after.capital else 3 if after.lower == "the" and _next_capital(page, end + 2, last) else 0
    if word.lower in page.known.links and word.lower != "of" and word.lower not in page.known.determiners:
        if after.capital and not after.function and not after.never:
            return 2 if page.words[end].name and not _german_link(page, start, after, word) else 0
        if (after.lower in page.known.links or after.lower in page.known.particles) and _next_capital(
            page, end + 2, last
        ):
            return 3 if not _german_link(page, start, page.words[end + 3], word) else 0
    if word.lower in page.known.and_words or word.lower == "and":
        return 2 if _one_name(page, start, end, last) else 0
    return 0


def _german_link(page: Page, start: int, after: Word, link: Word) -> bool:
    """Is the link a preposition? "von" is one in German, but for a given name before and no noun for a firm behind."""
    if not page.known.noun_capitals or link.lower not in page.known.function_words:
        return False
    noun = after.organisation_noun or after.name_word or after.lower in page.known.leading_words
    return noun or not page.words[start].given


def _goes_on(page: Page, start: int, end: int, word: Word) -> bool:
    if word.legal:
        return False
    if word.name or word.prefix:
        return not _model(page.words[end], word)
    if page.known.noun_capitals and _first_name(page, start, end) and not (word.function or word.organisation_noun):
        return True  # "Thomas Sommer", "Peter E. Huber"
    if word.name_word and word.text.isupper():
        return True  # "Spiegel TV"
    if word.never or word.title:
        return False
    if not page.known.noun_capitals:
        return word.text != "I" and not word.lower.startswith(("i'", "i’"))
    if word.function:
        return False
    return (word.name_word and not word.organisation_noun) or word.foreign or page.words[end].text == "&"


def _first_name(page: Page, start: int, end: int) -> bool:
    """Has the run only given names and initials so far?"""
    return (
        end - start < 3
        and page.words[start].given
        and all(
            page.words[i].given or page.words[i].text.endswith(".") or page.words[i].lower in page.known.particles
            for i in range(start, end + 1)
        )
    )


def _model(before: Word, word: Word) -> bool:
    """ "Airbus A320", "Toyota RAV4": capitals with a number behind a name are its product."""
    return (
        word.special
        and before.name
        and any(c.isdigit() for c in word.text)
        and word.text[0].isupper()
        and "." not in word.text
        and "&" not in word.text
    )


def _of_head(page: Page, start: int, end: int) -> bool:
    return any(page.words[i].lower in page.known.of_heads for i in range(start, end + 1))


def _one_name(page: Page, start: int, end: int, last: int) -> bool:
    """Is "X and Y" one name? Ordinary words before an organisation's last word ("Securities and Exchange
    Commission"), or two single words with a legal form behind ("Felden and Roe Ltd")."""
    after = end + 2
    if not page.words[after].capital or after + 1 >= last:
        return False
    behind = page.words[after + 1]
    if not page.tokens[after + 1].glued:
        return False
    if start == end and behind.legal and not page.words[after].origin:
        return True
    if page.known.noun_capitals:
        return False
    if not (page.words[end].small and page.words[after].small and behind.capital and behind.name_word):
        return False
    return (page.words[end].name_word and page.words[after].name_word) or behind.lower in page.known.of_heads


# --- legal forms ---


def _legal_start(page: Page, at: int, floor: int) -> int:
    """From a legal form back over the capitals before it: the first token of "Norvik Maschinenbau GmbH"."""
    first = at
    while first > floor and at - first < _MAX_WORDS and _before_legal(page, first, floor):
        first -= 1
    while first < at and page.words[first].text in ("&", "und", "and"):
        first += 1
    while first < at and _no_name_start(page, first, at):
        first += 1
    if first == at and at > floor and _small_brand(page, at - 1):
        return at - 1
    return first


def _before_legal(page: Page, first: int, floor: int) -> bool:
    """Does the token before ``first`` belong to the name that ends in a legal form?"""
    if not page.tokens[first].glued and page.tokens[first].word != "-":
        return False
    token, word = page.tokens[first - 1], page.words[first - 1]
    if token.stop > token.end or word.title or (first - 1 == floor and word.small):
        return False
    if word.function and not word.special and (page.known.noun_capitals or word.lower in page.known.determiners):
        return False
    if word.number:
        return page.words[first].name_word and not word.text.isdigit()
    if word.capital:
        return not word.never or word.special
    if word.text == "&":
        return True
    if word.text == "-":  # "Bundes- und Industriebeteiligungen GmbH": the hyphen hangs on the word before
        return True
    return word.lower == "und" and first - 2 >= floor and page.tokens[first - 2].word == "-"


def _no_name_start(page: Page, first: int, legal: int) -> bool:
    """An apposition before the name ("Softwarehersteller Norvik GmbH"), the capital of a sentence's head, a role."""
    word, after = page.words[first], page.words[first + 1]
    if first + 1 == legal:
        return False
    if word.function or word.text in ("-", "&"):
        return True
    if not (after.name or (after.capital and first + 2 < legal)):
        return False
    return page.known.noun_capitals and word.organisation_noun and word.lower not in page.known.leading_words


def _small_brand(page: Page, at: int) -> bool:
    """ "adidas AG": a word in lower case that is no word of the language."""
    word, known = page.words[at], page.known
    return (
        word.text.isalpha()
        and len(word.text) > 2
        and not word.small
        and word.lower not in known.function_words | known.links
    )


def _legal_behind(page: Page, end: int, last: int) -> int:
    """Take in a legal form behind the run, with or without a comma: "Apple Inc.", "Norvik, Ltd."."""
    if page.tokens[end].stop > page.tokens[end].end or end + 1 >= last:
        return end
    if page.words[end + 1].legal and page.tokens[end + 1].glued:
        return _legal_end(page, end + 1, last)
    if page.words[end + 1].text == "," and end + 2 < last and page.words[end + 2].legal:
        return _legal_end(page, end + 2, last) if page.words[end + 2].text not in ("AS", "SE", "SA") else end
    return end


def _legal_end(page: Page, at: int, last: int) -> int:
    """The last token of a legal form of several words: "GmbH & Co. KG", "Co., Ltd."."""
    end, key, scan = at, "", at
    while scan < last and scan < at + 7 and page.tokens[scan].stop == page.tokens[scan].end:
        key += page.words[scan].text
        if page.words[scan].text[0].isalpha() and legal_key(key) in page.known.legal_forms:
            end = scan
        scan += 1
    return end


# --- cutting a run to the names in it ---


def _cut(page: Page, first: int, last: int, sentence: int) -> list[Candidate]:
    """One run, less what stands before the name: adjectives of origin, honorifics, "the"."""
    while first < last and _strip(page, first, last):
        first += 1
    word = page.words[first]
    alone = word.legal or len(word.text) == 1 or word.lower in page.known.honorifics
    alone = alone or (word.origin and not word.prefix)
    if first == last and alone:
        return []
    return [_candidate(page, first - _particle(page, first, last, sentence), last)]


def _particle(page: Page, first: int, last: int, sentence: int) -> bool:
    """ "die von Rundstedt GmbH": the particle of a family name opens the name of the family's firm."""
    if not page.words[last].legal or first - 2 < sentence or page.words[first - 1].lower not in page.known.particles:
        return False
    return page.words[first - 2].lower in page.known.determiners and page.tokens[first].glued


def _strip(page: Page, first: int, last: int) -> bool:
    word, after = page.words[first], page.words[first + 1]
    if word.lower in page.known.honorifics or word.lower in page.known.determiners:
        return True
    if word.function and not word.name and page.known.noun_capitals:
        return True
    if not word.origin or f"{word.lower} {after.lower}" in page.known.places:
        return False
    if page.known.noun_capitals:
        return not after.ordinary and not after.name_word
    return not (after.small or after.name_word) or after.never or word.text.isupper() or word.text.startswith("U.")


def _candidate(page: Page, first: int, last: int, *hints: str) -> Candidate:
    token, word = page.tokens[last], page.words[last]
    start, end = page.tokens[first].start, token.end
    found = list(hints)
    if word.prefix:
        end = token.start + word.prefix
        found.append(_compound_feature(page, word))
    if word.legal:
        found.append("legal_form")
        end = _with_dot(page, last, end)
    elif token.word.endswith(".") and token.word.count(".") == 1:
        end -= 1
    return Candidate(start, end, first, last, tuple(found))


def _with_dot(page: Page, last: int, end: int) -> int:
    """ "Inc." keeps its dot unless the sentence ends with it, which cannot be told apart; then it goes without."""
    tokens = page.tokens
    if last + 1 < len(tokens) and tokens[last + 1].word == "." and tokens[last + 1].start == end:
        follows = last + 2 < len(tokens) and page.text[end + 1 : end + 2] in (" ", ",", ")", "'", "’")
        if follows and (not tokens[last + 2].word[0].isupper()):
            return end + 1
    return end


# --- where a capital says nothing: the head of a sentence, headlines ---


def _settle_head(page: Page, first: int, last: int, here: list[Candidate], inside: _Inside) -> list[Candidate]:
    """Decide about the first word of a sentence by what the rest of the text says about it."""
    head = _head(page, first, last)
    word = page.words[head]
    if not word.capital or (word.name and not word.small) or (here and here[0].first <= head):
        return here
    follower = here[0] if here and here[0].first == head + 1 and page.tokens[head + 1].glued else None
    if page.tokens[head].stop > page.tokens[head].end:
        follower = None
    if follower:
        return [_joined_head(page, head, follower, inside), *here[1:]]
    if word.function or word.never or word.title or word.origin:
        return here
    if len(word.text) > 1 and _weak_head(page, head, last, inside):
        hints = ("initial", "ordinary") if page.known.noun_capitals else ("initial",)
        return [_candidate(page, head, head, *hints), *here]
    return here


def _joined_head(page: Page, head: int, follower: Candidate, inside: _Inside) -> Candidate:
    word = page.words[head]
    whole, rest = phrase(page, head, follower.last), phrase(page, head + 1, follower.last)
    if whole in inside.names or f"{word.lower} {page.words[head + 1].lower}" in page.known.places:
        return _candidate(page, head, follower.last)
    if word.function or word.never or word.title or rest in inside.names or page.known.noun_capitals:
        return follower
    if page.words[head + 1].small and not page.words[head + 1].special and not word.lower.endswith(("ing", "ly")):
        return (
            _candidate(page, head, follower.last, "initial")
            if not word.origin or page.words[head + 1].ordinary
            else follower
        )
    return follower


def _weak_head(page: Page, head: int, last: int, inside: _Inside) -> bool:
    """A single doubtful word at the head: known from elsewhere, or in a place where a name stands."""
    word = page.words[head]
    if word.lower in inside.names:
        return True
    if word.lower in inside.words and not (
        word.organisation_noun or word.name_word or word.lower in page.known.generic_words
    ):
        return True
    if page.tokens[head].stop > page.tokens[head].end:
        return True
    if word.organisation_noun or head + 1 >= last or (page.known.noun_capitals and word.lower in page.known.words):
        return False
    return page.known.after.get(page.words[head + 1].lower) == "acts"


def _weak(page: Page, at: int, head: int, last: int) -> Candidate | None:
    """An ordinary noun where a name is asked for: "der Kartendienst Stern", "Linde-Chef"."""
    word = page.words[at]
    if not word.capital or word.never or word.function or word.organisation_noun or not page.known.noun_capitals:
        return None
    if not word.ordinary or word.title or word.origin:
        return None
    if at > head and page.words[at - 1].lower in page.known.honorifics and page.tokens[at].glued:
        return _candidate(page, at, at)  # "Herr Vogel"
    if _compound_noun(page, word):
        cut = page.tokens[at].start + word.text.rindex("-")
        return Candidate(page.tokens[at].start, cut, at, at, ("compound_organisation", "ordinary"))
    if at > head and page.tokens[at].glued and page.words[at - 1].organisation_noun and page.words[at - 1].capital:
        behind = page.words[at + 1] if at + 1 < last else None
        return None if behind and behind.capital and page.tokens[at + 1].glued else _candidate(page, at, at, "ordinary")
    return None


def _compound_noun(page: Page, word: Word) -> bool:
    before, hyphen, head = word.lower.rpartition("-")
    known = page.known
    return bool(
        hyphen
        and known.compound.get(head) == "compound_organisation"
        and before.isalpha()
        and before in known.nouns
        and before not in known.organisation_nouns
        and before not in known.never_names
        and len(before) > 3
    )


def _scan_headline(page: Page, first: int, last: int, inside: _Inside, kind: str) -> list[Candidate]:
    """In a headline a name is what the text knows as one, or words that are no ordinary ones."""
    found: list[Candidate] = []
    at = first
    while at < last:
        end = _known_run(page, at, last, inside)
        if end < at and kind == "headline":
            end = _strange_run(page, at, last)
        if end >= at:
            found.append(_candidate(page, at, end, "headline"))
            at = end + 1
        else:
            at += 1
    return found


def _known_run(page: Page, at: int, last: int, inside: _Inside) -> int:
    """The last token of the longest name known from the text that begins here, or ``at`` - 1."""
    if not page.words[at].capital or _bare(page.words[at]) not in inside.words:
        return at - 1
    for end in range(min(last, at + 6) - 1, at - 1, -1):
        if phrase(page, at, end) in inside.names:
            return end
    return at - 1


def _strange_run(page: Page, at: int, last: int) -> int:
    end = at - 1
    while end + 1 < last and _strange(page.words[end + 1]) and (end < at or page.tokens[end + 1].glued):
        end += 1
        if _closed(page, end):
            break
    if end >= at:
        while (
            end + 1 < last
            and page.tokens[end + 1].glued
            and page.words[end + 1].capital
            and page.words[end + 1].name_word
        ):
            end += 1
        end = _legal_behind(page, end, last)
    return end


def _strange(word: Word) -> bool:
    return word.capital and (word.name or word.prefix > 0) and not (word.small and not word.special) and not word.origin


def _compound_feature(page: Page, word: Word) -> str:
    """What the last part of a compound says about the name in it: "-Chef", "-Aktie", "-Kartendienst"; "-App"."""
    if feature := page.known.compound.get(word.head):
        return feature
    known = page.known
    organisation = word.head in known.organisation_nouns or (
        len(word.head) > 6 and word.head.endswith(known.organisation_endings)
    )
    return "compound_organisation" if organisation else "compound"
