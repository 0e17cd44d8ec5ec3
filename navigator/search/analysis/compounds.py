"""Finnish compounds: from an analyser's readings of a word to its lemmas and parts."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from navigator.search.analysis.word import SHORTEST_TERM, Word

NAMELIKE = ("nimisana", "laatusana", "nimi")
"""Beginnings or ends of Voikko's names of word classes that are nouns, adjectives or names."""
STANDING = {"nimento", "omanto"}
"""Cases in which the first parts of a compound stand: nominative and genitive."""
SHORTEST_ROOT = 5
"""Letters from which on a word that others are derived from says what they are about."""
ROOT_SHARE = 0.3
"""The share of a word that the one it is derived from counts for."""
MOST_SEGMENTS = 5
"""Parts of a compound up to which they are looked for: longer ones are typed by machines."""
_JOINTS = re.compile(r"[-=]")


class Reading(NamedTuple):
    """One way to understand a word."""

    base: str
    """Its base form, small letters."""
    segments: tuple[str, ...]
    """The parts of a compound as they stand in the word, in order, without hyphens."""
    word_class: str
    case: str | None
    roots: tuple[str, ...] = ()
    """Words that it is derived from, such as `masentaa` of `masennus`."""


Read = Callable[[str], list[Reading]]


def word_of(text: str, read: Read) -> Word:
    """Return the terms of a word; one that is not known stands for itself."""
    read = cache(read)  # several readings often have the same parts
    readings = read(text)
    if not readings:
        return Word((text,))
    lemmas = dict.fromkeys(_plain(reading.base) for reading in readings)
    parts: dict[str, float] = {}
    for reading in readings:
        for term, share in _parts(reading, read):
            if len(term) >= SHORTEST_TERM and term not in lemmas:
                parts[term] = max(share, parts.get(term, 0.0))
    for root in (root for reading in readings for root in reading.roots):
        if len(root) >= SHORTEST_ROOT and root not in lemmas:
            parts.setdefault(root, ROOT_SHARE)
    is_compound = all(len(reading.segments) > 1 for reading in readings)
    return Word(tuple(lemmas), tuple(parts.items()), known=True, is_compound=is_compound)


def _parts(reading: Reading, read: Read) -> Iterator[tuple[str, float]]:
    """Yield the terms of every run of neighbouring segments but the whole, with their shares."""
    segments = reading.segments if len(reading.segments) <= MOST_SEGMENTS else ()
    length = sum(map(len, segments))
    for first in range(len(segments)):
        for last in range(first + 1, len(segments) + 1):
            run = "".join(segments[first:last])
            if len(run) == length:
                continue
            terms = [_end_of(reading, first)] if last == len(segments) else _standing(run, read)
            for term in terms:
                yield _plain(term), len(run) / length


def _end_of(reading: Reading, first: int) -> str:
    """Return the base form of the segments from `first` on, which end the word."""
    before = sum(map(len, reading.segments[:first]))
    return _plain(reading.base)[before:]


def _standing(run: str, read: Read) -> list[str]:
    """Return the base forms of a run of segments that stands before others."""
    found = [
        reading.base
        for reading in read(run)
        if reading.word_class.startswith(NAMELIKE[:2]) or reading.word_class.endswith(NAMELIKE[2])
        if reading.case in STANDING
    ]
    if run in found:
        return [run]
    if not found and run.endswith("is"):  # `omais` of `omainen`, `asumis` of `asuminen`: of `asua`
        run = f"{run[:-1]}nen"
        found = [reading.base for reading in read(run)]
    return list(dict.fromkeys(found)) or [run]


def _plain(term: str) -> str:
    return _JOINTS.sub("", term)
