"""EDTF values (ISO 8601-2:2019): what is known of a date, and not a day more.

Conventions, stated once:

- A value that exists is valid: `EdtfDate` parses its text or raises `BadEdtf`. Nothing else reads date strings.
- `earliest` and `latest` are both included; None means open, or not known.
- Approximation (`~`), doubt (`?`) and both (`%`) are said, but do not widen `earliest` and `latest`.
- Seasons are those of the northern hemisphere, in whole months: spring 21 is March to May, summer 22, autumn 23;
  winter 24 begins in December of its year and ends in February of the next. Quarters are 33 to 36.
- `198X` is a decade, `19XX` a century, `XXXX-02` a February of an unknown year: it has no bounds, but still
  overlaps, and holds, only what falls in a February.
- The bounds of a set are those of its first and last member, as its gaps are hardly ever known to be gaps.

Level 0 and 1 are read whole, save for years before 0001 and after 9999; of level 2: quarters, sets, decades.
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from app.errors import BadEdtf

Precision = Literal["day", "month", "season", "quarter", "year", "decade", "century", "interval", "set", "unknown"]

_POINT: Final = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<qualifier>[~?%])?"
)
_LONGEST: Final = 1000
_SEASONS: Final = range(21, 25)
_QUARTERS: Final = range(33, 37)
_LEAP_CYCLE: Final = 8
"""In any run of more than eight years there is one with a 29 February (1896 to 1904 is the longest wait)."""


class _Reading(NamedTuple):
    earliest: date | None
    latest: date | None
    precision: Precision
    approximate: bool
    uncertain: bool
    yearless: bool


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date in EDTF, with the days it may fall on. Two are equal if their texts are."""

    text: str
    earliest: date | None = field(init=False, compare=False, repr=False)
    latest: date | None = field(init=False, compare=False, repr=False)
    precision: Precision = field(init=False, compare=False, repr=False)
    approximate: bool = field(init=False, compare=False, repr=False)
    uncertain: bool = field(init=False, compare=False, repr=False)
    yearless: bool = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        for name, value in _read(self.text)._asdict().items():
            object.__setattr__(self, name, value)

    def __str__(self) -> str:
        return self.text

    @staticmethod
    def parse(text: str) -> "EdtfDate":
        """The date that the EDTF string `text` writes (ISO 8601-2). Raises BadEdtf; remembers what it has read."""
        return _parse(text)

    @staticmethod
    def from_day(day: date) -> "EdtfDate":
        """The EDTF of one day: `2023-04-17`."""
        return _parse(day.isoformat())

    @staticmethod
    def from_month(year: int, month: int) -> "EdtfDate":
        """The EDTF of one month: `2023-04`. Raises BadEdtf where there is no such month."""
        return _parse(f"{year:04}-{month:02}")

    @staticmethod
    def from_year(year: int) -> "EdtfDate":
        """The EDTF of one year: `2023`. Raises BadEdtf outside 1 to 9999."""
        return _parse(f"{year:04}")

    @staticmethod
    def spanning(first: date, last: date) -> "EdtfDate":
        """The shortest EDTF of all days from `first` to `last`, both included. Raises BadEdtf if `last` comes first.

        A day is `2023-04-17`, a whole month `2023-04`, a whole year `2023`; months, years or days make an interval
        `2022-03/2023-04`, `1996/2001`, `2021-10-11/2021-10-17`.
        """
        if first == last:
            return EdtfDate.from_day(first)
        if first.day == 1 and _next_day_starts_month(last):
            if first.month == 1 and last.month == 12:
                ends = (f"{first.year:04}", f"{last.year:04}")
            else:
                ends = (first.isoformat()[:7], last.isoformat()[:7])
        else:
            ends = (first.isoformat(), last.isoformat())
        return _parse(ends[0] if ends[0] == ends[1] else "/".join(ends))

    @staticmethod
    def all_of(dates: Iterable["EdtfDate"]) -> "EdtfDate":
        """The set of all these dates, `{2017,2018,2021..2024}`: three or more years in a row are drawn together."""
        return _parse("{" + ",".join(_runs([each.text.replace("/", "..") for each in dates])) + "}")

    @staticmethod
    def one_of(dates: Iterable["EdtfDate"]) -> "EdtfDate":
        """One of these dates, not known which: `[2021-08,2021-10]`."""
        return _parse("[" + ",".join(each.text for each in dates) + "]")

    def approximately(self) -> "EdtfDate":
        """This date with `~` on it, and on each of its ends or members: what was `?` becomes `%`."""
        return _parse(re.sub(r"(?<=[0-9X])(?=$|[/,.\]}])|\?", lambda m: "%" if m[0] else "~", self.text))

    def onwards(self) -> "EdtfDate":
        """Something that lasts since this date: `2022` gives `2022/..`. Raises BadEdtf if it has no beginning."""
        return _parse(f"{self._end(0)}/..")

    def backwards(self) -> "EdtfDate":
        """Something that lasted until this date: `2022` gives `../2022`. Raises BadEdtf if it has no end."""
        return _parse(f"../{self._end(-1)}")

    def beginning(self) -> "EdtfDate":
        """The date that an interval with an open end begins with (`2022/..` gives `2022`); any other date itself."""
        opened = self.precision == "interval" and self.earliest is not None and self.latest is None
        return _parse(self._end(0)) if opened else self

    def through(self, other: "EdtfDate") -> "EdtfDate":
        """From the beginning of this date to the end of `other`: `2022-03/2023-04`. Raises BadEdtf if backwards."""
        return _parse(self.text if self == other else f"{self._end(0)}/{other._end(-1)}")

    def overlaps(self, other: "EdtfDate") -> bool:
        """Whether some day may be in both dates. An open end reaches as far as the other date does."""
        if self.yearless or other.yearless:
            return any(ours.overlaps(theirs) for ours, theirs in _in_same_years(self, other))
        first, last = self._days()
        other_first, other_last = other._days()
        return first <= other_last and other_first <= last

    def within(self, other: "EdtfDate") -> bool:
        """Whether every day of this date is in `other`, as a finer date lies within a coarser one, or equals it."""
        if self.yearless or other.yearless:
            pairs = _in_same_years(self, other) if other.yearless else ()
            return any(ours.within(theirs) for ours, theirs in pairs)
        first, last = self._days()
        other_first, other_last = other._days()
        return other_first <= first and last <= other_last

    def _days(self) -> tuple[date, date]:
        return self.earliest or date.min, self.latest or date.max

    def _end(self, which: Literal[0, -1]) -> str:
        if self.precision == "interval":
            return self.text.split("/")[which]
        if self.precision == "set":
            day = self.latest if which else self.earliest
            return day.isoformat() if day else ".."
        return self.text


@lru_cache(maxsize=8192)
def _parse(text: str) -> EdtfDate:
    return EdtfDate(text)


def _read(text: str) -> _Reading:
    if len(text) > _LONGEST:
        raise BadEdtf(text[:_LONGEST])
    try:
        if text[:1] + text[-1:] in ("[]", "{}"):
            return _read_set(text[1:-1])
        if "/" in text:
            return _read_interval(text)
        return _read_point(text)
    except ValueError:
        raise BadEdtf(text) from None


def _read_point(text: str) -> _Reading:
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month, day = match["year"], match["month"], match["day"]
    qualifier = match["qualifier"] or ""
    yearless = year == "XXXX"
    precision: Precision
    if "X" in year and not yearless:
        if month:
            raise ValueError(text)
        first = date(int(year.replace("X", "0")), 1, 1) if int(year.rstrip("X")) else date.min
        last = date(int(year.replace("X", "9")), 12, 31)
        precision = "century" if "XX" in year else "decade"
    else:
        # A leap year stands in for the unknown one, so that 29 February may be said of it.
        first, last, precision = _days_of(2000 if yearless else int(year), month, day)
        if yearless and (precision in ("season", "quarter", "year")):
            if month:
                raise ValueError(text)
            precision = "unknown"
    return _Reading(
        None if yearless else first,
        None if yearless else last,
        precision,
        approximate=qualifier in ("~", "%"),
        uncertain=qualifier in ("?", "%"),
        yearless=yearless,
    )


def _days_of(year: int, month_text: str | None, day_text: str | None) -> tuple[date, date, Precision]:
    if month_text is None:
        return date(year, 1, 1), date(year, 12, 31), "year"
    month = int(month_text)
    if day_text is not None:
        day = date(year, month, int(day_text))
        return day, day, "day"
    if month in _SEASONS:
        first = 3 * (month - 20)
        return date(year, first, 1), _last_of_month(year + first // 12, (first + 2 - 1) % 12 + 1), "season"
    if month in _QUARTERS:
        first = 3 * (month - 33) + 1
        return date(year, first, 1), _last_of_month(year, first + 2), "quarter"
    return date(year, month, 1), _last_of_month(year, month), "month"


def _read_interval(text: str) -> _Reading:
    first, last = text.split("/")
    ends = [_read_point(end) for end in (first, last) if end not in ("", "..")]
    if not ends or len({end.yearless for end in ends}) > 1:
        raise ValueError(text)
    earliest = None if first in ("", "..") else ends[0].earliest
    latest = None if last in ("", "..") else ends[-1].latest
    _refuse_backwards(earliest, latest)
    return _whole(ends, earliest, latest, "interval")


def _read_set(inside: str) -> _Reading:
    members: list[_Reading] = []
    items = inside.split(",")
    bounds: list[tuple[date | None, date | None]] = []
    for position, item in enumerate(items):
        first, dots, last = item.partition("..")
        if (not first and position > 0) or (dots and not last and position < len(items) - 1):
            raise ValueError(inside)
        ends = [_read_point(end) for end in (first, last) if end]
        if not ends or (not dots and last):
            raise ValueError(inside)
        members += ends
        earliest = ends[0].earliest if first else None
        latest = ends[-1].latest if last or not dots else None
        _refuse_backwards(earliest, latest)
        bounds.append((earliest, latest))
    if any(member.yearless for member in members):
        raise ValueError(inside)
    starts, stops = [start for start, _ in bounds], [stop for _, stop in bounds]
    return _whole(
        members,
        None if None in starts else min(start for start in starts if start),
        None if None in stops else max(stop for stop in stops if stop),
        "set",
    )


def _whole(parts: list[_Reading], earliest: date | None, latest: date | None, precision: Precision) -> _Reading:
    return _Reading(
        earliest,
        latest,
        precision,
        approximate=any(part.approximate for part in parts),
        uncertain=any(part.uncertain for part in parts),
        yearless=parts[0].yearless,
    )


def _refuse_backwards(earliest: date | None, latest: date | None) -> None:
    if earliest and latest and earliest > latest:
        raise ValueError(f"{earliest} is after {latest}")


def _runs(texts: list[str]) -> list[str]:
    """`texts` with each run of three or more successive plain years written as `first..last`."""
    runs: list[list[str]] = []
    for text in texts:
        if runs and text.isdecimal() and runs[-1][-1].isdecimal() and int(text) == int(runs[-1][-1]) + 1:
            runs[-1].append(text)
        else:
            runs.append([text])
    drawn = [[f"{run[0]}..{run[-1]}"] if len(run) > 2 else run for run in runs]
    return [text for run in drawn for text in run]


def _in_same_years(one: EdtfDate, other: EdtfDate) -> Iterable[tuple[EdtfDate, EdtfDate]]:
    """`one` and `other`, the unknown year of either replaced by each year that can tell them apart."""
    known = one if other.yearless else other
    if known.yearless:
        years = range(2000, 2001)
    else:
        first, last = known._days()
        start = last.year - _LEAP_CYCLE if known.earliest is None else first.year
        years = range(max(1, start), min(last.year, max(1, start) + _LEAP_CYCLE) + 1)
    for year in years:
        try:
            yield _in_year(one, year), _in_year(other, year)
        except BadEdtf:  # 29 February of a common year
            continue


def _in_year(yearless: EdtfDate, year: int) -> EdtfDate:
    return _parse(yearless.text.replace("XXXX", f"{year:04}"))


def _last_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _next_day_starts_month(day: date) -> bool:
    return day == date.max or (day + timedelta(days=1)).day == 1
