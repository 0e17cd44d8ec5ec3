import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.importers.content.three_way import Conflict, changes, merge

values = st.one_of(st.integers(0, 3), st.sampled_from(["a", "b"]), st.lists(st.integers(0, 2)))
texts = st.dictionaries(st.sampled_from(["fi", "sv", "en"]), st.sampled_from(["x", "y", "z"]))
channels = st.lists(
    st.fixed_dictionaries({"id": st.sampled_from("pqrs")}, optional={"number": values}),
    unique_by=lambda channel: channel["id"],
    min_size=1,
)
records = st.fixed_dictionaries(
    {},
    optional={
        "state": values,
        "order": values,
        "name": texts,
        "gaps": st.lists(texts),
        "area": st.fixed_dictionaries({}, optional={"reach": values, "name": texts}),
        "channels": channels,
    },
)


@given(records, records)
def test_what_changed_on_one_side_alone_is_taken(base, changed):
    assert merge(base, changed, base) == (changed, base, [])
    assert merge(base, base, changed) == (changed, changed, [])


@given(records, records)
def test_what_changed_alike_on_both_sides_is_no_conflict(base, changed):
    assert merge(base, changed, changed) == (changed, changed, [])


@given(records, records, records)
def test_without_a_conflict_the_next_load_of_the_same_file_changes_nothing(base, database, file):
    merged = merge(base, database, file)
    if not merged.conflicts:
        assert merge(merged.base, merged.data, file) == (merged.data, merged.base, [])
        assert merged.base == file


@given(records, records, records)
def test_a_conflict_is_told_again_until_it_is_solved(base, database, file):
    merged = merge(base, database, file)
    again = merge(merged.base, merged.data, file)
    assert again.data == merged.data
    assert {conflict.field for conflict in again.conflicts} == {
        conflict.field for conflict in merged.conflicts
    }


@given(records, records, records)
def test_a_conflict_keeps_what_stands_in_the_database(base, database, file):
    for field, kept, _ in merge(base, database, file).conflicts:
        name = field.split(".")[0]
        assert name in changes(base, database) or any(
            change.startswith(f"{name}.") for change in changes(base, database)
        )
        if field == name:
            assert database.get(name) == kept
            assert merge(base, database, file).data.get(name) == kept


@given(records, st.data())
def test_changes_of_different_fields_combine(base, data):
    names = ["state", "order", "name", "gaps", "area", "channels"]
    mine = data.draw(st.sets(st.sampled_from(names)))
    changed = data.draw(records)
    other = data.draw(records)
    database = _mixed(base, changed, mine)
    file = _mixed(base, other, set(names) - mine)
    merged = merge(base, database, file)
    assert merged.conflicts == []
    assert merged.data == _mixed(file, changed, mine)


def _mixed(record, other, names):
    """Return `record` with the fields of `names` as `other` has them."""
    kept = {name: value for name, value in record.items() if name not in names}
    return kept | {name: value for name, value in other.items() if name in names}


@given(records, records)
def test_changes_are_none_for_equals_only(before, after):
    assert (changes(before, after) == {}) == (before == after)


def test_languages_of_a_text_merge_one_by_one():
    base = {"name": {"fi": "yksi", "sv": "ett", "en": "one"}}
    database = {"name": {"fi": "kaksi", "sv": "ett", "en": "two"}}
    file = {"name": {"fi": "yksi", "sv": "två", "en": "three"}}
    merged = merge(base, database, file)
    assert merged.data == {"name": {"fi": "kaksi", "sv": "två", "en": "two"}}
    assert merged.base == {"name": {"fi": "yksi", "sv": "två", "en": "one"}}
    assert merged.conflicts == [Conflict("name.en", "two", "three")]


def test_channels_merge_by_their_names():
    base = {"channels": [{"id": "a", "number": "1"}, {"use": "b"}]}
    database = {"channels": [{"id": "a", "number": "2"}, {"use": "b"}]}
    file = {"channels": [{"id": "c"}, {"id": "a", "number": "1", "main": True}]}
    assert merge(base, database, file).data == {
        "channels": [{"id": "c"}, {"id": "a", "number": "2", "main": True}]
    }


def test_a_channel_that_one_side_removed_and_the_other_changed_is_a_conflict():
    base = {"channels": [{"id": "a"}, {"id": "b", "number": "1"}]}
    without = {"channels": [{"id": "a"}]}
    changed = {"channels": [{"id": "a"}, {"id": "b", "number": "2"}]}
    removed = merge(base, without, changed)
    assert removed.data == without
    assert removed.conflicts == [Conflict("channels.b", None, {"id": "b", "number": "2"})]
    kept = merge(base, changed, without)
    assert kept.data == changed
    assert kept.conflicts == [Conflict("channels.b", {"id": "b", "number": "2"}, None)]


@pytest.mark.parametrize("names", ["cab", "bac"])
def test_the_order_of_channels_is_kept_from_the_side_that_changed_it(names):
    base, moved = (
        {"channels": [{"id": name, "number": "1"} for name in order]} for order in ("abc", names)
    )
    edited = {"channels": [{"id": name, "number": "2"} for name in "abc"]}
    both = {"channels": [{"id": name, "number": "2"} for name in names]}
    assert merge(base, moved, edited).data == both
    assert merge(base, edited, moved).data == both


def test_two_new_orders_are_a_conflict():
    base, database, file = (
        {"channels": [{"id": name} for name in order]} for order in ("abc", "cab", "bac")
    )
    merged = merge(base, database, file)
    assert merged == (
        database,
        base,
        [Conflict("channels.(order)", ["c", "a", "b"], ["b", "a", "c"])],
    )


def test_changes_name_the_field_with_before_and_after():
    before = {"name": {"fi": "a"}, "channels": [{"id": "x", "number": "1"}], "steps": ["s"]}
    after = {"name": {"fi": "b"}, "channels": [{"id": "x"}, {"use": "y"}], "steps": ["s", "t"]}
    assert changes(before, after) == {
        "name.fi": ["a", "b"],
        "channels.x.number": ["1", None],
        "channels.y": [None, {"use": "y"}],
        "steps": [["s"], ["s", "t"]],
    }


def test_a_new_order_is_a_change():
    before, after = ({"channels": [{"id": name} for name in order]} for order in ("ab", "ba"))
    assert changes(before, after) == {"channels.(order)": [["a", "b"], ["b", "a"]]}
