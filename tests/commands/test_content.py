from dataclasses import replace

import pytest
from sqlalchemy import select

from navigator.commands import content as commands
from navigator.domain.models import Revision, Service, SiteState
from tests import factories


@pytest.fixture
def content(tmp_path):
    return factories.reachable_content(tmp_path)


@pytest.fixture
def settings(settings, content):
    """The settings of a site whose content is the sample's copy."""
    return replace(settings, content=content)


@pytest.fixture
def flask(app, monkeypatch):
    """Run `flask content …` on a day of the sample's; return what it said and its exit status."""
    monkeypatch.setattr(commands, "today", lambda: factories.TODAY)

    def run(*arguments):
        done = app.test_cli_runner().invoke(args=["content", *map(str, arguments)])
        return done.output.splitlines(), done.exit_code

    return run


@pytest.mark.one_database
def test_sound_content_passes_its_check(flask):
    assert flask("check") == (["Content is sound: 33 files, 6 services."], 0)


@pytest.mark.one_database
def test_a_check_lists_every_mistake_and_fails(flask, content):
    factories.rewrite(content, "topics/tyo.yaml", "order: 3", "order: third")
    factories.rewrite(content, "site.yaml", "urgent: [hatapuhelin]", "urgent: [muu]")
    said, status = flask("check")
    assert (said, status) == (
        [
            "content/site.yaml:11: urgent.0: expected one of services, found 'muu'",
            "content/topics/tyo.yaml:5: order: expected a valid integer, unable to parse string as"
            " an integer, found 'third'",
            "Error: 2 mistakes in the content files",
        ],
        1,
    )
    factories.rewrite(content, "topics/tyo.yaml", "order: third", "order: 3")
    assert flask("check")[0][-1] == "Error: 1 mistake in the content files"


def test_a_load_says_what_it_did_and_does_nothing_twice(flask, session):
    said, status = flask("load", "--reason", "The first of all.")
    assert status == 0
    assert said[-1] == (
        "Content loaded: 33 created, 0 changed, 0 unchanged, 0 kept as edited, 0 in conflict."
    )
    assert "  created: vocabularies/esimerkkiluokat" in said
    assert flask("load") == (["Content: nothing changed since the last load."], 0)
    assert set(session.scalars(select(Revision.reason))) == {"The first of all."}
    assert session.get_one(SiteState, 1).content_version == 1


def test_content_with_a_mistake_is_not_loaded(flask, content, session):
    factories.rewrite(content, "site.yaml", "urgent: [hatapuhelin]", "urgent: [muu]")
    said, status = flask("load")
    assert status == 1
    assert said[-1] == "Error: 1 mistake in the content files"
    assert session.get(SiteState, 1) is None
    assert session.scalars(select(Service)).all() == []


def test_a_load_names_what_changed_what_is_gone_and_every_conflict(flask, content, session):
    flask("load")
    session.scalar(select(Service).where(Service.slug == "tyopaja")).age_to = 30
    session.scalar(select(Service).where(Service.slug == "turvakoti")).age_to = 99
    session.commit()
    factories.rewrite(content, "services/tyopaja.yaml", "to: 28", "to: 25")
    factories.rewrite(content, "topics/tyo.yaml", "order: 3", "order: 4")
    (content / "services/tuleva-ryhma.yaml").unlink()
    expected = [
        "  left as changed in the database: services/turvakoti",
        "  left as changed in the database: services/tyopaja",
        "  no longer among the files, left in the database: services/tuleva-ryhma",
        "  conflict: services/tyopaja ages.to: kept 30, the file says 25",
    ]
    assert flask("load") == (
        [
            "  changed: topics/tyo",
            *expected,
            "Content loaded: 0 created, 1 changed, 29 unchanged, 2 kept as edited, 1 in conflict.",
        ],
        0,
    )
    said, status = flask("load")
    assert (said[:-1], status) == (expected, 0)


def test_an_export_writes_into_a_folder_of_ones_choice(flask, content, tmp_path):
    flask("load")
    said, status = flask("export", tmp_path / "out")
    assert status == 0
    assert said[-1] == "Exported: 33 files written, 0 already the same, 0 left alone."
    assert (tmp_path / "out/site.yaml").read_bytes() == (content / "site.yaml").read_bytes()


def test_an_export_goes_back_into_the_content(flask, content, session):
    flask("load")
    assert flask("export") == (["Exported: 0 files written, 33 already the same, 0 left alone."], 0)
    session.scalar(select(Service).where(Service.slug == "tyopaja")).age_to = 30
    session.commit()
    assert flask("export") == (
        [
            "  wrote services/tyopaja",
            "Exported: 1 files written, 32 already the same, 0 left alone.",
        ],
        0,
    )
    assert flask("load")[0][-1].startswith("Content loaded: 0 created, 0 changed, 33 unchanged")


def test_gaps_are_listed_with_whom_to_ask(flask):
    flask("load")
    said, status = flask("gaps")
    assert status == 0
    assert "tyopaja: hours (kaavala): Kaavalan kunta" in said
    assert said[-1] == "4 gaps."
    assert flask("gaps", "--municipality", "kaavala") == (
        ["tyopaja: hours (kaavala): Kaavalan kunta", "1 gaps."],
        0,
    )
