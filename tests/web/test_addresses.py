import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

pytestmark = pytest.mark.one_database


@pytest.mark.parametrize(
    "path",
    [
        "/%ff",
        "/fi/%c3%28",
        "/fi/%00",
        "/fi/services%0d%0aX-Evil:1",
        "/fi/sample/counted?q=%ff",
        "/fi/sample/counted?q=%ed%a0%80",
        "/fi/sample/counted?q=a%00b",
        "/fi/sample/counted?" + "q=" * 5000,
        "/fi/" + "a" * 9000,
    ],
)
def test_s38_an_odd_address_is_told_so_plainly(browser, path):
    answer = browser.get(path)
    assert answer.status_code == 400
    assert "112" in answer.text
    assert "X-Evil" not in answer.headers


def test_a_query_of_many_choices_is_not_odd(browser):
    query = "&".join(f"topic=topic-number-{number}" for number in range(100))
    assert browser.get(f"/fi/sample/counted?{query}").status_code == 200


@pytest.mark.parametrize("path", ["//evil.example/%2f..", "/fi//evil.example", "/\\evil.example"])
def test_s26_no_address_leads_off_the_site(browser, path):
    answer = browser.get(path, base_url="http://localhost")
    location = answer.headers.get("Location", "/")
    assert location.startswith(("/", "http://localhost/"))
    assert not location.startswith(("//", "/\\"))


@hypothesis_settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    path=st.binary(max_size=40),
    query=st.binary(max_size=40),
    method=st.sampled_from(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"]),
)
def test_s39_no_address_and_no_method_breaks_the_service(browser, path, query, method):
    environ = {
        "PATH_INFO": "/" + path.decode("latin-1"),
        "QUERY_STRING": query.replace(b"#", b"").decode("latin-1"),
    }
    answer = browser.open("/", method=method, environ_overrides=environ)
    assert answer.status_code < 500
