"""What the ready-made views hold, as of a revision."""

from collections.abc import Iterator
from urllib.parse import parse_qsl

from sqlmodel import Session, func, select

from app.models import Event
from app.queries.event_filter import Asked, read_filter
from app.queries.events import conditions
from app.queries.facets import known_values
from app.vocabulary.views import View, view_groups


def view_counts(session: Session, revision: int) -> dict[str, int]:
    """How many events each ready-made view holds, by its id. A view that asks for what nobody knows is left out, as it
    would hold more than it says."""
    return {
        view.id: session.exec(select(func.count()).select_from(Event).where(*conditions(asked.filter, revision))).one()
        for view, asked in _asked(session, revision)
        if not asked.problems
    }


def wrong_views(session: Session, revision: int) -> list[str]:
    """What is wrong with ready-made views, in words."""
    found = []
    for view, asked in _asked(session, revision):
        found += [
            f"views.yaml, {view.id}: {problem.key}={problem.value}: {problem.advice}" for problem in asked.problems
        ]
        canonical = asked.filter.address().partition("?")[2]
        if not asked.problems and view.view != canonical:
            found.append(f"views.yaml, {view.id}: its canonical address is {canonical}")
    return found


def _asked(session: Session, revision: int) -> Iterator[tuple[View, Asked]]:
    known = known_values(session, revision)
    for group in view_groups():
        for view in group.views:
            yield view, read_filter(parse_qsl(view.view, keep_blank_values=True), known)
