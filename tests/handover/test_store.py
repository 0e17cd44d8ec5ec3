"""The life of a handover: sealed, opened, answered, withdrawn, gone without a trace."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from navigator.domain.backup import backup
from navigator.domain.database import engine_for
from navigator.guide import cookie
from navigator.handover import Reply, Store, Summary, TooManyTries, WrongCode, sealing
from navigator.handover.store import REPEATABLE, UnfitLife
from navigator.handover.tables import engine_of_store, handovers, made, metadata
from tests.handover.sample import any_code, create

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
PEPPER = b"sample pepper of thirty-two byte"
CANARY = "esimerkkivastaus-kanarialintu"
SUMMARY = Summary(
    created=NOW,
    language="fi",
    answers=[("Esimerkkikysymys", CANARY)],
    services=["esimerkkipalvelu"],
    consent="sample-1",
)
WHO = {"account": "sample-1", "organisation": "sample", "address": "192.0.2.1"}


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Derive keys with little memory: how much is tested apart."""
    monkeypatch.setattr(sealing, "MEMORY_KIB", 64)


@pytest.fixture
def audit():
    return []


@pytest.fixture
def store(database_url, tmp_path, audit):
    engine = engine_of_store(database_url, tmp_path)
    yield Store(engine, PEPPER, lambda *line: audit.append(line))
    with engine.execution_options(writes=True).begin() as connection:
        metadata.drop_all(connection)
    engine.dispose()


def test_a_handover_is_opened_with_its_code_and_answered(store, audit):
    code = create(store, SUMMARY, NOW)
    opened = store.open(code, **WHO, now=NOW)
    assert (opened.summary, opened.openings_left) == (SUMMARY, 2)
    assert opened.expires == NOW + timedelta(hours=72)
    reply = Reply(taken_up=True, at=NOW)
    assert store.answer(code, reply, account="sample-1", organisation="sample", now=NOW)
    status = store.status(code, address="192.0.2.9", now=NOW)
    assert (status.openings, status.reply) == (1, reply)
    assert status.expires == NOW + timedelta(hours=72)
    assert [line[2] for line in audit] == ["created", "opened", "answered"]
    assert len({line[3] for line in audit}) == 1
    assert all(CANARY not in repr(line) and code not in repr(line) for line in audit)


def test_the_first_account_claims_it_and_opens_it_three_times(store):
    code = create(store, SUMMARY, NOW)
    other = WHO | {"account": "sample-2"}
    assert store.open(code, **WHO, now=NOW)
    assert store.open(code, **other, now=NOW) is None
    assert store.open(code, **WHO, now=NOW)
    assert store.open(code, **WHO, now=NOW)
    assert store.open(code, **WHO, now=NOW) is None
    reply = Reply(taken_up=False, reason="Ei meille.", next_service="toinen", at=NOW)
    assert not store.answer(code, reply, account="sample-2", organisation="sample", now=NOW)


def test_it_lives_as_long_as_was_said_and_no_longer(store):
    code = create(store, SUMMARY, NOW, timedelta(hours=1))
    assert store.status(code, address="a", now=NOW + timedelta(minutes=59))
    late = NOW + timedelta(hours=1)
    assert store.status(code, address="a", now=late) is None
    assert store.open(code, **WHO, now=late) is None
    for life in (timedelta(minutes=59), timedelta(days=7, seconds=1)):
        with pytest.raises(UnfitLife):
            create(store, SUMMARY, NOW, life)


def test_what_is_withdrawn_is_opened_by_nobody(store):
    code = create(store, SUMMARY, NOW)
    assert store.withdraw(code, address="a", now=NOW)
    assert store.open(code, **WHO, now=NOW) is None
    assert store.status(code, address="a", now=NOW) is None
    assert not store.withdraw(code, address="a", now=NOW)


def test_s48_wrong_old_withdrawn_and_used_codes_get_one_answer_after_the_same_work(
    store, monkeypatch
):
    derived = []
    derive = sealing.hash_secret_raw
    monkeypatch.setattr(
        sealing, "hash_secret_raw", lambda *given: derived.append(1) or derive(*given)
    )
    old = create(store, SUMMARY, NOW - timedelta(days=9))
    withdrawn, used = create(store, SUMMARY, NOW), create(store, SUMMARY, NOW)
    store.withdraw(withdrawn, address="a", now=NOW)
    for _ in range(3):
        store.open(used, **WHO, now=NOW)
    for code in (any_code(), old, withdrawn, used):
        before = len(derived)
        assert store.open(code, **WHO, now=NOW) is None
        assert len(derived) == before + 1


def test_s48_so_many_codes_are_not_tried_in_an_hour(store):
    for _ in range(10):
        store.open(any_code(), **WHO, now=NOW)
    code = create(store, SUMMARY, NOW)
    with pytest.raises(TooManyTries):
        store.open(code, **WHO, now=NOW)
    assert store.open(code, **WHO, now=NOW + timedelta(hours=1))
    for _ in range(60):
        store.status(any_code(), address="192.0.2.7", now=NOW)
    with pytest.raises(TooManyTries):
        store.status(code, address="192.0.2.7", now=NOW)


def test_so_many_codes_are_not_made_in_an_hour(store):
    for _ in range(60):
        create(store, SUMMARY, NOW)
    with pytest.raises(TooManyTries):
        create(store, SUMMARY, NOW)
    assert store.create(SUMMARY, NOW, ticket="other", address="192.0.2.4")
    assert create(store, SUMMARY, NOW + timedelta(hours=1))


def test_so_many_answers_are_not_left_in_an_hour(store):
    code, reply = create(store, SUMMARY, NOW), Reply(taken_up=True, at=NOW)
    assert store.open(code, **WHO, now=NOW)
    who = {"account": "sample-1", "organisation": "sample"}
    for _ in range(30):
        assert not store.answer(any_code(), reply, **who, now=NOW)
    with pytest.raises(TooManyTries):
        store.answer(code, reply, **who, now=NOW)
    assert store.answer(code, reply, **who, now=NOW + timedelta(hours=1))


def test_a_slip_costs_no_try(store):
    for _ in range(20):
        with pytest.raises(WrongCode):
            store.open("E71GZ-SQ0PX-6B0X", **WHO, now=NOW)
    assert store.open(create(store, SUMMARY, NOW), **WHO, now=NOW)


def rows_of(store, *tables):
    with store._engine.connect() as connection:
        return [row for table in tables for row in connection.execute(table.select())]


def test_s49_the_store_and_the_key_of_the_site_open_nothing(store):
    code = create(store, SUMMARY, NOW)
    store.status(code, address="192.0.2.77", now=NOW)
    told = repr(rows_of(store, *metadata.sorted_tables))
    for secret in (CANARY, code, code.replace("-", ""), "esimerkkipalvelu", "192.0.2.77"):
        assert secret not in told
    guess = sealing.keys_of(any_code().replace("-", ""), PEPPER)
    row = rows_of(store, handovers)[0]
    for bound in (row.lookup + row.expires.to_bytes(8), b""):
        assert sealing.unseal(sealing.Sealed(row.nonce, row.sealed), guess, bound) is None


def test_a_row_moved_or_made_to_live_longer_does_not_open(store):
    code = create(store, SUMMARY, NOW)
    with store._engine.execution_options(writes=True).begin() as connection:
        connection.execute(text("UPDATE handover SET expires = expires + 1"))
    assert store.open(code, **WHO, now=NOW) is None


def test_summaries_are_of_one_length(store):
    create(store, SUMMARY, NOW)
    create(store, SUMMARY.model_copy(update={"answers": []}), NOW)
    assert len({len(row.sealed) for row in rows_of(store, handovers)}) == 1


@pytest.mark.one_database
def test_s50_a_purge_leaves_no_byte(store, tmp_path):
    create(store, SUMMARY, NOW, timedelta(hours=1))
    kept = create(store, SUMMARY, NOW)
    lookup, sealed = next(
        (row.lookup, row.sealed)
        for row in rows_of(store, handovers)
        if row.expires < NOW.timestamp() + 4000
    )
    files = list((tmp_path / "handover").iterdir())
    assert any(sealed[:64] in file.read_bytes() for file in files)
    assert store.purge(NOW + timedelta(hours=2)) == 1
    for file in (tmp_path / "handover").iterdir():
        content = file.read_bytes()
        assert lookup not in content and sealed[:64] not in content, file.name
    assert store.status(kept, address="a", now=NOW)


@pytest.mark.one_database
def test_s51_backups_hold_no_handovers(store, tmp_path):
    create(store, SUMMARY, NOW)
    site = engine_for(f"sqlite:///{tmp_path}/navigator.db", tmp_path)
    backup(site, tmp_path / "copy.db")
    content, row = (tmp_path / "copy.db").read_bytes(), rows_of(store, handovers)[0]
    assert b"handover_audit" in content
    assert row.sealed[:64] not in content and row.lookup not in content
    assert b"handover_attempt" not in content
    site.dispose()


def test_of_two_accounts_at_once_one_claims_it(store):
    code = create(store, SUMMARY, NOW)
    opened = []

    def ask(number):
        who = WHO | {"account": f"sample-{number}"}
        opened.append(store.open(code, **who, now=NOW) is not None)

    threads = [threading.Thread(target=ask, args=[number]) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(opened) == [False, False, False, True]


def test_keys_cost_as_much_as_was_decided(monkeypatch):
    given = []
    monkeypatch.undo()
    derive = sealing.hash_secret_raw
    monkeypatch.setattr(sealing, "hash_secret_raw", lambda *a: given.append(a) or derive(*a))
    keys = sealing.keys_of("E71GZSQ0PX6B0V", PEPPER)
    assert given[0][2:5] == (3, 64 * 1024, 1)
    assert (len(keys.lookup), len(keys.key)) == (16, 32)
    assert keys.key.hex() not in repr(keys)


def test_the_same_ticket_makes_one_handover_and_tells_the_same_code(store, audit):
    first = store.create(SUMMARY, NOW, timedelta(hours=1), ticket="a", address="x")
    again = store.create(SUMMARY, NOW + timedelta(minutes=5), ticket="a", address="x")
    assert again == first
    assert first.expires == NOW + timedelta(hours=1)
    assert len(rows_of(store, handovers)) == 1
    assert [line[2] for line in audit] == ["created"]
    assert store.create(SUMMARY, NOW, ticket="b", address="x").code != first.code


def test_the_same_ticket_at_the_same_moment_makes_one_handover(store):
    found = []

    def make():
        found.append(store.create(SUMMARY, NOW, ticket="a", address="x"))

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert len(set(found)) == 1
    assert len(rows_of(store, handovers)) == 1


def test_what_was_taken_back_or_is_over_is_not_made_again_by_its_ticket(store):
    gone = store.create(SUMMARY, NOW, ticket="a", address="x")
    store.withdraw(gone.code, address="x", now=NOW)
    store.create(SUMMARY, NOW, timedelta(hours=1), ticket="b", address="x")
    late = NOW + timedelta(hours=1)
    store.purge(late)
    for ticket in "ab":
        assert store.create(SUMMARY, late, ticket=ticket, address="x") is None
    assert rows_of(store, handovers) == []


def test_that_a_code_was_made_is_forgotten_when_no_visit_can_send_it_again(store):
    assert REPEATABLE == cookie.WHOLE
    store.create(SUMMARY, NOW, ticket="a", address="x")
    store.purge(NOW + REPEATABLE - timedelta(seconds=1))
    assert len(rows_of(store, made)) == 1
    store.purge(NOW + REPEATABLE)
    assert rows_of(store, made) == []
