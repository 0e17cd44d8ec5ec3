"""What was judged: searches with the services that answer them, and words of danger.

`public.jsonl` is judged by category, `own.jsonl` by service; a third of the latter is held out, so
that tuning never sees it. `categories.yaml` says which of our services belong to a category.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

FOLDER = Path(__file__).parent
PUBLIC, TUNING, HELD_OUT = "public", "tuning", "held_out"
SETS = (PUBLIC, TUNING, HELD_OUT)
BEST, ALSO = 2, 1
"""Grades: what the person needs first, and what also helps."""
NO_DANGER = "none"


@dataclass(frozen=True, slots=True)
class Judged:
    """One search and the grades of the services that answer it; all others have none."""

    id: str
    query: str
    language: str
    set: str
    kind: str
    grades: Mapping[str, int]
    """Slug → grade."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What somebody types, and the kind of danger that it speaks of."""

    text: str
    language: str
    label: str
    """A kind of danger, or `none`."""


def searches() -> list[Judged]:
    """Return every search for which we have a service that answers it."""
    return [judged for judged in (*_public(), *_own()) if judged.grades]


def phrases() -> list[Phrase]:
    """Return the labelled phrases."""
    return [Phrase(**row) for row in _rows("danger")]


def _public() -> Iterator[Judged]:
    services = YAML(typ="safe").load((FOLDER / "categories.yaml").read_text("utf-8"))
    for row in _rows("public"):
        grades = grades_of(row["relevant"], row["primary"], services)
        yield Judged(row["id"], row["query"], row["language"], PUBLIC, "", grades)


def grades_of(
    categories: list[str], primary: int, services: Mapping[str, list[str]]
) -> dict[str, int]:
    """Return the grade of every service in `categories`: the first `primary` ones are the best."""
    grades = {slug: ALSO for category in categories[primary:] for slug in services[category]}
    return grades | {slug: BEST for category in categories[:primary] for slug in services[category]}


def _own() -> Iterator[Judged]:
    for row in _rows("own"):
        of = HELD_OUT if row["held_out"] else TUNING
        yield Judged(row["id"], row["query"], row["language"], of, row["kind"], row["relevant"])


def _rows(name: str) -> list[dict[str, Any]]:
    """Read a file of one JSON object a line."""
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()]
