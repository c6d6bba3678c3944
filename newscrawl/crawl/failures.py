"""Why a page was not fetched: one word to count by, and one sentence for people."""

import zlib
from gzip import BadGzipFile

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from newscrawl.crawl.refusals import (
    BadRedirectError,
    PostponedError,
    PrivateNetworkError,
    ReservedError,
    UnknownRobotsError,
)

BROKEN_PACKING = "what it sent cannot be unpacked ({})"

REASONS: tuple[tuple[type[Exception], str, str], ...] = (
    (PrivateNetworkError, "private network", "{}"),
    (BadRedirectError, "bad redirect", "{}"),
    (PostponedError, "postponed", "left for a later run: {}"),
    (UnknownRobotsError, "robots.txt unknown", "{}"),
    (DownloadTimeoutError, "timeout", "the server did not answer in time ({})"),
    (CannotResolveHostError, "unknown host", "no such host ({})"),
    (DownloadConnectionRefusedError, "connection refused", "connection refused ({})"),
    (DownloadCancelledError, "too large", "more than the largest page allowed ({})"),
    (ResponseDataLossError, "truncated", "the answer was cut off ({})"),
    (DownloadFailedError, "connection lost", "the connection broke ({})"),
    (BadGzipFile, "cannot be decoded", BROKEN_PACKING),
    (EOFError, "cannot be decoded", BROKEN_PACKING),
    (zlib.error, "cannot be decoded", BROKEN_PACKING),
    (UnsupportedURLSchemeError, "scheme", "only http and https addresses are fetched ({})"),
)
"""Exception, the word to count by, the sentence with its own message; the first that fits counts."""


IGNORED = (
    ("Forbidden by robots.txt", "robots.txt", "forbidden by robots.txt"),
    ("max redirections", "redirect loop", "its redirects lead nowhere"),
    ("DOWNLOAD_MAXSIZE", "too large", "more than the largest page allowed (unpacked)"),
)
"""What Scrapy says with an exception that it has for several things, the word to count by, the sentence."""


def failure_reason(failure: Failure) -> str:
    """One word or two to count by."""
    return _explained(failure.value)[0]


def failure_text(failure: Failure) -> str:
    """One sentence for people, without the address."""
    return _explained(failure.value)[1]


def is_by_rule(error: BaseException | None) -> bool:
    """Whether a page was left out by a rule, so that its absence is no error."""
    return isinstance(error, PrivateNetworkError | PostponedError | ReservedError) or _is_forbidden(error)


def sentence(error: BaseException | None) -> str:
    """What a failure's exception says, for people."""
    return _explained(error)[1]


def _is_forbidden(error: BaseException | None) -> bool:
    """Whether robots.txt forbids the page; Scrapy has no exception of its own for it."""
    return type(error) is IgnoreRequest and IGNORED[0][0] in str(error)


def _explained(error: BaseException | None) -> tuple[str, str]:
    if isinstance(error, HttpError):
        return f"http {error.response.status}", f"the server answered {error.response.status}"
    if isinstance(error, ReservedError):
        return str(error), f"{error}: its site wants no text and data mining"
    if isinstance(error, IgnoreRequest):
        for words, reason, text in IGNORED:
            if words in str(error):
                return reason, text
    for kind, reason, text in REASONS:
        if isinstance(error, kind):
            return reason, text.format(" ".join(str(error).split()))
    return type(error).__name__, f"{type(error).__name__}: {error}"
