"""Which mentions of a text name the same: full and short forms, initials, aliases in brackets, genitives."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from newscrawl.deals.mentions.evidence import kind
from newscrawl.deals.mentions.page import Candidate, Page, of_town, sentence_of

Key = tuple[str, ...]
_INFLECTED = ("en", "er", "es", "em")  # "der Deutschen Talbank", "die Deutsche Talbank"
_INITIALS = re.compile(r"(?:[a-z]\.){2,3}")
_DOMAIN = re.compile(r"(?<=[a-z0-9]{3})\.(?:com|de|net|org|at|ch|co\.uk)$")


@dataclass(slots=True)
class Group:
    """Candidates that name the same, by number, with all their features. ``keys`` are the forms, fullest first."""

    keys: list[Key]
    members: list[int]
    aliases: set[Key] = field(default_factory=set)
    features: Counter[str] = field(default_factory=Counter)


def group(page: Page, candidates: Sequence[Candidate], features: Sequence[list[str]]) -> list[Group]:
    """Group the candidates of a page, in the order of their first mention."""
    groups = _same_form(page, candidates, features)
    for alias, full in _aliases(page, candidates, groups):
        _merge_part(groups, alias, full)
        groups[full].aliases.add(alias)
    _merge_initials(page, groups)
    _merge_short_forms(page, candidates, groups)
    return sorted({id(g): g for g in groups.values()}.values(), key=lambda g: min(g.members))


def key_of(page: Page, candidate: Candidate) -> Key:
    """A name's words in lower case, without article, legal form, hyphens and exclamation mark."""
    last = candidate.last
    while last > candidate.first and _adds_nothing(page, last):
        last -= 1
    end = candidate.end if last == candidate.last else page.tokens.ends[last]
    text = page.text[candidate.start : end].lower().replace(",", "")
    text = _DOMAIN.sub("", text)
    key = tuple(text.replace("&", " and ").replace("-", " ").replace("!", "").replace("‑", " ").split()) or (text,)
    return key[1:] if len(key) > 1 and key[0] in page.known.determiners else key


def _adds_nothing(page: Page, at: int) -> bool:
    """Whether the last word of a name is a legal form or the like."""
    word = page.words[at]
    return word.legal or word.text in "&,." or word.text in page.known.small_endings


def _same_form(page: Page, candidates: Sequence[Candidate], features: Sequence[list[str]]) -> dict[Key, Group]:
    """One group for each form; "SoftBank" and "Soft Bank", "Alibaba" and "Alibabas" are one form."""
    groups: dict[Key, Group] = {}
    joined: dict[str, Key] = {}
    for number, candidate in enumerate(candidates):
        key = key_of(page, candidate)
        key = joined.setdefault("".join(key), key)
        found = groups.setdefault(key, Group([key], []))
        found.members.append(number)
        found.features.update(features[number])
    ending = page.known.genitive_ending
    for key in list(groups) if ending else ():
        base = (*key[:-1], key[-1].removesuffix(ending))
        if base != key and base in groups:
            _merge(groups, key, base)
        elif len(key) > 1 and key[1:] in groups and _is_home(page, candidates[groups[key].members[0]]):
            _merge(groups, key, key[1:])
            groups[key].aliases.add(key)  # "die HEILBRONNER Norvik AG": the name is the one without the town
        elif len(key) > 1 and key[0][-2:] in _INFLECTED and (bare := (key[0][:-1], *key[1:])) in groups:
            _merge(groups, key, bare)
    return groups


def _is_home(page: Page, candidate: Candidate) -> bool:
    """Whether a name begins with where the company is, behind an article: "die HEILBRONNER Norvik AG"."""
    before = page.words[candidate.first - 1].lower if candidate.first else ""
    return page.known.noun_capitals and before in page.known.determiners and of_town(page, page.words[candidate.first])


def _merge(groups: dict[Key, Group], key: Key, into: Key) -> None:
    """Put the group of one form into that of another; both forms lead to it afterwards."""
    one, other = groups[key], groups[into]
    if one is other:
        return
    other.keys += one.keys
    other.aliases |= one.aliases
    other.members = sorted(other.members + one.members)
    other.features.update(one.features)
    for form in one.keys:
        groups[form] = other


# --- aliases in brackets, initials ---


def _aliases(page: Page, candidates: Sequence[Candidate], groups: dict[Key, Group]) -> Iterable[tuple[Key, Key]]:
    """Pairs of an alias and its full name: "Shanghai Media Group (SMG)", "Norvik Beteiligungs AG, kurz NBA"."""
    for full, alias in pairwise(c for c in candidates if not _is_country_note(page, c)):
        if alias.first - full.last > 6 or not _introduces(page, full, alias):
            continue
        yield key_of(page, alias), key_of(page, full)


def _is_country_note(page: Page, candidate: Candidate) -> bool:
    """ "Shanghai Media Group [CN]": two letters in square brackets."""
    return candidate.end - candidate.start == 2 and page.text[candidate.start - 1 : candidate.start] == "["


def _introduces(page: Page, full: Candidate, alias: Candidate) -> bool:
    between = [w.lower for w in page.words[full.last + 1 : alias.first]]
    between = between[1:] if between[:1] == ["."] else between
    between = between[3:] if between[:1] == ["["] and between[2:3] == ["]"] else between
    if not between or between[0] not in ("(", ","):
        return False
    if " ".join(between[1:]) in page.known.formerly:
        return True  # "Norvik, FORMERLY KNOWN AS Hull Pumps"
    short = key_of(page, alias)
    stands = any(_stands_for(short, key_of(page, full), letters) for letters in _letters(page, full))
    if page.words[alias.first].place and not stands:
        return False
    before = page.words[alias.first - 1]
    if before.text.isalpha() and before.text.islower() and before.lower not in page.known.alias_words:
        return False  # "Tal (the company BEHIND Quorra)"
    said = any(w in page.known.alias_words for w in between[1:])
    if between[0] == ",":
        return said and len(between) <= 3 and stands
    quoted = any(w in "\"“„‘'" for w in between[1:])
    closed = alias.last + 1 < len(page.words) and page.words[alias.last + 1].text in (")", "”", "“", '"', "’")
    return closed and (stands or ((said or quoted) and len(short) == 1))


def _letters(page: Page, candidate: Candidate) -> list[str]:
    """A name's letters, legal form included; also from a part behind a hyphen on: IWES is the
    "Fraunhofer-INSTITUT FÜR WINDENERGIESYSTEME"."""
    written = page.text[candidate.start : candidate.end].lower()
    whole = "".join(c for c in written if c.isalnum())
    first, hyphen, rest = written.partition("-")
    behind = "".join(c for c in rest if c.isalnum()) if hyphen and " " not in first else ""
    return [whole, behind] if behind else [whole]


def _stands_for(short: Key, long_: Key, letters: str) -> bool:
    """Some of the words, or letters in order with the same first one: initials, Nörag for "Norvik Österreich AG"."""
    if set(short) <= set(long_):
        return True
    if len(short) > 1 or short[0][0] != letters[0] or len(short[0]) > 7 or len(letters) < 2 * len(short[0]):
        return False
    rest = iter(letters)
    return all(letter in rest for letter in short[0])


def _merge_initials(page: Page, groups: dict[Key, Group]) -> None:
    """SMG is Shanghai Media Group where the text has one such name, and has it before."""
    initials: dict[str, list[Key]] = {}
    for key, found in groups.items():
        if len(key) > 1 and kind(found.features) != "person":
            for letters in {
                "".join(w[0] for w in key),
                "".join(w[0] for w in key if w not in ("and", "of", "für", "und", "the")),
            }:
                initials.setdefault(letters, []).append(key)
    for key, found in list(groups.items()):
        if len(key) == 1 and 1 < len(key[0]) < 6 and len(fulls := _fulls(key[0], initials)) == 1:
            full = fulls[0]
            if min(groups[full].members) < min(found.members):
                _merge(groups, key, full)


def _fulls(letters: str, initials: dict[str, list[Key]]) -> list[Key]:
    """The names with these initials, or with all but a last one that the text left out ("Fiat Norvik … FNA")."""
    return initials.get(letters) or (initials.get(letters[:-1], []) if len(letters) == 3 else [])


# --- short forms ---


def _merge_short_forms(page: Page, candidates: Sequence[Candidate], groups: dict[Key, Group]) -> None:
    """ "Verizon" is "Verizon Communications", "Berg" is "Ann Berg"; "Sina" is not "Sina Weibo"."""
    starts: dict[Key, list[Key]] = {}
    ends: dict[str, list[Key]] = {}
    for key in groups:
        for size in range(1, len(key)):
            starts.setdefault(key[:size], []).append(key)
        if len(key) > 1:
            ends.setdefault(key[-1], []).append(key)
    for short in list(groups):
        full = starts.get(short, [])
        if len(short) == 1 and (person := _person_of(short, ends.get(short[0], []), full, groups)):
            _merge(groups, short, person)
        elif firm := _named_after_person(short, ends.get(short[0], []), groups):
            _merge(groups, short, firm)
        elif founder := _behind_initials(short, ends.get(short[-1], []), groups):
            _merge_part(groups, short, founder)
        elif of_kind := _behind_kind(page, short, ends.get(short[-1], []), groups):
            _merge(groups, short, of_kind)
        elif national := _national(page, short, ends.get(short[0], []), groups):
            _merge(groups, short, national)
        elif long_ := next((key for key in full if _short_for(page, candidates, groups, short, key)), None):
            _merge_part(groups, short, long_)


def _merge_part(groups: dict[Key, Group], short: Key, long_: Key) -> None:
    """Merge a form that says nothing of the whole by what it is elsewhere."""
    whole = {cue: groups[long_].features[cue] for cue in LISTED}
    _merge(groups, short, long_)
    for cue, times in whole.items():
        groups[long_].features[cue] = times


LISTED = ("place", "index", "press")
"""What the short form alone is elsewhere says nothing of the whole: "Nasdaq" of "Nasdaq Systems"."""


def _person_of(short: Key, persons: list[Key], firms: list[Key], groups: dict[Key, Group]) -> Key | None:
    """The person with this last name, unless the word is known to be, or to begin, the name of a firm."""
    addressed = groups[short].features["honorific"] > 0
    persons = [key for key in persons if kind(groups[key].features) == "person" or (addressed and len(key) < 4)]
    if not persons or (kind(groups[short].features) == "organisation" and _firm(groups[short])):
        return None
    if not addressed and any(groups[key].features["legal_form"] for key in firms):
        return None
    firm = min((groups[key].members[0] for key in firms if kind(groups[key].features) == "organisation"), default=None)
    if firm is not None and firm < min(groups[short].members) < min(groups[persons[0]].members):
        return None  # "BERG ELECTRONIC wächst. BERG baut um, sagt Vorstand Jan BERG"
    return persons[0]


def _named_after_person(short: Key, fulls: list[Key], groups: dict[Key, Group]) -> Key | None:
    """The one company that is called like a person with this surname: "der Verlag Axel SPRINGER … Springer"."""
    full = _only_of_two_words([key for key in fulls if groups[key].features["given_name"]], groups)
    if len(short) > 1 or full is None:
        return None
    return full if kind(groups[full].features) == "organisation" and groups[full].features["apposition"] else None


def _behind_initials(short: Key, fulls: list[Key], groups: dict[Key, Group]) -> Key | None:
    """The one company named before that begins with initials: "C.H. HARLOW … Harlow"."""
    full = [key for key in fulls if key[1:] == short and _INITIALS.fullmatch(key[0])]
    if len(full) != 1 or _firm(groups[short]) or min(groups[full[0]].members) > min(groups[short].members):
        return None
    return full[0]


def _behind_kind(page: Page, short: Key, fulls: list[Key], groups: dict[Key, Group]) -> Key | None:
    """The one company named before that begins with what it is: "die MEDIENGRUPPE Hofstätter … Hofstätter"."""
    full = [key for key in fulls if key[1:] == short and page.known.leads(key[0]) and not page.known.is_family(key[0])]
    if len(full) != 1 or groups[short].features["place"] or min(groups[full[0]].members) > min(groups[short].members):
        return None
    return full[0] if kind(groups[full[0]].features) == "organisation" and not _firm(groups[short]) else None


def _national(page: Page, short: Key, fulls: list[Key], groups: dict[Key, Group]) -> Key | None:
    """The one company whose name is a noun behind an adjective of a country: "TELEKOM" is "Deutsche Telekom"."""
    if len(short) > 1 or not groups[short].features["ordinary"] or not page.known.noun_capitals:
        return None
    return _only_of_two_words([key for key in fulls if key[0] in page.known.origins], groups)


def _only_of_two_words(keys: list[Key], groups: dict[Key, Group]) -> Key | None:
    """The one form of two words, if those that there are name the same: "Axel Springer", "Deutsche Telekom"."""
    found = {id(groups[key]): key for key in keys if len(key) == TWO}
    return next(iter(found.values())) if len(found) == 1 else None


TWO = 2


def _short_for(page: Page, candidates: Sequence[Candidate], groups: dict[Key, Group], short: Key, long_: Key) -> bool:
    """Is the one a short form of the other: a given name of a person, or the head of a firm's name?"""
    if _given_alone(groups[short]) and _sure_person(groups[long_].features):
        return True
    return _same(page, candidates, groups, short, long_)


def _sure_person(features: Counter[str]) -> bool:
    return kind(features) == "person" and any(
        features.get(f) for f in ("honorific", "role_before", "person_after", "age")
    )


def _given_alone(found: Group) -> bool:
    return bool(found.features["given_alone"]) and not _firm(found)


def _firm(found: Group) -> bool:
    """Is the word alone a firm's name? One "producer Berg" among many mentions of Berg does not make it one."""
    features = found.features
    if features["legal_form"] or features["ticker"]:
        return True
    return 2 * (features["apposition"] + features["compound_organisation"]) > len(found.members)


def _same(page: Page, candidates: Sequence[Candidate], groups: dict[Key, Group], short: Key, long_: Key) -> bool:
    one, other = groups[short], groups[long_]
    if (
        one is other
        or kind(other.features) in ("person", "place")
        or (one.features["place"] and not (one.features["legal_form"] or _only_like_a_place(page, one)))
    ):
        return False
    extra = long_[len(short) :]
    if any((*extra[i:],) in groups for i in range(len(extra))):  # Nokia Siemens … Nokia … Siemens
        return False
    if not _may_have_both_forms(page, candidates, one, other, extra):
        return False
    running = _running_text(page)
    full_first = _first_place(candidates, other.members, running) < _first_place(candidates, one.members, running)
    if all(word in page.known.generic_words for word in extra):
        return full_first or not any(word in page.known.unit_words for word in extra)
    own = any(one.features.get(f) for f in ("apposition", "appositive_after", "part_of", "legal_form", "ticker"))
    if full_first and all(word in page.known.words or word in page.known.nouns for word in extra):
        part = own or any(word in page.known.unit_words for word in extra)
        beside = _owns_other if not part else _together
        return not beside(page, candidates, one.members, other.members)
    return full_first and not own and not _together(page, candidates, one.members, other.members)


def _only_like_a_place(page: Page, short: Group) -> bool:
    """Whether nothing but its letters says that a short form is a place: "der Konzern Falkenstein Marine … FALKENSTEIN
    bietet 45 Millionen"."""
    cues = ("place_before", "dateline", "listed_with_place", "possessive")
    acts = short.features["acts"] or short.features["deal_object"]
    return page.known.noun_capitals and bool(acts) and not any(short.features[cue] for cue in cues)


def _may_have_both_forms(page: Page, candidates: Sequence[Candidate], one: Group, other: Group, extra: Key) -> bool:
    """Whether two names with a legal form each can be one firm's: "Norvik AG" and "Norvik Holding AG"; not "Norvik AG"
    and "Norvik International GmbH"."""
    if not (one.features["legal_form"] and other.features["legal_form"]):
        return True
    if any(word in page.known.unit_words or word not in page.known.generic_words for word in extra):
        return False
    return not _legal_forms(page, candidates, one).isdisjoint(_legal_forms(page, candidates, other))


def _legal_forms(page: Page, candidates: Sequence[Candidate], found: Group) -> set[str]:
    words = (page.words[i] for m in found.members for i in range(candidates[m].first, candidates[m].last + 1))
    return {word.lower.rstrip(".") for word in words if word.legal}


def _first_place(candidates: Sequence[Candidate], members: list[int], running: int) -> int:
    """Where a name is first written in running text; a headline uses the short form before the full one."""
    starts = (candidates[m].start for m in members if "headline" not in candidates[m].hints)
    return min((start for start in starts if start >= running), default=1 << 60)


def _running_text(page: Page) -> int:
    """Where the text begins behind a first line without a full stop, its headline."""
    if not page.sentences:
        return 0
    last = page.sentences[0][1] - 1
    stop = page.tokens.stops[last]
    headline = page.words[last].text not in '.!?"”“' and page.text[stop : stop + 1] == "\n"
    return stop if headline else 0


def _owns_other(page: Page, candidates: Sequence[Candidate], one: list[int], other: list[int]) -> bool:
    """ "Norvik Travel is a platform BY NORVIK": the short form, behind a preposition in the same sentence, means
    another company."""
    behind = [m for m in one if candidates[m].first and page.words[candidates[m].first - 1].lower in page.known.linking]
    return bool(behind) and _together(page, candidates, behind, other)


def _together(page: Page, candidates: Sequence[Candidate], one: list[int], other: list[int]) -> bool:
    """Does a sentence use both? Then the text means two."""
    sentences = {sentence_of(page, candidates[m].first) for m in one}
    return any(sentence_of(page, candidates[m].first) in sentences for m in other)


def fullest(page: Page, candidates: Sequence[Candidate], found: Group) -> tuple[str, tuple[str, ...]]:
    """The fullest form as printed (a line break made a blank), and the other forms in the order of the text."""
    forms: dict[str, _Form] = {}
    for member in found.members:
        candidate = candidates[member]
        printed = " ".join(page.text[candidate.start : candidate.end].split())  # a hard-wrapped line may cut a name
        form = forms.setdefault(printed, _Form())
        form.count += "headline" not in candidate.hints
        form.alias = bool(found.aliases) and key_of(page, candidate) in found.aliases
    for name, form in forms.items():
        base = _base_form(name, page.known.genitive_ending)
        form.inflected = base != name and base in forms
    best = max(forms, key=lambda name: forms[name].rank(name))
    return best, tuple(form for form in forms if form != best)


@dataclass(slots=True)
class _Form:
    """One way of writing a name: how often in running text, as an alias, with an ending that another form lacks."""

    count: int = 0
    alias: bool = False
    inflected: bool = False

    def rank(self, name: str) -> tuple[bool, bool, int, bool, int, bool, int]:
        """The fullest is written in running text, no alias, longest in words or with the end of an address in the web,
        best without hyphen and ending."""
        words, domain = len(name.replace("-", " ").split()), _DOMAIN.search(name) is not None
        return (self.count > 0, not self.alias, words, domain, -name.count("-"), not self.inflected, self.count)


def _base_form(name: str, ending: str) -> str:
    """Without genitive -s, or with the adjective in its plain form."""
    first, blank, rest = name.partition(" ")
    if blank and first[-2:] in _INFLECTED and ending:
        return f"{first[:-1]} {rest}"
    return name.removesuffix(ending) if ending else ""
