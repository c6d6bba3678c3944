"""Every fixture page is read as its article.json says; one test for each page and field."""

from functools import cache

import pytest
from fixture_known_misses import ARTICLE_MISSES
from fixture_pages import HOST, PAGES, PLACEHOLDER, Page, one_line

from newscrawl.article import Article, extract_article

FIELDS = ("title", "authors", "language", "published", "kind", "canonical_url")


@cache
def read(page: Page) -> Article:
    return extract_article(page.served(), page.url)


def cases(fields: tuple[str, ...]) -> list[object]:
    """Each page with each field, known misses marked."""
    return [
        pytest.param(page, field, id=f"{page.slug}-{field}", marks=marks(page, field))
        for page in PAGES
        for field in fields
    ]


def marks(page: Page, field: str) -> list[pytest.MarkDecorator]:
    reason = ARTICLE_MISSES.get((page.slug, field))
    return [pytest.mark.xfail(reason=reason, strict=True)] if reason else []


def paragraphs(text: str) -> list[str]:
    return [one_line(line) for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize(("page", "field"), cases(FIELDS))
def test_field(page: Page, field: str) -> None:
    expected = {**page.article, "authors": tuple(page.article["authors"]), "canonical_url": page.url}[field]
    assert getattr(read(page), field) == expected


@pytest.mark.parametrize(("page", "field"), cases(("kept",)))
def test_no_paragraph_is_lost(page: Page, field: str) -> None:
    found = paragraphs(read(page).text)
    assert [paragraph for paragraph in page.article["text"] if paragraph not in found] == []


@pytest.mark.parametrize(("page", "field"), cases(("litter",)))
def test_no_litter_is_left(page: Page, field: str) -> None:
    found = paragraphs(read(page).text)
    if page.article["language"] == "de" and found[0] == page.article["title"]:
        del found[0]  # a German text may begin with its headline
    assert [line for line in found if line not in page.article["text"]] == []


@pytest.mark.parametrize(("page", "field"), cases(("order",)))
def test_paragraphs_are_in_order_and_once(page: Page, field: str) -> None:
    wanted = page.article["text"]
    found = [line for line in paragraphs(read(page).text) if line in wanted]
    assert found == [paragraph for paragraph in wanted if paragraph in found]


def test_known_misses_are_of_pages_that_exist() -> None:
    fields = {*FIELDS, "kept", "litter", "order"}
    slugs = {page.slug for page in PAGES}
    assert [key for key in ARTICLE_MISSES if key[0] not in slugs or key[1] not in fields] == []


def test_placeholder_is_replaced_in_what_is_served() -> None:
    assert all(PLACEHOLDER.encode() not in page.served() and HOST.encode() in page.served() for page in PAGES)
