"""What everybody has in common who reads in processes of their own. Light: nothing is loaded that reads."""

import multiprocessing
import os
import traceback
from pathlib import Path

AHEAD = 4
"""Inputs read ahead for each worker: enough to keep it busy, few enough to bound the memory."""


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def worker_context() -> multiprocessing.context.BaseContext:
    """Workers are forked from a clean server process that has all tables: no threads are copied, no time is lost."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["newscrawl.extract.warm"])
    return context


def explained(error: BaseException) -> str:
    """What an exception says, and where in the code it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {error}{place}"
