"""The application class: Flask, with its own log of failures and IPv6 hosts that can be trusted."""

import re
from collections.abc import Callable
from typing import Any

from flask import Flask, Request
from flask.sessions import SessionInterface

from navigator.web.logs import log_failure

IPV6_HOST = re.compile(r"(\[[0-9a-f:.]+\])(?::[1-9][0-9]{0,4})?")


class NavigatorRequest(Request):
    """A request whose host may be an IPv6 address.

    Werkzeug cuts a trusted `[::1]` at its first colon and so never finds it. A `Host` that is
    such an address and stands in the list is therefore let through without that comparison.
    """

    _trusted_hosts: list[str] | None = None

    @property
    def trusted_hosts(self) -> list[str] | None:
        """The hosts that may be asked for; None lets every well-formed host through."""
        found = IPV6_HOST.fullmatch(self.environ.get("HTTP_HOST", "").lower())
        is_ours = found is not None and found[1] in (self._trusted_hosts or ())
        return None if is_ours else self._trusted_hosts

    @trusted_hosts.setter
    def trusted_hosts(self, hosts: list[str] | None) -> None:
        self._trusted_hosts = hosts


class NoSessions(SessionInterface):
    """Keeps no session: nothing is signed, sealed or set where nobody is signed in."""

    def open_session(self, app: Flask, request: Request) -> None:
        """Return none, so that whoever uses one is refused."""


class NavigatorApp(Flask):
    """Flask as the navigator runs it."""

    request_class = NavigatorRequest
    session_interface = NoSessions()

    def wsgi_app(self, environ: Any, start_response: Any) -> Any:
        """Answer a request: the short way if it is known, otherwise the whole way."""
        if "werkzeug.debug.preserve_context" not in environ:  # a test that looks at the request
            answer = self.extensions["shortcuts"].answer(environ, start_response)
            if answer is not None:
                return answer
        return super().wsgi_app(environ, start_response)

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """Return `func`: no view is asynchronous, and asking each one each time costs."""
        return func

    def log_exception(self, exc_info: Any) -> None:
        """Write what failed to our own log, without addresses and texts."""
        log_failure(exc_info[1])
