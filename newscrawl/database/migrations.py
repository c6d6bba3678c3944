"""The schema, in small named steps. A step that was released is never changed: a new one is added below it.

Every table and column is described in ``docs/database.md``. Why it is as it is:

- Money is NUMERIC: whole units are stored as integers, others as floats of at most 15 significant digits, which a float
  gives back exactly (see ``newscrawl.database.numbers``). CHECKs keep text out.
- The text stands last in its table, so that reading the short columns of a row does not read the text.
- Lists of allowed words are written out, not taken from the model, since an old step must stay what it was.
"""

from sqlite_utils import Database, Migrations

from newscrawl.database.rekey import rekey_companies

migrations = Migrations("newscrawl")

TYPES = "'acquisition', 'merger', 'stake', 'funding', 'joint_venture', 'partnership', 'licensing', 'contract'"
STATUSES = "'rumoured', 'talks', 'announced', 'completed', 'denied', 'terminated'"
ROLES = (
    "'acquirer', 'target', 'seller', 'investor', 'partner', 'venture', 'licensor', 'licensee', 'supplier', 'customer'"
)
QUALIFIERS = "'about', 'up_to', 'more_than', 'less_than'"


def date_check(column: str) -> str:
    """A date as exact as known: 2013, 2013-02 or 2013-02-11."""
    digits = "[0-9]"
    year, month = digits * 4, f"-{digits * 2}"
    shapes = (year, year + month, year + month + month)
    return f"CHECK ({' OR '.join(f'{column} GLOB {shape!r}' for shape in shapes)})"


def number_check(column: str) -> str:
    """A number that is none below zero, whole or not, and never a text."""
    return f"CHECK (typeof({column}) IN ('null', 'integer', 'real') AND {column} >= 0)"


DEAL_COLUMNS = f"""
    type TEXT NOT NULL CHECK (type IN ({TYPES})),
    status TEXT NOT NULL CHECK (status IN ({STATUSES})),
    main INTEGER NOT NULL CHECK (main IN (0, 1)),
    amount NUMERIC {number_check("amount")},
    amount_max NUMERIC {number_check("amount_max")} CHECK (amount_max IS NULL OR amount IS NOT NULL),
    per_share NUMERIC {number_check("per_share")},
    currency TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
    amount_qualifier TEXT CHECK (amount_qualifier IN ({QUALIFIERS})),
    amount_text TEXT,
    stake_percent NUMERIC {number_check("stake_percent")},
    announced TEXT {date_check("announced")},
    closing_expected TEXT,
    closed TEXT {date_check("closed")},
    confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1)
"""
"""What a report says of a deal, and what follows for the deal from its reports, have the same columns."""


@migrations()
def crawl(db: Database) -> None:
    """Where articles come from, and when we looked."""
    _execute(
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


@migrations()
def articles(db: Database) -> None:
    """What was read. ``articles`` repeats the newest version, so that one table is enough for reading and searching."""
    _execute(
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


@migrations()
def companies(db: Database) -> None:
    """Who takes part in deals: companies above all, also persons and governments."""
    _execute(
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


@migrations()
def deals(db: Database) -> None:
    """Deals, each of which follows from its reports alone."""
    _execute(
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


@migrations()
def evidence(db: Database) -> None:
    """Quotes that prove the fields. No program can store one that does not stand in the text."""
    _execute(
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


@migrations()
def lists(db: Database) -> None:
    """What people look at first. ``deal_list`` is a table, since a view of 300 000 deals makes facets time out."""
    _execute(
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


@migrations()
def search(db: Database) -> None:
    """Full-text search on articles and deals, kept by triggers."""
    for table, columns in (("articles", ["title", "text"]), ("deal_list", ["parties", "amount", "quote"])):
        db.table(table).enable_fts(columns, create_triggers=True, tokenize="unicode61 remove_diacritics 2")
    db.table("companies").enable_fts(
        ["name", "canonical"], create_triggers=True, tokenize="unicode61 remove_diacritics 2"
    )


@migrations()
def pages(db: Database) -> None:
    """Addresses are written down before they are fetched, and feeds are asked with what is known of them."""
    _execute(
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


@migrations()
def linking(db: Database) -> None:
    """Several articles tell one deal: what ties their reports together, and what follows from all of them.

    So far each deal had one article, so a report's uid is that of its deal.
    """
    _execute(
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


@migrations()
def host_lines(db: Database) -> None:
    """What recurs on the pages of a host is learned as the crawl goes."""
    _execute(
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


@migrations()
def pruned_texts(db: Database) -> None:
    """A version may lose its text once and for all, which is written down; it still never gets another."""
    _execute(
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


@migrations()
def article_list(db: Database) -> None:
    """Articles without their texts, kept by triggers: sorting a million rows must not read a million texts."""
    columns = "published, title, source, language, kind, url"
    values = ", ".join(f"new.{column}" for column in columns.split(", "))
    _execute(
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


@migrations()
def more_orders(db: Database) -> None:
    """The newest deals of a language or a year, without going through those of all others."""
    for facet in ("language", "year"):
        _execute(db, f"CREATE INDEX idx_deal_list_{facet}_reported ON deal_list({facet}, reported)")


@migrations()
def facets(db: Database) -> None:
    """Counting by one facet within others is answered by an index alone, whichever are chosen."""
    names = ("type", "status", "currency", "language", "year")
    narrow = "type_status_currency status_currency_type currency_type_status language_type_status year_type_status"
    for old in narrow.split():
        _execute(db, f"DROP INDEX idx_deal_list_{old}")
    for number, facet in enumerate(names):
        rotated = ", ".join(names[number:] + names[:number])
        _execute(db, f"CREATE INDEX idx_deal_list_by_{facet} ON deal_list({rotated})")


@migrations()
def digests(db: Database) -> None:
    """What was told by `scrapy digest`; by uid, which stays whatever becomes of the deals."""
    _execute(
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


@migrations()
def claims(db: Database) -> None:
    """A report has what linking needs: an article's other names for each party, and companies by their keys."""
    _execute(
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


@migrations()
def copies(db: Database) -> None:
    """One article under many addresses, copies on other sites among them; sites that rest, feeds that seldom change."""
    _execute(
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


@migrations()
def archives(db: Database) -> None:
    """How far WARC files have been read, so that a reading that was stopped goes on where it was."""
    _execute(
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


@migrations()
def busy_companies(db: Database) -> None:
    """A company with thousands of deals: its roles counted by an index, its newest deals found by one."""
    _execute(
        db,
        "CREATE INDEX idx_deal_parties_company_role ON deal_parties(company, role, deal)",
        "CREATE INDEX idx_deal_list_type_status_reported ON deal_list(type, status, reported)",
    )


@migrations()
def slim_keys(db: Database) -> None:
    """Reports are found under other keys; whoever opens the database writes those that are missing."""
    _execute(db, "DELETE FROM report_keys")


@migrations()
def calmer_search(db: Database) -> None:
    """A row is indexed for searching anew only if its words have changed, not whenever something of it is written; and
    the parts of the index, one for each article, are joined by sixteens.
    """
    for table, columns in (
        ("articles", ("title", "text")),
        ("deal_list", ("parties", "amount", "quote")),
        ("companies", ("name", "canonical")),
    ):
        old, new, names = (", ".join(f"{of}{name}" for name in columns) for of in ("old.", "new.", ""))
        _execute(
            db,
            f"DROP TRIGGER {table}_au",
            f"""
            CREATE TRIGGER {table}_au AFTER UPDATE OF {names} ON {table} WHEN ({old}) IS NOT ({new})
            BEGIN
                INSERT INTO {table}_fts ({table}_fts, rowid, {names}) VALUES ('delete', old.rowid, {old});
                INSERT INTO {table}_fts (rowid, {names}) VALUES (new.rowid, {new});
            END
            """,
            f"INSERT INTO {table}_fts ({table}_fts, rank) VALUES ('automerge', 16)",
            f"INSERT INTO {table}_fts ({table}_fts, rank) VALUES ('crisismerge', 64)",
        )


def _execute(db: Database, *statements: str) -> None:
    for statement in statements:
        db.execute(statement)
