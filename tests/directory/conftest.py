"""What the tests of the public pages share: a small county, and a reader of its pages."""

from collections.abc import Callable, Iterator

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from tests.directory.county import MOMENT, County
from tests.pages import Page, read_page


@pytest.fixture
def county(app: Flask, session: Session) -> Iterator[County]:
    """Write a small county, on a Tuesday morning that does not pass."""
    app.config["CONTENT_VERSION_SECONDS"] = 0
    with time_machine.travel(MOMENT, tick=False):
        yield County(app, session)


@pytest.fixture
def page(client: FlaskClient) -> Callable[..., Page]:
    """Return a function that gets a page and fails on what no page may have."""

    def get(path: str, *, status: int = 200) -> Page:
        answer = client.get(path)
        assert answer.status_code == status, path
        return read_page(answer.text)

    return get
