"""The macros in a real browser: accessible, fit for small screens, useful without scripts."""

import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page
from werkzeug.serving import make_server

from navigator.config import Settings
from navigator.factory import create_app
from tests.axe import problems, problems_at_night
from tests.web import gallery

PAGES = ["home", "results?page=5&q=a", "service", "service?violence=1", "form", "../nothing"]


@pytest.fixture(scope="module")
def base(tmp_path_factory) -> Iterator[str]:
    data = {"NAVIGATOR_DATA": str(tmp_path_factory.mktemp("look"))}
    app = create_app(Settings.from_environment(data))
    gallery.add_to(app)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/fi/gallery/"
    server.shutdown()


@pytest.fixture
def narrow(chromium, base):
    contexts = []

    def open_page(path: str, **options: object) -> Page:
        context = chromium.new_context(viewport={"width": 320, "height": 640}, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(base + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible_and_fits_a_small_screen(narrow, path):
    page = narrow(path)
    assert problems(page) == ""
    assert problems_at_night(page) == ""
    for size in ("100%", "200%"):
        page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", ["home", "service", "form"])
def test_a_page_written_from_the_right_fits_too(narrow, path):
    page = narrow(path)
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_first_stop_leads_to_the_content(narrow):
    page = narrow("service")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_without_scripts_a_wrong_form_begins_at_what_is_wrong(narrow):
    page = narrow("form", java_script_enabled=False)
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    focused = [
        node["role"]["value"]
        for node in nodes
        for trait in node.get("properties", [])
        if trait["name"] == "focused" and trait["value"]["value"]
    ]
    assert "alert" in focused


def test_the_print_button_is_there_for_who_has_scripts(narrow):
    assert narrow("service").is_visible("[data-print]")
    assert not narrow("service", java_script_enabled=False).is_visible("[data-print]")


def test_on_paper_there_are_no_controls(narrow):
    page = narrow("results")
    page.emulate_media(media="print")
    for hidden in (".search-form", ".facets", ".pagination", ".languages", ".tag.live", ".skip"):
        assert not page.locator(hidden).first.is_visible()
    assert page.locator(".service-card__name").first.is_visible()
    assert page.locator(".paper").is_visible()
