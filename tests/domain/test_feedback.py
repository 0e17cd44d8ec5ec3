from datetime import date
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from navigator.domain import feedback
from navigator.domain.feedback import (
    MOST_A_DAY,
    REMOVED,
    add_feedback,
    is_flooded,
    is_sealed,
    open_feedback,
    without_personal_data,
)
from tests import factories

DAY = date(2026, 11, 24)
CODE = "010100" + "A999N"  # the 900s are given to nobody


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        (f"Olen {CODE}.", f"Olen {REMOVED}."),
        (f"{CODE.lower()} ja 010199-999x", f"{REMOVED} ja {REMOVED}"),
        ("010199 - 999X", REMOVED),
        ("010105+9991", REMOVED),
        ("Kirjoita oma.nimi@example.org!", f"Kirjoita {REMOVED}!"),
        ("a+b@mail.example.org, ö@example.org", f"{REMOVED}, {REMOVED}"),
    ],
)
def test_identity_codes_and_addresses_are_taken_out(message, kept):
    assert without_personal_data(message) == kept


@pytest.mark.parametrize(
    "message",
    [
        "Oikea numero on 03 123 4567.",
        "044 123 4567, 0441234567 tai +358 44 1234567",
        "Avoinna 08:00-16:00, 24.11.2026-31.12.2026.",
        "Hinta on 12 @ 3 kpl.",
        "",
    ],
)
def test_numbers_and_hours_stay(message):
    assert without_personal_data(message) == message


@given(st.text(alphabet="0123456789-+Aab@.\n ö", max_size=40))
def test_a_message_once_cleaned_stays_as_it_is(message):
    clean = without_personal_data(message)
    assert without_personal_data(clean) == clean


@given(st.from_regex(r"[a-z0-9.+-]{1,9}@[a-z0-9-]{1,9}(\.[a-z]{2,4}){1,2}", fullmatch=True))
def test_no_address_is_left(address):
    assert "@" not in without_personal_data(f"Ota yhteys: {address} kiitos")


@pytest.fixture
def report(session):
    """Add a report of a kind that does not matter."""

    seals = count()

    def add(service_id=None, day=DAY, message=None, seal=None):
        return add_feedback(
            session,
            service_id=service_id,
            kind="nobody-answers",
            message=message,
            language="fi",
            day=day,
            seal=seal or f"seal {next(seals)}",
        )

    return add


@pytest.fixture
def service(session):
    made = factories.service(organiser=factories.organisation())
    session.add(made)
    session.flush()
    return made


def test_a_report_keeps_nothing_of_who_wrote_it(report, session):
    made = report(message=f"Olen {CODE}, soittakaa")
    session.commit()
    columns = set(made.__table__.columns.keys())
    told = {"service_id", "kind", "message", "language", "received_on"}
    assert columns == told | {"id", "handled_on", "seal"}
    assert made.message == f"Olen {REMOVED}, soittakaa"


def test_an_empty_message_is_no_message(report, session):
    made = report(message="")
    session.commit()
    assert made.message is None


def test_a_day_takes_so_many_reports_on_one_listing(report, service, session):
    for _ in range(MOST_A_DAY - 1):
        report(service.id)
    assert not is_flooded(session, service_id=service.id, day=DAY)
    report(service.id)
    assert is_flooded(session, service_id=service.id, day=DAY)
    assert not is_flooded(session, service_id=service.id, day=date(2026, 11, 25))
    assert not is_flooded(session, service_id=None, day=DAY)


def test_a_day_takes_so_many_reports_on_the_site(report, service, session):
    for _ in range(MOST_A_DAY):
        report()
    assert is_flooded(session, service_id=None, day=DAY)
    assert not is_flooded(session, service_id=service.id, day=DAY)


def test_a_day_takes_so_many_reports_in_all(report, service, session, monkeypatch):
    monkeypatch.setattr(feedback, "MOST_A_DAY_IN_ALL", 3)
    for number in range(3):
        assert not is_flooded(session, service_id=service.id, day=DAY)
        report(service.id if number else None)
    assert is_flooded(session, service_id=service.id, day=DAY)
    assert is_flooded(session, service_id=None, day=DAY)


def test_what_waits_is_listed_oldest_first(report, session):
    newer, older, done = report(), report(day=date(2026, 11, 1)), report()
    done.handled_on = DAY
    session.commit()
    assert open_feedback(session) == [older, newer]


def test_a_form_counts_once(report, session):
    assert not is_sealed(session, "a seal")
    report(seal="a seal")
    session.commit()
    assert is_sealed(session, "a seal")
    report(seal="a seal")
    with pytest.raises(IntegrityError):
        session.commit()
