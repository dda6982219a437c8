"""A corpus folder: an index, documents.jsonl, and the UTF-8 texts it names.

What cannot be read is reported by file, line and reason; the rest is read. The index gives, for each text, `file`,
and where known `title`, `title_en`, `publisher`, `author`, `published` (EDTF), `published_note`, `language`, `url`.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.dates.edtf import EdtfDate
from app.errors import (
    BadEdtf,
    CorpusError,
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
from app.text.script import language_of

INDEX = "documents.jsonl"
LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
TEXT_FIELDS = ("title", "title_en", "publisher", "author", "published", "published_note", "language", "url")


@dataclass(frozen=True, slots=True)
class CorpusDocument:
    """A text as it came and what the index says of it."""

    corpus: str
    file: str
    text: str
    sha256: str
    language: str
    published: EdtfDate | None = None
    title: str | None = None
    title_en: str | None = None
    publisher: str | None = None
    author: str | None = None
    published_note: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that could not be read: where it is said, and why."""

    where: str
    error: CorpusError

    def __str__(self) -> str:
        return f"{self.where}: {type(self.error).__name__}: {self.error}"


@dataclass(frozen=True, slots=True)
class IndexLine:
    """One line of the index: where it stands and what it says."""

    where: str
    record: dict[str, Any]


def read_corpus(folder: Path, limit: int) -> Iterator[CorpusDocument | LeftOut]:
    """Each text that the index of `folder` names, or why it could not be read, in the order of the index.

    `limit` is the largest text that is read, in bytes. Reads one text at a time; raises nothing.
    """
    corpus = folder.resolve().name
    files: set[str] = set()
    texts: dict[str, str] = {}
    for line in read_index(folder):
        if isinstance(line, LeftOut):
            yield line
            continue
        try:
            document = _read(folder, corpus, line.record, files, limit)
            if (twin := texts.setdefault(document.sha256, document.file)) != document.file:
                raise SameTextTwice(document.file, twin)
        except CorpusError as error:
            yield LeftOut(line.where, error)
        else:
            yield document


def read_index(folder: Path) -> Iterator[IndexLine | LeftOut]:
    """The lines of the index of `folder` that are JSON objects naming a file, and those that are not."""
    try:
        data = (folder / INDEX).read_bytes()
    except OSError:
        yield LeftOut(INDEX, IndexMissing(folder))
        return
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        where = f"{INDEX}:{number}"
        try:
            record = json.loads(line.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            yield LeftOut(where, IndexLineMalformed(error))
            continue
        file = record.get("file") if isinstance(record, dict) else None
        if not isinstance(file, str) or not file or not _is_text(file):
            yield LeftOut(where, IndexLineMalformed("it names no file"))
            continue
        yield IndexLine(where, record)


def _read(folder: Path, corpus: str, record: dict[str, Any], files: set[str], limit: int) -> CorpusDocument:
    file = record["file"]
    fields: dict[str, str | None] = {}
    for name in TEXT_FIELDS:
        value = record.get(name)
        if value is not None and (not isinstance(value, str) or not _is_text(value)):
            raise FieldWrong(name, "a string or null", json.dumps(value)[:80])
        fields[name] = value or None
    if file in files:
        raise FileNamedTwice(file)
    files.add(file)
    try:
        published = EdtfDate.parse(value) if (value := fields.pop("published")) else None
    except BadEdtf as error:
        raise PublishedUnreadable(file, value) from error
    data = _bytes(folder, file, limit)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise FileNotUtf8(file, error.start) from error
    if "\0" in text:
        raise FileNotText(file)
    if not any(character.isalnum() for character in text):
        raise FileEmpty(file)
    asked = fields.pop("language") or language_of(text)
    primary, *subtags = asked.replace("_", "-").split("-")
    language = "-".join([primary.lower(), *subtags])
    if not LANGUAGE_TAG.fullmatch(language):
        raise FieldWrong("language", "a language tag such as ar, fa or ru", json.dumps(asked, ensure_ascii=False)[:80])
    sha256 = hashlib.sha256(data).hexdigest()
    return CorpusDocument(corpus, file, text, sha256, language, published, **fields)


def _is_text(value: str) -> bool:
    """Whether a string can be written as UTF-8: JSON can hold halves of surrogate pairs, which no text has."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _bytes(folder: Path, file: str, limit: int) -> bytes:
    try:
        if "\0" in file or not (path := (folder / file).resolve()).is_relative_to(folder.resolve()):
            raise FileNameUnsafe(file)
        if not path.is_file():
            raise FileMissing(file)
        if (size := path.stat().st_size) > limit:
            raise FileTooLarge(file, size, limit)
        return path.read_bytes()
    except OSError as error:
        raise FileUnreadable(file, error.strerror) from error
