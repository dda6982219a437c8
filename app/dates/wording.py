"""EDTF dates in words, for readers: "17 April 2023", "about 15 August 2021", "since 2022".

Day, month and year are written as CLDR has it (Babel). The few phrases that CLDR lacks stand here in `PHRASES`
and not in the YAML of the languages: they are no words to be found in texts, and `dates` knows no vocabulary. In a
phrase such as "since {}" a month stands in the form that follows a day (Russian: с марта), by itself in the nominative.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from babel import Locale
from babel.dates import format_date, format_skeleton, parse_pattern
from babel.lists import format_list

from app.dates.edtf import EdtfDate

_OPEN: Final = ("", "..")
_QUALIFIERS: Final = "~?%"
_SKELETONS: Final = {"day": "yMMMd", "month": "yMMM", "year": "y"}
"""CLDR knows no days of a month written out in an interval: the short month is made a long one."""
_SHORT_MONTH: Final = re.compile(r"(?<!M)MMM(?!M)|(?<!L)LLL(?!L)")
_DIGITS: Final = "0123456789"
_PLAIN_SPACES: Final = str.maketrans("\u2009\u202f", "  ")
"""The thin spaces of CLDR are made plain, so that a date can be searched for as a reader would type it."""


@dataclass(frozen=True, slots=True)
class DatePhrases:
    """The phrases of one language; `{}` takes a date or a year. `locale` is a CLDR name."""

    locale: str
    undated: str
    about: str
    uncertain: str
    since: str
    until: str
    between: str
    decade: str
    unknown_year: str
    year: str
    seasons: tuple[str, str, str, str]
    digits: str = _DIGITS


PHRASES: Final[Mapping[str, DatePhrases]] = {
    "en": DatePhrases(
        locale="en_GB",
        undated="undated",
        about="about {}",
        uncertain="{} (uncertain)",
        since="since {}",
        until="until {}",
        between="between {} and {}",
        decade="{}s",
        unknown_year="{} (year unknown)",
        year="{}",
        seasons=("spring {}", "summer {}", "autumn {}", "winter {}"),
    ),
    "ar": DatePhrases(
        locale="ar",
        undated="بلا تاريخ",
        about="نحو {}",
        uncertain="{} (غير مؤكد)",
        since="منذ {}",
        until="حتى {}",
        between="بين {} و{}",
        decade="عقد {}",
        unknown_year="{} (السنة غير معروفة)",
        year="{}",
        seasons=("ربيع {}", "صيف {}", "خريف {}", "شتاء {}"),
    ),
    "ru": DatePhrases(
        locale="ru",
        undated="без даты",
        about="около {}",
        uncertain="{} (не точно)",
        since="с {}",
        until="до {}",
        between="не ранее {} и не позднее {}",
        decade="{}-е гг.",
        unknown_year="{} (год неизвестен)",
        year="{} г.",
        seasons=("весна {} г.", "лето {} г.", "осень {} г.", "зима {} г."),
    ),
    "fa": DatePhrases(
        locale="fa",
        undated="بدون تاریخ",
        about="حدود {}",
        uncertain="{} (نامطمئن)",
        since="از {}",
        until="تا {}",
        between="بین {} و {}",
        decade="دههٔ {}",
        unknown_year="{} (سال نامعلوم)",
        year="{}",
        seasons=("بهار {}", "تابستان {}", "پاییز {}", "زمستان {}"),
        digits="۰۱۲۳۴۵۶۷۸۹",
    ),
}


def wording(value: EdtfDate | None, language: str) -> str:
    """A date as a reader of `language` (a key of PHRASES) would say it; None is "undated".

    Every EdtfDate has words. Raises KeyError for another language.
    """
    phrases = PHRASES[language]
    return _worded(value, phrases) if value else phrases.undated


@lru_cache(maxsize=4096)
def _worded(value: EdtfDate, phrases: DatePhrases) -> str:
    words = _say(value.text, phrases)
    return words.translate(_PLAIN_SPACES).translate(str.maketrans(_DIGITS, phrases.digits))


def _say(text: str, phrases: DatePhrases) -> str:
    if text[0] in "[{":
        return _say_set(text, phrases)
    if "/" in text:
        first, last = text.split("/")
        return _say_interval(first, last, phrases)
    return _say_point(text, phrases)


def _say_set(text: str, phrases: DatePhrases) -> str:
    members = text[1:-1].split(",")
    first, _, last = members[0].partition("..")
    if text[0] == "[" and len(members) == 1 and first and last:
        return phrases.between.format(*(_say_point(end, phrases, within=True) for end in (first, last)))
    said = [_say(member.replace("..", "/"), phrases) for member in members]
    return format_list(said, style="or" if text[0] == "[" else "standard", locale=phrases.locale)


def _say_interval(first: str, last: str, phrases: DatePhrases) -> str:
    if last in _OPEN:
        return phrases.since.format(_say_point(first, phrases, within=True))
    if first in _OPEN:
        return phrases.until.format(_say_point(last, phrases, within=True))
    if first[-1] == last[-1] and first[-1] in _QUALIFIERS:
        return _qualified(_say_interval(first[:-1], last[:-1], phrases), first[-1], phrases)
    if first.startswith("XXXX"):
        days = _joined(_say_yearless(first, phrases), _say_yearless(last, phrases), phrases)
        return phrases.unknown_year.format(days)
    start, end = EdtfDate.parse(first), EdtfDate.parse(last)
    plain = first[-1] not in _QUALIFIERS and last[-1] not in _QUALIFIERS
    if plain and start.earliest and end.earliest and start.precision == end.precision and start.precision in _SKELETONS:
        return _say_stretch(start.earliest, end.earliest, _SKELETONS[start.precision], phrases)
    return _joined(_say_point(first, phrases), _say_point(last, phrases), phrases)


def _say_stretch(first: date, last: date, skeleton: str, phrases: DatePhrases) -> str:
    """Two days or months of one month or year, which is then said once, as CLDR has it."""
    field = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    parts = Locale.parse(phrases.locale).interval_formats.get(skeleton, {}).get(field, ())
    if len(parts) != 2:
        form = "LLLL y" if "d" not in skeleton else "long"
        start, end = (format_date(day, form, locale=phrases.locale) for day in (first, last))
        return _joined(start, end, phrases)
    patterns = (_SHORT_MONTH.sub(lambda month: month[0] + month[0][0], part) for part in parts)
    ends = zip(patterns, (first, last), strict=True)
    return "".join(parse_pattern(pattern).apply(day, phrases.locale) for pattern, day in ends)


def _say_point(text: str, phrases: DatePhrases, within: bool = False) -> str:
    """One date without an interval; `within` a phrase, where the month follows a preposition."""
    if text[-1] in _QUALIFIERS:
        return _qualified(_say_bare(text[:-1], phrases, within or text[-1] != "?"), text[-1], phrases)
    return _say_bare(text, phrases, within)


def _qualified(said: str, qualifier: str, phrases: DatePhrases) -> str:
    if qualifier != "?":
        said = phrases.about.format(said)
    return said if qualifier == "~" else phrases.uncertain.format(said)


def _say_bare(text: str, phrases: DatePhrases, within: bool) -> str:
    if text.startswith("XXXX"):
        said = _say_yearless(text, phrases)
        unknown = phrases.unknown_year.format(said)
        return unknown if said else unknown.strip(" ()")
    if text.endswith("XX"):
        return f"{int(text[:2] + '00')}–{text[:2]}99"
    if text.endswith("X"):
        return phrases.decade.format(f"{text[:3]}0")
    value = EdtfDate.parse(text)
    day = value.earliest or date.min
    match value.precision:
        case "day":
            return format_date(day, "long", locale=phrases.locale)
        case "month":
            said = format_skeleton("yMMMM", day, locale=phrases.locale)
            standing = format_date(day, "LLLL", locale=phrases.locale)
            return said.replace(standing, format_date(day, "MMMM", locale=phrases.locale)) if within else said
        case "season":
            return phrases.seasons[int(text[5:]) - 21].format(day.year)
        case "quarter":
            return format_skeleton("yQQQQ", day, locale=phrases.locale)
        case _:
            return phrases.year.format(day.year)


def _say_yearless(text: str, phrases: DatePhrases) -> str:
    """A day or month of an unknown year, said of a leap year, which has them all; nothing of an unknown year itself."""
    day = EdtfDate.parse(text.replace("XXXX", "2000")).earliest or date.min
    match text.count("-"):
        case 0:
            return ""
        case 1:
            return format_date(day, "LLLL", locale=phrases.locale)
        case _:
            return format_skeleton("MMMMd", day, locale=phrases.locale)


def _joined(first: str, last: str, phrases: DatePhrases) -> str:
    pattern: str = Locale.parse(phrases.locale).interval_formats.get(None, "{0} – {1}")
    return pattern.format(first, last)
