"""Finnish words read by pyvoikko, which brings the dictionary with it: for laptops.

Slower and larger than libvoikko, and under the GPL: a tool of developers, never a dependency.
"""

from importlib import import_module
from threading import Lock
from typing import Any

from navigator.search.analysis.compounds import Reading

NAME = "pyvoikko"


class KfstVoikko:
    """Reads Finnish words with the dictionary of pyvoikko."""

    def __init__(self) -> None:
        """Load the dictionary; ImportError when it is not installed."""
        self._analyse = import_module("pyvoikko").analyse
        self._lock = Lock()
        self.name = NAME

    def __call__(self, word: str) -> list[Reading]:
        """Return every way to understand `word`."""
        with self._lock:
            found = self._analyse(word)
        return [_reading(analysis) for analysis in found]


def _reading(analysis: Any) -> Reading:
    parts = analysis.COMPOUND_PARTS or [analysis]
    segments = (part.FORM.lower().replace("-", "") for part in parts)
    return Reading(
        base=analysis.BASEFORM.lower(),
        segments=tuple(segment for segment in segments if segment),
        word_class=analysis.CLASS or "",
        case=analysis.SIJAMUOTO,
    )
