"""Identifiers that stay: 12 characters of Crockford's base32 (https://www.crockford.com/base32.html), lower case.

A document's is made from its text, a mention's from its place in the text, an event's once from its first mention;
from then on the event keeps it, however its mentions are read later.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.text.spans import Span

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 12
SAME = 10
"""Weight of a mention that stands as it stood: no sum of overlaps takes its event's id away."""


def identifier(*parts: object) -> str:
    """The identifier made from `parts`: 60 bits of the SHA-256 of their text."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode()).digest()
    number = int.from_bytes(digest[:8], "big") >> 4
    return "".join(ALPHABET[(number >> shift) & 31] for shift in range(5 * (LENGTH - 1), -1, -5))


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a mention stands, and what type of event it tells of."""

    document: str
    span: Span
    type: str


def keep_event_ids(
    groups: Sequence[Sequence[Standing]],
    standing: Mapping[str, Iterable[Standing]],
    names: Mapping[str, Iterable[Standing]] | None = None,
    own: Mapping[int, str] | None = None,
) -> list[str]:
    """An event id for each group of mentions: that of the standing event whose mentions it shares, else a new one.

    `standing` maps event ids to the mentions they had; `names` maps ids that new events may take to where these are
    told. The pair that shares most is served first; no id is given twice. `own` are the ids that some groups, by
    number, have whatever they share: at once where the id stands, else where no standing one is shared. Any other new
    id is made from the first mention of its group.
    """
    own = own or {}
    given = {number: identity for number, identity in own.items() if identity in standing}
    _claim(groups, standing, given)
    given |= {number: identity for number, identity in own.items() if number not in given}
    _claim(groups, names or {}, given)
    for number, group in enumerate(groups):
        if number not in given:
            given[number] = _new_id(group[0], set(given.values()))
    return [given[number] for number in range(len(groups))]


def _claim(groups: Sequence[Sequence[Standing]], ids: Mapping[str, Iterable[Standing]], given: dict[int, str]) -> None:
    """Give each group that has none yet, and shares mentions with one of `ids`, that id."""
    by_document: dict[str, list[tuple[Standing, str]]] = {}
    for event, places in ids.items():
        for place in places:
            by_document.setdefault(place.document, []).append((place, event))
    claims: dict[tuple[int, str], float] = {}
    for number, group in enumerate(groups):
        for mine in group:
            for place, event in by_document.get(mine.document, ()):
                claims[number, event] = claims.get((number, event), 0.0) + _likeness(mine, place)
    taken = set(given.values())
    for (number, event), claim in sorted(claims.items(), key=lambda claim: (-claim[1], claim[0])):
        if claim and number not in given and event not in taken:
            given[number] = event
            taken.add(event)


def joined_into(gone: Iterable[Standing], told: Mapping[str, Iterable[Standing]]) -> str | None:
    """The event that now tells all that an event told of which is gone; None where it does not, or tells of less.

    `gone` are the mentions that the event had, `told` those of each event that stands.
    """
    there = list(gone)
    for event, places in told.items():
        held = list(places)
        if there and all(
            any(_likeness(one, other) > 1 for other in held if other.document == one.document) for one in there
        ):
            return event
    return None


def _likeness(one: Standing, other: Standing) -> float:
    """How far two mentions in one document are the same: their common share, more for one type, most if identical."""
    shared = one.span.shared(other.span)
    if not shared or shared * 2 < min(len(one.span), len(other.span)):
        return 0.0
    common = shared / (len(one.span) + len(other.span) - shared)
    return common + (one.type == other.type) + SAME * (one == other)


def _new_id(first: Standing, taken: set[str]) -> str:
    attempt = 0
    while (made := identifier("event", first.document, first.span.start, first.span.end, first.type, attempt)) in taken:
        attempt += 1
    return made
