"""Searches in vain, noted by several workers."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date

from sqlalchemy import select

from navigator.domain.database import Busy
from navigator.domain.models import VainSearch
from navigator.extensions import db
from navigator.statistics.vain import Asked, note

PERSON = {"User-Agent": "Mozilla/5.0"}
ASKED = Asked("seal", "sample", "fi", date(2026, 11, 24))


def test_two_workers_note_the_same_words_at_the_same_moment(app, session):
    both_noted = threading.Barrier(2, timeout=1)  # no database lets them: one waits for the other

    def run(_worker):
        with app.app_context(), db.writing() as own:
            note(own, ASKED)
            own.flush()
            with suppress(threading.BrokenBarrierError):
                both_noted.wait()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(run, range(2)))
    row = session.scalars(select(VainSearch)).one()
    assert (row.days, row.last_day, row.text) == (1, ASKED.day, None)


def test_what_cannot_be_written_now_waits_for_the_next_time(app, session, monkeypatch):
    buffer, day = app.extensions["counts"], ASKED.day
    with app.test_request_context(headers=PERSON):
        app.extensions["vain_searches"].add("esimerkki", "fi", day)
    buffer.add(day, "sample", "a")

    def fail_late(_session):
        raise Busy("sample")

    with monkeypatch.context() as patch:
        patch.setattr(buffer, "writers", [*buffer.writers, fail_late])
        buffer.flush()
    assert session.scalars(select(VainSearch)).all() == []
    session.rollback()
    for _time in range(2):
        buffer.add(day, "sample", "b")
        buffer.flush()
    assert [row.days for row in session.scalars(select(VainSearch))] == [1]
    assert not app.extensions["vain_searches"]._waiting
