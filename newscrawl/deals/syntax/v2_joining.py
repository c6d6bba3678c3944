"""Which noun phrases belong together: joined by "und", members of a group, names behind what explains them (German)."""

from newscrawl.deals.syntax.clauses import beyond, clause_of
from newscrawl.deals.syntax.phrases import Phrase, Phrases


def _standing_for(phrase: Phrase) -> Phrase:
    """The phrase itself, or for a relative pronoun its antecedent with the pronoun's case."""
    whom = phrase.antecedent
    if whom is None:
        return phrase
    return Phrase("NP", whom.tokens, determiner=whom.determiner, owner=whom.owner, of=whom.of, cases=phrase.cases,
        index=phrase.index, preposition=phrase.preposition, relative=True, explained=whom.explained)  # fmt: skip


def bare_groups(phrases: Phrases, own: list[Phrase]) -> list[list[Phrase]]:
    """The noun phrases without a preposition, joined ones together, appositions, dates and measures left out."""
    found: list[list[Phrase]] = []
    seen = {
        p.index
        for phrase in own
        if phrase.preposition and not phrase.apposed
        for p in joined_with(phrases, phrase.index)
    }
    alone: set[int] = set()
    for phrase in own:
        if (
            phrase.kind == "NP"
            and not (phrase.preposition or phrase.apposed or _is_span(phrase) or _is_share(phrase))
            and phrase.index not in seen
            and not _shares_preposition(phrases, phrase)
            and not (phrase.relative and "possessive" in phrase.cases)  # "DEREN Übernahme Norvik besiegelt hat"
        ):
            listed = [phrase] if phrase.index in alone else _listed_from(phrases, phrase.index)
            joined = _if_joined(phrases, listed)
            if len(joined) < len(listed) and phrase.names:
                alone |= {p.index for p in listed}  # each begins the rest of the same list, which has no "und"
            seen |= {p.index for p in joined}
            if not (phrase.is_measure and phrase.head.tag in "TU"):
                found.append(who_is_meant(phrases, joined))
    return found


def _shares_preposition(phrases: Phrases, phrase: Phrase) -> bool:
    """Whether a bare noun behind "und" goes with the preposition before it: "von der Norvik AG und PRIVATANLEGERN"."""
    if phrase.index < MIN_LIST or phrases[phrase.index - 1].kind != "&":
        return False
    if _is_dated_like(phrases, phrase) or phrase.determiner is not None:
        return _is_dated_like(phrases, phrase)
    before = phrases[phrase.index - 2]
    linked = before.kind == "NP" and bool(before.preposition) and bool(before.names)
    return linked and phrase.head.tag == "N" and not (phrase.names or phrase.is_measure or phrase.apposed)


def _is_dated_like(phrases: Phrases, phrase: Phrase) -> bool:
    """Whether a noun behind "und" has a date as the one with a preposition before it has: "nach Norvik im Mai und TAL
    im Juli"."""
    if phrase.index <= MIN_LIST or phrase.index + 1 >= len(phrases):
        return False
    before, date, behind = phrases[phrase.index - 3], phrases[phrase.index - 2], phrases[phrase.index + 1]
    dated = date.head.tag == "T" and any(token.tag == "T" for token in behind.tokens)
    return dated and before.kind == "NP" and bool(before.preposition)


def _is_span(phrase: Phrase) -> bool:
    """A time or manner without a preposition: "ANFANG der achtziger Jahre", "WENIGE JAHRE nach der Gründung", "SCHLAG
    auf Schlag", "SCHWEREN HERZENS"."""
    alone = phrase.determiner is None and len(phrase.tokens) == 1
    begins = alone and (phrase.head.is_a("spans") or phrase.head.is_a("ways"))
    genitive = phrase.cases == {"genitive"} and not phrase.names and phrase.determiner is None
    return begins or genitive or phrase.head.is_a("times")


def _is_share(phrase: Phrase) -> bool:
    """A bare number, whose noun is said behind another one: "an der Norvik 40 und Tal 60 Prozent halten"."""
    return len(phrase.tokens) == 1 and phrase.head.text.isdigit() and phrase.determiner is None


def _may_be_share(phrase: Phrase) -> bool:
    """ "Norvik 40 und Tal 60 Prozent", "Norvik ZU 45 PROZENT sowie Tal", "Norvik MIT 51 PROZENT und Tal"."""
    is_percent = phrase.head.tag == "%" and phrase.is_measure
    return (is_percent and phrase.preposition in ("", "zu", "mit")) or (not phrase.preposition and _is_share(phrase))


def who_is_meant(phrases: Phrases, joined: list[Phrase]) -> list[Phrase]:
    """Who joined noun phrases mean: names behind a comma, members of a group, antecedents of pronouns."""
    meant = [with_its_name(phrases, p) for phrase in joined for p in _members(phrases, phrase)]
    return [one for phrase in meant for one in (*_before_antecedent(phrases, phrase), _standing_for(phrase))]


def _before_antecedent(phrases: Phrases, pronoun: Phrase) -> list[Phrase]:
    """Of a list that a relative pronoun of a plural verb stands for, the names before its antecedent: "gehört NORVIK
    und Tal, die es 2012 kauften"."""
    if (antecedent := pronoun.antecedent) is None:
        return []
    at = next((p.index for p in phrases if p is antecedent), 0)
    if at < MIN_LIST or phrases[at - 1].kind != "&" or not _is_of_several(phrases, pronoun):
        return []
    names: list[Phrase] = []
    joint = at - 1
    while joint > 0 and phrases[joint].kind in ("&", ",") and phrases[joint - 1].head.tag == "E":
        name = phrases[joint - 1]
        names.insert(0, Phrase("NP", name.tokens, cases=pronoun.cases, index=pronoun.index, relative=True))
        joint -= 2
    return names


MIN_LIST = 2


def _is_of_several(phrases: Phrases, pronoun: Phrase) -> bool:
    """Whether the finite verb of a relative clause is a plural: "die … HATTEN", "die … KAUFTEN"."""
    verbs = [p for p in clause_of(phrases, pronoun) if p.kind == "VG"]
    auxiliaries = [t for p in verbs for t in p.tokens if t.tag in "BHOW"]
    finite = auxiliaries or [p.head for p in verbs[-1:]]
    return bool(finite) and (finite[-1].low.endswith("en") or finite[-1].low == "sind")


def _members(phrases: Phrases, phrase: Phrase) -> list[Phrase]:
    """Of a group without a name, those it is made of: "ein Konsortium aus A und B", "Investoren, darunter A und B"."""
    k = phrase.index + 1
    if phrase.names or phrase.head.tag != "N" or phrases[phrase.index].head != phrase.head:
        return [phrase]
    if (leader := _leader(phrases, phrase)) is not None:
        return [_in_place_of(phrase, leader)]
    if k + 1 >= len(phrases):
        return [phrase]
    behind = phrases[k]
    if _is_band(phrases, phrase) or (behind.names and behind.preposition == "wie"):
        return _side_by_side([_in_place_of(phrase, p) for p in joined_with(phrases, k)], behind)
    if (listed := _examples_of(phrases, phrase)) is not None:
        return [_in_place_of(phrase, p) for p in joined_with(phrases, listed)]
    return [_in_place_of(phrase, p) for p in _summed_up(phrases, k)] or [phrase]


def _side_by_side(members: list[Phrase], first: Phrase) -> list[Phrase]:
    """Members of a group that is made of them do it together: "ein Konsortium AUS NORVIK UND TAL"."""
    for member in members:
        member.joint = member.joint or first.preposition == "aus"
    return members


LINKS = ("um", "aus", "von", "durch")
"""Prepositions before who makes up a group; "durch" stands for "unter Führung von", too."""


def _is_band(phrases: Phrases, phrase: Phrase) -> bool:
    """Whether behind a noun for a group stands who makes it up: "ein KONSORTIUM UM Norvik"."""
    behind = phrases[phrase.index + 1] if phrase.index + 1 < len(phrases) else None
    made_up = behind is not None and behind.preposition in LINKS and bool(behind.names)
    return made_up and phrases.words.ends_as(phrase.head.low, "bands")


def _leader(phrases: Phrases, group: Phrase) -> Phrase | None:
    """Who leads a group, told before it: "ein VON NORVIK geführtes Konsortium"."""
    before = phrases[group.index - 1] if group.index else None
    if before is None or before.preposition != "von" or not before.names:
        return None
    is_led = any(token.is_a("led") for token in group.tokens) and phrases.words.ends_as(group.head.low, "bands")
    return before if is_led else None


def _summed_up(phrases: Phrases, opener: int) -> list[Phrase]:
    """The names at the end behind a group: "mit drei Anbietern: NORVIK, TAL UND BERGEN"."""
    if phrases[opener].kind not in ":–—" or phrases[opener + 1].kind != "NP" or not phrases[opener + 1].names:
        return []
    joined = joined_with(phrases, opener + 1)
    end = joined[-1].index + 1
    closed = end >= len(phrases) or phrases[end].kind in ".;"
    return joined if len(joined) > 1 and closed and all(p.names and not p.preposition for p in joined) else []


def _examples_of(phrases: Phrases, group: Phrase) -> int | None:
    """Where the examples of a group begin: "MEHRERE FONDS stecken Geld in Norvik, darunter A und B". They are those of
    the last group before them that has a number or the like, else of the one right before the comma or of the only one,
    if it has no article; nobody's, where a clause between names another group ("DREI FIRMEN bieten für Norvik, das
    MARKEN führt, darunter A")."""
    at = next((p.index for p in phrases[group.index + 1 :] if _is_example(phrases, p)), None)
    if at is None:
        return None
    groups = [p for p in phrases[:at] if p.kind == "NP" and p.head.tag == "N" and not p.names and not p.is_measure]
    counted = [p for p in groups if any(t.is_a("number") or t.is_a("quantity") for t in (*p.tokens, p.determiner) if t)]
    nearest = [p for p in groups if p.index == at - COMMA]
    alone = [p for p in groups if len(groups) == 1 and p.determiner is None]
    meant = next(reversed(counted or nearest or alone), None)
    if meant is None or any(p.index > meant.index and p.clause != meant.clause for p in groups):
        return None
    return at if meant.index == group.index else None


COMMA = 2
"""How many phrases before an example its group stands, with the comma between."""


def _is_example(phrases: Phrases, phrase: Phrase) -> bool:
    comma = phrases[phrase.index - 1] if phrase.index else None
    if comma is None or comma.kind != "," or phrase.kind != "NP" or not phrase.names:
        return False
    said = (phrase.tokens[0], *comma.adverbs)  # "darunter Tal", "darunter DIE Tal AG", "etwa Tal"
    return any(t.is_a("example") or t.is_a("for_instance") for t in said)


def _in_place_of(phrase: Phrase, name: Phrase) -> Phrase:
    tokens = name.names or name.tokens  # "um den Fonds NORVIK und DIE TOCHTER eines Versorgers"
    is_led = name.preposition == "um" or (name.preposition == "von" and name.index < phrase.index)
    whose = (None, None) if name.names else (name.determiner, name.of)
    return Phrase("NP", tokens, phrase.preposition, whose[0], of=whose[1], cases=phrase.cases, index=phrase.index,
        band=is_led)  # fmt: skip


def with_its_name(phrases: Phrases, phrase: Phrase) -> Phrase:
    """The phrase, or the name that explains it behind a comma: "seine Firma, das Portal NORVIK, …"."""
    if phrase.names or phrase.is_pronoun or phrase.antecedent is not None or phrase.of is not None:
        return phrase
    if phrase.is_measure:
        return phrase  # "verkauft 14 Prozent, die NORVIK AG 9 Prozent"
    k = phrase.index + 1
    while k < len(phrases) and phrases[k].kind == "NP" and phrases[k].preposition and not phrases[k].names:
        k += 1  # "der Anbieter von Software, NORVIK, …"
    following = phrases[k : k + 2]
    if len(following) == 2 and following[0].kind == "," and following[1].apposed and following[1].head.tag == "E":
        name = following[1]
        return Phrase("NP", name.tokens, determiner=phrase.determiner, cases=phrase.cases, index=phrase.index,
            preposition=phrase.preposition)  # fmt: skip
    return phrase


def joined_with(phrases: Phrases, j: int) -> list[Phrase]:
    """The noun phrase at ``j`` and those joined to it ("A, B und C", "zwischen A und B", "der A und der B")."""
    return _if_joined(phrases, _listed_from(phrases, j))


def _listed_from(phrases: Phrases, j: int) -> list[Phrase]:
    """The noun phrase at ``j`` and those behind it that commas or "und" part from each other."""
    listed, i = [phrases[j]], j
    while (following := next_joined(phrases, i, listed[0])) is not None:
        listed.append(phrases[following])
        i = following
    return listed


def _if_joined(phrases: Phrases, listed: list[Phrase]) -> list[Phrase]:
    """A list if it has an "und" or goes on in time ("erst A, DANN B"), else its first only."""
    is_list = any(p.kind == "&" for p in phrases[listed[0].index : listed[-1].index]) or _goes_on(phrases, listed)
    return listed if is_list or listed[-1].tokens[0].is_a("in_turn") else listed[:1]


def _goes_on(phrases: Phrases, listed: list[Phrase]) -> bool:
    """Whether an "und" and others without a name end a list of names: "Norvik, Tal und ANDERE FIRMEN"."""
    behind = phrases[listed[-1].index + 1 : listed[-1].index + 3]
    if len(listed) < 2 or [p.kind for p in behind] != ["&", "NP"]:
        return False
    return not behind[1].preposition and _are_others(behind[1])


def _are_others(phrase: Phrase) -> bool:
    """ "ANDERE Firmen", "ZWEI Brauereien"."""
    return any(t.is_a("others") or t.is_a("number") for t in (*phrase.tokens, phrase.determiner) if t)


def next_joined(phrases: Phrases, i: int, first: Phrase) -> int | None:
    k = _behind_name(phrases, i)
    if first.preposition and k + 2 < len(phrases) and phrases[k].is_time and phrases[k + 1].kind == "&":
        k += 1  # "der Kauf von Tal IM JANUAR und von Bergen im März"
    if k + 1 >= len(phrases) or phrases[k].kind not in (",", "&") or _is_parted(phrases, i, k):
        return None
    if k + 2 < len(phrases) and (phrases[k].kind, phrases[k + 1].kind) == (",", "&"):
        k += 1  # "nicht nur Tal, SONDERN AUCH Bergen"
    if k + 2 < len(phrases) and phrases[k + 1].is_time and phrases[k + 2].head.tag == "E":
        k += 1  # "2012 Tal, 2014 Bergen und ZWEI JAHRE SPÄTER Hull"
    phrase = phrases[k + 1]
    if phrase.kind != "NP" or _is_example(phrases, phrase):
        return None
    if phrase.is_measure or phrase.preposition not in ("", first.preposition):
        return None
    if first.preposition and not phrase.preposition and _has_its_own(phrases, k + 2, first.preposition):
        return None
    named = bool(first.names or (first.of is not None and first.of.names))
    if phrase.names and first.preposition and has_share_behind(phrases, k + 1):
        return None  # "kauft 30 Prozent an Norvik, TAL 20 PROZENT"
    if phrase.names and named:
        return k + 1
    is_pair = phrases[k].kind == "&" and phrase.names + first.names and k == i + 1
    likely = _is_name_or_definite(phrase) or _are_others(phrase)  # "Norvik und WEITERE INVESTOREN"
    likely = likely or _is_band(phrases, phrase)
    return k + 1 if is_pair and _is_name_or_definite(first) and likely else None


def has_share_behind(phrases: Phrases, k: int) -> bool:
    """Whether a share of its own, and nothing else, stands behind a noun phrase: "…, TAL 20 PROZENT"."""
    share, *behind = phrases[k + 1 : k + 3] or [phrases[k]]
    bare = share.kind == "NP" and share.head.tag == "%" and not (share.preposition or phrases[k].preposition)
    return bare and (not behind or behind[0].kind in ",.;:&")


def _is_parted(phrases: Phrases, i: int, k: int) -> bool:
    """Whether the particle of a verb ends its clause between a phrase and what may join it ("steigt bei Tal EIN und
    Hull steigt aus"): it is in no phrase, and leaves as much room."""
    room = phrases[k].start - phrases[i].end - len("  ")
    return room > 0 and any(p.verb is not None and len(p.verb.particle) == room for p in phrases[:i])


def _is_name_or_definite(phrase: Phrase) -> bool:
    """ "das Label NORDTON und DER DIENST"."""
    definite = phrase.has_definite_article
    return bool(phrase.names) or (definite and phrase.head.tag == "N" and len(phrase.tokens) == 1)


def _behind_name(phrases: Phrases, i: int) -> int:
    """The index of what may join a name to the next one: behind its origin ("Norvik aus Bonn"), behind an aside."""
    origin = phrases[i + 1] if i + 1 < len(phrases) else None
    if origin is not None and origin.kind == "NP" and phrases.words.is_a(origin.preposition, "origin"):
        i += 1
    share = phrases[i + 1 : i + 3]
    if len(share) == 2 and share[0].kind == "NP" and share[1].kind in ("&", ",") and _may_be_share(share[0]):
        return i + 2
    joint = _behind_qualifier(phrases, i)
    if joint is not None:
        return joint
    listed = phrases[i + 1 : i + 3]
    if len(listed) == 2 and listed[0].kind == "," and listed[1].kind == "NP" and listed[1].names:
        return i + 1
    if _is_unnamed_member(phrases, i + 1):
        return i + 3
    k = beyond(phrases, i)
    if i + 1 < k < len(phrases) and phrases[k].names and phrases[k - 1].kind == ",":
        return k - 1  # "Norvik, ein Anbieter, TAL, eine Bank, und Hull"
    return k


def _is_unnamed_member(phrases: Phrases, comma: int) -> bool:
    """Whether a list of names has one without a name before its "und": "Norvik, EINE BANK und Tal"."""
    kinds = [p.kind for p in phrases[comma : comma + 4]]
    if kinds != [",", "NP", "&", "NP"]:
        return False
    member, name = phrases[comma + 1], phrases[comma + 3]
    unnamed = not (member.names or member.preposition or member.apposed or member.is_measure)
    return unnamed and name.head.tag == "E" and name.clause == member.clause == phrases[comma - 1].clause


QUALIFIER = 6
"""How many phrases what qualifies a name between commas may have."""


def _behind_qualifier(phrases: Phrases, i: int) -> int | None:
    """The "und" behind something without a verb between commas: "Norvik, zuständig für Asien, UND Tal"."""
    if i + 1 >= len(phrases) or phrases[i + 1].kind != ",":
        return None
    for k in range(i + 2, min(i + 2 + QUALIFIER, len(phrases) - 1)):
        if phrases[k].kind == ",":
            return k + 1 if phrases[k + 1].kind == "&" and phrases[i + 2].preposition else None
        if phrases[k].kind != "NP":
            return None
    return None


def _has_its_own(phrases: Phrases, k: int, preposition: str) -> bool:
    """Whether a name has the same preposition behind it as the name before: "A an B und C AN D"."""
    return k < len(phrases) and phrases[k].kind == "NP" and phrases[k].preposition == preposition
