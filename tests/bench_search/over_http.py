"""The search as browsers meet it: two workers, pages that no cache holds, beside a bare Flask."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from urllib.parse import quote_plus

from tests.bench.load import Sample, burst, middle
from tests.bench.pages import take
from tests.bench.servers import HELLO, PRODUCT, Memory, Server, serving
from tests.bench.sites import Site, sites
from tests.bench.words import made_up_words

WORKERS = "2"
WARM = 3
"""Bursts' length for which repeated searches are asked before: each worker then keeps them."""
FRESH = 3000
"""Addresses for a burst; more than a burst gets through."""


@dataclass(frozen=True)
class OverHttp:
    """What two workers do at one number of made-up services beside the real ones."""

    services: int
    new: Sample
    """Searches that nobody made before."""
    repeated: Sample
    """The same searches over again."""
    bare: Sample
    """A bare Flask page of the same size."""
    memory: Memory
    """Of a worker, after the load."""
    bytes: int


@dataclass(frozen=True)
class Load:
    """What is asked."""

    queries: Sequence[str]
    rounds: int
    seconds: float
    """Length of a burst."""


def over_http(folder: Path, numbers: Sequence[int], load: Load) -> list[OverHttp]:
    """Measure each site in turns with the bare page."""
    return [_of_site(site, folder, load) for site in sites(folder, numbers)]


def _of_site(site: Site, folder: Path, load: Load) -> OverHttp:
    workers = {"WEB_CONCURRENCY": WORKERS}
    with ExitStack() as stack:
        product = stack.enter_context(serving(PRODUCT, "/fi/", site.environment | workers))
        body = _answer(product, _address(load.queries[0]))
        bodies = folder / f"bodies-{site.size}"
        bodies.mkdir()
        (bodies / "page").write_bytes(body)
        own = {"BENCH_BODIES": str(bodies), **workers}
        bare = stack.enter_context(serving(HELLO, "/page", own))
        new, repeated, beside = _in_turns(product.port, bare.port, load)
        return OverHttp(site.size, new, repeated, beside, product.memory(), len(body))


def _in_turns(product: int, bare: int, load: Load) -> tuple[Sample, Sample, Sample]:
    """Return new and repeated searches and the bare page, each the middle of the rounds."""
    addresses = searches(load.queries)
    again = [_address(query) for query in load.queries]
    burst(product, again, load.seconds * WARM)
    bursts = [
        (
            burst(product, take(FRESH, addresses), load.seconds),
            burst(product, again, load.seconds),
            burst(bare, ["/page"], load.seconds),
        )
        for _ in range(load.rounds)
    ]
    new, repeated, beside = (middle(samples) for samples in zip(*bursts, strict=True))
    return new, repeated, beside


def _answer(server: Server, address: str) -> bytes:
    status, body = server.get(address)
    if status != 200:
        raise RuntimeError(f"{address} answers {status}")
    return body


def searches(queries: Sequence[str]) -> Iterator[str]:
    """Yield addresses of searches, none twice: a query of people with a made-up word beside it."""
    words = made_up_words()
    for number in count():
        word = words[number // len(queries) % len(words)]
        yield _address(f"{queries[number % len(queries)]} {word}")


def _address(text: str) -> str:
    return f"/fi/services?q={quote_plus(text)}"
