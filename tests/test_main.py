import subprocess
import sys
from types import SimpleNamespace

import click
import pytest

from navigator import __main__ as start
from navigator import server, system_packages


@pytest.fixture
def served(monkeypatch, app):
    """Start without becoming the server; the list is filled when it would have been."""
    commands = []
    monkeypatch.setattr(start, "create_app", lambda: app)
    monkeypatch.setattr(start, "read_finnish_well", lambda: None)
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
        command = app.cli.commands[group].get_command(click.Context(app.cli), name)
        assert set(options) <= {name for parameter in command.params for name in parameter.opts}


@pytest.fixture
def machine(monkeypatch):
    """Be a machine without libvoikko; the list is filled with what it installs."""
    installed = []
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("NAVIGATOR_FINNISH", raising=False)
    monkeypatch.setattr(start, "finnish", lambda: SimpleNamespace(name="table"))
    monkeypatch.setattr(system_packages, "missing", list)
    monkeypatch.setattr(system_packages, "may_install", lambda: True)
    monkeypatch.setattr(system_packages, "install", installed.extend)
    return installed


def test_what_reads_finnish_is_installed_where_that_is_allowed(machine, monkeypatch, capsys):
    monkeypatch.setattr(start, "finnish", lambda: SimpleNamespace(name="libvoikko 0"))
    start.read_finnish_well()
    assert machine == ["libvoikko1", "voikko-fi"]
    assert capsys.readouterr().out.endswith("Finnish words: read by libvoikko 0.\n")


def test_who_may_not_install_is_told_what_to_install_and_goes_on(machine, monkeypatch, capsys):
    monkeypatch.setattr(system_packages, "may_install", lambda: False)
    start.read_finnish_well()
    assert machine == []
    assert "read by table.\n" in (told := capsys.readouterr().out)
    assert "`sudo apt install libvoikko1 voikko-fi`" in told


def test_a_machine_without_a_network_goes_on_with_what_it_has(machine, monkeypatch, capsys):
    def fail(packages):
        raise subprocess.CalledProcessError(100, packages)

    monkeypatch.setattr(system_packages, "install", fail)
    start.read_finnish_well()
    assert "They could not be installed.\nFinnish words: read by table." in capsys.readouterr().out


def test_in_continuous_integration_less_than_libvoikko_is_an_error(machine, monkeypatch):
    monkeypatch.setenv("CI", "true")
    with pytest.raises(click.ClickException, match="sudo apt install libvoikko1"):
        start.read_finnish_well()


def test_what_was_chosen_is_not_improved_on(machine, monkeypatch, capsys):
    monkeypatch.setenv("NAVIGATOR_FINNISH", "table")
    start.read_finnish_well()
    assert machine == []
    assert capsys.readouterr().out == "Finnish words: read by table.\n"


def test_loading_the_program_does_not_yet_choose_what_reads_finnish():
    code = (
        "import navigator.__main__, sys;"
        "from navigator.search.analysis.finnish import finnish;"
        "sys.exit(finnish.cache_info().currsize)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
