"""Whether the first word of a sentence, whose capital says nothing, opens the name behind it: "Bright Harbor"."""

from newscrawl.deals.mentions.page import Page

_FORMS = ("ing", "ly")
_GIVEN_AND_FAMILY_NAME = 2


def opens_name(page: Page, head: int, last: int) -> bool:
    """Whether the word at ``head`` belongs to the name that ends with the token ``last``.

    For languages that write nouns in lower case. Most words do: what stands before a name without being part of it is a
    function word, a title, a noun for a firm or a person, an adjective of origin or of praise, a verb form.
    """
    word, after, known = page.words[head], page.words[head + 1], page.known
    if word.function or word.title or word.prefix or "-" in word.text or word.lower in known.calendar:
        return False
    if word.organisation_noun and not word.name_word:
        return False
    if word.lower in known.honorifics | known.roles | known.leading_adjectives | known.determiners:
        return False
    legal = page.words[last].legal
    if word.lower.endswith(_FORMS):
        return legal
    if word.origin:
        return (after.small or after.name_word) and not after.never
    return legal or not (after.given and last - head == _GIVEN_AND_FAMILY_NAME)
