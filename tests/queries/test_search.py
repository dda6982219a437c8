from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from app.database import reading
from app.pipeline import ingest
from app.queries.event_filter import EventFilter
from app.queries.events import page
from app.queries.search import index_terms, match_expression
from tests.conftest import Corpus


def found(session: Session, query: str) -> set[str]:
    return {event.id for event in page(session, EventFilter(q=query, scope=("context", "core")), 1, 500).events}


@pytest.mark.parametrize(
    ("query", "same"),
    [
        ("طالبان", "طَالِبَان"),  # tashkeel
        ("طالبان", "طالبـــان"),  # tatweel
        ("الاعتراف", "الإعتراف"),  # hamza
        ("الاعتراف", "اعتراف"),  # article
        ("القنصلية", "القنصليه"),  # ta marbuta
        ("الخارجية", "للخارجية"),  # l with the article
        ("الخارجية", "والخارجية"),  # and
        ("افغانستان", "أفغانستان"),
        ("كابول", "بكابول"),  # in
        ("Россия", "России"),  # case endings
        ("2024", "٢٠٢٤"),  # digits
        ("TALIBAN", "taliban"),
    ],
)
def test_spellings_of_one_word_find_the_same_events(session: Session, query: str, same: str) -> None:
    assert found(session, query) == found(session, same)


@pytest.mark.parametrize("query", ["طالبان", "شويجو", "سفارة", "Talibans", "Россия", "России", "روسیه", "Lavrov"])
def test_words_of_four_languages_find_events(session: Session, query: str) -> None:
    assert found(session, query)


def test_all_words_must_be_there(session: Session) -> None:
    assert found(session, "طالبان شويجو") == found(session, "طالبان") & found(session, "شويجو")


@pytest.mark.parametrize("query", ['"', "*", "NEAR(", "a OR", "terms:x", "-", "'; DROP TABLE event", "()", "^"])
def test_what_a_reader_types_is_never_syntax(session: Session, query: str) -> None:
    found(session, query)


@pytest.mark.parametrize("query", ["!!!", "…", "ـ"])
def test_a_query_without_a_word_finds_nothing(session: Session, query: str) -> None:
    assert found(session, query) == set()


@given(st.text(max_size=60))
def test_every_query_makes_an_expression_or_none(query: str) -> None:
    expression = match_expression(query)

    assert expression is None or expression.startswith('("')


def test_russian_words_are_found_in_any_case() -> None:
    assert set(index_terms("посольства Афганистана").split()) & set(index_terms("посольство").split())


def test_a_persian_word_is_found_with_and_without_its_joiner() -> None:
    assert index_terms("می\u200cشود").split() == index_terms("میشود").split()


def test_a_new_document_is_found_by_its_words(corpus: Corpus, database: Path) -> None:
    text = "زار وزير الخارجية الروسي سيرغي لافروف كابول يوم 12 مارس 2023 بدعوة من حركة طالبان وذاق الفستق."
    ingest(corpus({"a.txt": text}, {"file": "a.txt", "published": "2023-03-20"}), database)

    with reading(database) as session:
        assert found(session, "الفستق")
        assert not found(session, "الزعفران")
