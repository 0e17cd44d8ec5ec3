"""From typed words to terms: slips, words written apart, everyday words, places, numbers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navigator.search import Rows, Tables
from navigator.search.documents import Document
from navigator.search.query import read_query
from navigator.search.synonyms import Synonym
from navigator.search.voting import vote
from tests.search.samples import document, places, snapshot_of

ROWS = Rows(
    synonyms={
        "fi": [
            Synonym("rahat loppu", ("toimeentulotuki",)),
            Synonym("sossu", ("sosiaalityö", "toimeentulotuki")),
            Synonym("rahat", ("budjetti",)),
        ]
    },
    places={"mallila": ["Mallila", "Mallby"]},
)
DOCUMENTS = [
    document(1, "Velkaneuvonta, esimerkki", summary="Selvitämme velkoja.", swedish="Skuldråd"),
    document(2, "Toimeentulotuki, esimerkki", body="Tuki, kun rahat eivät riitä."),
    document(3, "Sosiaalityö, esimerkki", facets=places("mallila", near=("mallila",))),
    document(4, "Budjettipiiri, esimerkki", keywords="budjetti Mallila masennus"),
]


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    rows = [
        *DOCUMENTS,
        type(DOCUMENTS[0])(5, "puhelin", {"fi": {"title": "Puhelin"}}, numbers=["0401234567"]),
    ]
    return snapshot_of(tmp_path_factory.mktemp("index"), rows)


@pytest.fixture(scope="module")
def tables(snapshot):
    return Tables(ROWS, snapshot.analyser)


@pytest.fixture
def read(snapshot, tables):
    return lambda text, **more: read_query(text, "fi", snapshot.lexicons["fi"], tables, **more)


def test_forms_and_parts_of_a_word_are_looked_for(read):
    weights = read("velkaneuvonnasta").weights
    assert weights["velkaneuvonta"] == 1
    assert 0 < weights["velka"] < 1


def test_words_written_apart_are_joined(read):
    assert read("velka neuvonta").weights["velkaneuvonta"] == pytest.approx(1.2)
    assert "velkaneuvonta" not in read("neuvonta velka").weights


def test_a_slip_is_mended_unless_one_wants_the_words_as_they_are(read):
    assert read("toimentulotukea").corrected == {"toimentulotukea": "toimeentulotuki"}
    assert read("toimentulotukea", exact=True).corrected == {}


def test_a_word_of_the_language_is_never_mended_into_another(read):
    assert read("masentaa").corrected == {}
    assert "masentaa" in read("masentaa").weights


def test_a_compound_that_no_dictionary_has_is_taken_apart_by_the_words_of_the_texts(read):
    found = read("budjettimasennus")
    assert found.corrected == {}
    assert 0 < found.weights["budjetti"] < 1
    assert 0 < found.weights["masennus"] < 1


def test_a_word_of_an_everyday_phrase_is_no_slip(read, tables):
    assert tables.knows("fi", ["loppu"])
    assert read("rahat loppuu").corrected == {}


def test_everyday_words_stand_for_those_of_the_listings(read):
    found = read("mistä sossuun")
    assert found.weights["sosiaalityö"] == pytest.approx(0.9)
    assert found.reasons["sosiaalityö"] == "sossu → sosiaalityö"


def test_the_longest_everyday_phrase_counts_and_takes_its_words(read):
    found = read("rahat on loppu")
    assert found.weights["toimeentulotuki"] == pytest.approx(0.9 / 2**0.5)
    assert "budjetti" not in found.weights
    assert "budjetti" in read("rahat").weights


def test_a_municipality_is_told_apart_and_counts_less(read, snapshot, tables):
    found = read("sosiaalityö mallilassa")
    assert found.municipalities == {"mallila"}
    assert found.weights["mallila"] == pytest.approx(0.5)
    assert snapshot.find("esimerkki mallila", "fi", {}, tables).ids[0] in {3, 4}


def test_a_telephone_number_finds_who_answers_it(read, snapshot, tables):
    assert read("+358 40 123 4567").words == ("0401234567",)
    assert snapshot.find("040 1234567", "fi", {}, tables).ids == (5,)


def test_what_answers_all_words_comes_first(snapshot, tables):
    assert snapshot.find("esimerkki velka", "fi", {}, tables).ids[0] == 1


def test_everyday_words_tell_the_language_too(snapshot, tables):
    assert vote("sossu", snapshot.lexicons, "sv", tables) == "fi"


@pytest.mark.parametrize(
    ("text", "language"),
    [("var får jag skuldråd", "sv"), ("mistä saan tukea", "fi"), ("qq", "fi")],
)
def test_the_language_of_the_words_is_told(snapshot, text, language):
    assert vote(text, snapshot.lexicons, "fi") == language


@settings(max_examples=50, deadline=None)
@given(st.permutations(["velkoja", "sosiaalityö", "masennus", "puhelin", "mallilassa"]))
def test_the_order_of_words_that_make_no_phrase_changes_nothing(snapshot, tables, typed):
    first = read_query(" ".join(sorted(typed)), "fi", snapshot.lexicons["fi"], tables)
    found = read_query(" ".join(typed), "fi", snapshot.lexicons["fi"], tables)
    assert found.weights == pytest.approx(first.weights)
    assert set(found.covers) == set(first.covers)


def knows(lexicon, tables, word):
    """Tell whether the language, the texts or the everyday words have `word`."""
    found = lexicon.word(word)
    is_a_word = found.known and not found.is_compound
    return is_a_word or bool(lexicon.known(found.weights())) or tables.knows("fi", found.lemmas)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["velka", "masennus", "budjetti", "sosiaalityö"]), st.data())
def test_only_what_nobody_knows_is_corrected_and_only_to_what_is_known(
    snapshot, tables, word, data
):
    lexicon = snapshot.lexicons["fi"]
    at = data.draw(st.integers(0, len(word) - 1))
    typed = word[:at] + data.draw(st.sampled_from("aeiksö")) + word[at + 1 :]
    corrected = read_query(typed, "fi", lexicon, tables).corrected
    if lexicon.known(dict.fromkeys(lexicon.word(typed).lemmas, 1.0)) or typed in ("velka", word):
        assert corrected == {}
    assert all(knows(lexicon, tables, better) for better in corrected.values())


words = st.lists(
    st.sampled_from(["velka", "velkoja", "sossu", "tuki", "rahat", "loppu", "xyzzyq", "mallila"])
    | st.text(st.characters(), max_size=12),
    max_size=15,
)


@settings(max_examples=200, deadline=None)
@given(words)
def test_whatever_is_typed_becomes_few_terms_with_small_weights(snapshot, tables, typed):
    found = read_query(" ".join(typed), "fi", snapshot.lexicons["fi"], tables)
    if found is not None:
        assert all(0 < weight <= 40 for weight in found.weights.values())
        assert len(found.words) <= 13
        assert found.reasons.keys() == found.weights.keys()
        assert set().union(*found.covers) <= found.weights.keys()


def test_the_beginning_of_a_number_finds_it_and_fewer_digits_do_not(snapshot, tables):
    assert snapshot.find("040 123", "fi", {}, tables).ids == (5,)
    assert snapshot.find("04012", "fi", {}, tables).ids == ()


def test_a_number_ranks_first_the_service_whose_own_it_is(tmp_path):
    number, words = "0401234567", {"title": "Esimerkki", "summary": "pitkä teksti " * 5}
    rows = [
        Document(1, "linkki", {"fi": {"title": "Toinen esimerkki"}}, numbers=[number]),
        Document(2, "oma", {"fi": words}, numbers=[number], own_numbers=[number]),
    ]
    assert snapshot_of(tmp_path, rows).find("040 123 4567", "fi", {}).ids == (2, 1)
