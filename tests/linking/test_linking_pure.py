"""Linking is a pure library: it brings neither Scrapy nor SQLite with it."""

import subprocess
import sys

FORBIDDEN = ("scrapy", "twisted", "trafilatura", "lxml", "sqlite3", "sqlite_utils", "socket")

PROGRAM = """
import sys
import newscrawl.linking.corrections, newscrawl.linking.follow
from newscrawl.linking.group import group_reports
assert group_reports([]) == []
print(" ".join(sys.modules))
"""


def test_linking_imports_no_crawler_and_no_database() -> None:
    run = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert not set(run.stdout.split()).intersection(FORBIDDEN)
