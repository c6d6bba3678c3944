"""What processes are asked to do in tests. They import this file, so it imports hardly anything."""

import os
import time


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
