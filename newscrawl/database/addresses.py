"""Addresses that lead to the same page on any sane site."""

from urllib.parse import urlsplit, urlunsplit


def spellings(url: str) -> list[str]:
    """The address and others that lead to the same page on any sane site: http or https, www, the slash at the end."""
    parts = urlsplit(url)
    host, path = parts.netloc.removeprefix("www."), parts.path.rstrip("/")
    return [
        urlunsplit((scheme, www + host, path + slash, parts.query, ""))
        for scheme in ("https", "http")
        for www in ("", "www.")
        for slash in ("", "/")
        if path or slash
    ]
