"""What stands around a name and says what it is: features of one candidate."""

import re
from itertools import takewhile

from newscrawl.deals.mentions.bare_nouns import is_plural
from newscrawl.deals.mentions.datelines import DASHES, before_short_state, goes_on, in_dateline, in_its_state
from newscrawl.deals.mentions.knowledge import Knowledge
from newscrawl.deals.mentions.openings import is_town_body, shares_surname
from newscrawl.deals.mentions.page import (
    Candidate,
    Page,
    behind_time,
    cue_after,
    is_trade,
    next_capital,
    phrase,
    role_ending,
)
from newscrawl.deals.mentions.quoted import is_title
from newscrawl.deals.mentions.raters import rates_shares
from newscrawl.deals.mentions.words import Word

_QUOTES = frozenset("\"“„”‚‘’'«»")
_APPOSITION = 9  # how far behind a comma the noun of an apposition may stand
_DOUBTFUL = frozenset({"ordinary", "adopted", "bare"})
_NO_PERSON = frozenset({"firm_like_person", "place"})
_LISTING = frozenset({",", "and", "und", "or", "oder", "sowie", "&"})


def features(page: Page, candidate: Candidate) -> list[str]:
    """The names of all features of a candidate at its place (see ``evidence.WEIGHTS``)."""
    found = list(candidate.hints)
    found += _before(page, candidate)
    found += _after(page, candidate)
    found += _itself(page, candidate)
    if "apposition" in found and "place" in found and page.known.noun_capitals and _is_genitive(page, candidate):
        found.remove("apposition")  # "der größte Verleiher EUROPAS"
    if "place_before" in found and "acts" in found and page.known.noun_capitals:
        found.remove("acts")  # "die Firma aus ST. PÖLTEN kauft"
    return found


def _is_genitive(page: Page, candidate: Candidate) -> bool:
    """Whether a place has the ending of the genitive."""
    name = page.text[candidate.start : candidate.end].lower()
    return name not in page.known.places and name.removesuffix(page.known.genitive_ending) in page.known.places


# --- the name alone ---


def _itself(page: Page, candidate: Candidate) -> list[str]:
    words = page.words[candidate.first : candidate.last + 1]
    name = page.text[candidate.start : candidate.end]
    known, found = page.known, []
    if name.isupper() and len(name) > 3 and in_dateline(page, candidate):
        found.append("dateline")
    if name in known.press:
        found.append("press")
    if name in known.firms_like_persons:
        found.append("firm_like_person")
    if name in known.indices or name.partition("-")[0] in known.indices:
        found.append("index")
    joined = len(words) > 1 or "-" in name
    if name in known.events or (joined and _is_thing(words[-1].lower, known)):
        found.append("event")
    if name in known.company_bodies:
        found.append("company_body")
    if name in known.techniques:
        found.append("technique")
    if _is_model(page, candidate, name) or is_title(page, candidate):
        found.append("model")
    if (known.reporting and _only_tells(page, candidate)) or rates_shares(page, candidate):
        found.append("only_tells")
    if _is_place(page, candidate, words):
        found.append("place")
    elif len(words) > 1 and words[-1].lower in known.place_words and not known.is_family(words[0].lower):
        found.append("place_word")
    family = known.noun_capitals and known.is_family(words[0].lower)
    if len(words) > 1 and (family or any(w.name_word for w in words) or is_town_body(page, candidate.first)):
        found.append("name_word")
    elif known.noun_capitals and len(words) == 1 and words[0].name_word and words[0].name:
        found.append("name_ending")
    elif _given(page, words) and _NO_PERSON.isdisjoint(found):
        found.append("given_word" if _ordinary_last(words, known) else "given_name")
    elif len(words) == 1 and words[0].given and "press" not in found:
        found.append("given_name" if shares_surname(page, candidate.first) else "given_alone")
    if any(w.special for w in words) and not words[-1].legal:
        found.append("camel" if any(_camel(w.text) for w in words) else "special")
    german = known.noun_capitals
    if _DOUBTFUL.isdisjoint(candidate.hints) and all(w.ordinary if german else w.small for w in words):
        common = any(w.lower in known.common_words for w in words)
        found.append("ordinary_words" if len(words) > 1 else "common_word" if common else "ordinary_word")
    return found


_DATED = re.compile(
    r", (?:(?:den )?\d{1,2}\.? ?\w{3,9} \d{4} ?[-–—:]|[A-Z][\w.]{1,20}+ \([A-Z][^()\n]{5,22} \d{4}\) ?[-–—])"
)
"""A date and a dash behind the town of a press release: "Martinsried, 12. Mai 2009 -", "Plano, TX (May 3, 2009) -"."""
_MODEL = re.compile(r"[A-Z]{1,3}-?\d{2,4}[a-zA-Z]?")
_NUMBERED = re.compile(r"[A-Z]{1,6}-?\d{4,}+[A-Z\d-]*+")
"""The number of a contract, a drug or a patent: "K00019-20"."""


def _is_model(page: Page, candidate: Candidate, name: str) -> bool:
    """ "hatte die E500 bestellt", "die E500 und E520", "vier HEATPIPES": a letter with a number behind an article or
    another such, and what is counted."""
    if _NUMBERED.fullmatch(name):
        return True
    before = page.words[candidate.first - 1] if candidate.first else None
    if before is None or not page.tokens.glued[candidate.first]:
        return False
    if _MODEL.fullmatch(name):
        if before.lower in page.known.and_words and _MODEL.fullmatch(page.words[candidate.first - 2].text):
            return True
        return before.lower in page.known.articles and not next_capital(page, candidate.last, len(page.words))
    return (
        page.known.noun_capitals
        and candidate.first == candidate.last
        and before.text in page.known.number_words
        and name.endswith("s")
    )


def _only_tells(page: Page, candidate: Candidate) -> bool:
    """Whether a name is that of who reports: "meldete das Branchenblatt NORVIK", "einem Bericht des Dienstes NORVIK",
    "sagte er der „NORVIK“."."""
    known, words, first = page.known, page.words, candidate.first
    quoted = first > 1 and words[first - 1].text in _QUOTES
    at = first - 2 if quoted else first - 1
    press = at >= 0 and words[at].capital == known.noun_capitals and words[at].lower.endswith(known.press_nouns)
    if not (press or quoted):
        return False
    before = [word.lower for word in words[max(0, at - _REPORTED) : max(at, 0)]]
    behind = [word.lower for word in words[candidate.last + 1 : candidate.last + 1 + _REPORTED]]
    if press:
        told = not known.reporting.isdisjoint(before[-3:]) or not known.reporting.isdisjoint(behind)
        return told or not known.reports.isdisjoint(before[-3:])
    ends = any(mark in behind[1:2] for mark in ".,")
    return quoted and ends and words[at].lower in ("der", "dem") and not known.saying.isdisjoint(before)


_REPORTED = 6
"""How many words before and behind a name the verb of saying may stand."""


def _is_thing(last: str, known: Knowledge) -> bool:
    """Whether a name's last word is that of a law, a programme or a prize: "Clean Air Act", "Deutscher Spielepreis"."""
    return last.endswith(known.thing_words) if known.noun_capitals else last in known.thing_words


def _ordinary_last(words: list[Word], known: Knowledge) -> bool:
    """ "Arden Glass", "Mille Images", "Brandt Nutzfahrzeuge": a given name before an ordinary word is as often a firm
    as a person; German surnames are short nouns, too ("Thomas Sommer"), but no plurals of long ones."""
    last = words[-1]
    if not known.noun_capitals:
        return last.small and not last.given
    things = last.ordinary and len(last.text) >= _LONG_NOUN and is_plural(last.lower, known)
    return last.foreign or last.organisation_noun or things


_LONG_NOUN = 8


def _camel(word: str) -> bool:
    """eBay, SoftBank: capitals inside and small letters too, beyond a plural s."""
    return any(c.isupper() for c in word[1:]) and any(c.islower() for c in word.removesuffix("s")) and word.isalpha()


def _is_place(page: Page, candidate: Candidate, words: list[Word]) -> bool:
    name = page.text[candidate.start : candidate.end]
    lower = name.lower()
    if lower in page.known.places:
        return not (name.isupper() and len(name) < 5) or "." in name or name in ("USA", "UK", "EU")
    if "-" in name and page.words[candidate.first].name and lower.partition("-")[0] in page.known.places:
        known = page.known
        firm = known.noun_capitals and lower.rpartition("-")[2] in known.nouns  # "Ostsee-Leben"
        return candidate.first == candidate.last and not firm  # "Berlin-Kreuzberg"
    ending = page.known.genitive_ending
    genitive = bool(ending) and lower.endswith(ending) and lower not in page.known.given_names  # "Thales"
    return genitive and lower[: -len(ending)] in page.known.places


def _given(page: Page, words: list[Word]) -> bool:
    """Two to four words, the first a given name or an initial: perhaps a person."""
    if not 2 <= len(words) <= 5 or words[-1].legal or words[-1].special:
        return False
    if words[-1].lower in page.known.region_words:
        return False  # "Aldi Nord"
    if any(w.text == "&" or w.lower in page.known.and_words for w in words):
        return False
    first = words[0]
    initial = len(first.text) == 2 and first.text.endswith(".") and first.text[0].isupper()
    if first.place or first.origin:
        return False
    return first.given or initial or first.lower.split("-")[0] in page.known.given_names


# --- before the name ---


def _before(page: Page, candidate: Candidate) -> list[str]:
    at = _skip_back(page, candidate.first - 1)
    if at < 0 or page.tokens.starts[candidate.first] - page.tokens.stops[at] > 40:
        return []
    found = _introduced(page, candidate, at)
    if page.words[at].text == ":" and at and page.words[at - 1].text in page.known.indices:
        return [*found, "symbol"]
    if page.tokens.stops[at] > page.tokens.ends[at]:
        return [*found, *_possessed(page, at)]
    cue = _cue_before(page, at)
    if cue and not (cue == "place_before" and page.words[candidate.first].special):
        found.append(cue)
    return found


def _possessed(page: Page, at: int) -> list[str]:
    """What a country ("bought by FRANCE'S Norvik") or a person has ("Ann Berg's Norvik") is a firm, of which is meant
    what stands before; what a firm has is a product."""
    if page.words[at].place or page.words[at].lower in page.known.places:
        before = _skip_back(page, at - 1)
        cue = _cue_before(page, before) if before >= 0 else None
        return ["possessed_by_place", cue] if cue == "deal_object" else ["possessed_by_place"]
    return ["possessed_by_person" if at and page.words[at - 1].given else "possessed"]


def _skip_back(page: Page, at: int) -> int:
    """Over opening quotes and articles to the word that governs the name."""
    while at >= 0 and (page.tokens.words[at] in _QUOTES or page.words[at].lower in page.known.determiners):
        at -= 1
    return at


def _introduced(page: Page, candidate: Candidate, at: int) -> list[str]:
    """An apposition, a role or a form of address right before the name, no article between."""
    if at != candidate.first - 1 and page.tokens.words[candidate.first - 1] not in _QUOTES:
        return []
    word = page.words[at]
    if word.text == "," and at > 1 and page.tokens.stops[at - 2] > page.tokens.ends[at - 2]:
        at, word = at - 1, page.words[at - 1]  # "Norvik's BOSS, R.J. Berg"
    if word.lower in page.known.called and at and is_trade(page, at - 1):
        return ["apposition"]
    if not page.words[candidate.first].given and _is_doctors_firm(page, at):
        return ["apposition"]
    dotted = word.text == "." and at and page.words[at - 1].lower in page.known.honorifics
    if dotted or word.lower in page.known.honorifics:
        return ["honorific"]
    noun = word.head if word.prefix else word.lower
    role = noun in page.known.roles or word.title or (page.known.noun_capitals and role_ending(page, noun))
    given = page.words[candidate.first].given  # "der Investor Norvik", but "der Investor Jan Berg"
    alone = not given or (candidate.first == candidate.last and noun not in page.known.roles)  # "der Autohändler Jan"
    if is_trade(page, at) and word.capital == page.known.noun_capitals and (alone or not role):
        return ["apposition"]
    if page.known.noun_capitals and not word.capital and _of_origin(page, word.lower):
        return ["origin_before"]  # "die indische Norvik"; a person would be "der Inder Jan Berg"
    if page.known.noun_capitals and not role and (_is_own_thing(page, at) or _is_kind_of_product(page, at)):
        return ["product_before"]
    return ["role_before"] if role else []


def _is_own_thing(page: Page, at: int) -> bool:
    """ "für SEIN MIGRÄNEMITTEL ELB-20": a noun of what somebody has, which is no company."""
    word, before = page.words[at], page.words[at - 1].lower if at else ""
    return word.capital and word.ordinary and before in page.known.possessives and page.tokens.glued[at]


def _is_kind_of_product(page: Page, at: int) -> bool:
    """ "die LERNSOFTWARE Mathilda": a compound of a noun for products, and of a word."""
    word = page.words[at]
    if not word.capital or len(word.lower) > LONGEST_WORD:
        return False
    ends = (word.lower[cut:] for cut in range(SHORTEST_FIRST, len(word.lower) - SHORTEST_FIRST + 1))
    return any(page.known.before.get(end) == "product_before" for end in ends)


SHORTEST_FIRST, LONGEST_WORD = 4, 80
"""Letters that a compound's first word has at least ("BEIspiel" is none), and a compound at most."""


def _is_doctors_firm(page: Page, at: int) -> bool:
    """ "die Pharmafirma DR. Norvik": a firm that is called as its founder with title."""
    doctor = at - 1 if page.words[at].text == "." else at
    if doctor < 1 or page.words[doctor].lower.rstrip(".") not in page.known.honorifics:
        return False
    firm = page.words[doctor - 1]
    return (
        firm.organisation_noun
        and firm.capital
        and not (firm.lower in page.known.roles or role_ending(page, firm.lower))
    )


def _of_origin(page: Page, adjective: str) -> bool:
    return adjective in page.known.origins or adjective.endswith(("ische", "ischen", "ischer"))


def _cue_before(page: Page, at: int) -> str | None:
    known = page.known
    one = known.contractions.get(page.words[at].lower, page.words[at].lower)
    if one not in known.before_ends:
        return None
    words = [known.contractions.get(w.lower, w.lower) for w in page.words[max(0, at - 3) : at + 1]]
    words = [w for w in words[:-1] if w not in known.determiners] + [one]
    for size in (3, 2, 1):
        if len(words) >= size and (cue := known.before.get(" ".join(words[-size:]))):
            return cue
    return None


# --- behind the name ---


def _after(page: Page, candidate: Candidate) -> list[str]:
    last, words, tokens = candidate.last, page.words, page.tokens
    found = []
    if tokens.stops[last] > tokens.ends[last]:
        found.append("possessive")
    at = last + 1
    if at < len(words) and words[at].text in _QUOTES:
        at += 1
    if at >= len(words) or tokens.starts[at] - tokens.stops[last] > 3:
        return found
    mark = words[at].text
    if mark == "(":
        return found + _bracket(page, at, candidate)
    if mark == "," and _starts_paragraph(page, candidate) and _DATED.match(page.text, tokens.starts[at]):
        return [*found, "dateline"]
    if mark == "," and in_its_state(page, at, candidate):
        return [*found, "place"]
    if mark == "," and before_short_state(page, at, candidate):
        return [*found, "dateline"]
    if mark == ",":
        return found + _behind_comma(page, at + 1, candidate)
    if mark in DASHES and _starts_paragraph(page, candidate) and not goes_on(page, at):
        return found if candidate.start in page.labels else [*found, "dateline"]
    cue = cue_after(page, at) or cue_after(page, behind_time(page, at, len(words) - 1))
    if cue and not (cue == "goods_after" and found):  # "NORVIK'S chips": those of a maker
        found.append(cue)
    if page.words[at].lower in page.known.person_verbs:
        found.append("person_verb")
    elif at + 1 < len(page.words) and f"{page.words[at].lower} {page.words[at + 1].lower}" in page.known.person_verbs:
        found.append("person_after")  # "stepped down": what no company does
    return found


def _starts_paragraph(page: Page, candidate: Candidate) -> bool:
    before = page.text[max(0, candidate.start - 2) : candidate.start]
    return candidate.start == 0 or "\n" in before


def _bracket(page: Page, at: int, candidate: Candidate) -> list[str]:
    """What a bracket behind the name holds: a ticker, an age, an agency before a dash."""
    inside = [w.text for w in page.words[at + 1 : at + 7]]
    if ")" not in inside:
        return ["ticker"] if inside and inside[0] in page.known.indices and ":" in inside[1:3] else []
    inside = inside[: inside.index(")")]
    if inside and (inside[0] in page.known.indices or (":" in inside[1:3] and inside[0].isupper())):
        return ["ticker"]
    if len(inside) == 1 and inside[0].isdigit() and 17 < int(inside[0][:4]) < 100:
        return ["age"]
    if len(inside) == 1 and _starts_paragraph(page, candidate):
        dash = page.words[at + 3 : at + 4]
        signed = inside[0].islower() and bool(dash) and dash[0].text in DASHES and not goes_on(page, at + 3)
        return ["dateline"] if signed or inside[0] in page.known.press else []  # "JENA (pta) - Die Norvik SE …"
    return []


def _behind_comma(page: Page, at: int, candidate: Candidate) -> list[str]:
    """An apposition behind the name: ", a retailer", ", the country's biggest portal firm", ", 45,", ", who"."""
    words = page.words[at : at + _APPOSITION]
    if not words:
        return []
    first = words[0]
    if first.text.isdigit() and len(first.text) == 2 and len(words) > 1 and words[1].text in (",", ")"):
        return ["age"]
    if first.lower in page.known.person_verbs:
        return ["person_verb"]
    if first.lower in page.known.titles or (first.lower in page.known.roles and not first.organisation_noun):
        is_of_next = _names_next(page, words) and not page.words[candidate.first].given
        return [] if is_of_next else ["person_after"]
    if not (first.lower in page.known.articles or first.origin or first.organisation_noun) or _says(page, words):
        return []
    return _noun_of(page, words, may_be_person=page.known.noun_capitals and page.words[candidate.first].given)


def _says(page: Page, words: list[Word]) -> bool:
    """ "Norvik has bought Tal, A SPOKESMAN SAID": who speaks, and no word for Tal."""
    own = takewhile(lambda word: word.text not in ".,;:()", words)
    return any(word.lower in page.known.saying for word in own)


def _names_next(page: Page, words: list[Word]) -> bool:
    """Whether a role behind a comma is that of who is named next: "…, CHIEF EXECUTIVE Ann Berg told reporters"."""
    known = page.known
    behind = next((w for w in words if not (w.title or w.lower in known.titles or w.lower in known.roles)), None)
    return behind is not None and behind.capital and not behind.function


def _noun_of(page: Page, words: list[Word], may_be_person: bool) -> list[str]:
    """The first noun for an organisation or a role in an apposition; of what can be both ("a dealer") a given name
    decides, where many nouns for firms are some for people, too."""
    for word in words:
        if word.text in ".;:()" or word.text == ",":
            break
        role = word.lower in page.known.roles or word.title
        if role and (may_be_person or not word.organisation_noun):
            return ["person_after"]
        if word.organisation_noun:
            return ["appositive_after"]
        if word.lower in page.known.stops:
            break
    return []


def listed(page: Page, one: Candidate, other: Candidate) -> str:
    """How two candidates stand side by side in a list: "and", "comma", or "" if they do not."""
    between = page.words[one.last + 1 : other.first]
    if not 1 <= len(between) <= 2 or page.tokens.starts[other.first] - page.tokens.stops[one.last] > 12:
        return ""
    if not all(w.lower in _LISTING for w in between) or _phrase(page, one) == _phrase(page, other):
        return ""
    return "comma" if between[-1].text == "," else "and"


def _phrase(page: Page, candidate: Candidate) -> str:
    return phrase(page, candidate.first, candidate.last)
