"""From a value to a date, by one publication day and one focus. The conventions stand in `app.dates.resolution`."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal

from app.dates.calendars import date_in, days_of, months_from
from app.dates.edtf import EdtfDate
from app.dates.periods import dated, occurrences, part_of_year, period_of, year_of
from app.dates.values import (
    LAST_DAY,
    About,
    CalendarDate,
    Century,
    Choice,
    Decade,
    Focus,
    Listing,
    Lookback,
    Part,
    Period,
    Recent,
    Shift,
    Stretch,
    Third,
    Unit,
    Vague,
    Value,
    Weekday,
    YearPart,
)
from app.errors import BadEdtf

Basis = Literal["explicit", "relative", "inherited", "inferred"]
Reckoned = tuple[EdtfDate, Basis]

_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(days=7)
_YEAR: Final = timedelta(days=366)
_ANNOUNCED: Final = timedelta(days=62)
"""How far ahead a day with its weekday may lie to be read as coming rather than past."""
_WHOLE_MONTH: Final = range(28, 33)
_LATELY: Final = timedelta(days=30)
"""How long before publication "recently" reaches back."""


def year_by_weekday(value: Value, days: tuple[date, ...]) -> int | None:
    """The year of a year-less day, where there is only one about publication in which it falls on its weekday.

    `days` are the first and last day on which the document may have been published.
    """
    match value:
        case CalendarDate(year=None, direction=None, month=int(), day=int(), weekday=int(weekday)) if days:
            fits = [
                year
                for year, day, _ in occurrences(value, days[-1])
                if day.weekday() == weekday and day - days[-1] <= _ANNOUNCED and days[0] - day <= _YEAR
            ]
            return fits[0] if len(fits) == 1 else None
        case _:
            return None


@dataclass(frozen=True, slots=True)
class Reckoning:
    """One publication day (None where it is not known) and what else a value may count from: see `resolve`."""

    day: date | None
    focus: EdtfDate | None = None
    ahead: bool = False
    paragraph: EdtfDate | None = None
    event: EdtfDate | None = None

    def of(self, value: Value) -> Reckoned | None:
        """The date of a value and how it was come by; None where it is vague, cannot be counted, or does not exist."""
        try:
            return self._of(value)
        except (BadEdtf, ValueError, OverflowError):
            return None  # 31 April, a year past 9999: the words name a date that there is not

    def _of(self, value: Value) -> Reckoned | None:
        match value:
            case CalendarDate():
                return self._calendar_date(value)
            case YearPart():
                return self._year_part(value)
            case Decade():
                return self._decade(value)
            case Century(number):
                return EdtfDate.parse(f"{number - 1}XX"), "explicit"
            case Weekday():
                return self._weekday(value)
            case Period(unit, shift, approximate):
                return self._period(unit, shift, approximate)
            case Lookback(unit, count):
                return self._lookback(unit, count)
            case Focus():
                return (self.focus.beginning(), "inherited") if self.focus else None
            case Part(third, of):
                return self._part(third, of)
            case About(of):
                reading = self._of(of)
                return (reading[0].approximately(), reading[1]) if reading else None
            case Stretch(first, last):
                return self._stretch(first, last)
            case Listing(dates):
                return self._listing(dates)
            case Choice(readings):
                return self._choice(readings)
            case Recent():
                return self._recent()
            case Vague():
                return None

    # Dates by the calendar

    def _calendar_date(self, value: CalendarDate) -> Reckoned | None:
        if isinstance(value.month, Shift):
            return self._day_of_relative_month(value, value.month)
        if value.follows:
            return self._following(value)
        if value.year is None:
            return self._yearless(value)
        if isinstance(value.year, int):
            return dated(value, value.year), "explicit"
        told = self._told(value.year)
        if value.calendar != "gregorian" and value.year.base != "publication" and told:
            # A month of the solar year may lie in two Gregorian ones.
            ends = [date_in(value.calendar, day) for day in (told.earliest, told.latest) if day]
            years = {end[0] for end in ends if end}
            return (dated(value, years.pop() + value.year.offset), _basis(value.year)) if len(years) == 1 else None
        anchor = self._anchor("year", value.year)
        if anchor is None:
            return None
        year = year_of(value, anchor) + value.year.offset
        return dated(value, year), _basis(value.year)

    def _following(self, value: CalendarDate) -> Reckoned | None:
        """The first such month or day after the date last spoken of."""
        if self.focus is None or self.focus.latest is None:
            return None
        for year, first, _ in occurrences(value, self.focus.latest):
            if first > self.focus.latest:
                return dated(value, year), "inherited"
        return None

    def _day_of_relative_month(self, value: CalendarDate, shift: Shift) -> Reckoned | None:
        anchor = self._anchor("month", shift)
        if anchor is None and shift == Shift("focus", 0) and value.day and value.day > 0 and self.focus is None:
            return self._newest_day(value.day)
        if anchor is None:
            return None
        first, last = months_from(anchor, shift.offset)
        if value.day is None:
            return EdtfDate.spanning(first, last), _basis(shift)
        day = last if value.day == LAST_DAY else first.replace(day=value.day)
        return EdtfDate.from_day(day), _basis(shift)

    def _newest_day(self, number: int) -> Reckoned | None:
        """Of "on the 26th", where no month was spoken of: the newest such day past."""
        if self.day is None:
            return None
        days = (months_from(self.day, -back)[0] for back in range(3))
        past = [
            first.replace(day=number)
            for first in days
            if number <= months_from(first, 0)[1].day and first.replace(day=number) <= self.day
        ]
        return (EdtfDate.from_day(past[0]), "inferred") if past else None

    def _yearless(self, value: CalendarDate) -> Reckoned | None:
        if self.day is None:
            return self._of_unknown_year(value)
        told = self._told_in_paragraph(value)
        if told is not None:
            return dated(value, told), "inherited"
        year = self._year_near(value, self.day)
        basis: Basis = "inferred" if value.direction is None else "relative"
        return (dated(value, year), basis) if year is not None else None

    def _of_unknown_year(self, value: CalendarDate) -> Reckoned | None:
        known = self.paragraph or self.focus
        if known and known.earliest and value.direction is None:
            year = date_in(value.calendar, known.earliest)
            return (dated(value, year[0]), "inherited") if year else None
        if value.calendar != "gregorian":
            return None
        day = "" if value.day in (None, LAST_DAY) else f"-{value.day:02}"
        return EdtfDate.parse(f"XXXX-{value.month:02}{day}"), "explicit"

    def _told_in_paragraph(self, value: CalendarDate) -> int | None:
        if self.paragraph is None or self.paragraph.earliest is None or value.direction is not None or self.ahead:
            return None
        start = self.paragraph.earliest.replace(day=1) if value.day is None else self.paragraph.earliest
        for year, first, _ in occurrences(value, start):
            if first >= start:
                return year if self.day and first <= self.day else None
        return None

    def _year_near(self, value: CalendarDate, day: date) -> int | None:
        """The year of a year-less date: the newest past at `day`, or as "last", "this", "next" or `ahead` have it."""
        this_month = date_in(value.calendar, day)
        month = days_of(value.calendar, *this_month[:2]) if this_month else None
        if this_month is None or month is None:
            return None
        candidates = list(occurrences(value, day))
        match value.direction:
            case 0:
                return this_month[0]
            case int(back) if back < 0:
                past = [year for year, first, _ in candidates if first < month[0]]
                return past[back] if len(past) >= -back else None
            case 1:
                return next((year for year, first, _ in candidates if first > month[1]), None)
            case _ if self.ahead:
                return next((year for year, _, last in candidates if last >= day), None)
            case _:
                past = [year for year, first, _ in candidates if first <= day]
                return past[-1] if past else None

    def _year_part(self, value: YearPart) -> Reckoned | None:
        if isinstance(value.year, int):
            return part_of_year(value, value.year), "explicit"
        if isinstance(value.year, Shift):
            anchor = self._anchor("year", value.year)
            return (part_of_year(value, anchor.year + value.year.offset), _basis(value.year)) if anchor else None
        if self.day is None:
            return None
        nearby = [part_of_year(value, self.day.year + offset) for offset in (-2, -1, 0, 1)]
        if value.direction == 0:
            return nearby[2], "relative"
        if value.direction == 1:
            coming = [part for part in nearby if part.earliest and part.earliest > self.day]
            return (coming[0], "relative") if coming else None
        past = [part for part in nearby if part.latest and part.latest < self.day]
        return (past[-1], "relative") if past else None

    def _decade(self, value: Decade) -> Reckoned | None:
        if isinstance(value.century, int):
            return EdtfDate.parse(f"{value.century - 1}{value.tens // 10}X"), "explicit"
        if isinstance(value.century, Shift):
            anchor = self._anchor("century", value.century)
            # "The eighties of the last century" were written in this one, whatever the day.
            century = (anchor.year // 100 if anchor else 20) + value.century.offset
            return EdtfDate.parse(f"{century}{value.tens // 10}X"), "relative" if anchor else "inferred"
        century = 20 if self.day and self.day.year >= 2000 + value.tens else 19
        return EdtfDate.parse(f"{century}{value.tens // 10}X"), "inferred"

    # Dates that count from another

    def _anchor(self, unit: Unit, shift: Shift) -> date | None:
        """The day from which `shift` counts units: publication, or what was told if it lies within one such unit."""
        if shift.base == "publication" or (self.ahead and shift.offset > 0 and self.day and shift.base == "focus"):
            return self.day
        told = self._told(shift)
        focus = told.beginning() if told else None
        if focus is None or focus.earliest is None or focus.latest is None:
            return None
        start, end = focus.earliest, focus.latest
        return end if period_of(unit, start, 0) == period_of(unit, end, 0) else None

    def _told(self, shift: Shift) -> EdtfDate | None:
        return self.event if shift.base == "event" else self.focus

    def _weekday(self, value: Weekday) -> Reckoned | None:
        anchor = self._anchor("week", value.week) if value.week else self.day
        if anchor is None:
            return None
        if value.day is not None:
            # "Yesterday, Wednesday": where the two disagree, the weekday is right and the publication date is late.
            said = anchor + _DAY * value.day.offset
            back = (said.weekday() - value.number) % 7 if value.day.offset <= 0 else 0
            return EdtfDate.from_day(said - _DAY * back), "relative"
        if value.week is not None or value.direction == 0:
            weeks = value.week.offset if value.week else 0
            monday = anchor - _DAY * anchor.weekday() + _WEEK * weeks
            return EdtfDate.from_day(monday + _DAY * value.number), "relative"
        back = (anchor.weekday() - value.number) % 7
        if value.direction == 1 or (self.ahead and value.direction is None):
            coming = anchor + _DAY * (-back % 7)
            return EdtfDate.from_day(coming + _WEEK if value.direction == 1 and back == 0 else coming), "relative"
        if value.direction is not None:
            back = (back or 7) + 7 * (-value.direction - 1)
        return EdtfDate.from_day(anchor - _DAY * back), "relative"

    def _period(self, unit: Unit, shift: Shift, approximate: bool) -> Reckoned | None:
        anchor = self._anchor(unit, shift)
        if anchor is None:
            return None
        period = period_of(unit, anchor, shift.offset)
        if unit == "week" and shift == Shift("publication", 0) and not self.ahead and period.earliest:
            # What was done "this week" was done by the day it was told of.
            period = EdtfDate.spanning(period.earliest, anchor)
        told = self._told(shift) if shift.base != "publication" else None
        inherited = told is not None and told.approximate
        return period.approximately() if approximate or inherited else period, _basis(shift)

    def _lookback(self, unit: Unit, count: int) -> Reckoned | None:
        if self.day is None:
            return None
        counted: Unit = "year" if unit in ("decade", "century") else "day" if unit == "week" else unit
        times = {"decade": 10, "century": 100, "week": 7}.get(unit, 1)
        first = period_of(counted, self.day, -count * times)
        return first.through(period_of(counted, self.day, 0)), "relative"

    def _recent(self) -> Reckoned | None:
        """About the month in which the middle lies of the last thirty days before publication."""
        if self.day is None:
            return None
        return period_of("month", self.day - _LATELY / 2, 0).approximately(), "relative"

    # Dates made of dates

    def _part(self, third: Third, of: Value) -> Reckoned | None:
        reading = self._of(of)
        if reading is None or third != "mid":
            return reading
        whole, basis = reading
        if whole.yearless and whole.precision == "month":
            return EdtfDate.parse(f"{whole.text}-15~"), basis
        if whole.earliest and whole.latest and (whole.latest - whole.earliest).days + 1 in _WHOLE_MONTH:
            middle = EdtfDate.from_day(whole.earliest + 14 * _DAY)
            return middle.approximately(), basis
        return whole, basis

    def _stretch(self, first: Value, last: Value) -> Reckoned | None:
        end = self._of(last)
        if end is None:
            return None
        started: Value = first
        resolution = self
        if isinstance(first, CalendarDate) and first.year is None and end[0].latest:
            started = replace(first, direction=None)
            resolution = replace(self, day=end[0].latest, paragraph=None, ahead=False)
        elif isinstance(first, Weekday) and end[0].latest:
            resolution = replace(self, day=end[0].latest, ahead=False)
        start = resolution._of(started)
        return (start[0].through(end[0]), end[1]) if start else None

    def _listing(self, dates: tuple[Value, ...]) -> Reckoned | None:
        readings = [self._of(each) for each in dates]
        told = [reading for reading in readings if reading]
        if len(told) < len(dates):
            return None
        members = [member for member, _ in told]
        basis = told[-1][1]
        if any(member.yearless or member.approximate or member.precision == "interval" for member in members):
            return members[0].through(members[-1]), basis
        return EdtfDate.all_of(members), basis

    def _choice(self, readings: tuple[Value, ...]) -> Reckoned | None:
        told = [(each, reading[0]) for each in readings if (reading := self.of(each))]
        chosen = [day for value, day in told if self._fits(value, day)] or [day for _, day in told]
        if not chosen:
            return None
        return (chosen[0], "inferred") if len(chosen) == 1 else (EdtfDate.one_of(chosen), "explicit")

    def _fits(self, value: Value, reading: EdtfDate) -> bool:
        """Whether a reading agrees with the weekday beside it, and was past at publication."""
        if reading.earliest is None:
            return False
        weekday = value.weekday if isinstance(value, CalendarDate) else None
        if weekday is not None and reading.earliest.weekday() != weekday:
            return False
        return self.day is None or reading.earliest <= self.day


def _basis(shift: Shift) -> Basis:
    return "relative" if shift.base == "publication" else "inherited"
