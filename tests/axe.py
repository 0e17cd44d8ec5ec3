"""What axe finds wrong with a page that a browser shows."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

KINDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules whose answer depends on the colour scheme."""


def problems(page: Page) -> str:
    """Say what is wrong by any rule; nothing when all is well."""
    return _found(page, {"runOnly": KINDS})


def problems_at_night(page: Page) -> str:
    """Say what is wrong with the colours of the dark scheme, and return to the light one.

    Without movement colours change at once.
    """
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    found = _found(page, {"runOnly": {"type": "rule", "values": COLOURS}})
    page.emulate_media(color_scheme="light")
    return found


def _found(page: Page, options: dict[str, Any]) -> str:
    """Ask axe for what is wrong alone: to list what is right as well takes it as long again."""
    found = Axe().run(page, options=options | {"resultTypes": ["violations"]})
    return found.generate_report() if found.violations_count else ""
