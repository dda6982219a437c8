"""Where things stand: counts for the front page."""

from collections import Counter
from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from app.models import Document, Event
from app.queries.event_filter import EventFilter
from app.queries.events import conditions, order

CORE = EventFilter()
MONTH_KNOWN = ("day", "month")
"""The precisions with which an event belongs to one month; those of the addresses behind the counts of months."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Counts over the core events as of a revision.

    `months` counts the events whose month is known, `years` those that overlap a year.
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
    stretches = session.exec(select(Event.earliest, Event.latest, Event.precision).where(*where)).all()
    dated = [(earliest, latest, precision) for earliest, latest, precision in stretches if earliest]
    months, years = _by_overlap(dated)
    return Standing(
        events=events,
        documents=documents,
        reviewed=reviewed,
        first=min((earliest for earliest, _, _ in dated), default=None),
        last=max((earliest for earliest, _, _ in dated), default=None),
        months=months,
        years=years,
    )


def _by_overlap(dated: list[tuple[str, str | None, str]]) -> tuple[dict[tuple[int, int], int], dict[int, int]]:
    """How many events there are in each month, of those whose month is known, and how many overlap each year."""
    months: Counter[tuple[int, int]] = Counter()
    years: Counter[int] = Counter()
    last = max((int(earliest[:4]) for earliest, _, _ in dated), default=0)
    for earliest, latest, precision in dated:
        if precision in MONTH_KNOWN:
            months[int(earliest[:4]), int(earliest[5:7])] += 1
        years.update(range(int(earliest[:4]), min(int(latest[:4]) if latest else last, last) + 1))
    return dict(months), dict(years)


def newest_events(session: Session, revision: int, count: int) -> list[Event]:
    """The newest core events, by their own date."""
    where = conditions(CORE, revision)
    rows = select(Event).where(*where, col(Event.earliest).is_not(None)).order_by(*order("newest")).limit(count)
    return list(session.exec(rows))
