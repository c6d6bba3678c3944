"""What was found out about a word, kept until too many words are kept."""

from collections.abc import Callable
from typing import TypeVar

V = TypeVar("V")
MOST_SEEN = 1 << 15
"""Different words that are remembered."""


class Remembered(dict[str, V]):
    """What is known of the words met so far; another one is looked up when it is asked for."""

    def __init__(self, look_up: Callable[[str], V]) -> None:
        super().__init__()
        self.look_up = look_up

    def __missing__(self, word: str) -> V:
        """Look a word up."""
        if len(self) >= MOST_SEEN:
            self.clear()
        found = self[word] = self.look_up(word)
        return found
