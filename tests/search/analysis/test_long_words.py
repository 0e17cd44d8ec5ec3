"""Words that only a machine types cost no more than those of people."""

import pytest

from navigator.search.analysis import Analyser, compounds
from navigator.search.analysis.analyser import LONGEST_KEPT
from navigator.search.analysis.compounds import Reading, word_of
from navigator.search.analysis.swedish import Swedish


@pytest.mark.parametrize(("times", "asked"), [(4, 4), (40, 1)])
def test_a_finnish_word_of_very_many_parts_is_read_once(times, asked):
    read = []

    def by_halves(text):
        read.append(text)
        return [Reading(text, ("kuusi",) * (len(text) // 5), "nimisana", "nimento")]

    assert word_of("kuusi" * times, by_halves).lemmas == ("kuusi" * times,)
    assert len(read) == asked
    assert (times > compounds.MOST_SEGMENTS) == (asked == 1)


@pytest.mark.parametrize(("times", "is_split"), [(3, True), (16, False)])
def test_a_very_long_swedish_word_is_not_cut_in_every_way(times, is_split):
    swedish = Swedish(["social", "tjänst", "socialtjänst"])
    assert bool(swedish.word("socialtjänst" * times).parts) == is_split
    assert not swedish.word("xqz" + "socialtjänst" * times).parts


def test_very_long_words_are_not_remembered():
    words = Analyser()
    for length in (LONGEST_KEPT, LONGEST_KEPT + 1):
        assert words.word("q" * length, "en").lemmas == ("q" * length,)
    assert words._kept.cache_info().currsize == 1
