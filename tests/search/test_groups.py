"""The same service in several places is one result, with all its places."""

from dataclasses import replace

import pytest

from navigator.search import Rows, Tables
from tests.search.samples import document, places, snapshot_of

CLUB = {"lahti": 1, "hollola": 2, "sysmä": 3}
"""Municipality → the service of the club there."""
NEAREST = {"hollola": ["lahti"], "lahti": ["hollola"], "sysmä": ["heinola"]}


def club(number, town, channel, organiser="esimerkkialue"):
    facets = {**places(town, near=(town,)), "channel": (channel,)}
    return replace(document(number, "Kerho", facets=facets), organiser=organiser)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    rows = [
        club(1, "lahti", "visit"),
        club(2, "hollola", "visit"),
        club(3, "sysmä", "chat"),
        club(4, "lahti", "visit", organiser="toinen"),
        document(5, "Opastus", facets={"channel": ("visit",)}),
    ]
    return snapshot_of(tmp_path_factory.mktemp("index"), rows)


def test_one_of_a_group_stands_for_all(snapshot):
    found = snapshot.find("kerho", "fi", {})
    assert found.ids == (1, 4)
    assert found.total == 2
    assert found.others == {1: (2, 3)}
    assert found.places == {1: ("lahti", "hollola", "sysmä")}


def test_counts_count_a_group_once_and_find_it_by_each_of_its_places(snapshot):
    found = snapshot.find("", "fi", {"topic": ()})
    assert found.total == 3
    assert found.counts["municipality"] == {"lahti": 2, "hollola": 1, "sysmä": 1}
    assert found.counts["channel"] == {"visit": 3, "chat": 1}
    assert snapshot.count(found.hits) == 3


@pytest.mark.parametrize("town", CLUB)
def test_the_one_of_ones_own_municipality_is_shown(snapshot, town):
    found = snapshot.find("kerho", "fi", {"municipality": {town}})
    assert found.ids[0] == CLUB[town]
    assert found.lifted == {"municipality": 2}


@pytest.mark.parametrize("town", CLUB)
def test_a_municipality_that_is_named_goes_first_without_hiding_others(snapshot, town):
    tables = Tables(Rows(places={name: (name,) for name in CLUB}, nearby=NEAREST))
    found = snapshot.find(f"kerho {town}", "fi", {}, tables)
    assert found.ids[0] == CLUB[town]
    assert set(found.ids) >= {CLUB[town], 4}


def test_pages_of_groups_follow_one_another(snapshot):
    pages = [snapshot.find("", "fi", {}, limit=1, offset=at).ids for at in range(4)]
    assert sum(pages, ()) == snapshot.find("", "fi", {}).ids
    assert pages[3] == ()


def test_a_member_that_goes_away_leaves_the_group(snapshot):
    newer = snapshot.newer([], [1], 2, 2)
    assert newer.find("", "fi", {}).total == 3
    assert newer.find("kerho", "fi", {}).others == {2: (3,)}


def test_own_ones_come_before_remote_ones_neighbours_and_all_others(tmp_path):
    rows = [
        document(1, "Apu esimerkki", facets=places("lahti", near=("heinola",))),
        document(2, "Baari esimerkki", facets=places("lahti", near=("hollola",))),
        document(3, "Cembalo esimerkki", facets=places("lahti")),
        document(4, "Dokumentti esimerkki", facets=places("lahti", near=("lahti",))),
    ]
    tables = Tables(Rows(nearby=NEAREST))
    found = snapshot_of(tmp_path, rows)
    for text in ("", "esimerkki"):
        assert found.find(text, "fi", {"municipality": {"lahti"}}, tables).ids == (4, 3, 2, 1)


def test_a_facet_without_any_value_is_no_hindrance(tmp_path):
    found = snapshot_of(tmp_path, [document(1, "Apu", facets={"topic": ()})])
    newer = found.newer([document(2, "Baari", facets={"channel": ()})], [], 2, 2)
    assert newer.find("", "fi", {}).counts["channel"] == {}
