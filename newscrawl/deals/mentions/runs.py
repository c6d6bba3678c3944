"""Runs of words inside a sentence that could be names: where they begin, how far they go, what is cut off."""

from bisect import bisect_left

from newscrawl.deals.mentions.bare_nouns import is_plural, opens_phrase
from newscrawl.deals.mentions.body_names import field_step
from newscrawl.deals.mentions.formal_nouns import behind_short_form, formal_noun
from newscrawl.deals.mentions.legal_runs import (
    abbreviation,
    brothers,
    is_home,
    is_in_feminine_name,
    legal_behind,
    legal_end,
    legal_start,
    particle,
)
from newscrawl.deals.mentions.openings import ADJECTIVES, UNIT_HEADS, is_model, is_town_body, opens, weak_name
from newscrawl.deals.mentions.page import (
    Candidate,
    Page,
    closed,
    is_trade,
    make_candidate,
    next_capital,
    phrase,
    sentence_of,
)
from newscrawl.deals.mentions.partner_names import is_one, partners_step
from newscrawl.deals.mentions.quoted import quoted_name, quoted_whole
from newscrawl.deals.mentions.words import Word

_MAX_WORDS = 9


def scan(page: Page, first: int, last: int, head: int) -> list[Candidate]:
    """The candidates between two tokens of a sentence, whose first word is at ``head``."""
    found: list[Candidate] = []
    floor = done = first
    for at in page.marked[bisect_left(page.marked, first) : bisect_left(page.marked, last)]:
        word = page.words[at]
        if at < done:
            continue
        done = at + 1
        if word.lower in page.known.listed_names and (end := _listed_name(page, at, last)):
            end = _with_partners_behind(page, end, last)
            found.append(make_candidate(page, at, end))
            done = floor = end + 1
        elif word.legal and not word.name and (back := legal_start(page, at, floor)) < at:
            end = _numeral_behind(page, legal_end(page, at, last), last)
            while found and found[-1].last >= back:
                back = min(back, found.pop().first)
            found += _cut(page, back, end, first)
            done = floor = end + 1
        elif (word.origin or word.place or page.known.bodies_for) and (end := _body(page, at, last)):
            found.append(make_candidate(page, at, end, "public_body"))
            done = floor = end + 1
        elif quoted := quoted_whole(page, at, first, last):
            found.append(quoted)
            done = quoted.last + 1
        elif formal := formal_noun(page, at, last):
            done = behind_short_form(page, formal, last)
        elif opens(page, at, head, last):
            end = _run_end(page, at, last)
            at = _over_currency(page, at, end, floor)
            while found and found[-1].last >= at:
                found.pop()
            if (
                at - 2 >= first
                and page.words[at - 1].text == "of"
                and page.words[at - 2].text in page.known.public_bodies
            ):
                found.append(make_candidate(page, at - 2, end, "public_body"))
            else:
                found += _cut(page, at, end, first)
            done = end + 1
        elif weak := quoted_name(page, at, first, last) or weak_name(page, at, head, last):
            found.append(weak)
            done = weak.last + 1
    return found


def _over_currency(page: Page, at: int, end: int, floor: int) -> int:
    """Where a name with a legal form begins that holds a word which is no name elsewhere: "HSIN YUAN Precision Co"."""
    if not page.words[end].legal or at <= floor:
        return at
    if _is_first_noun(page, at - 1) or is_in_feminine_name(page, at - 1):
        return at - 1
    if not page.words[at - 1].never:
        return at
    return min(at, legal_start(page, end, floor))


def _is_first_noun(page: Page, at: int) -> bool:
    """ "die ATLAS Norvik GmbH": behind an article or "von" a short noun that tells no trade opens the name."""
    word, known = page.words[at], page.known
    if not known.noun_capitals or not (word.ordinary and word.capital) or len(word.text) > _LONG:
        return False
    if word.title or word.function or word.never or word.organisation_noun or word.place or word.origin:
        return False
    if word.lower in known.roles or word.lower in known.compound or word.lower.endswith(known.common_endings):
        return False
    before = page.words[at - 1].lower if at and page.tokens.glued[at] and page.tokens.glued[at + 1] else ""
    return before in known.feminine_articles or before in known.governing


_LONG = 8


def _listed_name(page: Page, at: int, last: int) -> int:
    """The last token of a name of several words that is listed (press, places, fairs), or 0."""
    if at + 1 >= last or not (page.words[at].capital and page.words[at + 1].capital):
        return 0
    for end in range(min(at + 4, last - 1), at, -1):
        name = page.text[page.tokens.starts[at] : page.tokens.ends[end]].lower()
        if name in page.known.listed_names[page.words[at].lower]:
            return end if not next_capital(page, end, last) or page.words[end + 1].title else 0
    return 0


def _body(page: Page, at: int, last: int) -> int:
    """The last token of a public body or an institute where it begins at ``at``, or 0."""
    known = page.known
    end = _public_body(page, at, last) if known.public_bodies else 0
    return end or (_body_for(page, at, last) if known.bodies_for else 0)


def _public_body(page: Page, at: int, last: int) -> int:
    """The last token of "Latvian interior ministry" where it begins at ``at``, or 0."""
    word, known = page.words[at], page.known.public_bodies
    if not (word.capital and (word.origin or word.place)) or page.tokens.stops[at] > page.tokens.ends[at]:
        return 0
    for end in range(at + 1, min(at + 3, last)):
        if page.words[end].text in known and page.tokens.glued[end]:
            return 0 if _goes_on_small(page, end, last) else end
        if page.words[end].capital or not page.words[end].text.isalpha() or page.words[end].function:
            return 0
    return 0


def _body_for(page: Page, at: int, last: int) -> int:
    """The last token of "Landesamt für Digitale Dienste" where it begins at ``at``, or 0."""
    word = page.words[at]
    if at + 2 >= last or page.words[at + 1].text != "für" or not word.lower.endswith(page.known.bodies_for):
        return 0
    if at and page.words[at - 1].lower.startswith(("ein", "kein")):
        return 0
    end = _purpose(page, at + 2, last)
    while end and end + 2 < last and page.words[end + 1].lower in page.known.and_words and page.words[end + 2].capital:
        further = _purpose(page, end + 2, last)
        if not further or page.words[further].name:
            break
        end = further
    return end


def _purpose(page: Page, at: int, last: int) -> int:
    """The noun behind "für", over an article and adjectives; 0 if there is none or it is a name."""
    for i in range(at, min(at + 4, last)):
        word = page.words[i]
        if word.name or not word.text.isalpha():
            return 0
        after = page.words[i + 1] if i + 1 < last and page.tokens.glued[i + 1] else None
        noun_behind = after is not None and after.capital and not (after.name or after.place)
        if word.capital and not (noun_behind and word.lower.endswith(("e", "en"))):
            return i
        if not (word.capital or word.lower in page.known.determiners or word.lower.endswith(("e", "en"))):
            return 0
    return 0


def _goes_on_small(page: Page, end: int, last: int) -> bool:
    """ "the Swedish state FUND": a word in lower case that is none of a verb or a joint goes on."""
    behind = page.words[end + 1] if end + 1 < last else None
    known = page.known
    if behind is None or behind.capital or behind.function or not behind.text.isalpha():
        return False
    return behind.organisation_noun or behind.lower in known.name_words or behind.lower in known.roles


def _with_partners_behind(page: Page, end: int, last: int) -> int:
    """Take in "& Co", "and Sons", and a legal form, behind a name that is listed without them."""
    joined = end + 2 < last and (page.words[end + 1].text == "&" or page.words[end + 1].lower in page.known.and_words)
    if joined and page.words[end + 2].capital and page.words[end + 2].lower.rstrip(".") in page.known.partners:
        end += 2
    return legal_behind(page, end, last)


def _run_end(page: Page, at: int, last: int) -> int:
    """The last token of the run that opens at ``at``."""
    end = at
    word = page.words[at]
    if page.known.noun_capitals and not word.name and not word.prefix and not word.number and end + 1 < last:
        end += 1  # opened by an adjective or a noun: "Deutsche Talbank"
    while end - at < _MAX_WORDS and not closed(page, end):
        step = _step(page, at, end, last)
        if not step:
            break
        end += step
    end = _over_brackets(page, _partners_listed(page, at, end, last), last)
    return _small_ending(page, at, _numeral_behind(page, legal_behind(page, end, last), last), last)


def _numeral_behind(page: Page, end: int, last: int) -> int:
    """Take in "II" behind a legal form or a word for organisations: "Norvik Acquisition Corp II"."""
    if end + 1 >= last or not page.tokens.glued[end + 1] or page.words[end + 1].text not in NUMERALS:
        return end
    return end + 1 if page.words[end].legal or page.words[end].name_word else end


NUMERALS = frozenset(("II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"))


def _partners_listed(page: Page, at: int, end: int, last: int) -> int:
    """Take in the partners of a firm, told nowhere else: "Ferrow, Strauss & Garroux"; else ``end``."""
    if end > at or end + 1 >= last or page.words[end + 1].text != "," or not _is_partner(page, at):
        return end
    scan = at
    while scan + 2 < min(last, at + _MAX_WORDS) and page.words[scan + 1].text == "," and _is_partner(page, scan + 2):
        scan += 2
    if scan == at or scan + 2 >= last or page.words[scan + 1].text != "&" or not _is_partner(page, scan + 2):
        return end
    is_list = not page.known.noun_capitals and not is_one(page, at, scan + 2, last)
    return end if is_list or next_capital(page, scan + 2, last) else scan + 2


def _is_partner(page: Page, at: int) -> bool:
    word = page.words[at]
    return word.name and not (word.special or word.place or word.name_word or word.text in page.again)


def _over_brackets(page: Page, end: int, last: int) -> int:
    """Take in "(Pacific)" where a legal form stands behind it: "Industrial Equity (Pacific) Ltd"."""
    if end + 4 >= last or page.words[end + 1].text != "(" or page.words[end + 3].text != ")":
        return end
    inside, behind = page.words[end + 2], page.words[end + 4]
    return end + 3 if inside.capital and behind.legal and page.tokens.glued[end + 4] else end


def _small_ending(page: Page, at: int, end: int, last: int) -> int:
    """Take in "group" in "the Norvik group", "family" in "the Berg family"."""
    ending = page.words[end + 1].text if at and end + 1 < last else ""
    if ending not in page.known.small_endings and not (
        ending in page.known.family_words and _are_people(page, at, end + 2)
    ):
        return end
    if all(word.place or word.origin for word in page.words[at : end + 1]):
        return end  # "the Spanish group"
    return end + 1 if page.words[at - 1].lower == "the" and page.tokens.glued[end + 1] else end


def _are_people(page: Page, at: int, behind: int) -> bool:
    """Whether "the Berg family" may be people: not "the Norvik family OF pumps", "JOINS the Norvik family"."""
    before = page.words[at - 2] if at > 1 else None
    joined = before is not None and before.text.isalpha() and before.lower not in page.known.function_words
    return not joined and (behind >= len(page.words) or page.words[behind].text != "of")


def _step(page: Page, start: int, end: int, last: int) -> int:
    """By how many tokens the run goes on: 0 not at all, 1 a name word, 2 or 3 over a link."""
    if step := field_step(page, start, end, last) or partners_step(page, start, end, last):
        return step
    if end + 1 >= last or not page.tokens.glued[end + 1]:
        return 0
    word = page.words[end + 1]
    if word.capital:
        if _is_address(page.words[end]) and not word.name_word:
            return 0
        return 1 if _goes_on(page, start, end, word) else 0
    if end + 2 >= last or not page.tokens.glued[end + 2]:
        return 0
    after = page.words[end + 2]
    if word.text in "&+" and after.capital:
        return 2  # "Felden & Roe", "Gruner + Jahr"
    if word.lower == "of" and _of_head(page, start, end) and not _in_a_state(page, end + 2, last):
        return 2 if after.capital else 3 if after.lower == "the" and next_capital(page, end + 2, last) else 0
    article = word.lower in page.known.determiners and page.words[end].lower not in page.known.particles
    if word.lower in page.known.links and word.lower != "of" and not article:  # "Van der Tal"
        if after.capital and not after.function and not after.never:
            return 2 if page.words[end].name and not _german_link(page, start, after, word) else 0
        if (after.lower in page.known.links or after.lower in page.known.particles) and next_capital(
            page, end + 2, last
        ):
            return 3 if not _german_link(page, start, page.words[end + 3], word) else 0
    if word.lower in page.known.and_words or word.lower == "and":
        if after.capital and after.lower in page.known.partners:
            return 2
        return 2 if _one_name(page, start, end, last) or _english_and(page, word, after) else 0
    return 0


def _english_and(page: Page, word: Word, after: Word) -> bool:
    """ "Norvik Space AND Defence": where nouns have capitals, the English word stands in names alone."""
    return page.known.noun_capitals and word.text == "and" and after.capital and not after.function


def _in_a_state(page: Page, at: int, last: int) -> bool:
    """Whether a town with its state follows, which is where a firm is: "Norvik State Bank of TAL SPRINGS, S.C."."""
    comma = next((i for i in range(at, min(at + 4, last)) if page.words[i].text == ","), None)
    if comma is None or comma + 1 >= last or not all(page.words[i].capital for i in range(at, comma)):
        return False
    state = page.words[comma + 1]
    behind = page.text[page.tokens.ends[comma + 1] : page.tokens.ends[comma + 1] + 1]
    return state.capital and ((state.place and behind in ",.;)") or "." in state.text or behind == ".")


def _is_address(word: Word) -> bool:
    """ "norvik.com Tal Systems": an address in the web is a name of its own."""
    return word.text.islower() and "." in word.text


def _goes_on(page: Page, start: int, end: int, word: Word) -> bool:
    if word.legal:
        return False
    if word.lower in page.known.region_words and page.words[end].name:
        return not _calendar_behind(page, end + 1)
    if word.lower in page.known.number_words and word.capital:
        return page.words[end].lower not in page.known.counted
    if word.name or word.prefix:
        return not is_model(page.words[end], word)
    if page.known.noun_capitals and _first_name(page, start, end) and not (word.function or word.organisation_noun):
        return True  # "Thomas Sommer", "Jan E. Sommer"
    if word.name_word and word.never:
        return _ends_name(page, end + 2) or _before_firm_word(page, end + 1)  # "Mond TV", "Quorra Seed Fund"
    if word.never and word.special and not page.known.noun_capitals and page.words[end].name:
        return _before_firm_word(page, end + 1)  # "Norvik IT Services"
    if word.never or word.title:
        return False
    if not page.known.noun_capitals:
        return word.text != "I" and not word.lower.startswith(("i'", "i’"))
    if word.function:
        return False
    if start == end and is_town_body(page, start):
        return True
    if word.ordinary and (_fills_prefield(page, start, end + 1) or _is_apposed(page, start, end + 1)):
        return True
    if word.name_word and word.organisation_noun and (page.words[end].name or page.words[end].foreign):
        english = word.lower in page.known.foreign_words  # "Norvik Airlines"
        one = f"{word.lower}n" in page.known.organisation_nouns  # "Norvik Gruppe"
        return english or one or not is_plural(word.lower, page.known)  # "die Schweizer Norvik Holding"
    return (word.name_word and not word.organisation_noun) or word.foreign or page.words[end].text in "&+"


def _before_firm_word(page: Page, at: int) -> bool:
    """Whether the last word of a firm's name follows: "IT SERVICES", "Founders FUND"."""
    after = page.words[at + 1] if at + 1 < len(page.words) else None
    return after is not None and after.capital and after.name_word and page.tokens.glued[at + 1]


def _fills_prefield(page: Page, start: int, at: int) -> bool:
    """ "Föhrde Netztechnik übernimmt": before the verb of a German main clause stands one phrase, so it is one name."""
    if at + 1 >= len(page.words) or page.known.after.get(page.words[at + 1].lower) != "acts":
        return False
    if start and page.words[start - 1].text not in _ENDS and page.tokens.glued[start]:
        return False
    return _can_end_name(page, at)


def _is_apposed(page: Page, start: int, at: int) -> bool:
    """ "den Konkurrenten Baltic BETON": behind a noun for a company all nouns up to a small word are its name."""
    if not start or not page.tokens.glued[start] or next_capital(page, at, len(page.words)):
        return False
    if not page.words[start - 1].capital or not is_trade(page, start - 1):
        return False
    return _can_end_name(page, at, opens_phrase(page, start - 1, sentence_of(page, start)[0]))


def _can_end_name(page: Page, at: int, plural: bool = False) -> bool:
    """Whether a noun can be the last word of a name: it is nobody's role, nothing that is owned, and no plural, unless
    it is one phrase with the name."""
    word, known = page.words[at], page.known
    common = word.lower in known.compound or word.lower in known.roles or word.organisation_noun or word.title
    if common or word.never or word.function or word.lower in known.calendar:
        return False
    return plural or not is_plural(word.lower, known)


_ENDS = frozenset(".!?:–")


def _calendar_behind(page: Page, at: int) -> bool:
    """ "Norvik Mitte Mai" is no name."""
    return at + 1 < len(page.words) and page.words[at + 1].lower in page.known.calendar


def _german_link(page: Page, start: int, after: Word, link: Word) -> bool:
    """Is the link a preposition? "von" is one in German, but for a given name before and no noun for a firm behind."""
    if not page.known.noun_capitals or link.lower not in page.known.function_words:
        return False
    noun = after.organisation_noun or after.name_word or page.known.leads(after.lower)
    return noun or not (page.words[start].given or page.words[start].lower in page.known.particles)


def _ends_name(page: Page, at: int) -> bool:
    """Does the word at ``at`` show that the name is over: no noun that "AI" or "TV" could belong to?"""
    if at >= len(page.words):
        return True
    word = page.words[at]
    if not word.text[0].isalnum() or word.function or word.lower in page.known.function_words:
        return True
    return (page.known.noun_capitals and not word.capital) or page.known.after.get(word.lower) in ("acts", "said")


def _first_name(page: Page, start: int, end: int) -> bool:
    """Has the run only given names and initials so far?"""
    return (
        end - start < 3
        and page.words[start].given
        and all(
            page.words[i].given or page.words[i].text.endswith(".") or page.words[i].lower in page.known.particles
            for i in range(start, end + 1)
        )
    )


def _of_head(page: Page, start: int, end: int) -> bool:
    return any(page.words[i].lower in page.known.of_heads for i in range(start, end + 1))


def _one_name(page: Page, start: int, end: int, last: int) -> bool:
    """Is "X and Y" one name? Ordinary words before an organisation's last word ("Securities and Exchange
    Commission"), or two single words with a legal form behind ("Felden and Roe Ltd")."""
    after = end + 2
    if (page.words[end].text, page.words[after].text) in page.pairs:
        return True
    if not page.words[after].capital or after + 1 >= last:
        return False
    if (page.words[end].lower, page.words[after].lower) in page.known.joined_words:
        return True
    behind = page.words[after + 1]
    if not page.tokens.glued[after + 1]:
        return False
    if start == end and behind.legal and not page.words[after].origin:
        return True
    if page.known.noun_capitals:
        return False
    if not (page.words[end].small and (page.words[after].small or page.words[after].name_word)):
        return False
    if _opens_of_name(page, after, last):
        return False
    if end > start and (behind.legal or (page.words[after].name_word and not behind.capital)):
        return True  # "Norvik Tire and Rubber Co", "Pacific Grid and Power"
    if end > start and not page.words[end].name_word and _ends_legal(page, after, last):
        return True  # "Norvik Brake and Signal Company Ltd"
    if not (behind.capital and (behind.name_word or behind.legal)):
        return False
    firm_before = end > start or (start > 0 and page.words[start - 1].capital and page.tokens.glued[start])
    if firm_before and not behind.legal and page.words[end].name_word and behind.name_word:
        return False  # "Alder Bank and Birch Trust"
    return (page.words[end].name_word and page.words[after].name_word) or behind.lower in page.known.of_heads


def _ends_legal(page: Page, at: int, last: int) -> bool:
    """Whether from ``at`` on only ordinary words with a capital stand before a legal form: "SIGNAL COMPANY Ltd"."""
    for i in range(at, min(at + _MAX_WORDS, last)):
        word = page.words[i]
        if word.legal and i > at:
            return True
        if not (word.capital and page.tokens.glued[i] and (word.small or word.name_word)):
            return False
    return False


def _opens_of_name(page: Page, at: int, last: int) -> bool:
    """ "Norvik Credit and BANK OF BERGEN": behind "and" a name of its own begins."""
    if at + 2 >= last or page.words[at + 1].text != "of" or not page.words[at + 2].capital:
        return False
    return page.words[at].lower in page.known.of_heads


def _cut(page: Page, first: int, last: int, sentence: int) -> list[Candidate]:
    """One run, less what stands before the name: adjectives of origin, honorifics, "the"."""
    while first < last and page.words[first + 1].text != "&" and _strip(page, first, last, sentence):
        first += 1  # but of "Scottish & Tal"
    word = page.words[first]
    alone = word.legal or len(word.text) == 1 or word.lower in page.known.honorifics
    alone = alone or (word.origin and not word.prefix and not _behind_head(page, first, sentence))
    alone = alone or (page.known.noun_capitals and first == last and _from_town(page, first))
    if (first == last and alone) or (first < last and _from_town(page, last) and _is_town(page, first, last)):
        return []
    if page.known.noun_capitals and _is_english_trade(page, first, last):
        return []
    first -= (
        particle(page, first, last, sentence)
        or abbreviation(page, first, last, sentence)
        or brothers(page, first, sentence)
    )
    return [make_candidate(page, first, last)]


def _is_english_trade(page: Page, first: int, last: int) -> bool:
    """ "das CONSUMER ELECTRONICS-Geschäft", "das EMBEDDED Software-Geschäft": English words for what a unit does."""
    behind = last + 1 if not page.words[last].prefix and next_capital(page, last, len(page.words)) else last
    trade, hyphen, head = page.words[behind].lower.rpartition("-")
    if not hyphen or head not in UNIT_HEADS or behind == first:
        return False
    words = [page.words[i].lower for i in range(first, behind)]
    return all(word in page.known.foreign_words for word in (*words, *trade.split("-")))


def _from_town(page: Page, at: int) -> bool:
    """ "der LUGANER Unternehmerfamilie": a word on -er right before a noun for a company, where nouns have capitals."""
    if not page.words[at].lower.endswith("er") or at + 1 >= len(page.words):
        return False
    after = page.words[at + 1]
    return page.tokens.glued[at + 1] and after.organisation_noun and after.capital and not after.name_word


def _is_town(page: Page, first: int, last: int) -> bool:
    """ "Tel Aviver": a place of several words, its last one with -er."""
    return phrase(page, first, last).removesuffix("er") in page.known.places


def _behind_head(page: Page, at: int, sentence: int) -> bool:
    """ "Channel West": a direction behind the ordinary first word of a sentence may be the end of a name."""
    before = page.words[at - 1] if at > sentence else None
    return before is not None and before.small and before.capital and not before.function and page.tokens.glued[at]


def _owning_place(page: Page, word: Word) -> bool:
    """ "SCHWEDENS Norvik", where no 's is written."""
    ending = page.known.genitive_ending
    return bool(ending) and not word.place and word.lower.removesuffix(ending) in page.known.places


def _behind_trade(page: Page, at: int, sentence: int) -> bool:
    """ "its parent AMERICAN Norvik": between a noun for a company and its name no adjective stands."""
    before = page.words[at - 1] if at > sentence else None
    if before is None or before.capital or not page.tokens.glued[at]:
        return False
    return before.organisation_noun and not before.lower.endswith("s")


def _strip(page: Page, first: int, last: int, sentence: int) -> bool:
    word, after = page.words[first], page.words[first + 1]
    if word.lower in page.known.honorifics:
        return not (first + 1 == last and after.name_word and word.text.isalpha())  # "Mr. Berg", but "Justice Fund"
    if word.lower in page.known.determiners:
        return True
    if word.function and not word.name and page.known.noun_capitals:
        return True
    if _owning_place(page, word) and after.name:
        return True
    if not word.origin and page.known.noun_capitals and is_home(page, first):
        own = after.name_word or after.foreign  # "der Lindauer Growth Fund"
        return after.name and not own  # "die REUTLINGER Norvik AG"
    if not word.origin or f"{word.lower} {after.lower}" in page.known.places or is_town_body(page, first):
        return False
    if page.known.noun_capitals and first > sentence and word.lower.endswith(ADJECTIVES):
        return False  # "an die Deutsche Norvik": as an adjective it would have no capital
    if page.known.noun_capitals:
        return not after.ordinary and not after.name_word
    if _behind_trade(page, first, sentence):
        return False
    if not (after.small or after.name_word) or after.never:
        return True
    return first + 1 < last and (word.text.isupper() or word.text.startswith("U."))  # but "US Foods", "U.S. Steel"
