"""What belongs to a noun phrase beside it: genitives, names behind "namely", attributes between article and noun."""

from newscrawl.deals.syntax.lexicon import Lexicon
from newscrawl.deals.syntax.phrases import Phrase, last_genitive
from newscrawl.deals.syntax.tokens import Token


def attach_genitives(phrases: list[Phrase], lexicon: Lexicon) -> list[Phrase]:
    """Hang "of X" on the noun phrase before it; it leaves the sequence."""
    kept: list[Phrase] = []
    for phrase in phrases:
        before = _before_genitive(phrase, kept, lexicon)
        linked = lexicon.is_a(phrase.preposition, "of_whom")  # "60 VON 125 Filialen"
        if before is None and linked and kept and _is_count(kept[-1]) and _is_counted(phrase):
            before = kept[-1]
        if before is None:
            kept.append(phrase)
        elif _is_count(before) and (_is_counted(phrase) or lexicon.separable):
            _count(before, phrase)
        else:
            last_genitive(before).of = phrase
    return kept


def _is_count(phrase: Phrase) -> bool:
    """A number alone: "SIXTY of the 125 stores"."""
    return len(phrase.tokens) == 1 and not (phrase.determiner or phrase.of) and _is_number(phrase.head)


def _is_counted(phrase: Phrase) -> bool:
    """ "ZWEI der FÜNF Werke": a common noun behind a number."""
    return len(phrase.tokens) > 1 and phrase.head.tag == "N" and _is_number(phrase.tokens[0])


def _is_number(token: Token) -> bool:
    return token.tag == "N" and (token.is_a("number") or token.text.isdigit())


def _count(before: Phrase, phrase: Phrase) -> None:
    """Make one phrase of a number and of what it counts, which says what it is and whose."""
    before.tokens = [*before.tokens, *phrase.tokens]
    before.of, before.owner = phrase.of, phrase.owner
    if phrase.is_owned:
        before.determiner = phrase.determiner


def _before_genitive(phrase: Phrase, kept: list[Phrase], lexicon: Lexicon) -> Phrase | None:
    """The noun phrase that a genitive belongs to."""
    if phrase.kind != "NP" or not _may_be_genitive(phrase, lexicon):
        return None
    dative = lexicon.separable and not phrase.preposition and "dative" in phrase.cases
    before = next((p for p in reversed(kept) if not (p.inner or (p.is_time and not dative))), None)
    if before is None or before.kind != "NP" or not _can_have_genitive(before):
        return None
    return before if _is_genitive(phrase, before, lexicon) else None


def _may_be_genitive(phrase: Phrase, lexicon: Lexicon) -> bool:
    if phrase.preposition:
        return phrase.preposition == "von" or lexicon.is_a(phrase.preposition, "genitive")
    return "genitive" in phrase.cases


def _can_have_genitive(phrase: Phrase) -> bool:
    """Nouns, and "one of its units"."""
    return not phrase.is_pronoun or phrase.head.low == "one"


def _is_genitive(phrase: Phrase, before: Phrase, lexicon: Lexicon) -> bool:
    """By its preposition ("of"), or by its determiner behind a common noun ("Übernahme der Norvik AG")."""
    if phrase.preposition == "von" and phrase.head.tag == "%" and lexicon.separable:
        return last_genitive(before).head.tag == "N"
    if phrase.preposition == "von" and phrase.names:
        owner = last_genitive(before).head.low  # "die Eigentümer von NORVIK", "die Schweden von NORVIK"
        if before.preposition and not before.names and lexicon.separable:
            part = lexicon.ends_as(owner, "parts") or lexicon.ends_as(owner, "daughters")
            return part or lexicon.is_a(owner, "owners")  # "bietet für die Sparte von NORVIK"
        return lexicon.is_a(owner, "owners") or lexicon.is_a(owner, "people_of")
    if phrase.preposition:
        return lexicon.is_a(phrase.preposition, "genitive")
    inner = last_genitive(before)
    if phrase.determiner is not None and any(adverb.start >= inner.end for adverb in before.adverbs):
        return False  # "dem Bericht ZUFOLGE der Investor"
    if inner.head.tag == "E" and any(lexicon.ends_as(t.low, "equipment") for t in inner.tokens[:-1] if t.tag == "N"):
        return True  # "das Informationssystem Medora DER NORVIK AG"
    return inner.head.tag in "N%" or (phrase.determiner is not None and phrase.determiner.low == "des")


def attach_names(phrases: list[Phrase], lexicon: Lexicon) -> list[Phrase]:
    """Give "…, namely Norvik" to the last noun phrase that is common: the name is who it means."""
    for i, phrase in enumerate(phrases):
        if phrase.kind != "NP" or phrase.head.tag != "E" or not lexicon.is_a(phrase.tokens[0].low, "namely"):
            continue
        common = next(
            (p for p in reversed(phrases[:i]) if p.kind == "NP" and p.preposition and p.head.tag == "N"), None
        )
        if common is not None:
            common.tokens = [*common.tokens, phrase.head]
            common.of = None
    return phrases


def with_attributes(phrases: list[Phrase]) -> list[Phrase]:
    """Give an article its noun over the attribute between them: "die | in Bergen | ansässige Norvik AG", "die 140
    Filialen | zählende Norvik AG"."""
    kept: list[Phrase] = []
    for i, phrase in enumerate(phrases):
        host = _attribute_host(phrases, i) if _is_bare_determiner(phrase) else _host_with_object(phrases, i)
        if host is None:
            kept.append(phrase)
            continue
        host.determiner, host.preposition, host.cases = phrase.determiner, phrase.preposition, phrase.cases
        for inner in phrases[i + 1 :]:
            if inner is host:
                break
            inner.inner = True
        if not _is_bare_determiner(phrase):
            phrase.determiner, phrase.preposition, phrase.cases, phrase.inner = None, "", frozenset(), True
            kept.append(phrase)
    return kept


def _host_with_object(phrases: list[Phrase], i: int) -> Phrase | None:
    """The noun phrase behind the object of its participle, or behind the measure of its adjective: "die | 140 FILIALEN
    | zählende Norvik AG", "das | 22.000 QUADRATMETER | große Haus"."""
    phrase, behind = phrases[i], phrases[i + 1] if i + 1 < len(phrases) else None
    if behind is None or phrase.kind != "NP" or phrase.determiner is None or phrase.names:
        return None
    open_ = behind.kind == "NP" and behind.determiner is None and not behind.preposition
    if not open_ or len(behind.tokens) == 1:
        return None
    measured = behind.tokens[0].is_a("measured") and any(_counts(token) for token in phrase.tokens)
    return behind if measured or behind.tokens[0].is_a("with_object") else None


def _counts(token: Token) -> bool:
    """A number, or what holds one: "22.000", "zwei", "120 Jahre"."""
    return token.text[0].isdigit() or token.is_a("number") or token.tag in "UM"


def _is_bare_determiner(phrase: Phrase) -> bool:
    determiner = phrase.determiner
    return phrase.kind == "NP" and determiner is not None and all(t.tag in "DTXA" for t in phrase.tokens)


def _attribute_host(phrases: list[Phrase], i: int) -> Phrase | None:
    """The noun phrase without an article that begins with an adjective, behind phrases with prepositions only."""
    for j in range(i + 1, min(i + 6, len(phrases))):
        phrase = phrases[j]
        if phrase.kind == "&" and j > i + 1:
            continue
        if phrase.kind != "NP":
            return None
        if j > i + 1 and not phrase.preposition and phrase.determiner is None and phrase.tokens[0].tag == "A":
            return phrase if phrase.head.tag in "NE%" else None
        if not (phrase.preposition or phrase.is_measure or j > i + 1):
            return None
    return None
