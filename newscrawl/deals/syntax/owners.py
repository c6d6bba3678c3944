"""Whose thing a noun phrase is."""

from newscrawl.deals.syntax.phrases import Arguments, Phrase


def owner_of(phrase: Phrase) -> Phrase | None:
    """Whose thing a phrase is: "NORVIK's patents", "the patents of NORVIK", "some of NORVIK's patents", "ITS Talos
    platform"."""
    if phrase.owner is not None:
        return phrase.owner
    if phrase.determiner is not None and phrase.determiner.low in ("deren", "dessen"):
        return Phrase("NP", [phrase.determiner])
    if phrase.of is not None and phrase.of.head.tag != "E" and phrase.of.owner is not None:
        return phrase.of.owner
    if phrase.of is None and phrase.names and phrase.head.tag == "N" and not is_counted(phrase):
        owner = phrase.determiner if phrase.determiner is not None and phrase.is_owned else phrase.names[0]
        return Phrase("NP", [owner])
    return _named_whole(phrase)


def owner_beside(phrase: Phrase, arguments: Arguments) -> Phrase | None:
    """Whose thing a phrase is where nouns have "von" for a genitive: "kommt in die Autos VON NORVIK"."""
    if phrase.names or phrase.of is not None or phrase.is_measure or phrase.is_owned:
        return None
    behind = (p for slot in ("von", "von 2", "von 3") for p in arguments.slots.get(slot, []))
    return next((p for p in behind if p.index == phrase.index + 1 and p.names), None)


def is_counted(phrase: Phrase) -> bool:
    """ "12 NORVIK trains": the name of what is counted is its model or its maker, not its owner."""
    first = phrase.tokens[0]
    return first.is_a("number") or first.text[0].isdigit()


def _named_whole(phrase: Phrase) -> Phrase | None:
    """The genitive of a phrase, or the one in it that has a name: "der Betrieb der Rechenzentren DER TAL AG"."""
    whole = phrase.of
    while whole is not None and not whole.names and whole.of is not None:
        whole = whole.of
    return whole if whole is not None and whole.names else phrase.of
