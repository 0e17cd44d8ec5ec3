"""Codes and handovers for tests."""

import secrets
from typing import Any

from navigator.handover import Store, code_of, in_groups


def any_code() -> str:
    """Return a code that opens nothing, in groups."""
    return in_groups(code_of(secrets.token_bytes()))


def create(store: Store, *given: Any) -> str:
    """Make a handover with a ticket of its own, and return its code."""
    made = store.create(*given, ticket=secrets.token_hex(), address="192.0.2.3")
    assert made is not None
    return made.code
