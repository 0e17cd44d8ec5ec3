import html5lib
import pytest
from bs4 import BeautifulSoup

from navigator.web.links import page_numbers, tel

pytestmark = pytest.mark.one_database


@pytest.fixture
def gallery(browser):
    def show(path: str) -> BeautifulSoup:
        text = browser.get(f"/fi/gallery/{path}").text
        parser = html5lib.HTMLParser()
        parser.parse(text)
        assert not parser.errors
        soup = BeautifulSoup(text, "html5lib")
        ids = [tag["id"] for tag in soup.select("[id]")]
        assert len(ids) == len(set(ids))
        assert not soup.select("style, [style], script:not([src])")
        return soup

    return show


def test_the_search_names_its_fields_and_keeps_what_was_typed(gallery):
    form = gallery("results").select_one("form[role=search]")
    assert form["action"] == "/fi/services"
    assert form.select_one("#q")["value"] == "<velat>"
    assert form.select_one("option[selected]")["value"] == "lahti"
    assert {label["for"] for label in form.select("label")} == {"q", "municipality"}


def test_a_card_says_what_opens_now_and_whom_its_links_are_about(gallery):
    card = gallery("results").select_one(".service-card")
    assert card.select_one("h3 a")["href"] == "/fi/services/esimerkki"
    assert card.select_one(".tag--open.live").text == "Avoinna nyt, klo 15 asti"
    call = card.select_one("a[href='tel:0000000000']")
    assert call.text == "Soita 000 000 0000, Esimerkkineuvonta"
    assert call.bdi["dir"] == "ltr"
    assert card.select_one("a[rel=nofollow]").text == "Lisää omaan listaan: Esimerkkineuvonta"
    assert card.select_one("p span")["lang"] == "sv"


def test_facets_hold_what_else_the_address_says_and_tuck_long_lists_away(gallery):
    facets = gallery("results").select_one(".facets")
    assert "open" not in facets.attrs
    assert facets.select_one("[type=hidden]")["value"] == "velat"
    assert [box["value"] for box in facets.select("[checked]")] == ["lahti"]
    tucked = [len(f.select(".facets__more .facets__choice")) for f in facets.select("fieldset")]
    assert tucked == [0, 3, 0]
    assert facets.select_one("bdi[lang=ar]").text == "العربية"
    for box in facets.select("input[type=checkbox]"):
        assert facets.select_one(f"label[for='{box['id']}']")


def test_a_limit_is_a_link_that_takes_only_itself_away(gallery):
    path = "results?municipality=lahti&municipality=heinola&q=a&page=3"
    chip = gallery(path).select_one(".chips__chip")
    assert chip["href"] == "/fi/gallery/results?municipality=heinola&q=a"
    assert chip.text == "Lahti – poista rajaus✕"


def test_pages_of_results_keep_the_query_and_mark_this_page(gallery):
    pagination = gallery("results?q=a&page=5").select_one(".pagination")
    assert pagination.select_one("[aria-current=page]").text == "Sivu 5"
    links = [link["href"] for link in pagination.select("a")]
    assert links[0] == "/fi/gallery/results?q=a&page=4"
    assert links[1] == "/fi/gallery/results?q=a"
    assert links[-1] == "/fi/gallery/results?q=a&page=6"


@pytest.mark.parametrize(
    ("page", "pages", "shown"),
    [
        (1, 1, [1]),
        (1, 3, [1, 2, 3]),
        (5, 9, [1, None, 4, 5, 6, None, 9]),
        (3, 5, [1, 2, 3, 4, 5]),
        (1, 1000, [1, 2, None, 1000]),
        (4, 7, [1, 2, 3, 4, 5, 6, 7]),
    ],
)
def test_page_numbers_leave_out_what_is_far_away(page, pages, shown):
    assert page_numbers(page, pages) == shown


def test_a_service_page_shows_today_contacts_and_doubt(gallery):
    page = gallery("service")
    today = page.select_one(".hours-table__today")
    assert today.th.text == "Tiistai (tänään)"
    assert today.bdi.text == "12.00–17.00"
    assert page.select_one(".contact-list a[href^=mailto] bdi").text == "nobody@example.org"
    assert page.select_one(".contact-list a[href^=https]")["rel"] == ["noopener", "noreferrer"]
    source = " ".join(page.select_one(".fact-source").text.split())
    assert source == (
        "Lähde: Esimerkkilähde, 1.5.2026. Luettu 12.11.2026. "
        "Lähteet ovat eri mieltä. Toinen lähde antaa toisen numeron."
    )
    assert [row.dt.text for row in page.select(".summary-list:not(.contact-list) > div")] == [
        "Kenelle",
        "Hinta",
        "Kielet",
    ]
    assert page.select_one(".breadcrumbs [aria-current=page]").text == "Esimerkkineuvonta"
    assert page.select_one("[data-print][hidden]").name == "button"


def test_the_way_out_comes_first_and_works_without_a_script(gallery):
    page = gallery("service?violence=1")
    link = page.select_one(".quick-exit a[data-exit]")
    assert link["href"].startswith("https://")
    assert set(link["rel"]) == {"noopener", "noreferrer", "nofollow"}
    assert page.body.index(page.select_one(".quick-exit")) < page.body.index(page.main)


def test_a_form_tells_what_is_wrong_where_it_is(gallery):
    page = gallery("form")
    summary = page.select_one("main > .error-summary")
    assert summary.attrs.keys() >= {"role", "tabindex", "autofocus"}
    for link in summary.select("a"):
        assert page.select_one(link["href"]).name in {"input", "select"}
    group = page.select_one("fieldset:has(#kind)")
    described = group["aria-describedby"].split()
    assert described == ["kind-hint", "kind-error"]
    assert all(page.select_one(f"#{name}") for name in described)
    assert group.select_one("legend h1").text == "Mikä on vialla?"
    email = page.select_one("#email")
    assert (email["aria-invalid"], email["aria-describedby"]) == ("true", "email-error")
    message = page.select_one("#message")
    assert message.text.strip() == "<esimerkki>"
    assert message["aria-describedby"] == "message-hint"
    assert not page.select("[placeholder]")
    for field in page.select("main input, main select, main textarea"):
        assert page.select_one(f"label[for='{field['id']}']")


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("029 000 0000", "tel:0290000000"),
        ("+358 29 000", "tel:+35829000"),
        ("(03) 000-00 ", "tel:0300000"),
        ("116 117", "tel:116117"),
    ],
)
def test_a_number_can_be_dialled_however_it_is_written(number, address):
    assert tel(number) == address
