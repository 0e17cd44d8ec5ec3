"""The coverage page."""

from navigator.importers.content.coverage import Cell, cell, page
from navigator.importers.content.reading import read


def test_a_cell_counts_what_is_near_remote_and_nationwide(content):
    reading = read(content)
    assert cell(reading, "mallila", "apu") == Cell(near=0, remote=1, nationwide=1)
    assert cell(reading, "kaavala", "turva") == Cell(near=0, remote=1, nationwide=1)
    assert cell(reading, "kaavala", "tyo") == Cell(near=1, remote=1, nationwide=0)


def test_what_serves_one_municipality_alone_is_near_there_only(content, change):
    change("services/tyopaja.yaml", "    place: kaavalan-paja\n", "    place: mallilan-paja\n")
    change("services/tyopaja.yaml", "    municipalities: [kaavala]\ngaps", "gaps")
    assert cell(read(content), "kaavala", "tyo") == Cell(near=0, remote=2, nationwide=0)
    assert cell(read(content), "mallila", "tyo") == Cell(near=1, remote=1, nationwide=0)


def test_a_cell_without_services_names_whom_to_call(content):
    reading = read(content)
    for slug in list(reading.of("services")):
        del reading.records["services", slug]
    assert "| → neuvonta | → neuvonta |" in page(reading)


def test_the_page_sums_the_ledger_and_gives_the_reasons(content, change):
    assert "| all | 1 | 1 | 0 | 0 |" in page(read(content))
    change("ledger/sample.yaml", "    became: [services/neuvonta]", "    left_out: Päättynyt.")
    text = page(read(content))
    assert "| all | 1 | 0 | 0 | 1 |" in text
    assert "- `esimerkkineuvonta` (left out) Päättynyt.\n" in text
