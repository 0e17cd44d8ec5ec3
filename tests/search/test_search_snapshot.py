"""What a search finds, in which order, and how it is counted."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navigator.domain.hours import HELSINKI
from navigator.search import Found
from tests.search.samples import SAMPLES, document, places, snapshot_of

TUESDAY = datetime(2026, 11, 24, 12, tzinfo=HELSINKI)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    return snapshot_of(tmp_path_factory.mktemp("index"))


def only(**filters):
    return {facet: frozenset(codes.split()) for facet, codes in filters.items()}


def test_no_text_finds_everything_by_title(snapshot):
    found = snapshot.find("", "fi", {})
    assert found.ids == (11, 12, 13)
    assert found.total == 3
    assert snapshot.find(" ?!", "fi", {}).ids == found.ids


def test_titles_are_in_order_in_each_language(tmp_path):
    rows = [
        document(1, "Auto", swedish="Öl"),
        document(2, "Äiti", swedish="Bil"),
        document(3, "Bussi"),
    ]
    found = snapshot_of(tmp_path, rows)
    assert found.find("", "fi", {}).ids == (1, 3, 2)
    assert found.find("", "sv", {}).ids == (2, 3, 1)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("esimerkkineuvola", (11,)),
        ("ESIMERKKINEUVOLASSA", (11,)),
        ("neuvola", (11, 12)),
        ("neuvolaan", (11, 12)),
        ("päivähoito", (13, 12)),
        ("paivahoito", (13, 12)),
        ("artymyksen", (13,)),
        ("esimerkki ja kiukku", (13,)),
    ],
)
def test_words_meet_their_forms_compounds_and_spellings_without_dots(snapshot, typed, ids):
    found = snapshot.find(typed, "fi", {}).ids
    assert found[: len(ids)] == ids or (len(ids) == 2 and set(found) == set(ids))


def test_a_title_weighs_more_than_keywords_and_these_more_than_the_body(tmp_path):
    rows = [
        document(1, "Aa esimerkki", body="vuokra"),
        document(2, "Bb esimerkki", keywords="vuokra"),
        document(3, "Vuokra esimerkki"),
        document(4, "Cc esimerkki", summary="vuokra"),
    ]
    assert snapshot_of(tmp_path, rows).find("vuokra", "fi", {}).ids == (3, 2, 4, 1)


def test_a_rare_word_weighs_more_than_a_common_one(tmp_path):
    rows = [document(n, f"Yhteinen {n}") for n in range(1, 9)]
    rows.append(document(9, "Harvinainen yhdeksän"))
    found = snapshot_of(tmp_path, rows).find("yhteinen harvinainen", "fi", {})
    assert found.ids[0] == 9
    assert found.total == 9


def test_a_missing_language_is_found_by_the_texts_that_are_shown_instead(snapshot):
    assert snapshot.find("perheneuvola", "sv", {}).ids == (12,)
    assert snapshot.find("exempelrådgivning", "sv", {}).ids == (11,)
    assert snapshot.find("exempelrådgivning", "fi", {}).total == 0


def test_easy_finnish_is_found_on_finnish_pages(tmp_path):
    row = document(1, "Esimerkki")
    easy = {"fi-simple": {"title": "Helppo", "body": "Selkeitä sanoja."}}
    found = snapshot_of(tmp_path, [type(row)(1, "a", {**row.texts, **easy})])
    assert found.find("helppo", "fi", {}).total == 1
    assert found.find("helppo", "sv", {}).total == 0


def test_a_slip_is_corrected_and_told(snapshot):
    for slip in ("perheneuvla", "perheneuvoal", "perhenevvola", "perheneuuvola"):
        found = snapshot.find(slip, "fi", {})
        assert found.ids[0] == 12
        assert found.corrected == {slip: "perheneuvola"}
        assert found.words == ("perheneuvola",)


def test_known_words_short_words_and_numbers_are_never_corrected(snapshot):
    for word in ("neuvola", "kiu", "12345"):
        assert snapshot.find(word, "fi", {}).corrected == {}


def test_a_word_nobody_wrote_finds_nothing(snapshot):
    found = snapshot.find("xylofonikonsertto", "fi", {})
    assert (found.ids, found.total, found.words) == ((), 0, ("xylofonikonsertto",))


def test_codes_of_one_facet_add_up_and_facets_cut_down(snapshot):
    def find(**filters):
        return set(snapshot.find("", "fi", only(**filters)).ids)

    assert find(municipality="hollola") == {11, 13}
    assert find(municipality="hollola lahti") == {11, 12, 13}
    assert find(municipality="hollola", channel="chat") == {13}
    assert find(municipality="olematon") == set()
    assert find(olematon="x") == set()
    assert snapshot.find("", "fi", {"channel": frozenset()}).total == 3


def test_counts_of_a_facet_leave_its_own_filter_out(snapshot):
    found = snapshot.find("", "fi", only(municipality="hollola", channel="chat"))
    assert found.counts["channel"] == {"phone": 1, "visit": 1, "chat": 1}
    assert found.counts["municipality"] == {"lahti": 0, "hollola": 1}
    assert found.lifted == {"municipality": 1, "channel": 2}
    assert "near" not in found.counts


def test_counts_are_of_what_the_words_find(snapshot):
    found = snapshot.find("kiukku", "fi", {})
    assert found.counts["channel"] == {"phone": 0, "visit": 0, "chat": 1}


def test_open_ones_are_asked_for_by_set_or_by_ids(snapshot):
    now = snapshot.open_at(TUESDAY)
    assert set(snapshot.find("", "fi", {}, open_ids=now).ids) == {11, 13}
    assert snapshot.find("", "fi", {}, open_ids={13, 99}).ids == (13,)
    assert snapshot.find("", "fi", {}, open_ids=()).total == 0
    found = snapshot.find("", "fi", only(channel="phone"), open_ids=now)
    assert found.lifted == {"channel": 2, "open": 2}
    assert found.counts["channel"] == {"phone": 1, "visit": 1, "chat": 1}


def test_open_ones_among_the_results_are_counted_without_a_second_search(snapshot):
    found = snapshot.find("", "fi", only(channel="phone"))
    assert snapshot.count(found.hits & snapshot.open_at(TUESDAY)) == 1


def test_who_is_open_is_looked_up_anew_when_it_changes(snapshot):
    evening = TUESDAY.replace(hour=16)
    for moment, ids in ((TUESDAY, {11, 13}), (evening, {13}), (TUESDAY, {11, 13})):
        found = snapshot.find("", "fi", {}, open_ids=snapshot.open_at(moment))
        assert set(found.ids) == ids
    just_before = evening - timedelta(seconds=1)
    assert snapshot.open_at(just_before) == snapshot.open_at(TUESDAY)


def test_near_ones_come_first_among_equals(tmp_path):
    rows = [
        document(1, "Ateria esimerkki", facets=places("lahti", "sysmä", near=("lahti",))),
        document(2, "Baari esimerkki", facets=places("lahti", "sysmä", near=("sysmä",))),
        document(3, "Kahvi esimerkki", facets=places("lahti", "sysmä")),
    ]
    found = snapshot_of(tmp_path, rows)
    assert found.find("", "fi", {}).ids == (1, 2, 3)
    assert found.find("", "fi", only(municipality="sysmä")).ids == (2, 3, 1)
    assert found.find("esimerkki", "fi", only(municipality="sysmä")).ids == (2, 3, 1)
    assert found.find("kahvi esimerkki", "fi", only(municipality="sysmä")).ids[0] == 3


def test_pages_follow_one_another_without_gap_or_double(tmp_path):
    rows = [document(n, f"Sana {n:03}", body="yhteinen " * (n % 7)) for n in range(1, 121)]
    found = snapshot_of(tmp_path, rows)
    for text in ("", "yhteinen", "sana yhteinen"):
        whole = found.find(text, "fi", {}, limit=200)
        pages = [found.find(text, "fi", {}, limit=9, offset=n).ids for n in range(0, 120, 9)]
        assert sum(pages, ()) == whole.ids
        assert len(set(whole.ids)) == whole.total == (103 if text else 120)


def test_an_empty_index_finds_nothing(tmp_path):
    found = snapshot_of(tmp_path, []).find("sana", "fi", only(channel="phone"))
    assert (found.ids, found.total, found.counts) == ((), 0, {})
    assert snapshot_of(tmp_path, []).find("", "fi", {}).total == 0


def test_a_document_without_any_text_is_still_listed(tmp_path):
    blank = type(SAMPLES[0])(7, "tyhja", {})
    assert snapshot_of(tmp_path, [*SAMPLES, blank]).find("", "fi", {}).total == 4


hostile = st.one_of(
    st.text(st.characters(), max_size=300),
    st.sampled_from(
        [
            "a" * 20_000,
            "(" * 5_000,
            "[a TO z]",
            "((((a OR b) AND c) NOT d)",
            ".*(a+)+$",
            "\x00\x00ruoka\x00",
            "\ud83d\ude00\udfff",
            "%s{0}${jndi}",
            "' OR 1=1 --",
            "\n" * 1_000,
            "neuvola " * 2_000,
            "=neuvol =",
            "fi:neuvola^1e9",
        ]
    ),
)


filters = st.dictionaries(
    st.sampled_from(["municipality", "channel", "x"]),
    st.frozensets(st.text(st.characters(), max_size=5) | st.just("lahti"), max_size=3),
)
languages = st.sampled_from(["fi", "sv", "en", "xx", ""])


@settings(max_examples=300, deadline=None)
@given(hostile, languages, filters, st.tuples(st.integers(), st.integers()))
def test_whatever_is_asked_is_answered(snapshot, text, language, filters, page):
    found = snapshot.find(text, language, filters, limit=page[0], offset=page[1])
    assert isinstance(found, Found)
    assert set(found.ids) <= {11, 12, 13}
    assert len(found.ids) <= found.total
    assert len(found.words) <= 12
