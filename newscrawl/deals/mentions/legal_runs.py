"""Names that end in a legal form: from the form back to where the name begins, and from a name on to its form."""

from newscrawl.deals.mentions.first_words import needs_opening, opens_name
from newscrawl.deals.mentions.knowledge import legal_key
from newscrawl.deals.mentions.page import Page, of_town

_MAX_WORDS = 9


def legal_start(page: Page, at: int, floor: int) -> int:
    """From a legal form back over the capitals before it: the first token of "Norvik Maschinenbau GmbH"."""
    first = at
    while first > floor and at - first < _MAX_WORDS and _before_legal(page, first, floor, at):
        first -= 1
    while first < at and page.words[first].text in ("&", "+", "und", "and"):
        first += 1
    while first < at and _no_name_start(page, first, at):
        first += 1
    if first == at and at > floor and _small_brand(page, at - 1):
        return at - 1
    return first


def _before_legal(page: Page, first: int, floor: int, legal: int) -> bool:
    """Does the token before ``first`` belong to the name that ends in a legal form?"""
    if not page.tokens.glued[first] and page.tokens.words[first] != "-":
        return False
    word = page.words[first - 1]
    if page.tokens.stops[first - 1] > page.tokens.ends[first - 1]:
        return False
    if word.title and not (first - 1 == floor and first < legal and needs_opening(page, first, legal)):
        return False
    if first - 1 == floor and word.small and not _head_opens(page, floor, legal):
        return False
    if word.function and not word.special and not _caption_inside(page, first - 1, floor):
        return False
    if word.number:
        return page.words[first].name_word and not word.text.isdigit()
    if word.capital:
        return not word.never or word.special or _between_names(page, first - 1, floor)
    if word.text in "&+":
        return True
    if word.text == "-":  # "Bundes- und Industriebeteiligungen GmbH": the hyphen hangs on the word before
        return True
    if word.lower == "and" and len(page.words[first].text) == 1 and first - 2 >= floor:
        return len(page.words[first - 2].text) == 1  # "D and K Financial Corp"
    return word.lower == "und" and first - 2 >= floor and page.tokens.words[first - 2] == "-"


def _caption_inside(page: Page, at: int, floor: int) -> bool:
    """Whether a small word with a capital belongs to the name: "Norvik FOTO AG"; elsewhere than in German any may."""
    word = page.words[at]
    if word.lower in page.known.determiners:
        return False
    return not page.known.noun_capitals or (word.capital and _between_names(page, at, floor))


def _between_names(page: Page, at: int, floor: int) -> bool:
    """Whether a name or a capital that is no word stands right before: "Norvik INTERNET Media AG"."""
    before = page.words[at - 1] if at > floor and page.tokens.glued[at] else None
    return before is not None and before.name and page.words[at].lower not in page.known.calendar


def _head_opens(page: Page, head: int, legal: int) -> bool:
    """Whether an ordinary word at the head of a sentence opens the name: "Forum Group Inc", "Fahrwerk AG"."""
    if page.known.noun_capitals:
        return head + 1 == legal and page.words[head].lower not in page.known.organisation_nouns
    return opens_name(page, head, legal)


def _no_name_start(page: Page, first: int, legal: int) -> bool:
    """An apposition before the name ("Softwarehersteller Norvik GmbH"), the capital of a sentence's head, a role."""
    word, after = page.words[first], page.words[first + 1]
    if first + 1 == legal:
        return False
    if word.function or word.text in ("-", "&"):
        return True
    if page.known.noun_capitals and word.lower.endswith("er") and after.organisation_noun and first + 2 < legal:
        return not word.organisation_noun or not page.known.leads(word.lower)  # "Bonner Hersteller Norvik GmbH"
    if page.known.noun_capitals and is_home(page, first) and after.name and not after.name_word:
        return True  # "die LEIPZIGER Sachsenbyte GmbH"
    if is_in_feminine_name(page, first):
        return False
    common = page.known.noun_capitals and word.lower in page.known.organisation_nouns
    common = common or (page.known.noun_capitals and word.lower.endswith(page.known.sure_endings))
    if not (after.name or (after.capital and (common or first + 2 < legal))):
        return False
    return page.known.noun_capitals and word.organisation_noun and not page.known.leads(word.lower)


def is_home(page: Page, at: int) -> bool:
    """Whether a town's adjective stands behind an article: "die LEIPZIGER Norvik GmbH", "die BIRKHEIMER Tal AG"."""
    before, word = page.words[at - 1].lower if at else "", page.words[at]
    return before in page.known.determiners and (of_town(page, word) or word.lower.endswith(page.known.town_endings))


def is_in_feminine_name(page: Page, at: int) -> bool:
    """Whether a noun belongs to the name since the article is that of the legal form: "die Kasseler AUTOHAUS Norvik
    GmbH"."""
    if at < 1 or not page.tokens.glued[at] or not page.words[at].lower.endswith(page.known.neuter_trades):
        return False
    before = at - 1 if is_home(page, at - 1) else at
    return page.words[before - 1].lower in page.known.feminine_articles


def _small_brand(page: Page, at: int) -> bool:
    """ "adidas AG": a word in lower case that is no word of the language."""
    word, known = page.words[at], page.known
    return (
        word.text.isalpha()
        and len(word.text) > 2
        and not word.small
        and word.lower not in known.function_words
        and word.lower not in known.links
    )


def legal_behind(page: Page, end: int, last: int) -> int:
    """Take in a legal form behind the run, with or without a comma: "Apple Inc.", "Norvik, Ltd."."""
    if end + 1 >= last:
        return end
    if page.words[end + 1].text == "." and end + 2 < last:
        return _behind_partners(page, end, last)
    if page.tokens.stops[end] > page.tokens.ends[end]:
        return end
    if page.words[end + 1].legal and page.tokens.glued[end + 1]:
        return legal_end(page, end + 1, last)
    if page.words[end + 1].text == "," and end + 2 < last and page.words[end + 2].legal:
        return legal_end(page, end + 2, last) if page.words[end + 2].text not in ("AS", "SE", "SA") else end
    return end


def _behind_partners(page: Page, end: int, last: int) -> int:
    """Take in a legal form behind "& Cie." or "& Co.": "Felden & Cie. GmbH"; else ``end``."""
    partners = page.words[end].lower in page.known.partners
    return legal_end(page, end + 2, last) if partners and page.words[end + 2].legal else end


def legal_end(page: Page, at: int, last: int) -> int:
    """The last token of a legal form of several words: "GmbH & Co. KG", "Co., Ltd."."""
    end, key, scan = at, "", at
    while scan < last and scan < at + 7 and page.tokens.stops[scan] == page.tokens.ends[scan]:
        if page.words[scan].text == "a":  # "Norvik Ltd, a maker" is no "Ltda"
            break
        key += page.words[scan].text
        if page.words[scan].text[0].isalpha() and legal_key(key) in page.known.legal_forms:
            end = scan
        scan += 1
    return _business_behind(page, end, last)


def _business_behind(page: Page, end: int, last: int) -> int:
    """Take in what a partnership does, and its own form: "Tal GmbH & Co. VERTRIEBS KG"; else ``end``."""
    if not page.known.noun_capitals or page.words[end].lower.rstrip(".") not in page.known.partners:
        return end
    scan = end + 1 + (end + 1 < last and page.words[end + 1].text == ".")
    for at in range(scan, min(scan + 4, last)):
        word = page.words[at]
        if word.legal and at > scan:
            return at
        if not word.capital or word.name or not page.tokens.glued[at]:
            break
    return end


def particle(page: Page, first: int, last: int, sentence: int) -> bool:
    """ "die von Rundstedt GmbH": the particle of a family name opens the name of the family's firm."""
    if not page.words[last].legal or first - 2 < sentence or page.words[first - 1].lower not in page.known.particles:
        return False
    return page.words[first - 2].lower in page.known.determiners and page.tokens.glued[first]


def brothers(page: Page, first: int, sentence: int) -> int:
    """By how many tokens "GEBR. Talmann", "GEBRÜDER Talmann" begins before the family's name."""
    dot = int(first - 2 >= sentence and page.words[first - 1].text == ".")
    at = first - 1 - dot
    return 1 + dot if at >= sentence and page.words[at].lower in page.known.brothers else 0


def abbreviation(page: Page, first: int, last: int, sentence: int) -> bool:
    """ "when HD Supply": an abbreviation that is nobody's name opens that of an ordinary word inside a sentence."""
    if page.known.noun_capitals or first != last or first <= sentence or not page.words[first].small:
        return False
    before = page.words[first - 1]
    short = before.never and before.text.isupper() and before.text.isalpha() and not before.title
    return short and not (before.place or before.origin) and page.tokens.glued[first] and not page.words[first].legal
