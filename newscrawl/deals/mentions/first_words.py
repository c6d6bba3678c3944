"""Whether the first word of a sentence, whose capital says nothing, opens the name behind it: "Bright Harbor"."""

from newscrawl.deals.mentions.knowledge import Knowledge
from newscrawl.deals.mentions.page import Page, behind_time, cue_after

_FORMS = ("ing", "ly")
_GIVEN_AND_FAMILY_NAME = 2


def opens_name(page: Page, head: int, last: int) -> bool:
    """Whether the word at ``head`` belongs to the name that ends with the token ``last``.

    For languages that write nouns in lower case. Most words do: what stands before a name without being part of it is a
    function word, a title, a noun for a firm or a person, an adjective of origin or of praise, a verb form.
    """
    word, after, known = page.words[head], page.words[head + 1], page.known
    if word.title and not needs_opening(page, head + 1, last):
        return False
    if word.function or word.prefix or "-" in word.text or word.lower in known.calendar:
        return False
    if any(word.lower in kind for kind in (known.honorifics, known.leading_adjectives, known.determiners)):
        return False
    if (word.organisation_noun and not word.name_word) or word.lower in known.roles:
        trade = last > head + 1 and needs_opening(page, head + 1, last)  # "Star Oil Ltd"
        return trade or (last == head + 1 and after.name_word)  # "Grocer Holdings"; not "Chip maker Norvik"
    legal = page.words[last].legal
    if _is_form(word.lower, known):
        return legal or (last == head + 1 and after.name_word)  # "Booking Holdings"
    if word.origin:
        return opens_english(page, head, last) or ((after.small or after.name_word) and not after.never)
    is_person = after.given and last - head == _GIVEN_AND_FAMILY_NAME and not page.words[last].name_word
    return legal or not is_person


def needs_opening(page: Page, first: int, last: int) -> bool:
    """Whether ordinary words and a legal form alone would make no name: "Star OIL LTD", but "Star TAL LTD"."""
    return page.words[last].legal and all(word.small or word.name_word for word in page.words[first:last])


def opens_trade(page: Page, at: int, last: int) -> bool:
    """ "STAR Oil and Gas Ltd": before ordinary words and a legal form, which alone would make no name."""
    end = at + 1
    while end < min(at + _TRADE, last) and not page.words[end].legal:
        if not (page.words[end].capital or page.words[end].lower in page.known.and_words):
            return False
        end += 1
    return end < last and needs_opening(page, at + 1, end)


_TRADE = 6
"""Words of a name up to its legal form, at most."""


def opens_english(page: Page, first: int, last: int) -> bool:
    """Whether an adjective of origin belongs to the name, "AMERICAN Barlow Resources Corp": there is no article before
    it, and behind it a name that says its trade and has a legal form as English names have them."""
    if page.words[last].text not in page.known.english_legal_forms or page.words[first].text.startswith("U"):
        return False
    if first and page.words[first - 1].lower in page.known.determiners:
        return False
    return any((word.small or word.name_word) and not word.legal for word in page.words[first + 2 : last])


def _is_form(word: str, known: Knowledge) -> bool:
    """Whether a word is a verb's "-ing" or an adverb, made of another word: "Running", "Lately"; not "Sterling"."""
    form = next((form for form in _FORMS if word.endswith(form)), None)
    if form is None:
        return False
    stem = word.removesuffix(form)
    return any(made in known.words for made in (stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y"))


def opens_clause(page: Page, head: int, last: int) -> bool:
    """Whether an ordinary word alone at the head of a sentence is the subject of what a company does, or is explained
    like a name: "Lantern has bought", "Square is to buy", "Quayside, maker of", "Quayside, the world's third-largest
    maker of pumps,", "Gridlock (NYSE: GRD)". A common noun would have an article.
    """
    word, known = page.words[head], page.known
    if word.organisation_noun or word.lower.endswith(("s", "ing")) or word.lower in known.roles or word.title:
        return False
    if word.lower.endswith("ly") and page.words[head + 1].text == ",":
        return False
    if word.lower in known.leading_adjectives or word.lower in known.honorifics or "-" in word.text:
        return False
    if page.words[head + 1].text == "(" and head + 2 < last and page.words[head + 2].text in known.indices:
        return True
    if page.words[head + 1].text == ",":
        return head + 2 < last and (page.words[head + 2].lower in known.explaining or _is_apposed(page, head + 2, last))
    told = behind_time(page, head + 1, last)
    if told > head + 1 and cue_after(page, told) in ("acts", "itself"):
        return True
    at, auxiliary = _before_verb(page, told, last)
    if at < last and (objects := known.acts_on.get(page.words[at].lower)):
        behind = [word.lower for word in page.words[at + 1 : min(at + 1 + _OBJECT, last)]]
        return behind[:1] != ["to"] and not objects.isdisjoint(behind)  # "Research led TO a round" tells no name
    if at == head + 1 or at >= last:
        return False
    verb = page.words[at]
    if not auxiliary:  # "Research recently bought BY Kodrex" tells no name
        return verb.lower in known.act_verbs and page.words[min(at + 1, last - 1)].lower not in known.agents
    return verb.lower in known.act_verbs or verb.text.endswith("ed")


def _before_verb(page: Page, at: int, last: int) -> tuple[int, bool]:
    """Where what a subject does is told, behind auxiliaries, days and adverbs ("HAS TODAY bought", "RECENTLY sold"),
    and whether there was an auxiliary."""
    known, auxiliary = page.known, False
    for _ in range(_REACH):
        word = page.words[at].lower if at < last else ""
        if word in known.auxiliaries:
            at, auxiliary = at + 1, True
        elif (told := behind_time(page, at, last)) > at:
            at = told
        else:
            break
    return at, auxiliary


def _is_apposed(page: Page, at: int, last: int) -> bool:
    """Whether from ``at`` to the next comma there is an article and a noun for a firm, and no auxiliary."""
    if page.words[at].lower not in page.known.articles:
        return False
    firm = False
    for word in page.words[at + 1 : min(at + _APPOSITION, last)]:
        if word.text == "," or word.lower in page.known.auxiliaries:
            return firm and word.text == ","
        firm = firm or word.organisation_noun
    return False


_APPOSITION = 9
_REACH = 5
_OBJECT = 7
"""How many words behind a verb its object is looked for: "leads a seed extension ROUND"."""
