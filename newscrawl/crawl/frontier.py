"""The addresses of a crawl: in the database before they are fetched, so that a killed run loses none.

Every address is ``pending`` until its page was read (``done``), could not be had (``failed``, tried again at growing
intervals) or is no more (``gone``). The page's article and its state are written in one transaction.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from scrapy.http import Response
from sqlite_utils import Database

from newscrawl.crawl.feeds import Entry
from newscrawl.crawl.history import now
from newscrawl.crawl.intervals import pause
from newscrawl.database.addresses import spellings
from newscrawl.database.copies import articles_at, note_addresses
from newscrawl.database.pages import HINTS, Row, add_page, change_page, due_pages, pages_of, rest_host, resting_hosts
from newscrawl.database.sources import feed_state, listed_sitemaps, save_feed_state

PAUSES = (timedelta(hours=1), timedelta(hours=4), timedelta(hours=16), timedelta(days=3))
"""Time between the tries of a page that cannot be had; after the last it is given up."""

AHEAD = timedelta(days=1)
"""A date further in the future than this is a mistake of the feed, and nothing is made of it."""

GONE = ("http 404", "http 410")
"""Reasons that no further try will mend."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page to fetch: what its feed says, what the server said of the version that we have, failures so far."""

    entry: Entry
    etag: str | None = None
    last_modified: str | None = None
    tries: int = 0

    def headers(self) -> dict[str, str]:
        return conditions(self.etag, self.last_modified)


class Frontier:
    """The pages and feeds of a crawl in its database."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def add(self, entries: list[Entry], found_by: str, by_hand: bool = False) -> list[Wanted]:
        """Write down addresses and say which of them are to be fetched, in their order.

        Those are the new ones, those that wait or are due again, and those that the feed says have changed; all of
        them if they are given by hand.
        """
        urls = [entry.url for entry in entries]
        with self.db.atomic():
            rows, stored = pages_of(self.db, urls), self._stored(urls)
            wanted = [
                self._add(entry, rows.get(entry.url), found_by, entry.url in stored, by_hand) for entry in entries
            ]
            for entry in entries:
                if entry.url in stored:
                    note_addresses(self.db, stored[entry.url], (entry.url, entry.listed))
            return [page for page in wanted if page]

    def _stored(self, urls: list[str]) -> dict[str, int]:
        """The articles stored under these addresses or under other spellings of them."""
        spelt = {url: spellings(url) for url in urls}
        known = articles_at(self.db, [*urls, *(other for others in spelt.values() for other in others)])
        found = {
            url: next((known[one] for one in (url, *others) if one in known), None) for url, others in spelt.items()
        }
        return {url: article for url, article in found.items() if article is not None}

    def _add(self, entry: Entry, row: Row | None, found_by: str, stored: bool, by_hand: bool) -> Wanted | None:
        hints = {name: getattr(entry, name) for name in HINTS}
        if row is None:
            add_page(self.db, entry.url, found_by, now(), "done" if stored else "pending", hints)
            return Wanted(entry) if by_hand or not stored else None
        if by_hand or says_changed(entry.modified, row):
            change_page(self.db, entry.url, state="pending", tries=0, due_at=None, **known(hints))
            return wanted(row | known(hints) | {"tries": 0})
        return wanted(row) if is_due(row) else None

    def add_capture(self, url: str, at: str, found_by: str, again: bool) -> bool:
        """Write down a page in an archive, captured then (ISO 8601 in UTC), and say whether it is to be read.

        Not if the page was read as it was later; nor as it was then, unless it is to be read ``again``.
        """
        row = pages_of(self.db, [url]).get(url)
        if row is None:
            with self.db.atomic():
                add_page(self.db, url, found_by, now(), "pending", {})
            return True
        known_at = row["fetched_at"] if row["state"] == "done" else None
        return known_at is None or known_at < at or (again and known_at == at)

    def due(self, found_by: str) -> list[Wanted]:
        """What earlier runs have left to do for a source, or for an address given by hand."""
        return [wanted(row) for row in due_pages(self.db, found_by, now())]

    def done(self, url: str, reason: str | None = None, **facts: str | None) -> None:
        """A page was read; ``reason`` says why nothing of it is stored, ``facts`` are further columns."""
        change_page(self.db, url, state="done", reason=reason, tries=0, due_at=None, **{"fetched_at": now()} | facts)

    def postpone(self, url: str, published: str | None) -> None:
        """A page is older than this run wants. It stays pending, and its date spares the next run to fetch it."""
        change_page(self.db, url, published=published, fetched_at=now())

    def reserved(self, url: str, reason: str) -> None:
        """A page may not be mined: nothing is kept of it but its address, the reason and the time."""
        self.done(url, reason, **dict.fromkeys((*HINTS, "etag", "last_modified")))

    def fail(self, url: str, reason: str) -> bool:
        """A page could not be had; whether it is given up."""
        row = pages_of(self.db, [url]).get(url, {})
        tries = row.get("tries", 0) + 1
        over = reason in GONE or tries > len(PAUSES)
        due_at = None if over else written(datetime.now(UTC) + PAUSES[tries - 1])
        state = "gone" if reason in GONE else "failed"
        change_page(self.db, url, state=state, reason=reason, tries=tries, due_at=due_at)
        return over

    def rest(self, host: str, until: datetime) -> None:
        """A site wants no requests before then."""
        rest_host(self.db, host, written(until))

    def rests(self) -> dict[str, datetime]:
        """The sites that rest, each until when."""
        return {host: datetime.fromisoformat(until) for host, until in resting_hosts(self.db, now()).items()}

    def feed(self, url: str, reading: str) -> tuple[dict[str, str], dict[str, Any]]:
        """The headers to ask a feed with, and what is remembered of it; no headers if it must be read anew."""
        state = feed_state(self.db, url)
        useful = self._is_useful(state, reading)
        return conditions(state["etag"], state["last_modified"]) if useful else {}, state

    def feed_waits(self, url: str, reading: str) -> bool:
        """Whether a feed need not be asked yet: it brought nothing new for long."""
        state = feed_state(self.db, url)
        return self._is_useful(state, reading) and (state["due_at"] or "") > now()

    def _is_useful(self, state: dict[str, Any], reading: str) -> bool:
        """Whether what is remembered of a feed says what is in it."""
        return state.get("reading") == reading and bool(state["addresses"] or self.sitemaps(state["url"]))

    def save_feed(self, url: str, source: str | None, **state: Any) -> None:
        """Remember how a feed answered; to be called when all that it lists is written down."""
        save_feed_state(self.db, url, source=source, fetched_at=now(), **state)

    def save_interval(self, url: str, fresh: bool) -> None:
        """Remember when a feed is to be asked again, by when it last brought something new."""
        changed_at = None if fresh else feed_state(self.db, url).get("changed_at")
        due_at = datetime.now(UTC) + pause(datetime.now(UTC) - (moment(changed_at) or datetime.now(UTC)))
        save_feed_state(self.db, url, changed_at=changed_at or now(), due_at=written(due_at))

    def sitemaps(self, url: str) -> list[str]:
        """The sitemaps that an index listed when it was last read."""
        return listed_sitemaps(self.db, url)

    def save_sitemaps(self, url: str, sitemaps: Sequence[str]) -> bool:
        """Remember which sitemaps an index lists; whether they are others than before."""
        with self.db.atomic():
            former = set(self.sitemaps(url))
            for sitemap in former - set(sitemaps):
                save_feed_state(self.db, sitemap, parent=None)
            for sitemap in sitemaps:
                save_feed_state(self.db, sitemap, parent=url)
        return former != set(sitemaps)


def wanted(row: Row) -> Wanted:
    """The page of a row, with what its feed said."""
    entry = Entry(row["url"], **{name: row[name] for name in HINTS})
    return Wanted(entry, row["etag"], row["last_modified"], row["tries"])


def is_due(row: Row) -> bool:
    """Whether a page waits to be fetched, or to be tried again by now."""
    return row["state"] == "pending" or (row["state"] == "failed" and (row["due_at"] or "9") <= now())


def says_changed(modified: str | None, row: Row) -> bool:
    """Whether a feed's date of change is later than the one known, or than the last fetch if none is."""
    new, old = moment(modified), moment(row["modified"] or row["fetched_at"] or row["found_at"])
    return new is not None and old is not None and old < new and not lies_ahead(modified)


def lies_ahead(date: str | None) -> bool:
    """Whether a date of a feed lies in the future, so that it is a mistake."""
    time = moment(date)
    return time is not None and time > datetime.now(UTC) + AHEAD


def moment(text: str | None) -> datetime | None:
    """A date of ISO 8601 as a point in time, a day from its beginning; None for less than a day, or none."""
    try:
        found = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def written(time: datetime) -> str:
    return time.isoformat(timespec="seconds")


def known(hints: Mapping[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in hints.items() if value}


def conditions(etag: str | None, last_modified: str | None) -> dict[str, str]:
    """Headers by which a server answers 304 if nothing has changed."""
    return known({"If-None-Match": etag, "If-Modified-Since": last_modified})


def validators(response: Response) -> dict[str, str | None]:
    """What a server says of the version that it sent, for the next time: ``etag`` and ``last_modified``."""
    found = {"etag": response.headers.get("ETag"), "last_modified": response.headers.get("Last-Modified")}
    return {name: value.decode("latin-1") if value else None for name, value in found.items()}
