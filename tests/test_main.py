import pytest

from navigator import __main__ as start
from navigator import server


@pytest.fixture
def served(monkeypatch, app):
    """Start without becoming the server; the list is filled when it would have been."""
    commands = []
    monkeypatch.setattr(start, "create_app", lambda: app)
    monkeypatch.setattr(start, "STEPS", (("database", "upgrade"),))
    monkeypatch.setattr(start.os, "execv", lambda _program, command: commands.append(command))
    monkeypatch.setattr(start.os, "umask", lambda _mask: 0)
    monkeypatch.setattr(server, "PORT", "0")
    return commands


@pytest.mark.one_database
def test_it_prepares_and_then_serves(served, capsys):
    start.main()
    assert "The database is up to date" in capsys.readouterr().out
    assert served == [start.GUNICORN]


@pytest.mark.one_database
def test_trouble_is_told_in_one_sentence_and_nothing_is_served(served, monkeypatch):
    monkeypatch.setattr(server, "PORT", "many")
    with pytest.raises(SystemExit, match="PORT is 'many': write a number from 1 to 65535"):
        start.main()
    assert served == []


@pytest.mark.one_database
def test_a_folder_that_may_not_be_written_is_named(served, monkeypatch):
    def refuse():
        raise PermissionError(13, "denied", "/sample/var")

    monkeypatch.setattr(start, "create_app", refuse)
    with pytest.raises(SystemExit, match=r"^/sample/var may not be used: .*NAVIGATOR_DATA\.$"):
        start.main()
    assert served == []


@pytest.mark.one_database
def test_every_step_is_a_command_that_exists(app):
    for group, name, *options in start.STEPS:
        command = app.cli.commands[group].commands[name]
        assert set(options) <= {name for parameter in command.params for name in parameter.opts}
