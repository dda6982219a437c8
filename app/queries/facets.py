"""Facets: for each field of the filter its values with exact counts, leaving out the facet's own selection."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import Select

from app.models import Actor, Document, Event, EventType, Mention, Party, Place, Subtype
from app.queries.event_filter import FACETS, EventFilter
from app.queries.events import conditions

REVIEWS = ("machine", "reviewed")
SCOPES = ("core", "context")
PRECISIONS = ("day", "month", "season", "quarter", "year", "decade", "century", "interval", "set", "unknown")


@dataclass(frozen=True, slots=True)
class Count:
    """A value of a facet and how many events of the view, without the facet's own selection, have it."""

    value: str
    count: int


def known_values(session: Session, revision: int) -> dict[str, Iterable[str]]:
    """For each facet the values that exist as of `revision`: those that an address may name."""
    actors = session.exec(select(Actor.id, Actor.kind).where(Actor.visible_at(revision))).all()
    documents = session.exec(
        select(Document.id, Document.publisher, Document.language).where(Document.visible_at(revision))
    ).all()
    return {
        "actor": [identity for identity, kind in actors if kind != "person"],
        "person": [identity for identity, kind in actors if kind == "person"],
        "type": session.exec(select(EventType.id).where(EventType.visible_at(revision))).all(),
        "subtype": session.exec(select(Subtype.id).where(Subtype.visible_at(revision))).all(),
        "place": session.exec(select(Place.id).where(Place.visible_at(revision))).all(),
        "document": [identity for identity, _, _ in documents],
        "publisher": {publisher for _, publisher, _ in documents if publisher},
        "language": {language for _, _, language in documents},
        "review": REVIEWS,
        "precision": PRECISIONS,
        "scope": SCOPES,
    }


def facet_counts(
    session: Session, wanted: EventFilter, revision: int, keys: Iterable[str] = FACETS
) -> Mapping[str, tuple[Count, ...]]:
    """For each of `keys` the values that occur, most frequent first; a chosen value is there even with none."""
    counted = {}
    for key in keys:
        rows = session.exec(_counting(key, wanted, revision)).all()
        counts = {value: count for value, count in rows if value is not None}
        for value in wanted.values(key):
            counts.setdefault(value, 0)
        counted[key] = tuple(Count(v, n) for v, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    return counted


def _counting(key: str, wanted: EventFilter, revision: int) -> Select[str | None, int]:
    where = conditions(wanted, revision, leaving_out=key)
    distinct = func.count(func.distinct(col(Event.id)))
    if key in ("actor", "person"):
        persons = col(Actor.kind) == "person"
        return (
            select(Party.actor_id, distinct)
            .join(Event, col(Event.id) == Party.event_id)
            .join(Actor, col(Actor.id) == Party.actor_id)
            .where(Party.visible_at(revision), Actor.visible_at(revision), *where)
            .where(persons if key == "person" else ~persons)
            .group_by(col(Party.actor_id))
        )
    if key in ("document", "publisher", "language"):
        column = {"document": Document.id, "publisher": Document.publisher, "language": Document.language}[key]
        return (
            select(column, distinct)
            .select_from(Mention)
            .join(Event, col(Event.id) == Mention.event_id)
            .join(Document, col(Document.id) == Mention.document_id)
            .where(Mention.visible_at(revision), Document.visible_at(revision), *where)
            .group_by(column)
        )
    column = getattr(Event, key)
    return select(column, distinct).where(*where).group_by(column)
