"""SQLite FTS5: by trigrams of letters, and by the terms that this search knows words by."""

import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

from navigator.search.documents import WEIGHTS
from tests.bench_search.corpus import PLACES
from tests.bench_search.systems import DEPTH, Corpus, System, plain_words

_RANK = f"bm25(found, 0, {', '.join(str(weight) for weight in WEIGHTS.values())})"


class _Fts5(System):
    """One table a language; a document is found by any of the terms."""

    tokenizer: str

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        self._open: dict[str, sqlite3.Connection] = {}

    def build(self, corpus: Corpus) -> None:
        source = corpus.lemmas if self.uses_lemmas else corpus.plain
        self._lemmatise: Callable[[str, str], str] = corpus.lemmatise
        for language, rows in source.items():
            opened = sqlite3.connect(self._folder / f"{language}.db")
            columns = f"slug UNINDEXED, {', '.join(PLACES)}, tokenize='{self.tokenizer}'"
            opened.execute(f"CREATE VIRTUAL TABLE found USING fts5({columns})")
            values = ((row.slug, *row.parts) for row in rows)
            opened.executemany("INSERT INTO found VALUES (?, ?, ?, ?, ?)", values)
            opened.commit()
            self._open[language] = opened

    def search(self, text: str, language: str) -> list[str]:
        terms = dict.fromkeys(self.terms(text, language))
        if not terms:
            return []
        query = " OR ".join(f'"{term}"' for term in terms)
        rows = self._open[language].execute(
            f"SELECT slug FROM found WHERE found MATCH ? ORDER BY {_RANK} LIMIT {DEPTH}", [query]
        )
        return [slug for (slug,) in rows]

    def terms(self, text: str, language: str) -> Iterable[str]:
        """Return the terms of a query."""
        raise NotImplementedError

    def close(self) -> None:
        for opened in self._open.values():
            opened.close()


class Trigrams(_Fts5):
    """Any three letters in a row."""

    name, tokenizer = "SQLite FTS5, trigrams", "trigram"

    def terms(self, text: str, language: str) -> Iterable[str]:
        for word in plain_words(text):
            yield from (word[at : at + 3] for at in range(len(word) - 2))


class Lemmas(_Fts5):
    """The terms of this search."""

    name, tokenizer, uses_lemmas = "SQLite FTS5, our lemmas", "unicode61 remove_diacritics 0", True

    def terms(self, text: str, language: str) -> Iterable[str]:
        return self._lemmatise(text, language).replace('"', "").split()
