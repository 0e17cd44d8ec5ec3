import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.real_site import every_page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 800}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("language", "path", "status"), every_page())
def test_a_page_is_accessible_and_fits_a_small_screen(
    pages_of, site_address, language, path, status, scheme
):
    page = pages_of(viewport=PHONE, color_scheme=scheme)
    answer = page.goto(site_address + path)
    assert answer is not None
    assert answer.status == status
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    for size in ("100%", "200%"):
        page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], size


@pytest.mark.parametrize(
    ("language", "path", "status"), [p for p in every_page() if p.id.endswith("-fi")]
)
def test_a_page_is_accessible_on_a_wide_screen(pages_of, site_address, language, path, status):
    page = pages_of(viewport=DESK, color_scheme="light")
    page.goto(site_address + path)
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= DESK["width"]


def test_a_page_keeps_its_borders_in_forced_colours(pages_of, site_address):
    page = pages_of(viewport=DESK, forced_colors="active")
    page.goto(f"{site_address}/fi/services/sote-keskus")
    width = page.locator(".button").first.evaluate("e => getComputedStyle(e).borderTopWidth")
    assert width != "0px"
