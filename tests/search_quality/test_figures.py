import pytest

from tests.search_quality.figures import Outcome, by_group, by_set, danger, summary
from tests.search_quality.judged import (
    ALSO,
    BEST,
    HELD_OUT,
    SETS,
    TUNING,
    Judged,
    Phrase,
    grades_of,
    phrases,
    searches,
)


def outcome(grades, *found, of=TUNING, kind="name"):
    return Outcome(Judged("sample", "sample", "fi", of, kind, grades), found)


def test_the_best_order_is_worth_one():
    assert outcome({"a": BEST, "b": ALSO}, "a", "b", "x").ndcg == pytest.approx(1)


def test_a_worse_order_is_worth_less():
    turned = outcome({"a": BEST, "b": ALSO}, "b", "a")
    # (1 + 3 ÷ log2 3) ÷ (3 + 1 ÷ log2 3)
    assert turned.ndcg == pytest.approx(2.8928 / 3.6309, abs=1e-4)
    assert turned.rank == 1


def test_what_comes_after_the_tenth_result_is_not_seen():
    late = outcome({"a": BEST}, *"0123456789", "a")
    assert (late.rank, late.ndcg) == (None, 0)


def test_many_services_that_answer_do_not_make_the_ideal_longer_than_a_page():
    grades = dict.fromkeys("abcdefghijklmnop", BEST)
    assert outcome(grades, *"abcdefghij").ndcg == pytest.approx(1)


def test_a_summary_means_over_all_searches():
    found = summary([outcome({"a": BEST}, "x", "a"), outcome({"a": BEST}, "x")])
    assert found == {"queries": 2, "ndcg": 0.3155, "mrr": 0.25, "first": 0, "failed": 0.5}


def test_searches_are_summed_up_by_set_and_by_kind():
    outcomes = [outcome({"a": BEST}, "a", of=name) for name in SETS]
    assert [row["queries"] for row in by_set(outcomes).values()] == [1, 1, 1]
    assert by_group(outcomes, "kind")["name"]["queries"] == 3


def test_a_service_of_several_categories_has_the_best_of_its_grades():
    services = {"first": ["a", "b"], "second": ["b", "c"], "none": []}
    assert grades_of(["first", "second", "none"], 1, services) == {"a": BEST, "b": BEST, "c": ALSO}


def test_danger_counts_what_is_missed_and_what_is_seen_in_vain():
    answers = {
        Phrase("seen", "fi", "life"): ["life"],
        Phrase("otherwise", "fi", "life"): ["help"],
        Phrase("missed", "fi", "life"): [],
        Phrase("harmless", "fi", "none"): [],
        Phrase("alarm", "fi", "none"): ["help"],
    }
    found = danger(answers)
    assert (found["dangerous"], found["harmless"]) == (3, 2)
    assert (found["recall"], found["precision"], found["named"]) == (0.6667, 0.6667, 0.3333)


def test_the_judged_material_is_large_enough_and_well_formed():
    judged = searches()
    assert len({row.id for row in judged}) == len(judged) >= 265
    assert sum(row.set == HELD_OUT for row in judged) >= 60
    assert {grade for row in judged for grade in row.grades.values()} == {ALSO, BEST}
    harmless = sum(phrase.label == "none" for phrase in phrases())
    assert len(phrases()) >= 200
    assert harmless >= len(phrases()) * 0.3
