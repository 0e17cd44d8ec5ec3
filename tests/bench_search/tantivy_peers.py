"""tantivy: with its stemmers, and with the terms that this search knows words by."""

from tantivy import (
    Document,
    Filter,
    Index,
    Occur,
    Query,
    SchemaBuilder,
    TextAnalyzer,
    TextAnalyzerBuilder,
    Tokenizer,
)

from navigator.search.documents import WEIGHTS
from tests.bench_search.corpus import PLACES
from tests.bench_search.systems import DEPTH, Corpus, System, plain_words

STEMMERS = {"fi": "finnish", "sv": "swedish", "en": "english"}
MEMORY = 64 * 2**20
BOOSTS = {place: float(weight) for place, weight in WEIGHTS.items()}


class _Tantivy(System):
    """One index a language, in memory."""

    def __init__(self) -> None:
        self._open: dict[str, Index] = {}

    def build(self, corpus: Corpus) -> None:
        self._lemmatise = corpus.lemmatise
        for language, rows in (corpus.lemmas if self.uses_lemmas else corpus.plain).items():
            schema = SchemaBuilder().add_text_field("slug", stored=True, tokenizer_name="raw")
            for place in PLACES:
                schema.add_text_field(place, tokenizer_name="own")
            index = Index(schema.build())
            index.register_tokenizer("own", self.analyser(language))
            writer = index.writer(MEMORY, 1)
            for row in rows:
                texts = {place: [text] for place, text in zip(PLACES, row.parts, strict=True)}
                writer.add_document(Document(slug=[row.slug], **texts))
            writer.commit()
            index.reload()
            self._open[language] = index

    def search(self, text: str, language: str) -> list[str]:
        index = self._open[language]
        searcher = index.searcher()
        hits = searcher.search(self.query(index, text, language), DEPTH).hits
        return [searcher.doc(address)["slug"][0] for _, address in hits]

    def analyser(self, language: str) -> TextAnalyzer:
        """Return what cuts texts into terms."""
        raise NotImplementedError

    def query(self, index: Index, text: str, language: str) -> Query:
        """Return what is asked."""
        raise NotImplementedError


class Stemmed(_Tantivy):
    """Its own stemmer of the language, and its own parser of queries, which takes any word."""

    name = "tantivy, its stemmer"

    def analyser(self, language: str) -> TextAnalyzer:
        builder = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.lowercase())
        return builder.filter(Filter.stemmer(STEMMERS[language])).build()

    def query(self, index: Index, text: str, language: str) -> Query:
        typed = " ".join(f'"{word}"' for word in plain_words(text))
        return index.parse_query(typed, list(PLACES), field_boosts=BOOSTS)


class Lemmas(_Tantivy):
    """The terms of this search."""

    name, uses_lemmas = "tantivy, our lemmas", True

    def analyser(self, language: str) -> TextAnalyzer:
        return TextAnalyzerBuilder(Tokenizer.whitespace()).build()

    def query(self, index: Index, text: str, language: str) -> Query:
        terms = dict.fromkeys(self._lemmatise(text, language).split())
        return Query.boolean_query(
            [
                (
                    Occur.Should,
                    Query.boost_query(Query.term_query(index.schema, place, term), boost),
                )
                for term in terms
                for place, boost in BOOSTS.items()
            ]
        )
