"""Feedback on a listing or the site: nothing about the person, and no third party."""

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from navigator.directory import queries
from navigator.directory.blueprint import bp
from navigator.directory.forms import LISTING_KINDS, SITE_KINDS, FeedbackForm
from navigator.directory.seals import fingerprint, new_seal, state_of
from navigator.domain.feedback import add_feedback, is_flooded, is_sealed
from navigator.domain.models import Service
from navigator.extensions import db
from navigator.i18n.languages import current_language
from navigator.listings.openings import now
from navigator.listings.site import exit_url
from navigator.web.caching import no_store
from navigator.web.guards import same_origin

STATUSES = {"full": 429}


@bp.route("/feedback", methods=["GET", "POST"])
@same_origin
def feedback() -> ResponseReturnValue:
    """Take feedback on the site."""
    return _take(None)


@bp.route("/services/<slug:slug>/feedback", methods=["GET", "POST"])
@same_origin
def service_feedback(slug: str) -> ResponseReturnValue:
    """Take a report on a listing."""
    found = queries.service_by_slug(db.session, slug)
    if found is None or not found.is_public_on(now().date()):
        abort(404)
    return _take(found)


@bp.get("/feedback/thanks")
@same_origin
def feedback_thanks() -> str:
    """Thank for feedback."""
    no_store()
    return render_template("directory/feedback_thanks.html")


def _take(service: Service | None) -> ResponseReturnValue:
    """Show the form, or keep what was written in it."""
    no_store()
    name = service.slug if service else "site"
    form = FeedbackForm(request.form if request.method == "POST" else None)
    form.kind.choices = SITE_KINDS if service is None else LISTING_KINDS
    outcome = "new"
    if request.method == "GET":
        form.kind.data = None
    elif form.validate():
        outcome = _outcome(service, form, name)
    if outcome == "kept":
        return redirect(url_for(".feedback_thanks"), code=303)
    if state_of(str(form.opened.data), name, now()) == "bad":
        form.opened.data = new_seal(name)
    page = render_template(
        "directory/feedback.html", form=form, service=service, outcome=outcome, exit_url=exit_url()
    )
    return page, 400 if form.errors else STATUSES.get(outcome, 200)


def _outcome(service: Service | None, form: FeedbackForm, name: str) -> str:
    """Keep a report and say what came of it: kept, again (press once more) or full (too many).

    A robot, which fills in what people do not see, is thanked too, so that it learns nothing.
    """
    if form.website.data:
        return "kept"
    if state_of(str(form.opened.data), name, now()) != "good":
        return "again"
    day, service_id = now().date(), service.id if service else None
    seal = fingerprint(str(form.opened.data))
    if is_sealed(db.session, seal):
        return "kept"  # sent twice; it counts once
    if is_flooded(db.session, service_id=service_id, day=day):
        return "full"
    add_feedback(
        db.session,
        service_id=service_id,
        kind=form.kind.data,
        message=form.message.data or None,
        language=current_language(),
        day=day,
        seal=seal,
    )
    db.session.commit()
    return "kept"
