"""Names that open with a small word, which has no capital elsewhere in a German sentence: "die Kette Ihr Schatz"."""

from newscrawl.deals.mentions.page import Candidate, Page, make_candidate, phrase

_LONGEST = 3


def small_word_name(page: Page, at: int, head: int, last: int) -> Candidate | None:
    """The name that a small word with a capital opens: "übernimmt Mein Auto", "die Band Die Toten Rosen", and alone
    behind a noun for an organisation: "der Modekonzern Morgen"."""
    word, known = page.words[at], page.known
    if at <= head or not page.tokens.glued[at] or not word.text[0].isupper() or word.text.isupper():
        return None
    if word.lower in known.honorifics or word.lower in known.part_words or not page.words[at - 1].text.isalpha():
        return None
    apposed = page.words[at - 1].organisation_noun and page.words[at - 1].capital
    if not apposed and word.lower not in known.opening_words:
        return None
    end = _end(page, at, last)
    if end == at:
        return make_candidate(page, at, at, "ordinary") if apposed and word.lower not in known.address_words else None
    pressed = word.lower in known.determiners and phrase(page, at + 1, end).title() in known.press
    return None if pressed else make_candidate(page, at, end)


def _end(page: Page, at: int, last: int) -> int:
    """The last of the words with a capital behind the small one."""
    end = at
    while end + 1 < last and end - at < _LONGEST and page.tokens.glued[end + 1]:
        word = page.words[end + 1]
        if not word.capital or word.function or word.title or word.lower in page.known.calendar:
            break
        end += 1
    return end
