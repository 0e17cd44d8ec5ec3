import json

import pytest

from navigator.config import Settings
from navigator.factory import create_app
from tests.web import sample

pytestmark = pytest.mark.one_database


@pytest.fixture
def logged(settings, tmp_path):
    """Return a browser whose requests are logged to a file, and the file."""
    environ = {"NAVIGATOR_DATA": str(tmp_path), "NAVIGATOR_DATABASE_URL": settings.database_url}
    made = Settings.from_environment({**environ, "NAVIGATOR_LOG": "file"})
    app = create_app(made)
    sample.add_to(app)
    yield app.test_client(), made.log
    app.extensions["counts"].close()
    app.extensions["database"].dispose()


def test_a_request_is_one_line_with_nothing_about_who_asked(logged):
    browser, file = logged
    browser.get(
        "/fi/sample/counted?q=velat",
        headers={"User-Agent": "Canary/1", "Cookie": "a=canary", "X-Forwarded-For": "192.0.2.7"},
        environ_overrides={"REMOTE_ADDR": "192.0.2.7"},
    )
    text = file.read_text()
    line = json.loads(text)
    assert set(line) == {"time", "level", "event", "endpoint", "method", "status", "ms", "request"}
    assert (line["endpoint"], line["status"], line["level"]) == ("sample.counted", 200, "info")
    assert line["ms"] >= 0
    assert not any(secret in text.lower() for secret in ("velat", "canary", "192.0.2.7"))


def test_s62_a_failure_shares_its_number_with_the_page_and_quotes_nobody(logged):
    browser, file = logged
    answer = browser.get("/fi/sample/broken?q=velat")
    failure, request = map(json.loads, file.read_text().splitlines())
    assert failure["error"] == ["builtins.ValueError"]
    assert any("sample.py" in place for place in failure["places"])
    assert request["level"] == "error"
    assert failure["request"] == request["request"]
    assert request["request"] in answer.text
    assert "own words" not in file.read_text()
    assert "velat" not in file.read_text()
    assert "Traceback" not in answer.text


def test_f48_a_log_that_cannot_be_written_does_not_stop_the_service(logged):
    browser, file = logged
    file.mkdir()
    assert browser.get("/fi/sample/counted").status_code == 200


def test_lines_go_to_standard_error_unless_told_otherwise(browser, capsys):
    browser.get("/fi/sample/counted")
    assert json.loads(capsys.readouterr().err)["endpoint"] == "sample.counted"
