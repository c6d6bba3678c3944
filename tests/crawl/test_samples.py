"""The two samples come out exactly as their expectations say: from `scrapy extract`, and through crawl and database.

The samples are given with the gold data and stay there; without it these tests are skipped.
"""

import json
import os
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import pytest
from crawling import crawl, rows, run_scrapy

from newscrawl.demo.site import Answer, serving

GOLD = os.environ.get("NEWSCRAWL_GOLD")
pytestmark = pytest.mark.skipif(not GOLD, reason="NEWSCRAWL_GOLD is not set: the samples are not here")

QUOTED = re.compile(r"[\"“]([^\"”…]++)")
NO_TEXT = "not part of the article text"


def samples() -> Iterator[tuple[str, str | None]]:
    if GOLD:
        for name, sample in _expected().items():
            for published in sample["try_with_published"]:
                yield name, published


def _seeds() -> Path:
    return Path(GOLD or "") / "seeds"


def _expected() -> dict[str, Any]:
    return json.loads((_seeds() / "expected.json").read_text(encoding="utf-8"))


def _text(name: str) -> str:
    return (_seeds() / name).read_text(encoding="utf-8")


def _dated(given: dict[str, str | None] | None, published: str | None) -> str | None:
    """What an expectation says for a publication date, or for none."""
    return (given or {}).get(f"published {published or 'null'}")


@pytest.mark.parametrize(("name", "published"), list(samples()))
def test_extract(name: str, published: str | None, tmp_path: Path) -> None:
    sample = _expected()[name]
    line = {"id": name, "text": _text(name), "language": sample["language"], "published": published}
    file = tmp_path / "sample.jsonl"
    file.write_text(json.dumps(line) + "\n", encoding="utf-8")
    run = run_scrapy("extract", str(file))
    assert run.returncode == 0, run.stderr
    article = json.loads(run.stdout)
    for foreign in _foreign(sample):
        assert foreign not in article["text"]
    assert len(article["deals"]) == len(sample["deals"])
    for wanted, found in zip(sample["deals"], article["deals"], strict=True):
        _compare(wanted, found, published)
        _check_proof(found, article["text"], sample)


def _compare(wanted: dict[str, Any], found: dict[str, Any], published: str | None) -> None:
    for field in ("type", "status", "main", "amount", "stake_percent", "evidence"):
        assert found[field] == wanted[field], field
    assert found["announced"] == _dated(wanted["announced"], published)
    parties = {(p["name"], p["role"]): p for p in found["parties"]}
    assert set(parties) == {(p["name"], p["role"]) for p in wanted["parties"]}
    for party in wanted["parties"]:
        assert set(party.get("aliases", [])) <= set(parties[party["name"], party["role"]]["aliases"])
    for term in wanted["terms"]:
        assert any(term.items() <= given.items() for given in found["terms"]), term
    events = [{**e, "date": _dated(e["date"], published)} for e in wanted.get("timeline", [])]
    assert len(found["timeline"]) == len(events)
    for event, told in zip(events, found["timeline"], strict=True):
        assert event.items() <= told.items()


def _check_proof(found: dict[str, Any], text: str, sample: dict[str, Any]) -> None:
    quotes = [q for given in found["quotes"].values() for q in (given if isinstance(given, list) else [given])]
    for quote in quotes:
        assert text[quote["start"] : quote["end"]] == quote["quote"]
    for key in ("amount", "stake_percent"):
        said = found["quotes"].get(key, {}).get("quote", "")
        assert not any(number in said for number in _no_value(sample))


def _foreign(sample: dict[str, Any]) -> list[str]:
    """What an expectation quotes as no part of the article."""
    return [words.strip() for never in sample["never"] if NO_TEXT in never for words in QUOTED.findall(never)]


def _no_value(sample: dict[str, Any]) -> list[str]:
    """What an expectation says is no value of a deal."""
    return [never for never in sample["never"] if NO_TEXT not in never]


@pytest.mark.parametrize(("name", "published"), list(samples()))
def test_crawl_and_database(name: str, published: str | None, tmp_path: Path) -> None:
    sample = _expected()[name]
    database = tmp_path / "deals.db"
    with serving({"/story": Answer(_page(_text(name), sample["language"], published).encode())}) as server:
        run = crawl(database, f"url={server.url}/story")
    assert run.returncode == 0, run.stderr
    stored = rows(database, "select type, status, announced, id from reports order by main desc, id")
    assert len(stored) == len(sample["deals"])
    for wanted in sample["deals"]:
        wanted_parties = {(p["name"], p["role"]) for p in wanted["parties"]}
        matching = [
            r
            for r in stored
            if set(rows(database, f"select name, role from report_parties where report = {r[3]}")) == wanted_parties
        ]
        (report,) = [r for r in matching if r[0] == wanted["type"]]
        assert report[1] == wanted["status"]
        assert report[2] == _dated(wanted["announced"], published)
    for quote, start, end, text in rows(
        database,
        "select e.quote, e.start, e.end, v.text from evidence e join reports r on r.id = e.report "
        "join article_versions v on v.id = r.article_version",
    ):
        assert text[start:end] == quote


def _page(text: str, language: str, published: str | None) -> str:
    """A plain news page around a text, as a site would serve it."""
    date = f'<meta property="article:published_time" content="{published}">' if published else ""
    title, *paragraphs = [line for line in text.split("\n") if line.strip()]
    body = "".join(f"<p>{escape(line)}</p>" for line in (paragraphs if language == "en" else [title, *paragraphs]))
    head = f"<head><title>{escape(title[:90])}</title>{date}</head>"
    return f'<html lang="{language}">{head}<body><article><h1>{escape(title[:90])}</h1>{body}</article></body></html>'
