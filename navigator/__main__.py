"""`python -m navigator`: bring everything up to date, then serve. `make run` ends here."""

import os
import subprocess
import sys

import click
from flask import Flask
from flask.cli import ScriptInfo

from navigator import server, system_packages
from navigator.commands.content import ContentRefused
from navigator.config import ConfigurationError
from navigator.domain.errors import NavigatorError
from navigator.domain.models import SiteState
from navigator.extensions import db
from navigator.factory import create_app
from navigator.search.analysis.finnish import CHOICE, finnish
from navigator.search.analysis.voikko import NAME as LIBVOIKKO

STEPS = (
    ("database", "upgrade"),
    ("content", "load"),
    ("search", "rebuild", "--if-stale"),
)
GUNICORN = (sys.executable, "-m", "gunicorn", "--config", "python:navigator.server", "app:app")


def main() -> None:
    """Prepare in this process, which then becomes the server; stop with one clear sentence."""
    try:
        read_finnish_well()
        os.umask(0o077)
        if trouble := server.what_keeps_from_listening():
            raise click.ClickException(trouble)
        prepare(create_app())
    except click.ClickException as error:
        sys.exit(error.format_message())
    except (ConfigurationError, NavigatorError) as error:
        sys.exit(str(error))
    except PermissionError as error:
        sys.exit(f"{error.filename} may not be used: give it to this user, or set NAVIGATOR_DATA.")
    os.execv(GUNICORN[0], GUNICORN)  # noqa: S606 - no shell, and nothing from outside


def read_finnish_well() -> None:
    """Get the library that reads Finnish words where it is missing, and say what reads them."""
    packages = system_packages.missing(system_packages.FINNISH)
    forced = os.environ.get(CHOICE)
    if packages and not forced and system_packages.may_install():
        click.echo(f"Installing {', '.join(packages)}, to read Finnish words.")
        try:
            system_packages.install(packages)
        except (OSError, subprocess.CalledProcessError):
            click.echo("They could not be installed.")
    name = finnish().name
    click.echo(f"Finnish words: read by {name}.")
    if name.startswith(LIBVOIKKO) or forced:
        return
    best = " ".join(system_packages.FINNISH)
    advice = f"libvoikko reads them best: on Debian or Ubuntu run `sudo apt install {best}`."
    if os.environ.get("CI"):
        raise click.ClickException(advice)
    click.echo(advice)


def prepare(app: Flask) -> None:
    """Do each step; a step says in a line what it did, or that it had nothing to do."""
    for step in STEPS:
        try:
            app.cli.main(list(step), obj=ScriptInfo(create_app=lambda: app), standalone_mode=False)
        except ContentRefused as error:
            if not _has_content(app):
                raise
            click.echo(f"Error: {error.format_message()}", err=True)
            click.echo("The service goes on with the content that it has.", err=True)
    app.extensions["database"].dispose()


def _has_content(app: Flask) -> bool:
    """Tell whether content was loaded here before."""
    with app.app_context(), db.reading() as session:
        return session.get(SiteState, 1) is not None


if __name__ == "__main__":
    main()
