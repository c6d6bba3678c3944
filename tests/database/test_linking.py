"""Reports of several articles → one deal in the tables: in any order, undoable, and under uids that stay."""

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from evaluation.stories import FOLDER, deal_of
from newscrawl.article import Article
from newscrawl.database import open_database, replace_reports, save_article
from newscrawl.database.guidance import apply_corrections, guidance_of
from newscrawl.database.relink import Moved, relink
from newscrawl.deals.model import Deal, Party
from newscrawl.linking.corrections import CompanyTable, Corrections
from newscrawl.linking.names import company_key

Told = tuple[Article, list[Deal]]


def read_articles() -> list[Told]:
    """The articles of a third of the stories and near misses, with their deals."""
    lines = [
        line
        for path in sorted(FOLDER.glob("*.json"))[::3]
        for line in json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)["reports"]
    ]
    names = ("url", "title", "language", "published", "text")
    return [(Article(**{n: line[n] for n in names}), [deal_of(deal) for deal in line["deals"]]) for line in lines]


ARTICLES = read_articles()


def save(db: Database, told: Told, **options: Any) -> None:
    article, deals = told
    assert article.url
    save_article(db, article, deals, url=article.url, source=None, fetched_at="2026-10-01T00:00:00Z", **options)


def filled(articles: list[Told]) -> Database:
    db = open_database(":memory:")
    for told in articles:
        save(db, told)
    return db


def partition(db: Database) -> set[frozenset[str]]:
    deals: dict[int, set[str]] = {}
    for deal, uid in db.execute("SELECT deal, uid FROM reports"):
        deals.setdefault(deal, set()).add(uid)
    return {frozenset(uids) for uids in deals.values()}


def facts(db: Database) -> list[str]:
    """All that is known of deals and companies, without the keys and the uid that stands for its deal."""
    columns = "type, status, main, amount, currency, amount_text, stake_percent, rumoured, announced, closed, articles"
    queries = (
        f"SELECT {columns}, independent_reports, amounts_differ, (SELECT group_concat(p.role || p.name || c.canonical)"
        " FROM deal_parties p JOIN companies c ON c.id = p.company WHERE p.deal = d.id) FROM deals d",
        "SELECT parties, amount, quote, reported, year FROM deal_list",
        "SELECT name, canonical, (SELECT group_concat(DISTINCT name) FROM (SELECT name FROM company_aliases a"
        " WHERE a.company = c.id ORDER BY name)) FROM companies c",
        "SELECT uid, why FROM reports",
    )
    return sorted(str(row) for sql in queries for row in db.execute(sql))


def check(db: Database) -> None:
    """What always holds: each report's uid leads to its deal, events and keys are its own, no company is unused."""
    for uid, deal in db.execute("SELECT uid, deal FROM reports"):
        assert leads_to(db, uid) == [deal]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    for sql in (
        "SELECT 1 FROM deal_events e JOIN reports r ON r.id = e.report WHERE e.deal <> r.deal",
        "SELECT 1 FROM deals d WHERE NOT EXISTS (SELECT 1 FROM reports WHERE deal = d.id)",
        "SELECT 1 FROM companies c WHERE NOT EXISTS (SELECT 1 FROM report_parties WHERE company = c.id)",
        "SELECT 1 FROM deals d WHERE NOT EXISTS (SELECT 1 FROM deal_list WHERE deal = d.id)",
    ):
        assert db.execute(sql).fetchall() == [], sql


def leads_to(db: Database, uid: str) -> list[int]:
    sql = "SELECT id FROM deals WHERE uid = :uid UNION ALL SELECT deal FROM deal_redirects WHERE uid = :uid"
    return [deal for (deal,) in db.execute(sql, {"uid": uid})]


EXPECTED = filled(ARTICLES)


@settings(max_examples=4, deadline=None)
@given(st.permutations(ARTICLES))
def test_any_order_gives_the_same_database(articles: list[Told]) -> None:
    db = filled(articles)
    check(db)
    assert partition(db) == partition(EXPECTED)
    assert facts(db) == facts(EXPECTED)


def test_relinking_changes_nothing_that_was_linked_one_by_one() -> None:
    db = filled(ARTICLES)
    before = list(db.conn.iterdump())
    steps = list(relink(db, guidance_of(db)))
    assert steps[-1] == db.table("reports").count
    assert not [step for step in steps if isinstance(step, Moved)]
    assert list(db.conn.iterdump()) == before


def test_an_unlinked_database_is_linked() -> None:
    """As an older newscrawl left it: each report its own deal, no keys."""
    db = filled(ARTICLES)
    alone = guidance_of(db, Corrections(two_deals=pairs(db)))
    list(relink(db, alone))
    assert db.table("deals").count == db.table("reports").count
    check(db)
    list(relink(db, guidance_of(db)))
    check(db)
    assert facts(db) == facts(EXPECTED)


def pairs(db: Database) -> tuple[frozenset[str], ...]:
    """All pairs of reports."""
    return tuple(map(frozenset, combinations([uid for (uid,) in db.execute("SELECT uid FROM reports")], 2)))


def test_uids_survive_parting_and_joining() -> None:
    db = filled(ARTICLES)
    before = dict(db.execute("SELECT uid, deal FROM reports").fetchall())
    deals = dict(db.execute("SELECT uid, id FROM deals").fetchall())
    list(relink(db, guidance_of(db, Corrections(two_deals=pairs(db)))))
    assert {uid: leads_to(db, uid) for uid in deals} == {uid: [deal] for uid, deal in deals.items()}
    list(relink(db, guidance_of(db)))
    assert {uid: leads_to(db, uid) for uid in before} == {uid: [deal] for uid, deal in before.items()}


@pytest.mark.parametrize("number", range(0, len(ARTICLES), 7))
def test_reading_an_article_differently_and_back(number: int) -> None:
    """Without the article's deals the others are linked as if it had never told any."""
    db = filled(ARTICLES)
    article, deals = ARTICLES[number]
    (version,) = db.execute("SELECT version FROM articles WHERE url = ?", [article.url]).fetchone()
    replace_reports(db, version, [])
    check(db)
    others = filled([(a, d if a is not article else []) for a, d in ARTICLES])
    assert facts(db) == facts(others)
    replace_reports(db, version, deals)
    check(db)
    assert facts(db) == facts(EXPECTED)


def test_a_changed_article_counts_once() -> None:
    db = filled(ARTICLES)
    article, deals = ARTICLES[0]
    save(db, (replace(article, text=article.text + "\nMore."), deals))
    check(db)
    deal = leads_to(db, db.execute("SELECT uid FROM reports WHERE id = 1").fetchone()[0])
    counts = db.execute("SELECT articles FROM deals WHERE id = ?", deal).fetchone()
    assert (
        counts
        == EXPECTED.execute("SELECT d.articles FROM deals d JOIN reports r ON r.deal = d.id WHERE r.id = 1").fetchone()
    )
    assert db.table("reports").count == EXPECTED.table("reports").count + len(deals)


@pytest.fixture
def linked(db: Database) -> Callable[..., list[str]]:
    """Saves "Norvik buys Tallis" as each of the articles tells it, and returns the uids of the reports."""

    def save_all(*names: tuple[str, str], corrections: Corrections | None = None) -> list[str]:
        for number, (buyer, target) in enumerate(names):
            text = f"{buyer} is going to buy all shares of {target}, says paper number {number}."
            article = Article(title="t", language="en", published=f"2026-03-0{number + 1}", text=text)
            parties = (Party(buyer, "acquirer"), Party(target, "target"))
            deal = Deal("acquisition", "announced", True, parties, text, confidence=0.8)
            guidance = guidance_of(db, corrections) if corrections else None
            save_article(
                db, article, [deal], url=f"https://p{number}.example/", source=None,
                fetched_at="2026-03-09T00:00:00Z", guidance=guidance,
            )  # fmt: skip
        return [uid for (uid,) in db.execute("SELECT uid FROM reports ORDER BY id")]

    return save_all


def test_user_names_a_company_and_gives_its_identifiers(db: Database, linked) -> None:
    sun = CompanyTable(name="Tallis Energy", aliases=("Tallis",), wikidata="Q77", country="DE")
    corrections = Corrections((sun,), {company_key("Tallis"): company_key(sun.name)})
    linked(("Norvik", "Tallis"), ("Norvik", "Tallis Energy"), corrections=corrections)
    apply_corrections(db, corrections)
    assert db.table("deals").count == 1
    assert db.execute(
        "SELECT name, wikidata, country, lei FROM companies WHERE canonical LIKE 'tallis%'"
    ).fetchall() == [("Tallis Energy", "Q77", "DE", None)]
    assert db.execute("SELECT name FROM company_aliases WHERE article_version IS NULL ORDER BY 1").fetchall() == [
        ("Tallis",), ("Tallis Energy",),
    ]  # fmt: skip
    list(relink(db, guidance_of(db)))
    assert db.table("deals").count == 2


def test_user_parts_and_joins_deals_by_their_uids(db: Database, linked) -> None:
    one, same, other = linked(("Norvik", "Tallis"), ("Norvik", "Tallis"), ("Ostra", "Lumeo"))
    assert partition(db) == {frozenset((one, same)), frozenset((other,))}
    word = Corrections(one_deal=(frozenset((one, other)),), two_deals=(frozenset((one, same)),))
    list(relink(db, guidance_of(db, word)))
    assert partition(db) == {frozenset((one, other)), frozenset((same,))}
    check(db)


def test_a_short_name_is_the_full_one_within_its_deal_only(db: Database) -> None:
    texts = {
        "a": (("Norvik", "acquirer"), ("Sun Microsystems", "target", ("Sun",))),
        "b": (("Norvik", "acquirer"), ("Sun", "target")),
        "c": (("Ostra", "acquirer"), ("Sun", "target")),
    }
    for name, parties in texts.items():
        deal = Deal("acquisition", "announced", True, tuple(Party(*p) for p in parties), f"{name} says so.")
        article = Article(title="t", language="en", published="2026-03-02", text=f"{name} says so.")
        save_article(
            db, article, [deal], url=f"https://{name}.example/", source=None, fetched_at="2026-03-09T00:00:00Z"
        )
    sql = (
        "SELECT c.name FROM report_parties p JOIN companies c ON c.id = p.company"
        " WHERE p.role = 'target' ORDER BY p.report"
    )
    assert [name for (name,) in db.execute(sql)] == ["Sun Microsystems", "Sun Microsystems", "Sun"]
