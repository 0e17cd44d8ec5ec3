import pytest

from tests.axe import problems, problems_at_night
from tests.real_site import every_page

PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 800}


@pytest.mark.parametrize(("language", "path", "status"), every_page())
def test_a_page_is_accessible_by_day_and_night_and_fits_a_small_screen(
    pages_of, site_address, language, path, status
):
    page = pages_of(viewport=PHONE)
    answer = page.goto(site_address + path)
    assert answer is not None
    assert answer.status == status
    assert problems(page) == ""
    assert problems_at_night(page) == ""
    for size in ("100%", "200%"):
        page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], size


@pytest.mark.parametrize(
    ("language", "path", "status"), [p for p in every_page() if p.id.endswith("-fi")]
)
def test_a_page_is_accessible_on_a_wide_screen(pages_of, site_address, language, path, status):
    page = pages_of(viewport=DESK)
    page.goto(site_address + path)
    assert problems(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= DESK["width"]


def test_a_page_keeps_its_borders_in_forced_colours(pages_of, site_address):
    page = pages_of(viewport=DESK, forced_colors="active")
    page.goto(f"{site_address}/fi/services/sote-keskus")
    width = page.locator(".button").first.evaluate("e => getComputedStyle(e).borderTopWidth")
    assert width != "0px"
