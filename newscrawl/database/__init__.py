"""Articles and deals → an SQLite database."""

from newscrawl.database.connection import DatabaseError, open_database
from newscrawl.database.host_lines import known_lines, learn_lines, recurring_lines
from newscrawl.database.reports import SaveError, replace_reports
from newscrawl.database.runs import finish_run, start_run
from newscrawl.database.save import save_article
from newscrawl.database.sources import (
    feed_state,
    proven_sources,
    save_feed_state,
    save_source_state,
)

__all__ = [
    "DatabaseError",
    "SaveError",
    "feed_state",
    "finish_run",
    "known_lines",
    "learn_lines",
    "open_database",
    "proven_sources",
    "recurring_lines",
    "replace_reports",
    "save_article",
    "save_feed_state",
    "save_source_state",
    "start_run",
]
