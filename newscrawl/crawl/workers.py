"""Pages are read in processes of their own, so that fetching goes on meanwhile and all cores work.

A page that takes too long, or kills its process, costs only itself: the next page gets a new one. No further page is
fetched while enough of them wait to be read, so that neither memory grows nor a kill costs many pages. A process ends
with its crawl, however that ends, since its pipe breaks.

Each process has a pipe and a thread of its own. In a pool with one pipe for all (pebble), a process that dies between
two pages ends the pool, and one that waits can keep another from being stopped.
"""

import asyncio
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler

from newscrawl.extract.many import AHEAD, worker_context
from newscrawl.extract.one import explained


class ReadingError(Exception):
    """A page could not be read; ``reason`` is one word or two to count by."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(reason, message)  # both, or it could not come back from another process
        self.reason = reason
        self.message = message

    def __str__(self) -> str:
        return self.message


class Worker:
    """One process that calls functions."""

    def __init__(self) -> None:
        context = worker_context()
        self.connection, other_end = context.Pipe()
        self.process = context.Process(target=serve, args=(other_end,), daemon=True)  # type: ignore[attr-defined]
        self.process.start()
        other_end.close()

    def call(self, function: Callable[..., Any], arguments: tuple[Any, ...], seconds: float) -> Any:
        """What the function returns; ReadingError if it raises, takes too long or ends the process."""
        try:
            self.connection.send((function, arguments))
            if not self.connection.poll(seconds):
                self.stop()
                raise ReadingError("slow page", f"reading it took longer than {seconds:g} seconds")
            result = self.connection.recv()
        except (EOFError, OSError):
            self.stop()
            raise ReadingError("worker died", f"its process died (exit status {self.process.exitcode})") from None
        if isinstance(result, ReadingError):
            raise result
        return result

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


def serve(connection: Connection) -> None:
    """What a worker's process does: call what comes until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the crawl, which ends its workers itself
    while True:
        try:
            function, arguments = connection.recv()
        except (EOFError, OSError):
            return
        try:
            result = function(*arguments)
        except Exception as error:  # one page's error is this page's only
            result = ReadingError(type(error).__name__, explained(error))
        connection.send(result)


class Workers:
    """So many processes at most. They start with the first pages: a run without news does not pay for them."""

    def __init__(self, count: int, seconds: float) -> None:
        self.count = count
        self.seconds = seconds
        self.threads = ThreadPoolExecutor(count)
        self.own = threading.local()
        self.started: set[Worker] = set()
        self.waiting = 0
        self.free = asyncio.Event()
        self.free.set()

    async def call(self, function: Callable[..., Any], *arguments: Any) -> Any:
        """What the function returns; both function and arguments must be known to the other process.

        Raises:
            ReadingError: it raised something, took longer than ``seconds``, or its process died.
        """
        self._count(+1)
        try:
            return await asyncio.get_running_loop().run_in_executor(self.threads, self._call, function, arguments)
        finally:
            self._count(-1)

    def _count(self, change: int) -> None:
        self.waiting += change
        if self.waiting < self.count * AHEAD:
            self.free.set()
        else:
            self.free.clear()

    def _call(self, function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        """In one of the threads, each of which has its own process."""
        worker: Worker | None = getattr(self.own, "worker", None)
        if worker is None or not worker.process.is_alive():
            self.started.discard(worker)
            worker = self.own.worker = Worker()
            self.started.add(worker)
        return worker.call(function, arguments, self.seconds)

    def close(self) -> None:
        """Stop the processes; what they are doing is lost."""
        self.threads.shutdown(wait=False, cancel_futures=True)
        for worker in list(self.started):
            worker.stop()


class BackPressureMiddleware:
    """Holds requests back while the workers have enough to do."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "BackPressureMiddleware":
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        workers = getattr(self.crawler.spider, "workers", None)
        if isinstance(workers, Workers):
            await workers.free.wait()
