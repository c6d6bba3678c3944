"""Which phrases make up a clause, where commas set clauses, appositions and asides into each other (German)."""

from dataclasses import dataclass, field

from newscrawl.deals.syntax.phrases import Phrase

BREAKS = frozenset(",;:()[]–—-")
DASHES = "–—-"
FINITE = frozenset(("present", "past"))
VERB_FINAL = frozenset(("relative", "subordinate"))


@dataclass(slots=True)
class Clause:
    """A clause as it is put together; ``own`` are its phrases so far."""

    number: int
    kind: str
    own: list[Phrase] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether its finite verb is still to come."""
        return not _has_finite(self.own)

    @property
    def waits(self) -> bool:
        """Whether an auxiliary stands in it whose participle or infinitive is still to come."""
        groups = [p for p in self.own if p.kind == "VG"]
        return bool(groups) and all(g.verb is None for g in groups)


def divide(phrases: list[Phrase]) -> None:
    """Give every phrase the number of its clause: what stands between commas is a clause of its own, interrupts one or
    goes on with it. Phrases without a verb between commas are appositions of the clause before."""
    division = _Division(phrases)
    for segment in _segments(phrases):
        division.take(segment, kind_of(segment))


class _Division:
    """Segments are taken one by one; ``stack`` holds the clauses that may go on, the innermost last."""

    def __init__(self, phrases: list[Phrase]) -> None:
        self.phrases = phrases
        self.stack: list[Clause] = []
        self.count = 0
        self.pending: list[list[Phrase]] = []
        """Segments without a verb since the last clause that has one; an infinitive may claim the first."""
        self.last: Clause | None = None
        self.joint = ""
        self.aside = False
        """Whether an aside has just ended, so that what it interrupts goes on."""
        self.adverbial = False
        """Whether one that says when or where has: "kaufte 2006, AUF DEM GIPFEL DES BOOMS, den Rivalen Tal"."""

    def take(self, segment: list[Phrase], kind: str) -> None:
        """Find the clause of the next segment."""
        if kind == "joint":
            self._joint(segment[0])
            return
        if kind == "finite" and self.joint == "," and not self._open_verb_final() and _is_reduced(segment):
            segment[-1].form, kind = "participle", "open"
        getattr(self, f"_{kind}")(segment)
        self.adverbial = kind == "apposition" and self.joint == "," and bool(segment[0].preposition)
        self.joint = ""
        self.aside = kind == "relative" or segment[0].apposed or _is_elliptic(segment)

    def _joint(self, phrase: Phrase) -> None:
        phrase.clause = self.stack[-1].number if self.stack else 0
        self.joint += phrase.kind
        if phrase.kind in ":;" or (phrase.kind in DASHES and self._is_label(phrase)):
            self.stack, self.pending = [], []

    def _is_label(self, dash: Phrase) -> bool:
        """Whether what stands before a dash is a dateline or a label, so that a sentence begins behind it."""
        closing = any(p.kind in DASHES for p in self.phrases[dash.index + 1 :] if p.kind in BREAKS)
        return not closing and bool(self.stack) and self.stack[0].is_open

    def _new(self, kind: str, segment: list[Phrase]) -> Clause:
        clause = Clause(self.count, kind)
        self.count += 1
        self._give(clause, segment)
        return clause

    def _give(self, clause: Clause, segment: list[Phrase], apposed: bool = False) -> None:
        for phrase in segment:
            phrase.clause, phrase.apposed = clause.number, phrase.apposed or apposed
        if not apposed:
            clause.own += segment
        self.last = clause

    def _relative(self, segment: list[Phrase]) -> None:
        if self._goes_on(segment):
            _read_as_article(segment)
            (self._finite if self._open_verb_final() else self._open)(segment)
            return
        clause = self._new("relative", segment)
        if clause.is_open:
            self.stack.append(clause)

    def _goes_on(self, segment: list[Phrase]) -> bool:
        """Whether behind an aside the clause around it goes on with an article that looked like a relative pronoun:
        "nachdem die Norvik AG, ein Anbieter, DIE Tal GmbH übernommen hat"."""
        if len(segment) < 3 or segment[0].preposition:
            return False
        if self._open_verb_final() and self.joint == ",":
            return _is_verb_final(segment) and (self.aside or not self._is_closed_behind(segment))
        if not self.aside:
            return False
        later = [p for p in self.phrases[segment[-1].index + 1 :] if p.kind == "VG"]
        return any(c.waits for c in self.stack) and _can_close_all(segment) and not any(map(_can_close, later))

    def _is_closed_behind(self, segment: list[Phrase]) -> bool:
        """Whether a verb further behind closes a clause that is open before a segment: "dass Norvik, die Tal gekauft
        hat, ihre Gewinne VERDOPPELTE"."""
        behind = _segments(self.phrases, segment[-1].index + 1)
        return any(kind_of(part) == "finite" and _is_verb_final(part) for part in behind)

    def _open_verb_final(self) -> bool:
        return bool(self.stack) and self.stack[-1].kind in VERB_FINAL

    def _subordinate(self, segment: list[Phrase]) -> None:
        clause = self._new("subordinate", segment)
        if clause.is_open and not _is_elliptic(segment):
            self.stack.append(clause)

    def _finite(self, segment: list[Phrase]) -> None:
        final = _is_verb_final(segment)
        if final and self.joint == "&" and self.last is not None and self.last.kind in VERB_FINAL:
            self._new(self.last.kind, segment)
            return
        if final and self.stack and self.stack[-1].kind in VERB_FINAL:
            self._give(self.stack.pop(), segment)
            return
        while self.stack and self.stack[-1].kind in VERB_FINAL:
            self.stack.pop()
        main = self.stack[-1] if self.stack else None
        self.pending = []
        if main is not None and (main.is_open or (main.waits and _can_close_all(segment))):
            self._give(main, segment)
            return
        self.stack = [clause for clause in self.stack if clause.waits]
        self.stack.append(self._new("main", segment))

    def _open(self, segment: list[Phrase]) -> None:
        """A participle or infinitive without its auxiliary closes the bracket of a clause that waits for it."""
        for clause in reversed(self.stack):
            if clause.waits:
                del self.stack[self.stack.index(clause) + 1 :]
                self._give(clause, segment)
                return
        if self.stack and not self.stack[-1].is_open and not (self.joint == "," and _is_reduced(segment)):
            self._give(self.stack[-1], segment)
            return
        clause = self._new("participle", segment)
        if not self.stack:
            self.stack.append(clause)

    def _infinitive(self, segment: list[Phrase]) -> None:
        """ "plant, die Tal GmbH, einen Hersteller, zu kaufen": the infinitive claims the object before the aside."""
        clause = Clause(self.count, "infinitive")
        self.count += 1
        is_list = [p.kind for p in segment[:3]] == [
            "NP",
            "&",
            "NP",
        ]  # "Tal mit den Marken Hull, FORD UND BERG zu kaufen"
        if self.pending and (is_list or not any(p.kind == "NP" and not p.preposition for p in segment)):
            for part in self.pending if is_list else self.pending[:1]:
                for phrase in part:
                    phrase.apposed = False
                self._give(clause, part)
        self._give(clause, segment)
        self.pending = []

    def _apposition(self, segment: list[Phrase]) -> None:
        if not self.stack:
            self.stack.append(self._new("main", segment))
            return
        top = self.stack[-1]
        first = next((p for p in segment if not p.inner), segment[0])
        explains = not (first.preposition or first.is_measure or first.kind == "&" or self._goes_on_behind(first))
        explains = explains and not self._ends_list(segment)
        end = self._end_of_list(segment) if explains else 0
        self._give(top, segment[:end], apposed=explains)
        self._give(top, segment[end:])
        self.pending.append(segment)

    def _end_of_list(self, segment: list[Phrase]) -> int:
        """How many phrases of a segment end a list of names begun before its comma, behind which the clause goes on:
        "Im Mai gingen Tal, HULL UND FORD an Norvik"; all of them, where it is no such list."""
        names = [*self._before_comma(segment), segment[0], *segment[2:3]]
        listed = len(names) == NAMES and all(p.kind == "NP" and p.names for p in names) and segment[1].kind == "&"
        return NAMES if listed and not any(p.preposition for p in names[1:]) else len(segment)

    def _before_comma(self, segment: list[Phrase]) -> list[Phrase]:
        """The phrase before the comma that a segment stands behind; none if it opens the sentence."""
        first = segment[0].index
        return self.phrases[first - 2 : first - 1] if first > 1 else []

    def _ends_list(self, segment: list[Phrase]) -> bool:
        """Whether a segment ends a list of names, with one in it that has none: "Norvik, EINE BANK UND TAL geben Geld";
        what explains a name has a comma behind it, or is somebody's ("… eine Tochter der Konzerne TAL UND HULL,")."""
        before = self._before_comma(segment)
        if [p.kind for p in segment[:NAMES]] != ["NP", "&", "NP"] or not before or segment[0].names:
            return False
        if segment[0].of is not None and segment[0].of.names:
            return False
        return (
            before[0].kind == "NP" and before[0].head.tag == segment[2].head.tag == "E" and not segment[2].preposition
        )

    def _goes_on_behind(self, first: Phrase) -> bool:
        """Whether an aside has just ended, and what follows explains nothing in it: a dative may do so ("mit der Firma
        Tal, EINEM ANBIETER VON SOFTWARE")."""
        return self.aside or (self.adverbial and "accusative" in first.cases)


NAMES = 3
"""How many names make a list, and how many phrases the last two and their "und" are."""


def _is_reduced(segment: list[Phrase]) -> bool:
    """Whether nothing but prepositions, dates and a participle stand in a segment: "Tal, 2014 AN NORVIK VERKAUFT,
    wächst"."""
    *before, verb = [p for p in segment if p.kind != "."]
    return (
        bool(before)
        and _can_close_as(verb, "participle")
        and all(p.kind == "NP" and (p.preposition or p.is_measure or p.head.text.isdigit()) for p in before)
        and any(p.preposition for p in before)
    )


def _is_elliptic(segment: list[Phrase]) -> bool:
    """Whether a subordinate clause leaves out its subject and finite verb: "WIE ERWARTET", "wie vom Amt VERLANGT"."""
    first, *rest = [p for p in segment if p.kind != "."]
    return (
        first.kind == "S"
        and bool(rest)
        and _can_close_as(rest[-1], "participle")
        and all(p.kind == "NP" and bool(p.preposition or p.is_measure) for p in rest[:-1])
    )


def _read_as_article(segment: list[Phrase]) -> None:
    """Give the noun behind what looked like a relative pronoun its article back."""
    pronoun, noun = segment[0], segment[1]
    pronoun.relative, pronoun.antecedent, pronoun.inner = False, None, True
    if noun.kind == "NP" and noun.determiner is None and not noun.preposition:
        noun.determiner, noun.cases = pronoun.head, pronoun.head.marks


def beyond(phrases: list[Phrase], i: int) -> int:
    """The index of the phrase behind the one at ``i``, an aside between commas left out ("Norvik, ein Anbieter, |")."""
    k = i + 1
    if k + 1 < len(phrases) and phrases[k].kind in BREAKS and _is_aside(phrases[k + 1], phrases[i]):
        while k < len(phrases) and (phrases[k].kind in BREAKS or _is_aside(phrases[k], phrases[i])):
            k += 1
    return k


def _is_aside(phrase: Phrase, host: Phrase) -> bool:
    return phrase.apposed or phrase.clause != host.clause


def _segments(phrases: list[Phrase], start: int = 0) -> list[list[Phrase]]:
    """Cut all phrases of a sentence from an index on at commas and the like, and at an "und" behind which another
    finite verb, or infinitive with its object, follows."""
    segments: list[list[Phrase]] = []
    current: list[Phrase] = []
    for phrase in phrases[start:]:
        inside = phrase.kind == "C" and bool(current) and current[-1].kind == "VG"  # "wurde JEDOCH von Tal übernommen"
        joins = phrase.kind in "&C" and not inside
        cut = phrase.kind in BREAKS or (
            joins
            and (
                _infinitive_follows(phrases, phrase)
                or (_has_finite(current) and _finite_follows(phrases, phrase, _waits(current)))
            )
        )
        if cut:
            segments += [current, [phrase]] if current else [[phrase]]
            current = []
        else:
            current.append(phrase)
    return [*segments, current] if current else segments


def _waits(segment: list[Phrase]) -> bool:
    groups = [p for p in segment if p.kind == "VG"]
    return bool(groups) and all(g.verb is None for g in groups)


def _finite_follows(phrases: list[Phrase], joint: Phrase, waits: bool) -> bool:
    for phrase in phrases[joint.index + 1 :]:
        if phrase.kind in BREAKS:
            return False
        if phrase.kind == "VG" and is_finite(phrase):
            return not (waits and _can_close(phrase))
    return False


def _infinitive_follows(phrases: list[Phrase], joint: Phrase) -> bool:
    """ "A zu stärken UND B an Norvik zu verkaufen": an infinitive before, another one with its object behind."""
    if not joint.index or not _is_to_infinitive(phrases[joint.index - 1]):
        return False
    behind = phrases[joint.index + 1 : joint.index + 2]
    if not behind or behind[0].kind != "NP" or behind[0].preposition or behind[0].is_measure:
        return False
    verb = next((p for p in phrases[joint.index + 1 :] if p.kind == "VG" or p.kind in BREAKS), None)
    return verb is not None and verb.kind == "VG" and _is_to_infinitive(verb)


def _is_to_infinitive(phrase: Phrase) -> bool:
    return phrase.kind == "VG" and (phrase.form == "to_infinitive" or phrase.helper("2"))


def _can_close(group: Phrase) -> bool:
    """Whether a verb alone can be the participle or infinitive that closes a bracket ("erhalten", "beteiligt")."""
    return _can_close_as(group, "participle", "infinitive")


def _can_close_as(group: Phrase, *forms: str) -> bool:
    alone = all(t.tag == "X" for t in group.helpers)  # "nicht kaufen"
    return group.kind == "VG" and alone and any(r.form in forms for r in group.head.verbs)


def _can_close_all(segment: list[Phrase]) -> bool:
    return all(_can_close(p) for p in segment if p.kind == "VG")


def is_finite(group: Phrase) -> bool:
    """Whether a verb group holds the finite verb of its clause, be it an auxiliary alone."""
    tokens = group.tokens
    if len(tokens) > 1 and tokens[-2].tag == "2" and tokens[-1].tag in "BHOW":
        return False  # "kaufen zu wollen"
    return group.form in FINITE or any(t.tag in "BHOW" and not t.is_a("infinite") for t in tokens)


def _has_finite(segment: list[Phrase]) -> bool:
    return any(p.kind == "VG" and is_finite(p) for p in segment)


def _is_verb_final(segment: list[Phrase]) -> bool:
    """Whether the finite verb stands last, adverbs and the full stop aside."""
    whole = [p for p in segment if p.kind != "."]
    return whole[-1].kind == "VG" and is_finite(whole[-1]) and not _has_finite(whole[:-1])


def kind_of(segment: list[Phrase]) -> str:
    """What a segment between two commas is: ``joint``, ``relative``, ``subordinate``, ``finite``, ``infinitive``,
    ``open`` (a participle or infinitive alone) or ``apposition`` (no verb)."""
    first = segment[0]
    if len(segment) == 1 and first.kind in BREAKS | {"&", "C", "."}:
        return "joint"
    opener = segment[1] if first.kind == "P" and len(segment) > 1 else first
    if opener.kind == "L" or (opener.kind == "NP" and opener.relative):
        return "relative"
    if first.kind == "S":
        return "subordinate"
    if _has_finite(segment):
        return "finite"
    groups = [p for p in segment if p.kind == "VG"]
    if any(map(_is_to_infinitive, groups)):
        return "infinitive"
    return "open" if groups else "apposition"


def aside_before(phrases: list[Phrase], at: int) -> range | None:
    """Where the relative clause behind a name stands that has ended right before the verb of the clause of the phrase
    at ``at``: "Norvik, WHOSE BID FOR TAL FAILED, bought Kodrex"; what it says is not said of what the verb tells."""
    number = phrases[at].clause
    for verb in phrases[2 : at + 1]:
        end = verb.index - 1
        if verb.kind != "VG" or verb.clause != number or phrases[end].kind != ",":
            continue
        begin = next((p.index for p in reversed(phrases[:end]) if p.kind == "," and p.clause == number), None)
        if not begin or begin + 1 == end or not phrases[begin - 1].names:
            continue
        if _is_relative(phrases[begin + 1 : end]):
            return range(phrases[begin].start, phrases[end].start)
    return None


def _is_relative(segment: list[Phrase]) -> bool:
    """Whether a segment is a relative clause, be it one that begins with whose it is: "WHOSE bid failed"."""
    determiner = segment[0].determiner
    return kind_of(segment) == "relative" or (determiner is not None and determiner.is_a("relative"))


def clause_of(phrases: list[Phrase], phrase: Phrase) -> list[Phrase]:
    """All phrases of the clause that ``phrase`` belongs to."""
    return [p for p in phrases if p.clause == phrase.clause and p.kind not in BREAKS and not p.inner]
