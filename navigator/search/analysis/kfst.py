"""Finnish words read by pyvoikko, which brings the dictionary with it: for laptops.

Slower and larger than libvoikko, and under the GPL: a tool of developers, never a dependency.
"""

import re
from importlib import import_module
from threading import Lock
from typing import Any

from navigator.search.analysis.compounds import Reading

NAME = "pyvoikko"
_UNSEEN = re.compile(r"\[X[prj]\].*?\[X\]")
"""Base forms, structures and endings, which stand in the output beside the word itself."""
_CUT = re.compile(r"\[B[cm]\]|-")
"""Where a compound is cut."""
_TAG = re.compile(r"\[[^\]]*\]")
_ROOT = re.compile(r"\[Xp\](.*?)\[X\]")
_DERIVED = "[Xj]"
"""Stands before an ending that makes another word."""
_JOINTS = re.compile(r"[-=]")


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
    pieces = _CUT.split(_UNSEEN.sub("", analysis.FSTOUTPUT))
    end = analysis.FSTOUTPUT.rpartition("[Bc]")[2]
    return Reading(
        base="".join(_plain(part.FORM) for part in parts[:-1]) + _plain(parts[-1].BASEFORM),
        segments=tuple(filter(None, (_plain(_TAG.sub("", piece)) for piece in pieces))),
        word_class=parts[-1].CLASS or "",
        case=parts[-1].SIJAMUOTO,
        roots=tuple(map(_plain, _ROOT.findall(end)[:1])) if _DERIVED in end else (),
    )


def _plain(text: str) -> str:
    return _JOINTS.sub("", text).lower()
