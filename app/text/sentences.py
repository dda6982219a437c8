"""Sentences of a text, as spans that together cover all of it but white space.

Arabic, Persian and English follow LanguageTool's segmentation rules (SRX 2.0, through choppa-srx); Russian follows
razdel, which knows its abbreviations; a date such as «25 нояб. 2024 г.» is joined again where it is parted. A line
break always ends a sentence.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

import razdel

from app.text.spans import Span

SHORTENED = re.compile(
    r"(^|\s)(янв|февр?|мар|апр|авг|сент?|окт|нояб?|дек|гг?|вв?|ок|ст|пп?|стр|тыс|млн|млрд|руб|долл|тел)\.$"
)
"""A word that is written short before a number: no sentence ends there if a digit follows."""
SRX_LANGUAGES = frozenset({"ar", "en", "fa"})


def sentences(text: str, language: str) -> list[Span]:
    """The sentences of `text`, in order, without the white space around them. Spans are code points.

    A language without rules of its own is split by the rules for English.
    """
    if language == "ru":
        return [span for line in _lines(text) for span in _russian(text, line)]
    # Loaded here, as choppa brings an XML schema library that takes longer to load than the site takes to answer.
    from choppa import SrxTextIterator

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
def _rules() -> Any:
    import choppa
    from choppa import SrxDocument

    return SrxDocument(ruleset=Path(choppa.__file__).parent / "data" / "srx" / "languagetool_segment.srx")


def _lines(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.splitlines(keepends=True):
        spans.append(Span(start, start + len(line)))
        start += len(line)
    return spans


def _russian(text: str, line: Span) -> list[Span]:
    spans: list[Span] = []
    for found in razdel.sentenize(line.of(text)):
        span = Span(line.start + found.start, line.start + found.stop)
        small, digit = text[span.start].islower(), text[span.start].isdigit()
        if spans and (small or (digit and SHORTENED.search(spans[-1].of(text)))):
            spans[-1] = Span(spans[-1].start, span.end)
        elif span:
            spans.append(span)
    return spans
