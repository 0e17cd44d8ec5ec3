"""Content that would leave somebody without help is not loaded, and nothing is changed."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select, text

from navigator import __main__ as start
from navigator import server
from navigator.commands import content as commands
from navigator.domain.models import QuestionnairePart, Revision, Service, SiteState
from tests import factories

STRANDED = "In Kaavala en, “En puhelimessa en”: nobody to contact."


@pytest.fixture
def content(tmp_path):
    return factories.reachable_content(tmp_path)


@pytest.fixture
def settings(settings, content):
    return replace(settings, content=content)


@pytest.fixture
def load(app, monkeypatch):
    """Run `flask content load` on a day of the sample's; return both outputs and the status."""
    monkeypatch.setattr(commands, "today", lambda: factories.TODAY)

    def run():
        done = app.test_cli_runner().invoke(args=["content", "load"])
        return done.stdout, done.stderr, done.exit_code

    return run


@pytest.fixture
def strand(content):
    """Take advice in writing away from the files, and change a price with it."""

    def write():
        factories.rewrite(content, "services/neuvonta.yaml", "kind: chat", "kind: web_page")
        factories.rewrite(content, "services/tyopaja.yaml", "to: 28", "to: 25")

    return write


def stored(session):
    """Return what the database holds, as far as a load changes it."""
    state = session.get(SiteState, 1)
    ages = session.scalars(select(Service.age_to).order_by(Service.slug)).all()
    revisions = session.scalar(select(func.count()).select_from(Revision))
    outbox = session.scalar(text("select count(*) from outbox"))
    told = state and (state.content_version, state.content_digest)
    session.rollback()
    return told, ages, revisions, outbox


def test_what_leaves_somebody_without_help_is_refused_and_the_database_stays(load, session, strand):
    assert load()[2] == 0
    before = stored(session)
    strand()
    out, said, status = load()
    assert (out, status) == ("", 1)
    assert STRANDED in said.splitlines()
    assert said.splitlines()[-1].startswith("Error: not loaded, for it would leave people without")
    assert stored(session) == before


def test_nothing_is_published_first_that_leaves_somebody_without_help(load, session, strand):
    strand()
    _, said, status = load()
    assert status == 1
    assert STRANDED in said
    assert stored(session) == (None, [], 0, 0)


def test_what_is_missing_already_does_not_keep_a_repair_out(load, app, content, session, strand):
    strand()
    factories.load_content(app, content)
    factories.rewrite(content, "services/tyopaja.yaml", "to: 25", "to: 29")
    out, said, status = load()
    assert (said, status) == ("", 0)
    assert "  changed: services/tyopaja" in out


def test_content_without_questions_is_loaded(load, content, session):
    for file in (content / "questionnaire").rglob("*.yaml"):
        file.unlink()
    assert load()[2] == 0
    assert session.scalars(select(QuestionnairePart)).all() == []


@pytest.fixture
def serve(app, monkeypatch):
    """Start the service; return whether it would serve."""
    commands_run = []
    monkeypatch.setattr(commands, "today", lambda: factories.TODAY)
    monkeypatch.setattr(start, "create_app", lambda: app)
    monkeypatch.setattr(start, "read_finnish_well", lambda: None)
    monkeypatch.setattr(start, "STEPS", (("database", "upgrade"), ("content", "load")))
    monkeypatch.setattr(start.os, "execv", lambda _program, command: commands_run.append(command))
    monkeypatch.setattr(start.os, "umask", lambda _mask: 0)
    monkeypatch.setattr(server, "PORT", "0")

    def begin():
        start.main()
        return commands_run == [start.GUNICORN]

    return begin


@pytest.mark.one_database
def test_a_server_with_older_content_goes_on_with_it(load, serve, strand, capsys):
    load()
    strand()
    assert serve()
    told = capsys.readouterr().err
    assert STRANDED in told
    assert told.endswith("The service goes on with the content that it has.\n")


@pytest.mark.one_database
def test_so_does_one_whose_new_files_have_mistakes(load, serve, content, capsys):
    load()
    factories.rewrite(content, "site.yaml", "urgent: [hatapuhelin]", "urgent: [muu]")
    assert serve()
    assert "Error: 1 mistake in the content files" in capsys.readouterr().err


@pytest.mark.one_database
def test_a_server_without_any_content_does_not_start_on_what_was_refused(serve, strand):
    strand()
    with pytest.raises(SystemExit, match="not loaded, for it would leave people without help"):
        serve()
