"""The security headers, the same on every answer of every status and type."""

from flask import Flask, Response, request

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; object-src 'none'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
OPEN_API_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


def init_app(app: Flask) -> None:
    """Put the headers on every answer."""
    app.after_request(_protect)


def is_api(path: str) -> bool:
    """Tell whether `path` belongs to the open API, which answers programs of any site."""
    return path == "/api" or path.startswith("/api/")


def _protect(response: Response) -> Response:
    """Add the headers; what names no `Cache-Control` is not kept by anyone."""
    response.headers.update(HEADERS)
    if is_api(request.path):
        response.headers.update(OPEN_API_HEADERS)
    response.headers.setdefault("Cache-Control", "no-store")
    return response
