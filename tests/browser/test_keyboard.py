import pytest

DESK = {"width": 1280, "height": 800}


@pytest.fixture
def page(pages_of):
    return pages_of(viewport=DESK)


def test_the_skip_link_comes_first_and_leads_to_the_content(page, site_address):
    page.goto(f"{site_address}/fi/services/sote-keskus")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.href || ''").startswith("tel:"):
            return
    pytest.fail("the main action is not among the first three stops of the content")


def test_the_focus_can_be_seen(page, site_address):
    page.goto(f"{site_address}/fi/")
    for _ in range(8):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none"
