"""What axe does not see: forced colours, sizes of what is pressed, right to left, movement."""

import pytest

from tests.axe import problems, problems_at_night
from tests.real_site import PAGES

WORN = ["home", "results", "service", "service about violence", "situation", "feedback"]
WITHOUT_AN_EDGE = """() => [...document.querySelectorAll(
  'main .button, main input:not([type=hidden]), main select, main textarea, .tag, main .card')]
  .filter(it => it.checkVisibility() && !it.closest('.trap'))
  .filter(it => getComputedStyle(it).borderTopStyle === 'none'
    || parseFloat(getComputedStyle(it).borderTopWidth) < 1)
  .map(it => it.outerHTML.slice(0, 100))"""
LOW = """() => [...document.querySelectorAll(
  '.button, .tiles a, main select, main textarea, main .input')]
  .filter(it => it.checkVisibility() && !it.closest('.trap'))
  .map(it => [it.getBoundingClientRect().height, it.outerHTML.slice(0, 100)])
  .filter(([height]) => height < 47.9)"""
SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(it => { sum += it.value }))
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(sum), 100) })"""
KEPT = """async () => [localStorage.length, sessionStorage.length, document.cookie,
  (await navigator.serviceWorker.getRegistrations()).length]"""


@pytest.mark.parametrize("name", WORN)
def test_with_forced_colours_everything_keeps_its_edge(visit, name):
    page = visit(f"/fi/{PAGES[name]}", forced_colors="active")
    assert page.evaluate(WITHOUT_AN_EDGE) == []
    assert not page.is_visible(".footer__ridge")


@pytest.mark.parametrize("name", WORN)
def test_what_is_pressed_is_large_enough(visit, name):
    assert visit(f"/fi/{PAGES[name]}", has_touch=True).evaluate(LOW) == []


@pytest.mark.parametrize("name", [*WORN, "help now", "own list", "municipality"])
def test_a_page_written_from_the_right_fits_a_small_screen(visit, name):
    page = visit(f"/fi/{PAGES[name]}", viewport={"width": 320, "height": 640})
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", WORN)
def test_colours_hold_on_a_wide_screen_at_night(visit, name):
    page = visit(f"/fi/{PAGES[name]}", viewport={"width": 1280, "height": 800})
    assert problems_at_night(page) == ""


@pytest.mark.parametrize("name", WORN)
def test_nothing_moves_while_a_page_loads_and_nothing_is_left_in_the_browser(visit, name):
    page = visit(f"/fi/{PAGES[name]}")
    assert page.evaluate(SHIFT) == 0
    assert page.evaluate(KEPT) == [0, 0, "", 0]


def test_axe_finds_what_it_looks_for_by_day(visit):
    page = visit("/fi/")
    page.evaluate("document.querySelector('main h1').outerHTML = '<p><img src=/icon></p>'")
    page.evaluate("document.querySelector('main .lead').style.color = '#bbb'")
    found = problems(page)
    for rule in ("image-alt", "page-has-heading-one", "color-contrast"):
        assert rule in found


def test_axe_finds_what_it_looks_for_by_night(visit):
    page = visit("/fi/")
    page.evaluate("document.querySelector('main .lead').style.color = '#222'")
    assert problems(page) == ""
    assert "color-contrast" in problems_at_night(page)
    assert problems(page) == ""
