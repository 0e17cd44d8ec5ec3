"""Searches without a result, kept so that no single person's words are.

The words stand as a keyed hash. They are kept as words only when they come on a fifth different
day, and hashes that nobody asked for again are forgotten.
"""

import hmac
import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from threading import Lock
from typing import NamedTuple

from flask import Flask, request
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from navigator.config import Settings
from navigator.domain.models import VainSearch
from navigator.search.analysis import normalise, words
from navigator.statistics.counting import CountBuffer, is_person
from navigator.statistics.queries import insert_of

DAYS = 5
"""Different days after which words are kept as words."""
FORGOTTEN_AFTER = timedelta(days=400)
MOST_WAITING = 1000
_DIGIT = re.compile(r"\d")


class Asked(NamedTuple):
    """Words that found nothing, on their way to the database."""

    seal: str
    text: str
    language: str
    day: date


class VainSearches:
    """The searches of one worker that are not in the database yet."""

    def __init__(self, key: bytes) -> None:
        self._key = hmac.digest(key, b"searches in vain", "sha256")
        self._lock = Lock()
        self._waiting: set[Asked] = set()

    def add(self, text: str, language: str, day: date) -> None:
        """Note that a person searched for `text` in vain."""
        told = " ".join(words(text))
        if told and is_person(request.environ):
            seal = hmac.digest(self._key, f"{language} {told}".encode(), "sha256").hex()
            with self._lock:
                if len(self._waiting) < MOST_WAITING:
                    self._waiting.add(Asked(seal, normalise(told), language, day))

    def write(self, session: Session) -> Callable[[], None]:
        """Write down what waits; called with the counts. What is returned forgets it."""
        with self._lock:
            waiting = frozenset(self._waiting)
        for asked in sorted(waiting):
            note(session, asked)
        return lambda: self._forget(waiting)

    def _forget(self, written: frozenset[Asked]) -> None:
        with self._lock:
            self._waiting -= written


def note(session: Session, asked: Asked) -> None:
    """Count a day for words that found nothing; keep the words themselves from the fifth on.

    Never what has a digit in it: telephone numbers and personal identity codes are one person's.
    """
    unknown = {"seal": asked.seal, "language": asked.language, "days": 0, "last_day": date.min}
    session.execute(insert_of(session)(VainSearch).values(unknown).on_conflict_do_nothing())
    row = session.get_one(VainSearch, asked.seal, with_for_update=True)  # one worker at a time
    if row.last_day < asked.day:
        row.days, row.last_day = row.days + 1, asked.day
    if row.days >= DAYS and not _DIGIT.search(asked.text):
        row.text = asked.text


def searched_in_vain(session: Session) -> Sequence[VainSearch]:
    """Return the words that five or more days asked for, most days first."""
    query = (
        select(VainSearch)
        .where(VainSearch.text.is_not(None))
        .order_by(VainSearch.days.desc(), VainSearch.text)
    )
    return session.scalars(query).all()


def forget(session: Session, day: date) -> None:
    """Drop what nobody has asked for in a long time."""
    session.execute(delete(VainSearch).where(VainSearch.last_day < day - FORGOTTEN_AFTER))


def init_app(app: Flask) -> None:
    """Keep the searches of this worker, and write them down with its counts."""
    settings: Settings = app.config["SETTINGS"]
    searches = app.extensions["vain_searches"] = VainSearches(settings.secret_key)
    buffer: CountBuffer = app.extensions["counts"]
    buffer.writers.append(searches.write)
