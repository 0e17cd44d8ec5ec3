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


@pytest.fixture
def visit(chromium: Browser, site_address: str) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page in a window of its own, with its own history."""
    windows = []

    def open_page(path: str, **options: Any) -> Page:
        phone = {"viewport": {"width": 360, "height": 740}}
        windows.append(chromium.new_context(**(phone | options)))
        page = windows[-1].new_page()
        page.goto(site_address + path)
        return page

    yield open_page
    for window in windows:
        window.close()
