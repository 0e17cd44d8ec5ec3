"""`make bench`: measure on this machine, print, and with `--write` keep the figures."""

import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from math import inf
from pathlib import Path

import click

from navigator.i18n import catalogues
from navigator.system_packages import install
from tests.bench.load import has_wrk
from tests.bench.measuring import Plan, Results, measure
from tests.bench.report import Occasion, report
from tests.bench.sites import Site, sites

PAGE = Path(__file__).parents[2] / "docs" / "performance.md"
SIZES, ROUNDS, BURST = (200, 2_000, 20_000), 5, 1.0
LAST_ROUND = 205.0
"""Seconds after which no further round begins, so that a run ends within four minutes when nothing
else keeps the machine busy."""
QUICK_SIZES, QUICK_BURST, QUICK_PEOPLE = (20, 60), 0.2, 2


@click.command()
@click.option("--quick", is_flag=True, help="Only see that everything works, in half a minute.")
@click.option("--write", is_flag=True, help=f"Write the figures into docs/{PAGE.name}.")
@click.option("--rounds", type=click.IntRange(1, 50), help="As many rounds, however long it takes.")
def main(quick: bool, write: bool, rounds: int | None) -> None:
    """Measure how fast the pages are on this machine."""
    occasion, begun = Occasion(datetime.now(UTC), os.getloadavg()[0]), time.monotonic()
    if quick:
        results = run(QUICK_SIZES, Plan(rounds or 1, QUICK_BURST, inf, QUICK_PEOPLE))
    else:
        _see_to_wrk()
        until = inf if rounds else begun + LAST_ROUND
        results = run(SIZES, Plan(rounds or ROUNDS, BURST, until))
    text = report(results, occasion, time.monotonic() - begun)
    click.echo(text)
    if write:
        PAGE.write_text(text, "utf-8")
    _refuse(results)


def run(numbers: tuple[int, ...], plan: Plan) -> Results:
    """Make sites with so many services and measure them, in a folder that goes away."""
    catalogues.compile_stale()
    with tempfile.TemporaryDirectory(prefix="navigator-bench-") as name:
        _compile_once(Path(name) / "compiled")
        made = [_told(site) for site in sites(Path(name), numbers)]
        return measure(plan, made, Path(name))


def _compile_once(folder: Path) -> None:
    """Let servers find their modules compiled, as after a first start, and leave none behind."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)


def _told(site: Site) -> Site:
    """Say that a site is ready."""
    click.echo(
        f"{site.size:,} services: written in {site.generation:.1f} s,"
        f" indexed in {site.build:.1f} s.",
        err=True,
    )
    return site


def _see_to_wrk() -> None:
    """Install wrk where that is allowed; otherwise say what to do for better figures."""
    if has_wrk():
        return
    try:
        if os.geteuid() == 0:
            install(["wrk"])
    except (OSError, subprocess.CalledProcessError):
        pass  # no Debian, or no network: our own client does
    if not has_wrk():
        click.echo("Without wrk our own client asks: `sudo apt install wrk` is better.", err=True)


def _refuse(results: Results) -> None:
    """End with an error when pages failed or ask more of a larger database."""
    failures = sum(sample.failures for sample in results.samples.values())
    if failures:
        sys.exit(f"{failures} requests failed.")
    if growing := results.growing_pages:
        sys.exit(f"The statements of these pages grow with the number of services: {growing}.")


if __name__ == "__main__":
    main()
