from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from app.pages.passage import MarkedText
from app.pages.wording import DateShown, Wording


@dataclass(frozen=True, slots=True)
class ReviewMark:
    """Whether a person stands behind an event."""

    state: Literal["machine", "reviewed"]
    label: str
    """"not reviewed", "reviewed"."""


@dataclass(frozen=True, slots=True)
class PartyLabel:
    """A party of an event."""

    label: str
    role: str | None
    """"host", "guest", "signatory"; None where the role says nothing."""
    address: str
    """The timeline with this actor alone."""


@dataclass(frozen=True, slots=True)
class DocumentLink:
    """The place in a document where a passage stands."""

    title: Wording
    address: str
    """Ends in `#m-…`, the anchor of the passage."""
    publisher: Wording | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCard:
    """One row of the timeline."""

    id: str
    address: str
    headline: Wording
    date: DateShown
    year: int | None
    """Year under which the row is filed (that of its earliest day); None for undated."""
    month: int | None
    """Month, 1 to 12, under which the row is filed; None where only the year or a longer stretch is known."""
    type_label: str
    parties: tuple[PartyLabel, ...]
    place: str | None
    review: ReviewMark
    documents: int
    passages: int
    quote: MarkedText
    translation: Wording | None
    """Our own of the quote, in the language of the interface."""
    source: DocumentLink


@dataclass(frozen=True, slots=True)
class MonthGroup:
    label: str | None
    """"April"; None where only the year is known."""
    events: tuple[EventCard, ...]


@dataclass(frozen=True, slots=True)
class YearGroup:
    label: str
    months: tuple[MonthGroup, ...]


def by_year(cards: Iterable[EventCard], month_names: tuple[str, ...]) -> tuple[YearGroup, ...]:
    """Dated cards in the order they come in, under their years and months. Undated cards are left out."""
    return tuple(
        YearGroup(
            str(year),
            tuple(
                MonthGroup(month_names[month - 1] if month else None, tuple(rows))
                for month, rows in groupby(of_year, key=lambda card: card.month)
            ),
        )
        for year, of_year in groupby(cards, key=lambda card: card.year)
        if year is not None
    )
