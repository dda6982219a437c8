"""Where things stand: counts for the front page."""

from collections import Counter
from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from app.models import Document, Event
from app.queries.event_filter import EventFilter
from app.queries.events import conditions, order

CORE = EventFilter()


@dataclass(frozen=True, slots=True)
class Standing:
    """Counts over the core events as of a revision: how many in each month and year, by overlap, as the timeline counts.

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
    documents = session.exec(
        select(func.count()).select_from(Document).where(Document.visible_at(revision))
    ).one()
    stretches = session.exec(
        select(Event.earliest, Event.latest).where(*where, col(Event.earliest).is_not(None))
    ).all()
    dated = [(earliest, latest) for earliest, latest in stretches if earliest]
    months, years = _by_overlap(dated)
    return Standing(
        events=events,
        documents=documents,
        reviewed=reviewed,
        first=min((earliest for earliest, _ in dated), default=None),
        last=max((earliest for earliest, _ in dated), default=None),
        months=months,
        years=years,
    )


def _by_overlap(dated: list[tuple[str, str | None]]) -> tuple[dict[tuple[int, int], int], dict[int, int]]:
    """How many events overlap each month and year from the first to the last; years with none are left out."""
    if not dated:
        return {}, {}
    months: Counter[tuple[int, int]] = Counter()
    years: Counter[int] = Counter()
    last = max(int(earliest[:4]) for earliest, _ in dated)
    for earliest, latest in dated:
        end = latest or f"{last}-12-31"
        for year in range(int(earliest[:4]), min(int(end[:4]), last) + 1):
            years[year] += 1
            months.update((year, m) for m in range(1, 13) if earliest[:7] <= f"{year:04}-{m:02}" <= end[:7])
    return dict(months), dict(years)


def newest_events(session: Session, revision: int, count: int) -> list[Event]:
    """The newest core events, by their own date."""
    where = conditions(CORE, revision)
    rows = select(Event).where(*where, col(Event.earliest).is_not(None)).order_by(*order("newest")).limit(count)
    return list(session.exec(rows))
