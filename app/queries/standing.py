"""Where things stand: counts for the front page."""

from collections import Counter
from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from app.models import Document, Event
from app.queries.event_filter import EventFilter
from app.queries.events import conditions, order

CORE = EventFilter()
MONTH_KNOWN = ("day", "month")
YEAR_KNOWN = ("day", "month", "quarter", "year")
"""The precisions with which an event belongs to one month or year; the addresses behind the counts ask for them."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Counts over the core events as of a revision.

    `months` and `years` count the events whose month or year is known.
    `first` and `last` are the first days of the earliest and of the latest event that has one.
    """

    events: int
    documents: int
    reviewed: int
    first: str | None
    last: str | None
    months: dict[tuple[int, int], int]
    years: dict[int, int]


def standing(session: Session, revision: int) -> Standing:
    """What the chronology holds as of `revision`."""
    where = conditions(CORE, revision)
    events = session.exec(select(func.count()).select_from(Event).where(*where)).one()
    reviewed = session.exec(
        select(func.count()).select_from(Event).where(*where, col(Event.review) == "reviewed")
    ).one()
    documents = session.exec(select(func.count()).select_from(Document).where(Document.visible_at(revision))).one()
    stretches = session.exec(select(Event.earliest, Event.precision).where(*where)).all()
    dated = [(earliest, precision) for earliest, precision in stretches if earliest]
    months, years = _by_calendar(dated)
    return Standing(
        events=events,
        documents=documents,
        reviewed=reviewed,
        first=min((earliest for earliest, _ in dated), default=None),
        last=max((earliest for earliest, _ in dated), default=None),
        months=months,
        years=years,
    )


def _by_calendar(dated: list[tuple[str, str]]) -> tuple[dict[tuple[int, int], int], dict[int, int]]:
    """How many events there are in each month and year, of those whose month or year is known."""
    months: Counter[tuple[int, int]] = Counter()
    years: Counter[int] = Counter()
    for earliest, precision in dated:
        if precision in MONTH_KNOWN:
            months[int(earliest[:4]), int(earliest[5:7])] += 1
        if precision in YEAR_KNOWN:
            years[int(earliest[:4])] += 1
    return dict(months), dict(years)


def newest_events(session: Session, revision: int, count: int) -> list[Event]:
    """The newest core events, by their own date."""
    where = conditions(CORE, revision)
    rows = select(Event).where(*where, col(Event.earliest).is_not(None)).order_by(*order("newest")).limit(count)
    return list(session.exec(rows))
