"""Which mentions tell of the same event?

Within a document, across documents and across languages alike. Mentions are joined from the likeliest pair down, and
only where no pair of the two groups rules it out, so the result does not depend on the order in which mentions come:
joining again what was joined changes nothing, and taking a document away parts what it held together. What a person
decided stands: mentions decided to be of one event are joined before all others, those of two are never joined.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Day

from app.extract.candidate import ENVOYS
from app.resolve.likeness import JOIN, RARE, SEASON, YEAR, Likeness, Told, days_of, is_once, is_soft, likeness
from app.vocabulary.actors import region
from app.vocabulary.event_types import event_types

__all__ = ["Joined", "Told", "group", "joined"]

FINE = 62
"""Days up to which a date is so fine that what is told alike is told of one act."""
NEAR_IN_TIME = 120
"""How many mentions further on in time, of one kind, month and state, one is compared with."""
NEAR_MENTIONS = 150
"""How many mentions further on in a document one is still compared with; what is told again is told of sooner."""


@dataclass(frozen=True, slots=True)
class Joined:
    """The mentions of one event, in the order of their keys, and for each after the first why it was joined."""

    told: tuple[Told, ...]
    reasons: tuple[tuple[str, ...], ...]


def group(told: Iterable[Told]) -> list[tuple[Told, ...]]:
    """The mentions that tell of an event, grouped by event, each group and the list in the order of their keys.

    Mentions whose status says that nothing happened are left out.
    """
    return [one.told for one in joined(told)]


def joined(told: Iterable[Told]) -> list[Joined]:
    """As `group`, with the reasons for which the mentions of each group were joined."""
    alike: dict[Hashable, list[Told]] = {}
    for one in sorted((one for one in told if one.mention.tells), key=lambda one: one.key):
        alike.setdefault(_signature(one), []).append(one)
    members = [same[0] for same in alike.values()]
    twins = {same[0].key: same[1:] for same in alike.values()}
    found_alike: dict[tuple[int, int], Likeness] = {}
    for i, j in _pairs(members):
        if (i, j) not in found_alike and (found := likeness(members[i], members[j])) and found.score >= JOIN:
            found_alike[i, j] = found
    links = sorted((-found.score, i, j) for (i, j), found in found_alike.items())
    owner = _owners(members)
    groups: dict[int, list[int]] = {}
    for i, first in enumerate(owner):
        groups.setdefault(first, []).append(i)
    decided = {first: members[first].decided for first in groups}
    reasons: dict[int, tuple[str, ...]] = {}
    for _, i, j in links:
        a, b = owner[i], owner[j]
        if (
            a == b
            or (decided[a] and decided[b])
            or any(likeness(members[x], members[y]) is None for x in groups[a] for y in groups[b])
        ):
            continue
        a, b = min(a, b), max(a, b)
        decided[a] = decided[a] or decided[b]
        groups[a] += groups.pop(b)
        for member in groups[a]:
            owner[member] = a
        # What a person decided needs no reason: the other mention was joined to it.
        first, later = (i, j) if members[i].decided or (not members[j].decided and j not in reasons) else (j, i)
        reasons[later if later not in reasons else first] = found_alike[i, j].reasons
    return sorted(
        (_together([(members[i], reasons.get(i, ())) for i in found], twins) for found in groups.values()),
        key=lambda event: event.told[0].key,
    )


def _owners(members: Sequence[Told]) -> list[int]:
    """For each of `members` the first one decided to be of the same event: itself, where nothing was decided."""
    first: dict[str, int] = {}
    return [first.setdefault(one.decided, i) if one.decided else i for i, one in enumerate(members)]


def _together(
    found: list[tuple[Told, tuple[str, ...]]], twins: Mapping[tuple[str, int, int, str, str], list[Told]]
) -> Joined:
    """The members of a group, each with its twins, in the order of their keys."""
    for one, _ in list(found):
        found += [(twin, _reasons(one, twin)) for twin in twins[one.key]]
    found.sort(key=lambda member: member[0].key)
    return Joined(tuple(one for one, _ in found), tuple(why for _, why in found))


def _reasons(one: Told, other: Told) -> tuple[str, ...]:
    found = likeness(one, other)
    return found.reasons if found else ()


def _signature(one: Told) -> Hashable:
    """What two mentions must share to be joined without being compared with each other: all that is known of an act of
    a known day or month. Where less is known, nothing but the mention itself."""
    mention, date = one.mention, one.mention.date
    days = days_of(date.date) if date else None
    known = not one.decided and date and days and days <= FINE and not is_soft(date) and date.basis != "inherited"
    if not known or date is None or (mention.type == "statement" and not (mention.persons and mention.subtype)):
        return one.key
    parties = frozenset((party.actor, party.role) for party in mention.parties)
    told = (mention.type, mention.subtype, mention.scope, date.date.text, date.basis)
    return (*told, parties, frozenset(mention.persons), mention.named_place)


def _pairs(members: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """The pairs that are compared at all (some more than once): near each other in a document, or in different ones of
    one kind, time and state, or done once. In the order of their days, each with the next ones only, so that the work
    grows with the number of mentions and not with its square."""
    by_document: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    by_time: defaultdict[Hashable, list[int]] = defaultdict(list)
    for i, one in enumerate(members):
        for kind in _kinds(one):
            by_document[one.document, kind].append(i)
        for time in _times(one):
            by_time[time].append(i)
    for block in by_document.values():
        for position, i in enumerate(block):
            yield from ((i, j) for j in block[position + 1 : position + 1 + NEAR_MENTIONS])
    for block in by_time.values():
        block.sort(key=lambda i: (_first_day(members[i]), i))
        for position, i in enumerate(block):
            for j in block[position + 1 : position + 1 + NEAR_IN_TIME]:
                if members[i].document != members[j].document:
                    yield min(i, j), max(i, j)


def _kinds(one: Told) -> frozenset[str]:
    # A mention of no certain type is compared with all others but what was said.
    if one.mention.type == "other":
        return frozenset(event_types()) - {"statement"}
    return ENVOYS if one.mention.type in ENVOYS else frozenset({one.mention.type})


def _first_day(one: Told) -> Day:
    date = one.mention.date
    return (date.date.earliest if date else None) or Day.max


def _times(one: Told) -> Iterator[Hashable]:
    """The blocks of other documents' mentions that a mention is compared with: its type, each month of its date, and
    each of its states (or, without any, its parties)."""
    mention = one.mention
    parties = frozenset(party.actor for party in mention.parties)
    if is_once(mention):
        yield mention.type, mention.subtype, parties
    date = mention.date.date if mention.date else None
    days = days_of(date) if date else None
    fine = YEAR if mention.type in RARE else SEASON
    if date is None or date.earliest is None or (days is not None and days > fine):
        return
    month = Day(date.earliest.year, date.earliest.month, 1)
    # What lasts is told by when it began.
    last = date.latest or month
    while month <= last:
        for state in parties & region() or parties:
            yield from ((kind, mention.scope, month, state) for kind in _kinds(one))
        month = Day(month.year + month.month // 12, month.month % 12 + 1, 1)
