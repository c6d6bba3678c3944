"""Tokens → verb groups: a verb with its auxiliaries, its form and its particle."""

from newscrawl.deals.syntax.lexicon import Lexicon, VerbReading
from newscrawl.deals.syntax.phrases import Phrase
from newscrawl.deals.syntax.tokens import Token


def verb_group(tokens: list[Token], i: int) -> tuple[Phrase | None, int]:
    """Auxiliaries and adverbs in front, then the main verb, if there is one."""
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


def verb_cluster(tokens: list[Token], i: int, lexicon: Lexicon) -> tuple[Phrase | None, int]:
    """Verbs and auxiliaries side by side in any order ("übernommen worden sei"); the last full verb is the main one,
    but "will bauen | LASSEN" is one that lets another be done."""
    first = i
    while i < len(tokens) and tokens[i].tag in "VBHWO2":
        if any(t.tag == "V" for t in tokens[first:i]) and _lets(tokens, i, lexicon):
            break
        i += 1
    cluster = tokens[first:i]
    main = next((t for t in reversed(cluster) if t.tag == "V"), None)
    helpers = [t for t in cluster if t is not main]
    phrase = Phrase("VG", cluster, helpers=helpers)
    if main is not None:
        reading = main.verbs[0]
        phrase.verb, phrase.form = reading.verb, _cluster_form(main, helpers)
    return phrase, i


def _lets(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether a verb for letting something be done stands at ``i``, or behind its "zu"."""
    at = i + 1 if tokens[i].tag == "2" and i + 1 < len(tokens) else i
    return any(r.form == "infinitive" and lexicon.is_a(r.verb.lemma, "causing") for r in tokens[at].verbs)


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
    """Whether a particle away from its verb governs nothing itself ("took Norvik over", not "took over from Tal"), and
    nothing governs it ("took a stake as PART of the deal")."""
    if distance == 1:
        return True
    if tokens[i + distance - 1].tag == "P":
        return False
    after = tokens[i + distance + 1] if i + distance + 1 < len(tokens) else None
    return after is None or after.tag in ".,P&T" or after.low == "for"


def helpers_of(group: Phrase, phrases: list[Phrase]) -> list[Token]:
    """The auxiliaries of a verb, those elsewhere in its clause included where the word order parts them."""
    if group.clause < 0:
        return group.helpers
    apart = [p for p in phrases if p.kind == "VG" and p.verb is None and p.clause == group.clause]
    return [*group.helpers, *(t for p in apart for t in p.tokens)]
