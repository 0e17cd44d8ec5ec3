"""The questionnaire's pages as a whole."""

from flask import Flask

from navigator.guide import (  # noqa: F401 - they add routes
    content,
    handover,
    leaving,
    map,  # noqa: A004 - the name of a page
    plan,
    views,
    week,
)
from navigator.guide.blueprint import bp


def init_app(app: Flask) -> None:
    """Give the application the questionnaire."""
    content.init_app(app)
    app.register_blueprint(bp)
    handover.init_app(app)
