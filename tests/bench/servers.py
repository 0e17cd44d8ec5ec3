"""gunicorn with the product's own settings: on the product, and on its peers."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from tests.bench.load import Request, send

ROOT = Path(__file__).parents[2]
PRODUCT, HELLO, STATIC = "app:app", "tests.bench.peers:hello", "tests.bench.peers:static"
START_SECONDS = 60.0
LOOK_SECONDS, CALM_SECONDS = 0.02, 0.3


@dataclass(frozen=True)
class Memory:
    """What one worker holds, on average, in MiB."""

    rss: float
    """Resident: shared libraries counted whole."""
    pss: float
    """Proportional: what several processes share is divided among them."""


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    """As it was sent."""


@dataclass(frozen=True)
class Server:
    """A gunicorn that runs."""

    process: int
    port: int
    start: float
    """Seconds from the command to the first page."""

    def get(self, address: str) -> tuple[int, bytes]:
        """Fetch a page as a browser does; return its status and its body as it was sent."""
        answer = self.ask(Request(address))
        return answer.status, answer.body

    def ask(self, request: Request) -> Answer:
        """Send a request over a connection of its own."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            answer = send(connection, request)
            return Answer(answer.status, dict(answer.headers), answer.read())
        finally:
            connection.close()

    def workers(self) -> list[int]:
        """Return the ids of the processes that answer."""
        children = Path(f"/proc/{self.process}/task/{self.process}/children")
        return [int(number) for number in children.read_text().split()]

    def memory(self) -> Memory:
        """Return what a worker holds now."""
        found = [_memory_of(worker) for worker in self.workers()]
        return Memory(*(sum(values) / len(found) / 1024 for values in zip(*found, strict=True)))


def _memory_of(process: int) -> tuple[int, int]:
    """Return resident and proportional size of a process in KiB."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    sizes = {name: rest.split()[0] for name, _, rest in (line.partition(":") for line in lines[1:])}
    return int(sizes["Rss"]), int(sizes["Pss"])


@contextmanager
def serving(what: str, first_page: str, environment: Mapping[str, str]) -> Iterator[Server]:
    """Serve an application on a free port until the end of the block, when all is calm first."""
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", "--config", "python:navigator.server", what]
    surroundings = os.environ | {"HOST": "127.0.0.1", "PORT": str(port), **environment}
    started = time.perf_counter()
    with TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=ROOT, env=surroundings, stderr=said)
        try:
            _wait_for(port, first_page, process, said)
            server = Server(process.pid, port, time.perf_counter() - started)
            _wait_for_calm(server)
            yield server
        finally:
            process.terminate()
            process.wait(timeout=60)


def _wait_for(port: int, page: str, process: "subprocess.Popen[bytes]", said: IO[bytes]) -> None:
    """Return when the page is there. Raises RuntimeError, with what was said, if it never is."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            status, _body = Server(process.pid, port, 0).get(page)
        except (OSError, HTTPException):
            time.sleep(LOOK_SECONDS)
            continue
        if status == 200:
            return
        raise RuntimeError(f"{page} answers {status}")
    said.seek(0)
    raise RuntimeError(f"no server: {said.read().decode(errors='replace')[-2000:]}")


def _wait_for_calm(server: Server) -> None:
    """Return when no worker of the server computes: then all of them have started."""
    deadline, before = time.monotonic() + START_SECONDS, -1
    while time.monotonic() < deadline:
        used = sum(_ticks_of(worker) for worker in server.workers())
        if used == before:
            return
        before = used
        time.sleep(CALM_SECONDS)


def _ticks_of(process: int) -> int:
    """Return the processor time of a process, in the kernel's hundredths of a second."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port
