"""Full-text search over articles, deals and companies follows every change."""

import pytest
from made_up import TEXT, article, takeover
from sqlite_utils import Database

from newscrawl.database import replace_reports


def found(db: Database, table: str, words: str) -> int:
    return len(list(db.table(table).search(words, quote=True)))


@pytest.mark.parametrize(
    ("table", "words", "hits"),
    [
        ("articles", "cooperate", 1),
        ("articles", "most of Tal", 1),
        ("deal_list", "norvik", 1),
        ("deal_list", "EUR", 1),
        ("deal_list", "percent", 1),
        ("companies", "tal", 1),
        ("deal_list", "cooperate", 0),
        ("deal_list", 'un"balanced (query', 0),
    ],
)
def test_search_finds(db: Database, save, table: str, words: str, hits: int) -> None:
    save([takeover()])
    assert found(db, table, words) == hits


def test_search_follows_changes(db: Database, save) -> None:
    save([takeover()])
    save([takeover(f"{TEXT} Zebra.")], article(f"{TEXT} Zebra."))
    assert found(db, "articles", "zebra") == 1
    replace_reports(db, 2, [])
    replace_reports(db, 1, [])
    assert found(db, "deal_list", "norvik") == 0


def test_accents_do_not_matter(db: Database, save) -> None:
    save([], article("Müller kauft Citroën."))
    assert found(db, "articles", "muller citroen") == 1
