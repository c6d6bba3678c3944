"""Two names side by side that were read as one: "2014 kaufte NORVIK TALBROOK", "NORVIKS TALBROOK-Übernahme".

Where the verb stands second or last, who does it and whom it is done to may follow each other without a word between
them. The text tells it where it has each of them elsewhere, the grammar where nothing else can be the one or the other.
"""

from collections import Counter
from collections.abc import Iterator

from newscrawl.deals.mentions.page import Candidate, Page, make_candidate, phrase
from newscrawl.deals.mentions.words import Word

STOPS = frozenset(".,;:!?–")


def part_by_text(page: Page, found: list[Candidate]) -> list[Candidate]:
    """Cut a run of words in two where the text has each half elsewhere as a name, and the whole only here."""
    if not page.known.noun_capitals:
        return found
    seen = Counter(_written(page, c.first, last) for c in found for last in {c.last, _last_of_name(page, c)})
    return [half for c in found for half in _halves(page, c, seen)]


def _halves(page: Page, candidate: Candidate, seen: Counter[str]) -> list[Candidate]:
    first, last = candidate.first, candidate.last
    whole = first == last or page.words[first].given or seen[_written(page, first, last)] > 1
    if whole or not _ends_field(page, last) or _is_given(page, first, last):
        return [candidate]
    for k in range(first, last):
        left, right = _written(page, first, k), _written(page, k + 1, last)
        if seen[right] and _can_open(page.words[k + 1]) and (seen[left] or seen[left.removesuffix("s")]):
            return [make_candidate(page, first, k), make_candidate(page, k + 1, last)]
    return [candidate]


def _is_given(page: Page, first: int, last: int) -> bool:
    """Whether a name is being given here: "soll NORVIK TAL heißen", "unter dem Namen NORVIK TAL"."""
    around = (page.words[max(0, first - 1)], *page.words[last + 1 : last + 2])
    return any(word.lower in page.known.naming for word in around)


def _can_open(word: Word) -> bool:
    return word.name or word.prefix > 0


def _ends_field(page: Page, last: int) -> bool:
    """Whether a compound or a word in lower case that is no joint follows: "…-Übernahme", "… übernommen"."""
    if page.words[last].prefix or last + 1 >= len(page.words):
        return page.words[last].prefix > 0
    after = page.words[last + 1]
    return after.text.isalpha() and not after.capital and not after.function


def _last_of_name(page: Page, candidate: Candidate) -> int:
    """The last token without the legal form."""
    last = candidate.last
    while last > candidate.first and page.words[last].legal:
        last -= 1
    return last


def _written(page: Page, first: int, last: int) -> str:
    """The words as they are written, a compound cut to the name in it."""
    prefix = page.words[last].prefix
    return page.text[
        page.tokens.starts[first] : page.tokens.starts[last] + prefix if prefix else page.tokens.ends[last]
    ]


def part_by_verb(page: Page, found: list[Candidate]) -> list[Candidate]:
    """The candidates, those that are two names parted."""
    doubtful = {
        c.first
        for c in found
        if c.last > c.first and _opens_field(page, c.first) and not _is_given(page, c.first, c.last)
    }
    if not doubtful:
        return found
    names = frozenset(phrase(page, c.first, c.last) for c in found)
    return [
        part for c in found for part in (_parts(page, c, names) if c.first in doubtful and c.last > c.first else (c,))
    ]


def _parts(page: Page, candidate: Candidate, names: frozenset[str]) -> Iterator[Candidate]:
    first, last = candidate.first, candidate.last
    at = _parting(page, first, last, names)
    if not at:
        yield candidate
        return
    yield make_candidate(page, first, at - 1)
    yield make_candidate(page, at, last)


def _parting(page: Page, first: int, last: int, names: frozenset[str]) -> int:
    """Where the second name begins: where both or, with a verb that needs two, one is known; 0 if it is one name."""
    parts = [
        (phrase(page, first, at - 1) in names, phrase(page, at, last) in names) for at in range(first + 1, last + 1)
    ]
    both = next((n for n, known in enumerate(parts, first + 1) if all(known)), 0)
    if both or not _takes_two(page, first, last):
        return both
    one = next((n for n, known in enumerate(parts, first + 1) if any(known)), 0)
    alone = last == first + 1 and page.words[first].name and page.words[last].name
    return one or (last if alone and not page.words[first].given else 0)


def _opens_field(page: Page, first: int) -> bool:
    """Whether right behind the finite verb, or what opens a subordinate clause, a subject is still to come."""
    before = page.words[first - 1].lower if first else ""
    if before in page.known.subordinating:
        return True
    if before not in page.known.taking and before not in page.known.bracketing:
        return False
    begin = _clause_start(page, first)
    opening, last = page.words[begin], page.words[first - 2]
    if begin == first - 1 or opening.lower in page.known.fronted or opening.text[0].isdigit():
        return True
    return begin < first - 2 and last.lower in page.known.fronted_ends and not last.capital


def _clause_start(page: Page, at: int) -> int:
    start = next((first for first, last in page.sentences if first <= at < last), 0)
    while at > start and page.words[at - 1].text not in STOPS:
        at -= 1
    return at


def _takes_two(page: Page, first: int, last: int) -> bool:
    """Whether the verb of the clause asks for somebody and something, and nothing else behind the run is either."""
    behind = _behind(page, last)
    if not page.known.undergoing.isdisjoint(behind[-3:]):
        return False  # "weil Norvik Talbrook von Kodrex übernommen WURDE"
    opener = page.words[first - 1].lower
    closing = [word for word in behind[-2:] if word in page.known.taking]
    taken = opener in page.known.taking and opener not in page.known.bracketing
    return (taken or bool(closing)) and not _has_bare_noun(page, last + 1, last + 1 + len(behind))


def _behind(page: Page, last: int) -> list[str]:
    end = next((stop for first, stop in page.sentences if first <= last < stop), last + 1)
    words: list[str] = []
    for word in page.words[last + 1 : end]:
        if word.text in STOPS:
            break
        words.append(word.lower)
    return words


def _has_bare_noun(page: Page, first: int, end: int) -> bool:
    """Whether a noun without a preposition stands among the words."""
    governed = False
    for i in range(first, end):
        word, before = page.words[i], page.words[i - 1]
        if word.lower in page.known.linking or word.lower in page.known.contractions:
            governed = True
        elif word.lower in page.known.determiners:
            governed = governed and not before.capital
        elif word.capital and not word.never and (not governed or before.never):
            return True  # governed, but behind what never opens a name: "für 30 Millionen Euro TAL gekauft"
    return False
