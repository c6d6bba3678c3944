"""What the steps of the schema have in common: lists of words, and checks of columns."""

from sqlite_utils import Database

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


def execute(db: Database, *statements: str) -> None:
    """Run statements one after the other."""
    for statement in statements:
        db.execute(statement)
