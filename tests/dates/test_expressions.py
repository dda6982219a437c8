"""Expressions as things: where they stand, what they say of themselves, and that none overlaps another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.dates.expressions import tag
from app.text.folding import fold
from app.vocabulary.calendars import date_lexicon
from tests.dates.told import expressions, only

SPANS = [
    ("وبنهاية مارس 2023؛", "نهاية مارس 2023", "a proclitic is no part of the phrase"),
    ("للعام الماضي", "عام الماضي", "nor is an article that is written on to it"),
    ("في الـ25 من نوفمبر", "الـ25 من نوفمبر", "tatweel inside the phrase is covered"),
    ("في 12 رمضان 1443 هـ، ثم", "12 رمضان 1443 هـ", "and so it is at its end"),
    ("في أَغُسْطُسَ ٢٠٢١", "أَغُسْطُسَ ٢٠٢١", "marks belong to their letters"),
    ("في يوليو\u00a02024", "يوليو\u00a02024", "a no-break space is a space"),
    ("\u200fفي \u202b17 ديسمبر 2024\u202c", "17 ديسمبر 2024", "bidirectional controls are not there"),
    ("17\nديسمبر 2024", "17\nديسمبر 2024", "a line may break within a date"),
    ("في ديسمبر\n\n2024 عام", "ديسمبر", "a paragraph may not"),
    ("منذ عام 2003", "منذ عام 2003", "a preposition that changes the meaning belongs to it"),
    ("في عام 2003", "عام 2003", "one that does not, does not"),
]


@pytest.mark.parametrize(("text", "phrase", "reason"), SPANS, ids=[reason for *_, reason in SPANS])
def test_the_span_is_the_phrase_as_a_reader_would_cite_it(text: str, phrase: str, reason: str) -> None:
    expression = expressions(text, "ar")[0]

    assert expression.span.of(text) == expression.phrase == phrase, reason


@pytest.mark.parametrize(
    ("text", "relation", "since"),
    [
        ("منذ عام 2003", "since", True),
        ("منذ شهرين", "since", True),
        ("حتى عام 2003", "until", False),
        ("قبل عام 2003", "before", False),
        ("بعد عام 2003", "after", False),
        ("عام 2003", "at", False),
        ("قبل شهرين", "at", False),
        ("بين عامي 1996 و2001", "at", False),
    ],
)
def test_an_expression_says_how_it_fences_its_date(text: str, relation: str, since: bool) -> None:
    expression = only(text, "ar")

    assert (expression.relation, expression.since) == (relation, since)


@pytest.mark.parametrize(
    ("text", "part"),
    [("أوائل سبتمبر", "early"), ("منتصف آب/أغسطس", "mid"), ("أواخر نوفمبر", "late"), ("سبتمبر", None)],
)
def test_an_expression_keeps_the_part_of_the_time(text: str, part: str | None) -> None:
    assert only(text, "ar").part == part


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("17 ديسمبر 2024", "explicit"),
        ("بين عامي 1996 و2001", "explicit"),
        ("أوائل سبتمبر", "yearless"),
        ("17 أبريل الجاري", "relative"),
        ("الأسبوع الماضي", "relative"),
        ("السبت", "relative"),
        ("يونيو من العام ذاته", "anaphoric"),
        ("وقتها", "anaphoric"),
        ("الآن", "vague"),
    ],
)
def test_an_expression_knows_what_it_lacks(text: str, kind: str) -> None:
    assert only(text, "ar").kind == kind


PIECES = """
منذ بين قبل بعد عام عامي 2021 و2022 17 3 آب / أغسطس تشرين الثاني ( ) ، . - اليوم أمس السبت الماضي الجاري من إلى في
شهر شهرين أوائل نهاية القرن ثمانينات النصف الأول رمضان هـ ذاته ذلك الحين كم نحو 21.10.2021 20 اب
"""
pieces = st.sampled_from([*PIECES.split(), "\n", "\n\n"])


@given(st.lists(pieces, max_size=30).map(" ".join))
def test_expressions_come_in_text_order_and_never_overlap(text: str) -> None:
    end = 0

    for expression in expressions(text, "ar"):
        assert end <= expression.span.start < expression.span.end <= len(text)
        assert expression.span.of(text) == expression.phrase
        end = expression.span.end


@given(st.text(max_size=200), st.sampled_from(["ar", "en", "ru", "fa"]))
def test_any_text_can_be_tagged(text: str, language: str) -> None:
    tag(fold(text), date_lexicon(language))
