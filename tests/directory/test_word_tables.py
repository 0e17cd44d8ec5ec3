"""The tables of words are made anew beside the requests, and only when they changed."""

import threading

import pytest

from navigator.directory import word_tables
from navigator.directory.word_tables import WordTables
from navigator.domain.models import SynonymList
from navigator.search.analysis import analyser
from tests.directory.county import MOMENT


@pytest.fixture
def made(app, county):
    county.publish()
    with app.app_context():
        yield WordTables()


def add_words(county):
    content = {"entries": [{"keys": ["esimerkkisana"], "means": ["velka"]}]}
    county.add(SynonymList(slug="sample", language="fi", content=content, modified=MOMENT))
    county.session.commit()


def test_tables_whose_rows_stayed_the_same_serve_the_next_version_too(made, county):
    first = made.of(1, analyser())
    assert made.of(2, analyser()) is first
    add_words(county)
    assert made.of(2, analyser()) is first
    assert made.of(3, analyser()).knows("fi", ["esimerkkisana"])


def test_one_thread_makes_the_new_tables_while_the_others_have_the_old(
    app, made, county, monkeypatch
):
    first = made.of(1, analyser())
    add_words(county)
    begun, may_end, found = threading.Event(), threading.Event(), []
    compiled = word_tables.Tables

    def slow(*given):
        begun.set()
        assert may_end.wait(30)
        return compiled(*given)

    def ask():
        with app.app_context():
            found.append(made.of(2, analyser()))

    monkeypatch.setattr(word_tables, "Tables", slow)
    thread = threading.Thread(target=ask)
    thread.start()
    assert begun.wait(30)
    assert made.of(2, analyser()) is first
    may_end.set()
    thread.join(30)
    assert found[0] is not first
    assert made.of(2, analyser()) is found[0]
