import pytest
from sqlalchemy import text

from navigator.web.per_version import MOST_ROWS, PerVersion, per_version, rows_per_version


class Asked:
    """Stands for a query, and counts how often it is made."""

    def __init__(self):
        self.times = []

    def __call__(self, session, ids=()):
        session.execute(text("SELECT 1"))
        self.times.append(list(ids))
        return {number: f"row {number}" for number in ids if number % 2 == 0}


@pytest.fixture
def asked(app):
    with app.test_request_context("/fi/"):
        yield Asked()


@pytest.fixture
def publish(app, monkeypatch):
    def to(version):
        monkeypatch.setattr("navigator.web.per_version.content_version", lambda: version)

    to(1)
    return to


def test_a_value_is_read_once_for_each_version(asked, publish):
    assert per_version("key", asked) is per_version("key", asked)
    assert len(asked.times) == 1
    publish(2)
    per_version("key", asked)
    per_version("another key", asked)
    assert len(asked.times) == 3


def test_rows_are_looked_up_once_also_those_that_do_not_exist(asked, publish):
    assert rows_per_version("kind", [4, 3, 2], asked) == {4: "row 4", 2: "row 2"}
    assert list(rows_per_version("kind", [2, 3, 6, 4], asked)) == [2, 6, 4]
    assert asked.times == [[4, 3, 2], [6]]
    publish(2)
    assert rows_per_version("kind", [2], asked) == {2: "row 2"}
    assert asked.times[-1] == [2]


def test_no_more_rows_are_kept_than_fit(asked, publish):
    rows_per_version("kind", range(MOST_ROWS), asked)
    more = [MOST_ROWS + 2]
    assert rows_per_version("kind", more, asked) == rows_per_version("kind", more, asked)
    assert asked.times[1:] == [more, more]


def test_a_thread_that_knows_an_older_version_leaves_the_newer_values_alone():
    kept = PerVersion()
    kept.put(2, "key", "new")
    kept.put(1, "key", "old")
    assert (kept.get(2, "key"), kept.get(1, "key")) == ("new", None)
