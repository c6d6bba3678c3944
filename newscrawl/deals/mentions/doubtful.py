"""Where a capital says nothing, at the head of a sentence and in headlines: what the rest of the text knows."""

from collections.abc import Iterable
from dataclasses import dataclass

from newscrawl.deals.mentions.bare_nouns import is_plural
from newscrawl.deals.mentions.first_words import opens_clause, opens_name
from newscrawl.deals.mentions.legal_runs import legal_behind
from newscrawl.deals.mentions.page import Candidate, Page, bare, closed, make_candidate, phrase
from newscrawl.deals.mentions.words import Word


@dataclass(frozen=True, slots=True)
class Inside:
    """Names found inside sentences: whole, and each word of them."""

    names: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, page: Page, candidates: Iterable[Candidate]) -> "Inside":
        heads = {head + 1 for head in page.heads}
        sure = [c for c in candidates if c.first not in heads or not _may_begin_before(page, c)]
        names = frozenset(phrase(page, c.first, last) for c in sure for last in _ends(page, c))
        return cls(names, frozenset(word for name in names for word in name.split()))


def _may_begin_before(page: Page, candidate: Candidate) -> bool:
    """Whether the word before, at the head of the sentence, could open the name."""
    return page.words[candidate.first - 1].capital and page.tokens.glued[candidate.first]


def _ends(page: Page, candidate: Candidate) -> tuple[int, ...]:
    """Where a name may end: with its legal form, and before it."""
    last = candidate.last
    while last > candidate.first and (page.words[last].legal or page.words[last].text in "&,."):
        last -= 1
    return (candidate.last, last) if last < candidate.last else (last,)


def settle_head(page: Page, head: int, last: int, here: list[Candidate], inside: Inside) -> list[Candidate]:
    """Decide about the first word of a sentence by what the rest of the text says about it."""
    word = page.words[head]
    if not word.capital or (word.name and not word.small) or (here and here[0].first <= head):
        return here
    follower = here[0] if here and here[0].first == head + 1 and page.tokens.glued[head + 1] else None
    if page.tokens.stops[head] > page.tokens.ends[head]:
        follower = None
    if follower:
        return [_joined_head(page, head, follower, inside), *here[1:]]
    if word.function or word.never or word.title or word.origin or word.legal or _is_counted_head(page, head):
        return here
    if len(word.text) > 1 and (_weak_head(page, head, last, inside) or _is_joined(page, head, here)):
        hints = ("initial", "ordinary") if page.known.noun_capitals else ("initial",)
        return [make_candidate(page, head, head, *hints), *here]
    return here


def _is_counted_head(page: Page, head: int) -> bool:
    """ "60 FILIALEN hat Norvik verkauft": several things, where nouns have capitals."""
    counted = head > 0 and page.words[head - 1].text.isdigit() and page.tokens.glued[head]
    return counted and page.known.noun_capitals and is_plural(page.words[head].lower, page.known)


def _joined_head(page: Page, head: int, follower: Candidate, inside: Inside) -> Candidate:
    word = page.words[head]
    whole, rest = phrase(page, head, follower.last), phrase(page, head + 1, follower.last)
    if whole in inside.names or f"{word.lower} {page.words[head + 1].lower}" in page.known.places:
        return make_candidate(page, head, follower.last)
    generic = follower.first == follower.last and page.words[follower.last].name_word  # "Gear GAMES", "Plan A GAMES"
    if page.known.noun_capitals or word.never or (rest in inside.names and not generic):
        return follower
    if not opens_name(page, head, follower.last):
        return follower
    return make_candidate(page, head, follower.last)


def _weak_head(page: Page, head: int, last: int, inside: Inside) -> bool:
    """A single doubtful word at the head: known from elsewhere, or in a place where a name stands."""
    word = page.words[head]
    if word.lower in inside.names:
        return True
    if word.lower in inside.words and not (
        word.organisation_noun or word.name_word or word.lower in page.known.generic_words
    ):
        return True
    if page.tokens.stops[head] > page.tokens.ends[head]:
        return True
    if word.organisation_noun or head + 1 >= last or (page.known.noun_capitals and word.lower in page.known.words):
        return False
    if page.known.noun_capitals and word.ordinary and word.lower.endswith(page.known.abstract_endings):
        return False  # "Hoffnung macht"
    return page.known.after.get(page.words[head + 1].lower) == "acts" or (
        not page.known.noun_capitals and opens_clause(page, head, last)
    )


def _is_joined(page: Page, head: int, here: list[Candidate]) -> bool:
    """ "AMAZON and Norvik will", "HENKEL und Norvik": a common noun would have an article or be a plural."""
    word, known = page.words[head], page.known
    if not here or here[0].first != head + 2 or page.words[head + 1].lower not in known.and_words:
        return False
    if word.organisation_noun or word.lower in known.roles or word.lower in known.compound:
        return False
    if word.lower.endswith((*known.abstract_endings, *known.common_endings)):
        return False
    return not known.noun_capitals or (word.ordinary and not is_plural(word.lower, known))


def scan_headline(page: Page, first: int, last: int, inside: Inside, kind: str) -> list[Candidate]:
    """In a headline a name is what the text knows as one, or words that are no ordinary ones."""
    found: list[Candidate] = []
    at = first
    if kind == "headline" and (end := _acting_head(page, first, last)) >= first:
        found.append(make_candidate(page, first, end, "headline"))
        at = end + 1
    while at < last:
        end = _known_run(page, at, last, inside)
        if end < at and kind == "headline":
            end = _strange_run(page, at, last)
        if end >= at:
            found.append(make_candidate(page, at, end, "headline"))
            at = end + 1
        else:
            at += 1
    return found


def _acting_head(page: Page, first: int, last: int) -> int:
    """The last token of who acts, at the head and right before a verb, though it be an ordinary word ("LANTERN Buys",
    "LANTERN to Buy"); ``first`` - 1 without one."""
    end = first
    while end < min(last, first + _ACTING) and _may_act(page, page.words[end]):
        end += 1
    behind = page.words[end + 1 if end < last and page.words[end].lower in ("to", "reportedly") else end : last][:1]
    acts = end > first and behind and behind[0].lower in page.known.headline_verbs | page.known.act_verbs
    return end - 1 if acts and not page.words[end - 1].organisation_noun else first - 1


def _may_act(page: Page, word: Word) -> bool:
    known = page.known
    no_name = word.function or word.never or word.title or word.origin or word.lower in known.headline_verbs
    return (
        word.capital
        and not no_name
        and not word.lower.endswith("ly")
        and word.lower not in known.roles
        and word.lower not in known.leading_adjectives
    )


_ACTING = 3
"""How many words the name of who acts has at most, if it is known by its place alone."""


def _known_run(page: Page, at: int, last: int, inside: Inside) -> int:
    """The last token of the longest name known from the text that begins here, or ``at`` - 1."""
    if not page.words[at].capital or bare(page.words[at]) not in inside.words:
        return at - 1
    for end in range(min(last, at + 6) - 1, at - 1, -1):
        if phrase(page, at, end) in inside.names:
            return end
    return at - 1


def _strange_run(page: Page, at: int, last: int) -> int:
    end = at - 1
    if page.words[at].given and at + 1 < last and _strange(page.words[at + 1]) and page.tokens.glued[at + 1]:
        end = at  # "pump group JOHN Welden"
    while end + 1 < last and _strange(page.words[end + 1]) and (end < at or page.tokens.glued[end + 1]):
        end += 1
        if closed(page, end):
            break
    if end >= at:
        while (
            end + 1 < last
            and page.tokens.glued[end + 1]
            and page.words[end + 1].capital
            and page.words[end + 1].name_word
        ):
            end += 1
        end = _legal_ahead(page, end, last) or legal_behind(page, end, last)
    return end


def _legal_ahead(page: Page, end: int, last: int) -> int:
    """The legal form that ends a name with ordinary words in it: "Corvane Underwriting GMBH"; 0 without one."""
    for at in range(end + 1, min(end + _ACTING + 1, last)):
        word = page.words[at]
        if word.legal and at > end + 1:
            return at
        if not page.tokens.glued[at] or not word.capital or word.lower in page.known.headline_verbs:
            return 0
    return 0


def _strange(word: Word) -> bool:
    return word.capital and (word.name or word.prefix > 0) and not (word.small and not word.special) and not word.origin
