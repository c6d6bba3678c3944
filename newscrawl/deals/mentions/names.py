"""Which strings of an article are names, and what each of them names."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from newscrawl.deals.mentions.candidates import find_candidates
from newscrawl.deals.mentions.cues import features, listed
from newscrawl.deals.mentions.entities import Group, fullest, group
from newscrawl.deals.mentions.evidence import STRONG, kind, score
from newscrawl.deals.mentions.knowledge import knowledge
from newscrawl.deals.mentions.model import Entity, Mention, Names, Naming
from newscrawl.deals.mentions.page import Candidate, Page, make_page
from newscrawl.deals.mentions.words import classified
from newscrawl.deals.sentences import Sentence

# From this score on an organisation vouches for its neighbours in a list.
_TELLS_NEIGHBOUR = 1.7
_UNSURE = frozenset({"initial", "headline", "ordinary", "bare"})

__all__ = ["STRONG", "Entity", "Mention", "Names", "find_names"]


def find_names(text: str, sentences: Sequence[Sentence], language: str, title: str | None = None) -> Names:
    """The names of organisations, persons, places and products in a text, weak candidates included.

    Args:
        text: the article's text.
        sentences: its sentences as ``split_sentences`` gives them.
        language: ISO 639-1 code of a language that has a folder.
        title: the headline; names in it gain evidence.

    Returns:
        Mentions in text order, none overlapping, offsets in code points into ``text``; and the entities they name,
        in the order of their first mention. ``STRONG`` is the score from which an organisation is well proved.

    Raises:
        FileNotFoundError: the language has no rules.
    """
    known = knowledge(language)
    page = make_page(text, sentences, known, classified(known))
    candidates = find_candidates(page)
    written = ((c.start, c.end, text[c.start : c.end]) for c in candidates)
    return Names(written, Naming(partial(_entities, page, candidates, title)))


def _entities(page: Page, candidates: list[Candidate], title: str | None) -> tuple[list[Entity], list[int]]:
    """What the candidates name, and which of them names what."""
    found = [features(page, candidate) for candidate in candidates]
    groups = group(page, candidates, found)
    _count(page, candidates, groups, title)
    _spread(page, candidates, groups)
    number_of = {member: number for number, one in enumerate(groups) for member in one.members}
    entities = [_entity(page, candidates, one) for one in groups]
    return entities, [number_of[number] for number in range(len(candidates))]


def _count(page: Page, candidates: list[Candidate], groups: list[Group], title: str | None) -> None:
    """Features of the whole document: how often, only at doubtful places, in the title."""
    low_title = f" {title.lower()} " if title else ""
    for found in groups:
        sure = any(_UNSURE.isdisjoint(candidates[m].hints) for m in found.members)
        found.features["inside"] = int(sure)
        found.features["capital"] = int(sure and not page.known.noun_capitals and not found.features["common_word"])
        if found.features["legal_form"]:
            found.features["model"] = 0  # "die F24 AG … die F24"
        found.features["repeated"] = int(len(found.members) > 1)
        found.features["often"] = int(len(found.members) > 3)
        found.features["in_title"] = int(any(" ".join(key) in low_title for key in found.keys)) if title else 0


def _spread(page: Page, candidates: list[Candidate], groups: list[Group]) -> None:
    """A name in a list with an organisation is likely one: "Audi, BMW und Daimler"."""
    of = {member: found for found in groups for member in found.members}
    pairs = _list_pairs(page, candidates)
    # Forward, then backward: what the first of a list is known to be reaches its last, and the other way round.
    for here, there in [(b, a) for a, b in pairs] + [(a, b) for a, b in reversed(pairs)]:
        what, points = kind(of[there].features), score(of[there].features)
        if what == "organisation" and points >= _TELLS_NEIGHBOUR:
            of[here].features["listed_with_organisation"] = 1
        elif what == "place":
            of[here].features["listed_with_place"] = 1


def _list_pairs(page: Page, candidates: list[Candidate]) -> list[tuple[int, int]]:
    """Neighbours in a list; two names with a mere comma between them are one only next to a third ("A, B und C")."""
    joined = [listed(page, a, b) for a, b in pairwise(candidates)]
    return [
        (n, n + 1)
        for n, how in enumerate(joined)
        if how == "and" or (how and any(joined[max(0, n - 1) : n] + joined[n + 1 : n + 2]))
    ]


def _entity(page: Page, candidates: list[Candidate], found: Group) -> Entity:
    name, aliases = fullest(page, candidates, found)
    fired = tuple(sorted(f for f, n in found.features.items() if n))
    return Entity(name, aliases, kind(found.features), score(found.features), fired)
