"""`flask …`: one module for each group of commands, loaded when one of its commands is run.

So workers, which run none, do not carry what commands need.
"""

from importlib import import_module

import click

GROUPS = {
    "catalogue": "The interface sentences in Finnish and Swedish.",
    "content": "Check, load and export the content files.",
    "database": "The schema and copies of the database.",
    "feedback": "What people reported of listings.",
    "guide": "The questionnaire.",
    "search": "The search index.",
    "statistics": "Counts of use, without personal data.",
}
"""Group → what it is for; its commands stand in the module of the same name."""


class Group(click.Group):
    """A group of commands that is not loaded before it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return self._loaded().list_commands(ctx)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        return self._loaded().get_command(ctx, cmd_name)

    def _loaded(self) -> click.Group:
        group: click.Group = getattr(import_module(f"{__name__}.{self.name}"), self.name or "")
        return group


def groups() -> list[Group]:
    """Return every group of commands."""
    return [Group(name, help=told) for name, told in GROUPS.items()]
