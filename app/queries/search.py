"""Full-text search: the terms by which a text is found, for index and query alike.

SQLite's own tokenizer knows neither tashkeel nor article nor endings, so terms are made here: words are folded; an
Arabic word is also found without the article and the little words written together with it; Russian and English
words are also found by their stem (Snowball, https://snowballstem.org).
"""

from functools import cache, lru_cache
from typing import Any

import snowballstemmer

from app.text.folding import fold
from app.text.tokens import tokens
from app.vocabulary.languages import language

ARTICLE = "ال"
ARTICLE_AFTER_L = "لل"
LEAST_LETTERS = 3
QUERY_WORDS = 12


def index_terms(text: str) -> str:
    """Every term by which `text` is found, one space between two."""
    return " ".join(dict.fromkeys(term for word in tokens(fold(text)) for term in _indexed(word.text)))


def count_words(query: str) -> int:
    """How many different words a reader typed."""
    return len({word.text for word in tokens(fold(query))})


def match_expression(query: str) -> str | None:
    """The FTS5 expression for what a reader typed: all of the words, each in any of its spellings.

    Words beyond the twelfth are left out; None where there is no word. Nothing typed reaches FTS5 as syntax: words
    are letters and digits only, and each is quoted.
    """
    words = list(dict.fromkeys(word.text for word in tokens(fold(query))))[:QUERY_WORDS]
    parts = ["(" + " OR ".join(f'"{term}"' for term in _asked(word)) + ")" for word in words]
    return " AND ".join(parts) or None


@lru_cache(maxsize=65_536)
def _indexed(word: str) -> tuple[str, ...]:
    if not _is_arabic(word):
        return tuple(dict.fromkeys((word, _stem(word))))
    return tuple(dict.fromkeys((word, *_without_proclitics(word))))


def _asked(word: str) -> tuple[str, ...]:
    if not _is_arabic(word):
        return tuple(dict.fromkeys((word, _stem(word))))
    # The bare word is indexed for each of its longer forms, so asking for the barest forms finds them all. A letter
    # that may belong to the word itself (the و of وزير) is taken off only where enough is left to be another word.
    bare = [
        rest
        for rest in _without_proclitics(word)
        if len(rest) > LEAST_LETTERS or word[: len(word) - len(rest)].endswith((ARTICLE, ARTICLE_AFTER_L))
    ]
    return tuple(dict.fromkeys((word, *bare)))


def _without_proclitics(word: str) -> list[str]:
    return [
        word[len(proclitic) :]
        for proclitic in language("ar").morphology.proclitics
        if proclitic and word.startswith(proclitic) and len(word) - len(proclitic) >= LEAST_LETTERS
    ]


def _stem(word: str) -> str:
    algorithm = "russian" if "\u0400" <= word[0] <= "\u04ff" else "english"
    return str(_stemmer(algorithm).stemWord(word))


@cache
def _stemmer(algorithm: str) -> Any:
    return snowballstemmer.stemmer(algorithm)


def _is_arabic(word: str) -> bool:
    return "\u0600" <= word[0] <= "\u06ff"
