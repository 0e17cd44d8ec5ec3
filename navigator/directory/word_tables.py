"""The tables of words as they are published, compiled by one thread while the others go on."""

import threading
from dataclasses import dataclass

from navigator.extensions import db
from navigator.search import Tables
from navigator.search.analysis import Analyser
from navigator.search.following import table_rows
from navigator.search.tables import Rows


@dataclass(frozen=True, slots=True)
class _Made:
    version: int
    words: Analyser
    rows: Rows
    tables: Tables

    def is_of(self, version: int, words: Analyser) -> bool:
        return self.version == version and self.words is words


class WordTables:
    """The tables of words of the newest content version that was asked for."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._made: _Made | None = None

    def of(self, version: int, words: Analyser) -> Tables:
        """Return the tables, or those of before while another thread makes the new ones."""
        made = self._made
        if made is not None and made.is_of(version, words):
            return made.tables
        if not self._turn.acquire(blocking=made is None) and made is not None:
            return made.tables
        try:
            if self._made is None or not self._made.is_of(version, words):
                self._made = _renewed(self._made, version, words)
            return self._made.tables
        finally:
            self._turn.release()


def _renewed(made: _Made | None, version: int, words: Analyser) -> _Made:
    """Read the tables anew, and compile them only if a row or the analyser is another."""
    with db.reading() as session:  # that of the request may be older than the version
        rows = table_rows(session)
    if made is not None and made.words is words and made.rows == rows:
        return _Made(version, words, rows, made.tables)
    return _Made(version, words, rows, Tables(rows, words))
