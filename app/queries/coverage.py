"""Of what the documents speak and of what they do not: how much of each tells of an event, how many speak of each month
and each state, and how exactly dates are known."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Function
from sqlmodel import Session, col, func, select

from app.models import Actor, Document, Event, Extraction, Mention, Party
from app.queries.event_filter import EventFilter
from app.queries.events import conditions
from app.queries.passages import list_documents
from app.queries.standing import MONTH_KNOWN, YEAR_KNOWN

CORE = EventFilter()
SCOPES = ("context", "core")
UNREVIEWED = EventFilter(review=("machine",), scope=SCOPES)
SILENT, CONTEXT, TELLING = 0, 1, 2
"""What a sentence tells of: no event, a context event, a core event."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by its length in code points, and what it tells of."""

    length: int
    tells: int


@dataclass(frozen=True, slots=True)
class DocumentCoverage:
    """A document and its sentences in order; these are not known before it has been read by a newer Tarikh."""

    document: Document
    sentences: tuple[Sentence, ...]

    @property
    def core(self) -> int:
        """How many sentences tell of a core event."""
        return sum(sentence.tells == TELLING for sentence in self.sentences)

    @property
    def telling(self) -> int:
        """How many sentences tell of any event."""
        return sum(sentence.tells != SILENT for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Spoken:
    """How many documents speak of something, and of how many events."""

    documents: int = 0
    events: int = 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the documents cover as of a revision.

    `months` and `years` count events of both scopes that are dated to a month, or at least to a year; `states` have
    every state of the region, by id, with its core events; `precisions` count the core events by how exactly their date
    is known; `unreviewed` how many events nobody has reviewed.
    """

    documents: tuple[DocumentCoverage, ...]
    months: Mapping[tuple[int, int], Spoken]
    years: Mapping[int, Spoken]
    states: Mapping[str, Spoken]
    precisions: Mapping[str, int]
    unreviewed: int


def coverage(session: Session, revision: int) -> Coverage:
    """What the documents cover as of `revision`."""
    counted = select(Event.precision, func.count()).where(*conditions(CORE, revision)).group_by(col(Event.precision))
    months = _by_date(session, revision, 7, MONTH_KNOWN)
    years = _by_date(session, revision, 4, YEAR_KNOWN)
    return Coverage(
        documents=_documents(session, revision),
        months={(int(month[:4]), int(month[5:])): spoken for month, spoken in months.items()},
        years={int(year): spoken for year, spoken in years.items()},
        states=_states(session, revision),
        precisions=dict(session.exec(counted).all()),
        unreviewed=session.exec(select(func.count()).select_from(Event).where(*conditions(UNREVIEWED, revision))).one(),
    )


def _documents(session: Session, revision: int) -> tuple[DocumentCoverage, ...]:
    passages: dict[str, list[tuple[int, int, str]]] = {}
    rows = session.exec(
        select(Mention.document_id, Mention.start, Mention.end, Event.scope)
        .join(Event, col(Event.id) == Mention.event_id)
        .where(Mention.visible_at(revision), Event.visible_at(revision), Event.state == "published")
    )
    for document, start, end, scope in rows:
        passages.setdefault(document, []).append((start, end, scope))
    spans = {row.document_id: row.sentences for row in session.exec(select(Extraction))}
    return tuple(
        DocumentCoverage(document, told_in(spans.get(document.id, ()), passages.get(document.id, ())))
        for document in list_documents(session, revision)
    )


def told_in(sentences: Sequence[tuple[int, int]], passages: Collection[tuple[int, int, str]]) -> tuple[Sentence, ...]:
    """The `sentences` (start and end, in order) with what they tell of, by `passages`: start, end and scope."""
    tells = [SILENT] * len(sentences)
    starts, ends = [start for start, _ in sentences], [end for _, end in sentences]
    for start, end, scope in passages:
        for number in range(bisect_right(ends, start), bisect_left(starts, end)):
            tells[number] = max(tells[number], TELLING if scope == "core" else CONTEXT)
    return tuple(Sentence(end - start, told) for (start, end), told in zip(sentences, tells, strict=True))


def _by_date(session: Session, revision: int, length: int, precisions: Sequence[str]) -> dict[str, Spoken]:
    """What is spoken of each stretch of time, by the first `length` characters of its ISO days."""
    stretch = func.substr(Event.earliest, 1, length)
    rows = session.exec(
        select(stretch, _distinct(Mention.document_id), _distinct(Event.id))
        .join(Mention, col(Mention.event_id) == Event.id)
        .where(
            *conditions(EventFilter(precision=tuple(precisions), scope=SCOPES), revision),
            Mention.visible_at(revision),
            col(Event.earliest).is_not(None),
        )
        .group_by(stretch)
    )
    return {when: Spoken(documents, events) for when, documents, events in rows}


def _states(session: Session, revision: int) -> dict[str, Spoken]:
    """What is spoken of each state of the region, in alphabetical order of the ids."""
    region = select(Actor.id).where(Actor.visible_at(revision), Actor.side == "region")
    rows = session.exec(
        select(Party.actor_id, _distinct(Mention.document_id), _distinct(Event.id))
        .join(Event, col(Event.id) == Party.event_id)
        .join(Mention, col(Mention.event_id) == Event.id)
        .where(*conditions(CORE, revision), Party.visible_at(revision), Mention.visible_at(revision))
        .where(col(Party.actor_id).in_(region))
        .group_by(col(Party.actor_id))
    )
    spoken = {actor: Spoken(documents, events) for actor, documents, events in rows}
    return {actor: spoken.get(actor, Spoken()) for actor in sorted(session.exec(region))}


def _distinct(column: str | None) -> Function[int]:
    return func.count(func.distinct(column))


@dataclass(frozen=True, slots=True)
class Gap:
    """Months, from the first to the last, of which no document speaks."""

    first: tuple[int, int]
    last: tuple[int, int]

    @property
    def months(self) -> int:
        """How many they are."""
        return _number(self.last) - _number(self.first) + 1


def gaps(spoken: Collection[tuple[int, int]], until: tuple[int, int]) -> list[Gap]:
    """The gaps between the first of the months (year and month) that are `spoken` of and the month `until`, in
    order."""
    if not spoken:
        return []
    numbers = sorted({_number(month) for month in spoken})
    found = []
    for before, after in zip(numbers, [*numbers[1:], max(_number(until), numbers[-1]) + 1], strict=True):
        if after > before + 1:
            found.append(Gap(_month(before + 1), _month(after - 1)))
    return found


def _number(month: tuple[int, int]) -> int:
    return month[0] * 12 + month[1] - 1


def _month(number: int) -> tuple[int, int]:
    return number // 12, number % 12 + 1
