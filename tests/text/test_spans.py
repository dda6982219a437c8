import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import QuoteAmbiguous, QuoteNotFound
from app.text.spans import Quote, Span

TEXT = "زار الوفد كابول. ثم غادر الوفد كابول مساء."


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_what_is_no_span_cannot_be_built(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_a_quote_is_found_by_its_exact_words() -> None:
    assert Quote("غادر", "", "").find(TEXT).of(TEXT) == "غادر"


def test_a_quote_that_occurs_twice_is_told_apart_by_the_words_before_it() -> None:
    second = TEXT.rindex("كابول")

    assert Quote("كابول", "غادر الوفد ", "").find(TEXT).start == second


def test_a_quote_whose_context_fits_twice_is_told_apart_by_its_position() -> None:
    assert Quote("كابول", "الوفد ", "").find(TEXT, TEXT.rindex("كابول") - 2).start == TEXT.rindex("كابول")


def test_a_quote_that_cannot_be_told_apart_is_an_error() -> None:
    with pytest.raises(QuoteAmbiguous, match="كابول"):
        Quote("كابول", "", "").find(TEXT)


def test_a_quote_that_is_not_there_is_an_error_and_never_a_near_miss() -> None:
    with pytest.raises(QuoteNotFound, match="كابل"):
        Quote("كابل", "", "").find(TEXT)


@given(st.text(min_size=1), st.data())
def test_a_quote_taken_from_a_text_is_found_where_it_was_taken(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))

    assert Quote.at(text, span).find(text, span.start) == span
