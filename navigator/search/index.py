"""Whoosh behind three calls: build an index, go through its postings, count its documents.

Nothing else touches Whoosh's store, and nothing that people type reaches its query parser. Its
files hold pickles, so only a builder reads them, right after it wrote them.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from whoosh import index
from whoosh.fields import FieldType, Schema
from whoosh.formats import Frequency
from whoosh.reading import IndexReader
from whoosh.system import pack_uint

MEGABYTES = 256

Posting = tuple[int, float]
"""Number of a document, in the order they were given, and the weight of the term in it."""


class TermWeights(FieldType):  # type: ignore[misc]
    """A field that takes {term: weight} ready made; Whoosh's analysers have no part in it."""

    def __init__(self) -> None:
        super().__init__(Frequency(), None, scorable=True)  # else a file is looked for a posting

    def index(
        self, value: Mapping[str, int], **_: Any
    ) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield each term as Whoosh's writer takes it: bytes, how often, weight, stored form."""
        for term, weight in value.items():
            yield term.encode(), weight, float(weight), pack_uint(weight)


def build(
    folder: Path, fields: Iterable[str], documents: Iterable[Mapping[str, Mapping[str, int]]]
) -> None:
    """Write an index of documents, each {field: {term: weight}}."""
    folder.mkdir(parents=True)
    made = index.create_in(folder, Schema(**{name: TermWeights() for name in fields}))
    writer = made.writer(procs=1, limitmb=MEGABYTES)
    for row in documents:
        writer.add_document(**{name: terms for name, terms in row.items() if terms})
    writer.commit(optimize=True)
    made.close()
    for lock in folder.glob("*LOCK"):
        lock.unlink()


def postings(folder: Path, field: str) -> Iterator[tuple[str, list[Posting]]]:
    """Yield each term of a field, in order, with its postings by document number."""
    reader = index.open_dir(folder, readonly=True).reader()
    try:
        if field in reader.schema:
            for term in reader.field_terms(field):
                yield term, list(_postings_of(reader, field, term))
    finally:
        reader.close()


def _postings_of(reader: IndexReader, field: str, term: str) -> Iterator[Posting]:
    matcher = reader.postings(field, term)
    while matcher.is_active():
        yield matcher.id(), matcher.weight()
        matcher.next()


def count(folder: Path) -> int:
    """Return how many documents the index holds."""
    return int(index.open_dir(folder, readonly=True).doc_count())
