"""The entry point of WSGI servers and of `flask …`."""

from navigator.factory import create_app

app = create_app()
