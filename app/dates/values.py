"""What a date expression says before it is known when, and after what, it was said: unresolved values.

A value holds no more than the words do: `17 أبريل الجاري` is day 17, month 4, of the year of publication, whichever
that is. `app.dates.resolution` turns values into EDTF dates.
"""

from dataclasses import dataclass
from typing import Literal

Calendar = Literal["gregorian", "hijri", "solar"]
"""Gregorian; Hijri, the lunar calendar of Umm al-Qura; Solar Hijri, of Iran and Afghanistan."""

Unit = Literal["day", "weekend", "week", "month", "quarter", "half", "year", "decade", "century"]
Base = Literal["publication", "focus", "event"]
Third = Literal["early", "mid", "late"]
Relation = Literal["at", "since", "until", "before", "after"]


LAST_DAY = -1
"""As the day of a date: the last of its month."""


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from the publication date, from the focus (the date last spoken of), or from an event named next
    ("two days after the visit"), whose date is not for the words to say."""

    base: Base
    offset: int


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A day, month or year by name or number. What is None is not said.

    `direction` is "last" (-1), "last but one" (-2), "this" (0) or "next" (1) said of a month or day without its year;
    `follows` that it is the first such month after the date last spoken of ("the following April").
    """

    year: int | Shift | None = None
    month: int | Shift | None = None
    day: int | None = None
    weekday: int | None = None
    direction: int | None = None
    calendar: Calendar = "gregorian"
    follows: bool = False


@dataclass(frozen=True, slots=True)
class YearPart:
    """A season (EDTF codes 21 to 24), a quarter (1 to 4) or a half (1, 2) of a year."""

    unit: Literal["season", "quarter", "half"]
    number: int
    year: int | Shift | None = None
    direction: int | None = None
    calendar: Calendar = "gregorian"


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years of a century: tens 80 of century 20 is 1980 to 1989. No century: the newest such decade past."""

    tens: int
    century: int | Shift | None = None


@dataclass(frozen=True, slots=True)
class Century:
    """A hundred years: `number` 20 is 1900 to 1999."""

    number: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 0 to Sunday 6; `direction` as for CalendarDate.

    `week` is the week it lies in; `day` is what is said beside it: "yesterday, Wednesday".
    """

    number: int
    direction: int | None = None
    week: Shift | None = None
    day: Shift | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """The unit that lies so many units from its base: "last month", "two months ago", "the following day"."""

    unit: Unit
    shift: Shift
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Lookback:
    """The last `count` units up to publication: "in the past two weeks"."""

    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class Focus:
    """The date last spoken of, as it stands: "at that time"."""


@dataclass(frozen=True, slots=True)
class Recent:
    """Not long before publication: "recently"."""


@dataclass(frozen=True, slots=True)
class Vague:
    """A time that has no date: "now", "soon", "years ago"."""


@dataclass(frozen=True, slots=True)
class Part:
    """The beginning, the middle or the end of something: "early September", "mid-2021"."""

    third: Third
    of: "Value"


@dataclass(frozen=True, slots=True)
class About:
    """Roughly then: "about 2016"."""

    of: "Value"


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one date to another; `between` where the words say that: it may then be one day somewhere within."""

    first: "Value"
    last: "Value"
    between: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """Several dates, all of them meant."""

    dates: tuple["Value", ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Several readings of one date, not known which: 03/04/2022 in English."""

    readings: tuple["Value", ...]


Value = (
    CalendarDate
    | YearPart
    | Decade
    | Century
    | Weekday
    | Period
    | Lookback
    | Focus
    | Recent
    | Vague
    | Part
    | About
    | Stretch
    | Listing
    | Choice
)
