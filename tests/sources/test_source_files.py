"""Reading source files: what is wrong is named with file and key; the user's own overrule the shipped."""

from pathlib import Path

import pytest

from newscrawl.sources import bare_host, read_source, read_sources
from newscrawl.tables import TableError

GOOD = """
title = "Example"
language = "en"
home = "https://example.org/"
documented = "https://example.org/about"
feeds = ["https://example.org/feed"]
minimum = 1
[articles]
pattern = '/a/\\d++'
examples = ["https://example.org/a/1"]
counterexamples = ["https://example.org/"]
"""
BAD = {
    "unknown key": (GOOD.replace("minimum", "minimun"), "minimun"),
    "missing key": (GOOD.replace('language = "en"', ""), "language"),
    "wrong type": (GOOD.replace("minimum = 1", 'minimum = "many"'), "minimum"),
    "no address": (GOOD.replace("https://example.org/feed", "example.org/feed"), "feeds"),
    "no feed": (GOOD.replace('feeds = ["https://example.org/feed"]', ""), "feeds"),
    "no language code": (GOOD.replace('"en"', '"english"'), "language"),
    "broken pattern": (GOOD.replace(r"/a/\d++", "/a/("), "articles.pattern"),
    "no TOML": ("title = Example", "TOML"),
}


@pytest.mark.parametrize(("text", "named"), BAD.values(), ids=BAD.keys())
def test_bad_file_is_named(tmp_path: Path, text: str, named: str) -> None:
    path = tmp_path / "example.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TableError) as error:
        read_source(path)
    assert str(path) in str(error.value)
    assert named in str(error.value)


def test_bad_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "Bad Name.toml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(TableError, match="Bad Name"):
        read_sources(tmp_path)


def test_own_file_overrules_and_adds(tmp_path: Path) -> None:
    (tmp_path / "heise.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "mine.toml").write_text(GOOD, encoding="utf-8")
    sources = read_sources(tmp_path)
    assert sources["heise"].table.title == "Example"
    assert set(sources) == set(read_sources()) | {"mine"}


def test_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="nowhere"):
        read_sources(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("url", "is_article"),
    [
        ("https://example.org/a/12", True),
        ("http://www.EXAMPLE.org/a/12?utm=x#top", True),
        ("https://example.org/a/12/print", False),
        ("https://other.org/a/12", False),
        ("https://example.org:8080/a/12", False),
    ],
)
def test_pattern_takes_the_path_on_the_own_host(tmp_path: Path, url: str, is_article: bool) -> None:
    (tmp_path / "example.toml").write_text(GOOD, encoding="utf-8")
    assert read_source(tmp_path / "example.toml").is_article(url) is is_article


def test_bare_host() -> None:
    assert bare_host("https://www.Example.org:80/x") == bare_host("example.org:80") == "example.org:80"
