"""Words of danger: whoever types them sees help before anything else.

A phrase is found when all its words stand near each other, in any order: in any form in the
languages that the analyser knows, with any ending in other scripts, and with a slip in longer
words. A harmless phrase takes its words away from its kind, so that "ruoka-apu" is no cry for help.
Some words, as "apua", speak of danger only when nothing else is typed. In a phrase, `<partner>`
stands for each word of a group, and `=pääse` for a word in this form alone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from navigator.search.analysis import (
    MAXIMUM_CHARACTERS,
    STOP_WORDS,
    Analyser,
    fold,
    normalise,
    tokens,
)
from navigator.search.spelling import Speller
from navigator.search.spoken import written

BETWEEN = 3
"""Other words that may stand among the words of a phrase."""
SHORTEST_BEGINNING = 4
"""Letters that words of other scripts must have in common; their last one may differ."""
SHORTEST_MENDED, LONG = 5, 10
"""Letters from which on a word may hold a slip, and two."""
LONGEST_JOINED = 24
"""Letters up to which two words are also read as one that was written apart."""
MOST_MENDED = 6
"""Words of one text that slips are looked for in."""
ANALYSED, COMPOUNDING = ("fi", "sv", "en"), ("fi", "sv")
UNSPACED = frozenset({"ja", "km", "lo", "my", "th", "zh"})
"""Languages that write without spaces: their phrases are found anywhere in a text."""

SMALL = frozenset(word.replace("'", "") for words in STOP_WORDS.values() for word in words)
"""Words that may stand beside a phrase that counts only alone."""

_AS_TYPED_ELSEWHERE = str.maketrans("-İıĐđيىكة", " iiddییکه", "’'")
"""Characters for which other keyboards have another: plain Latin letters, and the Arabic and
Persian forms of one letter. Apostrophes, which many leave out, go."""
_PARTICIPLE = re.compile(r"(?:[nrs][uy]t|[ei]ll[uy]t|t[uy])$")
"""Ends of Finnish participles that count as their verbs. *Kuollut* does not."""
_WITH_NO = frozenset({"ettei", "jollei", "jottei", "ellei"})
_GROUP, _AS_WRITTEN, _END = re.compile(r"<([^>]+)>"), "=", "-"

Words = tuple[frozenset[str], ...]
"""For each word, all that it can be recognised by."""


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
    groups: Mapping[str, Mapping[str, Sequence[str]]] = {}
    """Language → name → words, any of which `<name>` stands for."""


class Danger:
    """The kinds of danger, compiled."""

    def __init__(self, kinds: Iterable[Kind], analyser: Analyser) -> None:
        self._analyser = analyser
        self._kinds = list(kinds)
        self._spelled: dict[str, set[str]] = {}
        self._seen: dict[tuple[str, object], frozenset[str]] = {}
        """What was made for one phrase and stands in others: thousands of sets would be equal."""
        self._phrases = Phrases((k.name, w) for k in self._kinds for w in self._all(k, k.phrases))
        self._alone = Phrases((k.name, w) for k in self._kinds for w in self._all(k, k.alone))
        self._speller = Speller(dict.fromkeys(self._spelled, 0))  # harmless words mend nothing
        self._harmless = Phrases((k.name, w) for k in self._kinds for w in self._all(k, k.harmless))
        self._anywhere = [(kind.name, text) for kind in self._kinds for text in _unspaced(kind)]
        self._seen.clear()

    def kinds(self, text: str) -> tuple[str, ...]:
        """Return the kinds of danger that `text` speaks of, in their order."""
        words = _words(text[:MAXIMUM_CHARACTERS])
        typed = self._typed(words)
        telling = {at for at, word in enumerate(words) if word not in SMALL}
        safe = {(name, at) for name, places in self._harmless.among(typed) for at in places}
        spoken = [*self._phrases.among(typed)]
        spoken += [found for found in self._alone.among(typed) if telling <= found[1]]
        found = {name for name, places in spoken if any((name, at) not in safe for at in places)}
        whole = normalise(text[:MAXIMUM_CHARACTERS])
        found |= {name for name, phrase in self._anywhere if phrase in whole}
        return tuple(kind.name for kind in self._kinds if kind.name in found)

    def help_for(self, text: str) -> tuple[str, ...]:
        """Return the services that help, those of the gravest kind first."""
        found = self.kinds(text)
        slugs = (slug for kind in self._kinds if kind.name in found for slug in kind.help)
        return tuple(dict.fromkeys(slugs))

    def _all(self, kind: Kind, phrases: Mapping[str, Sequence[str]]) -> Iterator[Words]:
        for language, texts in phrases.items():
            groups = kind.groups.get(language, {})
            for text in texts if language not in UNSPACED else ():
                if words := tuple(self._each(text, language, groups)):
                    yield words

    def _each(
        self, text: str, language: str, groups: Mapping[str, Sequence[str]]
    ) -> Iterator[frozenset[str]]:
        """Yield what each word of a phrase is recognised by."""
        for piece in text.split():
            if group := _GROUP.fullmatch(piece):
                yield self._any_of(tuple(groups[group[1]]), language)
                continue
            for word in _words(piece):
                is_fixed = piece.startswith(_AS_WRITTEN)
                yield self._own(f"{_AS_WRITTEN}{word}" if is_fixed else word, language)

    def _any_of(self, words: tuple[str, ...], language: str) -> frozenset[str]:
        """Return what any word of a group is recognised by."""
        if (language, words) not in self._seen:
            own = [self._own(word, language) for word in words]
            found = frozenset(_with_ends(frozenset[str]().union(*own)))
            self._seen[language, words] = found
        return self._seen[language, words]

    def _own(self, word: str, language: str) -> frozenset[str]:
        """Return what a phrase's word is recognised by, in its own language."""
        if (language, word) not in self._seen:
            self._seen[language, word] = self._made(word, language)
        return self._seen[language, word]

    def _made(self, word: str, language: str) -> frozenset[str]:
        if word.startswith(_AS_WRITTEN):
            return _as_written(word.removeprefix(_AS_WRITTEN))
        [word] = _words(word)
        plain = fold(word)
        if language not in ANALYSED:
            is_latin = plain.isascii()
            begins = max(SHORTEST_BEGINNING, len(plain) - 1)
            return frozenset({f"={word}", f"~{plain}" if is_latin else f"*{plain[:begins]}"})
        found = {*_as_written(word), *self._lemmas(word, [language])}
        for form in (word, *self._analyser.word(word, language).lemmas):
            self._spelled.setdefault(form, set()).update(found)
        return frozenset(found)

    def _typed(self, words: Sequence[str]) -> list[frozenset[str]]:
        """Return for each word what it may be: alone, with the next one, and with slips mended."""
        typed, mended = [], 0
        for word, following in zip_longest(words, words[1:], fillvalue=""):
            found, plain = {f"={word}", *self._lemmas(word, ANALYSED)}, fold(word)
            found.update(self._kin(word))
            if following and len(word) + len(following) <= LONGEST_JOINED:
                found |= self._lemmas(word + following, COMPOUNDING)
            if not plain.isascii():
                found |= {f"*{plain[:end]}" for end in range(SHORTEST_BEGINNING, len(plain) + 1)}
            elif not self._analyser.word(word, "fi").known:
                found |= {f"~{plain}", *self._spoken(word)}
                if len(word) >= SHORTEST_MENDED and word not in SMALL and mended < MOST_MENDED:
                    mended += 1
                    found |= self._mended(word)
            typed.append(frozenset(found))
        return typed

    def _spoken(self, word: str) -> Iterator[str]:
        """Yield what a word that Finnish does not know is recognised by, were it spoken Finnish."""
        for form in written(word):
            if self._analyser.word(form, "fi").known:
                yield from (f"={form}", *self._lemmas(form, ["fi"]), *self._kin(form))

    def _kin(self, word: str) -> Iterator[str]:
        """Yield what a Finnish compound ends in, the verb of a participle, the no of "that not"."""
        found = self._analyser.word(word, "fi")
        if not _WITH_NO.isdisjoint(found.lemmas):
            yield "fi:ei"
        if found.is_compound:
            ends = (part for part, _ in found.parts if found.lemmas[0].endswith(part))
            yield from (f"{_END}fi:{part}" for part in ends)
        elif any(map(_PARTICIPLE.search, found.lemmas)):
            yield from (f"fi:{root}" for root, _ in found.parts)

    def _lemmas(self, word: str, languages: Iterable[str]) -> set[str]:
        return {f"{n}:{lemma}" for n in languages for lemma in self._analyser.word(word, n).lemmas}

    def _mended(self, word: str) -> set[str]:
        """Return what the words are recognised by that `word` may be a slip of."""
        if word in self._spelled:
            return set()
        near = self._speller.near(word, 1 if len(word) < LONG else 2)
        likely = (other for other in near if fold(other[0]) == fold(word[0]))
        return {term for other in likely for term in self._spelled[other]}


class Phrases:
    """Phrases, each kept under its longest word so that few are compared with a text."""

    def __init__(self, phrases: Iterable[tuple[str, Words]]) -> None:
        self._by_term: dict[str, list[tuple[str, Words]]] = {}
        for name, words in phrases:
            longest = max(words, key=lambda terms: max(map(len, terms)))
            for term in longest:
                self._by_term.setdefault(term, []).append((name, words))

    def among(self, typed: Sequence[frozenset[str]]) -> Iterator[tuple[str, frozenset[int]]]:
        """Yield each phrase that is found, and the places of its words."""
        terms = frozenset[str]().union(*typed) & self._by_term.keys()
        likely = {id(found[1]): found for term in terms for found in self._by_term[term]}
        for name, words in likely.values():
            for places in _places(words, typed):
                yield name, places


def _places(words: Words, typed: Sequence[frozenset[str]]) -> Iterator[frozenset[int]]:
    """Yield where all of `words` stand near each other, each at a place of its own."""
    for start in range(len(typed) - len(words) + 1):
        found: list[int] = []
        window = range(start, min(len(typed), start + len(words) + BETWEEN))
        for terms in words:
            found += [at for at in window if at not in found and terms & typed[at]][:1]
        if len(found) == len(words) and start in found:
            yield frozenset(found)


def _with_ends(terms: Iterable[str]) -> Iterator[str]:
    """Yield the terms of a group, and that compounds which end in its Finnish words are of it."""
    for term in terms:
        yield term
        if term.startswith("fi:"):
            yield f"{_END}{term}"


def _as_written(word: str) -> frozenset[str]:
    return frozenset({f"={word}", f"~{fold(word)}"})


def _words(text: str) -> list[str]:
    return tokens(text.translate(_AS_TYPED_ELSEWHERE))


def _unspaced(kind: Kind) -> Iterator[str]:
    for language in UNSPACED & kind.phrases.keys():
        yield from map(normalise, kind.phrases[language])
