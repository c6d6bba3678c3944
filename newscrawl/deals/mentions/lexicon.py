"""The lexicon: lists of words out of one small file (docs/decisions/lexicon.md), each read when first asked for."""

import zipfile
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "lexicon.zip"


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of a list, in lower case; a list that the file lacks is empty (a language without one still works).

    Lists: ``en-words`` and ``de-words`` (what the language writes in lower case), ``en-common`` (the most frequent
    of them), ``de-nouns`` and ``de-common`` (their frequent ones), ``given-names``, ``places``.
    """
    with zipfile.ZipFile(_FILE) as lexicon:
        if f"{name}.txt" not in lexicon.namelist():
            return frozenset()
        return frozenset(lexicon.read(f"{name}.txt").decode().split("\n"))
