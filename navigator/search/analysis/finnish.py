"""Finnish words, by the best that this machine has: libvoikko, pyvoikko or the shipped table."""

import os
import re
from functools import cache
from typing import Protocol

from Stemmer import Stemmer

from navigator.search.analysis import kfst, table, voikko
from navigator.search.analysis.compounds import Read, word_of
from navigator.search.analysis.tokens import fold
from navigator.search.analysis.word import SHORTEST_TERM, Word
from navigator.search.errors import FinnishUnavailable

STEM = "="
"""Begins a term that is a stem of a word that is not known, so that it never meets a lemma."""
_LONG_END = re.compile(r"([aeiouy])\1$")
CHOICE = "NAVIGATOR_FINNISH"
"""Names the one engine to use: libvoikko, pyvoikko or table."""


class Finnish(Protocol):
    """Gives the terms of Finnish words."""

    name: str

    def word(self, text: str) -> Word:
        """Return the terms of one word."""
        ...


class ByDictionary:
    """Finnish words by a morphological dictionary."""

    def __init__(self, read: Read, name: str) -> None:
        self._read, self.name = read, name

    def word(self, text: str) -> Word:
        """Return the terms of one word; an unknown one is found by its stem too."""
        found = word_of(text, self._read)
        if not found.known and "-" in text:
            found = self._joined(text)
        return found if found.known else _with_stem(found)

    def _joined(self, text: str) -> Word:
        """Return a word with hyphens, which is not known whole, as its last part in base form."""
        pieces = [piece for piece in text.split("-") if piece]
        begin, length = "".join(pieces[:-1]), len("".join(pieces))
        read = [(word_of(piece, self._read), len(piece) / length) for piece in pieces]
        shares: dict[str, float] = {}
        for word, share in read:
            inner = [(term, share * within) for term, within in word.parts]
            for term, part in (*((lemma, share) for lemma in word.lemmas), *inner):
                if len(term) >= SHORTEST_TERM:
                    shares[term] = max(part, shares.get(term, 0.0))
        end = read[-1][0]
        lemmas = tuple(begin + lemma for lemma in end.lemmas)
        return Word(lemmas, tuple(shares.items()), known=end.known, is_compound=True)


class ByTable:
    """Finnish words by the shipped table; a form that it lacks by one that has the same stem."""

    name = table.NAME

    def __init__(self) -> None:
        self._table = table.LemmaTable.shipped()
        self._like: dict[str, str] = {}
        for form in self._table.forms():
            self._like.setdefault(_stem(form), form)

    def word(self, text: str) -> Word:
        """Return the terms of one word."""
        known = self._table.word(text) or self._table.word(self._like.get(_stem(text), ""))
        return known or _with_stem(Word((text,)))


def _with_stem(word: Word) -> Word:
    stems = (f"{STEM}{_stem(lemma)}" for lemma in word.lemmas)
    return Word((*word.lemmas, *stems), word.parts, word.known)


def _stem(word: str) -> str:
    """Return what the forms of an unknown word share: `velkis` of `velkiksen`, `kuty` of `kutyyn`.

    Without dots and rings, as slang is often written.
    """
    stem = fold(Stemmer("finnish", 0).stemWord(word))
    return _LONG_END.sub(r"\1", f"{stem[:-2]}s" if stem.endswith("ks") else stem)


@cache
def finnish() -> Finnish:
    """Return the engine of this process: the first of the three that works here."""
    wanted = os.environ.get(CHOICE, "")
    for name in (wanted,) if wanted else (voikko.NAME, kfst.NAME, table.NAME):
        if found := _engine(name):
            return found
    raise FinnishUnavailable(wanted)


def _engine(name: str) -> Finnish | None:
    """Return the engine called `name`, or None when this machine does not have it."""
    try:
        match name:
            case voikko.NAME:
                library = voikko.LibVoikko()
                return ByDictionary(library, library.name)
            case kfst.NAME:
                dictionary = kfst.KfstVoikko()
                return ByDictionary(dictionary, dictionary.name)
            case table.NAME:
                return ByTable()
    except (*voikko.Unavailable, ImportError):
        return None
    return None
