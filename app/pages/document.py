"""A document page shows the text whole, as it came, with every passage marked in its place.

Passages may nest, cross each other and run over several paragraphs. Elements can only nest: a passage that
crosses another, or a paragraph's end, is marked in pieces, of which the first carries the anchor and the last
the number.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import chain
from typing import ClassVar, NamedTuple

from app.pages.wording import Direction, Wording, direction_of


@dataclass(frozen=True, slots=True)
class PlainText:
    is_passage: ClassVar[bool] = False
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageMark:
    """A passage, or a piece of one, in the text."""

    is_passage: ClassVar[bool] = True
    mention_id: str
    event_address: str
    event_headline: Wording
    number: int
    """Number of the event in the list beside the text."""
    begins: bool = True
    """This piece is the first: it carries the anchor."""
    ends: bool = True
    """This piece is the last: the link to the event follows it."""
    older_ids: tuple[str, ...] = ()
    """Of the machine's mentions in whose place the passage stands: addresses with them still lead here."""
    children: "tuple[Node, ...]" = ()


Node = PlainText | PassageMark


@dataclass(frozen=True, slots=True)
class Paragraph:
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class DocumentEvent:
    """An event told by the document, in the list beside the text."""

    number: int
    headline: Wording
    address: str
    date: str
    anchors: tuple[str, ...]
    """`#m-…` of each passage, in the order of the text."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """Words that the machine took for an event and that, a person decided, tell of none."""

    mention_id: str
    words: Wording
    machine: str
    """What the machine read: "Statement; Tajikistan, Taliban; undated"."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """One document: what is known of it, its text, and the events in it."""

    id: str
    title: Wording
    """The document's own title; where it has none, ours in brackets."""
    title_note: str | None
    """What our title means: "The file has no title; this one describes it."."""
    publisher: Wording | None
    author: Wording | None
    published: str
    """"21 October 2021", "between 17 and 30 April 2023"."""
    published_note: str | None
    """How the date of publication is known."""
    language: str
    language_label: str
    url: str | None
    """Where the publisher shows it: http or https only."""
    sha256: str
    paragraphs: tuple[Paragraph, ...]
    events: tuple[DocumentEvent, ...]
    set_aside: tuple[SetAside, ...]
    timeline_address: str
    """The timeline with this document's events alone."""

    def __post_init__(self) -> None:
        if self.url is not None and not self.url.lower().startswith(("http://", "https://")):
            raise ValueError(f"not a web address: {self.url}")

    @property
    def dir(self) -> Direction:
        return direction_of(self.language)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    title: Wording
    address: str
    publisher: Wording | None
    published: str
    language_label: str
    events: int
    passages: int


@dataclass(frozen=True, slots=True)
class DocumentListPage:
    documents: tuple[DocumentRow, ...]
    summary: str
    """"5 documents, published from 21 October 2021 to 31 December 2024"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageSpan:
    """Where a passage stands in the text of its document."""

    start: int
    end: int
    mention_id: str
    event_address: str
    event_headline: Wording
    number: int
    older_ids: tuple[str, ...] = ()


def marked_paragraphs(text: str, passages: Sequence[PassageSpan]) -> tuple[Paragraph, ...]:
    """The lines of a text that hold more than white space, with each passage marked where it stands."""
    lines = [(start, end) for start, end in _lines(text) if text[start:end].strip()]
    pieces = [_pieces(text, passages, start, end) for start, end in lines]
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for piece in chain.from_iterable(pieces):
        first.setdefault(piece.order, piece.start)
        last[piece.order] = piece.end

    def nodes(start: int, end: int, inside: list[_Piece]) -> Iterator[Node]:
        while inside:
            outer, *rest = inside
            children = [piece for piece in rest if piece.start < outer.end]
            inside = rest[len(children) :]
            passage = passages[outer.order]
            if start < outer.start:
                yield PlainText(text[start : outer.start])
            begins = outer.start == first[outer.order]
            yield PassageMark(
                mention_id=passage.mention_id,
                older_ids=passage.older_ids if begins else (),
                event_address=passage.event_address,
                event_headline=passage.event_headline,
                number=passage.number,
                begins=begins,
                ends=outer.end == last[outer.order],
                children=tuple(nodes(outer.start, outer.end, children)),
            )
            start = outer.end
        if start < end:
            yield PlainText(text[start:end])

    return tuple(
        Paragraph(tuple(nodes(start, end, inside))) for (start, end), inside in zip(lines, pieces, strict=True)
    )


class _Piece(NamedTuple):
    """A passage or a part of one. Of pieces with one start the longest sorts first: it holds the others."""

    start: int
    minus_end: int
    order: int

    @property
    def end(self) -> int:
        return -self.minus_end


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line.rstrip("\r"))
        start += len(line) + 1


def _pieces(text: str, passages: Sequence[PassageSpan], start: int, end: int) -> list[_Piece]:
    """The passages within a line in order, cut so that of any two they are apart or one holds the other."""
    waiting = [
        _Piece(left, -right, order)
        for order, passage in enumerate(passages)
        for left, right in [(max(passage.start, start), min(passage.end, end))]
        if text[left:right].strip()
    ]
    heapify(waiting)
    pieces: list[_Piece] = []
    open_ends = [end]
    while waiting:
        piece = heappop(waiting)
        while open_ends[-1] <= piece.start:
            open_ends.pop()
        border = open_ends[-1]
        if piece.end > border:
            heappush(waiting, piece._replace(start=border))
            piece = piece._replace(minus_end=-border)
        pieces.append(piece)
        open_ends.append(piece.end)
    return pieces
