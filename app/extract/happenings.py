"""Happenings whose day everybody knows: what was done so long after them, or at some time since, and the year of one
that is told without its year."""

from dataclasses import replace
from datetime import date as Day

from app.dates.edtf import EdtfDate
from app.dates.expressions import counts_from_event
from app.extract.acts import forms, word_forms
from app.extract.candidate import Candidate
from app.extract.mention import Dated
from app.extract.reading import Reading
from app.vocabulary.event_types import event_types
from app.vocabulary.landmarks import landmark_day
from app.vocabulary.languages import language

AFTER_REACH = 5
"""How many words before a happening "after" stands."""
SUBTYPE_REACH = 3
"""How many words after its first the words go on that say what happened ("came to power")."""


def after_landmark(reading: Reading, candidate: Candidate, last: int) -> Dated | None:
    """Some month from that of a happening that everybody knows to that of publication, for what was done "after the
    Taliban came to power"; None where nothing up to word `last` of the clause says so."""
    act, clause, published = candidate.act, candidate.clause, reading.published
    if not act.verb or published is None or published.latest is None:
        return None
    after = language(reading.language).discourse.after
    if any(counts_from_event(when.expression.value) for when in reading.between(reading.dates, clause.first, last)):
        # "Two months after": some day, but a known one.
        return None
    for one in reading.between(reading.acts, clause.first, last):
        low = max(clause.first, one.first - AFTER_REACH)
        said = forms(reading.language, after).find(reading.words[low : one.first])
        content = language(reading.language).discourse.content
        told = act.type == "statement" and reading.finds(content, act.last + 1, one.first)
        if one.first == act.first or not said or told:
            continue
        for subtype in subtypes_told(reading, one.type, one.first, min(one.last + SUBTYPE_REACH, clause.last)):
            day = day_of(one.type, subtype)
            if day and day < published.latest:
                begun, now = (EdtfDate.from_month(on.year, on.month) for on in (day, published.latest))
                span = reading.span_of(low + said[-1].first, one.last)
                return Dated(EdtfDate.parse(f"[{begun}..{now}]") if begun != now else begun, "relative", span)
    return None


def happening_named(reading: Reading, first: int, last: int) -> EdtfDate | None:
    """The day of the happening that words `first` to `last` name; None where they name none."""
    kinds = {act.type for act in reading.between(reading.acts, first, last)}
    days = (day_of(kind, subtype) for kind in kinds for subtype in subtypes_told(reading, kind, first, last))
    return next((EdtfDate.from_day(day) for day in days if day), None)


def day_of(kind: str, subtype: str) -> Day | None:
    """The day of the happening that everybody knows which an act of such a type and subtype is; None for any other."""
    implied = event_types()[kind].implied.get(subtype)
    return landmark_day(implied.landmark) if implied and implied.landmark else None


def subtypes_told(reading: Reading, kind: str, first: int, last: int) -> list[str]:
    """The subtypes of type `kind` that words `first` to `last` have a word of."""
    subtypes = language(reading.language).subtypes.get(kind, {})
    words = reading.words[first : last + 1]
    return [subtype for subtype, listed in subtypes.items() if word_forms(reading.language, listed).find(words)]


def in_its_year(date: Dated | None, landmark: Day) -> Dated | None:
    """The date of a happening that everybody knows, told without its year, in the year in which it was ("the fall of
    Kabul in mid-August")."""
    if date is None or date.basis == "explicit" or date.date.earliest is None or date.date.latest is None:
        return date
    first, last = date.date.earliest, date.date.latest
    if (
        first.year == landmark.year
        or (first.year, first.month) != (last.year, last.month)
        or first.month != landmark.month
    ):
        return date
    return replace(date, date=EdtfDate.parse(date.date.text.replace(f"{first.year:04}", f"{landmark.year:04}")))


def contradicts(date: EdtfDate, landmark: Day) -> bool:
    """Whether a date lies in the year of a happening that everybody knows, but not in its month."""
    if date.earliest is None or date.latest is None or date.earliest.year != landmark.year:
        return False
    return date.precision in ("day", "month") and (date.earliest.month, date.latest.month) != (landmark.month,) * 2
