"""Towns that only say where something was written or sits: "SAN MATEO, Calif. --", "Norvik Corp., GROTON, Texas,"."""

from newscrawl.deals.mentions.page import Candidate, Page, phrase

DASHES = frozenset("-–—")
_LONGEST_DATELINE = 12  # in words and marks
_LONGEST_PLACE = 30  # characters of a dateline before its last town
_HEADLINES = 2  # lines over a dateline
_TOP = 1000  # characters that these have at most


def in_dateline(page: Page, candidate: Candidate) -> bool:
    """Capitals at the beginning of one of the first lines, only towns and dates before the dash in it: "SAN MATEO,
    Calif. and GRENOBLE--"."""
    if candidate.start > _TOP + _LONGEST_PLACE:
        return False  # not looked for its line: a text may be one
    line_start = page.text.rfind("\n", 0, candidate.start) + 1
    if candidate.start - line_start > _LONGEST_PLACE or line_start > _TOP:
        return False
    if page.text.count("\n", 0, line_start) > _HEADLINES:
        return False
    for at in range(candidate.last + 1, min(candidate.last + _LONGEST_DATELINE, len(page.words))):
        word = page.words[at]
        if "\n" in page.text[candidate.start : page.tokens.starts[at]]:
            return False
        if word.text in DASHES:
            return True
        if word.text[0].islower() and word.lower not in page.known.and_words:
            return False
    return False


def goes_on(page: Page, dash: int) -> bool:
    """Whether a sentence goes on behind a dash: "Norvik – ein Hersteller von Pumpen – kauft Tal"; one begins behind a
    dateline."""
    while dash + 1 < len(page.words) and page.words[dash].text in DASHES:
        dash += 1
    return page.words[dash].text[0].islower()


def in_its_state(page: Page, at: int, candidate: Candidate) -> bool:
    """ "Norvik Corp., GROTON, Connecticut, was awarded": between commas, with a state or land behind."""
    words = page.words
    if not candidate.first or words[candidate.first - 1].text != ",":
        return False
    lands = (end for end in range(at + 2, min(at + 4, len(words))) if words[end].text in _BEHIND_STATE)
    end = next(lands, 0)
    return end > 0 and phrase(page, at + 1, end - 1) in page.known.places


def before_short_state(page: Page, at: int, candidate: Candidate) -> bool:
    """ "its RACINE, Wis., plant", "RACINE, Wis.-based": a name before a comma and a state that is cut short."""
    words = page.words[at + 1 : at + 4]
    short = len(words) > 2 and words[1].text == "." and words[0].lower in page.known.places
    town = not any(w.legal or w.name_word for w in page.words[candidate.first : candidate.last + 1])
    return town and short and words[2].text in (",", "-based", "-")


_BEHIND_STATE = frozenset(",.;)")
