"""One run: every site and both peers at the same time, asked in turns."""

import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import cycle, islice, product
from pathlib import Path
from statistics import mean

from tests.bench.load import Request, Sample, burst, middle
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
from tests.bench.steps import PEOPLE, STEPS, walk

WARM = 60
"""Requests before a page is measured: each worker then has it in its cache."""
FRESH = 4000
"""Addresses for a burst; more than a burst gets through."""
FAILED = 400
"""The first status of an answer that is none."""
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
    people: int = PEOPLE
    """How many answer the questions."""


@dataclass(frozen=True)
class Results:
    """All that a run found."""

    sites: Sequence[Site]
    statements: Mapping[int, Mapping[str, int]]
    sizes: Mapping[Point, int]
    """Bytes of a page as it is sent, on average."""
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
    """Start everything, walk through the questions, count statements, and ask in turns."""
    with ExitStack() as stack:
        servers = {
            str(site.size): stack.enter_context(serving(PRODUCT, "/fi/", site.environment))
            for site in made
        }
        asked, bodies = _asked(servers, plan), {}
        for (page, name), requests in asked.items():
            bodies[page, name] = [_body(servers[name], request) for request in requests]
        largest = str(made[-1].size)
        environment = _peers_environment(folder / "bodies", bodies, largest)
        for name, what in ((HELLO_PEER, HELLO), (STATIC_PEER, STATIC)):
            servers[name] = stack.enter_context(serving(what, "/home-0", environment))
        asked |= _asked_of_peers(asked, largest)
        samples, rounds = _take_turns(plan, servers, asked, [site.size for site in made])
        return Results(
            sites=made,
            statements={site.size: _statements(site, asked) for site in made},
            sizes={point: round(mean(map(len, sent))) for point, sent in bodies.items()},
            samples=samples,
            rounds=rounds,
            seconds=plan.seconds,
            starts={name: server.start for name, server in servers.items()},
            memory={name: server.memory() for name, server in servers.items()},
        )


def _asked(servers: Mapping[str, Server], plan: Plan) -> dict[Point, Sequence[Request]]:
    """Return what the sites are asked for: pages from the cache, and the steps of people."""
    asked: dict[Point, Sequence[Request]] = {}
    for name, server in servers.items():
        asked |= {(page, name): [Request(address)] for page, address in PAGES.items()}
        asked |= {(step, name): found for step, found in walk(server, plan.people).items()}
    return asked


def _body(server: Server, request: Request) -> bytes:
    """Return what is sent. Raises RuntimeError when it is not there."""
    answer = server.ask(request)
    if answer.status >= FAILED:
        raise RuntimeError(f"{request.path} answers {answer.status}")
    return answer.body


def _peers_environment(
    folder: Path, bodies: Mapping[Point, Sequence[bytes]], site: str
) -> Mapping[str, str]:
    """Write what one site sends where the peers find it."""
    folder.mkdir()
    for (page, name), sent in bodies.items():
        if name == site:
            for number, body in enumerate(sent):
                (folder / f"{page}-{number}").write_bytes(body)
    return {"BENCH_BODIES": str(folder)}


def _asked_of_peers(
    asked: Mapping[Point, Sequence[Request]], site: str
) -> dict[Point, Sequence[Request]]:
    """Return the same requests for the peers. A file takes no answers and knows no people."""
    return {
        (page, peer): [
            replace(request, path=f"/{page}-{number}") for number, request in enumerate(requests)
        ]
        for (page, name), requests in asked.items()
        for peer in (HELLO_PEER, STATIC_PEER)
        if name == site and (peer == HELLO_PEER or page in PAGES)
    }


def _statements(site: Site, asked: Mapping[Point, Sequence[Request]]) -> Mapping[str, int]:
    """Count the statements of each page of a site; of a step, those of its last request."""
    steps = {step: asked[step, str(site.size)][-1] for step in STEPS}
    pages = {name: Request(address) for name, address in (PAGES | OTHER_PAGES).items()}
    return statements(site.application(), pages | steps)


def _take_turns(
    plan: Plan,
    servers: Mapping[str, Server],
    asked: Mapping[Point, Sequence[Request]],
    numbers: Sequence[int],
) -> tuple[dict[Point, Sample], int]:
    """Measure every point once a round; return the middle of the rounds, and their number."""
    found: dict[Point, list[Sample]] = defaultdict(list)
    fresh: dict[Point, Iterator[str]] = {}
    for size in numbers:
        fresh["service, not cached", str(size)] = services_not_seen(size)
        fresh["list, not cached", str(size)] = lists_not_seen()
    rounds = 0
    while rounds < plan.rounds and (rounds == 0 or time.monotonic() < plan.until):
        for page, name in product((*PAGES, *STEPS), servers):
            if requests := asked.get((page, name)):
                found[page, name].append(_warm(servers[name], requests, plan.seconds))
        for point, addresses in fresh.items():
            port = servers[point[1]].port
            found[point].append(burst(port, take(FRESH, addresses), plan.seconds))
        rounds += 1
    return {point: middle(samples) for point, samples in found.items()}, rounds


def _warm(server: Server, requests: Sequence[Request], seconds: float) -> Sample:
    """Measure requests when every worker has answered such ones before."""
    for request in islice(cycle(requests), WARM):
        server.ask(request)
    return burst(server.port, requests, seconds)
