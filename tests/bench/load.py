"""Put load on a server for a bounded time: with `wrk`, or without it with threads of our own."""

import json
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
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


def burst(port: int, addresses: Sequence[str], seconds: float) -> Sample:
    """Ask for the addresses, one after another and over again, on several connections."""
    if uses_wrk(seconds):
        return _burst_of_wrk(port, addresses, int(seconds))
    return _burst_of_threads(port, addresses, seconds)


def _burst_of_wrk(port: int, addresses: Sequence[str], seconds: int) -> Sample:
    """Let wrk ask, in one thread."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("\n".join(addresses))
        file.flush()
        size = [f"-c{CONNECTIONS}", "-t1", f"-d{seconds}s", "--timeout", "10s"]
        headers = [part for name in HEADERS for part in ("-H", f"{name}: {HEADERS[name]}")]
        target = f"http://127.0.0.1:{port}/"
        command = ["wrk", *size, *headers, "-s", str(SCRIPT), target, "--", file.name]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Sample(**json.loads(done.stdout.splitlines()[-1]))


def _burst_of_threads(port: int, addresses: Sequence[str], seconds: float) -> Sample:
    """Ask with threads of this process, each over a connection of its own."""
    asked, times, failures = cycle(addresses), list[float](), list[str]()
    deadline = time.perf_counter() + seconds

    def ask() -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        for address in asked:
            started = time.perf_counter()
            if started >= deadline:
                return connection.close()
            if not _is_answered(connection, address):
                failures.append(address)
            times.append(time.perf_counter() - started)
        return None

    threads = [threading.Thread(target=ask) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return _sample(times, seconds, len(failures))


def _is_answered(connection: HTTPConnection, address: str) -> bool:
    """Tell whether a request ends well; the next one may begin after it in any case."""
    try:
        connection.request("GET", address, headers=HEADERS)
        answer = connection.getresponse()
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
