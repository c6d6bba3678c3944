"""What happened in one crawl, and whether a person should look: pure bookkeeping, no Scrapy."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Feed:
    """What one feed or sitemap gave: HTTP status if there was an answer, article addresses, or a problem.

    One that answers 304, or is not due yet (``waits``), gives the addresses that it gave the last time.
    """

    status: int | None = None
    addresses: int = 0
    problem: str | None = None
    waits: bool = False


@dataclass(slots=True)
class Tally:
    """What one source gave in this run: a source file, or an address given by hand (``by_hand``).

    ``feeds`` are its feeds by address; ``problems`` says of those that could not be read why; ``listed`` are the
    article addresses that they list, ``asked`` the articles requested, ``retried`` those of them that had failed
    before, ``fetched`` the pages that came, ``texts`` those with an article's text, ``saved`` those in the database by
    what saving did (new, changed, unchanged), ``deals`` the deals that new and changed ones tell. ``reasons`` count why
    pages were left out, ``without_rules`` the articles stored without deals, by language.
    """

    name: str
    by_hand: bool = False
    minimum: int = 0
    feeds: dict[str, Feed] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    listed: set[str] = field(default_factory=set)
    asked: int = 0
    fetched: int = 0
    texts: int = 0
    saved: Counter[str] = field(default_factory=Counter)
    deals: int = 0
    retried: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    without_rules: Counter[str] = field(default_factory=Counter)

    def gave_nothing(self) -> list[str]:
        """Why the source gave nothing, each reason with an address or the source's name; empty if it gave something."""
        if self.problems and not self.has_read():
            return list(self.problems)
        if self.feeds and not any(feed.addresses or feed.waits for feed in self.feeds.values()):
            return [f"{self.name}: its feeds list no article address"]
        if self.asked > self.retried + self.reasons["postponed"] and not self.fetched:
            return [f"{self.name}: none of its {self.asked} pages could be fetched{self.told_reasons()}"]
        if self.fetched and not self.texts:
            return [f"{self.name}: none of its {self.fetched} pages yielded text{self.told_reasons()}"]
        return []

    def told_reasons(self) -> str:
        """The reasons that pages were left out for, the most frequent first."""
        told = ", ".join(f"{reason}: {count}" for reason, count in self.reasons.most_common() if count)
        return f" ({told})" if told else ""

    def save(self, outcome: str, deals: int) -> None:
        """Count a saved article and, if it says something new, its deals."""
        self.saved[outcome] += 1
        self.deals += 0 if outcome == "unchanged" else deals

    @property
    def stored(self) -> int:
        """Articles of this run that are in the database, new or not."""
        return self.saved.total()

    def has_read(self) -> bool:
        """Whether at least one feed could be read."""
        return any(feed.problem is None for feed in self.feeds.values())

    @property
    def addresses(self) -> int:
        """Article addresses that the feeds list; those of feeds that have not changed are known by number only."""
        if any(feed.status == 304 or feed.waits for feed in self.feeds.values()):
            return sum(feed.addresses for feed in self.feeds.values())
        return len(self.listed)

    def warnings(self) -> Iterator[str]:
        """What is odd without being a failure."""
        if self.has_read():
            yield from self.problems
        if 0 < self.addresses < self.minimum:
            yield f"{self.name}: its feeds list {self.addresses} articles, expected are at least {self.minimum}"


@dataclass(slots=True)
class Run:
    """One crawl: the tallies by source, the pages that failed, and what broke the run as a whole.

    ``errors`` are sentences with the address, ``reasons`` count why pages were not stored, ``broken`` says why the
    database could not be written.
    """

    tallies: dict[str, Tally] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)
    broken: str | None = None

    def tally(self, name: str, by_hand: bool = False, minimum: int = 0) -> Tally:
        """The tally of a source, begun if it is new."""
        return self.tallies.setdefault(name, Tally(name, by_hand, minimum))

    def total(self, figure: str) -> int:
        """A figure of all tallies together, for example ``stored``."""
        return sum(getattr(tally, figure) for tally in self.tallies.values())

    def count(self, name: str) -> Counter[str]:
        """A counter of all tallies together, for example ``saved``."""
        return sum((getattr(tally, name) for tally in self.tallies.values()), Counter())

    def leave_out(self, tally: Tally, reason: str) -> None:
        """Count a page that is not stored."""
        tally.reasons[reason] += 1
        self.reasons[reason] += 1

    def fail(self, tally: Tally, reason: str, message: str) -> None:
        """Count a page that failed; ``message`` names its address."""
        self.leave_out(tally, reason)
        self.errors.append(message)


def causes(run: Run, proven: set[str], limit: int, share: float) -> list[str]:
    """Why a person should look at this run, one line each; empty if all is well. What broke the run is the only cause.

    Args:
        run: the crawl.
        proven: names of the sources that succeeded in an earlier run; one that never did only warns, unless no
            other source gave anything either.
        limit: so many pages may fail,
        share: or this share of the pages asked for, 0.0 to 1.0.
    """
    if run.broken:
        return [run.broken]
    found = []
    for tally in run.tallies.values():
        if tally.by_hand or tally.name in proven:
            found += tally.gave_nothing()
    if len(run.tallies) > 1 and all(tally.gave_nothing() for tally in run.tallies.values()):
        found.append(f"none of {len(run.tallies)} sources gave anything")
    asked = run.total("asked")
    if len(run.errors) > limit and len(run.errors) > share * asked:
        found.append(f"{len(run.errors)} of {asked} pages failed")
    return found


def warnings(run: Run, proven: set[str]) -> list[str]:
    """What is odd and no failure: sources that never worked yet, feeds that shrank, one feed of several broken."""
    found = []
    for tally in run.tallies.values():
        if not tally.by_hand and tally.name not in proven:
            found += tally.gave_nothing()
        found += tally.warnings()
    return found
