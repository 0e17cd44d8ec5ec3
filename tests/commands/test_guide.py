"""`flask guide prove` on the sample content."""

import json
from dataclasses import replace

import pytest

from navigator.commands import content as content_commands
from tests import factories

PART = "questionnaire/esimerkki.yaml"

pytestmark = pytest.mark.one_database


@pytest.fixture
def content(tmp_path):
    return factories.reachable_content(tmp_path)


@pytest.fixture
def settings(settings, content):
    """The settings of a site whose content is the sample's copy."""
    return replace(settings, content=content)


@pytest.fixture
def prove(app, monkeypatch):
    """Run `flask guide prove` on a day of the sample's; return its output and exit status."""
    monkeypatch.setattr(content_commands, "today", lambda: factories.TODAY)

    def run(*arguments):
        done = app.test_cli_runner().invoke(args=["guide", "prove", *arguments])
        return done.stdout, done.stderr, done.exit_code

    return run


def test_a_sound_questionnaire_is_proved_in_figures(prove):
    out, said, status = prove()
    assert said == ""
    assert status == 0
    assert out.startswith("18,720 paths in 2 orders of questions, at most 7 questions")
    assert out.endswith("Nobody ends empty-handed.\n")


def test_the_report_is_data_for_programs(prove):
    out, _, status = prove("--json")
    report = json.loads(out)
    assert status == 0
    assert (report["paths"], report["people"], report["failures"]) == (18_720, 1, [])
    assert report["seconds"] > 0


def test_a_failure_is_a_sentence(prove, content):
    factories.rewrite(content, PART, "condition: tyoton-tyonhakija", "condition: mallilalainen")
    factories.rewrite(content, PART, '{working: ["yes"]}', "{age: [adult]}")
    factories.rewrite(content, "services/tyopaja.yaml", "needs: [work]", "needs: [other]")
    out, said, status = prove()
    assert status == 1
    assert "No answers lead to tyopaja, and it is not listed under `outside`." in said
    assert "Nobody ends empty-handed." not in out


def test_content_with_mistakes_is_mended_first(prove, content):
    factories.rewrite(content, PART, "need: advice", "need: muu")
    _, said, status = prove()
    assert (said, status) == ("Error: 1 mistakes: see flask content check\n", 1)
