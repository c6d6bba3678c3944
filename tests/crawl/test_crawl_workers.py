"""The processes that read pages: they start late, and one that hangs or dies takes only its page along."""

import asyncio
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from misdeeds import die_while_starting, work

from newscrawl.crawl import workers
from newscrawl.crawl.workers import ATTEMPTS, NotStartedError, ReadingError, Workers
from newscrawl.extract.processes import AHEAD
from newscrawl.settings import PROJECT


async def call_all(workers: Workers, *all_how: str) -> list[str | Exception]:
    results = await asyncio.gather(*(workers.call(work, how) for how in all_how), return_exceptions=True)
    workers.close()
    return results  # type: ignore[return-value]


def test_each_page_gets_its_own_result_or_error() -> None:
    begun = time.monotonic()
    good, hung, dead, failed, last = asyncio.run(
        call_all(Workers(2, seconds=5.0), "good", "hang", "die", "fail", "last")
    )
    assert (good, last) == ("good", "last")
    reasons = [error.reason for error in (hung, dead, failed) if isinstance(error, ReadingError)]
    assert reasons == ["slow page", "worker died", "ValueError"]
    assert "a page that no rule expects" in str(failed)
    assert time.monotonic() - begun < 50


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")
def test_page_that_takes_too_much_memory_costs_itself() -> None:
    greedy, good = asyncio.run(call_all(Workers(1, seconds=60.0), "eat", "good"))
    assert isinstance(greedy, ReadingError)
    assert (greedy.reason, good) == ("too large", "good")


def test_nothing_starts_before_the_first_page() -> None:
    workers = Workers(2, seconds=1.0)
    assert workers.started == set()
    workers.close()


@pytest.mark.parametrize("count", [1, 3])
def test_any_number_of_processes(count: int) -> None:
    assert asyncio.run(call_all(Workers(count, seconds=60.0), *"abcdef")) == list("abcdef")


def test_requests_wait_while_enough_pages_do() -> None:
    async def waiting() -> list[bool]:
        workers, seen = Workers(1, seconds=60.0), []
        calls = [asyncio.create_task(workers.call(work, "good")) for _ in range(AHEAD + 1)]
        seen.append(workers.free.is_set())
        await asyncio.sleep(0)
        seen.append(workers.free.is_set())
        await asyncio.gather(*calls)
        seen.append(workers.free.is_set())
        workers.close()
        return seen

    assert asyncio.run(waiting()) == [True, False, True]


def test_process_that_dies_between_two_pages_costs_nothing() -> None:
    async def killed() -> list[str]:
        workers = Workers(1, seconds=60.0)
        results = [await workers.call(work, "first")]
        (worker,) = workers.started
        worker.process.kill()
        worker.process.join()
        results.append(await workers.call(work, "second"))
        assert worker not in workers.started
        workers.close()
        return results

    assert asyncio.run(killed()) == ["first", "second"]


@pytest.mark.parametrize(("times", "result"), [(ATTEMPTS - 1, "good"), (ATTEMPTS, "EOFError")])
def test_process_that_dies_while_it_starts(
    times: int, result: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "serve", partial(die_while_starting, times, tmp_path / "started"))
    (got,) = asyncio.run(call_all(Workers(1, seconds=60.0), "good"))
    assert result in str(got)
    assert isinstance(got, NotStartedError) == (times == ATTEMPTS)


def test_the_crawl_itself_loads_nothing_that_reads() -> None:
    heavy = "'trafilatura', 'newscrawl.article.extract', 'newscrawl.deals.find'"
    code = f"import sys, newscrawl.spiders.news, newscrawl.pipelines; print([m for m in ({heavy}) if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True).stdout == "[]\n"
