"""WARC files: what is written can be read, what is damaged is named, other records are passed over."""

import gzip
import io
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from newscrawl.crawl.warc import Capture, WarcError, WarcFile, read_captures

AT = "2026-03-04T05:06:07+00:00"
HTML = ("Content-Type", "text/html; charset=utf-8")
CHECKSUM = 12
"""Bytes at the end of a compressed record that hold nothing of it, and two empty lines before them."""


@pytest.fixture
def warc(tmp_path: Path) -> Path:
    """Three pages as we write them."""
    path = tmp_path / "news.warc.gz"
    file = WarcFile(path)
    for number in range(3):
        headers = [HTML, ("Content-Encoding", "gzip"), ("Content-Length", "7")]
        file.write(f"https://wire.example/{number}", AT, 200, headers, b"<html>" + b"x" * 1000 * number)
    file.close()
    return path


def foreign(path: Path, *answers: tuple[str, list[tuple[str, str]], bytes]) -> None:
    """Records as others write them: a request and an answer as it came over the wire for each page."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "another crawler"}))
        for url, headers, body in answers:
            asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "wire.example")], is_http_request=True)
            writer.write_record(writer.create_warc_record(url, "request", http_headers=asked))
            http = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
            record = writer.create_warc_record(
                url, "response", io.BytesIO(body), http_headers=http,
                warc_headers_dict={"WARC-Date": "2016-11-04T12:00:00.123456Z"},
            )  # fmt: skip
            writer.write_record(record)


def read(path: Path, **options: int) -> list[Capture]:
    return list(read_captures(path, **options))


def test_written_pages_are_read(warc: Path) -> None:
    captures = read(warc)
    assert [(c.url, c.at, c.status, len(c.body), c.damage) for c in captures] == [
        (f"https://wire.example/{number}", AT, 200, 6 + 1000 * number, None) for number in range(3)
    ]
    assert {c.headers for c in captures} == {(HTML,)}


def test_reading_begins_where_it_is_told(warc: Path) -> None:
    second = read(warc)[1]
    assert [c.url[-1] for c in read(warc, offset=second.offset)] == ["1", "2"]


def test_file_may_be_uncompressed(warc: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.warc"
    plain.write_bytes(gzip.decompress(warc.read_bytes()))
    captures = read(plain)
    assert [c.url[-1] for c in captures] == ["0", "1", "2"]
    assert [c.url[-1] for c in read(plain, offset=captures[2].offset)] == ["2"]


def test_body_is_decoded_and_other_records_are_passed_over(tmp_path: Path) -> None:
    page, packed = b"<html>Norvik</html>", gzip.compress(b"<html>Norvik</html>")
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    headers = [HTML, ("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")]
    foreign(
        tmp_path / "a.warc.gz", ("<http://wire.example/a>", headers, chunked), ("http://wire.example/b", [HTML], page)
    )
    captures = read(tmp_path / "a.warc.gz")
    assert [(c.url, c.at, c.body) for c in captures] == [
        ("http://wire.example/a", "2016-11-04T12:00:00+00:00", page),
        ("http://wire.example/b", "2016-11-04T12:00:00+00:00", page),
    ]


def test_bomb_comes_without_its_body(tmp_path: Path) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    foreign(tmp_path / "a.warc.gz", ("http://wire.example/a", [HTML, ("Content-Encoding", "gzip")], bomb))
    (capture,) = read(tmp_path / "a.warc.gz", largest=1_000_000)
    assert (capture.body, capture.damage) == (b"", "too large")


def test_file_that_is_cut_off_anywhere_gives_what_is_whole_and_says_so(warc: Path) -> None:
    whole, content = read(warc), warc.read_bytes()
    for size in range(whole[2].offset + 1, len(content) - CHECKSUM):
        warc.write_bytes(content[:size])
        found: list[Capture] = []
        with pytest.raises(WarcError, match=r"news\.warc\.gz"):
            found.extend(read_captures(warc))
        assert found == whole[:2]


@pytest.mark.parametrize(
    "content",
    [b"Dear Ann, " * 500, gzip.compress(b"Dear Ann, " * 500), b"\x1f\x8b" + b"\xff" * 5000, b"\0" * 5000],
    ids=["letter", "packed letter", "damaged", "zeros"],  # what is packed holds the second in which it was
)
def test_other_files_are_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "letter").write_bytes(content)
    with pytest.raises(WarcError, match="letter"):
        read(tmp_path / "letter")


def test_records_in_one_compressed_block_are_refused(warc: Path, tmp_path: Path) -> None:
    (tmp_path / "block.warc.gz").write_bytes(gzip.compress(gzip.decompress(warc.read_bytes())))
    with pytest.raises(WarcError, match="non-chunked"):
        read(tmp_path / "block.warc.gz")


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(WarcError, match="none"):
        read(tmp_path / "none")
    with pytest.raises(WarcError, match="none"):
        WarcFile(tmp_path / "none" / "a.warc.gz")
