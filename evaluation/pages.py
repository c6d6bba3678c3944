"""`python -m evaluation.pages`: what a clean text does for the deals, on the gold pages of the open two thirds.

The deals of the same pages are looked for twice, in trafilatura's text and in ours, and scored against those annotated
in the article. What is known of an article (title, date, language) is given both times. On all pages with a reference
text, deals told by sentences that the reference lacks are counted too: those come from litter.
"""

import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from trafilatura import extract as trafilatura_text

from evaluation.gold import TEXTS, Gold, Row, decoded, gold_folder
from evaluation.measure import score, write
from newscrawl.article import detect_language, extract_article
from newscrawl.deals import find_deals
from newscrawl.deals.languages import languages
from newscrawl.output import deal_to_json

SETS = ("en-dev", "de-dev")
FIGURES = {"p": "precision", "r": "recall", "f1": "F1"}
Text = Callable[[str, str | None], str]


def main() -> int:
    folder = gold_folder()
    if folder is None:
        print("skipped: NEWSCRAWL_GOLD names no folder with gold data", file=sys.stderr)
        return 0
    gold = Gold(folder)
    for name in SETS:
        rows = [row for row in gold.rows(name) if row.get("page")]
        print(f"{name}, {len(rows)} pages, exact deals")
        for extractor, text in EXTRACTORS.items():
            print(f"  text of {extractor:12}" + measured(gold, rows, text))
    pages = [row for name in TEXTS for row in gold.rows(name) if row.get("page")]
    print(f"{len(pages)} pages, deals told by sentences that are no part of the article")
    for extractor, text in EXTRACTORS.items():
        foreign = [is_foreign(deal, row) for row in pages for deal in deals(gold, row, text)]
        print(f"  text of {extractor:12}  {sum(foreign)} of {len(foreign)}")
    return 0


def plain_text(page: str, _url: str | None) -> str:
    """trafilatura's text, with its defaults but for the comments."""
    return trafilatura_text(page, include_comments=False) or ""


def clean_text(page: str, url: str | None) -> str:
    return extract_article(page, url).text


EXTRACTORS: dict[str, Text] = {"trafilatura": plain_text, "newscrawl": clean_text}


def measured(gold: Gold, rows: list[Row], text: Text) -> str:
    """Precision, recall and F1 of exact deals found in the texts of pages, as one line."""
    with tempfile.TemporaryDirectory() as folder:
        known, said = Path(folder) / "gold.jsonl", Path(folder) / "said.jsonl"
        write(known, rows)
        write(said, ({"id": row["id"], "deals": deals(gold, row, text)} for row in rows))
        report, _ = score(gold, "deals.py", str(known), str(said))
    found = report["deal"]
    return "".join(f"  {name} {found[key]:.3f}" for key, name in FIGURES.items()) + f"  found {found['found']}"


def deals(gold: Gold, row: Row, text: Text) -> list[Row]:
    read = text(decoded(gold.page(row)), row.get("url"))
    language = row.get("language") or detect_language(read)
    if language not in languages():
        return []
    return [deal_to_json(deal) for deal in find_deals(read, language, row.get("published"), row.get("title"))]


def is_foreign(deal: Row, row: Row) -> bool:
    """Whether the sentence of a deal does not stand in the reference text, by words alone."""
    return words(deal["evidence"]) not in words(row["text"])


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


if __name__ == "__main__":
    sys.exit(main())
