"""With the keyboard alone one sees where one is, and is soon where one wants to be."""

import pytest

from tests.real_site import PAGES

DESK = {"width": 1280, "height": 900}
MAIN_ACTIONS = {
    "home": "#q",
    "results": "#q",
    "service": "main a.button",
    "service about violence": "main a.button",
    "help now": ".crisis__number",
    "topic": ".service-card__name a",
    "situation": "main a",
    "municipality": "#q",
    "feedback": "#kind",
    "not found": "#q",
}
HERE = """() => {
  const it = document.activeElement, style = getComputedStyle(it), box = it.getBoundingClientRect();
  return { tag: it.tagName, words: it.outerHTML.slice(0, 100),
           ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
           inSight: box.bottom > 0 && box.top < innerHeight } }"""
COVERED = """() => {
  const it = document.activeElement, exit = document.querySelector('.quick-exit');
  if (it === document.body || exit.contains(it)) return false;
  const box = it.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + 2, (box.top + box.bottom) / 2);
  return top !== null && exit.contains(top) }"""


@pytest.mark.parametrize("name", MAIN_ACTIONS)
def test_the_main_thing_is_a_few_stops_behind_the_skip_link(visit, name):
    page = visit(f"/fi/{PAGES[name]}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for _stop in range(4):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches({MAIN_ACTIONS[name]!r})"):
            return
    raise AssertionError(page.evaluate("document.activeElement.outerHTML"))


@pytest.mark.parametrize("name", ["home", "results", "service", "situation", "feedback"])
def test_every_stop_shows_its_ring_in_sight_and_no_link_is_left_out(visit, name):
    page = visit(f"/fi/{PAGES[name]}", viewport=DESK)
    stops = []
    for _stop in range(150):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here["tag"] == "BODY":
            break
        assert here["ring"], here["words"]
        assert here["inSight"], here["words"]
        stops.append(here["tag"])
    links = page.locator("a[href]:visible").count()
    assert stops.count("A") >= min(links, 80)


def test_the_way_out_does_not_cover_what_has_the_focus(visit):
    page = visit("/fi/services/nollalinja")
    for key in ("Tab",) * 60 + ("Shift+Tab",) * 50:
        page.keyboard.press(key)
        assert not page.evaluate(COVERED), page.evaluate("document.activeElement.outerHTML")
