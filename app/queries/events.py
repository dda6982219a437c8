"""Which events a filter holds, in order and page by page, as of a revision."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, column, false, or_, text
from sqlmodel import Session, col, func, select

from app.models import Document, Event, Mention, Party
from app.queries.event_filter import DEFAULT_SCOPE, EventFilter
from app.queries.search import match_expression

ONE_DAY_MORE = "~"
"""Sorts after every ISO date: stands for an end that is open."""


def conditions(wanted: EventFilter, revision: int, *, leaving_out: str | None = None) -> list[ColumnElement[bool]]:
    """What an event must satisfy to be in `wanted` as of `revision`; `leaving_out` one facet's own selection."""
    found: list[ColumnElement[bool]] = [Event.visible_at(revision), col(Event.state) == "published"]
    for key in ("type", "subtype", "review", "precision", "place"):
        if (values := wanted.values(key)) and key != leaving_out:
            found.append(col(getattr(Event, key)).in_(values))
    if leaving_out != "scope":
        found.append(col(Event.scope).in_(wanted.scope or (DEFAULT_SCOPE,)))
    for key in ("actor", "person"):
        if (values := wanted.values(key)) and key != leaving_out:
            parties = select(Party.event_id).where(Party.visible_at(revision), col(Party.actor_id).in_(values))
            found.append(col(Event.id).in_(parties))
    sources = [
        column.in_(values)
        for key, column in _source_columns().items()
        if (values := wanted.values(key)) and key != leaving_out
    ]
    # Each source key asks on its own for a passage, as each other key does: an event told by an Arabic text and by
    # another of that publisher is in "language=ar & publisher=…".
    found += [col(Event.id).in_(_told_in(revision, source)) for source in sources]
    if wanted.since and wanted.since.earliest:
        found.append(
            and_(
                _is_dated(),
                or_(col(Event.latest).is_(None), col(Event.latest) >= wanted.since.earliest.isoformat()),
            )
        )
    if wanted.until and wanted.until.latest:
        begun = or_(col(Event.earliest).is_(None), col(Event.earliest) <= wanted.until.latest.isoformat())
        found.append(and_(_is_dated(), begun))
    if wanted.is_backwards:
        found.append(false())
    if wanted.q:
        found.append(_matches(wanted.q, revision))
    return found


def _is_dated() -> ColumnElement[bool]:
    """Whether anything is known of the date; an end without a beginning is an open beginning."""
    return or_(col(Event.earliest).is_not(None), col(Event.latest).is_not(None))


def _source_columns() -> dict[str, ColumnElement[str]]:
    return {"document": col(Document.id), "publisher": col(Document.publisher), "language": col(Document.language)}  # type: ignore[dict-item]


def _told_in(revision: int, source: ColumnElement[bool]) -> Select[tuple[str]]:
    return (
        select(Mention.event_id)  # type: ignore[return-value]
        .join(Document, col(Document.id) == Mention.document_id)
        .where(Mention.visible_at(revision), Document.visible_at(revision), source)
    )


def _matches(query: str, revision: int) -> ColumnElement[bool]:
    expression = match_expression(query)
    if expression is None:
        return false()
    found = text(
        "SELECT search_text.event_id FROM search_index JOIN search_text ON search_text.row = search_index.rowid"
        " WHERE search_index MATCH :expression AND search_text.revision_from <= :revision"
        " AND (search_text.revision_to IS NULL OR search_text.revision_to > :revision)"
    ).bindparams(expression=expression, revision=revision)
    return col(Event.id).in_(found.columns(column("event_id", String)))


def order(sort: str, *, backwards: bool = False) -> tuple[ColumnElement[Any], ...]:
    """Chronological order: by first possible day, wider dates before narrower ones that begin alike; undated last."""
    descending = (sort != "oldest") != backwards
    undated = col(Event.earliest).is_(None)
    latest = func.coalesce(col(Event.latest), ONE_DAY_MORE)
    return (
        undated.desc() if backwards else undated.asc(),
        col(Event.earliest).desc() if descending else col(Event.earliest).asc(),
        latest.asc() if descending else latest.desc(),
        col(Event.id).desc() if descending else col(Event.id).asc(),
    )


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a view: its events in order, how many the whole view holds, and where the neighbours begin.

    `next_after` and `previous_after` are event ids for the key `after`; an empty `previous_after` is the first page.
    `lost` says that the event after which the page was to begin is not in the view.
    """

    events: tuple[Event, ...]
    total: int
    next_after: str | None
    previous_after: str | None
    lost: bool = False


def page(session: Session, wanted: EventFilter, revision: int, size: int) -> Page:
    """The page of `wanted` that follows the event `wanted.after`, or the first one; at most `size` events.

    Pages are cut by key: what is added or taken away elsewhere does not shift them.
    """
    where = conditions(wanted, revision)
    total = session.exec(select(func.count()).select_from(Event).where(*where)).one()
    start = _standing(session, wanted.after, revision) if wanted.after else None
    following = [_beyond(start, wanted.sort)] if start else []
    events = session.exec(select(Event).where(*where, *following).order_by(*order(wanted.sort)).limit(size + 1)).all()
    return Page(
        events=tuple(events[:size]),
        total=total,
        next_after=events[size - 1].id if len(events) > size else None,
        previous_after=_previous(session, where, start, wanted.sort, size) if start else None,
        lost=bool(wanted.after) and start is None,
    )


def _standing(session: Session, identity: str, revision: int) -> Event | None:
    return session.exec(select(Event).where(Event.id == identity, Event.visible_at(revision))).first()


def _beyond(start: Event, sort: str) -> ColumnElement[bool]:
    """Whether an event comes after `start` in the order of `sort`."""
    earliest, latest, identity = col(Event.earliest), func.coalesce(col(Event.latest), ONE_DAY_MORE), col(Event.id)
    last = start.latest or ONE_DAY_MORE
    newest = sort != "oldest"
    later_id = identity < start.id if newest else identity > start.id
    wider = latest > last if newest else latest < last
    if start.earliest is None:
        return and_(earliest.is_(None), or_(wider, and_(latest == last, later_id)))
    further = earliest < start.earliest if newest else earliest > start.earliest
    return or_(
        earliest.is_(None),
        further,
        and_(earliest == start.earliest, wider),
        and_(earliest == start.earliest, latest == last, later_id),
    )


def _previous(session: Session, where: Sequence[ColumnElement[bool]], start: Event, sort: str, size: int) -> str:
    """The event after which the page before begins; empty where that is the first page."""
    so_far = select(Event.id).where(*where, ~_beyond(start, sort)).order_by(*order(sort, backwards=True))
    return session.exec(so_far.offset(size).limit(1)).first() or ""


def get_event(session: Session, identity: str, revision: int) -> Event | None:
    """The event as it stood as of `revision`, whatever became of it; None where there never was one."""
    return _standing(session, identity, revision)


def parts_of(session: Session, identity: str, revision: int) -> list[Event]:
    """The published events that took place within an event, in order of time."""
    within = select(Event).where(Event.part_of == identity, Event.state == "published", Event.visible_at(revision))
    return list(session.exec(within.order_by(*order("oldest"))))
