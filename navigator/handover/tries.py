"""How many codes may be tried, and made, in an hour."""

from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql, sqlite

from navigator.domain.errors import NavigatorError
from navigator.handover.tables import attempts

AN_ACCOUNT, AN_ADDRESS, AN_ANSWER, A_MAKER = "account", "address", "answer", "maker"
MOST = {AN_ACCOUNT: 10, AN_ADDRESS: 60, AN_ANSWER: 30, A_MAKER: 60}
"""Tries an hour."""


class TooManyTries(NavigatorError):
    """So many codes are not tried by somebody who has one. Try again in an hour."""

    retry_after = 3600  # seconds


def count_try(connection: Connection, kind: str, who: str, hour: int) -> None:
    """Count one more try; raise TooManyTries when it is one too many.

    One statement reads and writes, so that tries at the same moment are all counted.
    """
    is_sqlite = connection.dialect.name == "sqlite"
    insert = (sqlite if is_sqlite else postgresql).insert(attempts)
    query = insert.values(kind=kind, who=who, hour=hour, number=1).on_conflict_do_update(
        index_elements=list(attempts.primary_key), set_={"number": attempts.c.number + 1}
    )
    number = connection.scalar(query.returning(attempts.c.number)) or 0
    if number > MOST[kind]:
        raise TooManyTries(f"{number} tries within the hour")
