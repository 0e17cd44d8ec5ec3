"""Run the whole proof."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from itertools import accumulate
from statistics import median
from typing import Any

from navigator.questionnaire.proof import effects, people, reach, texts
from navigator.questionnaire.proof.paths import routes
from navigator.questionnaire.proof.situations import Ground
from navigator.questionnaire.proof.trials import try_all

MOST_QUESTIONS = 10
MEDIAN_QUESTIONS = 7


@dataclass
class Report:
    """What was proved, in numbers, and every failure as a sentence."""

    paths: int = 0
    """Distinct ways to answer all questions."""
    routes: int = 0
    """Distinct orders in which questions are asked."""
    longest: int = 0
    """Questions on the longest path."""
    median_path: float = 0
    """Questions on the median path, over all paths."""
    median_people: float = 0
    """Questions that the median of the people in the tables is asked."""
    situations: int = 0
    """Needs × situations × municipalities × ways of contact."""
    contacts: int = 0
    """Contacts looked at."""
    plans: int = 0
    """Whole plans made and looked at."""
    people: int = 0
    languages: int = len(texts.LANGUAGES)
    failures: list[str] = field(default_factory=list)
    by_fallback: dict[str, int] = field(default_factory=dict)
    """Need → ways of contact × municipalities in which only a fallback is reachable."""
    hints: list[str] = field(default_factory=list)
    """What an editor may want to look at, though it is no failure."""

    def data(self) -> dict[str, Any]:
        """Return the report as plain values."""
        return asdict(self)


def prove(ground: Ground, trials: Iterable[people.Trial]) -> Report:
    """Prove everything that is to hold of the questionnaire and the public services."""
    report = Report()
    _paths(ground, report)
    _people(ground, list(trials), report)
    tried = try_all(ground)
    report.plans = tried.plans
    report.failures += tried.failures
    report.failures += texts.missing(ground.questionnaire)
    for check in (
        reach.named_services,
        reach.fallbacks,
        reach.emergencies,
        reach.needs_met,
        reach.services_found,
        effects.ways_on,
        effects.options_without_effect,
        effects.dead_needs,
        effects.dead_bars,
        effects.dead_phrases,
    ):
        report.failures += check(ground)
    report.failures += effects.dead_rules(ground, tried.rules)
    report.by_fallback = dict(Counter(need for need, _, _ in reach.only_by_fallback(ground)))
    report.hints += effects.options_alike(ground)
    report.situations = _situations(ground)
    report.contacts = ground.contacts_checked
    return report


def _paths(ground: Ground, report: Report) -> None:
    """Count the paths, and report those that are too long."""
    found = Counter[int]()
    for route, number in routes(ground.questionnaire).items():
        found[len(route)] += number
        report.routes += 1
    report.paths = found.total()
    report.longest = max(found)
    report.median_path = _median(found)
    if report.longest > MOST_QUESTIONS:
        report.failures.append(f"A path asks {report.longest} questions, over {MOST_QUESTIONS}.")
    if report.median_path > MEDIAN_QUESTIONS:
        report.failures.append(f"The median path asks over {MEDIAN_QUESTIONS} questions.")


def _median(numbers: Counter[int]) -> float:
    """Return the median of values that come so many times each."""
    values = sorted(numbers)
    passed = accumulate(numbers[value] for value in values)
    half = numbers.total() / 2
    return next(value for value, number in zip(values, passed, strict=True) if number >= half)


def _people(ground: Ground, trials: list[people.Trial], report: Report) -> None:
    report.people = len(trials)
    asked = [people.number_asked(ground.questionnaire, trial) for trial in trials]
    report.median_people = median(asked) if asked else 0
    for trial in trials:
        report.failures += people.check(ground, trial)
    if report.median_people > MEDIAN_QUESTIONS:
        report.failures.append(f"Half of the people are asked over {MEDIAN_QUESTIONS} questions.")


def _situations(ground: Ground) -> int:
    situations = sum(map(len, ground.situations.values()))
    return situations * len(ground.municipalities) * len(ground.wishes)
