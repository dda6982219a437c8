"""The controlled list of kinds of event, from seeds/event_types.yaml."""

from functools import cache

from pydantic import Field

from app.settings import settings
from app.vocabulary.reading import Entry, Names, read_entries


class Plover(Entry):
    """Category and mode in the PLOVER ontology (https://github.com/openeventdata/PLOVER)."""

    category: str
    mode: str | None = None


class EventType(Entry):
    """One kind of event."""

    id: str
    names: Names
    definition: Names
    plover: Plover
    headline: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    note: str | None = None


@cache
def event_types() -> dict[str, EventType]:
    """Every event type by its id, in the order of the list."""
    return {kind.id: kind for kind in read_entries(settings().seeds / "event_types.yaml", "event_types", EventType)}
