"""No answer is left anywhere: marked answers are given, and everything that is kept is searched."""

import re

import pytest
import yaml
from sqlalchemy import select, text

from navigator.config import Settings
from navigator.domain.counts import DailyCount
from navigator.factory import create_app
from tests.factories import load_content, sample_content
from tests.guide.visitor import OWN, Visitor

MARK = "kanarialintu"


@pytest.fixture
def marked(tmp_path):
    """Return sample content whose every answer but the municipality carries a mark, and its way."""
    content = sample_content(tmp_path)
    file = content / "questionnaire" / "esimerkki.yaml"
    data = yaml.safe_load(file.read_text("utf-8"))
    for question in data["questions"]:
        for option in question["options"]:
            option["text"].pop("for_other", None)
            option["text"] = {lang: f"{MARK} {words}" for lang, words in option["text"].items()}
    file.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    return content


@pytest.fixture
def site_of(marked, database_url, tmp_path):
    """Make the application on the marked content, with its log in a file."""
    environment = {
        "NAVIGATOR_DATA": str(tmp_path),
        "NAVIGATOR_DATABASE_URL": database_url,
        "NAVIGATOR_LOG": "file",
        "NAVIGATOR_CONTENT": str(marked),
    }
    app = create_app(Settings.from_environment(environment))
    app.config["CONTENT_VERSION_SECONDS"] = 0
    load_content(app, marked)
    yield app
    app.extensions["counts"].close()
    app.extensions["database"].dispose()


def walk(app):
    """Walk complete ways with marked answers; return the headers of all pages, and referrers."""
    headers, referrers = [], set()
    for language in ("fi", "sv", "en"):
        visitor = Visitor(app.test_client(), language)
        headers.append(visitor.answer("urgent", "danger", "none").headers)
        visitor.answer_all(urgent=["danger"])
        for path in ("", "/1", "/6", "/check", "/plan", "/exit"):
            headers.append(visitor.get(path).headers)
        referrers.update(visitor.referrers)
    app.test_client().get("/fi/", headers=OWN)
    app.extensions["counts"].flush()
    return headers, referrers


@pytest.fixture
def walked(site_of):
    """Return the application, all headers and all referrers after complete ways."""
    return site_of, *walk(site_of)


MARKED_IDS = ("danger", "no-car", "adult")
"""Options whose names are no need, topic, page or municipality of the sample."""


def test_s43_no_header_tells_an_answer(walked):
    _app, headers, _referrers = walked
    told = "\n".join(f"{name}: {value}" for each in headers for name, value in each.items())
    assert MARK not in told
    assert not any(name in told for name in MARKED_IDS)


def test_s43_a_referrer_holds_a_place_and_no_answer(walked):
    _app, _headers, referrers = walked
    places = r"https?://[^/]+/(fi|sv|en)/questions(/\d+|/check|/plan|/exit)?"
    assert len(referrers) > 20
    assert [told for told in referrers if not re.fullmatch(places, told)] == []


def test_s43_no_count_tells_an_answer_but_the_municipality(walked):
    app, *_told = walked
    with app.extensions["database"].connect() as connection:
        rows = connection.execute(select(DailyCount.day, DailyCount.kind, DailyCount.key)).all()
    needs = {key for _day, kind, key in rows if kind == "need met"}
    assert {"safety mallila", "work mallila", "advice mallila"} <= needs
    assert MARK not in str(rows)
    assert {day.day for day, kind, _key in rows if kind.startswith("need")} == {1}
    assert not any(name in f"{kind} {key}" for _d, kind, key in rows for name in MARKED_IDS)


def test_s43_s46_no_log_line_tells_of_the_questionnaire_at_all(walked):
    app, *_told = walked
    lines = app.config["SETTINGS"].log.read_text("utf-8")
    assert "directory.home" in lines
    assert "guide" not in lines and "questions" not in lines
    assert MARK not in lines


def marks_in(folder):
    """Count the marks in each file, as it lies on the disk."""
    files = [file for file in folder.rglob("*") if file.is_file() and "content" not in file.parts]
    found = {file.name: file.read_bytes().count(MARK.encode()) for file in files}
    return {name: number for name, number in found.items() if number}


@pytest.mark.one_database
def test_s43_no_file_holds_more_of_an_answer_than_the_content_that_was_loaded(site_of, tmp_path):
    engine = site_of.extensions["database"]
    with engine.connect() as connection:
        connection.execute(text("pragma wal_checkpoint(truncate)"))
    before = marks_in(tmp_path)
    assert sum(before.values()) >= 1
    walk(site_of)
    assert marks_in(tmp_path) == before
