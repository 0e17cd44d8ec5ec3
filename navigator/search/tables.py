"""What editors know about words beside the texts: everyday words, danger words, places' names.

Read from the database once a content version, so that a change is in force at once, without a new
index; compiled with an analyser.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from navigator.search.analysis import Analyser, analyser, tokens
from navigator.search.danger import Danger, Kind
from navigator.search.spelling import Speller
from navigator.search.synonyms import Lemmas, Match, Synonym, Synonyms

NEIGHBOURS = 3
"""Municipalities, the nearest, that count as neighbours of one."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The tables as they are kept."""

    synonyms: Mapping[str, Sequence[Synonym]] = field(default_factory=dict)
    """Language → its rows."""
    danger: Sequence[Kind] = ()
    places: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Slug of a municipality → its names in all languages."""
    nearby: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Slug of a municipality → those of the others, nearest first."""


class Tables:
    """The tables, ready to be looked up in."""

    def __init__(self, rows: Rows, knows_words: Analyser | None = None) -> None:
        words = knows_words or analyser()
        self._synonyms = {
            language: Synonyms(found, language, words) for language, found in rows.synonyms.items()
        }
        self._places = {
            lemma: slug
            for slug, names in rows.places.items()
            for name in names
            for language in ("fi", "sv")
            for lemma in words.word(tokens(name)[0], language).lemmas
        }
        self._nearby = rows.nearby
        self._danger = Danger(rows.danger, words)

    def matches(self, language: str, typed: Sequence[Lemmas]) -> list[Match]:
        """Return the everyday words among typed words."""
        table = self._synonyms.get(language)
        return table.matches(typed) if table else []

    def knows(self, language: str, lemmas: Iterable[str]) -> bool:
        """Tell whether any of `lemmas` begins an everyday phrase."""
        table = self._synonyms.get(language)
        return table.knows(lemmas) if table else False

    def spellers(self, language: str) -> Iterator[Speller]:
        """Yield what knows the words of everyday phrases."""
        if table := self._synonyms.get(language):
            yield table.speller

    def municipality(self, lemmas: Iterable[str]) -> str | None:
        """Return the municipality that a word names."""
        return next((self._places[lemma] for lemma in lemmas if lemma in self._places), None)

    def neighbours(self, municipalities: Iterable[str]) -> frozenset[str]:
        """Return the municipalities near any of `municipalities`."""
        lists = (self._nearby.get(slug, ())[:NEIGHBOURS] for slug in municipalities)
        return frozenset(slug for nearest in lists for slug in nearest)

    def pinned(self, text: str) -> tuple[str, ...]:
        """Return the slugs of the help that comes before all results, in order."""
        return self._danger.help_for(text)

    def kinds(self, text: str) -> tuple[str, ...]:
        """Return the kinds of danger that `text` speaks of."""
        return self._danger.kinds(text)


NO_TABLES = Tables(Rows())
