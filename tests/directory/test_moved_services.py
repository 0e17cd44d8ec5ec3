"""Services that have another address, have ended, or never were."""

from datetime import timedelta

import pytest
import time_machine

from navigator.domain.models import FormerSlug
from tests.directory.county import MOMENT, TODAY
from tests.directory.test_service import BACKUP


def test_an_old_address_leads_to_the_new_one(county, client):
    service = county.service("now")
    service.former_slugs.append(FormerSlug(slug="before"))
    county.publish()
    answer = client.get("/sv/services/before")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/sv/services/now")


def test_an_old_address_keeps_the_list_that_it_carries(county, client):
    service = county.service("now")
    service.former_slugs.append(FormerSlug(slug="before"))
    county.publish()
    location = client.get("/sv/services/before?s=guidance").headers["Location"]
    assert location == "/sv/services/now?s=guidance"


@pytest.mark.parametrize(
    "given",
    [
        {"state": "withdrawn"},
        {"state": "published", "public_until": TODAY - timedelta(days=1)},
    ],
)
def test_a_service_that_has_ended_says_what_to_use_instead(county, page, given):
    county.service("draft", state="draft")
    county.service("ended", replaced_by=["draft", "guidance"], **given)
    county.publish()
    found = page("/en/services/ended", status=410)
    assert found.h1 == "Ended: ended (en)"
    assert found.hrefs(".service-cards h3 a") == ["/en/services/guidance"]
    assert found.hrefs(BACKUP) == ["tel:0120000000"]
    assert found.soup.select_one("meta[name=robots]")["content"] == "noindex"


@pytest.mark.one_database
def test_a_service_is_public_through_its_last_day(county, client):
    county.service("last", public_until=TODAY)
    county.publish()
    assert client.get("/fi/services/last").status_code == 200
    with time_machine.travel(MOMENT + timedelta(days=1), tick=False):
        assert client.get("/fi/services/last").status_code == 410


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.one_database
def test_an_unknown_service_ends_in_search_and_crisis_numbers(county, page, language):
    county.publish()
    found = page(f"/{language}/services/nothing", status=404)
    assert found.soup.select_one("main form[role=search]")["action"] == f"/{language}/services"
    assert found.hrefs("main a[href^=tel]") == ["tel:112", "tel:116117"]
    assert f"/{language}/help-now" in found.hrefs("main a")
