"""Happenings whose day everybody knows, from seeds/landmarks.yaml."""

from datetime import date as Day
from functools import cache

from pydantic import Field

from app.settings import settings
from app.vocabulary.reading import Entry, Names, read_entries


class Landmark(Entry):
    """A happening of one day; `forms` are what texts call it once it is past, by language."""

    id: str
    date: Day
    names: Names
    forms: dict[str, tuple[str, ...]] = Field(default_factory=dict)


@cache
def landmarks() -> tuple[Landmark, ...]:
    """Every landmark, in the order of the file."""
    return read_entries(settings().seeds / "landmarks.yaml", "landmarks", Landmark)


def landmark_day(id: str) -> Day:
    """The day of the landmark of this id. Raises KeyError where there is none."""
    return {landmark.id: landmark.date for landmark in landmarks()}[id]
