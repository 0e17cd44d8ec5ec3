import pytest

pytestmark = pytest.mark.one_database

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self'; font-src 'self'; connect-src 'self'; object-src 'none'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
PATHS = [
    "/",
    "/fi/sample/counted",
    "/fi/nothing-here",
    "/fi/sample/error/429",
    "/fi/sample/broken",
    "/%ff",
    "/assets/000000000000.css",
]


@pytest.mark.parametrize("path", PATHS)
def test_s22_every_answer_carries_the_security_headers(browser, shell, path):
    shell.config["PROPAGATE_EXCEPTIONS"] = False
    answer = browser.get(path)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert answer.headers.getlist("Content-Security-Policy") == [HEADERS["Content-Security-Policy"]]


def test_s22_a_304_and_a_refused_host_carry_them_too(browser):
    tag = browser.get("/fi/sample/counted").headers["ETag"]
    kept = browser.get("/fi/sample/counted", headers={"If-None-Match": tag})
    refused = browser.get("/fi/", headers={"Host": "evil.example"})
    assert (kept.status_code, refused.status_code) == (304, 400)
    assert HEADERS.items() <= dict(kept.headers).items()
    assert HEADERS.items() <= dict(refused.headers).items()


def test_the_open_api_alone_may_be_read_by_other_sites(browser):
    answer = browser.get("/api/nothing-here")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert "Access-Control-Allow-Origin" not in browser.get("/apiary").headers


def test_what_names_no_caching_is_kept_by_no_one(browser):
    assert browser.get("/fi/nothing-here").headers["Cache-Control"] == "no-store"
    assert browser.get("/").headers["Cache-Control"] == "no-store"


def test_s24_no_answer_sets_a_cookie(browser):
    answers = [browser.get(path) for path in PATHS if "broken" not in path]
    assert not any("Set-Cookie" in answer.headers for answer in answers)
