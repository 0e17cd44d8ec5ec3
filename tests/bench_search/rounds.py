"""One run over all systems: each is asked the same, in turns; the middle of the rounds counts."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from navigator.search import Tables
from navigator.search.analysis import Analyser
from navigator.search.documents import Document
from tests import postgresql
from tests.bench_search import corpus as texts
from tests.bench_search.floor import Floor, FloorPage
from tests.bench_search.sqlite_peers import Lemmas, Trigrams
from tests.bench_search.systems import Corpus, OurPage, Ours, System
from tests.bench_search.whoosh_peer import AsInTheManual
from tests.search_quality.figures import Outcome, summary
from tests.search_quality.judged import Judged

LANGUAGE = "fi"
"""The language whose queries are timed."""


@dataclass
class Timing:
    """How long a system takes, in milliseconds."""

    p50: float
    p95: float
    p99: float


@dataclass
class Measured:
    """What was found for one number of documents."""

    size: int
    build: dict[str, float] = field(default_factory=dict)
    """System → seconds for taking the documents in."""
    timings: dict[str, Timing] = field(default_factory=dict)
    quality: dict[str, dict[str, float]] = field(default_factory=dict)
    """System → its figures over all judged searches; asked of the real content alone."""


@dataclass(frozen=True)
class Plan:
    """How much to measure."""

    rounds: int
    queries: Sequence[str]


def systems(folder: Path, address: str, tables: Tables, plan: Plan) -> list[System]:
    """Return every system that can be measured here, this search first."""
    from tests.bench_search.postgresql_peers import AllWords, AnyWord  # noqa: PLC0415

    ours = Ours(folder / "index", tables)
    found: list[System] = [
        ours,
        OurPage(ours, tables),
        Floor(ours, tables, plan.queries, LANGUAGE),
        FloorPage(ours, tables, plan.queries, LANGUAGE),
        Trigrams(folder / "trigrams"),
        Lemmas(folder / "lemmas"),
        AnyWord(address),
        AllWords(address),
        AsInTheManual(folder / "whoosh"),
    ]
    if find_spec("tantivy"):
        from tests.bench_search import tantivy_peers  # noqa: PLC0415

        found[4:4] = [tantivy_peers.Lemmas(), tantivy_peers.Stemmed()]
    return found


def corpus(documents: Sequence[Document], languages: Sequence[str], analyser: Analyser) -> Corpus:
    """Return documents in every form, those of peers in `languages`."""
    plain = {language: texts.rows(documents, language) for language in languages}
    started = time.perf_counter()
    lemmas = {name: texts.lemmatised(rows, name, analyser) for name, rows in plain.items()}
    seconds = time.perf_counter() - started

    def lemmatise(text: str, language: str) -> str:
        return texts.lemmas_of(text, language, analyser)

    return Corpus(documents, plain, lemmas, seconds, lemmatise)


@contextmanager
def built(found: Sequence[System], given: Corpus) -> Iterator[dict[str, float]]:
    """Let every system take the documents in; yield the seconds that each needed."""
    seconds = {}
    try:
        for system in found:
            started = time.perf_counter()
            system.build(given)
            taken = time.perf_counter() - started
            if system.takes_documents_in:
                seconds[system.name] = taken + (given.lemma_seconds * system.uses_lemmas)
        yield seconds
    finally:
        for system in found:
            system.close()


def measure(
    folder: Path, given: Corpus, tables: Tables, plan: Plan, judged: Sequence[Judged]
) -> Measured:
    """Build every system and ask all of them in turns; `judged` may be empty."""
    with postgresql.server() as address:
        found = systems(folder, address, tables, plan)
        with built(found, given) as seconds:
            return Measured(
                size=len(given.documents),
                build=seconds,
                timings=_in_turns(found, plan),
                quality=_qualities(found, judged) if judged else {},
            )


def _qualities(found: Sequence[System], judged: Sequence[Judged]) -> dict[str, dict[str, float]]:
    """Ask everything judged of each system that is one of its own."""
    return {
        system.name: _quality(system, judged)
        for system in found
        if not isinstance(system, (OurPage, Floor))
    }


def _quality(system: System, judged: Sequence[Judged]) -> dict[str, float]:
    return summary([Outcome(row, system.search(row.query, row.language)) for row in judged])


def _in_turns(found: Sequence[System], plan: Plan) -> dict[str, Timing]:
    """Time each query on each system, round after round; the first one only warms up.

    Of each query the middle of its times counts, so that what else the machine does in a moment is
    no slow search.
    """
    taken: dict[str, list[list[float]]] = {system.name: [] for system in found}
    for number in range(plan.rounds + 1):
        for system in found:
            times = [_milliseconds(system, text) for text in plan.queries]
            if number:
                taken[system.name].append(times)
    return {name: timing(rounds) for name, rounds in taken.items()}


def timing(rounds: Sequence[Sequence[float]]) -> Timing:
    """Sum up the times of every query, in order, in each round."""
    ordered = sorted(median(times) for times in zip(*rounds, strict=True))
    return Timing(*(_at(ordered, part) for part in (0.5, 0.95, 0.99)))


def _milliseconds(system: System, text: str) -> float:
    started = time.perf_counter()
    system.search(text, LANGUAGE)
    return 1000 * (time.perf_counter() - started)


def _at(times: Sequence[float], part: float) -> float:
    return times[min(int(len(times) * part), len(times) - 1)]
