"""The pages of fixtures/sites as the tests read them."""

import json
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

SITES_FOLDER = Path(__file__).parent.parent / "fixtures" / "sites"
PLACEHOLDER = "SITE_HOST"
HOST = "news.example"


@dataclass(frozen=True)
class Page:
    """One folder of fixtures/sites/<site>/pages."""

    folder: Path

    @property
    def slug(self) -> str:
        return self.folder.name

    @property
    def site(self) -> str:
        return self.folder.parent.parent.name

    @cached_property
    def article(self) -> dict[str, Any]:
        return read_json(self.folder / "article.json")

    @cached_property
    def deals(self) -> list[dict[str, Any]]:
        return read_json(self.folder / "deals.json")

    @property
    def url(self) -> str:
        return self.article["url"].replace(PLACEHOLDER, HOST)

    @property
    def text(self) -> str:
        return "\n".join(self.article["text"])

    def served(self) -> bytes:
        """The page's bytes as a server sends them."""
        return (self.folder / "page.html").read_bytes().replace(PLACEHOLDER.encode(), HOST.encode())

    def markup(self) -> str:
        """The page decoded, as written."""
        return (self.folder / "page.html").read_bytes().decode(self.article.get("charset", "utf-8"))


def read_json(path: Path) -> Any:
    """Numbers with a point are Decimal, as in deals."""
    return json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)


def one_line(text: str) -> str:
    """Runs of white space made one blank."""
    return " ".join(text.split())


SITES = sorted(path for path in SITES_FOLDER.iterdir() if path.is_dir())
PAGES = [Page(folder) for site in SITES for folder in sorted((site / "pages").iterdir())]
DEALS = [(page, deal) for page in PAGES for deal in page.deals]
