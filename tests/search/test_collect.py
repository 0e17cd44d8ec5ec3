from datetime import date, timedelta

import pytest
from sqlalchemy import event, select

from navigator.domain.hours import opening_at
from navigator.domain.models import Channel, Service
from navigator.search import collect
from navigator.search.collect import documents
from tests import factories


@pytest.fixture
def collected(app, session, tmp_path):
    """Load the sample, changed at will, and return its documents by slug."""
    content = factories.sample_content(tmp_path)

    def gather(day=factories.TODAY, **edits):
        for file, (old, new) in edits.items():
            factories.rewrite(content, f"services/{file}.yaml", old, new)
        factories.load_content(app, content)
        found = {document.slug: document for document in documents(session, day)}
        session.commit()  # the next load needs a turn
        return found

    return gather


def test_only_what_is_public_on_the_day_is_found(collected, session):
    assert set(collected()) == {"neuvonta", "hatapuhelin", "turvakoti", "tyopaja"}
    for day in (date(2026, 10, 31), date(2026, 11, 1), date(2027, 6, 1)):
        found = {document.slug for document in documents(session, day)}
        public = session.scalars(select(Service.slug).where(Service.public_on(day)))
        assert found == set(public)


def test_a_service_is_found_by_where_it_reaches_and_where_it_stands(collected):
    found = collected()
    assert sorted(found["tyopaja"].facets["municipality"]) == ["kaavala", "mallila"]
    assert sorted(found["tyopaja"].facets["near"]) == ["kaavala", "mallila"]
    assert sorted(found["neuvonta"].facets["municipality"]) == ["kaavala", "mallila"]
    assert list(found["neuvonta"].facets["near"]) == []


def test_a_service_is_found_by_its_facets(collected):
    facets = collected()["tyopaja"].facets
    assert list(facets["topic"]) == ["tyo"]
    assert facets["provider"] == ["esimerkkialue", "kaavalan-kunta", "mallilan-kunta"]
    assert facets["channel"] == ["visit"]
    assert facets["language"] == ["en", "fi"]
    assert set(facets["audience"]) == {"jobseekers", "young-people"}


def test_languages_of_the_service_and_of_its_channels_both_count(collected):
    found = collected(
        neuvonta=("languages: [fi, sv]\nuse:", "languages: [fi, se]\nuse:"),
    )
    assert found["neuvonta"].facets["language"] == ["fi", "se", "sv"]


def test_texts_are_kept_by_language_with_the_topics_words(collected):
    texts = collected()["neuvonta"].texts
    assert texts["fi"]["title"] == "Esimerkkineuvonta"
    assert texts["sv"]["title"] == "Exempelrådgivning"
    for word in ("neuvontapiste", "Apu arjessa", "pulma", "Esimerkkiapu", "Esimerkkialue"):
        assert word in texts["fi"]["keywords"]
        assert word not in texts["en"]["keywords"]
    assert texts["en"]["summary"] == "You get advice on where to find help."
    for word in ("listens", "For everyone", "Call on weekdays", "Say what worries", "what to do"):
        assert word in texts["en"]["body"]


def test_conditions_are_among_the_texts(collected):
    assert "Olet työtön työnhakija." in collected()["tyopaja"].texts["fi"]["body"]


def test_easy_finnish_is_found_once_it_is_published(collected):
    assert collected()["neuvonta"].texts["fi-simple"] == {
        "title": "Apua puhelimessa",
        "body": "Voit soittaa neuvontaan. Neuvonta on ilmainen. Soita.",
    }
    draft = collected(neuvonta=("easy:\n  state: published", "easy:\n  state: draft"))
    assert "fi-simple" not in draft["neuvonta"].texts
    assert "fi-simple" not in draft["tyopaja"].texts


def test_the_hours_are_those_of_the_main_channel(collected):
    found = collected()
    (hours,) = found["neuvonta"].hours
    assert opening_at(hours, factories.NOW).state == "open"
    assert opening_at(hours, factories.NOW + timedelta(hours=4)).state == "closed"
    assert len(found["hatapuhelin"].hours) == 1
    assert found["turvakoti"].hours == []


def test_hours_for_professionals_alone_open_nothing_to_others(collected, session):
    edit = (
        "    price_class: standard\n",
        "    price_class: standard\n    audience: professionals\n",
    )
    assert collected(neuvonta=edit)["neuvonta"].hours == []


@pytest.mark.parametrize(
    ("kind", "is_open"), [("sms", True), ("chat", True), ("e_service", False), ("email", False)]
)
def test_only_where_a_person_answers_can_be_open(collected, session, kind, is_open):
    collected()
    phone = session.scalar(select(Channel).where(Channel.slug == "neuvonta/puhelin"))
    phone.kind = kind
    session.commit()
    advice = next(d for d in documents(session, factories.TODAY) if d.slug == "neuvonta")
    assert bool(advice.hours) is is_open


def test_a_chunk_takes_the_same_few_queries_however_many_services(collected, app, session):
    collected()
    organiser = session.scalar(select(Service)).organiser

    queries = []
    engine = app.extensions["database"]
    event.listen(engine, "before_cursor_execute", lambda *_: queries.append(1))

    def count(services):
        session.add_all(
            factories.service(slug=f"lisa-{services}-{number}", organiser=organiser)
            for number in range(services)
        )
        session.commit()
        queries.clear()
        return len(list(documents(session, factories.TODAY))), len(queries)

    few, many = count(1), count(60)
    assert (few[0], many[0]) == (5, 65)
    assert few[1] == many[1]


def test_chunks_miss_nothing_and_repeat_nothing(collected, session, monkeypatch):
    whole = list(collected())
    monkeypatch.setattr(collect, "CHUNK", 1)
    slugs = [document.slug for document in documents(session, factories.TODAY)]
    assert slugs == whole
