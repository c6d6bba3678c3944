"""Companies, deals, their reports and what proves them."""

from sqlite_utils import Database

from newscrawl.database.migrations.columns import DEAL_COLUMNS, ROLES, STATUSES, date_check, execute, number_check
from newscrawl.database.rekey import rekey_companies


def companies(db: Database) -> None:
    """Who takes part in deals: companies above all, also persons and governments."""
    execute(
        db,
        """
        CREATE TABLE companies (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            canonical TEXT NOT NULL UNIQUE,
            lei TEXT CHECK (length(lei) = 20),
            wikidata TEXT CHECK (wikidata GLOB 'Q[0-9]*'),
            ticker TEXT,
            country TEXT CHECK (country GLOB '[A-Z][A-Z]')
        )
        """,
        """
        CREATE TABLE company_aliases (
            id INTEGER PRIMARY KEY,
            company INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            article_version INTEGER REFERENCES article_versions(id) ON DELETE CASCADE,
            UNIQUE (company, name, article_version)
        )
        """,
        "CREATE INDEX idx_companies_name ON companies(name)",
        "CREATE INDEX idx_company_aliases_name ON company_aliases(name)",
        "CREATE INDEX idx_company_aliases_article_version ON company_aliases(article_version)",
    )


def deals(db: Database) -> None:
    """Deals, each of which follows from its reports alone."""
    execute(
        db,
        f"""
        CREATE TABLE deals (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            uid TEXT NOT NULL UNIQUE,
            {DEAL_COLUMNS},
            first_seen TEXT NOT NULL,
            last_seen TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE deal_redirects (
            uid TEXT PRIMARY KEY NOT NULL,
            deal INTEGER NOT NULL REFERENCES deals(id) ON DELETE CASCADE
        ) WITHOUT ROWID
        """,
        f"""
        CREATE TABLE reports (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            deal INTEGER NOT NULL REFERENCES deals(id),
            article_version INTEGER NOT NULL REFERENCES article_versions(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            {DEAL_COLUMNS},
            sentence TEXT NOT NULL,
            UNIQUE (article_version, position)
        )
        """,
        f"""
        CREATE TABLE report_parties (
            id INTEGER PRIMARY KEY,
            report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            company INTEGER NOT NULL REFERENCES companies(id),
            role TEXT NOT NULL CHECK (role IN ({ROLES})),
            name TEXT NOT NULL,
            UNIQUE (report, position)
        )
        """,
        f"""
        CREATE TABLE terms (
            id INTEGER PRIMARY KEY,
            report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            kind TEXT NOT NULL,
            text TEXT NOT NULL,
            percent NUMERIC {number_check("percent")},
            iso TEXT,
            value NUMERIC {number_check("value")},
            currency TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
            UNIQUE (report, position)
        )
        """,
        f"""
        CREATE TABLE deal_parties (
            id INTEGER PRIMARY KEY,
            deal INTEGER NOT NULL REFERENCES deals(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            company INTEGER NOT NULL REFERENCES companies(id),
            role TEXT NOT NULL CHECK (role IN ({ROLES})),
            name TEXT NOT NULL,
            UNIQUE (deal, position)
        )
        """,
        f"""
        CREATE TABLE deal_events (
            id INTEGER PRIMARY KEY,
            deal INTEGER NOT NULL REFERENCES deals(id) ON DELETE CASCADE,
            report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            status TEXT NOT NULL CHECK (status IN ({STATUSES})),
            date TEXT {date_check("date")},
            said_by TEXT,
            quote TEXT NOT NULL,
            UNIQUE (report, position)
        )
        """,
        "CREATE INDEX idx_reports_deal ON reports(deal)",
        "CREATE INDEX idx_report_parties_company ON report_parties(company)",
        "CREATE INDEX idx_deal_parties_company ON deal_parties(company, deal)",
        "CREATE INDEX idx_deal_events_deal ON deal_events(deal, date)",
        "CREATE INDEX idx_deal_redirects_deal ON deal_redirects(deal)",
        "CREATE INDEX idx_deals_first_seen ON deals(first_seen)",
        "CREATE INDEX idx_deals_currency_amount ON deals(currency, amount)",
        "CREATE INDEX idx_deals_status ON deals(status)",
    )


def evidence(db: Database) -> None:
    """Quotes that prove the fields. No program can store one that does not stand in the text."""
    execute(
        db,
        """
        CREATE TABLE evidence (
            id INTEGER PRIMARY KEY,
            report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
            field TEXT NOT NULL,
            position INTEGER NOT NULL CHECK (position >= 0),
            start INTEGER NOT NULL CHECK (start >= 0),
            "end" INTEGER NOT NULL CHECK ("end" > start),
            rule TEXT NOT NULL,
            quote TEXT NOT NULL CHECK (length(quote) = "end" - start),
            UNIQUE (report, field, position)
        )
        """,
        *(
            f"""
            CREATE TRIGGER evidence_is_in_the_text_{event.lower()} BEFORE {event} ON evidence
            WHEN new.quote IS NOT (
                SELECT substr(v.text, new.start + 1, new."end" - new.start)
                FROM reports r JOIN article_versions v ON v.id = r.article_version WHERE r.id = new.report
            )
            BEGIN SELECT RAISE(ABORT, 'the quote does not stand at this place of the text'); END
            """
            for event in ("INSERT", "UPDATE")
        ),
    )


def claims(db: Database) -> None:
    """A report has what linking needs: an article's other names for each party, and companies by their keys."""
    execute(
        db,
        "ALTER TABLE report_parties ADD COLUMN aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases))",
        """
        UPDATE report_parties SET aliases = (
            SELECT json_group_array(s.name) FROM reports r JOIN company_aliases s
            ON s.company = report_parties.company AND s.article_version = r.article_version
            WHERE r.id = report_parties.report AND s.name <> report_parties.name
        )
        """,
    )
    rekey_companies(db)
