"""`flask content …`: check, lint, load and export the files in `content/`."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy import select

from navigator.config import ROOT, Settings
from navigator.domain.hours import HELSINKI
from navigator.domain.models import Gap, SiteState
from navigator.extensions import db
from navigator.importers.content.checking import check
from navigator.importers.content.exporting import export
from navigator.importers.content.loading import Report, load
from navigator.importers.content.reading import Reading, digest, read
from navigator.importers.content.rows.context import Rows

MOST_LISTED = 20
"""Records that a report names one by one."""

COVERAGE = ROOT / "docs" / "content" / "coverage.md"

content = AppGroup("content")


class ContentRefused(click.ClickException):
    """The content files have mistakes, or would leave somebody without help."""


@content.command("check")
def check_content() -> None:
    """Report every mistake in the content files, each with its line."""
    reading = _checked()
    services = len(reading.of("services"))
    click.echo(f"Content is sound: {len(reading.records)} files, {services} services.")


@content.command("lint")
@click.option("--warnings", is_flag=True, help="Name each warning, not only their number.")
@click.option("--lower", is_flag=True, help="Allow from now on only as many warnings as there are.")
@click.option("--confirm", multiple=True, help="These translations were looked at: kind/slug, all.")
def lint_content(warnings: bool, lower: bool, confirm: tuple[str, ...]) -> None:
    """Report texts that are hard to read, wrongly written or not translated."""
    from navigator.importers.content.lint import lint
    from navigator.importers.content.lint.terms import lower_warnings

    if confirm:
        _confirm(confirm)
    found = lint(_checked())
    _list(found.findings if warnings else found.errors, found.by_rule)
    if found.errors:
        raise click.ClickException(f"{len(found.errors)} errors in {found.texts} texts")
    if found.allowed is not None and found.density > found.allowed:
        raise click.ClickException(
            f"{found.density} warnings on a thousand texts, and at most {found.allowed} are allowed"
            " (content/terms/warnings.yaml): see them with --warnings"
        )
    if lower:
        settings: Settings = current_app.config["SETTINGS"]
        lower_warnings(settings.content, found.density)
    click.echo(
        f"Texts are sound: {found.texts} texts, 0 errors, {len(found.warnings)} warnings,"
        f" {found.density} on a thousand texts."
    )


def _list(findings: Iterable[object], by_rule: Mapping[str, int]) -> None:
    """Name findings one by one, and count all of them by rule."""
    for finding in findings:
        click.echo(f"content/{finding}")
    for rule, count in sorted(by_rule.items()):
        click.echo(f"  {rule}: {count}")


def _confirm(names: tuple[str, ...]) -> None:
    """Write down that the translations of these records match their Finnish."""
    from navigator.importers.content.lint.confirmed import confirm
    from navigator.importers.content.lint.terms import terms_of

    settings: Settings = current_app.config["SETTINGS"]
    reading = _checked()
    number = confirm(reading, settings.content, names, terms_of(reading).translated)
    if not number:
        raise click.ClickException(f"no such record: {', '.join(names)}; expected kind/slug")
    click.echo(f"Translations confirmed: {number} records.")


@content.command("coverage")
@click.option("--write", is_flag=True, help="Write docs/content/coverage.md.")
@click.option("--check", "only_check", is_flag=True, help="Fail when that page is out of date.")
def cover_content(write: bool, only_check: bool) -> None:
    """Show what reaches each municipality, and what became of each researched fact."""
    from navigator.importers.content.coverage import page

    text = page(_checked())
    if write:
        COVERAGE.write_text(text, encoding="utf-8")
        click.echo(f"Wrote {COVERAGE.relative_to(ROOT)}.")
    elif not only_check:
        click.echo(text)
    elif not COVERAGE.exists() or COVERAGE.read_text(encoding="utf-8") != text:
        raise click.ClickException(
            "docs/content/coverage.md is out of date: run flask content coverage --write"
        )
    else:
        click.echo("Coverage page is up to date.")


@content.command("load")
@click.option("--reason", default="Loaded from the content files.", help="Kept in the history.")
def load_content(reason: str) -> None:
    """Bring the database in line with the content files, keeping what editors changed."""
    settings: Settings = current_app.config["SETTINGS"]
    found = digest(settings.content)
    with db.reading() as session:
        state = session.get(SiteState, 1)
        if state is not None and state.content_digest == found:
            click.echo("Content: nothing changed since the last load.")
            return
    _tell(_load(_checked(), found, reason))


def _load(reading: Reading, found: str, reason: str) -> Report:
    """Load what was read: whole and leaving nobody without help, or nothing of it."""
    from navigator.guide.publishing import LeavesEmptyHanded, refuse_to_leave_anyone

    try:
        with db.reading() as before, db.writing() as session:
            report = load(session, reading, digest=found, now=datetime.now(UTC), reason=reason)
            refuse_to_leave_anyone(session, before, today())
    except LeavesEmptyHanded as error:
        for failure in error.failures[:MOST_LISTED]:
            click.echo(failure, err=True)
        raise ContentRefused(
            f"not loaded, for it would leave people without help in {len(error.failures)} ways"
            " (all of them: flask guide prove)"
        ) from error
    return report


@content.command("export")
@click.argument("target", type=click.Path(path_type=Path, file_okay=False), required=False)
@click.option("--force", is_flag=True, help="Overwrite files that were edited since the last load.")
def export_content(target: Path | None, *, force: bool) -> None:
    """Write the database as content files into TARGET, by default back into content/."""
    settings: Settings = current_app.config["SETTINGS"]
    target = target or settings.content
    with db.reading() as session:
        exported = export(session, target, Rows(session, datetime.now(UTC)), force=force)
    for kind, slug in exported.written:
        click.echo(f"  wrote {kind}/{slug}")
    for kind, slug in exported.spared:
        click.echo(f"  left alone, edited since the last load: {kind}/{slug}")
    click.echo(
        f"Exported: {len(exported.written)} files written, {exported.same} already the same,"
        f" {len(exported.spared)} left alone."
    )
    if exported.spared:
        raise click.ClickException(
            "load the edited files and settle their conflicts, or overwrite them with --force"
        )


def _checked() -> Reading:
    """Read the content, or end with every mistake there is."""
    settings: Settings = current_app.config["SETTINGS"]
    reading = read(settings.content)
    mistakes = check(reading, day=today())
    if mistakes:
        for mistake in mistakes:
            click.echo(f"content/{mistake}", err=True)
        number = "1 mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
        raise ContentRefused(f"{number} in the content files")
    return reading


def today() -> date:
    """Return the day it is in Finland."""
    return datetime.now(HELSINKI).date()


def _tell(report: Report) -> None:
    """Say what a load did, record by record where somebody may want to look."""
    for word, keys in (
        ("renamed", report.renamed),
        ("created", report.created),
        ("changed", report.changed),
        ("left as changed in the database", report.kept),
        ("no longer among the files, left in the database", report.gone),
    ):
        for kind, slug in keys[:MOST_LISTED]:
            click.echo(f"  {word}: {kind}/{slug}")
        if len(keys) > MOST_LISTED:
            click.echo(f"  {word}: {len(keys) - MOST_LISTED} more")
    for (kind, slug), conflicts in report.conflicts.items():
        for conflict in conflicts:
            click.echo(
                f"  conflict: {kind}/{slug} {conflict.field}: kept {conflict.database!r},"
                f" the file says {conflict.file!r}"
            )
    click.echo(
        f"Content loaded: {len(report.created)} created, {len(report.changed)} changed,"
        f" {len(report.unchanged)} unchanged, {len(report.kept)} kept as edited,"
        f" {len(report.conflicts)} in conflict."
    )


@content.command("gaps")
@click.option("--municipality", help="Only what is missing in this municipality, by slug.")
def list_gaps(municipality: str | None) -> None:
    """List what nobody has found out yet, and whom one would ask."""
    with db.reading() as session:
        gaps = session.scalars(select(Gap).order_by(Gap.owner_kind, Gap.owner_slug, Gap.position))
        shown = [
            gap
            for gap in gaps
            if municipality is None
            or municipality in gap.municipalities
            or (gap.owner_kind, gap.owner_slug) == ("municipalities", municipality)
        ]
        for gap in shown:
            where = ", ".join(gap.municipalities)
            click.echo(f"{gap.owner_slug}: {gap.what}{f' ({where})' if where else ''}: {gap.ask}")
    click.echo(f"{len(shown)} gaps.")
