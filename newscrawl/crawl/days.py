"""Days, of which some are less exact than others."""


def is_before(published: str | None, since: str | None) -> bool:
    """Whether a date lies surely before another; one that is less precise or missing does not."""
    if not published or not since:
        return False
    day = published[:10]
    return day < since[: len(day)]
