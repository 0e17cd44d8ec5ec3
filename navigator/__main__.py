"""`python -m navigator`: bring everything up to date, then serve. `make run` ends here."""

import os
import sys

import click
from flask import Flask
from flask.cli import ScriptInfo

from navigator import server
from navigator.config import ConfigurationError
from navigator.domain.errors import NavigatorError
from navigator.factory import create_app

STEPS = (
    ("database", "upgrade"),
    ("content", "load"),
    ("search", "rebuild", "--if-stale"),
)
GUNICORN = (sys.executable, "-m", "gunicorn", "--config", "python:navigator.server", "app:app")


def main() -> None:
    """Prepare in this process, which then becomes the server; stop with one clear sentence."""
    os.umask(0o077)
    try:
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


def prepare(app: Flask) -> None:
    """Do each step; a step says in a line what it did, or that it had nothing to do."""
    for step in STEPS:
        app.cli.main(list(step), obj=ScriptInfo(create_app=lambda: app), standalone_mode=False)
    app.extensions["database"].dispose()


if __name__ == "__main__":
    main()
