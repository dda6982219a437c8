"""Spans of a text, and quotes by which a span is found again.

Offsets are Unicode code points into the text as stored. A span includes its start and excludes its end.
Quotes follow the selectors of the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/):
TextQuoteSelector (exact, prefix, suffix) first, TextPositionSelector (start, end) to choose between equals.
"""

from dataclasses import dataclass
from typing import Self

from app.errors import QuoteAmbiguous, QuoteNotFound

CONTEXT = 32
"""Code points of prefix and suffix kept with a quote."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: `start` inclusive, `end` exclusive, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of `text` in this span."""
        return text[self.start : self.end]

    def shared(self, other: Self) -> int:
        """How many code points both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def trimmed(self, text: str) -> "Span":
        """This span without the white space at its ends."""
        words = self.of(text)
        start = self.start + len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip()))


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a span with the words on either side."""

    exact: str
    prefix: str
    suffix: str

    @classmethod
    def at(cls, text: str, span: Span) -> Self:
        """The quote of `span` in `text`, with at most 32 code points of context on each side."""
        return cls(
            exact=span.of(text),
            prefix=text[max(0, span.start - CONTEXT) : span.start],
            suffix=text[span.end : span.end + CONTEXT],
        )

    def find(self, text: str, position: int | None = None) -> Span:
        """The span of this quote in `text`: by exact words, then by prefix and suffix, then by nearness to `position`.

        Raises QuoteNotFound where the exact words do not occur, and QuoteAmbiguous where they occur more than
        once and neither context nor position tells which is meant.
        """
        starts = []
        start = text.find(self.exact)
        while start >= 0 and self.exact:
            starts.append(start)
            start = text.find(self.exact, start + 1)
        if not starts:
            raise QuoteNotFound(self.exact)
        if len(starts) > 1:
            starts = [at for at in starts if self._context_fits(text, at)] or starts
        if len(starts) > 1 and position is not None:
            starts = [min(starts, key=lambda at: abs(at - position))]
        if len(starts) > 1:
            raise QuoteAmbiguous(self.exact)
        return Span(starts[0], starts[0] + len(self.exact))

    def _context_fits(self, text: str, start: int) -> bool:
        before, after = text[:start], text[start + len(self.exact) :]
        return before.endswith(self.prefix) and after.startswith(self.suffix)
