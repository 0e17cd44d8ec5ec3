"""The public pages as the factory takes them in."""

from flask import Flask

from navigator.directory import filters, searching, views
from navigator.directory.blueprint import bp
from navigator.directory.front_door import bp as front_door
from navigator.directory.views.technical import machines

__all__ = ["filters", "init_app", "views"]


def init_app(app: Flask) -> None:
    """Add the public pages and what they need."""
    searching.init_app(app)
    for blueprint in (front_door, bp, machines):
        app.register_blueprint(blueprint)
