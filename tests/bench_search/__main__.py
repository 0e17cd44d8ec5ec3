"""`make bench-search`: this search against others on the same documents, in one run."""

import os
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from navigator.domain.text import LANGUAGES
from navigator.extensions import db
from navigator.i18n import catalogues
from navigator.listings.openings import now
from navigator.search import Tables
from navigator.search.analysis import Analyser
from navigator.search.collect import documents
from navigator.search.documents import Document, swedish_words
from navigator.search.following import table_rows
from tests.bench.report import Occasion
from tests.bench_search.corpus import grown
from tests.bench_search.over_http import Load, OverHttp, over_http
from tests.bench_search.report import Run, report
from tests.bench_search.rounds import LANGUAGE, Measured, Plan, corpus, measure
from tests.search_quality.asking import application_with_content
from tests.search_quality.judged import Judged, searches

PAGE = Path(__file__).parents[2] / "docs" / "performance-search.md"
SIZES, ROUNDS, QUERIES, BURST = "2000,10000,50000", 3, 60, 2.0
QUICK_SIZES, QUICK_QUERIES, QUICK_BURST = "300", 8, 0.2
QUICK_STEP = 12
"""Of so many judged searches a quick run asks one."""
HTTP_SITES, QUICK_SITES = (0, 2_000), (20,)


@click.command()
@click.option("--quick", is_flag=True, help="Only see that everything works.")
@click.option("--write", is_flag=True, help=f"Write the figures into docs/{PAGE.name}.")
@click.option("--sizes", help=f"Numbers of documents, with commas.  [{SIZES}]")
@click.option("--rounds", type=click.IntRange(1, 50), help=f"[{ROUNDS}]")
def main(*, quick: bool, write: bool, sizes: str | None, rounds: int | None) -> None:
    """Measure how good and how fast the search is, beside others."""
    occasion, begun = Occasion(datetime.now(UTC), os.getloadavg()[0]), time.monotonic()
    chosen = [int(size) for size in (sizes or (QUICK_SIZES if quick else SIZES)).split(",")]
    many = rounds or (1 if quick else ROUNDS)
    judged = searches()
    plan = Plan(many, _spread(judged, QUICK_QUERIES if quick else QUERIES))
    catalogues.compile_stale()
    with tempfile.TemporaryDirectory(prefix="navigator-bench-search-") as name:
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(name) / "compiled")
        measured = _without_http(Path(name), chosen, plan, judged[:: QUICK_STEP if quick else 1])
        served = _with_http(Path(name) / "sites", quick=quick, plan=plan)
    text = report(Run(occasion, time.monotonic() - begun, many, measured, served))
    click.echo(text)
    if write:
        PAGE.write_text(text, "utf-8")
    if failures := sum(s.failures for site in served for s in (site.new, site.repeated)):
        sys.exit(f"{failures} requests failed.")


def _spread(judged: Sequence[Judged], number: int) -> list[str]:
    """Return so many of the queries that are timed, taken evenly from all of them."""
    typed = [row.query for row in judged if row.language == LANGUAGE]
    return typed[:: max(1, len(typed) // number)][:number]


def _without_http(
    folder: Path, sizes: Sequence[int], plan: Plan, judged: Sequence[Judged]
) -> list[Measured]:
    """Measure the real content with everything judged, then each larger number of documents."""
    real, tables = _real(folder / "content")
    analyser = Analyser(swedish_words(real))
    found = []
    for size in (len(real), *sizes):
        is_real = size == len(real)
        here = folder / str(size)
        here.mkdir()
        given = corpus(grown(real, size), LANGUAGES if is_real else (LANGUAGE,), analyser)
        found.append(measure(here, given, tables, plan, judged if is_real else ()))
        click.echo(f"{size:,} documents: done.", err=True)
    return found


def _real(folder: Path) -> tuple[list[Document], Tables]:
    app = application_with_content(folder)
    try:
        with app.app_context(), db.reading() as session:
            return list(documents(session, now().date())), Tables(table_rows(session))
    finally:
        app.extensions["database"].dispose()


def _with_http(folder: Path, *, quick: bool, plan: Plan) -> list[OverHttp]:
    numbers, seconds = (QUICK_SITES, QUICK_BURST) if quick else (HTTP_SITES, BURST)
    return over_http(folder, numbers, Load(plan.queries, plan.rounds, seconds))


if __name__ == "__main__":
    main()
