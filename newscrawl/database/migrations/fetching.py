"""What is fetched and when: sources, feeds, pages, hosts, archives, runs."""

from sqlite_utils import Database

from newscrawl.database.migrations.columns import execute


def crawl(db: Database) -> None:
    """Where articles come from, and when we looked."""
    execute(
        db,
        """
        CREATE TABLE runs (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            started_at TEXT NOT NULL,
            finished_at TEXT,
            version TEXT NOT NULL,
            arguments TEXT NOT NULL CHECK (json_valid(arguments)),
            exit_status INTEGER,
            counts TEXT CHECK (counts IS NULL OR json_valid(counts))
        )
        """,
        """
        CREATE TABLE sources (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE,
            title TEXT,
            language TEXT,
            home TEXT,
            last_run INTEGER REFERENCES runs(id) ON DELETE SET NULL,
            last_success TEXT,
            last_failure TEXT,
            problem TEXT
        )
        """,
        """
        CREATE TABLE feeds (
            url TEXT PRIMARY KEY NOT NULL,
            source INTEGER REFERENCES sources(id) ON DELETE CASCADE,
            etag TEXT,
            last_modified TEXT,
            fetched_at TEXT,
            due_at TEXT,
            status INTEGER,
            addresses INTEGER CHECK (addresses >= 0),
            problem TEXT
        ) WITHOUT ROWID
        """,
        "CREATE INDEX idx_sources_last_run ON sources(last_run)",
        "CREATE INDEX idx_feeds_source ON feeds(source)",
    )


def pages(db: Database) -> None:
    """Addresses are written down before they are fetched, and feeds are asked with what is known of them."""
    execute(
        db,
        """
        CREATE TABLE pages (
            id INTEGER PRIMARY KEY,
            url TEXT NOT NULL UNIQUE,
            found_by TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('pending', 'done', 'failed', 'gone')),
            reason TEXT,
            tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
            due_at TEXT,
            found_at TEXT NOT NULL,
            fetched_at TEXT,
            etag TEXT,
            last_modified TEXT,
            modified TEXT,
            title TEXT,
            published TEXT,
            language TEXT
        )
        """,
        "CREATE INDEX idx_pages_waiting ON pages(found_by, state, due_at) WHERE state IN ('pending', 'failed')",
        "CREATE INDEX idx_pages_state ON pages(state, reason)",
        """
        INSERT INTO pages (url, found_by, state, found_at, fetched_at)
        SELECT a.url, coalesce(s.name, a.url), 'done', x.fetched_at, x.fetched_at
        FROM addresses a JOIN articles x ON x.id = a.article LEFT JOIN sources s ON s.id = x.source
        """,
        "ALTER TABLE feeds ADD COLUMN parent TEXT",
        "ALTER TABLE feeds ADD COLUMN reading TEXT",
        "CREATE INDEX idx_feeds_parent ON feeds(parent)",
    )


def host_lines(db: Database) -> None:
    """What recurs on the pages of a host is learned as the crawl goes."""
    execute(
        db,
        "CREATE TABLE hosts (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, articles INTEGER NOT NULL)",
        """
        CREATE TABLE host_lines (
            host INTEGER NOT NULL REFERENCES hosts(id) ON DELETE CASCADE,
            line INTEGER NOT NULL,
            pages INTEGER NOT NULL CHECK (pages > 0),
            first INTEGER NOT NULL,
            last INTEGER NOT NULL CHECK (last >= first),
            PRIMARY KEY (host, line)
        ) WITHOUT ROWID
        """,
        "CREATE INDEX idx_host_lines_pages ON host_lines(host, pages)",
        "CREATE INDEX idx_host_lines_last ON host_lines(host, last)",
    )


def archives(db: Database) -> None:
    """How far WARC files have been read, so that a reading that was stopped goes on where it was."""
    execute(
        db,
        """
        CREATE TABLE archives (
            path TEXT PRIMARY KEY NOT NULL,
            size INTEGER,
            modified REAL,
            position INTEGER NOT NULL DEFAULT 0,
            finished_at TEXT,
            problem TEXT
        ) WITHOUT ROWID
        """,
    )
