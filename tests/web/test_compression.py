import gzip

import brotli
import pytest

pytestmark = pytest.mark.one_database

PATHS = ["/fi/sample/counted", "/fi/nothing-here"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("accepted", "used"),
    [
        ("br, gzip", "br"),
        ("gzip, deflate, br;q=0.5", "gzip"),
        ("gzip", "gzip"),
        ("br;q=0", None),
        ("", None),
        ("identity", None),
    ],
)
def test_a_page_is_packed_as_the_browser_likes_it(browser, path, accepted, used):
    answer = browser.get(path, headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding") == used
    assert int(answer.headers["Content-Length"]) == len(answer.data)
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}.get(used, lambda data: data)
    assert unpack(answer.data).startswith(b"<!DOCTYPE html>")
    assert "Accept-Encoding" in answer.headers["Vary"]


def test_an_answer_to_somebody_with_a_cookie_is_not_packed(shell):
    headers = {"Accept-Encoding": "br", "Cookie": "__Host-sessio=x"}
    answer = shell.test_client(use_cookies=False).get("/fi/sample/counted", headers=headers)
    assert "Content-Encoding" not in answer.headers
