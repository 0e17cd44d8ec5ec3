"""create_app(): the one module that knows every room."""

import os

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from navigator.commands.database import database
from navigator.config import ROOT, ConfigurationError, Settings
from navigator.extensions import db
from navigator.i18n import languages
from navigator.web.application import NavigatorApp

BODY_BYTES = 262_144  # the one limit that holds for urlencoded forms too
FORM_PARTS = 200


def create_app(settings: Settings | None = None) -> Flask:
    """Make the application from `settings` or, without them, from the environment."""
    settings = settings or Settings.from_environment(os.environ)
    app = NavigatorApp("navigator", static_folder=None, root_path=str(ROOT / "navigator"))
    _configure(app, settings)
    db.init_app(app)
    languages.init_app(app)
    app.cli.add_command(database)
    return app


def _configure(app: Flask, settings: Settings) -> None:
    """Give Flask its limits, and refuse to start where visitors would be at risk."""
    if app.debug and not settings.is_local:
        raise ConfigurationError(
            "Debug mode shows visitors the inside of the service: unset FLASK_DEBUG."
        )
    app.config.update(
        SETTINGS=settings,
        SECRET_KEY=settings.secret_key,
        TRUSTED_HOSTS=list(settings.hosts),
        MAX_CONTENT_LENGTH=BODY_BYTES,
        MAX_FORM_PARTS=FORM_PARTS,
        PREFERRED_URL_SCHEME="https",
        BABEL_TRANSLATION_DIRECTORIES=str(ROOT / "translations"),
    )
    if settings.behind_proxy:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1)  # type: ignore[method-assign]
