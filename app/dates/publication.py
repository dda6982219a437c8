"""When a text without a known publication date was published: an interval, and why.

Bounds are drawn from what the text itself says and cut with each other: a date line gives the day; the newest date
told in full gives the earliest day; a landmark that is spoken of as past gives another; "the 17th of this month" pins
the month; and a newest day that is named with its weekday, as news names it, was told within a month. What no word
bounds stays open: the answer is an interval, never a false day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta

from app.dates.edtf import EdtfDate
from app.dates.expressions import DateExpression
from app.dates.resolution import resolve
from app.dates.values import CalendarDate, Part, Value

NEWS = timedelta(days=30)
"""How long after a day that it names with its weekday a report of news may have been published."""


@dataclass(frozen=True, slots=True)
class Publication:
    """When a text was published, as far as it says so itself (`latest` None where nothing bounds it), and why."""

    earliest: Day
    latest: Day | None
    reasons: tuple[str, ...]

    @property
    def date(self) -> EdtfDate:
        """The interval as EDTF; one day where both ends are that day."""
        if self.latest is None:
            return EdtfDate.from_day(self.earliest).onwards()
        return EdtfDate.spanning(self.earliest, self.latest)


def inferred(
    dateline: EdtfDate | None, expressions: Sequence[DateExpression], landmarks: Iterable[tuple[Day, str]]
) -> Publication | None:
    """The publication of a text with this date line (if it has one), in which `expressions` tell of what is past and
    the `landmarks` (their days, and what they are called) are spoken of as past; None where nothing bounds it."""
    if dateline is not None and dateline.earliest is not None:
        return Publication(dateline.earliest, dateline.latest, ("A line at the head of the text gives its date.",))
    bounds = [(day, False, f"It speaks of {name}, of {day.isoformat()}, as past.") for day, name in landmarks]
    bounds += _told(expressions, None)
    if not bounds:
        return None
    # A day without its year, but with its weekday, tells the year once something bounds it.
    bounds += _told(expressions, EdtfDate.from_day(max(bounds)[0]).onwards())
    earliest, is_news, reason = max(bounds)
    reasons = [reason]
    latest: Day | None = None
    for month, day_of_month in filter(None, (_this_month(one.value) for one in expressions)):
        first = _first_on_or_after(earliest, month)
        latest = _end_of_month(first)
        if day_of_month:
            first = first.replace(day=min(day_of_month, latest.day))
        earliest = max(earliest, first)
        reasons.append(f"It speaks of {first.strftime('%B')} as “this month”.")
        break
    if latest is None and is_news:
        latest = earliest + NEWS
        reasons.append("It names that day with its weekday, as news of the day does.")
    return Publication(earliest, latest, tuple(reasons))


def _told(expressions: Iterable[DateExpression], after: EdtfDate | None) -> list[tuple[Day, bool, str]]:
    """The first days of the days and months that are told in full, or (given a bound) with their weekday; for each
    whether its weekday stands beside it."""
    found = []
    for expression in expressions:
        if expression.kind != "explicit" and after is None:
            continue
        reading = resolve(expression, after)
        if reading is None or reading.bare.yearless or reading.bare.precision not in ("day", "month"):
            continue
        if reading.bare.earliest is not None:
            weekday = isinstance(expression.value, CalendarDate) and expression.value.weekday is not None
            found.append(
                (reading.bare.earliest, weekday, f"The newest date that it tells of is “{expression.phrase}”.")
            )
    return found


def _this_month(value: Value) -> tuple[int, int | None] | None:
    if isinstance(value, Part):
        value = value.of
    if isinstance(value, CalendarDate) and isinstance(value.month, int) and value.direction == 0 and value.year is None:
        return (value.month, value.day) if value.calendar == "gregorian" else None
    return None


def _first_on_or_after(earliest: Day, month: int) -> Day:
    year = earliest.year if month >= earliest.month else earliest.year + 1
    return Day(year, month, 1)


def _end_of_month(day: Day) -> Day:
    following = Day(day.year + day.month // 12, day.month % 12 + 1, 1)
    return following - timedelta(days=1)
