"""Windows of a real browser on the real content."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def pages_of(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Return a function that gives the one page of each kind of window, so that none is slow."""
    kept: dict[str, Page] = {}

    def page_of(**options: Any) -> Page:
        name = repr(sorted(options.items()))
        if name not in kept:
            kept[name] = chromium.new_context(**options).new_page()
        return kept[name]

    yield page_of
    for page in kept.values():
        page.context.close()
