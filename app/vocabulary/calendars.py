"""The date words of each language, from CLDR (through Babel) and `app/languages/<code>/dates.yaml`.

CLDR gives the Gregorian months and the weekdays of the locales that the YAML names, hijridate the Arabic names of the
Hijri months and persiantools those of the Iranian solar year. The YAML holds what they lack, and everything that is no
name of a calendar.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, get_args

import yaml
from babel import Locale
from hijridate.locales import get_locale
from persiantools.jdatetime import MONTH_NAMES_FA

from app.dates.lexicon import (
    Bound,
    CalendarMark,
    DateLexicon,
    DecadeName,
    Direction,
    Distance,
    Entry,
    FixedPhrase,
    Meaning,
    MonthName,
    Need,
    Numeral,
    Particle,
    Proclitic,
    SeasonName,
    Side,
    ThirdName,
    UnitName,
    WeekdayName,
    index,
    words_of,
)
from app.dates.values import Calendar, Focus, Period, Recent, Shift, Unit, Vague, Value, YearPart
from app.errors import VocabularyWrong
from app.text.folding import folded

LANGUAGES: Final = Path(__file__).parents[1] / "languages"
_NON_JOINER: Final = "\u200c"
_KEYS: Final = {
    *(
        "locales",
        "native_calendar",
        "ambiguous_numbers",
        "month_first",
        "capital_names",
        "abbreviations",
        "endings",
        "declension",
    ),
    *("months", "month_adjectives", "month_suffix", "hijri_months", "solar_months", "weekdays", "seasons"),
    *("need_preposition", "need_company", "need_year", "spelled", "units", "unit_counts", "numerals", "decades"),
    *("directions", "parts", "bounds", "distances", "calendar_marks", "particles", "proclitics", "fixed"),
}

Source = Mapping[str, Any]


@lru_cache
def date_lexicon(language: str) -> DateLexicon:
    """The date words of a language (ISO 639-1 code). Raises FileNotFoundError for a language without dates.yaml."""
    source = _source(language)
    return DateLexicon(
        language=language,
        entries=index(_Builder(source).entries()),
        proclitics=dict(_proclitics(source.get("proclitics", {}))),
        ambiguous_numbers=source.get("ambiguous_numbers", False),
        month_first=source.get("month_first", False),
        native=source["native_calendar"],
        marks_definite=any("definite" in forms for forms in source["units"].values()),
    )


def languages() -> tuple[str, ...]:
    """The codes of all languages that have date words, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in LANGUAGES.glob("*/dates.yaml")))


def _source(language: str) -> Source:
    path = LANGUAGES / language / "dates.yaml"
    source: Source = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    unknown = sorted(source.keys() - _KEYS)
    if unknown:
        raise VocabularyWrong(f"{language}/{path.name}", f"unknown key {', '.join(unknown)}")
    return source


class _Builder:
    """Turns the YAML of one language into entries."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.locales = [Locale.parse(name) for name in source["locales"]]
        self.names: Any = "capital" if source.get("capital_names") else "any"

    def entries(self) -> Iterator[Entry]:
        """All entries; where two have the same words, the one that asks for less comes first."""
        yield from self._months()
        yield from self._weekdays()
        yield from self._units_and_numbers()
        yield from self._words_of_direction()
        yield from self._fixed_phrases()
        for name, words in self.source["particles"].items():
            yield from self._each(words, Particle(name))

    # Names

    def _months(self) -> Iterator[Entry]:
        for number in range(1, 13):
            cldr = {locale.months["format"]["wide"][number] for locale in self.locales}
            cldr |= self._declined({locale.months["stand-alone"]["wide"][number] for locale in self.locales})
            yield from self._month_names("gregorian", number, sorted(cldr))
            yield from self._month_names("gregorian", number, self._words("months", number))
            if self.source.get("abbreviations"):
                yield from self._short_names(number, cldr)
            for word in self._expanded(self._words("month_adjectives", number)):
                yield from self._entries(word, MonthName("gregorian", number), letters="small")
            if "ar" in self.source["locales"]:
                yield from self._month_names("hijri", number, [get_locale("ar").month_name(number)])
            if "fa" in self.source["locales"]:
                yield from self._month_names("solar", number, [str(MONTH_NAMES_FA[number])])
            yield from self._month_names("hijri", number, self._words("hijri_months", number))
            yield from self._month_names("solar", number, self._words("solar_months", number))

    def _month_names(self, calendar: Calendar, number: int, names: Iterable[str]) -> Iterator[Entry]:
        suffix = self.source.get("month_suffix")
        for name in names:
            for spelling in self.source.get("spelled", ()):
                if spelling == name:
                    meaning = MonthName(calendar, number, Need.PREPOSITION)
                    yield from self._entries(name, meaning, spelling=spelling)
            yield from self._entries(name, MonthName(calendar, number, self._need(name)), letters=self.names)
            if suffix and calendar == "solar":
                yield from self._entries(name + suffix, MonthName(calendar, number), letters=self.names)

    def _short_names(self, number: int, whole: set[str]) -> Iterator[Entry]:
        for locale in self.locales:
            name = locale.months["format"]["abbreviated"][number]
            if name not in whole:
                for form in (name.rstrip(".") + ".", name.rstrip(".")):
                    yield from self._entries(form, MonthName("gregorian", number, Need.COMPANY), letters=self.names)

    def _weekdays(self) -> Iterator[Entry]:
        for number in range(7):
            whole = {locale.days["format"]["wide"][number] for locale in self.locales}
            for name in sorted(whole):
                for form in sorted(self._declined({name})):
                    yield from self._entries(form, WeekdayName(number, self._need(name)), letters=self.names)
            for form in self._words("weekdays", number):
                yield from self._entries(form, WeekdayName(number, self._need(form)), letters=self.names)
            if self.source.get("abbreviations"):
                for short in sorted({locale.days["format"]["abbreviated"][number] for locale in self.locales} - whole):
                    yield from self._entries(short, WeekdayName(number, Need.COMPANY), letters=self.names)

    def _need(self, name: str) -> Need:
        for key, need in (
            ("need_year", Need.YEAR),
            ("need_company", Need.COMPANY),
            ("need_preposition", Need.PREPOSITION),
        ):
            if folded(name) in {folded(other) for other in self.source.get(key, ())}:
                return need
        return Need.NOTHING

    def _declined(self, names: set[str]) -> set[str]:
        """Each name in all the cases that the first fitting declension gives it; as it is where there is none."""
        forms = set(names)
        for name in names:
            for declension in self.source.get("declension", ()):
                if name.endswith(declension["ends"]):
                    stem = name.removesuffix(declension["ends"])
                    forms |= {stem + ending for ending in declension["forms"]}
                    break
        return forms

    # Other words

    def _units_and_numbers(self) -> Iterator[Entry]:
        for unit, forms in self.source["units"].items():
            yield from self._each(forms["one"], UnitName(_unit(unit), 1))
            yield from self._each(forms.get("definite", ()), UnitName(_unit(unit), 1, definite=True))
            yield from self._each(forms.get("two", ()), UnitName(_unit(unit), 2))
            yield from self._each(forms.get("many", ()), UnitName(_unit(unit), None))
        for unit, counts in self.source.get("unit_counts", {}).items():
            for count, words in counts.items():
                yield from self._each(words, UnitName(_unit(unit), count))
        numerals = self.source["numerals"]
        for number, words in numerals["cardinal"].items():
            yield from self._each(words, Numeral(number))
        for number, words in numerals["ordinal"].items():
            yield from self._each(words, Numeral(number, ordinal=True))
        yield from self._each(numerals["several"], Numeral(None))
        for code, words in self.source["seasons"].items():
            yield from self._each(words, SeasonName(code))
        for tens, words in self.source.get("decades", {}).items():
            yield from self._each(words, DecadeName(tens))

    def _words_of_direction(self) -> Iterator[Entry]:
        sides: tuple[Side, Side] = ("before", "after")
        for side in sides:
            for direction in self.source["directions"]:
                meaning = Direction(direction["offset"], direction["base"], side, direction.get("several", False))
                yield from self._each(direction.get(side, ()), meaning)
            for distance in self.source["distances"]:
                away = Distance(distance["sign"], distance["base"], side)
                yield from self._each(distance.get(side, ()), away)
        for third, words in self.source["parts"].items():
            yield from self._each(words, ThirdName(third))
        for kind, words in self.source["bounds"].items():
            yield from self._each(words, Bound(kind))
        for calendar, words in self.source["calendar_marks"].items():
            yield from self._each(words, CalendarMark(calendar))

    def _fixed_phrases(self) -> Iterator[Entry]:
        for phrase in self.source["fixed"]:
            only_before = phrase.get("only_before")
            meaning = FixedPhrase(
                _value(phrase),
                not_before=_folded_set(phrase.get("not_before", ())),
                not_after=_folded_set(phrase.get("not_after", ())),
                only_after=_folded_set(phrase.get("only_after", ())),
                only_before=re.compile(only_before) if only_before else None,
            )
            yield from self._each(phrase["words"], meaning)

    # Spelling

    def _words(self, key: str, number: int) -> list[str]:
        return list(self.source.get(key, {}).get(number, ()))

    def _each(self, words: Iterable[str], meaning: Meaning) -> Iterator[Entry]:
        for word in self._expanded(words):
            yield from self._entries(word, meaning)

    def _expanded(self, words: Iterable[str]) -> Iterator[str]:
        """Each word with every ending that it names: прошл<adj> is прошлый, прошлого, ..."""
        for word in words:
            stem, _, name = str(word).removesuffix(">").partition("<")
            if name:
                yield from (stem + ending for ending in self.source["endings"][name])
            else:
                yield stem

    def _entries(
        self, text: str, meaning: Meaning, letters: Any = "any", spelling: str | None = None
    ) -> Iterator[Entry]:
        """The entry of `text`, and where it holds a zero-width non-joiner also one with a space instead."""
        for form in sorted({text, text.replace(_NON_JOINER, " ")}):
            words = words_of(folded(form))
            if words:
                yield Entry(words, meaning, letters, spelling)


def _unit(name: str) -> Unit:
    if name not in get_args(Unit):
        raise ValueError(f"not a unit of time: {name}")
    unit: Unit = name  # type: ignore[assignment]
    return unit


def _value(phrase: Mapping[str, Any]) -> Value:
    if phrase.get("vague"):
        return Vague()
    if phrase.get("focus"):
        return Focus()
    if season := phrase.get("season"):
        return YearPart("season", season)
    if phrase.get("recent"):
        return Recent()
    return Period(_unit(phrase["unit"]), Shift(phrase.get("base", "publication"), phrase["shift"]))


def _folded_set(words: Iterable[str]) -> frozenset[str]:
    return frozenset(folded(word) for word in words)


def _proclitics(source: Mapping[str, Any]) -> Iterator[tuple[str, Proclitic]]:
    joining, licensing = source.get("and", ()), source.get("in", ())
    others = source.get("other", ())
    articles: Mapping[str, str] = source.get("article", {})
    for word in joining:
        yield word, Proclitic("", joins=True, licenses=False)
    for conjunction in ("", *joining):
        for word in licensing:
            yield conjunction + word, Proclitic("", joins=bool(conjunction), licenses=True)
        for word in others:
            yield conjunction + word, Proclitic("", joins=bool(conjunction), licenses=False)
        for word, article in articles.items():
            yield conjunction + word, Proclitic(article, joins=bool(conjunction), licenses=False)
