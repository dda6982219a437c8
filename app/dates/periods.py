"""The days that a calendar gives: to a date in a year, to a part of a year, to a unit of time."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from app.dates.calendars import date_in, days_of, months_from
from app.dates.edtf import EdtfDate
from app.dates.values import CalendarDate, Unit, YearPart

_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(days=7)
_SUNDAY: Final = 6
_YEARS_TRIED: Final = 9
"""So many years hold every date of a calendar at least once, 29 February too."""
_GREGORIAN_FROM: Final = 1500
"""A year from here on is Gregorian, whatever the calendar of its month."""


def occurrences(value: CalendarDate, day: date) -> Iterator[tuple[int, date, date]]:
    """The year, first and last day of a year-less date in the years about `day`, in order."""
    here = date_in(value.calendar, day)
    if here is None or not isinstance(value.month, int):
        return
    for year in range(here[0] - _YEARS_TRIED, here[0] + _YEARS_TRIED):
        days = days_of(value.calendar, year, value.month, value.day)
        if days:
            yield year, *days


def year_of(value: CalendarDate, day: date) -> int:
    """The year of a day in the calendar of `value`; raises ValueError where that calendar does not have the day."""
    here = date_in(value.calendar, day)
    if here is None:
        raise ValueError(day)
    return here[0]


def dated(value: CalendarDate, year: int) -> EdtfDate:
    """A day, month or year of a calendar in a year of it, or in a Gregorian one (from 1500 on), as Gregorian EDTF;
    about (~) where the calendar goes by the moon. Raises ValueError where there is no such day."""
    month = value.month if isinstance(value.month, int) else None
    if value.calendar != "gregorian" and year >= _GREGORIAN_FROM:
        return _dated_across(value, year)
    days = days_of(value.calendar, year, month, value.day)
    if days is None:
        raise ValueError(value)
    reading = EdtfDate.spanning(*days)
    return reading.approximately() if value.calendar == "hijri" else reading


def _dated_across(value: CalendarDate, gregorian: int) -> EdtfDate:
    """A date of another calendar in a Gregorian year: Ramadan 2023."""
    for year, first, _ in occurrences(value, date(gregorian, 12, 31)):
        if first.year == gregorian:
            return dated(value, year)
    raise ValueError(value)


def part_of_year(value: YearPart, year: int) -> EdtfDate:
    """A season, quarter or half of a year, as EDTF level 2 has them (ISO 8601-2:2019: seasons 21 to 24, quarters 33 to
    36); of another calendar the interval of its days. Raises ValueError where that calendar does not have the year."""
    if value.calendar != "gregorian":
        return _part_of_other_year(value, year)
    match value.unit:
        case "season":
            return EdtfDate.parse(f"{year:04}-{value.number}")
        case "quarter":
            return EdtfDate.parse(f"{year:04}-{32 + value.number}")
        case "half":
            first, last = (1, 6) if value.number == 1 else (7, 12)
            return EdtfDate.from_month(year, first).through(EdtfDate.from_month(year, last))


def _part_of_other_year(value: YearPart, year: int) -> EdtfDate:
    """A season, quarter or half of a year that begins in spring, as the solar one does: months 1 to 3, 4 to 6, ..."""
    months = 6 if value.unit == "half" else 3
    number = value.number - 20 if value.unit == "season" else value.number
    first = days_of(value.calendar, year, months * (number - 1) + 1)
    last = days_of(value.calendar, year, months * number)
    if first is None or last is None:
        raise ValueError(value)
    return EdtfDate.spanning(first[0], last[1])


def period_of(unit: Unit, day: date, offset: int) -> EdtfDate:
    """The unit of time that holds `day`, or lies `offset` of its kind from it, as EDTF. Raises OverflowError or
    ValueError before year 1 and after 9999."""
    match unit:
        case "day":
            return EdtfDate.from_day(day + _DAY * offset)
        case "weekend":
            # "Over the weekend", written on a Saturday, means the last one; on a Sunday, this one.
            sunday = day - _DAY * ((day.weekday() - _SUNDAY) % 7) + _WEEK * offset
            return EdtfDate.spanning(sunday - _DAY, sunday)
        case "week":
            monday = day - _DAY * day.weekday() + _WEEK * offset
            return EdtfDate.spanning(monday, monday + 6 * _DAY)
        case "month":
            return EdtfDate.spanning(*months_from(day, offset))
        case "quarter":
            year, quarter = divmod(day.year * 4 + (day.month - 1) // 3 + offset, 4)
            return EdtfDate.parse(f"{year:04}-{33 + quarter}")
        case "half":
            year, half = divmod(day.year * 2 + (day.month - 1) // 6 + offset, 2)
            return part_of_year(YearPart("half", half + 1), year)
        case "year":
            return EdtfDate.from_year(day.year + offset)
        case "decade":
            return EdtfDate.parse(f"{day.year // 10 + offset:03}X")
        case "century":
            return EdtfDate.parse(f"{day.year // 100 + offset:02}XX")
