from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.pages.event_card import EventCard


@dataclass(frozen=True, slots=True)
class MonthCell:
    """A month at a glance."""

    short: str
    """"Apr"."""
    name: str
    """"April 2023"."""
    count: int
    level: int
    """0 for none, up to 4 for the busiest months: how deep the cell is tinted."""
    address: str | None
    """The timeline in this month; None where nothing happened."""


@dataclass(frozen=True, slots=True)
class YearRow:
    label: str
    count: int
    """Events of the year, those included whose month is not known."""
    address: str | None
    months: tuple[MonthCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    events: int
    documents: int
    reviewed: int
    period: str | None
    """"January 2020 to November 2024"; None while nothing is ingested."""
    years: tuple[YearRow, ...]
    latest: tuple[EventCard, ...]
    search_action: str


def months_at_a_glance(
    months: Mapping[tuple[int, int], int],
    years: Mapping[int, int],
    *,
    short_names: tuple[str, ...],
    month_names: tuple[str, ...],
    month_address: Callable[[int, int], str],
    year_address: Callable[[int], str],
) -> tuple[YearRow, ...]:
    """A row for each year with events, newest first. Tints are relative to the busiest month."""
    busiest = max(months.values(), default=0)

    def cell(year: int, month: int) -> MonthCell:
        count = months.get((year, month), 0)
        return MonthCell(
            short=short_names[month - 1],
            name=f"{month_names[month - 1]} {year}",
            count=count,
            level=-(-4 * count // busiest) if count else 0,
            address=month_address(year, month) if count else None,
        )

    return tuple(
        YearRow(
            label=str(year),
            count=years[year],
            address=year_address(year) if years[year] else None,
            months=tuple(cell(year, month) for month in range(1, 13)),
        )
        for year in sorted(years, reverse=True)
    )
