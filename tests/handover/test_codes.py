"""Codes that are read aloud, typed and mistyped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.handover.codes import ALPHABET, WrongCode, code_of, in_groups, read_code

seeds = st.binary(min_size=32, max_size=32)
codes = st.builds(lambda seed: in_groups(code_of(seed)), seeds)


@given(codes)
def test_a_new_code_comes_in_groups_and_reads_back(code):
    assert [len(group) for group in code.split("-")] == [5, 5, 4]
    assert read_code(code) == code.replace("-", "")


@given(codes)
def test_small_letters_spaces_and_letters_that_look_like_digits_are_understood(code):
    typed = code.lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    assert read_code(typed) == code.replace("-", "")


@given(codes, st.integers(0, 13), st.sampled_from(ALPHABET))
def test_any_one_wrong_character_is_noticed(code, place, other):
    whole = code.replace("-", "")
    wrong = whole[:place] + other + whole[place + 1 :]
    if wrong != whole:
        with pytest.raises(WrongCode, match="slip"):
            read_code(wrong)


@given(codes, st.integers(0, 12))
def test_two_neighbours_in_the_wrong_order_are_noticed(code, place):
    whole = code.replace("-", "")
    pair = whole[place : place + 2]
    if pair[0] == pair[1] or set(pair) == {ALPHABET[0], ALPHABET[-1]}:
        return  # the one pair that Luhn's sum cannot tell apart
    with pytest.raises(WrongCode, match="slip"):
        read_code(whole[:place] + pair[::-1] + whole[place + 2 :])


@pytest.mark.parametrize(
    ("typed", "why"),
    [("", "length"), ("E71GZ", "length"), ("U" * 14, "character"), ("é" * 14, "character")],
)
def test_what_cannot_be_a_code_is_told(typed, why):
    with pytest.raises(WrongCode) as told:
        read_code(typed)
    assert told.value.why == why


def test_a_seed_has_one_code_and_seeds_do_not_share_one():
    seeds = [number.to_bytes(9) for number in range(0, 2**65, 2**65 // 1000)]
    assert len({code_of(seed) for seed in seeds}) == len(seeds)
    assert [code_of(seed) for seed in seeds] == [code_of(seed) for seed in seeds]


@given(seeds)
def test_each_of_thirteen_characters_holds_five_bits_of_the_seed(seed):
    number = 0
    for character in reversed(code_of(seed)[:13]):
        number = number << 5 | ALPHABET.index(character)
    assert number == int.from_bytes(seed[:9]) % 2**65
