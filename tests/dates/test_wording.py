"""Dates as a reader is told them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.dates.edtf import EdtfDate
from app.dates.wording import PHRASES, wording
from tests.dates.test_edtf import dates

ENGLISH = [
    ("2023-04-17", "17 April 2023"),
    ("2023-04", "April 2023"),
    ("2023", "2023"),
    ("0987", "987"),
    ("2021-08-15~", "about 15 August 2021"),
    ("2023?", "2023 (uncertain)"),
    ("2023-04%", "about April 2023 (uncertain)"),
    ("2021-10-11/2021-10-17", "11–17 October 2021"),
    ("2021-10-30/2021-11-02", "30 October – 2 November 2021"),
    ("2021-12-30/2022-01-02", "30 December 2021 – 2 January 2022"),
    ("2022-03/2023-04", "March 2022 – April 2023"),
    ("2022-03/2022-05", "March – May 2022"),
    ("2022-03/2022-04-05", "March 2022 – 5 April 2022"),
    ("1996/2001", "1996–2001"),
    ("2021-10~/2021-12~", "about October – December 2021"),
    ("2022/..", "since 2022"),
    ("2022-03/..", "since March 2022"),
    ("../2022", "until 2022"),
    ("[2021-08..2023-04]", "between August 2021 and April 2023"),
    ("[2021-08,2021-10]", "August 2021 or October 2021"),
    ("{2017,2018,2021..2024}", "2017, 2018 and 2021–2024"),
    ("198X", "1980s"),
    ("19XX", "1900–1999"),
    ("2021-22", "summer 2021"),
    ("2021-33", "1st quarter 2021"),
    ("XXXX-03", "March (year unknown)"),
    ("XXXX-11-16", "16 November (year unknown)"),
    ("XXXX", "year unknown"),
    ("XXXX-02-29", "29 February (year unknown)"),
    ("XXXX-01-04/XXXX-01-22", "4 January – 22 January (year unknown)"),
]
OTHERS = [
    ("ar", "2023-04-17", "17 أبريل 2023"),
    ("ar", "2021-08-15~", "نحو 15 أغسطس 2021"),
    ("ar", "2021-10-11/2021-10-17", "11–17 أكتوبر 2021"),
    ("ar", "2022/..", "منذ 2022"),
    ("ar", "[2021-08..2023-04]", "بين أغسطس 2021 وأبريل 2023"),
    ("ru", "2023-04-17", "17 апреля 2023 г."),
    ("ru", "2023-04", "апрель 2023 г."),  # by itself in the nominative
    ("ru", "2023-04/..", "с апреля 2023 г."),  # after a preposition not
    ("ru", "2023-04~", "около апреля 2023 г."),
    ("ru", "2021-10-11/2021-10-17", "11–17 октября 2021 г."),
    ("ru", "[2021-08..2023-04]", "не ранее августа 2021 г. и не позднее апреля 2023 г."),
    ("fa", "2023-04-17", "۱۷ آوریل ۲۰۲۳"),
    ("fa", "198X", "دههٔ ۱۹۸۰"),
]


@pytest.mark.parametrize(("text", "words"), ENGLISH)
def test_a_date_is_said_in_plain_english(text: str, words: str) -> None:
    assert wording(EdtfDate.parse(text), "en") == words


@pytest.mark.parametrize(("language", "text", "words"), OTHERS)
def test_a_date_is_said_in_the_language_of_its_reader(language: str, text: str, words: str) -> None:
    assert wording(EdtfDate.parse(text), language) == words


def test_no_date_is_undated_in_every_language() -> None:
    assert [wording(None, language) for language in PHRASES] == ["undated", "بلا تاريخ", "без даты", "بدون تاریخ"]


@given(dates, st.sampled_from(sorted(PHRASES)))
def test_every_date_has_words_in_every_language(text: str, language: str) -> None:
    words = wording(EdtfDate.parse(text), language)

    assert words and "{" not in words and "X" not in words
