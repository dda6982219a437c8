"""Dates in figures: 21.10.2021, 2021/10/21, 10/2021, XX.06.2022.

The year may come first or last. The day comes before the month, save where only the other order makes a date, and save
in a language whose readers write both (English), where both readings are kept.
"""

from typing import Final

from app.dates.lexicon import Particle
from app.dates.numerals import Numerals
from app.dates.values import CalendarDate, Choice, Value
from app.dates.words import GLUED, SPACED, Read, Words

_SIGNS: Final = "./-"
_THIS_CENTURY: Final = 2000
UNKNOWN_DAY: Final = ("xx", "хх")
"""A day left open, in Latin and in Cyrillic letters."""


class Figures:
    """Reads dates in figures."""

    def __init__(self, words: Words, numerals: Numerals) -> None:
        self.words = words
        self.numerals = numerals

    def date(self, at: int) -> Read:
        """A day, or a month of a year, wholly in figures."""
        words = self.words
        sign = words.text(at + 1)
        if not sign or sign not in _SIGNS or self.numerals.follows_figures(at):
            return None
        first, second, third = words.text(at), words.text(at + 2), words.text(at + 4)
        if not _is_figure(second):
            return None
        if words.text(at + 3) == sign and _is_figure(third) and self._evenly_spaced(at, 5) and self._ends(at + 5, sign):
            day = self._day(first, second, third)
            if day:
                return day, words.over(at + 5, Particle.ORDINAL_ENDING)
        pair = sign == "/" and _is_figure(first) and len(first) <= 2 and len(second) == 4 and self._evenly_spaced(at, 3)
        if pair and self._ends(at + 3, sign) and not self.numerals.is_numbered(at):
            month = self._numbered(int(second), int(first), None)
            return (month, at + 3) if month and month.calendar == "gregorian" else None
        return None

    def _day(self, first: str, second: str, third: str) -> Value | None:
        if len(first) == 4 and first.isdecimal():
            return self._numbered(int(first), int(second), int(third))
        if len(third) == 4 and first in UNKNOWN_DAY:
            return self._numbered(int(third), int(second), None)
        if not _is_figure(first) or len(first) > 2 or len(second) > 2:
            return None
        if len(third) == 4:
            year = int(third)
        elif len(third) == len(second) == len(first) == 2:
            year = _THIS_CENTURY + int(third)
        else:
            return None
        day_first = self._numbered(year, int(second), int(first))
        month_first = self._numbered(year, int(first), int(second))
        if day_first and month_first and day_first != month_first and self.words.lexicon.ambiguous_numbers:
            return Choice((month_first, day_first))
        return day_first or month_first

    def _numbered(self, year: int, month: int, day: int | None) -> CalendarDate | None:
        if not (1 <= month <= 12 and (day is None or 1 <= day <= 31)):
            return None
        if 1300 <= year < 1500:
            native = self.words.lexicon.native
            return CalendarDate(year, month, day, calendar="hijri" if native == "gregorian" else native)
        return CalendarDate(year, month, day) if 1900 <= year < 2200 else None

    def _evenly_spaced(self, at: int, count: int) -> bool:
        """Whether `count` tokens stand all together, or all apart."""
        gaps = {self.words.gap(at + offset) for offset in range(1, count)}
        return gaps in ({GLUED}, {SPACED})

    def _ends(self, at: int, sign: str) -> bool:
        """Whether no further figure is written on: 1.2.2020.4 is no date."""
        words = self.words
        return not (words.text(at) == sign and words.gap(at) == GLUED and words.text(at + 1).isdecimal())


def _is_figure(text: str) -> bool:
    return text.isdecimal() and len(text) <= 4
