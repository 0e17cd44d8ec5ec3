"""The application with small pages of its own."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from navigator.config import Settings
from navigator.factory import create_app
from tests.web import gallery, sample


@pytest.fixture
def shell(settings: Settings) -> Iterator[Flask]:
    """Make the application with the sample pages, looking for new content at each request."""
    app = create_app(settings)
    app.testing = True
    app.config["CONTENT_VERSION_SECONDS"] = 0
    sample.add_to(app)
    gallery.add_to(app)
    yield app
    app.extensions["counts"].close()
    app.extensions["handovers"].close()
    app.extensions["database"].dispose()


@pytest.fixture
def browser(shell: Flask) -> FlaskClient:
    """Return a browser without windows on the shell."""
    return shell.test_client()


@pytest.fixture
def title():
    """Return a function that finds the words of a page's h1."""
    return lambda response: re.search(r"<h1>(.*?)</h1>", response.text)[1]
