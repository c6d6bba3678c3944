"""Labels of a round-up: names that several of its paragraphs open with, before a dash or colon, and tell of."""

import re
from functools import lru_cache

_LABEL = re.compile(
    r"^(?:[•*·] ?)?([A-Z0-9](?:[^\n–—:;.!?(]|\.(?! [A-Z])){1,40}?)(?: ?\([^()\n]{1,30}\))?(?: ?[–—]| --?|:) ?[A-Z$£€]",
    re.M,
)
_FEWEST = 3


@lru_cache(maxsize=2)
def label_ends(text: str) -> dict[int, int]:
    """Where the labels of a text begin and end: "TRELLIS HOMES — Shares of the homebuilder soared"; none unless three
    paragraphs have one, which is no town in capitals. Who finds the names of a text asks for them, and who reads it:
    they are found once."""
    found = {m.start(1): m.end(1) for m in _LABEL.finditer(text) if not m[1].isupper() or len(m[1]) <= _INITIALS}
    return found if len({text[start:end] for start, end in found.items()}) >= _FEWEST else {}


_INITIALS = 4
