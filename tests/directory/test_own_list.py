from urllib.parse import parse_qs, unquote, urlsplit

import pytest

pytestmark = pytest.mark.one_database


@pytest.fixture
def three(county):
    for slug in ("a", "b", "c"):
        county.service(slug)
    county.publish()


def test_a_list_is_built_by_links_and_lives_in_the_address(three, page):
    found = page("/fi/services")
    add = next(href for href in found.hrefs(".service-card__actions a") if href.endswith("s=a"))
    assert add == "/fi/list?s=a"
    listed = page(add)
    more = next(href for href in listed.hrefs("main a.button") if "/services" in href)
    assert more == "/fi/services?s=a"
    added = [href for href in page(more).hrefs(".service-card__actions a") if "list" in href]
    assert "/fi/list?s=a&s=b" in added
    assert not [href for href in added if href.endswith("s=a&s=a")]


def test_a_list_keeps_its_order_and_each_service_once(three, page):
    found = page("/fi/list?s=b&s=a&s=b&s=nothing")
    assert found.all_words(".service-card__name") == ["b (fi)", "a (fi)"]


def test_each_service_can_be_taken_off(three, page):
    removals = page("/fi/list?s=a&s=b").hrefs(".service-cards a[rel=nofollow]")
    assert removals == ["/fi/list?s=b", "/fi/list?s=a"]
    assert page("/fi/list?s=b").hrefs(".service-cards a[rel=nofollow]") == ["/fi/list"]


def test_the_list_can_be_sent_by_ones_own_program(three, page):
    draft = urlsplit(next(h for h in page("/en/list?s=a&s=b").hrefs("a") if h.startswith("mailto")))
    assert draft.path == ""  # to nobody: the visitor chooses
    body = parse_qs(draft.query)["body"][0]
    assert "a (en)" in body
    assert "012 345 6789" in body
    assert "http://127.0.0.1:8000/en/services/b" in body
    assert unquote(body).endswith("http://127.0.0.1:8000/en/list?s=a&s=b")


def test_the_list_has_a_pattern_for_a_phone(three, page):
    code = page("/sv/list?s=a").soup.select_one(".qr[role=img]")
    assert code["aria-label"]
    assert code.select_one("svg path")
    assert "style" not in str(code)


def test_the_list_in_another_language_is_the_same_list(three, page):
    assert page("/fi/list?s=b&s=a").hrefs(".languages a")[2] == "/en/list?s=b&s=a"


def test_a_list_is_kept_by_nobody(three, client, page):
    answer = client.get("/fi/list?s=a")
    assert answer.headers["Cache-Control"] == "no-store"
    assert page("/fi/list?s=a").soup.select_one("meta[name=robots]")["content"] == "noindex"


def test_an_empty_list_says_how_to_begin(county, page):
    county.publish()
    assert "/en/services" in page("/en/list").hrefs("main a.button")


def test_a_list_of_too_many_is_cut_and_takes_no_more(county, page):
    for number in range(32):
        county.service(f"n-{number:02}", number=None)
    county.publish()
    address = "/fi/list?" + "&".join(f"s=n-{number:02}" for number in range(32))
    assert len(page(address).all_words(".service-card__name")) == 30
    full = address.replace("/list?", "/services/n-31?")
    assert not [
        href for href in page(full).hrefs("main a") if "/fi/list" in href and "n-31" in href
    ]


def test_a_service_about_violence_is_never_on_a_list(county, page):
    county.topic("violence", quick_exit=True)
    county.service("shelter", quick_exit=True)
    county.service("plain")
    county.publish()
    assert page("/fi/list?s=shelter&s=plain").all_words(".service-card__name") == ["plain (fi)"]
    assert not [h for h in page("/fi/services").hrefs("main a") if "s=shelter" in h]
    assert not [h for h in page("/fi/services/shelter").hrefs("main a") if "/list" in h]
    assert "shelter" not in page("/fi/list?s=shelter").words()
