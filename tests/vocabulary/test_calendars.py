"""Date words: from CLDR and from the YAML of each language."""

from pathlib import Path

import pytest

from app.dates.lexicon import Entry, MonthName, Need, WeekdayName
from app.errors import VocabularyWrong
from app.text.folding import folded
from app.vocabulary import calendars
from app.vocabulary.calendars import date_lexicon, languages


def entries(language: str, word: str) -> tuple[Entry, ...]:
    """All entries that begin with a word of `language`."""
    return date_lexicon(language).entries.get(folded(word), ())


def months(language: str, word: str) -> set[tuple[str, int]]:
    """The months that a word names, with their calendars."""
    meanings = [entry.meaning for entry in entries(language, word) if len(entry.words) == 1]
    return {(meaning.calendar, meaning.number) for meaning in meanings if isinstance(meaning, MonthName)}


def test_every_language_with_date_words_can_be_read() -> None:
    assert languages() == ("ar", "en", "fa", "ru")
    for language in languages():
        assert date_lexicon(language).language == language
        assert date_lexicon(language) is date_lexicon(language)


@pytest.mark.parametrize(
    ("language", "word", "month"),
    [
        ("ar", "أبريل", ("gregorian", 4)),
        ("ar", "ابريل", ("gregorian", 4)),
        ("ar", "إبريل", ("gregorian", 4)),
        ("ar", "نيسان", ("gregorian", 4)),
        ("ar", "أفريل", ("gregorian", 4)),
        ("ar", "غشت", ("gregorian", 8)),
        ("ar", "يونية", ("gregorian", 6)),
        ("ar", "رمضان", ("hijri", 9)),
        ("en", "august", ("gregorian", 8)),
        ("ru", "август", ("gregorian", 8)),
        ("ru", "августом", ("gregorian", 8)),
        ("ru", "августовская", ("gregorian", 8)),
        ("fa", "اوت", ("gregorian", 8)),
        ("fa", "اگست", ("gregorian", 8)),
        ("fa", "آبان", ("solar", 8)),
        ("fa", "عقرب", ("solar", 8)),
        ("fa", "آبان‌ماه", ("solar", 8)),
    ],
)
def test_months_go_by_all_their_names(language: str, word: str, month: tuple[str, int]) -> None:
    assert months(language, word) == {month}


@pytest.mark.parametrize(("language", "names"), [("ar", 12), ("en", 12), ("ru", 12), ("fa", 12)])
def test_no_month_of_any_calendar_is_missing(language: str, names: int) -> None:
    found = {
        (entry.meaning.calendar, entry.meaning.number)
        for bucket in date_lexicon(language).entries.values()
        for entry in bucket
        if isinstance(entry.meaning, MonthName)
    }

    assert {number for calendar, number in found if calendar == "gregorian"} == set(range(1, names + 1))
    if language in ("ar", "fa"):
        assert {number for calendar, number in found if calendar == "hijri"} == set(range(1, 13))
    if language == "fa":
        assert {number for calendar, number in found if calendar == "solar"} == set(range(1, 13))


@pytest.mark.parametrize("language", ["ar", "en", "ru", "fa"])
def test_no_day_of_the_week_is_missing(language: str) -> None:
    found = {
        entry.meaning.number
        for bucket in date_lexicon(language).entries.values()
        for entry in bucket
        if isinstance(entry.meaning, WeekdayName)
    }

    assert found == set(range(7))


@pytest.mark.parametrize(
    ("language", "word", "need"),
    [
        ("ar", "مارس", Need.PREPOSITION),
        ("ar", "صفر", Need.COMPANY),
        ("ar", "يوليو", Need.NOTHING),
        ("en", "may", Need.PREPOSITION),
        ("en", "nov", Need.COMPANY),
        ("fa", "می", Need.YEAR),
        ("fa", "اسد", Need.COMPANY),
    ],
)
def test_names_that_are_other_words_too_ask_for_more(language: str, word: str, need: Need) -> None:
    needs = [entry.meaning.need for entry in entries(language, word) if isinstance(entry.meaning, MonthName)]

    assert max(needs) == need


def test_a_spelling_that_leaves_no_doubt_asks_for_less() -> None:
    spelled = {
        entry.spelling: entry.meaning.need for entry in entries("ar", "آب") if isinstance(entry.meaning, MonthName)
    }

    assert spelled == {"آب": Need.PREPOSITION, None: Need.COMPANY}


def test_all_words_are_folded() -> None:
    for language in languages():
        for bucket in date_lexicon(language).entries.values():
            for entry in bucket:
                assert all(folded(word) == word for word in entry.words), entry


def test_a_key_that_is_not_known_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "dates.yaml").write_text("locales: [en]\nmonts: {}\n", "utf-8")
    monkeypatch.setattr(calendars, "LANGUAGES", tmp_path)

    with pytest.raises(VocabularyWrong, match="monts"):
        date_lexicon("xx")


def test_a_language_without_date_words_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        date_lexicon("tg")
