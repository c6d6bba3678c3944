"""Articles with their versions and addresses."""

from sqlite_utils import Database

from newscrawl.database.migrations.columns import execute


def articles(db: Database) -> None:
    """What was read. ``articles`` repeats the newest version, so that one table is enough for reading and searching."""
    execute(
        db,
        """
        CREATE TABLE articles (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            url TEXT NOT NULL UNIQUE,
            source INTEGER REFERENCES sources(id),
            title TEXT,
            author TEXT,
            published TEXT,
            language TEXT,
            kind TEXT NOT NULL,
            fetched_at TEXT NOT NULL,
            version INTEGER REFERENCES article_versions(id) DEFERRABLE INITIALLY DEFERRED,
            text TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE article_versions (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
            fetched_at TEXT NOT NULL,
            run INTEGER REFERENCES runs(id) ON DELETE SET NULL,
            title TEXT,
            author TEXT,
            published TEXT,
            language TEXT,
            kind TEXT NOT NULL,
            digest TEXT NOT NULL,
            text TEXT NOT NULL,
            UNIQUE (article, digest)
        )
        """,
        """
        CREATE TABLE addresses (
            url TEXT PRIMARY KEY NOT NULL,
            article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
            origin TEXT NOT NULL CHECK (origin IN ('fetched', 'canonical', 'asked'))
        ) WITHOUT ROWID
        """,
        # The text of a version is what its evidence points into: it never changes.
        """
        CREATE TRIGGER article_versions_text_stays BEFORE UPDATE OF text ON article_versions
        WHEN new.text IS NOT old.text
        BEGIN SELECT RAISE(ABORT, 'the text of an article version never changes'); END
        """,
        "CREATE INDEX idx_articles_source ON articles(source)",
        "CREATE INDEX idx_articles_version ON articles(version)",
        "CREATE INDEX idx_articles_published ON articles(published)",
        "CREATE INDEX idx_articles_language ON articles(language)",
        "CREATE INDEX idx_article_versions_run ON article_versions(run)",
        "CREATE INDEX idx_addresses_article ON addresses(article)",
    )


def pruned_texts(db: Database) -> None:
    """A version may lose its text once and for all, which is written down; it still never gets another."""
    execute(
        db,
        "ALTER TABLE article_versions ADD COLUMN pruned_at TEXT",
        "CREATE INDEX idx_article_versions_unpruned ON article_versions(fetched_at) WHERE pruned_at IS NULL",
        "DROP TRIGGER article_versions_text_stays",
        """
        CREATE TRIGGER article_versions_text_stays BEFORE UPDATE OF text ON article_versions
        WHEN new.text IS NOT old.text AND (new.text <> '' OR new.pruned_at IS NULL)
        BEGIN SELECT RAISE(ABORT, 'the text of an article version never changes'); END
        """,
    )


def copies(db: Database) -> None:
    """One article under many addresses, copies on other sites among them; sites that rest, feeds that seldom change."""
    execute(
        db,
        "ALTER TABLE addresses RENAME TO old_addresses",
        """
        CREATE TABLE addresses (
            url TEXT PRIMARY KEY NOT NULL,
            article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
            origin TEXT NOT NULL CHECK (origin IN ('fetched', 'canonical', 'asked', 'copy')),
            source INTEGER REFERENCES sources(id)
        ) WITHOUT ROWID
        """,
        """
        INSERT INTO addresses (url, article, origin, source)
        SELECT a.url, a.article, a.origin, x.source FROM old_addresses a JOIN articles x ON x.id = a.article
        """,
        "DROP TABLE old_addresses",
        "CREATE INDEX idx_addresses_article ON addresses(article)",
        "CREATE INDEX idx_addresses_source ON addresses(source)",
        """
        CREATE TABLE article_bands (
            band INTEGER NOT NULL,
            article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
            PRIMARY KEY (band, article)
        ) WITHOUT ROWID
        """,
        "CREATE INDEX idx_article_bands_article ON article_bands(article)",
        "CREATE TABLE resting_hosts (host TEXT PRIMARY KEY NOT NULL, until TEXT NOT NULL) WITHOUT ROWID",
        "ALTER TABLE feeds ADD COLUMN changed_at TEXT",
    )
