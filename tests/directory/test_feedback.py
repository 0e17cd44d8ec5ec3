import re
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import func, select

from navigator.domain.feedback import MOST_A_DAY
from navigator.domain.models import Feedback
from tests.directory.county import MOMENT
from tests.factories import load_content, sample_content

HERE = {"Sec-Fetch-Site": "same-origin"}
FORM = "/fi/services/neuvonta/feedback"


@pytest.fixture
def site(app, tmp_path):
    load_content(app, sample_content(tmp_path))
    with time_machine.travel(MOMENT, tick=False) as clock:
        yield clock


def seal_of(client, path=FORM):
    return re.search(r'name="opened"[^>]*value="([^"]+)"', client.get(path).text)[1]


def send(client, seal, path=FORM, **fields):
    data = {"kind": "nobody-answers", "message": "", "website": "", "opened": seal} | fields
    return client.post(path, data=data, headers=HERE)


def kept(session):
    """Count the reports, and give back the turn to write."""
    number = session.scalar(select(func.count(Feedback.id)))
    session.rollback()
    return number


def test_a_report_reaches_the_editors_without_the_person(site, app, client, session):
    seal = seal_of(client)
    site.shift(timedelta(seconds=5))
    words = "Soitin kolmesti. Olen 010190-900P, esi.merkki@example.org. Oikea numero: 03 000 0000."
    assert send(client, seal, message=words).status_code == 303
    report = session.scalars(select(Feedback)).one()
    assert report.message == "Soitin kolmesti. Olen […], […]. Oikea numero: 03 000 0000."
    assert report.received_on == MOMENT.date()
    session.rollback()
    listed = app.test_cli_runner().invoke(args=["feedback", "list"]).output
    assert "nobody-answers  neuvonta" in listed


def test_a_form_counts_once_however_often_it_is_sent(site, client, session):
    seal = seal_of(client)
    site.shift(timedelta(seconds=5))
    assert [send(client, seal).status_code for _ in range(3)] == [303, 303, 303]
    assert kept(session) == 1


def test_who_is_too_quick_keeps_the_text_and_sends_once_more(site, client, session):
    seal = seal_of(client)
    early = send(client, seal, message="Esimerkkiviesti.")
    assert early.status_code == 200
    assert "Esimerkkiviesti." in early.text
    assert kept(session) == 0
    again = re.search(r'name="opened"[^>]*value="([^"]+)"', early.text)[1]
    site.shift(timedelta(seconds=5))
    assert send(client, again, message="Esimerkkiviesti.").status_code == 303
    assert kept(session) == 1


def test_a_form_left_open_overnight_is_sent_once_more(site, client, session):
    seal = seal_of(client)
    site.shift(timedelta(hours=25))
    late = send(client, seal, message="Esimerkkiviesti.")
    assert "Esimerkkiviesti." in late.text
    again = re.search(r'name="opened"[^>]*value="([^"]+)"', late.text)[1]
    assert again != seal
    site.shift(timedelta(seconds=5))
    assert send(client, again).status_code == 303
    assert kept(session) == 1


def test_a_seal_of_another_form_is_not_taken(site, client, session):
    seal = seal_of(client, "/fi/feedback")
    site.shift(timedelta(seconds=5))
    assert send(client, seal).status_code == 200
    assert send(client, "an-invented-seal").status_code == 200
    assert kept(session) == 0


def test_a_robot_is_thanked_and_not_heard(site, client, session):
    seal = seal_of(client)
    site.shift(timedelta(seconds=5))
    assert send(client, seal, website="https://example.org").status_code == 303
    assert kept(session) == 0


def test_a_flood_is_told_and_never_passes_for_kept(site, client, session):
    for _ in range(MOST_A_DAY):
        seal = seal_of(client)
        site.shift(timedelta(seconds=5))
        assert send(client, seal).status_code == 303
    seal = seal_of(client)
    site.shift(timedelta(seconds=5))
    told = send(client, seal, message="Esimerkkiviesti.")
    assert told.status_code == 429
    assert "Esimerkkiviesti." in told.text
    assert kept(session) == MOST_A_DAY


def test_a_report_is_taken_from_our_own_pages_alone(site, client, session):
    seal = seal_of(client)
    site.shift(timedelta(seconds=5))
    data = {"kind": "other", "opened": seal}
    for headers in ({}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://example.org"}):
        assert client.post(FORM, data=data, headers=headers).status_code == 403
    assert kept(session) == 0


def test_a_form_without_a_choice_says_so_and_keeps_the_text(site, client):
    answer = send(client, seal_of(client), kind="", message="Esimerkkiviesti.")
    assert answer.status_code == 400
    assert "Esimerkkiviesti." in answer.text
    assert 'href="#kind"' in answer.text
