"""`python -m bench [PART …]`: the benchmarks, all of them or those named; `python -m bench.PART --help` has options.

Each measures side by side with an alternative, or small beside large, in one run: what counts are the ratios.
"""

import argparse
import subprocess
import sys

PARTS = {
    "crawl": "pages per second, CPU and memory beside plain Scrapy; a second crawl of unchanged sites",
    "deals": "text → deals beside trafilatura, growth with the text, hostile texts",
    "article": "the article stage beside trafilatura with metadata",
    "linking": "linking one report in a large database beside a small one",
    "browse": "every page of Datasette on a large database",
    "kills": "crawls killed at 30 random moments",
    "growth": "memory and time per page over 20 000 pages",
}


def main() -> int:
    listed = "\n".join(f"  {name:8} {what}" for name, what in PARTS.items())
    options = argparse.ArgumentParser(
        prog="python -m bench", description=__doc__, epilog=listed, formatter_class=argparse.RawTextHelpFormatter
    )
    options.add_argument("parts", nargs="*", metavar="PART", help="which; all if none is named")
    given = options.parse_args().parts
    if unknown := [part for part in given if part not in PARTS]:
        options.error(f"no part {unknown[0]!r}; there are {', '.join(PARTS)}")
    return max([run(part) for part in given or PARTS])


def run(part: str) -> int:
    print(f"== {part}: {PARTS[part]}", flush=True)
    return subprocess.run([sys.executable, "-m", f"bench.{part}"]).returncode


if __name__ == "__main__":
    sys.exit(main())
