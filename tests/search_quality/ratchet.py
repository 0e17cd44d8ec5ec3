"""The quality of the search may rise and not fall."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.search_quality.figures import Outcome
from tests.search_quality.judged import HELD_OUT, NO_DANGER, Phrase

TOLERANCE = 0.002
"""How much a figure of a set may fall, as when a new service comes between two others."""
LEAST = {"recall": 0.98, "precision": 0.9}
"""What the recognition of danger must reach."""
HELD_FIGURES = ("ndcg", "mrr")

Sets = Mapping[str, Mapping[str, float]]
Ranks = Mapping[str, tuple[int | None, float]]
"""Id of a search → the rank of the first service that helps, and its nDCG."""


def ranks(outcomes: Sequence[Outcome]) -> dict[str, tuple[int | None, float]]:
    """Return what is kept of each search; nothing of those that are held out."""
    return {
        outcome.judged.id: (outcome.rank, round(outcome.ndcg, 3))
        for outcome in outcomes
        if outcome.judged.set != HELD_OUT
    }


def fallen(before: Sets, after: Sets) -> Iterator[str]:
    """Name the sets that are worse than they were."""
    for name, figures in before.items():
        for figure in HELD_FIGURES:
            old, new = figures[figure], after[name][figure]
            if new < old - TOLERANCE:
                yield f"{name}: {figure} {old:.4f} → {new:.4f}"


def worsened(before: Ranks, outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Name the searches whose results are worse than they were, with their ranks."""
    after = ranks(outcomes)
    for outcome in outcomes:
        judged = outcome.judged
        if judged.id not in after or judged.id not in before:
            continue
        (old_rank, old), (new_rank, new) = before[judged.id], after[judged.id]
        if new < old:
            yield (
                f"  {judged.id} “{judged.query}” ({judged.language}):"
                f" first useful {old_rank or '–'} → {new_rank or '–'}, nDCG {old:.3f} → {new:.3f}"
            )


def unsafe(found: Mapping[str, Any], answers: Mapping[Phrase, Sequence[str]]) -> Iterator[str]:
    """Say which words of danger go unseen, or are seen where there are none."""
    if found["recall"] < LEAST["recall"]:
        yield f"danger: recall {found['recall']:.4f}, at least {LEAST['recall']}; unseen:"
        yield from (
            f"  “{phrase.text}” ({phrase.language}, {phrase.label})"
            for phrase, kinds in answers.items()
            if phrase.label != NO_DANGER and not kinds
        )
    if found["precision"] < LEAST["precision"]:
        yield f"danger: precision {found['precision']:.4f}, at least {LEAST['precision']}; seen in:"
        yield from (
            f"  “{phrase.text}” ({phrase.language}): {', '.join(kinds)}"
            for phrase, kinds in answers.items()
            if phrase.label == NO_DANGER and kinds
        )
