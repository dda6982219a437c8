"""Places, from seeds/places.yaml."""

from functools import cache
from typing import Literal

from pydantic import Field

from app.settings import settings
from app.vocabulary.reading import Entry, Forms, Names, read_entries


class Place(Entry):
    """Somewhere an event can happen; `country` is an actor's id, or `afghanistan`."""

    id: str
    names: Names
    forms: dict[str, Forms] = Field(default_factory=dict)
    country: str | None = None
    kind: Literal["city", "country", "region", "venue", "border-crossing"]


@cache
def places() -> dict[str, Place]:
    """Every place by its id, in the order of the file."""
    return {place.id: place for place in read_entries(settings().seeds / "places.yaml", "places", Place)}
