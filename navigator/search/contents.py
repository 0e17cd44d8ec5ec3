"""What is in a generation: Whoosh's index of the words, and the files that workers load.

whoosh/…                                  the postings as Whoosh keeps them
directory.json                            ids, facets, hours and the order of titles
fi.terms fi.starts fi.numbers fi.values   the scores of one language
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from navigator.domain.text import LANGUAGES
from navigator.search import bits, index
from navigator.search.analysis import title_order
from navigator.search.documents import Document, weighted_terms
from navigator.search.scores import Scores

DIRECTORY, WHOOSH = "directory.json", "whoosh"


@dataclass(frozen=True, slots=True)
class Directory:
    """Everything about the documents but their words. A document's number is its place in `ids`."""

    ids: list[int]
    orders: dict[str, list[int]]
    """Language → document numbers by title."""
    facets: dict[str, dict[str, str]]
    """Facet → code → the documents that have it, a set of bits in hexadecimal."""
    hours: list[tuple[dict[str, Any], str]]
    """Each different hours and the documents that have them, likewise."""


def write_contents(folder: Path, documents: Sequence[Document]) -> int:
    """Write all files of a generation but its manifest; return how many documents they hold."""
    rows = (
        {language: weighted_terms(row, language) for language in LANGUAGES} for row in documents
    )
    index.build(folder / WHOOSH, LANGUAGES, rows)
    number = index.count(folder / WHOOSH)
    if number != len(documents):
        raise RuntimeError(f"the index holds {number} documents of {len(documents)}")
    for language in LANGUAGES:
        scores = Scores.from_postings(number, index.postings(folder / WHOOSH, language))
        for name, contents in scores.to_files().items():
            (folder / f"{language}.{name}").write_bytes(contents)
    (folder / DIRECTORY).write_text(json.dumps(asdict(directory_of(documents))))
    return number


def directory_of(documents: Sequence[Document]) -> Directory:
    """Collect what is known of the documents beside their words."""
    return Directory(
        ids=[document.id for document in documents],
        orders={language: _by_title(documents, language) for language in LANGUAGES},
        facets=_facets(documents),
        hours=_hours(documents),
    )


def _by_title(documents: Sequence[Document], language: str) -> list[int]:
    keys = [(title_order(row.title(language)), row.slug) for row in documents]
    return sorted(range(len(keys)), key=keys.__getitem__)


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


def read_scores(files: Mapping[str, bytes], language: str, size: int) -> Scores:
    """Read what `write_contents` wrote about the words of one language."""
    prefix = f"{language}."
    own = {
        name.removeprefix(prefix): data for name, data in files.items() if name.startswith(prefix)
    }
    return Scores.from_files(size, own)
