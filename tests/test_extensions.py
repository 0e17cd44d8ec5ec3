import pytest
from flask import Blueprint
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from navigator.extensions import db

WRITE = text("CREATE TABLE sample_note (id INTEGER)")
LOOK = text("SELECT count(*) FROM sample_note")


@pytest.fixture
def database_url(bare_engine):
    """A database of the test's own, in which it may make tables."""
    return bare_engine.url.render_as_string(hide_password=False)


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_a_safe_request_cannot_write(app, method):
    with app.test_request_context(method=method), pytest.raises(DBAPIError, match=r"read-?only"):
        db.session.execute(WRITE)


def test_another_request_can_write(app):
    with app.test_request_context(method="POST"):
        db.session.execute(WRITE)
        db.session.commit()
    with app.app_context(), db.reading() as session:
        assert session.scalar(LOOK) == 0


def test_what_a_request_did_not_commit_is_gone(app):
    with app.test_request_context(method="POST"):
        db.session.execute(WRITE)
    with app.app_context(), db.reading() as session, pytest.raises(DBAPIError):
        session.scalar(LOOK)


def test_requests_in_one_application_context_do_not_share_a_session(app):
    seen: list[Session] = []
    sample = Blueprint("sample", __name__)
    sample.add_url_rule("/sample", view_func=lambda: seen.append(db.session) or "seen")
    app.register_blueprint(sample)
    with app.app_context():
        client = app.test_client()
        assert [client.get("/sample").status_code for _ in range(2)] == [200, 200]
    assert seen[0] is not seen[1]


def test_a_command_commits_at_the_end_and_takes_back_what_failed(app):
    with app.app_context():
        with db.writing() as session:
            session.execute(WRITE)
        with pytest.raises(ZeroDivisionError), db.writing() as session:
            session.execute(text("INSERT INTO sample_note VALUES (1)"))
            1 / 0  # noqa: B018
        assert db.session.scalar(LOOK) == 0
