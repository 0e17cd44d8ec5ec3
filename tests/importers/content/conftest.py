"""A copy of the sample content, to be spoilt at will."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from navigator.domain.models import Service
from navigator.importers.content.checking import check
from navigator.importers.content.reading import read
from tests import factories


@pytest.fixture
def content(tmp_path):
    return factories.sample_content(tmp_path)


@pytest.fixture
def change(content):
    """Replace what stands once in a file of the content."""

    def replace(file, old, new):
        factories.rewrite(content, file, old, new)

    return replace


@pytest.fixture
def append(content):
    """Write lines at the end of a file of the content."""

    def write(file, lines):
        with (content / file).open("a", encoding="utf-8") as opened:
            opened.write(lines)

    return write


@pytest.fixture
def mistakes(content):
    """Check the content and return its mistakes as people see them."""
    return lambda: [str(mistake) for mistake in check(read(content), day=factories.TODAY)]


@pytest.fixture
def line(content):
    """Return the number of the first line of a file that says `text`."""

    def find(file, text):
        lines = (content / file).read_text("utf-8").split("\n")
        return next(number for number, said in enumerate(lines, start=1) if text in said)

    return find


@pytest.fixture
def spoilt(change, mistakes, line):
    """Replace what stands once in a file, and return what the check says then.

    Where a mistake is on the line that says `at`, or else on that of the change, its place is left
    out.
    """

    def check_changed(file, old, new, at=None):
        change(file, old, new)
        here = f"{file}:{line(file, at or new.strip().split(chr(10))[0])}: "
        return [mistake.removeprefix(here) for mistake in mistakes()]

    return check_changed


@pytest.fixture
def reload(app, content):
    """Load the content, for the first time or once more."""
    return lambda: factories.load_content(app, content)


@pytest.fixture
def service(app):
    """Return a service as the database has it now."""
    readers = []

    def find(slug):
        readers.append(Session(app.extensions["database"]))
        return readers[-1].scalar(select(Service).where(Service.slug == slug))

    yield find
    for reader in readers:
        reader.close()
