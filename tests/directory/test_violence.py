import pytest

from navigator.domain.models import EasyText, Service
from navigator.extensions import db
from tests.factories import text

pytestmark = pytest.mark.one_database
EXIT = "https://exit.example/weather"


@pytest.fixture
def dangerous(county):
    violence = county.topic("violence", quick_exit=True)
    county.state.settings = county.state.settings | {"exit_url": EXIT}
    service = county.service("shelter", quick_exit=True, topics=[violence], related=["guidance"])
    service.easy = _easy()
    county.service("closed-shelter", quick_exit=True, topics=[violence], state="withdrawn")
    county.publish()


def _easy():
    return EasyText(state="published", name="Turvakoti", text=["Teksti."], steps=[])


PAGES = [
    ("/fi/services/shelter", 200),
    ("/sv/services/shelter", 200),
    ("/en/services/closed-shelter", 410),
    ("/en/topics/violence", 200),
    ("/en/services?topic=violence", 200),
    ("/en/services?topic=debts&topic=violence&q=x", 200),
    ("/en/services/shelter/feedback", 200),
    ("/fi/easy/shelter", 200),
]


@pytest.mark.parametrize(("path", "status"), PAGES)
def test_a_page_about_violence_has_a_way_out_and_is_kept_by_nobody(
    dangerous, client, page, path, status
):
    answer = client.get(path)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers
    found = page(path, status=status)
    way_out = found.soup.select_one("a[data-exit]")
    assert way_out["href"] == EXIT
    assert set(way_out["rel"]) == {"noopener", "noreferrer", "nofollow"}
    links = [link for link in found.soup.select("body a") if not link.find_parent("header")]
    assert links[1] is way_out  # the first stop after the skip link and the header


@pytest.mark.parametrize("path", ["/en/services/shelter", "/en/topics/violence"])
def test_a_page_about_violence_tells_what_the_way_out_does_not_do(dangerous, page, path):
    found = page(path)
    assert "/en/hide-visit" in found.hrefs("main .callout a")


@pytest.mark.parametrize(
    "path", ["/en/services/guidance", "/en/topics/debts", "/en/services", "/en/"]
)
def test_other_pages_have_no_way_out_and_may_be_kept(dangerous, client, page, path):
    assert not page(path).soup.select("[data-exit]")
    assert client.get(path).headers["Cache-Control"] == "public, max-age=60"


def test_how_to_hide_a_visit_is_told_with_a_way_out_and_kept_by_nobody(site):
    browser = site.test_client()
    for language in ("fi", "sv", "en"):
        answer = browser.get(f"/{language}/hide-visit")
        assert answer.headers["Cache-Control"] == "no-store"
        assert "data-exit" in answer.text


def test_thanks_for_a_report_keeps_nothing_either(client):
    assert client.get("/fi/feedback/thanks").headers["Cache-Control"] == "no-store"


def test_every_real_service_about_violence_is_guarded(site):
    with site.app_context(), db.reading() as session:
        about = [
            s
            for s in session.query(Service)
            if "vakivalta" in {t.topic.slug for t in s.topic_links[:1]}
        ]
        assert len(about) >= 4
        assert [service.slug for service in about if not service.quick_exit] == []


def test_the_way_out_has_a_default(county, page):
    county.service("shelter", quick_exit=True, name=text("Shelter"))
    county.publish()
    assert (
        page("/fi/services/shelter").soup.select_one("[data-exit]")["href"].startswith("https://")
    )
