"""What is in a generation: Whoosh's index of the words, and the files that workers load.

whoosh/…                                  the postings as Whoosh keeps them
directory.json                            ids, titles, facets, hours, what each document was like
fi.terms fi.starts fi.numbers fi.values   the scores of one language
fi.words                                  its words as written, and in how many documents
"""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from navigator.domain.text import LANGUAGES
from navigator.search import bits, index
from navigator.search.analysis import Analyser, title_order
from navigator.search.documents import (
    Document,
    swedish_words,
    weighted_terms,
    weighted_words,
)
from navigator.search.scores import Scores

DIRECTORY, WHOOSH = "directory.json", "whoosh"
FEWEST = 1
"""Documents that a word must stand in to be offered for a slip."""


@dataclass(frozen=True, slots=True)
class Directory:
    """Everything about the documents but their words. A document's number is its place in `ids`."""

    ids: list[int]
    titles: dict[str, list[str]]
    """Language → what each document's title is sorted by."""
    groups: list[str]
    """For each document, what it shares with the same service in other places."""
    facets: dict[str, dict[str, str]]
    """Facet → code → the documents that have it, a set of bits in hexadecimal."""
    hours: list[tuple[dict[str, Any], str]]
    """Each different hours and the documents that have them, likewise."""
    own: dict[str, str]
    """Language → the documents that are written in it, likewise."""
    digests: list[str]
    """For each document, a digest of all that is indexed of it."""
    averages: dict[str, float] = field(default_factory=dict)
    """Language → words of a document on the average, as weighted."""


def write_contents(folder: Path, documents: Sequence[Document]) -> int:
    """Write all files of a generation but its manifest; return how many documents they hold."""
    analyser = Analyser(swedish_words(documents))
    directory = directory_of(documents)
    folder.mkdir(parents=True, exist_ok=True)
    lengths: dict[str, list[float]] = {language: [] for language in LANGUAGES}
    written: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}

    def row(document: Document) -> dict[str, dict[str, int]]:
        found = {}
        for language in LANGUAGES:
            words = weighted_words(document, language)
            written[language].update(words.keys())
            lengths[language].append(float(sum(words.values())))
            found[language] = weighted_terms(words, language, analyser)
        return found

    index.build(folder / WHOOSH, LANGUAGES, map(row, documents))
    number = index.count(folder / WHOOSH)
    if number != len(documents):
        raise RuntimeError(f"the index holds {number} documents of {len(documents)}")
    for language in LANGUAGES:
        postings = index.postings(folder / WHOOSH, language)
        scores = Scores.from_postings(number, lengths[language], postings)
        directory.averages[language] = scores.average
        for name, contents in scores.to_files().items():
            (folder / f"{language}.{name}").write_bytes(contents)
        words = (f"{word}\t{count}" for word, count in sorted(written[language].items()))
        (folder / f"{language}.words").write_text("\n".join(words), "utf-8")
    (folder / DIRECTORY).write_text(json.dumps(asdict(directory)))
    return number


def directory_of(documents: Sequence[Document]) -> Directory:
    """Collect what is known of the documents beside their words."""
    size = len(documents)
    return Directory(
        ids=[document.id for document in documents],
        titles={
            language: [f"{title_order(row.title(language))} {row.slug}" for row in documents]
            for language in LANGUAGES
        },
        groups=[group_of(document) for document in documents],
        facets=_facets(documents),
        hours=_hours(documents),
        own={
            language: _hexadecimal(
                [number for number, row in enumerate(documents) if row.has_own(language)], size
            )
            for language in LANGUAGES
        },
        digests=[digest_of(document) for document in documents],
    )


def group_of(document: Document) -> str:
    """Return what the same service of the same organisation has in common in all its places."""
    return f"{title_order(document.title('fi'))}|{document.organiser}"


def digest_of(document: Document) -> str:
    """Return a digest of everything that the index holds of a document."""
    told = asdict(document) | {"hours": [hours.to_json() for hours in document.hours]}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]


def _facets(documents: Sequence[Document]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, list[int]]] = {}
    for number, document in enumerate(documents):
        for facet, codes in document.facets.items():
            for code in codes:
                found.setdefault(facet, {}).setdefault(code, []).append(number)
    return {
        facet: {code: _hexadecimal(numbers, len(documents)) for code, numbers in codes.items()}
        for facet, codes in found.items()
    }


def _hours(documents: Sequence[Document]) -> list[tuple[dict[str, Any], str]]:
    found: dict[str, list[int]] = {}
    for number, document in enumerate(documents):
        for hours in document.hours:
            found.setdefault(json.dumps(hours.to_json(), sort_keys=True), []).append(number)
    return [
        (json.loads(hours), _hexadecimal(numbers, len(documents)))
        for hours, numbers in found.items()
    ]


def _hexadecimal(numbers: Sequence[int], size: int) -> str:
    return f"{bits.from_numbers(numbers, size):x}"


def read_directory(files: Mapping[str, bytes]) -> Directory:
    """Read what `write_contents` wrote about the documents."""
    return Directory(**json.loads(files[DIRECTORY]))


def read_scores(files: Mapping[str, bytes], language: str, directory: Directory) -> Scores:
    """Read what `write_contents` wrote about the terms of one language."""
    prefix = f"{language}."
    own = {
        name.removeprefix(prefix): data for name, data in files.items() if name.startswith(prefix)
    }
    return Scores.from_files(len(directory.ids), directory.averages[language], own)


def read_words(files: Mapping[str, bytes], language: str) -> dict[str, int]:
    """Read what `write_contents` wrote about the words of one language."""
    lines = files[f"{language}.words"].decode().splitlines()
    return {word: int(number) for word, _, number in (line.partition("\t") for line in lines)}
