"""gunicorn's settings: `gunicorn --config python:navigator.server app:app`.

One process for each core and one more, each with four threads: a thread that waits for its turn to
write, or for a slow line, leaves the others free.
"""

import gc
import os
import socket
import sys
from errno import EADDRINUSE
from typing import Any

HOST = os.environ.get("HOST") or "127.0.0.1"
PORT = os.environ.get("PORT") or "8000"
LAST_PORT = 65535
ADDRESS = f"[{HOST}]:{PORT}" if ":" in HOST else f"{HOST}:{PORT}"

bind = ADDRESS
workers = int(os.environ.get("WEB_CONCURRENCY") or len(os.sched_getaffinity(0)) + 1)
worker_class = "gthread"
threads = 4
timeout = 30  # seconds without a sign of life until a worker is replaced
graceful_timeout = 30
keepalive = 75  # longer than a proxy's, so that the proxy closes first
max_requests = 100_000  # a start costs as much as thousands of pages from the cache
max_requests_jitter = 50_000  # so wide that workers do not start at the same time
control_socket_disable = True
forwarded_allow_ips = ""  # what a proxy says is believed in one place: NAVIGATOR_PROXY
forwarder_headers = ""  # else SCRIPT_NAME in a request could move its path
accesslog = None  # the application writes its own lines, without addresses
limit_request_line = 0  # our own page tells of a longer address; the proxy bounds it
loglevel = "warning"


def on_starting(_arbiter: Any) -> None:
    """Keep every file that the service makes to its own user."""
    os.umask(0o077)


def when_ready(arbiter: Any) -> None:
    """Load the application and its index once, so that workers share them; say where it is."""
    application = arbiter.app.wsgi()
    _warm(application)
    if database := getattr(application, "extensions", {}).get("database"):
        database.dispose()  # a connection must not be shared by processes
    gc.collect()
    gc.freeze()  # else collecting would touch, and so copy, what workers share
    print(f"Ready at http://{ADDRESS}/ (stop with Ctrl+C).", file=sys.stderr)  # noqa: T201


def on_reload(arbiter: Any) -> None:
    """Forget the application, so that new workers load what now stands on the disk."""
    arbiter.app.callable = None
    for name in [name for name in sys.modules if name.partition(".")[0] in {"app", "navigator"}]:
        del sys.modules[name]


def post_worker_init(worker: Any) -> None:
    """Let a new worker do once what the first visitor would otherwise wait for."""
    _warm(worker.wsgi)


def _warm(application: Any) -> None:
    if hasattr(application, "test_client"):
        from navigator.directory.pages import warm

        warm(application)


def what_keeps_from_listening() -> str | None:
    """Say in a sentence why the service could not listen on its address, or None if it can."""
    if not PORT.isascii() or not PORT.isdigit() or int(PORT) > LAST_PORT:
        return f"PORT is {PORT!r}: write a number from 1 to {LAST_PORT}."
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(
            HOST, PORT, type=socket.SOCK_STREAM
        )[0]
        with socket.socket(family, kind, protocol) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
    except PermissionError:
        return f"Port {PORT} is for administrators only: choose one above 1023 with PORT."
    except OSError as error:
        if error.errno == EADDRINUSE:
            return f"Port {PORT} on {HOST} is in use: stop what uses it, or choose another PORT."
        return f"This machine cannot listen on {ADDRESS}: check HOST and PORT ({error})."
    return None
