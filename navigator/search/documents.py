"""What goes into the index: one document a service, filled by the caller's queries."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from navigator.domain.hours import Hours
from navigator.domain.text import EASY_FINNISH, LANGUAGES
from navigator.search.analysis import STOP_WORDS, terms, tokens

WEIGHTS = {"title": 6, "keywords": 4, "summary": 2, "body": 1}


@dataclass(frozen=True, slots=True)
class Document:
    """A service as it is found.

    `texts`: language (fi, sv, en, fi-simple) → {"title", "keywords", "summary", "body"} → text; a
    language without a title is found, and sorted, by the texts of the first of fi, sv, en that has
    one, as pages show it.
    `facets`: facet → codes. `municipality` lists every municipality that the service reaches,
    `near` those it stands in; others are topic, provider, channel, language, audience.
    `hours`: of each of its channels whose hours are known; it is open when one of them is.
    """

    id: int
    slug: str
    texts: Mapping[str, Mapping[str, str]]
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    hours: Sequence[Hours] = ()

    def texts_for(self, language: str) -> Mapping[str, str]:
        """Return the texts that a page in `language` shows."""
        for choice in (language, *LANGUAGES):
            if self.texts.get(choice, {}).get("title"):
                return self.texts[choice]
        return {}

    def title(self, language: str) -> str:
        """Return the title that a page in `language` shows."""
        return self.texts_for(language).get("title", self.slug)


def weighted_words(document: Document, language: str) -> Counter[str]:
    """Return the words of a document, each as often as the weights of its places say.

    Easy Finnish counts as body text of the Finnish page.
    """
    counts: Counter[str] = Counter()
    for place, text in document.texts_for(language).items():
        for word in tokens(text):
            counts[word] += WEIGHTS[place]
    if language == "fi":
        counts.update(word for text in _easy_texts(document) for word in tokens(text))
    for word in STOP_WORDS[language] & counts.keys():
        counts[word] = 1  # only looked for when nothing else was typed
    return counts


def _easy_texts(document: Document) -> Sequence[str]:
    return tuple(document.texts.get(EASY_FINNISH, {}).values())


def weighted_terms(document: Document, language: str) -> Counter[str]:
    """Return the document's terms and how much each weighs, as if it was repeated so often."""
    counts: Counter[str] = Counter()
    for word, weight in weighted_words(document, language).items():
        for term in terms(word, language):
            counts[term] += weight
    return counts
