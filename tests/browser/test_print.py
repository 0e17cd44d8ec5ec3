import re

import pytest

A4 = {"format": "A4"}
ONE_SHEET = ["help-now", "services/turvakodit", "services/sosiaalipaivystys"]


def sheets(page) -> int:
    """Count the pages of the paper that a page prints on."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(**A4)))


@pytest.mark.parametrize("path", ONE_SHEET)
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_what_people_hang_on_the_wall_is_one_sheet(pages_of, site_address, language, path):
    page = pages_of(viewport={"width": 1280, "height": 800})
    page.goto(f"{site_address}/{language}/{path}")
    assert sheets(page) == 1


def test_paper_shows_numbers_and_nothing_that_needs_a_screen(pages_of, site_address):
    page = pages_of(viewport={"width": 1280, "height": 800})
    page.goto(f"{site_address}/fi/help-now")
    page.emulate_media(media="print")
    try:
        assert page.locator(".crisis__number").first.is_visible()
        assert not page.locator(".languages").is_visible()
        assert not page.locator(".tag").first.is_visible()
        assert page.locator(".footer .paper").is_visible()
    finally:
        page.emulate_media(media="screen")
