"""PostgreSQL with its own configuration of each language."""

import psycopg

from tests.bench_search.systems import DEPTH, Corpus, System, plain_words

CONFIGURATIONS = {"fi": "finnish", "sv": "swedish", "en": "english"}
_VECTOR = " || ".join(
    f"setweight(to_tsvector('{{0}}', %s), '{letter}')" for letter in ("A", "B", "C", "D")
)


class AnyWord(System):
    """A document is found by any of the words. One table a language."""

    name, joined = "PostgreSQL `finnish`, OR", " | "

    def __init__(self, address: str) -> None:
        self._connection = psycopg.connect(address, autocommit=True)

    def build(self, corpus: Corpus) -> None:
        for language, rows in corpus.plain.items():
            insert = (
                f"INSERT INTO {language} VALUES (%s, {_VECTOR.format(CONFIGURATIONS[language])})"
            )
            with self._connection.transaction(), self._connection.cursor() as cursor:
                cursor.execute(f"CREATE TABLE {language} (slug text, found tsvector)")
                cursor.executemany(insert, [(row.slug, *row.parts) for row in rows])
                cursor.execute(f"CREATE INDEX ON {language} USING gin (found)")
            self._connection.execute(f"ANALYZE {language}")

    def search(self, text: str, language: str) -> list[str]:
        typed = self.joined.join(f"'{word.replace(chr(39), '')}'" for word in plain_words(text))
        rows = self._connection.execute(
            f"SELECT slug FROM {language}, to_tsquery('{CONFIGURATIONS[language]}', %s) AS asked"
            f" WHERE found @@ asked ORDER BY ts_rank(found, asked) DESC, slug LIMIT {DEPTH}",
            [typed],
        )
        return [slug for (slug,) in rows]

    def close(self) -> None:
        self._connection.close()


class AllWords(AnyWord):
    """A document is found when it has all the words, as many directories do it.

    Asks the tables that the other one made.
    """

    name, joined, takes_documents_in = "PostgreSQL `finnish`, AND", " & ", False

    def build(self, corpus: Corpus) -> None:
        """Do nothing."""
