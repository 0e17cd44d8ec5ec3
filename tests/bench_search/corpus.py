"""The documents that every system gets: the real ones, and sample ones recombined from them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from navigator.domain.text import EASY_FINNISH, LANGUAGES
from navigator.search.analysis import Analyser, tokens
from navigator.search.documents import WEIGHTS, Document

MOST_TRANSLATED = 10_000
"""Documents up to which samples have all their texts in all languages. Above it those other than
Finnish have titles alone, so that a run ends in time; a search in Finnish takes as long."""
SAMPLE = {"fi": "Esimerkki", "sv": "Exempel", "en": "Sample"}
PLACES = tuple(WEIGHTS)
"""Parts of a text, weightiest first."""
Pools = Mapping[tuple[str, str], Sequence[str]]
"""Sentences by language and place."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class Row:
    """A document in one language, as peers store it."""

    slug: str
    parts: tuple[str, ...]
    """Text of each of `PLACES`."""


def rows(documents: Sequence[Document], language: str) -> list[Row]:
    """Return the plain texts of documents; easy Finnish counts as Finnish body text."""
    return [Row(document.slug, _parts(document, language)) for document in documents]


def _parts(document: Document, language: str) -> tuple[str, ...]:
    texts = document.texts_for(language)
    easy = document.texts.get(EASY_FINNISH, {}) if language == "fi" else {}
    *parts, body = (texts.get(place, "") for place in PLACES)
    return (*parts, " ".join((body, *easy.values(), *document.numbers)))


def lemmatised(plain: Sequence[Row], language: str, analyser: Analyser) -> list[Row]:
    """Return the same rows with every word as the terms that this search knows it by."""
    return [
        Row(row.slug, tuple(lemmas_of(text, language, analyser) for text in row.parts))
        for row in plain
    ]


def lemmas_of(text: str, language: str, analyser: Analyser) -> str:
    """Return the terms of a text's words, of whole words and of compounds' parts."""
    return " ".join(
        term for word in tokens(text) for term in analyser.word(word, language).weights()
    )


def grown(real: Sequence[Document], size: int) -> list[Document]:
    """Return so many documents: the real ones, then samples made of their words and sentences."""
    is_translated = size <= MOST_TRANSLATED
    return [*real[:size], *_samples(real, size - len(real), is_translated=is_translated)]


def _samples(real: Sequence[Document], number: int, *, is_translated: bool) -> Iterator[Document]:
    """Yield documents that always are the same for the same real ones."""
    pools = {
        (language, place): [s for d in real for s in _sentences(d, language, place)]
        for language in LANGUAGES
        for place in ("summary", "body")
    }
    last = max(document.id for document in real)
    for at in range(1, number + 1):
        chance = Random(at)
        like, first, second = (chance.choice(real) for _ in range(3))
        texts = {}
        for language in LANGUAGES:
            crossed = _crossed(first, second, language)
            texts[language] = {"title": f"{SAMPLE[language]} {at:05}: {crossed}"}
            if is_translated or language == "fi":
                texts[language] |= _said(like, language, pools, chance)
        yield replace(like, id=last + at, slug=f"esimerkki-{at:05}", texts=texts)


def _said(like: Document, language: str, pools: Pools, chance: Random) -> dict[str, str]:
    """Return texts as long as those of a document, with its keywords."""
    said = {"keywords": like.texts_for(language).get("keywords", "")}
    for place in ("summary", "body"):
        number = len(_sentences(like, language, place))
        said[place] = " ".join(chance.choices(pools[language, place], k=number))
    return said


def _sentences(document: Document, language: str, place: str) -> list[str]:
    return _SENTENCE.split(document.texts_for(language).get(place, ""))


def _crossed(first: Document, second: Document, language: str) -> str:
    """Return the beginning of one title and the end of another."""
    begins, ends = first.title(language).split(), second.title(language).split()
    return " ".join((*begins[: (len(begins) + 1) // 2], *ends[len(ends) // 2 :]))
