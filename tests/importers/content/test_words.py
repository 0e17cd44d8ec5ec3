"""Everyday words and words of danger: checked, loaded, taken out of use, written back."""

import pytest
from sqlalchemy import select

from navigator.domain.models import DangerKind, SiteState, SynonymList
from navigator.extensions import db
from navigator.importers.content.documents import plain, round_trip
from navigator.importers.content.exporting import export
from navigator.importers.content.rows.context import Rows
from tests import factories

SYNONYMS, DANGER = "synonyms/fi-esimerkki.yaml", "danger/esimerkkihata.yaml"
ANOTHER = """\
language: {language}
entries:
  - keys: [{key}]
    means: [työpaja]
    top: [tyopaja]
"""


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (SYNONYMS, "top: [tyopaja]", "top: [pajatyo]", "entries.0.top.0: "),
        (SYNONYMS, "top: [tyopaja]", "top: []", "entries.0.top: expected"),
        (SYNONYMS, "means: [työpaja]", "means: []", "entries.0.means: expected"),
        (SYNONYMS, "language: fi", "language: et", "language: expected 'fi', 'sv' or 'en'"),
        (SYNONYMS, "ei oo duunia", "esimerkkiduuni", "entries.0.keys: "),
        (DANGER, "help: [hatapuhelin]", "help: [apua]", "help.0: "),
        (DANGER, "help: [hatapuhelin]", "help: []", "help: expected"),
        (DANGER, "order: 1", "order: 0", "order: expected"),
        (DANGER, "fi: [esimerkkihätä, ", "fi: [<outo> hätä, ", "expected a group 'outo' for fi"),
        (DANGER, "  fi: [esimerkkihätä, joku", "  finska: [esimerkkihätä, joku", "phrases.finska"),
    ],
)
def test_a_mistake_is_reported_at_its_field(content, change, mistakes, file, old, new, expected):
    change(file, old, new)
    [mistake] = mistakes()
    assert mistake.startswith(f"{file}:")
    assert expected in mistake


@pytest.mark.parametrize(("language", "is_taken"), [("fi", True), ("sv", False)])
def test_a_key_stands_once_in_a_language(content, mistakes, language, is_taken):
    text = ANOTHER.format(language=language, key="Esimerkkiduuni")
    (content / "synonyms/toinen.yaml").write_text(text, "utf-8")
    assert any("fi: esimerkkiduuni" in mistake for mistake in mistakes()) == is_taken


def test_words_are_in_force_with_the_load_that_raises_the_version(reload, change, session):
    reload()
    words = session.scalars(select(SynonymList)).one()
    assert (words.language, words.content["entries"][0]["means"]) == ("fi", ["työpaja"])
    kind = session.scalars(select(DangerKind)).one()
    assert (kind.position, kind.content["help"]) == (1, ["hatapuhelin"])
    session.commit()
    change(SYNONYMS, "means: [työpaja]", "means: [työpaja, ohjaus]")
    reload()
    assert session.get_one(SiteState, 1).content_version == 2
    assert session.scalars(select(SynonymList.content)).one()["entries"][0]["means"] == [
        "työpaja",
        "ohjaus",
    ]


def test_an_empty_list_takes_words_out_of_use(content, reload, session):
    reload()
    (content / SYNONYMS).write_text("language: fi\nentries: []\n", "utf-8")
    reload()
    assert session.scalars(select(SynonymList.content)).one()["entries"] == []


def test_a_changed_word_comes_out_in_its_own_file(content, reload, app, session):
    reload()
    kind = session.scalars(select(DangerKind)).one()
    kind.content = kind.content | {"help": ["hatapuhelin", "turvakoti"]}
    session.commit()
    with app.app_context(), db.reading() as read:
        exported = export(read, content, Rows(read, factories.NOW))
    assert exported.written == [("danger", "esimerkkihata")]
    assert plain(round_trip().load((content / DANGER).read_text("utf-8")))["help"] == [
        "hatapuhelin",
        "turvakoti",
    ]
