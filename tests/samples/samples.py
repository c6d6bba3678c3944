"""The two samples: their texts, what must come out of each, and what comes out. They lie with the gold data."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from newscrawl.settings import PROJECT

Json = dict[str, Any]
FIELDS = ("type", "status", "main", "parties", "amount", "stake_percent", "announced", "terms", "evidence", "timeline")
ORDER: dict[str, Callable[[Json], Any]] = {
    "parties": lambda party: (party["role"], party["name"]),
    "terms": lambda term: term["kind"],
    "timeline": lambda event: 0,
}
"""How the members of a field are ordered before they are compared; those of a timeline stay as they are."""

LITTER = re.compile(r"Akismet|^Leave a comment|^Tipp:|^\[|…$", re.MULTILINE)


def folder() -> Path | None:
    """Where the samples lie; None without gold data."""
    name = os.environ.get("NEWSCRAWL_GOLD")
    return Path(name) / "seeds" if name and (Path(name) / "seeds" / "expected.json").is_file() else None


def cases() -> list[tuple[str, str | None]]:
    """Each sample with each publication date to try it with."""
    where = folder()
    if where is None:
        return []
    expected = json.loads((where / "expected.json").read_text(encoding="utf-8"))
    return [(name, published) for name, sample in expected.items() for published in sample["try_with_published"]]


def text_of(name: str) -> str:
    where = folder()
    assert where is not None
    return (where / name).read_text(encoding="utf-8")


@cache
def expected(name: str, published: str | None) -> list[Json]:
    """The deals that must come out, with the dates that the publication date makes of the relative ones."""
    where = folder()
    assert where is not None
    deals = json.loads((where / "expected.json").read_text(encoding="utf-8"))[name]["deals"]
    resolved: list[Json] = resolve(deals, f"published {json.dumps(published).strip(chr(34))}")
    return resolved


def resolve(value: Any, key: str) -> Any:
    """A value in which what depends on the publication date is chosen."""
    if isinstance(value, list):
        return [resolve(member, key) for member in value]
    if isinstance(value, dict):
        return value[key] if key in value else {name: resolve(member, key) for name, member in value.items()}
    return value


@cache
def extracted(name: str, published: str | None) -> Json:
    """What `scrapy extract` prints for a sample."""
    given = json.dumps({"id": name, "text": text_of(name), "published": published})
    command = [sys.executable, "-m", "scrapy", "extract", "-"]
    done = subprocess.run(command, input=given, cwd=PROJECT, capture_output=True, text=True, timeout=60, check=True)
    printed: Json = json.loads(done.stdout)
    return printed


def comparable(field: str, known: Any, found: Any) -> tuple[Any, Any]:
    """An expected and a found value, the found one cut to the keys that are expected: it may say more."""
    if field in ORDER:
        known, found = (sorted(value or [], key=ORDER[field]) for value in (known, found))
        return known, [cut(*pair) for pair in zip(known, found, strict=False)] + found[len(known) :]
    return known, cut(known, found) if known and field == "amount" else found


def cut(known: Json, found: Json | None) -> Json | None:
    return found and {key: found.get(key) for key in known}
