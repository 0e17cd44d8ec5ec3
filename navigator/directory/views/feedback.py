"""Feedback on a listing or the site: nothing about the person, and no third party."""

from datetime import timedelta

from flask import abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from itsdangerous import BadSignature, TimestampSigner

from navigator.directory import queries
from navigator.directory.blueprint import bp
from navigator.directory.forms import LISTING_KINDS, SITE_KINDS, FeedbackForm
from navigator.directory.openings import now
from navigator.directory.site import exit_url
from navigator.domain.feedback import add_feedback, is_flooded
from navigator.domain.models import Service
from navigator.extensions import db
from navigator.i18n.languages import current_language
from navigator.web.caching import no_store
from navigator.web.guards import same_origin

FASTEST = timedelta(seconds=2)
"""Nobody reads and answers the form sooner."""
SLOWEST = 24 * 60 * 60  # seconds


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
    form = FeedbackForm()
    form.kind.choices = SITE_KINDS if service is None else LISTING_KINDS
    if request.method == "GET":
        form.kind.data = None
        form.opened.data = _seal().sign("feedback").decode()
    again = False
    if form.validate_on_submit():
        again = not form.website.data and not _was_read(form)
        if not again:
            _keep_if_a_person_wrote(service, form)
            return redirect(url_for(".feedback_thanks"), code=303)
        form.opened.data = _seal().sign("feedback").decode()
    status = 400 if form.errors else 200
    page = render_template(
        "directory/feedback.html", form=form, service=service, again=again, exit_url=exit_url()
    )
    return page, status


def _keep_if_a_person_wrote(service: Service | None, form: FeedbackForm) -> None:
    """Add the report to the editors' queue, unless the day has brought too many.

    A robot, which fills in what people do not see, is thanked too, so that it learns nothing.
    """
    if form.website.data:
        return
    day = now().date()
    service_id = service.id if service else None
    if is_flooded(db.session, service_id=service_id, day=day):
        return
    add_feedback(
        db.session,
        service_id=service_id,
        kind=form.kind.data,
        message=form.message.data or None,
        language=current_language(),
        day=day,
    )
    db.session.commit()


def _seal() -> TimestampSigner:
    return TimestampSigner(current_app.config["SECRET_KEY"], salt="feedback-form")


def _was_read(form: FeedbackForm) -> bool:
    """Tell whether the form was open as long as a person needs, and no longer than a day.

    Whoever was quicker, or comes back later, keeps the text and presses the button once more.
    """
    try:
        _value, opened = _seal().unsign(
            str(form.opened.data), max_age=SLOWEST, return_timestamp=True
        )
    except BadSignature:
        return False
    return bool(now() - opened >= FASTEST)
