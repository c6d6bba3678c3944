"""Many inputs → their readings, in order, on all cores.

A thread reads ahead and hands inputs to worker processes; the caller gets each reading as soon as it is done and all
before it are. A worker that dies or hangs costs its own page only: the pool replaces it.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future
from functools import partial
from queue import Queue
from threading import Thread

from pebble import ProcessExpired, ProcessPool

from newscrawl.extract.inputs import Input, Unreadable
from newscrawl.extract.one import Reading, failed, read_one
from newscrawl.extract.processes import AHEAD, worker_context

PAGE_SECONDS = 60.0
"""Time for one page; the slowest real pages need about three seconds."""

Pending = tuple[Input | Unreadable, "Future[Reading] | None"]


def read_many(
    inputs: Iterable[Input | Unreadable],
    workers: int,
    seconds: float = PAGE_SECONDS,
    read: Callable[[Input], Reading] = read_one,
) -> Iterator[Reading | Unreadable]:
    """Call ``read`` on all inputs in ``workers`` processes, ``seconds`` for each; the readings come in their order.

    An input that cannot be read and has no id comes back as it is; one that has, and one whose worker failed, comes
    as a reading of kind ``error``.
    """
    pending: Queue[Pending | BaseException | None] = Queue(maxsize=workers * AHEAD)
    pool = ProcessPool(max_workers=workers, context=worker_context())
    schedule = partial(pool.schedule, read, timeout=seconds)
    reader = Thread(target=_schedule, args=(inputs, schedule, pending), daemon=True)
    reader.start()
    try:
        while (entry := pending.get()) is not None:
            if isinstance(entry, BaseException):
                raise entry
            yield _result(*entry, seconds)
    finally:
        pool.stop()
        pool.join()


def _schedule(
    inputs: Iterable[Input | Unreadable],
    schedule: Callable[..., "Future[Reading]"],
    pending: "Queue[Pending | BaseException | None]",
) -> None:
    """Hand every input to the pool and queue it with its future; an error in reading ends the run for the caller."""
    try:
        for given in inputs:
            waiting = None if isinstance(given, Unreadable) else schedule(args=(given,))
            pending.put((given, waiting))
        pending.put(None)
    except BaseException as error:  # handed to the caller's thread, which raises it
        pending.put(error)


def _result(given: Input | Unreadable, waiting: "Future[Reading] | None", seconds: float) -> Reading | Unreadable:
    """Wait for one input's reading."""
    if isinstance(given, Unreadable):
        return given if given.id is None else failed(Input(id=given.id, where=given.where), given.reason)
    assert waiting is not None
    try:
        return waiting.result()
    except TimeoutError:
        return failed(given, f"took longer than {seconds:g} seconds")
    except (ProcessExpired, CancelledError) as error:
        return failed(given, f"its worker died: {error}")
    except Exception as error:  # one page's error is this page's only
        return failed(given, f"{type(error).__name__}: {error}")
