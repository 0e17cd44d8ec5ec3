"""What residents and professionals write in the forms of the handover."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from navigator.handover import WrongCode, read_code
from navigator.i18n.messages import lazy_gettext as _l

LIVES = [
    SelectChoice("1", _l("1 hour")),
    SelectChoice("24", _l("1 day")),
    SelectChoice("72", _l("3 days")),
    SelectChoice("168", _l("7 days")),
]
LONGEST_REASON = 500
SLIPS = {
    "length": _l("A code has 14 characters. Check that none is missing and none is extra."),
    "character": _l(
        "One of the characters is in no code. There are only digits and letters, but never the "
        "letters U, Å, Ä and Ö."
    ),
    "slip": _l("One character is wrong, or two have changed places. Compare it with your code."),
}
TAKEN_UP, NOT_FOR_US = "yes", "no"


class _Form(FlaskForm):  # type: ignore[misc]
    """A form that is guarded by origin, not by a cookie."""

    class Meta:
        """Settings of the form."""

        csrf = False


class CodeForm(_Form):
    """A code, as people write it."""

    code = StringField(
        _l("Write the code here"),
        description=_l("It looks like this: E71GZ-SQ0PX-6B0V. Small letters and spaces are fine."),
        validators=[InputRequired(_l("Write the code."))],
        render_kw={"data-fragment": True, "autocapitalize": "characters", "spellcheck": "false"},
    )

    def validate_code(self, field: Any) -> None:
        """Tell a slip by its kind, before the code is looked for."""
        try:
            read_code(field.data)
        except WrongCode as error:
            raise ValidationError(SLIPS[error.why]) from error


class AgreeForm(_Form):
    """How long the code works, and the agreement."""

    hours = RadioField(
        _l("How long does the code work?"),
        choices=LIVES,
        default="72",
        validators=[InputRequired(_l("Choose how long the code works."))],
    )
    agreed = BooleanField(
        _l("I agree: the professional who gets my code may see what I chose above."),
        validators=[InputRequired(_l("Agree first. Without it nothing is shared."))],
    )


class AnswerForm(_Form):
    """What a professional answers the resident."""

    code = HiddenField()
    taken_up = RadioField(
        _l("Your answer to the resident"),
        choices=[
            SelectChoice(TAKEN_UP, _l("We take this up")),
            SelectChoice(NOT_FOR_US, _l("This is not for us")),
        ],
        validators=[InputRequired(_l("Choose an answer."))],
    )
    reason = TextAreaField(
        _l("Why it is not for you"),
        description=_l("The resident reads this. Write in plain words, and no names."),
        validators=[
            Optional(),
            Length(max=LONGEST_REASON, message=_l("Shorten the reason to 500 characters.")),
        ],
    )
    next_service = SelectField(
        _l("What the resident should try next"), validators=[Optional()], default=""
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """Ask for a reason, and for the next option, when it is not for them."""
        is_right = bool(super().validate(extra_validators))
        if self.taken_up.data != NOT_FOR_US:
            return is_right
        if not (self.reason.data or "").strip():
            self.reason.errors = [_l("Say why, so that the resident is not left wondering.")]
        if not self.next_service.data:
            self.next_service.errors = [_l("Choose what the resident should try next.")]
        return is_right and not (self.reason.errors or self.next_service.errors)
