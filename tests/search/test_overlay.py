"""What is published after an index was built is found as if it was built anew."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.samples import ALWAYS, SAMPLES, document, places, snapshot_of

NEW = document(14, "Uusi neuvola", facets=places("sysmä", near=("sysmä",)), hours=[ALWAYS])


def test_a_new_document_is_found_and_counted(tmp_path):
    newer = snapshot_of(tmp_path).newer([NEW], [], 2, 5)
    found = newer.find("neuvolassa", "fi", {})
    assert set(found.ids) == {11, 12, 14}
    assert found.counts["municipality"]["sysmä"] == 1
    assert (newer.version, newer.position, newer.is_laid_over) == (2, 5, True)


def test_a_changed_document_is_found_by_its_new_words_alone(tmp_path):
    before = snapshot_of(tmp_path)
    newer = before.newer([document(13, "Rauhan hallinta, esimerkki")], [], 2, 5)
    assert newer.find("rauha", "fi", {}).ids == (13,)
    assert newer.find("kiukku", "fi", {}).total == 0
    assert before.find("kiukku", "fi", {}).ids == (13,)
    assert newer.find("", "fi", {}).total == 3


def test_what_is_gone_is_gone_from_results_counts_and_openings(tmp_path):
    newer = snapshot_of(tmp_path).newer([], [13], 2, 5)
    found = newer.find("", "fi", {})
    assert found.ids == (11, 12)
    assert found.counts["channel"]["chat"] == 0
    assert newer.digests().keys() == {11, 12}


def test_nothing_changed_is_the_same_snapshot_of_a_newer_version(tmp_path):
    newer = snapshot_of(tmp_path).newer([], [], 2, 5)
    assert (newer.version, newer.is_laid_over) == (2, False)


titles = st.sampled_from(["Neuvola", "Perhe", "Kiukku", "Päivähoito", "Velka"])
edits = st.lists(st.tuples(st.integers(11, 16), titles, titles | st.none()), max_size=5)


@settings(max_examples=40, deadline=None)
@given(edits)
def test_laid_over_and_built_anew_find_the_same(tmp_path_factory, changes):
    path = tmp_path_factory.mktemp("index")
    laid, rows = snapshot_of(path), {row.id: row for row in SAMPLES}
    for version, (number, title, body) in enumerate(changes, 2):
        if body is None and number in rows:
            del rows[number]
            laid = laid.newer([], [number], version, version)
        else:
            rows[number] = document(number, f"{title} esimerkki {number}", body=body or "")
            laid = laid.newer([rows[number]], [], version, version)
    anew = snapshot_of(path, list(rows.values()), 99)
    for text in ("", "neuvola", "perheessä", "kiukku velka", "päivähoitoon"):
        first, second = laid.find(text, "fi", {}), anew.find(text, "fi", {})
        assert set(first.ids) == set(second.ids)
        assert first.total == second.total
    assert laid.digests() == anew.digests()


def test_a_slip_in_a_newer_word_is_corrected_and_the_old_words_are_not_gone_through(tmp_path):
    before = snapshot_of(tmp_path)
    first = before.newer([document(14, "Vuokraesimerkki")], [], 2, 5)
    second = first.newer([document(15, "Velkaesimerkki, neuvola")], [], 3, 6)
    for slip, better in (
        ("vuokraesimerki", "vuokraesimerkki"),
        ("velkaesimerki", "velkaesimerkki"),
        ("esimerkkineuvla", "esimerkkineuvola"),
    ):
        assert second.find(slip, "fi", {}).query.corrected == {slip: better}
    large, small = second.lexicons["fi"].spellers
    assert large is before.lexicons["fi"].spellers[0]
    assert small.words.keys().isdisjoint(large.words)
