"""The conventions by which a phrase becomes a date, a row for each with its reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.dates.edtf import EdtfDate
from app.dates.resolution import published_after, resolve
from app.dates.wording import wording
from app.vocabulary.calendars import date_lexicon
from tests.dates.told import expressions, read, told

# text, published, date, reason
CONVENTIONS = [
    ("in March", "2024-11-30", "2024-03", "a month without a year is the newest one past"),
    ("in December", "2024-11-30", "2023-12", "even if that is last year's"),
    ("in November", "2024-11-01", "2024-11", "the month of publication itself counts"),
    ("on November 5", "2024-11-30", "2024-11-05", "a day without a year is the newest one past"),
    ("on November 30", "2024-11-30", "2024-11-30", "the day of publication counts"),
    ("on December 1", "2024-11-30", "2023-12-01", "tomorrow does not"),
    ("on February 29", "2024-02-28", "2020-02-29", "a leap day is looked for in leap years"),
    ("last October", "2024-11-30", "2024-10", "“last October” is the newest October past, as Arabic news has it"),
    ("last October", "2024-10-31", "2023-10", "but never the month of publication"),
    ("October last", "2024-11-30", "2024-10", "on whichever side “last” stands"),
    ("next March", "2024-11-30", "2025-03", "the first one to come"),
    ("this March", "2024-11-30", "2024-03", "that of the year of publication"),
    ("on Thursday", "2024-11-30", "2024-11-28", "a bare weekday is the newest one past"),
    ("on Saturday", "2024-11-30", "2024-11-30", "that of publication itself, as in news of the day"),
    ("last Saturday", "2024-11-30", "2024-11-23", "with “last” it is strictly past"),
    ("next Saturday", "2024-11-30", "2024-12-07", "with “next” strictly to come"),
    ("this Monday", "2024-11-30", "2024-11-25", "“this” keeps to the ISO week of publication"),
    ("last week", "2024-11-30", "2024-11-18/2024-11-24", "the week from Monday to Sunday before"),
    ("last week", "2024-12-02", "2024-11-25/2024-12-01", "a new week begins on Monday"),
    ("this week", "2024-12-04", "2024-12-02/2024-12-04", "what was done this week was done by the day it was told"),
    ("last month", "2024-01-31", "2023-12", "months are counted by the calendar"),
    ("last year", "2024-01-01", "2023", "and so are years"),
    ("three days ago", "2024-03-02", "2024-02-28", "days are counted exactly"),
    ("about ten days ago", "2024-11-30", "2024-11-20~", "unless they are said to be rough"),
    ("a week ago", "2024-11-30", "2024-11-23~", "a week ago is roughly that day"),
    ("two months ago", "2024-01-31", "2023-11~", "two months ago is roughly that month"),
    ("20 years ago", "2024-11-30", "2004~", "20 years ago is roughly that year"),
    ("in mid-August 2024", "2024-11-30", "2024-08-15~", "the middle of a month is about its 15th"),
    ("in mid-2023", "2024-11-30", "2023", "the middle of a year is not finer than the year"),
    ("in early September", "2024-11-30", "2024-09", "the beginning of a month is within the month"),
    ("at the end of March 2023", "2024-11-30", "2023-03", "and so is its end"),
    ("since 2003", "2024-11-30", "2003/..", "“since” is open"),
    ("before 2003", "2024-11-30", "../2002", "“before” shuts the date itself out"),
    ("before August 2021", "2024-11-30", "../2021-07", "to the precision that was said"),
    ("before August 15, 2021", "2024-11-30", "../2021-08-14", "a day too"),
    ("after 2003", "2024-11-30", "2003/..", "“after” an event of that year may be later in that year"),
    ("until 2003", "2024-11-30", "../2003", "“until” takes the date in"),
    ("between December and February", "2024-11-30", "2023-12/2024-02", "a stretch runs forward, over the new year"),
    ("the last two weeks", "2024-11-30", "2024-11-16/2024-11-30", "a look back ends with publication"),
    (
        "recently",
        "2024-11-30",
        "2024-11~",
        "“recently” is about the month in which the last thirty days have their middle",
    ),
    ("recently", "2021-10-01", "2021-09~", "which may be the month before"),
    ("in the spring", "2024-11-30", "2024-21", "a season without a year is the newest one past"),
    ("late autumn", "2024-03-10", "2023-23", "and so is its end"),
    ("last winter", "2024-11-30", "2023-24", "the newest season wholly past"),
    ("on February 30, 2021", "2024-11-30", None, "there is no such day"),
]


@pytest.mark.parametrize(
    ("text", "published", "date", "reason"), CONVENTIONS, ids=[f"{row[0]} at {row[1]}" for row in CONVENTIONS]
)
def test_a_phrase_means_what_the_conventions_say(text: str, published: str, date: str | None, reason: str) -> None:
    reading = read(text, published=published)

    assert (reading.date.text if reading else None) == date, reason


@pytest.mark.parametrize(
    ("text", "published", "date", "reason"),
    [
        ("17 أبريل الجاري", "2023-04-20", "2023-04-17", "“this April” is that of the year of publication"),
        ("17 الجاري", "2023-04-20", "2023-04-17", "and without the month, its month too"),
        ("منتصف أغسطس الماضي", "2021-10-21", "2021-08-15~", "part and “last” together"),
        ("الثلاثاء", "2024-12-17", "2024-12-17", "voted “Tuesday”, in an article of that Tuesday"),
        ("أمس الجمعة", "2024-11-30", "2024-11-29", "the weekday agrees with yesterday"),
        ("اليوم الأربعاء", "2024-11-30", "2024-11-27", "the weekday is right where the publication date is late"),
        ("أكتوبر قبل الماضي", "2024-11-30", "2023-10", "the last but one"),
        ("12 رمضان 1443", "2024-11-30", "2022-04-13~", "a Hijri day is rough by a day"),
        ("ثمانينات القرن الماضي", "2024-11-30", "198X", "a decade of the century before"),
    ],
)
def test_an_arabic_phrase_means_what_the_conventions_say(text: str, published: str, date: str, reason: str) -> None:
    reading = read(text, "ar", published)

    assert reading and reading.date.text == date, reason


def test_solar_hijri_days_are_exact_and_months_are_their_days() -> None:
    day, month = read("۸ عقرب ۱۴۰۰", "fa"), read("عقرب ۱۴۰۰", "fa")

    assert day and day.date.text == "2021-10-30"
    assert month and month.date.text == "2021-10-23/2021-11-21"


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("on November 25, 2024", "explicit"),
        ("since March 2003", "explicit"),
        ("in March", "inferred"),
        ("last October", "relative"),
        ("last week", "relative"),
        ("on Thursday", "relative"),
        ("the same year", "inherited"),
        ("the following day", "inherited"),
        ("at the time", "inherited"),
    ],
)
def test_a_reading_says_on_what_it_rests(text: str, basis: str) -> None:
    reading = read(text, focus="2022-05-05")

    assert reading and reading.basis == basis


def test_a_date_since_which_something_lasts_is_kept_by_itself_too() -> None:
    reading = read("since March 2003")

    assert reading and (reading.date.text, reading.bare.text) == ("2003-03/..", "2003-03")


def test_the_part_of_a_time_is_kept_beside_its_date() -> None:
    reading = read("late November 2024")

    assert reading and (reading.date.text, reading.part) == ("2024-11", "late")


# text, date without a publication date
UNPUBLISHED = [
    ("in March", "XXXX-03"),
    ("on November 16", "XXXX-11-16"),
    ("in late March", "XXXX-03"),
    ("in mid-March", "XXXX-03-15~"),
    ("last March", "XXXX-03"),
    ("from 4 to 22 January", "XXXX-01-04/XXXX-01-22"),
    ("in March 2022", "2022-03"),
    ("last week", None),
    ("on Thursday", None),
    ("three days ago", None),
    ("today", None),
    ("the past two weeks", None),
    ("the 1980s", "198X"),
]


@pytest.mark.parametrize(("text", "date"), UNPUBLISHED)
def test_without_a_publication_date_only_a_year_is_missing_or_all(text: str, date: str | None) -> None:
    reading = read(text, published=None)

    assert (reading.date.text if reading else None) == date


def test_without_a_publication_date_a_month_takes_the_year_of_the_focus() -> None:
    reading = read("in March", published=None, focus="2022-01-15")

    assert reading and (reading.date.text, reading.basis) == ("2022-03", "inherited")


# text, date where publication is known only to lie between 27 November and 31 December 2024
BETWEEN = [
    ("in October", "2024-10", "both ends agree"),
    ("last October", "2024-10", "both ends agree"),
    ("this year", "2024", "both ends agree"),
    ("last month", "2024-10/2024-11", "the ends differ: their hull"),
    ("on December 25", "2023-12-25/2024-12-25", "past at one end only"),
    ("on Thursday", "2024-11-21/2024-12-26", "one of these Thursdays"),
    ("two months ago", "2024-09~/2024-10~", "rough, and a hull"),
    ("since last month", "2024-10/..", "an open end stays open"),
]


@pytest.mark.parametrize(("text", "date", "reason"), BETWEEN)
def test_an_interval_of_publication_is_taken_at_both_ends(text: str, date: str, reason: str) -> None:
    reading = read(text, published="2024-11-27/2024-12-31")

    assert reading and reading.date.text == date, reason


@pytest.mark.parametrize("published", ["../2024-11-30", "2024-11-30/..", "XXXX-11"])
def test_a_publication_date_without_two_ends_is_none(published: str) -> None:
    assert read("last week", published=published) is None


@pytest.mark.parametrize(
    ("text", "focus", "date"),
    [
        ("the following day", "2022-05-05", "2022-05-06"),
        ("the following day", "2022-05", None),  # of which day?
        ("the following month", "2022-05-05", "2022-06"),
        ("the previous year", "2022-05", "2021"),
        ("the same year", "2021-12/2022-01", None),  # which of the two?
        ("the same day", "2021-08-15~", "2021-08-15~"),
        ("at the time", "2003/..", "2003"),  # when it began
        ("since then", "2003/..", "2003/.."),
        ("that year", "2022/..", "2022"),
        ("in June of the same year", "2024-10", "2024-06"),
        ("two days later", "2022-05-05", "2022-05-07"),
        ("a month later", "2022-05-05", "2022-06"),
        ("the following April", "2021-10-30", "2022-04"),
        ("the following day", None, None),
        ("at the time", None, None),
        ("that year", "XXXX-03", None),
    ],
)
def test_what_counts_from_the_focus_needs_one_that_is_fine_enough(
    text: str, focus: str | None, date: str | None
) -> None:
    reading = read(text, focus=focus)

    assert (reading.date.text if reading else None) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("on Friday", "2024-12-06"),
        ("on Saturday", "2024-11-30"),
        ("in July", "2025-07"),
        ("in November", "2024-11"),
        ("on December 26", "2024-12-26"),
        ("last Friday", "2024-11-29"),  # words that say so are believed
        ("in July 2023", "2023-07"),
        ("two days later", "2024-12-02"),
    ],
)
def test_a_clause_that_looks_ahead_means_the_next_one(text: str, date: str) -> None:
    reading = read(text, ahead=True)

    assert reading and reading.date.text == date


@pytest.mark.parametrize(
    ("text", "paragraph", "date"),
    [
        ("in September", "1995-01", "1995-09"),
        ("in January", "1995-09", "1996-01"),
        ("in October", "2024-11", "2024-10"),  # going on would lead past publication
        ("in March", None, "2024-03"),
        ("last March", "1995-01", "2024-03"),  # words that say so are believed
    ],
)
def test_a_month_may_go_on_from_what_its_paragraph_told(text: str, paragraph: str | None, date: str) -> None:
    reading = read(text, paragraph=paragraph)

    assert reading and reading.date.text == date


@pytest.mark.parametrize(
    ("text", "published", "date", "reason"),
    [
        ("Wednesday, November 16", "2022-11-18", "2022-11-16", "the newest past is a Wednesday"),
        ("Wednesday, November 16", "2022-11-10", "2022-11-16", "announced: the one before was a Tuesday"),
        ("Wednesday, November 16", "2022-01-01/2023-06-30", "2022-11-16", "the only one that fits"),
        ("Monday, November 16", "2022-11-18", "2022-11-16", "none fits: the weekday is a slip"),
    ],
)
def test_a_weekday_tells_the_year_of_its_day(text: str, published: str, date: str, reason: str) -> None:
    reading = read(text, published=published)

    assert reading and (reading.date.text, reading.basis) == (date, "inferred"), reason


def test_a_text_was_published_after_the_newest_date_it_tells() -> None:
    text = "In May 2019 and in October 2021; since 1996, by 2030, and on Wednesday, November 16."

    after = published_after(expressions(text, "en"))

    assert after and after.text == "2021-10/.."
    reading = resolve(expressions(text, "en")[-1], after)
    assert reading and (reading.date.text, reading.basis) == ("2022-11-16", "inferred")
    assert read("last week", published=after.text) is None
    assert published_after(expressions("on Thursday, by 2030", "en")) is None


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "0001/9999", "9998/.."])
@pytest.mark.parametrize(
    "text",
    [
        "Wednesday, November 16",
        "last week",
        "20 years ago",
        "next month",
        "in March",
        "last winter",
        "the past 20 years",
    ],
)
def test_at_the_ends_of_time_a_date_is_known_or_not_but_nothing_breaks(text: str, published: str) -> None:
    read(text, published=published, focus="9999-12-31")


WORDS = [" ".join(entry.words) for bucket in date_lexicon("ar").entries.values() for entry in bucket]
FIGURES = ["1", "29", "31", "2000", "2021", "1443", "9999", "31/12/1400", "(", "/", "-", "،"]
PUBLISHED = [None, "2024-02-29", "2024-11-27/2024-12-31", "0001-01-01", "9999-12-31", "2021-10/..", "XXXX-03"]
FOCUS = [None, "2022-05-05", "2003/..", "../2020", "XXXX-03", "{2017,2018}", "9999-12-31"]


@given(
    st.lists(st.sampled_from([*WORDS, *FIGURES * 20]), min_size=1, max_size=9).map(" ".join),
    st.sampled_from(PUBLISHED),
    st.sampled_from(FOCUS),
    st.booleans(),
)
def test_whatever_is_found_has_a_date_with_words_or_none(
    text: str, published: str | None, focus: str | None, ahead: bool
) -> None:
    told_before = EdtfDate.parse(focus) if focus else None
    for expression in expressions(text, "ar"):
        reading = resolve(expression, EdtfDate.parse(published) if published else None, told_before, ahead=ahead)
        assert reading is None or (wording(reading.date, "ar") and expression.kind != "vague")


def test_of_two_readings_the_one_already_past_is_taken() -> None:
    assert told("03/12/2024", "en", "2024-11-30") == [("03/12/2024", "2024-03-12")]
    assert told("03/04/2024", "en", "2024-11-30") == [("03/04/2024", "[2024-03-04,2024-04-03]")]


@pytest.mark.parametrize(
    ("text", "tag", "event", "date", "reason"),
    [
        ("two days after the talks", "en", "2021-08-15", "2021-08-17", "days are counted exactly"),
        ("a week before the attack", "en", "2025-11-26", "2025-11-19", "a week is seven days"),
        ("ten months after the visit", "en", "2023-11-28", "2024-09", "months are counted by the calendar"),
        ("about ten days after the fall", "en", "2021-08-15~", "2021-08-25~", "rough as the event is"),
        ("بعد يومين من سقوط كابول", "ar", "2021-08-15", "2021-08-17", "where it goes on “from”"),
        ("وقبل عام من الانسحاب", "ar", "2021-08", "2020", "a year before"),
        ("через два дня после захвата", "ru", "2021-08-15", "2021-08-17", "“through … after”"),
        ("за неделю до визита", "ru", "2024-11-25", "2024-11-18", "“for … until”"),
        ("накануне визита", "ru", "2024-11-25", "2024-11-24", "the day before; alone it is “yesterday”"),
        ("غداة الهجوم", "ar", "2025-11-26", "2025-11-27", "the day after"),
        ("on the eve of the summit", "en", "2024-07-04", "2024-07-03", "the day before"),
        ("دو روز پیش از حمله", "fa", "2025-11-26", "2025-11-24", "“before”, where “پیش” alone is “ago”"),
        ("two days after the talks", "en", None, None, "of talks of an unknown day nothing is known"),
    ],
)
def test_what_counts_from_an_event_needs_its_date(
    text: str, tag: str, event: str | None, date: str | None, reason: str
) -> None:
    reading = read(text, tag, "2025-12-02", "2025-12-01", event=event)

    assert (reading.date.text if reading else None) == date, reason
