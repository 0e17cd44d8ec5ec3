import os
import runpy
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import pytest

from navigator import server


@pytest.fixture
def settings_with(monkeypatch):
    """Read gunicorn's settings under other environment variables."""

    def read(**environment):
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(server.__file__)

    return read


def test_the_service_listens_where_the_environment_says(settings_with):
    assert settings_with(HOST="0.0.0.0", PORT="9000")["bind"] == "0.0.0.0:9000"
    assert settings_with(HOST="::1", PORT="9000")["bind"] == "[::1]:9000"
    assert settings_with(HOST="", PORT="")["bind"] == "127.0.0.1:8000"


def test_the_number_of_processes_can_be_chosen(settings_with):
    assert settings_with(WEB_CONCURRENCY="7")["workers"] == 7
    assert settings_with(WEB_CONCURRENCY="")["workers"] >= 2


def test_gunicorn_understands_the_settings():
    command = [sys.executable, "-m", "gunicorn", "--config", "python:navigator.server"]
    done = subprocess.run(
        [*command, "--print-config", "--check-config", "wsgiref.simple_server:demo_app"],
        capture_output=True,
        text=True,
        check=True,
    )
    shown = dict(line.split(" = ", 1) for line in done.stdout.splitlines() if " = " in line)
    found = {name.strip(): value.strip() for name, value in shown.items()}
    assert found["control_socket_disable"] == "True"
    assert found["forwarder_headers"] == "[]"
    assert found["forwarded_allow_ips"] == "[]"
    assert found["accesslog"] == "None"


def test_a_port_in_use_is_told_in_one_sentence(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        monkeypatch.setattr(server, "HOST", "127.0.0.1")
        monkeypatch.setattr(server, "PORT", port)
        sentence = server.what_keeps_from_listening()
    assert sentence.startswith(f"Port {port} on 127.0.0.1 is in use: ")


@pytest.mark.parametrize("port", ["70000", "http"])
def test_an_impossible_port_is_told_in_one_sentence(monkeypatch, port):
    monkeypatch.setattr(server, "PORT", port)
    assert "PORT" in server.what_keeps_from_listening()


def test_a_free_port_is_no_trouble(monkeypatch):
    monkeypatch.setattr(server, "PORT", "0")
    assert server.what_keeps_from_listening() is None


def test_a_reload_serves_what_now_stands_on_the_disk(tmp_path):
    page = tmp_path / "app.py"
    page.write_text(TELLS.format("before"))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    own = {"HOST": "127.0.0.1", "PORT": str(port), "WEB_CONCURRENCY": "1"}
    paths = {"PYTHONPATH": str(Path(server.__file__).parents[1]), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "gunicorn", "--config", "python:navigator.server", "app:app"]
    with subprocess.Popen(command, cwd=tmp_path, env=os.environ | own | paths) as running:
        try:
            assert tells(port, "before")
            page.write_text(TELLS.format("afterwards"))
            running.send_signal(signal.SIGHUP)
            assert tells(port, "afterwards")
        finally:
            running.terminate()


TELLS = """
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"{}"]
"""


def tells(port, words):
    """Ask until the answer is `words`, or for a long time in vain."""
    for _try in range(600):
        with suppress(OSError, HTTPException):
            connection = HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request("GET", "/", headers={"Connection": "close"})
            if connection.getresponse().read().decode() == words:
                return True
        time.sleep(0.1)
    return False
