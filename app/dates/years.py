"""Years and what is made of years or within them by number: decades, centuries, seasons, quarters, halves."""

from dataclasses import dataclass
from typing import Final

from app.dates.lexicon import CalendarMark, DecadeName, Direction, Particle, SeasonName, UnitName
from app.dates.numerals import COMMAS, DASH, Numerals
from app.dates.relative_phrases import RelativePhrases
from app.dates.values import Calendar, CalendarDate, Century, Decade, Listing, Shift, Stretch, Value, YearPart
from app.dates.words import GLUED, NEW_LINE, SPACED, Read, Words

_MOST_YEARS: Final = 40
_THIS_CENTURY: Final = 2000
_LIKELY: Final = range(1900, 2100)
"""A bare number is taken for a year only within these."""


@dataclass(frozen=True, slots=True)
class YearTail:
    """What follows a month or a season and tells its year; `direction` is a "last", "this" or "next" said of it."""

    year: int | Shift | None = None
    direction: int | None = None
    calendar: Calendar = "gregorian"
    follows: bool = False


class Years:
    """Reads years, and times by number within or above the year."""

    def __init__(self, words: Words, numerals: Numerals, relative: RelativePhrases) -> None:
        self.words = words
        self.numerals = numerals
        self.relative = relative

    # Years by themselves

    def years(self, at: int) -> Read:
        """`عام 2003`, `عامي 2021 و2022`, "1996–2001", 2021 году; a bare number only where its place makes it a year."""
        start = self._over_year_word(at)
        named = start > at and self.words.continues(start)
        start = start if named else at
        if not named and self.numerals.follows_figures(start):
            return None
        first = self.numerals.year(start)
        if first is None or (not named and not self._is_year(start, first)):
            return None
        numbers, stretch, after = [first[0]], False, first[2]
        while len(numbers) < _MOST_YEARS and not stretch:
            more = self._another(after, numbers[-1], first[1])
            if more is None:
                break
            number, stretch, after = more
            numbers.append(number)
        if self.words.counts(after):
            return None
        return in_a_row([CalendarDate(number, calendar=first[1]) for number in numbers], stretch), after

    def _another(self, at: int, last: int, calendar: Calendar) -> tuple[int, bool, int] | None:
        """A later year joined to the one before, and whether "to" joins it: و2022, –2001, –98, "and 2021"."""
        words = self.words
        start, through = self.numerals.to(at), True
        if start is None and words.gap(at) == GLUED:
            start = words.skip_sign(at, "/")
        if start is None:
            start, through = self._after_and(at), False
        if start is None or not words.joined(start):
            return None
        short = words.number(start)
        if through and short is not None and len(words.text(start)) == 2 and words.gap(start) == GLUED:
            in_full = last - last % 100 + short
            return (in_full, True, start + 1) if in_full > last else None
        year = self.numerals.year(self._over_year_word(start), calendar)
        if year is None or year[1] != calendar or year[0] <= last or words.counts(year[2]):
            return None
        return year[0], through, year[2]

    def _after_and(self, at: int) -> int | None:
        after = self.words.skip_and(at)
        if after is not None:
            return after
        comma = self.words.skip_sign(at, COMMAS)
        after = self.words.skip_and(comma) if comma is not None else None
        return comma if after is None else after

    def _is_year(self, at: int, year: tuple[int, Calendar, int]) -> bool:
        """Whether a number without the word for year is one: marked, or where a year stands, and counting nothing."""
        words = self.words
        number, calendar, after = year
        if words.counts(after) or self.numerals.is_numbered(at):
            return False
        if after > at + 1:
            return True
        if calendar != "gregorian" or number not in _LIKELY:
            return False
        if self._is_followed_by_year(at, number):
            return True
        if number % 100 == 0 and not (words.closes(after) or self.numerals.to(after) or words.skip_and(after)):
            return False
        if words.text(at - 1) == "(":
            # Resolution 1988 (2011) is a name.
            return words.text(after) in (")", DASH, *COMMAS) and not self.numerals.is_numbered(at - 2)
        about = number % 10 != 0 and words.skip(at - 1, Particle.ABOUT) == at
        defined = words.skip(at - 1, Particle.ARTICLE) == at and words.gap(at) == SPACED
        return about or defined or words.licensed(at)

    def _is_followed_by_year(self, at: int, year: int) -> bool:
        """1996–2001; with a slash only the year that is next: 2021/2022."""
        words = self.words
        last = words.skip_sign(at + 1, DASH + "/")
        if last is None or len(words.text(last)) != 4 or words.text(last + 1) in (DASH, "/"):
            return False
        until = words.number(last)
        if until is None or words.text(at + 1) == "/":
            return until == year + 1
        return year < until < _LIKELY.stop

    def _over_year_word(self, at: int) -> int:
        unit = self.words.find(at, UnitName)
        return unit[1] if unit and unit[0].unit == "year" else at

    # Years of something

    def tail(self, at: int, calendar: Calendar | None) -> tuple[YearTail, int]:
        """The year after a month of `calendar`, or after a season, and the position after it: `at` itself if none."""
        words = self.words
        start = at
        sign = words.text(start)
        signed = sign != "" and sign in COMMAS + "/-" and words.gap(start) <= SPACED
        if signed:
            start += 1
            if not words.text(start).isdecimal() and words.find(start, UnitName) is None:
                return YearTail(), at
        start = words.over(start, Particle.OF)
        if not words.continues(start):
            return YearTail(), at
        year = self.numerals.year(self._over_year_word(start), calendar)
        if year:
            return YearTail(year[0], calendar=year[1]), year[2]
        if signed:
            return YearTail(), at
        return self._relative_tail(start) or self._short_tail(at) or (YearTail(), at)

    def _relative_tail(self, at: int) -> tuple[YearTail, int] | None:
        period = self.relative.period(at)
        if period and period[0].unit == "year":
            return YearTail(period[0].shift), period[1]
        for direction, after in self.words.every(at, Direction):
            if direction.side == "after" and direction.base == "publication":
                return YearTail(direction=direction.offset), after
            if direction.side == "after" and direction.offset == 0:
                return YearTail(Shift("focus", 0)), after
            if direction.side == "after" and direction.offset == 1:
                return YearTail(follows=True), after
        return None

    def _short_tail(self, at: int) -> tuple[YearTail, int] | None:
        """A year of two digits, as datelines have it: only where the line ends after it, or a time of day follows."""
        words = self.words
        number = words.number(at)
        if number is None or len(words.text(at)) != 2 or words.gap(at) != SPACED:
            return None
        after = at + 2 if words.text(at + 1) in (*COMMAS, DASH, "|") else at + 1
        is_time = words.text(after).isdecimal() and words.text(after + 1) == ":"
        if not is_time and words.gap(at + 1) < NEW_LINE:
            return None
        return YearTail(_THIS_CENTURY + number), at + 1

    def part(self, at: int) -> Read:
        """`صيف 2021`, "last summer", الربع الأول من عام 2023, "second half of 2022"."""
        for direction, after in self.words.every(at, Direction):
            season = self.words.find(after, SeasonName) if direction.side == "before" else None
            if season and direction.base == "publication":
                return YearPart("season", season[0].code, direction=direction.offset), season[1]
        season = self.words.find(at, SeasonName)
        if season is None:
            return self._numbered_part(self.words.over(at, Particle.ARTICLE))
        tail, end = self.tail(season[1], None)
        if end == season[1]:
            return None
        return YearPart("season", season[0].code, tail.year, tail.direction, tail.calendar), end

    def _numbered_part(self, at: int) -> Read:
        ranked = self._ranked(at, ("quarter", "half"))
        if ranked is None:
            return None
        number, unit, after = ranked
        tail, end = self.tail(after, None)
        if end == after:
            return None
        if unit.unit == "quarter" and number <= 4:
            return YearPart("quarter", number, tail.year, tail.direction, tail.calendar), end
        if unit.unit == "half" and number <= 2:
            return YearPart("half", number, tail.year, tail.direction, tail.calendar), end
        return None

    def _ranked(self, at: int, units: tuple[str, ...]) -> tuple[int, UnitName, int] | None:
        """A unit with its ordinal on either side: "19th century", القرن التاسع عشر."""
        ranked = self.numerals.ordinal(at)
        if ranked and not self.words.continues(ranked[1]):
            return None
        unit = self.words.find(ranked[1] if ranked else at, UnitName)
        if unit is None or unit[0].unit not in units or unit[0].count != 1:
            return None
        if ranked:
            return ranked[0], unit[0], unit[1]
        ranked = self.numerals.ordinal(unit[1]) if self.words.continues(unit[1]) else None
        return (ranked[0], unit[0], ranked[1]) if ranked else None

    # Decades and centuries

    def decade(self, at: int) -> Read:
        """`ثمانينات القرن الماضي`, "1980s", 90-х годов, دهه ۱۹۸۰."""
        words = self.words
        unit = words.find(at, UnitName)
        worded = unit is not None and unit[0].unit == "decade" and unit[0].count == 1
        start = unit[1] if unit and worded else words.over(at, Particle.ARTICLE)
        name = words.find(start, DecadeName)
        if name:
            century, after = self._century_of(name[1])
            return Decade(name[0].tens, century), after
        if worded and words.lexicon.native == "solar":
            return self._solar_or_gregorian_decade(start)
        number = words.number(start)
        ending = words.skip(start + 1, Particle.DECADE_ENDING)
        if number is None or number % 10 or (ending is None and not worded):
            return None
        after = self._over_years(start + 1 if ending is None else ending)
        if len(words.text(start)) == 4 and 1500 <= number < 2200:
            return Decade(number % 100, number // 100 + 1), after
        apart = words.gap(start) != GLUED or words.text(start - 1) in ("'", '"')
        if len(words.text(start)) == 2 and apart:
            century, after = self._century_of(after)
            return Decade(number, century), after
        return None

    def _solar_or_gregorian_decade(self, at: int) -> Read:
        """دهه ۱۹۸۰, دهه هشتاد میلادی, دهه ۱۳۷۰: tens without a mark may be of either calendar, and are left alone."""
        number = self.words.number(at)
        tens, after = (number, at + 1) if number is not None else self.numerals.cardinal(at) or (None, at)
        if tens is None or tens % 10:
            return None
        mark = self.words.find(after, CalendarMark)
        calendar = mark[0].calendar if mark else "solar" if tens < 1500 else "gregorian"
        after = mark[1] if mark else after
        if calendar == "gregorian" and (tens >= 1500 or 20 <= tens < 100):
            return Decade(tens % 100, tens // 100 + 1 if tens >= 1500 else 20), after
        if calendar == "solar" and 1300 <= tens < 1500:
            return Stretch(CalendarDate(tens, calendar="solar"), CalendarDate(tens + 9, calendar="solar")), after
        return None

    def _over_years(self, at: int) -> int:
        """The position after "years" and the mark of the Gregorian calendar, where they stand."""
        after = self._over_year_word(at)
        mark = self.words.find(after, CalendarMark)
        return mark[1] if mark and mark[0].calendar == "gregorian" else after

    def _century_of(self, at: int) -> tuple[int | Shift | None, int]:
        start = self.words.over(at, Particle.OF)
        century = self.century(start)
        if century and isinstance(century[0], Century):
            return century[0].number, century[1]
        period = self.relative.period(start)
        if period and period[0].unit == "century":
            return period[0].shift, period[1]
        return None, at

    def century(self, at: int) -> Read:
        """القرن التاسع عشر, "19th century", XX века."""
        ranked = self._ranked(self.words.over(at, Particle.ARTICLE), ("century",))
        return (Century(ranked[0]), ranked[2]) if ranked and 15 <= ranked[0] <= 21 else None


def in_a_row(dates: list[CalendarDate], stretch: bool) -> Value:
    """One date, or a list of them, of which the last two make a stretch if "to" or a dash joins them."""
    if len(dates) == 1:
        return dates[0]
    if not stretch:
        return Listing(tuple(dates))
    last = Stretch(dates[-2], dates[-1])
    return last if len(dates) == 2 else Listing((*dates[:-2], last))
