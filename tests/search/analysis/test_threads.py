"""Threads share the analyser, and the library under it, without a wrong answer."""

from concurrent.futures import ThreadPoolExecutor
from random import Random

from navigator.search.analysis import Analyser
from navigator.search.analysis.table import LemmaTable

THREADS = 4
LANGUAGES = ("fi", "sv", "en")


def answers(analyser, asked):
    return {question: analyser.word(*question) for question in asked}


def shuffled(asked, seed):
    asked = list(asked)
    Random(seed).shuffle(asked)
    return asked


def test_four_threads_get_the_answers_of_one():
    forms = list(LemmaTable.shipped().forms())[::2]
    asked = [(form, language) for form in forms for language in LANGUAGES]
    alone = answers(Analyser(forms), asked)
    together = Analyser(forms)
    with ThreadPoolExecutor(THREADS) as pool:
        runs = pool.map(lambda seed: answers(together, shuffled(asked, seed)), range(THREADS))
        assert all(run == alone for run in runs)
