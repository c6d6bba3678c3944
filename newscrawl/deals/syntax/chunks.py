"""Tokens → phrases: noun phrases with their preposition, verb groups with their auxiliaries, and the joints between."""

from newscrawl.deals.syntax.lexicon import Lexicon, VerbReading
from newscrawl.deals.syntax.phrases import Phrase
from newscrawl.deals.syntax.tokens import Token

NOUNLIKE = frozenset("NAEMTU%")
QUOTES = frozenset("\"“”„‟«»‚‘’'`*•·")
ADJECTIVES = ("ive", "al", "ous", "ful", "able", "ible", "ic", "ary")
"""Endings of adjectives that the lexicon need not know."""
ATTRIBUTES = 4
"""How many tokens around a comma are looked at for attributes."""
BRACKETED = 30
"""How many tokens what stands in brackets may have to be left out."""


def chunk(tokens: list[Token], lexicon: Lexicon) -> list[Phrase]:
    """Group tagged tokens into phrases, in order; each phrase knows its index."""
    tokens = [
        t
        for i, t in enumerate(tokens)
        if t.tag not in QUOTES and t.tag != "Z" and not (t.tag == "." and i + 1 < len(tokens))
    ]
    tokens = _without_conversions(_joined_namings(tokens, lexicon))
    tokens = _without_brackets(tokens) if lexicon.separable else _without_attribute_commas(tokens)
    phrases: list[Phrase] = []
    loose: list[Token] = []
    i = 0
    while i < len(tokens):
        if tokens[i].tag == "Z":
            i += 1
            continue
        first = i
        phrase, i = _phrase(tokens, i, lexicon)
        if phrase is None:
            loose += tokens[first:i]
        else:
            if not phrases:
                phrase.adverbs, loose = [*loose, *phrase.adverbs], []
            phrases.append(phrase)
        if phrases and loose:
            phrases[-1].adverbs += loose
            loose = []
    phrases = _with_attributes(phrases) if lexicon.separable else _without_asides(phrases, lexicon)
    return _numbered(_attach_names(_attach_genitives(phrases, lexicon), lexicon))


def _without_brackets(tokens: list[Token]) -> list[Token]:
    """Drop what stands in brackets behind something and has no verb: "Norvik (Bonn)", "Tal (kurz: TL)"."""
    kept: list[Token] = []
    i = 0
    while i < len(tokens):
        inside = range(i, min(i + BRACKETED, len(tokens))) if tokens[i].tag == "(" else ()
        end = next((j for j in inside if tokens[j].tag == ")"), 0)
        if kept and end and not any(t.tag in "VBHOW" for t in tokens[i:end]):
            i = end + 1
            continue
        kept.append(tokens[i])
        i += 1
    return kept


def _without_attribute_commas(tokens: list[Token]) -> list[Token]:
    """Drop the comma between two attributes of a noun: "a five-year, $300 million contract"."""
    return [t for i, t in enumerate(tokens) if t.tag != "," or not _parts_attributes(tokens, i)]


def _parts_attributes(tokens: list[Token], i: int) -> bool:
    opened = next((j for j in range(i - 1, max(i - ATTRIBUTES, -1), -1) if tokens[j].tag not in "AUM"), None)
    if opened is not None and tokens[opened].low.endswith(ADJECTIVES) and opened == i - 1:
        opened -= 1
    if opened is None or opened == i - 1 or tokens[opened].tag != "D" or tokens[opened].low not in ("a", "an"):
        return False
    behind = [t.tag for t in tokens[i + 1 : i + 1 + ATTRIBUTES]]
    return behind[:1] in (["A"], ["U"], ["M"]) and "N" in behind and set(behind[: behind.index("N")]) <= set("AUM")


def _attach_names(phrases: list[Phrase], lexicon: Lexicon) -> list[Phrase]:
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


def _without_asides(phrases: list[Phrase], lexicon: Lexicon) -> list[Phrase]:
    """Drop ", or 5 pct," between shares and whose they are: "2 mln shares, or 5 pct, of Norvik"."""
    kept: list[Phrase] = []
    end = 0
    for i, phrase in enumerate(phrases):
        if i >= end and phrase.kind == ",":
            if _is_aside(phrases[i : i + 5]):
                end = i + 4
            elif kept and _is_share_again(kept[-1], phrases[i : i + 4], lexicon):
                end = i + 3
        if i >= end:
            kept.append(phrase)
    return kept


def _is_aside(phrases: list[Phrase]) -> bool:
    if [p.kind for p in phrases] != [",", "&", "NP", ",", "NP"]:
        return False
    return phrases[2].head.tag == "%" and phrases[4].preposition in ("of", "in")


def _is_share_again(shares: Phrase, phrases: list[Phrase], lexicon: Lexicon) -> bool:
    """ "9 mln shares, or 33 pct of Norvik's stock": the share says again how many they are."""
    if [p.kind for p in phrases] != [",", "&", "NP", "NP"] or shares.kind != "NP":
        return False
    return (
        shares.head.low == "shares" and phrases[2].head.tag == "%" and lexicon.is_a(phrases[3].preposition, "genitive")
    )


def _with_attributes(phrases: list[Phrase]) -> list[Phrase]:
    """Give an article its noun over the attribute between them: "die | in Bergen | ansässige Norvik AG"."""
    kept: list[Phrase] = []
    for i, phrase in enumerate(phrases):
        host = _attribute_host(phrases, i) if _is_bare_determiner(phrase) else None
        if host is None:
            kept.append(phrase)
            continue
        host.determiner, host.preposition, host.cases = phrase.determiner, phrase.preposition, phrase.cases
        for inner in phrases[i + 1 :]:
            if inner is host:
                break
            inner.inner = True
    return kept


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
            return phrase if phrase.head.tag in "NE" else None
        if not (phrase.preposition or phrase.is_measure or j > i + 1):
            return None
    return None


def _without_conversions(tokens: list[Token]) -> list[Token]:
    """Drop a sum in brackets that says the one before again: "in a $1.8bn (£931m) deal"."""
    kept: list[Token] = []
    end = 0
    for i, token in enumerate(tokens):
        if token.tag == "(" and kept and kept[-1].tag == "M" and [t.tag for t in tokens[i + 1 : i + 3]] == ["M", ")"]:
            end = i + 3
        if i >= end:
            kept.append(token)
    return kept


def _joined_namings(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Drop "called" between a noun and its name: "a company called Norvik"."""
    return [
        t
        for i, t in enumerate(tokens)
        if not (
            0 < i < len(tokens) - 1
            and tokens[i + 1].tag == "E"
            and tokens[i - 1].tag == "N"
            and lexicon.is_a(t.low, "naming")
        )
    ]


def _numbered(phrases: list[Phrase]) -> list[Phrase]:
    for index, phrase in enumerate(phrases):
        phrase.index = index
    return phrases


def _phrase(tokens: list[Token], i: int, lexicon: Lexicon) -> tuple[Phrase | None, int]:
    token = tokens[i]
    if lexicon.separable and token.tag in "VBHWO2":
        return _verb_cluster(tokens, i)
    if token.tag in "VBHWO2" or (token.tag == "X" and i + 1 < len(tokens) and tokens[i + 1].tag in "VBHWO2"):
        return _verb_group(tokens, i)
    if token.tag == "P":
        return _prepositional(tokens, i, lexicon)
    if token.tag == "R":
        return Phrase("NP", [token], cases=token.marks), i + 1
    if token.tag in "DX" or token.tag in NOUNLIKE:
        return _noun_phrase(tokens, i, lexicon)
    return Phrase(token.tag, [token]), i + 1


def _prepositional(tokens: list[Token], i: int, lexicon: Lexicon) -> tuple[Phrase | None, int]:
    """A preposition and its noun phrase; one without a noun phrase is a particle or introduces a verb."""
    preposition = tokens[i]
    low = lexicon.contractions.get(preposition.low, preposition.low)
    if i + 2 < len(tokens) and tokens[i + 1].low.endswith("ly") and tokens[i + 2].tag in "D%M":
        i += 1
    if i + 1 < len(tokens):
        following = tokens[i + 1]
        if following.tag in NOUNLIKE or following.tag in "DR":
            phrase, end = _phrase(tokens, i + 1, lexicon)
            if phrase is not None and phrase.kind == "NP":
                _outermost(phrase).preposition = phrase.preposition = low
                if low != preposition.low and phrase.determiner is None:
                    phrase.determiner = preposition  # "am" holds an article
                return phrase, end
    return Phrase("P", [preposition], preposition=low), i + 1


def _outermost(phrase: Phrase) -> Phrase:
    while phrase.owner is not None:
        phrase = phrase.owner
    return phrase


def _noun_phrase(tokens: list[Token], i: int, lexicon: Lexicon) -> tuple[Phrase | None, int]:
    """Determiner, modifiers, head; a genitive "'s" makes all before it the owner of what follows."""
    owner: Phrase | None = None
    while True:
        phrase, i = _plain_noun_phrase(tokens, i, lexicon)
        if phrase is None:
            return owner, i
        phrase.owner = owner
        if i < len(tokens) and tokens[i].tag == "G":
            owner, i = phrase, i + 1
            continue
        if lexicon.separable and _is_genitive_name(phrase, tokens, i):
            owner = phrase
            continue
        return phrase, i


def _is_genitive_name(phrase: Phrase, tokens: list[Token], i: int) -> bool:
    """ "Norviks Übernahme": a bare name on -s before its noun owns it."""
    if phrase.head.tag != "E" or len(phrase.tokens) > 1 or not phrase.head.low.endswith(("s", "s'", "x", "z")):
        return False
    if i < len(tokens) and tokens[i].participle is not None and i > 1 and tokens[i - 2].tag == "P":
        return False  # "die von Tal Ventures angeführte Runde"
    if phrase.head.low.endswith(("x", "z")) and i < len(tokens) and tokens[i].start < phrase.head.end + 2:
        return False  # without an apostrophe: "wollen Norvik und Tarnex Batterien bauen"
    if i + 1 < len(tokens) and tokens[i].tag == "E" and tokens[i + 1].glued and tokens[i + 1].tag == "N":
        return True  # "Norviks Tal-Übernahme"
    return i < len(tokens) and tokens[i].tag in "NA" and not tokens[i].glued and _noun_follows(tokens, i)


def _noun_follows(tokens: list[Token], i: int) -> bool:
    while i < len(tokens) and tokens[i].tag == "A":
        i += 1
    return i < len(tokens) and tokens[i].tag == "N"


def _plain_noun_phrase(tokens: list[Token], i: int, lexicon: Lexicon) -> tuple[Phrase | None, int]:
    first = i
    determiner = None
    while i < len(tokens) and tokens[i].tag in "DX":
        determiner = determiner or tokens[i]
        i += 1
    inside: list[Token] = []
    while i < len(tokens) and tokens[i].tag in NOUNLIKE and not _starts_anew(inside, tokens, i, determiner, lexicon):
        inside.append(tokens[i])
        i += 1
    adverbs = _drop_trailing_adverbs(inside)
    if determiner is None and all(t.tag == "A" for t in inside):
        return None, max(i, first + 1)
    if not inside:
        return (
            (Phrase("NP", tokens[first:i], determiner=determiner, cases=tokens[first].marks), i)
            if determiner
            else (
                None,
                max(i, first + 1),
            )
        )
    cases = determiner.marks if determiner else frozenset()
    return Phrase("NP", inside, determiner=determiner, cases=cases, adverbs=adverbs), i


def _starts_anew(inside: list[Token], tokens: list[Token], i: int, determiner: Token | None, lexicon: Lexicon) -> bool:
    """Whether the token opens a noun phrase of its own: "paid Norvik | $3m", "Norvik | last year bought"."""
    if not inside:
        return False
    token, last = tokens[i], inside[-1]
    beside = (token.tag == "A" and not last.text.isdigit()) or (last.tag == "E" and token.tag in "EN")
    if lexicon.separable and last.tag in "NE" and not token.glued and (beside or _is_counted(tokens, i)):
        return True
    if token.tag == "M" and last.tag in "NA" and determiner is not None and _noun_at(tokens, i + 1):
        return False
    if token.tag == "T" and any(t.tag in "NE" for t in inside):
        return True
    if token.tag in "MTU" and last.tag in "NEMTU%":
        return True
    if lexicon.separable and token.tag == "%" and last.tag in "NEM":
        return True
    if lexicon.separable and token.tag == "A" and last.tag in "MTU%" and determiner is None:
        return token.text.endswith(("e", "en", "er", "es", "em"))
    if last.tag in "TU" and determiner is None:
        return token.tag in "ED" or not _is_noun_ahead(tokens, i)
    if determiner is not None and determiner.low in ("a", "an") and _noun_at(tokens, i + 1):
        return False  # "a $20 million Norvik contract"
    return last.tag == "M" and token.tag == "E"


def _is_counted(tokens: list[Token], i: int) -> bool:
    """Whether a number with its noun begins here: "bei den Schweizern | 44 Züge"."""
    return tokens[i].text[0].isdigit() and tokens[i].tag == "N" and _noun_at(tokens, i + 1)


def _noun_at(tokens: list[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].tag == "N"


def _is_noun_ahead(tokens: list[Token], i: int) -> bool:
    return tokens[i].tag in "NA"


def _drop_trailing_adverbs(inside: list[Token]) -> list[Token]:
    """Take adverbs behind the noun off it, and give them back."""
    dropped: list[Token] = []
    while inside and inside[-1].tag == "A" and len(inside) > 1:
        dropped.insert(0, inside.pop())
    return dropped


def _verb_group(tokens: list[Token], i: int) -> tuple[Phrase | None, int]:
    helpers: list[Token] = []
    first = i
    while i < len(tokens) and tokens[i].tag in "BHWO2XA":
        if tokens[i].tag == "A" and not _verb_ahead(tokens, i):
            break
        helpers.append(tokens[i])
        i += 1
    if i < len(tokens) and tokens[i].tag == "V":
        return _with_main_verb(tokens, i, helpers), i + 1
    return Phrase("VG", tokens[first:i], helpers=helpers), max(i, first + 1)


def _verb_cluster(tokens: list[Token], i: int) -> tuple[Phrase | None, int]:
    """Verbs and auxiliaries side by side in any order ("übernommen worden sei"); the last full verb is the main one."""
    first = i
    while i < len(tokens) and tokens[i].tag in "VBHWO2":
        i += 1
    cluster = tokens[first:i]
    main = next((t for t in reversed(cluster) if t.tag == "V"), None)
    helpers = [t for t in cluster if t is not main]
    phrase = Phrase("VG", cluster, helpers=helpers)
    if main is not None:
        reading = main.verbs[0]
        phrase.verb, phrase.form = reading.verb, _cluster_form(main, helpers)
    return phrase, i


def _cluster_form(main: Token, helpers: list[Token]) -> str:
    """Of several forms a word can be, the one that its auxiliaries ask for; alone it is finite."""
    forms = [r.form for r in main.verbs if r.verb == main.verbs[0].verb]
    tags = {t.tag for t in helpers}
    wanted = ("infinitive",) if tags & {"2", "W"} else ("participle", "infinitive") if tags else ("present", "past")
    return next((form for form in wanted if form in forms), forms[0])


def _verb_ahead(tokens: list[Token], i: int) -> bool:
    """Whether a verb or auxiliary follows, adverbs skipped."""
    following = next((t for t in tokens[i + 1 : i + 5] if t.tag != "A"), None)
    return following is not None and following.tag in "VBHX2"


def _with_main_verb(tokens: list[Token], i: int, helpers: list[Token]) -> Phrase:
    token = tokens[i]
    passive_helper = any(t.tag == "B" or t.low in ("get", "gets", "got") for t in helpers)
    if not token.verbs:
        return _unknown_verb(token, helpers, passive_helper)
    reading, particle = _reading(tokens, i, helpers)
    phrase = Phrase("VG", [*helpers, token], helpers=helpers, verb=reading.verb, form=_form(reading, token, helpers))
    phrase.passive = passive_helper and phrase.form == "participle"
    phrase.particle = particle
    return phrase


def _unknown_verb(token: Token, helpers: list[Token], passive: bool) -> Phrase:
    """A verb told by its ending alone."""
    form = "gerund" if token.low.endswith("ing") else "infinitive" if not token.low.endswith("ed") else "past"
    group = Phrase("VG", [*helpers, token], helpers=helpers, form="participle" if passive and form == "past" else form)
    group.passive = group.form == "participle"
    return group


def _form(reading: VerbReading, token: Token, helpers: list[Token]) -> str:
    forms = {r.form for r in token.verbs if r.verb == reading.verb}
    tags = {t.tag for t in helpers}
    last = next((t.tag for t in reversed(helpers) if t.tag not in "AX"), "")
    if "infinitive" in forms and (last == "2" or (tags & {"2", "W", "O"} and not tags & {"B", "H"})):
        return "infinitive"  # "is to become", "will run"
    if "participle" in forms and tags & {"B", "H"}:
        return "participle"
    return next((f for f in ("past", "present", "gerund", "participle", "infinitive") if f in forms), reading.form)


def _reading(tokens: list[Token], i: int, helpers: list[Token]) -> tuple[VerbReading, Token | None]:
    """The reading of a verb: a phrasal one if its particle follows at once or behind the object."""
    token = tokens[i]
    for distance in range(1, 8):
        if i + distance >= len(tokens) or tokens[i + distance].tag in ".,;:VS":
            break
        candidate = tokens[i + distance]
        for reading in token.verbs:
            particle = reading.verb.particle
            if particle and not reading.joined and candidate.low == particle and _is_free(tokens, i, distance):
                candidate.tag = "Z"
                return reading, candidate
    whole = [r for r in token.verbs if r.joined] or list(token.verbs)
    wanted = [r for r in whole if r.form == "infinitive"] if helpers and helpers[-1].tag in "W2" else []
    return (wanted or whole)[0], None  # "will found" is no form of "find"


def _is_free(tokens: list[Token], i: int, distance: int) -> bool:
    """Whether a particle away from its verb governs nothing itself ("took Norvik over", not "took over from Tal")."""
    if distance == 1:
        return True
    after = tokens[i + distance + 1] if i + distance + 1 < len(tokens) else None
    return after is None or after.tag in ".,P&" or after.low == "for"


def _attach_genitives(phrases: list[Phrase], lexicon: Lexicon) -> list[Phrase]:
    """Hang "of X" on the noun phrase before it; it leaves the sequence."""
    kept: list[Phrase] = []
    for phrase in phrases:
        before = _before_genitive(phrase, kept, lexicon)
        if before is not None:
            _innermost(before).of = phrase
        else:
            kept.append(phrase)
    return kept


def _before_genitive(phrase: Phrase, kept: list[Phrase], lexicon: Lexicon) -> Phrase | None:
    """The noun phrase that a genitive belongs to."""
    if phrase.kind != "NP" or not _may_be_genitive(phrase, lexicon):
        return None
    before = next((p for p in reversed(kept) if not (p.inner or p.is_time)), None)
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
        return _innermost(before).head.tag == "N"
    if phrase.preposition == "von" and phrase.names:
        return lexicon.is_a(_innermost(before).head.low, "owners")  # "die Eigentümer von NORVIK"
    if phrase.preposition:
        return lexicon.is_a(phrase.preposition, "genitive")
    inner = _innermost(before)
    if phrase.determiner is not None and any(adverb.start >= inner.end for adverb in before.adverbs):
        return False  # "dem Bericht ZUFOLGE der Investor"
    return inner.head.tag in "N%" or (phrase.determiner is not None and phrase.determiner.low == "des")


def _innermost(phrase: Phrase) -> Phrase:
    while phrase.of is not None:
        phrase = phrase.of
    return phrase
