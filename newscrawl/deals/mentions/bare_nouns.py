"""Ordinary nouns where German grammar allows a name only: behind another noun, and without the article they need."""

from bisect import bisect_left
from functools import lru_cache

from newscrawl.deals.mentions.knowledge import Knowledge
from newscrawl.deals.mentions.page import Candidate, Page, is_trade, make_candidate, phrase
from newscrawl.deals.mentions.words import Word, ordinary_word
from newscrawl.deals.syntax.lexicon import lexicon

Name = tuple[str, ...]

PLAIN = str.maketrans("äöü", "aou")  # "Verträge", "Häuser"
_LONGEST = 3
YEAR = 4  # a number of so many digits is one
_VERBAL = ("t", "te", "ten")
_SHOWING = frozenset({"deal_object", "part_of"})


def apposed(page: Page, at: int, head: int, last: int) -> Candidate | None:
    """The nouns behind a noun for an organisation: "der Kartendienst Stern", "die Sektmarke Burg Tal"."""
    if at <= head or not page.tokens.glued[at]:
        return None
    before, word = page.words[at - 1], page.words[at]
    if word.lower in page.known.honorifics:
        return None
    if not before.capital or (word.lower in page.known.organisation_nouns and not _of_one(page, at, head)):
        return None
    needs_no_article = _unlike_name(page, word) or word.lower in page.known.stuff
    if (needs_no_article and _may_be_object(page, at, head)) or _are_goods(page, at, head):
        return None
    if lexicon(page.known.language).is_a(before.lower, "shoppers") and is_plural(word.lower, page.known):
        return None  # "bringt den Kunden VORTEILE"
    called = before.head in page.known.trades or before.head in page.known.organisation_nouns
    daughter = before.prefix and called  # "die Norvik-Tochter Stern"
    named = is_trade(page, at - 1) or daughter or _is_product(page, before)
    if not named and not _explained(page, at, head, last):
        return None
    end = at
    while end - at < _LONGEST and (step := _further(page, end, last)):
        end += step
    if opens_phrase(page, at - 1, head):
        end = _last_noun(page, at, end, last)
    behind = page.words[end + 1] if end + 1 < last else None
    if behind and behind.capital and page.tokens.glued[end + 1] and not behind.function:
        return None
    return make_candidate(page, at, end, "adopted" if _is_product(page, before) else "ordinary")


def opens_phrase(page: Page, noun: int, head: int) -> bool:
    """Whether a noun with its article stands where all nouns up to a small word are one phrase: at the head of the
    sentence ("Der Hersteller Brandt Nutzfahrzeuge baut"), behind a comma or "und"."""
    known, opening = page.known, noun - 1
    while opening > head and _is_attribute(page.words[opening], known):
        opening -= 1
    if opening < head:
        return False
    if page.words[opening].lower not in known.determiners:
        return False
    return opening == head or page.words[opening - 1].lower in known.and_words or page.words[opening - 1].text == ","


def _last_noun(page: Page, at: int, end: int, last: int) -> int:
    """The last of the nouns of one phrase that go on with a name, plurals too."""
    while end + 1 < last and end - at < _LONGEST - 1 and page.tokens.glued[end + 1]:
        word = page.words[end + 1]
        if not word.ordinary or word.function or word.never or word.title or word.lower in page.known.calendar:
            break
        end += 1
    return end


def _is_product(page: Page, noun: Word) -> bool:
    """ "die Wetter-App WOLKIG"."""
    return page.known.before.get(noun.lower.rpartition("-")[2]) == "product_before"


def _of_one(page: Page, at: int, head: int) -> bool:
    """ "Der Spielehersteller RIESE": behind a noun for one company that has its article, and no plural."""
    if at - 2 < head or page.words[at].lower.endswith(_PLURAL):
        return False
    opening = page.words[at - 2].lower
    return opening in page.known.determiners or opening in page.known.contractions


_PLURAL = ("n", "s", "er")


def _may_be_object(page: Page, at: int, head: int) -> bool:
    """ "weil der Konzern BATTERIEN bestellt", "will der Konzern WASSERSTOFF herstellen": a plural or stuff behind
    what must be the subject."""
    if (
        at - 3 < head
        or page.words[at - 2].lower != "der"
        or page.words[at - 1].lower.endswith(page.known.feminine_trades)
    ):
        return False
    before, known = page.words[at - 3], page.known
    said = before.lower in known.subordinating or before.lower in known.bracketing
    verb = not before.capital and not before.function and before.lower.endswith(_VERBAL)
    return said or verb or known.after.get(before.lower) == "acts"


def _are_goods(page: Page, at: int, head: int) -> bool:
    """ "kauft der Bremer Konzern BATTERIEN", "bestellt die Airline TRIEBWERKE": what somebody orders, behind a verb."""
    word, known = page.words[at], page.known
    if not word.lower.endswith(known.plural_endings) or not lexicon(known.language).ends_as(word.lower, "goods"):
        return False
    if at + 1 < len(page.words) and page.words[at + 1].capital and page.tokens.glued[at + 1]:
        return False  # "kauft die Kette REIFEN TAL"
    opening = at - 2
    while opening > head and _is_attribute(page.words[opening], known):
        opening -= 1
    if opening <= head or page.words[opening].lower not in known.determiners:
        return False
    before = page.words[opening - 1]
    return not before.capital and before.lower.endswith(_VERBAL)


def _explained(page: Page, at: int, head: int, last: int) -> bool:
    """Whether a rare noun stands behind another one in a phrase that cannot be two: before the verb of a main clause
    ("Die Staatsbahn Nordbane bestellt"), or behind a preposition and an article ("mit der App Wegzeit")."""
    word, before = page.words[at], page.words[at - 1]
    if not before.ordinary or word.organisation_noun or word.never or _unlike_name(page, word):
        return False
    if word.lower in page.known.common_words:
        return False
    opening = at - 2
    while opening > head and _is_attribute(page.words[opening], page.known):
        opening -= 1
    if opening < head:
        return False
    article = page.words[opening].lower
    if article in page.known.contractions:
        return True
    if article not in page.known.determiners:
        return False
    if opening > head:
        return page.words[opening - 1].lower in page.known.linking
    behind = page.words[at + 1] if at + 1 < last else None
    return behind is not None and not behind.capital and (behind.function or behind.lower.endswith(_VERBAL))


def _is_attribute(word: Word, known: Knowledge) -> bool:
    small = not word.capital and word.lower not in known.function_words
    return word.origin or (small and word.lower.endswith(_ATTRIBUTIVE))


_ATTRIBUTIVE = ("e", "en", "er", "es", "em")
"""Endings of adjectives before a noun."""


def _further(page: Page, end: int, last: int) -> int:
    """By how many tokens an apposed name goes on: by a word, "& Roe", a number ("der Sender Kanal 21")."""
    if end + 1 >= last or not page.tokens.glued[end + 1]:
        return 0
    word = page.words[end + 1]
    behind = page.words[end + 2] if end + 2 < last else None
    if word.text == "&" and behind is not None and behind.capital:
        return 2
    if word.text.isdigit() and len(word.text) < YEAR and not (behind and (behind.capital or behind.text == "%")):
        return 1
    return int(_belongs(page, end + 1))


def _belongs(page: Page, at: int) -> bool:
    """Does a word go on with an apposed name? Plural objects do not: "verkauft der Händler Stern Anteile"."""
    word = page.words[at]
    if word.lower in page.known.region_words:
        return at + 1 >= len(page.words) or page.words[at + 1].lower not in page.known.calendar
    if _is_numeral(page, at) or (word.name_word and word.never):
        return True
    if not word.capital or word.never or word.function or word.title or word.legal:
        return False
    if word.organisation_noun:
        return word.name_word  # "Rheinbogen Bank"
    return word.name or word.name_word or not word.lower.endswith(page.known.unlike_names)


def _is_numeral(page: Page, at: int) -> bool:
    """ "der Sender Kanal VIER": with a capital a number is part of a name."""
    word, noun = page.words[at], page.words[at - 1]
    return word.capital and word.lower in page.known.number_words and noun.lower not in page.known.counted


def bare_names(page: Page, taken: set[int]) -> set[Name]:
    """Runs of nouns that the text uses where an ordinary noun would have an article, and never with one.

    ``taken`` are the tokens that are names already. A run of two nouns without an article between is a name sooner than
    one noun is; so is a compound that no dictionary has.
    """
    if not page.known.noun_capitals:
        return set()
    shown: dict[Name, int] = {}
    nouns = [at for at, word in enumerate(page.words) if word.ordinary]
    for first, last in page.sentences:
        end = first - 1
        for at in nouns[bisect_left(nouns, first) : bisect_left(nouns, last)]:
            if at > end and (end := _run(page, at, last, taken)) >= at:
                name = tuple(word.text for word in page.words[at : end + 1])
                shown[name] = shown.get(name, 0) + _shown_at(page, at, end, first, last, taken)
    return {name for name, points in shown.items() if points >= _ENOUGH}


_ENOUGH = 2
_BEGINNING = frozenset(":–„«+|•")
_WITH_ARTICLE = -100


def _run(page: Page, at: int, last: int, taken: set[int]) -> int:
    """The last token of a run of nouns that could be a name, or ``at`` - 1."""
    if not _could_be_name(page, page.words[at]) or phrase(page, at, at + 1).lower() in page.known.double_nouns:
        return at - 1
    end = at
    while end + 1 < last and end - at < _LONGEST - 1 and end + 1 not in taken and page.tokens.glued[end + 1]:
        if joined := _joined_behind(page, end, last):
            return end + joined
        word = page.words[end + 1]
        if not word.capital or word.never or word.function or word.title or word.legal or _unlike_name(page, word):
            break
        end += 1
    return end


def _joined_behind(page: Page, end: int, last: int) -> int:
    """By how many tokens a noun goes on with "& Roe" or with a number: "KANAL 21", not "PLATZ 3"."""
    step = _further(page, end, last)
    if step == 1 and page.words[end + 1].text.isdigit():
        return int(page.words[end].lower not in page.known.counted)
    return step if step > 1 and not page.words[end + 2].never else 0


def _could_be_name(page: Page, word: Word) -> bool:
    known = page.known
    if word.function or word.never or word.title or word.origin or len(word.text) < 4 or "-" in word.text:
        return False
    if word.lower in known.organisation_nouns or word.lower in known.roles or word.lower in known.compound:
        return False
    if word.lower in known.stuff:
        return False
    return not _unlike_name(page, word) and (word.lower not in known.words or word.lower in known.nouns)


def is_rare(page: Page, name: Name) -> bool:
    """Two nouns side by side, or one that few texts have: "Perlmutt", not "Kapital"."""
    return len(name) > 1 or name[0].lower() not in page.known.common_words


def _unlike_name(page: Page, word: Word) -> bool:
    """Abstracts, stuff and plurals need no article."""
    return not word.name and (word.lower.endswith(page.known.abstract_endings) or is_plural(word.lower, page.known))


@lru_cache(maxsize=1 << 15)
def is_plural(lower: str, known: Knowledge) -> bool:
    """ "Anteile" is a plural since "Anteil" is a word, "Sättel" since "Sattel" is one; "Kastanie" is none."""
    stems = [lower[: -len(end)] for end in known.plural_endings if lower.endswith(end)]
    if (plain := lower.translate(PLAIN)) != lower and plain in known.nouns:
        return True
    return any(ordinary_word(stem, known) or ordinary_word(stem.translate(PLAIN), known) for stem in stems)


def _shown_at(page: Page, at: int, end: int, first: int, last: int, taken: set[int]) -> int:
    """How far a place shows a name: 2 and more is enough, below 0 forbids it."""
    behind = page.words[end + 1] if end + 1 < last else None
    if (behind is not None and behind.capital and page.tokens.glued[end + 1]) or _is_heading(page, last):
        return 0
    more = int(end > at or page.words[at].lower not in page.known.common_words)  # two nouns, or one that is rare
    if at == first or page.words[at - 1].text in _BEGINNING:
        if _is_explained_behind(page, end, last):
            return 2
        return _as_subject(page, behind, more, int(end > at or page.words[at].lower not in page.known.nouns))
    before = page.words[at - 1]
    if before.lower in page.known.determiners or before.lower in page.known.contractions:
        return _WITH_ARTICLE
    if not _inflected(page, before) and _is_explained_behind(page, end, last):
        return 2
    if more and _beside_verb(page, at, before, behind):
        return 2
    if page.known.after.get(before.lower) == "acts" or before.lower in page.known.subordinating:
        return 2 if behind is not None and behind.lower in page.known.object_articles else 0
    if at - 2 in taken and (before.lower == "und" or _is_between_names(page, at, end, taken)):
        return 2
    return _governed(page, at, first, more)


def _is_between_names(page: Page, at: int, end: int, taken: set[int]) -> bool:
    """Whether a noun stands in a list of names: "Norvik, KOMPASS und Tal beteiligen sich"."""
    behind = page.words[end + 1].text if end + 2 < len(page.words) else ""
    if page.words[at - 1].text != "," or (behind != "," and behind not in page.known.and_words):
        return False
    return end + 2 in taken or (behind == "," and page.words[end + 2].capital)


def _is_heading(page: Page, last: int) -> bool:
    """A line without a full stop: headings leave articles out."""
    return page.words[last - 1].text[-1].isalnum()


def _governed(page: Page, at: int, first: int, more: int) -> int:
    """Behind a preposition or the verb of a deal: "an", "Anteile an"; an adjective before says nothing."""
    before, known = page.words[at - 1], page.known
    if before.organisation_noun or (before.capital and not before.function):
        return 0
    if _inflected(page, before) or page.words[at].lower in known.bare_idioms:
        return 0
    two = f"{page.words[at - 2].lower} {before.lower}" if at > first + 1 else ""
    if known.before.get(two) in _SHOWING:
        return 2
    return 1 + more if before.lower in known.governing or known.before.get(before.lower) in _SHOWING else 0


def _inflected(page: Page, before: Word) -> bool:
    """Whether a word has an ending of adjectives, which say nothing before a noun."""
    known, lower = page.known, before.lower
    return lower.endswith(_ATTRIBUTIVE) and lower not in known.function_words and lower not in known.governing


def _beside_verb(page: Page, at: int, before: Word, behind: Word | None) -> bool:
    """ "hat WOHNWERK gekauft", "kauft WOHNWERK", "2019 kam WOHNWERK hinzu": a noun that can be counted would have an
    article there, as object or as subject."""
    known = page.known
    if page.words[at].lower in known.bare_idioms or (behind is not None and behind.capital):
        return False
    if before.lower in known.taking or before.lower in known.joining:
        return True
    inside = behind is not None and behind.lower in known.taking
    return inside and not _inflected(page, before) and before.lower not in known.linking


def _is_explained_behind(page: Page, end: int, last: int) -> bool:
    """ "hat BAGGERBRUDER, ein Verleih aus Ulm, bekommen": an apposition that says which kind of company it is."""
    if end + 2 >= last or page.words[end + 1].text != "," or page.words[end + 2].lower not in page.known.determiners:
        return False
    for word in page.words[end + 3 : min(end + 3 + _APPOSITION, last)]:
        if word.capital or not word.text.isalpha():
            return word.organisation_noun and word.lower not in page.known.roles
    return False


_APPOSITION = 5


def _as_subject(page: Page, behind: Word | None, more: int, unknown: int) -> int:
    """At the head of a sentence, before what companies do or before any verb."""
    if behind is None:
        return 0
    if page.known.after.get(behind.lower) == "acts":
        return 2
    verb = behind.lower.endswith(("t", "te", "ten")) and not behind.function and not behind.capital
    return 2 * more if verb else 2 * unknown if behind.text == "," else 0
