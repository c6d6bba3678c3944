"""All files of a language, read and checked at once: what one of them says wrongly shows at the first article."""

from functools import cache

from newscrawl.deals.frames.triggers import triggers
from newscrawl.deals.gate import gate
from newscrawl.deals.headline import datelines
from newscrawl.deals.mentions.date_patterns import date_grammar
from newscrawl.deals.mentions.durations import find_durations
from newscrawl.deals.mentions.knowledge import knowledge
from newscrawl.deals.mentions.money import find_money, find_withheld
from newscrawl.deals.mentions.percents import find_percents
from newscrawl.deals.mentions.references import references
from newscrawl.deals.sentences import split_sentences
from newscrawl.deals.spelling import spelled
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.tellings.detail_rules import detail_rules
from newscrawl.deals.tellings.status_rules import status_rules
from newscrawl.deals.terms import term_rules
from newscrawl.deals.ventures import venture_cues

RULES = (
    lexicon, triggers, gate, references, status_rules, detail_rules, term_rules, venture_cues, datelines, knowledge,
    date_grammar, spelled,
)  # fmt: skip
FINDERS = (find_money, find_withheld, find_percents, find_durations, split_sentences)
"""They read their files when they are first used."""


@cache
def load_language(language: str) -> None:
    """Read all files of a language; the second time nothing happens.

    Raises:
        TableError: one has an unknown key or names what there is not.
        FileNotFoundError: one is missing.
    """
    for read in RULES:
        read(language)
    for find in FINDERS:
        find("", language)
