"""The figures of a run, as the page that `--write` keeps."""

import os
import platform
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tests.bench.load import CONNECTIONS, Sample, uses_wrk
from tests.bench.measuring import HELLO_PEER, STATIC_PEER, Results
from tests.bench.pages import PAGES
from tests.bench.steps import ANSWER, PLAN, QUESTION, STEPS

NAMES = {
    HELLO_PEER: "bare Flask",
    STATIC_PEER: "static file",
    "home": "front page",
    "service": "service",
    "list": "filtered list",
    "service, not cached": "service",
    "list, not cached": "filtered list",
    QUESTION: "question",
    ANSWER: "answer to a question",
    PLAN: "plan",
}
FIGURES = ("requests/s", "p50 ms", "p95 ms", "p99 ms", "failures")
IN_STEPS = """People who answer differently, each with a cookie of their own: every question that
they are asked, every answer that they send, and their plans. The bare Flask page sends the same
bytes; for an answer it reads the form and leads on.
"""
NOT_CACHED = """Every request has an address of its own: services with a growing list of one's own,
and searches with two words, a municipality and a topic. The last column says how many requests of
the bare Flask page take as long as one of these.
"""


@dataclass(frozen=True)
class Occasion:
    """When a run began, and how busy the machine was."""

    started: datetime
    """In UTC."""
    load: float
    """Processes that wanted to run, averaged over the minute before."""


def report(results: Results, occasion: Occasion, seconds: float) -> str:
    """Return everything as Markdown."""
    return "\n".join(
        (
            *_introduction(results, occasion, seconds),
            "## Pages from the cache\n",
            *_cached(results),
            "\n## Steps of the questionnaire\n",
            IN_STEPS,
            *_in_steps(results),
            "\n## Pages that no cache holds\n",
            NOT_CACHED,
            *_not_cached(results),
            "\n## Memory, start and index\n",
            *_resources(results),
            "\n## SQL statements of a page that is made anew\n",
            *_statements(results),
            "",
        )
    )


def machine() -> str:
    """Return what the figures were measured on."""
    gibibytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0))
    return (
        f"{cores} cores ({_processor()}), {gibibytes:.0f} GiB, Python {platform.python_version()}"
    )


def _processor() -> str:
    """Return the name of the processor, if the machine tells it."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _introduction(results: Results, occasion: Occasion, seconds: float) -> Iterator[str]:
    client = "`wrk`" if uses_wrk(results.seconds) else "threads of Python, which need much of it"
    yield "# How fast the pages are\n"
    yield "Written by `make bench ARGS=--write`; do not edit.\n"
    yield f"- **When**: {occasion.started:%Y-%m-%d %H:%M} UTC, in {seconds:.0f} s"
    yield f"- **Machine**: {machine()}; load before the run {occasion.load:.1f}"
    yield f"- **Client**: on the same machine, {client}; {CONNECTIONS} connections without a pause"
    yield (
        f"- **Rounds**: {results.rounds}; in each, every site and both peers are asked in turn for"
        f" {results.seconds:g} s a page; the median of the rounds is shown"
    )
    yield "- **Sites**: the real content and so many made-up services as the column says"
    yield (
        "- **Peers**: gunicorn with the same settings on a bare Flask view and on a WSGI file"
        " wrapper, sending the same bytes\n"
    )
    yield f"{verdict(results)}\n"
    yield f"{verdict_on_steps(results)}\n"


def verdict(results: Results) -> str:
    """Say in a sentence how a service page compares with its aim."""
    ratios = [_ratio(results, "service", str(site.size), HELLO_PEER) for site in results.sites]
    worst = max(ratios)
    words = "is within" if worst <= 2 else "misses"
    return (
        f"The 95th percentile of a service page from the cache is at most {worst:.2f} times that"
        f" of a bare Flask page of the same size: it {words} the aim of 2."
    )


def verdict_on_steps(results: Results) -> str:
    """Say in a sentence how each step of the questionnaire compares with its aim."""
    said = []
    for step, aim in STEPS.items():
        worst = max(_ratio(results, step, str(site.size), HELLO_PEER) for site in results.sites)
        words = "within" if worst <= aim else "beyond"
        said.append(f"{NAMES[step]} {worst:.2f} times, {words} {aim:g}")
    return (
        f"Steps of the questionnaire beside bare Flask, at the 95th percentile: {'; '.join(said)}."
    )


def _cached(results: Results) -> Iterator[str]:
    head = ("page", "services", "bytes", *FIGURES, "p95 ÷ bare Flask", "p95 ÷ static file")
    rows = []
    for page in PAGES:
        for name in (*(str(site.size) for site in results.sites), HELLO_PEER, STATIC_PEER):
            size = results.sizes.get((page, name)) or results.sizes[page, _largest(results)]
            ratios = (
                f"{_ratio(results, page, name, peer):.2f}" for peer in (HELLO_PEER, STATIC_PEER)
            )
            rows.append(
                (
                    NAMES[page],
                    _label(name),
                    _number(size),
                    *_figures(results.samples[page, name]),
                    *ratios,
                )
            )
    yield from _table(head, rows)


def _in_steps(results: Results) -> Iterator[str]:
    head = ("step", "services", "bytes", *FIGURES, "p95 ÷ bare Flask", "in bare Flask steps")
    rows = []
    for step in STEPS:
        peer = results.samples[step, HELLO_PEER]
        for name in (*(str(site.size) for site in results.sites), HELLO_PEER):
            sample = results.samples[step, name]
            size = results.sizes.get((step, name)) or results.sizes[step, _largest(results)]
            figures = (_number(size), *_figures(sample))
            ratios = (f"{sample.p95 / peer.p95:.2f}", f"{peer.rate / sample.rate:.2f}")
            rows.append((NAMES[step], _label(name), *figures, *ratios))
    yield from _table(head, rows)


def _not_cached(results: Results) -> Iterator[str]:
    head = ("page", "services", *FIGURES, "in bare Flask pages")
    rows = []
    for page in ("service, not cached", "list, not cached"):
        for site in results.sites:
            sample = results.samples[page, str(site.size)]
            peer = results.samples[page.partition(",")[0], HELLO_PEER]
            rows.append(
                (
                    NAMES[page],
                    _label(str(site.size)),
                    *_figures(sample),
                    f"{peer.rate / sample.rate:.1f}",
                )
            )
    yield from _table(head, rows)


def _figures(sample: Sample) -> tuple[str, ...]:
    times = (f"{value:.1f}" for value in (sample.p50, sample.p95, sample.p99))
    return _number(round(sample.rate)), *times, _number(sample.failures)


def _resources(results: Results) -> Iterator[str]:
    head = (
        "services",
        "RSS of a worker, MiB",
        "PSS, MiB",
        "start to first page, s",
        "index build, s",
        "index load, s",
    )
    rows = [
        (
            _label(str(site.size)),
            *_held(results, str(site.size)),
            f"{site.build:.1f}",
            f"{site.load:.2f}",
        )
        for site in results.sites
    ]
    rows += [(_label(name), *_held(results, name), "–", "–") for name in (HELLO_PEER, STATIC_PEER)]
    yield from _table(head, rows)


def _held(results: Results, name: str) -> tuple[str, str, str]:
    memory = results.memory[name]
    return f"{memory.rss:.0f}", f"{memory.pss:.0f}", f"{results.starts[name]:.1f}"


def _statements(results: Results) -> Iterator[str]:
    head = ("page", *(_label(str(site.size)) for site in results.sites))
    pages = next(iter(results.statements.values()))
    yield from _table(
        head,
        [
            (
                NAMES.get(page, page),
                *(str(results.statements[site.size][page]) for site in results.sites),
            )
            for page in pages
        ],
    )


def _ratio(results: Results, page: str, name: str, peer: str) -> float:
    return results.samples[page, name].p95 / results.samples[page, peer].p95


def _largest(results: Results) -> str:
    return str(results.sites[-1].size)


def _label(name: str) -> str:
    return NAMES.get(name) or _number(int(name))


def _number(value: int) -> str:
    return f"{value:,}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Write a table; all columns but the first hold numbers."""
    yield f"| {' | '.join(head)} |"
    yield f"|---|{'--:|' * (len(head) - 1)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
