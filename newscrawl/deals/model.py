"""What a deal is: the values that ``find_deals`` gives back.

All offsets are Unicode code points into the text given, zero-based, end exclusive: ``text[start:end] == quote``.
Dates are ISO 8601 strings whose length is their precision: ``2013``, ``2013-02``, ``2013-02-11``.
Money is a ``Decimal`` in whole units of an ISO 4217 currency.
"""

from dataclasses import dataclass, field
from decimal import Decimal

TYPES = ("acquisition", "merger", "stake", "funding", "joint_venture", "partnership", "licensing", "contract")
STATUSES = ("rumoured", "talks", "announced", "completed", "denied", "terminated")
OPEN = ("rumoured", "talks")
"""The statuses of a deal on which nobody has agreed yet."""
ROLES = (
    "acquirer", "target", "seller", "investor", "partner", "venture", "licensor", "licensee", "supplier", "customer",
)  # fmt: skip
TERM_KINDS = (
    "option", "duration", "valuation", "expected_revenue", "scope", "instrument", "payment", "round", "stake_after",
    "stake_rumoured",
)  # fmt: skip
QUALIFIERS = ("about", "up_to", "more_than", "less_than")


@dataclass(frozen=True, slots=True)
class Quote:
    """The place in the text that proves one field of a deal, and the rule that read it."""

    quote: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a deal: the name as the article writes it in its fullest form, and its role (see ``ROLES``)."""

    name: str
    role: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Amount:
    """Money of a deal. Either ``value`` (with ``max`` for a range) or ``per_share``; a currency not printed is None."""

    currency: str | None
    value: Decimal | None = None
    max: Decimal | None = None
    per_share: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A condition of a deal (see ``TERM_KINDS``), as printed, with what could be read out of it."""

    kind: str
    text: str
    percent: Decimal | None = None
    iso: str | None = None
    value: Decimal | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A step in the history of a deal: its status then, when, who said so, and the sentence."""

    status: str
    date: str | None
    said_by: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class Deal:
    """One transaction or agreement between one set of parties, as one article tells it.

    ``evidence`` is the sentence that best asserts the deal. ``quotes`` proves every filled field: its keys are the
    field names (``type``, ``status``, ``amount``, …), its values tuples of quotes; those of ``parties``, ``terms`` and
    ``timeline`` stand in the order of what they prove, every other field has one.
    """

    type: str
    status: str
    main: bool
    parties: tuple[Party, ...]
    evidence: str
    amount: Amount | None = None
    amount_text: str | None = None
    amount_qualifier: str | None = None
    stake_percent: Decimal | None = None
    announced: str | None = None
    closing_expected: str | None = None
    closed: str | None = None
    terms: tuple[Term, ...] = ()
    timeline: tuple[Event, ...] = ()
    quotes: dict[str, tuple[Quote, ...]] = field(default_factory=dict)
    confidence: float = 0.0
