"""Pages in WARC files (ISO 28500): read out of anybody's, written into our own."""

import contextlib
import io
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scrapy.http import Response
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParserException
from warcio.warcwriter import WARCWriter

from newscrawl import __version__

ENCODED = ("content-encoding", "transfer-encoding", "content-length")
"""Headers that describe the bytes on the wire, not the page as it is kept."""

BLANKS = 4
"""Bytes between two records of a file that is not compressed: two empty lines."""


class WarcError(Exception):
    """A WARC file cannot be read or written; the message names it."""


@dataclass(frozen=True, slots=True)
class Capture:
    """What a server answered once.

    ``at`` is when (ISO 8601 in UTC, to the second), ``offset`` the byte of the file where the record begins; ``body``
    is decoded. ``damage`` says why there is no usable body, in a word or two.
    """

    url: str
    at: str
    offset: int
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    damage: str | None = None


def read_captures(path: Path, offset: int = 0, largest: int = 1 << 24) -> Iterator[Capture]:
    """The answers to HTTP requests in a WARC file, in its order; other records are passed over.

    Args:
        path: the file, compressed record by record (``.warc.gz``) or not at all.
        offset: where to begin: 0, or the ``offset`` of a capture.
        largest: bytes of a decoded body; a capture with more comes without its body.

    Raises:
        WarcError: the file cannot be read, is no WARC file, or its records do not go on to its end; what is whole
            before that has been given.
    """
    try:
        with path.open("rb") as file:
            file.seek(offset)
            records, end = ArchiveIterator(file), offset
            while (record := _next(records)) is not None:
                if record.format != "warc":
                    break
                answer = _answer(record, largest) if _is_answer(record) else None
                start = records.get_record_offset()  # it must be asked before the length, and reads to the record's end
                if getattr(record.raw_stream, "limit", 1) > 0:  # what should still have come; none if even that is lost
                    break
                end = start + records.get_record_length()
                if answer is not None:
                    yield Capture(offset=start, **answer)
            file.seek(end)
            if file.read(BLANKS + 1).strip(b"\r\n"):
                raise WarcError(f"{path}: is cut off or no WARC file: no whole record at byte {end}")
    except OSError as error:
        raise WarcError(f"{path}: cannot be read: {error.strerror}") from error
    except (ArchiveLoadFailed, StatusAndHeadersParserException, zlib.error, EOFError, ValueError) as error:
        raise WarcError(f"{path}: is damaged or no WARC file: {_first_line(error)}") from error
    except (AttributeError, TypeError) as error:  # what the library makes of a record whose own headers are cut off
        raise WarcError(f"{path}: is cut off in the headers of a record") from error


def _next(records: Any) -> Any:
    """The next record; the library tells of crooked lengths on standard error, where they help nobody."""
    with contextlib.redirect_stderr(io.StringIO()):
        return next(records, None)


def _is_answer(record: Any) -> bool:
    return record.rec_type == "response" and record.http_headers is not None


def _answer(record: Any, largest: int) -> dict[str, Any]:
    headers, damage = record.http_headers, None
    try:
        body = record.content_stream().read(largest + 1)
    except (zlib.error, EOFError, OSError, ValueError):
        body, damage = b"", "undecodable"
    if len(body) > largest:
        body, damage = b"", "too large"
    return {
        "url": record.rec_headers.get_header("WARC-Target-URI", "").strip("<>"),
        "at": _moment(record.rec_headers.get_header("WARC-Date", "")),
        "status": int(code) if (code := headers.get_statuscode()).isdigit() else 0,
        "headers": tuple((name, value) for name, value in headers.headers if name.lower() not in ENCODED),
        "body": body,
        "damage": damage,
    }


def _moment(written: str) -> str:
    """WARC dates are UTC and may have fractions of a second."""
    try:
        return datetime.fromisoformat(written).astimezone(UTC).isoformat(timespec="seconds")
    except ValueError:
        return ""


def _first_line(error: BaseException) -> str:
    return next((line for line in map(str.strip, str(error).splitlines()) if line), type(error).__name__)


class WarcFile:
    """A WARC file that grows by one compressed record for each page; a kill costs at most the last one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.file = path.open("ab")
            self.writer = WARCWriter(self.file, gzip=True)
            software = {"software": f"newscrawl/{__version__}", "format": "WARC File Format 1.0"}
            self.writer.write_record(self.writer.create_warcinfo_record(path.name, software))
            self.file.flush()
        except OSError as error:
            raise WarcError(f"{path}: cannot be written: {error.strerror}") from error

    def write(self, url: str, at: str, status: int, headers: Iterable[tuple[str, str]], body: bytes) -> None:
        """Append one answer.

        Args:
            url: the address that answered.
            at: when, ISO 8601 in UTC.
            status: HTTP status.
            headers: names and values; those that describe the encoding on the wire are left out.
            body: as it is after decoding.

        Raises:
            WarcError: it cannot be written.
        """
        kept = [(name, value) for name, value in headers if name.lower() not in ENCODED]
        http = StatusAndHeaders(f"{status} OK", [*kept, ("Content-Length", str(len(body)))], protocol="HTTP/1.1")
        date = {"WARC-Date": datetime.fromisoformat(at).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}
        record = self.writer.create_warc_record(
            url, "response", io.BytesIO(body), warc_headers_dict=date, http_headers=http
        )
        try:
            self.writer.write_record(record)
            self.file.flush()
        except OSError as error:
            raise WarcError(f"{self.path}: cannot be written: {error.strerror}") from error

    def close(self) -> None:
        self.file.close()


class WarcFolder:
    """The pages that one run keeps, in a file of its own that begins with the first of them.

    Args:
        folder: where; None keeps nothing.
        run: the key of the run, part of the file's name.
    """

    def __init__(self, folder: str | None, run: int | None) -> None:
        self.folder = folder
        self.run = run
        self.file: WarcFile | None = None

    def keep(self, response: Response, at: str) -> None:
        """Append what a server answered at a time (ISO 8601 in UTC).

        Raises:
            WarcError: it cannot be written.
        """
        if self.folder:
            self.file = self.file or WarcFile(
                Path(self.folder) / f"newscrawl-{at[:19].replace(':', '')}-{self.run}.warc.gz"
            )
            names = [name.decode("latin-1") for name in response.headers]
            headers = [(n, v.decode("latin-1")) for n in names for v in response.headers.getlist(n)]
            self.file.write(response.url, at, response.status, headers, response.body)

    def close(self) -> None:
        if self.file:
            self.file.close()
