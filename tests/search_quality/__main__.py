"""`python -m tests.search_quality`: how well the search finds, and that it finds no worse."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import click

from navigator.directory.search_figures import FILE, search_figures
from navigator.domain.hours import HELSINKI
from tests.search_quality import ratchet, report
from tests.search_quality.asking import search
from tests.search_quality.figures import Outcome, by_group, by_set, danger, summary
from tests.search_quality.judged import BEST, HELD_OUT, Phrase, phrases, searches

Answers = dict[Phrase, tuple[str, ...]]


@click.command()
@click.option("--check", is_flag=True, help="Fail when the search is worse than it was.")
@click.option("--write", is_flag=True, help="Keep the figures as what the search must reach.")
@click.option("--worst", type=int, default=0, help="Show so many of the worst lists of results.")
def main(*, check: bool, write: bool, worst: int) -> None:
    """Ask every judged search and sum up what it finds."""
    with search() as asked:
        outcomes = [asked.outcome(judged) for judged in searches()]
        answers = {phrase: asked.kinds(phrase) for phrase in phrases()}
        found = figures(outcomes, answers, asked.snapshot.analyser.name)
    click.echo("\n".join(report.chapter(found)))
    click.echo("\n".join(_worst(outcomes, worst)))
    if check:
        _check(found, outcomes, answers)
    if write:
        _write(found, outcomes)


def figures(outcomes: Sequence[Outcome], answers: Answers, analyser: str) -> dict[str, Any]:
    """Return everything that is shown and held."""
    return {
        "day": datetime.now(HELSINKI).date().isoformat(),
        "analyser": analyser,
        "all": summary(outcomes),
        "sets": by_set(outcomes),
        "languages": by_group(outcomes, "language"),
        "kinds": by_group(outcomes, "kind"),
        "danger": danger(answers),
    }


def _check(found: dict[str, Any], outcomes: Sequence[Outcome], answers: Answers) -> None:
    """End with an error, and say why, when the search or its words of danger got worse."""
    before = search_figures()
    said = list(ratchet.fallen(before["sets"], found["sets"]))
    if said:
        said += ratchet.worsened(json.loads(report.RANKS.read_text("utf-8")), outcomes)
    said += ratchet.unsafe(found["danger"], answers)
    if said and before["analyser"] != found["analyser"]:
        said.append(f"The figures kept were made with {before['analyser']}.")
    if said:
        raise click.ClickException("the search is worse than it has to be\n" + "\n".join(said))


def _write(found: dict[str, Any], outcomes: Sequence[Outcome]) -> None:
    FILE.write_text(report.as_lines(found), "utf-8")
    report.RANKS.write_text(report.as_lines(ratchet.ranks(outcomes)), "utf-8")
    page = report.CHAPTER.read_text("utf-8")
    report.CHAPTER.write_text(report.with_chapter(page, found), "utf-8")


def _worst(outcomes: Sequence[Outcome], number: int) -> Iterator[str]:
    """Show the worst lists of results; none that is held out."""
    shown = [outcome for outcome in outcomes if outcome.judged.set != HELD_OUT]
    for outcome in sorted(shown, key=lambda outcome: outcome.ndcg)[:number]:
        judged = outcome.judged
        yield f"\n{judged.id} “{judged.query}” ({judged.language}), nDCG {outcome.ndcg:.3f}"
        best = [slug for slug, grade in judged.grades.items() if grade == BEST]
        also = [slug for slug in judged.grades if slug not in best]
        yield f"  best: {', '.join(best)}\n  also: {', '.join(also)}"
        marks = (f"{judged.grades.get(slug, 0)} {slug}" for slug in outcome.found)
        yield f"  found: {', '.join(marks)}"


if __name__ == "__main__":
    main()
