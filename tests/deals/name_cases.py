"""What the tests of names share. A case: a text, the names wanted (``name`` or ``name/kind``), those not wanted."""

from newscrawl.deals.mentions.names import Names, find_names
from newscrawl.deals.sentences import split_sentences

Case = tuple[str, str, str]


def names_of(text: str, language: str, title: str | None = None) -> Names:
    """The names of a text."""
    return find_names(text, split_sentences(text, language), language, title)


def check(case: Case, language: str) -> None:
    """Assert that a case comes out: names parted by "; "."""
    text, wanted, unwanted = case
    found = names_of(text, language)
    kinds = {m.name: found.entities[m.entity].kind for m in found.mentions}
    for item in filter(None, wanted.split("; ")):
        name, _, kind = item.rpartition("/") if "/" in item[-13:] else (item, "", "")
        assert name in kinds, (name, kinds)
        assert not kind or kinds[name] == kind, (name, kind, kinds)
    assert not set(filter(None, unwanted.split("; "))) & set(kinds)
