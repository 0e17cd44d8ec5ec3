"""What all systems answer to, and this search among them."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from navigator.search import Reader, Snapshot, Tables, rebuild
from navigator.search.analysis import Analyser, words
from navigator.search.documents import Document
from navigator.search.highlight import Pieces, highlighted
from tests.bench_search.corpus import Row

DEPTH, PAGE = 10, 20
OURS, OUR_PAGE = "this search", "this search, a page"


@dataclass(frozen=True)
class Corpus:
    """The same documents in the forms that systems take them in."""

    documents: Sequence[Document]
    plain: Mapping[str, Sequence[Row]]
    """Language → rows."""
    lemmas: Mapping[str, Sequence[Row]]
    lemma_seconds: float
    """Seconds for finding the terms of `lemmas`."""
    lemmatise: Callable[[str, str], str]
    """Return the terms of a text in a language."""


class System(ABC):
    """A search engine with documents in it."""

    name: str
    uses_lemmas = False
    takes_documents_in = True
    """Whether its building is counted: not that of what looks into another system's documents."""

    @abstractmethod
    def build(self, corpus: Corpus) -> None:
        """Take the documents in."""

    @abstractmethod
    def search(self, text: str, language: str) -> list[str]:
        """Return the slugs of the ten best documents."""

    def close(self) -> None:  # noqa: B027 – most hold nothing that needs it
        """Let go of what is held."""


class Ours(System):
    """This search, with facets and their counts."""

    name = OURS

    def __init__(self, folder: Path, tables: Tables) -> None:
        self._folder, self._tables = folder, tables

    def build(self, corpus: Corpus) -> None:
        rebuild(self._folder, corpus.documents, version=1)
        self._slugs = {document.id: document.slug for document in corpus.documents}
        self.snapshot: Snapshot = Reader(self._folder).snapshot()

    def search(self, text: str, language: str) -> list[str]:
        found = self.snapshot.find(text, language, {}, self._tables, limit=DEPTH)
        return [self._slugs[row] for row in found.ids]


class OurPage(System):
    """The same index, asked for all that a page shows: twenty results with their words marked."""

    name, takes_documents_in = OUR_PAGE, False

    def __init__(self, ours: Ours, tables: Tables) -> None:
        self._ours, self._tables = ours, tables

    def build(self, corpus: Corpus) -> None:
        self._texts = {document.id: document for document in corpus.documents}

    def search(self, text: str, language: str) -> list[str]:
        snapshot = self._ours.snapshot
        found = snapshot.find(text, language, {}, self._tables, limit=PAGE)
        terms = frozenset(found.query.weights) if found.query else frozenset()
        for row in found.ids:
            marked(self._texts[row], language, terms, snapshot.analyser)
        return [self._texts[row].slug for row in found.ids[:DEPTH]]


def marked(
    document: Document, language: str, terms: frozenset[str], analyser: Analyser
) -> list[Pieces]:
    """Mark the words that answer a search in what a page shows of a result."""
    texts = document.texts_for(language)
    shown = [texts.get(place, "") for place in ("title", "summary")]
    return [highlighted(text, language, terms, analyser) for text in shown]


def plain_words(text: str) -> list[str]:
    """Return the words that are typed, without signs that some query language knows."""
    return [word.replace('"', "") for word in words(text)]
