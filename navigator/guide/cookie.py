"""Answers in one sealed cookie, and nowhere else.

The cookie holds when the questionnaire was begun and last used, whether its plan was counted, and
the options as numbers; it has one length whatever was answered. The numbers are made of names, so
answers outlive a change of other questions. It is sealed with a key of the day made from the site's
secret: yesterday's cookies can be read and older ones cannot.
How and why: docs/decisions/0020-answers-cookie.md.
"""

import os
import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NAME = "__Host-kysely"
BOUND_TO = b"kysely|v1"
PLAIN_BYTES, NONCE_BYTES = 192, 12
IDLE, WHOLE = timedelta(minutes=60), timedelta(hours=4)
_HEAD = struct.Struct(">IIBB")  # begun, used, counted, number of options
MOST_OPTIONS = (PLAIN_BYTES - _HEAD.size) // 2


@dataclass(frozen=True, slots=True)
class Kept:
    """What the cookie keeps."""

    begun: datetime
    numbers: tuple[int, ...]
    """Options, as `questionnaire.numbers` writes them."""
    counted: bool = False
    """Whether the plan was counted."""


def sealed(kept: Kept, secret: bytes, now: datetime) -> str:
    """Return the value of the cookie. The length is always the same."""
    numbers = kept.numbers[:MOST_OPTIONS]
    begun, used = int(kept.begun.timestamp()), int(now.timestamp())
    head = _HEAD.pack(begun, used, kept.counted, len(numbers))
    plain = (head + struct.pack(f">{len(numbers)}H", *numbers)).ljust(PLAIN_BYTES, b"\0")
    nonce = os.urandom(NONCE_BYTES)
    box = _box(secret, now.astimezone(UTC).date())
    return urlsafe_b64encode(nonce + box.encrypt(nonce, plain, BOUND_TO)).decode()


def opened(value: str, secret: bytes, now: datetime) -> Kept | None:
    """Return what a cookie keeps; None when it is unreadable, or too old to be the same visit."""
    plain = _decrypted(value, secret, now.astimezone(UTC).date())
    if plain is None:
        return None
    begun, used, counted, number = _HEAD.unpack_from(plain)
    first, last = (datetime.fromtimestamp(second, UTC) for second in (begun, used))
    if now - last > IDLE or now - first > WHOLE:
        return None
    options: Sequence[int] = struct.unpack_from(f">{number}H", plain, _HEAD.size)
    return Kept(first, tuple(options), bool(counted))


def _decrypted(value: str, secret: bytes, today: date) -> bytes | None:
    try:
        raw = urlsafe_b64decode(value.encode("ascii", "replace"))
    except (Error, ValueError):
        return None
    nonce, text = raw[:NONCE_BYTES], raw[NONCE_BYTES:]
    for day in (today, today - timedelta(days=1)):
        try:
            return _box(secret, day).decrypt(nonce, text, BOUND_TO)
        except (InvalidTag, ValueError):
            continue
    return None


@lru_cache(maxsize=4)
def _box(secret: bytes, day: date) -> AESGCM:
    """Return what seals and opens on a day, with a key of that day."""
    key = HKDF(SHA256(), 32, None, f"kysely/{day.isoformat()}".encode()).derive(secret)
    return AESGCM(key)
