"""Doubtful words that the text has shown to be names: their other places count too."""

from collections import Counter
from itertools import compress
from operator import attrgetter

from newscrawl.deals.mentions.bare_nouns import bare_names, is_rare
from newscrawl.deals.mentions.page import Candidate, Page, make_candidate, sentence_of
from newscrawl.deals.mentions.words import Word

_INFLECTIONS = ("e", "en", "er", "es", "em", "t", "n", "nd", "s", "ig", "lich", "isch")


def adopt(page: Page, found: list[Candidate]) -> list[Candidate]:
    """Once the text has shown that a doubtful word is a name, its other places count: "der Kartendienst Stern … bei
    Stern", "Dialekt Semiconductor … Dialekt", and brands in lower case."""
    wanted = (
        {page.words[c.first].text for c in found if _shows(page, c)} | _small_brands(page) | _genitives(page, found)
    )
    wanted |= {page.words[c.last].text for c in found if _shows_surname(page, c)}
    taken = {i for c in found for i in range(c.first, c.last + 1)}
    bare = {name for name in bare_names(page, taken) if name[0] not in wanted}
    if not wanted and not bare:
        return found
    whole = {_written(page, c) for c in found if "ordinary" in c.hints and _shows(page, c)}
    starts: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted([*bare, *whole, *((word,) for word in wanted)], key=len, reverse=True):
        starts.setdefault(name[0], []).append(name)
    more = []
    places = [i for i, word in enumerate(page.tokens.words) if word in starts]
    for i in places:
        first, last = sentence_of(page, i)
        for name in starts[page.words[i].text]:
            end = i + len(name) - 1
            here = _bare_place(page, i, first) or (name not in bare and _with_its_article(page, i, end))
            if end < last and _is_free(page, i, name, taken) and here:
                more.append(make_candidate(page, i, end, *_hints(page, name, bare)))
                taken.update(range(i, end + 1))
    return sorted(found + more, key=lambda c: c.start) if more else found


def _genitives(page: Page, found: list[Candidate]) -> set[str]:
    """ "SAPS neue Cloud", where the text names SAP: alone it would be the plural of an abbreviation."""
    ending = page.known.genitive_ending
    letters = {page.words[c.first].text for c in found if c.first == c.last and page.words[c.first].text.isupper()}
    return {f"{name}{ending}" for name in letters} if ending else set()


def _written(page: Page, candidate: Candidate) -> tuple[str, ...]:
    """The words of a candidate."""
    return tuple(page.words[i].text for i in range(candidate.first, candidate.last + 1))


def _hints(page: Page, name: tuple[str, ...], bare: set[tuple[str, ...]]) -> tuple[str, ...]:
    if name not in bare:
        return ("adopted",)
    return ("bare", "rare") if is_rare(page, name) else ("bare",)


def _is_free(page: Page, at: int, name: tuple[str, ...], taken: set[int]) -> bool:
    """Whether the words of a name stand here and belong to no other."""
    return all(page.words[at + n].text == word and at + n not in taken for n, word in enumerate(name))


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
    inflected = not before.capital and before.lower.endswith(("en", "er", "es", "em")) and not before.function
    return before.lower not in page.known.determiners and (not inflected or before.lower in page.known.governing)


def _with_its_article(page: Page, at: int, end: int) -> bool:
    """ "DIE Allianz kauft", once it is known to be a company; not "die Allianz DER Banken" or "MIT Norvik"."""
    if not at or end + 1 == len(page.words):
        return False
    known, before, behind = page.known, page.words[at - 1], page.words[end + 1]
    if before.lower not in known.feminine_articles or before.lower not in known.articles or behind.capital:
        return False
    return behind.lower not in known.articles and behind.lower not in known.linking


def _brands_after_article(page: Page, seen: dict[str, int]) -> set[str]:
    """ "Der Onlinehändler norviko kauft": article, noun for a company and a word that is none of the language."""
    if not page.known.noun_capitals:
        return set()
    return {
        word.text
        for i, word in enumerate(page.words)
        if word.text in seen
        and i > 1
        and page.words[i - 1].organisation_noun
        and page.words[i - 1].capital
        and page.tokens.glued[i]
        and page.words[i - 2].lower in page.known.determiners
        and not word.text.endswith(_INFLECTIONS)
    }


def _small_brands(page: Page) -> set[str]:
    """Words in lower case that are no words of the language and stand where a company does."""
    strange = [*compress(range(len(page.words)), map(attrgetter("strange"), page.words))]
    if not strange:
        return set()
    brands = {page.words[i].brand for i in strange if page.words[i].brand}
    strange = [i for i in strange if not page.words[i].brand]
    seen = Counter(page.words[i].text for i in strange)
    shown = _brands_after_article(page, {w: n for w, n in seen.items() if n > 1})
    endings = _INFLECTIONS if page.known.noun_capitals else _DERIVATIONS
    for i in strange:
        if _shows_brand(page, i, *sentence_of(page, i), seen[page.words[i].text], endings):
            shown.add(page.words[i].text)
    shown |= {w for w, n in seen.items() if n > 2 and page.known.noun_capitals and not w.endswith(_INFLECTIONS)}
    return (shown | brands) - page.known.function_words - page.known.links


def _shows_brand(page: Page, at: int, first: int, last: int, count: int, endings: tuple[str, ...]) -> bool:
    """Behind a noun for a company, at the head of a sentence, among the words of a deal; a word that the text has but
    once needs more: what a company does behind it, and no ending of verbs and adjectives."""
    word, before = page.words[at], page.words[at - 1] if at > first else None
    after = " ".join(w.lower for w in page.words[at + 1 : min(at + 3, last)])
    acts = "acts" in (page.known.after.get(after), page.known.after.get(after.partition(" ")[0]))
    strange = not word.lower.endswith(endings) or not word.text.isalpha()
    if before is None:
        return (count > 1 and last - first > 3) or (acts and strange)
    if not page.tokens.glued[at] or (at + 1 < last and _is_trade(page, at + 1)):
        return False
    if before.organisation_noun or (before.prefix and before.head in page.known.organisation_nouns):
        return count > 1 or strange or _is_apposed(page, at, first, last)
    two = f"{page.words[at - 2].lower} {before.lower}" if at > first + 1 else ""
    from_town = before.lower in page.known.governing and after.partition(" ")[0] == "aus" and page.known.noun_capitals
    if from_town:
        return True  # "die Gründer von fauxfilet aus Graz"
    if strange and page.known.noun_capitals and _is_bare_object(page, at, before, last):
        return True
    governed = page.known.before.get(two) in _DEALS or page.known.before.get(before.lower) in _DEALS
    return strange and (governed or (acts and count > 1))


def _is_apposed(page: Page, at: int, first: int, last: int) -> bool:
    """ "den Webhoster HOSTBERT an Land gezogen": behind an object no verb but a participle at the end may stand."""
    word, known = page.words[at].lower, page.known
    if not known.noun_capitals or at - 2 < first or at + 1 >= last or word.endswith("iert") or word.startswith("ge"):
        return False
    article = page.words[at - 2].lower
    is_object = article in known.object_cases or article in known.contractions
    return is_object and page.words[at + 1].text[0].isalpha() and not page.words[at + 1].capital


def _is_bare_object(page: Page, at: int, before: Word, last: int) -> bool:
    """ "arbeitet mit HURTIG zusammen", "hat HURTIG gekauft": no adjective, since no noun is behind it."""
    behind = page.words[at + 1] if at + 1 < last else None
    if behind is not None and behind.capital:
        return False
    governed = before.lower in page.known.governing or before.lower in page.known.taking
    return governed or (behind is not None and behind.lower in page.known.taking)


def _is_trade(page: Page, at: int) -> bool:
    """ "the CRYPTO exchange", "an adtech firm": what a company is, not how it is called."""
    word = page.words[at]
    return word.organisation_noun and not word.capital and page.tokens.glued[at]


_DEALS = frozenset({"deal_object", "part_of"})
_DERIVATIONS = (
    "ly",
    "ing",
    "ed",
    "s",
    "er",
    "able",
    "ness",
    "ment",
    "ism",
    "ist",
    "al",
    "ive",
    "ic",
    "ion",
    "ity",
    "ful",
    "ene",
    "ium",
    "ide",
    "ate",
    "mab",
    "nib",
)
