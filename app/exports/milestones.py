"""Milestones as JSON, with the events that mark them."""

from collections.abc import Iterator
from typing import Any

from sqlmodel import Session

from app.models import Event
from app.queries.events import get_event
from app.queries.milestones import climbs


def milestone_records(session: Session, revision: int) -> Iterator[dict[str, Any]]:
    """What marks how far each state has come, as of `revision`: state, milestone, how many events, the first and the
    latest of them with id, date (EDTF), headline in English and review."""
    for climb in climbs(session, revision):
        first, latest = (get_event(session, identity, revision) for identity in (climb.first, climb.latest))
        yield {
            "state": climb.state,
            "milestone": climb.milestone,
            "events": climb.count,
            "first": _marked(first),
            "latest": _marked(latest),
        }


def _marked(event: Event | None) -> dict[str, Any] | None:
    if event is None:
        return None
    return {"id": event.id, "date": event.edtf, "headline": event.titles["en"], "review": event.review}
