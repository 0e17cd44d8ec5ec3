"""Errors become a page for people, or problem+json (RFC 9457) for programs under `/api`.

What went wrong inside is never shown: the page and the log line share a number instead.
"""

import json
from dataclasses import dataclass
from typing import Any

from flask import Flask, Response, make_response, render_template, request
from flask.globals import request_ctx
from flask_babel import lazy_gettext as _l
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException

from navigator.domain.database import Busy
from navigator.domain.errors import NavigatorError
from navigator.web.headers import is_api
from navigator.web.logs import log_failure, request_number

SERVER_ERROR = 500
STATUSES: dict[type[Exception], int] = {Busy: 503, OperationalError: 503}
RETRY_SECONDS = 5
KEPT_HEADERS = frozenset({"Allow", "Retry-After", "WWW-Authenticate"})

EXPLANATIONS: dict[int, tuple[Any, Any]] = {
    400: (
        _l("The address does not work"),
        _l("Something in the address is not right. Search for what you need instead."),
    ),
    403: (
        _l("This is not allowed"),
        _l("You can send a form only from the page it belongs to. Open the page and try again."),
    ),
    404: (
        _l("We did not find the page"),
        _l("The page may have moved, or the address has a mistake. Search for what you need."),
    ),
    405: (
        _l("This does not work here"),
        _l("The page does not take what was sent to it. Open it again from the start."),
    ),
    410: (
        _l("This page is no longer here"),
        _l("The service has ended or changed. Search for what offers the same help now."),
    ),
    413: (
        _l("That was too much at once"),
        _l("What you sent is too long for us to receive. Shorten it and try again."),
    ),
    429: (
        _l("Too many tries in a short time"),
        _l("Wait a few minutes and try again."),
    ),
    500: (
        _l("Something broke on our side"),
        _l("It is not your fault. Try again in a moment, or call one of the numbers below."),
    ),
    503: (
        _l("The service is busy"),
        _l("Try again in a moment. If you were sending something, it was not saved yet."),
    ),
}


@dataclass(frozen=True)
class Explanation:
    """An error as it is told to people."""

    status: int
    title: str
    advice: str


def init_app(app: Flask) -> None:
    """Answer every error ourselves."""
    app.register_error_handler(HTTPException, _answer_http)
    app.register_error_handler(NavigatorError, _answer_fact)
    app.register_error_handler(OperationalError, _answer_fact)


def explanation_of(status: int) -> Explanation:
    """Return what to say about a status; of one without words, those of its family."""
    known = status if status in EXPLANATIONS else (SERVER_ERROR if status >= SERVER_ERROR else 400)
    title, advice = EXPLANATIONS[known]
    return Explanation(status, str(title), str(advice))


def _answer_fact(error: Exception) -> Response:
    """Answer an error of the domain or of the database."""
    status = next((STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES), 500)
    if status >= SERVER_ERROR:
        log_failure(error)
    response = _answer(status)
    if status == STATUSES[Busy]:
        response.headers["Retry-After"] = str(getattr(error, "retry_after", RETRY_SECONDS))
    return response


def _answer_http(error: HTTPException) -> Response:
    """Answer an error that a view, a guard or the framework raised by its status."""
    if error.response is not None:
        return make_response(error.response)
    response = _answer(error.code or SERVER_ERROR)
    headers = error.get_headers(request.environ)
    response.headers.extend((name, value) for name, value in headers if name in KEPT_HEADERS)
    return response


def _answer(status: int) -> Response:
    """Write the answer in the way that the asker reads."""
    if is_api(request.path):
        return _problem(status)
    if request_ctx.url_adapter is None:  # a host that is not ours: no page of ours has a link there
        return make_response(BARE_PAGE.format(number=request_number()), status)
    try:
        page = render_template(
            "errors/page.html", error=explanation_of(status), number=request_number()
        )
    except Exception as error:  # even a page that fails ends in a page
        log_failure(error)
        page = BARE_PAGE.format(number=request_number())
    return make_response(page, status)


def _problem(status: int) -> Response:
    """Write an error as RFC 9457 says."""
    explanation = explanation_of(status)
    body = {
        "type": "about:blank",
        "title": explanation.title,
        "status": status,
        "detail": explanation.advice,
        "request": request_number(),
    }
    response = make_response(json.dumps(body, ensure_ascii=False), status)
    response.content_type = "application/problem+json"
    return response


BARE_PAGE = """<!DOCTYPE html>
<html lang="fi">
<head><meta charset="utf-8"><title>Virhe – Fel – Error</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main>
<h1>Jokin meni rikki</h1>
<p>Yritä hetken päästä uudelleen. Hätätilanteessa soita <a href="tel:112">112</a>.</p>
<h2 lang="sv">Något gick sönder</h2>
<p lang="sv">Försök igen om en stund. Ring <a href="tel:112">112</a> i en nödsituation.</p>
<h2 lang="en">Something broke</h2>
<p lang="en">Try again in a moment. In an emergency, call <a href="tel:112">112</a>.</p>
<p><a href="/">Etusivu – Startsida – Front page</a></p>
<p>{number}</p>
</main></body>
</html>
"""
