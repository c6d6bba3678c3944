"""`python -m bench.generate_database FILE [--articles N] [--deals M]`: a made-up database of any size, within minutes.

Companies, articles and deals are invented, always the same for the same numbers; a deal has one to six reports, each in
an article of its own, and the other articles tell none. The rows are those that saving the articles would write.
"""

import argparse
import sys
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from sqlite_utils import Database

from bench.made_up_world import Story, World
from newscrawl.database import open_database
from newscrawl.database.amounts import readable_amount
from newscrawl.database.deal_list import readable_parties
from newscrawl.deals.model import Amount

CHUNK = 5000
"""Stories written at a time."""
FTS = ("articles", "deal_list", "companies")


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m bench.generate_database", description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("--articles", type=int, default=100_000)
    options.add_argument("--deals", type=int, default=30_000)
    given = options.parse_args()
    if given.file.exists():
        print(f"{given.file}: is there already", file=sys.stderr)
        return 2
    generate(given.file, given.articles, given.deals)
    return 0


def generate(path: Path, articles: int, deals: int, seed: int = 0) -> None:
    """Make a new database with so many articles and deals; ``seed`` chooses among all such databases."""
    db = open_database(path)
    world = World(articles, deals, Random(seed))
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000", "foreign_keys = OFF"):
        db.execute(f"PRAGMA {pragma}").fetchall()
    triggers = _without_triggers(db)
    writer = Writer(db, world)
    with db.atomic():
        writer.companies()
        stories = world.stories()
        while chunk := list(islice(stories, CHUNK)):
            writer.stories(chunk)
        for table in FTS:
            db.execute(f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')")
        for sql in triggers:
            db.execute(sql)
    db.execute("ANALYZE")
    db.execute("PRAGMA journal_mode = WAL").fetchall()
    db.close()


def _without_triggers(db: Database) -> list[str]:
    """Drop the triggers, which check and index row by row, and return what makes them again."""
    rows = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in rows:
        db.execute(f'DROP TRIGGER "{name}"')
    return [sql for _, sql in rows]


class Writer:
    """Stories → rows of all tables, many at a time; the keys are counted here."""

    def __init__(self, db: Database, world: World) -> None:
        self.db = db
        self.world = world
        self.article = self.report = self.deal = 0
        self.rows: dict[str, list[dict[str, Any]]] = {}

    def companies(self) -> None:
        for number, source in enumerate(self.world.sources, 1):
            self.add("sources", {"id": number, "name": source, "title": source.title(), "language": "en"})
        for number, company in enumerate(self.world.companies, 1):
            self.add("companies", {"id": number, "name": company.name, "canonical": company.canonical})
        self.flush()

    def stories(self, stories: list[Story]) -> None:
        for story in stories:
            self.story(story)
        self.flush()

    def story(self, story: Story) -> None:
        """A deal with its articles, or an article without one."""
        first, number = self.report + 1, self.article + 1
        if story.type:
            self.deal += 1
        for position, telling in enumerate(story.tellings):
            self.telling(story, telling, first if position else 0)
        if story.type:
            self.add_deal(story, first, number)

    def telling(self, story: Story, telling: dict[str, Any], first: int) -> None:
        """One article, and its report if it tells a deal; ``first`` is the deal's first report if it has one."""
        self.article += 1
        version = {name: telling[name] for name in ("title", "published", "language", "fetched_at", "text")}
        version |= {"id": self.article, "kind": "article"}
        article = version | {"url": telling["url"], "source": telling["source"], "version": self.article}
        self.add("articles", article)
        line = {name: article[name] for name in ("published", "title", "source", "language", "kind", "url")}
        self.add("article_list", line | {"article": self.article})
        self.add("article_versions", version | {"article": self.article, "digest": telling["uid"]})
        self.add("addresses", {"url": telling["url"], "article": self.article, "origin": "fetched"})
        if story.type:
            self.add_report(story, telling, first)

    def add_report(self, story: Story, telling: dict[str, Any], first: int) -> None:
        self.report += 1
        report, deal = self.report, self.deal
        facts = _facts(story, telling) | {"sentence": telling["sentence"], "uid": telling["uid"]}
        why = f"{story.buyer.name} and {story.target.name} in both" if first else None
        self.add(
            "reports", facts | {"id": report, "deal": deal, "article_version": self.article, "position": 0, "why": why}
        )
        for position, (role, company) in enumerate(story.parties):
            party = {"position": position, "company": company.key, "role": role, "name": company.name}
            self.add("report_parties", party | {"report": report})
            alias = {"company": company.key, "name": company.name, "article_version": self.article}
            self.add("company_aliases", alias)
            self.prove(telling, "parties", position, company.name)
        self.prove(telling, "type", 0, telling["sentence"])
        if telling["amount_text"]:
            self.prove(telling, "amount", 0, telling["amount_text"])
        event = {"status": telling["status"], "date": telling["announced"], "quote": telling["sentence"]}
        self.add("deal_events", event | {"deal": deal, "report": report, "position": 0})
        if first:
            self.add("deal_redirects", {"uid": telling["uid"], "deal": deal})
        for key in story.keys:
            self.add("report_keys", {"key": key, "report": report})

    def prove(self, telling: dict[str, Any], field: str, position: int, quote: str) -> None:
        start = telling["text"].index(quote)
        proof = {"report": self.report, "field": field, "position": position, "rule": "made up", "quote": quote}
        self.add("evidence", proof | {"start": start, "end": start + len(quote)})

    def add_deal(self, story: Story, report: int, article: int) -> None:
        """The deal, its parties and its line; it follows its first report, and has the last one's status."""
        lead, last = story.tellings[0], story.tellings[-1]
        counts = {"articles": len(story.tellings), "independent_reports": len({t["source"] for t in story.tellings})}
        facts = _facts(story, lead) | counts | {"status": last["status"], "amounts_differ": int(story.differs)}
        seen = {"first_seen": lead["fetched_at"], "last_seen": last["fetched_at"]}
        rumoured = lead["published"][:10] if lead["status"] == "rumoured" else None
        deal = {"id": self.deal, "uid": lead["uid"], "report": report, "rumoured": rumoured}
        self.add("deals", facts | seen | deal)
        for position, (role, company) in enumerate(story.parties):
            party = {"position": position, "company": company.key, "role": role, "name": company.name}
            self.add("deal_parties", party | {"deal": self.deal})
        line = {name: facts[name] for name in ("announced", "type", "status", "stake_percent", "currency")}
        amount = Amount(facts["currency"], facts["amount"])
        self.add("deal_list", line | counts | {
            "deal": self.deal, "reported": lead["published"][:10], "language": lead["language"], "article": article,
            "parties": readable_parties([(role, company.name) for role, company in story.parties]),
            "amount": readable_amount(amount), "quote": lead["sentence"], "value": facts["amount"],
            "year": int(lead["published"][:4]), "amounts_differ": int(story.differs),
        })  # fmt: skip

    def add(self, table: str, row: dict[str, Any]) -> None:
        self.rows.setdefault(table, []).append(row)

    def flush(self) -> None:
        """Write what was added; a row's columns are those of the first of its table."""
        for table, rows in self.rows.items():
            names = ", ".join(f'"{name}"' for name in rows[0])
            marks = ", ".join(f":{name}" for name in rows[0])
            self.db.conn.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)
        self.rows = {}


def _facts(story: Story, telling: dict[str, Any]) -> dict[str, Any]:
    """The columns that reports and deals have in common."""
    kept = {name: telling[name] for name in ("status", "amount", "currency", "amount_text", "announced")}
    return kept | {"type": story.type, "main": 1, "stake_percent": story.stake_percent, "confidence": 0.8}


if __name__ == "__main__":
    sys.exit(main())
