"""Opening and answering: closed to everyone until there are accounts, complete behind the guard."""

import re

import pytest

from navigator.domain.models import HandoverAudit, TextPage
from navigator.web.guards import current_professional
from tests.factories import text
from tests.guide.visitor import OWN
from tests.pages import read_page

NEXT = "tyopaja"


def lines(session):
    """Return the audit as told; the session gives its turn to write back."""
    rows = session.query(HandoverAudit).order_by(HandoverAudit.id).all()
    session.commit()
    return [(row.account, row.organisation, row.outcome) for row in rows]


@pytest.mark.parametrize("path", ["/open", "/answer"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_until_there_are_accounts_everyone_is_refused(resident, session, path, method):
    assert current_professional() is None
    code = resident.code()
    send = getattr(resident.client, method)
    answer = send(f"/fi/handover{path}", data={"code": code, "taken_up": "yes"}, headers=OWN)
    assert answer.status_code == 403
    assert answer.headers["Cache-Control"] == "no-store"
    page = read_page(answer.text)
    assert page.h1 == "Ammattilaiset eivät voi vielä avata tätä"
    assert page.soup.select("main a[href^='tel:']")
    assert lines(session) == [("", "", "created")]
    assert "Kukaan ei ole vielä avannut" in resident.page("", code=code).words()


def test_the_page_of_the_code_offers_opening_to_professionals_alone(resident, as_professional):
    assert "formaction" not in resident.get().text
    as_professional()
    assert 'formaction="/fi/handover/open"' in resident.get().text


def test_a_professional_sees_exactly_what_the_resident_saw(resident, as_professional):
    chosen = {"answer": ["3", "5"], "service": ["1"]}
    seen = resident.page("/share", **chosen).soup.select_one("main .callout--plain")
    code = resident.code(**resident.form(**chosen))
    as_professional()
    page = resident.page("/open", code=code)
    assert page.soup.select_one("main .callout--plain").get_text() == seen.get_text()
    assert "Esimerkin teksti. (fi)" in page.words()
    assert page.soup.select("[data-print]")
    assert "Aikuinen" not in page.words()


def test_a_professional_reads_the_limits_and_how_often_it_opens_still(resident, as_professional):
    code = resident.code()
    as_professional()
    for left in (
        "Voit avata tiedot vielä 2 kertaa.",
        "Voit avata tiedot vielä 1 kerran.",
        "Et voi avata tietoja uudelleen: tämä oli viimeinen kerta.",
    ):
        limits = resident.page("/open", code=code).all_words("section[aria-labelledby=limits] li")
        assert limits[0].startswith("Käytä tietoja vain tämän asian hoitamiseen.")
        assert limits[1].startswith("Koodi toimii 27.11.2026 klo 12.00 asti, ellei asukas peru")
        assert limits[2] == left


def test_a_text_of_consent_that_has_changed_since_is_told_by_its_version(
    resident, as_professional, session
):
    code = resident.code()
    row = session.query(TextPage).filter_by(slug="consent").one()
    row.content = row.content | {"lead": text("Uusi johdanto.")}
    session.commit()
    as_professional()
    page = resident.page("/open", code=code)
    assert re.search(r"Asukas suostui tekstin versioon 2026-11-24 [0-9a-f]{8}\.", page.words())
    assert "Uusi johdanto." not in page.words()


def test_a_taken_up_handover_is_told_to_the_resident(resident, as_professional):
    code = resident.code()
    as_professional()
    resident.post("/open", code=code)
    assert "avannut sen, mitä jaoit. Hän ei" in resident.page("", code=code).words()
    resident.page("/answer", code=code, taken_up="yes", reason="", next_service="")
    as_professional(None)
    page = resident.page("", code=code)
    assert "ottaa asiasi hoidettavaksi" in page.words()
    assert "Hän ei saanut meiltä nimeäsi eikä numeroasi." in page.words()


def test_a_refusal_says_why_and_what_is_next(resident, as_professional):
    code = resident.code()
    as_professional()
    resident.post("/open", code=code)
    page = resident.page("/answer", status=422, code=code, taken_up="no")
    assert page.hrefs(".error-summary a") == ["#reason", "#next_service"]
    answer = {"taken_up": "no", "reason": "Esimerkki <b>syystä</b>.", "next_service": NEXT}
    resident.page("/answer", code=code, **answer)
    page = resident.page("", code=code)
    assert "Esimerkki <b>syystä</b>." in page.words()
    assert f"/fi/services/{NEXT}" in page.hrefs("main a")


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"taken_up": ""}, "#taken_up"),
        ({"taken_up": "no", "reason": "x" * 501}, "#reason"),
        ({"taken_up": "no", "next_service": "ei-tallaista"}, "#next_service"),
    ],
)
def test_an_answer_that_is_not_right_is_not_taken(resident, as_professional, changed, wrong):
    code = resident.code()
    as_professional()
    resident.post("/open", code=code)
    sent = {"code": code, "taken_up": "yes", "reason": "Esimerkki.", "next_service": NEXT}
    assert wrong in resident.page("/answer", status=422, **(sent | changed)).hrefs(
        ".error-summary a"
    )
    assert "ei ole vielä vastannut" in resident.page("", code=code).words()


def test_the_first_professional_claims_it_and_opens_it_three_times(resident, as_professional):
    code = resident.code()
    for account, status in [("a", 200), ("b", 422), ("a", 200), ("a", 200), ("a", 422)]:
        as_professional(account)
        assert resident.post("/open", code=code).status_code == status
    as_professional("b")
    assert resident.post("/answer", code=code, taken_up="yes").status_code == 422


def test_an_account_tries_ten_codes_an_hour(resident, as_professional):
    code = resident.code()
    as_professional()
    for _ in range(3):
        assert resident.post("/open", code=code).status_code == 200
    for _ in range(7):
        assert resident.post("/open", code=code).status_code == 422
    assert resident.post("/open", code=code).status_code == 429


def test_the_audit_tells_who_did_what_and_nothing_of_the_resident(
    resident, session, as_professional
):
    code = resident.code()
    as_professional()
    resident.post("/open", code=code)
    resident.post("/answer", code=code, taken_up="yes")
    as_professional("b")
    resident.post("/open", code=code)
    resident.post("/withdraw", code=code)
    mine = ("sample-1", "esimerkkialue")
    assert lines(session) == [
        ("", "", "created"),
        (*mine, "opened"),
        (*mine, "answered"),
        ("b", "esimerkkialue", "refused"),
        ("", "", "withdrawn"),
    ]
    assert len({row.mark for row in session.query(HandoverAudit)}) == 1


def test_s25_a_professional_too_sends_from_our_own_page(resident, as_professional):
    code = resident.code()
    as_professional()
    headers = OWN | {"Sec-Fetch-Site": "cross-site"}
    answer = resident.client.post("/fi/handover/open", data={"code": code}, headers=headers)
    assert answer.status_code == 403
    assert "Kukaan ei ole vielä avannut" in resident.page("", code=code).words()
