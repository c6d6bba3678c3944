"""Verb or noun? What a word is in its sentence, for languages that put the verb between subject and object."""

from newscrawl.deals.syntax.lexicon import Lexicon
from newscrawl.deals.syntax.tokens import Token

OBJECT_STARTS = frozenset("DEM%R2AT")


def tag_verbs(tokens: list[Token], lexicon: Lexicon) -> None:
    """Set the tag V on the tokens that are verbs here; the others stay nouns or become adjectives (A)."""
    _put_times_first(tokens)
    for i, token in enumerate(tokens):
        if not (token.verbs or token.classes or token.glued or token.tag in "NG"):
            continue  # a name, a number, a mark
        if token.glued and i and _is_attribute(token):
            tokens[i - 1].tag, token.tag = "N", "A"
            _drop_town(tokens, i - 1)
        elif token.classes and (tag := _by_class(tokens, i)):
            token.tag = tag
        elif token.is_a("finite") and i and tokens[i - 1].tag in "NEMR,)T%A":
            token.tag = "V"
        elif token.verbs and token.tag in "NA" and _is_attributive(tokens, i, lexicon):
            token.tag = "A"
        elif token.verbs and token.tag in "NA" and not _is_forced_noun(tokens, i, lexicon):
            token.tag = _verb_or_noun(tokens, i)
        elif token.tag == "N" and not token.verbs and token.text.islower():
            token.tag = _unknown(tokens, i)
        elif token.tag == "G" and i and tokens[i - 1].tag == "R":
            token.tag = "B"


def _put_times_first(tokens: list[Token]) -> None:
    """A time amid a verb is put before it: "Norvik has LAST WEEK bought" reads as "Norvik LAST WEEK has bought"."""
    for i in [i for i, token in enumerate(tokens) if token.tag == "T" and i and tokens[i - 1].tag in AUXILIARIES]:
        verb = _next(tokens, i)
        if verb is None or not (verb.tag in "BH" or any(reading.form in AMID for reading in verb.verbs)):
            continue
        first = i - 1
        while first and tokens[first - 1].tag in AUXILIARIES:
            first -= 1
        tokens.insert(first, tokens.pop(i))


AUXILIARIES = "BHWO2"
AMID = ("participle", "infinitive", "gerund")
"""Forms of verbs behind auxiliaries."""


def _by_class(tokens: list[Token], i: int) -> str:
    """The tag of a word of a class that has several readings; empty for others."""
    classes = tokens[i].classes
    floats = "floating" in classes and i and (tokens[i - 1].tag in "BHW" or _floats(tokens, i))
    if floats and not ("clause_or_time" in classes and _is_gerund(_next(tokens, i))):  # "owned Tal SINCE buying it"
        return "A"
    if "to" in classes:
        return "2" if _is_infinitive_marker(tokens, i) else "P"
    if "clause_or_time" in classes:
        if i and tokens[i - 1].tag in ",(" and _is_participle(_next(tokens, i)):
            return "A"  # "Tal, SINCE acquired by Norvik, …"
        return "S" if _is_clause_ahead(tokens, i) else "P"
    if "approximate" in classes and i and tokens[i - 1].tag in "V&P" and _is_number(tokens, i + 1):
        return "A"
    if "as_attribute" in classes and i and tokens[i - 1].is_a("before_attribute"):
        return "A"  # "the FOLLOWING companies"
    if "get" in classes and _is_participle(_next(tokens, i)):
        return "B"
    return _that(tokens, i) if "that" in classes else ""


def _is_gerund(token: Token | None) -> bool:
    return token is not None and any(reading.form == "gerund" for reading in token.verbs)


def _is_number(tokens: list[Token], i: int) -> bool:
    """Whether things are counted there: "bought about 30 STORES", "about A DOZEN stores"."""
    i += i + 1 < len(tokens) and tokens[i].tag == "D" and tokens[i + 1].is_a("number")
    return i < len(tokens) and tokens[i].tag == "N" and (tokens[i].text[0].isdigit() or tokens[i].is_a("number"))


def _is_clause_ahead(tokens: list[Token], i: int) -> bool:
    """ "since IT BOUGHT Tal", "since NORVIK AND TAL MERGED"; not "since May"."""
    for token in tokens[i + 1 : i + CLAUSE]:
        finite = any(reading.form == "past" for reading in token.verbs)
        if token.tag in "BHWO" or (finite and token is not tokens[i + 1]):
            return True
        if token.tag not in "DNAERG&":
            return False
    return False


CLAUSE = 8
"""How many tokens behind "since" its subject and its verb stand, if a clause follows."""


def _floats(tokens: list[Token], i: int) -> bool:
    """ "Norvik and Tal EACH took 10 percent", "which LAST raised $5m", "The firm ITSELF was": between subject and
    verb; behind "and" only what can be a verb itself ("and LAST raised $5m"; not "and BOTH agreed")."""
    following, before = _next(tokens, i), tokens[i - 1].tag
    if before in "ERLN" and following is not None and following.tag in "BHW":
        return True
    return (
        (before in "ERL" or (before == "&" and bool(tokens[i].verbs)))
        and following is not None
        and any(r.form in FINITE for r in following.verbs)
    )


FINITE = ("past", "gerund")
"""Forms that tell what those named right before do: "Norvik and Tal each TOOK 10 percent", "all PARTICIPATING"."""


def _is_participle(token: Token | None) -> bool:
    """ "got ACQUIRED"."""
    return token is not None and any(reading.form == "participle" for reading in token.verbs)


def _is_attribute(token: Token) -> bool:
    """The second half of "Bergen-based", "Norvik-backed": the name before it is nobody's name any more."""
    return token.low.endswith("ed") or token.is_a("second_half")


def _drop_town(tokens: list[Token], i: int) -> None:
    """In "BERGEN, Norway-based Tal" the town before the land at ``i`` is no name, and the comma ends nothing."""
    if i < 2 or tokens[i - 1].tag != ",":
        return
    for town in reversed(tokens[max(0, i - 1 - TOWN) : i - 1]):
        if town.tag != "N" or not town.text[0].isupper():
            return
        tokens[i - 1].tag = town.tag = "Z"


TOWN = 3
"""How many words the name of a town has."""


def _is_attributive(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """ "existing investors", "a holding company": participles that describe the noun behind them."""
    if i and tokens[i - 1].tag not in "B2" and _tells_kind(tokens, i, lexicon):
        return True
    if "standing" in tokens[i].classes and _is_how(tokens, i):
        return True
    if not lexicon.is_a(tokens[i].low, "attribute") or (i and tokens[i - 1].tag in "B2"):
        return False
    after = _next(tokens, i)
    return after is not None and after.tag in "NAE"


def _is_how(tokens: list[Token], i: int) -> bool:
    """ "Tal and privately HELD Norvik": an adverb before, which stands behind no subject, and a name behind."""
    if not i or not tokens[i - 1].is_a("by_ending") or i + 1 >= len(tokens) or tokens[i + 1].tag not in "EN":
        return False
    return i == 1 or tokens[i - 2].tag in '&P,D."“:'


def _tells_kind(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """ "last-minute BOOKING app Norvik", "Tal and HOSTING service Norvik"; not "by BUYING app maker Norvik"."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or not lexicon.is_a(after.low, "kinds"):
        return False
    if not all(r.form == "gerund" and r.verb.group not in ("give", "say") for r in tokens[i].verbs):
        return False
    listed = tokens[i - 1].tag == "&" and i + 2 < len(tokens) and tokens[i + 2].tag == "E"
    return (listed or tokens[i - 1].tag in "NADE") or (
        tokens[i - 1].tag == "V" and not any(r.verb.group == "gain" for r in tokens[i].verbs)
    )


def _unknown(tokens: list[Token], i: int) -> str:
    """A word that is in no list: a verb if its ending says so and its place allows it."""
    before, after = _previous(tokens, i), _next(tokens, i)
    low = tokens[i].low
    if before is None:
        return "N"
    if before.tag == "2":
        return "V"
    if low.endswith("ed") and len(low) > 5:
        return "V" if before.tag in "BHERM)" and (after is None or after.tag != "N" or before.tag in "BH") else "N"
    if low.endswith("ing") and len(low) > 5:
        return "V" if before.tag == "B" or (before.tag in "P," and after is not None and after.tag in "DE") else "N"
    return "N"


def _is_forced_noun(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """ "funding", "financing": nouns unless an auxiliary stands before them; "takeover bid" is never a verb, but in
    "Norvik ALSO bid" it is."""
    before = tokens[i - 1].tag if i else ""
    if i > 1 and before == "A" and tokens[i - 1].is_a("behind_subject") and tokens[i - 2].tag in "ERN":
        return tokens[i - 2].is_a("number")
    if lexicon.is_a(tokens[i].low, "noun_after_noun"):
        if before == "E":
            return i > 1 and tokens[i - 2].tag == "V" and all(r.verb.group != "say" for r in tokens[i - 2].verbs)
        return before in ("N", "A", "D") or (before in ("M", "%", "U") and _is_determined(tokens, i - 1))
    return lexicon.is_a(tokens[i].low, "noun") and before not in ("B", "W", "2")


def _next(tokens: list[Token], i: int) -> Token | None:
    """The next token that is no adverb."""
    for token in tokens[i + 1 : i + 4]:
        if not (token.tag == "A" and (token.is_a("by_ending") or token.is_a("before_verb"))):
            return token
    return None


def _previous(tokens: list[Token], i: int) -> Token | None:
    """The last token before that is no adverb; what it was tagged counts."""
    for j in range(i - 1, max(i - 4, -1), -1):
        token = tokens[j]
        if token.tag != "X" and not (token.tag == "A" and (token.is_a("by_ending") or token.is_a("behind_subject"))):
            return token
    return None


_REACH = 8
"""How far before "to rival Norvik" a verb of giving may stand."""


def _is_infinitive_marker(tokens: list[Token], i: int) -> bool:
    following = _next(tokens, i)
    if following is None or following.tag in "EP":
        return False
    if following.tag in "BHO" and following.low in ("be", "have", "do"):
        return True
    if (behind := _next(tokens, tokens.index(following))) is not None and behind.tag == "Z":
        return False  # "a modification to CONTRACT K417-21-D-0193"
    alone = behind is None or behind.tag != "P"  # but "sold Tal to PARTNER WITH Norvik"
    gives = any(r.verb.group == "give" for t in tokens[max(0, i - _REACH) : i] for r in t.verbs)
    if (following.is_a("noun") or following.is_a("somebody")) and alone and gives:
        return False  # "sold it to RIVAL Norvik"
    if any(reading.form == "infinitive" for reading in following.verbs):
        return True
    return _is_unknown_infinitive(tokens, tokens.index(following))


def _is_unknown_infinitive(tokens: list[Token], i: int) -> bool:
    """ "to concentrate on", "to bolster its": an unknown word with an object or a preposition; no plural, nor
    "carmaker", "investor", "rival" before a name.
    """
    token, after = tokens[i], _next(tokens, i)
    if token.tag != "N" or not token.text.islower() or token.verbs or token.low.endswith(("s", "ing", "ed", "y")):
        return False
    if after is not None and after.tag == "E" and (token.low.endswith(("er", "or", "ist")) or token.is_a("noun")):
        return False
    return after is not None and after.tag in "DRE"


def _that(tokens: list[Token], i: int) -> str:
    before, after = _previous(tokens, i), _next(tokens, i)
    if before is not None and before.tag == "T" and i > 1:
        before = _previous(tokens, tokens.index(before))
    if before is not None and before.tag == "V" and after is not None and after.tag == "N" and _takes_things(before):
        return "D"  # "bought that business"
    if before is not None and (before.tag == "V" or (before.tag == "&" and after is not None and after.tag in "RED")):
        return "S"
    if before is not None and before.tag == "P" and after is not None and (after.tag in "BHWO" or after.is_a("finite")):
        return "R"  # "most of THAT comes from Tal", "$5m of THAT was raised in May"
    if after is not None and (after.tag in "BHWO" or (after.verbs and before is not None and before.tag in "NE")):
        return "L" if before is not None and before.tag in "NEM" else "D"
    return "S" if before is not None and before.tag in "NEM%" else "D"


def _takes_things(verb: Token) -> bool:
    """Whether what stands behind a verb is a thing, and no clause."""
    return any(reading.verb.group in ("gain", "give") for reading in verb.verbs)


def _verb_or_noun(tokens: list[Token], i: int) -> str:
    token, before, after = tokens[i], _previous(tokens, i), _next(tokens, i)
    forms = {reading.form for reading in token.verbs}
    if before is not None and before.tag in "M%U" and forms != {"past"} and _is_determined(tokens, i - 1):
        return _behind_a_determiner(forms, after, tokens, i)
    if before is not None and before.tag == "M" and token.is_a("offers") and i > 1 and tokens[i - 2].tag == "V":
        return "N"  # "Tal rejects $4 billion BID from Norvik"
    if before is None or before.tag in ',;:()&CS-–—“”"':
        return _after_a_joint(tokens, i, forms, before, after)
    return _after(before.tag, forms, token, tokens, i, after)


def _after(tag: str, forms: set[str], token: Token, tokens: list[Token], i: int, after: Token | None) -> str:
    if tag in "2WO":
        return "V" if "infinitive" in forms else "N"
    if tag in "BH":
        return "V" if forms & {"participle", "gerund"} else "N"
    if tag == "G":
        return _adjective_or_noun(forms, after)
    if tag in "DA":
        return _behind_a_determiner(forms, after, tokens, i)
    if tag == "P":
        return "V" if "gerund" in forms else _adjective_or_noun(forms, after)
    if tag in "LR":
        return "V" if forms & {"present", "past", "infinitive"} else "N"
    if tag == "V":
        return "V" if "gerund" in forms and not (after and after.tag == "N") else _adjective_or_noun(forms, after)
    if tag == "N" and token.is_a("held") and _is_determined(tokens, i - 1):
        return "N"  # "a similar HOLDING in Tal"
    if "gerund" in forms and _is_before_agreement(tokens, i, after):
        return "A"  # "a multi-year CROSS-LICENSING agreement", "an AI TRAINING deal"
    if forms & {"past", "participle"} or "gerund" in forms:
        return "V"
    if token.verbs[0].verb.group == "say" and "infinitive" in forms and after is not None and after.tag in "ERD":
        return "V"
    if tag == "E" and token.is_a("agreements") and after is not None and after.tag == "P" and _has_verb(tokens[:i]):
        return "N"  # "awarded Norvik and Tal CONTRACTS worth $5m"
    if tag == "E" and i > 1 and token.low.endswith("s") and _is_number(tokens, i - 2) and _has_verb(tokens[:i]):
        return "N"  # "will build two Luma TRAINS for Tal"
    if tag == "E" and "infinitive" in forms and i > 1 and tokens[i - 2].is_a("lets_do"):
        return "V"  # "will let Norvik USE articles"
    if tag == "E" and token.low.endswith("s") and after is not None and after.tag in "P.," and _is_taken(tokens, i - 1):
        return "N"  # "chose Norvik TRAINS for its network"
    if tag == "E" and token.low == "shares" and (after is None or not after.is_a("opens_object")):
        return "N"
    return "V" if _has_an_object(forms, token, _previous(tokens, i) or tokens[i - 1], after, tokens) else "N"


def _is_before_agreement(tokens: list[Token], i: int, after: Token | None) -> bool:
    """Whether a gerund says what an agreement is about: one alone has an article, which stands before the gerund, where
    that is no verb ("a company signing A deal")."""
    if after is None or after.tag != "N" or not after.is_a("agreements") or tokens[i - 1].tag not in "NE":
        return False
    at = i - 2 if tokens[i - 1].tag == "E" else i - 1
    hyphenated = "-" in tokens[i].low
    return at >= 0 and _is_determined(tokens, at) and (hyphenated or not after.low.endswith("s"))


def _is_taken(tokens: list[Token], i: int) -> bool:
    """Whether a name stands right behind a verb that takes things, none of speech or of causing."""
    verb = tokens[i - 1]
    return i > 0 and verb.tag == "V" and not any(r.verb.group in ("say", "cause") for r in verb.verbs)


def _has_verb(tokens: list[Token]) -> bool:
    return any(token.tag == "V" for token in tokens)


def _is_determined(tokens: list[Token], i: int) -> bool:
    """Whether the sum or share at ``i`` belongs to a noun phrase that a determiner opens: "a $5m bid"."""
    while i > 0 and tokens[i].tag in "M%UAN":
        i -= 1
    return tokens[i].tag in "DG"


def _behind_a_determiner(forms: set[str], after: Token | None, tokens: list[Token], i: int) -> str:
    if forms & {"past", "participle"} and after is not None and (after.tag == "P" or after.tag in ".,"):
        return "V"
    return _adjective_or_noun(forms, after)


def _adjective_or_noun(forms: set[str], after: Token | None) -> str:
    modifies = after is not None and after.tag in "NAE"
    return "A" if modifies and forms & {"past", "participle", "gerund"} else "N"


def _after_a_joint(tokens: list[Token], i: int, forms: set[str], before: Token | None, after: Token | None) -> str:
    if "gerund" in forms or forms & {"past", "participle"}:
        return "V"
    if before is None or before.tag not in "&,CS)":
        return "N"
    if "infinitive" in forms and after is not None and after.tag not in "P.,&" and _is_behind_infinitive(tokens, i):
        return "V"
    subject = tokens[i - 2] if i > 1 else tokens[i]
    if before.tag == ")":
        opening = next((j for j in range(i - 1, 0, -1) if tokens[j].tag == "("), 0)
        subject = tokens[opening - 1]
    return "V" if _has_an_object(forms, tokens[i], subject, after, tokens) else "N"


def _is_behind_infinitive(tokens: list[Token], i: int) -> bool:
    """ "will build and MAINTAIN the trains": joined to an infinitive behind its auxiliary."""
    if i < 3 or tokens[i - 1].tag != "&" or tokens[i - 2].tag != "V":
        return False
    return tokens[i - 3].tag in "2WO" and any(r.form == "infinitive" for r in tokens[i - 2].verbs)


def _is_last_of_several(tokens: list[Token], subject: Token) -> bool:
    """ "Norvik and TAL", "Norvik, TAL"."""
    i = tokens.index(subject)
    return i > 1 and tokens[i - 1].tag in "&," and tokens[i - 2].tag == "E" and (i == 2 or tokens[i - 1].tag == "&")


def _has_an_object(forms: set[str], token: Token, subject: Token, after: Token | None, tokens: list[Token]) -> bool:
    """A present form is a verb if what follows can be its object, and an uninflected one only behind a plural."""
    if "infinitive" in forms and subject.tag == "E" and _is_last_of_several(tokens, subject):
        is_noun = token.is_a("noun_after_noun") or token.is_a("agreements")
        return not is_noun and (after is None or after.tag in "PDE2RAMN%")
    if after is None:
        return False
    if after.is_a("to") and not _is_infinitive_marker(tokens, tokens.index(after)):
        return subject.tag in "ER)" and "present" in forms
    if "present" in forms and any(reading.form == "past" for reading in after.verbs) and after.tag != "V":
        return False
    if "infinitive" in forms and subject.tag == "E" and any(after.low == r.verb.particle for r in token.verbs):
        return True
    if "present" in forms:
        return after.tag in OBJECT_STARTS or after.tag == "S" or (after.tag in "PVWNU" and subject.tag in "ER)")
    if after.tag == "E" and subject.tag == "E" and token.is_a("before_person"):
        return False
    plural = subject.low.endswith("s") or _is_behind_plural(tokens, subject)
    return after.tag in "DE2R%M" and (plural or subject.tag == "E")


def _is_behind_plural(tokens: list[Token], noun: Token) -> bool:
    """ "INVESTORS in the round include": the noun before the verb only goes with the subject."""
    i = tokens.index(noun)
    while i > 0 and tokens[i].tag in "NADEG":
        i -= 1
    return i > 0 and tokens[i].tag == "P" and tokens[i - 1].tag == "N" and tokens[i - 1].low.endswith("s")
