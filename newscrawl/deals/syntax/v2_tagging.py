"""Tells verbs, particles, relative pronouns and names from each other where nouns have capitals (German)."""

from newscrawl.deals.syntax.asides import BRACKETED
from newscrawl.deals.syntax.clauses import FINITE
from newscrawl.deals.syntax.lexicon import Lexicon, Verb, VerbReading
from newscrawl.deals.syntax.tokens import Token


def tag(tokens: list[Token], words: Lexicon) -> None:
    """Tell verbs, particles and relative pronouns; a lower-case word that is no known verb stays an adjective (A)."""
    _join_attributes(tokens, words)
    for i, token in enumerate(tokens):
        _tag_small_word(tokens, i)
        if token.low == "zu" and token.tag in "2P":
            token.tag = "2" if _infinitive_next(tokens, i) else "P"
        elif token.verbs and token.tag in "NA" and (_opens_as_verb(token) if i == 0 else not token.text[0].isupper()):
            _tag_verb(tokens, i, words)
        elif i == 0 and _is_adverb_first(tokens, words):
            token.tag = "A"
    _unname(tokens)
    _join_names(tokens)
    for i, token in enumerate(tokens):
        if token.tag == "V":
            _join_particle(tokens, i)
    for i, token in enumerate(tokens):
        if token.tag == "S" or (token.tag == "D" and token.is_a("relative_or_article")):
            _guess_last(tokens, i, words)
        if token.tag == "D" and token.is_a("relative_or_article") and _opens_relative(tokens, i):
            token.tag = "L"


def _opens_as_verb(token: Token) -> bool:
    """Whether the first word of a sentence may be a verb: not one of the first person, "BERICHTE über den Kauf …"."""
    first_person = token.low.endswith("e") and all(reading.form == "present" for reading in token.verbs)
    return not (first_person and token.text[0].isupper())


def _join_attributes(tokens: list[Token], words: Lexicon) -> None:
    """Read the comma between attributes of one noun like a word in them: "die insolvente, an der Börse notierte Norvik
    AG"; they end alike, and what stands between belongs to the second one."""
    for j in range(2, len(tokens) - 2):
        first = tokens[j - 1]
        if tokens[j].tag != "," or first.tag != "A" or tokens[j - 2].tag != "D" or not _inflected(first):
            continue
        for k in range(j + 1, min(j + ATTRIBUTE, len(tokens) - 1)):
            token, after = tokens[k], tokens[k + 1]
            if token.tag in "V,.;:SBHOW" or (token.tag == "D" and tokens[k - 1].tag != "P") or _joins(token, k > j + 1):
                break
            if after.tag in "NE" and after.text[0].isupper() and _inflected(token) == _inflected(first):
                if token.tag == "A" or _participle(token, words) is not None:
                    tokens[j].tag = "A"
                    tokens[j + 1].tag = "A" if tokens[j + 1].tag in "&C" else tokens[j + 1].tag
                break


def _joins(token: Token, later: bool) -> bool:
    """Whether a conjunction ends what may be an attribute; right behind the comma it sets it off: ", ABER kleine"."""
    return token.tag in "&C" and later


def _inflected(token: Token) -> str:
    """The ending of an attribute in lower case: "e" of "insolvente"; empty if it has none."""
    return next((e for e in ("en", "er", "es", "em", "e") if token.text.islower() and token.low.endswith(e)), "")


def _tag_small_word(tokens: list[Token], i: int) -> None:
    """Tell what the small words are that can be several things: "SEIN Haus", "SEIT er", "PRO Norvik", "von 2026 AN"."""
    token, after = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
    if token.tag == "B" and token.marks and after is not None and after.tag in "NAE%":
        token.tag = "D"
    if token.is_a("opens_clause") and token.tag == "P" and (i == 0 or tokens[i - 1].tag == ","):
        token.tag = "S" if _verb_ends_clause(tokens, i) else "P"
    if token.is_a("per") and after is not None and after.tag == "E":
        token.tag = "P"
    if token.low == "als" and after is not None and (_is_plain_noun(tokens, i + 1) or _is_than(tokens, i)):
        token.tag = "P"
    if token.low == "wie" and _compares(tokens, i):
        token.tag = "P"
    if token.low == "an" and i and tokens[i - 1].tag == "T" and tokens[i - 1].low.startswith(("von ", "vom ")):
        token.tag = "Z"


def _tag_verb(tokens: list[Token], i: int, words: Lexicon) -> None:
    """A form of a verb is one, or an adjective before its noun ("der GEKAUFTE Hersteller")."""
    token = tokens[i]
    if _is_attributive(tokens, i, words):
        token.tag, token.participle, token.verbs = "A", _participle(token, words), ()
    else:
        token.tag = "V"


def _is_adverb_first(tokens: list[Token], words: Lexicon) -> bool:
    """Whether a sentence begins with an adverb, which has a capital there only ("ZUSÄTZLICH kauft Norvik Tal")."""
    first = tokens[0]
    if first.tag != "N" or len(tokens) < 2 or not (first.low in words.small or words.ends_as(first.low, "adverbs")):
        return False
    return tokens[1].tag in "PDBHOW" or bool(tokens[1].verbs)


def _is_than(tokens: list[Token], i: int) -> bool:
    """Whether somebody is compared with: "verkauft mehr Häuser ALS die Rocket AG"; a clause has a comma and a verb."""
    return i > 0 and tokens[i - 1].tag not in ",–" and not _verb_ends_clause(tokens, i)


def _compares(tokens: list[Token], i: int) -> bool:
    """Whether examples follow: "Investoren WIE Norvik und Tal", "Firmen WIE den Händler Tal"; a clause has a comma."""
    following = tokens[i + 1 : i + 4]
    if not i or tokens[i - 1].tag != "N" or not following:
        return False
    named = any(t.tag == "E" for t in following[:3]) and all(t.tag in "DANE" for t in following[:2])
    return following[0].tag == "E" or (following[0].tag == "D" and named)


UNKNOWN = VerbReading(Verb("", "", "other"), "present", True)


def _guess_last(tokens: list[Token], i: int, words: Lexicon) -> None:
    """A clause that opens like a relative or a subordinate one and ends with a small word ends with its verb, though
    that be in no list (", die Vorhaben der Bahn BETREUT,")."""
    if token_before(tokens, i) not in (",", "") or (tokens[i].tag == "D" and not i):
        return
    end = next((j for j in range(i + 2, len(tokens)) if tokens[j].tag in ",.;:–"), None)
    if end is None or any(t.tag in "VBHOW" for t in tokens[i:end]):
        return
    last = tokens[end - 1]
    if last.tag == "A" and last.text.islower() and words.ends_as(last.low, "finite") and not last.is_a("adverb"):
        last.tag, last.verbs, last.participle = "V", (UNKNOWN,), None


def token_before(tokens: list[Token], i: int) -> str:
    """The tag of what stands before a token, or before its preposition; empty at the beginning."""
    before = i - 2 if i and tokens[i - 1].tag == "P" else i - 1
    return tokens[before].tag if before >= 0 else ""


def _is_attributive(tokens: list[Token], i: int, words: Lexicon) -> bool:
    """ "die an Norvik verkaufte Sparte", "bei vernetzten Autos": like a past tense, but between an article, or a
    preposition, and its noun."""
    token = tokens[i]
    if i == 0 or i + 1 >= len(tokens) or _participle(token, words) is None:
        return False
    following = tokens[i + 1]
    if following.tag not in "NE" or not following.text[0].isupper():
        return False
    if _is_counted(tokens, i) or tokens[i - 1].tag == "P":
        return True
    if tokens[i - 1].tag in "DA":
        return tokens[i - 1].tag == "D" or _is_attributive_adverb(tokens, i - 1)
    for j in range(i - 1, max(i - ATTRIBUTE, -1), -1):
        if tokens[j].tag == "D" and tokens[j + 1].tag in "PTM%":
            return True
        if tokens[j].tag == "A" and tokens[j].text == ",":
            return True  # read by ``_join_attributes``
        if tokens[j].tag in ",.;:BHOWL" or tokens[j].tag == "V":
            return False
    return False


ATTRIBUTE = 16
"""How many tokens may stand between an article and the participle before its noun."""


def _is_counted(tokens: list[Token], i: int) -> bool:
    """ "eine von zehn BESTELLTEN Lokomotiven": behind a number that stands behind a preposition or an article."""
    number = tokens[i - 1]
    return i > 1 and (number.is_a("number") or number.text.isdigit()) and tokens[i - 2].tag in "DP"


def _is_attributive_adverb(tokens: list[Token], i: int) -> bool:
    return i > 0 and tokens[i].tag == "A" and tokens[i - 1].tag == "D"


def _participle(token: Token, words: Lexicon) -> VerbReading | None:
    """The participle that a word may be which looks like a past tense ("verkaufte", "bewertete")."""
    for reading in token.verbs:
        lemma = reading.verb.lemma
        if reading.form == "past" and (words.begins_as(lemma, "inseparable") or words.ends_as(lemma, "without_ge")):
            return VerbReading(reading.verb, "participle", True)
    return None


def _is_plain_noun(tokens: list[Token], i: int) -> bool:
    """A noun without an article, as behind an "als" that compares or names a part ("als Partner")."""
    while i < len(tokens) - 1 and tokens[i].tag == "A" and tokens[i].text.endswith(("e", "en", "er", "es", "em")):
        i += 1
    return tokens[i].tag == "N" and tokens[i].text[0].isupper()


def _unname(tokens: list[Token]) -> None:
    """Of two names side by side behind an article, the first is a common noun: "der Zahlungsabwickler Norvik"."""
    for i, token in enumerate(tokens[:-1]):
        following = tokens[i + 1]
        if token.tag != "E" or " " in token.text or following.glued or following.start != token.end + 1:
            continue
        if i and tokens[i - 1].tag not in "DPA":
            continue
        if following.tag == "E" and not token.low.endswith("s"):
            token.tag = "N"
        elif following.tag == "N" and token.low.endswith("er") and i:
            token.tag = "A"


def _join_names(tokens: list[Token]) -> None:
    """What stands before the finite verb is one thing: in "Norvik Technik übernimmt" the noun is part of the name."""
    start = True
    for i, token in enumerate(tokens[:-2]):
        noun, verb = tokens[i + 1], tokens[i + 2]
        beside = noun.tag == "N" and not noun.glued and noun.text[0].isupper() and noun.start == token.end + 1
        if start and token.tag == "E" and beside and verb.tag in "VBHOW" and noun.text.isalpha():
            noun.tag = "Z"
        start = token.tag in ":" or (start and token.tag in "DAN")


def _infinitive_next(tokens: list[Token], i: int) -> bool:
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is not None and following.is_a("auxiliary"):
        return True
    return (
        following is not None
        and any(r.form in ("infinitive", "present") for r in following.verbs)
        and (not following.text[0].isupper())
    )


def _join_particle(tokens: list[Token], i: int) -> None:
    """Read "steigt … ein" as a form of "einsteigen", and drop readings whose particle is nowhere."""
    token = tokens[i]
    wanted = {r.verb.particle for r in token.verbs if not r.joined}
    parted = _particle_behind(tokens, i, wanted) or _particle_before(tokens, i, wanted)
    if parted is not None:
        token.verbs = tuple(r for r in token.verbs if not r.joined and r.verb.particle == parted.low)
        parted.tag = "Z"
        return
    joined = tuple(r for r in token.verbs if r.joined)
    token.verbs = joined
    if not joined:
        token.tag = "A"


def _particle_behind(tokens: list[Token], i: int, wanted: set[str]) -> Token | None:
    """The particle that closes the clause of the verb at ``i``, else the one that a linked name follows."""
    early: Token | None = None
    for j in range(i + 1, len(tokens)):
        candidate = tokens[j]
        if candidate.low in wanted and _ends_clause(tokens, j):
            return candidate
        if candidate.low in wanted and _is_early(tokens, j):
            early = early or candidate
        if candidate.tag in ".;:" or (candidate.tag == "V" and j > i + 1 and tokens[j - 1].tag in "&,"):
            return early
    return early


def _is_early(tokens: list[Token], j: int) -> bool:
    """Whether a preposition follows a particle, so that it is no article or adverb: "steigt EIN bei Norvik", "arbeiten
    ZUSAMMEN an neuen Motoren"; not "arbeitet ZUSAMMEN mit Norvik an …"."""
    link, linked = tokens[j + 1 : j + 2], tokens[j + 2 : j + 3]
    if not link or not linked or link[0].tag != "P" or link[0].is_a("with"):
        return False
    return linked[0].tag in "ED" or len(tokens[j].low) > SHORT_PARTICLE


def _particle_before(tokens: list[Token], i: int, wanted: set[str]) -> Token | None:
    """The particle at the head of a clause, before its verb: "HINZU kommt Norvik", "…, neu HINZU kommt Norvik"."""
    first = next((k + 1 for k in range(i - 1, max(0, i - 2 - LAST_FRONTED), -1) if tokens[k].tag in ",;:&"), 0)
    if not 0 < i - first <= LAST_FRONTED or any(t.tag in "NERDP" for t in tokens[first : i - 1]):
        return None
    candidate = tokens[i - 1]
    return candidate if candidate.low in wanted and len(candidate.low) > SHORT_PARTICLE else None


LAST_FRONTED = 2
"""Where a verb stands behind a particle at the latest, counted from the head of its clause."""


SHORT_PARTICLE = 3
"""Letters of particles that are prepositions too ("MIT Norvik arbeitet Tal zusammen")."""


def _ends_clause(tokens: list[Token], j: int) -> bool:
    following = tokens[j + 1] if j + 1 < len(tokens) else None
    return following is None or following.tag in '.,;:!?&C)(–-"“”«»' or following.tag in "S"


def _opens_relative(tokens: list[Token], i: int) -> bool:
    """Behind a comma (and a preposition), if the verb stands last before the next stop."""
    before = i - 2 if i and tokens[i - 1].tag == "P" else i - 1
    if before < 0 or tokens[before].tag != ",":
        return False
    closed = i
    for j in range(i + 1, len(tokens)):
        if j <= closed:
            continue
        if tokens[j].tag == "(":
            closed = next((k for k in range(j, min(j + BRACKETED, len(tokens))) if tokens[k].tag == ")"), j)
            continue  # "die 2014 für 20 Millionen Dollar (18 MILLIONEN EURO) gekauft WURDE"
        if tokens[j].tag == "&" and j > i + 1 and not _is_finite_end(tokens, j - 1):
            continue  # "an dem Norvik 51 und Tal 49 Prozent HALTEN"
        if tokens[j].tag == "," and j > i + 1 and _parts_names(tokens, j):
            continue  # "der sich Norvik, Tal und Orland EINVERLEIBTE"
        if tokens[j].tag in ",.;:–)&" and j > i + 1:
            if _ends_list(tokens, i, j):
                return False
            closes = _ends_main_clause(tokens, j) and _closes_bracket(tokens, before, tokens[j - 1])
            return not closes and _is_finite_end(tokens, j - 1)
        if tokens[j].tag in "BHOW" and not tokens[j].is_a("infinite") and not _is_last_word(tokens, j):
            return False
    return _is_finite_end(tokens, len(tokens) - 1)


def _ends_list(tokens: list[Token], i: int, end: int) -> bool:
    """Whether an article behind a comma opens the last members of a list that is the subject of the only verb: "Norvik,
    DER Zulieferer Tal und die Firma Hull KOOPERIEREN."; but "Norvik, DER Tal und Hull gehören, KOOPERIERT"."""
    joint = next((j for j in range(i + 1, end) if tokens[j].tag == "&"), None)
    if joint is None or tokens[i + 1].tag not in "NAE" or tokens[joint - 1].tag != "E":
        return False
    if not any(token.tag == "E" for token in tokens[joint:end]):
        return False
    opened = next((j for j in range(i - 1, -1, -1) if tokens[j].tag in "LS;:"), -1)
    if any(t.tag in "BHOWV" and not t.is_a("infinite") for t in tokens[opened + 1 : i]):
        return False
    behind = tokens[end + 1].tag if end + 1 < len(tokens) and tokens[end].tag == "," else "."
    return behind not in "BHOWV"


def _ends_main_clause(tokens: list[Token], j: int) -> bool:
    """Whether a stop ends the main clause: behind a comma nobody waits for an infinitive if a subordinate clause or a
    verb in another form follows ("wolle Tal, die Pumpenfirma Orland sowie vier Schiffe kaufen, SAGTE …")."""
    if tokens[j].tag in ".;":
        return True
    following = tokens[j + 1] if j + 1 < len(tokens) and tokens[j].tag == "," else None
    if following is None or following.tag not in "VS":
        return False
    return following.tag == "S" or all(r.form not in ("infinitive", "participle") for r in following.verbs)


def _parts_names(tokens: list[Token], j: int) -> bool:
    """Whether a comma parts two names, or two nouns ("das Pumpen, VENTILE und Rohre herstellt"), of a list that goes
    on."""
    tag, following = tokens[j - 1].tag, tokens[j + 1 : j + 3]
    return tag in "EN" and [t.tag for t in following][:1] == [tag] and following[-1].tag in ",&"


def _closes_bracket(tokens: list[Token], end: int, last: Token) -> bool:
    """Whether the last verb is the one that an auxiliary before waits for: "Zu ihnen SOLLEN Norvik, der Konzern Tal und
    Bergen GEHÖREN", "HAT in Norvik, das Portal Tal und Bergen INVESTIERT"."""
    helper = next((j for j in range(end - 1, -1, -1) if tokens[j].tag in "OWH"), None)
    form = "participle" if helper is not None and tokens[helper].tag == "H" else "infinitive"
    if helper is None or not any(r.form == form for r in last.verbs):
        return False
    return not any(t.tag in "V,;:" or t.is_a("infinite") for t in tokens[helper:end])


def _verb_ends_clause(tokens: list[Token], i: int) -> bool:
    """Whether the last word before the next stop is a finite verb, and none stands before it."""
    end = next((j for j in range(i + 1, len(tokens)) if tokens[j].tag in ",.;:"), None)
    if end is None or end - i < 3:
        return False
    inside = tokens[i + 1 : end - 1]
    last = tokens[end - 1]
    finite = last.tag in "BHOW" or any(r.form in FINITE for r in last.verbs)
    return finite and not last.text[0].isupper() and not any(t.tag in "BHOW" for t in inside if not t.is_a("infinite"))


def _is_last_word(tokens: list[Token], j: int) -> bool:
    """Whether only verbs follow before the next stop, as where the finite verb stands last."""
    for token in tokens[j + 1 :]:
        if token.tag in ',.;:–)&!?"”“':
            return True
        if token.tag not in "VBHOW2":
            return False
    return True


def _is_finite_end(tokens: list[Token], j: int) -> bool:
    """Whether a clause ends here with a finite verb, not with an infinitive."""
    token = tokens[j]
    if token.tag == "V":
        return tokens[j - 1].tag != "2" and any(r.form in FINITE for r in token.verbs)
    return token.tag in "BHOW" and tokens[j - 1].tag != "2"
