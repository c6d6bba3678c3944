"""What the tests browse: the fixtures' pages with their expected deals, and a story that wishes us ill."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
from linked import quote, save_linked
from sqlite_utils import Database

from newscrawl.article import Article
from newscrawl.database import open_database, save_article, save_source_state
from newscrawl.deals.model import Amount, Deal, Event, Party, Term

SITES = Path(__file__).parent.parent.parent / "fixtures" / "sites"

NAME = '<img src=x onerror="alert(1)">Evil\u202eliam & Co'
TITLE = '<script>document.title = "owned"</script>Evil buys Tal \u2066\x07'
TEXT = f"{NAME} buys Tal for <b>5 million</b> euros.\njavascript:alert(2) said so."


def make_database(path: Path) -> Path:
    """Fill a new database with the stories and return its path."""
    db = open_database(path)
    for folder in sorted(SITES.glob("*/pages/*")):
        save_fixture(db, folder)
    save_linked(db)
    save_hostile(db)
    save_source_state(db, "byteharbour", last_success="2026-11-20T12:00:00Z")
    problem = "the feed could not be read: 404"
    save_source_state(
        db, "systembote", last_success="2026-11-19T12:00:00Z", last_failure="2026-11-20T12:00:00Z", problem=problem
    )
    db.close()
    return path


def save_fixture(db: Database, folder: Path) -> None:
    """Save the article and the deals that a fixture's page should give."""
    known, told = (
        json.loads((folder / name).read_bytes(), parse_float=Decimal) for name in ("article.json", "deals.json")
    )
    url = known["url"].replace("SITE_HOST", f"{folder.parent.parent.name}.example")
    text = "\n".join(known["text"])
    article = Article(
        url=url,
        title=known["title"],
        authors=tuple(known["authors"]),
        language=known["language"],
        published=known["published"],
        kind=known["kind"],
        text=text,
    )
    deals = [deal_of(deal, text) for deal in told]
    source = folder.parent.parent.name
    save_article(
        db, article, deals, url=url, source=source, fetched_at=f"{(known['published'] or '2026-11-19')[:10]}T12:00:00Z"
    )


def deal_of(told: dict[str, Any], text: str) -> Deal:
    """A deal as its JSON tells it, with quotes for what stands in the text word by word."""
    known = {name: value for name, value in told.items() if name in Deal.__dataclass_fields__}
    parties = tuple(Party(p["name"], p["role"], tuple(p.get("aliases", ()))) for p in told["parties"])
    terms = tuple(msgspec.convert(term, Term) for term in told.get("terms", ()))
    events = tuple(
        Event(e["status"], e["date"], e.get("said_by"), e.get("quote") or told["evidence"]) for e in told["timeline"]
    )
    words = {
        "status": [told["evidence"]],
        "parties": [party.name for party in parties],
        "amount": [told.get("amount_text")],
        "terms": [term.text for term in terms],
    }
    quotes = {
        field: tuple(quote(text, part) for part in parts if part and part in text) for field, parts in words.items()
    }
    amount = Amount(**{"currency": None, **told["amount"]}) if told.get("amount") else None
    if amount:
        amount = Amount(amount.currency, *(decimal(n) for n in (amount.value, amount.max, amount.per_share)))
    changed = {
        "parties": parties,
        "terms": terms,
        "timeline": events,
        "quotes": quotes,
        "amount": amount,
        "confidence": 0.8,
    }
    return Deal(**known | changed | {"stake_percent": decimal(told.get("stake_percent"))})


def decimal(number: Any) -> Decimal | None:
    return None if number is None else Decimal(number)


def save_hostile(db: Database) -> None:
    """An article whose every text is an attack on whoever looks at it."""
    article = Article(
        url="javascript:alert(3)",
        title=TITLE,
        authors=("<i>me</i>",),
        language="en",
        published="2026-11-20",
        text=TEXT,
    )
    deal = Deal(
        type="acquisition",
        status="rumoured",
        main=True,
        parties=(Party(NAME, "acquirer", ("javascript:alert(4)",)), Party("Tal", "target")),
        evidence=TEXT.split("\n")[0],
        amount=Amount("EUR", Decimal(5_000_000)),
        amount_text="<b>5 million</b> euros",
        stake_percent=Decimal("33.3"),
        terms=(Term("payment", "<u>cash</u>"),),
        timeline=(Event("rumoured", "2026-11", "<a href='javascript:alert(5)'>x</a>", TEXT),),
        quotes={"amount": (quote(TEXT, "<b>5 million</b> euros"),), "status": (quote(TEXT, "javascript:alert(2)"),)},
        confidence=0.5,
    )
    save_article(db, article, [deal], url="javascript:alert(3)", source="evil", fetched_at="2026-11-20T10:00:00Z")
