"""How many codes may be tried in an hour."""

from sqlalchemy import Connection, select, update

from navigator.domain.errors import NavigatorError
from navigator.handover.tables import attempts

AN_ACCOUNT, AN_ADDRESS = "account", "address"
MOST = {AN_ACCOUNT: 10, AN_ADDRESS: 60}
"""Tries an hour."""


class TooManyTries(NavigatorError):
    """So many codes are not tried by somebody who has one. Try again in an hour."""

    retry_after = 3600  # seconds


def count_try(connection: Connection, kind: str, who: str, hour: int) -> None:
    """Count one more try; raise TooManyTries when it is one too many."""
    mine = (attempts.c.kind == kind, attempts.c.who == who, attempts.c.hour == hour)
    number = connection.scalar(select(attempts.c.number).where(*mine))
    if number is None:
        connection.execute(attempts.insert(), {"kind": kind, "who": who, "hour": hour, "number": 1})
    elif number >= MOST[kind]:
        raise TooManyTries(f"{number} tries within the hour")
    else:
        connection.execute(update(attempts).where(*mine).values(number=number + 1))
