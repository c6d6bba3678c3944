"""Every fixture page's deals are found as its deals.json says; one test for each page and field.

The text is that of article.json, so that a fault in reading the page is not counted twice; only the last tests
go the whole way from the page.
"""

from collections import Counter
from functools import cache
from typing import Any

import pytest
from fixture_known_misses import DEAL_MISSES
from fixture_pages import PAGES, Page

from evaluation.passages import printed
from newscrawl.article import extract_article
from newscrawl.deals import Deal, find_deals

FIELDS = (
    "status", "main", "aliases", "seller", "amount", "amount_text", "amount_qualifier", "stake_percent", "announced",
    "closing_expected", "closed", "terms", "timeline", "evidence",
)  # fmt: skip
WORDING = ("amount_text",)  # fields that are compared only where a wording is expected

Core = tuple[str, tuple[tuple[str, str], ...]]


@cache
def found(page: Page) -> list[Deal]:
    article = page.article
    return find_deals(page.text, article["language"], article["published"], article["title"])


def core(deal: dict[str, Any]) -> Core:
    """Type and parties with their roles; sellers have a test of their own."""
    parties = [(party["role"], party["name"]) for party in deal["parties"] if party["role"] != "seller"]
    return deal["type"], tuple(sorted(parties))


def found_core(deal: Deal) -> Core:
    return deal.type, tuple(sorted((party.role, party.name) for party in deal.parties if party.role != "seller"))


def pairs(page: Page) -> list[tuple[dict[str, Any], Deal]]:
    """The expected deals that were found, each with what was found. What was not found fails in test_deals."""
    by_core = {found_core(deal): deal for deal in found(page)}
    return [(deal, by_core[core(deal)]) for deal in page.deals if core(deal) in by_core]


def expected_value(deal: dict[str, Any], field: str) -> Any:
    if field == "aliases":
        return sorted(alias for party in deal["parties"] for alias in party.get("aliases", []))
    if field == "seller":
        return [party["name"] for party in deal["parties"] if party["role"] == "seller"]
    if field == "amount":
        return deal.get("amount")
    return deal.get(field)


def found_value(deal: Deal, field: str, expected: Any) -> Any:
    if field == "aliases":
        return sorted({alias for party in deal.parties for alias in party.aliases} & set(expected))
    if field == "seller":
        return [party.name for party in deal.parties if party.role == "seller"]
    if field == "amount":
        return printed(deal.amount)
    return getattr(deal, field)


def missing_terms(deal: dict[str, Any], at: Deal) -> list[dict[str, Any]]:
    """Expected terms without a found one of the same kind and numbers whose words overlap."""
    return [term for term in deal.get("terms") or [] if not any(same_term(term, other) for other in at.terms)]


def same_term(expected: dict[str, Any], term: Any) -> bool:
    numbers = all(getattr(term, key) == expected.get(key) for key in ("percent", "iso", "value", "currency"))
    texts = term.text in expected["text"] or expected["text"] in term.text
    return bool(term.kind == expected["kind"] and numbers and texts)


def missing_events(deal: dict[str, Any], at: Deal) -> list[tuple[str, str | None]]:
    """Expected steps whose status and date were not found."""
    steps = [(event.status, event.date) for event in at.timeline]
    wanted = [(event["status"], event["date"]) for event in deal.get("timeline") or []]
    return [step for step in wanted if step not in steps]


def cases(fields: tuple[str, ...], pages: list[Page] = PAGES) -> list[object]:
    return [
        pytest.param(page, field, id=f"{page.slug}-{field}", marks=marks(page, field))
        for page in pages
        for field in fields
    ]


def marks(page: Page, field: str) -> list[pytest.MarkDecorator]:
    reason = DEAL_MISSES.get((page.slug, field))
    return [pytest.mark.xfail(reason=reason, strict=True)] if reason else []


@pytest.mark.parametrize(("page", "field"), cases(("found",)))
def test_deals_are_found(page: Page, field: str) -> None:
    there = {found_core(deal) for deal in found(page)}
    assert [core(deal) for deal in page.deals if core(deal) not in there] == []


@pytest.mark.parametrize(("page", "field"), cases(("invented",)))
def test_no_deal_is_invented(page: Page, field: str) -> None:
    assert list((Counter(map(found_core, found(page))) - Counter(map(core, page.deals))).elements()) == []


@pytest.mark.parametrize(("page", "field"), cases(FIELDS, [page for page in PAGES if page.deals]))
def test_field(page: Page, field: str) -> None:
    wrong = []
    for deal, at in pairs(page):
        if field == "terms":
            wrong += missing_terms(deal, at)
        elif field == "timeline":
            wrong += missing_events(deal, at)
        else:
            expected = expected_value(deal, field)
            value = found_value(at, field, expected)
            if value != expected and not (field in WORDING and expected is None):
                wrong.append((core(deal), {"expected": expected, "found": value}))
    assert wrong == []


@pytest.mark.parametrize(("page", "field"), cases(("litter",)))
def test_litter_tells_no_deals(page: Page, field: str) -> None:
    """What the whole page gives beyond its clean text came out of teasers, comments or promotion."""
    article = extract_article(page.served(), page.url)
    deals = find_deals(article.text, article.language or "", article.published, article.title)
    clean = {found_core(deal) for deal in found(page)}
    assert [found_core(deal) for deal in deals if found_core(deal) not in clean] == []


def test_known_misses_are_of_pages_that_exist() -> None:
    fields = {*FIELDS, "found", "invented", "litter"}
    slugs = {page.slug for page in PAGES}
    assert [key for key in DEAL_MISSES if key[0] not in slugs or key[1] not in fields] == []
