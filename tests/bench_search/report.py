"""The figures of a run as a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.bench.report import Occasion, machine
from tests.bench_search.floor import FLOOR, FLOOR_PAGE
from tests.bench_search.over_http import OverHttp
from tests.bench_search.rounds import Measured
from tests.bench_search.systems import OUR_PAGE, OURS

NOTES = """Every system has the same documents and is asked the same queries in turns, over several
rounds; of each query the median of its times counts. Queries are Finnish ones of the judged
searches. Documents beside the real ones are samples made of real sentences and words; there the
peers hold their Finnish texts alone, while this search holds three languages (above 10,000
documents, titles alone in Swedish and English). “A page” is twenty results with facets, counts and
marked words. The NumPy floor adds arrays that lie ready, masks, counts four facets and takes the
best twenty: it reads no query and marks nothing. “The floor, a page” reads the words too and marks
them in the texts of the twenty; it mends no slips and knows no everyday words, danger or places.
"""
HTTP_NOTES = """“New” searches have a made-up word beside the query, so that no cache holds them;
“repeated” ones are the same queries over again, as when many people ask the same.
"""


@dataclass(frozen=True)
class Run:
    """All that was measured."""

    occasion: Occasion
    seconds: float
    rounds: int
    measured: Sequence[Measured]
    """By number of documents, the real content first."""
    http: Sequence[OverHttp]


def report(run: Run) -> str:
    """Return everything as Markdown, ratios first."""
    return "\n".join(
        (
            "# How fast and how good the search is\n",
            "Written by `make bench-search ARGS=--write`; do not edit.\n",
            f"- **When**: {run.occasion.started:%Y-%m-%d %H:%M} UTC, in {run.seconds:.0f} s",
            f"- **Machine**: {machine()}; load before the run {run.occasion.load:.1f}",
            f"- **Rounds**: {run.rounds}\n",
            NOTES,
            "## Ratios\n",
            *_ratios(run),
            "\n## What is found in the real content\n",
            *_quality(run.measured[0]),
            "\n## Time of a search, without HTTP\n",
            *_times(run.measured),
            "\n## Building\n",
            *_builds(run.measured),
            "\n## Over HTTP, two workers\n",
            HTTP_NOTES,
            *_http(run.http),
            "",
        )
    )


def _ratios(run: Run) -> Iterator[str]:
    yield from _head("what", "documents", "ratio")
    for found in run.measured:
        for floor in (FLOOR_PAGE, FLOOR):
            ratio = found.timings[OUR_PAGE].p95 / found.timings[floor].p95
            yield f"| p95 of a page ÷ {floor} | {found.size:,} | {ratio:.2f} |"
    small = run.measured[1] if len(run.measured) > 1 else run.measured[0]
    for found in run.measured[2:]:
        ratio = found.timings[OUR_PAGE].p95 / small.timings[OUR_PAGE].p95
        yield f"| p95 of a page ÷ the same at {small.size:,} | {found.size:,} | {ratio:.2f} |"
    for site in run.http:
        for name, sample in (("new", site.new), ("repeated", site.repeated)):
            ratio = sample.rate / site.bare.rate
            what = f"requests/s of {name} searches ÷ bare Flask page"
            yield f"| {what} | real and {site.services:,} | {ratio:.2f} |"


def _quality(real: Measured) -> Iterator[str]:
    yield from _head("system", "nDCG@10", "MRR", "nothing useful in ten")
    for name, row in sorted(real.quality.items(), key=lambda item: -item[1]["ndcg"]):
        yield f"| {name} | {row['ndcg']:.3f} | {row['mrr']:.3f} | {row['failed']:.1%} |"


def _times(measured: Sequence[Measured]) -> Iterator[str]:
    yield from _head("system", "documents", "p50 ms", "p95 ms", "p99 ms", "p95 ÷ this search")
    for name in measured[0].timings:
        for found in measured:
            t = found.timings[name]
            ratio = t.p95 / found.timings[OURS].p95
            cells = f"{t.p50:.2f} | {t.p95:.2f} | {t.p99:.2f} | {ratio:.2f}"
            yield f"| {name} | {found.size:,} | {cells} |"


def _builds(measured: Sequence[Measured]) -> Iterator[str]:
    yield from _head("seconds", *(f"{found.size:,}" for found in measured))
    for name in measured[0].build:
        yield f"| {name} | {' | '.join(f'{found.build[name]:.1f}' for found in measured)} |"


def _http(sites: Sequence[OverHttp]) -> Iterator[str]:
    yield from _head(
        "who", "made-up services", "requests/s", "p50 ms", "p95 ms", "p99 ms", "failures",
        "PSS of a worker, MiB", "RSS, MiB",
    )  # fmt: skip
    for site in sites:
        rows = (
            ("new searches", site.new, f"{site.memory.pss:.0f} | {site.memory.rss:.0f}"),
            ("repeated searches", site.repeated, "– | –"),
            (f"bare Flask, {site.bytes:,} bytes", site.bare, "– | –"),
        )
        for name, s, memory in rows:
            times = f"{s.rate:.0f} | {s.p50:.1f} | {s.p95:.1f} | {s.p99:.1f} | {s.failures}"
            yield f"| {name} | {site.services:,} | {times} | {memory} |"


def _head(*names: str) -> Iterator[str]:
    yield f"| {' | '.join(names)} |"
    yield f"|---|{'--:|' * (len(names) - 1)}"
