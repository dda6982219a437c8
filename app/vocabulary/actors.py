"""Actors and persons, from seeds/actors.yaml and seeds/persons.yaml."""

from datetime import date as Day
from functools import cache
from typing import Literal

from pydantic import Field

from app.dates.edtf import EdtfDate
from app.settings import settings
from app.vocabulary.reading import Entry, Forms, Names, read_entries


class Role(Entry):
    """What an actor was in a stretch of time (EDTF dates, null where not known)."""

    role: Names
    since: str | None = Field(None, alias="from")
    until: str | None = Field(None, alias="to")


class Actor(Entry):
    """A state, de-facto authority or organisation. `side` is set for those whose dealings the chronology follows."""

    id: str
    kind: Literal["state", "authority", "organisation"]
    side: Literal["region", "taliban"] | None = None
    armed: bool = Field(False, description="Whether it is a group that fights: who speaks of it deals with nobody.")
    seat: str | None = Field(None, description="The place from which it decides and speaks where the text names none.")
    branch_of: str | None = Field(None, description="The actor whose name means this one where a text names both.")
    branch_in: str | None = Field(None, description="The country in which that name means this one.")
    names: Names
    in_sentence: Names = Field(default_factory=dict, description="The name with its article.")
    forms: dict[str, Forms] = Field(default_factory=dict)
    demonyms: dict[str, Forms] = Field(default_factory=dict)
    metonyms: dict[str, Forms] = Field(default_factory=dict)
    roles: tuple[Role, ...] = ()


class Office(Entry):
    """A person's office: for which actor, what, and when (EDTF dates, null where not known)."""

    of: str
    title: Names
    since: str | None = Field(None, alias="from")
    until: str | None = Field(None, alias="to")


class Person(Entry):
    """Somebody who acts or speaks for an actor."""

    id: str
    names: Names
    forms: dict[str, Forms] = Field(default_factory=dict)
    offices: tuple[Office, ...] = ()


@cache
def actors() -> dict[str, Actor]:
    """Every actor by its id, in the order of the file."""
    return {actor.id: actor for actor in read_entries(settings().seeds / "actors.yaml", "actors", Actor)}


@cache
def persons() -> dict[str, Person]:
    """Every person by id, in the order of the file."""
    return {person.id: person for person in read_entries(settings().seeds / "persons.yaml", "persons", Person)}


@cache
def actor_lasted(actor: str) -> tuple[Day | None, Day | None]:
    """The first day of an actor's first role and the last of its last; None where it always was, or still is."""
    roles = actors()[actor].roles
    begun = [EdtfDate.parse(role.since).earliest if role.since else None for role in roles]
    ended = [EdtfDate.parse(role.until).latest if role.until else None for role in roles]
    first = min((day for day in begun if day), default=None)
    last = None if None in ended else max((day for day in ended if day), default=None)
    return first, last


@cache
def taliban_govern_since() -> Day:
    """The first day of what the Taliban are now, by the last of their roles."""
    begun = [role.since for actor in taliban() for role in actors()[actor].roles if role.since]
    return EdtfDate.parse(max(begun)).earliest or Day.min


def region() -> frozenset[str]:
    """The ids of Russia and the five Central Asian states."""
    return frozenset(actor.id for actor in actors().values() if actor.side == "region")


def taliban() -> frozenset[str]:
    """The ids of the actors that are the Taliban."""
    return frozenset(actor.id for actor in actors().values() if actor.side == "taliban")
