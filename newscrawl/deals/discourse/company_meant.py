"""Whom "it", "the company" or another noun for a company means: ways to read it, the surest first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.antecedents import (
    beside_opener,
    bought_before,
    bought_by_others,
    in_its_sentence,
    in_sentences_before,
    named_last_before,
    of_other_genders,
    of_the_text,
)
from newscrawl.deals.discourse.described import described_before
from newscrawl.deals.discourse.earlier_deals import (
    bought_in_sentence_before,
    buys_on,
    investors_before,
    owner_before,
    sold_in_sentence_before,
    told_with_the_same,
)
from newscrawl.deals.discourse.held_in_turn import bought_before_the_owner
from newscrawl.deals.discourse.introduced import introduced_before
from newscrawl.deals.discourse.labelled import labelled
from newscrawl.deals.discourse.meant_before import (
    BUYERS,
    Resolve,
    backed_beside,
    called_so_before,
    in_role_before,
    meant_by,
    noun_taken_up,
    sold_beside,
    sold_on,
)
from newscrawl.deals.discourse.moved_shares import whose_shares_move
from newscrawl.deals.discourse.one_or_several import may_be_several, people_before
from newscrawl.deals.discourse.prominence import most_prominent, named_only_behind, people_meant, taken_up
from newscrawl.deals.discourse.topics import organisations_in
from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import References, references


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A reference to a company, where it stands, and who cannot be meant."""

    filler: Filler
    role: str
    frame: Frame
    analysis: Analysis
    known: set[int]
    """Who has another role in the deal."""
    taken: set[int]
    """Those, and who cannot be meant by what the text tells of them."""
    label: int | None
    """The company that the text calls so."""
    resolve: Resolve

    @property
    def words(self) -> References:
        """How the language refers to companies."""
        return references(self.analysis.language)

    def free(self, entity: int | None) -> list[int] | None:
        """An entity, if there is one that may be meant."""
        return None if entity is None or entity in self.taken else [entity]


def company_meant(
    filler: Filler, role: str, frame: Frame, analysis: Analysis, taken: set[int], resolve: Resolve
) -> int | None:
    """The entity that a pronoun or noun takes up: by what was told of it, the subject of the same sentence before it,
    else of the sentences before, else the company that the text is about; None if nobody is meant."""
    if role == "target" and (behind := backed_beside(frame, analysis, resolve)) is not None:
        return behind
    known = taken | investors_before(frame, analysis) if role == "target" and frame.type in SHARED else taken
    if references(analysis.language).compounding:
        sold = sold_in_sentence_before(frame, analysis)
        if sold is not None and role == "target" and sold not in known:
            return sold
        known = known if sold is None else known | {sold}
    never = known | of_other_genders(filler, analysis) | beside_opener(filler, frame, analysis)
    asked = Asked(filler, role, frame, analysis, known, never, labelled(frame, analysis, known), resolve)
    for reading in READINGS:
        if (meant := reading(asked)) is not None:
            return meant[0] if meant else None
    return None


SHARED = ("funding", "stake")
"""Types of deals after which the target has its shareholders still."""


def _labelled_noun(asked: Asked) -> list[int] | None:
    return _labelled(asked) if asked.filler.reference == "company" else None


def _labelled(asked: Asked) -> list[int] | None:
    return None if asked.label is None else [asked.label]


def _latter(asked: Asked) -> list[int] | None:
    """ "Letzterer", "the latter"."""
    if asked.filler.word not in asked.words.latter:
        return None
    last = named_last_before(asked.frame, asked.analysis, asked.taken)
    return [] if last is None else [last]


def _introduced(asked: Asked) -> list[int] | None:
    new = introduced_before(asked.filler.start, asked.frame, asked.analysis, asked.taken)
    return None if new is None else [new]


def _owner(asked: Asked) -> list[int] | None:
    return asked.free(owner_before(asked.role, asked.frame, asked.analysis))


def _bought_before_the_owner(asked: Asked) -> list[int] | None:
    if asked.words.compounding:
        return None
    held = bought_before_the_owner(asked.filler, asked.role, asked.frame, asked.analysis)
    return None if held is None else asked.free(meant_by(held[0], "target", held[1], asked.analysis, asked.resolve))


def _handed_on(asked: Asked) -> list[int] | None:
    """What the sentence before says to be bought; nobody if that is a unit."""
    handed = bought_in_sentence_before(asked.filler, asked.role, asked.frame, asked.analysis)
    if handed is None:
        return None
    return [] if handed.unit else asked.free(handed.entity)


def _told_of(asked: Asked) -> list[int] | None:
    """Whom the text has told that of before: that they sell what was theirs, what they are, a deal of the same two."""
    filler, role, frame, analysis, taken = asked.filler, asked.role, asked.frame, asked.analysis, asked.known
    sold = sold_beside(filler, frame, analysis, asked.resolve) if role == "target" else None
    if sold is not None and sold not in taken:
        return [sold]
    if (described := _described(asked)) is not None:
        return [described]
    for told in _tellings(asked):
        if told is not None and told not in taken:
            return [told]
    return None


def _tellings(asked: Asked) -> Iterator[int | None]:
    """What else the text has told of somebody, where nouns have genders and are taken up by others."""
    filler, frame, analysis = asked.filler, asked.frame, asked.analysis
    if asked.words.compounding:
        yield called_so_before(filler, frame, analysis, asked.resolve)
        yield told_with_the_same(filler, asked.role, frame, analysis)
        yield sold_on(filler, frame, analysis, asked.resolve) if asked.role == "target" else None


def _described(asked: Asked) -> int | None:
    """Whom the text has called by the noun, or the people that the pronoun means by theirs ("die SCHWEDEN … SIE")."""
    filler, frame, analysis, taken = asked.filler, asked.frame, asked.analysis, asked.known
    described = described_before(filler, frame, analysis, taken)
    people = people_before(filler.start, frame, analysis) if may_be_several(filler, analysis) else ""
    if described is not None or not people:
        return described
    called = replace(filler, reference="company", word=people)
    described = described_before(called, frame, analysis, taken)
    if described is not None:
        return described
    later = named_only_behind(filler.start, analysis)
    return people_meant(called, frame, analysis, taken | later, bought_before(frame, analysis, asked.role))


def _people(asked: Asked) -> list[int] | None:
    """ "Die SCHWEDEN", "der MARKTFÜHRER"."""
    filler, words = asked.filler, asked.words
    if not words.compounding or not (words.is_people(filler.word) or filler.word in words.leading):
        return None
    bought = bought_before(asked.frame, asked.analysis, asked.role)
    meant = people_meant(filler, asked.frame, asked.analysis, asked.taken, bought)
    return [] if meant is None else [meant]


def _whose_shares_move(asked: Asked) -> list[int] | None:
    """Whom the sentence names behind, as whose shares the news moves: "Talk that Tal may buy THE COMPANY lifted shares
    of NORVIK"."""
    if asked.role != "target" or asked.frame.sentence not in asked.analysis.phrases:
        return None
    moved = whose_shares_move(asked.frame, asked.analysis)
    return None if moved is None or moved.start < asked.filler.start else asked.free(moved.entity)


def _in_its_sentence(asked: Asked) -> list[int] | None:
    here = in_its_sentence(asked.filler, asked.role, asked.frame, asked.analysis, asked.taken)
    return None if here is None else [here]


def _impersonal(asked: Asked) -> list[int] | None:
    """ "Man": the company that its sentence names last, else the one that the text is about."""
    if asked.filler.word not in asked.words.impersonal:
        return None
    named = organisations_in(asked.analysis, asked.frame.sentence, len(asked.analysis.text))
    later = [entity for entity in named if entity not in asked.taken]
    meant = later[-1] if later else most_prominent(asked.filler, asked.frame, asked.analysis, asked.taken)
    return [] if meant is None else [meant]


def _noun_before(asked: Asked) -> list[int] | None:
    """Whom the noun means that a pronoun takes up."""
    if not asked.words.compounding or asked.filler.reference != "one":
        return None
    noun = taken_up(asked.filler, asked.frame, asked.analysis)
    if noun is None or (noun.entity is not None and noun.entity in asked.known):
        return None
    meant = noun_taken_up(noun, asked.role, asked.frame, asked.analysis, asked.known, asked.resolve)
    return [] if meant is None else [meant]


def _in_role_before(asked: Asked) -> list[int] | None:
    if not asked.words.compounding:
        return None
    return asked.free(in_role_before(asked.filler, asked.frame, asked.analysis, asked.resolve))


def _prominent(asked: Asked) -> list[int] | None:
    """The most prominent of those before, rather one that others have not bought."""
    filler, role, frame, analysis, taken = asked.filler, asked.role, asked.frame, asked.analysis, asked.taken
    if not asked.words.compounding:
        return None
    for others in (taken | bought_by_others(filler, role, frame, analysis), taken):
        if (prominent := most_prominent(filler, frame, analysis, others, role in BUYERS)) is not None:
            return [prominent]
    return None


def _buys_on(asked: Asked) -> list[int] | None:
    return asked.free(buys_on(asked.role, asked.frame, asked.analysis))


def _before(asked: Asked) -> list[int] | None:
    """Who is the subject of the sentences before, else the company that the text is about."""
    frame, analysis, taken = asked.frame, asked.analysis, asked.taken
    bought = bought_before(frame, analysis) if asked.role == "acquirer" else set()
    before = in_sentences_before(frame, analysis, taken, bought)
    meant = of_the_text(asked.filler, frame, analysis, taken, bought) if before is None else before
    return None if meant is None else [meant]


READINGS: tuple[Callable[[Asked], list[int] | None], ...] = (
    _labelled_noun,
    _latter,
    _introduced,
    _owner,
    _bought_before_the_owner,
    _handed_on,
    _told_of,
    _people,
    _whose_shares_move,
    _in_its_sentence,
    _labelled,
    _impersonal,
    _noun_before,
    _in_role_before,
    _prominent,
    _buys_on,
    _before,
)
"""Each gives the entity that is meant, none if it is sure that nobody is, None if it cannot say."""
