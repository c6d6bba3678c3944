"""The user's word on companies and deals: ``corrections.toml`` in the folder of the user's own sources.

It overrules whatever the reports say and survives everything: names and uids stay the same when articles are read again
or the database is built anew. docs/linking.md tells people how to write it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from newscrawl.linking.names import company_key
from newscrawl.tables import Table, TableError, read_table

NAME = "corrections.toml"
SHAPES = {"lei": r"[A-Z0-9]{20}", "wikidata": r"Q[1-9][0-9]*", "ticker": r"\S.*", "country": r"[A-Z]{2}"}
"""What the identifiers look like: ISO 17442, a Wikidata item, any, ISO 3166-1 alpha-2."""


class CompanyTable(Table, frozen=True):
    """A company: its name for people, its other names, names that are other companies, and its identifiers."""

    name: str
    aliases: tuple[str, ...] = ()
    different: tuple[str, ...] = ()
    lei: str | None = None
    wikidata: str | None = None
    ticker: str | None = None
    country: str | None = None
    note: str = ""


class DealsTable(Table, frozen=True):
    """Uids of reports or deals that are one deal, or two."""

    uids: tuple[str, ...]
    note: str = ""


class CorrectionsTable(Table, frozen=True):
    """The whole file."""

    company: tuple[CompanyTable, ...] = ()
    one_deal: tuple[DealsTable, ...] = ()
    two_deals: tuple[DealsTable, ...] = ()


@dataclass(frozen=True)
class Corrections:
    """What the user says. ``aliases`` leads from the key of a name to the key of the company that it is."""

    companies: tuple[CompanyTable, ...] = ()
    aliases: dict[str, str] = field(default_factory=dict)
    different: frozenset[frozenset[str]] = frozenset()
    one_deal: tuple[frozenset[str], ...] = ()
    two_deals: tuple[frozenset[str], ...] = ()


def read_corrections(folder: str | Path | None) -> Corrections:
    """The corrections in a folder of the user's own sources; none if there is no folder or no such file.

    Raises:
        TableError: the file is no TOML, has a wrong key or value, or contradicts itself; the message names both.
    """
    path = Path(folder, NAME) if folder else None
    if path is None or not path.is_file():
        return Corrections()
    table = read_table(path, CorrectionsTable)
    if problems := list(_problems(table)):
        raise TableError(f"{path}: {'; '.join(problems)}")
    aliases = _aliases(table)
    return Corrections(
        table.company,
        aliases,
        frozenset(_different(table, aliases)),
        _joined(frozenset(deals.uids) for deals in table.one_deal),
        tuple(frozenset(deals.uids) for deals in table.two_deals),
    )


def _aliases(table: CorrectionsTable) -> dict[str, str]:
    return {
        company_key(name): company_key(company.name)
        for company in table.company
        for name in (company.name, *company.aliases)
    }


def _different(table: CorrectionsTable, aliases: dict[str, str]) -> Iterator[frozenset[str]]:
    for company in table.company:
        for name in company.different:
            yield frozenset((company_key(company.name), aliases.get(company_key(name), company_key(name))))


def _joined(sets: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """Sets that have a uid in common made one."""
    joined: list[frozenset[str]] = []
    for one in sets:
        apart = [other for other in joined if not one & other]
        joined = [*apart, one.union(*(other for other in joined if one & other))]
    return tuple(joined)


def _problems(table: CorrectionsTable) -> Iterator[str]:
    """What the types cannot say."""
    yield from _company_problems(table)
    for key, tables, most in (("one_deal", table.one_deal, None), ("two_deals", table.two_deals, 2)):
        for deals in tables:
            count = len(set(deals.uids))
            if count < 2 or (most and count > most):
                yield f"{key}: uids {list(deals.uids)} must be {'two' if most else 'two or more'}"
    one = _joined(frozenset(deals.uids) for deals in table.one_deal)
    for deals, together in product(table.two_deals, one):
        if set(deals.uids) <= together:
            yield f"two_deals: {list(deals.uids)} are one deal according to one_deal"


def _company_problems(table: CorrectionsTable) -> Iterator[str]:
    owner: dict[str, str] = {}
    for company in table.company:
        for name in dict.fromkeys(map(company_key, (company.name, *company.aliases))):
            if owner.setdefault(name, company.name) != company.name:
                yield f"company: {company.name!r} and {owner[name]!r} have a name in common"
        for key, shape in SHAPES.items():
            value = getattr(company, key)
            if value is not None and not re.fullmatch(shape, value):
                yield f"company {company.name!r}: {key} {value!r} does not look like one"
        own = {company_key(name) for name in (company.name, *company.aliases)}
        yield from (
            f"company {company.name!r}: {name!r} cannot be different from itself"
            for name in company.different
            if company_key(name) in own
        )
    if len({company_key(company.name) for company in table.company}) < len(table.company):
        yield "company: one is listed twice"
