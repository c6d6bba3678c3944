"""Which runs of words of a text could be names: the story in one function."""

from itertools import chain

from newscrawl.deals.mentions.adopted import adopt
from newscrawl.deals.mentions.doubtful import Inside, scan_headline, settle_head
from newscrawl.deals.mentions.inhabitants import without_inhabitants
from newscrawl.deals.mentions.lengthened import lengthen
from newscrawl.deals.mentions.page import Candidate, Page, sentence_kind
from newscrawl.deals.mentions.runs import scan
from newscrawl.deals.mentions.side_by_side import part_by_text, part_by_verb
from newscrawl.deals.mentions.tickers import without_tickers


def find_candidates(page: Page) -> list[Candidate]:
    """All candidates of a page in text order, none overlapping."""
    kinds = [sentence_kind(page, first, last) for first, last in page.sentences]
    sure = [
        scan(page, first, last, head) if kind == "plain" else []
        for (first, last), head, kind in zip(page.sentences, page.heads, kinds, strict=True)
    ]
    inside = Inside.of(page, chain.from_iterable(sure))
    found: list[Candidate] = []
    for (first, last), head, kind, here in zip(page.sentences, page.heads, kinds, sure, strict=True):
        if kind == "plain":
            found += settle_head(page, head, last, here, inside)
        else:
            found += scan_headline(page, first, last, inside, kind)
    found = lengthen(page, without_tickers(page, without_inhabitants(page, found)))
    return part_by_verb(page, part_by_text(page, adopt(page, found)))
