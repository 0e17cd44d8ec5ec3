"""What visitors can write: feedback on a listing or on the site."""

from flask_wtf import FlaskForm
from wtforms import HiddenField, RadioField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from navigator.i18n.messages import lazy_gettext as _l

LONGEST_MESSAGE = 1000

LISTING_KINDS = [
    ("nobody-answers", _l("Nobody answers")),
    ("wrong-contact", _l("A phone number, address or link is wrong")),
    ("wrong-hours", _l("The opening hours are wrong")),
    ("ended", _l("The service has ended or changed")),
    ("unclear", _l("I do not understand the text")),
    ("other", _l("Something else")),
]
SITE_KINDS = [
    ("unclear", _l("Something is hard to understand or use")),
    ("wrong-contact", _l("Something is wrong or missing")),
    ("other", _l("Something else")),
]


class FeedbackForm(FlaskForm):  # type: ignore[misc]
    """A report on a listing or on the site. Guarded by origin, not by a cookie."""

    class Meta:
        """Settings of the form."""

        csrf = False

    kind = RadioField(
        _l("What did you notice?"), validators=[InputRequired(_l("Choose what you noticed."))]
    )
    message = TextAreaField(
        _l("Tell more, if you like"),
        description=_l("Do not write anything about yourself or other people. We cannot reply."),
        validators=[
            Optional(),
            Length(
                max=LONGEST_MESSAGE, message=_l("Shorten the text to at most 1,000 characters.")
            ),
        ],
    )
    website = StringField(_l("Leave this empty"))
    """A trap: people do not see it, robots fill it in."""
    opened = HiddenField("")
    """When the form was opened, sealed."""
