"""The public pages as the factory takes them in."""

from flask import Flask

from navigator.directory import filters, searching, views
from navigator.directory.blueprint import bp
from navigator.directory.front_door import bp as front_door
from navigator.directory.views.technical import machines
from navigator.domain.text import LANGUAGES
from navigator.web.logs import WARMING

__all__ = ["filters", "init_app", "views", "warm"]


def warm(app: Flask) -> None:
    """Ask for the pages that take the longest the first time, before any visitor does.

    Templates are compiled, the index is loaded, and dates learn their languages.
    """
    host = app.config["SETTINGS"].hosts[0]
    client = app.test_client()
    for language in LANGUAGES:
        for path in ("", "services?q=apu", "help-now", "topics/velat"):
            client.get(
                f"/{language}/{path}",
                base_url=f"http://{host}",
                headers={"User-Agent": "warming bot"},
                environ_overrides={WARMING: True},
            )


def init_app(app: Flask) -> None:
    """Add the public pages and what they need."""
    searching.init_app(app)
    for blueprint in (front_door, bp, machines):
        app.register_blueprint(blueprint)
