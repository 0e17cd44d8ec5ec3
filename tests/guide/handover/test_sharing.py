"""Choosing, looking, agreeing, and getting a code."""

import re
from datetime import timedelta

import pytest

from navigator.domain.models import TextPage
from navigator.handover import read_code
from tests.factories import NOW, text
from tests.guide.handover.resident import Resident
from tests.guide.visitor import OWN


def shared_words(page):
    return page.all_words(".callout--plain dt, .callout--plain dd, .callout--plain li")


def test_nothing_is_ticked_beforehand_and_every_answer_and_service_can_be(resident):
    page = Resident(resident.visitor).get("/share")
    assert "checked" not in page.text
    assert len(re.findall(r'name="answer"', page.text)) == 7
    assert len(re.findall(r'name="service"', page.text)) >= 1
    assert 'type="text"' not in page.text


def test_the_resident_sees_what_was_chosen_and_nothing_else(resident):
    page = resident.page("/share", answer=["5"])
    assert shared_words(page) == ["Missä asioissa?", "Työssä; Kotona"]
    assert "Mallila" not in page.words()
    assert "Esimerkin teksti. (fi)" in page.words()
    assert re.search(r"2026-11-24 [0-9a-f]{8}", page.words())
    assert not page.soup.select("[name=agreed][checked]")


def test_the_plan_leads_to_sharing(resident):
    assert "/fi/handover/share" in resident.visitor.page("/plan").hrefs("main a")


def test_one_has_to_choose_something(resident):
    page = resident.page("/share", status=422)
    assert page.title.startswith("Virhe:")
    assert page.hrefs(".error-summary a") == ["#answer-1"]


@pytest.mark.parametrize("path", ["/share", "/code"])
def test_without_answers_the_questions_come_first(clock, client, path):
    answer = client.get(f"/fi/handover{path}", headers=OWN, follow_redirects=True)
    assert answer.request.path == "/fi/questions"


def test_without_consent_there_is_no_code(resident):
    form = resident.form(answer=["3"])
    del form["agreed"]
    page = resident.page("/code", status=422, **form)
    assert page.all_words(".error-summary li") == ["Suostu ensin. Ilman sitä mitään ei jaeta."]
    assert shared_words(page) == ["Missä kunnassa?", "Mallila"]
    assert not page.soup.select(".handover__code")


def test_the_code_is_shown_as_words_and_as_a_picture_that_holds_it_in_the_fragment(
    resident, monkeypatch
):
    drawn = []
    monkeypatch.setattr(
        "navigator.guide.handover_share.qr_code", lambda link: drawn.append(link) or ""
    )
    code = resident.code()
    assert len(read_code(code)) == 14
    assert drawn == [f"http://127.0.0.1:8000/fi/handover#{code}"]


@pytest.mark.parametrize("hours", [1, 24, 72, 168])
def test_a_code_lives_as_long_as_the_resident_chose(resident, clock, hours):
    code = resident.code(hours=str(hours))
    clock.move_to(NOW + timedelta(hours=hours, seconds=-1))
    assert resident.post(code=code).status_code == 200
    clock.move_to(NOW + timedelta(hours=hours))
    assert resident.post(code=code).status_code == 422


@pytest.mark.parametrize("hours", ["0", "169", "", "x"])
def test_no_other_life_is_taken(resident, hours):
    assert (
        resident.post("/code", **(resident.form(answer=["3"]) | {"hours": hours})).status_code
        == 422
    )


def test_s06_only_what_was_shown_can_be_agreed_to(resident):
    form = resident.form(answer=["3"])
    for changed in ({"answer": ["3", "5"]}, {"shown": "0" * 32}, {"service": ["1"]}):
        page = resident.page("/code", status=409, **(form | changed))
        assert not page.soup.select(".handover__code, [name=agreed][checked]")
    resident.visitor.answer("municipality", "kaavala")
    assert resident.post("/code", **form).status_code == 409


def test_a_new_wording_of_the_consent_has_to_be_agreed_to_anew(resident, session):
    form = resident.form(answer=["3"])
    row = session.query(TextPage).filter_by(slug="consent").one()
    row.content = row.content | {"lead": text("Uusi johdanto.")}
    session.commit()
    assert resident.post("/code", **form).status_code == 409


def test_without_a_text_to_agree_to_nothing_is_shared(resident, session):
    form = resident.form(answer=["3"])
    session.query(TextPage).filter_by(slug="consent").delete()
    session.commit()
    assert resident.get("/share").status_code == 404
    assert resident.post("/code", **form).status_code == 404


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_pages_speak_the_language_of_their_address(resident, language):
    other = Resident(resident.visitor, language)
    page = other.page("/share", answer=["1"], service=["1"])
    assert page.soup.html["lang"] == language
    assert page.soup.select_one("dl")["lang"] == language
    assert f"({language})" in page.words("#consent")
