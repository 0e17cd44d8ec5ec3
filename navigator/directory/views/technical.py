"""Pages for machines: sitemap, robots and health."""

from flask import Blueprint, Response, jsonify, redirect, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from navigator.directory import queries
from navigator.domain.database import Busy
from navigator.domain.models import Municipality, Organisation, SiteState, Situation, Topic
from navigator.domain.text import LANGUAGES
from navigator.extensions import db
from navigator.i18n.links import absolute
from navigator.listings.openings import now
from navigator.web.assets import asset_url
from navigator.web.caching import public_page
from navigator.web.guards import public

machines = Blueprint("machines", __name__)
PAGES = ("home", "services", "help_now", "about", "accessibility", "privacy", "quality")


@machines.get("/sitemap.xml")
@public_page
def sitemap() -> Response:
    """List every page with its languages."""
    day = now().date()
    session = db.session
    pages: list[tuple[str, dict[str, str], object]] = [(name, {}, None) for name in PAGES]
    for endpoint, model in (
        ("topic", Topic),
        ("municipality", Municipality),
        ("organisation", Organisation),
        ("situation", Situation),
    ):
        pages += [(endpoint, {"slug": slug}, None) for slug in queries.slugs_of(session, model)]
    pages += [
        ("service", {"slug": slug}, modified)
        for slug, modified in queries.public_slugs(session, day=day)
    ]
    body = render_template("directory/sitemap.xml", pages=pages, languages=LANGUAGES)
    return Response(body, mimetype="application/xml")


@machines.get("/robots.txt")
@public_page
def robots_txt() -> Response:
    """Let robots read the pages, but not try out every search."""
    lines = ["User-agent: *", *(f"Disallow: /{lang}/list" for lang in LANGUAGES)]
    lines += [f"Disallow: /{lang}/services?" for lang in LANGUAGES]
    lines += ["", f"Sitemap: {absolute('/sitemap.xml')}", ""]
    return Response("\n".join(lines), mimetype="text/plain")


@machines.get("/favicon.ico")
@public
def favicon() -> ResponseReturnValue:
    """Lead browsers that ask for the old address of icons to ours."""
    return redirect(asset_url("svg"), code=301)


@machines.get("/healthz")
@public
def healthz() -> Response:
    """Say that the process answers."""
    return _state({"status": "ok"}, 200)


@machines.get("/readyz")
@public
def readyz() -> Response:
    """Say whether visitors can be served: the database answers and holds content."""
    try:
        db.session.execute(text("SELECT 1"))
        state = db.session.get(SiteState, 1)
    except (SQLAlchemyError, Busy):
        return _state({"status": "unavailable", "database": "unavailable"}, 503)
    if state is None or state.content_version == 0:
        return _state({"status": "unavailable", "content": "missing"}, 503)
    return _state({"status": "ok", "content_version": state.content_version}, 200)


def _state(body: dict[str, object], status: int) -> Response:
    response = jsonify(body)
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    return response
