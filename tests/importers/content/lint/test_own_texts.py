"""The lint on the project's own content."""

from navigator.config import ROOT
from navigator.importers.content.ledger import entries
from navigator.importers.content.lint import lint
from navigator.importers.content.lint.terms import terms_of
from navigator.importers.content.reading import read


def test_the_own_texts_have_no_errors_and_no_more_warnings_than_allowed():
    found = lint(read(ROOT / "content"))
    assert [str(finding) for finding in found.errors] == []
    assert found.allowed is not None
    assert found.density <= found.allowed


def test_terms_plain_words_and_the_ledger_are_as_long_as_promised():
    reading = read(ROOT / "content")
    terms = terms_of(reading)
    named = sum(len(r.value.terms) for (kind, _), r in reading.checked.items() if kind == "terms")
    assert named >= 40
    assert len(terms.officialese) >= 60
    assert len(list(entries(reading))) >= 211
