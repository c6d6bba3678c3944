"""``details.toml`` of a language: the words beside a sum, a share or a date that say whether it is one of the deal."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Protocol

import msgspec

from newscrawl.deals.any_of import any_of
from newscrawl.deals.deal_types import deal_types
from newscrawl.deals.languages import language_file, language_table
from newscrawl.tables import Table, check_named

BLANKS = re.compile(r"\s++")
BESIDE = 60
"""How many characters before and behind a mention are read for a word that claims it."""


class Beside(Table, frozen=True):
    """Regular expressions over the lower-case text before and behind a mention."""

    before: list[str]
    after: list[str]
    option: tuple[str, ...] = ()
    result: tuple[str, ...] = ()
    held: tuple[str, ...] = ()


class Closing(Table, frozen=True):
    """Regular expressions: around a date that of the expected closing, before a date that of the closing; at the
    beginning of a date that it dates nothing ("since 2024")."""

    expected: list[str]
    done: list[str]
    open_ended: list[str]
    other: tuple[str, ...] = ()
    """Before a date that is that of something else ("founded in 2007")."""
    behind: tuple[str, ...] = ()
    """Behind such a date ("Friday's close")."""


class Price(Table, frozen=True):
    """Regular expressions that make a sum in the sentence behind a deal its price."""

    cues: list[str]
    comes_to: tuple[str, ...] = ()
    """Between a price per share and what it comes to ("$31 a share, OR about $1.3 billion")."""
    symbolic: tuple[str, ...] = ()
    """Before a price that is small on purpose ("a NOMINAL £1")."""
    of: dict[str, list[str]] = msgspec.field(default_factory=dict)
    """More cues, by the type of the deal ("invest" for a joint venture)."""


class Share(Table, frozen=True):
    """Regular expressions that make a percentage in a sentence behind a deal the share that is bought in it."""

    cues: tuple[str, ...] = ()


class Round(Table, frozen=True):
    """Regular expressions: what one round of several is called by ("Series B"), so that two called differently are two;
    before a verb that tells of the round before ("LAST raised money in 2022")."""

    labels: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()


class Owner(Table, frozen=True):
    """Regular expressions for all that stands between a company and its owner, now or until then: "Tal IS A UNIT OF
    Norvik", "Tal WAS OWNED BY Norvik"."""

    now: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    once: tuple[str, ...] = ()
    """Behind an owner of long ago ("was owned by Norvik UNTIL 1980")."""


class DetailTable(Table, frozen=True):
    """``details.toml``: see the comments there."""

    no_price: Beside
    no_share: Beside
    closing: Closing
    price: Price
    share: Share = Share()
    round: Round = Round()
    owner: Owner = Owner()
    no_price_of: dict[str, Beside] = msgspec.field(default_factory=dict)
    """The same as ``no_price``, for one type of deals ("bought Tal and INVESTED $5m")."""


Sides = tuple[re.Pattern[str], re.Pattern[str]]
"""What claims a mention before it and behind it."""


@dataclass(frozen=True, slots=True)
class DetailRules:
    """The detail rules of a language, compiled."""

    no_price: Sides
    no_price_of: dict[str, Sides]
    no_share: Sides
    option: re.Pattern[str]
    result: re.Pattern[str]
    held: re.Pattern[str]
    expected: re.Pattern[str]
    done: re.Pattern[str]
    open_ended: re.Pattern[str]
    other: re.Pattern[str]
    behind: re.Pattern[str]
    share: re.Pattern[str]
    price: re.Pattern[str]
    price_of: dict[str, re.Pattern[str]]
    comes_to: re.Pattern[str]
    symbolic: re.Pattern[str]
    round_label: re.Pattern[str]
    earlier_round: re.Pattern[str]
    is_owned: re.Pattern[str]
    was_owned: re.Pattern[str]
    once_owned: re.Pattern[str]

    def says_price_of(self, low: str, deal_type: str) -> bool:
        """Whether a sentence right behind a deal, in lower case, has words for what just this type of deals costs."""
        own = self.price_of.get(deal_type)
        return own is not None and own.search(low) is not None


@cache
def detail_rules(language: str) -> DetailRules:
    """The detail rules of a language, read once.

    Raises:
        TableError: rules are given for a deal type that there is not.
    """
    table, path = language_table(language, "details", DetailTable), language_file(language, "details")
    check_named(f"{path}: no_price_of", table.no_price_of, deal_types())
    check_named(f"{path}: price.of", table.price.of, deal_types())
    closing, price = table.closing, table.price
    return DetailRules(
        no_price=_sides(table.no_price),
        no_price_of={name: _sides(beside) for name, beside in table.no_price_of.items()},
        no_share=_sides(table.no_share),
        option=any_of(table.no_share.option),
        result=any_of(table.no_share.result),
        held=any_of(table.no_share.held),
        expected=any_of(closing.expected),
        done=any_of(closing.done),
        open_ended=any_of(closing.open_ended),
        other=any_of(closing.other),
        behind=any_of(closing.behind),
        share=any_of(table.share.cues),
        price=any_of(price.cues),
        price_of={name: any_of(cues) for name, cues in price.of.items()},
        comes_to=any_of(price.comes_to),
        symbolic=any_of(price.symbolic),
        round_label=any_of(table.round.labels),
        earlier_round=any_of(table.round.earlier),
        is_owned=any_of(table.owner.now),
        was_owned=any_of(table.owner.then),
        once_owned=any_of(table.owner.once),
    )


def _sides(beside: Beside) -> Sides:
    return any_of(beside.before), any_of(beside.after)


class Placed(Protocol):
    """A mention with offsets."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset behind the last character."""


def claimed(text: str, mention: Placed, patterns: Sides) -> bool:
    """Whether a word before or behind a mention claims it for something else."""
    return bool(patterns[0].search(before(text, mention)) or patterns[1].search(behind(text, mention)))


def before(text: str, mention: Placed) -> str:
    """The text before a mention, lower-case, blanks made one."""
    return BLANKS.sub(" ", text[max(0, mention.start - BESIDE) : mention.start]).lower()


def behind(text: str, mention: Placed) -> str:
    """The text behind a mention, lower-case, blanks made one."""
    return BLANKS.sub(" ", text[mention.end : mention.end + BESIDE]).lower()


def own_words(text: str, mention: Placed) -> str:
    """The words of a date, of which the first may say what it is of: "FOUNDED in 1987"."""
    return text[mention.start : mention.end].lower()


def around(text: str, mention: Placed, sentence: Placed) -> str:
    """The words of a sentence around a mention, lower-case."""
    return text[max(sentence.start, mention.start - BESIDE) : min(sentence.end, mention.end + BESIDE)].lower()
