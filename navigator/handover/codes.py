"""Codes that can be read aloud: thirteen random characters and one that catches slips.

The alphabet is Crockford's base 32, without I, L, O and U. Shape: `E71GZ-SQ0PX-6B0V`.
"""

from typing import Literal

from navigator.domain.errors import NavigatorError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RANDOM_CHARACTERS = 13
"""65 bits: too many to guess even without a limit on tries."""
LENGTH = RANDOM_CHARACTERS + 1
GROUPS = (5, 5, 4)
SEED_BYTES = 9
"""Of a seed, as many as hold the random characters."""
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_SEPARATORS = str.maketrans("", "", " -–—.\u00a0\t\n")


class WrongCode(NavigatorError):
    """What was typed cannot be a code. `why` is for a kind sentence."""

    def __init__(self, why: Literal["length", "character", "slip"]) -> None:
        super().__init__(f"not a code: {why}")
        self.why = why


def code_of(seed: bytes) -> str:
    """Return the code of a seed, without groups; it is as random as the seed's first bytes."""
    number = int.from_bytes(seed[:SEED_BYTES])
    random = "".join(ALPHABET[number >> 5 * place & 31] for place in range(RANDOM_CHARACTERS))
    return random + _check_character(random)


def read_code(text: str) -> str:
    """Return a typed code without groups; small letters, spaces and O, I, L are understood.

    Raises WrongCode when it has another length, a character that no code has, or a slip.
    """
    code = text.translate(_SEPARATORS).upper().translate(_READ_AS)
    if len(code) != LENGTH:
        raise WrongCode("length")
    if not set(code) <= set(ALPHABET):
        raise WrongCode("character")
    if _check_character(code[:-1]) != code[-1]:
        raise WrongCode("slip")
    return code


def in_groups(code: str) -> str:
    """Return a code as people say it: in groups."""
    parts, at = [], 0
    for length in GROUPS:
        parts.append(code[at : at + length])
        at += length
    return "-".join(parts)


def _check_character(code: str) -> str:
    """Return Luhn's check character, in base 32: it catches any one wrong character."""
    total, factor = 0, 2
    for character in reversed(code):
        product = factor * ALPHABET.index(character)
        total += product // len(ALPHABET) + product % len(ALPHABET)
        factor = 3 - factor
    return ALPHABET[-total % len(ALPHABET)]
