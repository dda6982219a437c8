import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.dates.edtf import EdtfDate
from app.queries.event_filter import FACETS, MOST_VALUES, EventFilter, read_filter

KNOWN = {
    "actor": ["kazakhstan", "russia", "taliban", "uzbekistan"],
    "type": ["talks", "visit"],
    "subtype": ["moscow-format", "off", "recognition"],
    "place": ["kabul", "moscow"],
    "person": ["sergei-shoigu"],
    "document": ["0123456789ab"],
    "publisher": ["Al-Arab (London), by its layout"],
    "language": ["ar", "ru"],
    "review": ["machine", "reviewed"],
    "precision": ["day", "month"],
    "scope": ["context", "core"],
}


def chosen(key: str) -> st.SearchStrategy[tuple[str, ...]]:
    values = st.lists(st.sampled_from(KNOWN[key]), unique=True).map(lambda values: tuple(sorted(values)))
    # Core events alone are what is shown unasked, so asking for them is no criterion.
    return values.filter(lambda chosen: chosen != ("core",))


FILTERS = st.builds(
    EventFilter,
    **{key: chosen(key) for key in FACETS},
    since=st.sampled_from([None, EdtfDate.parse("2021"), EdtfDate.parse("2021-08")]),
    until=st.sampled_from([None, EdtfDate.parse("2024"), EdtfDate.parse("2024-11-25")]),
    q=st.sampled_from(["", "طالبان", "a & b = c", "100% #x+y", "«Талибан»"]),
    sort=st.sampled_from(["newest", "oldest"]),
    after=st.sampled_from(["", "0123456789ab"]),
)


def pairs_of(address: str) -> list[tuple[str, str]]:
    from urllib.parse import parse_qsl, urlsplit

    return parse_qsl(urlsplit(address).query, keep_blank_values=True)


@given(FILTERS)
def test_a_filter_written_as_an_address_and_read_again_is_the_same_filter(wanted: EventFilter) -> None:
    asked = read_filter(pairs_of(wanted.address()), KNOWN)

    assert asked.filter == wanted
    assert asked.problems == ()


@given(FILTERS, st.randoms())
def test_parameters_in_any_order_with_empty_ones_between_have_one_canonical_address(
    wanted: EventFilter, random: object
) -> None:
    pairs = [*wanted.parameters(), ("q" if not wanted.q else "actor", "")]
    random.shuffle(pairs)  # type: ignore[attr-defined]

    assert read_filter(pairs, KNOWN).filter.address() == wanted.address()


@pytest.mark.parametrize(
    ("pairs", "key", "words"),
    [
        ([("actor", "uzbekstan")], "actor", "uzbekistan"),
        ([("actor", "atlantis")], "actor", "No such value"),
        ([("acotr", "russia")], "acotr", "actor"),
        ([("utm_source", "mail")], "utm_source", "No such filter"),
        ([("from", "2021-13-45")], "from", "2023-04-17"),
        ([("to", "XXXX-02")], "to", "no known end"),
        ([("from", "../2022")], "from", "no known beginning"),
        ([("to", "2022/..")], "to", "no known end"),
        ([("q", "a b c d e f g h i j k l m")], "q", "12 words"),
        ([("from", "2024"), ("to", "2022")], "to", "before"),
        ([("sort", "upwards")], "sort", "newest or oldest"),
        ([("q", "a"), ("q", "b")], "q", "last one"),
        ([("after", "'; DROP TABLE")], "after", "first page"),
        ([("q", "x" * 300)], "q", "200"),
    ],
)
def test_what_cannot_be_followed_is_named(pairs: list[tuple[str, str]], key: str, words: str) -> None:
    asked = read_filter(pairs, KNOWN)

    assert [problem.key for problem in asked.problems] == [key]
    assert words in asked.problems[0].advice


def test_a_wrong_value_beside_a_right_one_leaves_the_right_one() -> None:
    assert read_filter([("actor", "russia"), ("actor", "x")], KNOWN).filter.actor == ("russia",)


def test_more_values_than_the_limit_are_named() -> None:
    asked = read_filter([("actor", "russia")] * (MOST_VALUES + 1), KNOWN)

    assert asked.filter.actor == ("russia",)
    assert str(MOST_VALUES) in asked.problems[0].advice


@given(st.lists(st.tuples(st.text(), st.text()), max_size=10))
def test_no_address_breaks_the_reading(pairs: list[tuple[str, str]]) -> None:
    asked = read_filter(pairs, KNOWN)

    assert read_filter(asked.filter.parameters(), KNOWN).filter == asked.filter


def test_taking_a_criterion_away_goes_back_to_the_first_page() -> None:
    wanted = EventFilter(actor=("russia", "taliban"), q="x", after="0123456789ab")

    assert wanted.without("actor", "taliban") == EventFilter(actor=("russia",), q="x")
    assert wanted.without("q") == EventFilter(actor=("russia", "taliban"))
