"""What the tests of the questionnaire share: the sample questionnaire, and somebody who answers."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from tests.factories import NOW, SAMPLE, load_content
from tests.guide.visitor import Visitor


@pytest.fixture
def clock(app: Flask) -> Iterator[Any]:
    """Load the sample content, and stop the clock on a Tuesday at noon."""
    app.config["CONTENT_VERSION_SECONDS"] = 0
    load_content(app, SAMPLE)
    with time_machine.travel(NOW, tick=False) as travelling:
        yield travelling


@pytest.fixture
def visitor(clock: Any, client: FlaskClient) -> Visitor:
    """Return somebody with a browser of their own."""
    return Visitor(client)
