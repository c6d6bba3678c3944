"""`make pictures`: pictures of the main pages for the README, taken in Chromium, of the tests' made-up articles."""

import tempfile
from contextlib import closing
from pathlib import Path

from linked import save_linked  # type: ignore[import-not-found]  # of tests/browse
from selenium.webdriver import Chrome
from sqlite_utils import Database
from stories import SITES, save_fixture  # type: ignore[import-not-found]

from newscrawl.database import open_database, save_source_state
from newscrawl.settings import PROJECT
from tools.browser import chromium, resize, served

IMAGES = PROJECT / "docs" / "images"
SIZE = (960, 740)
LARGEST = 150_000
"""Bytes of a picture at most, so that the repository stays small."""

TITLES = {"site0": "Wirepost", "site1": "Nordblatt", "site2": "Ledgerline", "site3": "Abendbote"}
AT = "2026-11-20T06:17:00+00:00"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "newscrawl.db"
        with closing(open_database(database)) as db:
            fill(db)
            pages = addresses(db)
        with served(database) as site, chromium() as browser:
            for name, path in pages.items():
                take(browser, site + path, IMAGES / f"{name}.png")


def fill(db: Database) -> None:
    """The articles of the made-up sites, and one deal that four more of them tell."""
    for folder in sorted(SITES.glob("*/pages/*")):
        save_fixture(db, folder)
    save_linked(db)
    for (name,) in db.execute("SELECT name FROM sources").fetchall():
        save_source_state(db, name, last_success=AT, title=TITLES.get(name, name.title()))
    save_source_state(db, "systembote", last_failure=AT, problem="the feed could not be read: 404")


def addresses(db: Database) -> dict[str, str]:
    """The pages to take, by the name of their picture."""
    (deal,) = db.execute("SELECT uid FROM deals JOIN deal_list ON deal = id WHERE parties LIKE 'Quellmark%'").fetchone()
    (company,) = db.execute("SELECT id FROM companies WHERE name = 'Lindorra Group'").fetchone()
    (article,) = db.execute("SELECT id FROM articles WHERE url LIKE '%corvane-to-buy%'").fetchone()
    return {
        "deal_list": "/newscrawl/deal_list",
        "deal": f"/deal/{deal}",
        "company": f"/company/{company}",
        "article": f"/article/{article}",
        "dashboard": "/overview",
    }


def take(browser: Chrome, address: str, picture: Path) -> None:
    """Write what one sees of a page first, and say what came out.

    Raises:
        ValueError: the picture is too large.
    """
    resize(browser, SIZE)
    browser.get(address)
    browser.save_screenshot(str(picture))
    size = picture.stat().st_size
    print(f"{picture.relative_to(PROJECT)}: {size // 1000} kB")
    if size > LARGEST:
        raise ValueError(f"{picture}: larger than {LARGEST} bytes")


if __name__ == "__main__":
    main()
