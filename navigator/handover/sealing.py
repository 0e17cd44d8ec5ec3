"""Keys from a code, and payloads that nobody opens without it.

code → argon2id (64 MiB, 3 rounds) → HKDF → a name to look up by, and a key that is never kept.
"""

import os
from dataclasses import dataclass, field
from hashlib import sha256
from threading import BoundedSemaphore

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

MEMORY_KIB, ROUNDS, LANES = 64 * 1024, 3, 1
LOOKUP_BYTES, KEY_BYTES, NONCE_BYTES = 16, 32, 12
BLOCK = 1024
"""Bytes that payloads are filled up to, so that their length tells little."""
_LENGTH_BYTES = 4
_AT_ONCE = BoundedSemaphore(2)
"""Derivations of one process at a time: each takes 64 MiB."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What a code opens."""

    lookup: bytes
    key: bytes = field(repr=False)

    @property
    def mark(self) -> str:
        """Eight letters that tell handovers apart in the audit, and lead nowhere."""
        return sha256(self.lookup).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Sealed:
    """A payload that only its key opens."""

    nonce: bytes
    text: bytes = field(repr=False)


def keys_of(code: str, pepper: bytes) -> Keys:
    """Derive the keys of a code, as `read_code` returns it. Takes about a tenth of a second."""
    salt = sha256(b"handover-salt" + pepper).digest()[:16]
    with _AT_ONCE:
        secret = hash_secret_raw(code.encode(), salt, ROUNDS, MEMORY_KIB, LANES, KEY_BYTES, Type.ID)
    return Keys(
        lookup=_expanded(secret, LOOKUP_BYTES, b"handover/lookup/v1"),
        key=_expanded(secret, KEY_BYTES, b"handover/key/v1"),
    )


def seal(payload: bytes, keys: Keys, bound_to: bytes) -> Sealed:
    """Encrypt a payload so that it opens only with the same key and the same `bound_to`."""
    nonce = os.urandom(NONCE_BYTES)
    return Sealed(nonce, AESGCM(keys.key).encrypt(nonce, _padded(payload), bound_to))


def unseal(sealed: Sealed, keys: Keys, bound_to: bytes) -> bytes | None:
    """Return the payload, or None when it was changed or belongs elsewhere."""
    try:
        padded = AESGCM(keys.key).decrypt(sealed.nonce, sealed.text, bound_to)
    except InvalidTag:
        return None
    length = int.from_bytes(padded[:_LENGTH_BYTES])
    return padded[_LENGTH_BYTES : _LENGTH_BYTES + length]


def _expanded(secret: bytes, length: int, purpose: bytes) -> bytes:
    return HKDFExpand(SHA256(), length, purpose).derive(secret)


def _padded(payload: bytes) -> bytes:
    told = len(payload).to_bytes(_LENGTH_BYTES) + payload
    return told + bytes(-len(told) % BLOCK)
