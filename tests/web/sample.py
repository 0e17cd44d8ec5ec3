"""Small pages to test the shell on: each shows one thing that real pages do."""

from datetime import datetime

from flask import Blueprint, Flask, abort, g, render_template_string, request

from navigator.domain.database import Busy
from navigator.i18n.languages import use_easy_finnish
from navigator.web.caching import live_until, no_store, not_in_browsers, public_page
from navigator.web.guards import public, same_origin

PAGE = """{% extends "base.html" %}
{% block title %}{{ title }}{% endblock %}
{% block main %}<h1>{{ title }}</h1><p>{{ text }}</p>{% endblock %}
"""


def page(title: str = "Sample", text: str = "") -> str:
    return render_template_string(PAGE, title=title, text=text)


def add_to(app: Flask) -> None:
    """Add the sample pages."""
    app.register_blueprint(sample_pages())


def sample_pages() -> Blueprint:  # noqa: C901 - a list of small views
    bp = Blueprint("sample", __name__)
    made = {"times": 0}

    @bp.get("/<lang:lang>/sample/counted")
    @public_page(query=["q", "topic"])
    def counted() -> str:
        made["times"] += 1
        return page(f"Made {made['times']}", f"{request.args.to_dict(flat=False)}")

    @bp.get("/<lang:lang>/sample/clock/<string:moment>")
    @public_page
    def clock(moment: str) -> str:
        live_until(datetime.fromisoformat(moment))
        made["times"] += 1
        return page(f"Made {made['times']}")

    @bp.get("/<lang:lang>/sample/secret")
    @public_page
    def secret() -> str:
        no_store()
        made["times"] += 1
        return page(f"Made {made['times']}")

    @bp.get("/<lang:lang>/sample/unseen")
    @public_page
    def unseen() -> str:
        not_in_browsers()
        made["times"] += 1
        return page(f"Made {made['times']}")

    @bp.get("/<lang:lang>/sample/easy")
    @public_page
    def easy() -> str:
        use_easy_finnish()
        return page("Easy")

    @bp.get("/<lang:lang>/sample/error/<int:status>")
    @public
    def error(status: int) -> str:
        abort(status)

    @bp.get("/<lang:lang>/sample/broken")
    @bp.get("/api/sample/broken", endpoint="broken_api")
    @public
    def broken() -> str:
        raise ValueError("the visitor's own words")

    @bp.get("/<lang:lang>/sample/busy")
    @public_page
    def busy() -> str:
        if g.get("busy") or made.get("busy"):
            raise Busy("held")
        return page("Not busy")

    @bp.post("/<lang:lang>/sample/busy")
    @public
    def make_busy() -> str:
        made["busy"] = 1
        return ""

    @bp.route("/<lang:lang>/sample/form", methods=["GET", "POST"])
    @same_origin
    def form() -> str:
        return page("Sent" if request.method == "POST" else "Form", str(len(request.form)))

    return bp
