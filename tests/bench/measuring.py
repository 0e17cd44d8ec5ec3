"""One run: every site and both peers at the same time, asked in turns."""

import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from tests.bench.load import Sample, burst, middle
from tests.bench.pages import (
    OTHER_PAGES,
    PAGES,
    lists_not_seen,
    services_not_seen,
    take,
)
from tests.bench.servers import HELLO, PRODUCT, STATIC, Memory, Server, serving
from tests.bench.sites import Site
from tests.bench.statements import statements

WARM = 60
"""Requests to a page before it is measured: each worker then has it in its cache."""
FRESH = 4000
"""Addresses for a burst; more than a burst gets through."""
HELLO_PEER, STATIC_PEER = "hello", "static"

Point = tuple[str, str]
"""A page and who answers: a number of services, `hello` or `static`."""


@dataclass(frozen=True)
class Plan:
    """How much to measure."""

    rounds: int
    seconds: float
    """Length of a burst."""
    until: float
    """Moment of the monotonic clock after which no round begins."""


@dataclass(frozen=True)
class Results:
    """All that a run found."""

    sites: Sequence[Site]
    statements: Mapping[int, Mapping[str, int]]
    sizes: Mapping[Point, int]
    """Bytes of a page as it is sent."""
    samples: Mapping[Point, Sample]
    rounds: int
    seconds: float
    """Length of a burst."""
    starts: Mapping[str, float]
    memory: Mapping[str, Memory]

    @property
    def growing_pages(self) -> list[str]:
        """The pages whose number of statements is not the same on every site."""
        first, *others = self.statements.values()
        return [page for page in first if any(other[page] != first[page] for other in others)]


def measure(plan: Plan, made: Sequence[Site], folder: Path) -> Results:
    """Count statements, start everything, and ask in turns."""
    counted = {site.size: statements(site.application(), PAGES | OTHER_PAGES) for site in made}
    with ExitStack() as stack:
        servers = {
            str(site.size): stack.enter_context(serving(PRODUCT, "/fi/", site.environment))
            for site in made
        }
        bodies = {
            (page, name): _body(server, address)
            for name, server in servers.items()
            for page, address in PAGES.items()
        }
        environment = _peers_environment(folder / "bodies", bodies, str(made[-1].size))
        for name, what in ((HELLO_PEER, HELLO), (STATIC_PEER, STATIC)):
            servers[name] = stack.enter_context(serving(what, "/home", environment))
        samples, rounds = _take_turns(plan, servers, [site.size for site in made])
        return Results(
            sites=made,
            statements=counted,
            sizes={point: len(body) for point, body in bodies.items()},
            samples=samples,
            rounds=rounds,
            seconds=plan.seconds,
            starts={name: server.start for name, server in servers.items()},
            memory={name: server.memory() for name, server in servers.items()},
        )


def _body(server: Server, address: str) -> bytes:
    """Return a page as it is sent. Raises RuntimeError when it is not there."""
    status, body = server.get(address)
    if status != 200:
        raise RuntimeError(f"{address} answers {status}")
    return body


def _peers_environment(folder: Path, bodies: Mapping[Point, bytes], site: str) -> Mapping[str, str]:
    """Write the pages of one site where the peers find them."""
    folder.mkdir()
    for page in PAGES:
        (folder / page).write_bytes(bodies[page, site])
    return {"BENCH_BODIES": str(folder)}


def _take_turns(
    plan: Plan, servers: Mapping[str, Server], numbers: Sequence[int]
) -> tuple[dict[Point, Sample], int]:
    """Measure every point once a round; return the middle of the rounds, and their number."""
    found: dict[Point, list[Sample]] = defaultdict(list)
    fresh: dict[Point, Iterator[str]] = {}
    for size in numbers:
        fresh["service, not cached", str(size)] = services_not_seen(size)
        fresh["list, not cached", str(size)] = lists_not_seen()
    rounds = 0
    while rounds < plan.rounds and (rounds == 0 or time.monotonic() < plan.until):
        for page, name in product(PAGES, servers):
            found[page, name].append(_cached(servers[name], _address(page, name), plan.seconds))
        for point, addresses in fresh.items():
            port = servers[point[1]].port
            found[point].append(burst(port, take(FRESH, addresses), plan.seconds))
        rounds += 1
    return {point: middle(samples) for point, samples in found.items()}, rounds


def _address(page: str, name: str) -> str:
    """Return where a page stands on a site or a peer."""
    return f"/{page}" if name in {HELLO_PEER, STATIC_PEER} else PAGES[page]


def _cached(server: Server, address: str, seconds: float) -> Sample:
    """Measure one page when every worker has it in its cache."""
    for _ in range(WARM):
        server.get(address)
    return burst(server.port, [address], seconds)
