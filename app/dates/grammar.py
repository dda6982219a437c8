"""How the words of a time go together: which of its readings is the longest, and what fences it.

At each place every reader is asked, and the longest answer stands: `منذ عام 2003` over `منذ عام`, "a year ago".
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from app.dates.days import Days
from app.dates.lexicon import Bound, Particle, ThirdName
from app.dates.numerals import DASH, Numerals
from app.dates.relative_phrases import RelativePhrases
from app.dates.values import (
    About,
    CalendarDate,
    Century,
    Decade,
    Listing,
    Part,
    Period,
    Relation,
    Stretch,
    Vague,
    Value,
    YearPart,
)
from app.dates.words import Read, Words
from app.dates.years import Years


class Phrase(NamedTuple):
    """What was read at a position: the value (None for words that only look like a time), and the position after."""

    relation: Relation
    value: Value | None
    after: int


class Grammar:
    """Reads the time expression that begins at a position of `words`, if one does."""

    def __init__(self, words: Words) -> None:
        self.words = words
        numerals = Numerals(words)
        self.relative = RelativePhrases(words, numerals)
        self.years = Years(words, numerals, self.relative)
        self.days = Days(words, numerals, self.relative, self.years)

    def phrase(self, at: int) -> Phrase | None:
        """The longest time expression that begins at `at`."""
        lookalike = self.words.skip(at, Particle.LOOKALIKE)
        if lookalike is not None and self.words.number(lookalike) is None:
            return Phrase("at", None, lookalike)
        return max(self._phrases(at), key=lambda phrase: phrase.after, default=None)

    def _phrases(self, at: int) -> Iterator[Phrase]:
        plain = self._time(at)
        if plain:
            yield self._until_another(*plain)
        since = False
        for bound, after in self.words.every(at, Bound):
            since = since or bound.kind == "since"
            fenced = self._fenced(bound, after) if self.words.continues(after) else None
            if fenced:
                yield fenced
        ago = self.relative.ago_before(at)
        if ago:
            yield Phrase("since" if since and not isinstance(ago[0], Vague) else "at", *ago)

    # Fences

    def _fenced(self, bound: Bound, at: int) -> Phrase | None:
        time = self._time(at)
        if time is None:
            return None
        match bound.kind:
            case "between":
                return self._between(*time)
            case "from":
                return self._from(*time)
            case relation:
                return self._bounded(relation, *time)

    def _bounded(self, relation: Relation, value: Value, after: int) -> Phrase | None:
        if isinstance(value, Vague):
            return Phrase("at", value, after)
        return (self._from(value, after) if relation == "since" else None) or Phrase(relation, value, after)

    def _from(self, value: Value, after: int) -> Phrase | None:
        """`من عام 1996 إلى 2001`, `منذ 1996 حتى 2001`."""
        if isinstance(value, Stretch):
            return Phrase("at", value, after)
        start = self.words.skip(after, Particle.TO)
        for bound, until in self.words.every(after, Bound):
            if start is None and bound.kind == "until":
                start = until
        last = self._time(start) if start is not None and self.words.joined(start) else None
        if last and isinstance(last[0], Vague):
            return Phrase("since", value, last[1])  # until now
        return Phrase("at", Stretch(value, last[0]), last[1]) if last else None

    def _between(self, value: Value, after: int) -> Phrase | None:
        """`بين عامي 1996 و2001`, "between March and May 2022"."""
        if isinstance(value, Listing) and len(value.dates) == 2:
            return Phrase("at", Stretch(value.dates[0], value.dates[1], between=True), after)
        if isinstance(value, Stretch):
            return Phrase("at", replace(value, between=True), after)
        start = self.words.skip_and(after)
        start = self.words.skip(after, Particle.TO) if start is None else start
        last = self._time(start) if start is not None and self.words.joined(start) else None
        return Phrase("at", Stretch(value, last[0], between=True), last[1]) if last else None

    def _until_another(self, value: Value, after: int) -> Phrase:
        """`30 сентября – 2 октября 2022`: two dates with a dash, or "to", between them."""
        if isinstance(value, CalendarDate) and value.month is not None:
            start = self.words.skip(after, Particle.TO)
            start = self.words.skip_sign(after, DASH) if start is None else start
            last = self.days.date(start) if start is not None and self.words.continues(start) else None
            if last and isinstance(last[0], CalendarDate) and (last[0].day is None) == (value.day is None):
                return Phrase("at", Stretch(value, last[0]), last[1])
        return Phrase("at", value, after)

    # Times

    def _time(self, at: int) -> Read:
        """The longest time at a position, without a preposition before it."""
        about = self.words.skip(at, Particle.ABOUT)
        time = self._plain_time(about) if about is not None and self.words.continues(about) else None
        if time and isinstance(time[0], CalendarDate | Decade):
            return About(time[0]), time[1]
        return _longest(self._plain_time(at), self._part(at))

    def _plain_time(self, at: int) -> Read:
        return _longest(
            self.relative.fixed(at),
            self.days.with_weekday(at),
            self.days.date(at),
            self.days.named_day(at),
            self.years.decade(at),
            self.years.years(at),
            self.years.part(at),
            self.years.century(at),
            self.relative.period(at),
            self.relative.lookback(at),
            self.relative.ago(at),
        )

    def _part(self, at: int) -> Read:
        """`أوائل سبتمبر`, "mid-August 2024", `مطلع عام 2017`, "late 1980s"."""
        third = self.words.find(at, ThirdName)
        if third is None:
            return None
        dash = self.words.skip_sign(third[1], DASH)
        start = self.words.over(third[1] if dash is None else dash, Particle.OF)
        start = self.words.over(start, Particle.ARTICLE)
        if not self.words.continues(start):
            return None
        whole = self._plain_time(start) or self.relative.whole_unit(start)
        return (Part(third[0].third, whole[0]), whole[1]) if whole and _has_parts(whole[0]) else None


def _longest(*reads: Read) -> Read:
    """The read that reaches farthest, the first of them if several do."""
    return max((read for read in reads if read), key=lambda read: read[1], default=None)


def _has_parts(value: Value) -> bool:
    match value:
        case CalendarDate(day=None) | YearPart() | Decade() | Century():
            return True
        case Period(unit=unit):
            return unit != "day"
        case _:
            return False
