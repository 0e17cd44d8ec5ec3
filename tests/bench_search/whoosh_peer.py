"""Whoosh as its manual shows it: StandardAnalyzer, QueryParser, a searcher for each search."""

from pathlib import Path

from whoosh import index
from whoosh.analysis import StandardAnalyzer
from whoosh.fields import ID, TEXT, Schema
from whoosh.qparser import QueryParser

from tests.bench_search.systems import DEPTH, Corpus, System, plain_words


class AsInTheManual(System):
    """One index a language; all words have to be there."""

    name = "Whoosh as its manual shows it"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[str, index.FileIndex] = {}

    def build(self, corpus: Corpus) -> None:
        schema = Schema(slug=ID(stored=True), content=TEXT(analyzer=StandardAnalyzer()))
        for language, rows in corpus.plain.items():
            folder = self._folder / language
            folder.mkdir(parents=True)
            made = index.create_in(folder, schema)
            writer = made.writer()
            for row in rows:
                writer.add_document(slug=row.slug, content=" ".join(row.parts))
            writer.commit()
            self._open[language] = made

    def search(self, text: str, language: str) -> list[str]:
        made = self._open[language]
        query = QueryParser("content", made.schema).parse(" ".join(plain_words(text)))
        with made.searcher() as searcher:
            return [hit["slug"] for hit in searcher.search(query, limit=DEPTH)]

    def close(self) -> None:
        for made in self._open.values():
            made.close()
