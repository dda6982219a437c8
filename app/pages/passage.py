"""Passages: the words of a document, cut so that the evidence in them can be marked.

Offsets are code points; a span includes its start and excludes its end. Joined again, the segments of a
passage are its words, letter for letter.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Literal, get_args

from app.pages.wording import Direction, direction_of

EvidenceKind = Literal["date", "party", "person", "place", "trigger"]

EVIDENCE_KINDS: tuple[EvidenceKind, ...] = get_args(EvidenceKind)


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that are evidence for the same facts; for none if `kinds` is empty."""

    text: str
    kinds: tuple[EvidenceKind, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A passage with its evidence."""

    segments: tuple[Segment, ...]
    language: str | None = None
    prefix: str = ""
    """Words of the document before the passage, shown fainter."""
    suffix: str = ""
    """Words of the document after the passage, shown fainter."""

    @property
    def dir(self) -> Direction:
        return direction_of(self.language)

    @property
    def text(self) -> str:
        return "".join(segment.text for segment in self.segments)


def mark_evidence(
    text: str,
    evidence: Iterable[tuple[int, int, EvidenceKind]],
    *,
    language: str | None = None,
    prefix: str = "",
    suffix: str = "",
) -> MarkedText:
    """Cut a passage at the borders of its evidence spans (start, end, kind), which may overlap.

    Offsets count from the start of the passage.
    """
    spans = [(start, end, kind) for start, end, kind in evidence if 0 <= start < end <= len(text)]
    borders = sorted({0, len(text), *chain.from_iterable((start, end) for start, end, _ in spans)})

    def kinds(left: int, right: int) -> tuple[EvidenceKind, ...]:
        held = {kind for start, end, kind in spans if start <= left and right <= end}
        return tuple(kind for kind in EVIDENCE_KINDS if kind in held)

    segments = tuple(Segment(text[left:right], kinds(left, right)) for left, right in pairwise(borders))
    return MarkedText(segments, language, prefix, suffix)
