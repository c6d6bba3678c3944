"""By how many words a run that could be a name goes on."""

from newscrawl.deals.mentions.bare_nouns import is_plural, opens_phrase
from newscrawl.deals.mentions.body_names import field_step
from newscrawl.deals.mentions.hanging import hangs
from newscrawl.deals.mentions.openings import is_town_body
from newscrawl.deals.mentions.page import (
    Page,
    is_trade,
    next_capital,
    sentence_of,
)
from newscrawl.deals.mentions.partner_names import partners_step
from newscrawl.deals.mentions.product_models import is_model
from newscrawl.deals.mentions.words import Word

MAX_WORDS = 9
"""Words of a name, at most."""


def step(page: Page, start: int, end: int, last: int) -> int:
    """By how many tokens the run goes on: 0 not at all, 1 a name word, 2 or 3 over a link."""
    if known := field_step(page, start, end, last) or partners_step(page, start, end, last):
        return known
    if end + 1 >= last or not page.tokens.glued[end + 1]:
        return 0
    word = page.words[end + 1]
    if word.capital:
        if (_is_address(page.words[end]) and not word.name_word) or hangs(page, end + 1):
            return 0
        if _opens_date(page, end + 1, last):
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


def _opens_date(page: Page, at: int, last: int) -> bool:
    """ "bei der Runde ENDE 2018", "die Firma MITTE Mai": a small word with a capital of its own before a date."""
    if page.words[at].lower not in page.known.part_words or at + 1 >= last:
        return False
    return page.words[at + 1].text.isdigit() or page.words[at + 1].lower in page.known.calendar


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
    if word.never and not page.known.noun_capitals and (page.words[end].name or not word.special):
        return _before_firm_word(page, end + 1)  # "Norvik IT Services", "Amazon Web Services"
    if word.never and word.foreign and (page.words[end].name or page.words[end].name_word):
        return _before_firm_word(page, end + 1)  # "Norvik Global Asset Management"
    if word.never or word.title:  # "Female FOUNDERS Fund"
        return word.title and not page.known.noun_capitals and _before_firm_word(page, end + 1)
    if word.function and "." in page.words[end].text:
        return False  # some newswires capitalise what follows: "of the U.S. FOR the purchase"
    if not page.known.noun_capitals:
        return word.text != "I" and not word.lower.startswith(("i'", "i’"))
    if word.function:
        return False
    if (start == end and is_town_body(page, start)) or _is_lands_body(page, start, end, word):
        return True
    if word.ordinary and (_fills_prefield(page, start, end + 1) or _is_apposed(page, start, end + 1)):
        return True
    inside = end > start and page.words[end].name_word  # "Norvik VENTURE Partners"
    if word.name_word and word.organisation_noun and (page.words[end].name or page.words[end].foreign or inside):
        english = word.lower in page.known.foreign_words  # "Norvik Airlines"
        one = f"{word.lower}n" in page.known.organisation_nouns  # "Norvik Gruppe"
        return english or one or not is_plural(word.lower, page.known)  # "die Schweizer Norvik Holding"
    return (word.name_word and not word.organisation_noun) or word.foreign or page.words[end].text in "&+"


def _is_lands_body(page: Page, start: int, end: int, word: Word) -> bool:
    """ "Deutsche Fußball LIGA": behind a land's adjective and an ordinary noun the noun for what organisation it is."""
    field = page.words[end]
    if end != start + 1 or not (page.words[start].origin and field.ordinary and word.organisation_noun):
        return False
    return not (field.organisation_noun or field.name or next_capital(page, end + 1, len(page.words)))


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
    if at >= len(page.words) or page.tokens.stops[at - 1] > page.tokens.ends[at - 1]:
        return True  # "Norvik AI'S models"
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
        return not (_is_listed(page, start) or _are_two(page, start, after + 2))
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


def _is_listed(page: Page, at: int) -> bool:
    """ "Norvik, TAL and Ostra Inc": the last but one of a list."""
    return at > 1 and page.words[at - 1].text == "," and page.words[at - 2].capital and page.words[at - 2].name


def _are_two(page: Page, start: int, at: int) -> bool:
    """ "Norvik and Tal Ltd HAVE agreed", "BETWEEN Norvik and Tal Ltd": what no single company has beside it."""
    if start and page.words[start - 1].lower in page.known.between:
        return True
    return at < len(page.words) and page.words[at].lower in page.known.plural_verbs


def _ends_legal(page: Page, at: int, last: int) -> bool:
    """Whether from ``at`` on only ordinary words with a capital stand before a legal form: "SIGNAL COMPANY Ltd"."""
    for i in range(at, min(at + MAX_WORDS, last)):
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
