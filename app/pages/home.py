from dataclasses import dataclass

from app.pages.event_card import EventCard
from app.pages.month_grid import YearRow


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
