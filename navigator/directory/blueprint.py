"""The blueprint of the public pages; each address names its language, `/fi/…`."""

from flask import Blueprint

bp = Blueprint("directory", __name__, template_folder="templates", url_prefix="/<lang:lang>")
