"""Words of danger: whoever types them sees help before anything else.

A phrase is found when all its words stand near each other, in any order: by their lemmas, by their
beginnings in languages that the analyser does not know, and with a slip in longer words. A harmless
phrase takes its words away first. Some words, as "apua", speak of danger only when typed alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from navigator.search.analysis import STOP_WORDS, Analyser, fold, normalise, words

BETWEEN = 3
"""Other words that may stand among the words of a phrase."""
LONG = 5
"""Letters from which on a word may hold a slip, or another ending in a foreign language."""
LONGER = 9
"""Letters from which on a word may hold two slips: shorter ones would be other words."""
ANALYSED = ("fi", "sv", "en")
UNSPACED = ("th", "zh")
"""Languages that write words without spaces between them."""
SMALL = frozenset(chain.from_iterable(STOP_WORDS.values()))
"""Words that may stand beside a word that counts only alone."""


class Kind(NamedTuple):
    """One kind of danger, as editors keep it."""

    name: str
    help: tuple[str, ...]
    """Slugs of the services that help, in order."""
    phrases: Mapping[str, Sequence[str]]
    """Language → phrases."""
    harmless: Mapping[str, Sequence[str]]
    alone: Mapping[str, Sequence[str]] = {}
    """Language → phrases that count only when nothing else is said."""


class _Phrase(NamedTuple):
    kind: str
    words: tuple[frozenset[str], ...]
    """For each word its terms, each marked with its language."""
    is_alone: bool = False


class Danger:
    """The kinds of danger, compiled."""

    def __init__(self, kinds: Iterable[Kind], analyser: Analyser) -> None:
        self._analyser = analyser
        self._kinds = list(kinds)
        dangerous = [phrase for kind in self._kinds for phrase in self._dangerous_of(kind)]
        self._dangerous = _by_first_word(dangerous)
        self._harmless = _by_first_word(
            p for kind in self._kinds for p in self._compiled(kind, kind.harmless)
        )
        self._unspaced = {
            text
            for kind in self._kinds
            for language in UNSPACED
            for text in kind.phrases.get(language, ())
        }
        self._spelled = _spelled(dangerous)

    def kinds(self, text: str) -> tuple[str, ...]:
        """Return the kinds of danger that `text` speaks of, in their order."""
        spoken = _typed(text)
        typed = [self._terms(word) for word in spoken]
        safe = {at for p in _begun(self._harmless, typed) for at in _places(p, typed)}
        telling = {at for at, word in enumerate(spoken) if word not in SMALL}
        found = {
            phrase.kind
            for phrase in _begun(self._dangerous, typed)
            if (places := _places(phrase, typed))
            and not places <= safe
            and (not phrase.is_alone or telling <= places)
        }
        return tuple(kind.name for kind in self._kinds if kind.name in found)

    def help_for(self, text: str) -> tuple[str, ...]:
        """Return the services that help, those of the gravest kind first."""
        found = self.kinds(text)
        slugs = (slug for kind in self._kinds if kind.name in found for slug in kind.help)
        return tuple(dict.fromkeys(slugs))

    def _dangerous_of(self, kind: Kind) -> Iterator[_Phrase]:
        yield from self._compiled(kind, kind.phrases)
        for phrase in self._compiled(kind, kind.alone):
            yield phrase._replace(is_alone=True)

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
            yield f"*:{fold(word)[: max(LONG, len(word) - 1)]}"

    def _terms(self, word: str) -> frozenset[str]:
        """Return what a typed word may be, in any language, and with a slip mended."""
        found = {f":{word}", *(f":{text}" for text in self._unspaced if text in word)}
        for language in ANALYSED:
            found |= {f"{language}:{t}" for t in self._analyser.word(word, language).lemmas}
        folded = fold(word)
        found |= {f"*:{folded[:end]}" for end in range(LONG, len(folded) + 1)}
        for other in self._mended(word):
            found.add(f":{other}")
            found |= {f"{language}:{other}" for language in ANALYSED}
        return frozenset(found)

    def _mended(self, word: str) -> Iterator[str]:
        """Yield words of phrases that `word` is a slip of; a word that is known is none."""
        if len(word) < LONG or self._analyser.word(word, "fi").known:
            return
        folded, slips = fold(word), 1 if len(word) < LONGER else 2
        others = self._spelled.get(folded[:1], {})
        near = process.extract(folded, others, scorer=OSA.distance, score_cutoff=slips, limit=None)
        yield from (other for _, _, other in near if other != word)


def _spelled(phrases: Iterable[_Phrase]) -> dict[str, dict[str, str]]:
    """Return the longer words of phrases, and their lemmas, under their first letter."""
    found: dict[str, dict[str, str]] = {}
    for term in chain.from_iterable(chain.from_iterable(p.words for p in phrases)):
        word = term.partition(":")[2]
        if len(word) >= LONG:
            found.setdefault(fold(word)[:1], {})[word] = fold(word)
    return found


def _by_first_word(phrases: Iterable[_Phrase]) -> dict[str, list[_Phrase]]:
    """Return the phrases under every term of their first word."""
    found: dict[str, list[_Phrase]] = {}
    for phrase in phrases:
        for term in phrase.words[0]:
            found.setdefault(term, []).append(phrase)
    return found


def _begun(
    phrases: Mapping[str, Sequence[_Phrase]], typed: Iterable[frozenset[str]]
) -> Iterator[_Phrase]:
    """Yield the phrases whose first word was typed."""
    for term in frozenset(chain.from_iterable(typed)):
        yield from phrases.get(term, ())


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
