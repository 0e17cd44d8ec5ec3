import shutil

import pytest

from navigator.importers.content.reading import digest, read

CONDITION = "conditions/mallilalainen.yaml"


@pytest.fixture
def said(content, mistakes):
    """Return what a check says of a condition that is written so."""

    def check(text):
        (content / CONDITION).write_text(text, "utf-8")
        return mistakes()

    return check


@pytest.mark.parametrize(
    ("text", "line", "said_of_it"),
    [
        ("text:\n  fi: 'yksi\n", 3, "found unexpected end of stream"),
        ("text:\n\tfi: yksi\n", 2, "found character '\\t' that cannot start any token"),
        ("text: [yksi\nfi: kaksi\n", 2, "expected ',' or ']', but got ':'"),
        ("text: *ei\n", 1, "found undefined alias 'ei'"),
        ("text:\n  fi: yksi\n---\ntext:\n", 3, "but found another document"),
        ("text:\n  fi: yksi\n  fi: kaksi\n", 3, 'found duplicate key "fi"'),
        ("text:\n  fi: 2026-02-30\n", 2, "day is out of range for month, found '2026-02-30'"),
        ("text:\n  fi: yksi\n  sv: !!int ett\n", 3, "found 'ett'"),
    ],
)
def test_broken_yaml_is_reported_with_its_line(said, text, line, said_of_it):
    (mistake,) = said(text)
    assert mistake.startswith(f"{CONDITION}:{line}: expected YAML 1.2: ")
    assert said_of_it in mistake


def test_a_byte_that_is_not_utf_8_is_reported_with_its_line(content, mistakes):
    (content / CONDITION).write_bytes(b"text:\n  fi: y\xe4\n")
    assert mistakes() == [f"{CONDITION}:2: expected UTF-8, found byte 0xe4"]


@pytest.mark.parametrize("text", ["", "# only a comment\n", "- a list\n", "one word\n"])
def test_a_file_that_is_no_mapping_is_reported(said, text):
    (mistake,) = said(text)
    assert mistake.startswith(f"{CONDITION}:1: expected a valid dictionary")


def test_an_unknown_field_is_reported_where_it_stands(change, mistakes, line):
    change("services/tyopaja.yaml", "to: 28", "to: 28\n  from_age: 3")
    at = line("services/tyopaja.yaml", "from_age: 3")
    assert mistakes() == [
        f"services/tyopaja.yaml:{at}: ages.from_age: expected no field of this name, found 3"
    ]


def test_a_missing_field_is_reported_on_the_line_of_what_misses_it(change, mistakes, line):
    change("services/tyopaja.yaml", "\n    en: Food costs 2 euros (2026).", "")
    change("services/hatapuhelin.yaml", "organiser: esimerkkialue\n", "")
    at = line("services/tyopaja.yaml", "Ruoka maksaa 2 euroa") - 1
    assert mistakes() == [
        "services/hatapuhelin.yaml:1: organiser: expected this field, which is missing",
        f"services/tyopaja.yaml:{at}: price.text.en: expected this field, which is missing",
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("places/mallilan-paja", "titude: 61.0", "titude: up", "latitude: expected a valid number"),
        ("places/mallilan-paja", "61.0", "81.5", "latitude: expected less than or equal to 71"),
        ("municipalities/mallila", '"901"', "901", "code: expected a valid string, found 901"),
        ("notices/koko-sivusto", "site: true", "site: 3", "site: expected a valid boolean"),
        ("topics/tyo", "order: 3", "order: first", "order: expected a valid integer"),
        ("topics/tyo", "[P10]", "P10", "service_classes: expected a valid list, found 'P10'"),
        ("texts/privacy", "2026-11-01", "soon", "checked: expected a valid date"),
        (
            "services/turvakoti",
            "horizon: now",
            "horizon: never",
            "horizon: expected 'now', 'soon' or 'long', found 'never'",
        ),
        (
            "services/neuvonta",
            "remotely: true",
            "remotely: maybe",
            "use.remotely: expected a valid boolean",
        ),
        (
            "services/tyopaja",
            'to: "14:00"',
            "to: 14:0",
            "channels.0.hours.weekly.0.to: expected a time in quotes",
        ),
    ],
)
def test_a_wrong_value_is_reported_with_its_line(spoilt, file, old, new, expected):
    (mistake,) = spoilt(f"{file}.yaml", old, new)
    assert mistake.startswith(expected)


def test_a_field_of_a_channel_is_named_as_it_is_written(change, mistakes, line):
    change("services/hatapuhelin.yaml", "main: true", "main: true\n    number: '112'")
    change("services/turvakoti.yaml", "kind: phone", "kind: drum")
    used, own = mistakes()
    at = line("services/hatapuhelin.yaml", "number: '112'")
    assert used.startswith(f"services/hatapuhelin.yaml:{at}: channels.0.number: expected no field")
    at = line("services/turvakoti.yaml", "kind: drum")
    assert own.startswith(f"services/turvakoti.yaml:{at}: channels.0.kind: expected 'phone', ")


def test_text_that_is_found_is_quoted_but_not_at_length(change, mistakes):
    change("services/turvakoti.yaml", "kind: unknown", f"kind: {'x' * 200}")
    assert mistakes()[0].endswith(f"found '{'x' * 59}…")


def test_every_mistake_of_every_file_is_told_in_one_run(content, change, mistakes, line):
    change("services/tyopaja.yaml", "to: 28", "to: old")
    change("services/tyopaja.yaml", "kind: fee", "kind: much")
    change("topics/apu.yaml", "order: 1", "order: one")
    (content / CONDITION).write_text("text: 1\nnote: 2\n", "utf-8")
    assert [mistake.split(": ")[0] for mistake in mistakes()] == [
        f"{CONDITION}:1",
        f"{CONDITION}:2",
        f"services/tyopaja.yaml:{line('services/tyopaja.yaml', 'kind: much')}",
        f"services/tyopaja.yaml:{line('services/tyopaja.yaml', 'to: old')}",
        f"topics/apu.yaml:{line('topics/apu.yaml', 'order: one')}",
    ]


def test_what_names_a_broken_file_is_no_mistake_itself(content, mistakes):
    (content / "services/neuvonta.yaml").write_text("name: [\n", "utf-8")
    (content / "vocabularies/esimerkkiluokat.yaml").write_text("terms: [\n", "utf-8")
    assert [mistake.split(":")[0] for mistake in mistakes()] == [
        "services/neuvonta.yaml",
        "vocabularies/esimerkkiluokat.yaml",
    ]


@pytest.mark.parametrize(
    "file", ["services/deeper/neuvonta.yaml", "services/neuvonta.yml", "servces/x.yaml", "x.yaml"]
)
def test_a_file_that_nothing_reads_is_reported(content, mistakes, file):
    (content / file).parent.mkdir(exist_ok=True)
    shutil.copy(content / "services/neuvonta.yaml", content / file)
    assert mistakes() == [f"{file}:1: expected no file of this name here"]


def test_a_text_that_is_no_yaml_may_lie_beside_the_content(content, mistakes):
    (content / "LICENSE.md").write_text("A licence.\n")
    assert mistakes() == []


@pytest.mark.parametrize("name", ["Apu.yaml", "apu_arki.yaml", "äpy.yaml", "apu--arki.yaml"])
def test_a_file_name_that_is_no_address_is_reported(content, mistakes, name):
    (content / "conditions" / name).write_text("text:\n", "utf-8")
    assert mistakes() == [
        f"conditions/{name}:1: expected a file name of a–z, 0–9 and single hyphens"
    ]


def test_a_missing_single_file_is_reported(content, mistakes):
    (content / "site.yaml").unlink()
    (content / "help-now.yaml").unlink()
    assert [mistake for mistake in mistakes() if "missing" in mistake] == [
        "help-now.yaml:1: expected this file, which is missing",
        "site.yaml:1: expected this file, which is missing",
    ]


def test_a_folder_named_as_a_file_is_reported(content, mistakes):
    (content / "conditions/kansio.yaml").mkdir()
    (mistake,) = mistakes()
    assert mistake.startswith("conditions/kansio.yaml:1: expected a file that can be read: ")


def test_numbers_and_yes_are_read_as_yaml_1_2_has_them(said):
    assert said("text:\n  fi: yes\n  sv: 1:30\n  en: on\n") == []


def test_a_digest_tells_contents_and_names_apart(content):
    before = digest(content)
    assert digest(content) == before
    (content / "conditions/toinen.yaml").write_bytes((content / CONDITION).read_bytes())
    doubled = digest(content)
    (content / CONDITION).unlink()
    moved = digest(content)
    assert len({before, doubled, moved}) == 3


def test_a_record_remembers_its_file_as_it_is(content):
    text = (content / CONDITION).read_text("utf-8").replace("\n", "\r\n")
    (content / CONDITION).write_bytes(text.encode("utf-8"))
    record = read(content).records["conditions", "mallilalainen"]
    assert (record.path, record.text) == (CONDITION, text)
