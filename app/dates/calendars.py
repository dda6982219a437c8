"""The three calendars of the news, as days of the proleptic Gregorian one.

Hijri dates follow the calendar of Umm al-Qura (hijridate, 1343 to 1500 AH): a local sighting of the moon may differ by
a day. Solar Hijri dates are those of Iran; Afghanistan counts the same days under other names (persiantools).
"""

from calendar import monthrange
from datetime import date, timedelta

from hijridate import Gregorian, Hijri
from persiantools.jdatetime import JalaliDate

from app.dates.values import LAST_DAY, Calendar


def days_of(
    calendar: Calendar, year: int, month: int | None = None, day: int | None = None
) -> tuple[date, date] | None:
    """The first and last day of a year, month or day of `calendar`; None where there is no such date.

    Day LAST_DAY is the last of its month, however long that is.
    """
    if day == LAST_DAY:
        whole = days_of(calendar, year, month)
        return (whole[1], whole[1]) if whole else None
    try:
        first = _day(calendar, year, month or 1, day or 1)
        if day:
            return first, first
        if month == 12 or not month:
            return first, _day(calendar, year + 1, 1, 1) - timedelta(days=1)
        return first, _day(calendar, year, month + 1, 1) - timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def date_in(calendar: Calendar, day: date) -> tuple[int, int, int] | None:
    """The year, month and day of `calendar` that a day is; None where the calendar does not reach."""
    if calendar == "gregorian":
        return day.year, day.month, day.day
    try:
        if calendar == "solar":
            jalali = JalaliDate(day)  # type: ignore[no-untyped-call]
            return jalali.year, jalali.month, jalali.day
        hijri = Gregorian.fromdate(day).to_hijri()
        return hijri.year, hijri.month, hijri.day
    except (ValueError, OverflowError):
        return None


def months_from(day: date, months: int) -> tuple[date, date]:
    """The first and last day of the month so many `months` from that of `day`. Raises ValueError past the year 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1])


def _day(calendar: Calendar, year: int, month: int, day: int) -> date:
    if calendar == "gregorian":
        return date(year, month, day)
    if calendar == "solar":
        solar: date = JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
        return solar
    gregorian = Hijri(year, month, day).to_gregorian()
    return date(gregorian.year, gregorian.month, gregorian.day)
