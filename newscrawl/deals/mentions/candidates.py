"""Which runs of words of a text could be names: the story in one function."""

from newscrawl.deals.mentions.adopted import adopt
from newscrawl.deals.mentions.doubtful import Inside, scan_headline, settle_head
from newscrawl.deals.mentions.page import Candidate, Page, sentence_kind
from newscrawl.deals.mentions.parted import part
from newscrawl.deals.mentions.runs import scan


def find_candidates(page: Page) -> list[Candidate]:
    """All candidates of a page in text order, none overlapping."""
    plain = [sentence_kind(page, first, last) for first, last in page.sentences]
    sure: list[Candidate] = []
    for (first, last), kind in zip(page.sentences, plain, strict=True):
        if kind == "plain":
            sure += scan(page, first, last)
    inside = Inside.of(page, sure)
    found: list[Candidate] = []
    at = 0
    for (first, last), kind in zip(page.sentences, plain, strict=True):
        here = []
        while at < len(sure) and sure[at].first < last:
            here.append(sure[at])
            at += 1
        if kind == "plain":
            found += settle_head(page, first, last, here, inside)
        else:
            found += scan_headline(page, first, last, inside, kind)
    return part(page, adopt(page, found))
