"""Finnish words read by libvoikko, through its own Python wrapper."""

import re
from threading import Lock
from typing import Any

from libvoikko import Voikko, VoikkoException

from navigator.search.analysis.compounds import Reading

NAME = "libvoikko"
_BASE = re.compile(r"\(([^)]*)\)")
"""In `+masenn(masentaa)+us(+us)`: the word that is the base of each piece, endings with a plus."""
_JOINTS = re.compile(r"[-=]")


class LibVoikko:
    """Reads Finnish words. One handle, one lock: shared without it, the process dies."""

    def __init__(self) -> None:
        """Open the library; OSError or VoikkoException when it or its dictionary is missing."""
        self._handle = Voikko("fi")
        self._lock = Lock()
        self.name = f"{NAME} {Voikko.getVersion()}"

    def __call__(self, word: str) -> list[Reading]:
        """Return every way to understand `word`."""
        with self._lock:
            found = self._handle.analyze(word)
        return [_reading(word, analysis) for analysis in found]


def _reading(word: str, analysis: dict[str, Any]) -> Reading:
    bases = _BASE.findall(analysis.get("WORDBASES", ""))
    roots = [_JOINTS.sub("", base).lower() for base in bases if not base.startswith("+")]
    is_derived = len(bases) > 1 and bases[-1].startswith("+") and bool(roots)
    return Reading(
        base=analysis.get("BASEFORM", word).lower(),
        segments=_segments(word, analysis.get("STRUCTURE", "")),
        word_class=analysis.get("CLASS", ""),
        case=analysis.get("SIJAMUOTO"),
        roots=tuple(roots[-1:]) if is_derived else (),
    )


def _segments(word: str, structure: str) -> tuple[str, ...]:
    """Cut `word` where its structure, `=pppp=ppp` with a sign for each letter, has `=`."""
    segments, at = [""], 0
    for sign in structure:
        if sign == "=":
            segments.append("")
        elif at < len(word):
            segments[-1] += "" if word[at] == "-" else word[at]
            at += 1
    return tuple(segment for segment in segments if segment) or (word,)


Unavailable = (OSError, VoikkoException)
"""What opening the library raises on a machine without it."""
