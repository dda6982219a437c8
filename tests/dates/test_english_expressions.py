"""English phrases that tell a time, and what they mean in a text published on Saturday 30 November 2024."""

import pytest

from tests.dates.edtf_package import assert_reads
from tests.dates.told import Told, told

DAYS: list[tuple[str, Told]] = [
    ("on Monday and Tuesday", [("Monday and Tuesday", "2024-11-25/2024-11-26")]),
    ("on Saturday and Sunday", [("Saturday and Sunday", "2024-11-23/2024-11-24")]),  # published on a Saturday
    ("on Monday and Friday", [("Monday", "2024-11-25"), ("Friday", "2024-11-29")]),
    ("on the last day of March 2024", [("the last day of March 2024", "2024-03-31")]),
    ("by the last day of February", [("the last day of February", "2024-02-29")]),
    ("on the last day of February 2023", [("the last day of February 2023", "2023-02-28")]),
    ("On 24 August; on the evening of the 26th.", [("24 August", "2024-08-24"), ("the 26th", "2024-08-26")]),
    ("On 24 August; the 26th round", [("24 August", "2024-08-24")]),  # what is counted is no day
    ("on 16 November 2022 he", [("16 November 2022", "2022-11-16")]),
    ("on November 16th, 2022, he", [("November 16th, 2022", "2022-11-16")]),
    ("on Wednesday, November 16, but", [("Wednesday, November 16", "2024-11-16")]),
    ("Wednesday (November 16)", [("Wednesday (November 16)", "2024-11-16")]),
    ("Thursday, 21 October 2021", [("Thursday, 21 October 2021", "2021-10-21")]),
    ("the 16th of November 2022", [("the 16th of November 2022", "2022-11-16")]),
    ("twenty-first of May", [("twenty-first of May", "2024-05-21")]),
    ("Nov. 16, 2022; 5 Sept 2021", [("Nov. 16, 2022", "2022-11-16"), ("5 Sept 2021", "2021-09-05")]),
    ("On May 27 the ministries", [("May 27", "2024-05-27")]),
    ("from 11-17 October 2021", [("from 11-17 October 2021", "2021-10-11/2021-10-17")]),
    ("October 11–17, 2021", [("October 11–17, 2021", "2021-10-11/2021-10-17")]),
    ("30 September – 2 October 2022", [("30 September – 2 October 2022", "2022-09-30/2022-10-02")]),
    ("2022-04-13 and 2022/04/13", [("2022-04-13", "2022-04-13"), ("2022/04/13", "2022-04-13")]),
    ("13/04/2022 or 04/13/2022", [("13/04/2022", "2022-04-13"), ("04/13/2022", "2022-04-13")]),
    ("03/04/2022", [("03/04/2022", "[2022-03-04,2022-04-03]")]),  # London or New York: both are kept
    ("Sunday, 03/04/2022", [("Sunday, 03/04/2022", "2022-04-03")]),  # the other is a Friday
    ("Monday, 03/04/2022", [("Monday, 03/04/2022", "[2022-03-04,2022-04-03]")]),  # neither is a Monday
]

MONTHS_AND_YEARS: list[tuple[str, Told]] = [
    ("in October 2021, when", [("October 2021", "2021-10")]),
    ("last November; this November", [("last November", "2023-11"), ("this November", "2024-11")]),
    ("in September last", [("September last", "2024-09")]),
    ("in April last year", [("April last year", "2023-04")]),
    ("in April of last year", [("April of last year", "2023-04")]),
    ("October and November 2024", [("October and November 2024", "{2024-10,2024-11}")]),
    ("between March and May 2022", [("between March and May 2022", "2022-03/2022-05")]),
    ("between August 2021 and April 2023", [("between August 2021 and April 2023", "2021-08/2023-04")]),
    ("as early as 2016", [("2016", "2016")]),
    ("The format dates back to 2016.", [("2016", "2016")]),
    ("in 2021; in 2000.", [("2021", "2021"), ("2000", "2000")]),
    ("the 2021 takeover", [("2021", "2021")]),
    ("(1996–2001)", [("1996–2001", "1996/2001")]),
    ("in 1996–98", [("1996–98", "1996/1998")]),
    ("between 1996 and 2001", [("between 1996 and 2001", "1996/2001")]),
    ("from 1996 to 2001", [("from 1996 to 2001", "1996/2001")]),
    ("about 2016", [("about 2016", "2016~")]),
    ("in the 1980s; in the '90s", [("the 1980s", "198X"), ("90s", "199X")]),
    ("in the nineties", [("the nineties", "199X")]),
    ("the 19th century", [("the 19th century", "18XX")]),
    ("the first quarter of 2023", [("the first quarter of 2023", "2023-33")]),
    ("the second half of 2022", [("the second half of 2022", "2022-07/2022-12")]),
    ("in the summer of 2021; last summer", [("summer of 2021", "2021-22"), ("last summer", "2024-22")]),
]

PARTS: list[tuple[str, Told]] = [
    ("in mid-August 2024, when", [("mid-August 2024", "2024-08-15~")]),
    ("in late November", [("late November", "2024-11")]),
    ("early November 2022", [("early November 2022", "2022-11")]),
    ("mid-2021; late 2021", [("mid-2021", "2021"), ("late 2021", "2021")]),
    ("early in 2016", [("early in 2016", "2016")]),
    ("at the beginning of 2021", [("the beginning of 2021", "2021")]),
    ("the late 1980s", [("late 1980s", "198X")]),
    ("by the end of the year.", [("the end of the year", "2024")]),
]

RELATIVE: list[tuple[str, Told]] = [
    ("over the weekend", [("over the weekend", "2024-11-23/2024-11-24")]),
    ("last week; next week", [("last week", "2024-11-18/2024-11-24"), ("next week", "2024-12-02/2024-12-08")]),
    ("last year; this month", [("last year", "2023"), ("this month", "2024-11")]),
    ("a week ago", [("a week ago", "2024-11-23~")]),
    ("three days ago", [("three days ago", "2024-11-27")]),
    ("about two years ago", [("about two years ago", "2022~")]),
    ("two decades ago", [("two decades ago", "2004~")]),
    ("half a year ago", [("half a year ago", "2024-05~")]),
    ("over the past year", [("the past year", "2023/2024")]),
    ("over the past 20 years", [("the past 20 years", "2004/2024")]),
    ("the last two weeks", [("the last two weeks", "2024-11-16/2024-11-30")]),
    ("yesterday and today", [("yesterday", "2024-11-29"), ("today", "2024-11-30")]),
    ("the day before yesterday", [("the day before yesterday", "2024-11-28")]),
    ("on Thursday; last Thursday", [("Thursday", "2024-11-28"), ("last Thursday", "2024-11-28")]),
    ("last Saturday", [("last Saturday", "2024-11-23")]),
    ("Tuesday last week", [("Tuesday last week", "2024-11-19")]),
    ("next Monday; this Friday", [("next Monday", "2024-12-02"), ("this Friday", "2024-11-29")]),
]

FENCED: list[tuple[str, Told]] = [
    ("organization since March 2003, after", [("since March 2003", "2003-03/..")]),
    ("since the 1990s", [("since the 1990s", "199X/..")]),
    ("before 2021", [("before 2021", "../2020")]),
    ("after August 2021", [("after August 2021", "2021-08/..")]),
    ("until 2025", [("until 2025", "../2025")]),
    ("since 2001 until now", [("since 2001 until now", "2001/..")]),
]

ANAPHORA: list[tuple[str, Told]] = [
    ("On May 5, 2022. The following day", [("May 5, 2022", "2022-05-05"), ("The following day", "2022-05-06")]),
    ("On May 5, 2022. The next day.", [("May 5, 2022", "2022-05-05"), ("The next day", "2022-05-06")]),
    ("On May 5, 2022. Two days later", [("May 5, 2022", "2022-05-05"), ("Two days later", "2022-05-07")]),
    ("On May 5, 2022. A week earlier", [("May 5, 2022", "2022-05-05"), ("A week earlier", "2022-04-28")]),
    ("On May 5, 2022. That September", [("May 5, 2022", "2022-05-05"), ("That September", "2022-09")]),
    ("In 2021. Later that year", [("2021", "2021"), ("that year", "2021")]),
    ("In 2021. In June of the same year", [("2021", "2021"), ("June of the same year", "2021-06")]),
    ("In August 2021. Since then", [("August 2021", "2021-08"), ("Since then", "2021-08/..")]),
    ("In August 2021. At the time", [("August 2021", "2021-08"), ("At the time", "2021-08")]),
]

EVERYTHING = [*DAYS, *MONTHS_AND_YEARS, *PARTS, *RELATIVE, *FENCED, *ANAPHORA]


@pytest.mark.parametrize(("text", "expected"), EVERYTHING, ids=[text for text, _ in EVERYTHING])
def test_english_phrases_are_found_whole_and_understood(text: str, expected: Told) -> None:
    assert told(text, "en") == expected


@pytest.mark.parametrize("date", sorted({date for _, pairs in EVERYTHING for _, date in pairs if date}))
def test_the_edtf_package_reads_every_date_found(date: str) -> None:
    assert_reads(date)
