"""`scrapy extract`, as a user calls it."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from newscrawl.demo.site import Answer, serving
from newscrawl.settings import PROJECT

KEYS = ["id", "url", "title", "published", "language", "kind", "text", "deals"]
TEXT = "The council met on Monday and agreed on nothing at all.\nLeave a comment"


def line(**article: str) -> str:
    return json.dumps(article)


def extract(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NEWSCRAWL_")}
    command = [sys.executable, "-m", "scrapy", "extract", *arguments]
    return subprocess.run(
        command, input=stdin, cwd=PROJECT, env=environment, capture_output=True, text=True, timeout=120
    )


def printed(finished: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in finished.stdout.splitlines()]


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    folder = tmp_path_factory.mktemp("extract")
    lines = [line(id="a", text=TEXT), "broken", line(id="b", text="", language="de", title="T")]
    (folder / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "c.html").write_text("<html><body><p>Nothing here.</p></body></html>", encoding="utf-8")
    return extract(str(folder / "in.jsonl"), str(folder / "c.html"), "-", stdin=line(id="d", text=TEXT))


def test_one_line_for_each_input_in_order(finished: subprocess.CompletedProcess[str]) -> None:
    assert [said["id"] for said in printed(finished)] == ["a", "b", "c.html", "d"]
    assert all(list(said) == KEYS for said in printed(finished))


def test_what_cannot_be_read_is_named(finished: subprocess.CompletedProcess[str]) -> None:
    assert finished.returncode == 1
    (message,) = finished.stderr.splitlines()
    assert "in.jsonl:2: " in message


def test_given_is_believed_and_the_rest_found(finished: subprocess.CompletedProcess[str]) -> None:
    a, b, *_ = printed(finished)
    assert (a["language"], a["kind"], a["deals"]) == ("en", "article", [])
    assert (b["language"], b["title"], b["text"]) == ("de", "T", "")


def test_text_goes_through_the_line_filter(finished: subprocess.CompletedProcess[str]) -> None:
    assert printed(finished)[0]["text"] == TEXT.splitlines()[0]


def test_without_files_exit_2() -> None:
    assert extract().returncode == 2


def test_explain_is_for_people_and_shows_no_control_characters() -> None:
    done = extract("-", "--explain", stdin=line(id="a", title="\x1b[31mred", text=TEXT))
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert "left out, comment form: Leave a comment" in done.stdout
    assert "Sentences with a trigger" in done.stdout


def test_address_is_fetched_by_the_rules_of_a_crawl() -> None:
    page = Answer(
        b"<html><head><title>T</title></head><body><article><p>" + b"Word after word. " * 40 + b"</p></article>"
    )
    robots = Answer(b"User-agent: *\nDisallow: /private", "text/plain")
    with serving({"/a": page, "/private": page, "/robots.txt": robots}) as server:
        refused = extract(f"{server.url}/a")
        urls = [f"{server.url}/{path}" for path in ("a", "private", "gone")]
        fetched = extract(*urls, "-s", "NEWSCRAWL_ALLOW_PRIVATE_NETWORKS=True", "-s", "DOWNLOAD_DELAY=0")
    assert refused.returncode == 1
    assert "no public address" in refused.stderr
    assert [said["kind"] == "error" for said in printed(fetched)] == [False, True, True]
    assert "robots.txt" in fetched.stderr
    assert "404" in fetched.stderr
