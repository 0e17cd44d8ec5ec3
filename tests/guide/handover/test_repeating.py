"""Reloading the code's page or going back to it tells the same code, and makes no second one."""

import pytest
from sqlalchemy import select

from navigator.domain.models import HandoverAudit
from tests.guide.visitor import OWN
from tests.pages import read_page


@pytest.fixture
def form(resident):
    """Return the form of the agreement, as the browser keeps it to send it again."""
    return resident.form(answer=["3"], service=["1"])


@pytest.fixture
def code_of(resident):
    """Return a function that sends a form and reads the code off the page."""
    return lambda form: resident.page("/code", **form).words(".handover__code")


def outcomes(session):
    found = session.scalars(select(HandoverAudit.outcome).order_by(HandoverAudit.id)).all()
    session.rollback()
    return found


def test_reloading_shows_the_same_code_with_the_same_end(resident, clock, session, form, code_of):
    code = code_of(form)
    ends = resident.page("/code", **form).words("main p:nth-of-type(3)")
    clock.shift(600)
    assert code_of(form) == code
    assert resident.page("/code", **form).words("main p:nth-of-type(3)") == ends
    assert outcomes(session) == ["created"]


def test_going_back_to_the_plan_and_forward_again_shows_the_same_code(resident, form, code_of):
    code = code_of(form)
    resident.visitor.get("/plan")
    resident.get("/share")
    assert code_of(form) == code


def test_the_page_says_what_to_do_when_the_code_is_lost(resident, form):
    assert "Jos kadotat koodin" in resident.page("/code", **form).all_words("main h2")
    page = read_page(resident.get().text)
    assert "Jos olet kadottanut koodin" in page.all_words("main h2")
    assert "/fi/questions" in page.hrefs("main a")


def test_another_professional_needs_a_code_of_their_own_and_gets_one(resident, session):
    assert resident.code() != resident.code()
    assert outcomes(session) == ["created", "created"]


def test_what_was_taken_back_is_not_shared_again_by_reloading(resident, session, form, code_of):
    resident.post("/withdraw", code=code_of(form))
    page = resident.page("/code", status=410, **form)
    assert page.h1 == "Tämä koodi ei ole enää voimassa"
    assert not page.soup.select(".handover__code")
    assert "/fi/handover/share" in page.hrefs("main a")
    assert outcomes(session) == ["created", "withdrawn"]


def test_what_is_over_is_not_shared_again_by_reloading(resident, clock, form, code_of):
    short = form | {"hours": "1"}
    code_of(short)
    for _ in range(2):  # an answer keeps the visit alive
        clock.shift(1800)
        resident.visitor.answer("whom", "me")
    assert resident.post("/code", **short).status_code == 410


def test_after_erasing_the_form_that_a_browser_kept_tells_no_code(resident, form, code_of):
    code = code_of(form)
    resident.visitor.post("/erase")
    again = resident.post("/code", **form)
    assert (again.status_code, again.headers["Location"]) == (303, "/fi/handover/share")
    assert code not in resident.client.post(
        "/fi/handover/code", data=form, headers=OWN, follow_redirects=True
    ).get_data(as_text=True)


def test_nor_does_it_in_a_later_visit_with_the_same_answers(resident, clock, form, code_of):
    code = code_of(form)
    resident.visitor.post("/erase")
    resident.client.delete_cookie("__Host-kysely")
    clock.shift(10)
    resident.visitor.answer_all()
    assert code_of(form) != code


@pytest.mark.parametrize("ticket", ["", "x" * 32, "0" * 31, "A" * 32])
def test_a_form_without_a_ticket_of_ours_is_shown_anew(resident, session, form, ticket):
    page = resident.page("/code", status=409, **(form | {"ticket": ticket}))
    assert not page.soup.select(".handover__code")
    assert len(page.soup.select_one("[name=ticket]")["value"]) == 32
    assert outcomes(session) == []
