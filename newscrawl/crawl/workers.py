"""Pages are read in processes of their own, so that fetching goes on meanwhile and all cores work.

A page that takes too long, or kills its process, costs only itself: the next page gets a new one. No further page is
fetched while enough of them wait to be read, so that neither memory grows nor a kill costs many pages. A process ends
with its crawl, however that ends, since its pipe breaks.

Each process has a pipe and a thread of its own. In a pool with one pipe for all (pebble), a process that dies between
two pages ends the pool, and one that waits can keep another from being stopped. Scrapy is not imported here, since each
process would pay for it.
"""

import asyncio
import resource
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from newscrawl.extract.processes import AHEAD, explained, worker_context

PAGE_MEMORY = 320 * 2**20
"""Bytes that reading may take beside what every process has; the largest pages allowed need some 270 MB."""


TOO_LARGE = "too large"


ATTEMPTS = 3
"""Times that a process is started before nothing can be read: it may be killed while it starts, and the next is not."""


class ReadingError(Exception):
    """A page could not be read; ``reason`` is one word or two to count by."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(reason, message)  # both, or it could not come back from another process
        self.reason = reason
        self.message = message

    def __str__(self) -> str:
        return self.message


class NotStartedError(ReadingError):
    """No page can be read, since no process for it can be started."""

    def __init__(self, message: str) -> None:
        super().__init__("not started", message)


class Worker:
    """One process that calls functions. Raises NotStartedError, OSError or EOFError if it cannot be had."""

    def __init__(self) -> None:
        context = worker_context()
        self.connection, other_end = context.Pipe()
        self.process = context.Process(target=serve, args=(other_end,), daemon=True)  # type: ignore[attr-defined]
        self.process.start()
        other_end.close()
        if failure := self.connection.recv():  # it says when it is ready, so that starting takes no page's time
            self.stop()
            raise NotStartedError(failure)

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
            if result.reason == TOO_LARGE:
                self.stop()  # what it has kept of earlier pages may have had a part in it
            raise result
        return result

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


def serve(connection: Connection) -> None:
    """What a worker's process does: say that it is ready, or why not; call what comes until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the crawl, which ends its workers itself
    from newscrawl.extract.warm import FAILURE  # loaded already, where processes are forked

    limit_memory()
    connection.send(FAILURE)
    while True:
        try:
            function, arguments = connection.recv()
        except (EOFError, OSError):
            return
        connection.send(outcome(function, arguments))


def outcome(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    """What a function returns, or its error."""
    try:
        return function(*arguments)
    except MemoryError:
        return ReadingError(TOO_LARGE, f"reading it takes more than {PAGE_MEMORY // 2**20} MB of memory")
    except Exception as error:  # one page's error is this page's only
        return ReadingError(type(error).__name__, explained(error))


def limit_memory() -> None:
    """Let this process have some memory for its pages and no more; only Linux counts what is needed for that."""
    if sys.platform == "linux":
        status = Path("/proc/self/status").read_text(encoding="ascii")
        kilobytes = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmData:"))
        resource.setrlimit(resource.RLIMIT_DATA, (kilobytes * 1024 + PAGE_MEMORY,) * 2)


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
            worker = self.own.worker = self._start()
            self.started.add(worker)
        return worker.call(function, arguments, self.seconds)

    def _start(self, attempts: int = ATTEMPTS) -> Worker:
        try:
            return Worker()
        except (OSError, EOFError) as error:
            if attempts == 1:
                raise NotStartedError(explained(error)) from error
        return self._start(attempts - 1)

    def close(self) -> None:
        """Stop the processes; what they are doing is lost."""
        self.threads.shutdown(wait=False, cancel_futures=True)
        for worker in list(self.started):
            worker.stop()
