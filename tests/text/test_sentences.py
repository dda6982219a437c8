import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.script import language_of
from app.text.sentences import sentences


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "زار الوزير كابول. ثم عاد.", ["زار الوزير كابول.", "ثم عاد."]),
        ("ar", "عنوان\nمتن الخبر", ["عنوان", "متن الخبر"]),
        ("ar", "أكدت؛ ثم نفت، وأضافت.", ["أكدت؛ ثم نفت، وأضافت."]),
        (
            "ru",
            "Встреча прошла 25 нояб. 2024 г. в Кабуле. Он уехал.",
            ["Встреча прошла 25 нояб. 2024 г. в Кабуле.", "Он уехал."],
        ),
        ("ru", "Он не сторонится их. 23 сентября он улетел.", ["Он не сторонится их.", "23 сентября он улетел."]),
        ("en", "He met Mr. Muttaqi in Kabul. They talked.", ["He met Mr. Muttaqi in Kabul.", "They talked."]),
        ("fa", "او به کابل رفت. سپس برگشت.", ["او به کابل رفت.", "سپس برگشت."]),
    ],
)
def test_a_text_is_split_where_a_reader_pauses_for_breath(language: str, text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in sentences(text, language)] == expected


@given(st.text(), st.sampled_from(["ar", "en", "fa", "ru", "und"]))
def test_sentences_leave_out_nothing_but_white_space(text: str, language: str) -> None:
    spans = sentences(text, language)

    inside = {i for span in spans for i in range(span.start, span.end)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in inside)
    assert [span.start for span in spans] == sorted(span.start for span in spans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وزارة الخارجية الروسية", "ar"),
        ("وزیر خارجهٔ ترکمنستان گفت که", "fa"),
        ("Министерство иностранных дел", "ru"),
        ("The foreign ministry", "en"),
        ("2021 — 1400", "und"),
        ("", "und"),
    ],
)
def test_the_language_is_told_from_the_letters(text: str, expected: str) -> None:
    assert language_of(text) == expected
