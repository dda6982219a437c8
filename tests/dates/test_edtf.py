"""EDTF values: what parses, what it spans, what is refused, and that the `edtf` package reads what we write."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.dates.edtf import EdtfDate
from app.errors import BadEdtf
from tests.dates.edtf_package import assert_reads

# text, earliest, latest, precision
BOUNDS = [
    ("2023-04-17", "2023-04-17", "2023-04-17", "day"),
    ("2024-02-29", "2024-02-29", "2024-02-29", "day"),
    ("2023-04", "2023-04-01", "2023-04-30", "month"),
    ("2024-02", "2024-02-01", "2024-02-29", "month"),
    ("2023", "2023-01-01", "2023-12-31", "year"),
    ("0001", "0001-01-01", "0001-12-31", "year"),
    ("9999-12-31", "9999-12-31", "9999-12-31", "day"),
    ("2021-21", "2021-03-01", "2021-05-31", "season"),
    ("2021-22", "2021-06-01", "2021-08-31", "season"),
    ("2021-23", "2021-09-01", "2021-11-30", "season"),
    ("2021-24", "2021-12-01", "2022-02-28", "season"),  # winter runs into the next year
    ("2021-33", "2021-01-01", "2021-03-31", "quarter"),
    ("2021-36", "2021-10-01", "2021-12-31", "quarter"),
    ("198X", "1980-01-01", "1989-12-31", "decade"),
    ("19XX", "1900-01-01", "1999-12-31", "century"),
    ("000X", "0001-01-01", "0009-12-31", "decade"),  # there is no year 0000 to begin with
    ("XXXX-02", None, None, "month"),
    ("XXXX-02-29", None, None, "day"),
    ("XXXX", None, None, "unknown"),
    ("2021-08~", "2021-08-01", "2021-08-31", "month"),  # roughly then does not widen it
    ("2021-08-15?", "2021-08-15", "2021-08-15", "day"),
    ("2022/2023", "2022-01-01", "2023-12-31", "interval"),
    ("2021-10-11/2021-10-17", "2021-10-11", "2021-10-17", "interval"),
    ("2004-06-11/2004", "2004-06-11", "2004-12-31", "interval"),
    ("2022/..", "2022-01-01", None, "interval"),
    ("2022/", "2022-01-01", None, "interval"),
    ("../2022", None, "2022-12-31", "interval"),
    ("/2022", None, "2022-12-31", "interval"),
    ("XXXX-01-04/XXXX-01-22", None, None, "interval"),
    ("[2021-08..2023-04]", "2021-08-01", "2023-04-30", "set"),
    ("[2021-08,2021-10]", "2021-08-01", "2021-10-31", "set"),
    ("[2021-10,2021-08]", "2021-08-01", "2021-10-31", "set"),
    ("[..2021]", None, "2021-12-31", "set"),
    ("[2021..]", "2021-01-01", None, "set"),
    ("{2017,2018,2021..2024}", "2017-01-01", "2024-12-31", "set"),
]


@pytest.mark.parametrize(("text", "earliest", "latest", "precision"), BOUNDS)
def test_a_date_knows_its_first_and_last_day(
    text: str, earliest: str | None, latest: str | None, precision: str
) -> None:
    parsed = EdtfDate.parse(text)

    assert parsed.earliest == (date.fromisoformat(earliest) if earliest else None)
    assert parsed.latest == (date.fromisoformat(latest) if latest else None)
    assert parsed.precision == precision
    assert parsed.text == str(parsed) == text


@pytest.mark.parametrize(
    "text",
    [
        "2021-13-45",
        "2021-02-30",
        "2023-02-29",
        "2021-00",
        "2021-25",  # seasons of level 2
        "2021-37",
        "0000",
        "10000",
        "-2021",
        "2021-1",
        "21",
        "2021-04-",
        "2021/04",  # not an interval but a month badly written
        "198X-04",
        "XXXX-22",
        "XXXX-13",
        "2023/2022",
        "2022-05/2022-04",
        "2022/2023/2024",
        "XXXX-03/2022",
        "/",
        "../..",
        "..",
        "",
        " 2021",
        "2021\n",
        "٢٠٢١",  # digits of EDTF are ASCII
        "[]",
        "{}",
        "[2021",
        "[2021}",
        "[2023..2021]",
        "[XXXX-02]",
        "[2021..,2023]",
        "[2020,..2021]",
        "2021~~",
        "about 2021",
        "2021-~04",
        "9" * 2000,
        "[" + "2021," * 500 + "2021]",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(BadEdtf):
        EdtfDate.parse(text)
    with pytest.raises(BadEdtf):
        EdtfDate(text)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2021", False, False),
        ("2021~", True, False),
        ("2021?", False, True),
        ("2021%", True, True),
        ("2021-10~/2021-12", True, False),
        ("{2017,2018?}", False, True),
    ],
)
def test_doubt_is_known_wherever_it_stands(text: str, approximate: bool, uncertain: bool) -> None:
    parsed = EdtfDate.parse(text)

    assert (parsed.approximate, parsed.uncertain) == (approximate, uncertain)


def test_dates_are_equal_by_their_text_and_may_be_keys() -> None:
    assert EdtfDate("2023-04") == EdtfDate.parse("2023-04")
    assert EdtfDate.parse("2023-04") != EdtfDate.parse("2023-04~")
    assert len({EdtfDate("2023"), EdtfDate.parse("2023")}) == 1


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2023-04-17", "2023-04-17", "2023-04-17"),
        ("2023-04-01", "2023-04-30", "2023-04"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2023-02-01", "2023-02-27", "2023-02-01/2023-02-27"),
        ("2023-01-01", "2023-12-31", "2023"),
        ("1996-01-01", "2001-12-31", "1996/2001"),
        ("2022-03-01", "2023-04-30", "2022-03/2023-04"),
        ("2021-10-11", "2021-10-17", "2021-10-11/2021-10-17"),
        ("0999-03-01", "0999-03-31", "0999-03"),
        ("9999-12-01", "9999-12-31", "9999-12"),
    ],
)
def test_days_are_written_as_short_as_they_can_be(first: str, last: str, text: str) -> None:
    assert EdtfDate.spanning(date.fromisoformat(first), date.fromisoformat(last)).text == text


def test_days_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(BadEdtf):
        EdtfDate.spanning(date(2023, 4, 18), date(2023, 4, 17))


def test_dates_are_made_of_days_months_and_years() -> None:
    assert EdtfDate.from_day(date(2023, 4, 17)).text == "2023-04-17"
    assert EdtfDate.from_month(2023, 4).text == "2023-04"
    assert EdtfDate.from_year(987).text == "0987"
    with pytest.raises(BadEdtf):
        EdtfDate.from_month(2023, 13)


@pytest.mark.parametrize(
    ("years", "text"),
    [
        ([2017, 2018, 2021, 2022, 2023, 2024], "{2017,2018,2021..2024}"),
        ([2021, 2022], "{2021,2022}"),
        ([2021, 2022, 2023], "{2021..2023}"),
    ],
)
def test_three_years_in_a_row_are_drawn_together(years: list[int], text: str) -> None:
    assert EdtfDate.all_of(EdtfDate.from_year(year) for year in years).text == text


@pytest.mark.parametrize(
    ("text", "roughly"),
    [
        ("2021-08", "2021-08~"),
        ("2021-08~", "2021-08~"),
        ("2021-08?", "2021-08%"),
        ("2021-08%", "2021-08%"),
        ("198X", "198X~"),
        ("2021-10/2021-12", "2021-10~/2021-12~"),
        ("2022/..", "2022~/.."),
        ("../2022", "../2022~"),
        ("[2021-08..2023-04]", "[2021-08~..2023-04~]"),
        ("{2017,2018?}", "{2017~,2018%}"),
    ],
)
def test_roughly_then_is_said_of_every_end(text: str, roughly: str) -> None:
    assert EdtfDate.parse(text).approximately().text == roughly


@pytest.mark.parametrize(
    ("text", "onwards", "backwards"),
    [
        ("2022", "2022/..", "../2022"),
        ("2021-08-15~", "2021-08-15~/..", "../2021-08-15~"),
        ("2021-10-11/2021-10-17", "2021-10-11/..", "../2021-10-17"),
        ("[2021-08..2023-04]", "2021-08-01/..", "../2023-04-30"),
    ],
)
def test_what_lasts_since_or_until_a_date_is_open(text: str, onwards: str, backwards: str) -> None:
    assert EdtfDate.parse(text).onwards().text == onwards
    assert EdtfDate.parse(text).backwards().text == backwards


def test_an_open_interval_begins_with_a_date() -> None:
    assert EdtfDate.parse("2022/..").beginning().text == "2022"
    assert EdtfDate.parse("2021/2022").beginning().text == "2021/2022"


# one, other, overlaps, within
PAIRS = [
    ("2023-04-17", "2023-04", True, True),
    ("2023-04", "2023-04-17", True, False),
    ("2023-04", "2023-04", True, True),
    ("2023-04", "2023-05", False, False),
    ("2023-04", "2022/..", True, True),
    ("2022/..", "2023-04", True, False),
    ("2021", "2022/..", False, False),
    ("../2021", "2022/..", False, False),
    ("../2021", "../2022", True, True),
    ("2022/..", "2021/..", True, True),
    ("2021-08-15~", "2021-08", True, True),
    ("2019", "{2017,2018,2021..2024}", True, True),  # the bounds of a set stand for it
    ("2022-03-31", "XXXX-03", True, True),
    ("2022-04-01", "XXXX-03", False, False),
    ("XXXX-03", "2022-03-31", True, False),
    ("XXXX-03", "2022", True, False),  # in 2022, or in another year
    ("XXXX-03-05", "XXXX-03", True, True),
    ("XXXX-03", "XXXX-04", False, False),
    ("XXXX-03", "2022/..", True, False),
    ("XXXX-03", "../2022", True, False),
    ("XXXX-02-29", "2023", False, False),
    ("XXXX-02-29", "2021/2024", True, False),
    ("2022", "XXXX", True, True),
]


@pytest.mark.parametrize(("one", "other", "overlaps", "within"), PAIRS)
def test_dates_overlap_and_lie_within_each_other(one: str, other: str, overlaps: bool, within: bool) -> None:
    assert EdtfDate.parse(one).overlaps(EdtfDate.parse(other)) is overlaps
    assert EdtfDate.parse(other).overlaps(EdtfDate.parse(one)) is overlaps
    assert EdtfDate.parse(one).within(EdtfDate.parse(other)) is within


days = st.dates(min_value=date(1, 1, 1), max_value=date(9998, 12, 31))
qualifiers = st.sampled_from(["", "", "~", "?", "%"])


@st.composite
def points(draw: st.DrawFn) -> str:
    """A date without interval or set."""
    day = draw(days).isoformat()
    text = draw(
        st.sampled_from(
            [day, day[:7], day[:4], f"{day[:5]}21", f"{day[:5]}24", f"{day[:5]}33", f"{day[:3]}X", f"{day[:2]}XX"]
        )
    )
    return text + draw(qualifiers)


@st.composite
def ordered(draw: st.DrawFn) -> tuple[str, str]:
    """Two days, the earlier first."""
    first, last = sorted((draw(days), draw(days)))
    return first.isoformat() + draw(qualifiers), last.isoformat() + draw(qualifiers)


dates = st.one_of(
    points(),
    ordered().map("/".join),
    ordered().map(lambda ends: f"[{ends[0]}..{ends[1]}]"),
    points().map(lambda text: f"{text}/.."),
    points().map(lambda text: f"../{text}"),
    st.lists(points(), min_size=1, max_size=5).map(lambda texts: "{" + ",".join(texts) + "}"),
    days.map(lambda day: f"XXXX{day.isoformat()[4:]}"),
)


@given(dates)
def test_what_parses_is_written_as_it_was_read(text: str) -> None:
    parsed = EdtfDate.parse(text)

    assert EdtfDate.parse(str(parsed)) == parsed
    assert parsed.text == text
    assert parsed.overlaps(parsed)
    assert parsed.approximately().approximate


@given(days, days)
def test_what_spans_two_days_has_them_as_its_bounds(one: date, other: date) -> None:
    first, last = sorted((one, other))

    spanning = EdtfDate.spanning(first, last)

    assert (spanning.earliest, spanning.latest) == (first, last)


@given(st.text(alphabet="0123456789-/.[]{},X~?%", max_size=24))
def test_any_text_is_a_date_or_is_refused(text: str) -> None:
    try:
        parsed = EdtfDate.parse(text)
    except BadEdtf:
        return
    assert parsed.earliest is None or parsed.latest is None or parsed.earliest <= parsed.latest


@pytest.mark.parametrize("text", sorted({text for text, *_ in BOUNDS}))
def test_the_edtf_package_reads_what_we_write(text: str) -> None:
    assert_reads(text)


@given(dates)
def test_the_edtf_package_reads_whatever_we_read(text: str) -> None:
    assert_reads(text)
