from dataclasses import dataclass

from app.pages.event_card import EventCard
from app.pages.month_grid import YearRow
from app.pages.wording import Wording


@dataclass(frozen=True, slots=True)
class ReadyView:
    """A view to begin with, and how many events it holds."""

    title: Wording
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class ReadyViews:
    """Views that belong together."""

    title: Wording
    views: tuple[ReadyView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    events: int
    documents: int
    reviewed: int
    period: str | None
    """"January 2020 to November 2024"; None while nothing is ingested."""
    views: tuple[ReadyViews, ...]
    """None while nothing is ingested."""
    years: tuple[YearRow, ...]
    latest: tuple[EventCard, ...]
    search_action: str
