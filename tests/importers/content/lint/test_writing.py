"""Slips of the pen, translations and official names."""

import re

import pytest

from navigator.importers.content.lint import translations, typography
from navigator.importers.content.lint.terms import Terms, WrongForm, check, lower_warnings


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Soita meille.", []),
        ("Soita meille", ["error no-end"]),
        ("Tee näin:\n- Soita\n- Kerro", []),
        ("Soita  meille.", ["error double-space"]),
        ('Sano "apua".', ["error straight-quote"]),
        ("Sano ”apua.”", []),
        ("Avaa [sivu](http://example.org).", ["error not-https", "error not-https"]),
        ("Avaa [sivu](https://example.org) tai [toinen](/fi/apu).", []),
        ("Avaa [sivu](example.org).", ["error not-https"]),
        ("Soita 03 819 4850 tai 112.", []),
        ("Soita 0381948500.", ["error phone-format"]),
        ("Soita 03-819 4850.", ["error phone-format"]),
        ("Soita 0999 999 9999 999.", ["error phone-format"]),
        ("Auki 1.1.2026 klo 8.30–16.", []),
    ],
)
def test_slips_of_the_pen(text, rules, value, expected):
    assert rules(typography.check(text(value))) == expected


def test_a_name_needs_no_full_stop(text, rules):
    assert rules(typography.check(text("Neuvonta", field="name"))) == []


@pytest.mark.parametrize(
    ("sv", "en", "expected"),
    [
        ("Ring oss.", "Call us.", []),
        ("Soita meille.", "Call us.", ["error untranslated"]),
        ("Ring oss 2026.", "Call us.", ["error other-numbers"]),
        (
            "Ring oss och berätta att du är här.",
            "Ring oss och berätta att du är här.",
            ["error wrong-language"],
        ),
    ],
)
def test_a_translation_is_one(trio, rules, sv, en, expected):
    assert rules(translations.check(trio("Soita meille.", sv, en))) == expected


def test_sums_may_be_written_as_each_language_writes_them(trio, rules):
    same = trio("Saat 1 200 euroa.", "Du får 1 200 euro.", "You get 1,200 euros.")
    assert rules(translations.check(same)) == []
    other = trio("Saat 1 200 euroa.", "Du får 1 300 euro.", "You get 1,200 euros.")
    assert rules(translations.check(other)) == ["error other-numbers"]


def test_a_wrong_name_is_an_error_unless_the_sentence_says_that_it_is_gone(text, rules):
    form = WrongForm(re.compile(r"\bTE-toimisto\w*"), (re.compile("ei enää"),), "työllisyysalue")
    terms = Terms({"fi": [form], "sv": [], "en": []})
    assert rules(check(text("Käy TE-toimistossa."), terms)) == ["error term"]
    assert rules(check(text("TE-toimistoa ei enää ole."), terms)) == []
    both = text("TE-toimistoa ei enää ole. Käy TE-toimistossa.")
    assert rules(check(both, terms)) == ["error term"]
    assert rules(check(text("TE-toimisto", language="sv"), terms)) == []


def test_the_limit_of_warnings_is_only_ever_lowered(tmp_path):
    (tmp_path / "terms").mkdir()
    limit = tmp_path / "terms" / "warnings.yaml"
    limit.write_text("about: Sample.\nwarnings_per_thousand: 12.5\n", "utf-8")
    lower_warnings(tmp_path, 13.0)
    assert limit.read_text("utf-8") == "about: Sample.\nwarnings_per_thousand: 12.5\n"
    lower_warnings(tmp_path, 9.5)
    assert limit.read_text("utf-8") == "about: Sample.\nwarnings_per_thousand: 9.5\n"
