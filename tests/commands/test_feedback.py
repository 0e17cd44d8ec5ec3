from datetime import date
from itertools import count

import pytest
from sqlalchemy import select

from navigator.domain.feedback import add_feedback
from navigator.domain.models import Feedback
from tests import factories


@pytest.fixture
def flask(app):
    """Run `flask feedback …` and return what it said and its exit status."""

    def run(*arguments):
        done = app.test_cli_runner().invoke(args=["feedback", *arguments])
        return done.output, done.exit_code

    return run


@pytest.fixture
def report(session):
    seals = count()

    def add(message=None, service_id=None, day=date(2026, 11, 24)):
        made = add_feedback(
            session,
            service_id=service_id,
            kind="nobody-answers",
            message=message,
            language="fi",
            day=day,
            seal=f"seal {next(seals)}",
        )
        session.commit()
        return made.id

    return add


def test_an_empty_queue_says_so(flask):
    assert flask("list") == ("0 waiting.\n", 0)


def test_the_queue_tells_of_what_and_what_was_said(flask, report, session):
    service = factories.service(organiser=factories.organisation())
    session.add(service)
    session.commit()
    report("Linja on mykkä.", service.id)
    report(day=date(2026, 11, 1))
    assert flask("list")[0].split("\n") == [
        "2  2026-11-01  nobody-answers  the site",
        "1  2026-11-24  nobody-answers  neuvonta",
        "    [fi] Linja on mykkä.",
        "2 waiting.",
        "",
    ]


def test_a_message_cannot_forge_lines_or_command_the_terminal(flask, report):
    report("yksi\r\n3  2026-11-24  ended  neuvonta\x1b[2J\n\nkaksi")
    assert flask("list")[0].split("\n")[1:4] == [
        "    [fi] yksi",
        "    [fi] 3  2026-11-24  ended  neuvonta [2J",
        "    [fi] kaksi",
    ]


def test_a_handled_report_waits_no_more(flask, report, session):
    number = str(report("Linja on mykkä."))
    assert flask("done", number) == (f"Report {number} is handled.\n", 0)
    assert flask("list") == ("0 waiting.\n", 0)
    handled = session.scalar(select(Feedback))
    assert handled.handled_on is not None
    session.commit()
    assert flask("done", number) == (f"Error: no report {number} is waiting\n", 1)


def test_an_unknown_number_is_refused(flask):
    assert flask("done", "7") == ("Error: no report 7 is waiting\n", 1)
