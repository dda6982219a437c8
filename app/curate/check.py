"""Whether standing orders hold: every quote in its document, every id in the vocabulary, no two orders at odds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from app.curate.orders import CurationFile, Dating, EventOrder, Order, Passage
from app.dates.edtf import EdtfDate
from app.errors import BadEdtf, QuoteAmbiguous, QuoteNotFound
from app.text.spans import Span
from app.vocabulary.actors import actors, persons
from app.vocabulary.event_types import event_types, subtypes_of
from app.vocabulary.places import places

HEADLINE_LENGTH = 100
"""Code points of a headline, at most."""
HEADLINE_LANGUAGES = ("en", "ar", "ru")
"""The languages in which a person writes every headline."""
TRANSLATION_LANGUAGES = ("en", "ru")
"""The languages into which every quote is translated."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with an order: in which file, on which line, and what."""

    file: str
    line: int
    wrong: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.wrong}"


@dataclass(frozen=True, slots=True)
class Anchored:
    """A passage of an order, found in its document."""

    file: str
    document: str
    order: Order
    passage: Passage
    span: Span

    @property
    def event(self) -> str | None:
        """The name of the event of which it tells; None where it is rejected."""
        return self.order.event if isinstance(self.order, EventOrder) else None


def anchor(files: Sequence[CurationFile], texts: Mapping[str, str]) -> tuple[list[Anchored], list[Finding]]:
    """The passages of the orders in `files`, where they stand in the documents, and what is wrong with the orders.

    `texts` are the documents by file name; the passages of one that is not among them are passed over.
    """
    findings: list[Finding] = []
    anchored: list[Anchored] = []
    for file in files:
        for order in file.orders:
            if isinstance(order, EventOrder):
                findings += [Finding(file.name, line, words) for line, words in _of_event(order)]
            if (text := texts.get(file.document)) is not None:
                found, wrong = _anchor(file, text, order)
                anchored += found
                findings += wrong
    findings += _of_keys(files)
    findings += _at_odds(anchored)
    return anchored, sorted(findings, key=lambda finding: (finding.file, finding.line, finding.wrong))


def check(files: Sequence[CurationFile], texts: Mapping[str, str]) -> list[Finding]:
    """Everything that is wrong with the orders in `files`, in the order of file and line.

    `texts` are the documents by file name. Nothing is stored; never raises.
    """
    absent = [
        Finding(file.name, 1, f"there is no document {file.document}") for file in files if file.document not in texts
    ]
    found = [*absent, *_shared_documents(files), *anchor(files, texts)[1]]
    return sorted(found, key=lambda finding: (finding.file, finding.line, finding.wrong))


def _shared_documents(files: Iterable[CurationFile]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for file in files:
        if (other := first.setdefault(file.document, file.name)) != file.name:
            yield Finding(file.name, 1, f"{other} has orders for {file.document} too; one document has one file")


def _anchor(file: CurationFile, text: str, order: Order) -> tuple[list[Anchored], list[Finding]]:
    """The passages of an order that are found in the document, and what is wrong with the others and with dates."""
    found, wrong = [], []
    for passage in order.quoted:
        try:
            span = passage.selector.find(text)
        except (QuoteNotFound, QuoteAmbiguous) as error:
            wrong.append(Finding(file.name, passage.line, str(error)))
            continue
        found.append(Anchored(file.name, file.document, order, passage, span))
        if passage.date:
            wrong += [Finding(file.name, passage.line, words) for words in _of_date(passage.date, text)]
        if isinstance(order, EventOrder):
            missing = [tag for tag in TRANSLATION_LANGUAGES if not passage.translation.get(tag)]
            wrong += [Finding(file.name, passage.line, f"the quote has no translation into “{tag}”") for tag in missing]
    return found, wrong


def _of_date(date: Dating, text: str | None) -> Iterator[str]:
    try:
        EdtfDate.parse(date.edtf)
    except BadEdtf as error:
        yield str(error)
    if date.phrase and text is not None and date.phrase not in text:
        yield f"the words “{date.phrase}” are not in the document"


def _of_event(order: EventOrder) -> Iterator[tuple[int, str]]:
    """What is wrong with an order by itself."""
    named = (
        ("type", [order.type] if order.type else [], event_types()),
        ("subtype of such an event", [order.subtype] if order.subtype else [], subtypes_of(order.type or "")),
        ("place", [order.place] if order.place else [], places()),
        ("actor", order.parties, actors()),
        ("person", order.persons, persons()),
    )
    for name, told, entries in named:
        for one in told:
            if one not in entries:
                yield order.line, f"there is no {name} “{one}” in the vocabulary"
    if order.date:
        yield from ((order.line, words) for words in _of_date(order.date, None))
    for tag, headline in order.headline.items():
        if len(headline) > HEADLINE_LENGTH:
            yield order.line, f"the headline in “{tag}” has {len(headline)} letters, and {HEADLINE_LENGTH} at most"
    if not order.defines:
        for name in sorted(order.model_fields_set - {"line", "event", "passages", "reason"}):
            yield order.line, f"“{name}” belongs where the event is defined; without a type an order adds passages only"
        return
    if order.scope is None:
        yield order.line, "the event has no scope"
    if not order.parties and order.scope == "core":
        yield order.line, "the event has no parties"
    for tag in HEADLINE_LANGUAGES:
        if not order.headline.get(tag):
            yield order.line, f"the event has no headline in “{tag}”"


def _of_keys(files: Iterable[CurationFile]) -> Iterator[Finding]:
    """Events that are defined twice or never, and wholes that there are not, or that are part of themselves."""
    orders = [(file.name, order) for file in files for order in file.orders if isinstance(order, EventOrder)]
    defined: dict[str, tuple[str, EventOrder]] = {}
    for file, order in orders:
        if not order.defines:
            continue
        if order.event in defined:
            first, other = defined[order.event]
            yield Finding(file, order.line, f"the event {order.event} is defined in {first}, line {other.line}, too")
        else:
            defined[order.event] = (file, order)
    for file, order in orders:
        if order.event not in defined:
            yield Finding(file, order.line, f"no order says what the event {order.event} is")
        if order.part_of is None:
            continue
        if order.part_of not in defined:
            yield Finding(file, order.line, f"there is no event {order.part_of} to be a part of")
        elif order.event in _wholes(order.part_of, defined):
            yield Finding(file, order.line, f"the event {order.event} would be a part of itself")


def _wholes(event: str, defined: Mapping[str, tuple[str, EventOrder]]) -> set[str]:
    """An event and all that it is a part of."""
    found: set[str] = set()
    following: str | None = event
    while following is not None and following not in found and following in defined:
        found.add(following)
        following = defined[following][1].part_of
    return found


def _at_odds(anchored: Iterable[Anchored]) -> Iterator[Finding]:
    """Passages of which two orders say the same, or of which one says that they tell of an event and another that they
    tell of none. (The same words may tell of two events.)"""
    by_words: dict[tuple[str, Span], list[Anchored]] = {}
    for one in anchored:
        by_words.setdefault((one.document, one.span), []).append(one)
    for found in by_words.values():
        for first, other in combinations(sorted(found, key=lambda one: (one.file, one.passage.line)), 2):
            before = f"{first.file}, line {first.passage.line}"
            if (first.event is None) != (other.event is None):
                yield Finding(other.file, other.passage.line, f"{before} decides otherwise on these words")
            elif first.event == other.event:
                yield Finding(other.file, other.passage.line, f"{before} says the same of these words")
