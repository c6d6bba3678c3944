"""Which addresses are fetched."""

import pytest
from scrapy.exceptions import CannotResolveHostError
from scrapy.http import Request
from scrapy.settings import Settings
from scrapy.spiders import Spider
from scrapy.utils.test import get_crawler
from twisted.internet.error import DNSLookupError

from newscrawl.crawl.network import GuardedResolver, PrivateNetworkError, PublicNetworkMiddleware, is_public, refusal


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946"])
def test_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "224.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1",
    ],
)  # fmt: skip
def test_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    ("url", "refused"),
    [
        ("https://example.org/", False),
        ("https://93.184.216.34/", False),
        ("http://127.0.0.1:8000/", True),
        ("http://user@10.0.0.1/", True),
        ("http://[::1]/", True),
        ("http://[::ffff:192.168.0.1]/", True),
        ("file:///etc/passwd", True),
        ("ftp://example.org/", True),
        ("data:text/html,x", True),
    ],
)
def test_refusal_by_the_address_alone(url: str, refused: bool) -> None:
    assert bool(refusal(url)) is refused


def middleware(allowed: bool) -> PublicNetworkMiddleware:
    return PublicNetworkMiddleware.from_crawler(get_crawler(Spider, {"NEWSCRAWL_ALLOW_PRIVATE_NETWORKS": allowed}))


def test_middleware_sees_every_request_redirects_too() -> None:
    with pytest.raises(PrivateNetworkError):
        middleware(allowed=False).process_request(Request("http://169.254.169.254/latest"))
    middleware(allowed=True).process_request(Request("http://127.0.0.1/"))


def test_resolver_refuses_names_and_middleware_says_so() -> None:
    resolver = GuardedResolver(None, 0, 1.0, allowed=False)  # type: ignore[arg-type]
    assert resolver._check("93.184.216.34", "example.org") == "93.184.216.34"
    with pytest.raises(DNSLookupError):
        resolver._check("192.168.1.1", "router.example")
    with pytest.raises(PrivateNetworkError, match=r"192\.168\.1\.1"):
        middleware(allowed=False).process_exception(Request("http://router.example/"), CannotResolveHostError())
    assert middleware(allowed=False).process_exception(Request("http://example.org/"), CannotResolveHostError()) is None


def test_guard_is_in_force_by_default() -> None:
    settings = Settings()
    settings.setmodule("newscrawl.settings")
    assert settings["TWISTED_DNS_RESOLVER"] == "newscrawl.crawl.network.GuardedResolver"
    assert "newscrawl.crawl.network.PublicNetworkMiddleware" in settings["DOWNLOADER_MIDDLEWARES"]
    assert not settings.getbool("NEWSCRAWL_ALLOW_PRIVATE_NETWORKS")
    assert settings.getbool("DOWNLOAD_VERIFY_CERTIFICATES")
    assert not settings.getbool("TELNETCONSOLE_ENABLED")
    assert not settings.getbool("REMOTE_CONTROL_ENABLED")
    assert settings.getbool("ROBOTSTXT_OBEY")
