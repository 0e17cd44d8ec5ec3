"""A page to show texts on, without a server."""

import pytest
from flask import Flask, g


@pytest.fixture
def on_page(app: Flask):
    """Return a function that opens a page in a language."""
    contexts = []

    def open_page(language: str):
        while contexts:
            contexts.pop().pop()
        context = app.test_request_context(f"/{language}/")
        context.push()
        contexts.append(context)
        g.language = language
        return context

    yield open_page
    while contexts:
        contexts.pop().pop()
