"""What goes into the index: one document a service, filled by the caller's queries."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from navigator.domain.hours import Hours
from navigator.domain.text import EASY_FINNISH, LANGUAGES
from navigator.search.analysis import Analyser, telling, tokens

WEIGHTS = {"title": 6, "keywords": 4, "summary": 2, "body": 1}
OWN_NUMBER = 12
"""Occurrences that the number of a service's own main channel counts as: more than a title, so that
it outweighs the length of the text."""
SCALE = 20
"""Weights in the index are whole numbers: this many stand for one occurrence in a body."""


@dataclass(frozen=True, slots=True)
class Document:
    """A service as it is found.

    `texts`: language (fi, sv, en, fi-simple) → {"title", "keywords", "summary", "body"} → text; a
    language without a title is found, and sorted, by the texts of the first of fi, sv, en that has
    one, as pages show it.
    `facets`: facet → codes. `municipality` lists every municipality that the service reaches,
    `near` those it stands in; others are topic, provider, channel, language, audience.
    `hours`: of each of its channels whose hours are known; it is open when one of them is.
    `numbers`: the telephone numbers that the public may call, digits only.
    `own_numbers`: those of them that are of its own main channel, and of no other service's.
    `organiser`: with the title, what the same service has in common in all its places.
    """

    id: int
    slug: str
    texts: Mapping[str, Mapping[str, str]]
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    hours: Sequence[Hours] = ()
    numbers: Sequence[str] = ()
    own_numbers: Sequence[str] = ()
    organiser: str = ""

    def texts_for(self, language: str) -> Mapping[str, str]:
        """Return the texts that a page in `language` shows."""
        for choice in (language, *LANGUAGES):
            if self.texts.get(choice, {}).get("title"):
                return self.texts[choice]
        return {}

    def title(self, language: str) -> str:
        """Return the title that a page in `language` shows."""
        return self.texts_for(language).get("title", self.slug)

    def has_own(self, language: str) -> bool:
        """Tell whether the document is written in `language`."""
        return bool(self.texts.get(language, {}).get("title"))


def weighted_words(document: Document, language: str) -> Counter[str]:
    """Return the words of a document, each as often as the weights of its places say.

    Easy Finnish counts as body text of the Finnish page. Words that say nothing are left out,
    except where nothing else stands.
    """
    counts: Counter[str] = Counter()
    for place, text in document.texts_for(language).items():
        for word in telling(tokens(text), language):
            counts[word] += WEIGHTS[place]
    if language == "fi":
        for text in document.texts.get(EASY_FINNISH, {}).values():
            counts.update(telling(tokens(text), language))
    for number in document.numbers:
        counts[number] = OWN_NUMBER if number in document.own_numbers else WEIGHTS["keywords"]
    return counts


def weighted_terms(words: Mapping[str, int], language: str, analyser: Analyser) -> dict[str, int]:
    """Return the terms of weighted words and how much each weighs, in parts of `SCALE`."""
    weights: dict[str, float] = {}
    for word, weight in words.items():
        for term, share in analyser.word(word, language).weights().items():
            weights[term] = weights.get(term, 0.0) + weight * share
    return {term: max(1, round(SCALE * weight)) for term, weight in weights.items()}


def swedish_words(documents: Sequence[Document]) -> frozenset[str]:
    """Return the words of the Swedish texts, in which parts of compounds are recognised."""
    return frozenset(_swedish(documents))


def _swedish(documents: Sequence[Document]) -> Iterator[str]:
    for document in documents:
        for text in document.texts.get("sv", {}).values():
            for word in tokens(text):
                yield from (piece for piece in word.split("-") if piece.isalpha())
