"""Only the public internet is fetched: whatever a feed links or a server redirects to, never this machine's networks.

Two places, because either alone can be got round: the middleware refuses addresses written as numbers and schemes
other than http(s), in redirects too; the resolver refuses names, since only it sees the address that the connection
will use. A name that pointed to a public address a moment ago does not help.
"""

import ipaddress
from typing import Any
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError
from scrapy.http import Response
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

from newscrawl.crawl.refusals import BadRedirectError, PrivateNetworkError

ALLOW = "NEWSCRAWL_ALLOW_PRIVATE_NETWORKS"

ONLY_HTTP = "only http and https addresses are fetched"

NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that lead to the IPv4 address in their last four bytes."""


def is_public(address: str) -> bool:
    """Whether an IP address, as text, belongs to the public internet; raises ValueError if it is none."""
    ip = ipaddress.ip_address(address.split("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        ip = ip.ipv4_mapped or ip.sixtofour or (ip.teredo or (None, None))[1] or _behind_nat64(ip) or ip
    return ip.is_global and not ip.is_multicast


def _behind_nat64(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    return ipaddress.IPv4Address(ip.packed[-4:]) if ip in NAT64 else None


def refusal(url: str) -> str | None:
    """Why an address may not be fetched as far as its text tells; None if it may, or if its name must be resolved."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        return ONLY_HTTP
    try:
        private = not is_public(parts.hostname or "")
    except ValueError:
        return None
    return _message(parts.hostname or "") if private else None


def _message(address: str) -> str:
    return f"{address} is no public address ({ALLOW} would allow it)"


class PublicNetworkMiddleware:
    """Refuses requests to other networks; says so, instead of "unknown host", for names that the resolver refused."""

    def __init__(self, crawler: Crawler) -> None:
        self.allowed = crawler.settings.getbool(ALLOW)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "PublicNetworkMiddleware":
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        reason = None if self.allowed else refusal(request.url)
        if reason:
            raise PrivateNetworkError(reason)

    def process_response(self, request: Request, response: Response) -> Response:
        """Look where a redirect leads: what is no http address Scrapy would take for a page."""
        location = response.headers.get("Location") if 300 <= response.status < 400 else None
        if location is not None:
            check_redirect(request.url, location.decode("latin-1"))
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        address = GuardedResolver.refused.get(urlsplit(request.url).hostname or "")
        if address and isinstance(exception, CannotResolveHostError):
            raise PrivateNetworkError(_message(address))


def check_redirect(url: str, location: str) -> None:
    """Raise PrivateNetworkError for another scheme than http(s), BadRedirectError for what is no address."""
    try:
        scheme = urlsplit(urljoin(url, location)).scheme
    except ValueError as error:
        raise BadRedirectError(f"redirects to {location!r}, which is no address: {error}") from error
    if scheme not in ("http", "https"):
        raise PrivateNetworkError(f"redirects to {location!r}: {ONLY_HTTP}")


class GuardedResolver(CachingThreadedResolver):
    """Scrapy's resolver, which refuses names that lead to other networks."""

    refused: dict[str, str] = {}  # noqa: RUF012 - name → address; Scrapy makes the resolver, nobody else can reach it

    def __init__(self, reactor: ReactorBase, cache_size: int, timeout: float, allowed: bool) -> None:
        super().__init__(reactor, cache_size, timeout)
        self.allowed = allowed

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> "GuardedResolver":
        settings = crawler.settings
        cache_size = settings.getint("DNSCACHE_SIZE") if settings.getbool("DNSCACHE_ENABLED") else 0
        return cls(reactor, cache_size, settings.getfloat("DNS_TIMEOUT"), settings.getbool(ALLOW))

    def getHostByName(self, name: str, timeout: Any = ()) -> "Deferred[str]":  # noqa: N802 - Twisted's name
        found = super().getHostByName(name, timeout)
        return found if self.allowed or name in proxy_hosts() else found.addCallback(self._check, name)

    def _check(self, address: str, name: str) -> str:
        if is_public(address):
            return address
        self.refused[name] = address
        raise DNSLookupError(f"{name} leads to {address}, no public address")


def proxy_hosts() -> set[str]:
    """The hosts of the proxies that the user set, which mostly stand in the own network."""
    return {urlsplit(proxy).hostname or "" for proxy in getproxies().values()}
