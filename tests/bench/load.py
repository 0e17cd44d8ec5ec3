"""Put load on a server for a bounded time: with `wrk`, or without it with threads of our own."""

import json
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse
from itertools import cycle
from pathlib import Path
from statistics import median

CONNECTIONS = 16
HEADERS = {
    "Accept-Encoding": "gzip, deflate, br",
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
}
SCRIPT = Path(__file__).with_name("load.lua")


@dataclass(frozen=True)
class Request:
    """What a browser sends."""

    path: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=HEADERS.copy)
    body: str = ""
    """The fields of a form as they are sent."""

    @property
    def line(self) -> str:
        """The request as `load.lua` reads it."""
        headers = (f"{name}: {value}" for name, value in self.headers.items())
        return "\t".join((self.method, self.path, self.body, *headers))


@dataclass(frozen=True)
class Sample:
    """What one burst of requests showed. Latencies are in milliseconds."""

    rate: float
    """Requests a second."""
    p50: float
    p95: float
    p99: float
    failures: int
    """Answers other than 2xx or 3xx, and requests without any."""


def middle(samples: Sequence[Sample]) -> Sample:
    """Return the median of each figure over several bursts, and all their failures."""
    figures = {
        name: median(getattr(sample, name) for sample in samples)
        for name in ("rate", "p50", "p95", "p99")
    }
    return Sample(**figures, failures=sum(sample.failures for sample in samples))


def has_wrk() -> bool:
    """Tell whether the machine has wrk, which takes less of it than our own client."""
    return shutil.which("wrk") is not None


def uses_wrk(seconds: float) -> bool:
    """Tell whether bursts of this length are wrk's, which asks in whole seconds."""
    return has_wrk() and seconds >= 1


def burst(port: int, asked: Sequence[str | Request], seconds: float) -> Sample:
    """Send the requests, one after another and over again, on several connections.

    An address alone is a page that is asked for.
    """
    requests = [Request(what) if isinstance(what, str) else what for what in asked]
    if uses_wrk(seconds):
        return _burst_of_wrk(port, requests, int(seconds))
    return _burst_of_threads(port, requests, seconds)


def _burst_of_wrk(port: int, requests: Sequence[Request], seconds: int) -> Sample:
    """Let wrk ask, in one thread."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("\n".join(request.line for request in requests))
        file.flush()
        size = [f"-c{CONNECTIONS}", "-t1", f"-d{seconds}s", "--timeout", "10s"]
        target = f"http://127.0.0.1:{port}/"
        command = ["wrk", *size, "-s", str(SCRIPT), target, "--", file.name]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Sample(**json.loads(done.stdout.splitlines()[-1]))


def _burst_of_threads(port: int, requests: Sequence[Request], seconds: float) -> Sample:
    """Ask with threads of this process, each over a connection of its own."""
    asked, times, failures = cycle(requests), list[float](), list[str]()
    deadline = time.perf_counter() + seconds

    def ask() -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        for request in asked:
            started = time.perf_counter()
            if started >= deadline:
                return connection.close()
            if not _is_answered(connection, request):
                failures.append(request.path)
            times.append(time.perf_counter() - started)
        return None

    threads = [threading.Thread(target=ask) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return _sample(times, seconds, len(failures))


def send(connection: HTTPConnection, request: Request) -> HTTPResponse:
    """Send a request; return its answer, which is still to be read."""
    body = request.body or None
    connection.request(request.method, request.path, body, headers=dict(request.headers))
    return connection.getresponse()


def _is_answered(connection: HTTPConnection, request: Request) -> bool:
    """Tell whether a request ends well; the next one may begin after it in any case."""
    try:
        answer = send(connection, request)
        answer.read()
    except (OSError, HTTPException):
        connection.close()
        return False
    return answer.status < 400


def _sample(times: Sequence[float], seconds: float, failures: int) -> Sample:
    """Sum up the seconds that each request took."""
    ordered = sorted(times)
    p50, p95, p99 = (
        1000 * ordered[min(int(len(ordered) * part), len(ordered) - 1)]
        for part in (0.5, 0.95, 0.99)
    )
    return Sample(len(ordered) / seconds, p50, p95, p99, failures)
