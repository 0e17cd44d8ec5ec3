"""What a real browser tells us, and others, of the page that somebody comes from."""

import shutil
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.chromium import ARGS

OUR_NAME = "sample.test"


@pytest.fixture
def others():
    """Serve another site; return its address and what each request told it."""
    told = []

    class Other(BaseHTTPRequestHandler):
        def do_GET(self):
            told.append(dict(self.headers))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_given):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Other)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", told
    server.shutdown()


@pytest.fixture
def plain(chromium, site, site_address, monkeypatch):
    """Return a page of a browser that names origins alone, as every browser did before 2020.

    Chromium sends no `Sec-Fetch-Site` to a name that it reaches without TLS.
    """
    monkeypatch.setitem(site.config, "TRUSTED_HOSTS", [OUR_NAME, *site.config["TRUSTED_HOSTS"]])
    port = site_address.rpartition(":")[2]
    browser = chromium.browser_type.launch(
        executable_path=shutil.which("chromium"),
        args=[*ARGS, f"--host-resolver-rules=MAP {OUR_NAME} 127.0.0.1"],
    )
    page = browser.new_page(base_url=f"http://{OUR_NAME}:{port}")
    yield page
    browser.close()


def test_a_form_of_a_browser_without_fetch_metadata_is_taken(plain):
    sent = []
    plain.on("request", lambda request: sent.insert(0, request))
    plain.goto("/fi/handover")
    plain.locator("[name=code]").fill("E71GZ")
    plain.locator("main form button").first.click()
    assert plain.locator(".error-summary li").inner_text().startswith("Koodissa on 14 merkkiä.")
    [form] = [request.all_headers() for request in sent if request.method == "POST"]
    assert "sec-fetch-site" not in form
    assert form["origin"] == plain.url.removesuffix("/fi/handover")


@pytest.mark.parametrize("path", ["/fi/questions/1", "/fi/questions/check", "/fi/handover"])
def test_s43_another_site_does_not_learn_where_somebody_comes_from(
    visit, site_address, others, path
):
    address, told = others
    page = visit(path)
    page.evaluate("address => { location.href = address; }", address)
    page.wait_for_url(address)
    assert told
    assert not any(site_address in str(headers) for headers in told)
