"""Do two mentions tell of the same event?

Attributes decide (date, parties, type, persons, place); a hard veto ends the question. Mentions are joined from the
likeliest pair down, and only where no pair of the two groups is vetoed, so the result does not depend on the order in
which mentions come.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.dates.edtf import EdtfDate
from app.extract.mention import ExtractedMention
from app.vocabulary.actors import region

JOIN = 2.0
"""The least score at which two mentions are taken for one event."""
ADJACENT = 400
"""Code points between two statements that one breath of reporting may span."""


@dataclass(frozen=True, slots=True)
class Told:
    """A mention with the document that holds it."""

    document: str
    mention: ExtractedMention

    @property
    def key(self) -> tuple[str, int, int, str]:
        """What orders mentions: document, span, type."""
        return (self.document, self.mention.span.start, self.mention.span.end, self.mention.type)


def group(told: Sequence[Told]) -> list[tuple[Told, ...]]:
    """The mentions that tell of an event, grouped by event, each group and the list in the order of their keys.

    Only mentions of one document are joined so far. Mentions whose status says that nothing happened are left out.
    """
    by_document: dict[str, list[Told]] = {}
    for one in sorted((one for one in told if one.mention.tells), key=lambda one: one.key):
        by_document.setdefault(one.document, []).append(one)
    return [tuple(found) for members in by_document.values() for found in _joined(members)]


def _joined(members: list[Told]) -> list[list[Told]]:
    groups = {i: [i] for i in range(len(members))}
    owner = list(range(len(members)))
    pairs = [
        (score, i, j)
        for i in range(len(members))
        for j in range(i + 1, len(members))
        if (score := likeness(members[i], members[j])) is not None and score >= JOIN
    ]
    for _, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        a, b = owner[i], owner[j]
        if a == b or any(likeness(members[x], members[y]) is None for x in groups[a] for y in groups[b]):
            continue
        groups[a] += groups.pop(b)
        for member in groups[a]:
            owner[member] = a
    return [[members[i] for i in sorted(found)] for found in sorted(groups.values(), key=min)]


def likeness(one: Told, other: Told) -> float | None:
    """How alike two mentions are; None where they cannot be of one event (type, date, parties or place differ)."""
    a, b = one.mention, other.mention
    if a.type != b.type or a.scope != b.scope:
        return None
    dates = _dates(a, b)
    if dates is None:
        return None
    actors_a, actors_b = {p.actor for p in a.parties}, {p.actor for p in b.parties}
    states_a, states_b = actors_a & region(), actors_b & region()
    if (states_a and states_b and not states_a & states_b) or not actors_a & actors_b:
        return None
    if a.place and b.place and a.place != b.place and not dates:
        return None
    score = dates
    shared = set(a.persons) & set(b.persons)
    if shared:
        score += 1.5
    elif a.persons and b.persons:
        score -= 1.5
    if a.place and a.place == b.place:
        score += 0.75
    if states_a == states_b:
        score += 0.25
    if a.type == "statement":
        return score + _statements(one, other, bool(shared))
    if a.place and b.place and a.place != b.place:
        score -= 1.0
    if dates and _gap(one, other) <= ADJACENT and "inherited" in {a.date and a.date.basis, b.date and b.date.basis}:
        # "They received the embassy in July, and the consulate": what goes on from an act is another act.
        score -= 1.0
    if dates == 0.0:
        # One of the two has no date: a definite reference ("his recent visit"), or the same breath.
        score += 0.5 if shared else 1.75 if _gap(one, other) <= ADJACENT and states_a == states_b else 0.0
    return score


def _dates(a: ExtractedMention, b: ExtractedMention) -> float | None:
    if a.date is None or b.date is None:
        return 0.0
    if not compatible(a.date.date, b.date.date):
        return None
    return 2.0 if a.date.date.text == b.date.date.text and a.type != "statement" else 1.5


def compatible(a: EdtfDate, b: EdtfDate) -> bool:
    """Whether one date lies within the other, or both are the same."""
    return a.text == b.text or a.within(b) or b.within(a)


def _statements(one: Told, other: Told, same_speaker: bool) -> float:
    """Sentences of one speaker that follow each other are one statement; others need a date of their own."""
    if _gap(one, other) <= ADJACENT and same_speaker:
        return 0.5
    both_dated = all(m.date and m.date.basis in ("explicit", "relative") for m in (one.mention, other.mention))
    return -0.5 if both_dated else -1.5


def _gap(one: Told, other: Told) -> int:
    """Code points between two mentions of one document; below zero where they overlap."""
    a, b = one.mention.span, other.mention.span
    return max(a.start, b.start) - min(a.end, b.end)
