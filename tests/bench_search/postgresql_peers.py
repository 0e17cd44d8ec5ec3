"""PostgreSQL with its own configuration of each language."""

import psycopg

from tests.bench_search.systems import DEPTH, Corpus, System, plain_words

CONFIGURATIONS = {"fi": "finnish", "sv": "swedish", "en": "english"}
_VECTOR = " || ".join(
    f"setweight(to_tsvector('{{0}}', %s), '{letter}')" for letter in ("A", "B", "C", "D")
)


class AnyWord(System):
    """A document is found by any of the words."""

    name, joined = "PostgreSQL `finnish`, OR", " | "

    def __init__(self, address: str, tables: str = "any") -> None:
        self._connection = psycopg.connect(address, autocommit=True)
        self._tables = tables

    def build(self, corpus: Corpus) -> None:
        for language, rows in corpus.plain.items():
            table, configuration = f"{self._tables}_{language}", CONFIGURATIONS[language]
            with self._connection.cursor() as cursor:
                cursor.execute(f"CREATE TABLE {table} (slug text, found tsvector)")
                insert = f"INSERT INTO {table} VALUES (%s, {_VECTOR.format(configuration)})"
                cursor.executemany(insert, [(row.slug, *row.parts) for row in rows])
                cursor.execute(f"CREATE INDEX ON {table} USING gin (found)")
                cursor.execute(f"ANALYZE {table}")

    def search(self, text: str, language: str) -> list[str]:
        typed = self.joined.join(f"'{word.replace(chr(39), '')}'" for word in plain_words(text))
        table, configuration = f"{self._tables}_{language}", CONFIGURATIONS[language]
        rows = self._connection.execute(
            f"SELECT slug FROM {table}, to_tsquery('{configuration}', %s) AS asked"
            f" WHERE found @@ asked ORDER BY ts_rank(found, asked) DESC, slug LIMIT {DEPTH}",
            [typed],
        )
        return [slug for (slug,) in rows]

    def close(self) -> None:
        for language in CONFIGURATIONS:
            self._connection.execute(f"DROP TABLE IF EXISTS {self._tables}_{language}")
        self._connection.close()


class AllWords(AnyWord):
    """A document is found when it has all the words, as many directories do it."""

    name, joined = "PostgreSQL `finnish`, AND", " & "

    def __init__(self, address: str) -> None:
        super().__init__(address, "every")
