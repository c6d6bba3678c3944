"""Runs of words inside a sentence that could be names: where they begin and where they end."""

from bisect import bisect_left

from newscrawl.deals.mentions.formal_nouns import behind_short_form, formal_noun
from newscrawl.deals.mentions.hanging import hangs
from newscrawl.deals.mentions.legal_runs import (
    is_in_feminine_name,
    legal_behind,
    legal_end,
    legal_start,
)
from newscrawl.deals.mentions.numbered import takes_number
from newscrawl.deals.mentions.openings import opens, weak_name
from newscrawl.deals.mentions.page import (
    Candidate,
    Page,
    closed,
    make_candidate,
    next_capital,
)
from newscrawl.deals.mentions.partner_names import is_one
from newscrawl.deals.mentions.quoted import quoted_name, quoted_whole
from newscrawl.deals.mentions.run_cuts import cut
from newscrawl.deals.mentions.run_steps import MAX_WORDS, step


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
            found += cut(page, back, end, first)
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
                found += cut(page, at, end, first)
            done = end + 1
        elif weak := quoted_name(page, at, first, last) or weak_name(page, at, head, last):
            found.append(weak)
            done = weak.last + 1
    return found


def _over_currency(page: Page, at: int, end: int, floor: int) -> int:
    """Where a name with a legal form begins that holds a word which is no name elsewhere: "HSIN YUAN Precision Co"."""
    if not page.words[end].legal or at <= floor:
        return at
    initials = [len(page.words[i].text) == 1 for i in (at - 2, at) if i >= floor]
    if page.words[at - 1].lower == "and" and initials == [True, True]:
        return at - 2  # "D and K Financial Corp"
    if _is_first_noun(page, at - 1) or is_in_feminine_name(page, at - 1):
        return at - 1
    inside = (
        page.known.noun_capitals and page.words[at].ordinary and page.words[at - 1].name
    )  # "Norvik FORST Invest AG"
    if not page.words[at - 1].never and not inside:
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
    if word.capital and word.lower.endswith(page.known.land_endings) and next_capital(page, at, last):
        return _body_for(page, at + 1, last)  # "Deutsches Zentrum für Luftfahrt"
    if at + 2 >= last or page.words[at + 1].text != "für" or not word.lower.endswith(page.known.bodies_for):
        return 0
    if at and page.words[at - 1].lower.startswith(("ein", "kein")):
        return 0
    end = _purpose(page, at + 2, last)
    while end and (joint := _joint(page, end)) + 1 < last and page.words[joint + 1].capital:
        further = _purpose(page, joint + 1, last)
        if page.words[joint].lower not in page.known.and_words or not further or page.words[further].name:
            break
        end = further
    return end


def _joint(page: Page, end: int) -> int:
    """The token behind a noun, over the hyphen of a compound that ends later: "für Luft- UND Raumfahrt"."""
    return end + 2 if end + 2 < len(page.words) and hangs(page, end) else end + 1


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
    while end - at < MAX_WORDS and not closed(page, end):
        further = step(page, at, end, last)
        if not further:
            break
        end += further
    end = _over_brackets(page, _partners_listed(page, at, end, last), last)
    if end == at and takes_number(page, at, last):
        return at + 1
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
    while scan + 2 < min(last, at + MAX_WORDS) and page.words[scan + 1].text == "," and _is_partner(page, scan + 2):
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
    if page.words[end].head or all(word.place or word.origin for word in page.words[at : end + 1]):
        return end  # "the Munich-based group", "the Spanish group"
    return end + 1 if page.words[at - 1].lower == "the" and page.tokens.glued[end + 1] else end


def _are_people(page: Page, at: int, behind: int) -> bool:
    """Whether "the Berg family" may be people: not "the Norvik family OF pumps", "JOINS the Norvik family"."""
    before = page.words[at - 2] if at > 1 else None
    joined = before is not None and before.text.isalpha() and before.lower not in page.known.function_words
    return not joined and (behind >= len(page.words) or page.words[behind].text != "of")
