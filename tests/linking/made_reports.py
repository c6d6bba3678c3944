"""Reports made up for the tests of linking, each changed from one that everybody tells."""

from typing import Any

from newscrawl.deals.model import Amount, Deal, Party
from newscrawl.linking.model import Report
from newscrawl.linking.read import report_of


def told(uid: str = "a", day: str = "2026-03-02", site: str | None = None, **changes: Any) -> Report:
    """Norvik buys Tallis, told by a site of its own on a day; ``parties`` are given as "role Name/other name"."""
    parties = tuple(party_of(text) for text in changes.pop("parties", ("acquirer Norvik", "target Tallis")))
    language = changes.pop("language", "en")
    known: dict[str, Any] = {
        "type": "acquisition",
        "status": "announced",
        "main": True,
        "evidence": f"Norvik buys Tallis, as {uid} says.",
    }
    amount = changes.pop("amount", None)
    deal = Deal(parties=parties, amount=Amount(*amount) if amount else None, **(known | changes))
    return report_of(deal, uid=uid, url=f"https://{site or uid}.example/{uid}", day=day, language=language)


def party_of(text: str) -> Party:
    role, _, names = text.partition(" ")
    name, *others = names.split("/")
    return Party(name, role, tuple(others))
