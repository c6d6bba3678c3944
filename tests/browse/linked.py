"""One deal of four articles in two languages, which contradict each other: rumoured, denied, announced, completed."""

from decimal import Decimal

from sqlite_utils import Database

from newscrawl.article import Article
from newscrawl.database import save_article
from newscrawl.deals.model import Amount, Deal, Event, Party, Quote

BUYER, TARGET = "Quellmark", "Lumenpath"

RUMOUR = (
    "Quellmark in talks to buy Lumenpath",
    "Quellmark is in talks to buy the sensor maker Lumenpath for about $500 million, two people close to the matter "
    "said on Thursday.\nLumenpath employs 900 people in Oulu and makes sensors for satellites.\n"
    "Neither company wanted to comment.",
)
DENIAL = (
    "Lumenpath: Kein Verkauf an Quellmark",
    "Der Sensorhersteller Lumenpath wird nicht an Quellmark verkauft.\n"
    "»An dem Gerücht ist nichts dran«, sagte Lumenpath-Chefin Aino Lehto am Freitag der Presse.",
)
NEWS = (
    "Quellmark to buy Lumenpath for 450 million euros",
    "Quellmark has agreed to buy all of Lumenpath for 450 million euros in cash, both companies said on Monday.\n"
    "The deal is expected to close in the first quarter of 2027.\n"
    "It is the largest purchase in Quellmark's history; its founder Jonas Feld called it “a step we prepared for "
    "two years”.",
)
DONE = (
    "Quellmark schließt Kauf von Lumenpath ab",
    "Quellmark hat den Kauf von Lumenpath abgeschlossen, wie der Konzern am Dienstag mitteilte. Der Preis betrug "
    "560 Millionen Euro.",
)


def save_linked(db: Database) -> str:
    """Save the four articles as one deal and return its uid; a former uid leads there."""
    stories = (
        (RUMOUR, "en", "2026-09-03", "talks", Amount("USD", Decimal(500_000_000)), "$500 million", "2026-09-03"),
        (DENIAL, "de", "2026-09-04", "denied", None, None, None),
        (NEWS, "en", "2026-10-12", "announced", Amount("EUR", Decimal(450_000_000)), "450 million euros", "2026-10-12"),
        (DONE, "de", "2026-11-10", "completed", Amount("EUR", Decimal(560_000_000)), "560 Millionen Euro", None),
    )
    for number, ((title, text), language, day, status, amount, amount_text, announced) in enumerate(stories):
        article = Article(title=title, language=language, published=f"{day}T08:00:00Z", text=text)
        deal = told(text, status, day, amount, amount_text, announced)
        site = f"site{number}"
        save_article(
            db, article, [deal], url=f"https://{site}.example/{number}", source=site, fetched_at=f"{day}T09:00:00Z"
        )
    return one_deal(db)


def told(
    text: str, status: str, day: str, amount: Amount | None, amount_text: str | None, announced: str | None
) -> Deal:
    """The deal as one of the articles tells it, proved word by word."""
    sentence = text.split("\n")[0]
    proofs = {"status": (sentence,), "parties": (BUYER, TARGET), "timeline": (sentence,)}
    if amount_text:
        proofs["amount"] = (amount_text,)
    said_by = "Aino Lehto" if status == "denied" else None
    return Deal(
        type="acquisition",
        status=status,
        main=True,
        parties=(Party(BUYER, "acquirer"), Party(TARGET, "target")),
        evidence=sentence,
        amount=amount,
        amount_text=amount_text,
        amount_qualifier="about" if status == "talks" else None,
        stake_percent=Decimal(100) if "all of" in text else None,
        announced=announced,
        closing_expected="2027-03" if "first quarter" in text else None,
        closed=day if status == "completed" else None,
        timeline=(Event(status, day, said_by, sentence),),
        quotes={field: tuple(quote(text, part) for part in parts) for field, parts in proofs.items()},
        confidence=0.8,
    )


def quote(text: str, part: str) -> Quote:
    start = text.index(part)
    return Quote(part, start, start + len(part), "made up")


def one_deal(db: Database) -> str:
    """The uid of the deal that linking made of the articles; the other reports' uids lead there."""
    sql = "SELECT DISTINCT d.uid FROM deals d JOIN deal_parties p ON p.deal = d.id WHERE p.name = ?"
    ((uid,),) = db.execute(sql, [TARGET]).fetchall()
    return str(uid)
