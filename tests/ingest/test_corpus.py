import json
from pathlib import Path

import pytest

from app.errors import (
    FieldWrong,
    FileEmpty,
    FileMissing,
    FileNamedTwice,
    FileNameUnsafe,
    FileNotText,
    FileNotUtf8,
    FileTooLarge,
    FileUnreadable,
    IndexLineMalformed,
    IndexMissing,
    PublishedUnreadable,
    SameTextTwice,
)
from app.ingest.corpus import CorpusDocument, LeftOut, read_corpus
from tests.conftest import Corpus

LIMIT = 1_000
GOOD = {"file": "good.txt", "language": "ar", "published": "2023-04-17", "title": "عنوان"}


def read(folder: Path) -> tuple[list[CorpusDocument], list[LeftOut]]:
    found = list(read_corpus(folder, LIMIT))
    return (
        [one for one in found if isinstance(one, CorpusDocument)],
        [one for one in found if isinstance(one, LeftOut)],
    )


def test_a_text_is_kept_as_it_came(corpus: Corpus) -> None:
    text = "\ufeffسطر أول\r\nسطر ثانٍ\u00a0\n\n"

    documents, left_out = read(corpus({"good.txt": text}, GOOD))

    assert left_out == []
    assert documents[0].text == text
    assert (documents[0].title, documents[0].language, documents[0].file) == ("عنوان", "ar", "good.txt")


@pytest.mark.parametrize(
    ("text", "expected"), [("قال الوزير", "ar"), ("Министр сказал", "ru"), ("وزیر خارجه گفت", "fa"), ("2021", "und")]
)
def test_a_language_the_index_leaves_out_is_told_from_the_letters(corpus: Corpus, text: str, expected: str) -> None:
    documents, _ = read(corpus({"a.txt": text}, {"file": "a.txt"}))

    assert documents[0].language == expected


@pytest.mark.parametrize(
    ("content", "record", "error", "words"),
    [
        (None, {"file": "gone.txt"}, FileMissing, "gone.txt"),
        (b"\xff\xfe\x41", {"file": "bad.txt"}, FileNotUtf8, "byte 0"),
        (b"", {"file": "bad.txt"}, FileEmpty, "bad.txt"),
        (b" \n\t\xc2\xa0\n", {"file": "bad.txt"}, FileEmpty, "bad.txt"),
        (b"x" * (LIMIT + 1), {"file": "bad.txt"}, FileTooLarge, "1001"),
        (b"PDF\x00\x01", {"file": "bad.txt"}, FileNotText, "NUL"),
        (b"text", {"file": "bad.txt", "published": "2023-13"}, PublishedUnreadable, "2023-13"),
        (b"text", {"file": "bad.txt", "published": 2023}, FieldWrong, "2023"),
        (b"text", {"file": "bad.txt", "title": ["a"]}, FieldWrong, "title"),
        (b"text", {"file": "bad.txt", "language": "Arabic!"}, FieldWrong, "Arabic!"),
        ("\u202b\u202c\u064b\u200c".encode(), {"file": "bad.txt"}, FileEmpty, "bad.txt"),
        (b"text", {"file": "bad.txt", "title": "\ud800"}, FieldWrong, "title"),
        (b"text", {"file": "\ud800.txt"}, IndexLineMalformed, "names no file"),
        (b"text", {"file": "x" * 5000}, FileUnreadable, "File name too long"),
        (b"text", {"file": "../bad.txt"}, FileNameUnsafe, "../bad.txt"),
        (b"text", {"file": "/etc/passwd"}, FileNameUnsafe, "/etc/passwd"),
        (b"text", {"file": "."}, FileMissing, "."),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line_and_the_rest_goes_in(
    corpus: Corpus, content: bytes | None, record: dict[str, object], error: type[Exception], words: str
) -> None:
    texts: dict[str, str | bytes] = {"good.txt": "نص"} | ({"bad.txt": content} if content is not None else {})

    documents, left_out = read(corpus(texts, json.dumps(record), "", GOOD))

    assert [document.file for document in documents] == ["good.txt"]
    assert [type(one.error) for one in left_out] == [error]
    assert left_out[0].where == "documents.jsonl:1"
    assert words in str(left_out[0])


@pytest.mark.parametrize(
    "line", ["{", "[]", "null", '"a"', '{"title": "x"}', '{"file": ""}', '{"file": 3}', "[" * 5000]
)
def test_a_malformed_index_line_is_named(corpus: Corpus, line: str) -> None:
    documents, left_out = read(corpus({"good.txt": "نص"}, line, GOOD))

    assert [document.file for document in documents] == ["good.txt"]
    assert [type(one.error) for one in left_out] == [IndexLineMalformed]
    assert left_out[0].where == "documents.jsonl:1"


@pytest.mark.parametrize(("tag", "kept"), [("AR", "ar"), ("ar-EG", "ar-EG"), ("ar_SA", "ar-SA"), ("uz", "uz")])
def test_a_language_tag_is_kept_in_its_usual_spelling(corpus: Corpus, tag: str, kept: str) -> None:
    documents, _ = read(corpus({"a.txt": "نص"}, {"file": "a.txt", "language": tag}))

    assert documents[0].language == kept


def test_an_index_line_that_is_not_utf8_is_named(corpus: Corpus) -> None:
    folder = corpus({"good.txt": "نص"}, GOOD)
    index = folder / "documents.jsonl"
    index.write_bytes(b'{"file": "\xff"}\n' + index.read_bytes())

    documents, left_out = read(folder)

    assert len(documents) == 1
    assert [type(one.error) for one in left_out] == [IndexLineMalformed]


def test_a_folder_without_an_index_is_named(tmp_path: Path) -> None:
    _, left_out = read(tmp_path)

    assert [type(one.error) for one in left_out] == [IndexMissing]


def test_a_file_named_twice_counts_once(corpus: Corpus) -> None:
    documents, left_out = read(corpus({"good.txt": "نص"}, GOOD, GOOD))

    assert len(documents) == 1
    assert [(one.where, type(one.error)) for one in left_out] == [("documents.jsonl:2", FileNamedTwice)]


def test_the_same_words_under_two_names_count_once(corpus: Corpus) -> None:
    documents, left_out = read(corpus({"good.txt": "نص", "twin.txt": "نص"}, GOOD, {"file": "twin.txt"}))

    assert len(documents) == 1
    assert [type(one.error) for one in left_out] == [SameTextTwice]


def test_a_link_out_of_the_folder_is_not_followed(corpus: Corpus, tmp_path: Path) -> None:
    outside = tmp_path / "secret.txt"
    outside.write_text("secret")
    folder = corpus({"good.txt": "نص"}, {"file": "link.txt"}, GOOD)
    (folder / "link.txt").symlink_to(outside)

    _, left_out = read(folder)

    assert [type(one.error) for one in left_out] == [FileNameUnsafe]
