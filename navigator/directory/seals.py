"""Seals on a form: when it was opened, where, and that it is sent once. Tells nothing of who."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Literal

from flask import current_app
from itsdangerous import BadSignature, TimestampSigner

FASTEST = timedelta(seconds=2)
"""Nobody reads and answers a form sooner."""
SLOWEST = 24 * 60 * 60  # seconds


def new_seal(form: str) -> str:
    """Return a seal for the form called `form`, opened now."""
    return _signer().sign(f"{form}:{secrets.token_urlsafe(9)}").decode()


def state_of(seal: str, form: str, moment: datetime) -> Literal["good", "early", "bad"]:
    """Tell whether a form was open as long as a person needs, and no longer than a day."""
    try:
        value, opened = _signer().unsign(seal, max_age=SLOWEST, return_timestamp=True)
    except BadSignature:
        return "bad"
    if value.decode().partition(":")[0] != form:
        return "bad"
    return "good" if moment - opened >= FASTEST else "early"


def fingerprint(seal: str) -> str:
    """Return what is kept of a seal, so that it counts once: 64 hexadecimal digits."""
    return hashlib.sha256(seal.encode()).hexdigest()


def _signer() -> TimestampSigner:
    return TimestampSigner(current_app.config["SECRET_KEY"], salt="form-seal")
