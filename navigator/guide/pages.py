"""The questionnaire's pages as a whole."""

from flask import Flask

from navigator.guide import content, map, plan, views  # noqa: A004, F401 - they add routes
from navigator.guide.blueprint import bp


def init_app(app: Flask) -> None:
    """Give the application the questionnaire."""
    content.init_app(app)
    app.register_blueprint(bp)
