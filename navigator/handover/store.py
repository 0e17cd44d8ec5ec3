"""Handovers on disk: sealed rows in a file of their own, short-lived and never copied away."""

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Engine, delete, select, update
from sqlalchemy.exc import IntegrityError

from navigator.domain.database import writing
from navigator.domain.errors import NavigatorError
from navigator.handover.codes import code_of, in_groups, read_code
from navigator.handover.sealing import Keys, Sealed, keys_of, seal, unseal
from navigator.handover.summary import Opened, Outcome, Reply, Status, Summary
from navigator.handover.tables import attempts, handovers, made, prepare
from navigator.handover.traces import leave_no_trace
from navigator.handover.tries import (
    A_MAKER,
    AN_ACCOUNT,
    AN_ADDRESS,
    AN_ANSWER,
    TooManyTries,
    count_try,
)

LIFE, SHORTEST, LONGEST = timedelta(hours=72), timedelta(hours=1), timedelta(days=7)
MOST_OPENINGS = 3
REPEATABLE = timedelta(hours=4)
"""How long a form can be sent again: no visit of the questionnaire lives longer."""

Audit = Callable[[str, str, Outcome, str], None]
"""Takes account, organisation, outcome and the handover's mark; never code or content."""

__all__ = [
    "LIFE",
    "LONGEST",
    "MOST_OPENINGS",
    "REPEATABLE",
    "SHORTEST",
    "Made",
    "Store",
    "TooManyTries",
    "UnfitLife",
]


@dataclass(frozen=True, slots=True)
class Made:
    """A handover that was made, for the resident's eyes alone."""

    code: str
    """In groups."""
    expires: datetime


class UnfitLife(NavigatorError):
    """A handover cannot live so short or so long."""


class Store:
    """Keeps handovers. Wrong, old, withdrawn and used codes all get one answer: None."""

    def __init__(self, engine: Engine, pepper: bytes, audit: Audit) -> None:
        self._engine, self._pepper, self._audit = engine, pepper, audit
        prepare(engine)

    def create(
        self, summary: Summary, now: datetime, life: timedelta = LIFE, *, ticket: str, address: str
    ) -> Made | None:
        """Seal a summary under the code of a ticket. Neither the ticket nor the code is kept.

        The same ticket has the same code: a form that is sent again makes no second handover, and
        the code is told once more; None when it was taken back or is over by then. Raises
        TooManyTries after too many codes.
        """
        if not SHORTEST <= life <= LONGEST:
            raise UnfitLife(f"a handover lives from {SHORTEST} to {LONGEST}")
        self._count((A_MAKER, address), now=now)
        code = code_of(hmac.digest(self._pepper, f"code {ticket}".encode(), "sha256"))
        keys, expires = self._keys(code), int((now + life).timestamp())
        sealed = seal(summary.model_dump_json().encode(), keys, _bound(keys, expires))
        row = {"lookup": keys.lookup, "expires": expires, "openings": 0}
        row |= {"nonce": sealed.nonce, "sealed": sealed.text}
        try:
            with writing(self._engine).begin() as connection:
                connection.execute(made.insert(), _trace(keys, now))
                connection.execute(handovers.insert(), row)
        except IntegrityError:
            return self._made_before(code, keys, now)
        self._audit("", "", "created", keys.mark)
        return _made(code, expires)

    def _made_before(self, code: str, keys: Keys, now: datetime) -> Made | None:
        with self._engine.connect() as connection:
            row = _row(connection, keys, now)
        return _made(code, row.expires) if row else None

    def open(
        self, code: str, *, account: str, organisation: str, address: str, now: datetime
    ) -> Opened | None:
        """Return what was shared, to the first account that asks, three times at most.

        Raises WrongCode for what cannot be a code, TooManyTries after too many codes.
        """
        found = read_code(code)
        self._count((AN_ACCOUNT, account), (AN_ADDRESS, address), now=now)
        keys = self._keys(found)
        with writing(self._engine).begin() as connection:
            row = _row(connection, keys, now)
            opened = _opened(row, keys) if row and _may_open(row, account) else None
            if opened:
                seen = {"openings": row.openings + 1, "claimed_by": account}
                connection.execute(_of(keys, update(handovers)).values(seen))
        self._audit(account, organisation, "opened" if opened else "refused", keys.mark)
        return opened

    def answer(
        self, code: str, reply: Reply, *, account: str, organisation: str, now: datetime
    ) -> bool:
        """Leave an answer for the resident; False unless this account has opened the handover.

        Raises WrongCode and TooManyTries as `open` does.
        """
        found = read_code(code)
        self._count((AN_ANSWER, account), now=now)
        keys = self._keys(found)
        sealed = seal(reply.model_dump_json().encode(), keys, keys.lookup + b"reply")
        with writing(self._engine).begin() as connection:
            row = _row(connection, keys, now)
            is_theirs = row is not None and row.claimed_by == account
            if is_theirs:
                values = {"reply_nonce": sealed.nonce, "reply": sealed.text}
                connection.execute(_of(keys, update(handovers)).values(values))
        self._audit(account, organisation, "answered" if is_theirs else "refused", keys.mark)
        return is_theirs

    def status(self, code: str, *, address: str, now: datetime) -> Status | None:
        """Tell the resident whether the handover was opened, and what was answered."""
        found = read_code(code)
        self._count((AN_ADDRESS, address), now=now)
        keys = self._keys(found)
        with self._engine.connect() as connection:
            row = _row(connection, keys, now)
        if row is None:
            return None
        return Status(
            expires=datetime.fromtimestamp(row.expires, UTC),
            openings=row.openings,
            reply=_reply(row, keys),
        )

    def withdraw(self, code: str, *, address: str, now: datetime) -> bool:
        """Take a handover back: nobody opens it any more. False when there was none."""
        found = read_code(code)
        self._count((AN_ADDRESS, address), now=now)
        keys = self._keys(found)
        with writing(self._engine).begin() as connection:
            gone = connection.execute(_of(keys, delete(handovers))).rowcount > 0
        if gone:
            self._audit("", "", "withdrawn", keys.mark)
            leave_no_trace(self._engine)
        return gone

    def purge(self, now: datetime) -> int:
        """Delete what is over, with every byte of it; return how many handovers went."""
        second = int(now.timestamp())
        with writing(self._engine).begin() as connection:
            gone = connection.execute(delete(handovers).where(handovers.c.expires <= second))
            connection.execute(delete(made).where(made.c.ends <= second))
            hour = second // 3600
            connection.execute(delete(attempts).where(attempts.c.hour < hour))
        if gone.rowcount or self._engine.dialect.name == "sqlite":  # whose log may be left over
            leave_no_trace(self._engine)
        return gone.rowcount

    def _keys(self, code: str) -> Keys:
        return keys_of(read_code(code), self._pepper)

    def _count(self, *tries: tuple[str, str], now: datetime) -> None:
        """Count a try for each who; an address only as a keyed hash."""
        hour = int(now.timestamp()) // 3600
        with writing(self._engine).begin() as connection:
            for kind, who in tries:
                told = hmac.digest(self._pepper, f"{kind} {who}".encode(), "sha256").hex()
                count_try(connection, kind, told, hour)


def _made(code: str, expires: int) -> Made:
    return Made(in_groups(code), datetime.fromtimestamp(expires, UTC))


def _trace(keys: Keys, now: datetime) -> dict[str, Any]:
    """Return what remembers that a code was made: it leads to no handover, and to no code."""
    trace = sha256(b"handover made" + keys.lookup).digest()[:16]
    return {"trace": trace, "ends": int((now + REPEATABLE).timestamp())}


def _bound(keys: Keys, expires: int) -> bytes:
    """Return what a sealed summary is bound to: another row or a later end do not open it."""
    return keys.lookup + expires.to_bytes(8)


def _of(keys: Keys, statement: Any) -> Any:
    return statement.where(handovers.c.lookup == keys.lookup)


def _row(connection: Connection, keys: Keys, now: datetime) -> Any:
    """Return the handover of a code while it lives."""
    query = _of(keys, select(handovers)).where(handovers.c.expires > int(now.timestamp()))
    if connection.get_execution_options().get("writes"):
        query = query.with_for_update()  # on PostgreSQL one claims at a time
    return connection.execute(query).one_or_none()


def _may_open(row: Any, account: str) -> bool:
    return row.openings < MOST_OPENINGS and row.claimed_by in {None, account}


def _opened(row: Any, keys: Keys) -> Opened | None:
    """Return what this opening shows; it is counted among those that are used."""
    payload = unseal(Sealed(row.nonce, row.sealed), keys, _bound(keys, row.expires))
    if payload is None:
        return None
    return Opened(
        summary=Summary.model_validate_json(payload),
        expires=datetime.fromtimestamp(row.expires, UTC),
        openings_left=MOST_OPENINGS - row.openings - 1,
    )


def _reply(row: Any, keys: Keys) -> Reply | None:
    if row.reply is None:
        return None
    payload = unseal(Sealed(row.reply_nonce, row.reply), keys, keys.lookup + b"reply")
    return Reply.model_validate_json(payload) if payload is not None else None
