"""The deals of an article before and after it was read again → what was gained, lost and changed, for people."""

from collections.abc import Iterator
from dataclasses import dataclass

from newscrawl.reextract.told import Told

Deals = dict[str, Told]


@dataclass(frozen=True, slots=True)
class Changes:
    """What reading an article again does to its deals; a changed deal is there as it was and as it is."""

    gained: tuple[Told, ...] = ()
    lost: tuple[Told, ...] = ()
    changed: tuple[tuple[Told, Told], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.gained or self.lost or self.changed)


def changes(before: Deals, after: Deals) -> Changes:
    """Compare the deals of one article version, given by their uid."""
    return Changes(
        tuple(deal for uid, deal in after.items() if uid not in before),
        tuple(deal for uid, deal in before.items() if uid not in after),
        tuple((before[uid], deal) for uid, deal in after.items() if uid in before and before[uid] != deal),
    )


def change_lines(found: Changes) -> Iterator[str]:
    """One deal after the other: + gained, - lost, ~ changed, with the fields in which it differs."""
    for deal in found.gained:
        yield from _whole("+", deal)
    for deal in found.lost:
        yield from _whole("-", deal)
    for before, after in found.changed:
        yield f"  ~ {_title(after)}"
        yield from (f"      {line}" for line in _differences(before, after))


def _whole(mark: str, deal: Told) -> Iterator[str]:
    """A deal gained or lost, with what is known of it."""
    details = [deal.facts[name] for name in ("amount", "stake", "announced", "closed") if name in deal.facts]
    yield f"  {mark} {', '.join([_title(deal), deal.facts['status'], *details])}"
    yield f"      “{deal.sentence}”"


def _title(deal: Told) -> str:
    return f"{deal.uid} {deal.facts['type']}: {deal.parties}"


def _differences(before: Told, after: Told) -> Iterator[str]:
    names = list(dict.fromkeys((*before.facts, *after.facts)))
    for name in names:
        old, new = before.facts.get(name, "none"), after.facts.get(name, "none")
        if old != new:
            yield f"{name}: {old} → {new}"
    fields = sorted(before.proofs.keys() | after.proofs.keys())
    if otherwise := [f for f in fields if before.proofs.get(f) != after.proofs.get(f)]:
        yield f"proved otherwise: {', '.join(otherwise)}"
