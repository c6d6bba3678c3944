"""The lists that people look at, and their orders."""

from sqlite_utils import Database

from newscrawl.database.migrations.columns import execute


def lists(db: Database) -> None:
    """What people look at first. ``deal_list`` is a table, since a view of 300 000 deals makes facets time out."""
    execute(
        db,
        """
        CREATE TABLE deal_list (
            deal INTEGER PRIMARY KEY REFERENCES deals(id) ON DELETE CASCADE,
            announced TEXT,
            reported TEXT NOT NULL,
            type TEXT NOT NULL,
            status TEXT NOT NULL,
            parties TEXT NOT NULL,
            amount TEXT,
            stake_percent NUMERIC,
            quote TEXT NOT NULL,
            article INTEGER NOT NULL REFERENCES articles(id),
            language TEXT,
            year INTEGER,
            value NUMERIC,
            currency TEXT
        )
        """,
        *(
            f"CREATE INDEX idx_deal_list_{'_'.join(columns)} ON deal_list({', '.join(columns)})"
            for columns in (
                ("article",),
                ("type", "status", "currency"),
                ("status", "currency", "type"),
                ("currency", "type", "status"),
                ("language", "type", "status"),
                ("year", "type", "status"),
                ("announced",),
                ("reported",),
                ("value",),
                ("stake_percent",),
                *(
                    (facet, order)
                    for facet in ("type", "status", "currency")
                    for order in ("announced", "reported", "value")
                ),
            )
        ),
        """
        CREATE VIEW company_deals AS
        SELECT p.company, c.name AS company_name, p.role, l.deal, l.announced, l.reported, l.type, l.status, l.parties,
               l.amount, l.stake_percent
        FROM deal_parties p JOIN companies c ON c.id = p.company JOIN deal_list l ON l.deal = p.deal
        """,
    )


def article_list(db: Database) -> None:
    """Articles without their texts, kept by triggers: sorting a million rows must not read a million texts."""
    columns = "published, title, source, language, kind, url"
    values = ", ".join(f"new.{column}" for column in columns.split(", "))
    execute(
        db,
        """
        CREATE TABLE article_list (
            article INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
            published TEXT,
            title TEXT,
            source INTEGER REFERENCES sources(id),
            language TEXT,
            kind TEXT NOT NULL,
            url TEXT NOT NULL
        )
        """,
        f"INSERT INTO article_list (article, {columns}) SELECT id, {columns} FROM articles",
        f"""
        CREATE TRIGGER article_list_insert AFTER INSERT ON articles
        BEGIN INSERT INTO article_list (article, {columns}) VALUES (new.id, {values}); END
        """,
        f"""
        CREATE TRIGGER article_list_update AFTER UPDATE OF {columns} ON articles
        BEGIN UPDATE article_list SET ({columns}) = ({values}) WHERE article = new.id; END
        """,
        "CREATE INDEX idx_article_list_published ON article_list(published)",
        "CREATE INDEX idx_article_list_source_language ON article_list(source, language)",
        "CREATE INDEX idx_article_list_language_source ON article_list(language, source)",
        "CREATE INDEX idx_article_list_source_published ON article_list(source, published)",
        "CREATE INDEX idx_article_list_language_published ON article_list(language, published)",
    )


def more_orders(db: Database) -> None:
    """The newest deals of a language or a year, without going through those of all others."""
    for facet in ("language", "year"):
        execute(db, f"CREATE INDEX idx_deal_list_{facet}_reported ON deal_list({facet}, reported)")


def facets(db: Database) -> None:
    """Counting by one facet within others is answered by an index alone, whichever are chosen."""
    names = ("type", "status", "currency", "language", "year")
    narrow = "type_status_currency status_currency_type currency_type_status language_type_status year_type_status"
    for old in narrow.split():
        execute(db, f"DROP INDEX idx_deal_list_{old}")
    for number, facet in enumerate(names):
        rotated = ", ".join(names[number:] + names[:number])
        execute(db, f"CREATE INDEX idx_deal_list_by_{facet} ON deal_list({rotated})")


def busy_companies(db: Database) -> None:
    """A company with thousands of deals: its roles counted by an index, its newest deals found by one."""
    execute(
        db,
        "CREATE INDEX idx_deal_parties_company_role ON deal_parties(company, role, deal)",
        "CREATE INDEX idx_deal_list_type_status_reported ON deal_list(type, status, reported)",
    )
