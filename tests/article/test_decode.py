"""Bytes become the right letters, whatever is declared."""

import pytest

from newscrawl.article import extract_article
from newscrawl.article.decode import decode, parse

from .pages import STORY_DE, page

TEXT = "Norvik übernimmt Tal für 40 Mio. € – „ein großer Schritt“"


def declared(charset: str) -> str:
    return f"<html><head><meta charset='{charset}'></head><body><p>{TEXT}</p></body></html>"


@pytest.mark.parametrize(
    ("said", "used"),
    [
        ("utf-8", "utf-8"),
        ("windows-1252", "cp1252"),
        ("iso-8859-1", "cp1252"),  # what everybody means by it
        ("iso-8859-1", "utf-8"),  # a wrong declaration
        ("utf-8", "utf-8-sig"),
        ("utf-8", "utf-16"),
    ],
)
def test_declared(said: str, used: str) -> None:
    assert TEXT in decode(declared(said).encode(used))


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("shift_jis", "ポンプの会社を買収した。"),
        ("euc-kr", "펌프 회사를 인수했다."),
        ("gb18030", "收购了泵业公司。"),
        ("windows-1251", "Компания купила завод насосов."),
        ("koi8-r", "Компания купила завод насосов."),
        ("iso-8859-2", "Spółka kupiła zakład."),
    ],
)
def test_declared_far_and_wide(charset: str, text: str) -> None:
    markup = f"<html><head><meta http-equiv='Content-Type' content='text/html; charset={charset}'></head><p>{text}</p>"
    assert text in decode(markup.encode(charset))


def test_undeclared_legacy() -> None:
    markup = page(story=STORY_DE, lang="de").encode("cp1252")
    assert extract_article(markup).text.split("\n")[1:] == STORY_DE


def test_japanese_in_seven_bits() -> None:
    markup = "<html><head><meta charset='iso-2022-jp'></head><body><p>ポンプの会社を買収した。</p></body></html>"
    assert "買収" in decode(markup.encode("iso-2022-jp"))


def test_a_few_broken_bytes_in_utf8() -> None:
    raw = declared("utf-8").encode() * 30 + b"\xff"
    assert TEXT in decode(raw)


@pytest.mark.parametrize("raw", [b"", b"   ", b"\x00\x00", b"\xff\xfe"])
def test_nothing(raw: bytes) -> None:
    assert parse(raw) is None


def test_xml_declaration() -> None:
    root = parse("<?xml version='1.0' encoding='latin-1'?><html><body><p>für</p></body></html>")
    assert root is not None
    assert root.findtext(".//p") == "für"
