"""Which event took place within another: talks, a signing or a statement during a visit or forum."""

from collections.abc import Sequence
from datetime import timedelta

from app.resolve.events import ResolvedEvent
from app.vocabulary.actors import region
from app.vocabulary.places import places

WHOLES = ("visit", "forum")
"""What other events can be part of, in order of preference: talks at a forum abroad are part of the visit."""
PARTS = frozenset({"statement", "talks", "agreement"})
STAY = timedelta(days=3)
"""How long after its first day a visit still goes on, where only that day is told."""


def parts_of(events: Sequence[ResolvedEvent]) -> dict[int, int]:
    """For each position in `events` of one that took place within another, the position of that other.

    A part is told of in a document that tells of the whole too, on its days, by the same states, and shares a person
    or the place with it, or was told to have happened "during" it. Among several wholes the one told nearest counts.
    """
    wholes: dict[str, list[int]] = {}
    for i, event in enumerate(events):
        if event.type in WHOLES and event.date:
            for document in {told.document for told in event.told}:
                wholes.setdefault(document, []).append(i)
    found = {}
    for i, event in enumerate(events):
        if event.type not in PARTS or event.date is None:
            continue
        documents = {told.document for told in event.told}
        nearby = {j for document in documents for j in wholes.get(document, ())}
        chosen = [j for j in nearby if _is_part(event, events[j])]
        if chosen:
            found[i] = min(chosen, key=lambda j: (WHOLES.index(events[j].type), _distance(event, events[j]), j))
    return found


def _is_part(event: ResolvedEvent, whole: ResolvedEvent) -> bool:
    if event.scope != whole.scope or not _during(event, whole):
        return False
    states = [{party.actor for party in one.parties} & region() for one in (event, whole)]
    if not states[0] & states[1]:
        return False
    if event.named_place and whole.named_place and event.place != whole.place:
        one, other = places()[event.named_place], places()[whole.named_place]
        if one.kind == "city" and other.kind == "city":
            return False
    shared = set(event.persons) & set(whole.persons) or (event.named_place and event.named_place == whole.named_place)
    inherited = event.date is not None and event.date.basis == "inherited" and _same_phrase(event, whole)
    return bool(shared or inherited)


def _during(event: ResolvedEvent, whole: ResolvedEvent) -> bool:
    one, other = event.date and event.date.date, whole.date and whole.date.date
    if not one or not other or not one.earliest or not one.latest or not other.earliest or not other.latest:
        return False
    # Only what is told to the day can be placed within a stay of days.
    if one.precision != "day" or (other.latest - other.earliest).days > STAY.days:
        return False
    return other.earliest <= one.earliest and one.latest <= max(other.latest, other.earliest + STAY)


def _same_phrase(event: ResolvedEvent, whole: ResolvedEvent) -> bool:
    """Whether some passage of the one has its date from the words that date a passage of the other."""
    phrases = {(told.document, told.mention.date.phrase) for told in whole.told if told.mention.date}
    return any((told.document, told.mention.date.phrase) in phrases for told in event.told if told.mention.date)


def _distance(event: ResolvedEvent, whole: ResolvedEvent) -> int:
    return min(
        abs(one.mention.span.start - other.mention.span.start)
        for one in event.told
        for other in whole.told
        if one.document == other.document
    )
