import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.folding import fold, folded
from app.text.spans import Span

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآٱىةؤئءکیپچگـ"
MARKS = "\u064b\u064e\u0650\u0651\u0652\u0654\u0670\u200c\u200f\u202b\u00a0"
ARABIC = st.text(st.sampled_from(LETTERS + MARKS + " ،٠١٢۳۴\n"))
ANYTHING = st.text() | ARABIC


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الإعتراف", "الاعتراف"),  # hamza below, or a bare alif
        ("الأمم", "الامم"),  # hamza above
        ("آسيا", "اسيا"),  # madda
        ("طَالِبَان", "طالبان"),  # tashkeel
        ("طالبـــان", "طالبان"),  # tatweel
        ("القنصلية", "القنصليه"),  # ta marbuta
        ("على", "علي"),  # alif maqsura
        ("کابل", "كابل"),  # Persian kaf
        ("متقی", "متقي"),  # Persian ya
        ("می\u200cشود", "میشود"),  # zero-width non-joiner
        ("٢٠٢١", "2021"),  # Arabic-Indic digits
        ("۱۴۰۰", "1400"),  # Persian digits
        ("\u202bطالبان\u202c", "طالبان"),  # bidi controls
        ("أ", "ا\u0654"),  # NFC and NFD
        ("25\u00a0نوفمبر", "25 نوفمبر"),  # no-break space
        ("“حليف”", '"حليف"'),  # typographic quotation marks
        ("Отчёт", "отчет"),  # ё and case
        ("ﻻ", "لا"),  # presentation forms
    ],
)
def test_spellings_a_reader_takes_to_be_the_same_fold_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("حرب", "حزب"),  # a dot makes another letter
        ("край", "краи"),  # й is a letter of its own, even decomposed
        ("кра\u0438\u0306", "краи"),
    ],
)
def test_different_letters_stay_different(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_a_word_found_in_folded_text_comes_back_as_it_was_written() -> None:
    text = "وقالت وزارةُ الخارجيّةِ الروسيـة"
    folding = fold(text)

    start = folding.text.index("الروسيه")

    assert folding.to_original(start, start + 7).of(text) == "الروسيـة"


@given(ANYTHING, st.data())
def test_every_span_of_folded_text_comes_back(text: str, data: st.DataObject) -> None:
    folding = fold(text)
    end = data.draw(st.integers(0, len(folding.text)))
    start = data.draw(st.integers(0, end))

    span = folding.to_original(start, end)

    # A letter can fold to several (ﻻ to لا); a span that cuts it comes back with the whole letter.
    whole = folding.from_original(span)
    assert folded(span.of(text)) == whole.of(folding.text)
    assert whole.start <= start or start == end
    assert end <= whole.end or start == end


@given(ANYTHING)
def test_the_whole_text_folds_and_comes_back_whole(text: str) -> None:
    folding = fold(text)

    assert folding.original == text
    if folding.text:
        span = folding.to_original(0, len(folding.text))
        assert folded(span.of(text)) == folding.text


@given(ANYTHING)
def test_folding_is_idempotent(text: str) -> None:
    once = folded(text)

    assert folded(once) == once


@given(ARABIC)
def test_a_span_of_the_original_keeps_its_letters(text: str) -> None:
    folding = fold(text)

    for start in range(len(folding.text)):
        span = folding.to_original(start, start + 1)
        assert folding.from_original(span) == Span(start, start + 1)
