"""How files become values."""

import pytest

from clientsmith_tests.judge.reading import Number, Unreadable, read, read_exactly


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ("yes", "yes"),
        ("True", "True"),
        ("~", "~"),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("12:30:45", "12:30:45"),
        ("2024-10-01", "2024-10-01"),
        (".inf", ".inf"),
        ("1", 1),
        ("-0.5", -0.5),
        ("1e3", 1000.0),
        ("18446744073709551615", 18446744073709551615),
        ("'1'", "1"),
        ("!!str 1", "1"),
        ("!!int 1", 1),
    ],
)
def test_scalars_are_what_json_says(text, value):
    found = read(f"key: {text}".encode())["key"]
    assert found == value and type(found) is type(value)


def test_keys_are_text():
    assert read(b"200: a\nno: b\n404.5: c") == {"200": "a", "no": "b", "404.5": "c"}


def test_json_is_read_as_json():
    assert read(b'\n{"a": "\\ud83d\\ude00", "b": 1.10}') == {"a": "\N{GRINNING FACE}", "b": 1.1}


def test_a_flow_mapping_is_not_taken_for_json():
    assert read(b"{a: [1, b]}") == {"a": [1, "b"]}


def test_aliases_and_merge_keys():
    text = b"base: &base {a: 1, b: 2}\nlist: &list [x]\nagain: *list\nwhole: {b: 3, <<: *base}\nquoted: {'<<': 1}"
    found = read(text)
    assert found["whole"] == {"a": 1, "b": 3}
    assert found["again"] == ["x"]
    assert found["quoted"] == {"<<": 1}


@pytest.mark.parametrize("text", [b"a: 1\na: 2", b"a: *nothing", b"a: [1", b"a: b: c"])
def test_what_cannot_be_read_is_refused(text):
    with pytest.raises(Unreadable):
        read(text)


def test_numbers_can_be_kept_as_they_are_written():
    text = b"a: 1.10\nb: '1.10'\nc: 1e400\nd: 010\ne: [1, true, null]"
    found = read_exactly(text)
    assert found == {"a": "1.10", "b": "1.10", "c": "1e400", "d": "010", "e": ["1", True, None]}
    assert [type(found[key]) for key in "abcd"] == [Number, str, Number, str]
    assert type(read_exactly(b'{"a": 1.10}')["a"]) is Number


def test_merged_keys_can_come_first():
    found = read_exactly(b"base: &base {a: 1, b: 2}\nwhole: {c: 3, b: 4, <<: *base}")
    assert list(found["whole"].items()) == [("a", "1"), ("b", "4"), ("c", "3")]
