"""`flask content lint --confirm`: translations that are held against a changed source."""

from dataclasses import replace

import pytest

from navigator.commands import content as commands
from tests import factories

pytestmark = pytest.mark.one_database

NAME = "services/neuvonta"


@pytest.fixture
def content(app, tmp_path, monkeypatch):
    """Let the commands read a copy of the sample content, all of it confirmed."""
    folder = factories.sample_content(tmp_path)
    (folder / "terms").mkdir(exist_ok=True)
    settings = replace(app.config["SETTINGS"], content=folder)
    monkeypatch.setitem(app.config, "SETTINGS", settings)
    monkeypatch.setattr(commands, "today", lambda: factories.TODAY)
    return folder


@pytest.fixture
def run(app, content):
    return lambda *words: app.test_cli_runner().invoke(args=["content", "lint", *words])


def test_what_nobody_confirmed_yet_is_not_reported(run):
    assert run().exit_code == 0


def test_finnish_that_changed_is_reported_until_it_is_confirmed(content, run):
    assert run("--confirm", "all").exit_code == 0
    factories.rewrite(content, f"{NAME}.yaml", "Soita arkisin.", "Soita maanantaina.")
    stale = run()
    assert stale.exit_code == 1
    assert f"flask content lint --confirm {NAME} [error: older-translation]" in stale.output
    assert stale.output.count("older-translation]") == 1
    confirmed = run("--confirm", NAME)
    assert confirmed.exit_code == 0, confirmed.output
    assert "Translations confirmed: 1 records." in confirmed.output
    assert run().exit_code == 0


def test_confirming_one_record_leaves_another_as_it_was(content, run):
    run("--confirm", "all")
    factories.rewrite(content, f"{NAME}.yaml", "Soita arkisin.", "Soita maanantaina.")
    done = run("--confirm", "services/tyopaja")
    assert done.exit_code == 1
    assert f"--confirm {NAME}" in done.output


def test_a_translation_may_change_alone(content, run):
    run("--confirm", "all")
    path = content / f"{NAME}.yaml"
    text = path.read_text("utf-8")
    sentence = next(line for line in text.splitlines() if line.startswith("  sv: "))
    path.write_text(text.replace(sentence, f"{sentence} nu"), "utf-8")
    assert "older-translation" not in run().output


def test_a_name_that_no_record_has_is_refused(run):
    done = run("--confirm", "services/nobody")
    assert done.exit_code == 1
    assert "no such record: services/nobody" in done.output
