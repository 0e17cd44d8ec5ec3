"""Single texts and the sample content, as the lint sees them."""

import pytest

from navigator.importers.content.lint import lint
from navigator.importers.content.lint.texts import Text, Trio
from navigator.importers.content.reading import ContentRecord, read

RECORD = ContentRecord("services", "sample", "services/sample.yaml", "", {}, None)


@pytest.fixture
def text():
    """Make one text of a service's description."""

    def make(value, *, language="fi", field="description", easy=False):
        return Text(RECORD, (field, language), field, language, value, easy)

    return make


@pytest.fixture
def trio(text):
    """Make one text in its three languages."""
    return lambda fi, sv, en: Trio(text(fi), text(sv, language="sv"), text(en, language="en"))


@pytest.fixture
def rules():
    """Name the rules of findings, with how grave they are."""
    return lambda findings: [f"{finding.level} {finding.rule}" for finding in findings]


@pytest.fixture
def found(content):
    """Lint the sample content and name where each rule is broken."""
    return lambda: [(f.rule, f.mistake.path, f.mistake.field) for f in lint(read(content)).findings]
