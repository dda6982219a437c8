"""The dates of a text, read: each expression with what it means, worked out from the day of publication and from the
dates told before it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from app.dates.edtf import EdtfDate
from app.dates.expressions import DateExpression, tag
from app.dates.resolution import DateReading, resolve
from app.dates.values import CalendarDate
from app.extract.acts import forms
from app.text.folding import Folded
from app.text.tokens import Token
from app.vocabulary.calendars import date_lexicon
from app.vocabulary.languages import language

SENTENCE_END = re.compile(r"[.!?؟]\s|\n")
RELATIVE_REACH = 8
"""How many words before a date "which" begins the clause that it dates."""
LOOKED_BACK = 2
"""How many expressions before one are looked at for the year that it leaves out."""
SOON_AFTER = timedelta(days=62)
"""How long after a date of another year what is told next, without a year, goes on from it."""
SAME_MONTH = 160
"""How many code points after a month its days are told by its name alone."""
FINE = timedelta(days=31)
"""How long a date is at most from which the days and months after it go on."""
RECENT_NEWS = timedelta(days=120)
"""How long before publication a month without its year is still told as news."""


@dataclass(frozen=True, slots=True)
class When:
    """A date expression read: its first and last word, and what it comes to (None where it cannot be known). `event` is
    what the event comes to from which it counts ("three days after the visit")."""

    expression: DateExpression
    reading: DateReading | None
    first: int
    last: int
    event: DateReading | None = None


def dates_of(folded: Folded, words: Sequence[Token], tag_: str, published: EdtfDate | None) -> list[When]:
    """The date expressions of a text of language `tag_`, in text order, read against the day of publication."""
    found: list[When] = []
    focus: EdtfDate | None = None
    anchor: EdtfDate | None = None
    starts = [word.start for word in words]
    for expression in tag(folded, date_lexicon(tag_)):
        told_on = _told_on(tag_, folded, words, found, expression, published)
        reading = resolve(expression, published, focus, paragraph=told_on)
        # "Suspended in April the ban in force since 2003; a month later …": a month after April.
        reading = reading or resolve(expression, published, anchor, paragraph=told_on)
        if reading and reading.bare.earliest:
            focus = reading.bare
            anchor = focus if expression.relation == "at" else anchor
        span = folded.from_original(expression.span)
        first = bisect_left(starts, span.start)
        # A proclitic is no part of the phrase, so the first word may begin before it.
        if first and words[first - 1].end > span.start:
            first -= 1
        last = max(first, bisect_left(starts, span.end) - 1)
        if first < len(words):
            found.append(When(expression, reading, first, last))
    return found


def _told_on(
    tag_: str,
    folded: Folded,
    words: Sequence[Token],
    found: Sequence[When],
    expression: DateExpression,
    published: EdtfDate | None,
) -> EdtfDate | None:
    """The date told before from which a day or month without its year goes on: one of the same sentence, or one of
    which it is told soon after in the same paragraph.

    "Since 2021" and "which banned them in 2003" date their own clauses: nothing goes on from them. What would be news
    of the last months if read as the newest one past is so read.
    """
    told = next((when for when in found[-LOOKED_BACK:][::-1] if when.reading and when.reading.bare.latest), None)
    if told is None or told.reading is None or told.expression.relation != "at":
        return None
    date, value = told.reading.bare, expression.value
    if not (date.earliest and date.latest):
        return None
    gap = told.expression.span.end, expression.span.start
    if not SENTENCE_END.search(folded.original, *gap):
        # "In 2021, and in July", but not "at the end of 2023; … in June", nor "Russia, which banned them in 2003, …".
        relative = forms(tag_, language(tag_).discourse.relative)
        apart = relative.find(words[max(0, told.first - RELATIVE_REACH) : told.first])
        return date if told.reading.part != "late" and not apart else None
    if published is None or published.earliest is None or not isinstance(value, CalendarDate):
        return None
    if date.latest.year >= published.earliest.year or date.latest - date.earliest > FINE:
        return None
    between = folded.original[slice(*gap)]
    if date.precision == "month" and value.month == date.earliest.month and value.day:
        # "What did August 2021 change? … on 15 August": the month just told of.
        return date if len(between) < SAME_MONTH else None
    newest, onward = resolve(expression, published, None), resolve(expression, published, None, paragraph=date)
    if "\n" in between or not (newest and newest.bare.latest and onward and onward.bare.earliest):
        return None
    recent = published.earliest - newest.bare.latest < RECENT_NEWS
    return date if not recent and onward.bare.earliest - date.earliest <= SOON_AFTER else None
