"""What a program costs, its processes included."""

import sys
from pathlib import Path

import pytest

from bench.measure import measure

BUSY = "import time; held = b'x' * 50_000_000\nwhile time.process_time() < 0.4: pass"
PARENT = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {BUSY!r}]); sys.exit(3)"


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_processes_of_a_process_count(tmp_path: Path) -> None:
    cost = measure([sys.executable, "-c", PARENT], tmp_path)
    assert cost.status == 3
    assert 0.4 <= cost.cpu < 2
    assert cost.seconds >= 0.4
    assert cost.memory > 50_000_000
