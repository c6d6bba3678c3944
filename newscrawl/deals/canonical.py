"""A company's name as printed → the form by which two prints of it are compared.

Only what never tells two companies apart is taken away: case, accents, apostrophes, punctuation at the ends, a leading
"the" and legal forms. What else a name has stays, so a parent and its subsidiary are never the same: "Nokia" is not
"Nokia Siemens", "Sina" not "Sina Weibo".
"""

import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from newscrawl.deals.mentions.knowledge import LegalForms
from newscrawl.tables import read_table

FORMS = Path(__file__).parent / "legal_forms.toml"
EDGES = " \t\n.,;:&+-–—/'\"’‘“”„»«()[]"
APOSTROPHES = str.maketrans("", "", "'’‘`´")


@lru_cache(maxsize=4096)
def canonical_name(name: str) -> str:
    """The form of a name for comparing: ``Norvik Systems, Inc.`` and ``NORVIK SYSTEMS`` give ``norvik systems``.

    Never empty for a name that has a letter or digit: what consists of a legal form only is kept as it is.
    """
    words = unicodedata.normalize("NFKC", name).split()
    bare = _without_legal_forms(" ".join(words))
    folded = _without_accents(bare.casefold().translate(APOSTROPHES))
    return _trimmed(folded.removeprefix("the ")) or _trimmed(folded) or folded or " ".join(words).casefold()


def _without_legal_forms(name: str) -> str:
    """Take legal forms off the end, one after the other ("Norvik GmbH & Co. KG"), while a name is left."""
    while True:
        words = _trimmed(name).split()
        for count in (4, 3, 2, 1):
            form, rest = _key("".join(words[-count:])), _trimmed(" ".join(words[:-count]))
            if rest and form in _legal_forms():
                name = rest
                break
        else:
            return name


def _trimmed(name: str) -> str:
    return name.strip(EDGES)


def _without_accents(name: str) -> str:
    """Sites drop accents: Citroën and Citroen, Zürich and Zurich are one."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def _key(form: str) -> str:
    """A form without blanks, commas, "&" and, if it has capitals, dots: "Inc" is "Inc.", but "as" is not "a.s."."""
    key = "".join(c for c in form if c not in " ,&")
    return key.replace(".", "") if any(c.isupper() for c in key) else key.rstrip(".")


@cache
def _legal_forms() -> frozenset[str]:
    """As printed and in capitals; not in small letters, since "as" and "co" are words too."""
    keys = {_key(form) for form in read_table(FORMS, LegalForms).forms}
    return frozenset(keys | {key.upper() for key in keys})
