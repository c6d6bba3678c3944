"""Reading the same version anew: which deals keep their uid."""

from collections.abc import Callable

import pytest
from made_up import FIRST, SECOND, cooperation, takeover
from sqlite_utils import Database

from newscrawl.database import SaveError, replace_reports
from newscrawl.deals.model import Deal, Party


def uids(db: Database) -> dict[str, str]:
    return {row["type"]: row["uid"] for row in db.query("SELECT type, uid FROM deals")}


CHANGES: dict[str, Callable[[], Deal]] = {
    "nothing": takeover,
    "amount": lambda: takeover(amount=None),
    "status": lambda: takeover(status="talks"),
    "type": lambda: takeover(type="stake", parties=(Party("Norvik Systems", "investor"), Party("Tal AG", "target"))),
    "roles": lambda: takeover(parties=(Party("Tal AG", "acquirer"), Party("Norvik Systems GmbH", "target"))),
    "a party more": lambda: takeover(parties=(*takeover().parties, Party("Ulmo", "seller"))),
    "a party less": lambda: takeover(parties=takeover().parties[:2]),
    "sentence": lambda: takeover(evidence=SECOND),
}


@pytest.mark.parametrize("change", CHANGES)
def test_deal_keeps_its_uid_when_it_is_read_better(db: Database, save, change: str) -> None:
    save([takeover(), cooperation()])
    before = uids(db)
    replace_reports(db, 1, [cooperation(), CHANGES[change]()])
    after = uids(db)
    assert sorted(after.values()) == sorted(before.values())
    assert after["partnership"] == before["partnership"]


def test_reading_the_same_again_changes_nothing(db: Database, save, contents) -> None:
    save([takeover(), cooperation()])
    before = contents()
    replace_reports(db, 1, [takeover(), cooperation()])
    assert contents() == before


def test_deal_read_no_more_is_removed_with_its_companies(db: Database, save) -> None:
    save([takeover(), cooperation()])
    replace_reports(db, 1, [cooperation()])
    assert list(uids(db)) == ["partnership"]
    assert {row["canonical"] for row in db.table("companies").rows} == {"norviksystem", "ulmo"}
    assert db.table("deal_list").count == db.table("reports").count == 1
    assert list(db.table("deal_list").search("Tal", quote=True)) == []


def test_deal_lost_and_found_again_has_the_same_uid(db: Database, save) -> None:
    save([takeover()])
    before = uids(db)
    replace_reports(db, 1, [])
    replace_reports(db, 1, [takeover()])
    assert uids(db) == before


def test_other_deal_of_the_same_buyer_is_another_deal(db: Database, save) -> None:
    save([takeover()])
    before = uids(db)
    other = takeover(parties=(Party("Norvik Systems GmbH", "acquirer"), Party("Ulmo", "target")), evidence=SECOND)
    replace_reports(db, 1, [other])
    assert uids(db) != before


def test_two_deals_alike_are_two(db: Database, save) -> None:
    save([takeover(), takeover()])
    assert len({row["uid"] for row in db.table("deals").rows}) == 2


def test_uid_follows_from_the_article_alone(db: Database, save) -> None:
    from made_up import URL, article

    from newscrawl.database import open_database, save_article

    save([takeover()])
    other = open_database(":memory:")
    save_article(other, article("Another text."), [], url="https://wire.example/1", source=None, fetched_at="2026")
    save_article(other, article(), [cooperation(), takeover()], url=URL, source=None, fetched_at="2027")
    assert uids(other)["acquisition"] == uids(db)["acquisition"]


def test_unknown_version_is_named(db: Database) -> None:
    with pytest.raises(SaveError, match="no article version 7"):
        replace_reports(db, 7, [takeover(FIRST + SECOND)])


def test_names_read_no_more_are_forgotten(db: Database, save) -> None:
    save([cooperation()])
    replace_reports(
        db, 1, [cooperation(parties=(Party("Norvik Systems", "partner", ("NS",)), Party("Ulmo", "partner")))]
    )
    assert sorted(row["name"] for row in db.table("company_aliases").rows) == ["NS", "Norvik Systems", "Ulmo"]
