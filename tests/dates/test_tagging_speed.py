"""Tagging takes time in proportion to the text, whatever the text: there is nothing to wait for in a hostile one."""

from time import perf_counter

import pytest

from app.dates.expressions import tag
from app.text.folding import fold
from app.vocabulary.calendars import date_lexicon
from tests.dates.test_seeds import DOCUMENTS

ONE_SIZE = 3_000
HOSTILE = {
    "digits": "7",
    "single digits": "1 ",
    "a list of days": "1, 2, 3, 4, 5, ",
    "a list of years": "2020، 2021، 2022، ",
    "figures": "1/",
    "prepositions": "منذ بين ",
    "parts": "منتصف ",
    "months": "آب/",
    "numerals": "وعشرين ",
    "blank lines": "\n",
    "brackets": "السبت (",
}


def seconds_to_tag(text: str) -> float:
    """The shortest of three runs."""
    folded, lexicon = fold(text), date_lexicon("ar")
    runs = []
    for _ in range(3):
        start = perf_counter()
        tag(folded, lexicon)
        runs.append(perf_counter() - start)
    return min(runs)


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_ten_times_the_text_takes_about_ten_times_as_long(piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (ONE_SIZE, 10 * ONE_SIZE))

    assert seconds_to_tag(long) < 30 * seconds_to_tag(short) + 0.05


def test_two_million_digits_are_one_number_that_is_no_date() -> None:
    assert seconds_to_tag("7" * 2_000_000) < 5


def test_a_document_is_tagged_in_a_blink() -> None:
    text = (DOCUMENTS / "001_be535f35dcace768.txt").read_text("utf-8")[:10_000]

    assert seconds_to_tag(text) < 0.25  # a fifth of that on the machine it was written on, and much less on most
