"""`flask content lint` and `flask content coverage`."""

from dataclasses import replace

import pytest

from navigator.commands import content as commands
from navigator.importers.content.coverage import page
from navigator.importers.content.reading import read
from tests import factories

pytestmark = pytest.mark.one_database


@pytest.fixture
def content(app, tmp_path, monkeypatch):
    """Let the commands read a copy of the sample content, on the sample's day."""
    folder = factories.sample_content(tmp_path)
    settings = app.config["SETTINGS"]
    changed = replace(settings, content=folder)
    monkeypatch.setitem(app.config, "SETTINGS", changed)
    monkeypatch.setattr(commands, "today", lambda: factories.TODAY)
    return folder


@pytest.fixture
def run(app):
    return lambda *words: app.test_cli_runner().invoke(args=["content", *words])


@pytest.fixture
def limit(content):
    """Allow so many warnings on a thousand texts."""

    def write(number):
        (content / "terms").mkdir(exist_ok=True)
        path = content / "terms" / "warnings.yaml"
        path.write_text(f"about: Sample.\nwarnings_per_thousand: {number}\n", "utf-8")
        return path

    return write


def test_lint_counts_warnings_and_passes(content, run):
    done = run("lint")
    assert done.exit_code == 0, done.output
    assert "  warning no-reader: 2\n" in done.output
    assert "0 errors, 7 warnings" in done.output
    assert "[warning: no-reader]" not in done.output
    assert "[warning: no-reader]" in run("lint", "--warnings").output


def test_lint_fails_on_an_error_and_says_where(content, run):
    factories.rewrite(content, "services/neuvonta.yaml", "Soita arkisin.", "Soita arkisin")
    done = run("lint")
    assert done.exit_code == 1
    assert "content/services/neuvonta.yaml:34: how_to_start.fi: expected a full stop" in done.output


def test_lint_fails_when_warnings_grow_denser(content, run, limit):
    limit(1.0)
    done = run("lint")
    assert done.exit_code == 1
    assert "at most 1.0 are allowed" in done.output


def test_lint_lowers_what_is_allowed(content, run, limit):
    path = limit(900.0)
    assert run("lint", "--lower").exit_code == 0
    lowered = float(path.read_text("utf-8").rsplit(" ", 1)[1])
    assert 0 < lowered < 900
    assert run("lint").exit_code == 0


def test_coverage_is_written_and_checked(content, run, tmp_path, monkeypatch):
    target = tmp_path / "coverage.md"
    monkeypatch.setattr(commands, "COVERAGE", target)
    monkeypatch.setattr(commands, "ROOT", tmp_path)
    assert run("coverage", "--check").exit_code == 1
    assert run("coverage", "--write").exit_code == 0
    assert target.read_text("utf-8") == page(read(content))
    assert run("coverage", "--check").exit_code == 0
    assert run("coverage").output == page(read(content)) + "\n"
    target.write_text("Old.", "utf-8")
    assert run("coverage", "--check").exit_code == 1
