"""The tables that are shipped for machines without a dictionary."""

from collections import Counter
from datetime import datetime

import pytest

from navigator.domain.hours import HELSINKI
from navigator.domain.text import EASY_FINNISH
from navigator.extensions import db
from navigator.search.analysis import tokens
from navigator.search.analysis.finnish import finnish
from navigator.search.analysis.table import SHIPPED, LemmaTable, table_of
from navigator.search.analysis.word import Word
from navigator.search.collect import documents
from navigator.search.following import table_rows

MOST_BYTES = 700_000
LEAST_COVERED = 0.95


def test_what_is_written_is_read_again(tmp_path, monkeypatch):
    words = {
        "turvakodin": Word(("turvakoti",), (("turva", 0.5), ("koti", 0.5)), True, True),
        "kuusi": Word(("kuu", "kuusi"), (), True),
        "koti": Word(("koti",), (), True),
        "qwerty": Word(("qwerty",), (), False),
        "112": Word(("112",), (), True),
    }
    monkeypatch.setattr("navigator.search.analysis.table.SHIPPED", tmp_path / "words.txt")
    (tmp_path / "words.txt").write_text(table_of(words), "utf-8")
    table = LemmaTable.shipped()
    assert sorted(table.forms()) == ["koti", "kuusi", "turvakodin"]
    assert {form: table.word(form) for form in table.forms()} == {
        form: words[form] for form in table.forms()
    }
    assert table.word("qwerty") is None


def test_the_finnish_table_is_small():
    assert SHIPPED.stat().st_size <= MOST_BYTES


@pytest.mark.one_database(kind="sqlite")
def test_the_finnish_table_has_the_words_of_the_content(site):
    counts = Counter(word for word in written(site) if not word.isdigit())
    known = {word: count for word, count in counts.items() if finnish().word(word).known}
    table = LemmaTable.shipped()
    covered = sum(count for word, count in known.items() if table.word(word))
    assert covered >= LEAST_COVERED * sum(known.values()), "run `flask search lemmas --write`"


def written(site):
    """Yield every running word of the Finnish texts and everyday words."""
    with site.app_context(), db.reading() as session:
        for document in documents(session, datetime.now(HELSINKI).date()):
            for language in ("fi", EASY_FINNISH):
                for text in document.texts.get(language, {}).values():
                    yield from tokens(text)
        for row in table_rows(session).synonyms.get("fi", ()):
            yield from tokens(" ".join((row.key, *row.means)))
