"""The way out of a page that somebody must not be seen reading."""

import pytest

WEATHER = "https://www.ilmatieteenlaitos.fi/"
FAR = "2100-01-01"


@pytest.fixture
def read(visit):
    """Open a page about violence after another page; foreign sites answer by themselves."""

    def open_page(**options):
        page = visit("/fi/topics/vakivalta", **options)
        page.context.route(
            "https://**", lambda route: route.fulfill(body="sää", content_type="text/plain")
        )
        page.clock.install()
        page.click("main a[href='/fi/services/nollalinja']")
        page.wait_for_url("**/fi/services/nollalinja")  # loaded, with its script
        return page

    return open_page


def test_the_way_out_works_without_a_script_and_tells_nobody(read):
    page = read(java_script_enabled=False)
    with page.expect_request(WEATHER) as asked:
        page.click("[data-exit]")
    assert "referer" not in asked.value.headers
    page.wait_for_url(WEATHER)


def test_with_a_script_going_back_does_not_lead_to_the_page(read):
    page = read()
    page.click("[data-exit]")
    page.wait_for_url(WEATHER)
    page.go_back()
    assert "nollalinja" not in page.url


def test_three_presses_of_escape_in_a_row_leave(read):
    page = read()
    page.clock.pause_at(FAR)  # the time between presses is the machine's, not a person's
    for key in ("Escape", "a", "Escape", "Escape"):
        page.keyboard.press(key)
    assert "nollalinja" in page.url
    page.keyboard.press("Escape")
    page.wait_for_url(WEATHER)
    assert "Nollalinja" not in page.content()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_way_out_stays_in_sight(visit, language):
    page = visit(f"/{language}/services/nollalinja")
    page.evaluate("window.scrollTo(0, 1500)")
    box = page.locator("[data-exit]").bounding_box()
    assert 0 <= box["y"] < 740 - box["height"]


def test_on_a_very_low_screen_the_way_out_does_not_take_the_room(visit):
    page = visit("/fi/services/nollalinja", viewport={"width": 700, "height": 320})
    page.evaluate("window.scrollTo(0, 1500)")
    assert page.locator("[data-exit]").bounding_box()["y"] < 0
