"""What kind of noun phrase it is: definite or not, a company by its kind, a maker, a share, a part of a unit."""

from newscrawl.deals.mentions.references import References
from newscrawl.deals.syntax.phrases import Phrase
from newscrawl.deals.syntax.tokens import Token


def are_shares(phrase: Phrase, words: References) -> bool:
    """ "the MEMBERSHIP INTERESTS of Tal"."""
    kinds = (token.low in words.share_kinds for token in phrase.tokens[:-1])
    return words.is_a(phrase.head.low, "share_things") and any(kinds)


def is_owned_firm(phrase: Phrase, words: References) -> bool:
    """ "Norvik's payments COMPANY": which of its companies, and not "Norvik's parent COMPANY"."""
    before = phrase.tokens[:-1]
    named = phrase.owner is not None and phrase.owner.head.tag == "E" and phrase.explained is None
    told = any(token.tag == "N" for token in before) and not any(token.low in words.relations for token in before)
    return words.is_a(phrase.head.low, "owned_firms") and named and told and not phrase.names


def is_maker_of(phrase: Phrase, words: References) -> bool:
    """ "the maker of drives", "the OWNER OF NORVIK": who is meant is not named."""
    if phrase.of is None or phrase.head.low not in words.makers or (words.compounding and phrase.of.names):
        return False
    return is_definite(phrase)


def is_one_of_its_products(phrase: Phrase, words: References) -> bool:
    """ "bought A PORSCHE", "Züge vom TYP DESIRO": a name that means a ware, with an indefinite article alone."""
    if any(token.low in words.models for token in phrase.tokens[:-1]):
        return True
    return len(phrase.tokens) == 1 and phrase.is_indefinite


def is_some_speaker(phrase: Phrase, words: References) -> bool:
    """ "AN AFFILIATE of Norvik": somebody unnamed of whom only the company is known that is named with it."""
    return phrase.is_indefinite and phrase.head.low in words.speakers and not words.compounding


def is_from_there(phrase: Phrase, words: References) -> bool:
    """ "the GATESHEAD firm": the name between article and noun says where the company is; it is none itself."""
    if not words.is_definite(phrase.determiner):
        return False
    return len(phrase.names) == 1 and phrase.names[0] is phrase.tokens[0] and phrase.head.low in words.of_a_place


def is_part_of_unit(phrase: Phrase, words: References) -> bool:
    """ "assets of its retail division": the division is what is sold."""
    whole = phrase.of
    if whole is None or whole.head.tag != "N" or not words.is_a(phrase.head.low, "shadows"):
        return False
    return words.is_a(whole.head.low, "units") and not is_bare_reference(whole)


def is_kind_of_party(head: Token, words: References) -> bool:
    return any(words.is_a(head.low.rpartition(" ")[2], kind) for kind in ("units", "nouns", "speakers"))


def is_singular(phrase: Phrase, words: References) -> bool:
    """ "das Unternehmen", "der Hersteller", "der Hersteller, DEN": where nouns have the same form in both numbers, the
    article tells."""
    if not words.compounding or phrase.determiner is None:
        return False
    if phrase.determiner.is_a("singular_object"):
        return not phrase.head.low.endswith("n")  # "den Herstellern" are many
    if phrase.determiner.is_a("singular_subject"):
        return "nominative" in phrase.cases or phrase.relative
    return phrase.determiner.is_a("singular") and not (phrase.head.is_a("twosome") or phrase.head.is_a("threesome"))


def is_named_unit(phrase: Phrase, words: References) -> bool:
    """ "the Tal Division": a unit by the last word of its name."""
    return words.is_a(phrase.head.low.split()[-1], "named_units")


def is_a_thing(phrase: Phrase, words: References) -> bool:
    """ "the tracker", "the crawler": a company only if the text has called one so."""
    head = phrase.head
    known = any(words.is_a(head.low, kind) for kind in ("deals", "price_nouns", "share_nouns", "plural_nouns", "units"))
    known |= head.low in words.shadows and head.low not in words.nouns
    return head.tag == "N" and not head.low.endswith("s") and not known and is_bare_reference(phrase)


def is_bare_reference(phrase: Phrase) -> bool:
    """ "the company", "der Konzern": definite, and not said of whom."""
    return is_definite(phrase) and phrase.of is None and not phrase.names


def is_definite(phrase: Phrase) -> bool:
    return phrase.has_definite_article and not phrase.described and phrase.owner is None
