"""Numbers within dates: days, years, ordinals, in figures and in words."""

from typing import Final

from app.dates.lexicon import CalendarMark, Numeral, Particle, UnitName
from app.dates.values import Calendar
from app.dates.words import GLUED, SPACED, Words

DASH: Final = "-"
COMMAS: Final = ",،"
_OLDEST_GREGORIAN, _NEWEST_GREGORIAN = 1500, 2200
_SOLAR_NOW: Final = range(1390, 1420)
"""The Solar Hijri years of the news, 2011 to 2040; no Gregorian year that is told of."""
_OLDEST_HIJRI: Final = 1300
_YEARS_IN_WORDS: Final = range(1900, 2200)


class Numerals:
    """Reads numbers. Each reader takes a position and answers with a number and the position after it, or with None."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def written(self, at: int) -> tuple[Numeral, int] | None:
        """A number in words, summed: الحادي والعشرين, "twenty-first", ألفين وواحد وعشرين."""
        found = self.words.find(at, Numeral)
        if found is None:
            return None
        total, after = found
        while total.value is not None:
            start = self.words.skip_and(after)
            if start is None:
                start = self.words.skip_sign(after, DASH)
            start = after if start is None else start
            more = self.words.find(start, Numeral) if self.words.joined(start) else None
            if more is None or more[0].value is None or not _sum_up(total.value, more[0].value):
                break
            total = Numeral(total.value + more[0].value, total.ordinal or more[0].ordinal)
            after = more[1]
        return total, after

    def cardinal(self, at: int) -> tuple[int | None, int] | None:
        """A number in words that counts; "several" is None. العشرين, like all Arabic tens, both counts and ranks."""
        numeral = self.written(at)
        if numeral is None or (numeral[0].ordinal and (numeral[0].value or 0) % 10):
            return None
        return numeral[0].value, numeral[1]

    def ordinal(self, at: int) -> tuple[int, int] | None:
        """A number that ranks: "first", الأول, 19th, 2-м."""
        numeral = self.written(at)
        if numeral:
            return (numeral[0].value, numeral[1]) if numeral[0].ordinal and numeral[0].value else None
        number = self.words.number(at)
        after = self.words.skip(at + 1, Particle.ORDINAL_ENDING)
        return (number, after) if number is not None and after is not None else None

    def day(self, at: int) -> tuple[int, int] | None:
        """The day of a month, 1 to 31: 17, 17th, الـ17, الحادي والعشرين."""
        at = self.words.over(at, Particle.ARTICLE)
        number = self.words.number(at)
        if number is None:
            ranked = self.ordinal(at)
            return ranked if ranked and ranked[0] <= 31 else None
        after = self.words.over(at + 1, Particle.ORDINAL_ENDING)
        return (number, after) if 1 <= number <= 31 and len(self.words.text(at)) <= 2 else None

    def year(self, at: int, calendar: Calendar | None = None) -> tuple[int, Calendar, int] | None:
        """A year in four digits or in words with the mark of its calendar: the number, its calendar, what is after.

        `calendar` is that of the month before it; such a month may also stand in a Gregorian year (رمضان 2023).
        """
        words = self.words
        number, after = words.number(at), at + 1
        if number is None:
            numeral = self.written(at)
            if numeral is None or numeral[0].value not in _YEARS_IN_WORDS:
                return None
            number, after = numeral[0].value or 0, numeral[1]
        elif len(words.text(at)) != 4:
            return None
        after = words.over(after, Particle.ORDINAL_ENDING)
        mark = words.find(after, CalendarMark) if words.gap(after) <= SPACED else None
        unit = words.find(after, UnitName)
        plain = mark is None or (unit is not None and unit[0].unit == "year")
        if mark and calendar in (None, mark[0].calendar):
            calendar, after = mark[0].calendar, mark[1]
        elif words.gap(after) == GLUED and words.text(after).isalpha():
            return None
        if calendar is None:
            calendar = words.lexicon.native if number < _OLDEST_GREGORIAN else "gregorian"
        if calendar == "gregorian" and plain and number in _SOLAR_NOW:
            # "In 1401": no Gregorian year of the news, so of the calendar that is kept in Afghanistan.
            calendar = "solar"
        oldest = _OLDEST_GREGORIAN if calendar == "gregorian" else _OLDEST_HIJRI
        return (number, calendar, after) if oldest <= number < _NEWEST_GREGORIAN else None

    def to(self, at: int) -> int | None:
        """The position after "to", or a dash, between two numbers or dates."""
        after = self.words.skip(at, Particle.TO)
        return self.words.skip_sign(at, DASH) if after is None else after

    def is_numbered(self, at: int) -> bool:
        """Whether the number at a position is the name of something, as of a resolution or an article, and no year."""
        return any(
            meaning is Particle.NUMBERED and after == at
            for back in (1, 2)
            for meaning, after in self.words.meanings(at - back)
        )

    def follows_figures(self, at: int) -> bool:
        """Whether a number is written on to another with a dash or slash: a telephone number, a file number."""
        words = self.words
        signed = words.text(at - 1) in ("-", "/") and words.gap(at) == GLUED == words.gap(at - 1)
        return signed and words.text(at - 2).isdecimal()


def _sum_up(total: int, more: int) -> bool:
    """Whether two numerals make one number: no decimal place is filled twice (20 and 1, 2000 and 21; not 1 and 2)."""
    while total and more:
        if total % 10 and more % 10:
            return False
        total, more = total // 10, more // 10
    return True
