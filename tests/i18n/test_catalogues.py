import os
import subprocess
import sys

import pytest
from babel.messages.catalog import Catalog
from flask_babel import gettext

from navigator.config import ROOT
from navigator.i18n import catalogues

FOUND = Catalog()
FOUND.add("Hello %(name)s", locations=[("navigator/a.html", 0)])
FOUND.add(("%(num)d service", "%(num)d services"), locations=[("navigator/a.html", 0)])


@pytest.fixture
def workshop(monkeypatch, tmp_path):
    """Keep catalogues in a folder of this test's own."""
    monkeypatch.setattr(catalogues, "TRANSLATIONS", tmp_path)
    return tmp_path


def translate(**strings):
    catalogue = catalogues.read("fi")
    for message in catalogue:
        if message.id:
            message.string = strings[message.id[0] if isinstance(message.id, tuple) else "hello"]
    catalogues.write("fi", catalogue)


COMPLETE = {"hello": "Hei %(name)s", "%(num)d service": ("%(num)d palvelu", "%(num)d palvelua")}


def test_a_new_sentence_waits_empty_and_an_old_one_leaves(workshop):
    assert catalogues.update("fi", FOUND) == (2, 0)
    translate(**COMPLETE)
    shorter = Catalog()
    shorter.add("Hello %(name)s")
    assert catalogues.update("fi", shorter) == (0, 1)
    assert catalogues.read("fi").get("Hello %(name)s").string == "Hei %(name)s"


def test_updating_twice_changes_no_byte(workshop):
    catalogues.update("fi", FOUND)
    before = catalogues.path_of("fi").read_bytes()
    catalogues.update("fi", FOUND)
    assert catalogues.path_of("fi").read_bytes() == before


def test_a_complete_catalogue_has_no_problems(workshop):
    catalogues.update("fi", FOUND)
    translate(**COMPLETE)
    assert list(catalogues.problems("fi", FOUND)) == []


def test_a_missing_an_empty_and_a_fuzzy_sentence_are_problems(workshop):
    assert [problem.partition(": '")[0] for problem in catalogues.problems("fi", FOUND)] == [
        "fi: not in the catalogue",
        "fi: not in the catalogue",
    ]
    catalogues.update("fi", FOUND)
    assert "fi: not translated: 'Hello %(name)s'" in list(catalogues.problems("fi", FOUND))
    translate(**COMPLETE)
    catalogue = catalogues.read("fi")
    catalogue.get("Hello %(name)s").flags.add("fuzzy")
    catalogues.write("fi", catalogue)
    assert list(catalogues.problems("fi", FOUND)) == ["fi: marked fuzzy: 'Hello %(name)s'"]


def test_other_placeholders_are_a_problem(workshop):
    catalogues.update("fi", FOUND)
    translate(**COMPLETE | {"hello": "Hei %(nimi)s"})
    assert list(catalogues.problems("fi", FOUND)) == [
        "fi: other placeholders than in English: 'Hello %(name)s'"
    ]


def test_one_plural_form_of_two_is_not_enough(workshop):
    catalogues.update("fi", FOUND)
    translate(**COMPLETE | {"%(num)d service": ("%(num)d palvelu", "")})
    assert list(catalogues.problems("fi", FOUND)) == ["fi: not translated: '%(num)d service'"]


def test_only_what_changed_is_compiled(workshop):
    catalogues.update("fi", FOUND)
    translate(**COMPLETE)
    assert catalogues.compile_stale() == ["fi"]
    assert catalogues.compile_stale() == []
    later = catalogues.path_of("fi").stat().st_mtime + 5
    os.utime(catalogues.path_of("fi"), (later, later))
    assert catalogues.compile_stale() == ["fi"]


def test_sentences_are_collected_from_python_and_from_templates():
    found = {message.id: message for message in catalogues.collect() if message.id}
    assert "We did not find the page" in found
    assert "No cookies, but for one while you answer the questions." in found
    assert "Call %(phone)s" in found


@pytest.mark.one_database
def test_a_page_speaks_finnish_and_swedish(on_page):
    on_page("fi")
    assert gettext("Skip to content") == "Siirry sisältöön"
    on_page("sv")
    assert gettext("Skip to content") == "Hoppa till innehållet"
    on_page("en")
    assert gettext("Skip to content") == "Skip to content"


def test_the_command_says_what_it_found(tmp_path):
    environ = os.environ | {"NAVIGATOR_DATA": str(tmp_path), "FLASK_APP": "app"}
    command = [sys.executable, "-m", "flask", "catalogue", "compile"]
    done = subprocess.run(
        command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert "ompiled" in done.stdout
