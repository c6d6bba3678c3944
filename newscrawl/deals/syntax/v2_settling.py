"""Settles cases, relative pronouns, clauses and verb forms of a sentence before it is asked for arguments (German)."""

from itertools import pairwise

from newscrawl.deals.syntax.appositions import own_by_apposition
from newscrawl.deals.syntax.clauses import clause_of, divide
from newscrawl.deals.syntax.lexicon import Lexicon
from newscrawl.deals.syntax.phrases import Phrase, Phrases


def _postposition(phrases: Phrases, phrase: Phrase) -> str:
    """The word behind a noun phrase that links it; one that was read into the next phrase leaves that."""
    known = phrases.words.postpositions
    if phrase.adverbs:
        return phrase.adverbs[0].low if phrase.adverbs[0].low in known else ""
    following = phrases[phrase.index + 1] if phrase.index + 1 < len(phrases) else None
    if following is None or following.kind != "NP" or len(following.tokens) < 2 or phrase.head.tag != "N":
        return ""
    first = following.tokens[0]
    if first.low not in known or following.determiner is not None:
        return ""
    following.tokens = following.tokens[1:]
    return first.low


def prepare(phrases: Phrases) -> None:
    """Settle cases, clauses and verb forms of a sentence."""
    _read_relatives(phrases)
    for phrase in phrases:
        _settle_case(phrase, phrases.words)
        _settle_ware(phrases, phrase)
        _settle_volume(phrases, phrase)
        if phrase.kind == "NP" and not phrase.preposition and (linked := _postposition(phrases, phrase)):
            phrase.preposition = phrases.words.postpositions[linked]
    for name, comma, unit in zip(phrases, phrases[1:], phrases[2:], strict=False):
        if comma.kind == ",":
            own_by_apposition(phrases, name, unit)
    for whole, name in pairwise(phrases):
        _own_by_participle(whole, name, phrases.words)
    _explain_by_colon(phrases)
    divide(phrases)
    for phrase in phrases:
        if phrase.kind == "VG":
            _settle_purpose(phrase, clause_of(phrases, phrase))
            _settle_form(phrase, clause_of(phrases, phrase), phrases.words)


def _own_by_participle(whole: Phrase, name: Phrase, words: Lexicon) -> None:
    """ "die bisher zu NORVIK gehörende Tal AG": whose unit a name is."""
    if whole.preposition != "zu" or not whole.names or name.kind != "NP" or name.head.tag != "E":
        return
    if name.owner is None and len(name.tokens) > 1 and words.begins_as(name.tokens[0].low, "belonging_to"):
        name.owner = whole


def _explain_by_colon(phrases: Phrases) -> None:
    """ "kauft einen Konkurrenten: die TAL GMBH", "zwei Banken: NORVIK UND TAL": whom the noun before a colon means."""
    colon = next((i for i in range(len(phrases) - 1, 0, -1) if phrases[i].kind == ":"), len(phrases))
    names = phrases[colon + 1 : colon + 2]
    while (end := colon + 2 * len(names)) + 1 < len(phrases) and phrases[end].kind in "&," and names:
        names.append(phrases[end + 1])
    if not names or not all(p.kind == "NP" and p.head.tag == "E" and not p.preposition for p in names):
        return
    behind = next((p for p in phrases[end:] if p.kind in ",VG"), None)
    nouns = [p for p in phrases[:colon] if p.kind == "NP" and not p.is_measure and _may_announce(p)]
    noun = nouns[-1] if nouns else phrases[0]
    if (behind is not None and behind.kind == "VG") or noun.kind != "NP" or noun.names or noun.head.tag != "N":
        return
    if noun.determiner is not None or len(noun.tokens) > 1 or noun.preposition:  # "An Bord: NORVIK", not "Bild: NORVIK"
        noun.listed = names


def _may_announce(phrase: Phrase) -> bool:
    """Whether names behind a colon can say whom it means: "beteiligt sich an DREI FIRMEN: Norvik, Tal und Bergen"."""
    return not phrase.preposition or any(t.is_a("number") for t in phrase.tokens)


def _settle_ware(phrases: Phrases, phrase: Phrase) -> None:
    """In "kauft einen Hersteller von Zement" the cement belongs to its maker, not to the clause."""
    before = phrases[phrase.index - 1] if phrase.index else None
    if before is not None and _names_its_maker(phrases, phrase, before):
        before.tokens, phrase.tokens = [*before.tokens, phrase.head], phrase.tokens[:-1]
        phrase.inner = True
    elif phrase.preposition == "von" and before is not None and before.kind == "NP" and before.head.tag == "N":
        of_adjunct = phrases.words.is_a(before.preposition, "adverbial") and phrases.words.ends_as(
            before.head.low, "doings"
        )
        phrase.inner = phrase.inner or of_adjunct or phrases.words.ends_as(before.head.low, "makers")


def _names_its_maker(phrases: Phrases, phrase: Phrase, before: Phrase) -> bool:
    """Whether the name behind a ware without an article is that of who makes or sells it: "der Hersteller von Pumpen
    NORVIK", "der Onlinehändler für Tierfutter TAL"."""
    if phrase.preposition not in ("von", "für") or phrase.determiner is not None or before.head.tag != "N":
        return False
    if [t.tag for t in phrase.tokens[-2:]] != ["N", "E"] or before.kind != "NP" or before.determiner is None:
        return False
    words, ware = phrases.words, phrase.tokens[-2].low
    return words.ends_as(before.head.low, "makers") and not words.ends_as(ware, "makers")


def _settle_volume(phrases: Phrases, phrase: Phrase) -> None:
    """In "ein Auftrag ÜBER 40 Millionen Euro" the sum belongs to its noun; "über" is no "more than" there."""
    before = phrases[phrase.index - 1] if phrase.index else None
    if phrase.kind != "NP" or phrase.preposition or phrase.head.tag != "M" or before is None or before.kind != "NP":
        return
    first, _, rest = phrase.head.low.partition(" ")
    if rest and before.head.tag == "N" and phrases.words.is_a(first, "volume"):
        phrase.preposition = first


def _settle_case(phrase: Phrase, words: Lexicon) -> None:
    """ "der" before a feminine noun is genitive or dative, "den" before some plurals a dative."""
    if phrase.kind == "NP" and phrase.head.tag == "N" and words.ends_as(phrase.head.low, "dative_plurals"):
        phrase.cases = phrase.cases - {"accusative"} if "dative" in phrase.cases else phrase.cases
    if phrase.kind != "NP" or phrase.determiner is None or not phrase.determiner.is_a("any_gender"):
        return
    nouns = [t.low.split()[0] for t in phrase.tokens if t.tag in "NE" and t.low.strip()]
    if nouns and (phrase.head.glued or (len(nouns) == 1 and " " in phrase.head.low)):
        nouns = [nouns[0], phrase.head.low.split()[-1]]  # "der Norvik AG", "der Norvik-GRUPPE"
    else:
        nouns = nouns[:1]
    if any(noun.endswith(words.feminine_endings) or words.is_a(noun, "feminine") for noun in nouns):
        phrase.cases = phrase.cases - {"nominative"}


def _settle_purpose(group: Phrase, own: list[Phrase]) -> None:
    """In "um DIE TAL GMBH zu kaufen" the noun phrase is what is bought; "um" belongs to the infinitive."""
    first = own[0]
    if group.helper("2") and first.kind == "NP" and first.preposition == "um" and len(own) > 1:
        first.preposition, first.cases = "", first.cases - {"nominative"} or first.cases


def _settle_form(group: Phrase, own: list[Phrase], words: Lexicon) -> None:
    """A verb that closes the bracket of an auxiliary elsewhere in its clause is a participle or an infinitive."""
    if group.verb is None or group.helpers:
        return
    open_helpers = {t.tag for p in own if p.kind == "VG" and p.verb is None for t in p.tokens}
    if any(p.verb is not None and words.is_a(p.verb.lemma, "causing") for p in own if p is not group):
        open_helpers.add("W")
    forms = {r.form for r in group.head.verbs}
    if open_helpers & {"W"} and "infinitive" in forms:
        group.form = "infinitive"
    elif open_helpers & {"B", "H", "O"} and "participle" in forms:
        group.form = "participle"
    elif "O" in open_helpers and "infinitive" in forms:
        group.form = "infinitive"


def _read_relatives(phrases: Phrases) -> None:
    """Make relative pronouns noun phrases that stand for the noun phrase before them."""
    for i, phrase in enumerate(phrases):
        if phrase.kind != "L":
            continue
        nouns = (p for p in reversed(phrases[:i]) if p.kind == "NP" and not p.is_pronoun)
        before = next((p for p in nouns if not _is_its_seat(phrases, p)), None)
        phrase.kind, phrase.relative, phrase.cases = "NP", True, phrase.head.marks
        following = phrases[i + 1] if i + 1 < len(phrases) else None
        owns = phrase.head.low in ("deren", "dessen")
        if owns and following is not None and following.kind == "NP" and following.determiner is None:
            following.owner = following.owner or before
        if before is not None:
            inner = before
            while inner.of is not None and inner.of.names:
                inner = inner.of
            phrase.antecedent = inner
            inner.explained = inner.explained or _name_of_apposition(phrases, inner)
            inner.described = inner is not before or bool(inner.preposition)
        if i and phrases[i - 1].kind == "P":
            phrase.preposition = phrases[i - 1].preposition


def _is_its_seat(phrases: Phrases, phrase: Phrase) -> bool:
    """Whether a name only says where somebody named right before comes from: "die Norvik GmbH AUS KÖLN, die …"."""
    if not phrase.index or phrase.determiner is not None or not phrases.words.is_a(phrase.preposition, "origin"):
        return False
    before = phrases[phrase.index - 1]
    return phrase.head.tag == "E" and before.kind == "NP" and bool(before.names)


def _name_of_apposition(phrases: list[Phrase], noun: Phrase) -> Phrase | None:
    """The name that a noun before a relative clause only explains: "NORVIK, ein Start-up, das Tal gekauft hat"."""
    i = phrases.index(noun) if noun in phrases else 0
    named = phrases[i - 2] if i > 1 and phrases[i - 1].kind == "," else None
    if named is None or named.kind != "NP" or named.head.tag != "E" or noun.names or noun.of is not None:
        return None
    return named if noun.determiner is not None and not noun.preposition else None
