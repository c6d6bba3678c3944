"""What a program costs with everything that it starts: time, CPU, memory."""

import ctypes
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PAGE_SIZE = os.sysconf("SC_PAGE_SIZE")
TICKS = os.sysconf("SC_CLK_TCK")
PR_SET_CHILD_SUBREAPER = 36
SECONDS = 0.1
"""Between two looks at the memory."""


@dataclass(frozen=True)
class Cost:
    """Wall time and CPU in seconds, the most memory of all processes together in bytes, the exit status."""

    seconds: float
    cpu: float
    memory: int
    status: int


def measure(command: list[str], folder: Path) -> Cost:
    """Run a program to its end; its processes' processes count too. Linux only."""
    if sys.platform != "linux":
        raise OSError("the benchmark reads /proc, which only Linux has")
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)  # what outlives its parent becomes our child, so it is counted
    begun, cpu = time.monotonic(), cpu_of_children()
    most = [0]
    with subprocess.Popen(command, cwd=folder, start_new_session=True) as process:
        watcher = threading.Thread(target=watch, args=(process, most))
        watcher.start()
        status = process.wait()
        seconds = time.monotonic() - begun
        watcher.join()
    with suppress(ChildProcessError):
        while True:
            os.wait()
    return Cost(seconds, cpu_of_children() - cpu, most[0], status)


def cpu_of_children() -> float:
    used = os.times()
    return used.children_user + used.children_system


def watch(process: subprocess.Popen[bytes], most: list[int]) -> None:
    """Keep the most memory that the session of a process has used; what processes share counts once."""
    while process.poll() is None:
        most[0] = max(most[0], sum(memory_of(session=process.pid)))
        time.sleep(SECONDS)


def memory_of(session: int) -> Iterator[int]:
    """Bytes of each process of a session, shared ones by their part."""
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, IndexError):  # it has ended meanwhile
            if int((folder / "stat").read_text().rpartition(")")[2].split()[3]) == session:
                (line,) = [line for line in (folder / "smaps_rollup").read_text().split("\n") if line[:4] == "Pss:"]
                yield int(line.split()[1]) * 1024
