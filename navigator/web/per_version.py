"""Values that stay the same until something is published, made once for each worker and version."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from threading import Lock
from typing import Any, TypeVar, cast

from flask import Flask, current_app
from sqlalchemy.orm import Session

from navigator.extensions import db
from navigator.web.caching import content_version

MOST = 256
"""Values kept: what is asked for by few different keys alone belongs here."""

MOST_ROWS = 1_000
"""Rows kept of each kind."""

Value = TypeVar("Value")


class PerVersion:
    """The values of one content version; those of an older one are thrown away whole."""

    def __init__(self) -> None:
        self._version = -1
        self._values: dict[Hashable, Any] = {}
        self._lock = Lock()

    def get(self, version: int, key: Hashable) -> Any:
        """Return a value of this version, or None."""
        return self._values.get(key) if self._version == version else None

    def put(self, version: int, key: Hashable, value: Any) -> None:
        """Keep a value of this version, unless a newer one is at hand."""
        with self._lock:
            if version > self._version or len(self._values) >= MOST:
                self._version, self._values = version, {}
            if version == self._version:
                self._values[key] = value


def init_app(app: Flask) -> None:
    """Give the application its values."""
    app.extensions["per_version"] = PerVersion()


def per_version(key: Hashable, make: Callable[[Session], Value]) -> Value:
    """Return what `make` read from the database, of the version that this worker has seen.

    `make` gets a session of its own, for that of the request may be older than the version. What
    it returns is shared by threads and never changed. None is not kept.
    """
    kept: PerVersion = current_app.extensions["per_version"]
    version = content_version()
    value = kept.get(version, key)
    if value is None:
        with db.reading() as session:
            value = make(session)
        kept.put(version, key, value)
    return cast("Value", value)


def rows_per_version(
    kind: Hashable,
    ids: Sequence[int],
    find: Callable[[Session, Sequence[int]], Mapping[int, Value]],
) -> dict[int, Value]:
    """Return rows by id, of those that exist; only what was not asked for before is looked up.

    `kind` names the rows and all that they depend on beside the version.
    """
    known: dict[int, Value | None] = per_version(("rows", kind), lambda _session: {})
    rows = {number: known[number] for number in ids if number in known}
    if missing := [number for number in ids if number not in rows]:
        with db.reading() as session:
            found = find(session, missing)
        new = {number: found.get(number) for number in missing}
        rows |= new
        if len(known) + len(new) <= MOST_ROWS:
            known |= new
    return {number: row for number in ids if (row := rows[number]) is not None}
