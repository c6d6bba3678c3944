"""A database served for real, and a real Chromium that opens it: for tests that click and for `make pictures`."""

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-component-update",
    "--disable-background-networking", "--disable-sync", "--hide-scrollbars", "--force-prefers-reduced-motion",
)  # fmt: skip

PHONE = (390, 844)
DESK = (1280, 900)

SERVE = "import sys; from newscrawl.database.browse import *; serve(make_datasette(sys.argv[1]), int(sys.argv[2]))"
PATIENCE = 120.0
"""Seconds that the server may take to start on a busy machine."""


@contextmanager
def served(database: Path) -> Iterator[str]:
    """Serve a database as `scrapy browse` does, and give its address."""
    port = free_port()
    server = subprocess.Popen([sys.executable, "-c", SERVE, str(database), str(port)])
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


@contextmanager
def chromium() -> Iterator[Chrome]:
    """A browser with a profile of its own, which keeps what pages write to the console.

    Raises:
        FileNotFoundError: Chromium or its driver is not installed.
    """
    if CHROMIUM is None or DRIVER is None:
        raise FileNotFoundError("Chromium and its driver are needed (Debian: chromium and chromium-driver)")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = ChromeOptions()
        options.binary_location = CHROMIUM
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        browser = Chrome(options=options, service=Service(DRIVER))
        try:
            yield browser
        finally:
            browser.quit()


def resize(browser: Chrome, size: tuple[int, int]) -> None:
    """Give the page exactly this many pixels, whatever the window's frame takes."""
    width, height = size
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for(port: int) -> None:
    """Wait until somebody listens at a port.

    Raises:
        TimeoutError: nobody does.
    """
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nothing answers at port {port}")
