import json

import pytest
from sqlalchemy import select

from navigator.domain.models import Service
from tests.factories import load_content, sample_content

pytestmark = pytest.mark.one_database


@pytest.fixture
def flask(app):
    """Run `flask …` and return what it said and its exit status."""

    def run(*arguments):
        done = app.test_cli_runner().invoke(args=[str(argument) for argument in arguments])
        return done.output, done.exit_code

    return run


def test_without_services_the_old_index_is_kept(flask):
    said, status = flask("search", "rebuild")
    assert status == 1
    assert "the old index was kept" in said


def test_without_an_index_a_query_says_what_to_do(flask):
    said, status = flask("search", "query", "ruoka")
    assert status == 1
    assert "flask search rebuild" in said


def test_a_service_is_found_by_its_name_after_a_rebuild(flask, app, session):
    assert flask("content", "load")[1] == 0
    said, status = flask("search", "rebuild")
    assert status == 0
    assert "services of content version 1." in said
    service = session.scalars(select(Service).order_by(Service.slug).limit(1)).one()
    found = json.loads(flask("search", "query", service.name["fi"], "--json")[0])
    assert found["total"] >= 1
    first = found["results"][0]
    assert (first["slug"], first["name"]) == (service.slug, service.name["fi"])
    assert first["score"] > 0
    assert first["matched"][0]["why"] in found["words"]
    said, _ = flask("search", "query", service.name["sv"], "--language", "sv")
    assert service.slug in said


def test_a_query_says_what_it_corrected(site):
    done = site.test_cli_runner().invoke(args=["search", "query", "terveysasenma"])
    assert done.exit_code == 0
    assert "terveysasenma was read as terveysasema" in done.output


def test_a_fresh_index_is_not_built_twice(app, tmp_path):
    load_content(app, sample_content(tmp_path))
    run = app.test_cli_runner().invoke
    assert "indexed" in run(args=["search", "rebuild", "--if-stale"]).output
    assert (
        run(args=["search", "rebuild", "--if-stale"]).output == "Search: the index is up to date.\n"
    )
    (app.config["SETTINGS"].index / "current").write_text("{}")
    assert "indexed" in run(args=["search", "rebuild", "--if-stale"]).output


def test_a_check_tells_every_difference_and_repairs_it(flask, app, session, tmp_path):
    load_content(app, sample_content(tmp_path))
    flask("search", "rebuild")
    assert flask("search", "check") == ("Search: the index says what the database says.\n", 0)
    changed, withdrawn = session.scalars(select(Service).order_by(Service.slug).limit(2))
    changed.summary = {"fi": "Toinen esimerkki."}
    withdrawn.state = "withdrawn"
    session.commit()
    said, status = flask("search", "check", "--no-repair")
    assert f"{changed.slug}: changed in the index" in said
    assert f"service {withdrawn.id}: in the index, but not public" in said
    assert "nothing was repaired" in said
    assert status == 1
    said, status = flask("search", "check")
    assert "Search: built anew with 3 services." in said
    assert status == 0
    assert flask("search", "check", "--no-repair")[1] == 0


def test_a_check_repairs_an_index_that_is_not_there(flask, app, tmp_path):
    load_content(app, sample_content(tmp_path))
    assert flask("search", "check", "--no-repair")[1] == 1
    assert flask("search", "check")[1] == 0
    assert flask("search", "check", "--no-repair")[1] == 0
