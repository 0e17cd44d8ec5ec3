"""How good lists of results are, in figures."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from tests.search_quality.judged import NO_DANGER, SETS, Judged, Phrase

DEPTH = 10
"""Results that are looked at."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one judged search found."""

    judged: Judged
    found: Sequence[str]
    """Slugs, best first."""

    @property
    def rank(self) -> int | None:
        """The place of the first service that helps, from 1; None: none of the first ten does."""
        grades = self.judged.grades
        return next((n for n, slug in enumerate(self.found[:DEPTH], 1) if slug in grades), None)

    @property
    def ndcg(self) -> float:
        """How near the order is to the best one there could be, from 0 to 1."""
        grades = self.judged.grades
        ideal = sorted(grades.values(), reverse=True)
        return _gain([grades.get(slug, 0) for slug in self.found]) / _gain(ideal)


def _gain(grades: Sequence[int]) -> float:
    """Return the gain of grades in order, which counts less the further down it stands."""
    return sum((2**grade - 1) / log2(at + 2) for at, grade in enumerate(grades[:DEPTH]))


def summary(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Return the figures of some outcomes, at least one."""
    ranks = [outcome.rank for outcome in outcomes]
    return {
        "queries": len(outcomes),
        "ndcg": _mean(outcome.ndcg for outcome in outcomes),
        "mrr": _mean(1 / rank if rank else 0.0 for rank in ranks),
        "first": _mean(rank == 1 for rank in ranks),
        "failed": _mean(rank is None for rank in ranks),
    }


def _mean(values: Iterable[float]) -> float:
    every = [float(value) for value in values]
    return round(sum(every) / len(every), 4)


def by_set(outcomes: Sequence[Outcome]) -> dict[str, dict[str, float]]:
    """Return the figures of each set."""
    return {name: summary([o for o in outcomes if o.judged.set == name]) for name in SETS}


def by_group(outcomes: Sequence[Outcome], group: str) -> dict[str, dict[str, float]]:
    """Return the figures of the searches that share a `language` or a `kind`, all sets together."""
    parts: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        if name := getattr(outcome.judged, group):
            parts.setdefault(name, []).append(outcome)
    return {name: summary(parts[name]) for name in sorted(parts)}


def danger(answers: Mapping[Phrase, Sequence[str]]) -> dict[str, float]:
    """Return how well danger is recognised.

    `answers`: phrase → kinds of danger that were seen in it. `named` is the share of dangerous
    phrases whose own kind is among them.
    """
    outcomes = Counter(
        (phrase.label != NO_DANGER, bool(kinds)) for phrase, kinds in answers.items()
    )
    seen, missed, false = outcomes[True, True], outcomes[True, False], outcomes[False, True]
    named = sum(phrase.label in kinds for phrase, kinds in answers.items())
    return {
        "dangerous": seen + missed,
        "harmless": len(answers) - seen - missed,
        "recall": round(seen / (seen + missed), 4),
        "precision": round(seen / (seen + false), 4),
        "named": round(named / (seen + missed), 4),
    }
