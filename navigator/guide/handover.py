"""The handover as a whole."""

from flask import Flask

from navigator.guide import (  # noqa: F401 - they add routes
    handover_professional,
    handover_share,
    handover_store,
    handover_views,
)
from navigator.guide.handover_blueprint import bp


def init_app(app: Flask) -> None:
    """Give the application the handover."""
    handover_store.init_app(app)
    app.register_blueprint(bp)
