"""What linking needs, and what the digest has told."""

from sqlite_utils import Database

from newscrawl.database.migrations.columns import STATUSES, date_check, execute


def linking(db: Database) -> None:
    """Several articles tell one deal: what ties their reports together, and what follows from all of them.

    So far each deal had one article, so a report's uid is that of its deal.
    """
    execute(
        db,
        "ALTER TABLE reports ADD COLUMN uid TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE reports ADD COLUMN why TEXT",
        "ALTER TABLE reports ADD COLUMN copy_of INTEGER REFERENCES reports(id) ON DELETE SET NULL",
        "UPDATE reports SET uid = (SELECT uid FROM deals WHERE deals.id = reports.deal)",
        "CREATE INDEX idx_reports_uid ON reports(uid)",
        "CREATE INDEX idx_reports_copy_of ON reports(copy_of) WHERE copy_of IS NOT NULL",
        """
        CREATE TABLE report_keys (
            key TEXT NOT NULL,
            report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
            PRIMARY KEY (key, report)
        ) WITHOUT ROWID
        """,
        "CREATE INDEX idx_report_keys_report ON report_keys(report)",
        f"ALTER TABLE deals ADD COLUMN rumoured TEXT {date_check('rumoured')}",
        "ALTER TABLE deals ADD COLUMN report INTEGER REFERENCES reports(id) ON DELETE SET NULL",
        *(
            f"ALTER TABLE {table} ADD COLUMN {column}"
            for table in ("deals", "deal_list")
            for column in (
                "articles INTEGER NOT NULL DEFAULT 1 CHECK (articles > 0)",
                "independent_reports INTEGER NOT NULL DEFAULT 1 CHECK (independent_reports > 0)",
                "amounts_differ INTEGER NOT NULL DEFAULT 0 CHECK (amounts_differ IN (0, 1))",
            )
        ),
        "CREATE INDEX idx_deals_report ON deals(report)",
        "CREATE INDEX idx_deal_list_articles ON deal_list(articles)",
        """
        CREATE TABLE rates (
            currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
            day TEXT NOT NULL,
            per_euro REAL NOT NULL CHECK (per_euro > 0),
            PRIMARY KEY (currency, day)
        ) WITHOUT ROWID
        """,
        """
        CREATE VIEW deal_timeline AS
        SELECT e.deal, coalesce(e.date, substr(v.published, 1, 10), substr(v.fetched_at, 1, 10)) AS day,
               e.status, e.date, e.said_by, e.quote, e.report, v.article
        FROM deal_events e JOIN reports r ON r.id = e.report JOIN article_versions v ON v.id = r.article_version
        """,
    )


def slim_keys(db: Database) -> None:
    """Reports are found under other keys; whoever opens the database writes those that are missing."""
    execute(db, "DELETE FROM report_keys")


def digests(db: Database) -> None:
    """What was told by `scrapy digest`; by uid, which stays whatever becomes of the deals."""
    execute(
        db,
        """
        CREATE TABLE digests (
            id INTEGER PRIMARY KEY,
            filters TEXT NOT NULL UNIQUE,
            told_at TEXT NOT NULL
        )
        """,
        f"""
        CREATE TABLE told_changes (
            digest INTEGER NOT NULL REFERENCES digests(id) ON DELETE CASCADE,
            uid TEXT NOT NULL,
            status TEXT NOT NULL CHECK (status IN ({STATUSES})),
            told_at TEXT NOT NULL,
            PRIMARY KEY (digest, uid)
        ) WITHOUT ROWID
        """,
    )
