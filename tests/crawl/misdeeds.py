"""What processes are asked to do in tests. They import this file, so it imports hardly anything."""

import os
import time
from multiprocessing.connection import Connection
from pathlib import Path


def work(how: str) -> str:
    if how == "hang":
        time.sleep(60)
    if how == "die":
        os._exit(3)
    if how == "eat":
        return str(len(bytearray(10**9)))
    if how == "fail":
        raise ValueError("a page that no rule expects")
    return how


def die_while_starting(times: int, diary: Path, connection: Connection) -> None:
    """What a worker does, but the first ones die before they are ready."""
    from newscrawl.crawl.workers import serve

    with diary.open("a+") as file:
        file.seek(0)
        started = len(file.read())
        file.write(".")
    if started < times:
        os._exit(3)
    serve(connection)
