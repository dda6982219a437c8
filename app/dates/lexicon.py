"""The words of one language that tell a time, typed. `app.vocabulary.calendars` builds them; `grammar` reads by them.

All words are folded (`app.text.folding`) and cut into tokens like the text itself. An entry is one or several words
with one meaning; a word may have several meanings, and the grammar asks for the kind that fits its place.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import Literal

from app.dates.values import Base, Calendar, Third, Unit, Value

Side = Literal["before", "after"]
"""Where a word stands: before its noun (this week) or after it (two weeks ago)."""

TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|[^\s]")
"""A number, a word or a single sign of folded text."""


class Need(IntEnum):
    """What a name that is also another word needs beside it to be read as a date."""

    NOTHING = 0
    PREPOSITION = 1
    """A preposition of time, or company."""
    COMPANY = 2
    """A day, a year, "last" or the word for month."""
    YEAR = 3
    """A year or the word for month: a day before it is not enough."""


class Particle(Enum):
    """Small words that carry no time of their own."""

    OF = "of"
    AND = "and"
    TO = "to"
    IN = "in"
    ABOUT = "about"
    ARTICLE = "article"
    ORDINAL_ENDING = "ordinal_ending"
    DECADE_ENDING = "decade_ending"
    CORRESPONDING = "corresponding"
    LAST_DAY = "last_day"
    """The last day of the month named next."""
    ANCHOR = "anchor"
    """What follows a distance that counts from something else than now: two days *after* the visit."""
    COUNTED = "counted"
    """What is counted, so that the number before it is no year: kilometres, fighters."""
    NUMBERED = "numbered"
    """What is numbered, so that the number after it is no year: resolution 1988."""
    CONTENT = "content"
    """What begins what was said, so that nothing before it is counted: on the 26th *that*."""
    LOOKALIKE = "lookalike"
    """A name in which a date word stands: Russia Today."""


@dataclass(frozen=True, slots=True)
class MonthName:
    calendar: Calendar
    number: int
    need: Need = Need.NOTHING


@dataclass(frozen=True, slots=True)
class WeekdayName:
    """Monday 0 to Sunday 6."""

    number: int
    need: Need = Need.NOTHING


@dataclass(frozen=True, slots=True)
class SeasonName:
    """EDTF codes: spring 21, summer 22, autumn 23, winter 24."""

    code: int


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit of time; `count` is 1 for a singular, 2 for a dual, None for a plural; `definite` is "the year", الشهر."""

    unit: Unit
    count: int | None
    definite: bool = False


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in words; `value` None is "several"."""

    value: int | None
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class Direction:
    """Last (-1), this (0), next (1), from publication or from the focus, and on which side of its noun it stands.

    `several`: said of a number of units only ("the recent years", السنوات الأخيرة); of one it means something else.
    """

    offset: int
    base: Base
    side: Side
    several: bool = False


@dataclass(frozen=True, slots=True)
class ThirdName:
    third: Third


@dataclass(frozen=True, slots=True)
class Bound:
    """A preposition that opens, closes or fences a time."""

    kind: Literal["since", "until", "before", "after", "from", "between"]


@dataclass(frozen=True, slots=True)
class Distance:
    """Ago (-1), later (1): on which side of "two months" it stands and from what it counts."""

    sign: int
    base: Base
    side: Side


@dataclass(frozen=True, slots=True)
class DecadeName:
    """The eighties: 80."""

    tens: int


@dataclass(frozen=True, slots=True)
class CalendarMark:
    """What follows a year and names its calendar: CE, AH, م, هـ."""

    calendar: Calendar


@dataclass(frozen=True, slots=True)
class FixedPhrase:
    """Words with a value of their own: today, the following day, now."""

    value: Value
    not_before: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    only_after: frozenset[str] = frozenset()
    only_before: re.Pattern[str] | None = None
    """What the next word must be like; an end of a clause always will do."""


Meaning = (
    Particle
    | MonthName
    | WeekdayName
    | SeasonName
    | UnitName
    | Numeral
    | Direction
    | ThirdName
    | Bound
    | Distance
    | DecadeName
    | CalendarMark
    | FixedPhrase
)


@dataclass(frozen=True, slots=True)
class Entry:
    """Words and what they mean. `letters` says whether the text must write them with a capital, without, or either."""

    words: tuple[str, ...]
    meaning: Meaning
    letters: Literal["any", "capital", "small"] = "any"
    spelling: str | None = None
    """The exact letters of the text, unfolded, that the meaning is bound to; None where any spelling will do."""


@dataclass(frozen=True, slots=True)
class Proclitic:
    """What is written together with the next word: و, ب, لل. `leaves` stands before what is left of it (لل: ال)."""

    leaves: str
    joins: bool
    """Whether it says "and"."""
    licenses: bool
    """Whether it is a preposition that a name of time may follow."""


@dataclass(frozen=True, slots=True, eq=False)
class DateLexicon:
    """All date words of one language.

    `ambiguous_numbers`: 03/04/2022 may be either day; elsewhere the day comes first. `month_first`: a day may follow
    its month, as in November 16. `native` is the calendar of years from 1300 to 1500 written without a mark.
    `marks_definite`: "the year" is another form than "year" (العام, عام).
    """

    language: str
    entries: dict[str, tuple[Entry, ...]]
    proclitics: dict[str, Proclitic]
    ambiguous_numbers: bool
    month_first: bool
    native: Calendar
    marks_definite: bool


def words_of(text: str) -> tuple[str, ...]:
    """The tokens of folded `text`, as an entry holds them."""
    return tuple(TOKEN.findall(text))


def index(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """`entries` by their first word, longest first."""
    by_word: dict[str, list[Entry]] = {}
    for entry in entries:
        by_word.setdefault(entry.words[0], []).append(entry)
    return {word: tuple(sorted(found, key=lambda e: -len(e.words))) for word, found in by_word.items()}
