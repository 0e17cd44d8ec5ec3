"""What a handover leaves behind: a sealed row for a while, a line of the audit, no more."""

import os
import stat
import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from navigator.domain.database import take_turn
from navigator.domain.models import DailyCount, HandoverAudit
from navigator.guide import handover_store
from navigator.guide.cookie import NAME
from navigator.handover import Store
from navigator.migrations.running import differences
from tests.factories import NOW
from tests.guide.visitor import OWN


@pytest.fixture
def handovers(app):
    return app.extensions["handovers"]


def files(folder):
    return [file for file in folder.rglob("*") if file.is_file()]


def test_s43_s46_code_and_answers_stand_in_no_file_log_address_header_or_count(
    resident, app, session, tmp_path, capfd, as_professional
):
    answers = [resident.post("/share", answer=["3"], service=["1"])]
    code = resident.code()
    before = resident.client.get_cookie(NAME).value
    as_professional()
    for path in ("", "/open", "/answer", "/withdraw"):
        answers.append(resident.post(path, code=code, taken_up="yes"))
    app.extensions["counts"].flush()
    app.extensions["handovers"].purge()
    secrets = [code, code.replace("-", ""), code.lower()]
    told = capfd.readouterr()
    for secret in (*secrets, "Mallila", "handover", "127.0.0.1"):
        assert secret not in told.err + told.out
    for file in files(tmp_path):
        content = file.read_bytes()
        assert not any(secret.encode() in content for secret in secrets), file
    for file in files(tmp_path / "handover"):
        assert b"Mallila" not in file.read_bytes()
    for answer in answers:
        assert code not in answer.request.url + str(answer.headers)
    assert resident.client.get_cookie(NAME).value == before
    keys = " ".join(session.scalars(select(DailyCount.key)))
    assert code not in keys and "Mallila" not in keys


@pytest.mark.parametrize(
    "path", ["", "/share", "/code", "/withdraw", "/open", "/answer", "/nowhere"]
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_keeps_a_page_of_the_handover_and_no_other_page_is_told(resident, path, method):
    answer = getattr(resident.client, method)(f"/fi/handover{path}", headers=OWN)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("path", ["", "/share"])
def test_each_page_has_the_quick_way_out_that_erases(resident, path):
    assert 'href="/fi/questions/exit"' in resident.get(path).text


def test_s50_what_is_over_is_purged_and_what_lives_stays(resident, clock, handovers):
    resident.code(hours="1")
    kept = resident.code(hours="24")
    clock.move_to(NOW + timedelta(hours=2))
    assert handovers.store.purge(NOW + timedelta(minutes=59)) == 0
    assert handovers.purge()
    assert handovers.store.purge(NOW + timedelta(hours=2)) == 0
    assert resident.post(code=kept).status_code == 200


def test_s53_the_purge_deletes_lines_of_the_audit_that_are_over(clock, handovers, session):
    clock.move_to(datetime(2000, 1, 1, tzinfo=UTC))
    for days in (731, 729):
        at = datetime.now(UTC) - timedelta(days=days)
        told = {"account": "", "organisation": "", "outcome": "created"}
        session.add(HandoverAudit(at=at, mark=str(days), **told))
    session.commit()
    assert handovers.purge()
    assert session.scalars(select(HandoverAudit.mark)).all() == ["729"]


def test_one_process_purges_at_a_time(handovers, tmp_path):
    assert handovers.purge()
    turn = take_turn(tmp_path / "handover" / "purge.lock")
    assert not handovers.purge()
    os.close(turn)
    assert handovers.purge()


def test_the_first_request_sets_the_clock_of_the_purge(client, handovers, monkeypatch):
    struck = threading.Event()
    monkeypatch.setattr(handover_store, "PURGE_SECONDS", 0.01)
    monkeypatch.setattr(Store, "purge", lambda *_: struck.set())
    assert not struck.is_set()
    client.get("/fi/about")
    assert struck.wait(20)


def test_the_clock_goes_on_after_a_purge_that_failed(client, handovers, monkeypatch, capfd):
    times = []
    again = threading.Event()

    def fail(*_):
        times.append(1)
        if len(times) > 1:
            again.set()
        raise OSError("esimerkkivirhe")

    monkeypatch.setattr(handover_store, "PURGE_SECONDS", 0.01)
    monkeypatch.setattr(Store, "purge", fail)
    client.get("/fi/about")
    assert again.wait(20)
    handovers.close()
    told = capfd.readouterr().err
    assert "failure" in told
    assert "esimerkkivirhe" not in told


@pytest.mark.one_database
def test_the_folder_of_handovers_is_its_owners_alone(handovers, tmp_path):
    assert handovers.store
    folder = tmp_path / "handover"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) & 0o077 for file in files(folder)} == {0}
    assert {"pepper", "handover.db"} <= {file.name for file in files(folder)}


def test_the_tables_of_handovers_are_no_part_of_the_schema(app, handovers):
    assert handovers.store
    assert differences(app.extensions["database"]) == []
