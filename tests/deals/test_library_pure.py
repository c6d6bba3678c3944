"""Text → deals is a pure library: it brings neither Scrapy nor trafilatura nor SQLite with it."""

import subprocess
import sys

import pytest

from newscrawl.deals import find_deals

FORBIDDEN = ("scrapy", "twisted", "trafilatura", "lxml", "sqlite3", "sqlite_utils", "socket", "urllib.request")

PROGRAM = """
import sys
from newscrawl.deals import find_deals
deals = find_deals("Norvik said on Monday it will buy Tal Systems Inc. for $1.2bn.", "en", "2024-05-08")
assert len(deals) == 1, deals
print(" ".join(sys.modules))
"""


def test_finding_deals_imports_no_crawler_and_no_database() -> None:
    run = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert not loaded.intersection(FORBIDDEN)


def test_wrong_publication_date_is_told_at_once() -> None:
    with pytest.raises(ValueError, match="yesterday"):
        find_deals("A text without any date.", "en", published="yesterday")
