"""With the code the resident sees what became of it, and takes it back."""

import pytest

from tests.guide.visitor import OWN
from tests.handover.sample import any_code
from tests.pages import read_page


def told(page):
    return page.all_words(".error-summary li")


def test_one_sees_that_nobody_has_opened_it(resident):
    page = resident.page("", code=resident.code())
    assert "Kukaan ei ole vielä avannut" in page.words()
    assert "27.11.2026" in page.words()


def test_small_letters_spaces_and_letters_that_look_like_digits_are_read(resident):
    code = resident.code()
    typed = f"  {code.lower().replace('-', ' ').replace('0', 'o').replace('1', 'l')} "
    assert resident.post(code=typed).status_code == 200


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Kirjoita koodi."),
        ("E71GZ-SQ0PX-6B0", "Koodissa on 14 merkkiä."),
        ("E71GZ-SQ0PX-6B0VV", "Koodissa on 14 merkkiä."),
        ("E71GZ-SQ0PX-6BÄV", "Yksi merkeistä ei kuulu koodiin."),
        ("E71GZ-SQ0PX-6B1V", "Yksi merkki on väärin"),
        ("E71ZG-SQ0PX-6B0V", "Yksi merkki on väärin"),
    ],
)
def test_a_slip_is_told_kindly_by_its_kind(resident, typed, words):
    [sentence] = told(resident.page("", status=422, code=typed))
    assert sentence.startswith(words)


def test_s48_wrong_old_and_withdrawn_codes_get_one_answer(resident, clock):
    withdrawn, old = resident.code(), resident.code(hours="1")
    assert resident.post("/withdraw", code=withdrawn).status_code == 200
    clock.shift(3700)
    answers = [resident.post(code=code) for code in (any_code(), old, withdrawn)]
    assert {answer.status_code for answer in answers} == {422}
    assert len({tuple(told(read_page(answer.text))) for answer in answers}) == 1


def test_the_resident_takes_it_back_and_nobody_opens_it_after(resident, as_professional):
    code = resident.code()
    page = resident.page("", code=code)
    form = page.soup.select_one("form[action$=withdraw]")
    sent = {field["name"]: field["value"] for field in form.select("input")}
    assert resident.page("/withdraw", **sent).h1 == "Olet perunut jakamisen"
    assert resident.post("/withdraw", code=code).status_code == 422
    as_professional()
    assert resident.post("/open", code=code).status_code == 422


def test_after_sixty_tries_one_waits_for_an_hour(resident, clock):
    code = resident.code()
    for _ in range(60):
        assert resident.post(code=any_code()).status_code == 422
    answer = resident.post(code=code)
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "3600"
    assert answer.headers["Cache-Control"] == "no-store"
    assert read_page(answer.text).h1 == "Yritä uudelleen tunnin kuluttua"
    clock.shift(3600)
    assert resident.post(code=code).status_code == 200


def test_slips_cost_no_try(resident):
    for _ in range(61):
        resident.post(code="E71GZ-SQ0PX-6B1V")
    assert resident.post(code=resident.code()).status_code == 200


@pytest.mark.parametrize("path", ["/withdraw", "/code"])
def test_reading_changes_nothing_and_leads_back(resident, path):
    code = resident.code()
    assert resident.get(path).status_code == 303
    assert resident.post(code=code).status_code == 200


@pytest.mark.parametrize("path", ["", "/share", "/code", "/withdraw"])
def test_s25_a_form_from_elsewhere_is_refused(resident, path):
    code = resident.code()
    headers = OWN | {"Sec-Fetch-Site": "cross-site"}
    answer = resident.client.post(f"/fi/handover{path}", data={"code": code}, headers=headers)
    assert answer.status_code == 403
    assert resident.post(code=code).status_code == 200
