"""The figures as files: for the page about quality, for the ratchet, and as a chapter to read."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.search_quality.judged import HELD_OUT, PUBLIC, TUNING

ROOT = Path(__file__).parents[2]
RANKS = Path(__file__).with_name("ranks.json")
CHAPTER = ROOT / "docs" / "quality.md"
BEGIN, END = "<!-- search quality: generated -->", "<!-- search quality: end -->"
SET_NAMES = {
    PUBLIC: "judged by category",
    TUNING: "judged by service",
    HELD_OUT: "judged by service, held out",
}
HEAD = ("queries", "nDCG@10", "MRR", "first is right", "nothing useful in ten")

Figures = Mapping[str, Any]


def as_lines(rows: Mapping[str, Any]) -> str:
    """Write an object with one line for each of its keys."""
    lines = (f" {json.dumps(key)}: {json.dumps(value)}" for key, value in rows.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def with_chapter(page: str, figures: Figures) -> str:
    """Return a page with the figures between its markers."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + "\n".join((BEGIN, *chapter(figures), END)) + after


def chapter(figures: Figures) -> Iterator[str]:
    """Write the figures of the search as Markdown."""
    yield ""
    yield (
        f"Measured {figures['day']} on the real content with {figures['analyser']}. nDCG@10 and MRR"
        " are 1 when every list could not be better."
    )
    names = {SET_NAMES[name]: values for name, values in figures["sets"].items()}
    for title, rows in (
        ("Set", names),
        ("Language, all sets", figures["languages"]),
        ("Kind of query, own sets", figures["kinds"]),
    ):
        yield ""
        yield from _table(title, rows)
    found = figures["danger"]
    yield ""
    yield (
        f"Words of danger: of {found['dangerous']} dangerous phrases {found['recall']:.1%} bring"
        f" help to the top; of all phrases that do, {found['precision']:.1%} are dangerous (among"
        f" {found['harmless']} harmless look-alikes). The very kind of danger is named in"
        f" {found['named']:.1%}."
    )
    yield ""


def _table(title: str, rows: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    yield f"| {title} | {' | '.join(HEAD)} |"
    yield f"|---|{'--:|' * len(HEAD)}"
    for name, row in rows.items():
        yield (
            f"| {name} | {row['queries']} | {row['ndcg']:.3f} | {row['mrr']:.3f}"
            f" | {row['first']:.1%} | {row['failed']:.1%} |"
        )
