"""Words of danger: whoever types them sees help before anything else.

A phrase is found when all its words stand near each other, in any order: by their lemmas, by their
beginnings in languages that the analyser does not know, and with a slip in longer words. A harmless
phrase takes its words away first, so that "ruoka-apu" is no cry for help.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from navigator.search.analysis import Analyser, fold, normalise, words
from navigator.search.spelling import slips_in

BETWEEN = 3
"""Other words that may stand among the words of a phrase."""
LONG = 5
"""Letters from which on a word may hold a slip, or another ending in a foreign language."""
ANALYSED = ("fi", "sv", "en")
UNSPACED = ("th", "zh")
"""Languages that write words without spaces between them."""


class Kind(NamedTuple):
    """One kind of danger, as editors keep it."""

    name: str
    help: tuple[str, ...]
    """Slugs of the services that help, in order."""
    phrases: Mapping[str, Sequence[str]]
    """Language → phrases."""
    harmless: Mapping[str, Sequence[str]]


class _Phrase(NamedTuple):
    kind: str
    words: tuple[frozenset[str], ...]
    """For each word its terms, each marked with its language."""


class Danger:
    """The kinds of danger, compiled."""

    def __init__(self, kinds: Iterable[Kind], analyser: Analyser) -> None:
        self._analyser = analyser
        self._kinds = list(kinds)
        self._phrases = [p for kind in self._kinds for p in self._compiled(kind, kind.phrases)]
        self._harmless = [p for kind in self._kinds for p in self._compiled(kind, kind.harmless)]
        self._unspaced = {
            text
            for kind in self._kinds
            for language in UNSPACED
            for text in kind.phrases.get(language, ())
        }
        self._spelled = {
            word: fold(word)
            for phrase in self._phrases
            for terms in phrase.words
            for word in (term.partition(":")[2] for term in terms)
            if len(word) >= LONG
        }

    def kinds(self, text: str) -> tuple[str, ...]:
        """Return the kinds of danger that `text` speaks of, in their order."""
        typed = [self._terms(word) for word in _typed(text)]
        if not typed:
            return ()
        safe = {at for phrase in self._harmless for at in _places(phrase, typed)}
        found = {
            phrase.kind
            for phrase in self._phrases
            if (places := _places(phrase, typed)) and not places <= safe
        }
        return tuple(kind.name for kind in self._kinds if kind.name in found)

    def help_for(self, text: str) -> tuple[str, ...]:
        """Return the services that help, those of the gravest kind first."""
        found = self.kinds(text)
        slugs = (slug for kind in self._kinds if kind.name in found for slug in kind.help)
        return tuple(dict.fromkeys(slugs))

    def _compiled(self, kind: Kind, phrases: Mapping[str, Sequence[str]]) -> Iterator[_Phrase]:
        for language, texts in phrases.items():
            for text in texts:
                found = tuple(frozenset(self._own_terms(word, language)) for word in _typed(text))
                if found:
                    yield _Phrase(kind.name, found)

    def _own_terms(self, word: str, language: str) -> Iterator[str]:
        """Yield the terms of a phrase's word in its own language."""
        yield f":{word}"
        if language in ANALYSED:
            yield from (f"{language}:{term}" for term in self._analyser.word(word, language).lemmas)
        elif len(word) >= LONG:
            yield f"*:{fold(word)[:-1]}"

    def _terms(self, word: str) -> frozenset[str]:
        """Return what a typed word may be, in any language, and with a slip mended."""
        found = {f":{word}", *(f":{text}" for text in self._unspaced if text in word)}
        for language in ANALYSED:
            found |= {f"{language}:{t}" for t in self._analyser.word(word, language).lemmas}
        folded = fold(word)
        found |= {f"*:{folded[:end]}" for end in range(LONG - 1, len(folded) + 1)}
        for other in self._mended(word):
            found.add(f":{other}")
            found |= {f"{language}:{other}" for language in ANALYSED}
        return frozenset(found)

    def _mended(self, word: str) -> Iterator[str]:
        """Yield words of phrases that `word` is a slip of; a word that is known is none."""
        if len(word) < LONG or self._analyser.word(word, "fi").known:
            return
        folded, slips = fold(word), min(2, slips_in(word))
        for other, plain in self._spelled.items():
            is_near = abs(len(plain) - len(folded)) <= slips and other != word
            if is_near and OSA.distance(folded, plain, score_cutoff=slips) <= slips:
                yield other


def _typed(text: str) -> list[str]:
    """Return the words of a text; in writing without spaces, the whole stretch is one word."""
    return [word for word in words(normalise(text).replace("-", " ")) if word]


def _places(phrase: _Phrase, typed: Sequence[frozenset[str]]) -> set[int]:
    """Return where the words of a phrase stand near each other; nothing when they do not."""
    found: list[int] = []
    for terms in phrase.words:
        place = next((at for at, own in enumerate(typed) if at not in found and terms & own), None)
        if place is None:
            return set()
        found.append(place)
    near = max(found) - min(found) < len(phrase.words) + BETWEEN
    return set(found) if near else set()
