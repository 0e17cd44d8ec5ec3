"""Sharing a plan in a real browser: with and without scripts, by keyboard, and for everyone."""

from contextlib import suppress

import pytest
from playwright.sync_api import Error

from navigator.handover import sealing
from navigator.web import guards
from tests.axe import problems, problems_at_night

PHONE = {"width": 320, "height": 640}


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Make keys with little memory."""
    monkeypatch.setattr(sealing, "MEMORY_KIB", 64)


@pytest.fixture
def window(chromium, site_address):
    """Return a function that opens a window of somebody who has answered the first question."""
    opened = []

    def open_window(language="fi", **options):
        opened.append(chromium.new_context(viewport=PHONE, **options))
        page = opened[-1].new_page()
        page.goto(f"{site_address}/{language}/questions/1")
        page.locator("input[name=choice]").last.check()
        page.locator("form:has(input[name=choice]) button").first.click()
        page.goto(f"{site_address}/{language}/handover/share")
        return page

    yield open_window
    for context in opened:
        context.close()


def sound(page):
    """Fail on what is not accessible, or does not fit."""
    assert problems(page) == ""
    assert problems_at_night(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def share(page):
    """Choose one answer, agree, and return the code."""
    page.locator("[name=answer]").first.check()
    page.locator("main form button").click()
    page.locator("[name=agreed]").check()
    page.locator("main form button").click()
    return page.locator(".handover__code").inner_text().strip()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_each_page_of_sharing_is_accessible_and_fits_a_small_screen(window, language):
    page = window(language)
    sound(page)
    page.locator("main form button").click()
    sound(page)  # with a mistake
    page.locator("[name=answer]").first.check()
    page.locator("main form button").click()
    sound(page)
    page.locator("main form button").click()
    sound(page)  # without consent
    page.locator("[name=agreed]").check()
    page.locator("main form button").click()
    sound(page)
    code = page.locator(".handover__code").inner_text()
    page.goto(page.url.replace("/code", ""))
    page.locator("[name=code]").fill("E71GZ")
    page.locator("main form button").first.click()
    sound(page)
    page.locator("[name=code]").fill(code)
    page.locator("main form button").first.click()
    sound(page)
    page.locator("form[action$=withdraw] button").click()
    sound(page)


@pytest.mark.parametrize("has_script", [True, False])
def test_reloading_and_going_back_show_the_same_code(window, site_address, has_script):
    page = window(java_script_enabled=has_script)
    code = share(page)
    page.reload()
    assert page.locator(".handover__code").inner_text().strip() == code
    page.goto(f"{site_address}/fi/questions/plan")
    with suppress(Error):  # the browser asks first whether to send the form again
        page.go_back()
    page.wait_for_url("chrome-error://**")
    page.reload()
    assert page.locator(".handover__code").inner_text().strip() == code


def test_in_easy_finnish_one_reads_and_agrees(window, site_address):
    page = window()
    page.goto(f"{site_address}/fi/handover/share?easy=1")
    sound(page)
    page.locator("[name=answer]").first.check()
    page.locator("main form button").click()
    sound(page)
    assert page.locator("#consent").inner_text() == "Mihin suostut?"
    page.locator("main summary").click()
    assert page.get_by_text("Hän voi avata ne enintään kolme kertaa.").is_visible()
    page.locator("[name=agreed]").check()
    page.locator("main form button").click()
    sound(page)
    assert page.get_by_text("Jos koodi katoaa").is_visible()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_what_a_professional_reads_and_answers_is_accessible(
    window, site_address, monkeypatch, language
):
    page = window(language)
    code = share(page)
    who = guards.Professional("sample-1", "sample")
    monkeypatch.setattr(guards, "current_professional", lambda: who)
    page.goto(f"{site_address}/{language}/handover")
    sound(page)
    page.locator("[name=code]").fill(code)
    page.locator("button[formaction]").click()
    sound(page)
    assert page.locator("#limits").is_visible()
    page.locator("[name=taken_up]").last.check()
    page.locator("main form button").click()
    sound(page)  # without a reason
    page.locator("[name=reason]").fill("Esimerkki.")
    page.locator("[name=next_service]").select_option(index=1)
    page.locator("main form button").click()
    sound(page)
    page.goto(f"{site_address}/{language}/handover")
    page.locator("[name=code]").fill(code)
    page.locator("main form button").first.click()
    sound(page)
    assert page.get_by_text("Esimerkki.").is_visible()


def test_the_fragment_fills_the_field_and_leaves_the_address(window, site_address):
    page = window()
    code = share(page)
    page.goto("about:blank")
    page.goto(f"{site_address}/fi/handover#{code}")
    assert page.locator("[name=code]").input_value() == code
    assert page.url == f"{site_address}/fi/handover"
    page.goto("about:blank")
    page.goto(f"{site_address}/fi/handover#main")
    assert page.locator("[name=code]").input_value() == ""


def test_without_scripts_one_shares_types_the_code_and_takes_it_back(window, site_address):
    page = window(java_script_enabled=False)
    code = share(page)
    page.goto(f"{site_address}/fi/handover")
    page.locator("[name=code]").fill(code.lower().replace("-", " "))
    page.get_by_role("button", name="Katso, mitä on tapahtunut").click()
    assert "Kukaan ei ole vielä avannut" in page.locator("main").inner_text()
    page.get_by_role("button", name="Peru se, mitä jaoin").click()
    assert page.locator("h1").inner_text() == "Olet perunut jakamisen"


def test_by_keyboard_alone_one_shares(window):
    page = window()

    def go_to(selector):
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate(f"document.activeElement.matches('{selector}')"):
                return
        pytest.fail(f"{selector} is not reached")

    go_to("[name=answer]")
    page.keyboard.press("Space")
    go_to("main form button")
    page.keyboard.press("Enter")
    page.locator("#shown").wait_for()
    go_to("[name=agreed]")
    page.keyboard.press("Space")
    go_to("main form button")
    page.keyboard.press("Enter")
    page.locator(".handover__code").wait_for()
    assert page.locator(".qr svg").is_visible()
    assert page.locator("[data-print]").is_visible()
