import pytest

pytestmark = pytest.mark.one_database

FORM = "/fi/sample/form"


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "same-origin"},
        {"Origin": "https://localhost"},
        {"Origin": "http://127.0.0.1:8000"},
    ],
)
def test_s25_a_form_from_our_own_page_is_taken(browser, title, headers):
    assert title(browser.post(FORM, headers=headers)) == "Sent"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "null"},
        {"Origin": "http://evil.example"},
        {"Origin": "http://localhost"},
        {"Origin": "https://localhost.evil.example"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "https://localhost"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_s25_a_form_from_elsewhere_is_refused(browser, headers):
    assert browser.post(FORM, headers=headers).status_code == 403


def test_reading_a_form_needs_no_origin(browser, title):
    assert title(browser.get(FORM)) == "Form"


def test_s02_every_view_says_who_may_call_it(app):
    unguarded = {
        endpoint for endpoint, view in app.view_functions.items() if not hasattr(view, "guard")
    }
    assert unguarded == set()


def test_s03_every_part_of_an_address_has_a_converter(app):
    plain = {
        str(rule)
        for rule in app.url_map.iter_rules()
        if any(":" not in part.partition(">")[0] for part in str(rule).split("<")[1:])
    }
    assert plain == set()
