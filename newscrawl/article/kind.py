"""What kind of page this is: article, live blog, stub before a paywall, index, consent wall or error page."""

import re
from collections.abc import Sequence

from newscrawl.article.lines import is_prose
from newscrawl.article.metadata import Metadata
from newscrawl.article.model import Line

ERROR_TITLE = re.compile(
    r"(?:error\s*)?(?:403|404|410|500|502|503)\b.{0,40}|.{0,30}\b(?:page|site|seite|article|artikel)\b.{0,12}\b(?:not found|nicht gefunden|not available)\b.{0,30}"
    r"|access denied.{0,30}|just a moment.{0,5}|forbidden|service unavailable.{0,20}|are you a robot.{0,5}|not found",
    re.IGNORECASE,
)
LIVE_ADDRESS = re.compile(
    r"/live(?:-?blogs?|-?ticker|-?updates)?/|live-?(?:blog|ticker)|/live-|-live-updates", re.IGNORECASE
)


def page_kind(metadata: Metadata, lines: Sequence[Line], url: str | None) -> tuple[str, str | None]:
    """The kind of a page and, if it is no article, why."""
    prose = sum(len(line.text) for line in lines if is_prose(line))
    if "LiveBlogPosting" in metadata.story_type:
        return "live", "says it is a live blog"
    if any(ERROR_TITLE.fullmatch(title) for title in metadata.titles) and prose < 600:
        return "error", "says it is an error page"
    if url and LIVE_ADDRESS.search(url):
        return "live", "address of a live blog"
    if not lines:
        return "error", "no text"
    if not metadata.free and prose < 1500:
        return "stub", "not free, and short"
    return "article", None
