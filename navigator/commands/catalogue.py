"""`flask catalogue …`: the interface sentences, collected, checked and compiled."""

import click
from flask.cli import AppGroup

from navigator.i18n import catalogues

catalogue = AppGroup("catalogue")


@catalogue.command("extract")
def extract_sentences() -> None:
    """Collect the sentences from the code into the catalogues; new ones wait for a translation."""
    found = catalogues.collect()
    for language in catalogues.TRANSLATED:
        came, left = catalogues.update(language, found)
        click.echo(f"{language}: {came} new, {left} no longer used.")


@catalogue.command("check")
def check_sentences() -> None:
    """Fail unless every sentence is translated, certain, and keeps its placeholders."""
    found = catalogues.collect()
    problems = [
        problem
        for language in catalogues.TRANSLATED
        for problem in catalogues.problems(language, found)
    ]
    if problems:
        raise click.ClickException("\n".join(["the catalogues are not complete:", *problems]))
    click.echo(f"{len(found)} sentences, all in Finnish and Swedish.")


@catalogue.command("compile")
def compile_sentences() -> None:
    """Compile the catalogues that changed."""
    languages = catalogues.compile_stale()
    click.echo(f"Compiled {', '.join(languages)}." if languages else "The catalogues are compiled.")
