"""Sentences of a text, as spans that together cover all of it but white space.

Arabic, Persian and English follow LanguageTool's segmentation rules (SRX 2.0, through choppa-srx); Russian follows
razdel, which alone keeps abbreviations such as «25 нояб. 2024 г.» whole. A line break always ends a sentence.
"""

from functools import cache
from pathlib import Path

import choppa
import razdel
from choppa import SrxDocument, SrxTextIterator

from app.text.spans import Span

SRX_LANGUAGES = frozenset({"ar", "en", "fa"})


def sentences(text: str, language: str) -> list[Span]:
    """The sentences of `text`, in order, without the white space around them. Spans are code points.

    A language without rules of its own is split by the rules for English.
    """
    if language == "ru":
        return [span for line in _lines(text) for span in _russian(text, line)]
    spans, start = [], 0
    rules = language if language in SRX_LANGUAGES else "en"
    # `_one`: every line break ends a paragraph. The pieces, concatenated, are the text itself, so offsets are sums.
    for piece in SrxTextIterator(_rules(), f"{rules}_one", text):
        span = Span(start, start + len(piece)).trimmed(text)
        start += len(piece)
        if span:
            spans.append(span)
    return spans


@cache
def _rules() -> SrxDocument:
    return SrxDocument(ruleset=Path(choppa.__file__).parent / "data" / "srx" / "languagetool_segment.srx")


def _lines(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.splitlines(keepends=True):
        spans.append(Span(start, start + len(line)))
        start += len(line)
    return spans


def _russian(text: str, line: Span) -> list[Span]:
    found = razdel.sentenize(line.of(text))
    return [Span(line.start + s.start, line.start + s.stop) for s in found if s.stop > s.start]
