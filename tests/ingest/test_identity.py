from hypothesis import given
from hypothesis import strategies as st

from app.ingest.identity import ALPHABET, LENGTH, Standing, identifier, keep_event_ids
from app.text.spans import Span


def place(start: int, end: int, kind: str = "visit", document: str = "d") -> Standing:
    return Standing(document, Span(start, end), kind)


@given(st.text(), st.integers())
def test_an_identifier_is_twelve_letters_and_digits_and_always_the_same(words: str, number: int) -> None:
    made = identifier(words, number)

    assert len(made) == LENGTH
    assert set(made) <= set(ALPHABET)
    assert made == identifier(words, number)


def test_a_new_event_gets_an_id_made_from_its_first_mention() -> None:
    first, second = keep_event_ids([[place(0, 10)], [place(20, 30)]], {})

    assert first != second
    assert keep_event_ids([[place(0, 10), place(50, 60)]], {}) == [first]


def test_an_event_keeps_its_id_when_its_passage_is_cut_otherwise() -> None:
    assert keep_event_ids([[place(2, 12)]], {"old": [place(0, 10)]}) == ["old"]


def test_an_event_keeps_its_id_when_its_type_is_corrected() -> None:
    assert keep_event_ids([[place(0, 10, "talks")]], {"old": [place(0, 10, "visit")]}) == ["old"]


def test_of_two_events_in_one_passage_each_keeps_the_id_of_its_type() -> None:
    standing = {"a": [place(0, 10, "visit")], "b": [place(0, 10, "talks")]}

    assert keep_event_ids([[place(0, 10, "talks")], [place(0, 10, "visit")]], standing) == ["b", "a"]


def test_when_an_event_is_split_the_part_that_shares_most_keeps_the_id() -> None:
    standing = {"old": [place(0, 10), place(20, 30), place(40, 50)]}

    kept = keep_event_ids([[place(0, 10)], [place(20, 30), place(40, 50)]], standing)

    assert kept[1] == "old"
    assert kept[0] != "old"


def test_a_passage_elsewhere_does_not_inherit_an_id() -> None:
    assert keep_event_ids([[place(0, 10, document="e")]], {"old": [place(0, 10)]}) != ["old"]


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(1, 10)), min_size=1, max_size=20, unique=True))
def test_no_id_is_given_twice(spans: list[tuple[int, int]]) -> None:
    groups = [[place(start, start + length)] for start, length in spans]

    first = keep_event_ids(groups, {})
    again = keep_event_ids(groups, dict(zip(first, groups, strict=True)))

    assert len(set(first)) == len(groups)
    assert again == first
