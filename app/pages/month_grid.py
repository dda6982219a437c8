"""Years and their months at a glance, each month tinted by how much there is in it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class MonthCell:
    short: str
    """"Apr"."""
    label: str
    """"April 2023: 2 events"."""
    count: int
    level: int
    """0 for none, up to 4 for the fullest months: how deep the cell is tinted."""
    address: str | None
    """Where its number leads; None where there is nothing."""


@dataclass(frozen=True, slots=True)
class YearRow:
    year: int
    """The first, where the row is of several."""
    name: str
    """"2023"; "2004 to 2016" for years of which there is nothing."""
    label: str
    """"All of 2023: 9 events"."""
    count: int
    """Of the whole year, that included of which the month is not known."""
    address: str | None
    months: tuple[MonthCell, ...]
    """None for years of which there is nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridWording:
    """How a grid speaks of its months and years, and where they lead."""

    short_names: Sequence[str]
    month: Callable[[int, int, int], str]
    """The label of a month: year, month and count in, words out."""
    year: Callable[[int, int], str]
    month_address: Callable[[int, int], str]
    year_address: Callable[[int], str]


def year_rows(
    months: Mapping[tuple[int, int], int], years: Mapping[int, int], wording: GridWording
) -> tuple[YearRow, ...]:
    """A row for each of `years`, newest first. Tints are relative to the fullest of `months`."""
    fullest = max(months.values(), default=0)

    def cell(year: int, month: int) -> MonthCell:
        count = months.get((year, month), 0)
        return MonthCell(
            short=wording.short_names[month - 1],
            label=wording.month(year, month, count),
            count=count,
            level=-(-4 * count // fullest) if count else 0,
            address=wording.month_address(year, month) if count else None,
        )

    return tuple(
        YearRow(
            year=year,
            name=str(year),
            label=wording.year(year, years[year]),
            count=years[year],
            address=wording.year_address(year) if years[year] else None,
            months=tuple(cell(year, month) for month in range(1, 13)),
        )
        for year in sorted(years, reverse=True)
    )


def with_gaps(rows: Sequence[YearRow], gap: Callable[[int, int], tuple[str, str]]) -> tuple[YearRow, ...]:
    """`rows` with one for each stretch of years between them; `gap` gives its name and label from first and last."""
    found: list[YearRow] = [*rows[:1]]
    for later, earlier in pairwise(rows):
        first, last = earlier.year + 1, later.year - 1
        if first <= last:
            name, label = gap(first, last)
            found.append(YearRow(first, name, label, 0, None, ()))
        found.append(earlier)
    return tuple(found)
