import pytest


@pytest.mark.parametrize("typed", ["%25", "*", "%22", "%F0%9F%98%A2"])
def test_signs_alone_are_no_search_and_are_asked_to_be_words(county, client, typed):
    page = client.get(f"/en/services?q={typed}").text
    assert "Write a word, and we look for it." in page
    assert "for “" not in page


def test_one_letter_is_told_to_be_too_short(county, client):
    assert "One letter is too short" in client.get("/en/services?q=x").text
    assert "One letter is too short" not in client.get("/en/services?q=debt").text
