"""An invented world of companies and what the news say of them: stories, told by one to six articles each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256
from random import Random
from typing import Any

from newscrawl.deals.model import Amount, Deal, Party, Quote
from newscrawl.linking.keys import keys_of
from newscrawl.linking.names import company_key
from newscrawl.linking.read import report_of

ONSETS = "b br d dr f fl g gr h k kl l m n p pr r s st t tr v w z".split()
VOWELS = "a e i o u ai au ei".split()
CODAS = ["", "l", "m", "n", "r", "s", "x", "nt", "rk", "ld"]
ENDINGS = ["", "", "", " Systems", " Software", " Labs", " Networks", " AG", " GmbH", " Inc.", " Mobile", " Energy"]
FILLERS = (
    "The company has offices in several countries and did not comment on its plans for the coming year.",
    "Analysts had expected the market to grow more slowly after the weak figures of the last quarter.",
    "A new release brings better search, a darker design and longer battery life, its makers say.",
    "Its founders met at university and began with a small shop for spare parts of old radios.",
)
ROLES = {
    "acquisition": ("acquirer", "target"),
    "stake": ("investor", "target"),
    "funding": ("investor", "target"),
    "merger": ("partner", "partner"),
    "joint_venture": ("partner", "partner"),
    "partnership": ("partner", "partner"),
    "licensing": ("licensor", "licensee"),
    "contract": ("supplier", "customer"),
}
VERBS = {
    "acquisition": "buys", "stake": "buys a share of", "funding": "invests in", "merger": "merges with",
    "joint_venture": "founds a joint venture with", "partnership": "works with", "licensing": "licenses patents to",
    "contract": "wins an order from",
}  # fmt: skip
FIRST_DAY = date(2015, 1, 1)
DAYS = 4000


def made_up_word(random: Random) -> str:
    """A word that looks like a company's name, of two or three syllables."""
    syllables = random.choice((2, 2, 3))
    return "".join(random.choice(part) for _ in range(syllables) for part in (ONSETS, VOWELS, CODAS)).capitalize()


@dataclass(frozen=True, slots=True)
class Company:
    """``key`` is its key in the database; ``canonical`` the form of its name for comparing."""

    key: int
    name: str
    canonical: str


@dataclass(slots=True)
class Story:
    """A deal and the articles that tell it, the first one first; or, without a type, an article that tells none."""

    type: str | None
    tellings: list[dict[str, Any]] = field(default_factory=list)
    parties: list[tuple[str, Company]] = field(default_factory=list)
    stake_percent: int | None = None
    differs: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """The keys under which linking finds its reports."""
        deal = Deal(self.type or "", "announced", True, self.named, "")
        return keys_of(report_of(deal, uid="", url="", day="", language="en"))

    @property
    def named(self) -> tuple[Party, ...]:
        return tuple(Party(company.name, role) for role, company in self.parties)

    @property
    def buyer(self) -> Company:
        return self.parties[0][1]

    @property
    def target(self) -> Company:
        return self.parties[1][1]


class World:
    """So many articles and deals. The more deals, the more companies; some of them are in many deals, most in few."""

    def __init__(self, articles: int, deals: int, random: Random) -> None:
        self.articles, self.deals, self.random = articles, deals, random
        self.sources = [f"{name}-{kind}" for name in ("wire", "bote", "post", "byte") for kind in ("one", "two", "six")]
        self.companies = self._companies(max(deals * 2 // 3, 20))

    def _companies(self, count: int) -> list[Company]:
        names: dict[str, str] = {}
        while len(names) < count:
            name = made_up_word(self.random) + self.random.choice(ENDINGS)
            names.setdefault(company_key(name), name)
        return [Company(key, name, canonical) for key, (canonical, name) in enumerate(names.items(), 1)]

    def stories(self) -> Iterator[Story]:
        """All stories. The articles that are left over tell no deal and stand between those that do."""
        left = self.articles
        for number in range(self.deals):
            most = max(1, min(6, (left - (self.deals - number)) // 2))
            story = self._deal(min(most, self._tellings()))
            left -= len(story.tellings)
            yield story
            for _ in range(max(0, left - 2 * (self.deals - number - 1)) // max(1, self.deals - number)):
                left -= 1
                yield self._empty()
        while left > 0:
            left -= 1
            yield self._empty()

    def _tellings(self) -> int:
        return self.random.choices((1, 2, 3, 4, 5, 6), (50, 22, 12, 8, 5, 3))[0]

    def _company(self) -> Company:
        """One of the companies, those in front far more often."""
        return self.companies[int(len(self.companies) * self.random.random() ** 2.5)]

    def _deal(self, tellings: int) -> Story:
        kind = self.random.choice(list(ROLES))
        buyer, target = self._company(), self.random.choice(self.companies)
        while target is buyer:
            target = self.random.choice(self.companies)
        story = Story(kind, parties=list(zip(ROLES[kind], (buyer, target), strict=True)))
        millions = self.random.choice((None, self.random.randint(1, 900)))
        currency = self.random.choice(("EUR", "USD", "GBP"))
        day = FIRST_DAY + timedelta(self.random.randrange(DAYS))
        story.stake_percent = self.random.choice((10, 20, 25)) if kind == "stake" else None
        statuses = self._statuses(tellings)
        for status in statuses:
            amount = None if millions is None else f"{millions} million {currency}"
            sentence = f"{buyer.name} {VERBS[kind]} {target.name}" + (f" for {amount}." if amount else ".")
            money = {"amount": millions and millions * 1_000_000, "currency": millions and currency}
            telling = self._article(sentence, day, f"{buyer.name} and {target.name}")
            announced = day.isoformat() if status == "announced" else None
            story.tellings.append(telling | money | {"status": status, "announced": announced, "amount_text": amount})
            day += timedelta(self.random.randrange(1 if status == "announced" else 60))
        return story

    def _statuses(self, count: int) -> list[str]:
        rumoured = ["rumoured"] if count > 2 else []
        done = ["completed"] if count > 3 else []
        return [*rumoured, *["announced"] * (count - len(rumoured) - len(done)), *done]

    def _empty(self) -> Story:
        company = self._company()
        day = FIRST_DAY + timedelta(self.random.randrange(DAYS))
        return Story(None, [self._article(f"{company.name} shows a new product.", day, f"News of {company.name}")])

    def _article(self, sentence: str, day: date, title: str) -> dict[str, Any]:
        """An article about a sentence; its uid follows from its number."""
        uid = sha256(str(self.random.random()).encode()).hexdigest()[:12]
        source = self.random.randrange(len(self.sources))
        text = "\n".join([sentence, *self.random.sample(FILLERS, 3)])
        return {
            "sentence": sentence, "text": text, "title": title, "published": day.isoformat(),
            "language": "en" if source % 3 else "de", "fetched_at": f"{day.isoformat()}T09:00:00Z",
            "source": source + 1, "uid": uid, "url": f"https://{self.sources[source]}.example/{day.year}/{uid}",
        }  # fmt: skip


def deal_in(story: Story, telling: dict[str, Any]) -> Deal:
    """The deal of a story as reading one of its articles gives it."""
    text = telling["text"]
    amount = Amount(telling["currency"], Decimal(telling["amount"])) if telling["amount"] else None
    proofs = {"type": [telling["sentence"]], "parties": [party.name for party in story.named]}
    proofs |= {"amount": [telling["amount_text"]]} if amount else {}
    quotes = {
        field: tuple(
            Quote(quote, start, start + len(quote), "made up") for quote in said for start in [text.index(quote)]
        )
        for field, said in proofs.items()
    }
    return Deal(
        type=story.type or "",
        status=telling["status"],
        main=True,
        parties=story.named,
        evidence=telling["sentence"],
        amount=amount,
        amount_text=telling["amount_text"],
        stake_percent=None if story.stake_percent is None else Decimal(story.stake_percent),
        announced=telling["announced"],
        quotes=quotes,
        confidence=0.8,
    )
