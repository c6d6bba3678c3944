"""A server on loopback for the crawls in tests."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack

import pytest

from newscrawl.demo.site import Answer, Server, serving


@pytest.fixture
def serve() -> Iterator[Callable[[Mapping[str, Answer]], Server]]:
    """A function that serves answers by path until the test is over."""
    with ExitStack() as stack:
        yield lambda answers: stack.enter_context(serving(answers))
