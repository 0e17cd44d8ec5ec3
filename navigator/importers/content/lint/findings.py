"""What the lint finds: a mistake, the rule it breaks and how grave that is."""

from typing import Literal, NamedTuple

from navigator.importers.content.lint.texts import Text
from navigator.importers.content.mistakes import Mistake

Level = Literal["error", "warning"]


class Finding(NamedTuple):
    """One thing to mend in a text."""

    level: Level
    rule: str
    """Short name of the rule: `long-sentence`."""
    mistake: Mistake

    def __str__(self) -> str:
        """Say it on one line, where it stands first."""
        return f"{self.mistake} [{self.level}: {self.rule}]"


def error(rule: str, text: Text, message: str) -> Finding:
    """Find what must be mended."""
    return Finding("error", rule, text.mistake(message))


def warning(rule: str, text: Text, message: str) -> Finding:
    """Find what ought to be mended and is counted until it is."""
    return Finding("warning", rule, text.mistake(message))
