"""Run `scrapy extract` over gold articles and score what it prints, with the scorers that come with the gold data."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from evaluation.gold import DEALS, PASSAGES, REUTERS, TEXTS, Gold, Row, page_inputs, story_inputs, text_inputs

PROJECT = Path(__file__).parent.parent
SLOTS = {"target": "ACQUIRED", "acquirer": "PURCHASER", "investor": "PURCHASER", "seller": "SELLER"}
BOUGHT = ("acquisition", "stake")
Figures = dict[str, float]


@dataclass(frozen=True)
class Result:
    """One measurement: its name, the figures that floors hold, the counts behind them, and the scorer's table."""

    name: str
    figures: Figures
    counts: dict[str, Any]
    table: str
    failed: bool = False


def measure(gold: Gold, work: Path, only: Sequence[str] = ()) -> Iterator[Result]:
    """The measurements named, or all, one after the other; files for people to look into are left in ``work``."""
    steps: dict[str, Callable[[], Result]] = {
        name: partial(measure_deals, gold, name, work) for name in (*DEALS, *PASSAGES)
    }
    steps |= {f"{name} text": partial(measure_text, gold, name, work) for name in TEXTS}
    steps |= {REUTERS: partial(measure_stories, gold, work)}
    for name, step in steps.items():
        if not only or name in only:
            yield step()


def measure_deals(gold: Gold, name: str, work: Path) -> Result:
    rows = gold.rows(name)
    known, said = work / f"{name}.gold.jsonl", work / f"{name}.deals.jsonl"
    write(known, rows)
    failed = extract(text_inputs(rows), said)
    if name in UNDATED:
        write(said, [without_dates(row) for row in read(said)])
    report, table = score(gold, "deals.py", str(known), str(said))
    return Result(name, {key: report[key]["f1"] for key in ("article", "deal", "slots")}, report, table, failed)


UNDATED = ("de-smartdata-dev",)
"""Gold whose deals have no dates: one that is found there is neither right nor wrong."""


def without_dates(row: Row) -> Row:
    return {**row, "deals": [{**deal, "announced": None} for deal in row["deals"]]}


def measure_text(gold: Gold, name: str, work: Path) -> Result:
    rows = [row for row in gold.rows(name) if row.get("page")]
    known, said = work / f"{name}-pages.gold.jsonl", work / f"{name}-pages.texts.jsonl"
    write(known, rows)
    failed = extract(page_inputs(gold, rows), said)
    report, table = score(gold, "text.py", str(known), str(said))
    return Result(f"{name} text", {"words": report["words"][2], "clean": report["clean"]}, report, table, failed)


def measure_stories(gold: Gold, work: Path) -> Result:
    """Reuters 1987: the slots of the deals found, names and amounts as printed."""
    said, slots, ids = work / "reuters.deals.jsonl", work / "reuters.slots.jsonl", work / "reuters.ids"
    inputs = list(story_inputs(gold))
    failed = extract(inputs, said)
    write(slots, (slots_of(row) for row in read(said)))
    ids.write_text("".join(f"{row['id']}\n" for row in inputs), encoding="utf-8")
    keys = str(gold.folder / "gold" / REUTERS / "keys")
    wanted = ",".join(dict.fromkeys((*SLOTS.values(), "DLRAMT")))
    options = ["--gold", keys, "--pred", str(slots), "--ids", str(ids), "--slots", wanted]
    strict, strict_table = score(gold, "reuters_templates.py", *options)
    lenient, lenient_table = score(gold, "reuters_templates.py", *options, "--match", "lenient")
    figures = {"strict": strict["slots"]["micro"]["f1"], "lenient": lenient["slots"]["micro"]["f1"]}
    return Result(REUTERS, figures, {"strict": strict, "lenient": lenient}, strict_table + lenient_table, failed)


def slots_of(row: Row) -> Row:
    """A story's deals as Reuters slots, each filler once; the keys have no price for a single share, and no partners:
    the first one named of two who merge is their purchaser."""
    slots: dict[str, dict[str, None]] = {}
    for deal in row["deals"]:
        if deal["type"] == "merger":
            partners = [party["name"] for party in deal["parties"] if party["role"] == "partner"]
            for slot, name in zip(("PURCHASER", "ACQUIRED"), partners, strict=False):
                slots.setdefault(slot, {})[name] = None
        if deal["type"] in BOUGHT:
            for party in deal["parties"]:
                slots.setdefault(SLOTS.get(party["role"], ""), {})[party["name"]] = None
            if deal.get("amount_text") and "per_share" not in (deal.get("amount") or {}):
                slots.setdefault("DLRAMT", {})[deal["amount_text"]] = None
    return {"id": row["id"]} | {slot: list(fillers) for slot, fillers in slots.items() if slot}


def extract(inputs: Iterable[Row], said: Path) -> bool:
    """`scrapy extract` on all inputs at once, as a user would run it; whether it reported an error, which it shows."""
    given = said.with_suffix(".input.jsonl")
    write(given, inputs)
    with said.open("wb") as output:
        command = [sys.executable, "-m", "scrapy", "extract", str(given)]
        return subprocess.run(command, stdout=output, cwd=PROJECT).returncode != 0


def score(gold: Gold, scorer: str, *arguments: str) -> tuple[dict[str, Any], str]:
    """A scorer's figures and the table that it prints."""
    command = [sys.executable, str(gold.folder / "score" / scorer), *arguments]
    figures = subprocess.run([*command, "--json"], capture_output=True, text=True, check=True)
    table = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(figures.stdout), table.stdout


def write(path: Path, rows: Iterable[Row]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def read(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
