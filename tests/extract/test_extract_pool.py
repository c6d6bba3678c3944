"""The pool: order kept, workers that die or hang replaced, memory bounded."""

import os
import threading
import time
from collections.abc import Iterator

from newscrawl.article import Article
from newscrawl.extract.inputs import Input, Unreadable
from newscrawl.extract.many import read_many
from newscrawl.extract.one import Reading
from newscrawl.extract.processes import AHEAD


def reader(given: Input) -> Reading:
    """Stands for the real one: does what the text says."""
    if given.text == "die":
        os._exit(3)
    if given.text == "hang":
        time.sleep(60)
    if given.text == "raise":
        raise ValueError("bad page")
    time.sleep(0.05 if given.text == "slow" else 0)
    return Reading(given.id, Article(text=given.text or ""))


def inputs(*texts: str) -> list[Input | Unreadable]:
    return [Input(id=n, where=f"in:{n}", text=text) for n, text in enumerate(texts)]


def test_order_is_kept() -> None:
    texts = ["slow" if n % 3 == 0 else "quick" for n in range(30)]
    readings = list(read_many(inputs(*texts), 2, read=reader))
    assert [(r.id, r.article.text) for r in readings if isinstance(r, Reading)] == list(enumerate(texts))


def test_what_dies_hangs_or_raises_costs_its_own_page_only() -> None:
    readings = list(read_many(inputs("a", "die", "b", "hang", "c", "raise", "d"), 2, 1.5, read=reader))
    failures = [reading.failure for reading in readings if isinstance(reading, Reading)]
    assert [bool(failure) for failure in failures] == [False, True, False, True, False, True, False]
    assert "in:1: its worker died" in str(failures[1])
    assert "in:3: took longer than 1.5 seconds" in str(failures[3])
    assert "in:5: ValueError: bad page" in str(failures[5])


def test_unreadable_ones_keep_their_place() -> None:
    given = [*inputs("a"), Unreadable("in:2", "why"), Unreadable("in:3", "why", id="x"), *inputs("b")]
    readings = list(read_many(given, 1, read=reader))
    assert [type(reading) for reading in readings] == [Reading, Unreadable, Reading, Reading]
    assert isinstance(readings[2], Reading)
    assert readings[2].failure == "in:3: why"


def test_results_come_before_the_input_ends() -> None:
    more = threading.Event()

    def slowly() -> Iterator[Input | Unreadable]:
        yield from inputs("a")
        assert more.wait(20)
        yield from inputs("b")

    readings = read_many(slowly(), 1, read=reader)
    assert isinstance(next(readings), Reading)
    more.set()
    assert len(list(readings)) == 1


def test_inputs_are_not_read_far_ahead() -> None:
    taken = 0

    def counted() -> Iterator[Input | Unreadable]:
        nonlocal taken
        for given in inputs(*["a"] * 200):
            taken += 1
            yield given

    readings = read_many(counted(), 1, read=reader)
    next(readings)
    time.sleep(0.3)
    assert taken <= AHEAD + 3
    readings.close()  # type: ignore[attr-defined]
