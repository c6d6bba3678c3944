"""How often a feed is asked: in every run while it brings something new, less and less often while it does not."""

from datetime import datetime, timedelta

SHARE = 8
"""A feed that was silent for a time is left alone for an eighth of it: a new entry waits little longer than before."""

SHORTEST = timedelta(minutes=15)
"""A shorter pause is none: the feed is asked in every run."""

LONGEST = timedelta(days=1)


def pause(silent: timedelta) -> timedelta:
    """How long a feed need not be asked that brought nothing new for so long."""
    wanted = min(silent / SHARE, LONGEST)
    return wanted if wanted >= SHORTEST else timedelta()


def told(wait: timedelta) -> str:
    """An interval for people."""
    if not wait:
        return "each run"
    minutes = round(wait.total_seconds() / 60)
    return f"every {minutes} min" if minutes < 120 else f"every {round(minutes / 60)} h"


def between(asked: str | None, due: str | None) -> timedelta:
    """The pause between two times as they are stored, ISO 8601; none if one is missing."""
    return datetime.fromisoformat(due) - datetime.fromisoformat(asked) if asked and due else timedelta()
