"""Files are changed where they say something else, and nowhere else."""

from difflib import unified_diff

import pytest

from navigator.importers.content.documents import parse, rewritten, written
from navigator.importers.content.reading import read

ADVICE = ("services", "neuvonta")
WORKSHOP = ("services", "tyopaja")


@pytest.fixture
def rewrite(content):
    """Change a record's plain values and return the lines of its file that went and came."""
    records = read(content).records

    def diff(key, change):
        record = records[key]
        data = record.value.plain()
        change(data)
        text = rewritten(key[0], record.text, data)
        assert parse(key[0], text).plain() == data
        lines = unified_diff(record.text.split("\n"), text.split("\n"), n=0, lineterm="")
        return [line for line in lines if not line.startswith(("---", "+++", "@@"))]

    return diff


def test_a_text_changes_on_its_own_line(rewrite):
    def change(data):
        data["summary"]["sv"] = "Du får ett råd."

    assert rewrite(ADVICE, change) == [
        "-  sv: Du får råd om var du får hjälp.",
        "+  sv: Du får ett råd.",
    ]


def test_quotes_and_comments_stay(rewrite):
    def change(data):
        data["channels"][0]["number"] = "03 123 0000"
        data["also_known_as"]["fi"] = ["neuvontapiste", "infopiste"]

    assert rewrite(ADVICE, change) == [
        "-  fi: [neuvontapiste]  # what people said before",
        "+  fi: [neuvontapiste, infopiste] # what people said before",
        '-    number: "03 123 4567"',
        '+    number: "03 123 0000"',
    ]


def test_a_day_is_written_without_quotes(rewrite):
    def change(data):
        data["public_until"] = "2027-12-31"
        data["sources"]["esite"]["dated"] = "2026-09-02"

    assert rewrite(ADVICE, change) == [
        "+public_until: 2027-12-31",
        "-    dated: 2026-09-01",
        "+    dated: 2026-09-02",
    ]


def test_a_new_field_comes_where_the_shape_has_it(rewrite):
    def change(data):
        data["next"] = {"fi": "Saat tekemistä.", "sv": "Du får göra.", "en": "You get to do."}
        data["languages"] = ["fi"]

    diff = rewrite(WORKSHOP, change)
    assert diff == [
        "+next:",
        "+  fi: Saat tekemistä.",
        "+  sv: Du får göra.",
        "+  en: You get to do.",
        "+languages: [fi]",
    ]


def test_a_field_goes_without_its_neighbours(rewrite):
    def change(data):
        del data["ages"]["to"]
        del data["laws"]

    assert rewrite(WORKSHOP, change) == [
        "-  to: 28",
        "-laws:",
        "-  - name:",
        "-      fi: Esimerkkilaki 1/2026",
        "-      sv: Exempellagen 1/2026",
        "-      en: Sample Act 1/2026",
        "-    finlex: https://example.org/laki/1",
    ]


def test_paragraphs_are_written_as_paragraphs(rewrite):
    def change(data):
        data["how_to_start"]["fi"] = "Soita.\n\nTai tule."

    assert rewrite(WORKSHOP, change) == [
        "-  fi: Tule käymään.",
        "+  fi: |-",
        "+    Soita.",
        "+",
        "+    Tai tule.",
    ]


def test_a_channel_is_added_among_the_others(rewrite):
    def change(data):
        data["channels"].insert(1, {"use": "hatanumero"})

    assert rewrite(WORKSHOP, change) == ["+  - use: hatanumero"]


def test_a_channel_is_taken_away_and_the_others_stay(rewrite):
    def change(data):
        del data["channels"][0]
        data["channels"][0]["main"] = True

    came = [line for line in rewrite(WORKSHOP, change) if line.startswith("+")]
    assert came == ["+  - id: kaavala"]  # and its other lines were there already


def test_an_item_without_a_name_changes_in_its_place(rewrite):
    def change(data):
        data["gaps"][1]["ask"] = "Mallilan kunta, paja"
        data["producers"][0]["provision"] = "other"

    assert rewrite(WORKSHOP, change) == [
        "-    provision: procured",
        "+    provision: other",
        "-    ask: Mallilan kunta",
        "+    ask: Mallilan kunta, paja",
    ]


def test_what_a_file_says_although_it_need_not_stays(content, change):
    change(
        "services/tyopaja.yaml", "topics: [tyo]", "urgency: ordinary\nrelated: []\ntopics: [tyo]"
    )
    record = read(content).records[WORKSHOP]
    data = record.value.plain()
    data["ages"]["to"] = 20
    text = rewritten("services", record.text, data)
    assert text == record.text.replace("to: 28", "to: 20")


def test_an_anchor_never_changes_more_than_was_meant():
    text = "text:\n  fi: &same Sama\n  sv: *same\n  en: *same\n"
    data = {"text": {"fi": "Sama", "sv": "Samma", "en": "Sama"}}
    assert parse("conditions", rewritten("conditions", text, data)).plain() == data


def test_a_merged_mapping_never_changes_more_than_was_meant():
    name = "{ fi: a, sv: b, en: c }"
    text = (
        f"title: &t {name}\nlead: *t\nsections:\n  - heading: *t\n    body: *t\n"
        "checked: 2026-11-01\n"
    )
    data = parse("texts", text).plain()
    data["title"] = data["title"] | {"fi": "aa"}
    assert parse("texts", rewritten("texts", text, data)).plain() == data


@pytest.mark.parametrize("key", [ADVICE, WORKSHOP, ("site", "site"), ("help-now", "help-now")])
def test_a_record_that_never_was_a_file_is_written_whole(content, key):
    data = read(content).records[key].value.plain()
    text = written(key[0], data)
    assert parse(key[0], text).plain() == data
    assert "!!" not in text
    assert "\\n" not in text


def test_what_is_written_reads_like_a_file_written_by_hand():
    data = {"text": {"fi": "Asut täällä.", "sv": "no", "en": "12"}}
    assert written("conditions", data) == "text:\n  fi: Asut täällä.\n  sv: no\n  en: '12'\n"


def test_the_sample_days_are_days_in_a_written_file(content):
    data = read(content).records[WORKSHOP].value.plain()
    assert "public_until: 2027-05-31\n" in written("services", data)


@pytest.mark.parametrize("position", [0, 1, 2])
def test_comments_among_channels_stay_when_one_is_added(content, change, position):
    change("services/tyopaja.yaml", "channels:\n", "# all\nchannels:\n  # first\n")
    change("services/tyopaja.yaml", "  - id: kaavala\n", "  # second\n  - id: kaavala\n")
    change("services/tyopaja.yaml", "gaps:\n", "# gaps\ngaps:\n")
    record = read(content).records[WORKSHOP]
    data = record.value.plain()
    data["channels"].insert(position, {"use": "hatanumero"})
    text = rewritten("services", record.text, data)
    assert parse("services", text).plain() == data
    assert text.replace("  - use: hatanumero\n", "") == record.text


def test_channels_take_a_new_order(content):
    record = read(content).records[WORKSHOP]
    data = record.value.plain()
    data["channels"].reverse()
    data["channels"][0]["audience"] = "professionals"
    text = rewritten("services", record.text, data)
    assert parse("services", text).plain() == data
    assert text.index("id: kaavala") < text.index("id: mallila")
