"""`python -m evaluation.kept [--save]`: what the rules say of the open passages, against what they said before.

A deal is a set of facts: a party in its role, its status, its amount and so on. Of each passage that is not yet right
in all of them, ``kept.json`` holds how many facts are missing and how many are false. A passage that is not in it is
right. So a rule that is narrowed tells at once which passages it costs.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.name_shapes import core
from evaluation.passages import Located, PassageDeal, amount_of, passages, printed
from newscrawl.deals import Deal, find_deals

KEPT = Path(__file__).parent / "kept.json"

Fact = tuple[str, str, object]
"""Type of the deal, role or field, name or value: ``("acquisition", "target", "Tal")``."""


class Faults(NamedTuple):
    """The facts of a passage's deals that are not found, and those found that it does not tell."""

    missing: Counter[Fact]
    false: Counter[Fact]

    @property
    def counts(self) -> list[int]:
        """How many are missing, how many false: what ``kept.json`` holds."""
        return [self.missing.total(), self.false.total()]


def main() -> int:
    """Print what is worse than saved, or save; exit status 1 if something is worse."""
    options = argparse.ArgumentParser(prog="python -m evaluation.kept", description=__doc__)
    options.add_argument("--save", action="store_true", help="write what is found now")
    if options.parse_args().save:
        save()
        return 0
    kept = read_kept()
    worse = [line for located in open_passages() for line in worse_than(kept, located)]
    print("\n".join([*worse, f"{len(worse)} worse than saved"]))
    return int(bool(worse))


def open_passages() -> Iterator[Located]:
    """The passages that rules are written from."""
    return (located for located in passages() if not located.held_back)


def read_kept() -> dict[str, list[int]]:
    """Passage → how many facts are missing and false; the passages that are right are not in it."""
    kept: dict[str, list[int]] = json.loads(KEPT.read_text(encoding="utf-8"))
    return kept


def save() -> None:
    counts = {str(located): faults(located).counts for located in open_passages()}
    lines = [
        f"  {json.dumps(name, ensure_ascii=False)}: {counts[name]}" for name in sorted(counts) if any(counts[name])
    ]
    KEPT.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def worse_than(kept: dict[str, list[int]], located: Located) -> list[str]:
    """A line for a passage that misses more facts or tells more false ones than when it was saved."""
    now, before = faults(located), kept.get(str(located), [0, 0])
    if all(count <= known for count, known in zip(now.counts, before, strict=True)):
        return []
    return [f"{located}: missing {listed(now.missing)}, false {listed(now.false)}; saved were {before}"]


def listed(facts: Counter[Fact]) -> str:
    return "; ".join(f"{kind} {field} {value}" for kind, field, value in sorted(facts.elements(), key=str)) or "nothing"


def faults(located: Located) -> Faults:
    """What the rules say of a passage, measured by what it tells."""
    passage = located.passage
    wanted = Counter(fact for deal in passage.deals for fact in wanted_facts(deal))
    said = Counter(
        fact
        for deal in find_deals(passage.text, located.language, passage.published, passage.title)
        for fact in said_facts(deal)
    )
    return Faults(wanted - said, said - wanted)


def wanted_facts(deal: PassageDeal) -> Iterable[Fact]:
    amount = amount_of(deal.amount) if deal.amount else None
    values = {"status": deal.status, "amount": figures(amount), "percent": deal.stake_percent, "date": deal.announced}
    return facts(deal.type, core(deal)[1], values)


def said_facts(deal: Deal) -> Iterable[Fact]:
    percent = None if deal.stake_percent is None else float(deal.stake_percent)
    values = {
        "status": deal.status,
        "amount": figures(printed(deal.amount)),
        "percent": percent,
        "date": deal.announced,
    }
    return facts(deal.type, {(party.role, party.name) for party in deal.parties}, values)


def facts(kind: str, parties: Iterable[tuple[str, str]], values: dict[str, object]) -> Iterable[Fact]:
    yield from ((kind, role, name) for role, name in parties)
    yield from ((kind, field, value) for field, value in values.items() if value is not None)


def figures(amount: dict[str, Any] | None) -> object:
    """An amount as something that can be counted; None where there is none."""
    told = {
        key: value if key == "currency" else float(value) for key, value in (amount or {}).items() if value is not None
    }
    return tuple(sorted(told.items())) or None


if __name__ == "__main__":
    sys.exit(main())
