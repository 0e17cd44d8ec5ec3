"""What keeps content from being published: somebody whom it would leave empty-handed.

This is the part of the proof that is quick enough to be asked at every publish, of all content or
of one service: facts in, sentences out. The rest of the proof looks for rules, options and texts
that are not as they should be, and for the plans of people in the tables; it runs in `make check`.
"""

from collections.abc import Callable

from navigator.questionnaire.proof import reach
from navigator.questionnaire.proof.situations import Ground

CHECKS = (reach.named_services, reach.fallbacks, reach.emergencies, reach.needs_met)


def failures(ground: Ground) -> tuple[str, ...]:
    """Return every way in which these services leave somebody without help."""
    return tuple(failure for check in CHECKS for failure in check(ground))


def refusals(after: Ground, before: Callable[[], Ground | None]) -> tuple[str, ...]:
    """Return what would fail after a publish and does not fail already.

    What failed before must not keep anybody from mending it bit by bit. `before` is asked only
    when something fails, and returns None when nothing has been published yet.
    """
    found = failures(after)
    old = before() if found else None
    known = failures(old) if old else ()
    return tuple(failure for failure in found if failure not in known)
