"""Threads share the analyser, and the library under it, without a wrong answer."""

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from random import Random

from navigator.search.analysis import Analyser
from navigator.search.analysis.table import LemmaTable

THREADS, SECONDS, KEPT = 4, 60, 200
"""So few words are kept that the library is asked nearly every time."""
LANGUAGES = ("fi", "sv", "en")


def wrong_answers(shared, expected, seed):
    """Ask in an order of its own, over and over, and return the questions answered wrongly."""
    asked, until = list(expected), time.monotonic() + SECONDS
    Random(seed).shuffle(asked)
    wrong, rounds = set(), 0
    while not rounds or time.monotonic() < until:
        wrong |= {question for question in asked if shared.word(*question) != expected[question]}
        rounds += 1
    return wrong


def test_four_threads_get_the_answers_of_one_for_a_minute(monkeypatch):
    forms = list(LemmaTable.shipped().forms())[::2]
    asked = [(form, language) for form in forms for language in LANGUAGES]
    alone = Analyser(forms)
    expected = {question: alone.word(*question) for question in asked}
    monkeypatch.setattr(sys.modules[Analyser.__module__], "KEPT_WORDS", KEPT)
    shared = Analyser(forms)
    with ThreadPoolExecutor(THREADS) as pool:
        runs = pool.map(lambda seed: wrong_answers(shared, expected, seed), range(THREADS))
        assert set().union(*runs) == set()
