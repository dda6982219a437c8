"""What standing orders decide about the documents that are there: which events they tell of, and which passages tell of
none. An order that does not hold decides nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.curate.check import Anchored, Finding, anchor
from app.curate.orders import CurationFile, Dating, EventOrder
from app.dates.edtf import EdtfDate
from app.extract.mention import Dated, ExtractedMention, PartyRole
from app.resolve.likeness import Told
from app.text.spans import Span


@dataclass(frozen=True, slots=True)
class DecidedPassage:
    """Words that, a person decided, tell of an event."""

    event: str
    """What the curators call it."""
    document: str
    """Its id."""
    span: Span
    type: str
    date: Dated | None
    """The date that these words give."""
    translations: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DecidedEvent:
    """An event as `author` decided it is; `passages` are those of the documents that are there, at least one."""

    order: EventOrder
    passages: tuple[DecidedPassage, ...]
    author: str

    @property
    def key(self) -> str:
        """What the curators call it."""
        return self.order.event

    @property
    def date(self) -> Dated | None:
        return _dated(self.order.date, None) if self.order.date else None

    @property
    def parties(self) -> tuple[PartyRole, ...]:
        return tuple(PartyRole(actor, role) for actor, role in self.order.parties.items())

    def told(self) -> list[Told]:
        """Its passages as mentions with what was decided about the event, to be joined with those of others."""
        return [Told(passage.document, self.mention(passage), self.key) for passage in self.passages]

    def mention(self, passage: DecidedPassage) -> ExtractedMention:
        """One of its passages as a mention that says what was decided about the event."""
        order = self.order
        assert order.type
        assert order.scope
        return ExtractedMention(
            span=passage.span,
            type=order.type,
            scope=order.scope,
            status="asserted",
            confidence=1.0,
            date=self.date,
            parties=self.parties,
            persons=tuple(order.persons),
            place=order.place,
            evidence=(),
            subtype=order.subtype,
        )


@dataclass(frozen=True, slots=True)
class Rejection:
    """Words that the machine took for an event and that, a person decided, tell of none."""

    document: str
    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """Everything that was decided about the documents that are there, and the orders that decide nothing."""

    events: tuple[DecidedEvent, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    findings: tuple[Finding, ...] = ()
    authors: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    """The files of the documents that orders are for, of those that are there."""
    _by_document: dict[str, list[DecidedPassage | Rejection]] = field(default_factory=dict)

    def about(self, document: str, found: ExtractedMention) -> DecidedPassage | Rejection | None:
        """What was decided about the words of a mention that the machine found: of those decided about that share half
        of the shorter of the two, the ones of its type and then those most like it. None where nothing was."""
        decided = [one for one in self._by_document.get(document, ()) if _is_same_passage(one.span, found.span)]
        return max(decided, key=lambda one: _likeness(one, found), default=None)

    def why_none(self, places: Iterable[tuple[str, Span]]) -> str | None:
        """Why the words at `places` (document ids and spans) tell of no event, where that was decided of them all."""
        reasons: dict[str, None] = {}
        for document, span in places:
            decided = self._by_document.get(document, ())
            found = [one for one in decided if isinstance(one, Rejection) and _is_same_passage(one.span, span)]
            if not found:
                return None
            reasons |= dict.fromkeys(one.reason for one in found)
        return " ".join(reasons) or None


def decide(files: Sequence[CurationFile], documents: Mapping[str, tuple[str, str]]) -> Decisions:
    """What the orders in `files` decide about `documents`, which are ids and texts by file name.

    Orders for documents that are not there wait until they are. Never raises.
    """
    texts = {file: text for file, (_, text) in documents.items()}
    anchored, findings = anchor(files, texts)
    wrong = {(finding.file, finding.line) for finding in findings}
    orders = {
        order.event: (order, file.author)
        for file in files
        for order in file.orders
        if isinstance(order, EventOrder) and order.defines and (file.name, order.line) not in wrong
    }
    passages: dict[str, list[DecidedPassage]] = {}
    rejections = []
    for one in anchored:
        if (one.file, one.order.line) in wrong or (one.file, one.passage.line) in wrong:
            continue
        identity, text = documents[one.document]
        if one.event is None:
            rejections.append(Rejection(identity, one.span, one.order.reason or ""))
        elif one.event in orders:
            kind = orders[one.event][0].type or "other"
            passages.setdefault(one.event, []).append(_passage(one, identity, text, kind))
    events = tuple(
        DecidedEvent(order, tuple(passages[key]), author) for key, (order, author) in orders.items() if key in passages
    )
    present = [file for file in files if file.document in documents]
    return Decisions(
        events,
        tuple(rejections),
        tuple(findings),
        tuple(dict.fromkeys(file.author for file in present)),
        tuple(file.document for file in present),
        _by_document([*(one for event in events for one in event.passages), *rejections]),
    )


def _passage(one: Anchored, document: str, text: str, kind: str) -> DecidedPassage:
    date = one.passage.date
    phrase = _nearest(text, date.phrase, one.span) if date and date.phrase else None
    return DecidedPassage(
        one.event or "", document, one.span, kind, _dated(date, phrase) if date else None, one.passage.translation
    )


def _dated(date: Dating, phrase: Span | None) -> Dated:
    return Dated(EdtfDate.parse(date.edtf), date.basis, phrase)


def _nearest(text: str, words: str, span: Span) -> Span:
    """Where `words` stand within the words of `span`, or else nearest to them."""
    starts, start = [], text.find(words)
    while start >= 0:
        starts.append(Span(start, start + len(words)))
        start = text.find(words, start + 1)
    return min(starts, key=lambda one: (-one.shared(span), abs(one.start - span.start)))


def _by_document(decided: Iterable[DecidedPassage | Rejection]) -> dict[str, list[DecidedPassage | Rejection]]:
    found: dict[str, list[DecidedPassage | Rejection]] = {}
    for one in decided:
        found.setdefault(one.document, []).append(one)
    return found


def _likeness(one: DecidedPassage | Rejection, found: ExtractedMention) -> tuple[bool, float, int]:
    shared = one.span.shared(found.span)
    same_type = isinstance(one, DecidedPassage) and one.type == found.type
    return same_type, shared / (len(one.span) + len(found.span) - shared), -one.span.start


def _is_same_passage(one: Span, other: Span) -> bool:
    shared = one.shared(other)
    return shared > 0 and 2 * shared >= min(len(one), len(other))
