"""Tech news in, a database of deals out: fetch → article → deals → database."""

__version__ = "0.1.0"
