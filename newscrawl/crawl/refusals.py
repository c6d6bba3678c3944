"""Why a request is not made, or its answer not read, although nothing is broken."""

from scrapy.exceptions import IgnoreRequest


class PrivateNetworkError(IgnoreRequest):
    """An address leads to loopback, a private or a link-local network, or has a scheme other than http(s)."""


class ReservedError(IgnoreRequest):
    """A page may not be mined; the message is the reason to count by."""


class BadRedirectError(IgnoreRequest):
    """A server redirects to something that is no address."""


class PostponedError(IgnoreRequest):
    """A page is left for a later run; nothing is wrong with it."""


class UnknownRobotsError(IgnoreRequest):
    """robots.txt could not be had, so nobody knows what the site allows."""
