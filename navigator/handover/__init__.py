"""A warm handover: what a resident chose to share, sealed under a code that only they know.

Values and a store, without the web. How and why: docs/decisions/0019-handover.md.
"""

from navigator.handover.codes import WrongCode, code_of, in_groups, read_code
from navigator.handover.store import LIFE, LONGEST, SHORTEST, Store, TooManyTries
from navigator.handover.summary import Opened, Reply, Status, Summary

__all__ = [
    "LIFE",
    "LONGEST",
    "SHORTEST",
    "Opened",
    "Reply",
    "Status",
    "Store",
    "Summary",
    "TooManyTries",
    "WrongCode",
    "code_of",
    "in_groups",
    "read_code",
]
