"""The controlled list of kinds of event, from seeds/event_types.yaml."""

from functools import cache

from pydantic import Field

from app.settings import settings
from app.vocabulary.reading import Entry, Names, read_entries


class Plover(Entry):
    """Category and mode in the PLOVER ontology (https://github.com/openeventdata/PLOVER)."""

    category: str
    mode: str | None = None


class Implied(Entry):
    """Who did it and where, where the kind of act leaves no doubt; such an act is never one between the two sides."""

    party: str
    place: str | None = None
    landmark: str | None = Field(None, description="The happening of a known day that it is.")


class EventType(Entry):
    """One kind of event."""

    id: str
    names: Names
    definition: Names
    plover: Plover
    once: bool = Field(False, description="Done once between the same sides.")
    once_subtypes: tuple[str, ...] = Field((), description="Those subtypes of it that are done once.")
    implied: dict[str, Implied] = Field(default_factory=dict, description="By subtype.")
    headline: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    note: str | None = None


class Subtype(Entry):
    """What kind of act of its type, or on what subject, an event is. One name may serve several types."""

    id: str
    of: tuple[str, ...] = Field(min_length=1, description="The types that it divides.")
    names: Names


@cache
def event_types() -> dict[str, EventType]:
    """Every event type by its id, in the order of the list."""
    return {kind.id: kind for kind in read_entries(settings().seeds / "event_types.yaml", "event_types", EventType)}


@cache
def subtypes() -> dict[str, Subtype]:
    """Every subtype by its id, in the order of the list."""
    return {one.id: one for one in read_entries(settings().seeds / "event_types.yaml", "subtypes", Subtype)}


def subtypes_of(kind: str) -> frozenset[str]:
    """The ids of the subtypes that divide the type `kind`."""
    return frozenset(one.id for one in subtypes().values() if kind in one.of)
