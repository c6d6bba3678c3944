"""Reports of made-up deals, stored day by day as a crawl would."""

from decimal import Decimal

from sqlite_utils import Database

from newscrawl.article import Article
from newscrawl.database import save_article
from newscrawl.deals.model import Amount, Deal, Event, Party, Quote

NORVIK, TAL = "Norvik Systems GmbH", "Tal Robotics"


def report(
    db: Database,
    day: str,
    status: str,
    buyer: str = NORVIK,
    target: str = TAL,
    *,
    kind: str = "acquisition",
    millions: int | None = 450,
    main: bool = True,
    url: str | None = None,
) -> None:
    """Store an article of a day that tells how far a deal has come."""
    amount = f"{millions} million euros" if millions else None
    text = f"{buyer} and {target} ({kind}) are {status}{f' for {amount}' if amount else ''}."
    deal = Deal(
        type=kind,
        status=status,
        main=main,
        parties=(Party(buyer, "acquirer"), Party(target, "target")),
        evidence=text,
        amount=Amount("EUR", Decimal(millions) * 1_000_000) if millions else None,
        amount_text=amount,
        announced=day if status == "announced" else None,
        timeline=(Event(status, day, None, text),),
        quotes={"status": (Quote(text, 0, len(text), "made up"),)},
        confidence=0.9,
    )
    article = Article(title=f"{buyer} and {target}", language="en", published=f"{day}T08:00:00Z", text=text)
    address = url or f"https://{day}.example/{status}/{buyer}-{target}".replace(" ", "-")
    save_article(db, article, [deal], url=address, source="wire", fetched_at=f"{day}T09:00:00+00:00")
