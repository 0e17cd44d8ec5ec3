import re

import pytest

from navigator.questionnaire.numbers import SKIPPED, number_of
from tests.guide.visitor import ANSWERS, ORDER, Visitor


def test_an_answer_is_sent_taken_and_followed_by_the_next_question(visitor):
    assert visitor.page("/1").h1 == "Onko esimerkillä kiire?"
    answer = visitor.answer("urgent", "none")
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/fi/questions/2?kept=1"
    assert visitor.page("/2").h1 == "Kenelle?"


def test_a_whole_way_leads_to_the_answers_and_every_address_is_a_number(visitor):
    addresses = []
    for question, options in ANSWERS.items():
        addresses.append(visitor.answer(question, *options).headers["Location"])
    assert addresses[-1] == "/fi/questions/check?kept=1"
    assert all(re.fullmatch(r"/fi/questions/\d\?kept=1", address) for address in addresses[:-1])
    rows = visitor.page("/check").all_words(".check dd")
    assert rows[4].startswith("TyössäKotona")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_title_tells_the_place_alone(clock, client, language):
    visitor = Visitor(client, language)
    visitor.answer("urgent", "danger")
    words = {"fi": "Kysymys 2", "sv": "Fråga 2", "en": "Question 2"}[language]
    assert visitor.page("/2").title.partition(" – ")[0] == words


def test_an_answer_that_is_empty_is_told_where_it_is(visitor):
    page_of = visitor.post("/1")
    assert page_of.status_code == 422
    assert "Set-Cookie" not in page_of.headers
    assert "Valitse vastaus tai ohita kysymys." in page_of.text
    assert "<title>Virhe: Kysymys 1 –" in page_of.text


def test_choices_that_do_not_go_together_are_kept_for_mending(visitor):
    answer = visitor.answer("urgent", "danger", "none")
    assert answer.status_code == 422
    assert answer.text.count("checked") == 2
    assert "Osa valinnoistasi ei sovi yhteen." in answer.text


def test_an_answer_to_another_question_is_not_taken_for_one_to_this(visitor):
    visitor.answer("urgent", "none")
    answer = visitor.answer("themes", "not-sure", number=2)
    assert answer.status_code == 422
    assert "Valitse tämän sivun vastauksista." in answer.text
    skipped = visitor.post("/2", skip=number_of("themes", SKIPPED))
    assert skipped.status_code == 422


@pytest.mark.parametrize("value", ["", "none", "-1", "99999999", "<script>", "ä" * 500])
def test_what_no_form_of_ours_sends_is_no_answer(visitor, value):
    assert visitor.post("/1", choice=value).status_code == 422


def test_skipping_goes_on_whatever_was_chosen(visitor):
    assert visitor.skip("urgent", "danger").status_code == 303
    assert visitor.chosen("urgent") == []
    assert "Ohitettu" in visitor.page("/check").all_words(".check dd")[0]


def test_not_being_sure_is_an_answer(visitor):
    visitor.answer("urgent", "not-sure")
    assert visitor.chosen("urgent") == ["En tiedä"]


def test_a_changed_answer_keeps_the_later_ones_that_still_hold(visitor):
    visitor.answer_all()
    assert visitor.answer("age", "young").headers["Location"].startswith("/fi/questions/check")
    rows = visitor.page("/check").all_words(".check dt")
    assert "Oletko työssä?" not in rows
    assert visitor.chosen("themes") == ["Työssä", "Kotona"]
    assert visitor.answer("age", "adult").headers["Location"].startswith("/fi/questions/6")


def test_a_question_that_is_not_reached_leads_to_the_next_one(visitor):
    visitor.answer("urgent", "none")
    for number in (3, 7, 99, 10**9):
        assert visitor.get(f"/{number}").headers["Location"] == "/fi/questions/2"
    late = visitor.answer("themes", "work")
    assert (late.status_code, late.headers["Location"]) == (303, "/fi/questions/2")
    assert "Set-Cookie" not in late.headers
    assert visitor.get("/0").status_code == 404


def test_going_back_shows_what_was_chosen_and_refreshing_changes_nothing(visitor):
    visitor.answer("urgent", "none")
    visitor.answer("whom", "close")
    assert visitor.chosen("whom") == ["Läheiselle"]
    assert visitor.get("/3").text == visitor.get("/3").text
    assert 'href="/fi/questions/2"' in visitor.get("/3").text


def test_two_tabs_answer_one_questionnaire(visitor):
    visitor.answer("urgent", "none")
    visitor.answer("whom", "me")
    visitor.answer("whom", "close")
    assert visitor.answer("municipality", "mallila").status_code == 303
    assert visitor.chosen("whom") == ["Läheiselle"]


def test_a_browser_without_cookies_is_told_and_helped(visitor):
    led_to = visitor.answer("urgent", "none").headers["Location"].removeprefix(visitor.base)
    visitor.client.delete_cookie("__Host-kysely")
    page = visitor.page(led_to)
    assert page.h1 == "Vastauksesi eivät ole tallessa"
    assert page.hrefs("main a[href^='tel:']") == ["tel:031234567"]
    assert visitor.page("/check?kept=1").h1 == page.h1


def test_old_answers_end_kindly(visitor, clock):
    visitor.answer("urgent", "none")
    clock.shift(61 * 60)
    assert visitor.get("/2").headers["Location"] == "/fi/questions/1"
    assert "Aiemmat vastauksesi eivät ole enää tallessa" in visitor.page("/1").words()
    assert "Aiemmat vastauksesi" in visitor.page("").words()


def test_a_cookie_that_was_changed_ends_kindly(visitor):
    visitor.client.set_cookie("__Host-kysely", "A" * 296)
    assert visitor.get("/2").headers["Location"] == "/fi/questions/1"
    page = visitor.page("/plan")
    assert page.h1 == "Vastauksia ei ole vielä"
    assert "Aiemmat vastauksesi eivät ole enää tallessa" in page.words()


def test_the_start_has_the_way_out_too(visitor):
    assert visitor.page("").soup.select(".quick-exit [data-exit]")


def test_emergency_help_stands_above_every_later_page(visitor):
    visitor.answer("urgent", "danger")
    for path in ("/1", "/2", "/check", "/plan"):
        assert visitor.page(path).hrefs(".pinned a")[0] == "tel:112"


def test_the_way_out_stays_in_sight_only_where_violence_was_spoken_of(site):
    visitor = Visitor(site.test_client())
    visitor.answer("urgent", "none")
    assert visitor.page("/2").soup.select(".quick-exit--still [data-exit]")
    visitor.answer("urgent", "violence-now")
    page = visitor.page("/2")
    assert page.soup.select(".quick-exit [data-exit]")
    assert not page.soup.select(".quick-exit--still")


def test_easy_finnish_goes_on_from_page_to_page(visitor):
    assert visitor.page("/1?easy=1").h1 == "Onko esimerkillä kiire? helppo"
    answer = visitor.client.post(
        "/fi/questions/1?easy=1",
        data={"choice": number_of("urgent", "none")},
        headers={"Sec-Fetch-Site": "same-origin"},
    )
    assert answer.headers["Location"] == "/fi/questions/2?easy=1&kept=1"
    for path in ("/2", "/check", "/plan"):
        assert "?easy=1" in visitor.page(f"{path}?easy=1").soup.main.decode()
    assert Visitor(visitor.client, "sv").page("/1?easy=1").h1 == "Onko esimerkillä kiire? sv"


def test_the_sample_answers_are_in_the_order_of_the_sample(visitor):
    visitor.answer_all()
    assert len(visitor.page("/check").all_words(".check dt")) == len(ORDER)
