"""How far each state of the region has come with the Taliban: the first and the latest event of each milestone."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.models import Actor, Event, Party
from app.queries.event_filter import EventFilter
from app.queries.events import conditions, order
from app.vocabulary.milestones import milestones


@dataclass(frozen=True, slots=True)
class Climb:
    """The events of one state that are of one milestone: ids of the first and of the latest in chronological order,
    one event without a date after all others, and how many there are."""

    state: str
    milestone: str
    first: str
    latest: str
    count: int


def climbs(session: Session, revision: int) -> list[Climb]:
    """Every state and milestone of which the chronology, as of `revision`, has an event between the state and the
    Taliban, by state and in the order of the climb."""
    told: dict[tuple[str, str], list[str]] = {}
    for event, kind, subtype, party in _dealings(session, revision):
        for milestone in milestones():
            if milestone.counts(kind, subtype, party.role):
                told.setdefault((party.actor_id, milestone.id), []).append(event)
    states = sorted({state for state, _ in told})
    return [
        Climb(state, milestone.id, events[0], events[-1], len(events))
        for state in states
        for milestone in milestones()
        if (events := told.get((state, milestone.id)))
    ]


def _dealings(session: Session, revision: int) -> Iterable[tuple[str, str, str | None, Party]]:
    """Each event between a state of the region and the Taliban, oldest first: its id, type and subtype, and the state
    as a party to it."""
    taliban = (
        select(Party.event_id)
        .join(Actor, col(Actor.id) == Party.actor_id)
        .where(Party.visible_at(revision), Actor.visible_at(revision), Actor.side == "taliban")
    )
    return session.exec(
        select(Event.id, Event.type, Event.subtype, Party)
        .join(Party, col(Party.event_id) == Event.id)
        .join(Actor, col(Actor.id) == Party.actor_id)
        .where(
            *conditions(EventFilter(), revision),
            Party.visible_at(revision),
            Actor.visible_at(revision),
            Actor.side == "region",
            col(Event.id).in_(taliban),
        )
        .order_by(*order("oldest"))
    )
