"""Which gold deals are found exactly now that were not last time, and the other way round. For the open part only.

The lists quote gold articles, so they stay in the working folder and are never committed.
"""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

from evaluation.gold import DEALS, PASSAGES, Gold
from evaluation.measure import read


def changes(gold: Gold, work: Path) -> list[str]:
    """Lines for people: deals gained (+) and lost (-) against the last run in this working folder."""
    scorer = load_scorer(gold.folder / "score" / "deals.py")
    lines = []
    for name in (*DEALS, *PASSAGES):
        if not (work / f"{name}.deals.jsonl").exists():
            continue
        memory = work / f"{name}.exact.json"
        before = set(json.loads(memory.read_text(encoding="utf-8"))) if memory.exists() else None
        now = exact_deals(scorer, work, name)
        memory.write_text(json.dumps(sorted(now), ensure_ascii=False, indent=0), encoding="utf-8")
        if before is not None:
            lines += [f"+ {deal}" for deal in sorted(now - before)] + [f"- {deal}" for deal in sorted(before - now)]
    return lines


def exact_deals(scorer: ModuleType, work: Path, name: str) -> set[str]:
    """The gold deals that were found exactly, as the scorer sees it, each as one line."""
    said = {str(row["id"]): row["deals"] for row in read(work / f"{name}.deals.jsonl")}
    return {
        f"{row['id']} {scorer.brief(known)}"
        for row in read(work / f"{name}.gold.jsonl")
        for known, found in scorer.pair_deals(row["deals"], said.get(str(row["id"]), []))[0]
        if scorer.exact(known, found)
    }


def load_scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
