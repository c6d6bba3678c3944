"""The line of a crontab, in cron's own environment: a bare shell, hardly a variable, no terminal."""

import subprocess
import sys
from pathlib import Path

from changing import changing
from crawling import rows
from made_pages import feed, page

from newscrawl import __version__
from newscrawl.settings import PROJECT

CRON = {"HOME": "/", "LOGNAME": "news", "SHELL": "/bin/sh", "PATH": "/usr/bin:/bin"}
"""What cron gives a job (crontab(5)): no locale among it, so that Python must not depend on one."""


def test_crontab_line_is_silent_and_stores(tmp_path: Path) -> None:
    database = tmp_path / "news.db"
    story = page(1, "Über alle Ausschüsse hinweg tagte man am Donnerstag zufrieden im alten Rathaus. " * 6, "de")
    with changing({"/feed.xml": feed("/1"), "/1": story}) as server:
        line = (
            f"cd {PROJECT} && NEWSCRAWL_CONTACT=me@example.org NEWSCRAWL_DATABASE={database}"
            f" NEWSCRAWL_ALLOW_PRIVATE_NETWORKS=1 {sys.executable} -m scrapy crawl news -a feed={server.url}/feed.xml"
        )
        for _ in range(2):
            job = subprocess.run(
                ["/bin/sh", "-c", line], env=CRON, cwd="/", stdin=subprocess.DEVNULL, capture_output=True, timeout=120
            )
            assert (job.returncode, job.stdout, job.stderr) == (0, b"", b"")
    assert server.agents == {f"newscrawl/{__version__} (+me@example.org)"}
    assert rows(database, "SELECT count(*), min(text LIKE '%Über alle%') FROM articles") == [(1, 1)]
    assert rows(database, "SELECT exit_status FROM runs") == [(0,), (0,)]
