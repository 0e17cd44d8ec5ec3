import gzip

import brotli
import pytest

from tests.real_site import PAGES

pytestmark = pytest.mark.one_database
NEVER_KEPT = {
    "a later page of results",  # it carries somebody's own list
    "results about violence",
    "results for words of danger",
    "service about violence",
    "service that has ended",
    "topic about violence",
    "situation about violence",
    "hide visit",
    "feedback",
    "feedback on a service",
    "feedback about violence",
    "thanks",
    "own list",
    "empty own list",
    "not found",
    "code",
}
KEPT = {name: path for name, path in PAGES.items() if name not in NEVER_KEPT}


@pytest.mark.parametrize("path", KEPT.values(), ids=KEPT)
def test_a_public_page_carries_a_tag_and_is_not_sent_twice(site, path):
    client = site.test_client()
    first = client.get(f"/fi/{path}")
    kept, seconds = first.headers["Cache-Control"].split(", max-age=")
    assert kept == "public"
    assert 0 <= int(seconds) <= 60
    assert "Accept-Encoding" in first.headers["Vary"]
    again = client.get(f"/fi/{path}", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


@pytest.mark.parametrize("name", sorted(NEVER_KEPT))
def test_s27_what_must_not_be_kept_is_kept_by_nobody(site, name):
    answer = site.test_client().get(f"/fi/{PAGES[name]}")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers


@pytest.mark.parametrize("path", ["", "services", "services/nollalinja", "feedback", "sitemap.xml"])
def test_pages_are_packed_as_the_browser_takes_them(site, path):
    client = site.test_client()
    address = f"/{path}" if path == "sitemap.xml" else f"/fi/{path}"
    plain = client.get(address)
    assert "Content-Encoding" not in plain.headers
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}
    for encoding, opened in unpack.items():
        packed = client.get(address, headers={"Accept-Encoding": encoding})
        assert packed.headers["Content-Encoding"] == encoding
        assert int(packed.headers["Content-Length"]) == len(packed.data) < len(plain.data) / 2
        if path != "feedback":  # whose form is sealed anew each time
            assert opened(packed.data) == plain.data
    assert (
        "Content-Encoding" not in client.get(address, headers={"Accept-Encoding": "zstd"}).headers
    )


def test_f39_no_language_query_or_stranger_s_header_is_mixed_into_a_page(site):
    client = site.test_client()
    hostile = {
        "Accept-Language": "sv",
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Proto": "https",
        "X-Original-URL": "/sv/",
        "Forwarded": "host=evil.example",
    }
    site.extensions["pages"].clear()
    poisoned = client.get("/fi/services?q=velka&utm=evil.example&lang=sv", headers=hostile)
    clean = client.get("/fi/services?q=velka")
    assert poisoned.text == clean.text
    assert "evil.example" not in clean.text
    assert '<html lang="fi"' in clean.text
    assert '<html lang="sv"' in client.get("/sv/services?q=velka").text
    assert client.get("/fi/services?q=talo").text != clean.text
    assert client.get("/fi/services?q=velka&page=2").text != clean.text
    assert client.get("/fi/services").text != clean.text


def test_a_page_for_who_is_known_is_not_kept_for_others(site):
    client = site.test_client(use_cookies=False)
    for headers in ({"Cookie": "session=x"}, {"Authorization": "Bearer x"}):
        answer = client.get("/fi/", headers=headers)
        assert answer.headers["Cache-Control"] == "no-store"
    assert client.get("/fi/").headers["Cache-Control"].startswith("public")


def test_publishing_shows_at_once(county, client):
    county.service("changing")
    county.publish()
    assert "changing (fi)" in client.get("/fi/services/changing").text
    county.session.get(type(county.guidance), county.guidance.id)
    county.guidance.name = {"fi": "Uusi nimi"}
    county.publish()
    assert "Uusi nimi" in client.get("/fi/services/guidance").text
    assert "Uusi nimi" in client.get("/fi/services").text


def test_a_moved_or_missing_page_is_not_kept(county, client):
    county.publish()
    for path in ("/fi/services/nothing", "/", "/fi/topics/nothing"):
        assert client.get(path).headers["Cache-Control"] == "no-store"
