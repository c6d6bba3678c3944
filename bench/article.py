"""`python -m bench.article [FOLDER]`: CPU of the article stage beside trafilatura with metadata, on the same pages.

FOLDER is searched for .html and .html.gz; without one the pages of the fixtures are read, which are smaller than real
ones. Both sides get the parsed tree, as Scrapy's selector gives it, so parsing is outside. Printed: mean milliseconds
of CPU a page on each side, their ratio, and the stage's worst page against its mean.
"""

import argparse
import gzip
import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean

from lxml.html import HtmlElement
from trafilatura import bare_extraction

from newscrawl.article import extract_article
from newscrawl.article.decode import parse
from newscrawl.settings import PROJECT


def pages(folder: Path) -> Iterator[tuple[str, HtmlElement]]:
    """Path below ``folder`` and tree of every page in it, sorted by path."""
    for path in sorted([*folder.rglob("*.html"), *folder.rglob("*.html.gz")]):
        raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        root = parse(raw)
        if root is not None:
            yield str(path.relative_to(folder)), root


def reference(root: HtmlElement) -> None:
    """The yardstick."""
    bare_extraction(root, with_metadata=True, include_comments=False)


def stage(root: HtmlElement) -> None:
    """What newscrawl does with a page."""
    extract_article(root)


def cpu(work: Callable[[HtmlElement], None], root: HtmlElement, rounds: int) -> float:
    """The least CPU time of several runs, in milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work(root)
        times.append(1000 * (time.process_time() - start))
    return min(times)


def main() -> None:
    """Run both sides page by page, alternating, and print the comparison."""
    options = argparse.ArgumentParser(prog="python -m bench.article", description=__doc__)
    options.add_argument("folder", type=Path, nargs="?", default=PROJECT / "fixtures")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--limit", type=int, default=None)
    args = options.parse_args()
    logging.disable(logging.CRITICAL)
    found = list(pages(args.folder))[: args.limit]
    if not found:
        options.error(f"{args.folder}: no .html or .html.gz in it")
    stage(found[0][1])  # models and tables are loaded once
    ours, theirs = {}, {}
    for name, root in found:
        theirs[name] = cpu(reference, root, args.rounds)
        ours[name] = cpu(stage, root, args.rounds)
    worst = max(ours, key=lambda name: ours[name])
    print(f"pages        {len(found)}")
    print(f"trafilatura  {mean(theirs.values()):.2f} ms a page, with metadata, without comments")
    print(f"stage        {mean(ours.values()):.2f} ms a page, ratio {mean(ours.values()) / mean(theirs.values()):.2f}")
    print(f"worst        {ours[worst]:.2f} ms, {ours[worst] / mean(ours.values()):.1f} times the mean: {worst}")


if __name__ == "__main__":
    main()
