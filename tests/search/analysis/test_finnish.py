"""Finnish words by a dictionary, and by what there is without one."""

import pytest

from navigator.search.analysis import kfst, table, voikko
from navigator.search.analysis.compounds import Reading, word_of
from navigator.search.analysis.finnish import ByDictionary, ByTable, finnish
from navigator.search.errors import FinnishUnavailable
from tests.search.analysis.words import COMPOUNDS, FORMS, SLANG


@pytest.fixture(scope="module")
def libvoikko():
    library = voikko.LibVoikko()
    return ByDictionary(library, library.name)


@pytest.fixture(scope="module")
def pyvoikko():
    return ByDictionary(kfst.KfstVoikko(), kfst.NAME)


@pytest.fixture(params=["libvoikko", "pyvoikko"])
def dictionary(request):
    return request.getfixturevalue(request.param)


def test_a_compound_is_found_by_every_run_of_its_parts(dictionary):
    word = dictionary.word("työttömyysturvahakemuksen")
    assert word.lemmas == ("työttömyysturvahakemus",)
    assert word.known and word.is_compound
    runs = {"työttömyys", "turva", "hakemus", "työttömyysturva", "turvahakemus"}
    assert {part for part, _ in word.parts} == runs
    assert dict(word.parts)["hakemus"] == len("hakemuksen") / len("työttömyysturvahakemuksen")


def test_the_parts_of_this_fields_compounds_are_found(dictionary):
    missed = {
        (compound, part)
        for compound, parts in COMPOUNDS.items()
        for part in parts
        if part not in dict(dictionary.word(compound).parts)
    }
    assert missed == set()


def test_every_form_is_found_by_its_base_form(dictionary):
    missed = {
        (base, form)
        for base, forms in FORMS.items()
        for form in forms
        if base not in dictionary.word(form).lemmas
    }
    assert missed == set()


def test_forms_of_slang_meet_and_stay_themselves(dictionary):
    for word, forms in SLANG.items():
        for form in forms:
            assert set(dictionary.word(word).lemmas) & set(dictionary.word(form).lemmas), form
    assert dictionary.word("miepän").lemmas[0] == "miepän"
    assert not dictionary.word("miepän").known


def test_an_ambiguous_word_keeps_all_its_base_forms(dictionary):
    assert {"kuusi", "kuu"} <= set(dictionary.word("kuusi").lemmas)


def test_hyphens_count_for_nothing_and_part_words(dictionary):
    assert dictionary.word("te-toimistossa").lemmas == ("tetoimisto",)
    word = dictionary.word("nettikahvila-asiakkaille")
    assert word.lemmas == ("nettikahvilaasiakas",)
    assert {"nettikahvila", "kahvila", "asiakas"} <= {part for part, _ in word.parts}


def test_what_a_word_is_derived_from_counts_a_little(dictionary):
    assert dict(dictionary.word("masennuksesta").parts) == {"masentaa": 0.3}
    assert dict(dictionary.word("asunnottomalle").parts) == {"asunto": 0.3}
    assert dict(dictionary.word("kiusattu").parts) == {"kiusata": 0.3}


def test_dictionaries_agree_on_forms_and_parts(libvoikko, pyvoikko):
    words = [form for forms in FORMS.values() for form in forms] + list(COMPOUNDS)
    differ = [
        word
        for word in words
        for one, other in [(libvoikko.word(word), pyvoikko.word(word))]
        if set(one.lemmas) != set(other.lemmas)
        or dict(one.parts).keys() != dict(other.parts).keys()
    ]
    assert len(differ) <= 0.02 * len(words), differ


def test_the_table_says_what_the_dictionary_says(libvoikko):
    by_table = ByTable()
    forms = list(table.LemmaTable.shipped().forms())[::10]
    for form in forms:
        told, known = by_table.word(form), libvoikko.word(form)
        assert told.lemmas == known.lemmas
        assert dict(told.parts) == pytest.approx(dict(known.parts), abs=0.01)


def test_a_form_that_the_table_lacks_is_read_like_one_with_the_same_stem():
    by_table = ByTable()
    assert table.LemmaTable.shipped().word("toimeentulotuettako") is None
    assert by_table.word("hakemuksistakin").lemmas == by_table.word("hakemus").lemmas
    assert by_table.word("qwertyllä").lemmas == ("qwertyllä", "=qwerty")


def test_most_forms_of_everyday_words_meet_without_a_dictionary():
    by_table = ByTable()
    pairs = [(base, form) for base, forms in FORMS.items() for form in forms]
    met = [
        (base, form)
        for base, form in pairs
        if set(by_table.word(base).lemmas) & set(by_table.word(form).lemmas)
    ]
    assert len(met) >= 0.85 * len(pairs)


def test_a_first_part_that_nothing_knows_ends_as_adjectives_do():
    def read(word):
        known = {"omaisapu": [Reading("omaisapu", ("omais", "apu"), "nimisana", "nimento")]}
        return known.get(word, [])

    assert [part for part, _ in word_of("omaisapu", read).parts] == ["omainen", "apu"]


@pytest.mark.parametrize("choice", ["libvoikko", "pyvoikko", "table"])
def test_the_engine_can_be_chosen(choice, monkeypatch):
    monkeypatch.setenv("NAVIGATOR_FINNISH", choice)
    assert finnish.__wrapped__().name.startswith(choice)


def test_an_engine_that_is_not_here_is_an_error_that_says_so(monkeypatch):
    monkeypatch.setenv("NAVIGATOR_FINNISH", "voikko2")
    with pytest.raises(FinnishUnavailable, match="'voikko2', which this machine does not have"):
        finnish.__wrapped__()


def test_without_the_library_the_next_engine_reads(monkeypatch):
    def missing(_language):
        raise OSError("libvoikko.so.1: cannot open shared object file")

    monkeypatch.delenv("NAVIGATOR_FINNISH", raising=False)
    monkeypatch.setattr(voikko, "Voikko", missing)
    assert finnish.__wrapped__().name == "pyvoikko"
    monkeypatch.setattr(kfst, "import_module", lambda _name: pytest.fail("never"))
    monkeypatch.setattr(kfst.KfstVoikko, "__init__", _not_installed)
    assert finnish.__wrapped__().name == "table"


def _not_installed(_self):
    raise ImportError("pyvoikko")
