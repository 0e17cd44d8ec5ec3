"""Nothing that can be asked for breaks the service: a clear page, or problem+json under /api."""

import json
import re
from urllib.parse import quote, unquote_to_bytes

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tests.pages import read_page
from tests.web.test_headers import HEADERS

pytestmark = pytest.mark.one_database
PATIENT = hypothesis_settings(
    max_examples=120, deadline=None, suppress_health_check=list(HealthCheck)
)
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW"]
FIRST = ["fi", "sv", "en", "de", "api", "assets", "..", "", "%2e%2e", "FI"]
SECOND = ["services", "topics", "municipalities", "organisations", "easy", "list", "situations"]
NAMES = ["q", "page", "topic", "municipality", "language", "open", "s", "audience", "channel"]

odd_text = st.text(
    st.characters(codec=None),
    max_size=30,  # surrogates and NUL too
)
part = st.one_of(
    st.sampled_from([*SECOND, "nollalinja", "velat", "lahti", "feedback", "'", "<x>", "%00", "."]),
    odd_text.map(lambda words: quote(words.encode("utf-8", "surrogatepass"), safe="")),
    st.binary(max_size=12).map(lambda octets: quote(octets, safe="")),
)
path = st.builds(
    lambda first, rest: "/" + "/".join([first, *rest]),
    st.sampled_from(FIRST),
    st.lists(part, max_size=4),
)
value = st.one_of(
    odd_text.map(lambda words: quote(words.encode("utf-8", "surrogatepass"))),
    st.binary(max_size=20).map(quote),
    st.sampled_from(
        ["1" * 50, "-1", "1e9", "NaN", "[]", "{}", "a" * 10_000, "%", "%%", "%zz", "&&"]
    ),
)
query = st.lists(
    st.tuples(st.sampled_from([*NAMES, "q[]", "q[a][b]", "", "%00", "=", ";"]), value), max_size=5
).map(lambda pairs: "&".join(f"{name}={given}" for name, given in pairs))


def check(answer, path):
    """Fail unless the answer is one of ours, whole and clear."""
    assert answer.status_code < 500
    assert {name: answer.headers.get(name) for name in HEADERS if name in KEPT} == KEPT
    assert "Set-Cookie" not in answer.headers
    location = answer.headers.get("Location")
    if location is not None:
        assert re.match(r"/(?![/\\])|https?://localhost/", location), location
    elif answer.status_code >= 400 and answer.request.method not in {"HEAD"}:
        if path == "/api" or path.startswith("/api/"):
            assert json.loads(answer.text)["status"] == answer.status_code
        elif answer.mimetype == "text/html" and answer.text:
            assert 'href="tel:112"' in answer.text
    assert "Traceback" not in answer.text


HEADERS_OF_BROWSERS = [
    *(
        "Accept-Language",
        "Accept-Encoding",
        "If-None-Match",
        "If-Modified-Since",
        "Range",
        "Cookie",
    ),
    *("Origin", "Referer", "User-Agent", "Content-Length", "Transfer-Encoding"),
]
KEPT = {name: words for name, words in HEADERS.items() if "Resource-Policy" not in name}


@PATIENT
@given(path=path, query=query, method=st.sampled_from(METHODS))
def test_s39_no_address_and_no_method_breaks_the_pages(site, path, query, method):
    address = f"{path}?{query}" if query else path
    answer = site.test_client().open(
        "/", method=method, environ_overrides=environ_of(path, query) | {"REQUEST_URI": address}
    )
    check(answer, path)


def environ_of(path, query):
    """Return path and query as a server hands them over: octets read as latin-1."""
    return {
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": query.encode().decode("latin-1"),
    }


@hypothesis_settings(PATIENT, max_examples=40)
@given(query=query, path=st.sampled_from(["services", "list", "services/nollalinja", "", "easy"]))
def test_f31_any_query_gives_a_whole_page(site, path, query):
    answer = site.test_client().get(f"/fi/{path}", query_string=query)
    assert answer.status_code in {200, 400}
    read_page(answer.text)


@PATIENT
@given(
    body=st.one_of(st.binary(max_size=300), query.map(str.encode)),
    kind=st.sampled_from(
        [
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "application/json",
            "text/plain; charset=utf-7",
            "x",
            "",
        ]
    ),
)
def test_no_body_breaks_the_form(site, body, kind):
    answer = site.test_client().post(
        "/fi/feedback", data=body, content_type=kind, headers={"Sec-Fetch-Site": "same-origin"}
    )
    assert answer.status_code in {200, 303, 400, 413, 415}


@PATIENT
@given(
    headers=st.dictionaries(
        st.sampled_from(HEADERS_OF_BROWSERS),
        st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=60),
        max_size=4,
    )
)
def test_no_header_breaks_a_page(site, headers):
    answer = site.test_client(use_cookies=False).get("/fi/topics/velat", headers=headers)
    assert answer.status_code in {200, 304, 400, 413}


FOREIGN_HOSTS = [
    "evil.example",
    "localhost.evil.example",
    "evil.example:80",
    "localhost:80@evil.example",
    "localhost/evil.example",
    "127.0.0.1.evil.example",
    "[::2]",
    "[::1].evil.example",
    "evil.example, localhost",
    "",
    "a" * 300,
    "local\thost",
    '"><script>',
]


@pytest.mark.parametrize("host", FOREIGN_HOSTS)
def test_s29_a_foreign_host_is_refused_and_leaves_no_trace(site, host):
    client = site.test_client()
    answer = client.get("/fi/services?q=trace", headers={"Host": host})
    assert answer.status_code == 400
    trace = host[:40] if len(host) > 12 else "evil"
    assert trace not in answer.text
    assert not any(trace in words for _, words in answer.headers)
    after = client.get("/fi/services?q=trace")
    assert after.status_code == 200
    assert "evil" not in after.text


@pytest.mark.parametrize(
    "path",
    [
        "//evil.example",
        "//evil.example/%2e%2e",
        "/%2f%2fevil.example",
        "/\\evil.example",
        "/%5cevil.example",
        "/fi//evil.example/",
        "/fi/services//evil.example",
        "/fi/easy?next=//evil.example",
        "/sv/easy?lang=//evil.example",
        "/sv/easy///evil.example",
        "/fi/services/%2f%2fevil.example",
        "/?next=https:evil.example",
        "/.evil.example",
        "/@evil.example",
        "/fi",
        "/fi?x=//evil.example",
    ],
)
def test_s26_f25_no_address_leads_off_the_site(site, path):
    answer = site.test_client().get(path, base_url="http://localhost")
    assert answer.status_code in {200, 301, 302, 303, 308, 400, 404}
    location = answer.headers.get("Location", "/")
    assert re.match(r"/(?![/\\])|http://localhost/", location)
    assert "evil.example" not in re.split("[?#]", location)[0] or location.startswith("/")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW"])
@pytest.mark.parametrize(
    "path", ["/fi/", "/fi/services", "/fi/services/nollalinja", "/sitemap.xml"]
)
def test_what_only_reads_takes_nothing(site, path, method):
    answer = site.test_client().open(path, method=method)
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
    read_page(answer.text)


@pytest.mark.parametrize(
    "path",
    [
        "services/x",
        "topics/x",
        "municipalities/x",
        "organisations/x",
        "easy/x",
        "situations/x",
        "x",
    ],
)
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_what_is_not_there_is_a_page_with_ways_on(site, path, language):
    answer = site.test_client().get(f"/{language}/{path}", follow_redirects=True)
    found = read_page(answer.text)
    assert answer.status_code == 404
    assert "tel:112" in found.hrefs("main a")
    assert found.soup.select_one("main form[role=search]")


@pytest.mark.parametrize("path", ["/api", "/api/", "/api/nothing", "/api/v1/services?q=%ff"])
def test_programs_get_a_problem_in_json(site, path):
    answer = site.test_client().get(path)
    assert answer.content_type == "application/problem+json"
    assert json.loads(answer.text)["status"] == answer.status_code
    assert answer.status_code in {400, 404}
