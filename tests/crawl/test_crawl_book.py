"""When a person should look at a run."""

import pytest

from newscrawl.crawl.book import Feed, Run, Tally, causes, warnings

LIMIT, SHARE = 3, 0.1


def tally(**figures: object) -> Tally:
    return Tally("heise", **figures)  # type: ignore[arg-type]


READ = {"feeds": {"u": Feed(200, 2)}, "listed": {"a", "b"}}
GOOD = tally(**READ, asked=2, fetched=2, texts=2)
NOTHING = {
    "feed unread": (tally(feeds={"u": Feed(404, problem="p")}, problems=["u: p"]), "u: p"),
    "nothing listed": (tally(feeds={"u": Feed(200, 0)}), "list no article"),
    "nothing fetched": (tally(**READ, asked=2), "none of its 2 pages could be fetched"),
    "no text": (tally(**READ, asked=2, fetched=2), "none of its 2 pages yielded text"),
}


def run_of(one: Tally) -> Run:
    return Run({one.name: one})


def test_all_well() -> None:
    assert causes(run_of(GOOD), {"heise"}, LIMIT, SHARE) == []
    assert warnings(run_of(GOOD), {"heise"}) == []


def test_nothing_new_is_well() -> None:
    assert causes(run_of(tally(**READ)), {"heise"}, LIMIT, SHARE) == []


@pytest.mark.parametrize(("one", "text"), NOTHING.values(), ids=NOTHING.keys())
def test_proven_source_that_gave_nothing_fails(one: Tally, text: str) -> None:
    (cause,) = causes(run_of(one), {"heise"}, LIMIT, SHARE)
    assert text in cause


@pytest.mark.parametrize(("one", "text"), NOTHING.values(), ids=NOTHING.keys())
def test_new_source_that_gave_nothing_warns(one: Tally, text: str) -> None:
    assert causes(run_of(one), set(), LIMIT, SHARE) == []
    assert text in "\n".join(warnings(run_of(one), set()))


def test_new_sources_that_all_gave_nothing_fail() -> None:
    run = Run({name: Tally(name, problems=["u: p"], feeds={"u": Feed(problem="p")}) for name in ("heise", "golem")})
    assert causes(run, set(), LIMIT, SHARE) == ["none of 2 sources gave anything"]


def test_address_given_by_hand_fails_at_once() -> None:
    one = tally(by_hand=True, problems=["u: p"], feeds={"u": Feed(problem="p")})
    assert causes(run_of(one), set(), LIMIT, SHARE) == ["u: p"]


def test_one_broken_feed_of_two_warns() -> None:
    one = tally(feeds={"u": Feed(404, problem="p"), "v": Feed(200, 2)}, problems=["u: p"], listed={"a", "b"})
    assert causes(run_of(one), {"heise"}, LIMIT, SHARE) == []
    assert warnings(run_of(one), {"heise"}) == ["u: p"]


def test_fewer_articles_than_expected_warn() -> None:
    (warning,) = warnings(run_of(tally(**READ, minimum=10)), {"heise"})
    assert "2 articles, expected are at least 10" in warning


@pytest.mark.parametrize(
    ("failed", "asked", "alarm"),
    [(1, 1, False), (3, 3, False), (4, 10, True), (4, 100, False), (10, 100, False), (11, 100, True)],
)
def test_errors_above_the_limit(failed: int, asked: int, alarm: bool) -> None:
    run = Run({"heise": tally(**READ, asked=asked, fetched=1, texts=1)}, errors=["u: e"] * failed)
    assert bool(causes(run, {"heise"}, LIMIT, SHARE)) is alarm


def test_broken_database_comes_first() -> None:
    run = Run({"heise": NOTHING["no text"][0]}, broken="news.db: cannot be written: disk full")
    assert causes(run, {"heise"}, LIMIT, SHARE)[0] == run.broken
