"""What may be shown on a terminal, and whether there is one."""

import sys
import unicodedata


def printable(text: str) -> str:
    """Text that a terminal only shows: control and format characters, escape sequences among them, become U+FFFD."""
    return "".join(
        c if c == "\n" or unicodedata.category(c) not in HIDDEN else "\N{REPLACEMENT CHARACTER}" for c in text
    )


HIDDEN = ("Cc", "Cf", "Cs")


def watched() -> bool:
    """Whether a person sees standard error; under cron nobody does."""
    return sys.stderr.isatty()
