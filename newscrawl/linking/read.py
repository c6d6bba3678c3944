"""A deal as one article tells it → a report for linking."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from newscrawl.deals.model import Deal
from newscrawl.linking.generic import description_of, proper_keys
from newscrawl.linking.model import Report, Side
from newscrawl.linking.names import bare_key, company_key, first_key, head_keys, initials, last_key

Aliases = Mapping[str, str]
"""The user's word: key of a name → key of the company that it is."""
HOST = re.compile(r"[^:/?#]++://([^/?#]*+)")
ROUND = re.compile(r"\b(?:(?:pre-?)?seed|series\s+[a-k]\b|serie\s+[a-k]\b)", re.IGNORECASE)


def report_of(
    deal: Deal, *, uid: str, url: str, day: str, language: str | None, aliases: Aliases | None = None
) -> Report:
    """The report of a deal in the article with this address, published or fetched on this day."""
    return Report(
        uid=uid,
        article=url,
        site=site_of(url),
        day=day,
        language=language,
        type=deal.type,
        status=deal.status,
        main=deal.main,
        sides=tuple(side_of(party.name, party.role, party.aliases, aliases or {}) for party in deal.parties),
        sentence=deal.evidence,
        amount=deal.amount,
        qualifier=deal.amount_qualifier,
        stake_percent=None if deal.stake_percent is None else float(deal.stake_percent),
        announced=deal.announced,
        closing_expected=deal.closing_expected,
        closed=deal.closed,
        events=tuple((event.status, event.date) for event in deal.timeline),
        confidence=deal.confidence,
        rounds=rounds_of(term.text for term in deal.terms if term.kind == "round"),
        durations=frozenset(term.iso for term in deal.terms if term.kind == "duration" and term.iso),
    )


def site_of(url: str) -> str:
    """The host of an address, without www."""
    found = HOST.match(url)
    return found[1].lower().removeprefix("www.") if found else ""


def side_of(name: str, role: str, others: Iterable[str], aliases: Aliases) -> Side:
    """A party by the keys of its names; the user's aliases are put in their place."""
    side = _plain_side(name, role)
    key = aliases.get(side.key, side.key)
    keys = {aliases.get(k, k) for k in map(company_key, others)} - {key}
    if key != side.key:
        return replace(side, key=key, bare=key, first=key, others=frozenset(keys))
    return replace(side, others=frozenset(keys)) if keys else side


@lru_cache(maxsize=8192)
def _plain_side(name: str, role: str) -> Side:
    """A party of this name, without the other names that an article or the user gives it."""
    key = company_key(name)
    return Side(
        name,
        role,
        key,
        bare_key(name),
        heads=(head_keys(name) | proper_keys(name)) - {key},
        initials=initials(name),
        first=first_key(name),
        last=last_key(name),
        description=description_of(name),
    )


def rounds_of(texts: Iterable[str]) -> frozenset[str]:
    """The names of rounds in two languages made one: "Serie A", "Series-A round" → series a."""
    found = (ROUND.search(text.replace("-", " ")) for text in texts)
    return frozenset(
        " ".join(match.group().lower().replace("serie ", "series ").split()).replace("pre seed", "preseed")
        for match in found
        if match
    )
