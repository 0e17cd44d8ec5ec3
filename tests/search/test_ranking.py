"""Far weaker matches are no results; how many there are holds for lists, counts and filters."""

import numpy as np
import pytest

from navigator.search.ranking import FEWEST, WEAKEST, worth_showing
from tests.search.samples import document, places, snapshot_of

BEST = 10.0
MANY = FEWEST + 10


def shown(values):
    return worth_showing(np.array(values, np.float32), np.ones(len(values), np.bool_)).tolist()


def test_what_is_far_below_the_best_is_no_result():
    weak = BEST * WEAKEST * 0.9
    assert shown([BEST] * MANY + [weak, 0.0]) == [True] * MANY + [False, False]


def test_what_reaches_the_share_of_the_best_is_a_result():
    assert shown([BEST] * MANY + [BEST * WEAKEST * 1.1])[-1]


def test_some_are_results_however_weak_they_are():
    weak = [BEST * WEAKEST * 0.5] * (FEWEST - 1)
    weakest = [BEST * WEAKEST * 0.4] * 5
    assert shown([BEST, *weak, *weakest]) == [True] * FEWEST + [False] * 5
    assert shown([BEST, 0.001, 0.0]) == [True, True, False]


def test_what_is_not_shown_is_no_measure():
    values, hidden = np.array([BEST * 100] + [BEST] * MANY, np.float32), np.ones(MANY + 1, np.bool_)
    hidden[0] = False
    assert worth_showing(values, hidden).tolist() == [False] + [True] * MANY


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    strong = [
        document(
            number, f"Pöydän vuokra {number}", facets=places("lahti" if number % 2 else "hollola")
        )
        for number in range(1, MANY)
    ]
    weak = [
        document(number, f"Muu {number}", body="sana " * 400 + "vuokra", facets=places("lahti"))
        for number in range(MANY, MANY + 15)
    ]
    return snapshot_of(tmp_path_factory.mktemp("index"), strong + weak)


def test_counts_are_of_what_the_filter_lists(snapshot):
    found = snapshot.find("pöydän vuokra", "fi", {}, limit=100)
    assert len(found.ids) == found.total == MANY - 1
    for code, count in found.counts["municipality"].items():
        assert snapshot.find("pöydän vuokra", "fi", {"municipality": [code]}).total == count
