"""Pronouns that may mean one or several: only the verb tells ("sie kauft", "sie kaufen")."""

import re

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.topics import WORD
from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.numbers import numbers, words_before
from newscrawl.deals.mentions.references import references
from newscrawl.deals.syntax.lexicon import lexicon


def may_be_several(filler: Filler, analysis: Analysis) -> bool:
    """ "sie": of one or of several, as the verb says."""
    return filler.word in references(analysis.language).one_or_several


def people_before(start: int, frame: Frame, analysis: Analysis) -> str:
    """Those from somewhere in the sentence before, whom "sie" takes up: "Für DIE HOLLÄNDER war es teuer. 2006 hatten
    sie Tal gekauft"; empty without any."""
    first = analysis.sentences[max(0, frame.sentence - 1)].start
    words = list(WORD.finditer(analysis.text, first, start))
    known = references(analysis.language)
    behind = (b for a, b in zip(words[-2::-1], words[:0:-1], strict=True) if a[0].lower() in known.definite)
    people = (b[0].lower() for b in behind if not ATTRIBUTE.match(analysis.text, b.end()))
    return next((word for word in people if known.is_people(word) and not known.is_a(word, "nouns")), "")


ATTRIBUTE = re.compile(r" [A-ZÄÖÜ]")
"""What stands behind a word for people that only says where something is: "die DEUTSCHEN Häfen"."""


def is_plural(frame: Frame, analysis: Analysis) -> bool:
    """Whether the finite verb of a frame's clause is a plural, as behind "sie" that means several."""
    group = frame.group
    if group is None or group.clause < 0:
        return False
    own = [p for p in analysis.phrases[frame.sentence] if p.kind == "VG" and p.clause == group.clause]
    auxiliaries = [t for p in own for t in p.tokens if t.tag in "BHOW"]
    helpers = [t for t in auxiliaries if not t.is_a("infinite")] or auxiliaries  # "WERDEN sie verkauft"
    finite = helpers[0] if helpers else group.head
    if not (helpers or group.form in ("present", "past")) or not (finite.low.endswith("en") or finite.low == "sind"):
        return False
    before = analysis.sentences[max(0, frame.sentence - 1)]
    words = references(analysis.language)
    told = WORD.findall(analysis.text, before.start, frame.start)
    return not any(words.is_people(w.lower()) for w in told if w[0].isupper())


def counted(filler: Filler, frame: Frame, analysis: Analysis) -> int | None:
    """How many "the THREE companies" are."""
    before = words_before(analysis.text, filler.start, analysis.sentences[frame.sentence].start)
    if lexicon(analysis.language).is_a(filler.word, "threesome"):
        return 3  # "das TRIO"
    counted = numbers(analysis.language).value(before[-1][1]) if before else None
    return int(counted) if counted is not None else None
