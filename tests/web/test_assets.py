import gzip
import re

import pytest

from navigator.web.assets import STATIC, asset_url, stylesheets

pytestmark = pytest.mark.one_database


@pytest.fixture
def addresses(shell):
    with shell.test_request_context("/fi/"):
        return {kind: asset_url(kind) for kind in ("css", "js", "svg")}


def test_an_asset_is_named_by_its_content_and_kept_for_ever(browser, addresses):
    for address in addresses.values():
        answer = browser.get(address)
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert re.fullmatch(r"/assets/[0-9a-f]{12}\.css", addresses["css"])


def test_assets_say_their_type_and_answer_304(browser, addresses):
    assert browser.get(addresses["css"]).content_type == "text/css; charset=utf-8"
    assert browser.get(addresses["js"]).content_type == "text/javascript; charset=utf-8"
    icon = browser.get(addresses["svg"])
    assert icon.content_type == "image/svg+xml"
    tag = {"If-None-Match": icon.headers["ETag"]}
    assert browser.get(addresses["svg"], headers=tag).status_code == 304


def test_a_page_of_the_server_before_gets_the_new_file_but_not_for_ever(browser):
    answer = browser.get("/assets/000000000000.css")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize("name", ["short.css", "zzzzzzzzzzzz.css", "000000000000.map", "../a.css"])
def test_what_is_no_asset_is_not_found(browser, name):
    assert browser.get(f"/assets/{name}").status_code == 404


def test_style_and_script_stay_within_their_limits(browser, addresses):
    style = browser.get(addresses["css"], headers={"Accept-Encoding": "identity"}).data
    script = browser.get(addresses["js"], headers={"Accept-Encoding": "identity"}).data
    assert len(gzip.compress(style, 9)) <= 8 * 1024
    assert len(gzip.compress(script, 9)) <= 2 * 1024


def test_every_stylesheet_is_joined_tokens_first_and_print_last():
    files = stylesheets()
    assert set(files) == set((STATIC / "css").rglob("*.css"))
    assert [file.name for file in (files[0], files[-1])] == ["tokens.css", "print.css"]


def test_styles_use_logical_sides_and_no_foreign_or_inline_sources():
    for file in stylesheets():
        rules = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search(
            r"(margin|padding|border)-(left|right)|text-align: (left|right)", rules
        )
        assert not re.search(r"url\(|@import|@layer|data:", rules)


def test_every_shared_macro_has_its_stylesheet():
    styles = {file.stem.replace("-", "_") for file in (STATIC / "css/components").glob("*.css")}
    macros = {file.stem for file in (STATIC.parent / "navigator/templates/macros").glob("*.html")}
    assert macros <= styles
