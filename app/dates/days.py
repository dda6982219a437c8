"""Days and months by name, and days of the week: `29 ابريل/نيسان 2022`, "November 16", `السبت`."""

from dataclasses import replace
from typing import Final

from app.dates.figures import Figures
from app.dates.lexicon import Direction, MonthName, Need, Particle, UnitName, WeekdayName
from app.dates.numerals import COMMAS, Numerals
from app.dates.relative_phrases import RelativePhrases
from app.dates.values import LAST_DAY, CalendarDate, Choice, Listing, Period, Shift, Stretch, Value, Weekday
from app.dates.words import SPACED, Read, Words
from app.dates.years import Years, YearTail, in_a_row

DAYS_OF_WEEK: Final = 7
_MOST_DAYS: Final = 6
"""Days are listed before one month up to this many: a row of figures longer than that is no list of days."""


class Days:
    """Reads days and months by name."""

    def __init__(self, words: Words, numerals: Numerals, relative: RelativePhrases, years: Years) -> None:
        self.words = words
        self.numerals = numerals
        self.relative = relative
        self.years = years
        self.figures = Figures(words, numerals)

    def date(self, at: int) -> Read:
        """A day or a month, in figures or by name."""
        return (
            self.figures.date(at)
            or self._last_day(at)
            or self._days_of_month(at)
            or self._month_day(at)
            or self._month_alone(at)
            or self._day_alone(at)
        )

    def named_day(self, at: int) -> Read:
        """يوم 25 نوفمبر 2024, يومي 3 و4 أكتوبر: the word for day before a date."""
        unit = self.words.find(at, UnitName)
        if unit is None or unit[0].unit != "day" or not self.words.continues(unit[1]):
            return None
        date = self.date(unit[1])
        return date if date and is_day(date[0]) else None

    # Days

    def _days_of_month(self, at: int) -> Read:
        """17 April, `3 و4 أكتوبر 2021`, 11–17 October, `17 من الشهر الجاري`."""
        words = self.words
        days = self._days(at)
        if days is None:
            return None
        numbers, stretch, after = days
        if words.text(after) in ("/", "-") and words.gap(after) <= SPACED:
            after += 1
        after = words.over(after, Particle.OF)
        if not words.continues(after):
            return None
        month = self._month(after, company=True)
        if month is None:
            relative = self._relative_month(after)
            return (_of_days(relative[0], numbers, stretch), relative[1]) if relative else None
        tail, end = self.years.tail(month[2], month[0].calendar)
        # After "on" a day leaves little doubt: در ۲۷ می, though not به ۲۷ می‌رسد.
        clear = words.licensed(at) and words.skip(after, Particle.LOOKALIKE) is None
        if month[0].need is Need.YEAR and end == month[2] and not clear:
            return None
        return _of_days(_dated(month[0], tail), numbers, stretch), end

    def _last_day(self, at: int) -> Read:
        """ "The last day of March", آخر يوم من مارس."""
        start = self.words.skip(at, Particle.LAST_DAY)
        month = self._month(start, company=True) if start is not None and self.words.continues(start) else None
        if month is None:
            relative = self._relative_month(start) if start is not None else None
            return (replace(relative[0], day=LAST_DAY), relative[1]) if relative else None
        tail, end = self.years.tail(month[2], month[0].calendar)
        return replace(_dated(month[0], tail), day=LAST_DAY), end

    def _day_alone(self, at: int) -> Read:
        """ "On the evening of the 26th", `28-го`: of the month last spoken of, where nothing follows that it counts."""
        words = self.words
        ending = words.over(at, Particle.ARTICLE) + 1
        day, before = self.numerals.day(at), self.words.licensed(at)
        figures = words.text(ending - 1).isdecimal() and words.skip(ending, Particle.ORDINAL_ENDING) is not None
        article = words.over(at, Particle.ARTICLE) > at
        if day is None or not figures or not (words.closes(day[1]) or (before and article and self._opens(day[1]))):
            return None
        return CalendarDate(month=Shift("focus", 0), day=day[0]), day[1]

    def _opens(self, at: int) -> bool:
        """Whether a clause begins at a position ("that …")."""
        return self.words.skip(at, Particle.CONTENT) is not None

    def _month_day(self, at: int) -> Read:
        """November 16, 2022; "November 16–18"."""
        words = self.words
        month = self._month(at) if words.lexicon.month_first else None
        if month is None or words.gap(month[2]) > SPACED or not words.text(month[2]).isdecimal():
            return None
        days = self._days(month[2])
        if days is None or words.counts(days[2]):
            return None
        tail, after = self.years.tail(days[2], month[0].calendar)
        return _of_days(_dated(month[0], tail), days[0], days[1]), after

    def _days(self, at: int) -> tuple[list[int], bool, int] | None:
        """Days in a row, whether "to" joins the last two, and the position after them."""
        first = self.numerals.day(at)
        if first is None:
            return None
        numbers, after, stretch = [first[0]], first[1], False
        while len(numbers) < _MOST_DAYS and not stretch:
            start, through = self.numerals.to(after), True
            if start is None:
                start, through = self.words.skip_and(after), False
            if start is None:
                start = self.words.skip_sign(after, COMMAS)
            more = self.numerals.day(start) if start is not None and self.words.joined(start) else None
            if more is None or more[0] <= numbers[-1]:
                break
            stretch = through
            numbers.append(more[0])
            after = more[1]
        return numbers, stretch, after

    def _relative_month(self, at: int) -> tuple[CalendarDate, int] | None:
        """(17) `من الشهر الجاري`, (17) `الجاري`, (20) прошлого месяца."""
        period = self.relative.period(at)
        if period and period[0].unit == "month":
            return CalendarDate(month=period[0].shift), period[1]
        for direction, after in self.words.every(at, Direction):
            if direction == Direction(0, "publication", "after"):
                return CalendarDate(month=Shift("publication", 0)), after
            if direction == Direction(0, "focus", "after"):
                return CalendarDate(month=Shift("focus", 0)), after
        return None

    # Months

    def _month(self, at: int, company: bool = False) -> tuple[MonthName, bool, int] | None:
        """A month by name, doubled by a name of the same month (`ابريل/نيسان`); with whether it stands in company."""
        words = self.words
        unit = words.find(at, UnitName)
        if unit and unit[0].unit == "month" and words.continues(unit[1]):
            at, company = words.over(unit[1], Particle.OF), True
        name = words.find(at, MonthName)
        if name is None:
            return None
        other = self._other_name(name[1], name[0])
        if other:
            return name[0], True, other
        unit = words.find(name[1], UnitName)
        if unit and unit[0].unit == "month" and unit[0].count == 1 and not unit[0].definite:
            return name[0], True, unit[1]
        return name[0], company, name[1]

    def _other_name(self, at: int, name: MonthName) -> int | None:
        """The position after a second name of the same month: after a slash, in brackets, or plainly beside it."""
        words = self.words
        sign = words.text(at)
        start = at + 1 if sign in ("/", "(", "-") else at
        if not words.continues(start):
            return None
        for other, after in words.every(start, MonthName):
            if other.number == name.number and other.calendar == name.calendar:
                if sign == "(":
                    return after + 1 if words.text(after) == ")" else None
                return after
        return None

    def _month_alone(self, at: int) -> Read:
        """`يونيو من العام ذاته`, "October 2021", "last November", `شهر مارس`."""
        for direction, after in self.words.every(at, Direction):
            month = self._month(after) if direction.side == "before" else None
            if month and direction.base == "publication":
                return _dated(month[0], YearTail(direction=direction.offset)), month[2]
            if month is None or self.years.tail(month[2], month[0].calendar)[1] > month[2]:
                continue
            if direction.offset == 0:
                # "That September": of the year last spoken of.
                return _dated(month[0], YearTail(year=Shift("focus", 0))), month[2]
            if direction.offset == 1:
                return _dated(month[0], YearTail(follows=True)), month[2]
        month = self._month(at)
        if month is None:
            return None
        name, company, after = month
        tail, end = self.years.tail(after, name.calendar)
        value = _dated(name, tail)
        pair = self._with_next(value, end)
        company = company or end > after or pair is not None
        if name.need is Need.NOTHING or company or (name.need is Need.PREPOSITION and self.words.licensed(at)):
            return pair or (value, end)
        return None

    def _with_next(self, first: CalendarDate, at: int) -> Read:
        """`أكتوبر ونوفمبر 2024`, `апреле-мае`: a month without its year takes it from the one it is joined to."""
        if first.year is not None or first.direction is not None:
            return None
        start, through = self.words.skip_and(at), False
        if start is None:
            start, through = self.numerals.to(at), True
        month = self._month(start, company=True) if start is not None and self.words.joined(start) else None
        if month is None:
            return None
        tail, after = self.years.tail(month[2], month[0].calendar)
        if after == month[2] and not through:
            return None
        second = _dated(month[0], tail)
        first = _before_in_year(first, second)
        return (Stretch(first, second) if through else Listing((first, second))), after

    # Weekdays

    def with_weekday(self, at: int) -> Read:
        """اليوم الأحد 5 مايو/أيار 2024, "Wednesday, November 16", السبت الماضي, "last Thursday", السبت."""
        today = self._today(at)
        if today:
            return self._after_today(*today)
        for direction, after in self.words.every(at, Direction):
            name = self._weekday_name(after) if direction.side == "before" else None
            if name and direction.base == "publication":
                return Weekday(name[0], direction.offset), name[2]
        name = self._weekday_name(at)
        if name is None:
            return None
        weekday, alone, after = name
        return (
            self._date_after_weekday(weekday, after)
            or self._week_of_weekday(weekday, after)
            or self._with_next_weekday(weekday, after, alone)
        )

    def _with_next_weekday(self, weekday: int, at: int, alone: bool) -> Read:
        """ "Monday", "Monday and Tuesday"."""
        start = self.words.skip_and(at)
        following = self._weekday_name(start) if start is not None and self.words.joined(start) else None
        if following and (alone or following[1]) and following[0] == (weekday + 1) % DAYS_OF_WEEK:
            return Stretch(Weekday(weekday), Weekday(following[0])), following[2]
        return (Weekday(weekday), at) if alone else None

    def _today(self, at: int) -> tuple[Shift, int] | None:
        fixed = self.relative.fixed(at)
        if fixed and isinstance(fixed[0], Period) and fixed[0].unit == "day":
            return fixed[0].shift, fixed[1]
        return None

    def _after_today(self, shift: Shift, at: int) -> Read:
        """اليوم (الجمعة) (29 ابريل): the weekday or date beside "today"."""
        comma = self.words.skip_sign(at, COMMAS)
        start = self.words.over(at if comma is None else comma, Particle.ARTICLE)
        if not self.words.continues(start):
            return None
        name = self._weekday_name(start)
        if name:
            return self._date_after_weekday(name[0], name[2]) or (Weekday(name[0], day=shift), name[2])
        date = self.date(start)
        return date if date and is_day(date[0]) else None

    def _weekday_name(self, at: int) -> tuple[int, bool, int] | None:
        """يوم الخميس, "Wednesday": its number, whether it may stand alone, and the position after it."""
        words = self.words
        unit = words.find(at, UnitName)
        worded = unit is not None and unit[0].unit == "day" and unit[0].count == 1 and words.continues(unit[1])
        name = words.find(unit[1] if unit and worded else at, WeekdayName)
        if name is None:
            return None
        need = name[0].need
        alone = need is Need.NOTHING or worded or (need is Need.PREPOSITION and words.licensed(at))
        return name[0].number, alone, name[1]

    def _date_after_weekday(self, weekday: int, at: int) -> Read:
        words = self.words
        bracket = words.skip_sign(at, "(")
        start = at if bracket is None else bracket
        sign = words.skip_sign(start, COMMAS + "/")
        start = words.over(start if sign is None else sign, Particle.CORRESPONDING)
        if not words.continues(start):
            return None
        date = self.date(start) or self.named_day(start)
        if date is None or not is_day(date[0]):
            return None
        value, after = date
        closed = bracket is not None and words.text(after) == ")"
        return _on_weekday(value, weekday), after + 1 if closed else after

    def _week_of_weekday(self, weekday: int, at: int) -> Read:
        """(Tuesday) "last week", (السبت) `الماضي`, (Friday) "today"."""
        words = self.words
        start = words.over(at, Particle.OF)
        if not words.continues(start):
            return None
        week = self.relative.period(start)
        if week and week[0].unit == "week":
            return Weekday(weekday, week=week[0].shift), week[1]
        for direction, after in words.every(at, Direction):
            if direction.side == "after" and direction.base == "publication":
                return Weekday(weekday, direction.offset), after
        today = self._today(at)
        return (Weekday(weekday, day=today[0]), today[1]) if today else None


def is_day(value: Value) -> bool:
    """Whether a value names single days: one, several, or one of several readings."""
    match value:
        case CalendarDate(day=int()) | Choice() | Stretch(first=CalendarDate(day=int())):
            return True
        case Listing(dates=dates):
            return all(is_day(date) for date in dates)
        case _:
            return False


def _on_weekday(value: Value, weekday: int) -> Value:
    match value:
        case CalendarDate():
            return replace(value, weekday=weekday)
        case Choice(readings):
            return Choice(tuple(_on_weekday(reading, weekday) for reading in readings))
        case _:
            return value


def _dated(month: MonthName, tail: YearTail) -> CalendarDate:
    return CalendarDate(
        tail.year, month.number, direction=tail.direction, calendar=month.calendar, follows=tail.follows
    )


def _of_days(month: CalendarDate, numbers: list[int], stretch: bool) -> Value:
    return in_a_row([replace(month, day=number) for number in numbers], stretch)


def _before_in_year(first: CalendarDate, second: CalendarDate) -> CalendarDate:
    """`first` in the year of `second`, or in the one before where its month comes later in the year."""
    year = second.year
    if isinstance(first.month, int) and isinstance(second.month, int) and first.month > second.month:
        if isinstance(year, int):
            year -= 1
        elif isinstance(year, Shift):
            year = replace(year, offset=year.offset - 1)
    return replace(first, year=year, direction=second.direction)
