"""Articles and deals made up for the tests: a text, and deals whose quotes are looked up in it."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from newscrawl.article import Article
from newscrawl.deals.model import Amount, Deal, Event, Party, Quote, Term

URL = "https://wire.example/2026/norvik-tal"
FIRST = "Norvik Systems GmbH buys 60 percent of Tal AG from Ostra for 450 million euros."
SECOND = "In 2024, Norvik Systems and Ulmo agreed to cooperate for three years."
TEXT = f"{FIRST}\nThe price was announced on Monday.\n{SECOND}"


def article(text: str = TEXT, **changes: Any) -> Article:
    known = Article(
        url=URL,
        canonical_url=URL,
        title="Norvik buys most of Tal",
        authors=("Ann Berg", "Lee Dorn"),
        language="en",
        published="2026-02-03T08:00:00+01:00",
        text=text,
    )
    return replace(known, **changes)


def quote(part: str, text: str = TEXT, rule: str = "made up") -> Quote:
    start = text.index(part)
    return Quote(part, start, start + len(part), rule)


def takeover(text: str = TEXT, **changes: Any) -> Deal:
    names = ("Norvik Systems GmbH", "Tal AG", "Ostra")
    known = Deal(
        type="acquisition",
        status="announced",
        main=True,
        parties=tuple(Party(n, r) for n, r in zip(names, ("acquirer", "target", "seller"), strict=True)),
        evidence=FIRST,
        amount=Amount("EUR", Decimal(450_000_000)),
        amount_text="450 million euros",
        stake_percent=Decimal(60),
        announced="2026-02-02",
        timeline=(Event("rumoured", "2026-01", "the press", FIRST), Event("announced", "2026-02-02", None, FIRST)),
        quotes={
            "amount": (quote("450 million euros", text),),
            "stake_percent": (quote("60 percent", text),),
            "parties": tuple(quote(name, text) for name in names),
            "timeline": (quote(FIRST, text), quote(FIRST, text)),
        },
        confidence=0.9,
    )
    return replace(known, **changes)


def cooperation(text: str = TEXT, **changes: Any) -> Deal:
    known = Deal(
        type="partnership",
        status="completed",
        main=False,
        parties=(Party("Norvik Systems", "partner", ("Norvik",)), Party("Ulmo", "partner")),
        evidence=SECOND,
        announced="2024",
        terms=(Term("duration", "for three years", iso="P3Y"),),
        quotes={"terms": (quote("for three years", text),)},
        confidence=0.7,
    )
    return replace(known, **changes)
