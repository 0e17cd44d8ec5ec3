"""create_app(): the one module that knows every room."""

import os

from flask import Flask
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from navigator import errors
from navigator.commands import groups
from navigator.config import ROOT, ConfigurationError, Settings
from navigator.directory import pages as directory_pages
from navigator.extensions import db
from navigator.guide import pages as guide_pages
from navigator.i18n import formats, languages, messages, names, texts
from navigator.i18n import links as language_links
from navigator.statistics import counting, vain
from navigator.web import (
    addresses,
    assets,
    caching,
    compression,
    headers,
    links,
    logs,
    per_version,
    shortcuts,
)
from navigator.web.application import NavigatorApp

BODY_BYTES = 262_144  # the one limit that holds for urlencoded forms too
FORM_PARTS = 200


def create_app(settings: Settings | None = None) -> Flask:
    """Make the application from `settings` or, without them, from the environment."""
    settings = settings or Settings.from_environment(os.environ)
    app = NavigatorApp("navigator", static_folder=None, root_path=str(ROOT / "navigator"))
    _configure(app, settings)
    db.init_app(app)
    for room in (shortcuts, logs, headers, compression, caching, per_version):
        room.init_app(app)
    for room in (addresses, assets, links):
        room.init_app(app)
    for room in (languages, messages, texts, formats, names, language_links):
        room.init_app(app)
    for room in (errors, counting, vain):
        room.init_app(app)
    directory_pages.init_app(app)
    guide_pages.init_app(app)
    _register_commands(app)
    return app


def _register_commands(app: Flask) -> None:
    """Add the groups of `flask …`."""
    for group in groups():
        app.cli.add_command(group)


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
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.undefined = StrictUndefined
    if settings.behind_proxy:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1)  # type: ignore[method-assign]
