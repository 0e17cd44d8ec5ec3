from datetime import timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from sqlalchemy import event, select

from navigator.domain.counts import DailyCount
from tests.factories import NOW
from tests.guide.visitor import OWN, Visitor
from tests.pages import read_page, words_of


@pytest.fixture
def counted(app, session):
    """Return a function that reads what was counted of needs."""

    def read():
        app.extensions["counts"].flush()
        session.expire_all()
        rows = session.scalars(select(DailyCount).where(DailyCount.kind.like("need %"))).all()
        return {(str(row.day), row.kind, row.key): row.count for row in rows}

    return read


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("path", ["/plan", "/check"])
def test_without_an_answer_there_is_no_plan_but_a_way_to_the_start(clock, client, language, path):
    visitor = Visitor(client, language)
    page = visitor.page(path)
    assert visitor.base in page.hrefs("main a.button")
    assert "tel:031234567" in page.hrefs("main a")
    assert page.all_words(".plan__say, .check") == []


def test_a_question_skipped_is_an_answer_enough_for_a_plan(visitor):
    visitor.skip("urgent")
    page = visitor.page("/plan")
    assert page.hrefs(".plan__card a[href^='tel:']") == ["tel:031234567"]
    assert page.all_words(".plan__say q")


def test_a_plan_for_somebody_else_speaks_of_them(visitor):
    visitor.answer_all(whom=["close"])
    page = visitor.page("/plan")
    assert page.headings()[0] == "Suunnitelma"
    told = visitor.page("/check").words(".check")
    assert "Onko hän työssä?" in told
    assert "Ei ole" in told


def test_a_plan_says_whom_to_contact_how_and_why(visitor):
    visitor.answer_all(themes=["work"])
    page = visitor.page("/plan")
    card = page.section("Ensin").select_one(".plan__card")
    assert words_of(card.h3) == "Esimerkkipaja"
    assert "Kerroit asiasta Työ." in words_of(card)
    assert "Työssä" in words_of(card)
    assert "Ruoka maksaa 2 euroa (2026)." in words_of(card)
    told = page.all_words(".plan__say q")
    assert told[:2] == ["Hei, asiani on tämä: työ.", "Kuka auttaa?"]
    assert "Autoa ei ole." in told


def test_somebody_who_coordinates_comes_before_the_list(visitor):
    visitor.answer_all(themes=["home", "work"])
    headings = visitor.page("/plan").headings()
    assert headings[:3] == [
        "Suunnitelmasi",
        "Aloita tästä: yksi ihminen kokoaa avun",
        "Esimerkkineuvonta",
    ]


def test_emergency_help_comes_first_of_all(visitor):
    visitor.answer_all(urgent=["danger"])
    page = visitor.page("/plan")
    assert page.headings()[:2] == ["Suunnitelmasi", "Apua heti"]
    assert page.hrefs("main a")[0] == "tel:112"


def test_in_danger_the_number_is_shown_to_those_too_who_would_rather_not_call(visitor):
    visitor.answer_all(urgent=["danger"], contact=["no-phone"])
    assert visitor.page("/plan").hrefs("main a")[0] == "tel:112"


def test_who_cannot_call_is_told_the_number_for_somebody_else(visitor):
    visitor.answer_all(themes=["home"], contact=["no-phone"])
    card = visitor.page("/plan").words(".plan__card")
    assert "Puhelin: 03 123 4567. Soittaja voi olla joku muu." in card


def test_who_cannot_call_is_told_how_to_begin_in_writing(visitor):
    visitor.answer_all(contact=["no-phone"])
    assert "Näin voit aloittaa viestin" in visitor.page("/plan").headings()
    visitor.answer_all(contact=["no-car"])
    assert "Näin voit aloittaa puhelun" in visitor.page("/plan").headings()


def test_a_plan_says_what_is_open_now_and_not_when_another_was_shown(clock, visitor):
    visitor.answer_all(themes=["home"])
    assert "Auki nyt, sulkeutuu klo 15.00" in visitor.page("/plan").words(".plan__card")
    clock.move_to(NOW + timedelta(hours=4))
    visitor.answer_all(themes=["home"])
    assert "Suljettu, avautuu ke klo 9.00" in visitor.page("/plan").words(".plan__card")


def test_paper_has_the_numbers_first_and_the_hours_of_the_week(visitor):
    visitor.answer_all(themes=["home"])
    page = visitor.page("/plan")
    assert page.all_words(".sheet__number") == ["03 123 4567"]
    [caption] = page.all_words(".sheet caption")
    assert caption == "Lisäksi"
    told = page.words(".sheet__number + td")
    assert told.startswith("Esimerkkineuvonta Kerroit asiasta Neuvo.")
    assert told.endswith("ma–pe 9.00–15.00")
    assert "8.12.2026" in page.words()


def test_paper_has_the_address_of_the_site_by_whatever_name_it_was_asked(visitor):
    visitor.answer_all()
    page = read_page(visitor.get("/plan", Host="localhost:8001").text)
    assert page.all_words("footer .paper") == ["http://127.0.0.1:8000/fi/questions"]


def test_the_draft_of_an_e_mail_tells_whom_to_contact_and_its_subject_nothing(visitor):
    visitor.answer_all()
    [href] = visitor.page("/plan").hrefs("a[href^='mailto:']")
    parts = parse_qs(urlsplit(href).query)
    assert href.startswith("mailto:?")
    assert parts["subject"] == ["Muistiinpanoja"]
    assert "Esimerkkineuvonta: 03 123 4567" in parts["body"][0]
    assert len(unquote(href)) < 2000


def test_a_plan_is_counted_once_for_its_month_without_the_person(visitor, counted):
    visitor.answer_all()
    for _again in range(3):
        visitor.get("/plan")
    found = counted()
    assert found["2026-11-01", "need met", "work mallila"] == 1
    assert {(day, number) for (day, *_need), number in found.items()} == {("2026-11-01", 1)}


def test_a_need_that_nobody_answers_is_counted_as_unmet(visitor, counted):
    visitor.answer_all(municipality=["elsewhere"], contact=["no-phone"], themes=["work"])
    visitor.get("/plan")
    assert counted()["2026-11-01", "need unmet", "work elsewhere"] == 1


def test_nothing_is_counted_without_answers_or_of_robots(visitor, counted):
    visitor.get("/plan")
    visitor.answer_all()
    visitor.get("/plan", **{"User-Agent": "SampleBot/1.0"})
    visitor.client.head("/fi/questions/plan", headers=OWN)
    assert counted() == {}


@pytest.fixture
def statements(app):
    """Note what the database is asked."""
    asked = []
    engine = app.extensions["database"]

    def note(_connection, _cursor, statement, *_rest):
        if not statement.startswith(("PRAGMA", "BEGIN", "SET ", "SHOW ")):
            asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


def test_neither_a_question_nor_a_plan_asks_the_database_once_it_was_read(visitor, app, statements):
    visitor.answer_all()
    visitor.get("/plan")  # what is read once in a worker's life is read now
    app.config["CONTENT_VERSION_SECONDS"] = timedelta(days=1).total_seconds()
    visitor.get("/1")
    statements.clear()
    visitor.answer("whom", "close")
    visitor.get("/3")
    visitor.answer("urgent", "danger")
    visitor.get("/check")
    visitor.get("/plan")
    assert statements == []
