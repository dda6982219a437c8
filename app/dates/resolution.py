"""From what a phrase says to the date it means: by the document's publication date and by the date last spoken of.

Conventions, each a row in tests/dates/test_resolution.py:

- News tells of what is past. A month or day without a year is the newest one that has begun at publication; the month
  of publication itself counts. With "last" it is the newest month strictly before that of publication.
- A bare weekday is the newest one past; the day of publication counts. With "last" it does not.
- "Last week" is the week from Monday to Sunday before that of publication (ISO 8601).
- "Two months ago" is that month, roughly (`~`); days are counted exactly.
- The middle of a month is its 15th, roughly. The beginning and the end of a month, and any part of a longer time, are
  the whole of it: EDTF cannot say more, and the part is kept beside the date.
- Hijri dates are rough by a day (`~`); Solar Hijri dates are exact.
- A publication date that is an interval is taken at both ends: where the answers differ, their hull is the answer.
- A weekday beside a day without a year tells the year, where only one about publication fits.
- Without a publication date a year-less month is a month of an unknown year, and what is relative stays unresolved.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from app.dates.edtf import EdtfDate
from app.dates.expressions import DateExpression, tag
from app.dates.lexicon import DateLexicon
from app.dates.reckoning import Basis, Reckoning, year_by_weekday
from app.dates.values import CalendarDate, Relation, Third
from app.errors import BadEdtf
from app.text.folding import Folded, fold

_HEAD: Final = 1000
"""Code points looked at: a headline, a byline, a standfirst."""
_LINES: Final = 8
_WORDS_BESIDE: Final = 4
"""A date line may also hold a label, a place and a clock; with more words than these it is a sentence."""
_LETTERS_BESIDE: Final = 40
_AGENCY: Final = 40
_STILL_NEWS: Final = timedelta(days=5 * 365)
"""A day of the week falls on the same date again after five or six years, or eleven."""
_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class DateReading:
    """What a date expression means.

    `date` says since, until, before and after as open intervals; `bare` is the date itself, without them: of "since
    2003", `2003/..` and `2003`. Which of them an act has is for the caller to say.
    """

    date: EdtfDate
    bare: EdtfDate
    basis: Basis
    part: Third | None = None


def resolve(
    expression: DateExpression,
    published: EdtfDate | None,
    focus: EdtfDate | None = None,
    *,
    ahead: bool = False,
    paragraph: EdtfDate | None = None,
    event: EdtfDate | None = None,
) -> DateReading | None:
    """The date that `expression` means, or None where it is vague or lacks the date it counts from.

    `published` is the document's publication date and may be an interval; with one end open (`published_after`) it
    serves only to tell the year of a day that is given with its weekday. `focus` is the date last resolved before the
    expression: "the same year", "the following day" and "at that time" count from it. `ahead`: the clause speaks of
    what is to come, so a year-less date or weekday is the next one, not the newest past. `paragraph` is a date already
    told in the same paragraph, if the caller holds that a year-less month goes on from it: it is then the first such
    month from there on, unless that lies after publication. `event` is the date of what an expression that counts from
    an event names ("two days after the visit"), if the caller knows it.
    """
    days = _publication_days(published)
    value = expression.value
    year = year_by_weekday(value, days or _years_after(published))
    if year is not None and isinstance(value, CalendarDate):
        value = replace(value, year=year)
    readings = [Reckoning(day, focus, ahead, paragraph, event).of(value) for day in days or (None,)]
    first, last = readings[0], readings[-1]
    if first is None or last is None:
        return None
    bare = _hull(first[0], last[0])
    try:
        fenced = _fenced(bare, expression.relation)
    except (BadEdtf, OverflowError):  # an open end already, or nothing before the year 1
        fenced = bare
    basis: Basis = last[1] if year is None else "inferred"
    return DateReading(fenced, bare, basis, expression.part)


def _publication_days(published: EdtfDate | None) -> tuple[date, ...]:
    if published is None or published.earliest is None or published.latest is None:
        return ()
    return tuple(sorted({published.earliest, published.latest}))


def _years_after(published: EdtfDate | None) -> tuple[date, ...]:
    if published is None or published.earliest is None or published.earliest > date.max - _STILL_NEWS:
        return ()
    return published.earliest, published.earliest + _STILL_NEWS


def _hull(first: EdtfDate, last: EdtfDate) -> EdtfDate:
    if first == last or first.yearless or last.yearless:
        return last
    starts, ends = (first.earliest, last.earliest), (first.latest, last.latest)
    earliest = min(start for start in starts if start) if all(starts) else None
    latest = max(end for end in ends if end) if all(ends) else None
    if earliest and latest:
        hull = EdtfDate.spanning(earliest, latest)
    else:
        hull = EdtfDate.parse(f"{earliest or '..'}/{latest or '..'}")
    return hull.approximately() if first.approximate or last.approximate else hull


def _fenced(bare: EdtfDate, relation: Relation) -> EdtfDate:
    match relation:
        case "at":
            return bare
        case "since" | "after":
            return bare.onwards()
        case "until":
            return bare.backwards()
        case "before":
            return _before(bare)


def _before(bare: EdtfDate) -> EdtfDate:
    """All that is earlier, to the precision of the date: before 2003 is `../2002`."""
    if bare.earliest is None:
        return bare.backwards()
    eve = bare.earliest - timedelta(days=1)
    match bare.precision:
        case "year":
            return EdtfDate.from_year(eve.year).backwards()
        case "month":
            return EdtfDate.from_month(eve.year, eve.month).backwards()
        case _:
            return EdtfDate.from_day(eve).backwards()


def dateline(folded: Folded, lexicon: DateLexicon) -> EdtfDate | None:
    """The publication date printed in the first lines of a text, for documents whose index has none.

    It is a whole day on a short line (`الخميس 2021/10/21`, "Опубликовано: 03.05.2024 09:00"), or in brackets
    after the name of an agency that heads the story (`آسواکانیوز(شنبه/۸عقرب/۱۴۰۰):`). A date in a sentence is the
    story's own, and no date line.
    """
    head = folded.original[:_HEAD]
    lines = _first_lines(head)
    for expression in tag(fold(head), lexicon):
        reading = resolve(expression, None)
        if reading is None or expression.relation != "at" or reading.date.precision != "day" or reading.date.yearless:
            continue
        for start, end in lines:
            if start <= expression.span.start and expression.span.end <= end:
                before, after = head[start : expression.span.start], head[expression.span.end : end]
                if _alone(before, after) or _heads_story(before, after):
                    return reading.date
    return None


def _first_lines(head: str) -> list[tuple[int, int]]:
    """Where the first lines that are not blank begin and end; the last is left out if the head cuts it short."""
    lines = [match.span() for match in re.finditer(r"[^\n]*[^\s][^\n]*", head)]
    return lines[:_LINES]


def published_after(expressions: Iterable[DateExpression]) -> EdtfDate | None:
    """From when on a text may have been published, as an open interval: the newest day or month that it tells in full.

    Years by themselves are left out: they are often still to come.
    """
    told = [reading.bare for each in expressions if each.kind == "explicit" and (reading := resolve(each, None))]
    exact = [(bare.earliest, bare) for bare in told if bare.precision in ("day", "month") and bare.earliest]
    return max(exact, key=lambda pair: pair[0])[1].onwards() if exact else None


def _alone(before: str, after: str) -> bool:
    words = _WORD.findall(before) + _WORD.findall(after)
    ends_sentence = after.strip() in (".", "،", ",") and len(words) > 1
    return len(words) <= _WORDS_BESIDE and sum(map(len, words)) <= _LETTERS_BESIDE and not ends_sentence


def _heads_story(before: str, after: str) -> bool:
    """Whether the date stands in brackets that a name opens and a colon or dash closes off from the story."""
    return len(before) <= _AGENCY and before.rstrip().endswith("(") and re.match(r"\)\s*[:\-–—]", after) is not None
